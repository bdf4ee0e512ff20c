"""The same work asked for by several at once is done once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass
class _Flight(Generic[T]):
    """Work that is being done, and how many wait for it."""

    task: asyncio.Task[T]
    waiting: int = 0


class Flights(Generic[T]):
    """Shares work by its key while it is being done, and keeps nothing of it afterwards.

    Who is cancelled stops waiting; the work goes on for the others, and is cancelled with the last of them.
    """

    def __init__(self) -> None:
        self._flights: dict[Hashable, _Flight[T]] = {}

    async def share(self, key: Hashable, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Return what `work` returns, and raise what it raises; work under way for `key` is waited for instead."""
        flight = self._flights.get(key) or self._begin(key, work)
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1
            if not flight.waiting and not flight.task.done():
                # Gone at once, so that nobody joins work that is about to end without a result.
                self._forget(key, flight)
                flight.task.cancel()
                await asyncio.wait([flight.task])

    def _begin(self, key: Hashable, work: Callable[[], Coroutine[Any, Any, T]]) -> _Flight[T]:
        flight = _Flight(asyncio.create_task(work()))
        self._flights[key] = flight
        flight.task.add_done_callback(lambda _: self._forget(key, flight))
        return flight

    def _forget(self, key: Hashable, flight: _Flight[T]) -> None:
        if self._flights.get(key) is flight:
            del self._flights[key]
