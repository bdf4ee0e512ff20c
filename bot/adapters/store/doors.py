"""Who may use the bot, what has been said today, and which chats there are."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection, Table, delete, select, update

from bot.adapters.store.database import Database
from bot.adapters.store.tables import access, chats, exists, listed_chats, metadata, notices, put, replace
from bot.core.access import Access

_ONLY_ROW = 1


class DoorRows:
    """Implements the port `Doors`; chats that settings list are added by whoever has the settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def access(self) -> Access:
        """Return the owner, whether the bot is open, and the listed chats."""
        return await self._database.read(read_access)

    async def claim(self, owner_id: int) -> None:
        """Make somebody the owner."""
        await self._database.write(lambda connection: _change(connection, owner_id=owner_id))

    async def set_open(self, is_open: bool, /) -> None:
        """Open the bot to everyone, or close it."""
        await self._database.write(lambda connection: _change(connection, is_open=is_open))

    async def list_chat(self, chat_id: int, *, listed: bool) -> None:
        """Put a chat on the list, or take it off; twice is as good as once."""

        def change(connection: Connection) -> None:
            if listed:
                put(connection, listed_chats, chat_id=chat_id)
            else:
                connection.execute(delete(listed_chats).where(listed_chats.c.chat_id == chat_id))

        await self._database.write(change)


class NoticeRows:
    """Implements the port `Notices`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def first(self, name: str, day: date) -> bool:
        """Tell whether this is the first time on that day, and remember it."""
        return await self._database.write(lambda connection: put(connection, notices, name=name, day=day))

    async def forget(self, name: str, day: date) -> None:
        """Take it back: what was to be said did not arrive."""
        said = notices.delete().where(notices.c.name == name, notices.c.day == day)
        await self._database.write(lambda connection: connection.execute(said).rowcount)


class ChatRows:
    """Implements the port `Chats`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def set_reachable(self, chat_id: int, *, reachable: bool, now: datetime) -> None:
        """Remember whether a chat takes messages from us."""
        await self._database.write(
            lambda connection: replace(connection, chats, chat_id=chat_id, reachable=reachable, changed_at=now)
        )

    async def reachable(self, chat_id: int) -> bool:
        """Tell whether a chat takes messages from us; one that nobody has heard of does."""
        known = select(chats.c.reachable).where(chats.c.chat_id == chat_id)
        return await self._database.read(lambda connection: connection.scalar(known)) is not False

    async def move(self, old: int, new: int) -> None:
        """Write a chat's new id everywhere, in one transaction; where both are known, the new one's row stands."""

        def move(connection: Connection) -> None:
            for table in metadata.sorted_tables:
                if "chat_id" in table.c and old != new:
                    _move(connection, table, old=old, new=new)

        await self._database.write(move)


def read_access(connection: Connection) -> Access:
    """Return the access rules that are kept, as a part of somebody else's transaction."""
    row = connection.execute(select(access.c.owner_id, access.c.is_open)).one_or_none()
    listed = frozenset(connection.scalars(select(listed_chats.c.chat_id)))
    return Access(owner_id=row.owner_id if row else None, is_open=bool(row and row.is_open), listed=listed)


def _change(connection: Connection, **values: int | bool) -> None:
    put(connection, access, id=_ONLY_ROW, is_open=False)
    connection.execute(update(access).where(access.c.id == _ONLY_ROW).values(**values))


def _move(connection: Connection, table: Table, *, old: int, new: int) -> None:
    is_key = table.c.chat_id.primary_key
    if is_key and exists(connection, table, chat_id=new):
        connection.execute(delete(table).where(table.c.chat_id == old))
    else:
        connection.execute(update(table).where(table.c.chat_id == old).values(chat_id=new))
