"""What is read of what was sent: feeds among it, and feeds that keep us waiting."""

import asyncio

from bot.adapters.languages import LangidLanguages
from bot.core.requests import Item, Link
from bot.flows.brief import at_once
from bot.flows.gather import Gathered, GatherLimits, gather
from tests.flows.test_brief import HARBOUR, Shelf, Silence

STORY = "https://port.example/crane"


def feed(number: int) -> Link:
    return Link(url=f"https://feeds.example/{number}", newest=3)


class Gates:
    """Feeds of one story each, which answer when `count` of them were asked, and otherwise never."""

    def __init__(self, count: int) -> None:
        self._waiting, self._all = count, asyncio.Event()

    async def newest(self, link: Link) -> tuple[Link, ...]:
        self._waiting -= 1
        if not self._waiting:
            self._all.set()
        await self._all.wait()
        return (Link(url=STORY),)


async def gathered(*items: Item, feeds: Gates) -> Gathered:
    return await gather(
        items,
        loader=Shelf(**{STORY: HARBOUR}),
        languages=LangidLanguages(),
        limits=GatherLimits(deadline=1.0),
        progress=Silence(),
        compute=at_once,
        feeds=feeds,
    )


async def test_feeds_are_asked_all_at_once() -> None:
    found = await gathered(*map(feed, range(30)), feeds=Gates(30))
    assert [article.given for article in found.articles] == [STORY]
    assert found.failures == ()


async def test_feeds_that_never_answer_cost_the_others_nothing() -> None:
    found = await gathered(feed(1), Link(url=STORY), feed(2), feeds=Gates(3))
    assert [article.given for article in found.articles] == [STORY]
    assert [(failure.given, failure.code) for failure in found.failures] == [
        ("https://feeds.example/1", "timed_out"),
        ("https://feeds.example/2", "timed_out"),
    ]
