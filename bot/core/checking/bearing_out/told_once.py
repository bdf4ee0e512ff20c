"""Details that an article tells once and its other sentences take for granted: the year, an age, a number of pupils."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.core.checking.bearing_out.bearing import Read, common_words, days_of, found_in, rivals
from bot.core.checking.bearing_out.periods import season_around
from bot.core.checking.bearing_out.resolved_dates import certain
from bot.core.checking.coverage import coverage, sharing
from bot.core.checking.datelines import published
from bot.core.checking.quantities import Amount, Day, Quantity, agree
from bot.core.checking.statement import Passage
from bot.core.models import Sentence, Source

_CARRIED = 0.33
"""The share of the claim's words, of those the article has, that its cited sentences must have themselves."""
_MOST_SENTENCES = 20
"""Sentences nearest to the claim in which a detail is looked for."""
_MOST_DATED = 50
"""Sentences with a year's digits that are read."""
_DISTINCT = 100
"""From here on a bare number is seldom found by chance."""
_SHARED, _SHARED_SMALL = 1, 2
"""Words that must stand near a number in both places; a small bare number is found in many."""


def is_told_elsewhere(text: str, quantity: Quantity, passage: Passage, read: Read, claimed: Sequence[Quantity]) -> bool:
    """Tell whether the article of a passage has a quantity of a claim that its cited sentences leave out.

    The cited sentences must carry the rest of the claim and have nothing else in its place. A date may stand anywhere,
    its year also where the article says when it was published; of a number the words around it must be the same.
    """
    if rivals(quantity, read.cited, claimed) or coverage(text, passage).share_of_known() < _CARRIED:
        return False
    if days_of(quantity):
        return _is_dated(quantity, passage, read, claimed)
    return _stands_near(text, quantity, passage.source)


def find_detail(text: str, quantity: Quantity, source: Source) -> Sentence | None:
    """Return the sentence of an article that tells a quantity of a claim, the nearest to the claim where several do."""
    days = days_of(quantity)
    for sentence in sharing(text, source, most=_MOST_SENTENCES):
        found = found_in((sentence,), source).all
        if any(agree(quantity, each) for each in found):
            return sentence
        if any(certain(day, frozenset(other for each in found for other in days_of(each))) for day in days):
            return sentence
    return None


def _is_dated(quantity: Quantity, passage: Passage, read: Read, claimed: Sequence[Quantity]) -> bool:
    mine = [day for each in claimed for day in days_of(each)]
    cited = {day for each in read.cited if not each.rounded for day in days_of(each)} | read.resolved
    if any(_is_other(day, mine) for day in cited):
        return False
    window = cited | {day for each in read.window for day in days_of(each)}
    told = _dates_with(quantity, passage.source)
    return any(certain(day, told) or _year_is_told(day, told, window, passage.source) for day in days_of(quantity))


def _is_other(day: Day, mine: Sequence[Day]) -> bool:
    """Tell whether a cited date has a year, month or day that no date of the claim has."""
    parts = ("year", "month", "day")
    return any(
        getattr(day, part) is not None and all(getattr(each, part) not in (None, getattr(day, part)) for each in mine)
        for part in parts
    )


def _year_is_told(day: Day, told: frozenset[Day], window: Iterable[Day], source: Source) -> bool:
    """Tell whether the rest of a date stands with the cited sentences, and its year elsewhere.

    The year of publication is that of an event whose sentences name no other time, and so is the season; a day and
    month without a year may be of another one.
    """
    rest, when = replace(day, year=None), published(source, "")
    if day.year is None:
        return False
    if rest == Day(season=day.season):
        near = when.days[0] if when and when.year_known else None
        return near is not None and (day in season_around(near) if day.season else near.year == day.year)
    return certain(rest, window) and any(each.year == day.year for each in told)


def _dates_with(quantity: Quantity, source: Source) -> frozenset[Day]:
    """Return the dates of all sentences that have the digits of the years of a quantity."""
    years = {str(day.year) for day in days_of(quantity) if day.year}
    having = [each for each in source.sentences if any(year in each.text for year in years)][:_MOST_DATED]
    return frozenset(day for each in having for found in found_in((each,), source).plain for day in days_of(found))


def _stands_near(text: str, quantity: Quantity, source: Source) -> bool:
    needed = _SHARED if _is_distinct(quantity) else _SHARED_SMALL
    return any(
        agree(quantity, found) and len(common_words(found, quantity)) >= needed
        for sentence in sharing(text, source, most=_MOST_SENTENCES)
        for found in found_in((sentence,), source).all
    )


def _is_distinct(quantity: Quantity) -> bool:
    amounts = [reading for reading in quantity.readings if isinstance(reading, Amount)]
    return any(each.unit or each.value >= _DISTINCT for each in amounts)
