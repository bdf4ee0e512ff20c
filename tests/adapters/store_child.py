"""The other process of a test: `python -m tests.adapters.store_child TASK URL [NUMBER ...]`."""

import asyncio
import resource
import sys
from datetime import date

from bot.adapters.store import Database, FaultRows, Ledger, RequestRows, UpdateRows, open_database
from bot.core.errors import StoreError, WriterError
from tests.adapters.store_cases import NOW, TODAY, a_request, an_update


async def hold(url: str) -> None:
    """Keep the database to itself until it is killed."""
    async with open_database(url):
        say("ready")
        await asyncio.Event().wait()


async def write(url: str, first: int, number: int) -> None:
    """Write rows one transaction after the other as soon as it is told to, beside another process."""
    async with open_database(url, exclusive=False) as database:
        say("ready")
        sys.stdin.readline()
        for update_id in range(first, first + number):
            await write_once(database, update_id)
    say("done")


async def write_once(database: Database, update_id: int) -> None:
    """Go the way of one request through the store."""
    requests = RequestRows(database)
    request = a_request(update_id)
    await UpdateRows(database).receive([an_update(update_id)], now=NOW)
    await requests.add(request, updates=[update_id])
    await requests.begin(request.id, now=NOW)
    await FaultRows(database).count("paywall", TODAY)
    await requests.finish(request.id, outcome="answered", fault=None, now=NOW)


async def spend(url: str, cap: int, tokens: int) -> None:
    """Reserve until the budget is spent, and say how often that went well."""
    async with open_database(url, exclusive=False) as database:
        say("ready")
        sys.stdin.readline()
        ledger = Ledger(database, cap=cap, today=_today, now=lambda: NOW, model="any")
        granted = 0
        while True:
            try:
                await ledger.reserve(tokens)
            except WriterError as error:
                if error.code != "budget":
                    raise
                break
            granted += 1
    say(str(granted))


async def receive(url: str) -> None:
    """Receive updates without end and tell of each once it is kept."""
    async with open_database(url) as database:
        say("ready")
        update_id = 0
        while True:
            update_id += 1
            await UpdateRows(database).receive([an_update(update_id, payload='"' + "x" * 3000 + '"')], now=NOW)
            say(str(update_id))


async def fill(url: str, limit: int) -> None:
    """Write until a file may not grow any more; tell how many updates were kept and what was said then."""
    async with open_database(url) as database:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        kept = 0
        try:
            while True:
                await UpdateRows(database).receive([an_update(kept + 1, payload="x" * 10_000)], now=NOW)
                kept += 1
        except StoreError as error:
            say(f"{kept} {error.code} {error.params['reason']}")


def _today() -> date:
    return TODAY


def say(line: str) -> None:
    """Tell the parent."""
    print(line, flush=True)


if __name__ == "__main__":
    tasks = {task.__name__: task for task in (hold, write, spend, receive, fill)}
    asyncio.run(tasks[sys.argv[1]](sys.argv[2], *map(int, sys.argv[3:])))
