"""Answering calls: which fault meets them, whether they are right, and what is written down of them."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

from tests.doubles.bot_api import (  # noqa: F401 - modules of methods register them
    changing,
    chatting,
    files,
    polling,
    profile,
    schema,
    sending,
)
from tests.doubles.bot_api.faults import DELIVERED, Fault, Wire, refusal_wire
from tests.doubles.bot_api.floods import Floods
from tests.doubles.bot_api.incoming import Incoming, read_call
from tests.doubles.bot_api.refusal import RefusedError
from tests.doubles.bot_api.registry import FLOODING, METHODS, Asked
from tests.doubles.bot_api.transcript import Call
from tests.doubles.bot_api.world import World


class Dispatcher:
    """Carries out calls on the world; called from the threads of the server."""

    def __init__(self, world: World, *, token: str, floods: Floods | None) -> None:
        self.world = world
        self.token = token
        self.closed = threading.Event()
        self.faults: list[Fault] = []
        self.refusals: list[Call] = []
        self.floods: list[Call] = []
        self.defects: list[str] = []
        self.expecting = 0
        """How many blocks of the test want a refusal now."""
        self._limits = floods
        self._uncertain: set[str] = set()

    def respond(self, *, name: str, target: str, content_type: str, body: bytes, connection: int) -> Wire:
        """Return the answer to one call of a method."""
        call = self._written_down(schema.spelled(name), connection)
        try:
            given = read_call(target, content_type, body)
        except RefusedError as refused:
            return self._refuse(call, refused)
        call.params = given.values
        call.files = {name: file.name for name, file in given.files.items()}
        fault = self._met(call, given.values.get("chat_id"))
        if fault is not None and not fault.delivers:
            return self._failed(call, fault)
        wire = self._carry_out(call, given)
        return fault.wire(wire) if fault else wire

    def download(self, path: str, connection: int) -> Wire:
        """Return the content of a file."""
        call = self._written_down("download", connection)
        call.params = {"path": path}
        fault = self._met(call, None)
        if fault is not None and not fault.delivers:
            return self._failed(call, fault)
        content = files.content_at(self.world, path)
        if content is None:
            return self._refuse(call, RefusedError(404))
        self._note(call, 200, result=len(content))
        wire = Wire(body=content, media_type="application/octet-stream")
        return fault.wire(wire) if fault else wire

    def refuse_path(self, path: str, refused: RefusedError, connection: int) -> Wire:
        """Refuse what is not even a call: a wrong token, a wrong path."""
        return self._refuse(self._written_down(path.rpartition("/")[2], connection), refused)

    # ------------------------------------------------------------ one call

    def _carry_out(self, call: Call, given: Incoming) -> Wire:
        with self.world.changed:
            try:
                result = self._result(call, given)
            except RefusedError as refused:
                return self._refuse(call, refused)
            except Exception as error:
                self.defects.append(f"{call}: {type(error).__name__}: {error}")
                return self._refuse(call, RefusedError(500, blamed=False))
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
        call.params = schema.check(call.method, given)
        self._limit(call)
        return method(self.world, Asked(dict(call.params), given))

    def _limit(self, call: Call) -> None:
        if self._limits is None or call.method not in FLOODING:
            return
        if wait := self._limits.retry_after(call.params.get("chat_id")):
            self.floods.append(call)
            raise RefusedError(429, f"retry after {wait}", blamed=False, parameters={"retry_after": wait})

    def _met(self, call: Call, chat_id: object) -> Fault | None:
        """Return the fault that waits for such a call, once its time has passed."""
        with self.world.changed:
            fault = next((fault for fault in self.faults if fault.meets(call.method, chat_id)), None)
            if fault is None:
                return None
            fault.left -= 1
            fault.met += 1
            call.fault = fault.name
        self.closed.wait(fault.delay)
        return fault

    # ------------------------------------------------------------ what is written down

    def _written_down(self, method: str, connection: int) -> Call:
        call = Call(method=method, params={}, time=time.monotonic(), connection=connection)
        with self.world.changed:
            self.world.calls.append(call)
        return call

    def _failed(self, call: Call, fault: Fault) -> Wire:
        wire = fault.wire(Wire())
        self._note(call, wire.status if wire.manner == "whole" else None, error=f"fault {fault.name}")
        return wire

    def _refuse(self, call: Call, refused: RefusedError) -> Wire:
        with self.world.changed:
            # A call that is made once more because its answer was lost may well be refused now.
            if refused.blamed and _key(call) not in self._uncertain:
                call.refused, call.provoked = True, self.expecting > 0
                self.refusals.append(call)
            self._note(call, refused.status, error=refused.description)
        return refusal_wire(refused)

    def _note(self, call: Call, status: int | None, *, result: Any = None, error: str | None = None) -> None:
        call.status, call.result, call.error, call.ended = status, result, error, time.monotonic()
        self.world.happened()


def _key(call: Call) -> str:
    return f"{call.method} {json.dumps(dict(call.params), sort_keys=True, default=str)}"
