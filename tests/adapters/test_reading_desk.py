"""When a page is opened, when it is asked whether it changed, and when what was read before will do."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.reading.sources import desk as desk_module
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.store import Database, PageRows, open_database
from bot.core.errors import LoadError, StoreError
from bot.core.models import Article
from bot.core.pages import KeptPage, Page, Validators
from tests.adapters.store_cases import NOW, url_of

URL = "https://news.example.com/ferry"
SHORT = "https://sho.rt/x"
FIRST = Validators(etag='"1"', url=URL)
SECOND = Validators(etag='"2"', last_modified="Sat, 14 Mar 2026 10:00:00 GMT", url=URL)


class Web:
    """A web of one page under two addresses; what was asked for is in `asked`, with its validators."""

    def __init__(self) -> None:
        self.body, self.validators = b"The ferry stops.", FIRST
        self.asked: list[tuple[str, Validators | None]] = []
        self.hold: asyncio.Event | None = None
        self.cut = 0

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:
        self.asked.append((url, validators))
        try:
            if self.hold:
                await self.hold.wait()
        except asyncio.CancelledError:
            self.cut += 1
            raise
        if url not in {URL, SHORT, URL + "?utm_source=chat"}:
            raise LoadError("http_status", status=404)
        unchanged = validators == self.validators
        return Page(
            url_final=URL,
            media_type="text/html",
            charset=None,
            body=b"" if unchanged else self.body,
            validators=self.validators,
            unchanged=unchanged,
        )


class Reading:
    """Reads a page as it stands."""

    def __init__(self) -> None:
        self.count = 0

    async def read(self, body: bytes, *, given: str, url: str, **_: object) -> Article:
        self.count += 1
        return Article(id="1", medium="web", given=given, url=url + "?utm_source=page", text=body.decode())


class Scene:
    """A desk, its web, and a clock that is set by hand."""

    def __init__(self, database: Database) -> None:
        self.web, self.reading, self.rows, self.time = Web(), Reading(), PageRows(database), NOW
        reader: Any = self.reading
        self.desk = Desk(fetch=self.web, reader=reader, pages=self.rows, now=lambda: self.time)

    async def reads(self, url: str = URL, *, after: int = 0, fresh: bool = False) -> str:
        """Read a page so many minutes after what was done before; return its text."""
        self.time += timedelta(minutes=after)
        desk = self.desk.anew() if fresh else self.desk
        return (await desk.article(url, given="what a person sent")).text


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    async with open_database(url_of(tmp_path / "footnote.db")) as database:
        yield Scene(database)


async def turns(true: Any) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 - what is waited for is seen from outside
            await asyncio.sleep(0.001)


# ---------------------------------------------------------------- how old it may be


async def test_what_was_read_within_ten_minutes_is_not_asked_for_again(scene: Scene) -> None:
    said = [await scene.reads(), await scene.reads(after=9)]
    assert said == ["The ferry stops."] * 2
    assert scene.web.asked == [(URL, None)]


async def test_it_is_known_under_all_its_addresses(scene: Scene) -> None:
    await scene.reads(SHORT)
    assert [await scene.reads(url) for url in (SHORT, URL, URL + "?utm_source=page")] == ["The ferry stops."] * 3
    assert scene.web.asked == [(SHORT, None)]


async def test_a_link_with_tracking_is_the_link_without_and_the_site_is_asked_by_the_address_it_knows(
    scene: Scene,
) -> None:
    shared = [URL + "?utm_source=chat", URL + "?fbclid=abc", URL]
    said = [await scene.reads(url) for url in shared] + [await scene.reads(shared[1], after=11)]
    assert said == ["The ferry stops."] * 4
    assert scene.web.asked == [(shared[0], None), (URL, FIRST)]


async def test_a_link_with_another_parameter_is_another_page(scene: Scene) -> None:
    await scene.reads()
    with pytest.raises(LoadError):
        await scene.reads(URL + "?page=2")
    assert scene.web.asked == [(URL, None), (URL + "?page=2", None)]


async def test_later_the_site_is_asked_whether_it_changed_and_what_has_not_is_good_for_as_long_again(
    scene: Scene,
) -> None:
    said = [await scene.reads(), await scene.reads(after=11), await scene.reads(after=9)]
    assert said == ["The ferry stops."] * 3
    assert scene.web.asked == [(URL, None), (URL, FIRST)]
    assert scene.reading.count == 1


async def test_a_page_that_changed_is_read_anew(scene: Scene) -> None:
    await scene.reads()
    scene.web.body, scene.web.validators = b"The ferry sails.", SECOND
    assert await scene.reads(after=11) == "The ferry sails."
    assert await scene.reads(after=11) == "The ferry sails."
    assert scene.web.asked == [(URL, None), (URL, FIRST), (URL, SECOND)]


async def test_the_same_bytes_are_not_read_twice_where_a_site_gives_no_validators(scene: Scene) -> None:
    scene.web.validators = Validators()
    await scene.reads()
    assert await scene.reads(after=11) == "The ferry stops."
    assert [url for url, _ in scene.web.asked] == [URL, URL]
    assert scene.reading.count == 1


async def test_who_wants_it_fresh_has_the_site_asked_at_once(scene: Scene) -> None:
    await scene.reads()
    assert await scene.reads(fresh=True) == "The ferry stops."
    scene.web.body, scene.web.validators = b"The ferry sails.", SECOND
    assert await scene.reads(fresh=True) == "The ferry sails."
    assert await scene.reads() == "The ferry sails."
    assert scene.web.asked == [(URL, None), (URL, FIRST), (URL, FIRST)]


async def test_of_a_page_behind_another_address_it_is_asked_too(scene: Scene) -> None:
    said = [await scene.reads(SHORT), await scene.reads(SHORT, after=11)]
    assert said == ["The ferry stops."] * 2
    assert scene.web.asked == [(SHORT, None), (SHORT, FIRST)]
    assert scene.reading.count == 1


async def test_what_an_older_edition_read_is_read_anew(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.reads()
    monkeypatch.setattr(desk_module, "EDITION", "one that reads better")
    await scene.reads()
    assert scene.web.asked == [(URL, None), (URL, None)]
    assert scene.reading.count == 2


async def test_a_page_that_cannot_be_had_is_not_kept(scene: Scene) -> None:
    for _ in range(2):
        with pytest.raises(LoadError):
            await scene.reads("https://news.example.com/gone")
    assert len(scene.web.asked) == 2


async def test_what_a_person_sent_is_not_kept_with_the_page(scene: Scene) -> None:
    await scene.reads(SHORT)
    kept = await scene.rows.find(URL)
    assert kept is not None
    assert kept.article.given == URL


# ---------------------------------------------------------------- a store that fails


class BrokenPages:
    async def find(self, url: str) -> KeptPage | None:
        raise StoreError("store_locked", path=url)

    async def find_body(self, digest: str, *, edition: str) -> KeptPage | None:
        raise StoreError("store_locked", path=digest)

    async def keep(self, page: KeptPage, *, addresses: object) -> None:
        raise StoreError("store_full", path=page.url)


async def test_a_store_that_fails_costs_nobody_an_article(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    reader: Any = scene.reading
    desk = Desk(fetch=scene.web, reader=reader, pages=BrokenPages(), now=lambda: NOW)
    assert (await desk.article(URL, given=URL)).text == "The ferry stops."
    assert "store_locked" in caplog.text
    assert "store_full" in caplog.text
    assert "news.example.com" not in caplog.text


# ---------------------------------------------------------------- several at once


async def test_two_who_want_a_page_at_once_have_it_opened_once(scene: Scene) -> None:
    scene.web.hold = asyncio.Event()
    reading = [asyncio.create_task(scene.reads()) for _ in range(2)]
    await turns(lambda: scene.web.asked)
    scene.web.hold.set()
    assert await asyncio.gather(*reading) == ["The ferry stops."] * 2
    assert len(scene.web.asked) == 1


async def test_one_who_stops_does_not_stop_the_other_and_the_last_one_does(scene: Scene) -> None:
    scene.web.hold = asyncio.Event()
    reading = [asyncio.create_task(scene.reads()) for _ in range(2)]
    await turns(lambda: scene.web.asked)
    reading[0].cancel()
    await asyncio.gather(reading[0], return_exceptions=True)
    assert scene.web.cut == 0
    reading[1].cancel()
    await asyncio.gather(reading[1], return_exceptions=True)
    assert (len(scene.web.asked), scene.web.cut) == (1, 1)
