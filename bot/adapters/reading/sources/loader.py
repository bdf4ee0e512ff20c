"""The loader for links: finds the kind of a link and lets it read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from bot.adapters.reading.sources import any_page
from bot.adapters.reading.sources.desk import Desk, Source
from bot.core.links import WEB_PORTS, check_link
from bot.core.models import Article

SOURCES: Final[tuple[Source, ...]] = (any_page,)
"""In the order in which they are asked; the last one takes what is left."""


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

    async def load(self, given: str) -> Article:
        """Return the article behind the link `given`; raises `LoadError`."""
        link = check_link(given, ports=self._ports, local_names=self._local_names)
        source = next(one for one in self._sources if one.matches(link))
        article = await source.load(link, self._desk)
        return article.model_copy(update={"given": given})
