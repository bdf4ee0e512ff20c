"""Which way a text runs, and the marks that keep mixed lines readable (UAX 9)."""

from __future__ import annotations

import unicodedata

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
RIGHT_TO_LEFT_MARK = "\u200f"
LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE = "\u2066", "\u2067"
FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
LOOK_AHEAD = 400
"""Characters in which the direction of a text is looked for, from either end."""


def runs_right_to_left(language: str) -> bool:
    """Tell whether a language (a BCP 47 tag) is written from right to left."""
    return language.lower().replace("_", "-").split("-")[0] in RIGHT_TO_LEFT


def first_direction(text: str) -> bool | None:
    """Return True where the first strong character runs right to left, False where left to right, None without one."""
    return _direction(text[:LOOK_AHEAD])


def runs_against(text: str, language: str) -> bool:
    """Tell whether `text` begins or ends in the direction in which the language is not written.

    Where only its end does, a marker behind it would still be drawn to the wrong side.
    """
    against = not runs_right_to_left(language)
    return against in {_direction(text[:LOOK_AHEAD]), _direction(text[: -LOOK_AHEAD - 1 : -1])}


def _direction(chars: str) -> bool | None:
    for char in chars:
        kind = unicodedata.bidirectional(char)
        if kind in {"R", "AL"}:
            return True
        if kind == "L":
            return False
    return None


def isolate(text: str) -> str:
    """Return `text` shut off from the direction of the line it stands in."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def lead(text: str, language: str) -> str:
    """Return the mark that a line needs in front to run as its language does: "" where it already does.

    A line of a right-to-left text may begin with a number or a Latin name; without the mark all of it would turn
    round. A line with no right-to-left letter at all is left as it is.
    """
    if not runs_right_to_left(language) or first_direction(text) is True:
        return ""
    return RIGHT_TO_LEFT_MARK if any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text) else ""
