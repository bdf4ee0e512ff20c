"""Posts on Bluesky: read through its public service, which needs no account.

Source: "app.bsky.feed.getPostThread" in the documentation of the service. Unproven: the fixtures are written after
it, not recorded.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.sources.closed import as_closed
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.json_answers import object_at, object_of, objects_at, text_at
from bot.adapters.reading.sources.markup import lines_of_text
from bot.core.errors import LoadError
from bot.core.links import Link
from bot.core.models import Article

SITE: Final = "Bluesky"
_POST: Final = re.compile(r"/profile/([A-Za-z0-9.:_-]{3,253})/post/([A-Za-z0-9._~-]{3,64})/?")
_ENDPOINT: Final = "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?depth=0&parentHeight=0&uri="
_SIGNED_IN_ONLY: Final = "!no-unauthenticated"
"""With this label an author asks that posts be shown only to those who signed in."""


def matches(link: Link) -> bool:
    """Tell whether the link leads to Bluesky."""
    return link.host in {"bsky.app", "www.bsky.app", "fxbsky.app", "bskx.app"}


async def load(link: Link, desk: Desk) -> Article:
    """Return the post; raises `LoadError`: no_article for a link to anything else, post_gone, site_closed(site)."""
    found = _POST.fullmatch(link.path)
    if not found:
        raise LoadError("no_article")
    author, key = found.groups()
    uri = quote(f"at://{author}/app.bsky.feed.post/{key}", safe="")
    original = f"https://bsky.app/profile/{author}/post/{key}"
    try:
        with as_closed(SITE, statuses={401, 403}):
            return await desk.article(_ENDPOINT + uri, given=link.url, form="bluesky", original=original)
    except LoadError as error:
        if error.code == "http_status" and error.params.get("status") == 400:  # so it says that there is no such post
            raise LoadError("post_gone") from error
        raise


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:  # noqa: ARG001
    """Return the post in an answer of the service. Runs in the reading process only."""
    post = object_at(object_of(body, charset=charset), "thread", "post")
    if not post:
        return PageFields(wall="post_gone")
    if any(text_at(label, "val") == _SIGNED_IN_ONLY for label in objects_at(post, "author", "labels")):
        return PageFields(wall="login")
    author = text_at(post, "author", "displayName") or text_at(post, "author", "handle")
    date = text_at(post, "record", "createdAt")
    return PageFields(
        lines=lines_of_text(text_at(post, "record", "text").strip()),
        outlet=f"{author} ({SITE})" if author else SITE,
        authors=[author] if author else [],
        dates=[date] if date else [],
        is_post=True,
    )
