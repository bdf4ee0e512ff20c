"""What a person sends in quick succession, taken together: an album, several forwards, a text cut up by their app."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field

from bot.core.requests import Incoming

LONGEST = 10.0
"""Seconds after which a burst is closed although more comes: nobody waits for ever."""
MOST_MESSAGES = 100

Key = tuple[int, int]


@dataclass
class Burst:
    """Messages of one sender in one chat, with the updates that brought them."""

    messages: list[Incoming] = field(default_factory=list)
    updates: list[int] = field(default_factory=list)


class Bursts:
    """Collects messages and hands them over after `quiet` seconds without another."""

    def __init__(self, closed: Callable[[Burst], Coroutine[None, None, None]], *, quiet: float) -> None:
        self._closed = closed
        self._quiet = quiet
        self._open: dict[Key, Burst] = {}
        self._since: dict[Key, float] = {}
        self._timers: dict[Key, asyncio.TimerHandle] = {}
        self._closing: dict[asyncio.Task[None], tuple[int, Burst]] = {}

    def take(self, message: Incoming, update_id: int) -> bool:
        """Add a message; tell whether it is the first of its burst."""
        key = (message.chat_id, message.sender_id)
        is_first = key not in self._open
        burst = self._open.setdefault(key, Burst())
        burst.messages.append(message)
        burst.updates.append(update_id)
        self._wait(key, full=len(burst.messages) >= MOST_MESSAGES)
        return is_first

    def amend(self, message: Incoming, update_id: int) -> bool:
        """Put the edited form in the place of a message that still waits; False where none waits."""
        burst = self._open.get((message.chat_id, message.sender_id))
        if burst is None or message.message_id not in {one.message_id for one in burst.messages}:
            return False
        burst.messages = [message if one.message_id == message.message_id else one for one in burst.messages]
        burst.updates.append(update_id)
        return True

    def holds(self, update_id: int) -> bool:
        """Tell whether an update waits here to become a request, or is about to."""
        closing = (burst for _, burst in self._closing.values())
        return any(update_id in burst.updates for burst in (*self._open.values(), *closing))

    def drop(self, chat_id: int) -> tuple[Burst, ...]:
        """Take away what waits in a chat."""
        keys = [key for key in self._open if key[0] == chat_id]
        return tuple(self._pop(key) for key in keys)

    async def settle(self, chat_id: int, *, seconds: float) -> None:
        """Wait until what a chat's closed bursts came to is known, so long and no longer."""
        closing = [task for task, (chat, _) in self._closing.items() if chat == chat_id]
        if closing:
            await asyncio.wait(closing, timeout=seconds)

    async def aclose(self) -> None:
        """Stop the clocks and what they set going; what waits is found again by its updates."""
        for key in list(self._open):
            self._pop(key)
        for task in list(self._closing):
            task.cancel()
        await asyncio.gather(*self._closing, return_exceptions=True)

    def _wait(self, key: Key, *, full: bool) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        until = min(now + self._quiet, self._since.setdefault(key, now) + LONGEST)
        if timer := self._timers.pop(key, None):
            timer.cancel()
        self._timers[key] = loop.call_at(now if full else until, self._close, key)

    def _close(self, key: Key) -> None:
        burst = self._pop(key)
        task = asyncio.get_running_loop().create_task(self._closed(burst))
        self._closing[task] = (key[0], burst)
        task.add_done_callback(lambda ended: self._closing.pop(ended, None))

    def _pop(self, key: Key) -> Burst:
        if timer := self._timers.pop(key, None):
            timer.cancel()
        self._since.pop(key, None)
        return self._open.pop(key)
