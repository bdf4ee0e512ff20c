"""Orders of magnitude that are no number: "thousands of people", "tens of thousands", "Hunderte", "сотни"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from bot.core.checking.quantities.quantity import Vague
from bot.core.checking.quantities.tokens import Token, key_of
from bot.core.checking.quantities.units import ALSO_WORDS, unit_after

VAGUE = {
    key_of(word): scale
    for scale, words in (
        (10, "tens decenas dizaines десятки десятков عشرات"),
        (12, "dozens dutzende dutzenden docenas douzaines"),
        (100, "hundreds hunderte hunderten cientos centenares centaines сотни сотен مئات"),
        (1000, "thousands tausende tausenden miles millares milliers тысячи тысяч آلاف"),
        (10**6, "millions millionen millones миллионы миллионов ملايين"),
        (10**9, "billions milliarden milliards миллиарды миллиардов مليارات"),
    )
    for word in words.split()
}
_FOLLOWERS = frozenset({"of", "von", "de", "d"})
_NEEDS_FOLLOWER = frozenset({"miles", "tens", "dizaines"})


class Ordered(NamedTuple):
    """The index after an order of magnitude, and the order."""

    after: int
    vague: Vague


def vague_at(tokens: Sequence[Token], at: int) -> Ordered | None:
    """Read the order of magnitude that begins at token `at`, if one does and no number stands before it."""
    scale = VAGUE.get(tokens[at].key)
    if scale is None or (at and tokens[at - 1].kind in ("number", "glyphs")):
        return None
    place = at + 1
    of = place < len(tokens) and tokens[place].key in _FOLLOWERS
    if tokens[at].key in _NEEDS_FOLLOWER and not of:
        return None
    multiplied = VAGUE.get(tokens[place + of].key) if place + of < len(tokens) else None
    if multiplied and multiplied >= 100:
        return _measured(tokens, place + of + 1, scale * multiplied)
    return _measured(tokens, place, scale)


def _measured(tokens: Sequence[Token], after: int, scale: int) -> Ordered:
    """Bind an order of magnitude to its unit; "hundreds of dollars" are no hundreds of people."""
    named = unit_after(tokens, after)
    if named is None or tokens[named.after - 1].key in ALSO_WORDS:
        return Ordered(after, Vague(Fraction(scale)))
    unit = named.units[0]
    return Ordered(named.after, Vague(scale * unit.factor, unit.name))
