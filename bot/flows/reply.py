"""The message in which a request is answered: sent as a sign of life, edited as work goes on, ended as the answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.delivering import Sending
from bot.core.message.classic import Message
from bot.core.requests import Request
from bot.flows.dispatch import Dispatch


class Reply:
    """One answer to one request; `open` finds the message of an earlier attempt."""

    def __init__(self, request: Request, dispatch: Dispatch) -> None:
        self._request = request
        self._dispatch = dispatch
        self._message_id: int | None = None
        self._shown: Message | None = None

    @property
    def is_seen(self) -> bool:
        """Whether there is a message that can be edited."""
        return self._message_id is not None

    async def find(self) -> None:
        """Take up the message in which this request is already being answered, if there is one."""
        self._message_id = await self._dispatch.outgoing.placeholder(self._request.id)

    async def open(self, message: Message) -> None:
        """Show a first sign, unless an earlier attempt did.

        Where nobody knows whether it arrived, the answer will be a message of its own.
        """
        await self.find()
        self._shown = message
        if self._message_id is None:
            self._message_id = await self._send(message, part=0, insist=False)

    async def show(self, message: Message) -> None:
        """Edit the message, unless that is what it says; one that a person deleted is let go."""
        if self._message_id is None or message == self._shown:
            return
        self._shown = message
        if not await self._dispatch.edit(self._request.chat_id, self._message_id, message):
            self._message_id = None

    async def conclude(self, messages: Sequence[Message]) -> None:
        """Show the answer: its first part in place of the progress, the others below, in order."""
        first, *others = messages
        await self.show(first)
        if self._message_id is None:
            self._message_id = await self._send(first, part=0, insist=True)
        for part, message in enumerate(others, 1):
            await self._send(message, part=part, insist=True)

    async def _send(self, message: Message, *, part: int, insist: bool) -> int | None:
        sending = Sending(chat_id=self._request.chat_id, request_id=self._request.id, part=part)
        reply_to = self._request.message_id if part == 0 else None
        return await self._dispatch.send(sending, message, reply_to=reply_to, insist=insist)
