"""Work that outlasts being cancelled."""

import asyncio

import pytest

from bot.flows.cancelling import carry_through, outlast


async def work(began: asyncio.Event, go: asyncio.Event, done: list[int], error: Exception | None = None) -> int:
    began.set()
    await go.wait()
    if error:
        raise error
    done.append(1)
    return 7


@pytest.mark.parametrize("times", [1, 3])
async def test_what_is_outlasted_is_done_and_then_cancelled(times: int) -> None:
    began, go, done = asyncio.Event(), asyncio.Event(), list[int]()
    task = asyncio.create_task(outlast(work(began, go, done)))
    await began.wait()
    for _ in range(times):
        task.cancel()
        await asyncio.sleep(0)
    assert not task.done()
    go.set()
    await asyncio.wait([task])
    assert done == [1]
    assert task.cancelled()


async def test_what_is_carried_through_returns_its_result_and_whether_it_was_to_end() -> None:
    began, go, done = asyncio.Event(), asyncio.Event(), list[int]()
    task = asyncio.create_task(carry_through(work(began, go, done)))
    await began.wait()
    task.cancel()
    await asyncio.sleep(0)
    go.set()
    assert await task == (7, True)
    assert await carry_through(work(began, go, done)) == (7, False)


@pytest.mark.parametrize("wrapped", [outlast, carry_through])
async def test_an_error_comes_through(wrapped: object) -> None:
    began, go = asyncio.Event(), asyncio.Event()
    go.set()
    with pytest.raises(KeyError):
        await wrapped(work(began, go, [], KeyError("x")))  # type: ignore[operator]


async def test_without_a_cancelling_nothing_is_different() -> None:
    go = asyncio.Event()
    go.set()
    assert await outlast(work(asyncio.Event(), go, [])) == 7
