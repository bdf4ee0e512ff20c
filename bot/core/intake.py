"""What a burst of messages asks for: the things in it that can be read, or the short answer where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from pydantic import Field

from bot.core.models import Entity
from bot.core.rejoining import rejoin
from bot.core.requests import Forward, Incoming, Item, Link, PastedText, Unreadable
from bot.core.text_lines import count_words

LEAST_ARTICLE: Final = 60
"""Words beside its links from which a message is an article that has links, and no longer a word about links."""
LEAST_TEXT: Final = 25
"""Words from which a message without links is a text to summarise, and no longer something said to the bot."""
LEAST_NEWS: Final = 12
"""Words from which a text may have been meant as an article, and its sender is told that it is too short for one."""

_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_HOST_AND_PORT: Final = re.compile(r"[^\s:/?#]+\.[^\s:/?#]+:[0-9]{1,5}(?:[/?#]|\Z)")
_CHANNEL: Final = re.compile(
    r"https?://(?:www\.)?(?:t|telegram)\.me/(?:s/)?(?:joinchat/)?\+?[\w-]+/?(?:[?#].*)?", re.IGNORECASE
)
_COMMAND: Final = re.compile(r"/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]+)?(?:\s|\Z)")

_HINTS: Final[dict[Unreadable, str]] = {
    "sticker": "hint-sticker",
    "voice": "hint-voice",
    "audio": "hint-voice",
    "video": "hint-video",
    "animation": "hint-video",
    "photo": "hint-photo",
    "contact": "hint-other",
    "location": "hint-other",
    "poll": "hint-other",
    "other": "hint-other",
}


class Understood(Entity):
    """What is to be read, in the order in which it was sent, or else what to answer.

    `hint` is the id of the sentence that answers messages in which there is nothing to read, and `params` fill it:
    `least` is the number of words from which a text is taken for an article.
    """

    items: tuple[Item, ...] = ()
    hint: str | None = None
    params: dict[str, str | int] = Field(default_factory=dict)


def read_burst(messages: Sequence[Incoming]) -> Understood:
    """Return what the messages ask for that one person sent to one chat within a moment.

    Links are those that the platform marked. A message with 60 words beside its links is a text itself; with fewer
    it stands for its links; without links it is a text from 25 words on. Repeats are left in.
    """
    in_order = sorted({message.message_id: message for message in messages}.values(), key=lambda each: each.message_id)
    items = tuple(item for message in rejoin(in_order) for item in _items(message))
    if items:
        return Understood(items=items)
    hint = _hint(in_order[0]) if in_order else "hint-empty"
    return Understood(hint=hint, params={"least": LEAST_TEXT} if hint == "hint-short" else {})


# ---------------------------------------------------------------- things to read


def _items(message: Incoming) -> Iterator[Item]:
    if message.upload:
        yield message.upload
    words = count_words(_beside_links(message))
    links = _links(message, words=words)
    if words >= LEAST_ARTICLE:
        yield _text(message)
    elif links:
        yield from links
    elif words >= LEAST_TEXT and not message.upload:
        yield _text(message)


def _beside_links(message: Incoming) -> str:
    """Return the text without the words that its links stand on."""
    kept, at = [], 0
    for link in sorted(message.links, key=lambda each: each.span.start):
        kept.append(message.text[at : max(at, link.span.start)])
        at = max(at, link.span.end)
    return " ".join([*kept, message.text[at:]])


def _text(message: Incoming) -> PastedText | Forward:
    if message.forward is None:
        return PastedText(text=message.text)
    origin = message.forward
    return Forward(text=message.text, outlet=origin.outlet, url=origin.url, published_at=origin.sent_at)


def _links(message: Incoming, *, words: int) -> list[Link]:
    """Return the links that lead to the web.

    Most posts close with a link to their own channel, which holds no article: in a forwarded post such a link counts
    only where there is nothing else to read.
    """
    urls = [url for link in message.links if (url := _web_address(link.url))]
    if message.forward:
        articles = [url for url in urls if not _CHANNEL.fullmatch(url)]
        urls = articles if articles or words >= LEAST_TEXT else urls
    return [Link(url=url) for url in urls]


def _web_address(url: str) -> str | None:
    """Return an address with its scheme; None for one that does not lead to the web, such as mailto: or tg:."""
    url = url.strip()
    if _WEB.match(url):
        return url
    if url.startswith("//"):
        url = url[2:]
    if not url or (_SCHEME.match(url) and not _HOST_AND_PORT.match(url)):
        return None
    return f"https://{url}"


# ---------------------------------------------------------------- nothing to read


def _hint(message: Incoming) -> str:
    if message.unreadable:
        return _HINTS[message.unreadable]
    text = message.text.strip()
    if not text:
        return "hint-empty"
    if _COMMAND.match(text):
        return "hint-command"
    return "hint-short" if count_words(text) >= LEAST_NEWS else "hint-greeting"
