"""Dates that a sentence does not spell out and the day of publication makes certain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from bot.core.checking.bearing_out.periods import month_named, periods_in
from bot.core.checking.datelines import published
from bot.core.checking.quantities import Day, Quantity, find_quantities, months
from bot.core.checking.quantities.tokens import key_of
from bot.core.models import Sentence, Source

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_AMBIGUOUS = frozenset(
    {"last", "next", "letzten", "nachsten", "pasado", "proximo", "dernier", "prochain", "прошлыи", "следующии"}
)
_LONGEST = 5_000
"""Characters of a sentence that are read."""
_WITHIN = 31
"""Days between publication and a date without a year for which the year is certain."""
_TO_COME = re.compile(r"[^\W\d_]r(?:á|án)\b")
"""Spanish verbs of what is to come."""


class _Reach(NamedTuple):
    """What the words around a day and the tense of its sentence tell of where it lies."""

    vague: bool
    until: bool
    future: bool
    past: bool

    @property
    def weekdays(self) -> range:
        """The days from publication on which a weekday may be."""
        if self.until:
            return range(-6 if self.past else 0, 8)
        return range(-6, 7 if self.future else 1)


def resolve(sentences: Iterable[Sentence], source: Source) -> frozenset[Day]:
    """Return the full dates that weekdays, "yesterday" and dates without a year in the sentences must mean.

    A weekday is the last such day up to publication; where the sentence may speak of what is to come, the next such
    day is possible too; and after "until" it lies ahead, unless the sentence tells of the past. "Last Tuesday" and
    "next Friday" mean different days to different people and are left alone. Where only a dateline tells the day of
    publication, the dates are without a year.
    """
    return frozenset(day for sentence in sentences for day in _resolved(sentence.text[:_LONGEST], source))


def certain(claimed: Day, known: Iterable[Day]) -> bool:
    """Tell whether a claimed date follows from known ones, its weekday from the calendar."""
    for day in known:
        if day.year and day.month and day.day and day.weekday is None:
            day = _with_weekday(day)
        parts = (
            (claimed.year, day.year),
            (claimed.month, day.month),
            (claimed.day, day.day),
            (claimed.weekday, day.weekday),
        )
        if claimed.season is None and all(mine is None or mine == theirs for mine, theirs in parts):
            return True
    return False


def with_only_year(written: Iterable[Day]) -> frozenset[Day]:
    """Return the dates written without a year, with the year, where all others name one and the same."""
    days = frozenset(written)
    years = {day.year for day in days if day.year}
    if len(years) != 1:
        return frozenset()
    return frozenset(replace(day, year=next(iter(years))) for day in days if day.month and not day.year)


def _resolved(text: str, source: Source) -> list[Day]:
    told = published(source, text)
    if told is None:
        return []
    days = [_full(each) for at in told.days for each in _days(text, at, weekdays=told.weekday_known)]
    if told.year_known:
        return [*days, *_longer(text, told.days[0])]
    return [replace(each, year=None, weekday=each.weekday if told.weekday_known else None) for each in days]


def _longer(text: str, published_on: date) -> list[Day]:
    """Return the months and years that a sentence means without saying which."""
    words = _keys(text)
    days = list(periods_in(words, published_on))
    for quantity in find_quantities(text):
        for day in quantity.readings:
            if isinstance(day, Day) and day.month and day == Day(month=day.month):
                days += month_named(day.month, published_on, future=_is_future(text, words), past=_is_past(words))
    return days


def _keys(text: str) -> list[str]:
    return [key_of(word.replace("’", "'")) for word in _WORD.findall(text)]


def _is_future(text: str, words: Sequence[str]) -> bool:
    return bool(months.FUTURE & set(words)) or any(sign in text for sign in "將将会") or bool(_TO_COME.search(text))


def _is_past(words: Sequence[str]) -> bool:
    return bool(months.PAST & set(words))


def _days(text: str, published_on: date, *, weekdays: bool) -> list[date]:
    words = _keys(text)
    future, past = _is_future(text, words), _is_past(words)
    days = [published_on + timedelta(days=offset) for offset in _offsets(text, words)]
    for quantity in find_quantities(text) if weekdays else ():
        reach = _Reach(*_said_before(text, quantity), future=future, past=past)
        partial = [reading for reading in quantity.readings if isinstance(reading, Day)]
        days += [each for day in partial for each in _near(day, published_on, reach)]
    return days


def _offsets(text: str, words: Sequence[str]) -> list[int]:
    """Return how many days from publication lie the days that a sentence calls "yesterday" and the like."""
    line = f" {' '.join(words)} "
    offsets = [months.NEAR_TODAY[word] for word in words if word in months.NEAR_TODAY]
    offsets += [offset for phrase, offset in months.NEAR_PHRASES.items() if f" {phrase} " in line]
    return offsets + [offset for sign, offset in months.EAST_ASIAN_NEAR.items() if sign in text]


def _said_before(text: str, quantity: Quantity) -> tuple[bool, bool]:
    """Tell whether "last" or "next" stands before a day, and whether "until" does."""
    before = [
        key_of(word.replace("’", "'")) for word in _WORD.findall(text[max(0, quantity.start - 20) : quantity.start])
    ]
    until = bool(months.UNTIL & set(before[-2:])) or text.startswith("まで", quantity.end)
    return bool(before) and before[-1] in _AMBIGUOUS, until or text.endswith(("到", "至"), 0, quantity.start)


def _near(day: Day, published_on: date, reach: _Reach) -> list[date]:
    """Return the dates around publication that a partial date means."""
    if day.year is not None or day.season is not None or reach.vague or (day.day is None and day.weekday is None):
        return []
    within = _WITHIN if day.month else _WITHIN // 2
    offsets = reach.weekdays if day.day is None else range(-within, within + 1)
    near = (published_on + timedelta(days=offset) for offset in offsets)
    return [each for each in near if _matches(day, each)]


def _matches(day: Day, each: date) -> bool:
    parts = ((day.month, each.month), (day.day, each.day), (day.weekday, each.weekday()))
    return all(mine is None or mine == theirs for mine, theirs in parts)


def _full(day: date) -> Day:
    return Day(year=day.year, month=day.month, day=day.day, weekday=day.weekday())


def _with_weekday(day: Day) -> Day:
    try:
        return _full(date(day.year or 1, day.month or 1, day.day or 1))
    except ValueError:
        return day
