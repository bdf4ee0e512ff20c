"""One value of a call: read in the type that the Bot API gives it, and in no other.

Telegram reads a number from almost anything and overlooks what it cannot read. Here that is a mistake.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from aiogram.types import ForceReply, InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from tests.doubles.bot_api.incoming import Incoming
from tests.doubles.bot_api.refusal import RefusedError, bad

Kind = Literal["text", "integer", "boolean", "number", "chat", "file", "json"]
MARKUPS: Mapping[str, type[BaseModel]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
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
PARSED = {
    "entities": "can't parse MessageEntity: ",
    "caption_entities": "can't parse MessageEntity: ",
    "commands": "can't parse BotCommand: ",
    "scope": "can't parse BotCommandScope: ",
    "reply_markup": "can't parse inline keyboard button: ",
    "reaction": "can't parse ReactionType: ",
}
"""What the server says before the field that is wrong."""
TYPES = {"int_type": "Number", "string_type": "String", "bool_type": "Boolean", "list_type": "Array"}
ROWS = 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
TRUE, FALSE = frozenset({"true", "True", "1"}), frozenset({"false", "False", "0"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a method; `annotation` is what its JSON must fit."""

    name: str
    kind: Kind
    required: bool
    annotation: Any
    may_be_text: bool


def read_value(parameter: Parameter, value: Any, given: Incoming) -> Any:
    """Return a value in its type; raise `RefusedError` when it has another."""
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


def _wrong(name: str, kind: str) -> RefusedError:
    return bad(f"parameter {name} must be of type {kind}")


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _wrong(name, "String")
    return value


def _integer(name: str, value: Any) -> int:
    if isinstance(value, str) and value.isascii() and value.removeprefix("-").isdecimal():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(name, "Integer")
    return value


def _chat(value: Any) -> int | str:
    if value == "":
        raise bad("chat_id is empty")
    if isinstance(value, str) and not value.removeprefix("-").isdecimal():
        return value
    return _integer("chat_id", value)


def _boolean(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) or value not in TRUE | FALSE:
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


# ---------------------------------------------------------------- JSON


def _json(parameter: Parameter, value: Any) -> Any:
    try:
        decoded = json.loads(value) if isinstance(value, str) and not parameter.may_be_text else value
    except (ValueError, RecursionError):
        raise bad(UNREADABLE.get(parameter.name, f"can't parse {parameter.name} JSON object")) from None
    annotation = _markup(decoded) if parameter.name == "reply_markup" else parameter.annotation
    try:
        # Strict, and from JSON: a number in quotes is no number, while an object is a model.
        read = _adapter(annotation).validate_json(json.dumps(decoded), strict=True)
    except ValidationError as error:
        raise bad(_misfit(parameter.name, error, decoded)) from None
    for path in _unknown(read, parameter.name):
        raise bad(f"unknown parameter {path}")
    return decoded


def _markup(decoded: Any) -> type[BaseModel]:
    """The kind of keyboard is told by its own field; a union would take any object for any of them."""
    named = [model for name, model in MARKUPS.items() if isinstance(decoded, dict) and name in decoded]
    if not named:
        raise bad("object expected as reply markup")
    return named[0]


@cache
def _adapter(annotation: Any) -> TypeAdapter[Any]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return TypeAdapter(annotation)
    return TypeAdapter(annotation, config=ConfigDict(arbitrary_types_allowed=True))


def _misfit(name: str, error: ValidationError, decoded: Any) -> str:
    """Put a misfit into the words that the server has for it."""
    first = error.errors()[0]
    if first["loc"][:1] == ("inline_keyboard",) and len(first["loc"]) <= 2:
        return ROWS
    if first["type"].startswith("union_tag") or first["type"] == "literal_error":
        return PARSED.get(name, "") + "Unsupported type specified"
    if first["type"] == "missing":
        return f'{PARSED.get(name, "")}Can\'t find field "{first["loc"][-1]}"'
    field = _field(first["loc"], decoded) or name
    return f'{PARSED.get(name, "")}Field "{field}" must be of type {TYPES.get(first["type"], "Object")}'


def _field(place: tuple[int | str, ...], decoded: Any) -> str | None:
    """The last field on the way to a place, which also names the members of unions."""
    found = None
    for part in place:
        if isinstance(decoded, dict) and part in decoded:
            found, decoded = str(part), decoded[part]
        elif isinstance(decoded, list) and isinstance(part, int):
            decoded = decoded[part]
    return found


def _unknown(value: Any, path: str) -> Iterator[str]:
    """Names inside of a value that its type does not have."""
    if isinstance(value, BaseModel):
        yield from (f"{path}.{name}" for name in value.model_extra or {})
        for name in type(value).model_fields:
            yield from _unknown(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from _unknown(item, f"{path}[{at}]")
