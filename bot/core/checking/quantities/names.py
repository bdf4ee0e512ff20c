"""Digits that belong to a name and count nothing: "R1", "F-16", "COVID-19", "G7", "5G"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.checking.quantities.tokens import Token, text_at
from bot.core.checking.quantities.units import currency_before

_PREFIXES = frozenset("mid pre post sub top plus under over non some late early rs".split())
"""Words that stand before a number and leave it one: "mid-2024", "under-21"."""
_LONGEST_NAME = 6
"""Letters of a capitalised word before a hyphen that makes a name; "Thursday-12" would be none."""


def inside_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the number at `at` is part of a name."""
    before = tokens[at - 1] if at else None
    if before is None or before.end != tokens[at].start:
        return _before_capital(tokens, at)
    if before.kind == "word" and (before.text.isascii() or before.text[0].isupper()):
        return before.key not in _PREFIXES and currency_before(tokens, at - 1) is None
    if before.text in ("-", "_") and at > 1 and tokens[at - 2].end == before.start:
        return _is_name(tokens[at - 2])
    return _before_capital(tokens, at)


def end_of_name(tokens: Sequence[Token], at: int) -> int:
    """Return the index after a name, past what is glued to its digits: "F-16C", "B-52s"."""
    after = at + 1
    while after < len(tokens) and tokens[after].start == tokens[after - 1].end and tokens[after].kind == "word":
        after += 1
    return after


def _is_name(prefix: Token) -> bool:
    if prefix.kind != "word" or prefix.key in _PREFIXES or not any(char.isupper() for char in prefix.text):
        return False
    return len(prefix.text) <= _LONGEST_NAME or not prefix.text[1:].islower()


def _before_capital(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a single digit has a single capital glued to it: "5G", "3D", "4K"."""
    glued = at + 1 < len(tokens) and tokens[at + 1].start == tokens[at].end
    return glued and text_at(tokens, at + 1) in ("G", "D", "K") and len(tokens[at].text) == 1
