"""What a source kind works with: opening links, reading what came back, and what was read before."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Final, Protocol

from bot.adapters.reading.fields import FeedFields
from bot.adapters.reading.flights import Flights
from bot.adapters.reading.reader import Reader
from bot.core.addresses import plain, same_page
from bot.core.errors import StoreError
from bot.core.links import Link
from bot.core.models import Article
from bot.core.pages import KeptPage, Page
from bot.ports import Fetch, Pages

logger = logging.getLogger(__name__)

EDITION: Final = "1"
"""Of the reading code; raise it when pages are read better than before, and kept ones are read anew."""

MAX_OPEN: Final = 20
"""Pages held at once; the largest have 20 MB."""


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
    flights: Flights[Article] = field(default_factory=Flights)
    room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(MAX_OPEN))
    """Bounds the pages that are held in memory, from when they are opened until they are read."""

    def anew(self) -> Desk:
        """Return the desk for somebody who wants every page asked for again, whenever it was read."""
        return replace(self, max_age=timedelta())

    async def article(self, url: str, *, given: str, form: str | None = None, original: str | None = None) -> Article:
        """Return the article at `url`, read in `form` (None lets the bytes tell).

        `original` is the address for readers where `url` only serves what is to be read there. Asked for by several at
        once, it is opened once.

        Raises `LoadError` of the fetcher and of the reader.
        """
        work = partial(self._article, url, given=given, form=form, original=original)
        return await self.flights.share((url, form, original, self.max_age), work)

    async def _article(self, url: str, *, given: str, form: str | None, original: str | None) -> Article:
        kept = await self._kept(url, _edition(form, original))
        if kept and self.now() - kept.read_at < self.max_age:
            return kept.article
        async with self.room:
            return await self._opened(url, kept, given=given, form=form, original=original)

    async def _opened(
        self, url: str, kept: KeptPage | None, *, given: str, form: str | None, original: str | None
    ) -> Article:
        """Open a page that was not read lately, and keep it; `kept` is what was read before."""
        asked = kept.url if kept and same_page(kept.url, url) else url
        page = await self.fetch.fetch(asked, validators=kept.validators if kept else None)
        if kept and page.unchanged:
            return (await self._keep(kept.model_copy(update={"read_at": self.now()}), url)).article
        digest, edition = hashlib.sha256(page.body).hexdigest(), _edition(form, original)
        same = await self._same_body(digest, edition)
        known = same.article if same and same.url == page.url_final else None
        shown = replace(page, url_final=original) if original else page
        article = known or await self.read(shown, given=given, form=form)
        read = KeptPage(
            url=page.url_final,
            # What a person sent may tell who they are, and is none of the others' business.
            article=article.model_copy(update={"given": page.url_final}),
            digest=digest,
            edition=edition,
            etag=page.validators.etag,
            last_modified=page.validators.last_modified,
            read_at=self.now(),
        )
        return (await self._keep(read, url)).article

    async def feed(self, url: str) -> FeedFields:
        """Return the entries of the feed at `url`; raises `LoadError` of the fetcher and of the reader."""
        async with self.room:
            page = await self.fetch.fetch(url)
            return await self.reader.read_feed(page.body, charset=page.charset, url=page.url_final)

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

    async def _kept(self, url: str, edition: str) -> KeptPage | None:
        try:
            kept = await self._found(url)
        except StoreError as error:
            _without(error)
            return None
        return kept if kept and kept.edition == edition else None

    async def _found(self, url: str) -> KeptPage | None:
        """The page at `url`, or at what that is without its tracking."""
        if self.pages is None:
            return None
        found = await self.pages.find(url)
        return found if found or plain(url) == url else await self.pages.find(plain(url))

    async def _same_body(self, digest: str, edition: str) -> KeptPage | None:
        try:
            return await self.pages.find_body(digest, edition=edition) if self.pages else None
        except StoreError as error:
            _without(error)
            return None

    async def _keep(self, kept: KeptPage, url: str) -> KeptPage:
        if self.pages:
            # What a page calls its address is its own claim: believed further, it could pass for another page.
            named = kept.article.url if kept.article.url and same_page(kept.article.url, kept.url) else kept.url
            # What only tells how somebody came by a page may be their key to it, unless the page says that it is not.
            bare = plain(url) if named not in {kept.url, url} and plain(named) == named else url
            try:
                await self.pages.keep(kept, addresses=list(dict.fromkeys([url, bare, kept.url, named])))
            except StoreError as error:
                _without(error)
        return kept


def _edition(form: str | None, original: str | None) -> str:
    """What read a page, and as what: the same bytes in another form, or for another address, are another article."""
    return " ".join(part for part in (EDITION, form, original) if part)


def _without(error: StoreError) -> None:
    """Go on where what was read before cannot be had or kept: it is read again, which costs time and nothing else."""
    logger.warning("pages that were read before are out of reach: %s", error.code)
