"""From the HTML of a page to the text of its article. Runs in the reading process only."""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborHTMLParser

from bot.adapters.reading.blocks import lay_out
from bot.adapters.reading.choosing import choose
from bot.adapters.reading.fields import Line
from bot.adapters.reading.rescue import rescue, sentences


def find_text(tree: LexborHTMLParser, *, stated: str, title: str, states: Sequence[str] = ()) -> list[Line]:
    """Return the lines of a page's article, what is not the story marked; none where there is no text.

    `tree` has lost its scripts and styles; `stated` is the text that the page's JSON-LD holds, "" where it holds none,
    and `states` are the scripts that may hold it as data.
    """
    layout = lay_out(tree)
    lines = choose(layout, title=title) or sentences(layout.blocks)
    return rescue(lines, stated=stated, states=states, title=title)
