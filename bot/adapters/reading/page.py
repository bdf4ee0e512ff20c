"""Reads the HTML of any page: what it says about itself, and its text. Runs in the reading process only."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborHTMLParser

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.extraction import find_text
from bot.adapters.reading.facts import read_facts
from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.signs import read_signs
from bot.core.walls import find_wall

_DROPPED: Final = ["script", "style", "svg", "noscript", "template", "iframe"]


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:
    """Return what a page holds; raises `LoadError("binary")`."""
    return read_html(decode(body, declared=charset), url)


def read_html(html: str, url: str = "") -> PageFields:
    """Return what a page holds; no lines where it has no text."""
    tree = LexborHTMLParser(html.replace("\x00", ""))
    facts = read_facts(tree, url)
    signs = read_signs(tree, url)
    tree.strip_tags(_DROPPED, recursive=True)
    lines = find_text(tree, stated=facts.body, title=facts.fields.title, url=url)
    fields = facts.fields.model_copy(update={"lines": lines})
    return fields.model_copy(update={"wall": find_wall(signs, title=fields.title, text=fields.text)})
