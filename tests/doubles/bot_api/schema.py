"""Methods of the Bot API and their parameters: names and types from aiogram's models, which follow every release.

Telegram ignores parameters that it does not know. Here that is a mistake.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from aiogram import methods
from aiogram.client.default import Default
from aiogram.types import InputFile
from pydantic.fields import FieldInfo

from tests.doubles.bot_api.incoming import Incoming
from tests.doubles.bot_api.refusal import bad
from tests.doubles.bot_api.values import Kind, Parameter, read_value

MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "action": "wrong parameter action in request",
    "document": "there is no document in the request",
    "file_id": "file_id not specified",
    "user_id": "invalid user_id specified",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "draft_id": "draft identifier must be non-zero",
}


@cache
def parameters(method: str) -> Mapping[str, Parameter] | None:
    """The parameters of a method, without those that were dropped; nothing for a method that there is not."""
    model = _models().get(method.lower())
    if model is None:
        return None
    fields: Mapping[str, FieldInfo] = model.model_fields
    return {name: _parameter(name, field) for name, field in fields.items() if not _is_dropped(field)}


def spelled(method: str) -> str:
    """The name of a method as the Bot API writes it; it takes any case."""
    model = _models().get(method.lower())
    return str(model.__api_method__) if model else method


def returned(method: str) -> Any:
    """The type of what a method returns."""
    return _models()[method.lower()].__returning__


def check(method: str, given: Incoming) -> dict[str, Any]:
    """Return the parameters of a call, each in its type; raise `RefusedError` at the first that is wrong."""
    known = parameters(method) or {}
    mentioned = json.dumps(given.values)
    unknown = [name for name in given.values if name not in known]
    unknown += [name for name in given.files if name not in known and f"attach://{name}" not in mentioned]
    if unknown:
        raise bad(f"unknown parameter {unknown[0]}")
    read = {name: read_value(known[name], value, given) for name, value in given.values.items()}
    read |= {name: None for name in given.files if name in known and name not in read}
    for parameter in known.values():
        if parameter.required and parameter.name not in read:
            raise bad(MISSING.get(parameter.name, f"parameter {parameter.name} is missing"))
    return read


@cache
def _models() -> Mapping[str, Any]:
    named = {name: getattr(methods, name) for name in methods.__all__}
    made = {getattr(model, "__api_method__", None): model for model in named.values()}
    return {name.lower(): model for name, model in made.items() if isinstance(name, str)}


def _is_dropped(field: FieldInfo) -> bool:
    """aiogram keeps what older releases had, and says so."""
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("deprecated"))


def _parameter(name: str, field: FieldInfo) -> Parameter:
    members = frozenset(_members(field.annotation))
    return Parameter(
        name=name,
        kind=_kind(members),
        required=field.is_required(),
        annotation=field.annotation,
        may_be_text=str in members,
    )


def _members(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        for member in typing.get_args(annotation):
            yield from _members(member)
    elif annotation is not type(None) and annotation is not Default:
        yield annotation


SIMPLE: Mapping[frozenset[Any], Kind] = {
    frozenset({str}): "text",
    frozenset({int, str}): "chat",
    frozenset({bool}): "boolean",
    frozenset({float}): "number",
}


def _kind(members: frozenset[Any]) -> Kind:
    if InputFile in members:
        return "file"
    return SIMPLE.get(members) or ("integer" if int in members else "json")
