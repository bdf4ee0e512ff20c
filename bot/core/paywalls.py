"""Tells whether an article stops at a gate, and how: the flag that a page carries is not enough to say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.core.gate_words import PAY, REGISTER, REMAINS
from bot.core.wall_words import fold

_NO_TEXT: Final = 25
_TEASER: Final = 120
"""A page that calls its article paid, and shows less than this, shows its beginning."""
_HINTS: Final = ((250, 0), (400, 1), (700, 2), (1_500, 3))
"""Up to so many words, so many hints are wanted beside a gate. Under whole articles something often speaks like one."""
_BEHIND: Final = 500
"""Characters: the gate stands where the text ends."""
_LAST_LINES: Final = 4
_LINE: Final = 40
"""Words: what a gate says is short."""
_TAILS: Final = (40, 24, 12)
_HEAD: Final = 6_000
_LAST: Final = re.compile(r"[\W_]+$")
_CUT: Final = ("…", "...", "[…]", "[...]", "(…)")


@dataclass(frozen=True)
class Text:
    """The text that can be read, and what stands around it."""

    text: str
    words: int
    behind: str
    """All that a reader sees, the text among it."""
    gate: str
    """What elements that are named after paywalls show."""

    @cached_property
    def near(self) -> str:
        """The last short lines of the text and what follows it on the page, folded."""
        last = [line for line in self.text.splitlines()[-_LAST_LINES:] if len(line.split()) <= _LINE]
        return fold(f"{' '.join(last)} {_after(self.text, self.behind)}")

    @cached_property
    def named(self) -> bool:
        """Whether an element named after paywalls speaks like one."""
        return _is_gate(fold(self.gate))

    @cached_property
    def is_cut(self) -> bool:
        return self.text.rstrip().endswith(_CUT)


def is_locked(shown: Text, *, is_free: bool | None, stated_words: int, claims_article: bool) -> bool:
    """Tell whether the rest of the article is for those who pay or sign in."""
    words, flagged = shown.words, is_free is False
    if words < _NO_TEXT:
        return flagged or shown.named or (claims_article and _is_gate(fold(shown.behind[:_HEAD])))
    if words < _TEASER and flagged:
        return True
    wanted = next((hints for limit, hints in _HINTS if words < limit), None)
    if wanted is None:
        return False
    if REMAINS.search(shown.near):
        return True
    fewer = stated_words >= max(1.6 * words, words + 100)
    hints = flagged + shown.is_cut + fewer + shown.named - (is_free is True)
    return hints >= wanted if _is_gate(shown.near) else shown.named and hints >= wanted + 2


def gate_lines(lines: Sequence[str]) -> list[int]:
    """Return which of an article's lines, all of them near its end, are what the gate says and no part of it."""
    last = range(max(0, len(lines) - _LAST_LINES), len(lines))
    return [number for number in last if len(lines[number].split()) <= _LINE and _is_gate(fold(lines[number]))]


def wants_account(shown: Text) -> bool:
    """Tell whether the gate asks for an account and not for money."""
    said = f"{shown.near} {fold(shown.gate)}" if shown.words >= _NO_TEXT else fold(shown.behind[:_HEAD])
    return bool(REGISTER.search(said)) and not PAY.search(said)


def _is_gate(folded: str) -> bool:
    return bool(PAY.search(folded) or REGISTER.search(folded) or REMAINS.search(folded))


def _after(text: str, page: str) -> str:
    """What follows the text on the page. Markup may part its last words there, so ever fewer of them are looked for."""
    tail = _LAST.sub("", text.rstrip().rpartition("\n")[2][-2 * _TAILS[0] :])
    for length in _TAILS:
        at = page.rfind(tail[-length:]) if len(tail) >= length else -1
        if at >= 0:
            return page[at + length : at + length + _BEHIND]
    return ""
