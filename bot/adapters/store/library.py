"""Briefs and the articles they are made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, Row, Select, delete, func, select

from bot.adapters.store.database import Database
from bot.adapters.store.stored import keys_in, outline, put_together, take_apart
from bot.adapters.store.tables import articles, briefs, outgoing, replace
from bot.core.models import Brief
from bot.core.reports import ShownBrief


class LibraryRows:
    """Implements the ports `Library` and `Shelf`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, request_id: str, kept: Sequence[Brief], *, parts: Sequence[int] = (), now: datetime) -> None:
        """Keep the briefs of a request in place of those it had, and each article once, as read `now`.

        `parts` says with which message of the answer each begins, where that is known.
        """
        begins = [*parts, *[None] * (len(kept) - len(parts))]
        apart = [take_apart(brief) for brief in kept]

        def insert(connection: Connection) -> None:
            connection.execute(delete(briefs).where(briefs.c.request_id == request_id))
            for number, (brief, read) in enumerate(apart):
                for key, article in read.items():
                    replace(connection, articles, key=key, article=article, read_at=now)
                row = briefs.insert().values(
                    request_id=request_id, number=number, brief=brief, kept_at=now, part=begins[number]
                )
                connection.execute(row)

        await self._database.write(insert)

    async def read(self, request_id: str) -> tuple[Brief, ...]:
        """Return the briefs of a request in their order, without those whose articles have been deleted."""

        def collect(connection: Connection) -> list[tuple[str, dict[str, str]]]:
            kept = select(briefs.c.brief).where(briefs.c.request_id == request_id).order_by(briefs.c.number)
            return [(brief, _articles(connection, keys_in(brief))) for brief in connection.scalars(kept).all()]

        together = (put_together(brief, read) for brief, read in await self._database.read(collect))
        return tuple(brief for brief in together if brief is not None)

    async def shown(self, chat_id: int, message_id: int) -> ShownBrief | None:
        """Return the brief that a message of ours shows, or shows a part of, if it is kept."""
        wanted = (
            _given(chat_id)
            .where(outgoing.c.message_id == message_id, func.coalesce(briefs.c.part, 0) <= outgoing.c.part)
            .order_by(func.coalesce(briefs.c.part, 0).desc(), briefs.c.number)
            .limit(1)
        )
        return _shown(await self._database.read(lambda connection: connection.execute(wanted).one_or_none()))

    async def newest(self, chat_id: int) -> ShownBrief | None:
        """Return the brief that a chat was given last, if it is kept."""
        wanted = (
            _given(chat_id).order_by(briefs.c.kept_at.desc(), outgoing.c.id.desc(), briefs.c.number.desc()).limit(1)
        )
        return _shown(await self._database.read(lambda connection: connection.execute(wanted).one_or_none()))

    async def forget(self, before: datetime) -> int:
        """Delete articles that were last read before a moment and return how many."""
        old = delete(articles).where(articles.c.read_at < before)
        return await self._database.write(lambda connection: connection.execute(old).rowcount)

    async def forget_briefs(self, before: datetime) -> int:
        """Delete briefs that were made before a moment and return how many."""
        old = delete(briefs).where(briefs.c.kept_at < before)
        return await self._database.write(lambda connection: connection.execute(old).rowcount)


def _given(chat_id: int) -> Select[str, int, str]:
    """Select the kept briefs with the messages that were sent for their requests."""
    sent = outgoing.join(briefs, briefs.c.request_id == outgoing.c.request_id)
    wanted = select(briefs.c.request_id, briefs.c.number, briefs.c.brief).select_from(sent)
    return wanted.where(outgoing.c.chat_id == chat_id, outgoing.c.state == "sent")


def _shown(row: Row[str, int, str] | None) -> ShownBrief | None:
    kept = outline(row[2]) if row else None
    return ShownBrief(request_id=row[0], place=row[1], brief=kept) if row and kept else None


def _articles(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    wanted = select(articles.c.key, articles.c.article).where(articles.c.key.in_(keys))
    return {row.key: row.article for row in connection.execute(wanted)}
