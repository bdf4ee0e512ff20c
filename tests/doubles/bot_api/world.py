"""The state of the server: who there is, what was said, what the bot set; one lock guards it all."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from tests.doubles.bot_api.chats import Chat
from tests.doubles.bot_api.people import Person
from tests.doubles.bot_api.records import File, Json, Message, Tap
from tests.doubles.bot_api.refusal import RefusedError, bad, gone
from tests.doubles.bot_api.transcript import Call, call_lines
from tests.doubles.bot_api.updates import Updates

Seen = TypeVar("Seen")
BOT_ID = 7_311_200_042
FIRST_PERSON = 5_200_000_001


class World:
    """Everything there is; whoever reads or changes it holds `changed`, and says so when it changed."""

    def __init__(self, *, username: str, clock: Callable[[], float] = time.time) -> None:
        self.changed = threading.Condition()
        self.username = username
        self.clock = clock
        self.privacy = True
        self.other_consumer = False
        self.webhook: Json = {}
        self.chats: dict[int, Chat] = {}
        self.people: dict[int, Person] = {}
        self.files: dict[str, File] = {}
        self.taps: dict[str, Tap] = {}
        self.updates = Updates()
        self.profile: dict[tuple[str, str, str], Any] = {}
        """What setMyCommands and its like set, by what it is, scope and language."""
        self.calls: list[Call] = []
        self.closing = False
        self.poller: object | None = None
        """The getUpdates that waits now."""
        self._last_id = 0
        self._numbers = 0

    # ------------------------------------------------------------ identifiers

    def next_id(self) -> int:
        self._last_id += 1
        return self._last_id

    def number(self) -> int:
        """A number that was not given before."""
        self._numbers += 1
        return self._numbers

    def now(self) -> int:
        return int(self.clock())

    # ------------------------------------------------------------ who there is

    def bot_json(self) -> Json:
        """The bot as a User."""
        return {"id": BOT_ID, "is_bot": True, "first_name": "Footnote", "username": self.username}

    def add_person(self, person: Person, *, started: bool) -> None:
        with self.changed:
            self.people[person.id] = person
            chat = Chat(self, person.id, "private")
            chat.members = [person]
            chat.bot_started = started
            person.chat = self.chats[chat.id] = chat

    # ------------------------------------------------------------ what a call names

    def chat(self, given: object) -> Chat:
        """The chat that a call names, if the bot may look at it."""
        if not isinstance(given, int) or given not in self.chats:
            raise bad("chat not found")
        return self.chats[given]

    def writable(self, given: object) -> Chat:
        """The chat that a call names, if the bot may write there."""
        chat = self.chat(given)
        if chat.moved_to is not None:
            moved = {"migrate_to_chat_id": chat.moved_to.id}
            what = "group chat was upgraded to a supergroup chat"
            raise RefusedError(400, what, blamed=False, parameters=moved)
        if not chat.bot_started:
            raise RefusedError(403, "bot can't initiate conversation with a user")
        if chat.bot == "kicked":
            what = (
                "bot was blocked by the user" if not chat.is_group else f"bot was kicked from the {_called(chat)} chat"
            )
            raise RefusedError(403, what, blamed=False)
        if chat.bot == "left":
            raise RefusedError(403, f"bot is not a member of the {_called(chat)} chat", blamed=False)
        if chat.bot == "restricted":
            raise gone("not enough rights to send text messages to the chat")
        return chat

    def message(self, chat: Chat, message_id: int, *, to: str) -> Message:
        """The message that a call names; `to` is what was to be done with it, for the sentence of the refusal."""
        found = chat.find(message_id)
        if found is not None:
            return found
        existed = any(message.id == message_id for message in chat.log)
        what = f"message to {to} not found"
        raise gone(what) if existed else bad(what)

    # ------------------------------------------------------------ what happens

    def tell(self, kind: str, payload: Json) -> int | None:
        """Queue an update and wake whoever waits."""
        with self.changed:
            update_id = self.updates.push(kind, payload)
            self.changed.notify_all()
            return update_id

    def happened(self) -> None:
        """Wake whoever waits for a change."""
        with self.changed:
            self.changed.notify_all()

    def wait_for(self, condition: Callable[[], Seen | None], *, timeout: float, report: Callable[[], str]) -> Seen:
        """Return what the condition gives as soon as it is true; fail with the report when time is up."""
        deadline = time.monotonic() + timeout
        with self.changed:
            while not (seen := condition()):
                left = deadline - time.monotonic()
                if left <= 0:
                    raise AssertionError(f"nothing of the kind within {timeout:g} s{_blocked()}\n{report()}")
                self.changed.wait(left)
            return seen

    def last_calls(self) -> str:
        return call_lines([call for call in self.calls if call.method != "getUpdates"])


def _blocked() -> str:
    """Say so when waiting itself may be what keeps the bot from answering."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return ""
    return " (this blocked an event loop; a bot that runs in it needs the _async form)"


def _called(chat: Chat) -> str:
    return "supergroup" if chat.kind == "supergroup" else "group"
