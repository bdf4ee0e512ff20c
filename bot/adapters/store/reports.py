"""What readers called wrong."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import Connection, select

from bot.adapters.store.database import Database
from bot.adapters.store.faults import as_store_errors
from bot.adapters.store.inspecting import reading
from bot.adapters.store.location import locate
from bot.adapters.store.migrating import REVISIONS, revision_of
from bot.adapters.store.stored import as_text
from bot.adapters.store.tables import put, reports
from bot.core.errors import StoreError
from bot.core.receipts import ClaimReceipt
from bot.core.reports import Report

_SINCE = "0003"
"""The revision that brought the table."""


class ReportRows:
    """Implements the port `Reports`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, report: Report) -> bool:
        """Keep a report; False where the same person has reported the same claim before."""
        values = {
            "once": report.once,
            "brief": report.brief,
            "receipt": as_text(report.receipt),
            "reported_at": report.reported_at,
        }
        return await self._database.write(lambda connection: put(connection, reports, **values))


async def read_reports(url: str) -> tuple[Report, ...]:
    """Return the reports of the database at an address, newest first; nothing is created or changed.

    A missing file, or one of before there were reports, has none. One whose form is older than this version can read
    is left out. Raises `StoreError` like `inspect`.
    """
    return await asyncio.to_thread(_read, locate(url))


def _read(path: Path) -> tuple[Report, ...]:
    with as_store_errors(path):
        if not path.exists():
            return ()
        with reading(path).begin() as connection:
            revision = revision_of(connection)
            if revision not in (None, *REVISIONS):
                raise StoreError("store_newer", path=str(path))
            return _collect(connection) if revision and revision >= _SINCE else ()


def _collect(connection: Connection) -> tuple[Report, ...]:
    found = []
    for row in connection.execute(select(reports).order_by(reports.c.reported_at.desc(), reports.c.id.desc())):
        try:
            receipt = ClaimReceipt.model_validate_json(row.receipt)
        except ValidationError:
            continue
        found.append(Report(reported_at=row.reported_at, once=row.once, brief=row.brief, receipt=receipt))
    return tuple(found)
