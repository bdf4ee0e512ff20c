"""The judge against a real loopback server: opinions, or the code of an error, over the same wire as the writer."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.openai_llm.judge import OpenAIJudge
from bot.adapters.openai_llm.model import Model
from bot.core.checking.statement import resolve
from bot.core.errors import SettingsError, WriterError
from bot.core.judging import Opinion, Pair, Question
from bot.core.models import Usage
from bot.core.writing.prompt_file import Prompt, parse_prompt
from tests.adapters.test_openai_llm import ENDS, SLOW, STILL_A_DRAFT, TLS, opened
from tests.doubles.chat_request import ChatRequest
from tests.doubles.labelled import labelled
from tests.doubles.model_endpoint import Answer, ModelEndpoint, Raw, always, in_turn
from tests.doubles.model_faults import Fault

PROMPTS = Path(__file__).parents[2] / "prompts"
SOURCE = labelled(1, [["The lighthouse at Tessel went dark at midnight.", "Nobody knows why."]])
QUESTIONS = tuple(
    Question(number=number, statement=resolve(text, [label], (SOURCE,)))
    for number, text, label in ((3, "The lighthouse went dark.", "1.1"), (5, "A storm put it out.", "1.2"))
)
PAIRS = tuple(Pair(number=number, versions=(QUESTIONS[0].statement, QUESTIONS[1].statement)) for number in (0, 1))
OPINIONS: dict[str, Any] = {
    "claims": [
        {"number": 1, "problem": None, "verdict": "supported"},
        {"number": 2, "problem": "no storm is mentioned", "verdict": "unsupported"},
    ]
}
COMPARISONS: dict[str, Any] = {
    "pairs": [
        {"number": 1, "problem": "two causes", "verdict": "compatible"},
        {"number": 2, "problem": "dark and lit at once", "verdict": "exclusive"},
    ]
}


def prompt(name: str) -> Prompt:
    return parse_prompt((PROMPTS / name / "v1.md").read_text(encoding="utf-8"), name=name, version="v1")


class Book:
    """A meter that lets everything pass up to a cap, and remembers."""

    def __init__(self, cap: int = 10**9) -> None:
        self._cap = cap
        self.reserved: list[int] = []
        self.settled: list[Usage | None] = []

    async def reserve(self, tokens: int, /) -> int:
        if sum(self.reserved) + tokens > self._cap:
            raise WriterError("budget")
        self.reserved.append(tokens)
        return len(self.reserved)

    async def settle(self, reservation: int, usage: Usage | None, /) -> None:
        self.settled.append(usage)


@contextlib.asynccontextmanager
async def judging(endpoint: ModelEndpoint, **changes: Any) -> AsyncIterator[OpenAIJudge]:
    async with opened(endpoint, **changes) as model:
        yield OpenAIJudge(model, prompt=prompt("judge"), compare_prompt=prompt("compare"))


async def test_opinions_come_with_who_judged_and_what_it_cost() -> None:
    with ModelEndpoint(always(OPINIONS)) as endpoint:
        async with judging(endpoint) as judge:
            judged = await judge.judge(QUESTIONS)
    assert judged.opinions == (
        Opinion(number=3, verdict="supported"),
        Opinion(number=5, verdict="unsupported", problem="no storm is mentioned"),
    )
    assert (judged.model, judged.prompt) == ("double-1", "judge/v1")
    assert (judged.usage.calls, judged.usage.input_tokens) == (1, 1200)
    assert judged.usage.output_tokens > 0


async def test_comparisons_come_with_who_judged_and_what_it_cost() -> None:
    with ModelEndpoint(always(COMPARISONS)) as endpoint:
        async with judging(endpoint) as judge:
            compared = await judge.compare(PAIRS)
    assert compared.exclusive == {1}
    assert (compared.model, compared.prompt, compared.usage.calls) == ("double-1", "compare/v1", 1)


async def test_each_request_goes_with_the_schema_of_its_prompt_and_nothing_else() -> None:
    with ModelEndpoint(in_turn([OPINIONS, COMPARISONS])) as endpoint:
        async with judging(endpoint) as judge:
            await judge.judge(QUESTIONS)
            await judge.compare(PAIRS)
    assert [request.schema_name for request in endpoint.requests] == ["judge-v1", "compare-v1"]
    for request in endpoint.requests:
        assert set(request.body) == {"model", "messages", "response_format"}
        assert [role for role, _ in request.messages] == ["system", "user"]
        assert "midnight" in request.messages[1][1]


async def test_the_model_may_leave_out_and_make_up_numbers() -> None:
    reply = {"claims": [{"number": n, "problem": None, "verdict": "supported"} for n in (2, 3, 99)]}
    with ModelEndpoint(always(reply)) as endpoint:
        async with judging(endpoint) as judge:
            judged = await judge.judge(QUESTIONS)
    assert judged.opinions == (Opinion(number=5, verdict="supported"),)


async def test_what_cannot_be_read_is_asked_for_once_more_with_the_reason() -> None:
    wrong = Raw('{"claims":[{"number":1,"verdict":"true"}]}')
    with ModelEndpoint(in_turn([wrong, OPINIONS])) as endpoint:
        async with judging(endpoint) as judge:
            judged = await judge.judge(QUESTIONS)
    assert len(judged.opinions) == 2
    assert judged.usage.calls == 2
    role, asked = endpoint.requests[1].messages[-1]
    assert (role, "claims.0.problem" in asked) == ("user", True)


async def test_what_cannot_be_read_twice_is_no_opinion() -> None:
    with ModelEndpoint(always(Raw("All of them are fine."))) as endpoint:
        async with judging(endpoint) as judge:
            with pytest.raises(WriterError, match="malformed"):
                await judge.judge(QUESTIONS)
    assert endpoint.count == 2


@pytest.mark.parametrize("name", sorted(ENDS))
async def test_a_lasting_fault_ends_as_it_does_for_the_writer(name: str) -> None:
    with ModelEndpoint(always(Fault(name, OPINIONS))) as endpoint:
        async with judging(endpoint, timeout=0.2 if name in SLOW else 20.0) as judge:
            with pytest.raises(WriterError) as caught:
                await judge.judge(QUESTIONS)
    assert (caught.value.code, endpoint.count) == ENDS[name]


@pytest.mark.parametrize("name", sorted(STILL_A_DRAFT))
async def test_an_unusual_but_complete_reply_is_an_answer(name: str) -> None:
    with ModelEndpoint(in_turn([Fault(name, OPINIONS), Fault(name, COMPARISONS)])) as endpoint:
        async with judging(endpoint) as judge:
            judged, compared = await judge.judge(QUESTIONS), await judge.compare(PAIRS)
    assert [opinion.number for opinion in judged.opinions] == [3, 5]
    assert compared.exclusive == {1}


async def test_every_request_is_counted() -> None:
    book = Book()
    with ModelEndpoint(in_turn([Raw("no"), OPINIONS, COMPARISONS])) as endpoint:
        async with judging(endpoint, meter=book) as judge:
            judged, compared = await judge.judge(QUESTIONS), await judge.compare(PAIRS)
    spent = [usage for usage in book.settled if usage]
    assert len(spent) == len(book.reserved) == 3
    assert sum(usage.input_tokens for usage in spent) == judged.usage.input_tokens + compared.usage.input_tokens


async def test_nothing_is_asked_when_the_day_is_spent() -> None:
    with ModelEndpoint(always(OPINIONS)) as endpoint:
        async with judging(endpoint, meter=Book(cap=10)) as judge:
            with pytest.raises(WriterError, match="budget"):
                await judge.judge(QUESTIONS)
    assert endpoint.count == 0


async def test_a_refused_key_is_not_tried_again_for_a_while() -> None:
    with ModelEndpoint(always(Fault("unauthorised"))) as endpoint:
        async with judging(endpoint, pause=60.0, clock=lambda: 0.0) as judge:
            for _ in range(3):
                with pytest.raises(WriterError, match="unauthorised"):
                    await judge.judge(QUESTIONS)
    assert endpoint.count == 1


async def test_a_judge_that_takes_too_long_is_given_up() -> None:
    with ModelEndpoint(always(Fault("hang"))) as endpoint:
        async with judging(endpoint, timeout=60.0, deadline=0.2) as judge:
            with pytest.raises(WriterError, match="timed_out"):
                await judge.judge(QUESTIONS)


async def test_several_batches_can_be_asked_at_once() -> None:
    def answer(request: ChatRequest) -> Answer:
        count = request.messages[1][1].count("<claim number=")
        return {"claims": [{"number": n + 1, "problem": None, "verdict": "supported"} for n in range(count)]}

    with ModelEndpoint(answer) as endpoint:
        async with judging(endpoint) as judge:
            found = await asyncio.gather(*(judge.judge(QUESTIONS[:n]) for n in (1, 2, 1)))
    assert [len(judged.opinions) for judged in found] == [1, 2, 1]


@pytest.mark.parametrize(
    ("judge", "compare"),
    [("compare", "judge"), ("brief", "compare"), ("judge", "repair")],
)
async def test_prompts_of_another_kind_are_told_at_once(judge: str, compare: str) -> None:
    with ModelEndpoint(always(OPINIONS)) as endpoint:
        model = Model(base_url=endpoint.base_url, api_key=endpoint.key, model=endpoint.model, tls=TLS)
        with pytest.raises(SettingsError, match="prompt_invalid"):
            OpenAIJudge(model, prompt=prompt(judge), compare_prompt=prompt(compare))
        await model.aclose()


async def test_a_newer_version_is_what_the_receipt_names() -> None:
    with ModelEndpoint(always(OPINIONS)) as endpoint:
        model = Model(base_url=endpoint.base_url, api_key=endpoint.key, model=endpoint.model, tls=TLS, trust_env=False)
        newer = replace(prompt("judge"), version="v2")
        judged = await OpenAIJudge(model, prompt=newer, compare_prompt=prompt("compare")).judge(QUESTIONS)
        await model.aclose()
    assert judged.prompt == "judge/v2"
