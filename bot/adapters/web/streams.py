"""Connections that are read in small portions and counted, so that no answer costs more than was allowed."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any, Final

import httpcore2

from bot.core.errors import LoadError

MAX_HEAD: Final = 200_000
"""Bytes before a body: status line, headers, and all interim answers (status 1xx), of which there is no other limit."""
PORTION: Final = 16_384
"""Bytes handed to the parser of HTTP at once: it works through them without a pause."""


class MeteredStream(httpcore2.AsyncNetworkStream):
    """A connection that counts what it receives since the last request was written.

    Reading raises `LoadError`: unreachable where no body has begun after `MAX_HEAD` bytes, too_large(limit) beyond
    what `allow` named.
    """

    def __init__(self, inner: httpcore2.AsyncNetworkStream) -> None:
        self._inner = inner
        self._left = MAX_HEAD
        self._limit = 0

    def allow(self, limit: int) -> None:
        """Let a body of `limit` bytes pass, as they come over the wire; called when its headers are there."""
        self._limit = self._left = limit

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        part = await self._inner.read(min(max_bytes, PORTION), timeout)
        self._left -= len(part)
        if self._left < 0:
            raise LoadError("too_large", limit=self._limit) if self._limit else LoadError("unreachable")
        return part

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        self._left, self._limit = MAX_HEAD, 0
        await self._inner.write(buffer, timeout)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore2.AsyncNetworkStream:
        return MeteredStream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    async def aclose(self) -> None:
        await self._inner.aclose()

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class NoLocalSockets(httpcore2.AsyncNetworkBackend):
    """A network backend that opens no Unix socket."""

    async def connect_unix_socket(
        self,
        path: str,  # noqa: ARG002
        timeout: float | None = None,  # noqa: ARG002, ASYNC109
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore2.AsyncNetworkStream:
        """Refuse: no link leads to a local socket."""
        raise LoadError("url_refused")
