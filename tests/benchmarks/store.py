"""Requests a second through the store, and the CPU that opening it costs: `python -m tests.benchmarks.store [FOLDER]`.

A request is four transactions: received, kept, begun, ended, each on the disk before the next (synchronous=FULL). The
file is made in FOLDER, else where temporary files go: the disk decides. Gate: 20 requests a second.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median

from bot.adapters.store import Database, RequestRows, UpdateRows, open_database
from bot.core.requests import Link, Request
from bot.core.updates import ReceivedUpdate

SECONDS = 3.0
RUNS = 5
OPEN = (
    "import asyncio, sys\n"
    "from bot.adapters.store import open_database\n"
    "async def main():\n"
    "    async with open_database(sys.argv[1]): pass\n"
    "asyncio.run(main())"
)
PROGRAMS = {
    "python -c pass": "pass",
    "import sqlalchemy, asyncio, pydantic": "import asyncio, pydantic, sqlalchemy, sqlalchemy.dialects.sqlite",
    "import bot.adapters.store": "import bot.adapters.store",
    "open a database that is up to date": OPEN,
}


async def go_through(database: Database, number: int) -> None:
    """Take one request through the store."""
    now = datetime.now(UTC)
    received, requests = UpdateRows(database), RequestRows(database)
    request = Request(
        id=f"50:{number}",
        chat_id=50,
        asker_id=50,
        message_id=number,
        items=(Link(url="https://news.example.com/ferry"),),
        asked_at=now,
    )
    await received.receive([ReceivedUpdate(update_id=number, chat_id=50, payload="x" * 1000)], now=now)
    await requests.add(request, updates=[number])
    await requests.begin(request.id, now=now)
    await requests.finish(request.id, outcome="answered", fault=None, now=now)


async def measure(url: str, at_once: int) -> tuple[float, float]:
    """Return requests a second, and milliseconds of CPU for each."""
    async with open_database(url) as database:
        numbers, ended = count(time.time_ns()), 0
        end = time.perf_counter() + SECONDS

        async def work() -> None:
            nonlocal ended
            while time.perf_counter() < end:
                await go_through(database, next(numbers))
                ended += 1

        started, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(work() for _ in range(at_once)))
        return ended / (time.perf_counter() - started), 1000 * (time.process_time() - cpu) / ended


def cpu_of(program: str, url: str) -> float:
    """Return the CPU seconds of a Python program, the median of some runs."""
    return median(_once(program, url) for _ in range(RUNS))


def _once(program: str, url: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", program, url], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    parent = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        url = f"sqlite:///{Path(folder).absolute() / 'footnote.db'}"
        for at_once in (1, 8, 50):
            rate, cpu = asyncio.run(measure(url, at_once))
            print(f"{at_once:3} at once   {rate:6.0f} requests/s   {cpu:.2f} ms CPU each")
        for name, program in PROGRAMS.items():
            print(f"{name:40} {cpu_of(program, url):.3f} s CPU")


if __name__ == "__main__":
    main()
