"""Requests of a chat are worked on one after the other, chats beside each other, and what is stopped stays stopped."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.chat.queues import MOST_FAILURES, MOST_WAITING, Queues
from bot.core.requests import PastedText, Request


def request(chat: int, message: int) -> Request:
    return Request(
        id=f"{chat}:{message}",
        chat_id=chat,
        asker_id=chat,
        message_id=message,
        items=(PastedText(text="text"),),
        asked_at=datetime(2026, 5, 4, tzinfo=UTC),
    )


class Work:
    """Works until `go` is set; remembers what began and what ended."""

    def __init__(self) -> None:
        self.began: list[str] = []
        self.ended: list[str] = []
        self.go = asyncio.Event()

    async def __call__(self, asked: Request) -> None:
        self.began.append(asked.id)
        await self.go.wait()
        self.ended.append(asked.id)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110
            await asyncio.sleep(0.001)


async def test_a_chat_waits_for_itself_and_not_for_others() -> None:
    work = Work()
    queues = Queues(work)
    for asked in (request(1, 1), request(1, 2), request(2, 1)):
        queues.put(asked)
    await until(lambda: len(work.began) == 2)
    assert sorted(work.began) == ["1:1", "2:1"]
    work.go.set()
    await until(lambda: len(work.ended) == 3)
    assert [name for name in work.ended if name.startswith("1:")] == ["1:1", "1:2"]


async def test_stopping_returns_what_was_cut_and_what_waited() -> None:
    work = Work()
    queues = Queues(work)
    for asked in (request(1, 1), request(1, 2), request(2, 1)):
        queues.put(asked)
    await until(lambda: len(work.began) == 2)
    assert [stopped.id for stopped in await queues.stop(1)] == ["1:1", "1:2"]
    work.go.set()
    await until(lambda: work.ended == ["2:1"])
    assert "1:2" not in work.began


async def test_stopping_before_the_work_began_loses_nothing() -> None:
    queues = Queues(Work())
    queues.put(request(1, 1))
    assert [stopped.id for stopped in await queues.stop(1)] == ["1:1"]
    assert await queues.stop(1) == ()


async def test_after_a_stop_the_chat_is_served_again() -> None:
    work = Work()
    queues = Queues(work)
    queues.put(request(1, 1))
    await queues.stop(1)
    work.go.set()
    queues.put(request(1, 2))
    await until(lambda: work.ended == ["1:2"])


async def test_what_comes_in_while_work_is_being_stopped_is_worked_on() -> None:
    began, go = asyncio.Event(), asyncio.Event()
    done: list[str] = []

    async def stubborn(asked: Request) -> None:
        began.set()
        try:
            await go.wait()
        except asyncio.CancelledError:
            await asyncio.sleep(0.02)
            raise
        done.append(asked.id)

    queues = Queues(stubborn)
    queues.put(request(1, 1))
    await began.wait()
    stopping = asyncio.create_task(queues.stop(1))
    await asyncio.sleep(0)
    queues.put(request(1, 2))
    assert [stopped.id for stopped in await stopping] == ["1:1"]
    go.set()
    await until(lambda: done == ["1:2"])


async def test_work_that_could_not_be_cut_any_more_is_not_called_stopped() -> None:
    began = asyncio.Event()

    async def finishing(_: Request) -> None:
        began.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            return

    queues = Queues(finishing)
    queues.put(request(1, 1))
    await began.wait()
    assert await queues.stop(1) == ()


async def test_a_request_that_fails_does_not_hold_up_the_next(caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []

    async def failing(asked: Request) -> None:
        if asked.message_id == 1:
            raise ZeroDivisionError
        done.append(asked.id)

    queues = Queues(failing)
    queues.put(request(1, 1))
    queues.put(request(1, 2))
    await until(lambda: done == ["1:2"])
    assert "1:1" in caplog.text


async def test_a_request_that_fails_for_a_while_is_worked_on_again() -> None:
    tries: list[str] = []

    async def failing(asked: Request) -> None:
        tries.append(asked.id)
        if len(tries) < 3:
            raise ZeroDivisionError

    queues = Queues(failing, pause=0.001)
    queues.put(request(1, 1))
    await until(lambda: len(tries) == 3)
    await asyncio.sleep(0.01)
    assert tries == ["1:1"] * 3


async def test_one_that_fails_each_time_is_given_up_and_one_that_waits_for_another_try_can_be_stopped() -> None:
    tries: list[str] = []

    async def failing(asked: Request) -> None:
        tries.append(asked.id)
        raise ZeroDivisionError

    queues = Queues(failing, pause=0.001)
    queues.put(request(1, 1))
    await until(lambda: len(tries) == 1 + MOST_FAILURES)
    await asyncio.sleep(0.01)
    assert len(tries) == 1 + MOST_FAILURES
    patient = Queues(failing, pause=60)
    patient.put(request(1, 2))
    await until(lambda: tries[-1] == "1:2")
    await asyncio.sleep(0.001)
    assert [stopped.id for stopped in await patient.stop(1)] == ["1:2"]


async def test_a_request_that_is_there_already_is_not_worked_on_twice() -> None:
    work = Work()
    queues = Queues(work)
    for _ in range(2):
        queues.put(request(1, 1))
        queues.put(request(1, 2))
    await until(lambda: bool(work.began))
    queues.put(request(1, 1))
    assert queues.held == {"1:1", "1:2"}
    work.go.set()
    await until(lambda: not queues.held)
    assert work.ended == ["1:1", "1:2"]


async def test_a_queue_has_an_end() -> None:
    work = Work()
    queues = Queues(work)
    queues.put(request(1, 0))
    await until(lambda: bool(work.began))
    for n in range(1, MOST_WAITING + 1):
        assert queues.has_room(1)
        queues.put(request(1, n))
    assert not queues.has_room(1)
    assert queues.has_room(2)
    await queues.aclose()


async def test_closing_ends_everything() -> None:
    work = Work()
    queues = Queues(work)
    for chat in range(3):
        queues.put(request(chat, 1))
        queues.put(request(chat, 2))
    await until(lambda: len(work.began) == 3)
    await queues.aclose()
    work.go.set()
    await asyncio.sleep(0.01)
    assert work.ended == []
    assert len(work.began) == 3
