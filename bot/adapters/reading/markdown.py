"""Reads Markdown (CommonMark with tables) and the front matter of site generators. Runs in the reading process only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token
from selectolax.lexbor import LexborHTMLParser

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.fields import Line, PageFields
from bot.adapters.reading.front_matter import read_front_matter

_NOTE_MARK: Final = re.compile(r"\[\^[^\]\s]{1,40}\](?!\()")
_NOTE: Final = re.compile(r"\[\^[^\]\s]{1,40}\]:\s*")
_SPACES: Final = re.compile(r"\s+")
_NEAR_THE_TOP: Final = 5


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:  # noqa: ARG001
    """Return the text of a Markdown file, its first heading as the title; raises `LoadError("binary")`."""
    stated, text = read_front_matter(decode(body, declared=charset))
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    blocks = list(_blocks(tokens))
    title = stated.title or next((text for text, kind in blocks[:_NEAR_THE_TOP] if kind == "heading"), "")
    lines = [Line(text=text, cut="" if kind == "heading" else kind) for text, kind in _without(blocks, title)]
    return stated.model_copy(update={"title": title, "lines": lines})


def _without(blocks: Sequence[tuple[str, str]], title: str) -> list[tuple[str, str]]:
    """The blocks less the heading that is the title."""
    at = next((n for n, (text, kind) in enumerate(blocks) if kind == "heading" and text == title), len(blocks))
    return [*blocks[:at], *blocks[at + 1 :]]


def _blocks(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """Each block's text with "heading", why it is cut, or ""."""
    row: list[str] = []
    in_row = in_heading = False
    for token in tokens:
        if token.type in {"tr_open", "tr_close"}:
            in_row = token.type == "tr_open"
            if row:
                yield " | ".join(row), ""
            row = []
        elif token.type in {"heading_open", "heading_close"}:
            in_heading = token.type == "heading_open"
        elif token.type in {"fence", "code_block"}:
            yield from ((line, "code") for line in token.content.splitlines() if line.strip())
        elif token.type == "html_block":
            yield from ((line, "") for line in _plain(token.content))
        elif token.type == "inline":
            text = _shown(token.children or [])
            if in_row:
                row += [text] if text else []
            elif text:
                yield _as_note(text, "heading" if in_heading else "")


def _as_note(text: str, kind: str) -> tuple[str, str]:
    note = _NOTE.match(text)
    return (text[note.end() :], "footnote") if note else (_NOTE_MARK.sub("", text), kind)


def _shown(tokens: Sequence[Token]) -> str:
    """The words of a paragraph: those of links and code, not those that describe a picture; no tags."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    words = (breaks.get(token.type, token.content) for token in tokens if token.type not in {"image", "html_inline"})
    return _SPACES.sub(" ", "".join(words)).strip()


def _plain(html: str) -> list[str]:
    tree = LexborHTMLParser(html)
    tree.strip_tags(["script", "style", "template", "iframe", "svg"], recursive=True)
    text = tree.body.text(separator="\n") if tree.body else ""
    return [line.strip() for line in text.splitlines() if line.strip()]
