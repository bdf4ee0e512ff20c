"""Telegram's flood limits: what is known of them is kept to, and what Telegram asks for beyond is waited for.

About one message a second in a chat, 20 a minute in a group, 30 a second in all (Bot API FAQ, "My bot is hitting
limits"); edits count like messages, reactions do not count. The true limits are not published and differ by chat, so
`retry_after` decides.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, Final, TypeAlias

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.adapters.bot_api.faults import wait_of
from bot.adapters.bot_api.windows import Window

ChatKey: TypeAlias = int | str
Answer: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]

CHAT: Final = (3, 3.0)
GROUP: Final = (20, 60.0)
OVERALL: Final = (30, 1.0)
"""Calls, and the seconds in which at most so many are made."""
MAX_REPEATS: Final = 5
MAX_SECONDS: Final = 600.0
"""How often and how long a call waits because Telegram asks for it; then `RetryAfter` goes up."""
_SWEEP_SECONDS: Final = 60.0
_COUNTED: Final = ("send", "edit", "forward", "copy")
_NOT_COUNTED: Final = frozenset({"sendChatAction"})
_LOGGER = logging.getLogger(__name__)


class ChatLimiter(BaseRateLimiter[None]):
    """Lets the messages of a chat out one after the other, each when its chat and the whole have room for it."""

    def __init__(
        self,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._chats: dict[ChatKey, _Chat] = {}
        self._all = _Halt()
        self._overall = Window(*OVERALL)
        self._gate = asyncio.Lock()
        self._swept_at = clock()
        self._sleepers: set[asyncio.Future[object]] = set()
        self._closed = False

    def close(self) -> None:
        """Let nobody wait any longer: calls that would have to wait raise `RetryAfter`, and were not made."""
        self._closed = True
        for sleeper in tuple(self._sleepers):
            sleeper.cancel()

    async def initialize(self) -> None:
        """Do nothing; there is nothing to open."""

    async def shutdown(self) -> None:
        """Forget all chats."""
        self._chats.clear()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,  # noqa: ARG002 - the signature is the library's
    ) -> Answer:
        """Make a call when it may be made and return its result; raises `RetryAfter` where that takes too long."""
        key = data.get("chat_id")
        if not isinstance(key, int | str):
            return await self._unbound(lambda: callback(*args, **kwargs))
        counted = endpoint.startswith(_COUNTED) and endpoint not in _NOT_COUNTED
        async with self._turn(key, in_order=counted) as chat:
            return await self._call(lambda: callback(*args, **kwargs), chat=chat, counted=counted)

    @property
    def known_chats(self) -> int:
        """How many chats are remembered."""
        return len(self._chats)

    @asynccontextmanager
    async def _turn(self, key: ChatKey, *, in_order: bool) -> AsyncIterator[_Chat]:
        """Wait until all earlier messages of the chat are out; what need not be in order does not wait for them."""
        self._sweep()
        chat = self._chats.setdefault(key, _Chat(is_group=isinstance(key, str) or key < 0))
        chat.users += 1
        try:
            if not in_order:
                yield chat
                return
            async with chat.order:
                yield chat
        finally:
            chat.users -= 1

    async def _call(self, call: Callable[[], Coroutine[Any, Any, Answer]], *, chat: _Chat, counted: bool) -> Answer:
        patience = _Patience(self._clock() + MAX_SECONDS)
        while True:
            await self._wait(chat, counted=counted, patience=patience)
            try:
                return await call()
            except RetryAfter as error:
                chat.halt.until(self._clock() + wait_of(error))
                _LOGGER.info("Telegram asks for %.0f s of quiet in one chat", wait_of(error))
                if not patience.is_left():
                    raise

    async def _unbound(self, call: Callable[[], Coroutine[Any, Any, Answer]]) -> Answer:
        """Make a call that belongs to no chat: nothing is known of its limits, and its 429 concerns the whole bot."""
        patience = _Patience(self._clock() + MAX_SECONDS)
        while True:
            await self._pass(self._all, patience)
            try:
                return await call()
            except RetryAfter as error:
                self._all.until(self._clock() + wait_of(error))
                _LOGGER.warning("Telegram asks for %.0f s of quiet everywhere", wait_of(error))
                if not patience.is_left():
                    raise

    async def _wait(self, chat: _Chat, *, counted: bool, patience: _Patience) -> None:
        """Return when the chat and the whole have room, with that room taken.

        What is no message only heeds a wait that Telegram asks for: a reaction is often the first sign a person sees,
        and no limit on reactions is known.
        """
        while True:
            await self._pass(chat.halt, patience)
            if not counted:
                await self._pass(self._all, patience)
                if chat.halt.ends <= self._clock():
                    return
                continue
            await self._until(chat.free_at())
            async with self._gate:
                await self._pass(self._all, patience)
                await self._until(self._overall.free_at())
                now = self._clock()
                if chat.halt.ends <= now and self._all.ends <= now:
                    self._overall.take(now)
                    chat.take(now)
                    return

    async def _pass(self, halt: _Halt, patience: _Patience) -> None:
        while (rest := halt.ends - self._clock()) > 0:
            if halt.ends > patience.ends:
                raise RetryAfter(timedelta(seconds=math.ceil(rest)))
            await self._rest(rest)

    async def _until(self, moment: float) -> None:
        while (rest := moment - self._clock()) > 0:
            await self._rest(rest)

    async def _rest(self, seconds: float) -> None:
        if not self._closed:
            sleeper = asyncio.ensure_future(self._sleep(seconds))
            self._sleepers.add(sleeper)
            try:
                await asyncio.wait({sleeper})
            finally:
                sleeper.cancel()
                self._sleepers.discard(sleeper)
        if self._closed:
            raise RetryAfter(timedelta(seconds=math.ceil(seconds)))

    def _sweep(self) -> None:
        """Forget the chats in which nothing has happened that still counts."""
        now = self._clock()
        if now < self._swept_at + _SWEEP_SECONDS:
            return
        self._swept_at = now
        self._chats = {key: chat for key, chat in self._chats.items() if not chat.is_idle(now)}


class _Halt:
    """A time of quiet that Telegram asked for."""

    def __init__(self) -> None:
        self.ends = float("-inf")

    def until(self, moment: float) -> None:
        self.ends = max(self.ends, moment)


class _Patience:
    """How much longer one call is tried again."""

    def __init__(self, ends: float) -> None:
        self.ends = ends
        self._repeats = 0

    def is_left(self) -> bool:
        self._repeats += 1
        return self._repeats <= MAX_REPEATS


class _Chat:
    """What one chat has been sent lately, and who waits for it."""

    def __init__(self, *, is_group: bool) -> None:
        self.order = asyncio.Lock()
        self.halt = _Halt()
        self.users = 0
        self._windows = [Window(*CHAT), *([Window(*GROUP)] if is_group else [])]

    def free_at(self) -> float:
        return max(window.free_at() for window in self._windows)

    def take(self, now: float) -> None:
        for window in self._windows:
            window.take(now)

    def is_idle(self, now: float) -> bool:
        return self.users == 0 and self.halt.ends <= now and all(window.is_empty(now) for window in self._windows)
