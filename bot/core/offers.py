"""A feed that somebody sent is no article; under the answer, its newest articles are offered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.core.models import LoadFailure
from bot.core.repeats import subject_of
from bot.core.requests import Link, Request

NEWEST: Final = 3
"""Articles of a feed that are summarised on demand."""
_BUTTON: Final = re.compile(r"v1:feed:([1-9][0-9]{0,15})")


def offers_newest(request: Request, failures: Sequence[LoadFailure]) -> bool:
    """Tell whether among the links that a request is made of there is a feed that holds something."""
    feeds = any(failure.code == "feed" and failure.params.get("count") for failure in failures)
    asked_for = any(isinstance(item, Link) and item.newest for item in request.items)
    return feeds and not asked_for and subject_of(request) is not None


def ask_newest(offered: Request, *, asker_id: int, now: datetime) -> Request:
    """Return the request for the newest articles of the feeds in `offered`; asked twice, it is the same request."""
    items = tuple(item.model_copy(update={"newest": NEWEST}) for item in offered.items if isinstance(item, Link))
    return offered.model_copy(
        update={"id": f"{offered.id}:feed", "asker_id": asker_id, "items": items, "asked_at": now}
    )


def newest_data(message_id: int) -> str:
    """Return what the button says under the answer to `message_id`."""
    return f"v1:feed:{message_id}"


def newest_message(data: str) -> int | None:
    """Return the message that the button is about; None for any other button."""
    found = _BUTTON.fullmatch(data)
    return int(found[1]) if found else None
