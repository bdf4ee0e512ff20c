"""Every way in which a model endpoint is known to fail, by name: each makes one wire answer out of a good reply.

The names are those of the table of faults that the writer is tested against; `HTTP_FAULTS` do not reach a completion,
`REPLY_FAULTS` are completions with something wrong (or merely unusual) in them.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

HTML = b"<!doctype html><html><head><title>502</title></head><body><h1>Bad gateway</h1></body></html>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """What goes over the wire; `manner` says how the body is sent."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-type": "application/json"})
    body: bytes = b""
    manner: Literal["whole", "reset", "reset_mid_body", "hang", "drip", "endless"] = "whole"


@dataclass(frozen=True, slots=True)
class Fault:
    """A failure to answer with: `name` is a key of one of the tables, `reply` what a good answer would have said."""

    name: str
    reply: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.name not in HTTP_FAULTS and self.name not in REPLY_FAULTS:
            raise ValueError(f"no fault is called {self.name!r}")


def completion(content: object, *, model: str, finish_reason: str | None = "stop", **message: object) -> dict[str, Any]:
    """A chat completion as OpenAI sends it."""
    text = content if isinstance(content, str) else ""
    tokens = 1 + len(text) // 4
    return {
        "id": "chatcmpl-double",
        "object": "chat.completion",
        "created": 1_760_000_000,
        "model": model,
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": content, "refusal": None, "annotations": []} | message,
                "logprobs": None,
                "finish_reason": finish_reason,
            }
        ],
        "usage": {
            "prompt_tokens": 1200,
            "completion_tokens": tokens,
            "total_tokens": 1200 + tokens,
            "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
            "completion_tokens_details": {"reasoning_tokens": 0, "audio_tokens": 0},
        },
        "service_tier": "default",
        "system_fingerprint": None,
    }


def _error(status: int, code: str | None, *, message: str = "An error.", kind: str = "", **headers: str) -> Wire:
    error = {"message": message, "type": kind or code or "error", "param": None, "code": code}
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Wire(
        status=status,
        headers={"content-type": "application/json"} | named,
        body=json.dumps({"error": error}).encode(),
    )


def _html(status: int) -> Wire:
    return Wire(status=status, headers={"content-type": "text/html"}, body=HTML)


def http_fault(name: str, *, echo: str) -> Wire:
    """The answer of an HTTP fault; `echo` is request text, which real servers like to repeat in an error."""
    wire = HTTP_FAULTS[name]
    return Wire(
        status=wire.status,
        headers=wire.headers,
        body=wire.body.replace(b"An error.", json.dumps(f"An error at: {echo}")[1:-1].encode()),
        manner=wire.manner,
    )


HTTP_FAULTS: Mapping[str, Wire] = {
    "rate_limited": _error(429, "rate_limit_exceeded", kind="requests", retry_after="1"),
    "rate_limited_ms": _error(429, "rate_limit_exceeded", kind="requests", retry_after_ms="1500"),
    "rate_limited_long": _error(429, "rate_limit_exceeded", kind="requests", retry_after="300"),
    "rate_limited_date": _error(429, "rate_limit_exceeded", retry_after="Fri, 01 Jan 2100 00:00:00 GMT"),
    "rate_limited_nonsense": _error(429, "rate_limit_exceeded", retry_after="nan"),
    "rate_limited_endless": _error(429, "rate_limit_exceeded", retry_after="inf"),
    "quota": _error(429, "insufficient_quota"),
    "payment": _error(402, None),
    "server_error": _html(500),
    "overloaded": _html(503),
    "request_timeout": _error(408, None),
    "conflict": _error(409, None),
    "unauthorised": _error(401, "invalid_api_key"),
    "forbidden": _error(403, "unsupported_country_region_territory"),
    "bad_request": _error(400, "unsupported_value", kind="invalid_request_error"),
    "too_long": _error(400, "context_length_exceeded", kind="invalid_request_error"),
    "private_code": _error(400, "An error.", kind="An error."),
    "content_policy": _error(400, "content_filter"),
    "not_found": _html(404),
    "redirect": Wire(status=307, headers={"location": "http://127.0.0.1:9/v1/chat/completions"}),
    "reset": Wire(manner="reset"),
    "reset_mid_body": Wire(manner="reset_mid_body"),
    "hang": Wire(manner="hang"),
    "drip": Wire(manner="drip"),
    "endless": Wire(manner="endless"),
    "html": _html(200),
    "empty_body": Wire(),
    "error_with_200": Wire(body=b'{"error":{"message":"An error.","code":500}}'),
    "compressed": Wire(
        headers={"content-type": "application/json", "content-encoding": "gzip"},
        body=gzip.compress(json.dumps(completion("{}", model="double-1")).encode()),
    ),
    "deeply_nested": Wire(body=b"[" * 200_000),
}


def _fenced(reply: Mapping[str, Any], model: str) -> dict[str, Any]:
    return completion(f"```json\n{json.dumps(reply, indent=2)}\n```\n", model=model)


def _cut(reply: Mapping[str, Any], model: str) -> dict[str, Any]:
    text = json.dumps(reply)
    return completion(text[: len(text) * 2 // 3], model=model, finish_reason="length")


def _without_first(reply: Mapping[str, Any]) -> dict[str, Any]:
    return dict(list(reply.items())[1:])


def _with_first(reply: Mapping[str, Any], value: object) -> dict[str, Any]:
    return dict(reply) | {next(iter(reply), "claims"): value}


def _choices(value: object) -> Callable[[Mapping[str, Any], str], dict[str, Any]]:
    return lambda reply, model: completion(json.dumps(reply), model=model) | {"choices": value}


def _content(change: Callable[[Mapping[str, Any]], object]) -> Callable[[Mapping[str, Any], str], dict[str, Any]]:
    return lambda reply, model: completion(change(reply), model=model)


REPLY_FAULTS: Mapping[str, Callable[[Mapping[str, Any], str], dict[str, Any]]] = {
    "length": _cut,
    "length_but_complete": lambda reply, model: completion(
        json.dumps(reply) + " " * 400, model=model, finish_reason="length"
    ),
    "length_without_text": lambda _, model: completion("", model=model, finish_reason="length"),
    "content_filter": lambda reply, model: completion(json.dumps(reply), model=model, finish_reason="content_filter"),
    "refusal": lambda _, model: completion(None, model=model, refusal="I cannot help with that."),
    "choices_empty": _choices([]),
    "choices_null": _choices(None),
    "choices_text": _choices("none"),
    "message_null": _choices([{"index": 0, "message": None, "finish_reason": "stop"}]),
    "content_null": _content(lambda _: None),
    "content_number": _content(lambda _: 7),
    "content_empty": _content(lambda _: " \n"),
    "content_parts": _content(lambda reply: [{"type": "text", "text": json.dumps(reply)}]),
    "broken_json": _content(lambda reply: json.dumps(reply)[:-2] + ',"]'),
    "wrong_schema": _content(lambda _: '{"summary": "a summary"}'),
    "array": _content(lambda reply: json.dumps([reply])),
    "missing_field": _content(lambda reply: json.dumps(_without_first(reply))),
    "wrong_type": _content(lambda reply: json.dumps(_with_first(reply, "text"))),
    "extra_field": _content(lambda reply: json.dumps(dict(reply) | {"note": "extra"})),
    "plain_text": _content(lambda _: "The articles report a storm."),
    "fenced_json": _fenced,
    "pretty_json": _content(lambda reply: "\n  " + json.dumps(reply, indent=4).replace("{", "{ \n ") + "\n\n"),
    "leading_prose": _content(lambda reply: f"The {{brief}} you asked for:\n{json.dumps(reply)}\nAnything else?"),
    "thinking": _content(lambda reply: f"<think>The form is {{}} or {{\"claims\":[]}}.</think>\n{json.dumps(reply)}"),
    "unfinished_thinking": _content(lambda _: "<think>First I read the articles. " * 50),
    "half_character": _content(lambda _: '{"claims":[{"evidence":["1.1"],"attribution":null,"text":"\\ud800"}]}'),
    "no_usage": lambda reply, model: completion(json.dumps(reply), model=model) | {"usage": None},
    "odd_usage": lambda reply, model: completion(json.dumps(reply), model=model) | {"usage": {"prompt_tokens": None}},
}  # fmt: skip
