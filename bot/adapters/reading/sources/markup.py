"""Text out of the small markup of posts, line by line. Runs in the reading process only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.adapters.reading.fields import Line

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# Breaks that the markup makes; those in its source are mere space.
_LINE: Final = "\u2028"
_PARAGRAPH: Final = "\u2029"
_GAPS: Final = re.compile(r"\n{3,}")


def lines_of(node: LexborNode) -> list[Line]:
    """Return the lines of a post as its author broke them, an empty one between paragraphs; `node` is changed."""
    return lines_of_text(text_of(node))


def lines_of_text(text: str) -> list[Line]:
    """Return the lines of a text; none where it is empty."""
    return [Line(text=line) for line in text.split("\n")] if text else []


def text_of(node: LexborNode) -> str:
    """Return the text of a node with its line breaks; `node` is changed."""
    for line_break in node.css("br"):
        line_break.replace_with(_LINE)
    for code in node.css("pre"):
        code.replace_with(_PARAGRAPH + code.text().replace("\n", _LINE) + _PARAGRAPH)
    for block in node.css("p, blockquote, ul, ol, h1, h2, h3, h4, h5, h6"):
        block.insert_before(_PARAGRAPH)
        block.insert_after(_PARAGRAPH)
    for block in node.css("li, div"):
        block.insert_before(_LINE)
    lines = node.text().replace(_PARAGRAPH, 2 * _LINE).split(_LINE)
    return _GAPS.sub("\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()
