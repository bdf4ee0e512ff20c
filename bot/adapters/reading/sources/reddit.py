"""Posts on Reddit: the text of a post, or the page that it links to. Comments are not read.

Read on old.reddit.com, which puts the whole post into the page. Reddit often refuses programs: then that is said.
Unproven: the fixtures are written in the markup of old.reddit.com, not recorded.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.sources.closed import as_closed
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.markup import lines_of_text, text_of
from bot.core.errors import LoadError
from bot.core.links import Link
from bot.core.models import Article

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

SITE: Final = "Reddit"
_HOST: Final = re.compile(r"(?:(?:www|old|new|np|m|i|sh|amp)\.)?reddit\.com")
_POST: Final = re.compile(r"((?:/(?:r|u|user)/[\w-]{2,32})?/comments/[a-z0-9]{2,10})(?:/.*)?", re.IGNORECASE)
_SHARED: Final = re.compile(r"(/(?:r|u|user)/[\w-]{2,32}/s/\w{4,20})/?")
_SHORT: Final = re.compile(r"/([a-z0-9]{2,10})/?", re.IGNORECASE)
_OWN: Final = re.compile(r"https?://(?:[a-z]+\.)?(?:reddit\.com|redd\.it)/", re.IGNORECASE)
_VIDEO: Final = re.compile(r"https?://v\.redd\.it/", re.IGNORECASE)
_PICTURE: Final = re.compile(r"https?://(?:(?:i|preview)\.redd\.it|(?:\w+\.)?reddit\.com/gallery)/", re.IGNORECASE)
_REMOVED: Final = frozenset({"[removed]", "[deleted]"})


def matches(link: Link) -> bool:
    """Tell whether the link leads to Reddit."""
    return _HOST.fullmatch(link.host) is not None or link.host == "redd.it"


async def load(link: Link, desk: Desk) -> Article:
    """Return the post; raises `ElsewhereError` for one that is a link.

    Raises `LoadError`: no_article for a link to anything else, site_closed(site), post_gone, picture, video.
    """
    path = _path(link)
    if path is None:
        raise LoadError("no_article")
    original = f"https://www.reddit.com{path}"
    with as_closed(SITE):
        return await desk.article(f"https://old.reddit.com{path}", given=link.url, form="reddit", original=original)


def _path(link: Link) -> str | None:
    if link.host == "redd.it":
        short = _SHORT.fullmatch(link.path)
        return f"/comments/{short[1]}/" if short else None
    found = _POST.fullmatch(link.path) or _SHARED.fullmatch(link.path)
    return f"{found[1]}/" if found else None


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:  # noqa: ARG001
    """Return a post, or its link as `target`. Runs in the reading process only."""
    from selectolax.lexbor import LexborHTMLParser

    post = LexborHTMLParser(decode(body, declared=charset)).css_first("#siteTable .thing.link")
    if not post:
        return PageFields(wall="login")
    written = post.css_first(".expando .usertext-body .md")
    text = text_of(written) if written else ""
    if text in _REMOVED:
        return PageFields(wall="post_gone")
    link = _attribute(post, "data-url")
    if link.startswith(("http://", "https://")) and not (text and _OWN.match(link)):
        wall = "video" if _VIDEO.match(link) else "picture" if _PICTURE.match(link) else ""
        return PageFields(wall=wall, target="" if wall or _OWN.match(link) else link)
    return _fields(post, text)


def _fields(post: LexborNode, text: str) -> PageFields:
    title = post.css_first("a.title")
    author = _attribute(post, "data-author")
    return PageFields(
        title=" ".join(title.text().split()) if title else "",
        lines=lines_of_text(text),
        outlet=SITE,
        authors=[f"u/{author}"] if author else [],
        dates=_dates(_attribute(post, "data-timestamp")),
    )


def _attribute(node: LexborNode, name: str) -> str:
    return (node.attributes.get(name) or "").strip()


def _dates(milliseconds: str) -> list[str]:
    """When the post was made; the page tells it in milliseconds since 1970."""
    if not milliseconds.isascii() or not milliseconds.isdecimal() or len(milliseconds) > 14:
        return []
    return [datetime.fromtimestamp(int(milliseconds) / 1000, UTC).isoformat()]
