"""Google News: the publisher's link, where the address holds it.

Until the summer of 2024 the address of an article was the publisher's in base64, in a field of a protocol buffer. Newer
ones hold a key that only Google resolves, in a way it does not document: those are refused.
Unproven: the layout of the old addresses is written from descriptions of it, not from recorded ones.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

from bot.adapters.reading.elsewhere import ElsewhereError
from bot.adapters.reading.sources.desk import Desk
from bot.core.errors import LoadError
from bot.core.links import Link
from bot.core.models import Article

_ARTICLE: Final = re.compile(r"/(?:__i/)?(?:rss/)?(?:rd/)?(?:articles|read)/([\w-]{8,2000}={0,2})")
_LENGTH_DELIMITED: Final = 2
_URL_FIELD: Final = 4


def matches(link: Link) -> bool:
    """Tell whether the link leads to Google News."""
    return link.host == "news.google.com"


async def load(link: Link, desk: Desk) -> Article:  # noqa: ARG001
    """Raise `ElsewhereError` with the publisher's link.

    Raises `LoadError`: publisher_link where the address does not hold it, no_article where it is none of an article.
    """
    found = _ARTICLE.fullmatch(link.path)
    if not found:
        raise LoadError("no_article")
    url = _publisher_url(found[1])
    if url is None:
        raise LoadError("publisher_link")
    raise ElsewhereError(url)


def _publisher_url(token: str) -> str | None:
    try:
        message = base64.urlsafe_b64decode(token.rstrip("=") + "=" * (-len(token.rstrip("=")) % 4))
        field = _field(message, _URL_FIELD)
        url = field.decode("utf-8") if field else ""
    except (binascii.Error, ValueError, IndexError):
        return None
    return url if url.startswith(("https://", "http://")) else None


def _field(message: bytes, wanted: int) -> bytes | None:
    """The first length-delimited field of that number; raises IndexError where the message ends too early."""
    at = 0
    while at < len(message):
        tag, at = _varint(message, at)
        value, at = _varint(message, at)
        if tag & 7 == _LENGTH_DELIMITED:
            if at + value > len(message):
                raise IndexError
            if tag >> 3 == wanted:
                return message[at : at + value]
            at += value
        elif tag & 7:  # only whole numbers stand beside the text
            return None
    return None


def _varint(message: bytes, at: int) -> tuple[int, int]:
    """A number in base 128, and where the next one starts."""
    value = shift = 0
    while True:
        byte = message[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80 or shift > 63:
            return value, at
