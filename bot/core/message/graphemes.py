"""Where a text may be cut without breaking what a reader sees as one character.

A small, careful reading of Unicode's grapheme clusters (UAX 29): where it is unsure it keeps characters together,
so it may join two clusters but never parts one.
"""

from __future__ import annotations

import unicodedata

LOOK_BACK = 64
"""How far back a start of a cluster is looked for; a longer cluster is not a character but an attack."""

_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e")
_JOINER = "\u200d"


def cut(text: str, start: int, end: int) -> int:
    """Return the last place in `text`, after `start` and not after `end`, that parts no character.

    Where there is none (one cluster fills it all), returns `end`, which must lie beyond `start`.
    """
    if end >= len(text):
        return len(text)
    for place in range(end, max(start, end - LOOK_BACK), -1):
        if is_boundary(text, place):
            return place
    return end


def is_boundary(text: str, place: int) -> bool:
    """Tell whether a reader's characters begin and end at `place`."""
    if place <= 0 or place >= len(text):
        return True
    before, after = text[place - 1], text[place]
    if before < "\u0300" and after < "\u0300":
        return not (before == "\r" and after == "\n")
    if _extends(after) or before == _JOINER or before in _PREPENDED:
        return False
    if _is_flag_half(before) and _is_flag_half(after):
        return _flag_halves_before(text, place) % 2 == 0
    if (_is_jamo(before) and _is_hangul(after)) or (_is_hangul(before) and _is_jamo(after)):
        return False
    # A virama binds the consonants on its two sides into one letter.
    return not (unicodedata.combining(before) == 9 and unicodedata.category(after) == "Lo")


def _extends(char: str) -> bool:
    if char in "\u200c\u200d\u0e33\u0eb3\uff9e\uff9f" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return True
    return unicodedata.category(char) in {"Mn", "Me", "Mc"} or "\U000e0020" <= char <= "\U000e007f"


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _flag_halves_before(text: str, place: int) -> int:
    count = 0
    while count < place and _is_flag_half(text[place - 1 - count]):
        count += 1
    return count


def _is_jamo(char: str) -> bool:
    return "\u1100" <= char <= "\u11ff" or "\ua960" <= char <= "\ua97f" or "\ud7b0" <= char <= "\ud7ff"


def _is_hangul(char: str) -> bool:
    return _is_jamo(char) or "\uac00" <= char <= "\ud7a3"
