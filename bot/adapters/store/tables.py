"""Our tables. Every name begins with "footnote_": the file may hold tables of others."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Dialect,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    func,
    select,
)
from sqlalchemy.sql.dml import Insert

PREFIX = "footnote_"
VERSION_TABLE = f"{PREFIX}alembic_version"


class Moment(TypeDecorator[datetime]):
    """An instant: goes in with any time zone, comes out in UTC; one without a zone is refused with `ValueError`."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Return what is stored."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment has a time zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """Return what is read; SQLite forgets the zone."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"})


def _numbered() -> Column[int]:
    """An id that is never given twice, also after the newest row has been deleted."""
    return Column("id", Integer, primary_key=True, autoincrement=True)


updates = Table(
    f"{PREFIX}updates",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger),
    Column("payload", Text),
    Column("received_at", Moment, nullable=False),
    Column("done", Boolean, nullable=False),
)

requests = Table(
    f"{PREFIX}requests",
    metadata,
    _numbered(),
    Column("request_id", Text, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("request", Text),
    Column("asked_at", Moment, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("begun_at", Moment),
    Column("ended_at", Moment),
    Column("outcome", Text),
    Column("fault", Text),
    Column("subject", Text),
    Index(None, "request_id", unique=True),
    Index(None, "chat_id", "message_id"),
    Index(None, "chat_id", "subject"),
    Index(None, "state"),
    Index(None, "asked_at"),
    sqlite_autoincrement=True,
)

articles = Table(
    f"{PREFIX}articles",
    metadata,
    Column("key", Text, primary_key=True),
    Column("article", Text, nullable=False),
    Column("read_at", Moment, nullable=False),
)

pages = Table(
    f"{PREFIX}pages",
    metadata,
    Column("key", Text, primary_key=True),
    Column("url", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("edition", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("etag", Text, nullable=False),
    Column("last_modified", Text, nullable=False),
    Column("read_at", Moment, nullable=False),
    Index(None, "digest"),
)

page_addresses = Table(
    f"{PREFIX}page_addresses",
    metadata,
    Column("address", Text, primary_key=True),
    Column("page", Text, nullable=False),
)

briefs = Table(
    f"{PREFIX}briefs",
    metadata,
    Column("request_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("brief", Text, nullable=False),
    Column("kept_at", Moment, nullable=False),
    Column("part", Integer),
)

reports = Table(
    f"{PREFIX}reports",
    metadata,
    _numbered(),
    Column("once", Text, nullable=False),
    Column("brief", Text, nullable=False),
    Column("receipt", Text, nullable=False),
    Column("reported_at", Moment, nullable=False),
    Index(None, "once", unique=True),
    Index(None, "reported_at"),
    sqlite_autoincrement=True,
)

outgoing = Table(
    f"{PREFIX}outgoing",
    metadata,
    _numbered(),
    Column("chat_id", BigInteger, nullable=False),
    Column("request_id", Text),
    Column("part", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("message_id", BigInteger),
    Column("added_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Index(None, "request_id"),
    Index(None, "state"),
    Index(None, "chat_id", "message_id"),
    sqlite_autoincrement=True,
)

usage = Table(
    f"{PREFIX}usage",
    metadata,
    _numbered(),
    Column("day", Date, nullable=False),
    Column("model", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("estimate", BigInteger, nullable=False),
    Column("input_tokens", BigInteger, nullable=False),
    Column("output_tokens", BigInteger, nullable=False),
    Column("calls", Integer, nullable=False),
    Column("reserved_at", Moment, nullable=False),
    Column("settled_at", Moment),
    Index(None, "day"),
    sqlite_autoincrement=True,
)

faults = Table(
    f"{PREFIX}faults",
    metadata,
    Column("day", Date, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("times", Integer, nullable=False),
)

access = Table(
    f"{PREFIX}access",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("owner_id", BigInteger),
    Column("is_open", Boolean, nullable=False),
)

listed_chats = Table(
    f"{PREFIX}listed_chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
)

chats = Table(
    f"{PREFIX}chats",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("reachable", Boolean, nullable=False),
    Column("changed_at", Moment, nullable=False),
)

notices = Table(
    f"{PREFIX}notices",
    metadata,
    Column("name", Text, primary_key=True),
    Column("day", Date, primary_key=True),
)


def is_ours(name: str | None, kind: str, _parents: object = None) -> bool:
    """Tell Alembic whether a table, or what belongs to one, is looked at when schemas are compared."""
    return kind != "table" or bool(name and name.startswith(PREFIX) and name != VERSION_TABLE)


# ---------------------------------------------------------------- statements that dialects write differently


def put(connection: Connection, table: Table, **values: Any) -> bool:
    """Insert a row unless its key is there; tell whether it was inserted."""
    return connection.execute(_insert(connection, table).values(**values).on_conflict_do_nothing()).rowcount == 1


def replace(connection: Connection, table: Table, **values: Any) -> None:
    """Insert a row, or put these values into the one that has its primary key."""
    keys = [column.name for column in table.primary_key]
    others = {name: value for name, value in values.items() if name not in keys}
    statement = _insert(connection, table).values(**values)
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=others))


def add_up(connection: Connection, table: Table, column: str, **key: Any) -> None:
    """Add one to a column of the row with this key, which is made where it is missing."""
    statement = _insert(connection, table).values(**key, **{column: 1})
    connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_={column: table.c[column] + 1}))


def exists(connection: Connection, table: Table, **key: Any) -> bool:
    """Tell whether there is a row with these values."""
    found = select(func.count()).select_from(table).filter_by(**key)
    return bool(connection.scalar(found))


def _insert(connection: Connection, table: Table) -> Any:
    """SQLite and PostgreSQL both know ON CONFLICT, in the same words; SQLAlchemy has it in the dialects."""
    statement: Insert = import_module(f"sqlalchemy.dialects.{connection.dialect.name}").insert(table)
    return statement
