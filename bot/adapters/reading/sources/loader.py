"""The loader for links: finds the kind of a link and lets it read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from bot.adapters.reading.elsewhere import ElsewhereError
from bot.adapters.reading.fields import FeedFields
from bot.adapters.reading.sources import (
    any_page,
    archive,
    bluesky,
    google_news,
    mastodon,
    reddit,
    telegram,
    videos,
    walled,
    wikipedia,
    wrapped,
    x,
)
from bot.adapters.reading.sources.desk import Desk, Source
from bot.adapters.reading.sources.short_links import ShortLinks
from bot.core.errors import LoadError
from bot.core.links import WEB_PORTS, Link, check_link, join_link
from bot.core.models import Article

KINDS: Final[tuple[Source, ...]] = (
    wrapped,
    telegram,
    wikipedia,
    archive,
    google_news,
    videos,
    reddit,
    x,
    bluesky,
    walled,
    mastodon,
)
SOURCES: Final[tuple[Source, ...]] = (*KINDS, ShortLinks(kinds=KINDS), any_page)
"""In the order in which they are asked; the last one takes what is left."""

_MAX_STEPS: Final = 5
"""From a link to the one it leads to, as often as that; redirects of servers are not counted here."""


class LinkLoader:
    """Reads the article behind a link."""

    def __init__(
        self,
        desk: Desk,
        *,
        ports: Collection[int] = WEB_PORTS,
        local_names: bool = False,
        sources: tuple[Source, ...] = SOURCES,
    ) -> None:
        """`ports` and `local_names` are what the operator opened, as for `core.links.check_link`."""
        self._desk = desk
        self._ports = frozenset(ports)
        self._local_names = local_names
        self._sources = sources

    async def load(self, given: str, *, fresh: bool = False) -> Article:
        """Return the article behind the link `given`, asked for again where it must be `fresh`; raises `LoadError`."""
        link = check_link(given, ports=self._ports, local_names=self._local_names)
        desk = self._desk.anew() if fresh else self._desk
        for _ in range(_MAX_STEPS):
            found = await self._read(link, desk)
            if isinstance(found, Article):
                return found.model_copy(update={"given": given})
            link = found
        raise LoadError("redirects", limit=_MAX_STEPS)

    async def feed(self, given: str) -> FeedFields:
        """Return the entries of the feed at the link `given`, or where that leads; raises `LoadError`."""
        link = check_link(given, ports=self._ports, local_names=self._local_names)
        for _ in range(_MAX_STEPS):
            if self._source(link) is self._sources[-1]:
                return await self._desk.feed(link.url)
            found = await self._read(link, self._desk)
            if isinstance(found, Article):
                raise LoadError("no_article")
            link = found
        raise LoadError("redirects", limit=_MAX_STEPS)

    def _source(self, link: Link) -> Source:
        return next(one for one in self._sources if one.matches(link))

    async def _read(self, link: Link, desk: Desk) -> Article | Link:
        """The article, or the link to go on with."""
        try:
            return await self._source(link).load(link, desk)
        except ElsewhereError as error:
            return join_link(link, error.target, ports=self._ports, local_names=self._local_names)
