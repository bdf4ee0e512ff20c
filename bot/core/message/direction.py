"""Which way a text runs, and the marks that keep mixed lines readable (UAX 9)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

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


def enclose(isolated: Sequence[bool]) -> Iterator[tuple[str, str]]:
    """Yield for each piece of a line what stands before it and behind it to shut it off from the line's direction.

    Neighbours that are both isolated are one passage, within one pair of marks.
    """
    for place, alone in enumerate(isolated):
        opens = alone and not (place and isolated[place - 1])
        closes = alone and not any(isolated[place + 1 : place + 2])
        yield FIRST_STRONG_ISOLATE if opens else "", POP_ISOLATE if closes else ""


def carry(lines: Iterable[str], language: str) -> Iterator[str]:
    """Yield the lines of one paragraph so that each, on its own, runs as it would within the whole.

    A terminal lays out every line by itself: each gets its leading mark where it needs one, and what is isolated
    across a line end is closed there and opened again, in the direction that it had.
    """
    broken = tuple(lines)
    turned = runs_right_to_left(language) and any(_has_right_to_left(line) for line in broken)
    opened = ""
    for line in broken:
        indent = line[: len(line) - len(line.lstrip(" "))]
        shown = indent + opened + line[len(indent) :]
        opened = _left_open(shown)
        mark = RIGHT_TO_LEFT_MARK if turned and first_direction(shown) is not True else ""
        yield mark + shown + (POP_ISOLATE if opened else "")


def _left_open(line: str) -> str:
    """Return the mark that opens again what `line` leaves open: "" where that is nothing."""
    place = max(line.rfind(mark) for mark in (LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE, FIRST_STRONG_ISOLATE))
    if place <= line.rfind(POP_ISOLATE):
        return ""
    direction = first_direction(line[place + 1 :])
    if line[place] != FIRST_STRONG_ISOLATE or direction is None:
        return line[place]
    return RIGHT_TO_LEFT_ISOLATE if direction else LEFT_TO_RIGHT_ISOLATE


def _has_right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)


def lead(text: str, language: str) -> str:
    """Return the mark that a line needs in front to run as its language does: "" where it already does.

    A line of a right-to-left text may begin with a number or a Latin name; without the mark all of it would turn
    round. A line with no right-to-left letter at all is left as it is.
    """
    if not runs_right_to_left(language) or first_direction(text) is True:
        return ""
    return RIGHT_TO_LEFT_MARK if _has_right_to_left(text) else ""
