"""Puts the pieces of a row of print in the order in which they are read. Runs in the reading process only.

A PDF draws what is seen, from left to right. pypdf turns each stretch of Hebrew or Arabic letters round, its digits
with it, and leaves the stretches where they were drawn; the rules are those of Unicode's annex 9.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, groupby
from typing import Final, NamedTuple

_LEFTWARD: Final = re.compile("[\u0590-\u05ff\u0620-\u064a\u066e-\u06d3\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_LETTER: Final = re.compile(r"[^\W\d_]")
# Numbers run to the right in these scripts, too; what parts their digits belongs to them (bidirectional class CS).
_NUMBER: Final = re.compile("[\u0660-\u0669\u06f0-\u06f9]+(?:[\u066b\u066c\u060c.,:/][\u0660-\u0669\u06f0-\u06f9]+)*")
# What pypdf takes for letters of a direction, and which of them it turns round: not quite what Unicode says.
_STRONG: Final = re.compile("[^\u0000-\u002f\u003a-\u0040\u0660-\u066d\u06f0-\u06f9\u2000-\u206f\u20a0-\u21ff]")
_TURNING: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_MIRRORED: Final = str.maketrans("()[]{}«»‹›", ")(][}{»«›‹")
_OPENING: Final = dict(zip(")]}»›", "([{«‹", strict=True))
# Signs at the edge of words to the right are none of them: they stand where the line around them runs to.
_EDGES: Final = ' \t()[]{}«»‹›"“”.,;:!?'
_WORDED: Final = re.compile(r"[^\W_]")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALLER: Final = 0.95
_HIGHER: Final = 0.15
"""Of the size of the letters beside."""
_MOST_DIGITS: Final = 3


class Piece(NamedTuple):
    """Words, where they begin in points, the size of their letters, and whether they are bold.

    `turned` tells that pypdf has turned them round: what was drawn from left to right then begins with the last.
    """

    text: str
    x: float
    y: float
    size: float
    bold: bool = False
    turned: bool = False


def turns(text: str, *, before: bool) -> bool:
    """Tell which way pypdf goes at the end of a text; `before` is the way it came."""
    strong = _STRONG.findall(text)
    return bool(_TURNING.match(strong[-1])) if strong else before


def runs_leftward(rows: Sequence[Sequence[Piece]]) -> bool:
    """Tell whether most letters of a page are of scripts that are written from right to left."""
    text = "".join(piece.text for row in rows for piece in row)
    return 2 * len(_LEFTWARD.findall(text)) > len(_LETTER.findall(text))


def raise_digits(pieces: Sequence[Piece]) -> list[Piece]:
    """Write small raised digits as such: the mark of a note must not become a part of the number before it."""
    usual = max(pieces, key=lambda piece: len(piece.text))
    after = [*(piece.text for piece in pieces[1:]), ""]
    return [
        piece._replace(text=piece.text.translate(_RAISED)) if _is_raised(piece, usual, before=text) else piece
        for piece, text in zip(pieces, after, strict=True)
    ]


def words_of(pieces: Sequence[Piece], *, leftward: bool, mirrored: bool = False) -> str:
    """Return the words of a row; `leftward` is of its page, `mirrored` tells that brackets are written as they look."""
    texts = [_as_drawn(piece) for piece in pieces]
    if not leftward or not any(map(_LEFTWARD.search, texts)):
        return "".join(texts)
    seen = sorted(zip(texts, pieces, strict=True), key=lambda one: one[1].x)
    ways = _ways([text for text, _ in seen])
    runs = [
        (way, [text for _, (text, _) in run]) for way, run in groupby(zip(ways, seen, strict=True), lambda one: one[0])
    ]
    read = [_as_read(way, run, mirrored=mirrored) for way, run in reversed(runs)]
    return _spaced(chain.from_iterable(read))


def are_mirrored(lines: Sequence[str]) -> bool:
    """Tell whether more brackets in these lines fit together when each is taken for its counterpart."""
    return _unopened("".join(lines)) > _unopened("".join(lines).translate(_MIRRORED))


def _as_drawn(piece: Piece) -> str:
    """The text from left to right, but for words from right to left, which are as they are read."""
    if not piece.turned:
        return piece.text
    if not _LEFTWARD.search(piece.text):
        return piece.text[::-1]
    return _NUMBER.sub(lambda number: number[0][::-1], piece.text)


def _is_raised(piece: Piece, usual: Piece, *, before: str) -> bool:
    digits = piece.text.strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS) or before.startswith(("/", "⁄")):
        return False
    size = abs(usual.size)
    return abs(piece.size) < _SMALLER * size and piece.y - usual.y > _HIGHER * size


def _ways(texts: Sequence[str]) -> list[str]:
    """For each piece "<" where it is read from right to left, else ">"; signs between words to the right are too."""
    own = ["<" if _LEFTWARD.search(text) else ">" if _WORDED.search(text) else "" for text in texts]
    behind, found = ["<"], ["<"]
    for way in reversed(own):
        behind.append(way or behind[-1])
    for way, after in zip(own, reversed(behind), strict=False):
        found.append(way or (">" if found[-1] == after == ">" else "<"))
    return found[1:]


def _as_read(way: str, texts: Sequence[str], *, mirrored: bool) -> list[str]:
    if way == ">":
        text = "".join(texts)
        words = text.strip(_EDGES)
        start, end = text[: len(text) - len(text.lstrip(_EDGES))], text[len(text.rstrip(_EDGES)) :]
        read = [end[::-1], words, start[::-1]]
    else:
        read = [text if _LEFTWARD.search(text) else text[::-1] for text in reversed(texts)]
        words = ""
    return [text.translate(_MIRRORED) if mirrored and text is not words else text for text in read]


def _spaced(texts: Sequence[str] | chain[str]) -> str:
    """Part words from numbers and other scripts, which have a space between them that files do not draw."""
    line = ""
    for text in texts:
        ends, begins = line[-2:], text[:1]
        differs = bool(_LEFTWARD.match(ends[-1:])) != bool(_LEFTWARD.match(begins))
        # A single letter is the "and" or "by" that is written in one with what follows.
        parts = len(ends) == 2 and ends.isalnum() and begins.isalnum() and differs
        line = f"{line} {text}" if parts else line + text
    return line


def _unopened(text: str) -> int:
    """How many closing brackets close nothing."""
    found, open_ = 0, dict.fromkeys(_OPENING.values(), 0)
    for char in text:
        if char in open_:
            open_[char] += 1
        elif char in _OPENING:
            found += open_[_OPENING[char]] == 0
            open_[_OPENING[char]] = max(0, open_[_OPENING[char]] - 1)
    return found
