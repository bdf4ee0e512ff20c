"""A web server on loopback that answers exactly the bytes it is told, correct HTTP or not."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

Answer = bytes | Callable[[], AsyncIterator[bytes]]


@dataclass
class WebServer:
    """Give `answers` by path; what was asked is in `requests`, each as its raw head."""

    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    connections: int = 0
    port: int = 0
    scheme: str = "http"
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _asked: asyncio.Event = field(default_factory=asyncio.Event)
    _idle: asyncio.Event = field(default_factory=asyncio.Event)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    async def until_asked(self) -> None:
        """Wait for the first request."""
        await self._asked.wait()

    async def until_closed(self) -> None:
        """Wait until no connection is open any more."""
        await self._idle.wait()

    async def end(self) -> None:
        """Break off what is still being answered."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.connections += 1
        self._tasks.add(task)
        self._idle.clear()
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            self.requests.append(head)
            self._asked.set()
            await self._answer(head.split(" ")[1], writer)
        writer.close()
        with suppress(ConnectionError, asyncio.CancelledError):
            await writer.wait_closed()
        self._tasks.discard(task)
        if not self._tasks:
            self._idle.set()

    async def _answer(self, path: str, writer: asyncio.StreamWriter) -> None:
        answer = self.answers.get(path.partition("?")[0], reply(status="404 Not Found"))
        if isinstance(answer, bytes):
            writer.write(answer)
            await writer.drain()
            return
        async for part in answer():
            writer.write(part)
            await writer.drain()


@asynccontextmanager
async def web_server(*, tls: ssl.SSLContext | None = None, **answers: Answer) -> AsyncIterator[WebServer]:
    """Run a server; `answers` by the last part of their path, more may be set on it later."""
    double = WebServer({f"/{name}": answer for name, answer in answers.items()}, scheme="https" if tls else "http")
    server = await asyncio.start_server(double._serve, "127.0.0.1", 0, ssl=tls)
    double.port = server.sockets[0].getsockname()[1]
    try:
        yield double
    finally:
        server.close()
        await double.end()


def reply(body: bytes = b"", *, status: str = "200 OK", kind: str = "text/html", **headers: str) -> bytes:
    """A whole answer with its length; `headers` with underscores for hyphens."""
    shown = {"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}
    shown |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in shown.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


def redirect(target: str, status: str = "302 Found") -> bytes:
    return reply(status=status, Location=target)
