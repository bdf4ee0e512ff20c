"""What is known of a message on its way out, and what to do when a call about it fails."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.core.models import Entity

Delivery = Literal["new", "sending", "sent", "unknown", "failed"]
"""new: written down; sending: the call is made; unknown: the call was made and nobody knows how it ended."""


class Button(Entity):
    """A button under a message; `data` comes back when it is tapped (Bot API: 1 to 64 bytes)."""

    label: str = Field(min_length=1)
    data: str = Field(min_length=1, max_length=64, pattern=r"^[\x21-\x7e]+$")


class Sending(Entity):
    """A message that is to go out; `part` counts the messages of a request from 0, which is the placeholder."""

    chat_id: int
    request_id: str | None = None
    part: int = Field(default=0, ge=0)
