"""What the chat platform hands over, as it is kept until it has been dealt with."""

from __future__ import annotations

from bot.core.models import Entity


class ReceivedUpdate(Entity):
    """One update as it came in; `payload` is its JSON, unread."""

    update_id: int
    chat_id: int | None = None
    """The chat it belongs to, where it belongs to one."""
    payload: str
