"""Units and currencies by their words and signs, each with the smallest unit it is counted in."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from bot.core.checking.quantities import arabic, unit_words
from bot.core.checking.quantities.tokens import Token, key_at, key_of, text_at


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
DUALS = {
    dual: UNITS[singular]
    for dual, singular in arabic.duals_of(unit_words.ARABIC_SINGULARS).items()
    if dual not in UNITS and singular in UNITS
}
"""Arabic words for two of a unit."""
ALSO_WORDS = frozenset("won real grad pie pies tag once rand zoll second".split())
"""Units in one language and other words in another: "three won" may be people."""

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
    "nautical": " nautical",
}
_BETWEEN = frozenset({"de", "d", "of", "-", "metric", "long", "short"})
_MOST_QUALIFIERS = 5


class Measured(NamedTuple):
    """The index after a unit, and the units it may be."""

    after: int
    units: tuple[Unit, ...]


def currency_before(tokens: Sequence[Token], at: int) -> Measured | None:
    """Read a currency sign or code at `at` that a number may follow: "US$", "€", "Rs.", "EUR"."""
    glued = _glued(tokens, at, most=3)
    for size in range(len(glued), 0, -1):
        written = "".join(token.key for token in glued[:size])
        sure = size > 1 or glued[0].kind == "mark" or glued[0].text.isupper() or written == "rs"
        if written in CODES and sure:
            dotted = written == "rs" and text_at(tokens, at + size) == "."
            return Measured(at + size + dotted, (UNITS[written],))
    return None


def _glued(tokens: Sequence[Token], at: int, *, most: int) -> list[Token]:
    """Return the token at `at` and those that follow it without a space."""
    glued = [tokens[at]]
    for token in tokens[at + 1 : at + most]:
        if token.start != glued[-1].end:
            break
        glued.append(token)
    return glued


def unit_after(tokens: Sequence[Token], at: int) -> Measured | None:
    """Read the unit at `at`, past a hyphen, "de" or a qualifier: "square miles", "U.S. dollars", "per cent"."""
    power, money = "", ""
    for place in range(at, min(len(tokens), at + _MOST_QUALIFIERS)):
        found = _longest(tokens, place)
        if found and not (money and found.units[0].name not in _PLAIN_MONEY):
            return _powered(tokens, found, power, money)
        key = tokens[place].key
        spelled = key == "u" and key_at(tokens, place + 2) == "s"
        if not (spelled or key in _POWERS or key in _PLACES or key in _BETWEEN or (money and key in (".", "s"))):
            return None
        power = _POWERS.get(key, power)
        money = "USD" if spelled else _PLACES.get(key, money)
    return None


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
    if len(tokens[at].text) > 1 and tokens[at].key in UNITS:
        return Measured(at + 1, (UNITS[tokens[at].key],))
    glued = _glued(tokens, at, most=6)
    for size in range(len(glued), 0, -1):
        unit = UNITS.get("".join(token.key for token in glued[:size]))
        if unit:
            return Measured(at + size, (unit,))
    return None


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
