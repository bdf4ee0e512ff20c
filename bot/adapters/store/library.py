"""Briefs and the articles they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, select

from bot.adapters.store.database import Database
from bot.adapters.store.stored import keys_in, put_together, take_apart
from bot.adapters.store.tables import articles, briefs, replace
from bot.core.models import Brief


class LibraryRows:
    """Implements the port `Library`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, request_id: str, kept: Sequence[Brief], *, now: datetime) -> None:
        """Keep the briefs of a request in place of those it had, and each article once, as read `now`."""
        apart = [take_apart(brief) for brief in kept]

        def insert(connection: Connection) -> None:
            connection.execute(delete(briefs).where(briefs.c.request_id == request_id))
            for number, (brief, read) in enumerate(apart):
                for key, article in read.items():
                    replace(connection, articles, key=key, article=article, read_at=now)
                row = briefs.insert().values(request_id=request_id, number=number, brief=brief, kept_at=now)
                connection.execute(row)

        await self._database.write(insert)

    async def read(self, request_id: str) -> tuple[Brief, ...]:
        """Return the briefs of a request in their order, without those whose articles have been deleted."""

        def collect(connection: Connection) -> list[tuple[str, dict[str, str]]]:
            kept = select(briefs.c.brief).where(briefs.c.request_id == request_id).order_by(briefs.c.number)
            return [(brief, _articles(connection, keys_in(brief))) for brief in connection.scalars(kept).all()]

        together = (put_together(brief, read) for brief, read in await self._database.read(collect))
        return tuple(brief for brief in together if brief is not None)

    async def forget(self, before: datetime) -> int:
        """Delete articles that were last read before a moment and return how many."""
        old = delete(articles).where(articles.c.read_at < before)
        return await self._database.write(lambda connection: connection.execute(old).rowcount)

    async def forget_briefs(self, before: datetime) -> int:
        """Delete briefs that were made before a moment and return how many."""
        old = delete(briefs).where(briefs.c.kept_at < before)
        return await self._database.write(lambda connection: connection.execute(old).rowcount)


def _articles(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    wanted = select(articles.c.key, articles.c.article).where(articles.c.key.in_(keys))
    return {row.key: row.article for row in connection.execute(wanted)}
