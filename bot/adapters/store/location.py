"""From the address of a database to the file it is."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.adapters.store.faults import as_store_errors
from bot.core.errors import StoreError


def locate(url: str) -> Path:
    """Return the absolute path that an address such as "sqlite:///footnote.db" names.

    Raises `StoreError`: store_unsupported(scheme) for any other kind of database, store_folder_missing(path),
    store_unreadable(reason). The address itself is never in an error: it may hold a password.
    """
    scheme = re.match(r"[a-z][a-z0-9+]{0,30}(?=:)", url)
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreError("store_unsupported", scheme=scheme.group() if scheme else "-") from None
    if parsed.get_backend_name() != "sqlite":
        raise StoreError("store_unsupported", scheme=parsed.get_backend_name())
    if parsed.query:
        raise StoreError("store_unsupported", scheme="sqlite:///...?")
    if parsed.host or not parsed.database or parsed.database == ":memory:":
        raise StoreError("store_unsupported", scheme=f"sqlite://{'/:memory:' if parsed.database else ''}")
    path = Path(parsed.database).absolute()
    with as_store_errors(path):
        is_there = path.parent.is_dir()
    if not is_there:
        raise StoreError("store_folder_missing", path=str(path))
    return path


def lock_of(path: Path) -> Path:
    """Return the file whose lock says that a database is in use."""
    return path.with_name(path.name + ".lock")
