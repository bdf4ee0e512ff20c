"""How much hostile pages hold everything else up: `python -m tests.benchmarks.lag [PAGE ...]`.

A server in another process gives the pages. While the real loader reads one, a ticker of 5 ms in the same event loop
tells how late it is woken, a small answer is fetched again and again, and a small article is read. The last line
is of all pages at once. Gate: each ends within 12 s with text or a reason; aim: no lag over 200 ms.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from bot.adapters.reading.reader import Reader
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.loader import LinkLoader
from bot.adapters.web.fetch import Fetcher
from bot.adapters.web.turns import Turns
from bot.core.errors import LoadError
from tests.adapters.test_web_bombs import BOMBS
from tests.doubles.web_server import Answer, reply, web_server

TICK = 0.005
AIM = 0.2
SENTENCE = "The harbour board said on Tuesday that the second line will open in March, later than planned. "
STORY = f"<h1>Second line opens in March</h1><p>{SENTENCE * 5}</p><p>{SENTENCE * 4}</p>"
SMALL = "<!doctype html><title>Second line opens in March</title>" + STORY


def _paragraphs(megabytes: float) -> str:
    count = int(megabytes * 1_000_000 / (len(SENTENCE) + 20))
    return "".join(f"<p>{number}. {SENTENCE}</p>" for number in range(count))


def pages() -> dict[str, Answer]:
    """The hostile pages by name, then the bombs."""
    html = {
        "1 MB of x<br>": STORY + "x<br>" * 200_000,
        "100,000 attributes": STORY + "<p " + " ".join(f"a{number}=x" for number in range(100_000)) + ">x</p>",
        "2 MB of links": STORY + "<p><a href='/x'>a short link</a></p>" * 55_000,
        "100,000 nested divs": "<div>" * 100_000 + STORY,
        "5 MB of paragraphs": _paragraphs(4.9),
        "5 MB on one line": f"<p>{SENTENCE * 50_000}</p>",
        "20 MB of script first": f"<script>{'x' * 20_000_000}</script>" + STORY,
        "4 MB of script first": f"<script>{'x' * 4_000_000}</script>" + STORY,
    }
    hostile: dict[str, Answer] = {name: reply(f"<!doctype html>{body}".encode()) for name, body in html.items()}
    return hostile | {name: answer for name, (answer, _, _) in BOMBS.items()}


@dataclass
class Record:
    """Seconds: how late the ticker was, and how long small answers and small articles took."""

    late: list[float] = field(default_factory=list)
    fetched: list[float] = field(default_factory=list)
    read: list[float] = field(default_factory=list)


async def _tick(late: list[float]) -> None:
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(max(0.0, time.perf_counter() - begun - TICK))


async def _again_and_again(ask: Callable[[], Awaitable[object]], taken: list[float]) -> None:
    while True:
        begun = time.perf_counter()
        with suppress(LoadError):
            await ask()
        taken.append(time.perf_counter() - begun)
        await asyncio.sleep(0.05)


@asynccontextmanager
async def _watched(loader: LinkLoader, fetcher: Fetcher, small: str) -> AsyncIterator[Record]:
    record = Record()
    tasks = [
        asyncio.create_task(_tick(record.late)),
        asyncio.create_task(_again_and_again(lambda: fetcher.fetch(small), record.fetched)),
        asyncio.create_task(_again_and_again(lambda: loader.load(small), record.read)),
    ]
    try:
        yield record
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _outcome(loader: LinkLoader, url: str) -> str:
    try:
        return f"{len((await loader.load(url)).text):,} characters"
    except LoadError as error:
        return error.code


async def measure(names: list[str], port: int) -> None:
    """Print a line for each page, and one for all at once."""
    ports = frozenset({port})
    async with (
        Fetcher(
            allow_networks=("127.0.0.1/32",), ports=ports, resolve=_this_machine, turns=Turns(interval=0, at_once=50)
        ) as fetcher,
        Reader() as reader,
    ):
        loader = LinkLoader(Desk(fetch=fetcher, reader=reader), ports=ports, local_names=True)
        small = f"http://small.example:{port}/small"
        await loader.load(small)
        print(f"{'':44}{'outcome':22}{'seconds':>8}{'lag max':>9}{'p99':>7}{'answer':>8}{'article':>9}")
        rows = [[number] for number in range(len(names))]
        for numbers in [*rows, list(range(len(names)))] if len(rows) > 1 else rows:
            urls = [f"http://hostile{number}.example:{port}/{number}" for number in numbers]
            begun = time.perf_counter()
            async with _watched(loader, fetcher, small) as record:
                outcomes = await asyncio.gather(*(_outcome(loader, url) for url in urls))
            name, outcome = (names[numbers[0]], outcomes[0]) if len(urls) == 1 else ("all of them at once", "")
            _show(name, outcome, seconds=time.perf_counter() - begun, record=record)


def _show(name: str, outcome: str, *, seconds: float, record: Record) -> None:
    late = sorted(record.late) or [0.0]
    mark = "  above the aim" if late[-1] > AIM else ""
    print(
        f"{name:44}{outcome:22}{seconds:>8.2f}{late[-1] * 1e3:>6.0f} ms{late[int(len(late) * 0.99)] * 1e3:>4.0f} ms"
        f"{max(record.fetched, default=0.0):>7.2f}s{max(record.read, default=0.0):>8.2f}s{mark}"
    )


async def _this_machine(_host: str) -> tuple[str, ...]:
    return ("127.0.0.1",)


async def _serve(names: list[str]) -> None:
    known = pages()
    async with web_server(small=reply(SMALL.encode())) as server:
        server.answers["/bomb"] = known["redirects without end"]
        server.answers |= {f"/{number}": known[name] for number, name in enumerate(names)}
        print(server.port, flush=True)
        await asyncio.Event().wait()


def main() -> None:
    """Start the server in a process of its own, and measure."""
    if sys.argv[1:2] == ["--serve"]:
        asyncio.run(_serve(sys.argv[2:]))
    known = list(pages())
    names = [name for name in known if not sys.argv[1:] or any(wanted in name for wanted in sys.argv[1:])]
    command = [sys.executable, "-m", "tests.benchmarks.lag", "--serve", *names]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            asyncio.run(measure(names, int(server.stdout.readline())))
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
