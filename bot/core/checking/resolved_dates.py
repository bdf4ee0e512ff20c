"""Dates that a sentence does not spell out and the day of publication makes certain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.core.checking.quantities import Day, find_quantities, months
from bot.core.checking.quantities.tokens import key_of
from bot.core.models import Sentence

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_AMBIGUOUS = frozenset(
    {"last", "next", "letzten", "nachsten", "pasado", "proximo", "dernier", "prochain", "прошлыи", "следующии"}
)
_LONGEST = 5_000
"""Characters of a sentence that are read."""
_WITHIN = 31
"""Days between publication and a date without a year for which the year is certain."""


def resolve(sentences: Iterable[Sentence], published_at: datetime | date | None) -> frozenset[Day]:
    """Return the full dates that weekdays, "yesterday" and dates without a year in the sentences must mean.

    A weekday is the last such day up to publication; where the sentence may speak of what is to come, the next such
    day is possible too. "Last Tuesday" and "next Friday" mean different days to different people and are left alone.
    """
    if published_at is None:
        return frozenset()
    published = published_at.date() if isinstance(published_at, datetime) else published_at
    return frozenset(_full(day) for sentence in sentences for day in _days(sentence.text[:_LONGEST], published))


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


def _days(text: str, published: date) -> list[date]:
    words = [key_of(word) for word in _WORD.findall(text)]
    future = bool(months.FUTURE & set(words)) or any(sign in text for sign in "将將会")
    days = [published + timedelta(days=months.NEAR_TODAY[word]) for word in words if word in months.NEAR_TODAY]
    days += [published + timedelta(days=offset) for sign, offset in months.EAST_ASIAN_NEAR.items() if sign in text]
    for quantity in find_quantities(text):
        before = _WORD.findall(text[max(0, quantity.start - 20) : quantity.start])
        vague = bool(before) and key_of(before[-1]) in _AMBIGUOUS
        days += [
            each
            for reading in quantity.readings
            if isinstance(reading, Day)
            for each in _near(reading, published, future, vague)
        ]
    return days


def _near(day: Day, published: date, future: bool, vague: bool) -> list[date]:
    """Return the dates around publication that a partial date means."""
    if day.year is not None or day.season is not None:
        return []
    within = _WITHIN if day.month else _WITHIN // 2
    reach = range(-6, 7 if future else 1) if day.day is None else range(-within, within + 1)
    if vague or (day.day is None and day.weekday is None):
        return []
    near = (published + timedelta(days=offset) for offset in reach)
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
