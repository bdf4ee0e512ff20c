"""The same links again in one chat: which brief was given before, and what a button can ask for once more."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from bot.adapters.store import ChatRows, Database, LibraryRows, RequestRows, open_database
from bot.core.offers import ask_again
from bot.core.requests import Link, Request
from bot.core.usage import Outcome
from tests.adapters.store_cases import NOW, a_request, url_of
from tests.adapters.test_store_library import a_brief

FERRY, TRAM = "https://news.example.com/ferry", "https://news.example.com/tram"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(url_of(tmp_path / "footnote.db")) as opened:
        yield opened


def links(number: int, *urls: str, chat_id: int = 50, **more: Any) -> Request:
    items = tuple(Link(url=url) for url in urls or (FERRY,))
    return a_request(number, chat_id=chat_id).model_copy(update={"items": items, **more})


async def answered(
    database: Database, request: Request, *, outcome: Outcome = "answered", fault: str | None = None, brief: bool = True
) -> None:
    """Go the way of a request to its end."""
    rows = RequestRows(database)
    await rows.add(request)
    if brief:
        await LibraryRows(database).keep(request.id, [a_brief("One.")], now=NOW)
    ended = NOW + timedelta(seconds=request.message_id)
    await rows.finish(request.id, outcome=outcome, fault=fault, now=ended, has_offer=outcome == "repeated")


async def earlier(database: Database, request: Request) -> str | None:
    """The id of the request whose brief answers this one, which is asked now."""
    await RequestRows(database).add(request)
    found = await RequestRows(database).earlier_brief(request)
    return found.request_id if found else None


async def test_the_newest_brief_of_the_same_links_in_the_same_chat_is_the_earlier_one(database: Database) -> None:
    for number in (1, 2):
        await answered(database, links(number, FERRY, TRAM))
    again = links(3, TRAM, FERRY + "?utm_source=chat#top", TRAM)
    assert await earlier(database, again) == "50:2"
    found = await RequestRows(database).earlier_brief(again)
    assert found is not None
    assert found.answered_at == NOW + timedelta(seconds=2)


@pytest.mark.parametrize(
    "other",
    [
        links(3, TRAM),
        links(3, FERRY, TRAM),
        links(3, chat_id=51),
        links(3, language="de"),
        links(3, length="long"),
        a_request(3),
    ],
    ids=["another link", "more links", "another chat", "another language", "another length", "not only links"],
)
async def test_another_request_has_another_brief(database: Database, other: Request) -> None:
    await answered(database, links(1))
    assert await earlier(database, other) is None


async def test_texts_are_never_the_same_request(database: Database) -> None:
    await answered(database, a_request(1))
    assert await earlier(database, a_request(2)) is None


@pytest.mark.parametrize("outcome", ["nothing_read", "stopped", "undelivered", "failed", "repeated"])
async def test_what_ended_otherwise_is_no_brief(database: Database, outcome: Outcome) -> None:
    await answered(database, links(1), outcome=outcome)
    assert await earlier(database, links(2)) is None


async def test_neither_is_one_that_fell_short_or_is_not_kept_or_not_done_or_was_asked_later(database: Database) -> None:
    await answered(database, links(1), fault="budget")
    await answered(database, links(2), brief=False)
    await RequestRows(database).add(links(3))
    asked = links(4)
    await RequestRows(database).add(asked)
    await answered(database, links(5))
    assert await RequestRows(database).earlier_brief(asked) is None


async def test_a_brief_that_was_forgotten_is_no_earlier_one(database: Database) -> None:
    await answered(database, links(1))
    await database.purge(NOW + timedelta(days=30, minutes=1))
    assert await earlier(database, links(2)) is None


async def test_a_chat_that_got_another_id_keeps_its_briefs_and_its_buttons(database: Database) -> None:
    await answered(database, links(1))
    await answered(database, links(2), outcome="repeated", brief=False)
    await ChatRows(database).move(50, -1001)
    assert await earlier(database, links(9, chat_id=-1001)) == "50:1"
    offered = await RequestRows(database).offered(-1001, 2)
    assert offered is not None
    assert (offered.chat_id, offered.items) == (-1001, links(2).items)


async def test_what_was_repeated_can_be_asked_for_once_more_and_nothing_else(database: Database) -> None:
    rows = RequestRows(database)
    for number, outcome in enumerate(("repeated", "answered", "stopped", "nothing_read"), 1):
        await answered(database, links(number), outcome=cast("Outcome", outcome))
    offers = [await rows.offered(50, number) for number in (1, 2, 3, 4, 5)]
    assert offers == [links(1), None, None, None, None]
    assert await rows.offered(51, 1) is None


async def test_an_offer_that_was_taken_up_is_the_same_offer(database: Database) -> None:
    rows = RequestRows(database)
    await answered(database, links(1), outcome="repeated")
    anew = ask_again(links(1), asker_id=60, now=NOW)
    assert await rows.add(anew) is True
    assert await rows.add(anew) is False
    assert await rows.offered(50, 1) == links(1)
    await database.purge(NOW + timedelta(days=8))
    assert await rows.offered(50, 1) is None, "a request that was asked for with a button has none itself"


async def test_an_offer_of_texts_is_none(database: Database) -> None:
    await answered(database, a_request(1), outcome="repeated")
    assert await RequestRows(database).offered(50, 1) is None
