"""A proxy on loopback, as operators put one between the bot and the web: all names lead to one server."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


@dataclass
class ProxyServer:
    """What it was asked is in `requests`, each as its raw head; a host in `refused` it does not open."""

    upstream: int
    """Port on this machine to which everything goes."""
    refused: frozenset[str] = frozenset()
    requests: list[str] = field(default_factory=list)
    port: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    async def end(self) -> None:
        """Break off what is still being handed on."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            self.requests.append(head)
            await self._hand_on(head, reader, writer)
        writer.close()
        with suppress(ConnectionError, asyncio.CancelledError):
            await writer.wait_closed()
        self._tasks.discard(task)

    async def _hand_on(self, head: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        method, target, _ = head.split(" ", 2)
        host = target.removeprefix("http://").partition("/")[0].partition(":")[0]
        if host in self.refused:
            writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            return
        from_site, to_site = await asyncio.open_connection("127.0.0.1", self.upstream)
        if method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            path = "/" + target.removeprefix("http://").partition("/")[2]
            to_site.write(head.replace(target, path, 1).encode("latin-1"))
        try:
            await asyncio.gather(_pump(reader, to_site), _pump(from_site, writer))
        finally:
            to_site.close()


async def _pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    while part := await source.read(65_536):
        sink.write(part)
        await sink.drain()
    sink.close()


@asynccontextmanager
async def proxy_server(upstream: int, *, refused: frozenset[str] = frozenset()) -> AsyncIterator[ProxyServer]:
    """Run a proxy that leads everything to the port `upstream` of this machine."""
    double = ProxyServer(upstream, refused)
    server = await asyncio.start_server(double._serve, "127.0.0.1", 0)
    double.port = server.sockets[0].getsockname()[1]
    try:
        yield double
    finally:
        server.close()
        await double.end()
