"""What takes long gives way to what has not been begun, and is begun again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.adapters.reading.lanes import Lanes
from bot.core.errors import LoadError


class Work:
    """Work that ends when `go` is set; how often it was begun and ended early is counted."""

    def __init__(self) -> None:
        self.go = asyncio.Event()
        self.begun = self.cut = 0

    async def __call__(self) -> str:
        self.begun += 1
        try:
            await self.go.wait()
        except asyncio.CancelledError:
            self.cut += 1
            raise
        return "read"


@asynccontextmanager
async def a_lane(*, patience: float = 0.01) -> AsyncIterator[Lanes]:
    async with asyncio.timeout(20):
        yield Lanes(at_once=1, patience=patience)


async def begun(work: Work, times: int = 1) -> None:
    while work.begun < times:  # noqa: ASYNC110 - what is waited for is seen from outside
        await asyncio.sleep(0.001)


async def test_what_takes_long_gives_way_and_is_begun_again() -> None:
    async with a_lane() as lanes:
        long, other = Work(), Work()
        other.go.set()
        reading = asyncio.create_task(lanes.run(long))
        await begun(long)
        assert await lanes.run(other) == "read"
        await begun(long, 2)
        long.go.set()
        assert await reading == "read"
        assert (long.begun, long.cut, other.begun) == (2, 1, 1)


async def test_what_takes_long_a_second_time_holds_up_only_what_took_long_too() -> None:
    async with a_lane() as lanes:
        long = [Work() for _ in range(5)]
        reading = [asyncio.create_task(lanes.run(work)) for work in long]
        await begun(long[0], 2)
        for _ in range(3):
            usual = Work()
            usual.go.set()
            assert await lanes.run(usual) == "read"
        assert max(work.begun for work in long[1:]) == 1
        for work in long:
            work.go.set()
        assert await asyncio.gather(*reading) == ["read"] * 5


async def test_where_nobody_waits_it_goes_on() -> None:
    async with a_lane(patience=0.0) as lanes:
        long = Work()
        reading = asyncio.create_task(lanes.run(long))
        await begun(long)
        for _ in range(20):
            await asyncio.sleep(0)
        long.go.set()
        assert await reading == "read"
        assert long.begun == 1


async def test_who_stops_waiting_ends_the_work_and_frees_its_place() -> None:
    async with a_lane() as lanes:
        long, other = Work(), Work()
        other.go.set()
        reading = asyncio.create_task(lanes.run(long))
        await begun(long)
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        assert await lanes.run(other) == "read"
        assert (long.begun, long.cut) == (1, 1)


async def test_what_fails_fails_once_and_frees_its_place() -> None:
    async def fail() -> str:
        raise LoadError("parse_failed")

    async with a_lane() as lanes:
        for _ in range(3):
            with pytest.raises(LoadError, match="parse_failed"):
                await lanes.run(fail)
