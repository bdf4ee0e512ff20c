"""What buttons under an answer offer: the same brief once more, or the newest articles of a feed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal, cast

from bot.core.models import LoadFailure
from bot.core.repeats import subject_of
from bot.core.requests import Link, Request

Offer = Literal["again", "feed"]

NEWEST: Final = 3
"""Articles of a feed that are summarised on demand."""
_DATA: Final = re.compile(r"v1:(again|feed):([1-9][0-9]{0,15})")


def offer_data(offer: Offer, message_id: int) -> str:
    """Return what a button says under the answer to `message_id`."""
    return f"v1:{offer}:{message_id}"


def read_offer(data: str) -> tuple[Offer, int] | None:
    """Return what a button offers and the message it is about; None for any other button."""
    found = _DATA.fullmatch(data)
    return (cast(Offer, found[1]), int(found[2])) if found else None


def count_newest(request: Request, failures: Sequence[LoadFailure]) -> int:
    """Return how many articles can be offered of the feeds among the links that a request is made of."""
    asked_for = any(isinstance(item, Link) and item.newest for item in request.items)
    if asked_for or subject_of(request) is None:
        return 0
    counts = (failure.params.get("count", 0) for failure in failures if failure.code == "feed")
    return min(NEWEST, sum(count for count in counts if isinstance(count, int)))


def ask_again(offered: Request, *, asker_id: int, now: datetime) -> Request:
    """Return the request for a brief of the same links, made anew; asked twice, it is the same request."""
    items = tuple(item.model_copy(update={"fresh": True}) for item in offered.items if isinstance(item, Link))
    return _asked(offered, "again", items=items, asker_id=asker_id, now=now)


def ask_newest(offered: Request, *, asker_id: int, now: datetime) -> Request:
    """Return the request for the newest articles of the feeds in `offered`; asked twice, it is the same request."""
    items = tuple(item.model_copy(update={"newest": NEWEST}) for item in offered.items if isinstance(item, Link))
    return _asked(offered, "feed", items=items, asker_id=asker_id, now=now)


def _asked(offered: Request, offer: Offer, *, items: tuple[Link, ...], asker_id: int, now: datetime) -> Request:
    changes = {"id": f"{offered.id}:{offer}", "asker_id": asker_id, "items": items, "asked_at": now}
    return offered.model_copy(update=changes)
