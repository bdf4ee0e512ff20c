"""Messages on their way out: where to, and how far they came, never what they say."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select, update

from bot.adapters.store.database import Database
from bot.adapters.store.tables import outgoing
from bot.core.delivering import Delivery, Sending
from bot.core.errors import StoreError


class OutgoingRows:
    """Implements the port `Outgoing`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, sending: Sending, *, now: datetime) -> int:
        """Keep a row in the state "new" and return its id."""
        row = outgoing.insert().values(
            chat_id=sending.chat_id,
            request_id=sending.request_id,
            part=sending.part,
            state="new",
            added_at=now,
            changed_at=now,
        )
        return await self._database.write(
            lambda connection: int(connection.execute(row.returning(outgoing.c.id)).scalar_one())
        )

    async def mark(self, row: int, state: Delivery, *, message_id: int | None = None, now: datetime) -> None:
        """Change the state of a row; a message id that was known stays where none is given."""
        changed = update(outgoing).where(outgoing.c.id == row).values(state=state, changed_at=now)
        if message_id is not None:
            changed = changed.values(message_id=message_id)

        def mark(connection: Connection) -> None:
            if not connection.execute(changed).rowcount:
                raise StoreError("store_row_missing", table=outgoing.name)

        await self._database.write(mark)

    async def interrupted(self, now: datetime) -> int:
        """Say of each message that was being sent that nobody knows how it ended; return how many. For the start."""
        lost = update(outgoing).where(outgoing.c.state == "sending").values(state="unknown", changed_at=now)
        return await self._database.write(lambda connection: connection.execute(lost).rowcount)

    async def sent(self, request_id: str) -> dict[int, int]:
        """Return the ids of the messages of a request that were sent, by part, the newest of each."""
        known = (
            select(outgoing.c.part, outgoing.c.message_id)
            .where(outgoing.c.request_id == request_id, outgoing.c.state == "sent")
            .where(outgoing.c.message_id.is_not(None))
            .order_by(outgoing.c.id)
        )
        rows = await self._database.read(lambda connection: connection.execute(known).all())
        return {row.part: row.message_id for row in rows}
