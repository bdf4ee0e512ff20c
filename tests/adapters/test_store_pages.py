"""Pages that were read before: found again under all their addresses, for a day, and only where they are public."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from bot.adapters.store import Database, PageRows, open_database, retention
from bot.adapters.store.tables import page_addresses, pages
from bot.core.models import Article
from bot.core.pages import KeptPage
from bot.core.requests import Forward, Item, Link, PastedText, Upload
from bot.loading import ChatLoader
from bot.settings import read_settings
from tests.adapters.store_cases import NOW, sources, url_of
from tests.doubles.web_server import reply, web_server

URL = "https://news.example.com/ferry"
TEXT = "The ferry to the outer islands sails again from Wednesday, the harbour office said on Monday. " * 3


def a_page(
    url: str = URL, *, text: str = TEXT, digest: str = "a" * 64, edition: str = "1", minutes: int = 0
) -> KeptPage:
    return KeptPage(
        url=url,
        article=Article(id="one", medium="web", given=url, url=url, text=text),
        digest=digest,
        edition=edition,
        etag='"v1"',
        last_modified="Sat, 14 Mar 2026 10:00:00 GMT",
        read_at=NOW + timedelta(minutes=minutes),
    )


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(url_of(tmp_path / "footnote.db")) as opened:
        yield opened


@pytest.fixture
def rows(database: Database) -> PageRows:
    return PageRows(database)


async def counted(database: Database) -> tuple[int, int]:
    """How many pages and how many addresses there are."""
    counts = [select(func.count()).select_from(table) for table in (pages, page_addresses)]
    numbers = await database.read(lambda c: [c.scalar(count) for count in counts])
    return numbers[0] or 0, numbers[1] or 0


class TestFinding:
    async def test_a_page_is_found_as_it_was_under_each_of_its_addresses(self, rows: PageRows) -> None:
        page = a_page()
        addresses = ["https://sho.rt/x", URL, "https://news.example.com/ferry.amp"]
        await rows.keep(page, addresses=addresses)
        assert [await rows.find(address) for address in addresses] == [page] * 3

    async def test_an_address_that_nobody_kept_leads_nowhere(self, rows: PageRows) -> None:
        await rows.keep(a_page(), addresses=[URL])
        assert await rows.find(URL + "?page=2") is None
        assert await rows.find(URL.upper()) is None

    async def test_a_page_that_is_kept_again_takes_the_place_of_its_earlier_form(
        self, rows: PageRows, database: Database
    ) -> None:
        await rows.keep(a_page(text="Old. " * 30), addresses=[URL, "https://sho.rt/x"])
        await rows.keep(a_page(text="New. " * 30, digest="b" * 64), addresses=[URL])
        found = await rows.find("https://sho.rt/x")
        assert found is not None
        assert found.article.text.startswith("New.")
        assert await counted(database) == (1, 2)

    async def test_an_address_that_leads_elsewhere_now_is_followed_there(self, rows: PageRows) -> None:
        other = a_page("https://news.example.com/tram")
        await rows.keep(a_page(), addresses=[URL, "https://news.example.com/latest"])
        await rows.keep(other, addresses=[other.url, "https://news.example.com/latest"])
        assert await rows.find("https://news.example.com/latest") == other
        assert await rows.find(URL) == a_page()

    async def test_the_longest_addresses_are_told_apart_by_their_last_sign(self, rows: PageRows) -> None:
        stem = "https://news.example.com/" + "a" * 4070
        one, other = a_page(stem + "1"), a_page(stem + "2")
        for page in (one, other):
            await rows.keep(page, addresses=[page.url])
        assert (await rows.find(one.url), await rows.find(other.url)) == (one, other)

    async def test_the_same_page_kept_by_several_at_once_is_kept_once(self, rows: PageRows, database: Database) -> None:
        await asyncio.gather(*(rows.keep(a_page(), addresses=[URL, f"https://sho.rt/{n}"]) for n in range(10)))
        assert await counted(database) == (1, 11)

    async def test_of_very_many_pages_the_newest_are_kept(
        self, database: Database, rows: PageRows, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(retention, "MOST_PAGES", 3)
        for number in range(5):
            await rows.keep(a_page(f"{URL}/{number}", minutes=number), addresses=[f"{URL}/{number}"])
            await database.purge(NOW + timedelta(minutes=number))
        assert [await rows.find(f"{URL}/{number}") is not None for number in range(5)] == [False] * 2 + [True] * 3
        assert await counted(database) == (3, 3)

    async def test_pages_outlive_a_restart(self, tmp_path: Path) -> None:
        url = url_of(tmp_path / "twice.db")
        async with open_database(url) as opened:
            await PageRows(opened).keep(a_page(), addresses=[URL])
        async with open_database(url) as opened:
            assert await PageRows(opened).find(URL) == a_page()


class TestFindingBytes:
    async def test_the_same_bytes_are_known_where_the_same_edition_read_them(self, rows: PageRows) -> None:
        await rows.keep(a_page(), addresses=[URL])
        assert await rows.find_body("a" * 64, edition="1") == a_page()
        assert await rows.find_body("a" * 64, edition="2") is None
        assert await rows.find_body("b" * 64, edition="1") is None

    async def test_of_several_pages_of_the_same_bytes_the_newest_is_found(self, rows: PageRows) -> None:
        for name, minutes in (("one", 1), ("two", 3), ("three", 2)):
            page = a_page(f"https://news.example.com/{name}", minutes=minutes)
            await rows.keep(page, addresses=[page.url])
        found = await rows.find_body("a" * 64, edition="1")
        assert found is not None
        assert found.url == "https://news.example.com/two"


class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        "article", ["", "{", "[]", "{}", '{"id": "one", "medium": "web", "given": "-", "text": "x", "mood": "good"}']
    )
    async def test_a_damaged_article_is_as_good_as_none(self, rows: PageRows, database: Database, article: str) -> None:
        await rows.keep(a_page(), addresses=[URL])
        await database.write(lambda c: c.execute(update(pages).values(article=article)))
        assert await rows.find(URL) is None
        assert await rows.find_body("a" * 64, edition="1") is None
        await rows.keep(a_page(), addresses=[URL])
        assert await rows.find(URL) == a_page()

    async def test_half_a_character_is_kept_as_a_sign_of_it(self, rows: PageRows) -> None:
        await rows.keep(a_page(text=TEXT + "\ud83d\x00"), addresses=[URL])
        found = await rows.find(URL)
        assert found is not None
        assert found.article.text == TEXT + "?\x00"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database that exists, so that an example opens it quickly."""
    url = url_of(tmp_path_factory.mktemp("pages") / "footnote.db")

    async def make() -> None:
        async with open_database(url):
            pass

    asyncio.run(make())
    return url


@given(source=sources(1), etag=st.text(st.characters(exclude_categories=["Cs"]), max_size=9))
def test_every_article_comes_back_equal(empty: str, source: Any, etag: str) -> None:
    page = a_page().model_copy(update={"article": source.article, "etag": etag})

    async def keep_and_find() -> KeptPage | None:
        async with open_database(empty) as database:
            rows = PageRows(database)
            await rows.keep(page, addresses=[URL])
            return await rows.find(URL)

    assert asyncio.run(keep_and_find()) == page


# ---------------------------------------------------------------- how long


class TestForgetting:
    async def test_a_page_goes_with_its_addresses_a_day_after_it_was_read(
        self, rows: PageRows, database: Database
    ) -> None:
        await rows.keep(a_page(), addresses=[URL, "https://sho.rt/x"])
        await database.purge(NOW + timedelta(hours=23, minutes=59))
        assert await counted(database) == (1, 2)
        assert await database.purge(NOW + timedelta(hours=24, minutes=1)) == 3
        assert await counted(database) == (0, 0)

    async def test_one_that_was_read_again_stays_with_all_its_addresses(
        self, rows: PageRows, database: Database
    ) -> None:
        await rows.keep(a_page(), addresses=[URL, "https://sho.rt/x"])
        again = a_page(minutes=60)
        await rows.keep(again, addresses=[URL])
        await rows.keep(a_page("https://news.example.com/old"), addresses=["https://news.example.com/old"])
        assert await database.purge(NOW + timedelta(hours=24, minutes=30)) == 2
        assert await rows.find("https://sho.rt/x") == again


# ---------------------------------------------------------------- what is public


class Files:
    """The uploads of a chat."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    async def download(self, upload: Upload, *, max_bytes: int) -> bytes:
        return self._body


async def read_all(items: Sequence[Item], *, body: bytes, database: Database) -> list[Article]:
    async with AsyncExitStack() as stack:
        files: Any = Files(body)
        loader = ChatLoader(read_settings(), stack, files=files, pages=PageRows(database))
        return [await loader.load(item) for item in items]


class TestWhatIsPublic:
    async def test_a_page_that_a_chat_sends_is_kept_without_what_the_chat_sent(
        self, database: Database, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page = f"<html><title>Ferry</title><article><h1>Ferry</h1><p>{TEXT}</p></article></html>".encode()
        async with web_server(ferry=reply(page)) as server:
            monkeypatch.setenv("FOOTNOTE_FETCH_ALLOW_NETWORKS", '["127.0.0.0/8"]')
            monkeypatch.setenv("FOOTNOTE_FETCH_ALLOW_PORTS", f"[{server.port}]")
            sent = server.url("/ferry#whoever-shared-it")
            [read] = await read_all([Link(url=sent)], body=b"", database=database)
            kept = await PageRows(database).find(server.url("/ferry"))
        assert read.given == sent
        assert kept is not None
        assert kept.article.text == read.text
        everything = await database.read(lambda c: str([c.execute(select(one)).all() for one in (pages,)]))
        assert "whoever" not in everything

    async def test_what_is_pasted_forwarded_or_uploaded_never_is(self, database: Database) -> None:
        page = f"<html><title>Ferry</title><article><p>{TEXT}</p></article></html>"
        items: list[Item] = [
            PastedText(text=TEXT),
            Forward(text=TEXT, outlet="Aldersund Today", url="https://t.me/aldersund_today/12"),
            Upload(file_id="F", name="ferry.txt", media_type="text/plain"),
            Upload(file_id="F", name="ferry.html", media_type="text/html"),
        ]
        read = await read_all(items, body=page.encode(), database=database)
        assert all("outer islands" in article.text for article in read)
        assert await counted(database) == (0, 0)
