"""A reply before it has a form: blocks of typed spans, which the renderers turn into messages, text or Markdown.

By construction no span holds a hidden character, and no link leads anywhere but to a web page: whatever a renderer
is given is safe to show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, Field

from bot.core.message.direction import enclose
from bot.core.message.safety import clean
from bot.core.models import Entity

MAX_URL = 4_000
"""Characters of an address that is still made a link."""

_UNSAFE = re.compile('[ "<>\\\\^`{|}]')
_HOST = re.compile(r"[\w.\-]+(:\d+)?|\[[0-9a-f:.]+\](:\d+)?", re.IGNORECASE)


def web_address(url: str | None) -> str | None:
    """Return `url` fit to be linked, or None.

    It must be http or https, with a public-looking host, no user name, and nothing unprintable.
    """
    if not url or len(url) > MAX_URL or not url.isprintable():
        return None
    url = _UNSAFE.sub(lambda match: quote(match.group()), url)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or port == 0 or not _HOST.fullmatch(parts.netloc):
        return None
    return url if ":" in host or "." in host.strip(".") else None


def _must_be_web_address(url: str) -> str:
    address = web_address(url)
    if address is None:
        raise ValueError("only web addresses can be linked")
    return address


Shown = Annotated[str, AfterValidator(clean)]
Address = Annotated[str, AfterValidator(_must_be_web_address)]


class Text(Entity):
    """Plain words; `isolated` ones run in their own direction, whatever the line does.

    Isolated spans that follow each other directly are one passage.
    """

    text: Shown
    isolated: bool = False


class Bold(Text):
    """Words that matter more."""


class Italic(Text):
    """Words set apart."""


class Link(Text):
    """Words that open a web page."""

    url: Address


class Time(Text):
    """A date as it is written, and the day it means."""

    day: date


class Citation(Entity):
    """The marker of a source at the end of a statement, such as "[1]".

    `place` names the passage of the evidence it belongs to; a marker of the evidence itself is `here`, and its
    place is unique in the document. It is None where the statement is the passage itself.
    """

    source: int = Field(ge=1)
    label: Shown
    url: Address | None = None
    place: str | None = Field(pattern=r"^[a-z0-9-]{1,40}$")
    here: bool = False


Span = Text | Bold | Italic | Link | Time | Citation


class Line(Entity):
    """Spans that follow each other without a break."""

    spans: tuple[Span, ...] = Field(min_length=1)

    def enclosed(self) -> Iterator[tuple[str, Span, str]]:
        """Yield each span with the direction marks that belong before it and behind it, if any."""
        isolated = [not isinstance(span, Citation) and span.isolated and bool(span.text) for span in self.spans]
        for span, (before, after) in zip(self.spans, enclose(isolated), strict=True):
            yield before, span, after


class Heading(Line):
    """The headline (level 1) or the title of a section (level 2)."""

    level: int = Field(default=2, ge=1, le=2)


class Paragraph(Line):
    """A line on its own."""


class Numbered(Line):
    """An item that a reader may ask about by its number."""

    number: int = Field(ge=1)


class Bullet(Line):
    """An item of a list without an order."""


class Entry(Line):
    """A source in the list of sources; `url` is where it was read."""

    source: int = Field(ge=1)
    url: Address | None = None


class Quote(Line):
    """A passage in somebody else's words, on its own."""


class Collapsible(Entity):
    """Lines that stay folded until a reader opens them; where nothing folds they are shown in full."""

    title: Shown
    lines: tuple[Numbered | Bullet | Paragraph, ...] = Field(min_length=1)


Block = Heading | Paragraph | Numbered | Bullet | Entry | Quote | Collapsible


class Document(Entity):
    """A whole reply; `language` (BCP 47) decides the direction of its lines."""

    language: str
    blocks: tuple[Block, ...] = Field(min_length=1)
