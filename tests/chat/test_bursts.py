"""Messages sent in quick succession become one burst, and nothing of it is lost or taken twice."""

import asyncio
from datetime import UTC, datetime

from bot.chat.bursts import MOST_MESSAGES, Burst, Bursts
from bot.core.requests import Incoming

QUIET = 0.02


def message(number: int, *, chat: int = 5, sender: int = 5, text: str = "") -> Incoming:
    return Incoming(
        chat_id=chat,
        sender_id=sender,
        message_id=number,
        sent_at=datetime(2026, 5, 4, tzinfo=UTC),
        text=text or f"message {number}",
    )


class Closed:
    def __init__(self) -> None:
        self.bursts: list[Burst] = []
        self.one = asyncio.Event()

    async def __call__(self, burst: Burst) -> None:
        self.bursts.append(burst)
        self.one.set()

    async def first(self) -> Burst:
        async with asyncio.timeout(5):
            await self.one.wait()
        return self.bursts[0]


async def test_messages_within_the_quiet_time_are_one_burst_in_their_order() -> None:
    closed = Closed()
    bursts = Bursts(closed, quiet=QUIET)
    assert [bursts.take(message(n), update_id=n) for n in (1, 2, 3)] == [True, False, False]
    burst = await closed.first()
    assert [one.message_id for one in burst.messages] == [1, 2, 3]
    assert burst.updates == [1, 2, 3]
    assert len(closed.bursts) == 1


async def test_people_and_chats_do_not_mix() -> None:
    closed = Closed()
    bursts = Bursts(closed, quiet=QUIET)
    assert bursts.take(message(1), 1)
    assert bursts.take(message(2, chat=6), 2)
    assert bursts.take(message(3, sender=9), 3)
    await asyncio.sleep(3 * QUIET)
    assert sorted(burst.updates for burst in closed.bursts) == [[1], [2], [3]]


async def test_each_message_makes_the_quiet_time_begin_anew() -> None:
    closed = Closed()
    bursts = Bursts(closed, quiet=0.2)
    bursts.take(message(1), 1)
    await asyncio.sleep(0.12)
    bursts.take(message(2), 2)
    await asyncio.sleep(0.12)
    assert closed.bursts == []
    assert (await closed.first()).updates == [1, 2]


async def test_a_burst_without_end_is_closed_when_it_is_full() -> None:
    closed = Closed()
    bursts = Bursts(closed, quiet=60)
    for n in range(MOST_MESSAGES):
        bursts.take(message(n), n)
    assert len((await closed.first()).messages) == MOST_MESSAGES


async def test_an_edit_takes_the_place_of_what_waits() -> None:
    closed = Closed()
    bursts = Bursts(closed, quiet=QUIET)
    bursts.take(message(1), 1)
    assert bursts.amend(message(1, text="better"), 2)
    burst = await closed.first()
    assert [one.text for one in burst.messages] == ["better"]
    assert burst.updates == [1, 2]


async def test_an_edit_of_what_does_not_wait_is_told_so() -> None:
    bursts = Bursts(Closed(), quiet=60)
    assert not bursts.amend(message(1), 1)
    bursts.take(message(1), 1)
    assert not bursts.amend(message(2), 2)
    await bursts.aclose()


async def test_what_is_dropped_is_never_closed() -> None:
    closed = Closed()
    bursts = Bursts(closed, quiet=QUIET)
    bursts.take(message(1), 1)
    bursts.take(message(2, chat=6), 2)
    assert bursts.holds(1)
    [dropped] = bursts.drop(5)
    assert dropped.updates == [1]
    assert not bursts.holds(1)
    await asyncio.sleep(3 * QUIET)
    assert [burst.updates for burst in closed.bursts] == [[2]]


async def test_what_waits_when_the_bot_ends_is_not_handed_over() -> None:
    closed = Closed()
    bursts = Bursts(closed, quiet=QUIET)
    bursts.take(message(1), 1)
    await bursts.aclose()
    await asyncio.sleep(3 * QUIET)
    assert closed.bursts == []


async def test_whoever_settles_waits_for_what_a_closed_burst_comes_to_and_no_longer() -> None:
    go = asyncio.Event()

    async def slow(_: Burst) -> None:
        await go.wait()

    bursts = Bursts(slow, quiet=0)
    bursts.take(message(1), 1)
    await asyncio.sleep(0.01)
    assert bursts.holds(1), "it is not a request yet"
    await bursts.settle(6, seconds=60)
    waiting = asyncio.create_task(bursts.settle(5, seconds=60))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    go.set()
    await waiting
    await asyncio.sleep(0)
    assert not bursts.holds(1)


async def test_closing_cuts_off_what_bursts_set_going() -> None:
    cut: list[bool] = []

    async def endless(_: Burst) -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            cut.append(True)
            raise

    bursts = Bursts(endless, quiet=0)
    bursts.take(message(1), 1)
    await asyncio.sleep(0.01)
    await bursts.aclose()
    assert cut == [True]
