"""The writer against a real loopback server that fails in every known way: a draft, or the code of an error."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import ssl
import traceback
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.openai_llm.model import Model
from bot.adapters.openai_llm.writer import OpenAIWriter
from bot.core.errors import SettingsError, WriterError
from bot.core.models import DraftBrief, FailedClaim, Finding, WritingRequest
from bot.core.writing.prompt_file import Prompt, parse_prompt
from tests.doubles.labelled import labelled
from tests.doubles.model_endpoint import Answer, ModelEndpoint, Raw, Script, always, in_turn
from tests.doubles.model_faults import HTTP_FAULTS, REPLY_FAULTS, Fault

PROMPTS = Path(__file__).parents[2] / "prompts"
SENTENCE = "The lighthouse at Tessel went dark at midnight."
TLS = ssl.create_default_context()
REPLY: dict[str, Any] = {
    "claims": [{"evidence": ["1.1"], "attribution": None, "text": "The lighthouse at Tessel went dark at midnight."}],
    "differences": [],
    "origins": [],
    "headline": "Lighthouse goes dark",
}
REPAIRS: dict[str, Any] = {
    "claims": [{"number": 1, "evidence": ["1.1"], "attribution": None, "text": "The lighthouse went dark at midnight."}]
}


def prompt(name: str) -> Prompt:
    return parse_prompt((PROMPTS / name / "v1.md").read_text(encoding="utf-8"), name=name, version="v1")


def request() -> WritingRequest:
    source = labelled(1, [[SENTENCE, "Nobody knows why."]], headline="A dark lighthouse")
    return WritingRequest(sources=(source,), language="en", max_claims=4, today=date(2026, 5, 2))


class Waits(list[float]):
    """Stands for sleeping: remembers for how long, and does not."""

    async def __call__(self, seconds: float) -> None:
        self.append(seconds)
        await asyncio.sleep(0)


@contextlib.asynccontextmanager
async def opened(endpoint: ModelEndpoint, **changes: Any) -> AsyncIterator[Model]:
    """The model of an endpoint, which waits for nothing."""
    given: dict[str, Any] = {
        "base_url": endpoint.base_url,
        "api_key": endpoint.key,
        "model": endpoint.model,
        "timeout": 5.0,
        "sleep": Waits(),
        "trust_env": False,
        "tls": TLS,
    }
    model = Model(**given | changes)
    try:
        yield model
    finally:
        await model.aclose()


@contextlib.asynccontextmanager
async def writing(endpoint: ModelEndpoint, **changes: Any) -> AsyncIterator[OpenAIWriter]:
    prompts = {"prompt": changes.pop("prompt", prompt("brief")), "repair_prompt": prompt("repair")}
    async with opened(endpoint, **changes) as model:
        yield OpenAIWriter(model, **prompts)


async def outcome(script: Script, **changes: Any) -> tuple[str | DraftBrief, int, WriterError | None]:
    """The code of the error or the draft, the number of requests, and the error."""
    with ModelEndpoint(script) as endpoint:
        async with writing(endpoint, **changes) as writer:
            try:
                written = await writer.write(request())
            except WriterError as error:
                return error.code, endpoint.count, error
        assert written.usage.calls == endpoint.count
        return written.draft, endpoint.count, None


# ---------------------------------------------------------------- the usual case


async def test_a_draft_comes_with_who_wrote_it_and_what_it_cost() -> None:
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint) as writer:
            written = await writer.write(request())
    assert written.draft == DraftBrief.model_validate(REPLY)
    assert (written.model, written.prompt) == ("double-1", "brief/v1")
    assert (written.usage.calls, written.usage.input_tokens) == (1, 1200)
    assert written.usage.output_tokens > 0


async def test_only_fields_that_every_server_knows_are_sent() -> None:
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint) as writer:
            await writer.write(request())
    sent = endpoint.requests[0]
    assert set(sent.body) == {"model", "messages", "response_format"}
    assert sent.schema_name == "brief-v1"
    assert sent.body["response_format"]["json_schema"]["strict"] is True


async def test_configured_fields_are_sent_too() -> None:
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint, extra={"temperature": 0.2, "max_completion_tokens": 900}) as writer:
            await writer.write(request())
    assert endpoint.requests[0].body["temperature"] == 0.2
    assert endpoint.requests[0].body["max_completion_tokens"] == 900


@pytest.mark.parametrize("name", ["stream", "messages", "model", "response_format", "tools"])
async def test_a_configured_field_cannot_replace_what_the_writer_rests_on(name: str) -> None:
    with pytest.raises(SettingsError, match="model_extra_reserved"), ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint, extra={name: True}):
            pass


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"base_url": "localhost:8080/v1"}, "model_url_invalid"),
        ({"base_url": "http://[::1"}, "model_url_invalid"),
        ({"base_url": "ftp://127.0.0.1/v1"}, "model_url_invalid"),
        ({"base_url": ""}, "model_url_invalid"),
        ({"api_key": "sk-key\n"}, "model_key_invalid"),
        ({"api_key": "sk-“key”"}, "model_key_invalid"),
        ({"prompt": prompt("repair")}, "prompt_invalid"),
    ],
)
async def test_settings_that_cannot_work_are_told_at_once(changes: dict[str, Any], code: str) -> None:
    with ModelEndpoint(always(REPLY)) as endpoint, pytest.raises(SettingsError) as caught:
        async with writing(endpoint, **changes):
            pass
    assert caught.value.code == code
    assert "key" not in str(caught.value.params)


async def test_failed_claims_come_back_repaired() -> None:
    draft = DraftBrief.model_validate(REPLY)
    failed = FailedClaim(
        number=1, draft=draft.claims[0], findings=(Finding(check="numbers", code="numbers.unsupported", words="9"),)
    )
    with ModelEndpoint(always(REPAIRS)) as endpoint:
        async with writing(endpoint) as writer:
            rewritten = await writer.repair(request(), draft=draft, failed=(failed,))
    assert rewritten.draft.claims[0].text == "The lighthouse went dark at midnight."
    assert rewritten.usage.calls == 1
    assert endpoint.requests[0].schema_name == "repair-v1"
    assert [role for role, _ in endpoint.requests[0].messages] == ["system", "user", "assistant", "user"]


# ---------------------------------------------------------------- faults

ENDS = {
    "rate_limited_long": ("unavailable", 1),
    "rate_limited_date": ("unavailable", 1),
    "rate_limited_endless": ("unavailable", 1),
    "rate_limited": ("unavailable", 4),
    "rate_limited_ms": ("unavailable", 4),
    "rate_limited_nonsense": ("unavailable", 4),
    "server_error": ("unavailable", 4),
    "overloaded": ("unavailable", 4),
    "request_timeout": ("unavailable", 4),
    "conflict": ("unavailable", 4),
    "reset": ("unavailable", 4),
    "reset_mid_body": ("unavailable", 4),
    "hang": ("timed_out", 4),
    "drip": ("timed_out", 4),
    "quota": ("quota", 1),
    "payment": ("quota", 1),
    "unauthorised": ("unauthorised", 1),
    "forbidden": ("unauthorised", 1),
    "bad_request": ("rejected", 1),
    "too_long": ("too_long", 1),
    "private_code": ("rejected", 1),
    "not_found": ("rejected", 1),
    "redirect": ("rejected", 1),
    "content_policy": ("filtered", 1),
    "html": ("malformed", 1),
    "empty_body": ("malformed", 1),
    "error_with_200": ("malformed", 1),
    "compressed": ("malformed", 1),
    "endless": ("malformed", 1),
    "deeply_nested": ("malformed", 1),
    "refusal": ("refused", 1),
    "content_filter": ("filtered", 1),
    "length": ("truncated", 1),
    "length_without_text": ("truncated", 1),
    "choices_empty": ("malformed", 1),
    "choices_null": ("malformed", 1),
    "choices_text": ("malformed", 1),
    "message_null": ("malformed", 1),
    "content_null": ("malformed", 1),
    "content_number": ("malformed", 1),
    "content_empty": ("malformed", 1),
    "broken_json": ("malformed", 2),
    "wrong_schema": ("malformed", 2),
    "missing_field": ("malformed", 2),
    "wrong_type": ("malformed", 2),
    "extra_field": ("malformed", 2),
    "plain_text": ("malformed", 2),
    "unfinished_thinking": ("malformed", 2),
    "half_character": ("malformed", 2),
}
STILL_A_DRAFT = {
    "array", "length_but_complete", "content_parts", "fenced_json", "pretty_json", "leading_prose", "thinking",
    "no_usage", "odd_usage",
}  # fmt: skip
SLOW = {"hang", "drip"}


def test_every_known_fault_has_an_expected_end() -> None:
    assert set(ENDS) | STILL_A_DRAFT == set(HTTP_FAULTS) | set(REPLY_FAULTS)
    assert not set(ENDS) & STILL_A_DRAFT


@pytest.mark.parametrize("name", sorted(ENDS))
async def test_a_lasting_fault_ends_in_its_code(name: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    timeout = 0.2 if name in SLOW else 20.0
    end, requests, error = await outcome(always(Fault(name, REPLY)), timeout=timeout)
    assert (end, requests) == ENDS[name]
    assert error is not None
    shown = "".join(traceback.format_exception(error)) + repr(error) + caplog.text
    assert error.__cause__ is None
    assert error.__context__ is None
    for private in ("sk-double", "lighthouse", "Tessel", "claims are data", "THE ARTICLES"):
        assert private not in shown, private


@pytest.mark.parametrize("name", sorted(STILL_A_DRAFT))
async def test_an_unusual_but_complete_reply_is_a_draft(name: str) -> None:
    assert await outcome(always(Fault(name, REPLY))) == (DraftBrief.model_validate(REPLY), 1, None)


@pytest.mark.parametrize("name", sorted(name for name, (_, requests) in ENDS.items() if requests == 4))
async def test_a_fault_that_passes_costs_one_more_request(name: str) -> None:
    timeout = 0.2 if name in SLOW else 5.0
    end, requests, _ = await outcome(in_turn([Fault(name), REPLY]), timeout=timeout)
    assert (end, requests) == (DraftBrief.model_validate(REPLY), 2)


@pytest.mark.parametrize("name", sorted(name for name, (_, requests) in ENDS.items() if requests == 2))
async def test_a_reply_that_cannot_be_read_is_asked_for_once_more(name: str) -> None:
    with ModelEndpoint(in_turn([Fault(name, REPLY), REPLY])) as endpoint:
        async with writing(endpoint) as writer:
            written = await writer.write(request())
    assert written.draft == DraftBrief.model_validate(REPLY)
    assert (endpoint.count, written.usage.calls, written.usage.input_tokens) == (2, 2, 2400)
    first, second = (asked.messages for asked in endpoint.requests)
    assert second[: len(first)] == first
    assert [role for role, _ in second[len(first) :]] == ["assistant", "user"]
    assert "could not be read" in second[-1][1]


async def test_the_problem_is_told_without_repeating_the_reply() -> None:
    claim = {"evidence": ["sentence one"], "attribution": None, "text": "Private words."}
    wrong = json.dumps(REPLY | {"claims": [claim]})
    with ModelEndpoint(in_turn([Raw(wrong), REPLY])) as endpoint:
        async with writing(endpoint) as writer:
            await writer.write(request())
    asked = endpoint.requests[1].messages[-1][1]
    assert "claims.0.evidence.0" in asked
    assert "Private words" not in asked


async def test_an_unreadable_reply_of_any_size_is_not_sent_back_without_end() -> None:
    end, requests, _ = await outcome(always(Raw("{" * 3_000_000)))
    assert (end, requests) == ("malformed", 1)


@pytest.mark.parametrize("text", ["{" * 30_000, '{"a":' * 6_000, "[" * 30_000, '{"a":1} ' * 4_000, "</think>{" * 3_000])
async def test_a_hostile_reply_ends_like_any_unreadable_one(text: str) -> None:
    end, requests, _ = await outcome(always(Raw(text)))
    assert (end, requests) == ("malformed", 2)


async def test_all_requests_of_a_draft_count_together() -> None:
    faults: list[Answer] = [
        Fault("server_error"),
        Fault("reset"),
        Fault("broken_json", REPLY),
        Fault("overloaded"),
        REPLY,
    ]
    end, requests, _ = await outcome(in_turn(faults))
    assert (end, requests) == ("unavailable", 4)


async def test_a_port_where_nobody_listens_is_unavailable() -> None:
    with ModelEndpoint(always(REPLY)) as endpoint:
        gone = endpoint.base_url
    waits = Waits()
    async with writing(endpoint, base_url=gone, sleep=waits) as writer:
        with pytest.raises(WriterError, match="unavailable"):
            await writer.write(request())
    assert len(waits) == 3


async def test_a_wrong_key_and_an_unknown_model_are_told_apart() -> None:
    with ModelEndpoint(always(REPLY)) as endpoint:
        async with writing(endpoint, api_key="sk-wrong") as writer:
            with pytest.raises(WriterError, match="unauthorised") as wrong_key:
                await writer.write(request())
        async with writing(endpoint, model="other") as writer:
            with pytest.raises(WriterError, match="rejected") as wrong_model:
                await writer.write(request())
    assert "sk-" not in str(wrong_key.value)
    assert wrong_model.value.params == {"status": 404, "reason": "model_not_found", "parameter": "model"}
    assert endpoint.count == 2


async def test_a_server_without_a_key_needs_none() -> None:
    with ModelEndpoint(always(REPLY), key="none") as endpoint:
        async with writing(endpoint, api_key="") as writer:
            assert (await writer.write(request())).draft.headline == "Lighthouse goes dark"


# ---------------------------------------------------------------- waiting and deadlines


async def test_waits_grow_with_jitter_and_obey_the_server() -> None:
    waits = Waits()
    await outcome(always(Fault("server_error")), sleep=waits)
    assert 1 <= waits[0] <= 2
    assert 2 <= waits[1] <= 3
    assert 4 <= waits[2] <= 5
    waits.clear()
    await outcome(in_turn([Fault("rate_limited_ms"), REPLY]), sleep=waits)
    assert 1.5 <= waits[0] <= 2


async def test_a_wait_beyond_the_deadline_ends_at_once_and_is_told() -> None:
    waits = Waits()
    _, requests, error = await outcome(always(Fault("rate_limited_long")), sleep=waits)
    assert error is not None
    assert (requests, waits, error.params["wait"], error.params["status"]) == (1, [], 300, 429)


async def test_an_operator_who_raises_the_deadline_is_waited_for() -> None:
    waits = Waits()
    end, requests, _ = await outcome(in_turn([Fault("rate_limited_long"), REPLY]), sleep=waits, deadline=900.0)
    assert (end, requests, waits) == (DraftBrief.model_validate(REPLY), 2, [300.0])


async def test_waiting_is_bounded_in_total() -> None:
    waits = Waits()
    _, requests, _ = await outcome(always(Fault("server_error")), sleep=waits, deadline=7.0)
    assert requests == 3
    assert sum(waits) < 7


@pytest.mark.parametrize("name", ["hang", "drip"])
async def test_the_deadline_ends_what_would_never_end(name: str) -> None:
    end, requests, _ = await outcome(always(Fault(name)), timeout=60.0, deadline=0.3)
    assert (end, requests) == ("timed_out", 1)


async def test_who_cancels_a_draft_is_not_told_of_a_timeout() -> None:
    reached, loop = asyncio.Event(), asyncio.get_running_loop()

    def hang(_: object) -> Fault:
        loop.call_soon_threadsafe(reached.set)
        return Fault("hang")

    with ModelEndpoint(hang) as endpoint:
        async with writing(endpoint) as writer:
            task = asyncio.create_task(writer.write(request()))
            await reached.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task


# ---------------------------------------------------------------- servers that know less


@pytest.mark.parametrize(("formats", "form"), [(("json_object", "text"), "json_object"), (("text",), "text")])
async def test_a_server_without_schemas_is_told_the_schema_in_words(formats: tuple[str, ...], form: str) -> None:
    with ModelEndpoint(always(REPLY), formats=formats) as endpoint:
        async with writing(endpoint) as writer:
            await writer.write(request())
            refused = endpoint.count - 1
            await writer.write(request())
            assert await writer_form(writer) == form
    assert endpoint.count == refused + 3
    assert refused == 3 - len(formats)
    system = endpoint.requests[0].messages[0][1]
    assert '"additionalProperties":false' in system
    assert system.startswith(prompt("brief").system)


async def test_requests_that_are_refused_beside_each_other_take_one_step_together() -> None:
    with ModelEndpoint(always(REPLY), formats=("json_object", "text")) as endpoint:
        async with writing(endpoint) as writer:
            written = await asyncio.gather(*(writer.write(request()) for _ in range(6)))
            assert len(written) == 6
            assert await writer_form(writer) == "json_object"


async def writer_form(writer: OpenAIWriter) -> str:
    with pytest.raises(WriterError, match="form that was asked for"):
        await writer.model.probe()
    return writer.model.reply_format


async def test_a_server_that_refuses_every_form_is_not_asked_for_ever() -> None:
    with ModelEndpoint(always(REPLY), formats=()) as endpoint:
        async with writing(endpoint, extra={"seed": 1}) as writer:
            written = await writer.write(request())
    assert written.usage.calls == 3
    assert "response_format" not in endpoint.requests[0].body


# ---------------------------------------------------------------- the probe


async def test_the_probe_says_in_which_form_the_model_answers() -> None:
    for formats, form in ((("json_schema",), "json_schema"), (("json_object",), "json_object"), ((), "text")):
        with ModelEndpoint(always({"ready": True}), formats=formats) as endpoint:
            async with writing(endpoint) as writer:
                assert await writer.model.probe() == form


@pytest.mark.parametrize("name", sorted(set(ENDS) - {"extra_field"}))
async def test_the_probe_asks_once_and_ends_in_the_same_codes(name: str) -> None:
    with ModelEndpoint(always(Fault(name, {"ready": True}))) as endpoint:
        async with writing(endpoint, timeout=0.2 if name in SLOW else 20.0) as writer:
            with pytest.raises(WriterError) as caught:
                await writer.model.probe()
    assert (caught.value.code, endpoint.count) == (ENDS[name][0], 1)


async def test_the_probe_names_the_models_that_are_known() -> None:
    with ModelEndpoint(always({"ready": True}), models=("small-1", "bad name\n", "org/large:2")) as endpoint:
        async with writing(endpoint, model="medium") as writer:
            with pytest.raises(WriterError, match="rejected") as caught:
                await writer.model.probe()
    assert caught.value.params["known"] == "small-1, org/large:2"
