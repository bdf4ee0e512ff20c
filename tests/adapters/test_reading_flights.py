"""Work that several ask for at once: done once, whoever leaves, and never left running for nobody."""

import asyncio

import pytest

from bot.adapters.reading.flights import Flights
from bot.core.errors import LoadError


class Work:
    """Work that goes on until it is let go; how often it was begun, and how often it was broken off."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.begun = self.cut = 0
        self.error: LoadError | None = None

    async def __call__(self) -> int:
        self.begun += 1
        number = self.begun
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.cut += 1
            raise
        if self.error:
            raise self.error
        return number


async def turns() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_several_who_ask_at_once_get_the_result_of_one_piece_of_work() -> None:
    flights, work = Flights[int](), Work()
    asking = [asyncio.create_task(flights.share("a", work)) for _ in range(3)]
    await turns()
    work.go.set()
    assert await asyncio.gather(*asking) == [1, 1, 1]


async def test_other_keys_are_other_work_and_who_asks_later_has_it_done_anew() -> None:
    flights, work = Flights[int](), Work()
    work.go.set()
    assert await asyncio.gather(flights.share("a", work), flights.share("b", work)) == [1, 2]
    assert await flights.share("a", work) == 3


async def test_what_goes_wrong_goes_wrong_for_all_who_wait_and_for_nobody_after_them() -> None:
    flights, work = Flights[int](), Work()
    work.error = LoadError("unreachable")
    asking = [asyncio.create_task(flights.share("a", work)) for _ in range(2)]
    await turns()
    work.go.set()
    outcomes = await asyncio.gather(*asking, return_exceptions=True)
    assert [str(outcome) for outcome in outcomes] == ["unreachable()"] * 2
    work.error = None
    assert await flights.share("a", work) == 2


@pytest.mark.parametrize("who", [0, 1])
async def test_one_who_leaves_takes_nothing_from_the_others(who: int) -> None:
    flights, work = Flights[int](), Work()
    asking = [asyncio.create_task(flights.share("a", work)) for _ in range(2)]
    await turns()
    asking.pop(who).cancel()
    await turns()
    work.go.set()
    assert await asking[0] == 1
    assert work.cut == 0


async def test_when_the_last_one_leaves_the_work_has_ended_before_they_are_gone() -> None:
    flights, work = Flights[int](), Work()
    asking = [asyncio.create_task(flights.share("a", work)) for _ in range(2)]
    await turns()
    for task in asking:
        task.cancel()
    await asyncio.gather(*asking, return_exceptions=True)
    assert (work.begun, work.cut) == (1, 1)


async def test_who_comes_when_the_last_one_leaves_is_not_cut_off_with_the_work() -> None:
    flights, work = Flights[int](), Work()
    leaving = asyncio.create_task(flights.share("a", work))
    await turns()
    leaving.cancel()
    coming = asyncio.create_task(flights.share("a", work))
    await turns()
    work.go.set()
    assert await coming == 2
    assert leaving.cancelled()


async def test_a_deadline_of_one_is_no_deadline_of_the_other() -> None:
    flights, work = Flights[int](), Work()
    patient = asyncio.create_task(flights.share("a", work))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await flights.share("a", work)
    work.go.set()
    assert await patient == 1
