"""What people send to be summarised: taken in, put together, queued, stopped."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from typing import TypeVar

from telegram import Message, Update

from bot.chat.bursts import Burst, Bursts
from bot.chat.queues import Queues
from bot.chat.reading import incoming_of, language_of
from bot.chat.service import Service
from bot.core.delivering import Sending
from bot.core.errors import DeliveryError, StoreError
from bot.core.intake import read_burst
from bot.core.offers import Offer, ask_again, ask_newest
from bot.core.requests import Incoming, Request
from bot.flows.answers import say
from bot.flows.faults import trace

logger = logging.getLogger(__name__)

SEEN = "👀"
SETTLE_SECONDS = 5.0
TAKEN_UP = "chat-offer-begun"
"""Said of an offer that was taken up."""
"""How long /stop waits to learn what was just sent."""
MOST_COURTESIES = 200
"""Reactions under way at once; in a flood nobody looks at them."""
MOST_REMEMBERED = 10_000
"""Messages of which a trace is kept, to tell an edit from a change that nobody made."""

Key = tuple[int, int]
T = TypeVar("T")


class Reception:
    """Turns messages into requests and sees to it that each chat's are worked on in their order."""

    def __init__(
        self,
        service: Service,
        *,
        answer: Callable[[Request], Awaitable[None]],
        abandon: Callable[[Request], Awaitable[bool]],
        quiet: float,
    ) -> None:
        """`answer` and `abandon` are flows; `quiet` is what `Bursts` waits for, in seconds."""
        self._service = service
        self._abandon = abandon
        self._queues = Queues(answer)
        self._bursts = Bursts(self._closed, quiet=quiet)
        self._courtesies: set[asyncio.Task[None]] = set()
        self._eyes: dict[Key, asyncio.Task[None]] = {}
        self._said: dict[Key, int] = {}
        self._asked: dict[Key, None] = {}

    # ---------------------------------------------------------------- what handlers call

    async def take(self, update: Update) -> None:
        """Take in a message that an admitted person sent."""
        incoming = incoming_of(update.message) if update.message else None
        if incoming is None:
            return
        self._remember(incoming)
        is_first = self._bursts.take(incoming, update.update_id)
        if is_first and len(self._courtesies) < MOST_COURTESIES and read_burst([incoming]).items:
            key = (incoming.chat_id, incoming.message_id)
            self._eyes[key] = self._soon(self._service.dispatch.react(*key, SEEN))

    async def amend(self, update: Update) -> None:
        """Take in the new form of a message; one that was answered already is not answered again."""
        incoming = incoming_of(update.edited_message) if update.edited_message else None
        # Telegram also tells of changes that nobody made: a preview that was loaded, a place that moved.
        if incoming is None or incoming.unreadable or not self._remember(incoming):
            return
        if self._bursts.amend(incoming, update.update_id):
            return
        if not await self._is_known(incoming):
            self._bursts.take(incoming, update.update_id)
        elif await self._service.notices.first(
            f"edited-{incoming.chat_id}-{incoming.message_id}", self._service.today()
        ):
            await self._reply(incoming, "chat-edited")

    async def take_up(self, offer: Offer, chat_id: int, message_id: int, *, asker_id: int, update_id: int) -> str:
        """Have done what a button offers; return the id of the sentence that says what happens."""
        offered = await self._service.history.offered(chat_id, message_id)
        if offered is None:
            return "chat-offer-gone"
        if not self._queues.has_room(chat_id):
            return "chat-busy"
        ask = ask_again if offer == "again" else ask_newest
        request = ask(offered, asker_id=asker_id, now=self._service.now())
        if not await self._service.requests.add(request, updates=[update_id]):
            return "chat-offer-known"
        self._queues.put(request)
        return TAKEN_UP

    async def stop(self, message: Message) -> None:
        """End what a chat is having done, and say so."""
        is_seen, count = await self.end(message.chat.id)
        if count and is_seen:
            return
        texts = self._service.texts(language_of(message.from_user.language_code if message.from_user else None))
        text = say(texts, "chat-stopped" if count else "chat-nothing-to-stop")
        await self._service.dispatch.send(Sending(chat_id=message.chat.id), text, reply_to=message.message_id)

    async def end(self, chat_id: int) -> tuple[bool, int]:
        """End what a chat is having done; tell whether it can be seen there, and how much it was."""
        await self._bursts.settle(chat_id, seconds=SETTLE_SECONDS)
        dropped = self._bursts.drop(chat_id)
        for burst in dropped:
            await self._service.updates.finish(burst.updates)
            self._soon(self._unsee(chat_id, burst.messages[0].message_id))
        stopped = await self._queues.stop(chat_id)
        seen = [await self._abandoned(request) for request in stopped]
        return any(seen), len(dropped) + len(stopped)

    async def _abandoned(self, request: Request) -> bool:
        """One that cannot be ended must not keep the others from it."""
        try:
            return await self._abandon(request)
        except StoreError as error:
            logger.error("request %s was stopped, which cannot be kept: %s", request.id, error)
            return False

    # ---------------------------------------------------------------- what the application calls

    async def done(self, update: Update) -> None:
        """Close the books on an update that was handled, unless it waits to become a request."""
        if not self._bursts.holds(update.update_id):
            await self._service.updates.finish([update.update_id])

    async def resume(self) -> int:
        """Take up the requests that are open and that nobody works on; return how many that is."""
        held = self._queues.held
        unfinished = [request for request in await self._service.requests.unfinished() if request.id not in held]
        for request in unfinished:
            self._queues.put(request)
        return len(unfinished)

    async def aclose(self) -> None:
        """End all work; what is unfinished is taken up at the next start."""
        await self._bursts.aclose()
        await self._queues.aclose()
        for task in list(self._courtesies):
            task.cancel()
        await asyncio.gather(*self._courtesies, return_exceptions=True)

    # ---------------------------------------------------------------- from a burst to a request

    async def _closed(self, burst: Burst) -> None:
        try:
            await self._ask(burst)
        except DeliveryError as error:
            logger.info("a hint could not be delivered: %s", error.code)
        except Exception as error:
            logger.error("a message could not be taken in: %s", trace(error))

    async def _ask(self, burst: Burst) -> None:
        first = burst.messages[0]
        understood = read_burst(burst.messages)
        if understood.hint is not None or not understood.items:
            await self._service.updates.finish(burst.updates)
            if (first.chat_id, first.message_id) in self._eyes:
                await self._unsee(first.chat_id, first.message_id)
            await self._reply(first, understood.hint or "hint-empty", **understood.params)
            return
        if not self._queues.has_room(first.chat_id):
            await self._service.updates.finish(burst.updates)
            await self._unsee(first.chat_id, first.message_id)
            await self._reply(first, "chat-busy")
            return
        request = Request(
            id=f"{first.chat_id}:{first.message_id}",
            chat_id=first.chat_id,
            asker_id=first.sender_id,
            message_id=first.message_id,
            items=understood.items,
            language=first.language,
            asked_at=self._service.now(),
        )
        for message in burst.messages:
            self._asked[(message.chat_id, message.message_id)] = None
        _forget_oldest(self._asked)
        self._eyes.pop((first.chat_id, first.message_id), None)
        if await self._service.requests.add(request, updates=burst.updates):
            self._queues.put(request)

    def _remember(self, incoming: Incoming) -> bool:
        """Keep a trace of what a message says; tell whether it says something new."""
        key, trace_of_it = (incoming.chat_id, incoming.message_id), hash((incoming.text, incoming.links))
        is_new = self._said.pop(key, None) != trace_of_it
        self._said[key] = trace_of_it
        _forget_oldest(self._said)
        return is_new

    async def _is_known(self, incoming: Incoming) -> bool:
        """Tell whether a message is part of a request; after a restart only the first of each request is known."""
        key = (incoming.chat_id, incoming.message_id)
        return key in self._asked or await self._service.history.find(*key) is not None

    async def _reply(self, to: Incoming, message: str, **params: object) -> None:
        text = say(self._service.texts(to.language), message, **params)
        await self._service.dispatch.send(Sending(chat_id=to.chat_id), text, reply_to=to.message_id)

    async def _unsee(self, chat_id: int, message_id: int) -> None:
        """Take the reaction away, and not before it is there."""
        if eyes := self._eyes.pop((chat_id, message_id), None):
            await asyncio.wait([eyes])
        await self._service.dispatch.react(chat_id, message_id, None)

    def _soon(self, courtesy: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """Do something that nobody has to wait for."""
        task = asyncio.get_running_loop().create_task(courtesy)
        self._courtesies.add(task)
        task.add_done_callback(self._courtesies.discard)
        return task


def _forget_oldest(traces: dict[Key, T]) -> None:
    while len(traces) > MOST_REMEMBERED:
        del traces[next(iter(traces))]
