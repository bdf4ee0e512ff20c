"""Fetches one page through the guard, within limits of hops, bytes and time."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Self

import httpcore2
import httpx2

from bot.adapters.web.faults import as_load_errors
from bot.adapters.web.guard import Guard, Resolve, resolve
from bot.adapters.web.transport import GuardedTransport
from bot.core.errors import LoadError
from bot.core.links import WEB_PORTS, Link, check_link, join_link
from bot.core.pages import Page, Validators

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_COMPLETE: Final = frozenset({200, 203})
_CHARSET: Final = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([a-z0-9._:-]{1,40})", re.IGNORECASE)
_READABLE: Final = frozenset(
    {"", "application/octet-stream", "application/xhtml+xml", "text/html", "text/markdown", "text/plain"}
)
_KINDS: Final = {
    "application/atom+xml": "news feed",
    "application/epub+zip": "e-book",
    "application/json": "JSON",
    "application/msword": "Word",
    "application/pdf": "PDF",
    "application/rss+xml": "news feed",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/x-pdf": "PDF",
    "application/xml": "XML",
    "application/zip": "archive",
    "text/xml": "XML",
    "audio": "audio",
    "font": "font",
    "image": "image",
    "video": "video",
}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """How much a page may cost; times in seconds, `max_bytes` both on the wire and decoded."""

    connect_seconds: float = 5.0
    total_seconds: float = 20.0
    max_bytes: int = 5_000_000
    max_redirects: int = 5


class Fetcher:
    """Opens links. Nothing is remembered from one page to the next: no cookie, no credential, no cache."""

    def __init__(
        self,
        *,
        contact: str | None = None,
        allow_networks: tuple[str, ...] = (),
        ports: Collection[int] = WEB_PORTS,
        limits: FetchLimits | None = None,
        resolve: Resolve = resolve,
        dial: httpcore2.AsyncNetworkBackend | None = None,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        """`contact` is an address or URL shown to the sites; `allow_networks` are CIDR blocks opened on purpose."""
        self._ports = frozenset(ports)
        self._local_names = bool(allow_networks)
        self._limits = limits or FetchLimits()
        guard = Guard(resolve=resolve, dial=dial, allow_networks=allow_networks, ports=ports)
        self._transport = GuardedTransport(guard, ssl_context=ssl_context)
        self._headers = {
            "User-Agent": _user_agent(contact),
            "Accept": "text/html, application/xhtml+xml, text/plain;q=0.8",
            "Accept-Encoding": "gzip, identity",
        }

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:  # noqa: ARG002
        """Return the page behind `url` after at most `max_redirects` redirects.

        Raises `LoadError`: url_refused, unreachable, timed_out, too_large, http_status(status), redirects(limit),
        unsupported_type(kind).
        """
        link = check_link(url, ports=self._ports, local_names=self._local_names)
        with as_load_errors():
            async with asyncio.timeout(self._limits.total_seconds):
                for _ in range(self._limits.max_redirects + 1):
                    answer = await self._ask(link)
                    if isinstance(answer, Page):
                        return answer
                    link = answer
        raise LoadError("redirects", limit=self._limits.max_redirects)

    async def aclose(self) -> None:
        """Close idle connections."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _ask(self, link: Link) -> Page | Link:
        """One request: the page, or the link to go on with."""
        total = self._limits.total_seconds
        timeouts = {"connect": self._limits.connect_seconds, "read": total, "write": total, "pool": total}
        request = httpx2.Request("GET", link.url, headers=self._headers, extensions={"timeout": timeouts})
        response = await self._transport.handle_async_request(request)
        try:
            if response.status_code in _REDIRECTS and response.headers.get_list("location"):
                return self._next_link(link, response)
            if response.status_code not in _COMPLETE:
                raise LoadError("http_status", status=response.status_code)
            media_type, charset = _content_type(response)
            _check_codings(response)
            return Page(
                url_final=link.url, media_type=media_type, charset=charset, body=await self._read_body(response)
            )
        finally:
            await response.aclose()

    def _next_link(self, link: Link, response: httpx2.Response) -> Link:
        location = response.headers.get_list("location")[0]
        return join_link(link, location.strip(" "), ports=self._ports, local_names=self._local_names)

    async def _read_body(self, response: httpx2.Response) -> bytes:
        limit = self._limits.max_bytes
        announced = response.headers.get("content-length", "")
        if announced.isdecimal() and len(announced) < 19 and int(announced) > limit:
            raise LoadError("too_large", limit=limit)
        body = bytearray()
        async for part in response.aiter_bytes():
            body += part
            if len(body) > limit or response.num_bytes_downloaded > limit:
                raise LoadError("too_large", limit=limit)
        return bytes(body)


def _content_type(response: httpx2.Response) -> tuple[str, str | None]:
    """The media type and charset of a page that can be an article; raises `LoadError("unsupported_type")`."""
    named, _, parameters = response.headers.get("content-type", "").partition(";")
    media_type = named.strip().lower()
    if media_type not in _READABLE:
        kind = _KINDS.get(media_type) or _KINDS.get(media_type.partition("/")[0]) or "file"
        raise LoadError("unsupported_type", kind=kind)
    charset = _CHARSET.search(parameters)
    return media_type, charset[1] if charset else None


def _check_codings(response: httpx2.Response) -> None:
    """Let gzip pass once: other codings were not asked for, and a chain of them is a bomb."""
    named = response.headers.get_list("content-encoding", split_commas=True)
    codings = [coding for coding in (name.strip().lower() for name in named) if coding not in {"", "identity"}]
    if codings not in ([], ["gzip"]):
        raise LoadError("unsupported_type", kind="compressed data")


def _user_agent(contact: str | None) -> str:
    if contact is not None and not (contact.isascii() and contact.isprintable()):
        raise ValueError("the contact for the user agent is plain ASCII")
    return f"Footnote (reads articles that people send it; {contact})" if contact else "Footnote"
