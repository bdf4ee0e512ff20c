"""Counts, money, percentages and measures at a place in a text."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bot.core.checking.quantities.arabic import definite_unit
from bot.core.checking.quantities.counting import count_at, words_of
from bot.core.checking.quantities.dates import year_of
from bot.core.checking.quantities.quantity import Amount, Clock, Code, Counted, Day, Found, Reading
from bot.core.checking.quantities.spoken import HALF, and_half
from bot.core.checking.quantities.tokens import Token
from bot.core.checking.quantities.units import (
    ALSO_WORDS,
    CURRENCIES,
    DUALS,
    UNITS,
    Measured,
    Unit,
    currency_before,
    unit_after,
)

_SUFFIXES = {"m": 10**6, "b": 10**9, "t": 10**12, "k": 1000}
"""Letters glued to a number that multiply it; "m" without a currency may be metres as well."""
_DECADES = frozenset({"s", "er", "ern"})
_PLAIN = (Unit(""),)
_YEAR_IN_MONTHS = 12
_HOURS = 24
_OCLOCK = frozenset("h heure heures hora horas час часа часов".split())


def amount_at(tokens: Sequence[Token], at: int, language: str) -> Found | None:
    """Read the amount that begins at token `at`, if one does."""
    dual = DUALS.get(tokens[at].key) if language == "ar" else None
    if dual:
        return Found(at + 1, {Amount(2 * dual.factor, dual.name)})
    per_hundred = _per_hundred(tokens, at, language)
    if per_hundred:
        return per_hundred
    money = currency_before(tokens, at) if tokens[at].kind != "number" else None
    start = money.after if money else at
    counted = count_at(tokens, start, language) if start < len(tokens) else None
    if money and (counted is None or tokens[start].kind == "word"):
        return None
    if counted is None:
        return _article(tokens, at, language)
    if not counted.values:
        return Found(counted.after, {Code(counted.code)})
    if counted.ordinal:
        return Found(counted.after, {Amount(value, "ordinal") for value in counted.values}, counted.required)
    return _decade(tokens, counted) or _measured(tokens, start, counted, money)


def _per_hundred(tokens: Sequence[Token], at: int, language: str) -> Found | None:
    """Read the Chinese percentage, whose words stand before its number: 百分之八."""
    if at + 3 >= len(tokens) or "".join(token.text for token in tokens[at : at + 3]) != "百分之":
        return None
    counted = count_at(tokens, at + 3, language)
    return Found(counted.after, {Amount(value, "percent") for value in counted.values}) if counted else None


def _article(tokens: Sequence[Token], at: int, language: str) -> Found | None:
    """Read "an hour" and "a year and a half"; the article supports a claim of one and need not be supported."""
    words = words_of(language)
    if tokens[at].key not in words.articles:
        return None
    unit = unit_after(tokens, at + 1)
    if unit is None:
        return Found(at + 1, {Amount(Fraction(1))}, required=False)
    after = and_half(tokens, unit.after, words)
    half = HALF if after > unit.after else Fraction(0)
    readings = {Amount(each.factor * (1 + half), each.name) for each in unit.units}
    return Found(after if half else at + 1, readings, required=bool(half))


def _decade(tokens: Sequence[Token], counted: Counted) -> Found | None:
    """Read "1990s" and "90er", which agree with each other by their last two digits."""
    suffix = _glued(tokens, counted.after)
    if suffix is None or suffix.key not in _DECADES:
        return None
    values = counted.values | {value % 100 for value in counted.values}
    return Found(counted.after + 1, {Amount(value, "decade") for value in values})


def _measured(tokens: Sequence[Token], start: int, counted: Counted, money: Measured | None) -> Found:
    """Bind a number to its currency or unit, and add what else its writing allows: a year, an age, millions."""
    after, units, values = counted.after, money.units if money else _PLAIN, counted.values
    suffix = _glued(tokens, after)
    readings: set[Reading] = {Code(counted.code)} if counted.code else set()
    if suffix and suffix.key in _SUFFIXES and tokens[start].kind == "number":
        scale = _SUFFIXES[suffix.key]
        readings |= {Amount(value * scale, unit.name) for value in values for unit in units}
        if money or suffix.key != "m":
            after, values = after + 1, frozenset(value * scale for value in values)
    named = unit_after(tokens, after) or _definite_unit(tokens, start, after)
    if named and not (money and named.units[0].name not in CURRENCIES):
        after, units = named.after, named.units
    readings |= {Amount(_times(value, unit.factor), unit.name) for value in values for unit in units}
    year = None if money or named or counted.after != start + 1 else year_of(tokens, start)
    readings |= {Day(year=year)} if year else set()
    readings |= {Amount(value) for value in values if named and tokens[after - 1].key in ALSO_WORDS}
    readings |= {Clock(int(value) * 60) for value in values if _is_hour(value, tokens, after)}
    readings |= {Amount(value) for value in values if _is_age(tokens, start, after, units[0])}
    return Found(after, readings, counted.required, counted.scale, units[0].factor)


def _definite_unit(tokens: Sequence[Token], start: int, after: int) -> Measured | None:
    """Read the unit before an Arabic number that has the article, as in "the months the nine"."""
    word = definite_unit(tokens, start, UNITS.keys())
    return Measured(after, (UNITS[word],)) if word else None


def _is_hour(value: Fraction, tokens: Sequence[Token], after: int) -> bool:
    """Tell whether a number of hours may be a time of day, as in "à 18 heures" and "в 16 часов"."""
    return value.denominator == 1 and value < _HOURS and tokens[after - 1].key in _OCLOCK


def _times(value: Fraction, factor: Fraction) -> Fraction:
    return value if factor == 1 else value * factor


def _glued(tokens: Sequence[Token], at: int) -> Token | None:
    return tokens[at] if 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start else None


def _is_age(tokens: Sequence[Token], start: int, after: int, unit: Unit) -> bool:
    """Tell whether years are an age, which other sentences write as a bare number: "the mayor, 45,"."""
    if unit.factor != _YEAR_IN_MONTHS:
        return False
    following = [token.key for token in tokens[after : after + 2]]
    french_or_spanish = start > 0 and tokens[start - 1].key == "de" and tokens[after - 1].key in ("ans", "anos")
    return french_or_spanish or following[:1] in (["old"], ["alt"]) or following == ["-", "old"]
