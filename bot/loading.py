"""What reads the things that people send: each kind of thing sent to its loader, opened when it is first needed."""

from __future__ import annotations

import asyncio
import io
import re
from contextlib import AsyncExitStack
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING

from bot.adapters.reading.fields import FeedFields
from bot.adapters.reading.loaders import MAX_UPLOAD, FileLoader, PastedLoader
from bot.adapters.reading.reader import Reader, paste
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.loader import LinkLoader
from bot.core.errors import LoadError, SettingsError
from bot.core.links import WEB_PORTS
from bot.core.models import Article
from bot.core.requests import Forward, Item, Link, LocalFile, PastedText, StandardInput, Upload
from bot.ports import Pages
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.adapters.bot_api.files import BotFiles
    from bot.adapters.web.proxy import Proxy

_HOST = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}/")
MAX_HELD = 6
"""Uploads in memory at once; the largest have 20 MB."""
SAMPLES = {
    "https://courier.example/harbour/ammonia-leak-closes-terminal": "ellery-courier.html",
    "https://coastline.example/2026/03/03/gas-leak-port-ellery": "coastline-today.html",
    "northern-ledger.txt": "northern-ledger.txt",
}
"""The bundled articles by what a person would have sent: two links and a pasted text."""


def item_of(given: str) -> Item:
    """Return what an argument of the command line stands for."""
    if given == "-":
        return StandardInput()
    return Link(url=given) if "://" in given else LocalFile(path=given)


def open_reader(stack: AsyncExitStack) -> Reader:
    """Return what reads pages and files; `stack` ends its processes."""
    reader = Reader()
    stack.push_async_callback(reader.aclose)
    return reader


class SampleLoader:
    """Reads the bundled articles as if they had been sent."""

    def __init__(self, stack: AsyncExitStack) -> None:
        self._reader = open_reader(stack)

    async def load(self, item: Item) -> Article:
        """Return the sample that `item` names."""
        given = item.given
        name = SAMPLES[given]
        body = (files("bot") / "samples" / name).read_bytes()
        if name.endswith(".html"):
            return await self._reader.read(body, given=given, medium="web", url=given, media_type="text/html")
        return await self._reader.read(body, given=given, medium="pasted")


class RoutingLoader:
    """Sends each thing to the loader of its kind: links, standard input, files."""

    def __init__(self, settings: Settings, stack: AsyncExitStack, *, pasted: bytes = b"") -> None:
        self._reader = open_reader(stack)
        # The fetcher is opened for the first link: most uses of the command line need none.
        self._open_links = cache(partial(open_links, settings, stack, self._reader))
        self._files = FileLoader(self._reader)
        self._stdin = PastedLoader(self._reader, io.BytesIO(pasted))

    async def load(self, item: Item) -> Article:
        """Return the article; raise `LoadError` where it cannot be read."""
        match item:
            case StandardInput():
                return await self._stdin.load(item.given)
            case Link():
                return await self._open_links().load(item.url)
            case LocalFile():
                return await self._file(item.path)
        raise LoadError("unreadable")

    async def feed(self, item: Item) -> FeedFields:
        """Return the entries of a feed; raise `LoadError` where it cannot be read."""
        if isinstance(item, Link):
            return await self._open_links().feed(item.url)
        return await self._files.feed(item.given)

    async def _file(self, path: str) -> Article:
        if not path.strip():
            raise LoadError("not_found")
        try:
            return await self._files.load(path)
        except LoadError as error:
            if error.code == "not_found" and _HOST.match(path):
                raise LoadError("no_scheme") from None
            raise


class ChatLoader:
    """Sends each thing that came in a chat to the loader of its kind: links, texts, uploads."""

    def __init__(
        self, settings: Settings, stack: AsyncExitStack, *, files: BotFiles, pages: Pages | None = None
    ) -> None:
        self._reader = open_reader(stack)
        self._files = files
        self._room = asyncio.Semaphore(MAX_HELD)
        self._open_links = cache(partial(open_links, settings, stack, self._reader, pages))

    async def load(self, item: Item) -> Article:
        """Return the article; raise `LoadError` where it cannot be read."""
        match item:
            case Link():
                return await self._open_links().load(item.url, fresh=item.fresh)
            case PastedText():
                return paste(item.text, given=item.given)
            case Forward():
                return _with_origin(paste(item.text, given=item.given), item)
            case Upload():
                return await self._upload(item)
        raise LoadError("unreadable")

    async def _upload(self, item: Upload) -> Article:
        async with self._room:
            body = await self._files.download(item, max_bytes=MAX_UPLOAD)
            return await self._reader.read(
                body, given=item.given, medium="file", media_type=item.media_type, name=item.name
            )

    async def warm(self) -> None:
        """Start the process that reads pages, so that the first page need not wait for it."""
        await self._reader.warm()

    async def newest(self, link: Link) -> tuple[Link, ...]:
        """Return the links of the newest articles of a feed; none where it is no feed. Raises `LoadError`."""
        try:
            feed = await self._open_links().feed(link.url)
        except LoadError as error:
            if error.code == "no_article":
                return ()
            raise
        if not feed.entries:
            raise LoadError("feed", title=feed.title, count=0)
        return tuple(Link(url=entry.url) for entry in feed.entries[: link.newest])


def _with_origin(article: Article, post: Forward) -> Article:
    """A forwarded post is its channel's, and read where the channel has it."""
    origin = {"outlet": post.outlet, "url": post.url, "published_at": post.published_at}
    return article.model_copy(update={**origin, "medium": "web" if post.url else "pasted"})


def open_links(settings: Settings, stack: AsyncExitStack, reader: Reader, pages: Pages | None = None) -> LinkLoader:
    """Open the loader for links; `stack` closes it, `pages` are those that were read before."""
    from bot.adapters.web.fetch import Fetcher, FetchLimits
    from bot.adapters.web.turns import Turns

    ports = WEB_PORTS | settings.fetch_allow_ports
    fetcher = Fetcher(
        version=_version(),
        contact=settings.fetch_contact or None,
        allow_networks=settings.fetch_allow_networks,
        ports=ports,
        limits=FetchLimits(
            total_seconds=settings.fetch_deadline,
            max_bytes=settings.fetch_max_bytes,
            max_document_bytes=settings.fetch_max_document_bytes,
        ),
        turns=Turns(interval=settings.fetch_interval),
        proxy=_proxy(settings),
    )
    stack.push_async_callback(fetcher.aclose)
    desk = Desk(fetch=fetcher, reader=reader, pages=pages)
    return LinkLoader(desk, ports=ports, local_names=bool(settings.fetch_allow_networks))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("footnote-bot")
    except PackageNotFoundError:  # a checkout that was not installed
        return ""


async def check_proxy(settings: Settings) -> None:
    """Raise `SettingsError("proxy_down", host)` where a proxy is set and does not answer."""
    proxy = _proxy(settings)
    if proxy is not None:
        from bot.adapters.web.proxy import check_proxy

        await check_proxy(proxy)


def _proxy(settings: Settings) -> Proxy | None:
    address = settings.fetch_proxy.get_secret_value()
    if not address:
        return None
    from bot.adapters.web.proxy import Proxy

    try:
        return Proxy.parse(address)
    except ValueError:
        raise SettingsError("setting_wrong", name="FOOTNOTE_FETCH_PROXY", reason="it names no proxy") from None
