"""A request as it comes over the wire: path, query, form, JSON or multipart body."""

from __future__ import annotations

import email
import email.policy
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

from tests.doubles.bot_api.refusal import RefusedError, bad


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that came along with a call."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a call was given: values as text (JSON bodies: as they are) and files, by parameter."""

    values: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, Uploaded] = field(default_factory=dict)


def read_call(target: str, content_type: str, body: bytes) -> Incoming:
    """Read the parameters of a request, wherever they stand; raise `RefusedError` when they cannot be read."""
    query = dict(parse_qsl(urlsplit(target).query, keep_blank_values=True))
    kind = content_type.partition(";")[0].strip().lower()
    if not body:
        return Incoming(query)
    if kind == "application/json":
        return Incoming(query | _json(body))
    if kind == "application/x-www-form-urlencoded":
        return Incoming(query | _form(body))
    if kind == "multipart/form-data":
        return _multipart(query, content_type, body)
    raise bad("unsupported content type of the request body")


def _json(body: bytes) -> dict[str, Any]:
    try:
        read = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise RefusedError(400, "can't parse request body as JSON object") from None
    if not isinstance(read, dict):
        raise bad("JSON object expected in the request body")
    return {name: value for name, value in read.items() if value is not None}


def _form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True, errors="strict"))
    except ValueError:
        raise bad("strings must be encoded in UTF-8") from None


def _multipart(query: dict[str, str], content_type: str, body: bytes) -> Incoming:
    head = f"Content-Type: {content_type}\r\nMIME-Version: 1.0\r\n\r\n".encode()
    message = email.message_from_bytes(head + body, policy=email.policy.HTTP)
    if not message.is_multipart():
        raise bad("can't parse multipart request body")
    values: dict[str, Any] = dict(query)
    files: dict[str, Uploaded] = {}
    for part in message.iter_parts():
        name = str(part.get_param("name", "", header="content-disposition"))
        content = cast(bytes, part.get_payload(decode=True) or b"")
        file_name = part.get_filename()
        if file_name is not None:
            files[name] = Uploaded(file_name, part.get_content_type(), content)
        else:
            values[name] = content.decode("utf-8")
    return Incoming(values, files)
