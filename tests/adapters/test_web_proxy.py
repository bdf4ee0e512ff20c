"""Fetching through a proxy that an operator named, and over TLS, with and without one."""

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.adapters.web.fetch import Fetcher
from bot.adapters.web.proxy import Proxy, ProxyDial, check_proxy
from bot.adapters.web.turns import Turns
from bot.app import check_proxy as check_proxy_of
from bot.core.errors import LoadError, SettingsError
from bot.settings import read_settings
from tests.doubles.certificates import certified
from tests.doubles.network import Dialled, Names
from tests.doubles.proxy_server import ProxyServer, proxy_server
from tests.doubles.web_server import WebServer, redirect, reply, web_server

HTML = b"<!doctype html><title>Ferry</title><p>The ferry sails at noon.</p>"
HOST = "open.example"


def fetcher_by(proxy: ProxyServer, server: WebServer, *, tls: ssl.SSLContext | None = None) -> Fetcher:
    return Fetcher(
        ports={server.port},
        proxy=Proxy.parse(f"http://127.0.0.1:{proxy.port}"),
        resolve=Names({}),
        turns=Turns(interval=0),
        ssl_context=tls,
    )


async def refusal(fetcher: Fetcher, url: str) -> str:
    with pytest.raises(LoadError) as caught:
        await fetcher.fetch(url)
    return caught.value.code


# ---------------------------------------------------------------- through the proxy


async def test_a_page_comes_through_the_proxy_and_its_name_is_not_looked_up_here() -> None:
    async with web_server(news=reply(HTML)) as server, proxy_server(server.port) as proxy:
        names = Names({})
        address = Proxy.parse(f"http://127.0.0.1:{proxy.port}")
        async with Fetcher(ports={server.port}, proxy=address, resolve=names) as fetcher:
            page = await fetcher.fetch(server.url("/news?id=7", HOST))
        assert (page.body, page.url_final) == (HTML, server.url("/news?id=7", HOST))
        assert proxy.requests[0].startswith(f"GET {server.url('/news?id=7', HOST)} HTTP/1.1\r\n")
        assert not names.lookups


async def test_a_tls_page_comes_through_a_tunnel_and_its_certificate_is_checked_here(tmp_path: Path) -> None:
    site, trust = certified(tmp_path, HOST)
    async with web_server(tls=site, news=reply(gzip.compress(HTML), Content_Encoding="gzip")) as server:
        async with proxy_server(server.port) as proxy, fetcher_by(proxy, server, tls=trust) as fetcher:
            assert (await fetcher.fetch(server.url("/news", HOST))).body == HTML
            assert proxy.requests[0].startswith(f"CONNECT {HOST}:{server.port} HTTP/1.1\r\n")
            assert await refusal(fetcher, server.url("/news", "other.example")) == "unreachable"
        assert len(server.requests) == 1


async def test_the_proxy_is_told_who_we_are_and_the_site_is_not() -> None:
    async with web_server(news=reply(HTML)) as server, proxy_server(server.port) as proxy:
        address = Proxy.parse(f"http://bot:p%40ss@127.0.0.1:{proxy.port}")
        async with Fetcher(ports={server.port, 443}, proxy=address) as fetcher:
            await fetcher.fetch(server.url("/news", HOST))
            proxy.refused = frozenset({"closed.example"})
            assert await refusal(fetcher, "https://closed.example/") == "unreachable"
        assert all("Proxy-Authorization: Basic Ym90OnBAc3M=\r\n" in asked for asked in proxy.requests)
        assert "pass" not in repr(address)
        assert "p@ss" not in repr(address)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[2a02:2e0:3fe:1001:302::]/",
        "http://localhost/",
        "http://printer.local/",
        "http://open.example:22/",
        "http://user@open.example/",
        "file:///etc/passwd",
    ],
)
async def test_what_the_text_of_a_link_shows_is_refused_before_the_proxy_hears_of_it(target: str) -> None:
    async with web_server(news=redirect(target)) as server, proxy_server(server.port) as proxy:
        address = Proxy.parse(f"http://127.0.0.1:{proxy.port}")
        async with Fetcher(ports={server.port, 80}, proxy=address, turns=Turns(interval=0)) as fetcher:
            assert await refusal(fetcher, target) == "url_refused"
            assert proxy.requests == []
            assert await refusal(fetcher, server.url("/news", HOST)) == "url_refused"
        assert len(proxy.requests) == 1


async def test_networks_that_were_opened_are_open_through_the_proxy() -> None:
    async with web_server(news=reply(HTML)) as server, proxy_server(server.port) as proxy:
        address = Proxy.parse(f"http://127.0.0.1:{proxy.port}")
        async with Fetcher(ports={server.port}, proxy=address, allow_networks=("127.0.0.1/32",)) as fetcher:
            assert (await fetcher.fetch(server.url("/news"))).body == HTML
        assert len(proxy.requests) == 1


async def test_a_proxy_that_does_not_answer_is_not_gone_around(unused_tcp_port: int) -> None:
    names = Names({HOST: "127.0.0.1"})
    async with web_server(news=reply(HTML)) as server:
        address = Proxy.parse(f"http://127.0.0.1:{unused_tcp_port}")
        async with Fetcher(ports={server.port}, proxy=address, resolve=names) as fetcher:
            assert await refusal(fetcher, server.url("/news", HOST)) == "proxy_down"
        assert server.connections == 0


async def test_nothing_but_the_proxy_is_dialled() -> None:
    dialled = Dialled()
    dial = ProxyDial(Proxy.parse("http://proxy.example:3128"), dial=dialled)
    for host, port in (("proxy.example", 80), ("other.example", 3128)):
        with pytest.raises(LoadError, match="url_refused"):
            await dial.connect_tcp(host, port)
    with pytest.raises(LoadError, match="url_refused"):
        await dial.connect_unix_socket("/run/some.sock")
    await dial.connect_tcp("proxy.example", 3128)
    assert dialled.addresses == [("proxy.example", 3128)]


# ---------------------------------------------------------------- the setting


@pytest.mark.parametrize(
    ("text", "place", "user", "password"),
    [
        ("http://proxy.example:3128", "proxy.example:3128", "", ""),
        ("https://proxy.example/", "proxy.example:443", "", ""),
        ("http://bot:p%40ss@10.0.0.5:8080", "10.0.0.5:8080", "bot", "p@ss"),
        ("http://[::1]:3128", "[::1]:3128", "", ""),
    ],
)
def test_a_proxy_is_read_from_its_address(text: str, place: str, user: str, password: str) -> None:
    proxy = Proxy.parse(text)
    assert (proxy.place, proxy.user, proxy.password) == (place, user, password)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "proxy.example:3128",
        "socks5://proxy.example:1080",
        "http://",
        "http://proxy.example:0",
        "http://proxy.example:99999",
        "http://proxy.example/path",
        "http://proxy.example:3128?x=secret",
        "http://proxy example:3128",
        "http://[::1:3128",
    ],
)
def test_what_is_no_proxy_is_refused_without_being_shown(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="the address of the proxy") as caught:
        Proxy.parse(text)
    assert "secret" not in str(caught.value)
    if text:
        monkeypatch.setenv("FOOTNOTE_FETCH_PROXY", text)
        with pytest.raises(SettingsError) as wrong:
            read_settings()
        assert (wrong.value.code, wrong.value.params["name"]) == ("setting_wrong", "FOOTNOTE_FETCH_PROXY")
        assert "secret" not in str(wrong.value)


def test_the_password_of_the_proxy_is_a_secret_and_may_stand_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "proxy"
    file.write_text("http://bot:very-secret@proxy.example:3128\n")
    monkeypatch.setenv("FOOTNOTE_FETCH_PROXY_FILE", str(file))
    settings = read_settings()
    assert "very-secret" not in repr(settings)
    assert "very-secret" in settings.secret_words
    assert settings.fetch_proxy.get_secret_value() == "http://bot:very-secret@proxy.example:3128"


async def test_a_proxy_that_answers_is_found_when_the_bot_starts() -> None:
    async with proxy_server(0) as proxy:
        await check_proxy(Proxy.parse(f"http://127.0.0.1:{proxy.port}"))
        await check_proxy_of(read_settings(fetch_proxy=f"http://127.0.0.1:{proxy.port}"))
    await check_proxy_of(read_settings())


async def test_a_proxy_that_does_not_answer_stops_the_start(unused_tcp_port: int) -> None:
    with pytest.raises(SettingsError) as caught:
        await check_proxy_of(read_settings(fetch_proxy=f"http://bot:very-secret@127.0.0.1:{unused_tcp_port}"))
    assert (caught.value.code, caught.value.params) == ("proxy_down", {"host": f"127.0.0.1:{unused_tcp_port}"})


# ---------------------------------------------------------------- over TLS, without a proxy


def fetcher_over_tls(server: WebServer, trust: ssl.SSLContext) -> Fetcher:
    return Fetcher(
        allow_networks=("127.0.0.1/32",),
        ports={server.port},
        resolve=Names({"*.example": "127.0.0.1"}),
        ssl_context=trust,
        turns=Turns(interval=0),
    )


async def test_a_certificate_counts_for_its_name_alone(tmp_path: Path) -> None:
    site, trust = certified(tmp_path, HOST)
    async with web_server(tls=site, news=reply(HTML)) as server, fetcher_over_tls(server, trust) as fetcher:
        assert (await fetcher.fetch(server.url("/news", HOST))).body == HTML
        assert await refusal(fetcher, server.url("/news", "other.example")) == "unreachable"
        assert await refusal(fetcher, server.url("/news")) == "unreachable"
        assert len(server.requests) == 1


async def test_what_comes_over_tls_is_counted_too(tmp_path: Path) -> None:
    async def empty_gzip() -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
        while True:
            yield gzip.compress(b"") * 1_000
            await asyncio.sleep(0)

    async def interim() -> AsyncIterator[bytes]:
        while True:
            yield b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" * 1_000
            await asyncio.sleep(0)

    site, trust = certified(tmp_path, HOST)
    async with (
        web_server(tls=site, body=empty_gzip, head=interim) as server,
        fetcher_over_tls(server, trust) as fetcher,
    ):
        assert await refusal(fetcher, server.url("/body", HOST)) == "too_large"
        assert await refusal(fetcher, server.url("/head", HOST)) == "unreachable"
