"""Units that measure the same: a length in kilometres or miles, a time in weeks or months."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.comparing.figures import Figure
from bot.core.words import fold, root

_UNITS: Mapping[str, Mapping[float, str]] = {
    "length": {
        1000: "km kilometre kilometer kilómetro kilomètre км километр километров километра",
        1: "m metre meter metern metro mètre метр метров метра",
        0.01: "cm centimetre centimeter zentimeter см",
        0.001: "mm millimetre millimeter мм",
        1609.34: "mi mile meile milla миля мили миль",
        0.3048: "foot feet ft",
        0.0254: "inch inches",
        0.9144: "yard",
    },
    "mass": {
        1000: "tonne ton tonnen tonelada тонна тонн тонны",
        1: "kg kilo kilogram кг килограмм",
        0.001: "gram gramm",
    },
    "area": {1: "ha hectare hektar hectárea га гектар гектаров", 0.4047: "acre"},
    "volume": {1: "litre liter litro литр литров", 3.785: "gallon"},
    "time": {
        1 / 1440: "minute minuto minuten минут минуты",
        1 / 24: "hour stunde hora heure час часов часа",
        1: "day tag día jour день дней дня",
        7: "week woche semana semaine неделя недели недель",
        30.4: "month monat mes mois месяц месяца месяцев",
        365: "year jahr año année год года лет",
    },
}
_MEASURES = {
    root(fold(word)): (kind, factor)
    for kind, units in _UNITS.items()
    for factor, words in units.items()
    for word in words.split()
}
TIME_UNITS = frozenset(unit for unit, (kind, _) in _MEASURES.items() if kind == "time")
MONEY = frozenset("$€£¥₽₹")
_POINTS_IN_TIME = frozenset({"after", "before", "ago", "old", "alt", "long", "prison", "jail"})
"""Words after a length of time that make it another one: "41 years later" is not "61 years old"."""
SLACK = 0.12
"""Share by which two values in different units may differ and be one value, rounded: a month is four weeks or five."""


def is_measure(unit: str) -> bool:
    """Whether a unit measures something, so that its name is no word of the statement."""
    return unit in _MEASURES


def measured_apart(one: Figure, other: Figure) -> bool:
    """Whether two sums, measures or lengths of time of one kind are surely not the same, whatever their units."""
    if not one.unit or not other.unit:
        return False
    if one.unit[0] in MONEY and other.unit[0] in MONEY:
        return one.unit[0] != other.unit[0] if one.value == other.value else one.unit[0] == other.unit[0]
    mine, theirs = _MEASURES.get(one.unit[0]), _MEASURES.get(other.unit[0])
    if not mine or not theirs or mine[0] != theirs[0]:
        return False
    if mine[0] == "time" and set(one.unit) & _POINTS_IN_TIME != set(other.unit) & _POINTS_IN_TIME:
        return False
    low, high = sorted((one.value * mine[1], other.value * theirs[1]))
    return mine == theirs or high - low > SLACK * high


def in_common_unit(figure: Figure) -> Figure:
    """Return the figure with its value in the unit that all measures of its kind can be compared in."""
    known = _MEASURES.get(figure.unit[0]) if figure.unit else None
    return figure._replace(value=figure.value * known[1]) if known else figure
