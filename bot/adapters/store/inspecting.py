"""Looks at a database without opening it for work: nothing is created, and nothing migrated."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from urllib.parse import quote

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, func, select
from sqlalchemy.pool import NullPool

from bot.adapters.store.database import check
from bot.adapters.store.doors import read_access
from bot.adapters.store.faults import as_store_errors
from bot.adapters.store.location import locate, lock_of
from bot.adapters.store.migrating import HEAD, REVISIONS, revision_of
from bot.adapters.store.tables import requests
from bot.core.access import Access
from bot.core.errors import StoreError
from bot.core.models import Entity


class Inspection(Entity):
    """What a sound database looks like from outside."""

    path: str
    exists: bool = False
    in_use: bool = False
    """A bot has it open."""
    revision: str | None = None
    """None where it has none of our tables."""
    is_current: bool = False
    access: Access = Access()
    """As it is kept, where the database is current."""
    requests: int = 0
    """How many are kept, ended ones included, where the database is current."""


async def inspect(url: str) -> Inspection:
    """Return what the database at an address looks like; a missing file is no error.

    Raises `StoreError`: store_folder_missing, store_unsupported(scheme), store_unreadable(reason), store_broken,
    store_newer, store_locked.
    """
    return await asyncio.to_thread(_inspect, locate(url))


def _inspect(path: Path) -> Inspection:
    with as_store_errors(path):
        if not path.exists():
            return Inspection(path=str(path))
        in_use = _is_locked(lock_of(path))
        with reading(path).begin() as connection:
            check(connection, path)
            return _look(connection, path=path, in_use=in_use)


def _look(connection: Connection, *, path: Path, in_use: bool) -> Inspection:
    revision = revision_of(connection)
    if revision not in (None, *REVISIONS):
        raise StoreError("store_newer", path=str(path))
    seen = Inspection(path=str(path), exists=True, in_use=in_use, revision=revision)
    if revision != HEAD:
        return seen
    kept = connection.scalar(select(func.count()).select_from(requests))
    return seen.model_copy(update={"is_current": True, "access": read_access(connection), "requests": kept})


def reading(path: Path) -> Engine:
    """Return an engine that changes nothing.

    Even a reader makes the side files of a database in WAL mode, unless it is told that nobody writes to it.
    """
    untouched = not path.with_name(path.name + "-wal").exists()
    address = f"file:{quote(str(path))}?mode=ro{'&immutable=1' if untouched else ''}"
    return create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool, hide_parameters=True
    )


def _is_locked(lock_file: Path) -> bool:
    if not lock_file.exists():
        return False
    lock = FileLock(lock_file, mode=0o600)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return True
    lock.release()
    return False
