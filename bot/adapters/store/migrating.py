"""Brings the tables of a database to the form this version knows."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, column, inspect, select, table

from bot.adapters.store.tables import PREFIX, VERSION_TABLE, metadata
from bot.core.errors import StoreError

REVISIONS = ("0001", "0002", "0003")
"""Written down here too, so that a database that is up to date opens without Alembic."""
HEAD = REVISIONS[-1]


def revision_of(connection: Connection) -> str | None:
    """Return the revision of our tables, None where there are none."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))


def migrate(*, reading: Engine, writing: Engine, path: Path) -> None:
    """Migrate to `HEAD`, in one transaction; raise `StoreError("store_newer")` for a revision nobody here knows."""
    with reading.begin() as connection:
        if revision_of(connection) == HEAD:
            return
    with writing.begin() as connection:
        # Asked again: somebody else may have migrated while this transaction waited for its turn.
        revision = revision_of(connection)
        if revision not in (None, *REVISIONS):
            raise StoreError("store_newer", path=str(path))
        if revision != HEAD:
            (upgrade if _has_ours(connection) else _make)(connection)


def _has_ours(connection: Connection) -> bool:
    return any(name.startswith(PREFIX) for name in inspect(connection).get_table_names())


def _make(connection: Connection) -> None:
    """Make all tables of a new database in their newest form, which is what the migrations come to.

    Loading Alembic for that would take a third of what the start of a bot may take.
    """
    metadata.create_all(connection)
    revision = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32), primary_key=True))
    revision.create(connection)
    connection.execute(revision.insert().values(version_num=HEAD))


def upgrade(connection: Connection) -> None:
    """Run Alembic up to its last revision, inside the transaction of this connection."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", f"{__package__}:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
