"""Answers made to use up memory or time are refused, and cost little: the real fetcher, each time in a new process."""

import asyncio
import gzip
import json
import os
import sys
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpcore2
import pytest

from bot.adapters.web.streams import MAX_HEAD, MeteredStream
from bot.core.errors import LoadError
from tests.doubles.web_server import Answer, WebServer, redirect, reply, web_server

CHILD = Path(__file__).with_name("bomb_child.py")
ROOT = Path(__file__).parents[2]
MEGABYTES = 1_000_000
ALLOWED = 50 * MEGABYTES
OK = b"HTTP/1.1 200 OK\r\n"
HTML = OK + b"Content-Type: text/html\r\n"
PDF = OK + b"Content-Type: application/pdf\r\n"
CHUNKED = HTML + b"Transfer-Encoding: chunked\r\n\r\n"

pytestmark = pytest.mark.skipif(
    not os.access("/proc/self/clear_refs", os.W_OK), reason="this system does not measure the memory of a process"
)


def endless(start: bytes, part: bytes, *, pause: float = 0) -> Answer:
    async def answer() -> AsyncIterator[bytes]:
        yield start
        while True:
            yield part
            await asyncio.sleep(pause)

    return answer


def swelling(head: bytes, *, first: bytes = b"") -> Answer:
    """Zeros without end, of which gzip makes a thousandth."""

    async def answer() -> AsyncIterator[bytes]:
        yield head + b"Content-Encoding: gzip\r\n\r\n"
        packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
        yield packer.compress(first)
        while True:
            yield packer.compress(bytes(MEGABYTES))
            await asyncio.sleep(0)

    return answer


async def cost(server: WebServer, path: str = "/bomb", **limits: float) -> dict[str, Any]:
    server.answers["/small"] = reply(b"<p>small</p>")
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, str(CHILD), server.url(path), str(server.port), json.dumps(limits)),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    said, _ = await child.communicate()
    assert child.returncode == 0
    return dict(json.loads(said))


PAGE = {"limit": 5_000_000}
DOCUMENT = {"limit": 20_000_000}
BOMBS: dict[str, tuple[Answer, str, dict[str, Any]]] = {
    "gzip that swells": (swelling(HTML), "too_large", PAGE),
    "gzip that swells into a document": (swelling(PDF, first=b"%PDF-1.7"), "too_large", DOCUMENT),
    "gzip that swells into what may be a document": (
        swelling(OK + b"Content-Type: application/octet-stream\r\n", first=b"PK\x03\x04"),
        "too_large",
        DOCUMENT,
    ),
    "gzip that says nothing": (
        endless(HTML + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10], b"\0\0\0\xff\xff" * 10_000),
        "too_large",
        PAGE,
    ),
    "gzip of nothing, again and again": (
        endless(HTML + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 1_000),
        "too_large",
        PAGE,
    ),
    "brotli": (endless(HTML + b"Content-Encoding: br\r\n\r\n", b"x" * 50_000), "unsupported_type", {}),
    "zstd": (endless(HTML + b"Content-Encoding: zstd\r\n\r\n", b"x" * 50_000), "unsupported_type", {}),
    "deflate": (endless(HTML + b"Content-Encoding: deflate\r\n\r\n", b"x" * 50_000), "unsupported_type", {}),
    "gzip in gzip": (
        endless(HTML + b"Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n\r\n", b"x" * 50_000),
        "unsupported_type",
        {},
    ),
    "gzip on the way": (endless(HTML + b"Transfer-Encoding: gzip, chunked\r\n\r\n", b"x" * 50_000), "unreachable", {}),
    "a body without end": (endless(HTML + b"\r\n", b"x" * 50_000), "too_large", PAGE),
    "a document without end": (endless(PDF + b"\r\n%PDF-1.7", b"x" * 50_000), "too_large", DOCUMENT),
    "a body in chunks of a byte": (endless(CHUNKED, b"1\r\nx\r\n" * 10_000), "too_large", PAGE),
    "a body in long-winded chunks": (endless(CHUNKED, b"1;" + b"x" * 90_000 + b"\r\nx\r\n"), "too_large", PAGE),
    "a chunk without end": (endless(CHUNKED + b"fffffffff\r\n", b"x" * 50_000), "too_large", PAGE),
    "a chunk's length without end": (endless(CHUNKED, b"0" * 50_000), "unreachable", {}),
    "trailers without end": (endless(CHUNKED + b"1\r\nx\r\n0\r\n", b"a: b\r\n" * 10_000), "unreachable", {}),
    "a hundred thousand headers": (HTML + b"a: b\r\n" * 100_000 + b"\r\n", "unreachable", {}),
    "headers without end": (endless(HTML, b"a: b\r\n" * 10_000), "unreachable", {}),
    "a header without end": (endless(HTML + b"a: ", b"b" * 50_000), "unreachable", {}),
    "a status line without end": (endless(b"HTTP/1.1 200 ", b"K" * 50_000), "unreachable", {}),
    "interim answers without end": (endless(b"", b"HTTP/1.1 103 Hints\r\nLink: x\r\n\r\n" * 1_000), "unreachable", {}),
    "a length that is a lie": (
        endless(HTML + b"Content-Length: 99999999999999999999\r\n\r\n", b"x" * 50_000),
        "too_large",
        PAGE,
    ),
    "redirects without end": (redirect("/bomb?again"), "redirects", {"limit": 5}),
    "redirects with a body without end": (
        endless(b"HTTP/1.1 302 Found\r\nLocation: /bomb\r\n\r\n", b"x" * 50_000),
        "redirects",
        {"limit": 5},
    ),
    "a target without end": (
        b"HTTP/1.1 302 Found\r\nLocation: /" + b"x" * 90_000 + b"\r\nContent-Length: 0\r\n\r\n",
        "url_refused",
        {},
    ),
}


@pytest.mark.parametrize("name", BOMBS)
async def test_a_bomb_is_refused_for_what_it_is_and_costs_little(name: str) -> None:
    answer, code, params = BOMBS[name]
    async with asyncio.timeout(120), web_server(bomb=answer) as server:
        told = await cost(server)
    assert (told["code"], told["params"]) == (code, params or told["params"])
    assert told["extra"] < ALLOWED


@pytest.mark.parametrize("start", [b"", HTML, HTML + b"\r\n", CHUNKED], ids=["nothing", "headers", "body", "chunks"])
async def test_a_drip_ends_with_its_deadline_and_costs_little(start: bytes) -> None:
    drip = b"1\r\nx\r\n" if start == CHUNKED else b"x"
    async with asyncio.timeout(120), web_server(bomb=endless(start, drip, pause=0.01)) as server:
        told = await cost(server, total_seconds=1)
    assert told["code"] == "timed_out"
    assert told["extra"] < ALLOWED


async def test_what_follows_the_announced_length_is_not_read() -> None:
    answer = endless(HTML + b"Content-Length: 9\r\n\r\n<p>yes</p", b"x" * 50_000)
    async with asyncio.timeout(120), web_server(bomb=answer) as server:
        told = await cost(server)
    assert (told["code"], told["body"]) == ("", 9)
    assert told["extra"] < ALLOWED


async def test_the_measure_would_notice_what_is_read_without_a_limit() -> None:
    async with asyncio.timeout(120), web_server(bomb=swelling(HTML)) as server:
        told = await cost(server, max_bytes=60 * MEGABYTES)
    assert told["code"] == "too_large"
    assert told["extra"] > ALLOWED


class Flood(httpcore2.AsyncNetworkStream):
    """Gives as much as is asked for."""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        return b"x" * max_bytes

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        return None


async def received(stream: MeteredStream) -> int:
    """How many bytes come until the stream gives no more."""
    for count in range(0, 100 * MEGABYTES, 1_000):
        try:
            await stream.read(1_000)
        except LoadError:
            return count
    raise AssertionError("it never ends")


async def test_a_connection_used_again_is_counted_anew_for_each_request() -> None:
    stream = MeteredStream(Flood())
    await stream.write(b"GET /one HTTP/1.1\r\n\r\n")
    assert await received(stream) == MAX_HEAD
    await stream.write(b"GET /two HTTP/1.1\r\n\r\n")
    stream.allow(300_000)
    assert await received(stream) == 300_000
    await stream.write(b"GET /three HTTP/1.1\r\n\r\n")
    assert await received(stream) == MAX_HEAD
