"""A pydantic model as the strict JSON schema that is sent with a request.

OpenAI's strict mode takes a subset of JSON Schema (its guide to structured outputs): every object is closed and
requires all its properties, a value that may be absent is a union with null, and only a few keywords bound a value.
What is outside of that subset is refused here, when the schema is made, and not by a server during a request.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from pydantic import BaseModel

KEPT = frozenset(
    {
        "$defs", "$ref", "additionalProperties", "anyOf", "const", "enum", "exclusiveMaximum", "exclusiveMinimum",
        "format", "items", "maximum", "maxItems", "minimum", "minItems", "multipleOf", "pattern", "properties",
        "required", "type",
    }
)  # fmt: skip
DROPPED = frozenset({"title", "description", "default"})


def strict_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return the strict JSON schema of `model`, its properties in the order of the model's fields.

    Titles, descriptions and defaults are left out: they cost tokens, and the prompt says what a field means.
    Raises `ValueError` where the model uses what strict mode does not know (a length of a string, a tuple, a dict).
    """
    return copy.deepcopy(_made(model))


@lru_cache(maxsize=16)
def _made(model: type[BaseModel]) -> dict[str, Any]:
    made = _strict(model.model_json_schema(), model.__name__)
    if made.get("type") != "object":
        raise ValueError(f"{model.__name__} is not an object")
    return made


def _strict(node: Mapping[str, Any], path: str) -> dict[str, Any]:
    strict: dict[str, Any] = {}
    for keyword, value in node.items():
        if keyword in DROPPED:
            continue
        if keyword not in KEPT:
            raise ValueError(f"{path}: strict mode has no {keyword}")
        strict[keyword] = _value(keyword, value, path)
    if strict.get("type") == "object":
        if "properties" not in strict:
            raise ValueError(f"{path}: strict mode has no object with free keys")
        strict["additionalProperties"] = False
        strict["required"] = list(strict["properties"])
    return strict


def _value(keyword: str, value: Any, path: str) -> Any:
    if keyword in {"properties", "$defs"}:
        return {name: _strict(child, f"{path}.{name}") for name, child in value.items()}
    if keyword == "items":
        return _strict(value, f"{path}[]")
    if keyword == "anyOf":
        return [_strict(child, path) for child in value]
    return value
