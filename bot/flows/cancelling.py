"""Work that must not be cut in the middle: a message that was sent and not written down is sent again one day."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


async def outlast(work: Coroutine[Any, Any, T]) -> T:
    """Do `work` to its end, however often this task is cancelled meanwhile, and only then be cancelled."""
    task = asyncio.ensure_future(work)
    if await _ended(task):
        task.exception()  # what went wrong in work that nobody wants any more is nobody's news
        raise asyncio.CancelledError
    return task.result()


async def carry_through(work: Coroutine[Any, Any, T]) -> tuple[T, bool]:
    """Do `work` to its end; return what it returns, and whether somebody wanted this task to end meanwhile."""
    task = asyncio.ensure_future(work)
    cancelled = await _ended(task)
    return task.result(), cancelled


async def _ended(task: asyncio.Future[Any]) -> bool:
    """Wait until `task` has ended; tell whether this one was to end before. A cancelled `task` cancels this one too."""
    cancelled = False
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            cancelled = True
    if task.cancelled():
        raise asyncio.CancelledError
    return cancelled
