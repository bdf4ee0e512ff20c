"""Reads the HTML of any page: what it says about itself, and its text. Runs in the reading process only."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborHTMLParser

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.extraction import find_text
from bot.adapters.reading.facts import read_facts
from bot.adapters.reading.fields import Line, PageFields
from bot.adapters.reading.signs import read_signs, see
from bot.adapters.reading.states import read_states
from bot.adapters.reading.trimming import trim
from bot.core.paywalls import gate_lines
from bot.core.walls import find_wall

_DROPPED: Final = ["script", "style", "svg", "noscript", "template", "iframe"]


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:
    """Return what a page holds; raises `LoadError("binary")`."""
    return read_html(decode(body, declared=charset), url)


def read_html(html: str, url: str = "") -> PageFields:
    """Return what a page holds; no lines where it has no text."""
    size, html = len(html), trim(html)
    tree = LexborHTMLParser(html)
    facts = read_facts(tree, url)
    signs = read_signs(tree, size=size, url=url)
    # What a page keeps back from those who have not paid is not taken out of its data.
    is_kept_back = facts.fields.is_free is False
    states = () if is_kept_back else read_states(tree)
    tree.strip_tags(_DROPPED, recursive=True)
    signs = see(signs, tree, html=html)
    lines = find_text(tree, stated="" if is_kept_back else facts.body, title=facts.fields.title, states=states)
    fields = facts.fields.model_copy(update={"lines": lines})
    wall = find_wall(signs, title=fields.title, text=fields.text, is_free=fields.is_free)
    shown = _without_gate(lines) if wall.open_part or wall.code else lines
    return fields.model_copy(update={"lines": shown, "wall": wall.code, "open_part": wall.open_part})


def _without_gate(lines: list[Line]) -> list[Line]:
    """Mark what the gate says where the text breaks off."""
    story = [number for number, line in enumerate(lines) if not line.cut]
    gate = {story[number] for number in gate_lines([lines[number].text for number in story])}
    return [Line(text=line.text, cut="promotion") if number in gate else line for number, line in enumerate(lines)]
