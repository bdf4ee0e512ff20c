"""Calls that are made again when the network fails; what Telegram itself answers is never asked for twice here."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from bot.adapters.bot_api.faults import fault_of

T = TypeVar("T")

NOT_DONE: Final = frozenset({"unreachable"})
"""The call was certainly not made, so making it again cannot do anything twice."""
NOT_DONE_OR_HARMLESS: Final = NOT_DONE | {"unknown"}
"""For calls that may be done twice: edits, reactions, answers to taps, downloads."""
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class Again:
    """Up to `tries` calls with growing pauses; none begins later than `seconds` after the first."""

    tries: int = 4
    seconds: float = 60.0
    first_pause: float = 0.5
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep

    async def __call__(self, call: Callable[[], Awaitable[T]], *, after: frozenset[str]) -> T:
        """Return what `call` returns, repeating it after faults of the codes `after`; raises `DeliveryError`.

        Whatever else a call raises is a fault too: the library may fail to understand the answer to a call that was
        made.
        """
        began = self.clock()
        for attempt in range(self.tries):
            try:
                return await call()
            except Exception as error:
                fault = fault_of(error)
                pause = self.first_pause * 2**attempt
                is_last = attempt + 1 >= self.tries or self.clock() + pause - began > self.seconds
                if is_last or fault.code not in after:
                    raise fault from (error if fault is not error else error.__cause__)
                _LOGGER.info("a call to Telegram failed and is made again: %s", fault)
            await self.sleep(pause)
        raise AssertionError("at least one try")
