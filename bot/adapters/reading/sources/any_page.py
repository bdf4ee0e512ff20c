"""Any page or file on the web: what all links are that no other kind reads."""

from __future__ import annotations

from bot.adapters.reading.sources.desk import Desk
from bot.core.links import Link
from bot.core.models import Article


def matches(link: Link) -> bool:  # noqa: ARG001
    """Tell that any link can be tried."""
    return True


async def load(link: Link, desk: Desk) -> Article:
    """Return the article at the link; raises `LoadError` of the fetcher and of the reader."""
    return await desk.article(link.url, given=link.url)
