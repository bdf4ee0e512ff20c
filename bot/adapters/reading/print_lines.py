"""From rows of print to paragraphs: what lines of a page belong together, and what is page furniture.

A PDF knows no paragraphs, only where letters stand. A row begins a paragraph where the space above it is larger than
between rows, where it is indented, in other letters, a list item, or where the row before is short and ends a sentence.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low
from typing import Final

from bot.adapters.reading.joining import Vocabulary
from bot.adapters.reading.pdf_rows import Row
from bot.adapters.reading.pdf_strays import BULLET, in_place, is_initial

FURNITURE: Final = "page furniture"
_EDGE: Final = 3
"""Rows at the top and at the bottom of a page that may be a running head or foot."""
_SAME_PLACE: Final = 6.0
"""Points by which a running head may move from page to page."""
_PAGE_NUMBER: Final = re.compile(
    r"[\W_]*(?:(?:page|p|seite|página|pagina|стр|страница|sivu|side|sida|strana|strona|sayfa|oldal|第|صفحة)[.:]?\s?)?"
    r"(?:[0-9]{1,3}|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))"
    r"(?:\s?(?:/|\||of|von|de|di|sur|из|van|av|af|z|の)\s?[0-9]{1,3})?\s?(?:页|頁|ページ|쪽)?[\W_]*",
    re.IGNORECASE,
)
_CONTENTS: Final = re.compile(r"(?:\. ?|…){4}[. …]*[0-9ivxlc]{1,5}$", re.IGNORECASE)
_TAIL: Final = 100
"""Characters at the end of a row that are looked at: a row may be all dots."""
# A note begins with a word; rows of a table begin with numbers, too, but more numbers follow.
_NOTE: Final = re.compile(r"(?:[0-9]{1,3}|[*†‡§⁰¹²³⁴-⁹]{1,3})[.)]?\s?[\"'“„«‘(\[]?[^\W\d_]")
_BULLETS: Final = re.compile(rf"^(?:{BULLET.pattern}\s?)+(?=\S)")
_NUMBERED: Final = re.compile(r"\(?(?:[0-9]{1,2}|[a-z])[.)] ")
_LEFTWARDS: Final = re.compile("[\\W\\d_]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_STOP: Final = re.compile("[.!?…:;。！？؟۔।][\"'”’»)\\]】」]*$")
_SMALLER: Final = 0.92
_LARGER: Final = 1.12
_LARGE_GAP: Final = 1.3
"""Times the usual distance of rows."""
_INDENT: Final = 0.6
_HANGING: Final = 3.0
"""Both times the size of the letters."""
_SHORT: Final = 0.72
_FULL: Final = 0.8
"""Both as a share of the longest row near by."""
_NEAR_BY: Final = 5


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rows that belong together, and what they say."""

    text: str
    cut: str
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class _Print:
    """The rows of the text itself, and what is usual in them."""

    rows: Sequence[Row]
    size: float
    spacing: float
    """Distance of rows as a multiple of their size."""

    def wide(self, at: int) -> int:
        """Characters of the longest row near by."""
        return max(len(row.text) for row in self.rows[max(0, at - _NEAR_BY) : at + _NEAR_BY])


def paragraphs_of(pages: Sequence[Sequence[Row]]) -> list[Paragraph]:
    """Return the paragraphs of a document, page by page.

    Heads, feet, page numbers, notes and contents are cut, not lost: they stand behind what begins on their page.
    """
    pages = [in_place(page) for page in pages]
    size = _usual_size(row for page in pages for row in page)
    cuts = find_furniture(pages, size)
    for page in pages:
        cuts.update(_notes(page, cuts, size))
    body = [row for page in pages for row in page if row not in cuts]
    laid = _Print(rows=body, size=size, spacing=_usual_spacing(body))
    words = Vocabulary(row.text for row in body)
    text = [_paragraph(group, words) for group in _groups(laid)]
    apart = [Paragraph(row.text, cuts[row], row.size, row.page) for page in pages for row in page if row in cuts]
    return sorted([*text, *apart], key=lambda paragraph: paragraph.page)


def _paragraph(rows: Sequence[Row], words: Vocabulary) -> Paragraph:
    text = _BULLETS.sub("", words.join([row.text for row in rows]))
    size = max(rows, key=lambda row: len(row.text)).size
    return Paragraph(text, "contents" if _is_contents(text) else "", size, rows[0].page)


def find_furniture(pages: Sequence[Sequence[Row]], usual: float) -> dict[Row, str]:
    """Return the rows at the edge of pages that are page numbers, or repeat at the same place on other pages.

    `usual` is the size of most letters: large ones may be headings that look alike.
    """
    found: dict[Row, str] = {}
    repeated: defaultdict[str, list[Row]] = defaultdict(list)
    for page in pages:
        by_height = sorted(page, key=lambda row: -row.y)
        edge = dict.fromkeys([*by_height[:_EDGE], *by_height[-_EDGE:]])
        outermost = {*by_height[:1], *by_height[-1:]}
        found.update({row: FURNITURE for row in outermost if len(page) > 1 and _PAGE_NUMBER.fullmatch(row.text)})
        for row in edge:
            if any(char.isalpha() for char in row.folded):
                repeated[row.folded].append(row)
    for rows in repeated.values():
        height, size = median_low(row.y for row in rows), median_low(row.size for row in rows)
        alike = [row for row in rows if abs(row.y - height) <= _SAME_PLACE and row.size <= size * _LARGER]
        if len({row.page for row in alike}) >= (2 if size <= usual * _LARGER else 3):
            found.update(dict.fromkeys(alike, FURNITURE))
    return found


def _notes(page: Sequence[Row], cuts: dict[Row, str], size: float) -> dict[Row, str]:
    """Rows in small letters at the foot of a page, from the first that begins with the mark of a note."""
    small: list[Row] = []
    for row in sorted((row for row in page if row not in cuts), key=lambda row: row.y):
        if row.size >= size * _SMALLER:
            break
        small.append(row)
    marked = [number for number, row in enumerate(small) if _NOTE.match(row.text)]
    return dict.fromkeys(small[: marked[-1] + 1], "footnote") if marked else {}


def _usual_size(rows: Iterable[Row]) -> float:
    counted: Counter[float] = Counter()
    for row in rows:
        counted[round(row.size, 1)] += len(row.text)
    return counted.most_common(1)[0][0] if counted else 0.0


def _usual_spacing(rows: Sequence[Row]) -> float:
    """The distance of rows within paragraphs: a low one, as the distances between paragraphs are larger."""
    steps = sorted(
        (above.y - below.y) / below.size
        for above, below in pairwise(rows)
        if above.page == below.page and 0.9 <= (above.y - below.y) / (below.size or 1.0) <= 3
    )
    return steps[int(len(steps) * 0.3)] if steps else 1.2


def _groups(laid: _Print) -> Iterable[list[Row]]:
    group: list[Row] = []
    for at, row in enumerate(laid.rows):
        if group and _begins(laid, at, group):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _begins(laid: _Print, at: int, group: Sequence[Row]) -> bool:
    """Tell whether the row at `at` begins a paragraph after those of `group`."""
    row, before = laid.rows[at], group[-1]
    if is_initial(before, row):
        return False
    if BULLET.match(row.text) or _is_contents(before.text):
        return True
    larger, smaller = max(row.size, before.size), min(row.size, before.size)
    if larger > smaller * _LARGER:
        return True
    if row.page != before.page or row.y > before.y + row.size / 2:
        return not _goes_on(laid, at, before)
    if before.y - row.y > laid.spacing * larger * _LARGE_GAP:
        return True
    return _is_set_off(laid, row, group) or _follows_an_end(laid, at, before) or _changes_weight(laid, at, before)


def _is_contents(text: str) -> bool:
    """Tell whether a row ends in dots and the number of a page."""
    return bool(_CONTENTS.search(text[-_TAIL:]))


def _goes_on(laid: _Print, at: int, before: Row) -> bool:
    """Tell whether a paragraph runs on from one column or page to the next."""
    row = laid.rows[at]
    if _STOP.search(before.text) or _NUMBERED.match(row.text) or before.size > laid.size * _LARGER:
        return False
    starts_small = row.text[0].islower() or before.text.endswith(("-", ","))
    return starts_small or len(before.text) >= _FULL * laid.wide(at)


def _is_set_off(laid: _Print, row: Row, group: Sequence[Row]) -> bool:
    """Tell whether a row is indented, or a list item; large letters are headings, often centred."""
    before = group[-1]
    # What is written from right to left begins where its letters end, which says nothing of indents.
    indent = 0.0 if _LEFTWARDS.match(row.text) else row.x - before.x
    if row.size > laid.size * _LARGER:
        return False
    is_item = bool(BULLET.match(group[0].text) or _NUMBERED.match(group[0].text))
    if indent > _INDENT * row.size:
        return not (is_item and len(group) == 1 and indent < _HANGING * row.size)
    if indent < -_INDENT * row.size and len(group) > 1:
        return not is_initial(group[0], group[1])
    return bool(_NUMBERED.match(row.text)) and (is_item or bool(_STOP.search(before.text)))


def _changes_weight(laid: _Print, at: int, before: Row) -> bool:
    """Tell whether bold letters begin or end here, other than for some words in the middle of a paragraph."""
    is_end = len(before.text) < _SHORT * laid.wide(at) or bool(_STOP.search(before.text))
    return before.bold != laid.rows[at].bold and is_end


def _follows_an_end(laid: _Print, at: int, before: Row) -> bool:
    """Tell whether the row before is short and ends a sentence, and this one begins one."""
    starts = not laid.rows[at].text[0].islower()
    return starts and len(before.text) < _SHORT * laid.wide(at) and bool(_STOP.search(before.text))
