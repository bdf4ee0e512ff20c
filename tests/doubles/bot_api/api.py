"""The double itself: its people, its faults, what it saw, and its life."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from tests.doubles.bot_api import schema
from tests.doubles.bot_api.chats import Chat
from tests.doubles.bot_api.dispatch import Dispatcher
from tests.doubles.bot_api.faults import Fault
from tests.doubles.bot_api.floods import Floods
from tests.doubles.bot_api.groups import Group
from tests.doubles.bot_api.people import Person
from tests.doubles.bot_api.server import Server
from tests.doubles.bot_api.transcript import Call, call_lines, chat_transcript
from tests.doubles.bot_api.world import BOT_ID, FIRST_PERSON, World

TOKEN = f"{BOT_ID}:AAE_double-0123456789abcdefghijklmn"
USERNAME = "footnote_test_bot"


class BotApi:
    """A strict stand-in for https://api.telegram.org, for one bot.

    with BotApi() as api:
        alice = api.user("Alice")
        alice.says("https://example.org/story")
        ...  # the bot, started with api.token and api.base_url
        answer = alice.hears("Sources")

    When it is closed, it fails for every call that the bot got wrong and the test did not expect
    (`expect_refusal`), and for defects of the test itself.
    """

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = USERNAME,
        port: int = 0,
        flood_limits: bool = True,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self.username = username
        self.bot_id = BOT_ID
        self.world = World(username=username, clock=clock)
        self._dispatcher = Dispatcher(self.world, token=token, floods=Floods() if flood_limits else None)
        self._server = Server(self._dispatcher, port)

    # ------------------------------------------------------------ life

    @property
    def base_url(self) -> str:
        """What stands for https://api.telegram.org."""
        return f"http://127.0.0.1:{self._server.port}"

    def __enter__(self) -> BotApi:
        self._server.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if error is None:
            self.check()

    def close(self) -> None:
        """Stop at once; whatever hangs is let go."""
        self._dispatcher.closed.set()
        self.world.closing = True
        self.world.happened()
        self._server.stop()

    def check(self) -> None:
        """Fail for what the bot got wrong and for defects of the test."""
        wrong = [call for call in self.refusals if not call.provoked]
        faults = self._dispatcher.faults
        unmet = [f"fail_next({fault.method!r}, {fault.name!r}) met no call" for fault in faults if not fault.met]
        defects = [*self._dispatcher.defects, *unmet]
        assert not wrong, f"calls that the bot got wrong:\n{call_lines(wrong)}"
        assert not defects, f"defects of the test: {'; '.join(defects)}"

    # ------------------------------------------------------------ who there is

    def user(
        self, name: str, *, language_code: str | None = "en", username: str | None = None, started: bool = True
    ) -> Person:
        """A person; with `started=False` one who never wrote to the bot, so that it may not write either."""
        number = FIRST_PERSON + self.world.number()
        person = Person(self.world, number, name, language_code=language_code, username=username)
        self.world.add_person(person, started=started)
        return person

    def group(self, title: str, *, members: list[Person], supergroup: bool = True, announce: bool = True) -> Group:
        """A group that the first member made and put the bot into; with `announce` the bot is told."""
        group = Group(self.world, title, members, supergroup=supergroup)
        if announce:
            group.announce()
        return group

    # ------------------------------------------------------------ updates

    def push(self, update: dict[str, Any]) -> int:
        """Queue any update, well-formed or not; without `update_id` it gets the next one."""
        with self.world.changed:
            update_id = self.world.updates.push_raw(update)
            self.world.changed.notify_all()
            return update_id

    def redeliver(self, update_id: int) -> None:
        """Hand out an update once more, even when it was acknowledged."""
        with self.world.changed:
            self.world.updates.redeliver(update_id)
            self.world.changed.notify_all()

    @property
    def updates(self) -> list[dict[str, Any]]:
        """Every update that was ever queued, oldest first."""
        with self.world.changed:
            return list(self.world.updates.sent.values())

    @property
    def pending(self) -> list[int]:
        """Identifiers of the updates that the bot did not acknowledge yet."""
        with self.world.changed:
            return [update["update_id"] for update in self.world.updates.pending]

    @property
    def other_consumer(self) -> bool:
        """Whether another process polls with the same token, so that getUpdates answers 409."""
        return self.world.other_consumer

    @other_consumer.setter
    def other_consumer(self, there: bool) -> None:
        self.world.other_consumer = there
        self.world.happened()

    def kick_polling(self) -> None:
        """Let another consumer take over, until `other_consumer` is set to False."""
        self.other_consumer = True

    # ------------------------------------------------------------ faults

    def fail_next(
        self, method: str, fault: str, *, times: int = 1, chat: Chat | Person | None = None, **parameters: Any
    ) -> None:
        """Let the next calls of a method fail; "*" is any but getUpdates, "download" the download of a file.

        Faults: "429" (retry_after=), "400:<description>", "401", "403", "404", "409", "500", "502_html", "reset",
        "hang", "migrated" (migrate_to_chat_id=), "slow:<seconds>"; carried out and then lost: "deliver_then_reset",
        "deliver_then_502", "deliver_then_hang", "bad_json".
        """
        known = method in ("*", "download") or (schema.parameters(method) and schema.spelled(method) == method)
        assert known, f"the Bot API has no method {method}"
        where = None if chat is None else chat.id
        with self.world.changed:
            self._dispatcher.faults.append(
                Fault(method=method, name=fault, left=times, chat_id=where, parameters=parameters)
            )

    @contextmanager
    def expect_refusal(self) -> Iterator[list[Call]]:
        """Refusals inside are wanted, and there has to be one; gives the list of them, filled at the end."""
        first = len(self.refusals)
        wanted: list[Call] = []
        self._dispatcher.expecting += 1
        try:
            yield wanted
        finally:
            self._dispatcher.expecting -= 1
            wanted += self.refusals[first:]
        assert wanted, f"no call was refused\nlast calls:\n{self.world.last_calls()}"

    # ------------------------------------------------------------ what was seen

    @property
    def calls(self) -> list[Call]:
        """All calls, in the order in which they came."""
        with self.world.changed:
            return list(self.world.calls)

    @property
    def refusals(self) -> list[Call]:
        """Calls that the bot got wrong, expected ones (`provoked`) included."""
        return self._dispatcher.refusals

    @property
    def floods(self) -> list[Call]:
        """Calls that were too many."""
        return self._dispatcher.floods

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self.calls if call.method == method]

    def wait_for(self, condition: Callable[[BotApi], Any], *, timeout: float = 10) -> Any:
        """Return what the condition gives as soon as it is true; fail with the transcript when time is up."""
        return self.world.wait_for(lambda: condition(self), timeout=timeout, report=self.transcript)

    async def wait_for_async(self, condition: Callable[[BotApi], Any], *, timeout: float = 10) -> Any:  # noqa: ASYNC109
        """The same without blocking the event loop."""
        return await asyncio.to_thread(self.wait_for, condition, timeout=timeout)

    def transcript(self) -> str:
        """All chats and the last calls, for a person to read."""
        with self.world.changed:
            chats = "\n".join(chat_transcript(chat) for chat in self.world.chats.values())
            return f"{chats}\nlast calls:\n{call_lines(self.world.calls)}"
