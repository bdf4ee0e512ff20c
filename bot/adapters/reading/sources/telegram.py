"""Public posts of Telegram: read from the widget that sites embed, which needs no account.

What the widget shows of other posts and pages (an answered post, a link's preview) is not the post's text.
Unproven: the fixtures are written in the widget's markup, not recorded.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.markup import lines_of
from bot.core.errors import LoadError
from bot.core.links import Link
from bot.core.models import Article

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_HOST: Final = re.compile(r"(?:(www|[a-z][a-z0-9_-]{3,31})\.)?(?:t|telegram)\.(?:me|dog)")
_NAME: Final = r"[A-Za-z][A-Za-z0-9_]{3,31}"
_POST: Final = re.compile(rf"/(?:s/)?({_NAME})/(?:[0-9]{{1,10}}/)?([0-9]{{1,10}})/?")
_POST_OF_HOST: Final = re.compile(r"/(?:s/)?(?:[0-9]{1,10}/)?([0-9]{1,10})/?")
_PRIVATE: Final = re.compile(r"/c/[0-9]+(?:/[0-9]+){0,2}/?")

# What a post holds besides text, in the order of what it is about.
_MEDIA: Final = (
    ("video", ".tgme_widget_message_video_player, .tgme_widget_message_video, .tgme_widget_message_roundvideo"),
    (
        "audio",
        ".tgme_widget_message_voice, .tgme_widget_message_voice_player, .tgme_widget_message_document_icon.audio",
    ),
    ("picture", ".tgme_widget_message_photo_wrap, .tgme_widget_message_photo, .tgme_widget_message_sticker"),
)


def matches(link: Link) -> bool:
    """Tell whether the link leads to Telegram."""
    return _HOST.fullmatch(link.host) is not None


async def load(link: Link, desk: Desk) -> Article:
    """Return the post that the link leads to.

    Raises `LoadError`: private_post, post_gone, no_post for a link to something else, and picture,
    video or audio for a post without text.
    """
    if _PRIVATE.fullmatch(link.path):
        raise LoadError("private_post")
    post = _post(link)
    if post is None:
        raise LoadError("no_post")
    channel, number = post
    url = f"https://t.me/{channel}/{number}"
    return await desk.article(f"{url}?embed=1&mode=tme", given=link.url, form="telegram", original=url)


def _post(link: Link) -> tuple[str, str] | None:
    """Channel and number of a post: t.me/channel/1, t.me/s/channel/1, channel.t.me/1, or in a topic of a group."""
    host = _HOST.fullmatch(link.host)
    if host and host[1] and host[1] != "www":
        found = _POST_OF_HOST.fullmatch(link.path)
        return (host[1], found[1]) if found else None
    found = _POST.fullmatch(link.path)
    return (found[1], found[2]) if found else None


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:  # noqa: ARG001
    """Return what the widget shows of a post. Runs in the reading process only."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(decode(body, declared=charset))
    if not tree.css_first(".tgme_widget_message") or tree.css_first(".tgme_widget_message_error"):
        return PageFields(wall="post_gone")
    text = _own_text(tree)
    media = next((code for code, selector in _MEDIA if tree.css_first(selector)), "")
    author = _text(tree, ".tgme_widget_message_forwarded_from_name") or _text(tree, ".tgme_widget_message_from_author")
    return PageFields(
        lines=lines_of(text) if text else [],
        outlet=_text(tree, ".tgme_widget_message_owner_name"),
        authors=[author] if author else [],
        dates=_dates(tree),
        is_post=True,
        wall="" if text else media,
    )


def _own_text(tree: LexborHTMLParser) -> LexborNode | None:
    """The post's text; in an album it stands inside another element of the same class."""
    found = tree.css(".tgme_widget_message_text.js-message_text")
    return found[-1] if found else None


def _dates(tree: LexborHTMLParser) -> list[str]:
    times = tree.css(".tgme_widget_message_date time[datetime], .tgme_widget_message_footer time[datetime]")
    return [time.attributes.get("datetime") or "" for time in times[:1]]


def _text(tree: LexborHTMLParser, selector: str) -> str:
    found = tree.css_first(selector)
    return " ".join(found.text().split()) if found else ""
