"""Updates of the chat platform, kept before they are acknowledged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, select, update

from bot.adapters.store.database import Database
from bot.adapters.store.stored import storable
from bot.adapters.store.tables import put, updates
from bot.core.updates import ReceivedUpdate


class UpdateRows:
    """Implements the port `Updates`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def receive(self, received: Sequence[ReceivedUpdate], *, now: datetime) -> tuple[int, ...]:
        """Keep a batch in one transaction and return the ids that were not there before, in their order."""

        def insert(connection: Connection) -> tuple[int, ...]:
            return tuple(one.update_id for one in received if _put(connection, one, now=now))

        return await self._database.write(insert) if received else ()

    async def finish(self, update_ids: Iterable[int]) -> None:
        """Mark updates as done and forget what was in them."""
        ids = tuple(update_ids)
        if ids:
            await self._database.write(lambda connection: finish_updates(connection, ids))

    async def unfinished(self) -> tuple[ReceivedUpdate, ...]:
        """Return what has not been dealt with, the oldest update first."""
        wanted = select(updates).where(updates.c.done.is_(False)).order_by(updates.c.update_id)
        rows = await self._database.read(lambda connection: connection.execute(wanted).all())
        return tuple(
            ReceivedUpdate(update_id=row.update_id, chat_id=row.chat_id, payload=row.payload or "") for row in rows
        )

    async def next_offset(self, *, since: datetime | None = None) -> int | None:
        """Return the number after the highest id, None where there is none; of those received from `since` on.

        Bot API, getUpdates and Update: after a week without updates the ids go on from a random number, which may be
        lower, and a lower id than the offset counts as confirmed. So leave out what is older than a day or two.
        """
        highest = select(func.max(updates.c.update_id))
        if since is not None:
            highest = highest.where(updates.c.received_at >= since)
        found = await self._database.read(lambda connection: connection.scalar(highest))
        return None if found is None else found + 1

    async def purge(self, before: datetime) -> int:
        """Delete what came in before a moment and has been dealt with; return how many updates that were."""
        old = delete(updates).where(updates.c.done, updates.c.received_at < before)
        return await self._database.write(lambda connection: connection.execute(old).rowcount)


def _put(connection: Connection, received: ReceivedUpdate, *, now: datetime) -> bool:
    return put(
        connection,
        updates,
        update_id=received.update_id,
        chat_id=received.chat_id,
        payload=storable(received.payload),
        received_at=now,
        done=False,
    )


def finish_updates(connection: Connection, update_ids: Sequence[int]) -> None:
    """Mark updates as done, as a part of somebody else's transaction."""
    for update_id in update_ids:
        connection.execute(update(updates).where(updates.c.update_id == update_id).values(payload=None, done=True))
