"""Counting what a request costs: an estimate before it is made, the truth after it, whatever ends it.

What was reserved is settled once, before anybody hears of the end; cancellation included.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from bot.adapters.openai_llm.faults import cost_nothing
from bot.core.errors import StoreError, WriterError
from bot.core.models import Usage
from bot.ports import Meter

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Bill:
    """What a call is known to have cost; None where nobody knows, and the estimate stays."""

    usage: Usage | None = field(default_factory=Usage)


@contextlib.asynccontextmanager
async def metered(meter: Meter | None, estimate: int) -> AsyncIterator[Bill]:
    """Reserve `estimate` tokens for what happens inside, and settle it with what the bill says at the end.

    Raises `WriterError`: "budget" where there are too few tokens left, "unavailable" where nobody can count them.
    """
    bill = Bill()
    if meter is None:
        yield bill
        return
    reservation = await _reserve(meter, estimate)
    try:
        yield bill
    except Exception as error:
        if cost_nothing(error):
            bill.usage = Usage(calls=1)
        raise
    finally:
        await _settle(meter, reservation, bill.usage)


async def _reserve(meter: Meter, tokens: int) -> int:
    task = asyncio.ensure_future(meter.reserve(tokens))
    if cancelled := await _outlast(task):
        if not task.cancelled() and task.exception() is None:
            await _settle(meter, task.result(), Usage())
        raise cancelled
    try:
        return task.result()
    except StoreError as error:
        logger.error("the model is not asked, as its cost cannot be counted: %s", error)
    raise WriterError("unavailable", reason="accounts")


async def _settle(meter: Meter, reservation: int, usage: Usage | None) -> None:
    task = asyncio.ensure_future(meter.settle(reservation, usage))
    cancelled = await _outlast(task)
    try:
        task.result()
    except StoreError as error:
        # The call is made and paid for; its reply is not thrown away for that.
        logger.error("what a call cost stays an estimate: %s", error)
    finally:
        if cancelled:
            raise cancelled


async def _outlast(task: asyncio.Future[Any]) -> asyncio.CancelledError | None:
    """Wait until `task` has ended, whoever cancels the waiting; return the cancellation, to be passed on after it."""
    cancelled = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    return cancelled
