"""Ranges and lists, where one unit stands for several numbers: "10 to 12 percent", "$3 or 5 billion"."""

from __future__ import annotations

from dataclasses import replace

from bot.core.checking.quantities.joiners import in_one_clause, is_compared, join_between
from bot.core.checking.quantities.quantity import Amount, Day, Quantity, Reading
from bot.core.checking.quantities.surroundings import counts_nothing
from bot.core.checking.quantities.units import CURRENCIES

_NEIGHBOURS = 2
"""Quantities on one side of a number that are looked at: a date may stand between the two that are compared."""


def share_units(folded: str, found: list[Quantity], *, language: str) -> tuple[Quantity, ...]:
    """Add to bare numbers the reading with their neighbour's unit: in "3 to 5 billion euros", 3 billion euros.

    The unit after two numbers in one place counts for both. The unit before one counts in a range, where it is money,
    and where the number that it is set against names nothing itself ("70 minutes instead of 28"). What stands right
    behind "instead of" or the like and names nothing has the unit of the number next to it, on either side.
    """
    bare = [place for place, each in enumerate(found) if _bare_amounts(each)]
    for place in reversed(bare):
        lender = _lender_after(folded, found, place, language)
        found[place] = _borrowing(found[place], lender) if lender else found[place]
    for place in bare:
        lender = _lender_before(folded, found, place, language)
        found[place] = _borrowing(found[place], lender) if lender else found[place]
    return tuple(found)


def _lender_after(folded: str, found: list[Quantity], place: int, language: str) -> Quantity | None:
    if place + 1 == len(found):
        return None
    one, other = found[place], found[place + 1]
    if join_between(folded, one.end, other.start):
        return other
    if not counts_nothing(folded, one.end, language=language) or not is_compared(folded, one.start):
        return None
    compared = next((each for each in found[place + 1 : place + 1 + _NEIGHBOURS] if not _is_dated(each)), None)
    return compared if compared and in_one_clause(folded, one.end, compared.start) else None


def _lender_before(folded: str, found: list[Quantity], place: int, language: str) -> Quantity | None:
    if not place:
        return None
    one, other = found[place], found[place - 1]
    join = join_between(folded, other.end, one.start)
    if join == "span" or (join == "list" and other.units & CURRENCIES):
        return other
    if not counts_nothing(folded, one.end, language=language):
        return None
    if not (join == "contrast" or is_compared(folded, one.start)):
        return None
    earlier = found[max(0, place - _NEIGHBOURS) : place]
    compared = next((each for each in reversed(earlier) if not _is_dated(each)), None)
    return compared if compared and in_one_clause(folded, compared.end, one.start) else None


def _is_dated(quantity: Quantity) -> bool:
    return any(isinstance(reading, Day) for reading in quantity.readings)


def _bare_amounts(quantity: Quantity) -> list[Amount]:
    """Return what a number is without a unit; nothing where it may be a year or another date."""
    if _is_dated(quantity):
        return []
    return [reading for reading in quantity.readings if isinstance(reading, Amount) and reading.unit == ""]


def _borrowing(one: Quantity, other: Quantity) -> Quantity:
    """Give `one`, a bare number, the unit of `other`, or its month and year."""
    bare = _bare_amounts(one)
    years = {reading.year for reading in other.readings if isinstance(reading, Day) and reading.year}
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
