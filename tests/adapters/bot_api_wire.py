"""Calls to the stand-in for the Bot API without any client of ours, and chats to try them on."""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tests.doubles.bot_api import BotApi, Person

BOUNDARY = "an-unlikely-boundary"


def call(
    api: BotApi,
    method: str,
    params: Mapping[str, Any] | None = None,
    *,
    encoding: str = "json",
    token: str | None = None,
    files: Mapping[str, tuple[str, bytes]] | None = None,
) -> tuple[int, dict[str, Any]]:
    """Make one call on a connection of its own; return the status and the JSON of the answer."""
    media_type, body = encode(params or {}, encoding="multipart" if files else encoding, files=files or {})
    status, raw = fetch(api, f"/bot{token or api.token}/{method}", media_type=media_type, body=body)
    return status, json.loads(raw)


def result(api: BotApi, method: str, **params: Any) -> Any:
    """Make a call that has to be taken; return its result."""
    status, body = call(api, method, params)
    assert status == 200, body
    return body["result"]


def fetch(api: BotApi, path: str, *, media_type: str | None = None, body: bytes | None = None) -> tuple[int, bytes]:
    """Make a request: a POST with a body, a GET without one."""
    connection = http.client.HTTPConnection("127.0.0.1", int(api.base_url.rpartition(":")[2]), timeout=30)
    try:
        headers = {"content-type": media_type} if media_type else {}
        connection.request("GET" if body is None else "POST", path, body=body, headers=headers)
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def encode(params: Mapping[str, Any], *, encoding: str, files: Mapping[str, tuple[str, bytes]]) -> tuple[str, bytes]:
    """The parameters as a body; forms hold text, and JSON for whatever is not text."""
    if encoding == "json":
        return "application/json", json.dumps(params).encode()
    texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()}
    if encoding == "form":
        return "application/x-www-form-urlencoded", urlencode(texts).encode()
    parts = [f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in texts.items()]
    for name, (file_name, content) in files.items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="{file_name}"\r\n'
        parts.append(f"{head}Content-Type: application/octet-stream\r\n\r\n".encode() + content)
    body = b"".join(f"--{BOUNDARY}\r\n".encode() + part + b"\r\n" for part in parts)
    return f"multipart/form-data; boundary={BOUNDARY}", body + f"--{BOUNDARY}--\r\n".encode()


@dataclass(frozen=True, slots=True)
class Prepared:
    """Chats with messages in them, and what the contract calls them."""

    alice: Person
    names: Mapping[str, Any]

    def named(self, value: Any) -> Any:
        """Put what is meant in place of the names, at any depth."""
        if isinstance(value, dict):
            return {name: self.named(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [self.named(inner) for inner in value]
        return self.names.get(value, value) if isinstance(value, str) else value


def prepare(api: BotApi) -> Prepared:
    """Make the chats that the contract speaks of."""
    alice, stranger = api.user("Alice"), api.user("A stranger", started=False)
    group = api.group("Editors", members=[alice])
    moved = api.group("Writers", members=[alice], supergroup=False)
    moved.migrates()
    hers, gone = alice.says("Words of Alice"), alice.says("Words that go")
    alice.deletes(gone)
    own = result(api, "sendMessage", chat_id=alice.id, text="Words of the bot")["message_id"]
    keyboard = {"inline_keyboard": [[{"text": "More", "callback_data": "more:1"}]]}
    buttoned = result(api, "sendMessage", chat_id=alice.id, text="With a button", reply_markup=keyboard)["message_id"]
    document = alice.sends_file("notes.txt", b"notes").file
    large = alice.sends_file("large.pdf", b"%PDF", size=25_000_000).file
    assert document is not None
    assert large is not None
    names = {
        "CHAT": alice.id,
        "GROUP": group.id,
        "STRANGER": stranger.id,
        "MOVED": moved.id,
        "OWN": own,
        "HERS": hers.id,
        "BUTTONED": buttoned,
        "GONE": gone.id,
        "IN_GROUP": alice.says("Words in the group", chat=group).id,
        "TAP": alice.taps("More").id,
        "LATE_TAP": alice.taps("more:1", late=True).id,
        "DOCUMENT": document.id,
        "LARGE": large.id,
    }
    return Prepared(alice, names)
