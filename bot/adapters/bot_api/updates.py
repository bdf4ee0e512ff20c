"""One update as Telegram sent it, taken apart just far enough to be kept."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

from telegram import Bot, Update

from bot.adapters.bot_api import shapes

# Chat ids of guest messages live in a space of their own (Bot API 10.0), so nothing may be filed under them.
_WITHOUT_CHAT: Final = frozenset({"guest_message"})
_NAME: Final = re.compile(r"[a-z_]{1,40}")
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class Polled:
    """An update: its id, its chat, its JSON, and the same parsed where it is of a kind that is acted on."""

    update_id: int
    chat_id: int | None
    payload: str
    update: Update | None


def polled(raw: Mapping[str, Any], *, bot: Bot) -> Polled:
    """Return an update that holds at least an `update_id`; one that cannot be parsed is logged by id and kind alone."""
    payload = json.dumps(raw, ensure_ascii=False, separators=(",", ":"))
    return Polled(update_id=raw["update_id"], chat_id=_chat_id(raw), payload=payload, update=_parse(payload, bot))


def is_update(raw: object) -> bool:
    """Tell whether this is an update that can be acknowledged and kept."""
    return isinstance(raw, dict) and _is_id(raw.get("update_id"))


def _is_id(value: object) -> TypeGuard[int]:
    return type(value) is int and -(2**63) <= value < 2**63


def _parse(payload: str, bot: Bot) -> Update | None:
    raw = json.loads(payload)
    if not shapes.KINDS & raw.keys():
        return None
    try:
        shapes.Update.model_validate(raw)
        return Update.de_json(raw, bot)
    except Exception as error:
        # Whatever the shape was that the library does not know: its message could quote what somebody wrote.
        _LOGGER.warning("update %d (%s) cannot be read: %s", raw["update_id"], _kind(raw), type(error).__name__)
        return None


def _kind(raw: Mapping[str, Any]) -> str:
    names = [name for name in raw if name != "update_id" and _NAME.fullmatch(name)]
    return ", ".join(names) or "unknown kind"


def _chat_id(raw: Mapping[str, Any]) -> int | None:
    for name, content in raw.items():
        if not isinstance(content, dict) or name in _WITHOUT_CHAT:
            continue
        holder = content["message"] if isinstance(content.get("message"), dict) else content
        chat = holder.get("chat")
        number = chat.get("id") if isinstance(chat, dict) else None
        if _is_id(number):
            return number
    return None
