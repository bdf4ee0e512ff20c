"""Who reads when: what takes long gives way to what has not been begun, so that nobody's files hold up everybody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class Lanes:
    """Turns at work that can be begun anew: `at_once` of them, and one more for what takes long."""

    def __init__(self, *, at_once: int, patience: float) -> None:
        """`patience` is in seconds."""
        self._usual, self._long = asyncio.Semaphore(at_once), asyncio.Semaphore(1)
        self._patience = patience
        self._waiting = 0

    async def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Return what `work` returns, and raise what it raises.

        What is not done within `patience` while others wait is cancelled, and begun again once it may take its time.
        """
        await self._enter()
        try:
            task = asyncio.create_task(work())
            try:
                if await self._is_done(task):
                    return task.result()
            finally:
                if task.cancel():
                    await asyncio.gather(task, return_exceptions=True)
        finally:
            self._usual.release()
        async with self._long:
            return await work()

    async def _enter(self) -> None:
        self._waiting += 1
        try:
            await self._usual.acquire()
        finally:
            self._waiting -= 1

    async def _is_done(self, task: asyncio.Task[T]) -> bool:
        """Wait for as long as nobody else has to."""
        while not (await asyncio.wait([task], timeout=self._patience))[0]:
            if self._waiting:
                return False
        return True
