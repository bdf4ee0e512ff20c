"""Methods of the Bot API and their parameters: names and types from aiogram's models, which follow it release by release.

Telegram ignores parameters that it does not know, and reads a number from almost anything. Here both is a mistake.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from aiogram import methods
from aiogram.client.default import Default
from aiogram.types import ForceReply, InlineKeyboardMarkup, InputFile, ReplyKeyboardMarkup, ReplyKeyboardRemove
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from tests.doubles.bot_api.incoming import Incoming
from tests.doubles.bot_api.refusal import bad

Kind = Literal["text", "integer", "boolean", "number", "chat", "file", "json"]
MARKUPS: Mapping[str, type[BaseModel]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}
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
    "commands": "bot commands are not specified",
    "draft_id": "draft_id is not specified",
}
UNREADABLE = {
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "reply_parameters": "can't parse reply parameters JSON object",
    "entities": "can't parse entities JSON object",
    "commands": "can't parse commands JSON object",
    "reaction": "can't parse reaction types JSON object",
    "scope": "can't parse BotCommandScope JSON object",
    "message_ids": "can't parse message identifiers JSON object",
    "link_preview_options": "can't parse link preview options JSON object",
}
TRUE, FALSE = frozenset({"true", "True", "1"}), frozenset({"false", "False", "0"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a method; `annotation` is what its JSON must fit."""

    name: str
    kind: Kind
    required: bool
    annotation: Any


@cache
def parameters(method: str) -> Mapping[str, Parameter] | None:
    """The parameters of a method, without those that the Bot API dropped; nothing for a method that it does not have."""
    model = _models().get(method.lower())
    if model is None:
        return None
    return {name: _parameter(name, field) for name, field in model.model_fields.items() if not _is_dropped(field)}


def spelled(method: str) -> str:
    """The name of a method as the Bot API writes it, which takes it in any case."""
    model = _models().get(method.lower())
    return str(model.__api_method__) if model else method


def check(method: str, given: Incoming) -> dict[str, Any]:
    """Return the parameters of a call, each in its type; raise `RefusedError` at the first that is wrong."""
    known = parameters(method) or {}
    for name in given.values:
        if name not in known:
            raise bad(f"unknown parameter {name}")
    for name in given.files:
        if name not in known and f"attach://{name}" not in json.dumps(given.values):
            raise bad(f"unknown parameter {name}")
    read = {name: _read(known[name], value, given) for name, value in given.values.items()}
    read |= {name: None for name in given.files if name in known and name not in read}
    for parameter in known.values():
        if parameter.required and parameter.name not in read:
            raise bad(MISSING.get(parameter.name, f"parameter {parameter.name} is missing"))
    return read


@cache
def _models() -> Mapping[str, Any]:
    named = (getattr(methods, name) for name in methods.__all__)
    return {
        model.__api_method__.lower(): model for model in named if isinstance(getattr(model, "__api_method__", 0), str)
    }


def _is_dropped(field: FieldInfo) -> bool:
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("deprecated"))


def _parameter(name: str, field: FieldInfo) -> Parameter:
    return Parameter(name, _kind(set(_members(field.annotation))), field.is_required(), field.annotation)


def _members(annotation: Any) -> Iterator[Any]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        for member in typing.get_args(annotation):
            yield from _members(member)
    elif annotation is not type(None) and annotation is not Default:
        yield annotation


def _kind(members: set[Any]) -> Kind:
    if InputFile in members:
        return "file"
    if members == {str}:
        return "text"
    if members == {int, str}:
        return "chat"
    if members == {bool}:
        return "boolean"
    if members == {float}:
        return "number"
    return "integer" if int in members else "json"


# ---------------------------------------------------------------- one value


def _read(parameter: Parameter, value: Any, given: Incoming) -> Any:
    match parameter.kind:
        case "text":
            return _text(parameter.name, value)
        case "integer":
            return _integer(parameter.name, value)
        case "chat":
            return _chat(value)
        case "boolean":
            return _boolean(parameter.name, value)
        case "number":
            return _number(parameter.name, value)
        case "file":
            return _file(parameter.name, value, given)
        case "json":
            return _json(parameter, value)


def _wrong(name: str, kind: str) -> Exception:
    return bad(f"parameter {name} must be of type {kind}")


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(name, "String")
    return value


def _integer(name: str, value: Any) -> int:
    if isinstance(value, str) and value.removeprefix("-").isdecimal() and value.isascii():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(name, "Integer")
    return value


def _chat(value: Any) -> int | str:
    if isinstance(value, str) and not value.removeprefix("-").isdecimal():
        return value
    return _integer("chat_id", value)


def _boolean(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value not in TRUE | FALSE:
        raise _wrong(name, "Boolean")
    return value in TRUE


def _number(name: str, value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise _wrong(name, "Float") from None


def _file(name: str, value: Any, given: Incoming) -> str:
    said = _text(name, value)
    if said.startswith("attach://") and said.removeprefix("attach://") not in given.files:
        raise bad(f"there is no {name} in the request")
    return said


def _json(parameter: Parameter, value: Any) -> Any:
    try:
        decoded = json.loads(value) if isinstance(value, str) and not given_as_text(parameter) else value
    except (ValueError, RecursionError):
        raise bad(UNREADABLE.get(parameter.name, f"can't parse {parameter.name} JSON object")) from None
    annotation = _markup(decoded) if parameter.name == "reply_markup" else parameter.annotation
    try:
        # Strict, and from JSON: a number in quotes is not a number, an object is still a model.
        read = _adapter(annotation).validate_json(json.dumps(decoded), strict=True)
    except ValidationError as error:
        raise bad(_misfit(parameter.name, error)) from None
    for path in _unknown(read, parameter.name):
        raise bad(f"unknown parameter {path}")
    return decoded


def given_as_text(parameter: Parameter) -> bool:
    """Whether a type may be plain text besides JSON (a media that is a file or an object)."""
    return str in set(_members(parameter.annotation))


def _markup(decoded: Any) -> Any:
    if not isinstance(decoded, dict):
        raise bad("object expected as reply markup")
    for name, model in MARKUPS.items():
        if name in decoded:
            return model
    raise bad("object expected as reply markup")


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return TypeAdapter(annotation)
    return TypeAdapter(annotation, config=ConfigDict(arbitrary_types_allowed=True))


def _misfit(name: str, error: ValidationError) -> str:
    """Put a misfit into the words that the server has for it."""
    first = error.errors()[0]
    place = [part for part in first["loc"] if isinstance(part, int | str)]
    if name == "reply_markup":
        return _keyboard_misfit(place, first["type"])
    field = next((part for part in reversed(place) if isinstance(part, str)), name)
    if first["type"] == "missing":
        return f"can't parse {name}: can't find field \"{field}\""
    return f'can\'t parse {name}: field "{field}" must be of another type'


def _keyboard_misfit(place: list[int | str], kind: str) -> str:
    if place[:1] == ["inline_keyboard"] and len(place) <= 2:
        return 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    field = next((part for part in reversed(place) if isinstance(part, str)), "")
    how = f'can\'t find field "{field}"' if kind == "missing" else f'field "{field}" must be of another type'
    return f"can't parse inline keyboard button: {how}"


def _unknown(value: Any, path: str) -> Iterator[str]:
    """Names inside of a value that its type does not have."""
    if isinstance(value, BaseModel):
        yield from (f"{path}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _unknown(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _unknown(item, f"{path}[{at}]")
