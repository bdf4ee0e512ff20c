"""Links that carry another one in themselves: counters of social sites and searches, viewers of AMP pages."""

from __future__ import annotations

from bot.adapters.reading.elsewhere import ElsewhereError
from bot.adapters.reading.sources.desk import Desk
from bot.core.addresses import target_of
from bot.core.links import Link
from bot.core.models import Article


def matches(link: Link) -> bool:
    """Tell whether the link carries another one."""
    return target_of(link) is not None


async def load(link: Link, desk: Desk) -> Article:  # noqa: ARG001
    """Raise `ElsewhereError`; the wrapper itself is never opened."""
    raise ElsewhereError(target_of(link) or "")
