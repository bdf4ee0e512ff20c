"""Updates by long poll, each acknowledged only after it has been kept.

An update is gone at Telegram once a `getUpdates` asks for what comes after it, so whoever asks first and stores later
loses what came in between. The library's own loop does; this one stores, then asks.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, Final

from telegram.error import Conflict, RetryAfter, TelegramError

from bot.adapters.bot_api.client import FootnoteBot
from bot.adapters.bot_api.faults import fault_of, is_unauthorised, wait_of
from bot.adapters.bot_api.updates import Polled, is_update, polled
from bot.core.errors import SettingsError

POLL_SECONDS: Final = 30
MAX_PAUSE: Final = 30.0
_MAX_DOUBLINGS: Final = 10
"""A power of two for every failure of a long outage would be too large for a float after some hours."""
CONFLICT_PAUSE: Final = 10.0
MAX_CONFLICTS: Final = 3
CONFLICT_SECONDS: Final = 20.0
"""A poll that a former run of ours left behind makes a conflict or two; another instance goes on making them."""
_LOGGER = logging.getLogger(__name__)


class UpdatePoller:
    """Hands over batches of updates, in the order of their ids."""

    def __init__(
        self,
        bot: FootnoteBot,
        *,
        allowed_updates: Sequence[str],
        on_batch: Callable[[Sequence[Polled]], Awaitable[None]],
        poll_seconds: int = POLL_SECONDS,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._allowed_updates = tuple(allowed_updates)
        self._on_batch = on_batch
        self._poll_seconds = poll_seconds
        self._clock = clock
        self._sleep = sleep
        self._failures = 0
        self._conflicts = 0
        self._first_conflict = 0.0

    async def run(self, offset: int | None = None) -> None:
        """Poll until cancelled, from the update with the id `offset` on; None is from the oldest that is waiting.

        What `on_batch` raises ends the run, with nothing of the batch acknowledged. Raises `SettingsError`:
        token_rejected, token_in_use (another program polls with the same token).
        """
        await self._lasting(partial(self._bot.delete_webhook, drop_pending_updates=False))
        while True:
            batch = await self._lasting(partial(self._poll, offset))
            if batch:
                await self._on_batch(batch)
                offset = batch[-1].update_id + 1

    async def _poll(self, offset: int | None) -> list[Polled]:
        found = await self._bot.get_raw_updates(
            offset=offset, wait_seconds=self._poll_seconds, allowed_updates=self._allowed_updates
        )
        raw = sorted((each for each in _listed(found) if is_update(each)), key=lambda each: int(each["update_id"]))
        if found and not raw:
            raise TelegramError("no updates in the answer")
        return [polled(each, bot=self._bot) for each in raw]

    async def _lasting(self, call: Callable[[], Awaitable[Any]]) -> Any:
        """Make a call until it succeeds, however long that takes."""
        while True:
            try:
                result = await call()
            except TelegramError as error:
                await self._sleep(self._pause_after(error))
            else:
                self._recovered()
                return result

    def _pause_after(self, error: TelegramError) -> float:
        """Return the seconds to wait before the next call; raises `SettingsError` where waiting does not help."""
        if is_unauthorised(error):
            raise SettingsError("token_rejected") from None
        if isinstance(error, Conflict):
            return self._conflict_pause()
        self._conflicts = 0
        if not self._failures:
            _LOGGER.warning("no updates from Telegram: %s; trying on", fault_of(error))
        self._failures += 1
        if isinstance(error, RetryAfter):
            return wait_of(error)
        return min(2.0 ** min(self._failures - 1, _MAX_DOUBLINGS), MAX_PAUSE)

    def _conflict_pause(self) -> float:
        if not self._conflicts:
            self._first_conflict = self._clock()
            _LOGGER.warning("another program asks Telegram for updates with the same token")
        self._conflicts += 1
        if self._conflicts >= MAX_CONFLICTS and self._clock() - self._first_conflict >= CONFLICT_SECONDS:
            raise SettingsError("token_in_use") from None
        return CONFLICT_PAUSE

    def _recovered(self) -> None:
        if self._failures:
            _LOGGER.warning("updates from Telegram come again")
        self._failures = self._conflicts = 0


def _listed(found: object) -> list[Any]:
    return found if isinstance(found, list) else []
