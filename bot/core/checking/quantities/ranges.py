"""Ranges and lists, where one unit stands for several numbers: "10 to 12 percent", "$3 or 5 billion"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.core.checking.quantities.quantity import Amount, Day, Quantity, Reading
from bot.core.checking.quantities.units import CURRENCIES

_RANGE = r"-|–|—|to|bis|a|à|до|至|到|~|〜|through"
_LIST = r"and|or|und|oder|y|o|et|ou|и|или|و|、|,(?:\s?(?:and|or|und|y|et|и))?"
_JOINED = re.compile(rf"\s?(?:{_RANGE}|{_LIST})\s?", re.IGNORECASE)
_SPANNED = re.compile(rf"\s?(?:{_RANGE})\s?", re.IGNORECASE)
_LONGEST = 8


def share_units(folded: str, found: list[Quantity]) -> tuple[Quantity, ...]:
    """Add to bare numbers the reading with their neighbour's unit: in "3 to 5 billion euros", 3 billion euros.

    The unit after a list counts for all of it; the unit before one only in a range, or where it is money.
    """
    for place in range(len(found) - 2, -1, -1):
        if _JOINED.fullmatch(_gap(folded, found[place], found[place + 1])):
            found[place] = _borrowing(found[place], found[place + 1])
    for place in range(1, len(found)):
        gap = _gap(folded, found[place - 1], found[place])
        if _SPANNED.fullmatch(gap) or (_JOINED.fullmatch(gap) and found[place - 1].units & CURRENCIES):
            found[place] = _borrowing(found[place], found[place - 1])
    return tuple(found)


def _gap(folded: str, one: Quantity, other: Quantity) -> str:
    return folded[one.end : min(other.start, one.end + _LONGEST + 1)]


def _borrowing(one: Quantity, other: Quantity) -> Quantity:
    """Give `one` the unit of `other`; a number that is no plain count, or may be a year, keeps what it has."""
    if any(isinstance(reading, Day) for reading in one.readings):
        return one
    years = {reading.year for reading in other.readings if isinstance(reading, Day) and reading.year}
    bare = [reading for reading in one.readings if isinstance(reading, Amount) and reading.unit == ""]
    borrowed = {reading for mine in bare for theirs in other.readings for reading in _lent(mine, theirs, other)}
    borrowed |= {
        Day(year=year - year % 100 + int(mine.value)) for year in years for mine in bare if _ends_year(mine, year)
    }
    scale = other.scale if one.scale == 1 else one.scale
    return replace(one, readings=one.readings | borrowed, scale=scale, factor=other.factor)


def _ends_year(mine: Amount, year: int) -> bool:
    """Tell whether a number may be the 19 of "2018-19"."""
    return mine.value.denominator == 1 and year % 100 < mine.value < 100


def _lent(mine: Amount, theirs: Reading, other: Quantity) -> set[Reading]:
    if isinstance(theirs, Day):
        fits = theirs.month and theirs.day and mine.value.denominator == 1 and 1 <= mine.value <= 31
        return {Day(year=theirs.year, month=theirs.month, day=int(mine.value))} if fits else set()
    if not isinstance(theirs, Amount):
        return set()
    return {Amount(mine.value * scale * other.factor, theirs.unit) for scale in (1, other.scale)}
