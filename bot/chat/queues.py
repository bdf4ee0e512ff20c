"""The requests of each chat, one after the other, and the chats beside each other."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable

from bot.core.requests import Request
from bot.flows.faults import trace

logger = logging.getLogger(__name__)

MOST_WAITING = 20
"""Requests of one chat that may wait."""
MOST_IN_ALL = 500
"""Requests of all chats that may wait."""
MOST_FAILURES = 3
FAILURE_PAUSE = 5.0
"""How often, and after how many seconds, a request is worked on again that could not be ended."""


class Queues:
    """Works on requests in the order in which their chat sent them.

    `work` answers one request; a chat that has nothing to do costs nothing.
    """

    def __init__(
        self,
        work: Callable[[Request], Awaitable[None]],
        *,
        pause: float = FAILURE_PAUSE,
    ) -> None:
        self._work = work
        self._pause = pause
        self._failures: dict[str, int] = {}
        self._later: dict[str, tuple[Request, asyncio.TimerHandle]] = {}
        self._waiting: dict[int, deque[Request]] = {}
        self._cut: dict[int, Request] = {}
        self._current: dict[int, str] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}

    @property
    def held(self) -> frozenset[str]:
        """The ids of all requests that are worked on or wait."""
        waiting = (request.id for requests in self._waiting.values() for request in requests)
        return frozenset([*waiting, *self._later, *self._current.values()])

    def has_room(self, chat_id: int) -> bool:
        """Tell whether a chat may wait for one more request."""
        if len(self._waiting.get(chat_id, ())) >= MOST_WAITING:
            return False
        return sum(map(len, self._waiting.values())) < MOST_IN_ALL

    def put(self, request: Request) -> None:
        """Add a request at the end of its chat's queue; one that is there already is not added again."""
        if request.id in self.held:
            return
        self._waiting.setdefault(request.chat_id, deque()).append(request)
        if request.chat_id not in self._tasks:
            self._start(request.chat_id)

    async def stop(self, chat_id: int) -> tuple[Request, ...]:
        """End what a chat is having done, and return it with all that waited: nothing of it is worked on any more.

        A request whose answer was already on its way is not among them.
        """
        waiting = (*self._waiting.pop(chat_id, ()), *self._taken_from_later(chat_id))
        await _ended(self._tasks.get(chat_id))
        cut = self._cut.pop(chat_id, None)
        return (*([cut] if cut else []), *waiting)

    async def aclose(self) -> None:
        """End everything; the requests stay unfinished, to be taken up again."""
        self._waiting.clear()
        for _, timer in self._later.values():
            timer.cancel()
        await asyncio.gather(*(_ended(task) for task in list(self._tasks.values())))

    def _start(self, chat_id: int) -> None:
        self._tasks[chat_id] = asyncio.create_task(self._run(chat_id))
        self._tasks[chat_id].add_done_callback(lambda _: self._after(chat_id))

    async def _run(self, chat_id: int) -> None:
        while waiting := self._waiting.get(chat_id):
            request = waiting.popleft()
            self._current[chat_id] = request.id
            try:
                await self._work(request)
                self._failures.pop(request.id, None)
            except asyncio.CancelledError:
                self._cut[chat_id] = request
                raise
            except Exception as error:
                logger.error("request %s could not be ended: %s", request.id, trace(error))
                self._put_later(request)

    def _put_later(self, request: Request) -> None:
        """Work on a request once more after a while; one that fails each time stays open until the next start."""
        self._failures[request.id] = self._failures.get(request.id, 0) + 1
        if self._failures[request.id] > MOST_FAILURES:
            del self._failures[request.id]
            return
        timer = asyncio.get_running_loop().call_later(self._pause, self._put_again, request)
        self._later[request.id] = (request, timer)

    def _put_again(self, request: Request) -> None:
        del self._later[request.id]
        self.put(request)

    def _taken_from_later(self, chat_id: int) -> tuple[Request, ...]:
        found = [(request, timer) for request, timer in self._later.values() if request.chat_id == chat_id]
        for request, timer in found:
            timer.cancel()
            del self._later[request.id]
        return tuple(request for request, _ in found)

    def _after(self, chat_id: int) -> None:
        """What came in while the work before was being stopped is not forgotten."""
        del self._tasks[chat_id]
        self._current.pop(chat_id, None)
        if self._waiting.get(chat_id):
            self._start(chat_id)
        else:
            self._waiting.pop(chat_id, None)


async def _ended(task: asyncio.Task[None] | None) -> None:
    if task is not None:
        task.cancel()
        await asyncio.wait([task])
