"""Reading what an endpoint answered: the envelope first, then the JSON that a model wrote into it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.core.errors import WriterError
from bot.core.models import Usage

Draft = TypeVar("Draft", bound=BaseModel)

MOST_TOKENS = 10_000_000
"""Tokens of one side of a call beyond which a server's count is not believed."""
_MOST_STARTS = 40
"""Places in a chatty reply at which an object may begin before we give up looking."""
_MOST_PROBLEMS = 5


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A reply that is not what was asked for; `problem` says why, in words for the model."""

    problem: str


class _Lenient(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Message(_Lenient):
    content: str | list[Any] | None = None
    refusal: str | None = None


class _Choice(_Lenient):
    message: _Message
    finish_reason: str | None = None


class _Envelope(_Lenient):
    choices: list[_Choice]


class _Tokens(_Lenient):
    prompt_tokens: int = Field(ge=0, le=MOST_TOKENS)
    completion_tokens: int = Field(ge=0, le=MOST_TOKENS)


class _Bill(_Lenient):
    usage: _Tokens


class Reply(BaseModel):
    """The text of one completion, and whether it was cut off."""

    text: str
    cut: bool


def stated_usage(body: bytes) -> Usage | None:
    """Return the tokens that a completion says it took, without its call; None where it says nothing to be believed.

    A body that holds no text worth reading may still say what it cost.
    """
    try:
        tokens = _Bill.model_validate_json(body).usage
    except (ValidationError, RecursionError):
        return None
    return Usage(input_tokens=tokens.prompt_tokens, output_tokens=tokens.completion_tokens)


def read_envelope(body: bytes) -> Reply:
    """Return the reply in the body of a chat completion.

    Raises `WriterError`: "refused", "filtered", or "malformed" where the body is not a completion with a text.
    """
    try:
        envelope: _Envelope | None = _Envelope.model_validate_json(body)
    except (ValidationError, RecursionError):
        envelope = None
    if envelope is None or not envelope.choices:
        raise WriterError("malformed", reason="no completion")
    choice = envelope.choices[0]
    if choice.finish_reason == "content_filter":
        raise WriterError("filtered")
    if choice.message.refusal:
        raise WriterError("refused")
    text = _text(choice.message.content)
    if not text.strip():
        raise WriterError("truncated" if choice.finish_reason == "length" else "malformed", reason="no text")
    return Reply(text=text, cut=choice.finish_reason == "length")


def read_draft(text: str, model: type[Draft]) -> Draft | Unreadable:
    """Return what a model wrote as a `model`; a code fence, an introduction or thinking aloud around it is let pass."""
    bare = text.strip().removeprefix("\ufeff")
    draft = _validated(bare, model)
    if not isinstance(draft, Unreadable):
        return draft
    found = _find_object(bare, frozenset(model.model_fields))
    if found is not None and found != bare:
        return _validated(found, model)
    return draft if bare.startswith("{") else Unreadable("it holds no complete JSON object of the form asked for")


def _validated(text: str, model: type[Draft]) -> Draft | Unreadable:
    try:
        return model.model_validate_json(text)
    except (ValidationError, RecursionError) as error:
        return Unreadable(_describe(error))


def _find_object(text: str, keys: frozenset[str]) -> str | None:
    """Return the first complete JSON object with one of `keys` that stands after any thinking aloud."""
    if not text.startswith("{"):
        # Thinking ends with this tag in every server that does not part it from the reply.
        text = text.rpartition("</think>")[2]
    decoder = json.JSONDecoder()
    at = text.find("{")
    for _ in range(_MOST_STARTS):
        if at < 0:
            return None
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            at = text.find("{", at + 1)
            continue
        if isinstance(value, dict) and keys & value.keys():
            return text[at:end]
        at = text.find("{", end)
    return None


def _describe(error: Exception) -> str:
    """Say what is wrong without repeating any of the reply's values."""
    if not isinstance(error, ValidationError):
        return "it is nested too deeply"
    found = error.errors(include_url=False, include_context=False, include_input=False)
    shown = [f"{'.'.join(map(str, one['loc'][:6])) or 'the reply'}: {one['msg'][:120]}" for one in found]
    return "; ".join(shown[:_MOST_PROBLEMS])


def _text(content: str | list[Any] | None) -> str:
    if isinstance(content, str):
        return content
    parts = [part for part in content or () if isinstance(part, dict) and part.get("type") == "text"]
    return "".join(part["text"] for part in parts if isinstance(part.get("text"), str))
