"""Failures that a test asks for: which call they meet, and what then comes over the wire."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.doubles.bot_api.refusal import RefusedError

Manner = Literal["whole", "reset", "hang"]
DELIVERED = frozenset({"deliver_then_reset", "deliver_then_502", "deliver_then_hang", "bad_json"})
"""Faults after which the call was carried out, and the bot cannot know."""
SIMPLE = DELIVERED | {"429", "401", "403", "404", "409", "500", "502_html", "reset", "hang", "migrated"}
HTML = b"<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr>nginx</body></html>"
MOVED_TO = -1_004_999_999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """What goes over the wire; `manner` says how."""

    status: int = 200
    body: bytes = b""
    media_type: str = "application/json"
    manner: Manner = "whole"


@dataclass(slots=True, kw_only=True)
class Fault:
    """A failure that meets the next `left` calls of a method, in one chat or in any."""

    method: str
    name: str
    left: int
    chat_id: int | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    met: int = 0

    def __post_init__(self) -> None:
        kind, _, rest = self.name.partition(":")
        known = self.name in SIMPLE or (kind in ("400", "403") and rest) or (kind == "slow" and float(rest) >= 0)
        if not known:
            raise ValueError(f"no fault is called {self.name!r}")

    def meets(self, method: str, chat_id: object) -> bool:
        """Whether a call is one that this fault waits for."""
        if self.left < 1 or (self.chat_id is not None and str(chat_id) != str(self.chat_id)):
            return False
        return self.method == method or (self.method == "*" and method != "getUpdates")

    @property
    def delay(self) -> float:
        """Seconds before the call is carried out."""
        return float(self.name.partition(":")[2]) if self.name.startswith("slow:") else 0.0

    @property
    def delivers(self) -> bool:
        """Whether the call is carried out."""
        return self.name in DELIVERED or self.name.startswith("slow:")

    def wire(self, answer: Wire) -> Wire:
        """What the bot gets in place of the answer."""
        match self.name:
            case "reset" | "deliver_then_reset":
                return Wire(manner="reset")
            case "hang" | "deliver_then_hang":
                return Wire(manner="hang")
            case "502_html" | "deliver_then_502":
                return Wire(status=502, body=HTML, media_type="text/html")
            case "bad_json":
                return Wire(body=answer.body[: len(answer.body) // 2])
        return answer if self.delivers else refusal_wire(self._refusal())

    def _refusal(self) -> RefusedError:
        status, _, what = self.name.partition(":")
        match status:
            case "429":
                seconds = self.parameters.get("retry_after", 1)
                return RefusedError(429, f"retry after {seconds}", parameters={"retry_after": seconds})
            case "migrated":
                to = self.parameters.get("migrate_to_chat_id", MOVED_TO)
                what = "group chat was upgraded to a supergroup chat"
                return RefusedError(400, what, parameters={"migrate_to_chat_id": to})
            case "409":
                return RefusedError(409, CONFLICT)
            case "403":
                return RefusedError(403, what or "bot was blocked by the user")
        return RefusedError(int(status), what.removeprefix("Bad Request: "))


CONFLICT = "terminated by other getUpdates request; make sure that only one bot instance is running"


def refusal_wire(refused: RefusedError) -> Wire:
    """A refusal as the Bot API sends it."""
    return Wire(status=refused.status, body=json.dumps(refused.body, ensure_ascii=False).encode())
