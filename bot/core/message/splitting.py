"""Cuts a long reply into parts: between lines, else between sentences, else words, else characters.

Lengths count UTF-16 units, as Telegram does; places in a text count code points.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Literal

from bot.core.message.graphemes import cut, is_boundary

_SENTENCE_END = re.compile("[.!?…؟۔।॥][\"'”’»)\\]\u2069]*(?=\\s)|[。！？][”’」』）\u2069]*")
_SPACE = re.compile(r"\s+")


EntityType = Literal["bold", "italic", "text_link", "blockquote", "expandable_blockquote"]


@dataclass(frozen=True)
class Mark:
    """A range of a piece that is formatted; `url` belongs to links."""

    start: int
    end: int
    type: EntityType
    url: str | None = None


@dataclass(frozen=True)
class Piece:
    """One line, its formatting, and where it must not be cut: at no place from `start` to before `end` of `kept`."""

    text: str
    marks: tuple[Mark, ...] = ()
    kept: tuple[tuple[int, int], ...] = ()
    gap: int = 1
    """Line ends between this line and the one before."""
    frame: EntityType | None = None
    """The formatting that runs on over neighbouring lines."""
    leads: bool = False
    """A title, which does not stand last in a part."""

    @cached_property
    def units(self) -> int:
        """Its length in UTF-16 units."""
        return units(self.text)

    def slice(self, start: int, end: int) -> Piece:
        """Return a part of it, trimmed, with what formatting lies in it."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        part = part.strip()
        ranges = [
            replace(mark, start=max(mark.start - start, 0), end=min(mark.end - start, len(part))) for mark in self.marks
        ]
        kept = [(first - start, last - start) for first, last in self.kept if last > start]
        marks = tuple(trimmed for mark in ranges for trimmed in _trim(mark, part))
        return replace(self, text=part, marks=marks, kept=tuple(kept))


Part = tuple[Piece, ...]


def units(text: str) -> int:
    """Return the length of `text` in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def insert(piece: Piece, places: Sequence[int], mark: str) -> Piece:
    """Return the piece with `mark` put in at each of `places` (in order); formatting never begins or ends with one."""
    ends = [0, *places, len(piece.text)]
    text = mark.join(piece.text[start:end] for start, end in pairwise(ends))

    def moved(place: int, *, after: bool) -> int:
        return place + len(mark) * (bisect_right(places, place) if after else bisect_left(places, place))

    marks = [replace(one, start=moved(one.start, after=True), end=moved(one.end, after=False)) for one in piece.marks]
    kept = [(moved(start, after=False), moved(end, after=True)) for start, end in piece.kept]
    return replace(piece, text=text, marks=tuple(marks), kept=tuple(kept))


def pack(pieces: Sequence[Piece], *, max_units: int, max_entities: int) -> tuple[Part, ...]:
    """Return the pieces in parts within the limits; a line that fits into a part of its own is never cut."""
    parts: list[Part] = []
    current: Part = ()
    for piece in pieces:
        if _fits((*current, piece), max_units, max_entities):
            current = (*current, piece)
            continue
        current, titles = _without_titles(current)
        if current:
            parts.append(current)
        current = titles if _fits((*titles, piece), max_units, max_entities) else ()
        if titles and not current:
            parts.append(titles)
        *full, rest = _cuts(piece, max_units, max_entities)
        parts += [(one,) for one in full]
        current = (*current, rest)
    return (*parts, current) if current else tuple(parts)


def _fits(part: Part, max_units: int, max_entities: int) -> bool:
    size = sum(piece.units + piece.gap for piece in part) - part[0].gap
    return size <= max_units and entities(part) <= max_entities


def entities(part: Part) -> int:
    """Return how many entities a part has, frames included."""
    frames = sum(
        1 for index, piece in enumerate(part) if piece.frame and (not index or part[index - 1].frame != piece.frame)
    )
    return frames + sum(len(piece.marks) for piece in part)


def _without_titles(part: Part) -> tuple[Part, Part]:
    """Part the titles at the end from the rest."""
    count = len(part)
    while count and part[count - 1].leads:
        count -= 1
    return part[:count], part[count:]


def _cuts(piece: Piece, max_units: int, max_entities: int) -> Iterator[Piece]:
    """Yield the piece in pieces that fit into a part each; the last one is what is left."""
    room = max_entities - (1 if piece.frame else 0)
    while piece.text and not _fits((piece,), max_units, max_entities):
        place = _place_to_cut(piece, max_units, room)
        yield piece.slice(0, place)
        piece = piece.slice(place, len(piece.text))
    yield piece


def _place_to_cut(piece: Piece, max_units: int, max_marks: int) -> int:
    text = piece.text
    end = _reach(text, max_units)
    if len(piece.marks) > max_marks:
        end = max(1, min(end, piece.marks[max(max_marks, 0)].start))

    def allowed(place: int) -> bool:
        return 0 < place <= end and not any(first <= place < last for first, last in piece.kept)

    window = text[: end + 1]
    for places in (
        [match.end() for match in _SENTENCE_END.finditer(window)],
        [match.start() for match in _SPACE.finditer(window)],
        [place for place in range(max(1, end - 200), end + 1) if is_boundary(text, place)],
    ):
        best = max(filter(allowed, places), default=0)
        if best:
            return best
    return cut(text, 0, end)


def _reach(text: str, max_units: int) -> int:
    """Return how many code points of `text`, at least one, lie within `max_units`."""
    size = 0
    for place, char in enumerate(text[: max_units + 1]):
        size += 2 if char > "\uffff" else 1
        if size > max_units:
            return max(1, place)
    return min(len(text), max_units)


def _trim(mark: Mark, text: str) -> Iterator[Mark]:
    """Yield the mark without white space at its ends, unless nothing is left of it."""
    covered = text[mark.start : mark.end] if mark.start < mark.end else ""
    start = mark.start + len(covered) - len(covered.lstrip())
    if covered.strip():
        yield replace(mark, start=start, end=start + len(covered.strip()))
