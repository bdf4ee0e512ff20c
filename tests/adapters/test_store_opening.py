"""Opening a database: what is made, who else may have it, and what is said where it cannot be used."""

# ruff: noqa: ASYNC240 - the files of a test are small, and nothing else runs meanwhile

import os
import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.store import DoorRows, UpdateRows, inspect, open_database
from bot.core.errors import StoreError
from tests.adapters.store_cases import NOW, an_update, another_process, url_of
from tests.adapters.store_child import write_once

NOBODY = 65534


async def failure(url: str) -> StoreError:
    with pytest.raises(StoreError) as caught:
        async with open_database(url):
            pass
    return caught.value


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "footnote.db"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of this machine can reach, unlike tmp_path."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def unprivileged() -> Iterator[None]:
    """Rights to files do not bind root, so a test about them steps down."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(NOBODY)
    yield
    os.seteuid(was)


# ---------------------------------------------------------------- what is made


async def test_what_was_kept_is_there_after_closing_and_opening_again(file: Path) -> None:
    async with open_database(url_of(file)) as database:
        await DoorRows(database).claim(7)
    async with open_database(url_of(file)) as database:
        assert (await DoorRows(database).access()).owner_id == 7


async def test_a_relative_address_is_relative_to_the_working_folder(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(file.parent)
    async with open_database("sqlite:///footnote.db"):
        pass
    assert file.exists()


@pytest.mark.parametrize(
    ("written", "name"),
    [("a b.db", "a b.db"), ("100%25.db", "100%.db"), ("a%3Fb%23c.db", "a?b#c.db"), ("паром.db", "паром.db")],
)
async def test_any_file_name_will_do_written_as_addresses_are(tmp_path: Path, written: str, name: str) -> None:
    url = url_of(tmp_path / written)
    async with open_database(url) as database:
        await DoorRows(database).claim(7)
    assert (tmp_path / name).is_file()
    assert (await inspect(url)).access.owner_id == 7


async def test_only_the_owner_of_the_files_may_read_them(file: Path) -> None:
    before = os.umask(0)
    try:
        async with open_database(url_of(file)) as database:
            await DoorRows(database).claim(7)
            modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in file.parent.iterdir()}
    finally:
        os.umask(before)
    expected = {file.name + side for side in ("", "-wal", "-shm", ".lock")}
    assert modes == dict.fromkeys(expected, 0o600)


async def test_a_file_that_others_could_read_is_closed_to_them(file: Path) -> None:
    file.touch(mode=0o644)
    async with open_database(url_of(file)):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_every_connection_is_durable_and_waits_for_others(file: Path) -> None:
    async with open_database(url_of(file)) as database:

        def pragmas(connection):  # type: ignore[no-untyped-def]
            names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
            return [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names]

        for way in (database.read, database.write):
            journal, synchronous, foreign_keys, secure_delete, patience = await way(pragmas)
            # https://sqlite.org/pragma.html: synchronous 2 is FULL; the time is in milliseconds
            assert (journal, synchronous, foreign_keys, secure_delete) == ("wal", 2, 1, 1)
            assert patience >= 5000


async def test_nothing_is_left_beside_a_closed_database_but_the_lock_file(file: Path) -> None:
    async with open_database(url_of(file)) as database:
        await write_once(database, 1)
    assert {path.name for path in file.parent.iterdir()} == {"footnote.db", "footnote.db.lock"}


# ---------------------------------------------------------------- who else has it


async def test_a_second_instance_is_refused_as_long_as_the_first_lives(file: Path) -> None:
    with another_process("hold", url_of(file)) as child:
        error = await failure(url_of(file))
        assert (error.code, error.params) == ("already_running", {"path": str(file)})
        child.kill()
        child.wait()
        async with open_database(url_of(file)):
            pass


async def test_a_second_instance_in_the_same_process_is_refused(file: Path) -> None:
    async with open_database(url_of(file)):
        assert (await failure(url_of(file))).code == "already_running"


async def test_a_failed_start_keeps_no_lock(file: Path) -> None:
    file.write_bytes(b"no database" * 1000)
    assert (await failure(url_of(file))).code == "store_broken"
    file.unlink()
    async with open_database(url_of(file)):
        pass


async def test_without_the_lock_others_may_open_it_too(file: Path) -> None:
    with another_process("hold", url_of(file)):
        async with open_database(url_of(file), exclusive=False) as database:
            await DoorRows(database).claim(7)


# ---------------------------------------------------------------- what cannot be used


async def test_a_missing_folder_is_named_and_not_made(tmp_path: Path) -> None:
    file = tmp_path / "no" / "such" / "footnote.db"
    error = await failure(url_of(file))
    assert (error.code, error.params) == ("store_folder_missing", {"path": str(file)})
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    ("url", "scheme"),
    [
        ("postgresql://bot:sesame@db.example/footnote", "postgresql"),
        ("postgresql+psycopg://bot:sesame@db.example/footnote", "postgresql"),
        ("mysql://bot:sesame@db.example/footnote", "mysql"),
        ("sqlite://", "sqlite://"),
        ("sqlite://footnote.db", "sqlite://"),
        ("sqlite:///:memory:", "sqlite:///:memory:"),
        ("sqlite:///footnote.db?mode=memory", "sqlite:///...?"),
        ("http:sesame", "http"),
        ("sesame", "-"),
        ("", "-"),
    ],
)
async def test_any_other_kind_of_database_is_refused_by_its_kind_alone(url: str, scheme: str) -> None:
    error = await failure(url)
    assert (error.code, error.params) == ("store_unsupported", {"scheme": scheme})
    assert "sesame" not in repr(error)
    with pytest.raises(StoreError, match="store_unsupported"):
        await inspect(url)


@pytest.mark.parametrize("content", [b"Dear diary, " * 2000, b"SQLite format 3\x00" + b"\xff" * 8000])
async def test_a_file_that_is_no_database_is_left_as_it_is(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert (await failure(url_of(file))).code == "store_broken"
    with pytest.raises(StoreError, match="store_broken"):
        await inspect(url_of(file))
    assert file.read_bytes() == content


async def test_a_page_that_was_overwritten_is_found_at_the_start(file: Path) -> None:
    async with open_database(url_of(file)) as database:
        await UpdateRows(database).receive([an_update(n, payload="x" * 900) for n in range(200)], now=NOW)
    page = 4096
    content = bytearray(file.read_bytes())
    for number in range(20, len(content) // page, 3):
        content[number * page : number * page + 200] = b"\xa5" * 200
    file.write_bytes(content)
    assert (await failure(url_of(file))).code == "store_broken"
    with pytest.raises(StoreError, match="store_broken"):
        await inspect(url_of(file))


async def test_a_copy_that_was_cut_short_is_found_at_the_start(file: Path) -> None:
    async with open_database(url_of(file)) as database:
        await UpdateRows(database).receive([an_update(n, payload="x" * 900) for n in range(200)], now=NOW)
    os.truncate(file, file.stat().st_size // 2)
    assert (await failure(url_of(file))).code == "store_broken"


async def test_a_folder_in_place_of_the_file_is_refused_and_left_as_it_is(file: Path) -> None:
    file.mkdir(mode=0o755)
    error = await failure(url_of(file))
    assert (error.code, error.params["reason"]) == ("store_unreadable", "EISDIR")
    assert stat.S_IMODE(file.stat().st_mode) == 0o755


async def test_a_folder_that_may_not_be_written_to_is_no_second_instance(open_folder: Path, unprivileged: None) -> None:
    if os.geteuid() != NOBODY:
        open_folder.chmod(0o555)
    error = await failure(url_of(open_folder / "footnote.db"))
    assert (error.code, error.params["reason"]) == ("store_unreadable", "EACCES")


async def test_a_folder_that_may_not_be_entered_is_not_called_missing(
    open_folder: Path, request: pytest.FixtureRequest
) -> None:
    (open_folder / "closed" / "deeper").mkdir(parents=True)
    (open_folder / "closed").chmod(0)
    request.getfixturevalue("unprivileged")
    error = await failure(url_of(open_folder / "closed" / "deeper" / "footnote.db"))
    assert (error.code, error.params["reason"]) == ("store_unreadable", "EACCES")


async def test_a_file_that_may_only_be_read_is_refused(open_folder: Path, request: pytest.FixtureRequest) -> None:
    file = open_folder / "footnote.db"
    sqlite3.connect(file).executescript("CREATE TABLE theirs (word)").connection.close()
    file.chmod(0o444)
    open_folder.chmod(0o777)
    request.getfixturevalue("unprivileged")
    if os.geteuid() != NOBODY:
        pytest.skip("only root can make a file that belongs to somebody else")
    error = await failure(url_of(file))
    assert (error.code, error.params["reason"]) == ("store_unreadable", "SQLITE_READONLY")


# ---------------------------------------------------------------- looking at it


async def test_looking_at_a_missing_database_makes_none(file: Path) -> None:
    seen = await inspect(url_of(file))
    assert (seen.exists, seen.in_use, seen.is_current, seen.path) == (False, False, False, str(file))
    assert list(file.parent.iterdir()) == []


async def test_looking_at_a_database_tells_who_may_use_it_and_what_is_kept(file: Path) -> None:
    async with open_database(url_of(file)) as database:
        await DoorRows(database).claim(7)
        await DoorRows(database).list_chat(-100, listed=True)
        await write_once(database, 1)
        seen = await inspect(url_of(file))
        assert (seen.exists, seen.in_use, seen.is_current, seen.requests) == (True, True, True, 1)
    closed = await inspect(url_of(file))
    assert closed == seen.model_copy(update={"in_use": False})
    assert (closed.access.owner_id, closed.access.is_open, closed.access.listed) == (7, False, {-100})


async def test_looking_changes_neither_the_files_nor_their_number(file: Path) -> None:
    async with open_database(url_of(file)) as database:
        await write_once(database, 1)
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in file.parent.iterdir()}
    await inspect(url_of(file))
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in file.parent.iterdir()} == before


async def test_looking_at_an_empty_file_or_one_of_others_finds_no_tables_of_ours(file: Path) -> None:
    file.touch()
    seen = await inspect(url_of(file))
    assert (seen.exists, seen.revision, seen.is_current) == (True, None, False)
    sqlite3.connect(file).executescript("CREATE TABLE theirs (word)").connection.close()
    seen = await inspect(url_of(file))
    assert (seen.exists, seen.revision, seen.is_current) == (True, None, False)


async def test_what_a_killed_process_left_behind_is_seen_too(file: Path) -> None:
    with another_process("receive", url_of(file)) as child:
        assert child.stdout
        assert child.stdout.readline() == "1\n"
        child.kill()
        child.wait()
    seen = await inspect(url_of(file))
    assert (seen.is_current, seen.in_use) == (True, False)
    async with open_database(url_of(file)) as database:
        assert (await UpdateRows(database).unfinished())[0].update_id == 1
