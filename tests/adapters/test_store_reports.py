"""What readers called wrong is kept once for each of them, outlives the brief, and can be read beside a running bot."""

import sqlite3
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.adapters.store import Database, LibraryRows, OutgoingRows, ReportRows, open_database, read_reports
from bot.core.delivering import Sending
from bot.core.errors import StoreError
from bot.core.models import Brief
from bot.core.receipts import KeptBrief, receipt_of
from bot.core.reports import Report, ShownBrief, report_of
from tests.adapters.store_cases import NOW, url_of
from tests.adapters.test_store_library import a_brief

KEY = b"a key of this test"


def a_report(now: datetime = NOW, *, person_id: int = 7, request_id: str = "50:1") -> Report:
    shown = ShownBrief(request_id=request_id, place=0, brief=KeptBrief.of(a_brief("The port is shut.")))
    receipt = receipt_of(shown.brief, 1)
    assert receipt is not None
    return report_of(shown, receipt, person_id=person_id, key=KEY, now=now)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return url_of(tmp_path / "footnote.db")


@pytest.fixture
async def database(url: str) -> AsyncIterator[Database]:
    async with open_database(url) as opened:
        yield opened


class TestReports:
    async def test_a_report_comes_back_as_it_was_while_the_bot_runs_and_afterwards(self, url: str) -> None:
        async with open_database(url) as database:
            assert await ReportRows(database).add(a_report())
            assert await read_reports(url) == (a_report(),)
        assert await read_reports(url) == (a_report(),)

    async def test_the_same_person_reports_the_same_claim_once(self, database: Database, url: str) -> None:
        rows = ReportRows(database)
        told = [await rows.add(a_report()), await rows.add(a_report(NOW + timedelta(days=1)))]
        assert told == [True, False]
        assert await rows.add(a_report(person_id=8))
        assert await rows.add(a_report(request_id="50:2"))
        assert len(await read_reports(url)) == 3

    async def test_the_newest_comes_first(self, database: Database, url: str) -> None:
        for person_id, hours in ((1, 5), (2, 9), (3, 7)):
            await ReportRows(database).add(a_report(NOW + timedelta(hours=hours), person_id=person_id))
        assert [report.reported_at - NOW for report in await read_reports(url)] == [
            timedelta(hours=hours) for hours in (9, 7, 5)
        ]

    async def test_nothing_in_a_row_tells_the_person_or_the_chat(self, database: Database, tmp_path: Path) -> None:
        await ReportRows(database).add(a_report(person_id=987654321, request_id="-1001234567:55"))
        with sqlite3.connect(tmp_path / "footnote.db") as raw:
            [row] = raw.execute("SELECT * FROM footnote_reports").fetchall()
        assert "987654321" not in str(row)
        assert "1001234567" not in str(row)

    async def test_a_database_that_is_not_there_has_none_and_is_not_made(self, url: str, tmp_path: Path) -> None:
        assert await read_reports(url) == ()
        assert files_in(tmp_path) == []

    async def test_one_of_before_there_were_reports_has_none(self, url: str, tmp_path: Path) -> None:
        with sqlite3.connect(tmp_path / "footnote.db") as raw:
            raw.execute("CREATE TABLE footnote_alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            raw.execute("INSERT INTO footnote_alembic_version VALUES ('0002')")
        assert await read_reports(url) == ()

    async def test_one_of_a_newer_version_is_refused(self, url: str, tmp_path: Path) -> None:
        async with open_database(url):
            pass
        with sqlite3.connect(tmp_path / "footnote.db") as raw:
            raw.execute("UPDATE footnote_alembic_version SET version_num = '9999'")
        with pytest.raises(StoreError, match="store_newer"):
            await read_reports(url)

    async def test_one_whose_form_nobody_knows_any_more_is_left_out(
        self, database: Database, url: str, tmp_path: Path
    ) -> None:
        for person_id in (1, 2):
            await ReportRows(database).add(a_report(person_id=person_id))
        with sqlite3.connect(tmp_path / "footnote.db") as raw:
            raw.execute("UPDATE footnote_reports SET receipt = '{}' WHERE id = 1")
        assert [report.once for report in await read_reports(url)] == [a_report(person_id=2).once]


class TestFindingABriefByItsMessage:
    async def give(self, database: Database, *, request_id: str = "50:1", hours: int = 0, parts: int = 3) -> None:
        """Give an answer of `parts` messages, numbered from 100 times the request's."""
        outgoing, first = OutgoingRows(database), 100 * int(request_id.split(":")[1])
        for part in range(parts):
            row = await outgoing.add(Sending(chat_id=50, request_id=request_id, part=part), now=NOW)
            await outgoing.mark(row, "sent", message_id=first + part, now=NOW)
        briefs = [headed("The port is shut"), headed("The cup is won")]
        now = NOW + timedelta(hours=hours)
        await LibraryRows(database).keep(request_id, briefs, parts=(0, 2), now=now)

    async def headline(self, database: Database, message_id: int, *, chat_id: int = 50) -> str | None:
        shown = await LibraryRows(database).shown(chat_id, message_id)
        return shown.brief.headline if shown else None

    async def test_each_message_leads_to_the_brief_it_shows_a_part_of(self, database: Database) -> None:
        await self.give(database)
        found = [await self.headline(database, number) for number in (100, 101, 102)]
        assert found == ["The port is shut", "The port is shut", "The cup is won"]

    async def test_a_message_of_another_chat_or_none_of_ours_leads_nowhere(self, database: Database) -> None:
        await self.give(database)
        assert await self.headline(database, 100, chat_id=51) is None
        assert await self.headline(database, 7) is None

    async def test_the_chat_may_have_got_another_id_meanwhile(self, database: Database) -> None:
        from bot.adapters.store import ChatRows

        await self.give(database)
        await ChatRows(database).move(50, -1050)
        assert await self.headline(database, 102, chat_id=-1050) == "The cup is won"

    async def test_what_was_kept_before_parts_were_known_leads_to_its_first_brief(self, database: Database) -> None:
        await self.give(database)
        await LibraryRows(database).keep("50:1", [headed("The port is shut"), headed("The cup is won")], now=NOW)
        assert await self.headline(database, 102) == "The port is shut"

    async def test_without_a_message_the_last_brief_of_the_chat_is_meant(self, database: Database) -> None:
        await self.give(database, request_id="50:2", hours=1)
        await self.give(database, request_id="50:1", hours=0)
        newest = await LibraryRows(database).newest(50)
        assert newest is not None
        assert (newest.request_id, newest.place) == ("50:2", 1)
        assert await LibraryRows(database).newest(51) is None

    async def test_it_has_its_evidence_and_whose_it_is_when_its_articles_are_gone(self, database: Database) -> None:
        await self.give(database)
        library = LibraryRows(database)
        await library.forget(NOW + timedelta(days=2))
        assert await library.read("50:1") == ()
        shown = await library.shown(50, 100)
        assert shown is not None
        assert shown.brief == KeptBrief.of(headed("The port is shut"))
        assert shown.brief.claims[0].evidence[0].text == "The port is shut."
        assert shown.brief.credits[0].url == "https://news.example.com/"

    async def test_one_of_before_receipts_has_them_without_the_outlets(
        self, database: Database, tmp_path: Path
    ) -> None:
        await self.give(database)
        with sqlite3.connect(tmp_path / "footnote.db") as raw:
            raw.execute("UPDATE footnote_briefs SET brief = json_remove(brief, '$.sources[0].credit')")
        shown = await LibraryRows(database).shown(50, 100)
        assert shown is not None
        assert [(credit.number, credit.outlet) for credit in shown.brief.credits] == [(1, None)]
        assert len(await LibraryRows(database).read("50:1")) == 2

    async def test_one_of_an_older_form_or_forgotten_is_not_found(self, database: Database, tmp_path: Path) -> None:
        await self.give(database)
        with sqlite3.connect(tmp_path / "footnote.db") as raw:
            raw.execute("UPDATE footnote_briefs SET brief = json_set(brief, '$.claims[0].mood', 1) WHERE number = 0")
            raw.execute("DELETE FROM footnote_briefs WHERE number = 1")
        assert await self.headline(database, 100) is None
        assert await self.headline(database, 102) is None


def headed(headline: str) -> Brief:
    return a_brief(f"{headline}.").model_copy(update={"headline": headline})


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())
