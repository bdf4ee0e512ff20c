"""Runs the reading process: one for each page, ended and reaped whatever happens."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from dataclasses import dataclass
from typing import Any, Final

from bot.adapters.reading.kinds import Kind
from bot.core.errors import LoadError

# The child finds modules where this process does, and nothing else of its surroundings reaches it.
_START: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1)); from bot.adapters.reading.process import main; main()"
)
_ENVIRONMENT: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0", "TZ": "UTC"}
_MAX_ANSWER: Final = 4_000_000
_CODES: Final = frozenset({"binary", "too_long"})


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What one page may cost to parse, and how many are parsed at once."""

    wall_seconds: float = 12.0
    cpu_seconds: int = 10
    memory_bytes: int = 1_000_000_000
    at_once: int = 2


class Worker:
    """Parses untrusted bytes outside this process."""

    def __init__(self, limits: ReadingLimits | None = None) -> None:
        self._limits = limits or ReadingLimits()
        self._turns = asyncio.Semaphore(self._limits.at_once)

    async def ask(self, kind: Kind, body: bytes, *, charset: str | None, url: str) -> dict[str, Any]:
        """Return what the reading process found, of unchecked shape.

        Raises `LoadError`: binary, too_long(characters, limit), parse_failed (it crashed or reached a limit).
        """
        request = json.dumps({"kind": kind, "charset": charset, "url": url}).encode("ascii") + b"\n" + body
        async with self._turns:
            answer = await self._exchange(request)
        try:
            found = json.loads(answer)
        except (ValueError, RecursionError):
            raise LoadError("parse_failed") from None
        if not isinstance(found, dict):
            raise LoadError("parse_failed")
        if found.get("code") in _CODES:
            params = {name: value for name, value in found["params"].items() if isinstance(value, int)}
            raise LoadError(found["code"], **params)
        return found

    async def _exchange(self, request: bytes) -> bytes:
        process = await self._start()
        try:
            async with asyncio.timeout(self._limits.wall_seconds):
                _, answer = await asyncio.gather(_send(process, request), _receive(process))
                await process.wait()
        except TimeoutError:
            raise LoadError("parse_failed") from None
        finally:
            await asyncio.shield(_end(process))
        return answer

    async def _start(self) -> Process:
        limits = (str(self._limits.cpu_seconds), str(self._limits.memory_bytes))
        kept = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-I", "-c", _START, json.dumps(sys.path), *limits),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env={**_ENVIRONMENT, **kept},
            start_new_session=True,
        )


async def _send(process: Process, request: bytes) -> None:
    assert process.stdin  # noqa: S101 - it was started with a pipe
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(request)
        await process.stdin.drain()
    process.stdin.close()


async def _receive(process: Process) -> bytes:
    assert process.stdout  # noqa: S101
    answer = bytearray()
    while part := await process.stdout.read(65_536):
        answer += part
        if len(answer) > _MAX_ANSWER:
            raise LoadError("parse_failed")
    return bytes(answer)


async def _end(process: Process) -> None:
    """Kill the process if it still runs, empty its pipe and reap it."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    if process.stdin:
        process.stdin.close()
    if process.stdout:
        while await process.stdout.read(65_536):
            pass
    await process.wait()
