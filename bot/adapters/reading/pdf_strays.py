"""Puts what a file draws apart to the row it belongs to: the marks of lists, and large first letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from bot.adapters.reading.pdf_rows import Row

BULLET: Final = re.compile(r"[•▪◦‣●■▶►➢✓·]")
"""What office programs put before the items of a list."""
_MARK: Final = re.compile(rf"{BULLET.pattern}|\(?(?:[0-9]{{1,2}}|[a-z])[.)]")
_MOST_LETTERS: Final = 20
"""Large letters of a page that are looked at."""
_LARGE: Final = 1.8
_BESIDE: Final = 1.5
_FROM_TOP: Final = 0.6
"""All three times the size of letters: those of the row, and of the large letter."""


def in_place(page: Sequence[Row]) -> Sequence[Row]:
    """Return the rows of a page with marks and large first letters where they are read."""
    return _with_letters(_with_marks(page))


def is_initial(letter: Row, row: Row) -> bool:
    """Tell whether a row is a large first letter that reaches down over several rows, and `row` goes on from it."""
    return _is_letter(letter) and letter.size > _LARGE * row.size and row.text[0].islower()


def _with_marks(page: Sequence[Row]) -> Sequence[Row]:
    marks = {row for row in page if _MARK.fullmatch(row.text)}
    across = sorted(page, key=lambda row: (round(row.y), row.x)) if marks else []
    marked = {
        row: mark
        for mark, row in pairwise(across)
        if mark in marks and row not in marks and round(mark.y) == round(row.y)
    }
    placed = set(marked.values())
    with_marks = {row: replace(row, text=f"{mark.text} {row.text}", x=mark.x) for row, mark in marked.items()}
    return [with_marks.get(row, row) for row in page if row not in placed]


def _with_letters(page: Sequence[Row]) -> Sequence[Row]:
    after = dict(pairwise(page))
    apart = [row for row in page if _is_letter(row) and not (row in after and is_initial(row, after[row]))]
    begun = (
        (next((row for row in page if _begins_with(letter, row)), None), letter) for letter in apart[:_MOST_LETTERS]
    )
    letters = {row: letter for row, letter in begun if row}
    placed = set(letters.values())
    return [one for row in page if row not in placed for one in ((letters[row], row) if row in letters else (row,))]


def _is_letter(row: Row) -> bool:
    return len(row.text) == 1 and row.text.isupper()


def _begins_with(letter: Row, row: Row) -> bool:
    """Tell whether a row stands at the top of a large letter to its left."""
    across, down = row.x - letter.x, letter.y + letter.size - row.y
    return is_initial(letter, row) and 0 < across < _BESIDE * letter.size and 0 < down < _FROM_TOP * letter.size
