"""Fetches one page through the guard, within limits of hops, bytes and time."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, Self

import httpcore2
import httpx2

from bot.adapters.web.agent import user_agent
from bot.adapters.web.bodies import read_body
from bot.adapters.web.conditions import conditions, validators_of
from bot.adapters.web.contents import content_of
from bot.adapters.web.faults import as_load_errors
from bot.adapters.web.guard import Guard, Resolve
from bot.adapters.web.proxy import Proxy
from bot.adapters.web.transport import GuardedTransport
from bot.adapters.web.turns import Turns
from bot.core.errors import LoadError
from bot.core.links import WEB_PORTS, Link, check_link, join_link, site_of
from bot.core.pages import Page, Validators

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_COMPLETE: Final = frozenset({200, 203})
_NOT_MODIFIED: Final = 304
_TOO_MANY_REQUESTS: Final = 429


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much a page may cost; times in seconds, sizes in bytes, both on the wire and decoded."""

    connect_seconds: float = 5.0
    """For looking a name up, and again for connecting."""
    total_seconds: float = 20.0
    """For all hops, and for waiting until it is this page's turn at its site."""
    max_bytes: int = 5_000_000
    max_document_bytes: int = 20_000_000
    """Of a PDF or Word file."""
    max_redirects: int = 5


class Fetcher:
    """Opens links. Nothing of a page is remembered when it has been handed over: no cookie, no credential, no cache."""

    def __init__(
        self,
        *,
        version: str = "",
        contact: str | None = None,
        allow_networks: tuple[str, ...] = (),
        ports: Collection[int] = WEB_PORTS,
        limits: FetchLimits | None = None,
        turns: Turns | None = None,
        proxy: Proxy | None = None,
        resolve: Resolve | None = None,
        dial: httpcore2.AsyncNetworkBackend | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        """`contact` is an address or URL shown to the sites; `allow_networks` are CIDR blocks opened on purpose.

        With a `proxy` names are looked up there, and the addresses they lead to are its matter. Raises `ValueError`
        where the contact, the version or a network has the wrong form.
        """
        self._ports = frozenset(ports)
        self._local_names = bool(allow_networks)
        self._limits = limits or FetchLimits()
        self._turns = turns or Turns()
        guard = Guard(resolve=resolve, dial=dial, allow_networks=allow_networks, ports=ports)
        self._transport = GuardedTransport(guard, ssl_context=ssl_context, proxy=proxy)
        self._headers = {
            "User-Agent": user_agent(version=version, contact=contact),
            "Accept": "text/html, application/xhtml+xml, application/pdf;q=0.9, text/plain;q=0.8, */*;q=0.5",
            "Accept-Encoding": "gzip, identity",
        }

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:
        """Return the page behind `url` after at most `max_redirects` redirects.

        `validators` are sent to the address that they are of, be it reached by redirects, and to no other; if the page
        is the same there, it comes back `unchanged`. Raises `LoadError`: url_refused, unreachable, timed_out,
        too_large(limit), http_status(status), redirects(limit), bot_check, picture, audio, video,
        unsupported_type(kind), proxy_down.
        """
        link = check_link(url, ports=self._ports, local_names=self._local_names)
        known = validators or Validators()
        asking = {known.url or link.url: conditions(known)}
        with as_load_errors():
            async with asyncio.timeout(self._limits.total_seconds):
                found: Page | Link = link
                hops = self._limits.max_redirects
                while not isinstance(found, Page):
                    found, hops = await self._visit(found, asking=asking, hops=hops)
                return found

    async def aclose(self) -> None:
        """Close idle connections."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _visit(self, link: Link, *, asking: dict[str, dict[str, str]], hops: int) -> tuple[Page | Link, int]:
        """Follow a link as long as it stays on one site, in one turn there; return what was found, and the hops left.

        Raises `LoadError("redirects", limit)` for one redirect more than there are hops.
        """
        site = site_of(link.host)
        async with self._turns.turn(site):
            while site_of(link.host) == site:
                found = await self._ask(link, asked=asking.get(link.url, {}))
                if isinstance(found, Page):
                    return found, hops
                if not hops:
                    raise LoadError("redirects", limit=self._limits.max_redirects)
                link, hops = found, hops - 1
        return link, hops

    async def _ask(self, link: Link, *, asked: dict[str, str]) -> Page | Link:
        """One request: the page, or the link to go on with."""
        total = self._limits.total_seconds
        timeouts = {"connect": self._limits.connect_seconds, "read": total, "write": total, "pool": total}
        headers = {**self._headers, **asked}
        request = httpx2.Request("GET", link.url, headers=headers, extensions={"timeout": timeouts})
        response = await self._transport.handle_async_request(request)
        try:
            if response.status_code in _REDIRECTS and response.headers.get_list("location"):
                return self._next_link(link, response)
            if response.status_code == _NOT_MODIFIED and asked:
                return Page(link.url, "", None, b"", validators=validators_of(response), unchanged=True)
            self._check_status(link, response)
            return await self._page(link, response)
        finally:
            await response.aclose()

    def _next_link(self, link: Link, response: httpx2.Response) -> Link:
        location = response.headers.get_list("location")[0]
        return join_link(link, location.strip(" "), ports=self._ports, local_names=self._local_names)

    def _check_status(self, link: Link, response: httpx2.Response) -> None:
        # What Cloudflare answers instead of a page, with any status: developers.cloudflare.com, "Detect response".
        if response.headers.get("cf-mitigated", "").strip().lower() == "challenge":
            raise LoadError("bot_check")
        if response.status_code == _TOO_MANY_REQUESTS:
            self._turns.rest(site_of(link.host), _seconds_asked(response))
        if response.status_code not in _COMPLETE:
            raise LoadError("http_status", status=response.status_code)

    async def _page(self, link: Link, response: httpx2.Response) -> Page:
        content = content_of(response)
        limits = self._limits
        body = await read_body(response, content, page_bytes=limits.max_bytes, document_bytes=limits.max_document_bytes)
        return Page(
            url_final=link.url,
            media_type=content.media_type,
            charset=content.charset,
            body=body,
            validators=validators_of(response),
        )


def _seconds_asked(response: httpx2.Response) -> float:
    """For how long a server asks for quiet (RFC 9110, section 10.2.3); 0 where it does not say so in a known form."""
    given = response.headers.get("retry-after", "").strip()
    if given.isascii() and given.isdecimal():
        return float(given[:9])
    try:
        until = parsedate_to_datetime(given[:40])
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
    return (until if until.tzinfo else until.replace(tzinfo=UTC)).timestamp() - datetime.now(UTC).timestamp()
