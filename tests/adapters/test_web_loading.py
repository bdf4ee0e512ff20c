"""Loaders and the reading process, as the bot runs them: real sub-processes, real files, a real server."""

import asyncio
import errno
import io
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.adapters.reading.loaders import FileLoader, PastedLoader
from bot.adapters.reading.reader import Reader
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.loader import LinkLoader
from bot.adapters.reading.worker import ReadingLimits, Worker
from bot.adapters.web.fetch import Fetcher
from bot.core.errors import LoadError
from bot.ports import Loader
from tests.doubles.web_server import WebServer, redirect, reply, web_server

PAGES = Path(__file__).parents[1] / "data" / "pages"
FERRY = (PAGES / "ferry.html").read_bytes()

ENDLESS = "<html><body><p " + " ".join(f"a{number}='>'" for number in range(100_000)) + ">x</p>"
"""One tag with so many attributes, in a guise that trimming does not know, that parsing it takes far too long."""


def children() -> set[tuple[int, str]]:
    """The children of this process and their states ("Z" is a zombie); empty where the system does not tell."""
    found = set()
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent = entry.read_text().rpartition(") ")[2].split(" ")[:2]
        except OSError:
            continue
        if int(parent) == os.getpid():
            found.add((int(entry.parent.name), state))
    return found


async def failure(loader: Loader, given: str) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(LoadError) as caught:
        await loader.load(given)
    return caught.value.code, caught.value.params


@asynccontextmanager
async def links(server: WebServer) -> AsyncIterator[LinkLoader]:
    """The loader for links, let through to the server."""
    async with Fetcher(allow_networks=("127.0.0.1/32",), ports={server.port}) as fetcher, Reader() as reader:
        yield LinkLoader(Desk(fetch=fetcher, reader=reader), ports={server.port}, local_names=True)


# ---------------------------------------------------------------- links


async def test_a_link_becomes_an_article() -> None:
    async with web_server(short=redirect("/news"), news=reply(FERRY)) as server, links(server) as loader:
        read = await loader.load(server.url("/short"))
    assert (read.given, read.url) == (server.url("/short"), server.url("/news/second-ferry-line"))
    assert (read.medium, read.outlet, read.title) == ("web", "The Harbour Post", "Second ferry line to open in March")
    assert "two weeks later than it had planned" in read.text


async def test_the_charset_that_the_server_names_is_used() -> None:
    html = (PAGES / "russian.html").read_text(encoding="utf-8")
    answer = reply(html.encode("cp1251"), kind="text/html; charset=windows-1251")
    async with web_server(news=answer) as server, links(server) as loader:
        read = await loader.load(server.url("/news"))
    assert read.title == "Вторая паромная линия откроется в марте"
    assert "«Мы считали очереди прошлым летом, и очереди решили за нас»" in read.text


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (reply(b"%PDF-1.7 hidden", kind="text/html"), "broken_file"),
        (reply(b"", kind="text/html"), "empty"),
        (reply(b"\x7fELF" + b"\0" * 500, kind="application/octet-stream"), "binary"),
        (reply(b"<html><title>Just a moment</title><p>Checking your browser.</p></html>"), "bot_check"),
    ],
    ids=["PDF under another name", "nothing", "program", "a check"],
)
async def test_a_link_to_no_article_is_told(answer: bytes, code: str) -> None:
    async with web_server(x=answer) as server, links(server) as loader:
        assert (await failure(loader, server.url("/x")))[0] == code


# ---------------------------------------------------------------- files


async def test_a_text_file_is_read_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "story.txt"
    file.write_bytes("Заголовок\r\n\r\nПервая строка.".encode("utf-8-sig"))
    read = await FileLoader(Reader()).load(str(file))
    assert (read.text, read.medium, read.given) == ("Заголовок\n\nПервая строка.", "file", str(file))
    assert (read.headline, read.outlet, read.url) == (None, None, None)


async def test_a_text_file_in_an_old_charset_is_read(tmp_path: Path) -> None:
    text = "Управление порта сообщило во вторник, что новая линия откроется в марте, позже срока."
    file = tmp_path / "old.txt"
    file.write_bytes(text.encode("koi8-r"))
    async with Reader() as reader:
        assert (await FileLoader(reader).load(str(file))).text == text


@pytest.mark.parametrize("name", ["saved.html", "saved", "saved.txt"])
async def test_a_page_in_a_file_is_read_as_a_page_whatever_its_name(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(FERRY)
    async with Reader() as reader:
        read = await FileLoader(reader).load(str(file))
    assert (read.title, read.medium, read.url) == ("Second ferry line to open in March", "file", None)


async def test_a_file_that_cannot_be_read_is_told_why(tmp_path: Path) -> None:
    loader = FileLoader(Reader(), max_bytes=1_000_000)
    files = {"empty": b" \n", "image.txt": b"\x89PNG\r\n\x1a\n...", "zeros": b"a\0b", "long": b"long " * 50_000}
    for name, body in {**files, "large": b"x" * 1_000_001}.items():
        (tmp_path / name).write_bytes(body)
    os.mkfifo(tmp_path / "pipe")

    async def told(name: str) -> tuple[str, dict[str, str | int]]:
        return await failure(loader, str(tmp_path / name))

    assert await told("absent") == ("not_found", {})
    assert await told("empty/inside") == ("not_found", {})
    assert await told("a\0b") == ("not_found", {})
    assert await told("x" * 5_000) == ("not_found", {})
    assert await told("") == ("is_folder", {})
    assert await told("pipe") == ("unreadable", {})
    assert await told("empty") == ("empty", {})
    assert await told("image.txt") == ("picture", {})
    assert await told("zeros") == ("binary", {})
    assert await told("large") == ("too_large", {"limit": 1_000_000})
    assert await told("long") == ("too_long", {"characters": 250_000, "limit": 200_000})


async def test_a_file_without_permission_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    file = tmp_path / "closed.txt"
    file.write_text("x")
    monkeypatch.setattr(Path, "open", refuse)  # the superuser, as tests may run, is never refused
    assert await failure(FileLoader(Reader()), str(file)) == ("unreadable", {})


async def test_standard_input_is_pasted_text() -> None:
    read = await PastedLoader(Reader(), io.BytesIO(b"Erste Zeile.\r\nZweite.")).load("-")
    assert (read.text, read.medium, read.given) == ("Erste Zeile.\nZweite.", "pasted", "-")
    assert (await failure(PastedLoader(Reader(), io.BytesIO(b"x" * 9), max_bytes=8), "-"))[0] == "too_large"


# ---------------------------------------------------------------- the reading process


@pytest.mark.parametrize(
    "html",
    [
        ENDLESS,
        "<html><body>" + "<p><a href='/x'>a short link</a></p>" * 55_000,
    ],
    ids=["attributes", "links"],
)
async def test_a_hostile_page_ends_within_its_limits_and_leaves_nothing_behind(html: str) -> None:
    before = children()
    async with asyncio.timeout(30), Reader(ReadingLimits(cpu_seconds=1, wall_seconds=600)) as reader:
        with pytest.raises(LoadError) as caught:
            await reader.read(html.encode(), given="x", medium="web", url="https://post.example/x")
    assert caught.value.code in {"parse_failed", "no_article"}
    assert children() == before


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to its memory")
@pytest.mark.parametrize(
    "attempt", ["bytearray(10**9)", "print('x', file=open(sys.argv[1], 'w'), flush=True)", "print(sum(range(10**11)))"]
)
def test_the_system_holds_a_process_to_its_limits(attempt: str, tmp_path: Path) -> None:
    script = f"import sys; from bot.adapters.reading.process import limit; limit(1, 500_000_000); {attempt}"
    file = tmp_path / "written"
    ended = subprocess.run([sys.executable, "-c", script, str(file)], capture_output=True)
    assert ended.returncode != 0
    assert not file.exists() or file.stat().st_size == 0


async def test_the_wall_clock_ends_a_process_too() -> None:
    before = children()
    worker = Worker(ReadingLimits(wall_seconds=1, start_seconds=2, cpu_seconds=600))
    async with asyncio.timeout(30):
        with pytest.raises(LoadError, match="parse_failed"):
            await worker.ask("page", ENDLESS.encode(), charset=None, url="")
    assert children() == before


async def test_a_cancelled_reading_is_killed_and_reaped() -> None:
    before = children()
    worker = Worker(ReadingLimits(wall_seconds=600, cpu_seconds=600))
    task = asyncio.create_task(worker.ask("page", ENDLESS.encode(), charset=None, url=""))
    while children() == before:  # noqa: ASYNC110 - a process gives no event when it starts
        await asyncio.sleep(0.01)
    task.cancel()
    async with asyncio.timeout(30):
        with pytest.raises(asyncio.CancelledError):
            await task
    assert children() == before


async def test_only_so_many_pages_are_read_at_once() -> None:
    before = len(children())
    worker = Worker(ReadingLimits(at_once=1, wall_seconds=30))
    tasks = [asyncio.create_task(worker.ask("page", FERRY, charset=None, url="")) for _ in range(3)]
    most = 0
    while not all(task.done() for task in tasks):
        most = max(most, len(children()) - before)
        await asyncio.sleep(0.02)
    await worker.aclose()
    assert [(await task)["outlet"] for task in tasks] == ["The Harbour Post"] * 3
    assert most == 1


async def test_a_process_reads_page_after_page_and_is_replaced_in_the_end() -> None:
    before = children()
    worker = Worker(ReadingLimits(at_once=1, pages=2))
    seen = []
    for _ in range(3):
        assert (await worker.ask("page", FERRY, charset=None, url=""))["outlet"] == "The Harbour Post"
        seen.append({child for child, _ in children() - before})
    await worker.aclose()
    assert [len(each) for each in seen] == [1, 0, 1]
    assert children() == before


async def test_a_process_that_ended_while_it_waited_costs_no_page() -> None:
    worker = Worker(ReadingLimits(at_once=1))
    await worker.ask("page", FERRY, charset=None, url="")
    [waiting] = worker._idle
    waiting._process.kill()
    await waiting._process.wait()
    assert (await worker.ask("page", FERRY, charset=None, url=""))["outlet"] == "The Harbour Post"
    await worker.aclose()


async def test_nothing_is_left_of_a_worker_that_is_closed_while_it_reads() -> None:
    before = children()
    worker = Worker(ReadingLimits(at_once=1))
    reading = asyncio.create_task(worker.ask("page", FERRY, charset=None, url=""))
    while children() == before:  # noqa: ASYNC110 - a process gives no event when it starts
        await asyncio.sleep(0.01)
    await worker.aclose()
    assert (await reading)["outlet"] == "The Harbour Post"
    assert children() == before


async def test_the_loop_goes_on_while_a_page_is_read() -> None:
    worker = Worker()
    reading = asyncio.create_task(worker.ask("page", FERRY, charset=None, url=""))
    turns = 0
    while not reading.done():
        await asyncio.sleep(0.01)
        turns += 1
    await worker.aclose()
    assert turns > 3


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="this system does not show the environment")
async def test_the_reading_process_inherits_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:planted")
    running = await Worker()._start("page")
    environment = Path(f"/proc/{running._process.pid}/environ")
    try:
        assert await asyncio.to_thread(environment.read_bytes) != b""
        assert b"planted" not in await asyncio.to_thread(environment.read_bytes)
    finally:
        await running.end()
