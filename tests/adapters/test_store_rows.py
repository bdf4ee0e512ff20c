"""What is kept of updates, requests, messages on their way out, doors, notices and chats."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.adapters.store import (
    ChatRows,
    Database,
    DoorRows,
    NoticeRows,
    OutgoingRows,
    RequestRows,
    UpdateRows,
    open_database,
)
from bot.adapters.store.tables import metadata, outgoing, requests, updates
from bot.core.access import Access
from bot.core.delivering import Delivery, Sending
from bot.core.errors import StoreError
from bot.core.requests import Forward, Link, LocalFile, PastedText, Request, StandardInput, Upload
from bot.core.usage import Outcome
from tests.adapters.store_cases import NOW, TODAY, a_request, an_update, url_of


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(url_of(tmp_path / "footnote.db")) as opened:
        yield opened


# ---------------------------------------------------------------- updates


async def test_only_updates_that_were_not_there_before_are_new(database: Database) -> None:
    rows = UpdateRows(database)
    assert await rows.receive([an_update(7), an_update(8)], now=NOW) == (7, 8)
    assert await rows.receive([an_update(8), an_update(9), an_update(9)], now=NOW) == (9,)
    assert await rows.receive([], now=NOW) == ()


async def test_an_update_that_comes_again_after_it_was_done_is_not_new(database: Database) -> None:
    rows = UpdateRows(database)
    await rows.receive([an_update(7)], now=NOW)
    await rows.finish([7])
    assert await rows.receive([an_update(7, payload='{"again": true}')], now=NOW) == ()
    assert await rows.unfinished() == ()


async def test_unfinished_updates_come_back_as_they_were_in_the_order_of_their_ids(database: Database) -> None:
    rows = UpdateRows(database)
    late, early = an_update(9, chat_id=None, payload='{"text": "渡轮"}'), an_update(3, chat_id=-(10**12))
    await rows.receive([late, early, an_update(5)], now=NOW)
    await rows.finish([5])
    assert await rows.unfinished() == (early, late)


async def test_a_done_update_holds_nothing_any_more(database: Database) -> None:
    rows = UpdateRows(database)
    await rows.receive([an_update(7, payload='"a letter"')], now=NOW)
    await rows.finish([7, 8])
    found = await database.read(lambda c: c.execute(select(updates.c.update_id, updates.c.payload)).all())
    assert [tuple(row) for row in found] == [(7, None)]


async def test_the_offset_is_one_beyond_the_highest_update_done_or_not(database: Database) -> None:
    rows = UpdateRows(database)
    assert await rows.next_offset() is None
    await rows.receive([an_update(12), an_update(7)], now=NOW)
    await rows.finish([12])
    assert await rows.next_offset() == 13


async def test_an_old_update_does_not_decide_the_offset(database: Database) -> None:
    # Bot API, Update: after a week without updates, ids go on from a random number, which may be lower.
    rows = UpdateRows(database)
    await rows.receive([an_update(900)], now=NOW - timedelta(days=8))
    assert await rows.next_offset(since=NOW - timedelta(days=2)) is None
    await rows.receive([an_update(100)], now=NOW)
    assert await rows.next_offset(since=NOW - timedelta(days=2)) == 101


async def test_purging_deletes_updates_that_are_both_old_and_done(database: Database) -> None:
    rows = UpdateRows(database)
    await rows.receive([an_update(1), an_update(2)], now=NOW - timedelta(hours=1))
    await rows.receive([an_update(3)], now=NOW)
    await rows.finish([1, 3])
    assert await rows.purge(NOW) == 1
    assert [one.update_id for one in await rows.unfinished()] == [2]
    assert await rows.next_offset() == 4


async def test_a_payload_with_half_a_surrogate_pair_is_kept_without_it(database: Database) -> None:
    rows = UpdateRows(database)
    assert await rows.receive([an_update(1, payload='{"text": "a\ud83db\x00"}')], now=NOW) == (1,)
    assert (await rows.unfinished())[0].payload == '{"text": "a?b\x00"}'


# ---------------------------------------------------------------- requests


async def test_a_request_comes_back_as_it_was(database: Database) -> None:
    request = Request(
        id="-100123:7",
        chat_id=-100123,
        asker_id=2**52,
        message_id=7,
        items=(
            Link(url="https://news.example.com/паром"),
            PastedText(text="Line\n\x00“quoted” 👩‍👧"),
            Forward(text="x", outlet="The Harbour Post", published_at=NOW),
            Upload(file_id="BQAC", name="a\\b.pdf", media_type="application/pdf", size=20_000_000),
            LocalFile(path="a.txt"),
            StandardInput(),
        ),
        language="ru",
        length="long",
        asked_at=datetime(2026, 3, 14, 14, 0, tzinfo=timezone(timedelta(hours=5))),
    )
    assert await RequestRows(database).add(request) is True
    assert await RequestRows(database).unfinished() == (request,)


async def test_the_same_request_is_kept_once_and_as_it_was_first(database: Database) -> None:
    rows = RequestRows(database)
    assert await rows.add(a_request(text="first")) is True
    assert await rows.add(a_request(text="second")) is False
    assert await rows.unfinished() == (a_request(text="first"),)


async def test_a_request_is_kept_and_its_updates_are_done_at_once(database: Database) -> None:
    received, rows = UpdateRows(database), RequestRows(database)
    await received.receive([an_update(1), an_update(2), an_update(3)], now=NOW)
    await rows.add(a_request(), updates=[1, 2])
    assert [one.update_id for one in await received.unfinished()] == [3]
    assert await rows.add(a_request(), updates=[3]) is False
    assert await received.unfinished() == ()


async def test_where_a_request_cannot_be_kept_its_updates_are_not_done(database: Database) -> None:
    received = UpdateRows(database)
    await received.receive([an_update(1)], now=NOW)
    too_large = a_request().model_copy(update={"message_id": 2**70})
    with pytest.raises(StoreError):
        await RequestRows(database).add(too_large, updates=[1])
    assert [one.update_id for one in await received.unfinished()] == [1]


async def test_attempts_are_counted_across_restarts(tmp_path: Path) -> None:
    url = url_of(tmp_path / "twice.db")
    for attempt in (1, 2, 3):
        async with open_database(url) as opened:
            await RequestRows(opened).add(a_request())
            assert await RequestRows(opened).begin("50:1", now=NOW) == attempt


async def test_unfinished_requests_come_back_in_the_order_in_which_they_were_asked(database: Database) -> None:
    rows = RequestRows(database)
    for message_id, seconds in ((4, 0), (1, 5), (9, 0), (2, -60)):
        await rows.add(a_request(message_id, asked_at=NOW + timedelta(seconds=seconds)))
    await rows.begin("50:1", now=NOW)
    assert [request.message_id for request in await rows.unfinished()] == [2, 4, 9, 1]


@pytest.mark.parametrize("outcome", ["answered", "nothing_read", "stopped", "undelivered", "failed"])
async def test_an_ended_request_has_forgotten_its_items(database: Database, outcome: Outcome) -> None:
    rows = RequestRows(database)
    await rows.add(a_request())
    await rows.finish("50:1", outcome=outcome, fault="budget", now=NOW + timedelta(seconds=9))
    assert await rows.unfinished() == ()
    row = await database.read(lambda c: c.execute(select(requests)).one())
    assert (row.request, row.state, row.outcome, row.fault) == (None, "ended", outcome, "budget")
    assert (row.asked_at, row.ended_at) == (NOW, NOW + timedelta(seconds=9))
    assert row.ended_at.tzinfo is UTC


async def test_the_first_end_of_a_request_stands(database: Database) -> None:
    rows = RequestRows(database)
    await rows.add(a_request())
    await rows.finish("50:1", outcome="stopped", fault=None, now=NOW)
    await rows.finish("50:1", outcome="answered", fault="budget", now=NOW)
    row = await database.read(lambda c: c.execute(select(requests)).one())
    assert (row.outcome, row.fault) == ("stopped", None)


async def test_a_request_that_is_not_there_or_has_ended_cannot_be_begun(database: Database) -> None:
    rows = RequestRows(database)
    with pytest.raises(StoreError, match="store_row_missing"):
        await rows.begin("50:1", now=NOW)
    with pytest.raises(StoreError, match="store_row_missing"):
        await rows.finish("50:1", outcome="answered", fault=None, now=NOW)
    await rows.add(a_request())
    await rows.finish("50:1", outcome="answered", fault=None, now=NOW)
    with pytest.raises(StoreError, match="store_row_missing"):
        await rows.begin("50:1", now=NOW)


async def test_a_message_tells_what_became_of_its_request(database: Database) -> None:
    rows = RequestRows(database)
    assert await rows.find(50, 1) is None
    await rows.add(a_request(1))
    assert (await rows.find(50, 1), await rows.find(51, 1), await rows.find(50, 2)) == ("new", None, None)
    await rows.begin("50:1", now=NOW)
    assert await rows.find(50, 1) == "working"
    await rows.finish("50:1", outcome="answered", fault=None, now=NOW)
    assert await rows.find(50, 1) == "ended"


async def test_a_request_of_an_older_form_is_ended_as_failed_instead_of_stopping_the_bot(database: Database) -> None:
    rows = RequestRows(database)
    await rows.add(a_request(1))
    await rows.add(a_request(2))
    old = json.dumps({"id": "50:1", "wish": "short"})
    await database.write(lambda c: c.execute(update(requests).where(requests.c.message_id == 1).values(request=old)))
    assert await rows.unfinished() == (a_request(2),)
    row = await database.read(lambda c: c.execute(select(requests).where(requests.c.message_id == 1)).one())
    assert (row.state, row.outcome, row.fault) == ("ended", "failed", "store_outdated")


async def test_a_moment_without_a_time_zone_is_refused(database: Database) -> None:
    with pytest.raises(StoreError, match="store_failed"):
        await UpdateRows(database).receive([an_update(1)], now=NOW.replace(tzinfo=None))


# ---------------------------------------------------------------- messages on their way out


async def test_a_message_goes_from_new_to_sent_and_is_found_by_its_request(database: Database) -> None:
    rows = OutgoingRows(database)
    row = await rows.add(Sending(chat_id=50, request_id="50:1"), now=NOW)
    for state in ("new", "sending", "unknown", "failed"):
        await rows.mark(row, state, message_id=8, now=NOW)  # type: ignore[arg-type]
        assert await rows.sent("50:1") == {}
    await rows.mark(row, "sent", now=NOW + timedelta(seconds=2))
    assert await rows.sent("50:1") == {0: 8}
    kept = await database.read(lambda c: c.execute(select(outgoing)).one())
    assert (kept.state, kept.added_at, kept.changed_at) == ("sent", NOW, NOW + timedelta(seconds=2))


async def test_the_parts_of_a_request_are_found_and_the_newest_of_each_counts(database: Database) -> None:
    rows = OutgoingRows(database)
    sendings = [("50:1", 0, 8), ("50:1", 1, 9), ("50:2", 0, 10), (None, 0, 11), ("50:1", 0, 12), ("50:1", 2, 13)]
    for request_id, part, message_id in sendings:
        row = await rows.add(Sending(chat_id=50, request_id=request_id, part=part), now=NOW)
        await rows.mark(row, "sent", message_id=message_id, now=NOW)
    assert await rows.sent("50:1") == {0: 12, 1: 9, 2: 13}
    assert await rows.sent("50:3") == {}


async def test_a_notice_that_did_not_arrive_is_taken_back(database: Database) -> None:
    rows = NoticeRows(database)
    assert await rows.first("owner-budget", NOW.date())
    assert await rows.first("owner-quota", NOW.date())
    await rows.forget("owner-budget", NOW.date())
    assert await rows.first("owner-budget", NOW.date())
    assert not await rows.first("owner-quota", NOW.date())


async def test_what_was_being_sent_when_the_process_ended_is_unknown_and_nothing_else_is(database: Database) -> None:
    rows = OutgoingRows(database)
    states: list[Delivery] = ["new", "sending", "sent", "unknown", "failed", "sending"]
    ids = [await rows.add(Sending(chat_id=50), now=NOW) for _ in states]
    for row, state in zip(ids, states, strict=True):
        await rows.mark(row, state, now=NOW)
    assert await rows.interrupted(NOW) == 2
    kept = await database.read(lambda c: c.scalars(select(outgoing.c.state).order_by(outgoing.c.id)).all())
    assert list(kept) == ["new", "unknown", "sent", "unknown", "failed", "unknown"]
    assert await rows.interrupted(NOW) == 0


async def test_a_row_that_is_not_there_cannot_be_marked(database: Database) -> None:
    with pytest.raises(StoreError, match="store_row_missing"):
        await OutgoingRows(database).mark(1, "sent", now=NOW)


async def test_the_id_of_a_deleted_row_is_not_given_again(database: Database) -> None:
    rows = OutgoingRows(database)
    first = await rows.add(Sending(chat_id=50), now=NOW)
    await database.write(lambda c: c.execute(outgoing.delete()))
    assert await rows.add(Sending(chat_id=50), now=NOW) > first


# ---------------------------------------------------------------- doors, notices, chats


async def test_a_new_bot_belongs_to_nobody_and_is_closed(database: Database) -> None:
    assert await DoorRows(database).access() == Access()


async def test_owner_openness_and_list_are_kept_apart(database: Database) -> None:
    doors = DoorRows(database)
    await doors.set_open(True)
    assert await doors.access() == Access(is_open=True)
    await doors.claim(2**52)
    await doors.list_chat(-(10**13), listed=True)
    await doors.list_chat(-(10**13), listed=True)
    await doors.list_chat(60, listed=True)
    assert await doors.access() == Access(owner_id=2**52, is_open=True, listed=frozenset({-(10**13), 60}))
    await doors.set_open(False)
    await doors.list_chat(60, listed=False)
    await doors.list_chat(61, listed=False)
    assert await doors.access() == Access(owner_id=2**52, listed=frozenset({-(10**13)}))


async def test_a_notice_is_first_once_a_day_however_many_ask_at_once(database: Database) -> None:
    notices = NoticeRows(database)
    assert sum(await asyncio.gather(*(notices.first("budget", TODAY) for _ in range(20)))) == 1
    assert await notices.first("quota", TODAY) is True
    assert await notices.first("budget", TODAY + timedelta(days=1)) is True
    assert await notices.first("budget", TODAY) is False


async def test_a_chat_is_reachable_until_it_is_not(database: Database) -> None:
    chats = ChatRows(database)
    assert await chats.reachable(50) is True
    await chats.set_reachable(50, reachable=False, now=NOW)
    assert (await chats.reachable(50), await chats.reachable(51)) == (False, True)
    await chats.set_reachable(50, reachable=True, now=NOW)
    assert await chats.reachable(50) is True


async def fill_with(database: Database, chat_id: int) -> None:
    await UpdateRows(database).receive([an_update(abs(chat_id), chat_id=chat_id)], now=NOW)
    await RequestRows(database).add(a_request(chat_id=chat_id))
    await OutgoingRows(database).add(Sending(chat_id=chat_id), now=NOW)
    await DoorRows(database).list_chat(chat_id, listed=True)
    await ChatRows(database).set_reachable(chat_id, reachable=chat_id < -100, now=NOW)


async def chat_ids(database: Database) -> dict[str, list[int]]:
    tables = [table for table in metadata.sorted_tables if "chat_id" in table.c]
    return await database.read(
        lambda c: {table.name: sorted(c.scalars(select(table.c.chat_id)).all()) for table in tables}
    )


@pytest.mark.parametrize("both_known", [False, True])
async def test_a_chat_that_moves_has_its_new_id_everywhere(database: Database, both_known: bool) -> None:
    old, new, other = -50, -100500, 70
    for chat_id in (old, other, *([new] if both_known else [])):
        await fill_with(database, chat_id)
    before = await chat_ids(database)
    assert len(before) == 5
    await ChatRows(database).move(old, new)
    keyed = {"footnote_chats", "footnote_listed_chats"}
    once, twice = sorted((new, other)), sorted((new, new, other))
    expected = {name: twice if both_known and name not in keyed else once for name in before}
    assert await chat_ids(database) == expected
    assert {request.chat_id for request in await RequestRows(database).unfinished()} == {new, other}
    assert (await DoorRows(database).access()).listed == {new, other}
    # Where both were known, what is said of the new one stands.
    assert await ChatRows(database).reachable(new) is both_known


async def test_a_chat_that_moves_to_itself_or_was_never_known_changes_nothing(database: Database) -> None:
    await fill_with(database, -50)
    before = await chat_ids(database)
    await ChatRows(database).move(-50, -50)
    await ChatRows(database).move(-51, -52)
    assert await chat_ids(database) == before
