"""From the HTML of a page to the text and the facts of its article. Runs in the reading process only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser
from trafilatura import bare_extraction
from trafilatura.settings import Document

from bot.adapters.reading.structured import Statement, read_statement

_DROPPED: Final = ["script", "style", "svg", "noscript", "template", "iframe"]
_MAX_HTML: Final = 2_000_000
_SHORT: Final = 500
"""Below so many characters the page may hold its text in JSON-LD only."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What was found in a page, as plain text; nothing in it is checked yet."""

    title: str
    text: str
    """Paragraphs, one a line."""
    outlet: str
    authors: tuple[str, ...]
    dates: tuple[str, ...]
    """When it was published, as written, the most believable first."""
    canonical: str


def extract(html: str, url: str = "") -> Extract:
    """Return the article of a page; `text` is "" where none was found."""
    tree = LexborHTMLParser(html.replace("\x00", ""))
    stated = read_statement(tree)
    tree.strip_tags(_DROPPED, recursive=True)
    smaller = (tree.html or "")[:_MAX_HTML]
    found = bare_extraction(smaller, url=url or None, with_metadata=True, include_comments=False)
    return _merge(stated, found if isinstance(found, Document) else Document())


def _merge(stated: Statement, found: Document) -> Extract:
    text = _lines(found.text or "")
    if len(text) < _SHORT and len(stated.body) > len(text):
        text = stated.body
    return Extract(
        title=" ".join((found.title or stated.title).split()),
        text=text,
        outlet=stated.outlet or found.sitename or "",
        authors=stated.authors or tuple(name.strip() for name in (found.author or "").split(";") if name.strip()),
        dates=tuple(date for date in (stated.date, found.date) if date),
        canonical=stated.canonical,
    )


def _lines(text: str) -> str:
    lines = (line.strip().removeprefix("- ") for line in text.splitlines())
    return "\n".join(line for line in lines if line)
