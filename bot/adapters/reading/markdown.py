"""Reads Markdown (CommonMark with tables) and the front matter of site generators. Runs in the reading process only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.fields import Line, PageFields
from bot.adapters.reading.front_matter import read_front_matter

_NOTE_MARK: Final = re.compile(r"\[\^[^\]\s]{1,40}\](?!\()")
_NOTE: Final = re.compile(r"\[\^[^\]\s]{1,40}\]:\s*")
_NOTE_STARTS: Final = re.compile(r" (?=\[\^[^\]\s]{1,40}\]:\s)")
_TASK: Final = re.compile(r"^\[[ xX]\] ")
# What site generators fill in: {{< figure … >}}, {% include … %}.
_SHORTCODE: Final = re.compile(r"\{\{[<%][^{}\n]{0,1000}[%>]\}\}|\{%[^{}\n]{0,1000}%\}")
_HEADING_TAGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_INLINE: Final = "a abbr b big cite code em font i ins kbd mark q small span strong sub sup u".split()
_BETWEEN: Final = "\x01"
_SPACES: Final = re.compile(r"\s+")
_NEAR_THE_TOP: Final = 5
_DATE_LINE: Final = 40
"""Characters of a line above a title, such as a date."""


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:  # noqa: ARG001
    """Return the text of a Markdown file, its first heading as the title; raises `LoadError("binary")`."""
    stated, text = read_front_matter(decode(body, declared=charset))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(_SHORTCODE.sub("", text))
    blocks = list(_blocks(tokens))
    title = stated.title or _title(blocks[:_NEAR_THE_TOP])
    lines = [
        Line(text=text, cut="heading" if kind in _HEADING_TAGS else kind) for text, kind in _without(blocks, title)
    ]
    return stated.model_copy(update={"title": title, "lines": lines})


def _title(top: Sequence[tuple[str, str]]) -> str:
    """The first heading of the first level; a lower one only where no text stands above it."""
    above = takewhile(lambda block: block[1] in _HEADING_TAGS or len(block[0]) < _DATE_LINE, top)
    first = [text for text, kind in top if kind == "h1"] or [text for text, kind in above if kind in _HEADING_TAGS]
    return first[0] if first else ""


def _without(blocks: Sequence[tuple[str, str]], title: str) -> list[tuple[str, str]]:
    """The blocks less the heading that is the title."""
    at = next((n for n, (text, kind) in enumerate(blocks) if kind in _HEADING_TAGS and text == title), len(blocks))
    return [*blocks[:at], *blocks[at + 1 :]]


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Each block's text with the tag of a heading, why it is cut, or ""."""
    row: list[str] = []
    in_row, heading = False, ""
    for token in tokens:
        if token.type in {"tr_open", "tr_close"}:
            in_row = token.type == "tr_open"
            if row:
                yield " | ".join(row), ""
            row = []
        elif token.type in {"heading_open", "heading_close"}:
            heading = token.tag if token.type == "heading_open" else ""
        elif token.type in {"fence", "code_block"}:
            yield from ((line, "code") for line in token.content.splitlines() if line.strip())
        elif token.type == "html_block":
            yield from _plain(token.content)
        elif token.type == "inline":
            text = _shown(token.children or [])
            if in_row:
                row += [text] if text else []
            elif text:
                yield from _notes(text, heading)


def _notes(text: str, kind: str) -> Iterator[tuple[str, str]]:
    """A paragraph, or the notes that stand in its place below each other."""
    for part in _NOTE_STARTS.split(text) if _NOTE.match(text) else [text]:
        note = _NOTE.match(part)
        yield (part[note.end() :], "footnote") if note else (_NOTE_MARK.sub("", _TASK.sub("", part)), kind)


def _shown(tokens: Sequence[Token]) -> str:
    """The words of a paragraph: those of links and code, not what is struck out or describes a picture; no tags."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    words, struck = [], 0
    for token in tokens:
        struck += (token.type == "s_open") - (token.type == "s_close")
        if not struck and token.type not in {"image", "html_inline"}:
            words.append(breaks.get(token.type, token.content))
    return _SPACES.sub(" ", "".join(words)).strip()


def _plain(html: str) -> Iterator[tuple[str, str]]:
    tree = LexborHTMLParser(html)
    tree.strip_tags(["script", "style", "template", "iframe", "svg", "del", "s"], recursive=True)
    tree.unwrap_tags(_INLINE)
    if tree.body is None:
        return
    tree.body.merge_text_nodes()
    tags = {_SPACES.sub(" ", node.text()).strip(): node.tag or "" for node in tree.css(",".join(_HEADING_TAGS))}
    for part in tree.body.text(separator=_BETWEEN).split(_BETWEEN):
        text = _SPACES.sub(" ", part).strip()
        if text:
            yield text, tags.get(text, "")
