"""Sites are left in peace: two connections at once, a pause between starts, and quiet where it is asked for."""

import asyncio
import gc
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.adapters.web.fetch import Fetcher
from bot.adapters.web.turns import LONGEST_REST, MAX_SITES, Turns
from bot.core.errors import LoadError
from tests.doubles.network import Names
from tests.doubles.web_server import Answer, WebServer, redirect, reply, web_server

HTML = b"<!doctype html><title>Ferry</title><p>The ferry sails at noon.</p>"


class Clock:
    """A clock that goes on only when somebody sleeps by it."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        until = self.now + seconds
        await asyncio.sleep(0)
        self.now = max(self.now, until)


class Visitors:
    """Visits that note when they start, and stay until they are told to leave."""

    def __init__(self, turns: Turns, clock: Clock) -> None:
        self._turns = turns
        self._clock = clock
        self.starts: list[tuple[str, float]] = []
        self.here: list[str] = []
        self._leave: dict[str, asyncio.Event] = {}

    def send(self, name: str, site: str = "news.example") -> asyncio.Task[None]:
        self._leave[name] = asyncio.Event()
        return asyncio.create_task(self._visit(name, site))

    async def take_away(self, name: str) -> None:
        self._leave[name].set()
        await settle()

    async def _visit(self, name: str, site: str) -> None:
        async with self._turns.turn(site):
            self.starts.append((name, self._clock()))
            self.here.append(name)
            try:
                await self._leave[name].wait()
            finally:
                self.here.remove(name)


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visitors(clock: Clock) -> Visitors:
    return Visitors(Turns(interval=0.5, at_once=2, clock=clock, sleep=clock.sleep), clock)


async def test_two_are_at_a_site_together_and_the_others_come_in_their_order(visitors: Visitors) -> None:
    tasks = [visitors.send(name) for name in "abcd"]
    await settle()
    assert visitors.here == ["a", "b"]
    await visitors.take_away("b")
    assert visitors.here == ["a", "c"]
    for name in "acd":
        await visitors.take_away(name)
    await asyncio.gather(*tasks)
    assert [name for name, _ in visitors.starts] == ["a", "b", "c", "d"]


async def test_starts_at_one_site_are_apart(visitors: Visitors) -> None:
    tasks = [visitors.send(name) for name in "abc"]
    for name in "abc":
        await settle()
        await visitors.take_away(name)
    await asyncio.gather(*tasks)
    assert visitors.starts == [("a", 1_000.0), ("b", 1_000.5), ("c", 1_001.0)]


async def test_another_site_does_not_wait(visitors: Visitors) -> None:
    tasks = [visitors.send("a"), visitors.send("b", "other.example")]
    await settle()
    assert visitors.starts == [("a", 1_000.0), ("b", 1_000.0)]
    for name in "ab":
        await visitors.take_away(name)
    await asyncio.gather(*tasks)


@pytest.mark.parametrize("turns_of_the_loop", range(8))
async def test_who_is_cancelled_at_any_moment_takes_nothing_from_the_others(
    visitors: Visitors, turns_of_the_loop: int
) -> None:
    tasks = [visitors.send(name) for name in "abcd"]
    for _ in range(turns_of_the_loop):
        await asyncio.sleep(0)
    tasks[1].cancel()
    tasks[2].cancel()
    await settle()
    assert visitors.here == ["a", "d"]
    assert visitors.starts[-1][1] <= 1_001.0
    for name in "ad":
        await visitors.take_away(name)
    assert [type(outcome) for outcome in await asyncio.gather(*tasks, return_exceptions=True)] == [
        type(None),
        asyncio.CancelledError,
        asyncio.CancelledError,
        type(None),
    ]
    again = [visitors.send(name) for name in "ef"]
    await settle()
    assert visitors.here == ["e", "f"]
    for name in "ef":
        await visitors.take_away(name)
    await asyncio.gather(*again)


async def test_a_site_that_rests_is_left_alone_at_once_and_asked_again_afterwards(clock: Clock) -> None:
    turns = Turns(clock=clock, sleep=clock.sleep)
    async with turns.turn("news.example"):
        turns.rest("news.example", 30)
    clock.now += 29
    with pytest.raises(LoadError) as caught:
        await turns.turn("news.example").__aenter__()
    assert (caught.value.code, caught.value.params) == ("http_status", {"status": 429})
    async with turns.turn("other.example"):
        pass
    clock.now += 1
    async with turns.turn("news.example"):
        pass


async def test_those_who_wait_when_a_site_asks_for_quiet_do_not_come_either(clock: Clock) -> None:
    turns = Turns(at_once=1, clock=clock, sleep=clock.sleep)

    async def come() -> None:
        async with turns.turn("news.example"):
            pytest.fail("the site wanted quiet")

    async with turns.turn("news.example"):
        waiting = asyncio.create_task(come())
        await settle()
        turns.rest("news.example", 30)
    with pytest.raises(LoadError, match="429"):
        await waiting


async def test_no_site_is_left_alone_for_ever(clock: Clock) -> None:
    turns = Turns(clock=clock, sleep=clock.sleep)
    async with turns.turn("news.example"):
        turns.rest("news.example", 1e9)
    clock.now += LONGEST_REST
    async with turns.turn("news.example"):
        pass


async def test_only_so_many_sites_are_remembered_and_none_in_use_is_forgotten(clock: Clock) -> None:
    turns = Turns(interval=100, at_once=1, clock=clock, sleep=clock.sleep)
    async with turns.turn("busy.example"):
        for number in range(3 * MAX_SITES):
            async with turns.turn(f"{number}.example"):
                pass
        second = asyncio.create_task(turns.turn("busy.example").__aenter__())
        await settle()
        assert not second.done()
        second.cancel()
        await asyncio.gather(second, return_exceptions=True)
    async with turns.turn("last.example"):
        pass
    gc.collect()
    assert len(turns._sites) <= MAX_SITES


# ---------------------------------------------------------------- as the fetcher uses it


def fetcher_for(server: WebServer, clock: Clock) -> Fetcher:
    return Fetcher(
        allow_networks=("127.0.0.1/32",),
        ports={server.port},
        turns=Turns(clock=clock, sleep=clock.sleep),
        resolve=Names({"*.example": "127.0.0.1"}),
    )


async def test_a_redirect_within_a_site_needs_no_turn_of_its_own(clock: Clock) -> None:
    async with web_server(news=reply(HTML)) as server, fetcher_for(server, clock) as fetcher:
        server.answers["/old"] = redirect(server.url("/news", "www.site.example"))
        assert (await fetcher.fetch(server.url("/old", "site.example"))).body == HTML
        assert clock.now == 1_000.0


async def test_a_redirect_to_another_site_waits_for_a_turn_there(clock: Clock) -> None:
    async with web_server(news=reply(HTML)) as server, fetcher_for(server, clock) as fetcher:
        server.answers["/short"] = redirect(server.url("/news", "site.example"))
        await fetcher.fetch(server.url("/news", "site.example"))
        await fetcher.fetch(server.url("/short", "short.example"))
        assert clock.now == 1_000.5


def limited(retry_after: str | None) -> Answer:
    headers = {} if retry_after is None else {"Retry-After": retry_after}
    return reply(status="429 Too Many Requests", **headers)


async def requests_within(seconds: float, answer: Answer, clock: Clock) -> int:
    """How many of two fetches reach the site, the second so many seconds after the first."""
    async with web_server(news=answer) as server, fetcher_for(server, clock) as fetcher:
        for _ in range(2):
            with pytest.raises(LoadError) as caught:
                await fetcher.fetch(server.url("/news"))
            assert (caught.value.code, caught.value.params) == ("http_status", {"status": 429})
            clock.now += seconds
        return len(server.requests)


@pytest.mark.parametrize(
    ("retry_after", "wait", "reached"),
    [
        ("30", 29, 1),
        ("30", 30, 2),
        ("999999999999999999999", LONGEST_REST - 1, 1),
        ("999999999999999999999", LONGEST_REST, 2),
        (None, 1, 2),
        ("soon", 1, 2),
        ("-5", 1, 2),
    ],
)
async def test_a_site_that_names_a_time_is_asked_again_only_then(
    retry_after: str | None, wait: float, reached: int, clock: Clock
) -> None:
    assert await requests_within(wait, limited(retry_after), clock) == reached


@pytest.mark.parametrize(("minutes", "reached"), [(5, 1), (-5, 2)])
async def test_the_time_may_be_a_date(minutes: int, reached: int, clock: Clock) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(minutes=minutes), usegmt=True)
    assert await requests_within(200, limited(date), clock) == reached


async def test_who_waits_for_the_pause_hears_of_the_quiet_too(clock: Clock) -> None:
    async def sleep(seconds: float) -> None:
        turns.rest("news.example", 30)
        clock.now += seconds

    turns = Turns(clock=clock, sleep=sleep)
    async with turns.turn("news.example"):
        pass
    with pytest.raises(LoadError, match="429"):
        await turns.turn("news.example").__aenter__()
