"""Opens the database, and runs transactions in it beside the event loop."""

from __future__ import annotations

import asyncio
import os
import stat
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock, Timeout
from sqlalchemy import URL, Connection, Engine, create_engine, event

from bot.adapters.store.faults import as_store_errors
from bot.adapters.store.location import locate, lock_of
from bot.adapters.store.migrating import migrate
from bot.adapters.store.retention import deletions
from bot.core.errors import StoreError

T = TypeVar("T")

READERS = 2
BUSY_SECONDS = 10.0
LOCK_SECONDS = 0.5
"""A moment of patience with the file lock: `inspect` holds it for an instant."""
_WRITES = "footnote_writes"
_BARE = "footnote_bare"
"""For what SQLite does not do inside a transaction: changing the journal mode."""


class Database:
    """An open database.

    A transaction is a plain function of a connection, run from its BEGIN to its COMMIT in a thread: nothing it does
    waits for the event loop while it holds the write lock. SQLite has one writer at a time, so there is one thread for
    writing, and those who write queue up there and not at the lock.
    """

    def __init__(self, engine: Engine, *, path: Path, lock: FileLock | None) -> None:
        self.engine = engine
        self.path = path
        self._writing = engine.execution_options(**{_WRITES: True})
        self._lock = lock
        self._writer = ThreadPoolExecutor(1, "store-writer")
        self._readers = ThreadPoolExecutor(READERS, "store-reader")

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` finds in one consistent state of the database; raise `StoreError`."""
        return await asyncio.get_running_loop().run_in_executor(self._readers, self._run, self.engine, work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in a transaction that is rolled back where it raises; raise `StoreError`.

        Once asked for, it is carried out: cancelling gives up the result only. A message that was sent must be written
        down as sent even while everything is being stopped.
        """
        loop = asyncio.get_running_loop()
        return await asyncio.shield(loop.run_in_executor(self._writer, self._run, self._writing, work))

    async def purge(self, now: datetime) -> int:
        """Delete, in one transaction, what has been kept long enough at `now`; return how many rows that were.

        What was forgotten is then taken out of the write-ahead log too.
        """
        deleted = await self.write(lambda connection: sum(connection.execute(old).rowcount for old in deletions(now)))
        loop = asyncio.get_running_loop()
        await asyncio.shield(loop.run_in_executor(self._writer, self._empty_log))
        return deleted

    def _empty_log(self) -> None:
        """Move the write-ahead log into the file; where somebody reads, it is for the next time."""
        with as_store_errors(self.path), self.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None  # noqa: S101 - the pool has just opened it
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _run(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        with as_store_errors(self.path), engine.begin() as connection:
            return work(connection)

    def close(self) -> None:
        """Finish what was asked for and let go of the file."""
        self._writer.shutdown()
        self._readers.shutdown()
        self.engine.dispose()
        if self._lock:
            self._lock.release()


@asynccontextmanager
async def open_database(url: str, *, exclusive: bool = True) -> AsyncIterator[Database]:
    """Open the database at an address such as "sqlite:///footnote.db", made or migrated where needed.

    Raises `StoreError`: store_folder_missing, store_unsupported(scheme), already_running where `exclusive` and another
    process holds it, store_unreadable(reason), store_broken, store_newer, store_full, store_locked.
    """
    database = await asyncio.to_thread(_open, locate(url), exclusive=exclusive)
    try:
        yield database
    finally:
        await asyncio.to_thread(database.close)


def _open(path: Path, *, exclusive: bool) -> Database:
    with as_store_errors(path):
        lock = _lock(path) if exclusive else None
        database = None
        try:
            _make_private(path)
            database = Database(_engine(path), path=path, lock=lock)
            _check_file(database.engine, path)
            migrate(reading=database.engine, writing=database._writing, path=path)
        except BaseException:
            if database:
                database.close()
            elif lock:
                lock.release()
            raise
        return database


def _lock(path: Path) -> FileLock:
    lock = FileLock(lock_of(path), mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=LOCK_SECONDS)
    except Timeout:
        raise StoreError("already_running", path=str(path)) from None
    return lock


def _make_private(path: Path) -> None:
    """Make the file where it is missing, for its owner only; SQLite gives its side files the same mode."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise StoreError("store_unreadable", path=str(path), reason="EISDIR" if stat.S_ISDIR(mode) else "EINVAL")
    if mode & 0o077:
        # Not ours to change, or a file system without modes: whether it can be used, SQLite says.
        with suppress(PermissionError):
            path.chmod(0o600)


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        hide_parameters=True,
        pool_size=READERS + 1,
        max_overflow=0,
        connect_args={"timeout": BUSY_SECONDS},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:
    # Or the driver begins transactions by itself, always too late and never IMMEDIATE.
    connection.isolation_level = None
    for pragma in ("synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Take the write lock at once: a transaction that reads first and then writes cannot wait for it any more."""
    options = connection.get_execution_options()
    if not options.get(_BARE):
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get(_WRITES) else "BEGIN")


def _check_file(engine: Engine, path: Path) -> None:
    with engine.connect().execution_options(**{_BARE: True}) as connection:
        check(connection, path)
        # Kept in the file, so once is enough.
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")


def check(connection: Connection, path: Path) -> None:
    """Raise `StoreError("store_broken")` where SQLite finds the file damaged."""
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise StoreError("store_broken", path=str(path))
