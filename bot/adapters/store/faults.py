"""The one place where what a database can say becomes a `StoreError`."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.core.errors import StoreError

_CODES = {
    sqlite3.SQLITE_FULL: "store_full",
    sqlite3.SQLITE_BUSY: "store_locked",
    sqlite3.SQLITE_LOCKED: "store_locked",
    sqlite3.SQLITE_CORRUPT: "store_broken",
    sqlite3.SQLITE_NOTADB: "store_broken",
    sqlite3.SQLITE_AUTH: "store_unreadable",
    sqlite3.SQLITE_CANTOPEN: "store_unreadable",
    sqlite3.SQLITE_IOERR: "store_unreadable",
    sqlite3.SQLITE_PERM: "store_unreadable",
    sqlite3.SQLITE_READONLY: "store_unreadable",
}


@contextmanager
def as_store_errors(path: Path) -> Iterator[None]:
    """Turn the errors of SQLAlchemy, SQLite and the file system into `StoreError`, each with the database's path.

    Codes: store_full, store_locked, store_broken, store_unreadable(reason), store_failed(reason); a reason is a name
    such as "SQLITE_IOERR_WRITE" or "EACCES". The cause is cut off: its text may hold what people sent.
    """
    try:
        yield
    except DBAPIError as error:
        raise _store_error(error.orig, path) from None
    except (SQLAlchemyError, sqlite3.Error, OverflowError, UnicodeError) as error:
        raise _store_error(error, path) from None
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
        code = "store_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "store_unreadable"
        raise StoreError(code, path=str(path), reason=reason) from None


def _store_error(error: BaseException | None, path: Path) -> StoreError:
    # https://sqlite.org/rescode.html: the low byte is the primary code, the rest tells its kinds apart.
    code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "store_failed")
    reason = getattr(error, "sqlite_errorname", type(error).__name__)
    return StoreError(code, path=str(path), reason=reason)
