"""The same links again in one chat: what a request is about, and the earlier brief of it."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta
from typing import Final

from bot.core.addresses import plain
from bot.core.errors import LoadError
from bot.core.links import check_link
from bot.core.models import Entity
from bot.core.requests import Link, Request

_ANY_PORT: Final = range(1, 65_536)


class EarlierBrief(Entity):
    """A request that was answered with a brief."""

    request_id: str
    answered_at: datetime


def subject_of(request: Request) -> str | None:
    """Return what a request of nothing but links is about, as a SHA-256 in hexadecimal; None for any other.

    The same pages in any order, each as often as one likes, with the same options are the same subject.
    """
    links = [item for item in request.items if isinstance(item, Link)]
    if len(links) < len(request.items):
        return None
    pages = sorted({(_page_of(link.url), link.newest) for link in links})
    wanted = json.dumps([pages, request.language, request.length])
    return hashlib.sha256(wanted.encode("ascii")).hexdigest()


def is_fresh(request: Request) -> bool:
    """Tell whether somebody wants it although it was answered before: feeds have something new each time."""
    return any(isinstance(item, Link) and (item.fresh or item.newest) for item in request.items)


def tell_age(age: timedelta) -> tuple[str, dict[str, int]]:
    """Return the id of the sentence that tells how long ago a brief was made, and its parameters."""
    minutes = max(age, timedelta()) // timedelta(minutes=1)
    if minutes < 1:
        return "chat-again-now", {}
    if minutes < 60:
        return "chat-again-minutes", {"count": minutes}
    if minutes < 48 * 60:
        return "chat-again-hours", {"count": minutes // 60}
    return "chat-again-days", {"count": minutes // (24 * 60)}


def _page_of(url: str) -> str:
    try:
        return plain(check_link(url, ports=_ANY_PORT, local_names=True).url)
    except LoadError:
        return plain(url)
