"""The days and times of day that a sentence names, and whether two of them cannot be one."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.checking.quantities import Clock, Day, Quantity, find_quantities
from bot.core.comparing.statements import LONGEST

_PARTS = ("year", "month", "day", "weekday")
_MONTH_DAYS = 31
_WEEK = 7
_HALF_HOUR = 30
_ZONE = re.compile(
    r"\b(?:local time|(?:eastern|central|mountain|pacific|greenwich|australian|japan|korea|india|moscow) time|"
    r"gmt|utc|bst|cet|cest|est|edt|pst|pdt|msk|ortszeit|mitteleuropäisch\w*|hora(?:s)? (?:local|peninsular)\w*|"
    r"heures? (?:locales?|de paris|gmt)|(?:местно|московско)\w+ времени|мск)\b|"
    r"بالتوقيت|بتوقيت|現地時間|日本時間|当地时间|北京时间",
    re.IGNORECASE,
)
_PART_OF_DAY = re.compile(
    r"\b(?:night|overnight|midnight|dawn|evening|nacht|abend|mitternacht|noche|madrugada|medianoche|nuit|soir|minuit|"
    r"ночь\w*|ночи|вечер\w*|полноч\w*|рассвет\w*)\b|ليل|مساء|فجر|未明|深夜|夜|凌晨|晚上",
    re.IGNORECASE,
)


class Moment(NamedTuple):
    """A day or a time of day, and where it is written."""

    start: int
    end: int
    value: Day | Clock


def find_moments(text: str, *, language: str) -> tuple[Moment, ...]:
    """Return the days and times of day that a sentence names; what may be several days is left out."""
    found = (_moment(quantity) for quantity in find_quantities(text[:LONGEST], language=language))
    return tuple(moment for moment in found if moment)


def _moment(quantity: Quantity) -> Moment | None:
    for kind in (Day, Clock):
        values = [reading for reading in quantity.readings if isinstance(reading, kind)]
        if values:
            return Moment(quantity.start, quantity.end, values[0]) if len(values) == 1 else None
    return None


def same_moment(one: Moment, other: Moment) -> bool:
    """Whether two may be one, of which either says more: a weekday and its date name no part in common."""
    if isinstance(one.value, Day) and isinstance(other.value, Day):
        return not _parts_apart(one.value, other.value)
    return one.value == other.value


def names_again(moment: Moment, other: Moment) -> bool:
    """Whether `other` surely or possibly names the day or time of `moment` once more, not only its year."""
    if not isinstance(moment.value, Day) or not isinstance(other.value, Day):
        return moment.value == other.value
    shared = {part for part in _PARTS if getattr(moment.value, part) == getattr(other.value, part) is not None}
    finest = next((part for part in ("day", "weekday", "month", "year") if getattr(moment.value, part) is not None), "")
    return finest in shared and not _parts_apart(moment.value, other.value)


def surely_apart(one: Moment, other: Moment) -> bool:
    """Whether two cannot be one moment told in two time zones: days must be further apart than neighbours are."""
    if isinstance(one.value, Clock) and isinstance(other.value, Clock):
        return one.value.minutes != other.value.minutes and one.value.zone == other.value.zone
    if not isinstance(one.value, Day) or not isinstance(other.value, Day):
        return False
    apart = _parts_apart(one.value, other.value)
    return bool(apart) and apart != {"year"} and not _neighbours(one.value, other.value)


def is_weekday(moment: Moment) -> bool:
    """Whether it is no more than a weekday, which names another day each week."""
    return isinstance(moment.value, Day) and moment.value.weekday is not None and moment.value.day is None


def may_be_zones(one: Moment, other: Moment) -> bool:
    """Whether two times of day are whole or half hours apart, as the clocks of two places are."""
    if not isinstance(one.value, Clock) or not isinstance(other.value, Clock):
        return False
    return (one.value.minutes - other.value.minutes) % _HALF_HOUR == 0


def names_zone(text: str) -> bool:
    """Whether a text says whose clock it tells the time by."""
    return bool(_ZONE.search(text))


def names_part_of_day(text: str) -> bool:
    """Whether a text speaks of a night or an evening, which is another day elsewhere."""
    return bool(_PART_OF_DAY.search(text))


def _parts_apart(one: Day, other: Day) -> set[str]:
    both = {part: (getattr(one, part), getattr(other, part)) for part in _PARTS}
    return {part for part, (mine, theirs) in both.items() if None not in (mine, theirs) and mine != theirs}


def _neighbours(one: Day, other: Day) -> bool:
    """Whether two days follow each other; of weekdays without a date one never knows more."""
    if one.day is not None and other.day is not None:
        return abs(_of_year(one) - _of_year(other)) <= 1 or {one.day, other.day} in ({1, 30}, {1, 31}, {1, 28}, {1, 29})
    if one.weekday is not None and other.weekday is not None:
        return (one.weekday - other.weekday) % _WEEK in (1, _WEEK - 1)
    return False


def _of_year(day: Day) -> int:
    return (day.month or 0) * _MONTH_DAYS + (day.day or 0)
