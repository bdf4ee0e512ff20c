"""Pairs quotation marks and brackets, so that no sentence ends inside a short quotation.

Marks are paired by their kind and, where one sign both opens and closes ("straight quotes", «French» and »German«
use, Swedish ”both sides”), by what stands around it. An apostrophe is never a mark; a mark without its partner
protects nothing. Everything is one pass with a stack of bounded depth, so hostile text costs linear time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

LIMIT = 400
"""A quotation of this many code points or more may be cut like any other text."""

_DEPTH = 12
_MARK = re.compile("[\"“”„‟«»‹›‘’‚'「」『』《》〈〉〝〞〟()\\[\\]（）【】]")
_CLOSED_BY = {
    '"': '"', "“": "”", "„": '“”"', "‟": "”", "”": "”", "«": "»", "»": "«»", "‹": "›", "›": "‹›",
    "‘": "’", "'": "'", "‚": "‘’", "「": "」", "『": "』", "《": "》", "〈": "〉", "〝": "〞〟",
    "(": ")", "[": "]", "（": "）", "【": "】",
}  # fmt: skip
_TWO_FACED = frozenset("\"'“”«»‹›‘’")
_BRACKETS = frozenset("()[]（）【】")
_OPENING_BEFORE = frozenset("([{（【「『《〈“„«‹‘\"'-–—:/¿¡：，。")
_CLOSING_AFTER = frozenset(".,;:!?…)]}）】」』》〉”»›’\"'-–—。，、！？؟،؛।")
_STOPS_BEFORE = frozenset(".,!?…;:—–-。！？，、؟،।")
_ELISION = re.compile(r"(?:tis|twas|em|cause|til|n|round|bout)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Enclosures:
    """Where a text is quoted or bracketed; positions are code points.

    `inner` holds the outermost pairs shorter than `LIMIT` as (opening mark, closing mark), in order; `opened_at`
    maps each paired closing quotation mark to its opening mark; `opening` holds all paired opening marks.
    """

    inner: tuple[tuple[int, int], ...]
    opened_at: dict[int, int]
    opening: frozenset[int]
    _starts: tuple[int, ...] = field(repr=False)

    def around(self, position: int) -> tuple[int, int] | None:
        """Return the short pair that a cut in front of `position` would break open."""
        found = bisect_left(self._starts, position) - 1
        if found < 0:
            return None
        start, end = self.inner[found]
        return (start, end) if position <= end else None


def pair(text: str) -> Enclosures:
    """Find the quotations and brackets of one paragraph; what has no partner is left out."""
    pairs: list[tuple[int, int]] = []
    opened_at: dict[int, int] = {}
    for start, end in _pairs(text):
        if text[end] not in _BRACKETS:
            opened_at[end] = start
        pairs.append((start, end))
    inner = tuple(_outermost(pairs))
    return Enclosures(inner, opened_at, frozenset(start for start, _ in pairs), tuple(start for start, _ in inner))


def _outermost(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = -1
    for start, end in sorted(pairs):
        if end > reached and end - start <= LIMIT:
            reached = end
            yield start, end


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Pairs nest properly: closing one drops whatever was left open inside it."""
    stack: list[int] = []
    for found in _MARK.finditer(text):
        at = found.start()
        partner = _partner(text, at=at, stack=stack)
        if partner is not None:
            yield stack[partner], at
            del stack[partner:]
        elif _opens(text, at):
            _drop_same(text, at=at, stack=stack)
            stack.append(at)
            del stack[:-_DEPTH]


def _drop_same(text: str, *, at: int, stack: list[int]) -> None:
    """A sign that both opens and closes cannot stand open twice: the earlier one was never closed."""
    mark = text[at]
    if mark in _CLOSED_BY[mark]:
        stack[:] = [earlier for earlier in stack if text[earlier] != mark]


def _partner(text: str, *, at: int, stack: list[int]) -> int | None:
    mark = text[at]
    for depth in range(len(stack) - 1, -1, -1):
        opener = text[stack[depth]]
        if mark in _CLOSED_BY[opener]:
            return depth if _closes(text, at=at, opener=opener) else None
    return None


def _closes(text: str, *, at: int, opener: str) -> bool:
    """Whether a sign that could close `opener` does so here."""
    mark, before, after = text[at], _beside(text, at - 1), _beside(text, at + 1)
    if mark not in _TWO_FACED or (mark in "”»›" and opener in "“„‟«‹"):
        return True
    if mark in "'’‘":
        return not after.isalnum() and not before.isspace() and (before in _STOPS_BEFORE or after in _CLOSING_AFTER)
    return not (_leans_open(before, after) and not _leans_closed(before, after)) and not _gershayim(text, at)


def _opens(text: str, at: int) -> bool:
    mark, before, after = text[at], _beside(text, at - 1), _beside(text, at + 1)
    if mark not in _CLOSED_BY:
        return False
    if mark in "'‘":
        return _leans_open(before, after) and after.isalpha() and not _ELISION.match(text, at + 1)
    if mark == '"':
        # 12" is inches and a Hebrew acronym is one word; a mark that hugs the word before it closes nothing here.
        return not (before.isdigit() or _gershayim(text, at) or _leans_closed(before, after))
    return mark not in "”»›" or _leans_open(before, after)


def _beside(text: str, at: int) -> str:
    """The neighbour of a mark; the ends of the text count as spaces."""
    return text[at] if 0 <= at < len(text) else " "


def _leans_open(before: str, after: str) -> bool:
    return (before.isspace() or before in _OPENING_BEFORE) and not after.isspace()


def _leans_closed(before: str, after: str) -> bool:
    return not before.isspace() and (after.isspace() or after in _CLOSING_AFTER)


def _gershayim(text: str, at: int) -> bool:
    return "\u0590" <= _beside(text, at - 1) <= "\u05ff" and "\u0590" <= _beside(text, at + 1) <= "\u05ff"
