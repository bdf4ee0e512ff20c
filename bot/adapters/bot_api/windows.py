"""How often something may happen: at most so many times in any stretch of so many seconds."""

from __future__ import annotations

from collections import deque


class Window:
    """Counts what happened in the last `seconds`; all times are those of the caller's clock, and never go back."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._seconds = seconds
        self._times: deque[float] = deque(maxlen=limit)

    def free_at(self) -> float:
        """Return from when on there is room for one more, `-inf` where there always is."""
        full = len(self._times) == self._times.maxlen
        return self._times[0] + self._seconds if full else float("-inf")

    def take(self, now: float) -> None:
        """Note that it happens at `now`, which is `free_at()` or later."""
        self._times.append(now)

    def is_empty(self, now: float) -> bool:
        """Tell whether nothing that happened still counts."""
        return not self._times or self._times[-1] + self._seconds <= now
