"""The loader for links: fetches a page through the guard and hands its bytes to whoever reads pages."""

from __future__ import annotations

from typing import Protocol

from bot.adapters.web.fetch import Fetcher
from bot.core.models import Article, Medium


class ReadsBytes(Protocol):
    """Turns bytes into an article."""

    async def read(
        self,
        body: bytes,
        *,
        given: str,
        medium: Medium,
        url: str | None = None,
        media_type: str = "",
        charset: str | None = None,
    ) -> Article:
        """Return the article; raise `LoadError` where the bytes hold none."""


class WebLoader:
    """Reads the article behind a link."""

    def __init__(self, fetcher: Fetcher, reader: ReadsBytes) -> None:
        self._fetcher = fetcher
        self._reader = reader

    async def load(self, given: str) -> Article:
        """Return the article behind the link `given`; raises `LoadError` of the fetcher and of the reader."""
        page = await self._fetcher.fetch(given)
        return await self._reader.read(
            page.body, given=given, medium="web", url=page.url_final, media_type=page.media_type, charset=page.charset
        )
