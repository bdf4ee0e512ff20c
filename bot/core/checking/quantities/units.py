"""Units and currencies by their words and signs, each with the smallest unit it is counted in."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from bot.core.checking.quantities import unit_words
from bot.core.checking.quantities.tokens import Token, key_of


class Unit(NamedTuple):
    """What is counted, and how many of it one of this word is: a week is 10,080 minutes."""

    name: str
    factor: Fraction = Fraction(1)


def _read(table: str) -> dict[str, Unit]:
    units = {}
    for row in table.split(";"):
        if row.strip():
            head, _, words = row.partition("=")
            name, factor = head.split()
            units.update(dict.fromkeys(map(key_of, words.split()), Unit(name, Fraction(factor))))
    return units


UNITS = _read(unit_words.TABLE)
_PLAIN_MONEY = frozenset({"dollar", "pound", "yen", "rupee", "franc", "krone", "peso"})
CURRENCIES = frozenset(unit.name for unit in UNITS.values() if unit.name.isupper()) | _PLAIN_MONEY
"""Units of money: codes, and the plain words that several of them share."""

CODES = frozenset(
    word for word, unit in UNITS.items() if unit.name in CURRENCIES and (len(word) <= 3 or not word.isalpha())
)
_PLACES = {
    key: currency
    for currency, keys in (
        ("USD", "us american"),
        ("CAD", "canadian"),
        ("AUD", "australian"),
        ("HKD", "hong kong"),
        ("SGD", "singapore"),
        ("NZD", "new zealand"),
        ("GBP", "british"),
        ("CHF", "swiss"),
        ("MXN", "mexican"),
        ("NOK", "norwegian"),
        ("SEK", "swedish"),
        ("DKK", "danish"),
        ("INR", "indian"),
    )
    for key in keys.split()
}
"""Whose dollars, francs or pesos they are."""

_POWERS = {
    **dict.fromkeys(
        ("square", "sq", "quadrat", "carres", "carre", "cuadrados", "квадратных", "квадратные", "平方", "평방"), "²"
    ),
    **dict.fromkeys(("cubic", "cu", "kubik", "cubes", "cube", "cubicos", "кубических", "立方"), "³"),
}
_BETWEEN = frozenset({"de", "d", "of", "-", "nautical", "metric", "long", "short"})


class Measured(NamedTuple):
    """The index after a unit, and the units it may be."""

    after: int
    units: tuple[Unit, ...]


def currency_before(tokens: Sequence[Token], at: int) -> Measured | None:
    """Read a currency sign or code at `at` that a number may follow: "US$", "€", "Rs.", "EUR"."""
    text, place = "", at
    while place < len(tokens) and place < at + 3:
        glued = place == at or tokens[place].start == tokens[place - 1].end
        if not glued or tokens[place].kind not in ("word", "mark"):
            break
        text += tokens[place].key
        place += 1
    for size in range(place - at, 0, -1):
        written = "".join(token.key for token in tokens[at : at + size])
        if written in CODES and (size > 1 or tokens[at].kind == "mark" or tokens[at].text.isupper() or written == "rs"):
            after = at + size
            after += after < len(tokens) and tokens[after].text == "." and written == "rs"
            return Measured(after, (UNITS[written],))
    return None


def unit_after(tokens: Sequence[Token], at: int) -> Measured | None:
    """Read the unit at `at`, past a hyphen, "de" or a qualifier: "square miles", "U.S. dollars", "per cent"."""
    place, power, money = at, "", ""
    for _ in range(5):
        if place >= len(tokens):
            return None
        found = _longest(tokens, place)
        if found and not (money and found.units[0].name not in _PLAIN_MONEY):
            return _powered(tokens, found, power, money)
        key = tokens[place].key
        if key in _POWERS:
            power = _POWERS[key]
        elif key in _PLACES:
            money = _PLACES[key]
        elif (
            key not in _BETWEEN and not (money and key in (".", "s")) and not (key == "u" and _spells_us(tokens, place))
        ):
            return None
        if key == "u":
            money = "USD"
        place += 1
    return None


def _spells_us(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 2].key == "s"


def _powered(tokens: Sequence[Token], found: Measured, power: str, money: str) -> Measured:
    name, factor = found.units[0]
    after = found.after
    following = tokens[after] if after < len(tokens) else None
    if following and following.key in _POWERS:
        power, after = _POWERS[following.key], after + 1
    if following and following.text in "²³" and following.start == tokens[after - 1].end:
        power, after = following.text, after + 1
    if money:
        name = money
    exponent = {"²": 2, "³": 3}.get(power, 1)
    return Measured(after, (Unit(name + power, factor**exponent),))


def _longest(tokens: Sequence[Token], at: int) -> Measured | None:
    """Find the longest unit at `at`: one word, a phrase such as "percentage points", or adjacent signs."""
    phrase = _phrase(tokens, at)
    if phrase:
        return phrase
    if tokens[at].kind == "word" and tokens[at].key in UNITS and not _single(tokens[at]):
        return Measured(at + 1, (UNITS[tokens[at].key],))
    glued = [tokens[at]]
    for token in tokens[at + 1 : at + 6]:
        if token.start != glued[-1].end:
            break
        glued.append(token)
    for size in range(len(glued), 0, -1):
        unit = UNITS.get("".join(token.key for token in glued[:size]))
        if unit:
            return Measured(at + size, (unit,))
    return None


def _single(token: Token) -> bool:
    return len(token.text) == 1 and not token.text.isalpha()


_PHRASES = {
    tuple(key_of(word) for word in phrase.split()): name
    for name, row in unit_words.PHRASES.items()
    for phrase in row.split("|")
}
_LONGEST_PHRASE = max(map(len, _PHRASES))


def _phrase(tokens: Sequence[Token], at: int) -> Measured | None:
    keys = tuple(token.key for token in tokens[at : at + _LONGEST_PHRASE])
    for size in range(len(keys), 0, -1):
        name = _PHRASES.get(keys[:size])
        if name:
            return Measured(at + size, (Unit(name),))
    return None
