"""How much one may write: a bucket for each chat and one for all, in the manner of Telegram's unpublished limits."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

BURST, PER_SECOND = 8, 1.0
OVERALL_BURST, OVERALL_PER_SECOND = 30, 30.0


@dataclass(slots=True)
class _Bucket:
    size: float
    rate: float
    level: float
    at: float

    def wait(self, now: float) -> float:
        """Seconds until there is room for one more."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (1 - self.level) / self.rate)


class Floods:
    """Counts sends and edits; not synchronised."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._overall = _Bucket(OVERALL_BURST, OVERALL_PER_SECOND, OVERALL_BURST, clock())
        self._chats: dict[object, _Bucket] = {}

    def retry_after(self, chat_id: object) -> int:
        """Count one more; 0 when it fits, else the whole seconds to wait, and it is not counted."""
        now = self._clock()
        bucket = self._chats.setdefault(chat_id, _Bucket(BURST, PER_SECOND, BURST, now))
        wait = max(bucket.wait(now), self._overall.wait(now))
        if wait > 0:
            return math.ceil(wait)
        bucket.level -= 1
        self._overall.level -= 1
        return 0
