"""Runs the reading processes: few, used again, ended and reaped whatever happens."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from bot.adapters.reading.lanes import Lanes
from bot.core.errors import LoadError

# The child finds modules where this process does, and nothing else of its surroundings reaches it.
_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1)); from bot.adapters.reading.process import main; main()"
)
_ENVIRONMENT: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0", "TZ": "UTC"}
_MAX_ANSWER: Final = 4_000_000
CODES: Final = frozenset({
    "binary", "too_long", "broken_file", "encrypted", "scanned", "too_many_pages", "too_large", "empty", "no_article",
})  # fmt: skip
"""What the process may say of the bytes; any other code is not believed."""
PARAMS: Final = ("characters", "limit", "pages")
"""Numbers with which it may say so."""


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What one page may cost to parse, how many are parsed at once, and after how many a process is replaced."""

    wall_seconds: float = 10.0
    start_seconds: float = 20.0
    """For a new process to load its libraries, which is not the page's fault."""
    cpu_seconds: int = 10
    memory_bytes: int = 1_000_000_000
    at_once: int = 2
    """Besides one that has taken long already."""
    patience: float = 4.0
    """Seconds after which a page gives way to others that wait."""
    pages: int = 200


class Worker:
    """Parses untrusted bytes outside this process."""

    def __init__(self, limits: ReadingLimits | None = None) -> None:
        self._limits = limits or ReadingLimits()
        self._lanes = Lanes(at_once=self._limits.at_once, patience=self._limits.patience)
        self._idle: list[_Running] = []
        self._closed = False

    async def ask(self, form: str, body: bytes, *, charset: str | None, url: str) -> dict[str, Any]:
        """Return what the reading process found, of unchecked shape.

        Raises `LoadError`: one of `CODES`, or parse_failed (it crashed or reached a limit).
        """
        head = {"form": form, "charset": charset, "url": url, "length": len(body)}
        line = json.dumps(head).encode("ascii") + b"\n"
        return _believed(await self._lanes.run(partial(self._exchange, form, line, body)))

    async def warm(self) -> None:
        """Start a process now, so that the first page need not wait for it."""
        await self._lanes.run(self._warmed)

    async def aclose(self) -> None:
        """End the processes that wait for work; one at work ends with what it works on."""
        self._closed = True
        idle, self._idle = self._idle, []
        for running in idle:
            await running.end()

    async def _warmed(self) -> None:
        self._idle.append(await self._waiting() or await self._start("page"))

    async def _exchange(self, form: str, head: bytes, body: bytes) -> bytes:
        running = await self._waiting() or await self._start(form)
        keep = False
        try:
            seconds = self._limits.wall_seconds + (self._limits.start_seconds if running.is_new else 0)
            async with asyncio.timeout(seconds):
                answer = await running.exchange(head, body)
            keep = running.asked < self._limits.pages and not self._closed
        except TimeoutError:
            raise LoadError("parse_failed") from None
        finally:
            if keep:
                self._idle.append(running)
            else:
                await asyncio.shield(running.end())
        return answer

    async def _waiting(self) -> _Running | None:
        """A process that waits for work; one that the system ended meanwhile is no fault of the next page."""
        while self._idle:
            running = self._idle.pop()
            if running.is_alive:
                return running
            await running.end()
        return None

    async def _start(self, form: str) -> _Running:
        """Return a new process; raises `LoadError("parse_failed")` where the system has none to give."""
        limits = (str(self._limits.cpu_seconds), str(self._limits.memory_bytes), form)
        kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        try:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-I", "-c", _START, json.dumps(sys.path), *limits),
                stdin=PIPE,
                stdout=PIPE,
                stderr=DEVNULL,
                env={**_ENVIRONMENT, **kept},
                start_new_session=True,
                limit=_MAX_ANSWER,
            )
        except OSError as error:
            raise LoadError("parse_failed") from error
        return _Running(process)


class _Running:
    """A reading process."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.asked = 0

    @property
    def is_alive(self) -> bool:
        return self._process.returncode is None

    @property
    def is_new(self) -> bool:
        return self.asked <= 1

    async def exchange(self, head: bytes, body: bytes) -> bytes:
        """Return the line that answers one request; raises `LoadError("parse_failed")` where none comes."""
        self.asked += 1
        _, answer = await asyncio.gather(self._send(head, body), self._receive())
        return answer

    async def end(self) -> None:
        """Kill the process if it still runs, empty its pipe and reap it."""
        process = self._process
        if process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        if process.stdin:
            process.stdin.close()
        if process.stdout:
            while await process.stdout.read(65_536):
                pass
        await process.wait()

    async def _send(self, head: bytes, body: bytes) -> None:
        assert self._process.stdin  # noqa: S101 - it was started with a pipe
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self._process.stdin.write(head)
            self._process.stdin.write(body)
            await self._process.stdin.drain()

    async def _receive(self) -> bytes:
        assert self._process.stdout  # noqa: S101
        try:
            return await self._process.stdout.readuntil(b"\n")
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            raise LoadError("parse_failed") from None


def _believed(answer: bytes) -> dict[str, Any]:
    """Return an answer that is an object; raises the `LoadError` that it stands for."""
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        raise LoadError("parse_failed") from None
    if not isinstance(found, dict):
        raise LoadError("parse_failed")
    code = found.get("code")
    if isinstance(code, str) and code in CODES:
        params = found.get("params")
        known = params if isinstance(params, dict) else {}
        raise LoadError(code, **{name: known[name] for name in PARAMS if isinstance(known.get(name), int)})
    return found
