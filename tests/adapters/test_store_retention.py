"""How long each kind of row stays."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.adapters.store import (
    ChatRows,
    Database,
    DoorRows,
    FaultRows,
    Ledger,
    LibraryRows,
    NoticeRows,
    OutgoingRows,
    PageRows,
    ReportRows,
    RequestRows,
    UpdateRows,
    open_database,
)
from bot.adapters.store.tables import metadata
from bot.core.delivering import Sending
from bot.core.requests import Link, Request
from tests.adapters.store_cases import NOW, a_request, an_update, url_of
from tests.adapters.test_store_library import a_brief
from tests.adapters.test_store_pages import a_page
from tests.adapters.test_store_reports import a_report

KEPT = {
    "footnote_updates": timedelta(hours=48),
    "footnote_articles": timedelta(hours=24),
    "footnote_pages": timedelta(hours=24),
    "footnote_page_addresses": timedelta(hours=24),
    "footnote_briefs": timedelta(days=30),
    "footnote_requests": timedelta(days=90),
    "footnote_outgoing": timedelta(days=30),
    "footnote_reports": timedelta(days=365),
    "footnote_notices": timedelta(days=90),
    "footnote_usage": timedelta(days=400),
    "footnote_faults": timedelta(days=400),
}
FOR_EVER = {"footnote_access", "footnote_listed_chats", "footnote_chats"}


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(url_of(tmp_path / "footnote.db")) as opened:
        yield opened


async def fill(database: Database, now: datetime, *, ended: bool = True) -> None:
    day = now.date()
    await UpdateRows(database).receive([an_update(1)], now=now)
    await RequestRows(database).add(a_request(asked_at=now), updates=[1] if ended else [])
    if ended:
        await RequestRows(database).finish("50:1", outcome="answered", fault=None, now=now)
    await LibraryRows(database).keep("50:1", [a_brief("One.")], now=now)
    page = a_page().model_copy(update={"read_at": now})
    await PageRows(database).keep(page, addresses=[page.url])
    await OutgoingRows(database).add(Sending(chat_id=50), now=now)
    await ReportRows(database).add(a_report(now))
    await NoticeRows(database).first("budget", day)
    await FaultRows(database).count("paywall", day)
    await Ledger(database, cap=0, today=lambda: day, now=lambda: now, model="any").reserve(1)
    await DoorRows(database).claim(7)
    await DoorRows(database).list_chat(50, listed=True)
    await ChatRows(database).set_reachable(50, reachable=True, now=now)


def links(number: int) -> Request:
    return a_request(number).model_copy(update={"items": (Link(url="https://news.example.com/ferry"),)})


async def filled(database: Database) -> set[str]:
    tables = metadata.sorted_tables
    counts = await database.read(
        lambda c: {table.name: c.scalar(select(func.count()).select_from(table)) for table in tables}
    )
    return {name for name, number in counts.items() if number}


def test_every_table_has_a_time_or_is_kept_for_ever() -> None:
    assert set(KEPT) | FOR_EVER == {table.name for table in metadata.sorted_tables}


@pytest.mark.parametrize("name", sorted(KEPT))
async def test_a_row_stays_as_long_as_its_kind_and_goes_then(database: Database, name: str) -> None:
    margin = timedelta(days=2) if KEPT[name] >= timedelta(days=90) else timedelta(minutes=1)
    await fill(database, NOW)
    await database.purge(NOW + KEPT[name] - margin)
    assert name in await filled(database)
    assert await database.purge(NOW + KEPT[name] + margin) >= 1
    assert name not in await filled(database)


async def test_who_may_use_the_bot_is_never_forgotten(database: Database) -> None:
    await fill(database, NOW)
    assert await database.purge(NOW + timedelta(days=5000)) == len(KEPT)
    assert await filled(database) == FOR_EVER


async def test_what_has_not_been_dealt_with_is_never_forgotten(database: Database) -> None:
    await fill(database, NOW, ended=False)
    await database.purge(NOW + timedelta(days=5000))
    assert {"footnote_updates", "footnote_requests"} < await filled(database)
    assert await RequestRows(database).unfinished() == (a_request(),)


async def test_the_links_behind_a_button_are_forgotten_after_a_week_and_the_request_is_not(database: Database) -> None:
    rows = RequestRows(database)
    for number, outcome in ((1, "repeated"), (2, "answered")):
        await rows.add(links(number))
        has_offer = outcome == "repeated"
        await rows.finish(f"50:{number}", outcome=outcome, fault=None, now=NOW, has_offer=has_offer)  # type: ignore[arg-type]
    await database.purge(NOW + timedelta(days=7) - timedelta(minutes=1))
    assert await rows.offered(50, 1) == links(1)
    assert await database.purge(NOW + timedelta(days=7, minutes=1)) == 1
    assert await rows.offered(50, 1) is None
    assert await rows.find(50, 1) == "ended"


async def test_purging_an_empty_database_deletes_nothing(database: Database) -> None:
    assert await database.purge(NOW) == 0
