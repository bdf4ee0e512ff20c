"""What services answer in JSON, taken apart without believing its shape. Runs in the reading process only."""

from __future__ import annotations

import json
from typing import Any

from bot.adapters.reading.decoding import decode


def object_of(body: bytes, *, charset: str | None) -> dict[str, Any]:
    """Return the object that an answer is, an empty one where it is none; raises `LoadError("binary")`."""
    try:
        answer = json.loads(decode(body, declared=charset))
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def object_at(answer: dict[str, Any], *path: str) -> dict[str, Any]:
    """Return the object at a path of names, an empty one where there is none."""
    for name in path:
        inner = answer.get(name)
        answer = inner if isinstance(inner, dict) else {}
    return answer


def text_at(answer: dict[str, Any], *path: str) -> str:
    """Return the text at a path of names, "" where there is none."""
    value = object_at(answer, *path[:-1]).get(path[-1])
    return value if isinstance(value, str) else ""


def objects_at(answer: dict[str, Any], *path: str) -> list[dict[str, Any]]:
    """Return the objects in a list at a path of names, none where there is no list."""
    value = object_at(answer, *path[:-1]).get(path[-1])
    return [each for each in value[:100] if isinstance(each, dict)] if isinstance(value, list) else []
