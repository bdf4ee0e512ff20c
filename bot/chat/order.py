"""In which order updates are handled: those of a chat one after the other, chats beside each other."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

AT_ONCE = 10_000
"""Updates that may wait for their chat; /stop must not wait behind them, so there is room for all."""


class ChatOrder(BaseUpdateProcessor):
    """Holds a lock for each chat while one of its updates is handled; what must act at once does not wait for it."""

    def __init__(self, done: Callable[[Update], Awaitable[None]]) -> None:
        """`done` is told of each update that was handled."""
        super().__init__(AT_ONCE)
        self._done = done
        self._locks: dict[int, asyncio.Lock] = {}
        self._users: dict[int, int] = {}

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update in its turn."""
        if not isinstance(update, Update):
            await coroutine
        elif update.effective_chat is None or acts_at_once(update):
            await self._handle(update, coroutine)
        else:
            await self._in_turn(update.effective_chat.id, self._handle(update, coroutine))

    async def _handle(self, update: Update, coroutine: Awaitable[Any]) -> None:
        try:
            await coroutine
        except Exception:
            # An update that cannot be handled would fail at every start; one that was cut off is handled at the next.
            await self._done(update)
            raise
        await self._done(update)

    async def _in_turn(self, chat_id: int, coroutine: Awaitable[Any]) -> None:
        lock = self._locks.setdefault(chat_id, asyncio.Lock())
        self._users[chat_id] = self._users.get(chat_id, 0) + 1
        try:
            async with lock:
                await coroutine
        finally:
            self._users[chat_id] -= 1
            if not self._users[chat_id]:
                del self._users[chat_id], self._locks[chat_id]


def acts_at_once(update: Update) -> bool:
    """Tell whether an update must not wait for what its chat sent before: a tap, /stop, a bot that was blocked."""
    if update.callback_query is not None or update.my_chat_member is not None:
        return True
    text = (update.message.text or "") if update.message else ""
    return text.casefold().split("@")[0].split(maxsplit=1)[:1] == ["/stop"]
