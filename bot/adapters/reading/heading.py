"""What stands at the headline of a page. Runs in the reading process only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser

_MAX_TEXT: Final = 3_000
_MAX_LINES: Final = 15
_LEVELS: Final = 3


def lines_below_heading(tree: LexborHTMLParser) -> Iterator[list[str]]:
    """Yield the first lines below the only <h1>: of what holds it, then of what holds that, and so on."""
    headings = tree.css("h1")[:2]
    at = headings[0].parent if len(headings) == 1 else None
    for _ in range(_LEVELS):
        if at is None or at.tag in {"body", "html"}:
            return
        yield lines_of(at.text(separator="\n")[:_MAX_TEXT])[1:_MAX_LINES]
        at = at.parent


def lines_of(text: str) -> list[str]:
    """Return the lines of a text that hold something, white space folded."""
    return [line for line in (" ".join(part.split()) for part in text.splitlines()) if line]
