"""The double itself: its scripts, its faults, what it saw, and its life."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from tests.doubles.bot_api import changing, chatting, files, groups, polling, profile, schema, sending  # noqa: F401
from tests.doubles.bot_api.chats import Chat
from tests.doubles.bot_api.faults import DELIVERED, Fault, Wire, refusal_wire
from tests.doubles.bot_api.floods import Floods
from tests.doubles.bot_api.groups import Group
from tests.doubles.bot_api.incoming import Incoming, read_call
from tests.doubles.bot_api.people import Person
from tests.doubles.bot_api.refusal import RefusedError
from tests.doubles.bot_api.registry import FLOODING, METHODS, Asked
from tests.doubles.bot_api.server import Server
from tests.doubles.bot_api.transcript import Call, call_lines, chat_transcript
from tests.doubles.bot_api.world import BOT_ID, FIRST_PERSON, World

TOKEN = f"{BOT_ID}:AAE_double-0123456789abcdefghijklmn"


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
        username: str = "footnote_test_bot",
        port: int = 0,
        flood_limits: bool = True,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self.bot_id = BOT_ID
        self.world = World(username=username, clock=clock)
        self.floods: list[Call] = []
        """Calls that were too many."""
        self.refusals: list[Call] = []
        """Calls that the bot got wrong, expected ones included (`provoked`)."""
        self.defects: list[str] = []
        self._faults: list[Fault] = []
        self._expecting = 0
        self._uncertain: set[str] = set()
        self._limits = Floods() if flood_limits else None
        self._closed = threading.Event()
        self._server = Server(self, port)

    # ------------------------------------------------------------ life

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def username(self) -> str:
        return self.world.username

    @property
    def calls(self) -> list[Call]:
        """All calls, in the order in which they came."""
        with self.world.changed:
            return list(self.world.calls)

    @property
    def closing(self) -> threading.Event:
        """Set when the double is closed, so that what hangs is let go."""
        return self._closed

    @property
    def other_consumer(self) -> bool:
        return self.world.other_consumer

    @other_consumer.setter
    def other_consumer(self, there: bool) -> None:
        self.world.other_consumer = there
        self.world.happened()

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
        self._closed.set()
        self.world.closing = True
        self.world.happened()
        self._server.stop()

    def check(self) -> None:
        """Fail for what the bot got wrong and for defects of the test."""
        wrong = [call for call in self.refusals if not call.provoked]
        unmet = [f"fail_next({fault.method!r}, {fault.name!r}) met no call" for fault in self._faults if not fault.met]
        defects = "".join(f"\ndefect of the test: {defect}" for defect in [*self.defects, *unmet])
        assert not wrong and not defects, f"calls that the bot got wrong:\n{call_lines(wrong)}{defects}"

    # ------------------------------------------------------------ scripts

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

    def kick_polling(self) -> None:
        """Let another consumer take over: getUpdates answers 409 until `other_consumer` is set to False."""
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
        known = method in ("*", "download") or schema.parameters(method) is not None
        assert known, f"the Bot API has no method {method}"
        where = None if chat is None else chat.id
        with self.world.changed:
            self._faults.append(Fault(method=method, name=fault, left=times, chat_id=where, parameters=parameters))

    @contextmanager
    def expect_refusal(self) -> Iterator[list[Call]]:
        """Refusals inside are wanted, and there has to be one; gives the list of them."""
        first = len(self.refusals)
        wanted: list[Call] = []
        self._expecting += 1
        try:
            yield wanted
        finally:
            self._expecting -= 1
            wanted += self.refusals[first:]
        assert wanted, f"no call was refused\nlast calls:\n{self.world.last_calls()}"

    # ------------------------------------------------------------ what was seen

    def transcript(self) -> str:
        """All chats and the last calls, for a person to read."""
        with self.world.changed:
            chats = "\n".join(chat_transcript(chat) for chat in self.world.chats.values())
            return f"{chats}\nlast calls:\n{call_lines(self.world.calls)}"

    def calls_of(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in self.calls if call.method == method]

    def wait_for(self, condition: Callable[[BotApi], Any], *, timeout: float = 10) -> Any:
        """Return what the condition gives as soon as it is true; fail with the transcript when time is up."""
        deadline = time.monotonic() + timeout
        with self.world.changed:
            while not (seen := condition(self)):
                left = deadline - time.monotonic()
                assert left > 0, f"nothing of the kind within {timeout:g} s\n{self.transcript()}"
                self.world.changed.wait(left)
            return seen

    # ------------------------------------------------------------ answering

    def respond(self, *, name: str, target: str, content_type: str, body: bytes, connection: int) -> Wire:
        """Return the answer to one call of a method."""
        spelled = schema.spelled(name)
        call = Call(method=spelled, params={}, time=time.monotonic(), connection=connection)
        try:
            given = read_call(target, content_type, body)
        except RefusedError as refused:
            with self.world.changed:
                self.world.calls.append(call)
                return self._refuse(call, refused)
        call.params, call.files = given.values, {name: file.name for name, file in given.files.items()}
        with self.world.changed:
            self.world.calls.append(call)
            fault = self.meet(spelled, given.values.get("chat_id"))
        if fault is not None:
            call.fault = fault.name
            self._closed.wait(fault.delay)
        if fault is not None and not fault.delivers:
            wire = fault.wire(Wire())
            self._note(call, wire.status if wire.manner == "whole" else None, error=f"fault {fault.name}")
            return wire
        wire = self._carry_out(call, given)
        return fault.wire(wire) if fault else wire

    def meet(self, method: str, chat_id: object) -> Fault | None:
        """Return the fault that waits for such a call."""
        for fault in self._faults:
            if fault.meets(method, chat_id):
                fault.left -= 1
                fault.met += 1
                return fault
        return None

    def _carry_out(self, call: Call, given: Incoming) -> Wire:
        with self.world.changed:
            try:
                result = self._result(call, given)
            except RefusedError as refused:
                return self._refuse(call, refused)
            except Exception as error:
                self.defects.append(f"{call}: {type(error).__name__}: {error}")
                return self._refuse(call, RefusedError(500, "", blamed=False))
            if call.fault in DELIVERED:
                self._uncertain.add(_key(call))
            self._note(call, 200, result=result)
            return Wire(body=json.dumps({"ok": True, "result": result}, ensure_ascii=False).encode())

    def _result(self, call: Call, given: Incoming) -> Any:
        if schema.parameters(call.method) is None:
            raise RefusedError(404)
        method = METHODS.get(call.method)
        if method is None:
            self.defects.append(f"the double does not know {call.method} yet")
            raise RefusedError(501, f"the double does not know {call.method} yet", blamed=False)
        params = schema.check(call.method, given)
        if self._limits and call.method in FLOODING and (wait := self._limits.retry_after(params.get("chat_id"))):
            self.floods.append(call)
            raise RefusedError(429, f"retry after {wait}", blamed=False, parameters={"retry_after": wait})
        return method(self.world, Asked(params, given))

    def _refuse(self, call: Call, refused: RefusedError) -> Wire:
        # A call that is made once more because its answer was lost may well be refused now.
        if refused.blamed and _key(call) not in self._uncertain:
            call.refused, call.provoked = True, self._expecting > 0
            self.refusals.append(call)
        self._note(call, refused.status, error=refused.description)
        return refusal_wire(refused)

    def _note(self, call: Call, status: int | None, *, result: Any = None, error: str | None = None) -> None:
        call.status, call.result, call.error, call.ended = status, result, error, time.monotonic()
        self.world.happened()

    def download(self, path: str, connection: int) -> Wire:
        """Return the content of a file."""
        call = Call(method="download", params={"path": path}, time=time.monotonic(), connection=connection)
        with self.world.changed:
            self.world.calls.append(call)
            fault = self.meet("download", None)
        if fault is not None:
            call.fault = fault.name
            self._closed.wait(fault.delay)
        content = files.content_at(self.world, path)
        if fault is None or fault.delivers:
            wire = self._refuse(call, RefusedError(404)) if content is None else self._found(call, content)
            return fault.wire(wire) if fault else wire
        return fault.wire(Wire())

    def _found(self, call: Call, content: bytes) -> Wire:
        self._note(call, 200, result=len(content))
        return Wire(body=content, media_type="application/octet-stream")

    def refuse_path(self, target: str, refused: RefusedError, connection: int) -> Wire:
        """Refuse what is not even a call: a wrong token, a wrong path."""
        call = Call(method=target.rpartition("/")[2], params={}, time=time.monotonic(), connection=connection)
        with self.world.changed:
            self.world.calls.append(call)
            return self._refuse(call, refused)


def _key(call: Call) -> str:
    return f"{call.method} {json.dumps(dict(call.params), sort_keys=True, default=str)}"
