"""Posts on X: read through its oEmbed service, which needs no account. Other pages of X show nothing without one.

The service gives the first part of a long post only, ended with an ellipsis.
Source: "GET statuses/oembed" in the developer documentation of X. Unproven: the fixtures are written after it, not
recorded.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import quote

from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.sources.closed import as_closed
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.json_answers import object_of, text_at
from bot.adapters.reading.sources.markup import lines_of_text, text_of
from bot.core.errors import LoadError
from bot.core.links import Link
from bot.core.models import Article

SITE: Final = "X"
_HOST: Final = re.compile(
    r"(?:(?:www|m|mobile)\.)?(?:x|twitter)\.com|(?:www\.)?(?:(?:fx|vx|fixv|fixup)(?:twitter|x)|twittpr)\.com|nitter\.net"
)
_POST: Final = re.compile(r"/(?:i/web|i|[A-Za-z0-9_]{1,20})/status(?:es)?/([0-9]{5,20})(?:/.*)?")
_ENDPOINT: Final = "https://publish.twitter.com/oembed?omit_script=1&dnt=1&url="
_NUMBER: Final = re.compile(r"/status/([0-9]{5,20})")
_AUTHOR: Final = re.compile(r"https?://(?:www\.)?(?:twitter|x)\.com/([A-Za-z0-9_]{1,20})/?")
_EPOCH: Final = datetime(2010, 11, 4, 1, 42, 54, 657_000, tzinfo=UTC)
"""Numbers of posts since then hold the milliseconds after it, above 22 lower bits."""
_FIRST_DATED: Final = 30_000_000_000
_MEDIA_LINK: Final = re.compile(r"pic\.(?:twitter|x)\.com/\w+|https://t\.co/\w+")
_MAX_MEDIA: Final = 8


def matches(link: Link) -> bool:
    """Tell whether the link leads to X, or to a site that shows its posts elsewhere."""
    return _HOST.fullmatch(link.host) is not None


async def load(link: Link, desk: Desk) -> Article:
    """Return the post; raises `LoadError`: no_article for a link to anything else, site_closed(site)."""
    found = _POST.fullmatch(link.path)
    if not found:
        raise LoadError("no_article")
    author = link.path.split("/")[1]
    url = f"https://x.com/{author}/status/{found[1]}"
    asked = f"https://twitter.com/{author}/status/{found[1]}"
    try:
        with as_closed(SITE):
            return await desk.article(_ENDPOINT + quote(asked, safe=""), given=link.url, form="x", original=url)
    except LoadError as error:
        if error.code == "http_status" and error.params.get("status") == 404:
            # The service does not tell a post that was deleted from one that it does not show.
            raise LoadError("site_closed", site=SITE) from error
        raise


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:
    """Return the post in an answer of the service. Runs in the reading process only."""
    from selectolax.lexbor import LexborHTMLParser

    answer = object_of(body, charset=charset)
    paragraph = LexborHTMLParser(text_at(answer, "html")).css_first("blockquote p")
    author = text_at(answer, "author_name")
    return PageFields(
        lines=lines_of_text(_without_media(text_of(paragraph))) if paragraph else [],
        outlet=f"{author} ({SITE})" if author else SITE,
        authors=[author] if author else [],
        dates=_dates(url),
        canonical=_true_address(url, text_at(answer, "author_url")),
        is_post=True,
    )


def _true_address(url: str, author: str) -> str:
    """The address under its author's name: X finds a post by its number, whatever name stands before that."""
    name, number = _AUTHOR.fullmatch(author), _NUMBER.search(url)
    return f"https://x.com/{name[1]}/status/{number[1]}" if name and number else ""


def _without_media(text: str) -> str:
    """Without the links at the end that stand for pictures and quoted posts."""
    for _ in range(_MAX_MEDIA):
        last = text.rpartition(" ")[2].rpartition("\n")[2]
        if not _MEDIA_LINK.fullmatch(last):
            break
        text = text.removesuffix(last).rstrip()
    return text


def _dates(url: str) -> list[str]:
    """When the post was made, as its number says it; the service itself gives the day alone."""
    found = _NUMBER.search(url)
    number = int(found[1]) if found else 0
    if number < _FIRST_DATED:
        return []
    return [(_EPOCH + timedelta(milliseconds=number >> 22)).isoformat()]
