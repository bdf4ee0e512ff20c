"""Looks names up where a name that never answers holds nothing else up."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from asyncio import AbstractEventLoop, Future
from typing import Final

AT_ONCE: Final = 16


class Lookups:
    """Asks the system's resolver, in threads of its own.

    The system gives a lookup no deadline: one that hangs keeps its thread for half a minute. In the event loop's own
    threads that would hold up the lookups of everything else in the bot, and its end.
    """

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(AT_ONCE)

    async def __call__(self, host: str) -> tuple[str, ...]:
        """Return the addresses of a name in the order the system prefers; none where it has none."""
        await self._places.acquire()
        loop = asyncio.get_running_loop()
        found: Future[tuple[str, ...]] = loop.create_future()
        threading.Thread(target=self._look_up, args=(host, loop, found), daemon=True).start()
        return await found

    def _look_up(self, host: str, loop: AbstractEventLoop, found: Future[tuple[str, ...]]) -> None:
        answers: tuple[str, ...] = ()
        try:
            answers = _addresses(host)
        finally:
            with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody waits any more
                loop.call_soon_threadsafe(self._tell, found, answers)

    def _tell(self, found: Future[tuple[str, ...]], answers: tuple[str, ...]) -> None:
        self._places.release()
        if not found.done():
            found.set_result(answers)


def _addresses(host: str) -> tuple[str, ...]:
    try:
        answers = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(str(answer[4][0]) for answer in answers)
