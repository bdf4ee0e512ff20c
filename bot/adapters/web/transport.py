"""An httpx2 transport whose every connection comes through the guard: no proxy, no environment, no Unix socket."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterable, AsyncIterator
from functools import cached_property

import httpcore2
import httpx2

from bot.adapters.web.guard import Guard

MAX_CONNECTIONS = 20
IDLE_SECONDS = 5.0


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Built on the public pool of httpcore2, because httpx2's own transport takes no network backend.

    Errors of httpcore2 come out as they are; `bot.adapters.web.faults` knows them.
    """

    def __init__(self, guard: Guard, *, ssl_context: ssl.SSLContext | None = None) -> None:
        self._guard = guard
        self._ssl_context = ssl_context

    @cached_property
    def _pool(self) -> httpcore2.AsyncConnectionPool:
        """Made at the first request: the system's certificates take a while to read."""
        return httpcore2.AsyncConnectionPool(
            ssl_context=self._ssl_context or httpcore2.default_ssl_context(),
            network_backend=self._guard,
            max_connections=MAX_CONNECTIONS,
            keepalive_expiry=IDLE_SECONDS,
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request; the caller reads and closes the response."""
        sent = httpcore2.Request(
            method=request.method,
            url=httpcore2.URL(
                scheme=request.url.raw_scheme,
                host=request.url.raw_host,
                port=request.url.port,
                target=request.url.raw_path,
            ),
            headers=request.headers.raw,
            content=request.stream if isinstance(request.stream, AsyncIterable) else None,
            extensions=request.extensions,
        )
        answer = await self._pool.handle_async_request(sent)
        if not isinstance(answer.stream, AsyncIterable):
            raise TypeError("the pool answered without a stream")
        return httpx2.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Stream(answer.stream),
            extensions=answer.extensions,
            request=request,
        )

    async def aclose(self) -> None:
        if "_pool" in self.__dict__:
            await self._pool.aclose()


class _Stream(httpx2.AsyncByteStream):
    """Hands the pool's bytes on under the name httpx2 looks for."""

    def __init__(self, parts: AsyncIterable[bytes]) -> None:
        self._parts = parts

    def __aiter__(self) -> AsyncIterator[bytes]:
        return aiter(self._parts)

    async def aclose(self) -> None:
        close = getattr(self._parts, "aclose", None)
        if close is not None:
            await close()
