"""What a source kind works with: opening links, reading what came back, and what was read before."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Protocol

from bot.adapters.reading.reader import Reader
from bot.core.links import Link
from bot.core.models import Article
from bot.core.pages import KeptPage, Page
from bot.ports import Fetch, Pages

EDITION: Final = "1"
"""Of the reading code; raise it when pages are read better than before, and kept ones are read anew."""


class Source(Protocol):
    """One kind of link; modules with these two functions are such kinds."""

    def matches(self, link: Link) -> bool:
        """Tell whether this kind reads the link."""

    async def load(self, link: Link, desk: Desk) -> Article:
        """Return the article behind the link; raise `LoadError` where there is none."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Desk:
    """Opens and reads pages; those read before are not read again."""

    fetch: Fetch
    reader: Reader
    pages: Pages | None = None
    now: Callable[[], datetime] = _now
    max_age: timedelta = timedelta(minutes=10)
    """For so long a page that was read before is not even asked for again."""

    async def article(self, url: str, *, given: str, form: str | None = None) -> Article:
        """Return the article at `url`, read in `form` (None lets the bytes tell).

        Raises `LoadError` of the fetcher and of the reader.
        """
        kept = await self._kept(url)
        if kept and self.now() - kept.read_at < self.max_age:
            return kept.article
        page = await self.fetch.fetch(url, validators=kept.validators if kept else None)
        if kept and page.unchanged:
            return (await self._keep(kept.model_copy(update={"read_at": self.now()}), url)).article
        digest = hashlib.sha256(page.body).hexdigest()
        same = await self.pages.find_body(digest, edition=EDITION) if self.pages else None
        article = same.article if same and same.url == page.url_final else await self.read(page, given=given, form=form)
        read = KeptPage(
            url=page.url_final,
            article=article,
            digest=digest,
            edition=EDITION,
            etag=page.validators.etag,
            last_modified=page.validators.last_modified,
            read_at=self.now(),
        )
        return (await self._keep(read, url)).article

    async def read(self, page: Page, *, given: str, form: str | None = None) -> Article:
        """Return the article that a page holds; raises `LoadError` of the reader."""
        return await self.reader.read(
            page.body,
            given=given,
            medium="web",
            url=page.url_final,
            media_type=page.media_type,
            charset=page.charset,
            form=form,
        )

    async def _kept(self, url: str) -> KeptPage | None:
        kept = await self.pages.find(url) if self.pages else None
        return kept if kept and kept.edition == EDITION else None

    async def _keep(self, kept: KeptPage, url: str) -> KeptPage:
        if self.pages:
            addresses = dict.fromkeys([url, kept.url, *([kept.article.url] if kept.article.url else [])])
            await self.pages.keep(kept, addresses=list(addresses))
        return kept
