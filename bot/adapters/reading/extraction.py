"""From the HTML of a page to the text of its article. Runs in the reading process only."""

from __future__ import annotations

from typing import Final

from selectolax.lexbor import LexborHTMLParser
from trafilatura import bare_extraction
from trafilatura.settings import Document

from bot.adapters.reading.fields import Line

MAX_HTML: Final = 2_000_000
"""Characters of a page that are parsed for its text, after what shows nothing was taken out."""
_SHORT: Final = 500
"""Below so many characters the page may hold its text in JSON-LD only."""


def find_text(tree: LexborHTMLParser, *, stated: str, title: str, url: str) -> list[Line]:  # noqa: ARG001
    """Return the lines of a page's article, what is not the story marked; none where there is no text.

    `tree` has lost its scripts and styles; `stated` is the text that the page's JSON-LD holds, "" where it holds none.
    """
    smaller = (tree.html or "")[:MAX_HTML]
    found = bare_extraction(smaller, url=url or None, with_metadata=False, include_comments=False)
    text = _lines((found.text if isinstance(found, Document) else "") or "")
    if len(text) < _SHORT and len(stated) > len(text):
        text = stated
    return [Line(text=line) for line in text.splitlines() if line.strip()]


def _lines(text: str) -> str:
    lines = (line.strip().removeprefix("- ") for line in text.splitlines())
    return "\n".join(line for line in lines if line)
