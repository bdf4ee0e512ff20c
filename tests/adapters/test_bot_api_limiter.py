"""The flood limits of Telegram, kept to in a time that passes only in the test."""

import asyncio
import selectors
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from telegram.error import NetworkError, RetryAfter

from bot.adapters.bot_api.limiter import ChatLimiter

ALMOST = 1e-6
"""Seconds by which a sum of floats may miss."""


@pytest.fixture(autouse=True)
def durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


# ---------------------------------------------------------------- a time of its own


class JumpingSelector(selectors.SelectSelector):
    """Waits for no time at all, and says that it was as long as asked for."""

    now = 1000.0

    def select(self, timeout: float | None = None) -> Any:
        ready = super().select(0)
        if not ready:
            assert timeout is not None, "everybody waits for somebody"
            self.now += max(0.0, timeout)
        return ready


class JumpingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self.selector = JumpingSelector()
        super().__init__(self.selector)

    def time(self) -> float:
        return self.selector.now


def run(scenario: Callable[["Telegram"], Coroutine[Any, Any, None]]) -> "Telegram":
    """Play a scenario in a time that jumps from event to event."""
    with asyncio.Runner(loop_factory=JumpingLoop) as runner:
        loop = runner.get_loop()
        telegram = Telegram(loop.time)
        runner.run(scenario(telegram))
    return telegram


@dataclass(frozen=True)
class Made:
    """A call that reached Telegram."""

    at: float
    chat: int | None
    name: str
    endpoint: str


@dataclass
class Telegram:
    """Takes the calls that the limiter lets through and notes when."""

    clock: Callable[[], float]
    answers: dict[str, list[float]] = field(default_factory=dict)
    """By name of a call: the `retry_after` of each refusal that it gets first."""
    made: list[Made] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.began = self.clock()
        self.limiter = ChatLimiter(clock=self.clock)

    async def call(self, name: str, chat: int | None = None, endpoint: str = "sendMessage", takes: float = 0.0) -> Any:
        async def callback(*args: Any, **kwargs: Any) -> dict[str, Any]:
            self.made.append(Made(self.clock() - self.began, chat, name, endpoint))
            await asyncio.sleep(takes)
            if self.answers.get(name):
                raise RetryAfter(timedelta(seconds=self.answers[name].pop(0)))
            return {"name": name}

        data = {} if chat is None else {"chat_id": chat}
        return await self.limiter.process_request(callback, (), {}, endpoint, data, None)

    def times(self, name: str = "") -> list[float]:
        return [each.at for each in self.made if each.name.startswith(name)]


# ---------------------------------------------------------------- what is let through when


def test_a_few_messages_go_out_at_once_and_the_rest_about_one_a_second() -> None:
    async def scenario(telegram: Telegram) -> None:
        await asyncio.gather(*(telegram.call(f"m{n}", chat=1) for n in range(9)))

    assert run(scenario).times() == pytest.approx([0, 0, 0, 3, 3, 3, 6, 6, 6])


def test_a_group_gets_twenty_messages_a_minute() -> None:
    async def scenario(telegram: Telegram) -> None:
        await asyncio.gather(*(telegram.call(f"m{n}", chat=-1) for n in range(25)))

    times = run(scenario).times()
    assert sum(at < 60 - ALMOST for at in times) == 20
    assert times[20] == pytest.approx(60)


def test_edits_count_like_messages_and_reactions_do_not() -> None:
    async def scenario(telegram: Telegram) -> None:
        await asyncio.gather(
            *(telegram.call("edit", chat=1, endpoint="editMessageText") for _ in range(4)),
            *(telegram.call("react", chat=1, endpoint="setMessageReaction") for _ in range(4)),
            *(telegram.call("typing", chat=1, endpoint="sendChatAction") for _ in range(4)),
        )

    telegram = run(scenario)
    assert telegram.times("edit") == pytest.approx([0, 0, 0, 3])
    assert telegram.times("react") == telegram.times("typing") == pytest.approx([0, 0, 0, 0])


def test_all_chats_together_get_thirty_calls_a_second() -> None:
    async def scenario(telegram: Telegram) -> None:
        await asyncio.gather(*(telegram.call(f"m{n}", chat=n + 1) for n in range(70)))

    assert run(scenario).times() == pytest.approx([0] * 30 + [1] * 30 + [2] * 10)


def test_answers_to_taps_wait_for_nobody() -> None:
    async def scenario(telegram: Telegram) -> None:
        await asyncio.gather(
            *(telegram.call("m", chat=n + 1) for n in range(60)),
            *(telegram.call("answer", endpoint="answerCallbackQuery") for _ in range(60)),
        )

    assert run(scenario).times("answer") == pytest.approx([0] * 60)


def test_the_messages_of_a_chat_are_never_on_their_way_at_the_same_time() -> None:
    async def scenario(telegram: Telegram) -> None:
        await asyncio.gather(*(telegram.call(f"m{n}", chat=1, takes=5) for n in range(3)))

    assert run(scenario).times() == pytest.approx([0, 5, 10])


def test_what_a_call_returns_and_raises_comes_back() -> None:
    async def broken(*args: Any, **kwargs: Any) -> bool:
        raise NetworkError("no")

    async def scenario(telegram: Telegram) -> None:
        assert await telegram.call("m", chat=1) == {"name": "m"}
        with pytest.raises(NetworkError):
            await telegram.limiter.process_request(broken, (), {}, "sendMessage", {"chat_id": 1}, None)
        assert await telegram.call("n", chat=1) == {"name": "n"}

    run(scenario)


# ---------------------------------------------------------------- when Telegram asks for quiet


def test_only_the_chat_that_was_refused_waits() -> None:
    async def scenario(telegram: Telegram) -> None:
        telegram.answers["a0"] = [42]
        await asyncio.gather(
            telegram.call("a0", chat=1),
            telegram.call("a1", chat=1),
            telegram.call("b", chat=2),
            later(10, lambda: telegram.call("c", chat=2)),
            later(10, lambda: telegram.call("react", chat=1, endpoint="setMessageReaction")),
        )

    telegram = run(scenario)
    assert telegram.times("a0") == pytest.approx([0, 42])
    assert telegram.times("a1") == pytest.approx([42])
    assert telegram.times("b") + telegram.times("c") == pytest.approx([0, 10])
    assert telegram.times("react") == pytest.approx([42])


def test_a_refused_reaction_makes_the_messages_of_its_chat_wait_too() -> None:
    async def scenario(telegram: Telegram) -> None:
        telegram.answers["react"] = [20]
        await asyncio.gather(
            telegram.call("react", chat=1, endpoint="setMessageReaction"), later(1, lambda: telegram.call("m", chat=1))
        )

    telegram = run(scenario)
    assert telegram.times("react") == pytest.approx([0, 20])
    assert telegram.times("m") == pytest.approx([20])


def test_a_message_that_is_about_to_go_out_still_heeds_a_refusal_in_its_chat() -> None:
    async def scenario(telegram: Telegram) -> None:
        telegram.answers["react"] = [20]
        await asyncio.gather(
            telegram.call("react", chat=1, endpoint="setMessageReaction", takes=0.5),
            *(telegram.call("others", chat=n + 2) for n in range(30)),
            telegram.call("m", chat=1),
        )

    telegram = run(scenario)
    assert telegram.times("react") == pytest.approx([0, 20.5])
    assert telegram.times("m") == pytest.approx([20.5])


def test_a_refusal_without_a_chat_makes_everybody_wait() -> None:
    async def scenario(telegram: Telegram) -> None:
        telegram.answers["who"] = [30]
        await asyncio.gather(
            telegram.call("who", endpoint="getMe"),
            later(1, lambda: telegram.call("m", chat=1)),
            later(1, lambda: telegram.call("answer", endpoint="answerCallbackQuery")),
        )

    telegram = run(scenario)
    assert telegram.times("who") == pytest.approx([0, 30])
    assert telegram.times("m") + telegram.times("answer") == pytest.approx([30, 30])


def test_a_call_is_made_again_five_times_at_most() -> None:
    async def scenario(telegram: Telegram) -> None:
        telegram.answers["m"] = [1] * 100
        with pytest.raises(RetryAfter):
            await telegram.call("m", chat=1)

    assert len(run(scenario).made) == 6


def test_nobody_waits_longer_than_ten_minutes() -> None:
    async def scenario(telegram: Telegram) -> None:
        telegram.answers["m"] = [700]
        with pytest.raises(RetryAfter) as refused:
            await telegram.call("m", chat=1)
        assert refused.value.retry_after == timedelta(seconds=700)
        with pytest.raises(RetryAfter) as refused:
            await telegram.call("n", chat=1)
        assert refused.value.retry_after == timedelta(seconds=700)
        await asyncio.sleep(200)
        await telegram.call("o", chat=1)

    telegram = run(scenario)
    assert [each.name for each in telegram.made] == ["m", "o"]
    assert telegram.times("o") == pytest.approx([700])


def test_several_refusals_wait_ten_minutes_in_all() -> None:
    async def scenario(telegram: Telegram) -> None:
        telegram.answers["m"] = [250] * 10
        with pytest.raises(RetryAfter):
            await telegram.call("m", chat=1)

    assert run(scenario).times() == pytest.approx([0, 250, 500])


def test_a_call_that_is_given_up_lets_the_next_one_through() -> None:
    async def scenario(telegram: Telegram) -> None:
        first = asyncio.create_task(telegram.call("m0", chat=1, takes=50))
        second = asyncio.create_task(telegram.call("m1", chat=1))
        third = asyncio.create_task(telegram.call("m2", chat=1))
        await asyncio.sleep(10)
        first.cancel()
        second.cancel()
        await third

    telegram = run(scenario)
    assert telegram.times("m1") == []
    assert telegram.times("m2") == pytest.approx([10])


# ---------------------------------------------------------------- memory


def test_chats_that_are_quiet_are_forgotten() -> None:
    async def scenario(telegram: Telegram) -> None:
        for minute in range(20):
            await asyncio.gather(*(telegram.call("m", chat=100 * minute + n + 1) for n in range(100)))
            await asyncio.sleep(60)
            assert telegram.limiter.known_chats <= 200

    run(scenario)


def test_a_chat_with_a_message_on_its_way_is_not_forgotten() -> None:
    async def scenario(telegram: Telegram) -> None:
        await asyncio.gather(
            telegram.call("slow", chat=1, takes=200),
            later(100, lambda: telegram.call("other", chat=2)),
            later(150, lambda: telegram.call("next", chat=1)),
        )

    assert run(scenario).times("next") == pytest.approx([200])


def test_a_chat_that_has_to_be_quiet_is_not_forgotten() -> None:
    async def scenario(telegram: Telegram) -> None:
        telegram.answers["m"] = [599, 599]
        with pytest.raises(RetryAfter):
            await telegram.call("m", chat=1)
        for _ in range(5):
            await asyncio.sleep(61)
            await telegram.call("other", chat=2)
        await telegram.call("n", chat=1)

    assert run(scenario).times("n") == pytest.approx([599 + 599])


# ---------------------------------------------------------------- whatever comes


@dataclass(frozen=True)
class Planned:
    gap: float
    chat: int
    endpoint: str
    takes: float
    refusals: tuple[float, ...]


PLANS = st.lists(
    st.builds(
        Planned,
        gap=st.sampled_from([0.0, 0.0, 0.0, 0.01, 0.3, 1.0, 7.0]),
        chat=st.sampled_from([1, 2, 3, -1, -2]),
        endpoint=st.sampled_from(["sendMessage", "sendMessage", "editMessageText", "setMessageReaction"]),
        takes=st.sampled_from([0.0, 0.0, 0.05, 2.0]),
        refusals=st.sampled_from([(), (), (), (), (), (3.0,), (20.0,), (1.0, 5.0)]),
    ),
    max_size=120,
)


def played(plan: list[Planned]) -> Telegram:
    async def scenario(telegram: Telegram) -> None:
        tasks = []
        for number, planned in enumerate(plan):
            name = f"{number:03}"
            telegram.answers[name] = list(planned.refusals)
            await asyncio.sleep(planned.gap)
            tasks.append(
                asyncio.create_task(
                    telegram.call(name, chat=planned.chat, endpoint=planned.endpoint, takes=planned.takes)
                )
            )
        await asyncio.gather(*tasks)

    return run(scenario)


def most_within(times: list[float], seconds: float) -> int:
    """The largest number of times in any stretch of so many seconds, its end not included."""
    return max((sum(start <= at < start + seconds - ALMOST for at in times) for start in times), default=0)


def counted(telegram: Telegram) -> Iterator[tuple[int, list[Made]]]:
    for chat in {each.chat for each in telegram.made if each.chat is not None}:
        yield chat, [e for e in telegram.made if e.chat == chat and e.endpoint != "setMessageReaction"]


@given(PLANS)
def test_there_is_never_more_in_any_stretch_of_time_than_allowed(plan: list[Planned]) -> None:
    telegram = played(plan)
    assert most_within(telegram.times(), 1) <= 30
    for chat, made in counted(telegram):
        times = [each.at for each in made]
        assert most_within(times, 3) <= 3
        assert chat > 0 or most_within(times, 60) <= 20


@given(PLANS)
def test_every_call_is_made_until_it_is_taken_and_the_messages_of_a_chat_in_their_order(plan: list[Planned]) -> None:
    telegram = played(plan)
    for number, planned in enumerate(plan):
        assert len(telegram.times(f"{number:03}")) == 1 + len(planned.refusals)
    for _, made in counted(telegram):
        assert [each.name for each in made] == sorted(each.name for each in made)


@given(PLANS)
def test_after_a_refusal_a_chat_is_quiet_for_as_long_as_asked(plan: list[Planned]) -> None:
    telegram = played(plan)
    for number, planned in enumerate(plan):
        tries = telegram.times(f"{number:03}")
        for (refused, _), wait in zip(pairwise(tries), planned.refusals, strict=True):
            silence = (refused + planned.takes + ALMOST, refused + planned.takes + wait - ALMOST)
            assert not [e for e in telegram.made if e.chat == planned.chat and silence[0] < e.at < silence[1]]


@given(st.lists(st.sampled_from([1, 2, -1]), min_size=20, max_size=60))
def test_a_chat_with_little_to_say_does_not_wait_for_one_with_much(talkers: list[int]) -> None:
    async def scenario(telegram: Telegram) -> None:
        talking = [asyncio.create_task(telegram.call(f"t{n}", chat=chat)) for n, chat in enumerate(talkers)]
        await asyncio.sleep(1.5)
        await telegram.call("quiet", chat=9)
        await asyncio.gather(*talking)

    assert run(scenario).times("quiet") == pytest.approx([1.5])


async def later(seconds: float, call: Callable[[], Awaitable[Any]]) -> Any:
    await asyncio.sleep(seconds)
    return await call()


def test_once_it_is_closed_nobody_waits() -> None:
    ended: list[type[BaseException]] = []

    async def scenario(telegram: Telegram) -> None:
        async def patient(name: str) -> None:
            try:
                await telegram.call(name, 1)
            except RetryAfter as error:
                ended.append(type(error))

        telegram.answers["first"] = [300.0]
        waiting = [asyncio.create_task(patient(name)) for name in ("first", "second")]
        await asyncio.sleep(1)
        telegram.limiter.close()
        await asyncio.wait(waiting)
        await patient("third")
        assert telegram.clock() < telegram.began + 2

    telegram = run(scenario)
    assert ended == [RetryAfter] * 3
    assert [made.name for made in telegram.made] == ["first"]
