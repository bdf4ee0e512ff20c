"""Lays a page out as blocks of text that know which boxes they stand in. Linear in the size of the page.

A box is an element that begins a new line when shown, a block the text between two such beginnings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.adapters.reading.roles import NONE, Role, role_of

_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big center cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_SKIPPED: Final = frozenset(
    "script style svg noscript template iframe head select option textarea input button canvas audio video object "
    "embed map math datalist dialog progress meter amp-ad".split()
)
_TOLD_BY: Final = ("class", "id", "itemprop", "data-component", "data-testid", "role")
_SPACES: Final = re.compile(r"\s+")
_BREAK: Final = "\x01"
# A line break begins a paragraph where a sentence ended before it, or where there are two.
_PARAGRAPH: Final = re.compile(r"\x01(?: ?\x01)+|(?<=[.!?…。！？:”»\"])(?: )?\x01")
_MAX_BOXES: Final = 60_000
_MAX_SIGNS: Final = 400
_NOT_LINKS: Final = ("#", "javascript:")


@dataclass(slots=True)
class Box:
    """An element that holds blocks, and how many characters of what stand in it."""

    tag: str
    parent: int
    """Index of the box around it, -1 for the outermost. A box has a higher index than what it stands in."""
    role: Role
    """What its names tell that it is for."""
    row: int = -1
    """Index of the table row it belongs to, or -1."""
    cell: int = -1
    """Index of the table cell it belongs to, or -1."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading, list item, cell or any other run of text; `linked` of its characters are links."""

    text: str
    box: int
    linked: int

    @property
    def link_density(self) -> float:
        """The share of its characters that are links, from 0 to 1."""
        return self.linked / len(self.text)


@dataclass(slots=True)
class Layout:
    """All boxes and blocks of a page, in the order of its source."""

    boxes: list[Box] = field(default_factory=lambda: [Box("html", -1, NONE)])
    blocks: list[Block] = field(default_factory=list)

    def tag(self, block: Block) -> str:
        """Return the tag of the box that a block stands in directly."""
        return self.boxes[block.box].tag

    def sums(self, amounts: dict[int, float]) -> list[float]:
        """Return for every box what the blocks in it, however deep, amount to; `amounts` is by index of the block."""
        found = [0.0] * len(self.boxes)
        for number, amount in amounts.items():
            found[self.blocks[number].box] += amount
        for number in range(len(self.boxes) - 1, 0, -1):
            found[self.boxes[number].parent] += found[number]
        return found


class _Walk:
    """The walk over one tree: what is open, and the text since the last block ended."""

    def __init__(self) -> None:
        self.layout = Layout()
        self.parts: list[str] = []
        self.linked = 0

    def end_block(self, box: int) -> None:
        """Make blocks of the text that has come together."""
        if not self.parts:
            return
        text = _SPACES.sub(" ", "".join(self.parts))
        linked, self.linked = self.linked, 0
        self.parts.clear()
        if text in {" ", ""}:
            return
        pieces = _PARAGRAPH.split(text) if _BREAK in text else [text]
        shown = [piece for each in pieces if (piece := _SPACES.sub(" ", each.replace(_BREAK, " ")).strip())]
        share = linked / max(1, sum(map(len, shown)))
        self.layout.blocks += [Block(each, box, min(len(each), round(share * len(each)))) for each in shown]

    def open_box(self, node: LexborNode, tag: str, parent: int) -> int:
        """Add a box and return its index."""
        attrs = node.attrs
        signs = " ".join([value[:_MAX_SIGNS] for name in _TOLD_BY if (value := attrs.sget(name))])
        style = attrs.sget("style") if "style" in attrs else ""
        hidden = "hidden" in attrs or attrs.sget("aria-hidden") == "true" or "display:none" in style.replace(" ", "")
        boxes = self.layout.boxes
        boxes.append(Box(tag, parent, role_of(tag, signs, hidden), boxes[parent].row, boxes[parent].cell))
        if tag == "tr":
            boxes[-1].row = len(boxes) - 1
        elif tag in {"td", "th"}:
            boxes[-1].cell = len(boxes) - 1
        return len(boxes) - 1


def lay_out(tree: LexborHTMLParser) -> Layout:
    """Return the layout of a page's body, without scripts, forms' fields and what else holds no text of its own."""
    walk = _Walk()
    # What is left to do, innermost last: from a node on along its siblings, or the end of a box (no node).
    left: list[tuple[LexborNode | None, int, bool]] = [(tree.body, 0, False)]
    while left:
        node, box, in_link = left.pop()
        if node is None:
            walk.end_block(box)
        while node is not None:
            node, box, in_link = _step(walk, left, node, box=box, in_link=in_link)
    walk.end_block(0)
    return walk.layout


def _step(
    walk: _Walk, left: list[tuple[LexborNode | None, int, bool]], node: LexborNode, *, box: int, in_link: bool
) -> tuple[LexborNode | None, int, bool]:
    """Deal with one node; return the node to go on with, the box it stands in, and whether it is in a link."""
    tag = node.tag or "-"
    if tag == "-text":
        text = node.text_content or ""
        walk.parts.append(text)
        if in_link:
            walk.linked += len(text.strip())
        return node.next, box, in_link
    if tag == "br":
        walk.parts.append(_BREAK)
        return node.next, box, in_link
    if tag[0] in "-!_" or tag in _SKIPPED:
        return node.next, box, in_link
    if (after := node.next) is not None:
        left.append((after, box, in_link))
    if tag in _INLINE:
        is_link = tag == "a" and not (node.attrs.sget("href") or "#").startswith(_NOT_LINKS)
        return node.first_child, box, in_link or is_link
    walk.end_block(box)
    inner = walk.open_box(node, tag, box) if len(walk.layout.boxes) < _MAX_BOXES else box
    left.append((None, inner, False))
    return node.first_child, inner, in_link
