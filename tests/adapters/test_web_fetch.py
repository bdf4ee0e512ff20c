"""Fetching from a real server on loopback: hops, bytes, time, and servers that break the rules."""

import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import pytest

from bot.adapters.web.bodies import MAX_PIECES
from bot.adapters.web.fetch import Fetcher, FetchLimits
from bot.adapters.web.turns import Turns
from bot.core.errors import LoadError
from bot.core.pages import Page, Validators
from tests.doubles.network import Names
from tests.doubles.web_server import Answer, WebServer, redirect, reply, web_server

ON_LOOPBACK = ("127.0.0.1/32",)
HTML = b"<!doctype html><title>Ferry</title><p>The ferry sails at noon.</p>"


def fetcher_for(server: WebServer, **limits: float) -> Fetcher:
    return Fetcher(
        allow_networks=ON_LOOPBACK,
        ports={server.port, 80},
        limits=FetchLimits(**limits),  # type: ignore[arg-type]
        turns=Turns(interval=0),
    )


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


@pytest.mark.parametrize("contact", ["x\r\nCookie:y", "a b", "x)(y", "x\\", "post\u00e9@bot.example", "x" * 201])
async def test_a_contact_cannot_smuggle_anything(contact: str) -> None:
    with pytest.raises(ValueError, match="plain ASCII"):
        Fetcher(contact=contact)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({}, "Footnote"),
        ({"version": "1.2.0"}, "Footnote/1.2.0"),
        ({"version": "1.2.0", "contact": "https://bot.example/about"}, "Footnote/1.2.0 (+https://bot.example/about)"),
    ],
)
async def test_the_user_agent_names_project_version_and_contact(given: dict[str, str], shown: str) -> None:
    async with web_server(news=reply(HTML)) as server:
        async with Fetcher(allow_networks=ON_LOOPBACK, ports={server.port}, **given) as fetcher:  # type: ignore[arg-type]
            await fetcher.fetch(server.url("/news"))
        assert f"User-Agent: {shown}\r\n" in server.requests[0]


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
        ("401 Who", 401),
        ("402 Pay", 402),
        ("410 Gone", 410),
        ("429 Slow", 429),
        ("451 Law", 451),
        ("206 Part", 206),
    ],
)
async def test_a_status_that_is_no_page_is_told(status: str, number: int) -> None:
    error = await failure(reply(b"", status=status))
    assert (error.code, error.params) == ("http_status", {"status": number})


async def test_a_redirect_without_a_target_is_told_by_its_status() -> None:
    assert (await failure(reply(status="302 Found"))).params == {"status": 302}


async def test_a_challenge_is_told_whatever_its_status() -> None:
    for status in ("403 Forbidden", "503 Busy", "200 OK"):
        assert (await failure(reply(HTML, status=status, cf_mitigated="challenge"))).code == "bot_check"
    assert (await fetch(reply(HTML, cf_mitigated="passed"))).body == HTML


# ---------------------------------------------------------------- what a page may be, and how large


def endless(kind: str, start: bytes = b"") -> Answer:
    return streamed(OPEN_ENDED.replace(b"text/html", kind.encode()) + start, for_ever=b"x" * 1_000)


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("Image/PNG", "picture"),
        ("image/svg+xml", "picture"),
        ("audio/mpeg", "audio"),
        ("application/ogg", "audio"),
        ("video/mp4", "video"),
        ("application/vnd.apple.mpegurl", "video"),
    ],
)
async def test_what_is_to_be_seen_or_heard_has_its_own_reason_and_is_not_read(kind: str, code: str) -> None:
    assert (await failure(endless(kind))).code == code


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("application/zip", "archive"),
        ("application/x-tar; x=y", "archive"),
        ("application/epub+zip", "e-book"),
        ("font/woff2", "file"),
        ("application/x-<b>strange</b>", "file"),
        ("text/css", "file"),
        ("application/zip, text/html", "archive"),
    ],
)
async def test_what_is_no_article_is_named_without_being_read(kind: str, shown: str) -> None:
    error = await failure(endless(kind))
    assert (error.code, error.params) == ("unsupported_type", {"kind": shown})


@pytest.mark.parametrize(
    "kind",
    [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/markdown",
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
        "application/xml",
        "text/xml",
        "",
    ],
)
async def test_pages_and_feeds_pass_within_the_limit_of_a_page(kind: str) -> None:
    limits = {"max_bytes": 1_000, "max_document_bytes": 4_000}
    assert (await fetch(reply(b"x" * 1_000, kind=kind), **limits)).media_type == kind
    assert (await failure(reply(b"x" * 1_001, kind=kind), **limits)).params == {"limit": 1_000}


async def test_a_type_named_twice_is_that_type() -> None:
    page = await fetch(reply(HTML, kind="text/html, text/html; charset=koi8-r"))
    assert (page.media_type, page.charset) == ("text/html", "koi8-r")


WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("application/pdf", b"%PDF-1.7"),
        ("application/x-pdf", b""),
        (WORD, b"PK\x03\x04"),
        ("application/msword", b"PK\x03\x04"),
        ("application/octet-stream", b"%PDF-1.4"),
        ("application/octet-stream", b"PK\x03\x04"),
        ("binary/octet-stream", b"%PDF-2.0"),
        ("", b"%PDF-1.7"),
    ],
)
async def test_documents_have_a_limit_of_their_own(kind: str, start: bytes) -> None:
    limits = {"max_bytes": 1_000, "max_document_bytes": 4_000}
    assert len((await fetch(reply(start.ljust(4_000), kind=kind), **limits)).body) == 4_000
    for answer in (reply(start.ljust(4_001), kind=kind), endless(kind, start)):
        assert (await failure(answer, **limits)).params == {"limit": 4_000}


async def test_a_page_is_no_document_because_it_begins_like_one() -> None:
    limits = {"max_bytes": 1_000, "max_document_bytes": 4_000}
    assert (await failure(endless("text/html", b"%PDF-1.7"), **limits)).params == {"limit": 1_000}
    assert (await failure(endless("application/octet-stream", b"<html>"), **limits)).params == {"limit": 1_000}


async def test_a_document_is_known_though_its_first_bytes_come_one_by_one() -> None:
    async def answer() -> AsyncIterator[bytes]:
        yield OPEN_ENDED.replace(b"text/html", b"application/octet-stream")
        for byte in b"%PDF-1":
            yield bytes([byte])
            await asyncio.sleep(0.01)
        yield b"x" * 3_000

    assert len((await fetch(answer, max_bytes=1_000, max_document_bytes=4_000)).body) == 3_006


# ---------------------------------------------------------------- codings


async def test_gzip_is_read() -> None:
    assert (await fetch(reply(gzip.compress(HTML), Content_Encoding="GZIP"))).body == HTML


@pytest.mark.parametrize("coding", ["deflate", "br", "zstd", "gzip, gzip", "br, gzip", "identity, br", "x-unknown"])
async def test_other_codings_are_refused_unread(coding: str) -> None:
    assert (await failure(reply(zlib.compress(HTML), Content_Encoding=coding))).code == "unsupported_type"


async def test_gzip_in_several_members_is_read_and_what_is_behind_them_left() -> None:
    body = gzip.compress(HTML) + gzip.compress(b"<p>More.</p>") + b"\0" * 9
    assert (await fetch(reply(body, Content_Encoding="gzip"))).body == HTML + b"<p>More.</p>"


async def test_gzip_that_swells_is_read_whole_within_the_limit() -> None:
    page = b"y" * 4_999_999
    assert (await fetch(reply(gzip.compress(page), Content_Encoding="gzip"))).body == page


async def test_gzip_that_ends_too_early_is_no_answer() -> None:
    cut = gzip.compress(HTML)[:-12]
    assert (await failure(reply(cut, Content_Encoding="gzip"))).code == "unreachable"


async def test_an_empty_body_is_empty_in_gzip_too() -> None:
    assert (await fetch(reply(b"", Content_Encoding="gzip"))).body == b""


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


def in_chunks_of_a_byte(count: int) -> bytes:
    head = OPEN_ENDED.replace(b"Connection", b"Transfer-Encoding: chunked\r\nConnection")
    return head + b"1\r\nx\r\n" * count + b"0\r\n\r\n"


async def test_a_body_in_pieces_is_put_together_up_to_a_number_of_them() -> None:
    assert (await fetch(in_chunks_of_a_byte(MAX_PIECES))).body == b"x" * MAX_PIECES
    assert (await failure(in_chunks_of_a_byte(MAX_PIECES + 1))).code == "too_large"


async def test_others_have_their_turn_while_a_body_in_pieces_is_read() -> None:
    reading = asyncio.create_task(fetch(in_chunks_of_a_byte(20_000)))
    turns = 0
    while not reading.done():
        await asyncio.sleep(0)
        turns += 1
    assert len((await reading).body) == 20_000
    assert turns > 200


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


async def test_the_deadline_covers_waiting_for_a_turn() -> None:
    limits, turns = FetchLimits(total_seconds=0.2), Turns(interval=0, at_once=1)
    async with web_server(news=reply(HTML)) as server, turns.turn("127.0.0.1"):
        async with Fetcher(allow_networks=ON_LOOPBACK, ports={server.port}, limits=limits, turns=turns) as fetcher:
            with pytest.raises(LoadError, match="timed_out"):
                await fetcher.fetch(server.url("/news"))
        assert server.connections == 0


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


# ---------------------------------------------------------------- asking whether a page has changed

KNOWN = Validators(etag='W/"a-1"', last_modified="Tue, 03 Mar 2026 10:15:00 GMT")


def asked_conditions(request: str) -> dict[str, str]:
    lines = (line.partition(": ") for line in request.splitlines()[1:])
    return {name.lower(): value for name, _, value in lines if name.lower().startswith("if-")}


CONDITIONS = {"if-none-match": 'W/"a-1"', "if-modified-since": "Tue, 03 Mar 2026 10:15:00 GMT"}


async def test_what_a_server_gives_to_ask_again_comes_with_the_page() -> None:
    page = await fetch(reply(HTML, ETag='W/"a-1"', Last_Modified="Tue, 03 Mar 2026 10:15:00 GMT"))
    assert (page.validators, page.unchanged) == (KNOWN, False)


@pytest.mark.parametrize(
    "headers",
    [
        {"ETag": '"' + "x" * 300 + '"'},
        {"ETag": '"a\tb"'},
        {"ETag": '"\xe9"'},
        {"ETag": '"a", "b"'},
        {"ETag": '"a"\r\nETag: "b"'},
        {"Last_Modified": "yesterday"},
        {"Last_Modified": "Tue, 03 Mar 2026 10:15:00 GMT" + " " * 100 + "x"},
    ],
)
async def test_what_could_not_be_sent_back_is_not_kept(headers: dict[str, str]) -> None:
    assert (await fetch(reply(HTML, **headers))).validators == Validators()


async def test_a_page_that_has_not_changed_is_said_to_be_unchanged() -> None:
    async with web_server(news=reply(status="304 Not Modified", ETag='"a-2"')) as server:
        async with fetcher_for(server) as fetcher:
            page = await fetcher.fetch(server.url("/news"), validators=KNOWN)
        assert (page.unchanged, page.body, page.url_final) == (True, b"", server.url("/news"))
        assert page.validators == Validators(etag='"a-2"')
        assert asked_conditions(server.requests[0]) == CONDITIONS


async def test_a_page_that_has_changed_comes_whole() -> None:
    async with web_server(news=reply(HTML)) as server, fetcher_for(server) as fetcher:
        page = await fetcher.fetch(server.url("/news"), validators=KNOWN)
        assert (page.unchanged, page.body) == (False, HTML)


async def test_a_page_is_asked_only_about_what_it_gave_itself() -> None:
    """A link that leads to the page by a redirect is not asked, and the page it leads to is."""
    async with web_server(short=redirect("/news"), news=reply(status="304 Same")) as server:
        async with fetcher_for(server) as fetcher:
            of_page = Validators(etag=KNOWN.etag, last_modified=KNOWN.last_modified, url=server.url("/news"))
            page = await fetcher.fetch(server.url("/short"), validators=of_page)
        assert (page.unchanged, page.url_final) == (True, server.url("/news"))
        assert [asked_conditions(each) for each in server.requests] == [{}, CONDITIONS]


async def test_no_other_page_hears_of_it_nor_is_believed_to_be_unchanged() -> None:
    async with web_server(news=redirect("/other"), other=reply(status="304 Same")) as server:
        async with fetcher_for(server) as fetcher:
            with pytest.raises(LoadError) as caught:
                await fetcher.fetch(server.url("/news"), validators=KNOWN)
        assert caught.value.params == {"status": 304}
        assert [asked_conditions(each) for each in server.requests] == [CONDITIONS, {}]


@pytest.mark.parametrize("planted", ['"a"\r\nCookie: b', "a\nb", '"\u00e9"', "x" * 999, "a b"])
async def test_what_was_kept_cannot_smuggle_a_header(planted: str) -> None:
    async with web_server(news=reply(HTML)) as server, fetcher_for(server) as fetcher:
        await fetcher.fetch(server.url("/news"), validators=Validators(etag=planted, last_modified=planted))
        assert asked_conditions(server.requests[0]) == {}
        assert "Cookie" not in server.requests[0]
