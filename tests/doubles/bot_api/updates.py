"""The queue of updates: numbered, kept until acknowledged, filtered by what the bot asked for."""

from __future__ import annotations

import json
from typing import Any

from aiogram.types import Update

from tests.doubles.bot_api.refusal import bad

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
FIRST_ID = 731_000_001


def known_kinds() -> frozenset[str]:
    """All kinds of update there are."""
    return frozenset(Update.model_fields) - {"update_id"}


class Updates:
    """Pending updates, oldest first. Not synchronised: its owner holds the lock."""

    def __init__(self) -> None:
        self.pending: list[dict[str, Any]] = []
        self.sent: dict[int, dict[str, Any]] = {}
        """Everything that was ever queued, by its identifier."""
        self.wanted: frozenset[str] | None = None
        self._next_id = FIRST_ID
        self._again: list[dict[str, Any]] = []

    def push(self, kind: str, payload: Any) -> int | None:
        """Queue an update; return its identifier, or nothing when the bot does not want this kind."""
        if not self.wants(kind):
            return None
        return self.push_raw({"update_id": self._next_id, kind: payload})

    def push_raw(self, update: dict[str, Any]) -> int:
        """Queue whatever is given; without an identifier it gets the next one."""
        made = {"update_id": update.get("update_id", self._next_id)} | update
        self._next_id = max(self._next_id, made["update_id"] + 1)
        self.sent[made["update_id"]] = made
        self.pending.append(json.loads(json.dumps(made)))
        return int(made["update_id"])

    def redeliver(self, update_id: int) -> None:
        """Hand an update out once more, whatever was acknowledged."""
        self._again.append(self.sent[update_id])

    def take(self, limit: int) -> list[dict[str, Any]]:
        """Return what is due; it stays pending until acknowledged, but for redelivered updates."""
        again, self._again = self._again[:limit], self._again[limit:]
        return [*again, *self.pending[: limit - len(again)]]

    def wants(self, kind: str) -> bool:
        if self.wanted is None:
            return kind not in NOT_BY_DEFAULT
        return kind in self.wanted

    def want(self, kinds: list[str] | None) -> None:
        """Remember what getUpdates or setWebhook asks for: an empty list is the default, None changes nothing."""
        if kinds is None:
            return
        if unknown := sorted(set(kinds) - known_kinds()):
            raise bad(f"unknown update type {unknown[0]}")
        self.wanted = frozenset(kinds) or None

    def acknowledge(self, offset: int) -> None:
        """Forget what is below the offset; a negative one keeps that many from the end."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]
