"""No link, name, answer or redirect leads to an address that is not public."""

import asyncio
import os
import re
import socket
import ssl
import threading
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest

from bot.adapters.web.fetch import Fetcher
from bot.adapters.web.guard import Guard
from bot.adapters.web.lookups import AT_ONCE, Lookups
from bot.adapters.web.transport import GuardedTransport
from bot.core.errors import LoadError
from tests.doubles.network import Dialled, Names

OWN = Path(__file__).with_name("ssrf_vectors.txt")
PUBLIC = "185.199.108.153"
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Made once: reading the system's certificates for each of hundreds of fetchers takes seconds."""


@dataclass(frozen=True)
class Vector:
    url: str
    allowed: bool
    why: str


def _unescape(text: str) -> str:
    known = {"\\t": "\t", "\\r": "\r", "\\n": "\n", "\\\\": "\\"}
    pattern = r"\\(?:[trn\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"
    return re.sub(pattern, lambda found: known.get(found[0]) or chr(int(found[0][2:], 16)), text)


def read_vectors(path: Path) -> tuple[dict[str, str], list[Vector]]:
    names: dict[str, str] = {}
    vectors = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#resolve "):
            name, _, answers = line.removeprefix("#resolve ").partition("=")
            names[name] = answers
        elif not line.startswith("#") and "\t" in line:
            url, verdict, why = line.split("\t")
            vectors.append(Vector(_unescape(url), verdict == "allow", why))
    return names, vectors


def _public_addresses(names: dict[str, str], vectors: list[Vector]) -> set[str]:
    """What may be dialled, by the table alone: the hosts of allowed links, as literals or by their first answer."""
    hosts = {(urlsplit(vector.url).hostname or "").rstrip(".") for vector in vectors if vector.allowed}
    answers = {names.get(host, "").partition(";")[0] for host in hosts} | hosts
    answers |= {answer for name, answer in names.items() if name.startswith(("*.", "xn--", "redir."))}
    return {address for answer in answers for address in answer.split(",")}


async def judge(vector: Vector, names: dict[str, str], public: set[str]) -> str | None:
    """Return what is wrong with how a real fetcher treats the vector, if anything."""
    dialled = Dialled()
    try:
        async with Fetcher(resolve=Names(names), dial=dialled, ssl_context=NO_CERTIFICATES) as fetcher:
            await fetcher.fetch(vector.url)
        opened = True
    except LoadError:
        opened = False
    strangers = [address for address, _ in dialled.addresses if address not in public]
    if strangers:
        return f"dialled {strangers}: {vector}"
    stayed = "/refresh/" in vector.url and len(dialled.addresses) == 1
    if opened != vector.allowed and not stayed:
        return f"{'opened' if opened else 'refused'}: {vector}"
    return None if dialled.addresses or not vector.allowed else f"opened without dialling: {vector}"


async def _wrong(path: Path) -> tuple[list[str], int]:
    names, vectors = read_vectors(path)
    public = _public_addresses(names, vectors)
    verdicts = [await judge(vector, names, public) for vector in vectors]
    return [verdict for verdict in verdicts if verdict], len(vectors)


async def test_every_vector_of_our_own_table_is_judged_rightly() -> None:
    wrong, count = await _wrong(OWN)
    assert wrong == []
    assert count >= 150


@pytest.mark.skipif("SSRF_VECTORS" not in os.environ, reason="SSRF_VECTORS names no file of further vectors")
async def test_every_vector_of_a_given_table_is_judged_rightly() -> None:
    wrong, count = await _wrong(Path(os.environ["SSRF_VECTORS"]))
    assert wrong == []
    assert count > 0


async def test_the_table_would_notice_a_guard_that_lets_everything_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.adapters.web.guard.is_public", lambda address: True)
    wrong, _ = await _wrong(OWN)
    assert len(wrong) > 80


async def test_each_connection_is_one_lookup_and_goes_where_the_lookup_was_checked() -> None:
    names, dialled = Names({"turn.example": f"{PUBLIC};127.0.0.1"}), Dialled()
    async with Fetcher(resolve=names, dial=dialled) as fetcher:
        await fetcher.fetch("https://turn.example/")
        assert names.lookups["turn.example"] == 1
        with pytest.raises(LoadError, match="url_refused"):
            await fetcher.fetch("https://turn.example/")
    assert dialled.addresses == [(PUBLIC, 443)]


async def test_certificates_are_checked_for_the_name_though_an_address_is_dialled() -> None:
    dialled = Dialled()
    async with Fetcher(resolve=Names({"open.example": PUBLIC}), dial=dialled) as fetcher:
        await fetcher.fetch("https://open.example/")
    stream = dialled.streams[0]
    assert stream.server_name == "open.example"
    assert stream.tls is not None
    assert (stream.tls.verify_mode, stream.tls.check_hostname) == (ssl.CERT_REQUIRED, True)


async def test_a_dead_address_gives_way_to_the_other_family() -> None:
    six = "2a02:2e0:3fe:1001:302::"
    dialled = Dialled(dead=[six])
    async with Fetcher(resolve=Names({"both.example": f"{six},{PUBLIC}"}), dial=dialled) as fetcher:
        await fetcher.fetch("http://both.example/")
    assert dialled.addresses == [(six, 80), (PUBLIC, 80)]


async def test_a_site_with_only_dead_addresses_is_unreachable() -> None:
    async with Fetcher(resolve=Names({"open.example": PUBLIC}), dial=Dialled(dead=[PUBLIC])) as fetcher:
        with pytest.raises(LoadError, match="unreachable"):
            await fetcher.fetch("http://open.example/")


async def test_a_name_without_answers_is_unreachable_and_nothing_is_dialled() -> None:
    dialled = Dialled()
    async with Fetcher(resolve=Names({}), dial=dialled) as fetcher:
        with pytest.raises(LoadError, match="unreachable"):
            await fetcher.fetch("http://nowhere.example/")
    assert dialled.addresses == []


async def test_the_guard_itself_refuses_ports_and_unix_sockets() -> None:
    guard = Guard(resolve=Names({"open.example": PUBLIC}), dial=Dialled())
    with pytest.raises(LoadError, match="url_refused"):
        await guard.connect_tcp("open.example", 22)
    with pytest.raises(LoadError, match="url_refused"):
        await guard.connect_unix_socket("/run/some.sock")


async def test_a_client_on_the_guarded_transport_ignores_proxies_and_cannot_leave_the_guard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    dialled = Dialled()
    guard = Guard(resolve=Names({"open.example": PUBLIC, "self.example": "127.0.0.1"}), dial=dialled)
    async with httpx2.AsyncClient(transport=GuardedTransport(guard), trust_env=False) as client:
        assert (await client.get("http://open.example/")).status_code == 200
        with pytest.raises(LoadError, match="url_refused"):
            await client.get("http://self.example/")
    assert dialled.addresses == [(PUBLIC, 80)]


async def test_proxies_in_the_environment_do_not_lead_the_fetcher_around_the_guard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    dialled = Dialled()
    async with Fetcher(resolve=Names({"open.example": PUBLIC}), dial=dialled) as fetcher:
        await fetcher.fetch("http://open.example/")
        await fetcher.fetch("https://open.example/")
    assert dialled.addresses == [(PUBLIC, 80), (PUBLIC, 443)]


def test_allowed_networks_are_networks() -> None:
    with pytest.raises(ValueError, match="not appear to be"):
        Fetcher(allow_networks=("the intranet",))


# ---------------------------------------------------------------- lookups of the real system


async def test_lookups_that_hang_hold_up_neither_the_loop_s_own_threads_nor_each_other_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = threading.Event()

    def hang(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        answers.wait()
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (PUBLIC, 0))]

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    lookups = Lookups()
    tasks = [asyncio.create_task(lookups(f"{number}.example")) for number in range(2 * AT_ONCE)]
    await asyncio.sleep(0.05)
    assert await asyncio.to_thread(lambda: "free") == "free"
    for task in tasks[:AT_ONCE]:
        task.cancel()
    await asyncio.wait(tasks[:AT_ONCE])
    answers.set()
    assert await asyncio.gather(*tasks[AT_ONCE:]) == [(PUBLIC,)] * AT_ONCE


@pytest.mark.parametrize("error", [socket.gaierror(-2, "Name or service not known"), UnicodeError("label too long")])
async def test_a_name_that_the_system_does_not_know_has_no_addresses(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> list[object]:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert await Lookups()("nowhere.example") == ()


async def test_the_names_of_this_machine_are_looked_up_by_the_system() -> None:
    assert "127.0.0.1" in await Lookups()("localhost")
