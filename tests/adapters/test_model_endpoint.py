"""The stand-in for a model endpoint is as strict as the real one, and holds its own script to account."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bot.core.models import DraftBrief
from bot.core.writing.schema import strict_schema
from tests.doubles.chat_request import request_sha256
from tests.doubles.model_endpoint import KEY, MODEL, ModelEndpoint, Raw, Script, always, in_turn
from tests.doubles.model_faults import HTTP_FAULTS, REPLY_FAULTS, Fault
from tests.doubles.recorded_replies import RecordedReplies, write_recording

ROOT = Path(__file__).parents[2]
DRAFT: dict[str, Any] = {"claims": [], "differences": [], "origins": [], "headline": "Nothing happened"}
SCHEMA = {"name": "brief-v1", "strict": True, "schema": strict_schema(DraftBrief)}
GOOD: dict[str, Any] = {
    "model": MODEL,
    "messages": [{"role": "system", "content": "Reply with JSON."}, {"role": "user", "content": "What happened?"}],
    "response_format": {"type": "json_schema", "json_schema": SCHEMA},
}


def post(
    endpoint: ModelEndpoint, body: object, *, key: str = KEY, path: str = "/v1/chat/completions"
) -> tuple[int, Any]:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"authorization": f"Bearer {key}", "content-type": "application/json"}
    connection = http.client.HTTPConnection("127.0.0.1", int(endpoint.base_url.split(":")[2].split("/")[0]))
    try:
        connection.request("POST", path, body=raw, headers=headers)
        response = connection.getresponse()
        return response.status, json.loads(response.read() or b"null")
    finally:
        connection.close()


def serve(script: Script, body: object, **given: Any) -> tuple[int, Any]:
    with ModelEndpoint(script) as endpoint:
        return post(endpoint, body, **given)


def formatted(**schema: Any) -> dict[str, Any]:
    return {"response_format": {"type": "json_schema", "json_schema": SCHEMA | schema}}


def message(**changes: Any) -> dict[str, Any]:
    return {"messages": [{"role": "user", "content": "json"} | changes]}


def test_a_good_request_gets_the_scripted_reply() -> None:
    status, reply = serve(always(DRAFT), GOOD)
    assert status == 200
    assert json.loads(reply["choices"][0]["message"]["content"]) == DRAFT
    assert reply["choices"][0]["finish_reason"] == "stop"
    assert reply["usage"]["total_tokens"] == reply["usage"]["prompt_tokens"] + reply["usage"]["completion_tokens"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"temperature": 0, "max_tokens": 100, "seed": 1},
        {"max_completion_tokens": 1, "reasoning_effort": "low", "verbosity": "low"},
        {"response_format": {"type": "json_object"}},
        {"response_format": {"type": "text"}},
        message(content=[{"type": "text", "text": "Reply with json."}]),
        message(role="developer"),
    ],
)
def test_what_openai_takes_is_taken(fields: dict[str, Any]) -> None:
    assert serve(always(DRAFT), GOOD | fields)[0] == 200


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"top_k": 40}, "top_k"),
        ({"guided_json": {}}, "guided_json"),
        ({"stream": True}, "stream"),
        ({"model": ""}, "model"),
        ({"model": None}, "model"),
        ({"messages": []}, "messages"),
        ({"messages": "hello"}, "messages"),
        ({"messages": ["hello"]}, "messages[0]"),
        (message(role="model"), "messages[0].role"),
        (message(role="system", content=None), "messages[0].content"),
        (message(content={"text": "x"}), "messages[0].content"),
        (message(content=[{"type": "text"}]), "messages[0].content"),
        (message(text="x"), "messages[0].text"),
        ({"temperature": "0"}, "temperature"),
        ({"temperature": 2.5}, "temperature"),
        ({"max_tokens": 0}, "max_tokens"),
        ({"max_tokens": 1.5}, "max_tokens"),
        ({"max_tokens": 5, "max_completion_tokens": 5}, None),
        ({"reasoning_effort": "huge"}, "reasoning_effort"),
        ({"response_format": "json"}, "response_format.type"),
        ({"response_format": {"type": "json"}}, "response_format.type"),
        ({"response_format": {"type": "text", "schema": {}}}, "response_format"),
        ({"response_format": {"type": "json_schema"}}, "response_format.json_schema"),
        (formatted(name="brief/v1"), "response_format"),
        (formatted(strict=False), "response_format"),
        (formatted(schema={"type": "array", "items": {"type": "string"}}), "response_format"),
        (formatted(schema=DraftBrief.model_json_schema() | {"additionalProperties": True}), "response_format"),
        (formatted(title="x"), "response_format.json_schema"),
    ],
)  # fmt: skip
def test_what_openai_refuses_is_refused(fields: dict[str, Any], param: str | None) -> None:
    with ModelEndpoint(always(DRAFT)) as endpoint:
        status, body = post(endpoint, GOOD | fields)
    assert (status, body["error"]["type"], body["error"]["param"]) == (400, "invalid_request_error", param)
    assert endpoint.requests == []
    assert endpoint.count == 1


def test_json_mode_needs_the_word_json() -> None:
    plain = {"model": MODEL, "messages": [{"role": "user", "content": "Hello."}]}
    assert serve(always(DRAFT), plain | {"response_format": {"type": "json_object"}})[0] == 400
    assert serve(always(DRAFT), plain)[0] == 200


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_object_is_refused(raw: bytes) -> None:
    assert serve(always(DRAFT), raw)[0] == 400


def test_a_wrong_key_an_unknown_model_and_an_unknown_path_are_refused() -> None:
    assert serve(always(DRAFT), GOOD, key="sk-wrong")[0] == 401
    status, body = serve(always(DRAFT), GOOD | {"model": "gpt-unknown"})
    assert (status, body["error"]["code"]) == (404, "model_not_found")
    assert serve(always(DRAFT), GOOD, path="/v1/responses")[0] == 404


@pytest.mark.parametrize("reply", [{"claims": []}, DRAFT | {"headline": None}, DRAFT | {"note": "x"}])
def test_a_script_that_does_not_fit_the_schema_fails_the_test(reply: dict[str, Any]) -> None:
    with pytest.raises(AssertionError, match="does not fit"):
        assert serve(always(reply), GOOD)[0] == 400


def test_a_script_that_breaks_or_runs_out_fails_the_test() -> None:
    def broken(_: object) -> Raw:
        raise KeyError("draft")

    with pytest.raises(AssertionError, match="KeyError"):
        serve(broken, GOOD)
    with pytest.raises(AssertionError, match="more requests"), ModelEndpoint(in_turn([DRAFT])) as endpoint:
        assert [post(endpoint, GOOD)[0] for _ in range(2)] == [200, 400]


def test_a_script_may_misbehave_on_purpose() -> None:
    assert serve(always(Raw("no json")), GOOD)[0] == 200
    with pytest.raises(ValueError, match="no fault"):
        Fault("explode")


@pytest.mark.parametrize("name", sorted(REPLY_FAULTS))
def test_a_fault_of_a_reply_is_still_a_completion(name: str) -> None:
    status, body = serve(always(Fault(name, DRAFT)), GOOD)
    assert (status, body["object"]) == (200, "chat.completion")


@pytest.mark.parametrize("name", sorted(name for name, wire in HTTP_FAULTS.items() if wire.status >= 400))
def test_an_http_fault_has_its_status(name: str) -> None:
    with ModelEndpoint(always(Fault(name))) as endpoint:
        if "html" in HTTP_FAULTS[name].headers["content-type"]:
            with pytest.raises(json.JSONDecodeError):
                post(endpoint, GOOD)
        else:
            assert post(endpoint, GOOD)[0] == HTTP_FAULTS[name].status


def test_an_error_of_the_server_repeats_key_and_request() -> None:
    _, body = serve(always(Fault("bad_request")), GOOD)
    assert KEY in body["error"]["message"]
    assert "What happened?" in body["error"]["message"]


# ---------------------------------------------------------------- recorded replies


def recorded(folder: Path, *, reply: dict[str, Any] = DRAFT) -> Path:
    """Record one reply to the good request, as the documentation says it is done."""
    with ModelEndpoint(always(reply)) as endpoint:
        post(endpoint, GOOD)
    return write_recording(folder / "one.json", endpoint.requests[0], by="written by hand for this test", reply=reply)


def test_a_recorded_reply_is_found_by_its_request(tmp_path: Path) -> None:
    recorded(tmp_path)
    replies = RecordedReplies(tmp_path)
    assert len(replies) == 1
    status, body = serve(replies, GOOD)
    assert (status, json.loads(body["choices"][0]["message"]["content"])) == (200, DRAFT)


@pytest.mark.parametrize(
    "fields",
    [
        {"messages": [{"role": "system", "content": "Reply with JSON!"}, GOOD["messages"][1]]},
        {"messages": [GOOD["messages"][0], {"role": "user", "content": "What happened ?"}]},
        {"messages": [*GOOD["messages"], {"role": "user", "content": ""}]},
        formatted(name="brief-v2"),
    ],
)
def test_a_changed_prompt_or_article_fails_loudly(tmp_path: Path, fields: dict[str, Any]) -> None:
    recorded(tmp_path)
    with pytest.raises(AssertionError, match="has changed since it was recorded"):
        serve(RecordedReplies(tmp_path), GOOD | fields)


def test_a_request_without_a_reply_is_kept_to_be_filled_in(tmp_path: Path) -> None:
    (tmp_path / "replies").mkdir()
    with pytest.raises(AssertionError, match="the request is kept in"):
        serve(RecordedReplies(tmp_path / "replies", pending=tmp_path / "pending"), GOOD)
    (kept,) = (tmp_path / "pending").iterdir()
    waiting = json.loads(kept.read_text(encoding="utf-8"))
    assert waiting["messages"] == [["system", "Reply with JSON."], ["user", "What happened?"]]
    with pytest.raises(ValueError, match="says not who wrote it"):
        RecordedReplies(tmp_path / "pending")
    kept.write_text(json.dumps(waiting | {"by": "a person", "reply": DRAFT}), encoding="utf-8")
    assert serve(RecordedReplies(tmp_path / "pending"), GOOD)[0] == 200


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"by": ""}, "who wrote it"),
        ({"reply": []}, "has no reply"),
        ({"note": "x"}, "not the fields"),
        ({"messages": [["user", "Something else."]]}, "not that of its messages"),
        ({"prompt": "brief-v2"}, "not that of its messages"),
    ],
)
def test_a_recording_that_is_not_honest_is_refused(tmp_path: Path, change: dict[str, Any], said: str) -> None:
    path = recorded(tmp_path)
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        RecordedReplies(tmp_path)


def test_two_recordings_of_one_request_are_refused(tmp_path: Path) -> None:
    path = recorded(tmp_path)
    (tmp_path / "two.json").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(ValueError, match="another file"):
        RecordedReplies(tmp_path)


def test_a_recorded_reply_is_held_to_the_schema_too(tmp_path: Path) -> None:
    path = recorded(tmp_path)
    path.write_text(
        json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"reply": {"claims": 1}}), encoding="utf-8"
    )
    with pytest.raises(AssertionError, match="does not fit"):
        serve(RecordedReplies(tmp_path), GOOD)


def test_the_key_of_a_request_tells_its_parts_apart() -> None:
    keys = {
        request_sha256("brief-v1", [("user", "ab")]),
        request_sha256("brief-v1", [("user", "a"), ("user", "b")]),
        request_sha256("brief-v1", [("system", "ab")]),
        request_sha256("brief-v2", [("user", "ab")]),
    }
    assert len(keys) == 4


def test_it_can_be_started_by_hand(tmp_path: Path) -> None:
    recorded(tmp_path)
    command = [sys.executable, "-u", "-m", "tests.doubles.model_endpoint", "--replies", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ}) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        process.terminate()
    assert re.fullmatch(
        rf"OPENAI_BASE_URL=http://127\.0\.0\.1:\d+/v1 OPENAI_API_KEY={KEY} OPENAI_MODEL={MODEL}\n", line
    )
