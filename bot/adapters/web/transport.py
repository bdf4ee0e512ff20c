"""An httpx2 transport whose every connection comes through the guard, or through the one proxy that was named."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterable, AsyncIterator
from functools import cached_property

import httpcore2
import httpx2

from bot.adapters.web.guard import Guard
from bot.adapters.web.proxy import Proxy, ProxyDial
from bot.core.errors import LoadError

MAX_CONNECTIONS = 20
IDLE_SECONDS = 5.0

_DEFAULT_PORTS = {"http": 80, "https": 443}


class GuardedTransport(httpx2.AsyncBaseTransport):
    """Built on the public pool of httpcore2, because httpx2's own transport takes no network backend.

    Errors of httpcore2 come out as they are; `bot.adapters.web.faults` knows them.
    """

    def __init__(self, guard: Guard, *, ssl_context: ssl.SSLContext | None = None, proxy: Proxy | None = None) -> None:
        """With a `proxy`, the guard judges only the text of targets, and no name is looked up here."""
        self._guard = guard
        self._proxy = proxy
        self._ssl_context = ssl_context

    @cached_property
    def _pool(self) -> httpcore2.AsyncConnectionPool:
        """Made at the first request: the system's certificates take a while to read."""
        return httpcore2.AsyncConnectionPool(
            ssl_context=self._ssl_context or httpcore2.default_ssl_context(),
            proxy=self._proxy.described() if self._proxy else None,
            network_backend=ProxyDial(self._proxy) if self._proxy else self._guard,
            max_connections=MAX_CONNECTIONS,
            keepalive_expiry=IDLE_SECONDS,
        )

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send one request; the caller reads and closes the response.

        Raises `LoadError`: those of the guard and of the dial to the proxy.
        """
        self._judge(request.url)
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

    def _judge(self, url: httpx2.URL) -> None:
        host = url.raw_host.decode("ascii")
        self._guard.judge(host, url.port or _DEFAULT_PORTS.get(url.scheme, 0))
        if self._proxy and ":" in host:
            raise LoadError("url_refused")  # httpcore2 would name an IPv6 address to the proxy without its brackets

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
