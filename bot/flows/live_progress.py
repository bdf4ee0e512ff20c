"""A `Progress` that is seen in a chat: one message, edited when something changed, and not too often."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from types import TracebackType

from bot.core.errors import DeliveryError
from bot.core.models import Article, LoadFailure
from bot.core.progress import ProgressState, next_edit
from bot.flows.cancelling import outlast

logger = logging.getLogger(__name__)

Show = Callable[[ProgressState], Awaitable[None]]
Sleep = Callable[[float], Awaitable[None]]


class LiveProgress:
    """Shows `state` while the block it guards runs; when the block ends, no edit is under way any more."""

    def __init__(self, state: ProgressState, show: Show, *, sleep: Sleep = asyncio.sleep) -> None:
        self._state = self._shown = state
        self._show = show
        self._sleep = sleep
        self._changed = asyncio.Event()
        self._editing = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> LiveProgress:
        self._task = asyncio.create_task(self._keep_up())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await outlast(self._end())

    async def _end(self) -> None:
        assert self._task  # noqa: S101 - it was started on the way in
        # An edit that is cut off could still arrive, after the answer and over it.
        async with self._editing:
            self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def read(self, _given: str, outcome: Article | LoadFailure, /) -> None:
        """One of the things that were sent has been read, or not."""
        self._become(self._state.read(isinstance(outcome, Article)))

    def writing(self, articles: int, /) -> None:
        """The model has been asked to write about so many articles."""
        self._become(self._state.writing(articles))

    def checking(self, claims: int, /) -> None:
        """So many drafted claims are being checked."""
        self._become(self._state.checking(claims))

    def repairing(self, claims: int, /) -> None:
        """So many claims failed a check and were sent back."""
        self._become(self._state.repairing(claims))

    def _become(self, state: ProgressState) -> None:
        self._state = state
        self._changed.set()

    async def _keep_up(self) -> None:
        clock, last, edits = asyncio.get_running_loop().time, asyncio.get_running_loop().time(), 0
        while True:
            await self._changed.wait()
            await self._sleep(max(0.0, next_edit(last, clock(), edits=edits) - clock()))
            self._changed.clear()
            if self._state.message() == self._shown.message():
                continue
            async with self._editing:
                if not await self._shown_now():
                    return
            last, edits = clock(), edits + 1

    async def _shown_now(self) -> bool:
        self._shown = self._state
        try:
            await self._show(self._shown)
        except DeliveryError as error:
            # The answer itself will meet the same fault, and is the one to deal with it.
            logger.info("progress is not shown any more: %s", error.code)
            return False
        return True
