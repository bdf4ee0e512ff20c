"""Posts on servers of Mastodon and what works like it: read through the server's public service.

Any server may be one, so the link is known by the shape of its path alone, and read like any page where the server
turns out to be another.
Source: "GET /api/v1/statuses/:id" in the documentation of Mastodon. Unproven: the fixtures are written after it, not
recorded.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin, urlsplit

from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.sources import any_page
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.json_answers import object_at, object_of, text_at
from bot.adapters.reading.sources.markup import lines_of
from bot.core.errors import LoadError
from bot.core.links import Link
from bot.core.models import Article

_POST: Final = re.compile(r"/(?:@|users/)([\w.-]{1,64}(?:@[\w.-]{1,253})?)(?:/statuses)?/([0-9]{15,20})/?")
_OTHER_SERVER: Final = frozenset({"http_status", "unsupported_type", "no_article", "empty"})


def matches(link: Link) -> bool:
    """Tell whether the link has the shape of one to such a post."""
    return _POST.fullmatch(link.path) is not None


async def load(link: Link, desk: Desk) -> Article:
    """Return the post; raises `LoadError` like any page where there is none."""
    number = link.path.rstrip("/").rpartition("/")[2]
    url = urljoin(link.url, f"/api/v1/statuses/{number}")
    original = link.url.partition("?")[0]
    try:
        return await desk.article(url, given=link.url, form="mastodon", original=original)
    except LoadError as error:
        if error.code not in _OTHER_SERVER:
            raise
    return await any_page.load(link, desk)


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:
    """Return the post in an answer of the service. Runs in the reading process only."""
    from selectolax.lexbor import LexborHTMLParser

    answer = object_of(body, charset=charset)
    if answer and not _is_by(text_at(answer, "account", "acct"), url):
        return PageFields(wall="post_gone")
    post = object_at(answer, "reblog") or answer
    content = LexborHTMLParser(text_at(post, "content")).body
    author = text_at(post, "account", "display_name") or text_at(post, "account", "acct")
    date, changed = text_at(post, "created_at"), text_at(post, "edited_at")
    return PageFields(
        lines=lines_of(content) if content else [],
        outlet=f"{author} ({urlsplit(url).hostname})" if author else "",
        authors=[author] if author else [],
        dates=[date] if date else [],
        modified=[changed] if changed else [],
        language=text_at(post, "language"),
        is_post=True,
    )


def _is_by(account: str, url: str) -> bool:
    """Tell whether a post is by whom its address names: the service finds it by its number alone."""
    parts = urlsplit(url)
    named = _POST.fullmatch(parts.path)
    if named is None or not account:
        return True
    one, other = (f"{name}@{parts.hostname}" if "@" not in name else name for name in (account, named[1]))
    return one.casefold() == other.casefold()
