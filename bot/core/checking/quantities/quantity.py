"""What a quantity is once its writing no longer matters, and when two of them say the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"})
FAMILIES = {
    "dollar": DOLLARS,
    "pound": frozenset({"GBP", "lb", "EGP"}),
    "yen": frozenset({"JPY", "CNY"}),
    "peso": frozenset({"MXN", "ARS", "CLP", "COP", "PHP"}),
    "franc": frozenset({"CHF", "XOF"}),
    "krone": frozenset({"SEK", "NOK", "DKK", "CZK"}),
    "rupee": frozenset({"INR", "PKR", "LKR", "NPR"}),
    "ton": frozenset({"gram"}),
}
"""A plain word and what it may stand for: "dollars" agrees with US and with Canadian ones, which differ."""

_VAGUE_REACH = 1000
"""Up to how many times a thousand "thousands" are."""

LOOSE_UNITS = frozenset({"ordinal", "decade"})
"""Units that a bare number may stand in for: "the 5th grade" and "grade 5", "the 90s" and "années 90"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit; "" is a plain count. Lengths, weights and durations are in their smallest unit."""

    value: Fraction
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """As much of a date as is written: any part may be None. Monday is weekday 0; seasons are 1 (spring) to 4."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes after midnight, with its zone where one is written."""

    minutes: int
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """Digits that count nothing, compared as they stand: a version, a very long number, "24/7"."""

    text: str


@dataclass(frozen=True, slots=True)
class Vague:
    """An order of magnitude with its unit: "dozens" (12), "thousands" (1,000), "tens of thousands of euros"."""

    scale: Fraction
    unit: str = ""


Reading = Amount | Day | Clock | Code | Vague


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity found in a text, with every reading its writing allows ("1.500" may be 1,500 or 1.5).

    `required` is False where the words count nothing by themselves ("one of them", "the second"): such a quantity
    can support a claim but need not be supported. `near` holds the beginnings of the words around it; `scale` and
    `factor` are what a scale word and the unit multiplied the number by; `rounded` where "about" stands before it.
    """

    words: str
    start: int
    end: int
    readings: frozenset[Reading]
    required: bool = True
    near: frozenset[str] = field(default_factory=frozenset)
    scale: int = 1
    factor: Fraction = Fraction(1)
    rounded: bool = False

    @property
    def units(self) -> frozenset[str]:
        """The units of its amounts; for a date the parts it has, and a bare year is no count."""
        days = [reading for reading in self.readings if isinstance(reading, Day)]
        if days:
            return frozenset(part for day in days for part in PARTS if getattr(day, part) is not None)
        return frozenset(
            reading.unit if isinstance(reading, Amount) else type(reading).__name__ for reading in self.readings
        )


PARTS = ("year", "month", "day", "weekday", "season")


class Found(NamedTuple):
    """What a quantity that stands at a place may mean: the index after it, and the fields of a `Quantity`."""

    after: int
    readings: Iterable[Reading]
    required: bool = True
    scale: int = 1
    factor: Fraction = Fraction(1)


class Counted(NamedTuple):
    """A number at a place: the index after it, its possible values, and the scale words it was multiplied by."""

    after: int
    values: frozenset[Fraction]
    scale: int = 1
    required: bool = True
    ordinal: bool = False
    code: str = ""


def agree(claimed: Quantity, found: Quantity) -> bool:
    """Tell whether `found` says what `claimed` says; `found` may say more (a date with its year)."""
    return any(readings_agree(a, b) for a in claimed.readings for b in found.readings)


def readings_agree(claimed: Reading, found: Reading) -> bool:
    """Tell whether one reading of a claim is what one reading of a source says."""
    if isinstance(claimed, Amount) and isinstance(found, Amount):
        same = claimed.value == found.value and units_agree(claimed.unit, found.unit)
        return same or _is_share_of(claimed, found) or _is_share_of(found, claimed)
    if isinstance(claimed, Day) and isinstance(found, Day):
        return _parts_agree(claimed, found)
    if isinstance(claimed, Clock) and isinstance(found, Clock):
        same_zone = not claimed.zone or not found.zone or claimed.zone == found.zone
        return claimed.minutes == found.minutes and same_zone
    if isinstance(claimed, Vague) and isinstance(found, Amount):
        within = claimed.scale <= found.value < claimed.scale * _VAGUE_REACH
        return within and units_agree(claimed.unit, found.unit)
    if isinstance(claimed, Vague) and isinstance(found, Vague):
        return claimed.scale == found.scale and units_agree(claimed.unit, found.unit)
    if isinstance(claimed, Amount) and isinstance(found, Day):
        return claimed.unit == "ordinal" and claimed.value == found.day
    return claimed == found


def _is_share_of(part: Amount, percentage: Amount) -> bool:
    """Tell whether a fraction is a percentage, which may be rounded: two thirds are 66 and 67 percent."""
    if part.unit or percentage.unit != "percent" or not 0 < part.value < 1:
        return False
    exact = 100 * part.value
    return exact == percentage.value or (exact.denominator > 1 and abs(exact - percentage.value) < 1)


def units_agree(one: str, other: str) -> bool:
    """Tell whether two units may be the same: equal, of one family, or a bare number beside a loose unit."""
    if one == other or other in FAMILIES.get(one, ()) or one in FAMILIES.get(other, ()):
        return True
    return "" in (one, other) and bool(LOOSE_UNITS & {one, other})


def _parts_agree(claimed: Day, found: Day) -> bool:
    return all(getattr(claimed, part) in (None, getattr(found, part)) for part in PARTS)
