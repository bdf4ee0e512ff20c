"""Finds the text of a page elsewhere where its layout shows little of it, or only its beginning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from bot.adapters.reading.blocks import Block, lay_out
from bot.adapters.reading.choosing import choose
from bot.adapters.reading.fields import Line
from bot.adapters.reading.place import ends_sentence, fold
from bot.adapters.reading.states import texts_of
from bot.core.page_furniture import furniture_in

_SHORT: Final = 500
"""Below so many characters a page may hold its text elsewhere."""
_LONGER: Final = 1.2
_AGREED: Final = 0.9
"""The share of what is shown that a longer text must hold to be the same article."""
_MAX_TEXT: Final = 300_000
_MAX_TRIES: Final = 50


def rescue(lines: Sequence[Line], *, stated: str, states: Sequence[str], title: str) -> list[Line]:
    """Return the lines, or better ones: of the text that JSON-LD states, or of the data for the page's scripts."""
    shown = length(lines)
    if len(stated) > _LONGER * shown:
        told = _lines_of(stated, title)
        if length(told) > _LONGER * shown and (shown < _SHORT or _holds(told, lines)):
            return told
    if shown < _SHORT and states:
        return max([list(lines), *_kept(states, title)], key=length)
    return list(lines)


def sentences(blocks: Iterable[Block]) -> list[Line]:
    """Return the blocks that end as sentences do, for a page without longer ones: labels and menus are none."""
    shown = (block.text for block in blocks if block.link_density < 0.5 and ends_sentence(block.text))
    return [Line(text=text, cut=furniture_in(text)) for text in shown]


def length(lines: Iterable[Line]) -> int:
    """Return how many characters the story has."""
    return sum(len(line.text) for line in lines if not line.cut)


def _kept(states: Sequence[str], title: str) -> list[list[Line]]:
    found = sorted((texts for texts in texts_of(states)), key=lambda texts: -sum(map(len, texts)))
    read = [_lines_of("\n".join(texts), title) for texts in found[:_MAX_TRIES]]
    return [lines for lines in read if length(lines) >= _SHORT]


def _lines_of(text: str, title: str) -> list[Line]:
    """The lines of a text that may be HTML."""
    text = text[:_MAX_TEXT]
    if "</" not in text and "<br" not in text:
        shown = (" ".join(line.split()) for line in text.splitlines())
        return [Line(text=line, cut=furniture_in(line)) for line in shown if line]
    layout = lay_out(LexborHTMLParser(text))
    return choose(layout, title=title) or sentences(layout.blocks)


def _holds(told: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether nearly all that is shown stands in what is told."""
    whole = fold(" ".join(line.text for line in told))
    shown = [fold(line.text) for line in lines if not line.cut]
    size = sum(map(len, shown))
    return sum(len(line) for line in shown if line in whole) >= _AGREED * size
