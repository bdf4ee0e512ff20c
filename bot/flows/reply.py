"""The messages in which a request is answered: a first sign, edited as work goes on, ended as the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.core.delivering import Button, Sending
from bot.core.errors import DeliveryError
from bot.core.message.classic import Message
from bot.core.requests import Request
from bot.flows.dispatch import Dispatch

PASSING = frozenset({"unreachable", "unknown", "flooded"})
"""Faults that pass with time: what cannot be delivered now may be delivered later."""
NO_BUTTONS: Mapping[int, Sequence[Button]] = MappingProxyType({})
MOST_DOUBTS = 4
"""Sends of one answer of which nobody knows whether they arrived: rather twice than not at all, and not for ever."""


class Reply:
    """One answer to one request, which may have been begun, or given in part, before the process ended last time."""

    def __init__(self, request: Request, dispatch: Dispatch) -> None:
        self._request = request
        self._dispatch = dispatch
        self._sent: dict[int, int] = {}
        """Ids of our messages, by part; part 0 is the first sign."""
        self._shown: Message | None = None
        self._is_taken_up = False
        self._given = 0
        self._doubts = 0

    @property
    def is_seen(self) -> bool:
        """Whether there is a message that can be edited."""
        return 0 in self._sent

    async def find(self) -> None:
        """Take up what an earlier attempt sent."""
        self._sent = await self._dispatch.outgoing.sent(self._request.id)
        self._is_taken_up = self.is_seen

    async def open(self, message: Message) -> None:
        """Show a first sign, unless an earlier attempt did.

        Where it cannot be shown now, or nobody knows whether it was, the answer will be a message of its own.
        """
        await self.find()
        if self.is_seen:
            return
        try:
            await self._send(message, part=0)
        except DeliveryError as error:
            if error.code not in PASSING:
                raise
        self._shown = message

    async def show(self, message: Message) -> None:
        """Change the first sign, unless that is what it says; over what an earlier attempt showed nothing is shown.

        A platform that is away for a while does not keep the work from going on.
        """
        if self._is_taken_up or message == self._shown:
            return
        self._shown = message
        try:
            await self._edit(message, part=0)
        except DeliveryError as error:
            if error.code not in PASSING:
                raise

    async def replace(self, message: Message) -> None:
        """Put a last word where the answer would have been, if anything is there."""
        if self.is_seen:
            await self._edit(message, part=0)

    async def conclude(
        self, messages: Sequence[Message], *, buttons: Mapping[int, Sequence[Button]] = NO_BUTTONS
    ) -> None:
        """Show the answer: its first part in place of the progress, the others below, in order.

        `buttons` are those under each part. Called again after a `DeliveryError`, it goes on where it stopped.
        """
        for part, message in enumerate(messages):
            if part < self._given:
                continue
            under = buttons.get(part, ())
            if part in self._sent:
                await self._edit(message, part=part, buttons=under)
            if part not in self._sent and await self._send(message, part=part, buttons=under) is None:
                self._doubts += 1
                raise DeliveryError("unknown" if self._doubts < MOST_DOUBTS else "given_up")
            self._given = part + 1

    async def _edit(self, message: Message, *, part: int, buttons: Sequence[Button] = ()) -> None:
        """One that a person deleted is let go."""
        if part not in self._sent:
            return
        if not await self._dispatch.edit(self._request.chat_id, self._sent[part], message, buttons=buttons):
            del self._sent[part]

    async def _send(self, message: Message, *, part: int, buttons: Sequence[Button] = ()) -> int | None:
        sending = Sending(chat_id=self._request.chat_id, request_id=self._request.id, part=part)
        reply_to = self._request.message_id if part == 0 else None
        message_id = await self._dispatch.send(sending, message, reply_to=reply_to, buttons=buttons)
        if message_id is not None:
            self._sent[part] = message_id
        return message_id
