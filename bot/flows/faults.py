"""How a fault nobody foresaw is written down: where it happened, and never what it says."""

from __future__ import annotations

import traceback


def trace(error: BaseException) -> str:
    """Return the kinds of an error and of its causes, each with its place in the code.

    Messages are left out: that of a validation error, for one, repeats what a person sent.
    """
    told: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        told.append(type(current).__name__ + "\n" + "".join(traceback.format_tb(current.__traceback__)))
        current = current.__cause__ or current.__context__
    return "caused by ".join(told).rstrip()
