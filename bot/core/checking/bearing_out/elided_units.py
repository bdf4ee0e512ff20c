"""Units left out because they were just said: "against 12,000 litres, it may have been up to 30,000"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from bot.core.checking.quantities import Amount, Quantity
from bot.core.checking.quantities.surroundings import counts_nothing

_NOT_LENT = frozenset({"", "percent", "percentage point", "ordinal", "decade"})


def with_units_said_before(
    texts: Sequence[str], found: Sequence[Sequence[Quantity]]
) -> tuple[tuple[Quantity, ...], ...]:
    """Return, for each of neighbouring sentences, its quantities without a unit, with those said before them.

    `found` are the quantities of each text. A number takes units from its own sentence and from the one before, and
    only where what follows it is a mark or a word such as "that": "30,000 birds" are no litres.
    """
    lent: list[tuple[Quantity, ...]] = []
    before: set[tuple[str, Fraction]] = set()
    for text, quantities in zip(texts, found, strict=True):
        said: set[tuple[str, Fraction]] = set()
        taken: list[Quantity] = []
        for quantity in quantities:
            bare, units = _bare_values(quantity), before | said
            if bare and units and counts_nothing(text, quantity.end):
                readings = frozenset(Amount(value * factor, unit) for value in bare for unit, factor in units)
                taken.append(replace(quantity, readings=readings))
            said |= _units(quantity)
        lent.append(tuple(taken))
        before = said
    return tuple(lent)


def _bare_values(quantity: Quantity) -> list[Fraction]:
    bare = [reading.value for reading in quantity.readings if isinstance(reading, Amount) and not reading.unit]
    return bare if len(bare) == len(quantity.readings) else []


def _units(quantity: Quantity) -> set[tuple[str, Fraction]]:
    units = {reading.unit for reading in quantity.readings if isinstance(reading, Amount)} - _NOT_LENT
    return {(unit, quantity.factor) for unit in units}
