"""From a page of a PDF to its rows of print, with where they stand. Runs in the reading process only."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from pypdf import PageObject

from bot.adapters.reading.pdf_pieces import Piece, are_mirrored, raise_digits, runs_leftward, turns, words_of

_SPACES: Final = re.compile(r"\s+")
_HYPHEN_AT_END: Final = re.compile("[\u00ad\u2010]\\s*$")
_JOINERS: Final = "\u200c\u200d"
_DROPPED: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})
# Bullets of the symbol fonts of office programs, which have no place in Unicode.
_SYMBOLS: Final = {"\uf0b7": "\u2022", "\uf0a7": "\u25aa", "\uf0d8": "\u2022", "\uf0a8": "\u25aa", "\ufffd": ""}
# Letters as typesetters draw them: Latin and Armenian ligatures, Hebrew and Arabic by their place in the word.
_DRAWN: Final = re.compile("[\ufb00-\ufb4f\ufb50-\ufdff\ufe70-\ufefe]")
# Scripts written without spaces, in which large letters may be placed one by one.
_SET: Final = "[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]"
_SPACED_OUT: Final = re.compile(rf"(?<={_SET}) (?={_SET})")
_CLOSE: Final = re.compile(rf"(?<={_SET})(?={_SET})")
_BOLD: Final = re.compile(r"bold|black|heavy|[-,]bd", re.IGNORECASE)
_NARROW_SPACE: Final = 0.28
_NEAR: Final = 1.0
"""Points: the same words so close together are one print made bold by printing it twice."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of print. `x` and `y` are where it begins, in points, `y` growing upwards; `size` is its letters'."""

    text: str
    x: float
    y: float
    size: float
    page: int
    """From 0."""
    bold: bool = False
    """All of it, or nearly so."""

    @property
    def folded(self) -> str:
        """Its letters in lower case, each run of digits as "0"."""
        return re.sub(r"[\W_]+", "", re.sub(r"[0-9]+", "0", self.text.casefold()))


def rows_of(page: PageObject, number: int) -> list[Row]:
    """Return the rows of a page in the order in which the file draws them.

    Text that stands on its side is left out on a page that is not turned itself: stamps in the margin. Columns that a
    file draws across, row by row, come out as such rows.
    """
    collected = Collector(number)
    upright = (0, 90, 180, 270) if page.rotation else (0,)
    page.extract_text(orientations=upright, visitor_text=collected.hear)
    return collected.end()


class Collector:
    """Hears the pieces of text that a page draws, and makes rows of them."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._pieces: list[Piece] = []
        self._rows: list[list[Piece]] = []
        self._turned = False

    def hear(self, text: str, cm: Sequence[float], tm: Sequence[float], font: Any, size: float) -> None:
        """Take one piece; a line feed in it ends a row (the signature is pypdf's)."""
        x, y, scale = _place(cm, tm)
        self._turned = turns(text, before=self._turned)
        first, *others = text.split("\n")
        piece = Piece(first, x, y, size * scale, _is_bold(font), self._turned)
        self._add(piece)
        for other in others:
            self._end_row()
            self._add(piece._replace(text=other))

    def end(self) -> list[Row]:
        """Return all rows."""
        self._end_row()
        leftward = runs_leftward(self._rows)
        lines = [words_of(row, leftward=leftward) for row in self._rows]
        if leftward and are_mirrored(lines):
            lines = [words_of(row, leftward=True, mirrored=True) for row in self._rows]
        rows = (self._row(row, _clean(line)) for row, line in zip(self._rows, lines, strict=True))
        return [row for row in rows if row.text]

    def _add(self, piece: Piece) -> None:
        if piece.text and not (self._pieces and _is_reprint(piece, self._pieces[-1])):
            self._pieces.append(piece)

    def _end_row(self) -> None:
        pieces, self._pieces = self._pieces, []
        if any(piece.text.strip() for piece in pieces):
            self._rows.append(raise_digits(pieces))

    def _row(self, pieces: Sequence[Piece], text: str) -> Row:
        first = next(piece for piece in pieces if piece.text.strip())
        size = max(pieces, key=lambda piece: len(piece.text)).size
        x = first.x + _indent(first.text) * size
        plain = sum(len(piece.text.strip()) for piece in pieces if not piece.bold)
        return Row(text=text, x=x, y=first.y, size=abs(size), page=self._page, bold=10 * plain < len(text))


def _is_bold(font: Any) -> bool:
    """Tell by the name of a font whether its letters are bold (ISO 32000-1, 9.6.2); its dictionary may be anything."""
    name = font.get("/BaseFont") if isinstance(font, dict) else None
    return isinstance(name, str) and bool(_BOLD.search(name[:200]))


def _place(cm: Sequence[float], tm: Sequence[float]) -> tuple[float, float, float]:
    """Return where text begins as one reads it, and by how much it is enlarged (ISO 32000-1, 9.4.4)."""
    right, up = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
    x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = math.hypot(tm[2] * cm[0] + tm[3] * cm[2], tm[2] * cm[1] + tm[3] * cm[3])
    if abs(right) >= abs(up):
        return (x, y, scale) if right >= 0 else (-x, -y, scale)
    return (y, -x, scale) if up > 0 else (-y, x, scale)


def _indent(text: str) -> float:
    """How far spaces push in a row, in the size of its letters; a single one is chance, unless it is a wide one."""
    spaces = text[: len(text) - len(text.lstrip())]
    wide = spaces.count("\u3000")
    narrow = len(spaces) - wide
    return wide + (_NARROW_SPACE * narrow if narrow > 1 else 0.0)


def _is_reprint(piece: Piece, before: Piece) -> bool:
    same = len(piece.text) > 1 and piece.text.strip() == before.text.strip()
    return same and math.hypot(piece.x - before.x, piece.y - before.y) < _NEAR


def _clean(text: str) -> str:
    """One row as plain text: ligatures apart, nothing invisible; a hyphen at its end as "-"."""
    text = _HYPHEN_AT_END.sub("-", text)
    if not text.isascii():
        text = "".join(_SYMBOLS.get(char, char) for char in text)
        text = _DRAWN.sub(lambda drawn: unicodedata.normalize("NFKC", drawn[0]), text)
    text = _SPACES.sub(" ", text)
    if len(_SPACED_OUT.findall(text)) > len(_CLOSE.findall(text)):
        text = _SPACED_OUT.sub("", text)
    if text.isprintable():
        return text.strip()
    return "".join(char for char in text if unicodedata.category(char) not in _DROPPED or char in _JOINERS).strip()
