"""What a chat completion request must look like, checked as OpenAI checks it.

Whatever the server of OpenAI would refuse is refused with the same status and the same form of error. What this does
not know (tools, images, audio, streaming) is refused too: the bot has no business with it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.doubles.strict_schema import name_lint, strict_lint

KNOWN_FIELDS = frozenset(
    {
        "audio", "frequency_penalty", "function_call", "functions", "logit_bias", "logprobs", "max_completion_tokens",
        "max_tokens", "messages", "metadata", "modalities", "model", "moderation", "n", "parallel_tool_calls",
        "prediction", "presence_penalty", "prompt_cache_key", "prompt_cache_options", "prompt_cache_retention",
        "reasoning_effort", "response_format", "safety_identifier", "seed", "service_tier", "stop", "store", "stream",
        "stream_options", "temperature", "tool_choice", "tools", "top_logprobs", "top_p", "user", "verbosity",
        "web_search_options",
    }
)  # fmt: skip
NUMBERS = {"temperature": (0, 2), "top_p": (0, 1), "frequency_penalty": (-2, 2), "presence_penalty": (-2, 2)}
COUNTS = ("max_tokens", "max_completion_tokens", "n")
CHOICES = {
    "reasoning_effort": {"none", "minimal", "low", "medium", "high", "xhigh", "max"},
    "verbosity": {"low", "medium", "high"},
    "service_tier": {"auto", "default", "flex", "scale", "priority", "fast"},
}
UNSUPPORTED = ("audio", "function_call", "functions", "modalities", "prediction", "stream", "tools", "tool_choice")
ROLES = frozenset({"system", "developer", "user", "assistant"})
FORMATS = ("json_schema", "json_object", "text")


class RefusedError(Exception):
    """The server answers with an error of this status; the rest is what its body says."""

    def __init__(self, status: int, message: str, *, param: str | None = None, code: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        kind = "invalid_request_error" if status < 500 else "server_error"
        self.body = {"error": {"message": message, "type": kind, "param": param, "code": code}}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatRequest:
    """A request that OpenAI would take; `schema_name` and `schema` are empty where it asks for no schema."""

    body: Mapping[str, Any]
    messages: tuple[tuple[str, str], ...]
    schema_name: str
    schema: Mapping[str, Any] | None

    @property
    def sha256(self) -> str:
        return request_sha256(self.schema_name, self.messages)


def request_sha256(schema_name: str, messages: Sequence[tuple[str, str]]) -> str:
    """The key of a recorded reply: prompt name with version (the schema is sent under it) and all messages."""
    canonical = json.dumps([schema_name, [list(message) for message in messages]], ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def check_key(authorization: str | None, key: str) -> None:
    """Refuse a wrong key as OpenAI does: the message repeats it, so that a test can see it leak."""
    if authorization != f"Bearer {key}":
        message = f"Incorrect API key provided: {authorization}. You can find your API key in your account."
        raise RefusedError(401, message, code="invalid_api_key")


def check_request(raw: bytes, *, models: Sequence[str], formats: Sequence[str] = FORMATS) -> ChatRequest:
    """Return the request in a body; raise `RefusedError` where the server would not take it."""
    try:
        body = json.loads(raw.decode("utf-8"))
    except (ValueError, RecursionError):
        raise RefusedError(400, "We could not parse the JSON body of your request.") from None
    if not isinstance(body, dict):
        raise RefusedError(400, "The body is not a JSON object.")
    _check_fields(body)
    if body["model"] not in models:
        raise RefusedError(404, f"The model `{body['model']}` does not exist.", param="model", code="model_not_found")
    messages = _check_messages(body["messages"])
    name, schema = _check_format(body.get("response_format"), messages, formats)
    return ChatRequest(body=body, messages=messages, schema_name=name, schema=schema)


def _check_fields(body: Mapping[str, Any]) -> None:
    for name in body:
        if name not in KNOWN_FIELDS:
            raise RefusedError(400, f"Unrecognized request argument supplied: {name}", param=name)
        if name in UNSUPPORTED:
            raise RefusedError(400, f"This double does not know {name}", param=name)
    if not isinstance(body.get("model"), str) or not body["model"]:
        raise RefusedError(400, "you must provide a model parameter", param="model")
    if "messages" not in body:
        raise RefusedError(400, "Missing required parameter: 'messages'.", param="messages")
    for name, (low, high) in NUMBERS.items():
        value = body.get(name)
        if value is not None and not (_is_number(value) and low <= value <= high):
            raise RefusedError(400, f"Invalid value for '{name}'.", param=name, code="invalid_type")
    for name in COUNTS:
        value = body.get(name)
        if value is not None and not (_is_number(value) and isinstance(value, int) and value >= 1):
            raise RefusedError(400, f"Invalid value for '{name}'.", param=name, code="invalid_type")
    for name, choices in CHOICES.items():
        if body.get(name) is not None and body[name] not in choices:
            raise RefusedError(400, f"Invalid value for '{name}'.", param=name, code="invalid_value")
    if body.get("max_tokens") is not None and body.get("max_completion_tokens") is not None:
        raise RefusedError(400, "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.")


def _check_messages(messages: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(messages, list) or not messages:
        raise RefusedError(400, "Invalid 'messages': expected a non-empty array.", param="messages")
    return tuple(_check_message(message, f"messages[{at}]") for at, message in enumerate(messages))


def _check_message(message: object, path: str) -> tuple[str, str]:
    if not isinstance(message, dict):
        raise RefusedError(400, f"Invalid type for '{path}'.", param=path, code="invalid_type")
    for name in message:
        if name not in {"role", "content", "name"}:
            raise RefusedError(400, f"Unknown parameter: '{path}.{name}'.", param=f"{path}.{name}")
    role = message.get("role")
    if role not in ROLES:
        raise RefusedError(400, f"Invalid value: '{role}'.", param=f"{path}.role", code="invalid_value")
    content = message.get("content")
    if isinstance(content, list):
        content = "".join(_check_part(part, path) for part in content)
    if not isinstance(content, str):
        raise RefusedError(400, f"Invalid type for '{path}.content'.", param=f"{path}.content", code="invalid_type")
    return str(role), content


def _check_part(part: object, path: str) -> str:
    if not isinstance(part, dict) or part.get("type") != "text" or not isinstance(part.get("text"), str):
        raise RefusedError(400, f"Invalid type for '{path}.content'.", param=f"{path}.content", code="invalid_type")
    return str(part["text"])


def _check_format(
    form: object, messages: Sequence[tuple[str, str]], formats: Sequence[str]
) -> tuple[str, Mapping[str, Any] | None]:
    if form is None:
        return "", None
    kind = form.get("type") if isinstance(form, dict) else None
    if not isinstance(form, dict) or kind not in FORMATS:
        raise RefusedError(400, "Invalid value for 'response_format.type'.", param="response_format.type")
    if kind not in formats:
        raise RefusedError(400, f"This response_format type {kind} is unavailable now", code="invalid_request_error")
    if kind == "json_object" and not any("json" in content.lower() for _, content in messages):
        message = (
            "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."
        )
        raise RefusedError(400, message, param="messages")
    if set(form) - ({"type", "json_schema"} if kind == "json_schema" else {"type"}):
        raise RefusedError(400, "Unknown parameter in 'response_format'.", param="response_format")
    return _check_schema(form.get("json_schema")) if kind == "json_schema" else ("", None)


def _check_schema(wrapped: object) -> tuple[str, Mapping[str, Any]]:
    if not isinstance(wrapped, dict) or set(wrapped) - {"name", "schema", "strict", "description"}:
        raise RefusedError(400, "Invalid 'response_format.json_schema'.", param="response_format.json_schema")
    findings = name_lint(wrapped.get("name"))
    if wrapped.get("strict") is not True:
        findings.append("the double wants strict: true")
    findings += strict_lint(wrapped.get("schema"))
    if findings:
        message = f"Invalid schema for response_format '{wrapped.get('name')}': {'; '.join(findings[:5])}"
        raise RefusedError(400, message, param="response_format")
    return wrapped["name"], wrapped["schema"]


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
