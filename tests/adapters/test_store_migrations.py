"""The tables and their history: what a new, an old, a foreign and a newer file become."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Connection, Table, Text, create_engine

from bot.adapters.store import DoorRows, LibraryRows, OutgoingRows, RequestRows, inspect, open_database
from bot.adapters.store.migrating import HEAD, REVISIONS
from bot.adapters.store.stored import take_apart
from bot.adapters.store.tables import PREFIX, VERSION_TABLE, is_ours, metadata
from bot.core.errors import StoreError
from tests.adapters.store_cases import NOW, ROOT, a_request, url_of
from tests.adapters.test_store_library import a_brief


def differences(connection: Connection) -> list[object]:
    options = {"include_name": is_ours, "version_table": VERSION_TABLE, "compare_type": True}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "footnote.db"


def run(file: Path, *statements: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(file)
    with connection:
        rows = [connection.execute(statement).fetchall() for statement in statements][-1]
    connection.close()
    return rows


def begin_history(file: Path) -> None:
    """Make the oldest database there can be: history has begun, and no revision has been run yet."""
    run(file, "CREATE TABLE footnote_alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")


def make_as_of(file: Path, revision: str) -> None:
    """Make a database as the version of that revision made it."""
    from alembic import command

    begin_history(file)
    engine = create_engine(url_of(file))
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", "bot.adapters.store:migrations")
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()


def form_of(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """The columns and indexes of all tables."""
    names = [str(name) for (name,) in run(file, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {
        name: [
            *run(file, f"PRAGMA table_info({name})"),
            *sorted((row[1:] for row in run(file, f"PRAGMA index_list({name})")), key=str),
        ]
        for name in names
    }


async def test_a_new_database_is_what_the_migrations_come_to(file: Path, tmp_path: Path) -> None:
    older = tmp_path / "older.db"
    begin_history(older)
    for each in (file, older):
        async with open_database(url_of(each)) as database:
            assert await database.read(differences) == []
    assert form_of(file) == form_of(older)
    assert run(file, f"SELECT * FROM {VERSION_TABLE}") == run(older, f"SELECT * FROM {VERSION_TABLE}") == [(HEAD,)]  # noqa: S608


async def test_migrating_makes_the_very_tables_that_the_code_knows(file: Path) -> None:
    begin_history(file)
    async with open_database(url_of(file)) as database:
        assert await database.read(differences) == []


async def test_a_table_the_migrations_forgot_would_be_seen(file: Path) -> None:
    async with open_database(url_of(file)) as database:
        forgotten = Table(f"{PREFIX}forgotten", metadata, Column("word", Text))
        try:
            assert len(await database.read(differences)) == 1
        finally:
            metadata.remove(forgotten)


def test_the_revisions_written_down_are_those_of_the_files_and_the_last_is_the_head() -> None:
    config = Config()
    config.set_main_option("script_location", "bot.adapters.store:migrations")
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [HEAD]
    assert tuple(revision.revision for revision in script.walk_revisions())[::-1] == REVISIONS


async def test_every_table_of_ours_has_our_prefix(file: Path) -> None:
    async with open_database(url_of(file)):
        pass
    names = {name for (name,) in run(file, "SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert all(str(name).startswith(("footnote_", "sqlite_")) for name in names)
    assert {table.name for table in metadata.sorted_tables} | {"footnote_alembic_version"} <= names


async def test_tables_of_others_in_the_same_file_are_left_alone(file: Path) -> None:
    run(
        file,
        "CREATE TABLE alembic_version (version_num TEXT)",
        "INSERT INTO alembic_version VALUES ('theirs')",
        "CREATE TABLE requests (word TEXT)",
        "INSERT INTO requests VALUES ('kept')",
    )
    async with open_database(url_of(file)) as database:
        await DoorRows(database).claim(7)
        assert await database.read(differences) == []
    assert run(file, "SELECT version_num FROM alembic_version") == [("theirs",)]
    assert run(file, "SELECT word FROM requests") == [("kept",)]


async def test_an_older_database_is_brought_up_to_date(file: Path) -> None:
    begin_history(file)
    seen = await inspect(url_of(file))
    assert (seen.is_current, seen.revision) == (False, None)
    async with open_database(url_of(file)) as database:
        assert await database.read(differences) == []
    assert (await inspect(url_of(file))).is_current


async def test_what_the_first_version_kept_is_all_there_and_works_on_afterwards(file: Path) -> None:
    make_as_of(file, "0001")
    open_one = a_request(1)
    columns = "(request_id, chat_id, message_id, request, asked_at, state, attempts, ended_at, outcome)"
    asked = "50, {n}, {request}, '2026-03-14 12:00:00.000000', '{state}', 1, {ended}, {outcome}"
    rows = [
        asked.format(n=1, request=f"'{open_one.model_dump_json()}'", state="working", ended="NULL", outcome="NULL"),
        asked.format(n=2, request="NULL", state="ended", ended="'2026-03-14 12:01:00.000000'", outcome="'answered'"),
    ]
    run(
        file,
        *(
            f"INSERT INTO footnote_requests {columns} VALUES ('50:{n}', {row})"  # noqa: S608 - of this test's making
            for n, row in enumerate(rows, 1)
        ),
        "INSERT INTO footnote_outgoing (chat_id, request_id, part, state, message_id, added_at, changed_at)"
        " VALUES (50, '50:2', 0, 'sent', 8, '2026-03-14 12:01:00.000000', '2026-03-14 12:01:00.000000')",
        "INSERT INTO footnote_access VALUES (1, 7, 0)",
    )
    async with open_database(url_of(file)) as database:
        assert await database.read(differences) == []
        requests = RequestRows(database)
        assert await requests.unfinished() == (open_one,)
        assert (await requests.find(50, 2), (await DoorRows(database).access()).owner_id) == ("ended", 7)
        assert await OutgoingRows(database).sent("50:2") == {0: 8}
        assert await requests.begin("50:1", now=NOW) == 2
        await requests.finish("50:1", outcome="answered", fault=None, now=NOW)
        assert await LibraryRows(database).read("50:2") == ()
    assert run(file, "SELECT request_id, subject FROM footnote_requests") == [("50:1", None), ("50:2", None)]


async def test_a_brief_that_the_second_version_kept_is_found_by_its_message(file: Path) -> None:
    make_as_of(file, "0002")
    brief, articles = take_apart(a_brief("The port is shut."))
    moment = "2026-03-14 12:01:00.000000"
    connection = sqlite3.connect(file)
    with connection:
        connection.execute("INSERT INTO footnote_briefs VALUES ('50:2', 0, ?, ?)", (brief, moment))
        connection.executemany(
            "INSERT INTO footnote_articles VALUES (?, ?, ?)", [(key, text, moment) for key, text in articles.items()]
        )
        connection.execute(
            "INSERT INTO footnote_outgoing (chat_id, request_id, part, state, message_id, added_at, changed_at)"
            " VALUES (50, '50:2', 1, 'sent', 9, ?, ?)",
            (moment, moment),
        )
    connection.close()
    async with open_database(url_of(file)) as database:
        shown = await LibraryRows(database).shown(50, 9)
        assert shown is not None
        assert (shown.request_id, shown.place) == ("50:2", 0)
        assert await LibraryRows(database).read("50:2") == (a_brief("The port is shut."),)


async def test_migrating_twice_is_migrating_once(file: Path) -> None:
    make_as_of(file, "0001")
    for _ in range(2):
        async with open_database(url_of(file)) as database:
            assert await database.read(differences) == []
    assert run(file, f"SELECT * FROM {VERSION_TABLE}") == [(HEAD,)]  # noqa: S608


async def test_a_migration_that_fails_half_way_changes_nothing(file: Path) -> None:
    run(file, "CREATE TABLE footnote_updates (word TEXT)", "INSERT INTO footnote_updates VALUES ('kept')")
    with pytest.raises(StoreError) as caught:
        async with open_database(url_of(file)):
            pass
    assert caught.value.code == "store_failed"
    assert run(file, "SELECT name FROM sqlite_master WHERE type = 'table'") == [("footnote_updates",)]
    assert run(file, "SELECT word FROM footnote_updates") == [("kept",)]


async def test_a_database_of_a_newer_version_is_refused_and_left_as_it_is(file: Path) -> None:
    async with open_database(url_of(file)):
        pass
    run(file, "UPDATE footnote_alembic_version SET version_num = '9999'")
    for attempt in (open_database(url_of(file)).__aenter__, lambda: inspect(url_of(file))):
        with pytest.raises(StoreError) as caught:
            await attempt()
        assert (caught.value.code, caught.value.params) == ("store_newer", {"path": str(file)})
    assert run(file, "SELECT version_num FROM footnote_alembic_version") == [("9999",)]


async def test_going_back_takes_all_tables_of_ours_away(file: Path) -> None:
    from alembic import command

    def downgrade(connection: Connection) -> None:
        config = Config()
        config.set_main_option("script_location", "bot.adapters.store:migrations")
        config.attributes["connection"] = connection
        command.downgrade(config, "base")

    async with open_database(url_of(file)) as database:
        await database.write(downgrade)
    names = {name for (name,) in run(file, "SELECT name FROM sqlite_master WHERE name LIKE 'footnote%'")}
    assert names <= {VERSION_TABLE}


def test_only_an_older_database_needs_alembic_and_none_the_async_extension(file: Path) -> None:
    code = (
        "import asyncio, sys\n"
        "from bot.adapters.store import open_database\n"
        "async def main():\n"
        "    async with open_database(sys.argv[1]): pass\n"
        "asyncio.run(main())\n"
        "print(*(name for name in ('alembic', 'sqlalchemy.orm', 'sqlalchemy.ext.asyncio') if name in sys.modules))"
    )

    def loaded() -> str:
        command = [sys.executable, "-c", code, url_of(file)]
        return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()

    assert loaded() == ""
    assert loaded() == ""
    file.unlink()
    begin_history(file)
    assert "alembic" in loaded()
    assert loaded() == ""
