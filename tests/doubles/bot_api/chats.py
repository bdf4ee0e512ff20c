"""A chat: what stands in it, who is in it, and waiting for something to happen in it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeVar

from tests.doubles.bot_api.records import Json, Message
from tests.doubles.bot_api.transcript import chat_transcript

if TYPE_CHECKING:
    from tests.doubles.bot_api.people import Person
    from tests.doubles.bot_api.world import World

Kind = Literal["private", "group", "supergroup"]
Membership = Literal["member", "administrator", "left", "kicked", "restricted"]
Seen = TypeVar("Seen")


class Chat:
    """A private chat or a group, as its members see it."""

    def __init__(self, world: World, chat_id: int, kind: Kind, *, title: str = "") -> None:
        self.world = world
        self.id = chat_id
        self.kind = kind
        self.title = title
        self.members: list[Person] = []
        self.bot: Membership = "member"
        """What the bot is in the chat; a person who blocks it makes it "kicked"."""
        self.bot_started = True
        """In a private chat: whether the person ever wrote to the bot."""
        self.moved_to: Chat | None = None
        self.topics: dict[int, str] = {}
        """Open topics of a forum, by their thread."""
        self.closed_topics: set[int] = set()
        self.is_forum = False
        self.allowed_reactions: frozenset[str] | None = None
        self.other_bot_spoke_last = False
        self.actions: list[str] = []
        """Chat actions that the bot showed, such as "typing"."""
        self.draft: str | None = None
        """The draft that the person sees growing."""
        self.drafts: list[str] = []
        self.log: list[Message] = []
        """All messages ever, deleted ones included."""
        self._last_id = 0

    @property
    def messages(self) -> list[Message]:
        """What stands in the chat now, oldest first, service messages included."""
        with self.world.changed:
            return [message for message in self.log if not message.deleted]

    @property
    def from_bot(self) -> list[Message]:
        """What stands in the chat from the bot."""
        return [message for message in self.messages if message.by_bot]

    @property
    def is_group(self) -> bool:
        return self.kind != "private"

    def find(self, message_id: int | None) -> Message | None:
        """The message with this identifier, unless it is gone."""
        found = (message for message in self.log if message.id == message_id and not message.deleted)
        return next(found, None)

    def next_id(self) -> int:
        """Supergroups count their own messages; all other chats of a bot share one sequence."""
        if self.kind == "supergroup":
            self._last_id += 1
            return self._last_id
        return self.world.next_id()

    def json(self) -> Json:
        """The Chat of the Bot API."""
        made: Json = {"id": self.id, "type": self.kind}
        if not self.is_group:
            person = self.members[0]
            return made | {key: value for key, value in person.json().items() if key in PERSONAL}
        made |= {"title": self.title}
        return made | {"is_forum": True} if self.is_forum else made

    def wait_for(self, condition: Callable[[Chat], Seen | None], *, timeout: float = 10) -> Seen:
        """Return what the condition gives as soon as it is true; fail with the transcript when time is up.

        It blocks: where the bot runs in the same event loop, use `wait_for_async`.
        """
        return self.world.wait_for(lambda: condition(self), timeout=timeout, report=self.report)

    async def wait_for_async(self, condition: Callable[[Chat], Seen | None], *, timeout: float = 10) -> Seen:  # noqa: ASYNC109
        """The same without blocking the event loop."""
        return await asyncio.to_thread(self.wait_for, condition, timeout=timeout)

    def hears(self, fragment: str | re.Pattern[str], *, timeout: float = 10) -> Message:
        """Wait for a message of the bot whose present text contains the fragment."""
        return self.wait_for(lambda chat: chat.said(fragment), timeout=timeout)

    async def hears_async(self, fragment: str | re.Pattern[str], *, timeout: float = 10) -> Message:  # noqa: ASYNC109
        """The same without blocking the event loop."""
        return await asyncio.to_thread(self.hears, fragment, timeout=timeout)

    def said(self, fragment: str | re.Pattern[str]) -> Message | None:
        """The latest message of the bot that contains the fragment now; a pattern is searched, a text is found."""
        wanted = fragment if isinstance(fragment, re.Pattern) else re.compile(re.escape(fragment))
        return next((message for message in reversed(self.from_bot) if wanted.search(message.text)), None)

    def report(self) -> str:
        """The chat and the last calls of the bot, for a test that failed."""
        return f"{chat_transcript(self)}\nlast calls:\n{self.world.last_calls()}"

    def __repr__(self) -> str:
        return f"<{self.kind} {self.id}>"


PERSONAL = ("first_name", "last_name", "username")
