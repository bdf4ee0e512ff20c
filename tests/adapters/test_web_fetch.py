"""Fetching from a real server on loopback: hops, bytes, time, and servers that break the rules."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import pytest

from bot.adapters.web.fetch import Fetcher, FetchLimits, Page
from bot.core.errors import LoadError
from tests.doubles.network import Names
from tests.doubles.web_server import Answer, WebServer, redirect, reply, web_server

ON_LOOPBACK = ("127.0.0.1/32",)
HTML = b"<!doctype html><title>Ferry</title><p>The ferry sails at noon.</p>"


def fetcher_for(server: WebServer, **limits: float) -> Fetcher:
    return Fetcher(allow_networks=ON_LOOPBACK, ports={server.port, 80}, limits=FetchLimits(**limits))  # type: ignore[arg-type]


async def fetch(answer: Answer, **limits: float) -> Page:
    async with web_server(page=answer) as server, fetcher_for(server, **limits) as fetcher:
        return await fetcher.fetch(server.url("/page"))


async def failure(answer: Answer, **limits: float) -> LoadError:
    with pytest.raises(LoadError) as caught:
        await fetch(answer, **limits)
    return caught.value


def streamed(*parts: bytes, for_ever: bytes = b"", pause: float = 0) -> Answer:
    async def answer() -> AsyncIterator[bytes]:
        for part in parts:
            yield part
        while for_ever:
            yield for_ever
            await asyncio.sleep(pause)

    return answer


OPEN_ENDED = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n"


async def test_a_page_comes_back_with_its_bytes_type_charset_and_address() -> None:
    async with web_server(news=reply(HTML, kind="Text/HTML; Charset='koi8-r'")) as server:
        async with fetcher_for(server) as fetcher:
            page = await fetcher.fetch(server.url("/news?id=7#part"))
        assert page == Page(server.url("/news?id=7"), "text/html", "koi8-r", HTML)


async def test_a_site_is_told_who_asks_and_nothing_else() -> None:
    async with web_server(news=reply(HTML, Set_Cookie="seen=1")) as server:
        async with Fetcher(contact="mail@bot.example", allow_networks=ON_LOOPBACK, ports={server.port}) as fetcher:
            await fetcher.fetch(server.url("/news"))
            await fetcher.fetch(server.url("/news"))
        assert len(server.requests) == 2
        for asked in server.requests:
            names = {line.partition(":")[0].lower() for line in asked.splitlines()[1:] if line}
            assert names == {"host", "user-agent", "accept", "accept-encoding"}
            assert "mail@bot.example" in asked
            assert "Accept-Encoding: gzip, identity" in asked


async def test_a_contact_cannot_smuggle_a_header() -> None:
    with pytest.raises(ValueError, match="plain ASCII"):
        Fetcher(contact="x\r\nCookie: y")


async def test_loopback_is_refused_unless_it_was_opened_on_purpose() -> None:
    async with web_server(news=reply(HTML)) as server:
        async with Fetcher(ports={server.port}) as fetcher:
            with pytest.raises(LoadError, match="url_refused"):
                await fetcher.fetch(server.url("/news"))
        assert server.connections == 0


async def test_an_opened_network_does_not_open_others() -> None:
    names = Names({"site.example": "127.0.0.1", "mixed.example": "127.0.0.1,10.0.0.1"})
    async with web_server(news=reply(HTML)) as server:
        async with Fetcher(allow_networks=ON_LOOPBACK, ports={server.port}, resolve=names) as fetcher:
            assert (await fetcher.fetch(server.url("/news", "site.example"))).body == HTML
            with pytest.raises(LoadError, match="url_refused"):
                await fetcher.fetch(server.url("/news", "mixed.example"))
        assert server.connections == 1


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
async def test_redirects_are_followed_to_the_final_address(status: str) -> None:
    async with web_server(old=redirect("new?x=1", status), new=reply(HTML)) as server, fetcher_for(server) as fetcher:
        page = await fetcher.fetch(server.url("/old"))
        assert (page.url_final, page.body) == (server.url("/new?x=1"), HTML)


@pytest.mark.parametrize(("hops", "reached"), [(5, True), (6, False)])
async def test_five_redirects_are_followed_and_not_six(hops: int, reached: bool) -> None:
    chain = {f"hop{number}": redirect(f"/hop{number - 1}") for number in range(1, hops + 1)}
    async with web_server(**chain, hop0=reply(HTML)) as server, fetcher_for(server) as fetcher:
        if reached:
            assert (await fetcher.fetch(server.url(f"/hop{hops}"))).body == HTML
            return
        with pytest.raises(LoadError) as caught:
            await fetcher.fetch(server.url(f"/hop{hops}"))
        assert (caught.value.code, caught.value.params) == ("redirects", {"limit": 5})


async def test_a_loop_ends() -> None:
    assert (await failure(redirect("/page"))).code == "redirects"


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "http://169.254.169.254/latest/", "http://[::1]/", "http://127.0.0.1:1/", "file:///x"],
)
async def test_a_redirect_is_judged_like_a_link(target: str) -> None:
    assert (await failure(redirect(target))).code == "url_refused"


async def test_a_page_that_asks_to_be_left_is_not_left() -> None:
    leaving = b'<meta http-equiv="refresh" content="0; url=/other">' + HTML
    async with web_server(page=reply(leaving, Refresh="0; url=/other"), other=reply(HTML)) as server:
        async with fetcher_for(server) as fetcher:
            assert (await fetcher.fetch(server.url("/page"))).body == leaving
        assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("status", "number"),
    [
        ("404 Not Found", 404),
        ("500 Oops", 500),
        ("403 No", 403),
        ("204 Empty", 204),
        ("304 Same", 304),
        ("206 Part", 206),
    ],
)
async def test_a_status_that_is_no_page_is_told(status: str, number: int) -> None:
    error = await failure(reply(b"", status=status))
    assert (error.code, error.params) == ("http_status", {"status": number})


async def test_a_redirect_without_a_target_is_told_by_its_status() -> None:
    assert (await failure(reply(status="302 Found"))).params == {"status": 302}


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("application/pdf", "PDF"),
        ("Image/PNG", "image"),
        ("audio/mpeg", "audio"),
        ("video/mp4", "video"),
        ("application/rss+xml", "news feed"),
        ("application/x-<b>strange</b>", "file"),
        ("text/css", "file"),
    ],
)
async def test_what_is_no_article_is_named_without_being_read(kind: str, shown: str) -> None:
    endless = streamed(OPEN_ENDED.replace(b"text/html", kind.encode()), for_ever=b"x" * 1_000)
    error = await failure(endless)
    assert (error.code, error.params) == ("unsupported_type", {"kind": shown})


async def test_gzip_is_read() -> None:
    assert (await fetch(reply(gzip.compress(HTML), Content_Encoding="GZIP"))).body == HTML


@pytest.mark.parametrize("coding", ["deflate", "br", "zstd", "gzip, gzip", "br, gzip", "identity, br", "x-unknown"])
async def test_other_codings_are_refused_unread(coding: str) -> None:
    assert (await failure(reply(zlib.compress(HTML), Content_Encoding=coding))).code == "unsupported_type"


async def test_broken_gzip_is_no_answer() -> None:
    assert (await failure(reply(b"no gzip at all", Content_Encoding="gzip"))).code == "unreachable"


async def test_a_gzip_bomb_is_dropped_at_the_limit() -> None:
    error = await failure(reply(gzip.compress(b"\0" * 100_000_000), Content_Encoding="gzip"))
    assert (error.code, error.params) == ("too_large", {"limit": 5_000_000})


async def test_a_body_that_never_ends_is_dropped_and_the_connection_closed() -> None:
    async with web_server(page=streamed(OPEN_ENDED, for_ever=b"x" * 50_000)) as server, fetcher_for(server) as fetcher:
        with pytest.raises(LoadError, match="too_large"):
            await fetcher.fetch(server.url("/page"))
        await asyncio.wait_for(server.until_closed(), 10)


@pytest.mark.parametrize("status", ["404 Not Found", "302 Found"])
async def test_a_body_that_is_not_wanted_is_left_and_the_connection_closed(status: str) -> None:
    head = OPEN_ENDED.replace(b"200 OK", status.encode()).replace(b"Connection", b"Location: ftp://x\r\nConnection")
    async with web_server(page=streamed(head, for_ever=b"x" * 50_000)) as server, fetcher_for(server) as fetcher:
        with pytest.raises(LoadError):
            await fetcher.fetch(server.url("/page"))
        await asyncio.wait_for(server.until_closed(), 10)


async def test_an_announced_length_beyond_the_limit_is_not_read() -> None:
    head = OPEN_ENDED.replace(b"Connection", b"Content-Length: 5000001\r\nConnection")
    assert (await failure(streamed(head, for_ever=b" ", pause=0.01))).code == "too_large"


async def test_a_body_at_the_limit_is_read() -> None:
    assert len((await fetch(reply(b"x" * 1_000), max_bytes=1_000)).body) == 1_000
    assert (await failure(reply(b"x" * 1_001), max_bytes=1_000)).code == "too_large"


@pytest.mark.parametrize("start", [OPEN_ENDED, OPEN_ENDED[:40], b""], ids=["body", "head", "nothing"])
async def test_a_drip_ends_with_the_deadline_and_the_connection_is_closed(start: bytes) -> None:
    async with (
        web_server(page=streamed(start, for_ever=b"x", pause=0.02)) as server,
        fetcher_for(server, total_seconds=0.4) as fetcher,
    ):
        with pytest.raises(LoadError, match="timed_out"):
            await fetcher.fetch(server.url("/page"))
        await asyncio.wait_for(server.until_closed(), 10)


async def test_the_deadline_covers_all_hops_together() -> None:
    async def slow() -> AsyncIterator[bytes]:
        await asyncio.sleep(0.15)
        yield redirect("/page")

    assert (await failure(slow, total_seconds=0.4)).code == "timed_out"


@pytest.mark.parametrize(
    "answer",
    [
        reply(HTML).replace(b"Content-Length: ", b"Content-Length: 9"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\nzz\r\nxx",
        b"SSH-2.0-OpenSSH\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 300_000,
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nabcde",
    ],
    ids=["too short", "bad chunk", "not HTTP", "closed", "endless header", "two lengths"],
)
async def test_a_server_that_breaks_http_is_unreachable(answer: bytes) -> None:
    assert (await failure(answer)).code == "unreachable"


async def test_a_closed_port_is_unreachable() -> None:
    async with web_server() as server:
        port = server.port
    async with Fetcher(allow_networks=ON_LOOPBACK, ports={port}) as fetcher:
        with pytest.raises(LoadError, match="unreachable"):
            await fetcher.fetch(f"http://127.0.0.1:{port}/")


async def test_a_resolver_that_hangs_does_not_hold_the_fetch() -> None:
    async def hang(host: str) -> tuple[str, ...]:
        await asyncio.sleep(3_600)
        return ()

    async with Fetcher(resolve=hang, limits=FetchLimits(connect_seconds=0.1)) as fetcher:
        with pytest.raises(LoadError, match="unreachable"):
            await fetcher.fetch("https://open.example/")


async def test_a_cancelled_fetch_lets_go_of_its_connection() -> None:
    async with (
        web_server(page=streamed(OPEN_ENDED, for_ever=b"x", pause=0.02)) as server,
        fetcher_for(server) as fetcher,
    ):
        task = asyncio.create_task(fetcher.fetch(server.url("/page")))
        await server.until_asked()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.wait_for(server.until_closed(), 10)


async def test_no_log_line_above_debug_names_the_link(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO"):
        await fetch(reply(HTML))
    assert caplog.text == ""
