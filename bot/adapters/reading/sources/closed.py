"""What is said of sites that show their pages only to those who signed in."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Final

from bot.core.errors import LoadError

WALLS: Final = frozenset({"bot_check", "consent", "login", "paywall", "scripts"})
STATUSES: Final = frozenset({400, 401, 403, 999})
"""999 is what LinkedIn answers to those it takes for programs, 400 what Facebook does."""


@contextmanager
def as_closed(
    site: str, *, codes: Collection[str] = WALLS, statuses: Collection[int | str] = STATUSES
) -> Iterator[None]:
    """Turn what these sites show in place of a page into `LoadError("site_closed", site)`; the rest passes."""
    try:
        yield
    except LoadError as error:
        refused = error.code == "http_status" and error.params.get("status", 0) in statuses
        if refused or error.code in codes:
            raise LoadError("site_closed", site=site) from error
        raise
