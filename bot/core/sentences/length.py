"""Cuts what is too long for one sentence, such as a text without any stop, at a clause mark or a space."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.core.sentences.quotations import Enclosures

LONGEST = 1_000
"""Code points in a sentence, at most."""

_CLAUSE_END = re.compile(r"[;:,،؛](?=\s)|[；：，、]|\s[–—](?=\s)")
_SPACE = re.compile(r"\s+")
_VISIBLE = re.compile(r"\S")
_JOINER = "\u200d"
_FLAG_HALF = re.compile("[\U0001f1e6-\U0001f1ff]")
_FLAG_HALVES = re.compile("(?<![\U0001f1e6-\U0001f1ff])[\U0001f1e6-\U0001f1ff]+$")
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff]")
_BACK = 64


def shorten(text: str, *, start: int, end: int, enclosures: Enclosures) -> Iterator[tuple[int, int]]:
    """Yield the range in parts of at most `LONGEST`, trimmed, none ending inside a short quotation."""
    while end - start > LONGEST:
        at = _place(text, start=start, enclosures=enclosures)
        part = text[start:at].rstrip()
        if part:
            yield start, start + len(part)
        found = _VISIBLE.search(text, at, end)
        start = found.start() if found else end
    if start < end:
        yield start, end


def _place(text: str, *, start: int, enclosures: Enclosures) -> int:
    """The last good place in reach: behind a clause mark, else at a space, else between two characters."""
    half, reach = start + LONGEST // 2, start + LONGEST
    for pattern in (_CLAUSE_END, _SPACE):
        places = [found.end() for found in pattern.finditer(text, half, reach)]
        for at in reversed(places):
            if not enclosures.around(at):
                return at
    around = enclosures.around(reach)
    latest = around[0] if around else reach
    for at in range(latest, max(latest - _BACK, half), -1):
        if not _parts_a_character(text, at=at, start=start):
            return at
    return latest


def _parts_a_character(text: str, *, at: int, start: int) -> bool:
    """Whether a cut in front of `at` would separate an accent, a joiner or half a flag from its character."""
    before, after = text[at - 1], text[at]
    if _FLAG_HALF.match(before) and _FLAG_HALF.match(after):
        halves = _FLAG_HALVES.search(text[start:at])
        return halves is not None and len(halves.group()) % 2 == 1
    joined = _JOINER in (before, after) or _SKIN.match(after)
    return bool(joined) or unicodedata.category(after)[0] == "M"
