"""What a call to a model takes is counted before it is made and settled once; a refusal is not asked for again."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest

from bot.adapters.openai_llm.faults import Pause
from bot.adapters.openai_llm.reply import stated_usage
from bot.core.errors import StoreError, WriterError
from bot.core.models import DraftBrief, Usage
from bot.core.writing.estimating import estimate_call
from bot.core.writing.fitting import estimate_tokens
from tests.adapters.test_openai_llm import ENDS, REPLY, SLOW, STILL_A_DRAFT, Waits, request, writing
from tests.doubles.chat_request import ChatRequest, RefusedError
from tests.doubles.model_endpoint import Answer, ModelEndpoint, always, in_turn
from tests.doubles.model_faults import HTTP_FAULTS, REPLY_FAULTS, Fault, completion

REFUSALS = {"quota": "quota", "payment": "quota", "unauthorised": "unauthorised", "forbidden": "unauthorised"}


class Book:
    """A strict `Meter` that can be interrupted at every step; `broken` names the method that fails."""

    def __init__(self, *, cap: int = 10**9, broken: str = "") -> None:
        self.cap = cap
        self.broken = broken
        self.tries = 0
        self.reserved: dict[int, int] = {}
        self.settled: dict[int, Usage | None] = {}

    async def reserve(self, tokens: int, /) -> int:
        self.tries += 1
        await asyncio.sleep(0)
        if self.broken == "reserve":
            raise StoreError("store_unreadable", reason="disk full")
        if self.tokens + tokens > self.cap:
            raise WriterError("budget")
        number = len(self.reserved) + 1
        self.reserved[number] = tokens
        await asyncio.sleep(0)
        return number

    async def settle(self, reservation: int, usage: Usage | None, /) -> None:
        assert reservation in self.reserved
        assert reservation not in self.settled, "settled twice"
        await asyncio.sleep(0)
        if self.broken == "settle":
            raise StoreError("store_unreadable", reason="disk full")
        self.settled[reservation] = usage
        await asyncio.sleep(0)

    @property
    def is_closed(self) -> bool:
        return self.reserved.keys() == self.settled.keys()

    @property
    def tokens(self) -> int:
        return sum(map(self._counted, self.reserved))

    def _counted(self, number: int) -> int:
        usage = self.settled.get(number)
        return self.reserved[number] if usage is None else usage.input_tokens + usage.output_tokens


class Hours:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


def cost_of(name: str) -> Usage | None:
    """What is known of the cost of a request that ends in a fault, by the table of faults."""
    if name in HTTP_FAULTS:
        wire = HTTP_FAULTS[name]
        return Usage(calls=1) if wire.manner == "whole" and wire.status >= 300 else None
    if name in {"no_usage", "odd_usage"}:
        return None
    stated = REPLY_FAULTS[name](REPLY, "double-1")["usage"]
    return Usage(input_tokens=stated["prompt_tokens"], output_tokens=stated["completion_tokens"], calls=1)


async def code_of(work: Callable[[], Any]) -> str:
    try:
        await work()
    except WriterError as error:
        return error.code
    return "draft"


# ---------------------------------------------------------------- every call is settled once


@pytest.mark.parametrize("name", sorted(set(ENDS) | STILL_A_DRAFT))
async def test_each_request_is_settled_once_with_what_is_known_of_its_cost(name: str) -> None:
    book = Book()
    with ModelEndpoint(always(Fault(name, REPLY))) as endpoint:
        async with writing(endpoint, meter=book, timeout=0.2 if name in SLOW else 20.0) as writer:
            end = await code_of(lambda: writer.write(request()))
    assert end == ("draft" if name in STILL_A_DRAFT else ENDS[name][0])
    assert len(book.reserved) == endpoint.count > 0
    assert book.is_closed
    known = cost_of(name)
    assert set(book.settled.values()) == {known}
    each = (known.input_tokens + known.output_tokens) * endpoint.count if known else sum(book.reserved.values())
    assert book.tokens == each


async def test_a_request_is_made_only_after_its_tokens_are_reserved() -> None:
    book = Book()
    waiting: list[int] = []

    def reply(_: ChatRequest) -> Answer:
        waiting.append(len(book.reserved) - len(book.settled))
        return REPLY if len(waiting) == 3 else Fault("server_error")

    with ModelEndpoint(reply) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            await writer.write(request())
    assert waiting == [1, 1, 1]
    assert list(book.settled.values())[:2] == [Usage(calls=1), Usage(calls=1)]


async def test_a_server_that_is_not_there_costs_nothing() -> None:
    with ModelEndpoint(always(REPLY)) as endpoint:
        gone = endpoint.base_url
    book = Book()
    async with writing(endpoint, base_url=gone, meter=book) as writer:
        with pytest.raises(WriterError, match="unavailable"):
            await writer.write(request())
    assert list(book.settled.values()) == [Usage(calls=1)] * 4
    assert book.tokens == 0


async def test_a_form_that_the_server_does_not_know_costs_nothing() -> None:
    book = Book()
    with ModelEndpoint(always(REPLY), formats=("text",)) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            written = await writer.write(request())
    assert list(book.settled.values())[:2] == [Usage(calls=1), Usage(calls=1)]
    assert sum((usage for usage in book.settled.values() if usage), Usage()) == written.usage


async def test_an_unreadable_reply_and_its_second_try_are_both_paid_for() -> None:
    book = Book()
    with ModelEndpoint(in_turn([Fault("broken_json", REPLY), REPLY])) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            written = await writer.write(request())
    assert written.usage.calls == 2
    assert book.tokens == written.usage.input_tokens + written.usage.output_tokens


async def test_the_probe_is_counted_like_every_request() -> None:
    book = Book()
    with ModelEndpoint(always({"ready": True})) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            await writer.model.probe()
    assert book.is_closed
    assert book.tokens > 1200


# ---------------------------------------------------------------- the estimate


def test_the_estimate_counts_what_is_read_and_room_for_the_reply() -> None:
    texts = ["The ferry was late. " * 40, '{"type":"object"}']
    read = sum(map(estimate_tokens, texts))
    assert read + 1_500 <= estimate_call(texts, extra={}) <= read + 1_600


@pytest.mark.parametrize(
    ("extra", "room"),
    [
        ({"max_tokens": 200}, 200),
        ({"max_completion_tokens": 9_000}, 9_000),
        ({"max_tokens": 200, "max_completion_tokens": 300}, 300),
        ({"max_tokens": -1}, 1_500),
        ({"max_tokens": 0}, 1_500),
        ({"max_tokens": True}, 1_500),
        ({"max_tokens": "200"}, 1_500),
        ({"max_tokens": None, "temperature": 3}, 1_500),
    ],
)
def test_a_limit_of_the_reply_is_the_room_for_it(extra: dict[str, object], room: int) -> None:
    assert estimate_call([], extra=extra) == room


@pytest.mark.parametrize("formats", [("json_schema",), ("json_object",), ("text",)])
async def test_all_that_is_sent_is_in_the_estimate_once(formats: tuple[str, ...]) -> None:
    book = Book()
    with ModelEndpoint(always(REPLY), formats=formats) as endpoint:
        async with writing(endpoint, meter=book, extra={"max_tokens": 700}) as writer:
            await writer.write(request())
    sent = endpoint.requests[-1]
    texts = [text for _, text in sent.messages]
    if sent.schema is not None:
        texts.append(json.dumps(sent.schema, separators=(",", ":")))
    read = sum(map(estimate_tokens, texts))
    reserved = list(book.reserved.values())[-1]
    assert read + 700 <= reserved <= read + 700 + 50


# ---------------------------------------------------------------- a meter that says no, or breaks


async def test_without_tokens_left_no_request_is_made() -> None:
    book, waits = Book(cap=100), Waits()
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint, meter=book, sleep=waits) as writer:
            with pytest.raises(WriterError) as caught:
                await writer.write(request())
    assert (caught.value.code, endpoint.count, waits, book.tries) == ("budget", 0, [], 1)


async def test_tokens_that_run_out_between_two_tries_end_them() -> None:
    book = Book()

    def fail(_: ChatRequest) -> Answer:
        book.cap = 1
        return Fault("server_error")

    with ModelEndpoint(fail) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            with pytest.raises(WriterError) as caught:
                await writer.write(request())
    assert (caught.value.code, endpoint.count, book.tries) == ("budget", 1, 2)
    assert book.is_closed


async def test_drafts_at_the_same_time_do_not_exceed_the_cap() -> None:
    trial = Book()
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint, meter=trial) as writer:
            await writer.write(request())
        book = Book(cap=3 * trial.reserved[1])
        async with writing(endpoint, meter=book) as writer:
            ends = await asyncio.gather(*(writer.write(request()) for _ in range(8)), return_exceptions=True)
    drafts = [end for end in ends if not isinstance(end, BaseException)]
    assert 3 <= len(drafts) < 8
    assert {end.code for end in ends if isinstance(end, WriterError)} == {"budget"}
    assert endpoint.count == 1 + len(drafts)
    assert book.is_closed


async def test_a_meter_that_fails_costs_no_money(caplog: pytest.LogCaptureFixture) -> None:
    book, waits = Book(broken="reserve"), Waits()
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint, meter=book, sleep=waits) as writer:
            with pytest.raises(WriterError) as caught:
                await writer.write(request())
    assert (caught.value.code, caught.value.params["reason"]) == ("unavailable", "accounts")
    assert (endpoint.count, waits, book.tries) == (0, [], 1)
    assert [record.levelno for record in caplog.records if "store_unreadable" in record.message] == [logging.ERROR]
    assert caught.value.__context__ is None


async def test_a_reply_that_is_paid_for_is_used_though_its_cost_cannot_be_kept(
    caplog: pytest.LogCaptureFixture,
) -> None:
    book = Book(broken="settle")
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            written = await writer.write(request())
    assert written.draft == DraftBrief.model_validate(REPLY)
    assert [record.levelno for record in caplog.records if "store_unreadable" in record.message] == [logging.ERROR]


# ---------------------------------------------------------------- being stopped


async def test_a_draft_stopped_while_it_waits_for_the_reply_keeps_its_estimate() -> None:
    book, reached, loop = Book(), asyncio.Event(), asyncio.get_running_loop()

    def hang(_: ChatRequest) -> Answer:
        loop.call_soon_threadsafe(reached.set)
        return Fault("hang")

    with ModelEndpoint(hang) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            task = asyncio.create_task(writer.write(request()))
            await reached.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert book.settled == {1: None}


class Held(Book):
    """A meter of which one method waits until it is let go."""

    def __init__(self, method: str) -> None:
        super().__init__()
        self.method = method
        self.reached = asyncio.Event()
        self.release = asyncio.Event()

    async def reserve(self, tokens: int, /) -> int:
        await self._hold("reserve")
        return await super().reserve(tokens)

    async def settle(self, reservation: int, usage: Usage | None, /) -> None:
        await self._hold("settle")
        await super().settle(reservation, usage)

    async def _hold(self, method: str) -> None:
        if method == self.method:
            self.reached.set()
            await self.release.wait()


@pytest.mark.parametrize(("method", "requests"), [("reserve", 0), ("settle", 1)])
@pytest.mark.parametrize("times", [1, 3])
async def test_who_stops_a_draft_does_not_stop_its_accounts(method: str, requests: int, times: int) -> None:
    book = Held(method)
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            task = asyncio.create_task(writer.write(request()))
            await book.reached.wait()
            for _ in range(times):
                task.cancel()
                await asyncio.sleep(0)
            book.release.set()
            with pytest.raises(asyncio.CancelledError):
                await task
    assert endpoint.count == requests
    assert book.reserved.keys() == {1} == book.settled.keys()
    usage = book.settled[1]
    assert usage is not None
    assert (usage.calls, usage.input_tokens) == ((1, 1200) if requests else (0, 0))


async def test_a_draft_stopped_while_a_broken_meter_is_asked_is_stopped() -> None:
    book = Held("reserve")
    book.broken = "reserve"
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            task = asyncio.create_task(writer.write(request()))
            await book.reached.wait()
            task.cancel()
            book.release.set()
            with pytest.raises(asyncio.CancelledError):
                await task
    assert (endpoint.count, book.reserved) == (0, {})


async def test_a_draft_may_be_stopped_at_any_step_and_nothing_stays_open() -> None:
    stopped, counted = 0, 0
    with ModelEndpoint(always(Fault("server_error"))) as endpoint:
        for steps in range(120):
            book = Book()
            async with writing(endpoint, meter=book) as writer:
                task = asyncio.create_task(writer.write(request()))
                for _ in range(steps):
                    await asyncio.sleep(0 if steps % 2 else 0.0002)
                task.cancel()
                ended = (await asyncio.gather(task, return_exceptions=True))[0]
            stopped += isinstance(ended, asyncio.CancelledError)
            assert isinstance(ended, asyncio.CancelledError | WriterError)
            assert book.is_closed, steps
            counted += sum(1 for usage in book.settled.values() if usage is None or usage.calls)
    assert stopped > 20
    assert 0 < endpoint.count <= counted


async def test_the_deadline_settles_what_it_ends() -> None:
    book = Book()
    with ModelEndpoint(always(Fault("hang"))) as endpoint:
        async with writing(endpoint, meter=book, timeout=60.0, deadline=0.2) as writer:
            with pytest.raises(WriterError, match="timed_out"):
                await writer.write(request())
            assert book.settled == {1: None}


# ---------------------------------------------------------------- what a server may state


def stating(usage: object) -> bytes:
    return json.dumps(completion("{}", model="double-1") | {"usage": usage}).encode()


@pytest.mark.parametrize("tokens", [0, 1, 10_000_000])
def test_a_count_within_reason_is_believed(tokens: int) -> None:
    stated = stated_usage(stating({"prompt_tokens": tokens, "completion_tokens": 5, "total_tokens": tokens + 5}))
    assert stated == Usage(input_tokens=tokens, output_tokens=5)


@pytest.mark.parametrize("tokens", [-1, 10_000_001, 10**30, 1e308, float("nan"), 1.5, "many", None, [], {}])
@pytest.mark.parametrize("side", ["prompt_tokens", "completion_tokens"])
def test_a_count_beyond_reason_is_as_none(side: str, tokens: object) -> None:
    assert stated_usage(stating({"prompt_tokens": 5, "completion_tokens": 5} | {side: tokens})) is None


@pytest.mark.parametrize("usage", [None, [], {}, "free", 7, {"prompt_tokens": 5}, {"completion_tokens": 5}])
def test_a_bill_that_is_not_whole_is_as_none(usage: object) -> None:
    assert stated_usage(stating(usage)) is None


def test_a_body_that_is_no_completion_states_what_it_states() -> None:
    assert stated_usage(b'{"choices":"none","usage":{"prompt_tokens":3,"completion_tokens":4}}') == Usage(
        input_tokens=3, output_tokens=4
    )
    for body in (b"", b"<html>", b"[" * 200_000, b'{"usage":' * 50_000, b"\xff"):
        assert stated_usage(body) is None


@pytest.mark.parametrize("usage", [{"prompt_tokens": -5, "completion_tokens": -9}, "free", [10**30]])
async def test_an_absurd_bill_costs_neither_the_draft_nor_the_estimate(
    usage: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absurd(reply: Any, model: str) -> dict[str, Any]:
        return completion(json.dumps(reply), model=model) | {"usage": usage}

    monkeypatch.setitem(REPLY_FAULTS, "absurd_usage", absurd)
    book = Book()
    with ModelEndpoint(always(Fault("absurd_usage", REPLY))) as endpoint:
        async with writing(endpoint, meter=book) as writer:
            written = await writer.write(request())
    assert written.usage == Usage(calls=1)
    assert book.settled == {1: None}


# ---------------------------------------------------------------- after a refusal


@pytest.mark.parametrize("name", sorted(REFUSALS))
async def test_who_refused_us_is_not_asked_until_the_pause_is_over(name: str) -> None:
    book, clock = Book(), Hours()
    with ModelEndpoint(in_turn([Fault(name), REPLY, REPLY])) as endpoint:
        async with writing(endpoint, meter=book, pause=600.0, clock=clock) as writer:

            async def ends(count: int) -> list[str]:
                return [await code_of(lambda: writer.write(request())) for _ in range(count)]

            assert await ends(5) == [REFUSALS[name]] * 5
            clock.now += 599.9
            assert await ends(2) == [REFUSALS[name]] * 2
            assert (endpoint.count, book.tries) == (1, 1)
            clock.now += 0.1
            assert await ends(2) == ["draft", "draft"]
    assert endpoint.count == 3


async def test_each_further_refusal_begins_the_pause_anew() -> None:
    clock = Hours()
    with ModelEndpoint(always(Fault("unauthorised"))) as endpoint:
        async with writing(endpoint, pause=60.0, clock=clock) as writer:
            for asked in (1, 2, 3):
                for _ in range(3):
                    assert await code_of(lambda: writer.write(request())) == "unauthorised"
                assert endpoint.count == asked
                clock.now += 60.0


async def test_a_pause_of_nothing_is_none() -> None:
    with ModelEndpoint(always(Fault("quota"))) as endpoint:
        async with writing(endpoint, pause=0) as writer:
            for _ in range(3):
                assert await code_of(lambda: writer.write(request())) == "quota"
    assert endpoint.count == 3


def test_without_a_pause_nobody_waits_for_a_trial() -> None:
    pause = Pause(0, clock=Hours())
    begin(pause)
    with pause.passage():
        assert is_open(pause)


@pytest.mark.parametrize("name", ["rate_limited_long", "not_found", "content_policy", "too_long", "html", "refusal"])
async def test_nothing_but_a_refusal_of_key_or_quota_makes_a_pause(name: str) -> None:
    with ModelEndpoint(in_turn([Fault(name, REPLY), REPLY])) as endpoint:
        async with writing(endpoint, clock=Hours()) as writer:
            assert await code_of(lambda: writer.write(request())) == ENDS[name][0]
            assert await code_of(lambda: writer.write(request())) == "draft"


@pytest.mark.parametrize("detail", ["reasons", "flagged_input", "patterns"])
async def test_an_article_that_a_server_will_not_have_does_not_keep_the_model_from_others(detail: str) -> None:
    """OpenRouter's page on errors: a flagged text is a 403 as well, with the reasons in its metadata."""
    told = RefusedError(403, "The text was flagged.")
    told.body["error"] |= {"code": 403, "metadata": {detail: ["violence"]}}  # type: ignore[dict-item]
    asked: list[ChatRequest] = []

    def script(given: ChatRequest) -> Answer:
        asked.append(given)
        if len(asked) == 1:
            raise told
        return REPLY

    with ModelEndpoint(script) as endpoint:
        async with writing(endpoint, clock=Hours()) as writer:
            assert await code_of(lambda: writer.write(request())) == "filtered"
            assert await code_of(lambda: writer.write(request())) == "draft"


def refuse(code: str = "quota") -> None:
    raise WriterError(code)


def begin(pause: Pause, code: str = "quota") -> None:
    with pytest.raises(WriterError, match=code), pause.passage():
        refuse(code)


def is_open(pause: Pause) -> bool:
    try:
        pause.check()
    except WriterError:
        return False
    return True


def test_a_request_under_way_neither_ends_by_the_refusal_of_another_nor_lifts_it() -> None:
    pause = Pause(60.0, clock=Hours())
    with pause.passage():
        begin(pause)
    assert not is_open(pause)


def test_a_trial_that_another_refusal_overtakes_does_not_lift_the_pause() -> None:
    clock = Hours()
    pause = Pause(60.0, clock=clock)
    slow = pause.passage()
    slow.__enter__()
    begin(pause)
    clock.now += 60
    with pause.passage():
        slow.__exit__(WriterError, WriterError("unauthorised"), None)
    assert not is_open(pause)
    clock.now += 60
    assert is_open(pause)


@pytest.mark.parametrize("ending", [WriterError("timed_out"), asyncio.CancelledError(), None])
def test_the_next_may_try_however_a_trial_ends(ending: BaseException | None) -> None:
    clock = Hours()
    pause = Pause(60.0, clock=clock)
    begin(pause)
    clock.now += 60
    with contextlib.suppress(WriterError, asyncio.CancelledError), pause.passage():
        assert not is_open(pause)
        if ending:
            raise ending
    with pause.passage():
        assert is_open(pause) is (ending is None)


async def test_after_the_pause_one_request_tries_for_all() -> None:
    clock, others_ended = Hours(), threading.Event()
    asked: list[ChatRequest] = []

    def script(given: ChatRequest) -> Answer:
        asked.append(given)
        if len(asked) == 1:
            return Fault("quota")
        return REPLY if others_ended.wait(10) else Fault("not_found")

    with ModelEndpoint(script) as endpoint:
        async with writing(endpoint, pause=60.0, clock=clock) as writer:
            assert await code_of(lambda: writer.write(request())) == "quota"
            clock.now += 60.0
            tasks = [asyncio.create_task(code_of(lambda: writer.write(request()))) for _ in range(5)]
            ends: list[str] = []
            for done in asyncio.as_completed(tasks):
                ends.append(await done)
                if len(ends) == 4:
                    others_ended.set()
            assert ends == ["quota"] * 4 + ["draft"]
            assert len(asked) == 2
            assert await code_of(lambda: writer.write(request())) == "draft"


async def test_a_draft_between_two_tries_does_not_ask_into_a_pause() -> None:
    book, waits, refused = Book(), asyncio.Event(), asyncio.Event()

    async def sleep(_: float) -> None:
        waits.set()
        await refused.wait()

    with ModelEndpoint(in_turn([Fault("server_error"), Fault("quota")])) as endpoint:
        async with writing(endpoint, meter=book, sleep=sleep, clock=Hours()) as writer:
            patient = asyncio.create_task(code_of(lambda: writer.write(request())))
            await waits.wait()
            assert await code_of(lambda: writer.write(request())) == "quota"
            refused.set()
            assert await patient == "quota"
    assert (endpoint.count, book.tries) == (2, 2)


async def test_a_refusal_while_tokens_are_being_reserved_is_heeded() -> None:
    book = Held("reserve")
    with ModelEndpoint(always(Fault("quota"))) as endpoint:
        async with writing(endpoint, meter=book, clock=Hours()) as writer:
            tasks = [asyncio.create_task(code_of(lambda: writer.write(request()))) for _ in range(4)]
            await book.reached.wait()
            book.release.set()
            assert await asyncio.gather(*tasks) == ["quota"] * 4
            sent = endpoint.count
            assert await code_of(lambda: writer.write(request())) == "quota"
    assert endpoint.count == sent <= 4
    assert book.is_closed
    assert sum(usage.calls for usage in book.settled.values() if usage) == sent


async def test_the_probe_asks_in_a_pause_and_begins_none() -> None:
    answers: list[Answer] = [Fault("quota"), {"ready": True}, Fault("unauthorised"), REPLY]
    clock = Hours()
    with ModelEndpoint(in_turn(answers)) as endpoint:
        async with writing(endpoint, pause=60.0, clock=clock) as writer:
            assert await code_of(lambda: writer.write(request())) == "quota"
            assert await writer.model.probe() == "json_schema"
            assert await code_of(lambda: writer.write(request())) == "quota"
            clock.now += 60.0
            assert await code_of(writer.model.probe) == "unauthorised"
            assert await code_of(lambda: writer.write(request())) == "draft"
    assert endpoint.count == 4
