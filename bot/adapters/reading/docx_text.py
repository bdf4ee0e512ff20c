"""From the XML of a DOCX file to its paragraphs. Runs in the reading process only.

Names of elements are those of WordprocessingML (ECMA-376, part 1, section 17), compared without their namespace, which
differs between the two editions of the standard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

_TRANSPARENT: Final = frozenset({
    "body", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml", "dir", "bdo",
    "ruby", "rubyBase", "Choice",
})  # fmt: skip
_CHARACTERS: Final = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWN: Final = frozenset({"drawing", "pict", "object", "AlternateContent"})
_OFF: Final = frozenset({"0", "false", "off", "none"})
_STOPS: Final = (".", "!", "?", "…", ":", "”", "»", '"', "。", "！", "？")
_RAISED: Final = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LAYOUT: Final = 300
"""A cell of so many characters holds text, not data: the table only lays it out."""
_DEEPEST_STYLE: Final = 10


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """One paragraph or row of a table; `role` is "title", "heading" or "", `cut` as in `fields.Line`."""

    text: str
    role: str = ""
    cut: str = ""


class Styles:
    """What styles say of the text that has them."""

    def __init__(self, root: etree._Element | None) -> None:
        self._named: dict[str, tuple[str, bool, str]] = {}
        for style in () if root is None else root:
            if _name(style) == "style":
                name, base = _value(_child(style, "name")), _value(_child(style, "basedOn"))
                self._named[_value(style, "styleId")] = (name.casefold(), _is_hidden(style), base)

    def role(self, style: str) -> str:
        """Return "title", "heading", "contents", "caption" or ""."""
        for name, _ in self._line(style):
            if name in {"title", "caption"}:
                return name
            if name.startswith(("heading ", "toc ", "table of ")):
                return "heading" if name.startswith("heading ") else "contents"
        return ""

    def hides(self, style: str) -> bool:
        """Tell whether the style hides its text."""
        return any(hidden for _, hidden in self._line(style))

    def _line(self, style: str) -> Iterator[tuple[str, bool]]:
        for _ in range(_DEEPEST_STYLE):
            name, hidden, base = self._named.get(style, ("", False, ""))
            yield name, hidden
            style = base


def blocks_of(container: etree._Element, styles: Styles) -> Iterator[Block]:
    """Return the paragraphs and rows of a part, a cell, a note or a text box."""
    carried = ""
    for element in _flattened(container, {"p", "tbl"}):
        if _name(element) == "tbl":
            yield from _split(carried, "")
            carried = ""
            yield from _rows(element, styles)
            continue
        paragraph = _Paragraph(element, styles, carried)
        carried = paragraph.text if paragraph.is_merged else ""
        if not carried:
            yield from _split(paragraph.text, paragraph.role)
        for box in paragraph.boxes:
            yield from blocks_of(box, styles)
    yield from _split(carried, "")


def notes_of(root: etree._Element | None, styles: Styles) -> list[Block]:
    """Return footnotes or endnotes, cut as such; those with a type are the lines that part them from the text."""
    notes = [] if root is None else [note for note in root if not _value(note, "type")]
    return [Block(block.text, cut="footnote") for note in notes for block in blocks_of(note, styles)]


class _Paragraph:
    """What is left of a paragraph when its tracked changes are accepted."""

    def __init__(self, element: etree._Element, styles: Styles, carried: str) -> None:
        properties = _child(element, "pPr")
        style = _value(_child(properties, "pStyle"))
        self._styles = styles
        self.role = styles.role(style)
        self.boxes: list[etree._Element] = []
        """Text boxes that hang on it."""
        self._parts = [carried]
        if not styles.hides(style):
            self._take(element)
        self.text = "".join(self._parts)
        self.is_merged = _child(_child(properties, "rPr"), "del") is not None
        """Its end was deleted: the next paragraph goes on with it."""

    def _take(self, element: etree._Element) -> None:
        for child in _flattened(element, {"r"}):
            style = _value(_child(_child(child, "rPr"), "rStyle"))
            if not _is_hidden(child) and not self._styles.hides(style):
                self._take_run(child)

    def _take_run(self, run: etree._Element) -> None:
        # The mark of a note must not become a part of the number before it.
        is_raised = _value(_child(_child(run, "rPr"), "vertAlign")) == "superscript"
        for child in run:
            name = _name(child)
            if name == "t":
                text = child.text or ""
                self._parts.append(text.translate(_RAISED) if is_raised else text)
            elif name == "ruby":
                self._take(child)
            elif name in _DRAWN:
                drawn = child[0] if name == "AlternateContent" and len(child) else child
                self.boxes += _flattened(drawn, {"txbxContent"}, through_all=True)
            elif name in _CHARACTERS:
                self._parts.append(_CHARACTERS[name])


def _rows(table: etree._Element, styles: Styles) -> Iterator[Block]:
    """The rows of a table, cells side by side; a table that lays out text gives that text."""
    rows = [
        [list(blocks_of(cell, styles)) for cell in _flattened(row, {"tc"})]
        for row in _flattened(table, {"tr"})
        if _child(_child(row, "trPr"), "del") is None
    ]
    cells = [cell for row in rows for cell in row if cell]
    lays_out = all(sum(bool(cell) for cell in row) < 2 for row in rows)
    if lays_out or any(sum(len(block.text) for block in cell) > _LAYOUT for cell in cells):
        yield from (block for cell in cells for block in cell)
        return
    for row in rows:
        texts = (" ".join(block.text for block in cell) for cell in row)
        shown = " | ".join(text for text in texts if text)
        if shown:
            yield Block(shown)


def _split(text: str, role: str) -> Iterator[Block]:
    """A line break ends a line after a sentence only; headings are one line."""
    kept = role if role in {"title", "heading"} else ""
    cut = role if role in {"contents", "caption"} else ""
    line = ""
    for part in (" ".join(part.split()) for part in text.split("\n")):
        if line and not kept and line.endswith(_STOPS):
            yield Block(line, kept, cut)
            line = ""
        line = f"{line} {part}".strip()
    if line:
        yield Block(line, kept, cut)


def _flattened(
    element: etree._Element, wanted: Iterable[str], *, through_all: bool = False
) -> Iterator[etree._Element]:
    """The nearest elements of the `wanted` names, seen through elements that only wrap; deletions are not entered.

    Of alternative contents the first is taken: the others show the same to older programs.
    """
    for child in element:
        name = _name(child)
        if name in wanted:
            yield child
        elif name == "AlternateContent":
            yield from _flattened(child[0] if len(child) else child, wanted, through_all=through_all)
        elif name in _TRANSPARENT or (through_all and name not in {"del", "moveFrom"}):
            yield from _flattened(child, wanted, through_all=through_all)


def _is_hidden(element: etree._Element) -> bool:
    mark = _child(_child(element, "rPr"), "vanish")
    return mark is not None and _value(mark) not in _OFF


def _child(element: etree._Element | None, name: str) -> etree._Element | None:
    return None if element is None else next((child for child in element if _name(child) == name), None)


def _value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute by its name without namespace, "" where it is missing."""
    if element is None:
        return ""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
