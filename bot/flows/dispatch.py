"""Getting a message to its chat: a row before the call, its outcome after it, and what to do where that is unclear."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from bot.core.delivering import Button, Sending
from bot.core.errors import DeliveryError
from bot.core.message.classic import Message
from bot.flows.cancelling import outlast
from bot.ports import Chats, Messenger, Outgoing

logger = logging.getLogger(__name__)
R = TypeVar("R")


@dataclass(frozen=True)
class Dispatch:
    """Sends and edits messages, and keeps the books on it."""

    messenger: Messenger
    outgoing: Outgoing
    chats: Chats
    now: Callable[[], datetime]

    async def send(
        self,
        sending: Sending,
        message: Message,
        *,
        reply_to: int | None = None,
        only_as_reply: bool = False,
        buttons: Sequence[Button] = (),
    ) -> int | None:
        """Send a message and return its id, None where nobody knows whether it arrived.

        Raises `DeliveryError` where it certainly did not arrive: "gone" where it is to go out only as the answer to a
        message that is not there any more.
        """
        row = await self.outgoing.add(sending, now=self.now())
        send = partial(self.messenger.send, reply_to=reply_to, only_as_reply=only_as_reply, buttons=buttons)
        try:
            return await outlast(self._send_once(row, sending.chat_id, message, send=send))
        except DeliveryError as error:
            if error.code != "unknown":
                await self.outgoing.mark(row, "failed", now=self.now())
                raise
            await self.outgoing.mark(row, "unknown", now=self.now())
            logger.warning("message %d: nobody knows whether it arrived", row)
            return None

    async def edit(self, chat_id: int, message_id: int, message: Message, *, buttons: Sequence[Button] = ()) -> bool:
        """Put other words into a message of ours; False where it is gone. Raises `DeliveryError` like `send`."""
        try:
            await self._plainer(
                message,
                lambda words: self._in_its_chat(
                    chat_id, lambda chat: self.messenger.edit(chat, message_id, words, buttons=buttons)
                ),
            )
        except DeliveryError as error:
            if error.code == "gone":
                return False
            raise
        return True

    async def show_buttons(self, chat_id: int, message_id: int, rows: Sequence[Sequence[Button]]) -> None:
        """Put other buttons under a message; a courtesy: what is there stays good."""
        try:
            await self.messenger.show_buttons(chat_id, message_id, rows)
        except DeliveryError as error:
            logger.info("buttons stay as they are: %s", error.code)

    async def take_buttons(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a message; a courtesy, like a reaction: what they offer is done only once."""
        try:
            await self.messenger.take_buttons(chat_id, message_id)
        except DeliveryError as error:
            logger.info("buttons stay: %s", error.code)

    async def answer_tap(self, tap_id: str, text: str = "") -> None:
        """End the waiting of a tapped button, with a notice of up to 200 characters; a courtesy, like a reaction."""
        try:
            await self.messenger.answer_tap(tap_id, text)
        except DeliveryError as error:
            logger.info("no answer to a tap: %s", error.code)

    async def react(self, chat_id: int, message_id: int, emoji: str | None) -> None:
        """Set or take away our reaction; a courtesy, so that a failure is written down and no more."""
        try:
            await self.messenger.react(chat_id, message_id, emoji)
        except DeliveryError as error:
            logger.info("no reaction: %s", error.code)

    async def _send_once(
        self, row: int, chat_id: int, message: Message, *, send: Callable[[int, Message], Awaitable[int]]
    ) -> int:
        await self.outgoing.mark(row, "sending", now=self.now())
        message_id = await self._plainer(
            message, lambda words: self._in_its_chat(chat_id, lambda chat: send(chat, words))
        )
        await self.outgoing.mark(row, "sent", message_id=message_id, now=self.now())
        return message_id

    async def _plainer(self, message: Message, call: Callable[[Message], Awaitable[R]]) -> R:
        """Say without formatting what is refused with it: a fault of ours that a reader should not pay for."""
        try:
            return await call(message)
        except DeliveryError as error:
            if error.code != "rejected" or not message.entities:
                raise
            logger.error("a formatted message was refused: %s", error.params.get("reason"))
        return await call(Message(text=message.text))

    async def _in_its_chat(self, chat_id: int, call: Callable[[int], Awaitable[R]]) -> R:
        """Follow a chat that got another id, and remember one that nobody reads any more."""
        try:
            return await call(chat_id)
        except DeliveryError as error:
            if error.code == "blocked":
                await self.chats.set_reachable(chat_id, reachable=False, now=self.now())
            if error.code != "moved":
                raise
            new = int(error.params["chat"])
        await self.chats.move(chat_id, new)
        return await call(new)
