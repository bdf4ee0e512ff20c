"""Transactions under pressure: several at once, several processes, a kill, a full disk, a held lock."""

import asyncio
import inspect
import logging
import re
import signal
import sqlite3
import traceback
from collections import Counter
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, func, select, text

from bot.adapters import store
from bot.adapters.store import Database, FaultRows, Ledger, RequestRows, UpdateRows, open_database
from bot.adapters.store.tables import faults, requests, updates, usage
from bot.core.delivering import Sending
from bot.core.errors import StoreError
from bot.core.models import Usage
from bot.core.requests import Link
from tests.adapters.store_cases import NOW, TODAY, a_request, an_update, another_process, python, url_of
from tests.adapters.test_store_pages import a_page
from tests.adapters.test_store_reports import a_report

LETTER = "the mayor’s unpublished letter"


@pytest.fixture
def url(tmp_path: Path) -> str:
    return url_of(tmp_path / "footnote.db")


def on_every_connection(database: Database, prepare: Callable[[sqlite3.Connection], object]) -> None:
    """Prepare connections from now on; those that are open are closed."""
    event.listen(database.engine, "connect", lambda connection, _record: prepare(connection))
    database.engine.dispose()


# ---------------------------------------------------------------- the write lock


def parts() -> list[type]:
    return [
        part for name in store.__all__ if inspect.isclass(part := getattr(store, name)) and part is not store.Inspection
    ]


def record_calls(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """Note which public coroutines of the store are called; returned at once, filled as they are."""
    called: set[tuple[str, str]] = set()

    def noted(part: type, name: str, method: Any) -> Any:
        @wraps(method)
        async def call(*args: Any, **kwargs: Any) -> Any:
            called.add((part.__name__, name))
            return await method(*args, **kwargs)

        return call

    for part in parts():
        for name, method in inspect.getmembers(part, inspect.iscoroutinefunction):
            if not name.startswith("_"):
                monkeypatch.setattr(part, name, noted(part, name, method))
    return called


async def use_everything(database: Database) -> None:
    rows, asked = UpdateRows(database), RequestRows(database)
    await rows.receive([an_update(1), an_update(2)], now=NOW)
    await rows.finish([2])
    await rows.unfinished()
    await rows.next_offset()
    await rows.purge(NOW)
    await asked.add(a_request(1), updates=[1])
    await asked.begin("50:1", now=NOW)
    await asked.unfinished()
    await asked.find(50, 1)
    await asked.earlier_brief(a_request(2).model_copy(update={"items": (Link(url="https://post.example/1"),)}))
    await asked.offered(50, 1)
    await asked.finish("50:1", outcome="answered", fault=None, now=NOW)
    kept = store.PageRows(database)
    await kept.keep(a_page(), addresses=["https://post.example/1"])
    await kept.find("https://post.example/1")
    await kept.find_body("a" * 64, edition="1")
    library = store.LibraryRows(database)
    await library.keep("50:1", [], now=NOW)
    await library.read("50:1")
    await library.shown(50, 8)
    await library.newest(50)
    await store.ReportRows(database).add(a_report())
    await library.forget(NOW)
    await library.forget_briefs(NOW)
    outgoing = store.OutgoingRows(database)
    row = await outgoing.add(Sending(chat_id=50, request_id="50:1"), now=NOW)
    await outgoing.mark(row, "sending", now=NOW)
    await outgoing.interrupted(NOW)
    await outgoing.sent("50:1")
    ledger = Ledger(database, cap=100, today=lambda: TODAY, now=lambda: NOW, model="any")
    await ledger.settle(await ledger.reserve(10), Usage(input_tokens=3))
    await ledger.totals(since=TODAY, until=TODAY)
    await FaultRows(database).count("paywall", TODAY)
    doors = store.DoorRows(database)
    await doors.access()
    await doors.claim(7)
    await doors.set_open(True)
    await doors.list_chat(-100, listed=True)
    await doors.list_chat(-100, listed=False)
    await store.NoticeRows(database).first("budget", TODAY)
    await store.NoticeRows(database).forget("budget", TODAY)
    chats = store.ChatRows(database)
    await chats.set_reachable(50, reachable=False, now=NOW)
    await chats.reachable(50)
    await chats.move(50, -51)
    await database.purge(NOW)


READ_ONLY = frozenset(
    "unfinished next_offset find find_body read shown newest sent totals access reachable offered earlier_brief".split()
)


async def test_every_write_takes_the_write_lock_at_its_beginning_and_no_read_takes_it(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    transactions: list[list[str]] = []
    opened: dict[int, list[str]] = {}

    def trace(connection: sqlite3.Connection) -> None:
        def note(statement: str) -> None:
            word = statement.split(maxsplit=1)[0].upper()
            if word == "BEGIN":
                assert id(connection) not in opened
                opened[id(connection)] = []
            if word != "PRAGMA":
                opened[id(connection)].append(statement)
            if word in {"COMMIT", "ROLLBACK"}:
                transactions.append(opened.pop(id(connection)))

        connection.set_trace_callback(note)

    called = record_calls(monkeypatch)
    async with open_database(url) as database:
        on_every_connection(database, trace)
        await use_everything(database)
        monkeypatch.undo()
    everything = {
        (part.__name__, name)
        for part in parts()
        for name, _ in inspect.getmembers(part, inspect.iscoroutinefunction)
        if not name.startswith("_")
    }
    assert everything - called == set()
    writes = [one for one in transactions if any(re.match("INSERT|UPDATE|DELETE", line) for line in one)]
    reads = [one for one in transactions if one not in writes]
    assert {one[0] for one in writes} == {"BEGIN IMMEDIATE"}
    assert {one[0] for one in reads} == {"BEGIN"}
    assert all(one[-1] == "COMMIT" for one in transactions)
    assert len(reads) == len({name for _, name in called} & READ_ONLY) + 2  # two kinds are found, and two unfinished


async def test_a_reader_waits_for_no_writer(url: str) -> None:
    async with open_database(url) as database:
        await UpdateRows(database).receive([an_update(1)], now=NOW)
        other = sqlite3.connect(database.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM footnote_updates")
        assert [one.update_id for one in await UpdateRows(database).unfinished()] == [1]
        other.close()


async def test_a_transaction_that_raises_leaves_nothing_behind(url: str) -> None:
    async with open_database(url) as database:

        def fail(connection):  # type: ignore[no-untyped-def]
            connection.execute(faults.insert().values(day=TODAY, code="paywall", times=1))
            raise LookupError("half way")

        with pytest.raises(LookupError, match="half way"):
            await database.write(fail)
        assert await database.read(lambda c: c.scalar(select(func.count()).select_from(faults))) == 0


async def test_a_write_that_was_asked_for_is_carried_out_though_its_caller_is_cancelled(url: str) -> None:
    async with open_database(url) as database:
        rows = UpdateRows(database)
        tasks = [asyncio.create_task(rows.receive([an_update(number)], now=NOW)) for number in range(20)]
        await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        assert {type(one) for one in await asyncio.gather(*tasks, return_exceptions=True)} == {asyncio.CancelledError}
    async with open_database(url) as database:
        assert [one.update_id for one in await UpdateRows(database).unfinished()] == list(range(20))


# ---------------------------------------------------------------- processes


async def test_two_processes_that_write_at_once_never_find_the_database_locked(url: str) -> None:
    number = 120
    async with open_database(url) as database:
        with (
            another_process("write", url, "0", str(number)) as one,
            another_process("write", url, "1000", str(number)) as two,
        ):
            said = await asyncio.gather(*(asyncio.to_thread(child.communicate, "go\n") for child in (one, two)))
            assert [told[0] for told in said] == ["done\n", "done\n"]
            assert (one.returncode, two.returncode) == (0, 0)

        def counts(connection):  # type: ignore[no-untyped-def]
            ended = select(func.count()).select_from(requests).where(requests.c.state == "ended")
            done = select(func.count()).select_from(updates).where(updates.c.done)
            return [connection.scalar(counted) for counted in (ended, done, select(func.sum(faults.c.times)))]

        assert await database.read(counts) == [2 * number] * 3


async def test_two_processes_that_reserve_at_once_do_not_pass_the_cap(url: str) -> None:
    cap, tokens = 1000, 7
    async with open_database(url) as database:
        pass
    arguments = ("spend", url, str(cap), str(tokens))
    with another_process(*arguments) as one, another_process(*arguments) as two:
        said = await asyncio.gather(*(asyncio.to_thread(child.communicate, "go\n") for child in (one, two)))
    granted = [int(told[0]) for told in said]
    assert sum(granted) == cap // tokens
    async with open_database(url) as database:
        assert await database.read(lambda c: c.scalar(select(func.sum(usage.c.estimate)))) == tokens * (cap // tokens)


@pytest.mark.parametrize("after", [1, 25, 60])
async def test_a_kill_leaves_the_file_sound_and_all_that_was_said_to_be_kept(url: str, after: int) -> None:
    with another_process("receive", url) as child:
        assert child.stdout
        told = [int(child.stdout.readline()) for _ in range(after)]
        child.send_signal(signal.SIGKILL)
        told += [int(line) for line in child.stdout.read().split("\n")[:-1]]
    async with open_database(url) as database:
        assert await database.read(lambda c: c.scalar(text("PRAGMA integrity_check"))) == "ok"
        kept = [one.update_id for one in await UpdateRows(database).unfinished()]
    # One more may have been kept in the instant between its COMMIT and the word about it.
    assert kept in (told, [*told, len(told) + 1])


# ---------------------------------------------------------------- no room, no lock


async def test_a_full_disk_is_said_and_nothing_is_half_kept(url: str) -> None:
    async with open_database(url) as database:
        pages = await database.read(lambda c: c.scalar(text("PRAGMA page_count")))
        on_every_connection(database, lambda c: c.execute(f"PRAGMA max_page_count = {pages + 3}"))
        rows = UpdateRows(database)
        with pytest.raises(StoreError) as caught:
            await rows.receive([an_update(1), an_update(2, payload=LETTER * 4000)], now=NOW)
        assert caught.value.code == "store_full"
        assert await rows.unfinished() == ()
        on_every_connection(database, lambda c: c.execute("PRAGMA max_page_count = 4294967294"))
        assert await rows.receive([an_update(1), an_update(2, payload=LETTER * 4000)], now=NOW) == (1, 2)


async def test_a_file_that_may_not_grow_ends_in_an_error_and_loses_nothing_that_was_kept(url: str) -> None:
    async with open_database(url):
        pass
    child = python("fill", url, "600000")
    told, _ = child.communicate()
    kept, code, reason = told.removeprefix("ready\n").split()
    assert (code, reason, child.returncode) == ("store_unreadable", "SQLITE_IOERR_WRITE", 0)
    assert int(kept) > 0
    async with open_database(url) as database:
        assert len(await UpdateRows(database).unfinished()) == int(kept)


async def test_a_lock_that_is_held_too_long_is_said_and_the_next_try_works(url: str) -> None:
    async with open_database(url) as database:
        on_every_connection(database, lambda c: c.execute("PRAGMA busy_timeout = 20"))
        other = sqlite3.connect(database.path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            await UpdateRows(database).receive([an_update(1)], now=NOW)
        assert (caught.value.code, caught.value.params["path"]) == ("store_locked", str(database.path))
        other.execute("ROLLBACK")
        other.close()
        assert await UpdateRows(database).receive([an_update(1)], now=NOW) == (1,)


async def test_an_id_that_no_database_can_hold_is_an_error_of_ours(url: str) -> None:
    async with open_database(url) as database:
        with pytest.raises(StoreError, match="store_failed"):
            await UpdateRows(database).receive([an_update(2**70)], now=NOW)


# ---------------------------------------------------------------- what people sent


async def test_what_people_sent_is_in_no_error_and_no_log(url: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    said = []
    async with open_database(url) as database:
        rows = UpdateRows(database)
        await rows.receive([an_update(1, payload=LETTER)], now=NOW)
        assert (await rows.unfinished())[0].payload == LETTER
        await RequestRows(database).add(a_request(text=LETTER))
        assert len(await RequestRows(database).unfinished()) == 1
        for broken in (
            lambda c: c.execute(updates.insert().values(update_id=1, payload=LETTER, received_at=NOW, done=False)),
            lambda c: c.execute(updates.insert().values(update_id=2**70, payload=LETTER, received_at=NOW, done=False)),
            lambda c: c.execute(updates.insert().values(update_id=2, payload=LETTER + "\ud800", received_at=NOW)),
            lambda c: c.execute(updates.insert().values(update_id=3, payload=LETTER, received_at=LETTER, done=False)),
            lambda c: c.execute(text("SELECT :given FROM nowhere"), {"given": LETTER}),
        ):
            with pytest.raises(StoreError) as caught:
                await database.write(broken)
            assert caught.value.__cause__ is None
            assert caught.value.__suppress_context__
            said += [repr(caught.value), *traceback.format_exception(caught.value)]
    assert len(said) > 5
    told = "".join(said) + caplog.text
    assert "unpublished" not in told


async def test_what_was_forgotten_is_not_in_the_files_any_more(url: str) -> None:
    async with open_database(url) as database:
        await UpdateRows(database).receive([an_update(1, payload=LETTER), an_update(2)], now=NOW)
        await RequestRows(database).add(a_request(text=LETTER), updates=[1])
        assert LETTER.encode() in b"".join(path.read_bytes() for path in database.path.parent.iterdir())
        await RequestRows(database).finish("50:1", outcome="answered", fault=None, now=NOW)
    counted = Counter({path.name: path.read_bytes().count(LETTER.encode()) for path in database.path.parent.iterdir()})
    assert counted.total() == 0
