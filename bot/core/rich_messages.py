"""The words of a rich message: a tree of blocks (Bot API 10.1, `RichMessage.blocks`) to plain text and its links.

What comes here was written by others, and by newer versions of the platform too: a block or a piece of text of a kind
that is not known is read by the fields it shares with those that are, and no shape raises.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.core.links import MAX_LENGTH
from bot.core.models import Span
from bot.core.requests import MarkedLink

MAX_TEXT: Final = 40_000
"""Code points; the platform allows 32,768 characters."""
MAX_DEPTH: Final = 60
"""The platform allows 16 levels of blocks, which are two steps each, and text is nested in them."""
MAX_NODES: Final = 100_000
MAX_LINKS: Final = 1_000

_SPACE, _CELL, _LINE, _PARAGRAPH = " ", " | ", "\n", "\n\n"
_STRENGTH: Final = {"": 0, _SPACE: 1, _CELL: 2, _LINE: 3, _PARAGRAPH: 4}


def read_rich(blocks: object) -> tuple[str, tuple[MarkedLink, ...]]:
    """Return the text of the blocks, and its links in their order, with their places in code points of that text.

    Paragraphs, headings, quotations and captions are set apart by an empty line; the items of a list and the rows of
    a table are lines, and " | " stands between the cells of a row. What is folded away or hidden is read too.
    """
    page = _Page()
    _read_blocks(blocks, page, gap=_PARAGRAPH, depth=0)
    return page.finish()


class _Page:
    """A text in the making, with what has to stand before its next words."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._gap = ""
        self._is_held = False
        self._links: list[MarkedLink] = []
        self._nodes = 0

    def takes_more(self, depth: int) -> bool:
        """Count a node, and tell whether there is room for what it says."""
        self._nodes += 1
        return depth <= MAX_DEPTH and self._nodes <= MAX_NODES and self._length < MAX_TEXT

    def part(self, gap: str) -> None:
        """Let at least `gap` stand before the next words."""
        if self._length and not self._is_held and _STRENGTH[gap] > _STRENGTH[self._gap]:
            self._gap = gap

    def hold(self) -> None:
        """Let the next words follow on the same line, whatever they are; `release` ends it."""
        self.part(_SPACE)
        self._is_held = True

    def release(self) -> None:
        """Let the next words be parted again."""
        self._is_held = False

    def place(self) -> int:
        """Return where the next words begin."""
        return self._length + len(self._gap)

    def write(self, text: str) -> None:
        """Append words; white space does not open a line."""
        if not self._length or self._gap:
            text = text.lstrip()
        if not text:
            return
        piece = (self._gap + text)[: MAX_TEXT - self._length]
        self._pieces.append(piece)
        self._length += len(piece)
        self._gap = ""
        self._is_held = False

    def link(self, start: int, url: object) -> None:
        """Mark what was written since `start` as a link; without words it cannot be seen and is none."""
        if isinstance(url, str) and url and len(url) <= MAX_LENGTH and start < self._length:
            self._links.append(MarkedLink(span=Span(start=start, end=self._length), url=_sound(url)))

    def finish(self) -> tuple[str, tuple[MarkedLink, ...]]:
        """Return the text without white space at its end, and the links in it."""
        text = "".join(self._pieces).rstrip()
        inside = sorted((link for link in self._links if link.span.start < len(text)), key=_position)[:MAX_LINKS]
        return text, tuple(
            link.model_copy(update={"span": Span(start=link.span.start, end=min(link.span.end, len(text)))})
            for link in inside
        )


def _position(link: MarkedLink) -> tuple[int, int]:
    return link.span.start, link.span.end


# ---------------------------------------------------------------- blocks


def _read_blocks(node: object, page: _Page, *, gap: str, depth: int) -> None:
    """Read a block or a list of blocks, each set apart by `gap`."""
    if not page.takes_more(depth):
        return
    if isinstance(node, dict):
        page.part(gap)
        _read_block(node, page, gap=gap, depth=depth + 1)
        page.part(gap)
    elif isinstance(node, list):
        for each in node:
            _read_blocks(each, page, gap=gap, depth=depth + 1)
    else:
        page.part(gap)
        _read_text(node, page, depth=depth)
        page.part(gap)


def _read_block(block: dict[object, object], page: _Page, *, gap: str, depth: int) -> None:
    _read_text(block.get("summary"), page, depth=depth)
    page.part(gap)
    _read_piece(block, page, depth=depth)
    _read_blocks(block.get("blocks"), page, gap=gap, depth=depth)
    for item in _several(block.get("items")):
        _read_item(item, page, depth=depth)
    for row in _several(block.get("cells")):
        _read_row(row, page, depth=depth)
    for button in _several(block.get("buttons")):
        page.part(_LINE)
        _read_text(button, page, depth=depth)
    _read_caption(block.get("caption"), page, gap=gap, depth=depth)
    page.part(gap)
    _read_text(block.get("credit"), page, depth=depth)


def _read_item(item: object, page: _Page, *, depth: int) -> None:
    page.part(_LINE)
    if isinstance(item, dict):
        _read_text(item.get("label"), page, depth=depth)
        page.hold()
    _read_blocks(item, page, gap=_LINE, depth=depth + 1)
    page.release()


def _read_row(row: object, page: _Page, *, depth: int) -> None:
    page.part(_LINE)
    for cell in _several(row):
        page.part(_CELL)
        _read_text(cell, page, depth=depth + 1, one_line=True)
    page.part(_LINE)


def _read_caption(caption: object, page: _Page, *, gap: str, depth: int) -> None:
    """Read a caption: of a table it is text, of anything else an object of text and credit."""
    page.part(gap)
    _read_text(caption, page, depth=depth)
    if isinstance(caption, dict):
        page.part(gap)
        _read_text(caption.get("credit"), page, depth=depth)


def _several(node: object) -> Sequence[object]:
    return node if isinstance(node, list) else ()


# ---------------------------------------------------------------- text in a block


def _read_text(node: object, page: _Page, *, depth: int, one_line: bool = False) -> None:
    """Read a rich text: a string, a list of rich texts, or a piece with a kind of its own."""
    if node is None or not page.takes_more(depth):
        return
    if isinstance(node, str):
        page.write(_sound(node.replace("\n", " ") if one_line else node))
    elif isinstance(node, list):
        for each in node:
            _read_text(each, page, depth=depth + 1, one_line=one_line)
    elif isinstance(node, dict):
        _read_piece(node, page, depth=depth + 1, one_line=one_line)


def _read_piece(piece: dict[object, object], page: _Page, *, depth: int, one_line: bool = False) -> None:
    start = page.place()
    for name in ("text", "expression", "alternative_text", "button"):
        _read_text(piece.get(name), page, depth=depth, one_line=one_line)
    page.link(start, piece.get("url"))


def _sound(text: str) -> str:
    """Put "?" for half a pair of UTF-16, which JSON can hold and nothing else can."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
