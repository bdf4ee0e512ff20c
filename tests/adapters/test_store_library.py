"""Briefs go in and come back equal; their articles are kept once, and not for long."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from bot.adapters.store import Database, LibraryRows, open_database
from bot.adapters.store.tables import articles
from bot.adapters.store.tables import briefs as kept_briefs
from bot.core.models import Article, Brief, Claim, Evidence, Receipt, Sentence, Source, Span
from tests.adapters.store_cases import NOW, briefs, url_of


def a_brief(*texts: str, url: str = "https://news.example.com/") -> Brief:
    sources = []
    for number, said in enumerate(texts, 1):
        span = Span(start=0, end=len(said))
        sentence = Sentence(label=f"{number}.1", source=number, index=1, span=span, text=said, paragraph=0)
        article = Article(id="same", medium="web", given=url, url=url, text=said)
        sources.append(Source(number=number, article=article, sentences=(sentence,)))
    claim = Claim(text="It stops.", evidence=(Evidence.of(sources[0].sentences[0]),))
    return Brief(
        headline="Ferry", language="en", claims=(claim,), sources=tuple(sources), receipt=Receipt(writer="model")
    )


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(url_of(tmp_path / "footnote.db")) as opened:
        yield opened


async def kept_articles(database: Database) -> int:
    return await database.read(lambda c: c.scalar(select(func.count()).select_from(articles)) or 0)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database that exists, so that an example opens it quickly."""
    url = url_of(tmp_path_factory.mktemp("library") / "footnote.db")

    async def make() -> None:
        async with open_database(url):
            pass

    asyncio.run(make())
    return url


@given(kept=st.lists(briefs(), max_size=3))
def test_briefs_come_back_equal_and_in_their_order(empty: str, kept: list[Brief]) -> None:
    async def keep_and_read() -> tuple[Brief, ...]:
        async with open_database(empty) as database:
            await LibraryRows(database).keep("50:1", [a_brief("What was there before.")], now=NOW)
            await LibraryRows(database).keep("50:1", kept, now=NOW)
        async with open_database(empty) as database:
            return await LibraryRows(database).read("50:1")

    read = asyncio.run(keep_and_read())
    assert read == tuple(kept)
    assert [brief.model_dump_json() for brief in read] == [brief.model_dump_json() for brief in kept]


async def test_an_article_of_two_briefs_is_kept_once(database: Database) -> None:
    library = LibraryRows(database)
    await library.keep("50:1", [a_brief("One.", "Two."), a_brief("One.")], now=NOW)
    await library.keep("50:2", [a_brief("Two.")], now=NOW)
    assert await kept_articles(database) == 2
    assert await library.read("50:2") == (a_brief("Two."),)


async def test_copies_of_a_text_on_two_sites_keep_their_own_addresses(database: Database) -> None:
    library = LibraryRows(database)
    here, there = a_brief("One."), a_brief("One.", url="https://copy.example.com/")
    await library.keep("50:1", [here, there], now=NOW)
    assert await library.read("50:1") == (here, there)


async def test_a_request_nobody_knows_has_no_briefs(database: Database) -> None:
    assert await LibraryRows(database).read("50:1") == ()


async def test_a_brief_whose_article_was_deleted_is_left_out(database: Database) -> None:
    library = LibraryRows(database)
    old, new = a_brief("Read long ago.", "Both."), a_brief("Read today.", "Both.")
    await library.keep("50:1", [old], now=NOW - timedelta(hours=30))
    await library.keep("50:2", [new], now=NOW)
    assert await library.forget(NOW - timedelta(hours=24)) == 1
    assert await library.read("50:1") == ()
    assert await library.read("50:2") == (new,)


async def test_an_article_that_is_read_again_is_kept_from_then_on(database: Database) -> None:
    library = LibraryRows(database)
    await library.keep("50:1", [a_brief("Read twice.")], now=NOW - timedelta(hours=30))
    await library.keep("50:2", [a_brief("Read twice.")], now=NOW)
    assert await library.forget(NOW - timedelta(hours=24)) == 0
    assert len(await library.read("50:1")) == 1


async def test_briefs_are_forgotten_by_when_they_were_made(database: Database) -> None:
    library = LibraryRows(database)
    await library.keep("50:1", [a_brief("One."), a_brief("Two.")], now=NOW - timedelta(days=31))
    await library.keep("50:2", [a_brief("One.")], now=NOW)
    assert await library.forget_briefs(NOW - timedelta(days=30)) == 2
    assert (await library.read("50:1"), len(await library.read("50:2"))) == ((), 1)


async def test_of_an_article_nothing_but_the_evidence_stays_with_the_brief(database: Database) -> None:
    brief = a_brief("This is the evidence.", "This is nowhere cited.")
    await LibraryRows(database).keep("50:1", [brief], now=NOW)
    stored = await database.read(lambda c: c.scalars(select(kept_briefs.c.brief)).one())
    assert "This is the evidence." in stored
    assert "nowhere cited" not in stored


async def test_a_brief_of_an_older_form_is_left_out(database: Database) -> None:
    library = LibraryRows(database)
    await library.keep("50:1", [a_brief("One.")], now=NOW)
    await database.write(lambda c: c.execute(update(articles).values(article='{"id": "a", "words": "One."}')))
    assert await library.read("50:1") == ()


async def test_half_a_surrogate_pair_costs_one_character_and_no_brief(database: Database) -> None:
    library = LibraryRows(database)
    await library.keep("50:1", [a_brief("Half \ud83d a smile.")], now=NOW)
    assert await library.read("50:1") == (a_brief("Half ? a smile."),)
