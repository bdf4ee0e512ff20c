"""Work that would hold up the chat, done by processes that can be ended at any moment.

What people send decides how long a comparison takes, and a thread cannot be ended. The workers hold no secret.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import forkserver, resource_tracker
from typing import Any, Final, Generic, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.core.errors import OverloadError

P = ParamSpec("P")
T = TypeVar("T")

PRELOADED: Final = ("bot.core.compare", "bot.core.stories", "bot.core.checking.verdict", "bot.core.writing.extractive")
_SECRETS: Final = ("TELEGRAM_BOT_TOKEN", "OPENAI_API_KEY", "DATABASE_URL")
_TRIES: Final = 2
_START_SECONDS: Final = 60.0
_GRACE_SECONDS: Final = 15.0
"""How long beyond its deadline a piece of work may go unanswered before the whole pool counts as broken."""
_WATCH_SECONDS: Final = 1.0
_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Returned(Generic[T]):
    value: T


@dataclass(frozen=True)
class _Raised:
    error: Exception
    trace: str


class ProcessCompute:
    """Runs functions of modules in `workers` processes, which start with the first call or with `warm`.

    What a function is given and returns is pickled. `deadline` is in seconds, counted from when a worker begins;
    waiting for a worker does not count. `preload` names the modules with which workers start.
    """

    def __init__(self, *, workers: int = 2, deadline: float = 60.0, preload: Sequence[str] = PRELOADED) -> None:
        self._workers = workers
        self._deadline = deadline
        self._preload = list(preload)
        self._free = asyncio.Semaphore(workers)
        self._opening: asyncio.Task[ProcessPool] | None = None
        self._running: set[asyncio.Future[Any]] = set()
        self._closed = False

    async def __call__(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what `work` returns, and raise what it raises; cancelling the caller ends the work too.

        Raises `OverloadError("too_much")` beyond the deadline, where the process broke down twice, and after closing.
        """
        async with self._free:
            for _ in range(_TRIES):
                try:
                    return await self._once(work, args, kwargs)
                except (ProcessExpired, BrokenProcessPool) as error:
                    _LOGGER.warning("a worker broke down: %s", type(error).__name__)
        raise OverloadError("too_much")

    async def warm(self) -> None:
        """Start the workers now; raises `OverloadError` where that fails."""
        try:
            await self._open()
        except BrokenProcessPool as error:
            raise OverloadError("too_much") from error

    async def aclose(self) -> None:
        """End all workers, whatever they are doing; who still waits for one gets `OverloadError`."""
        self._closed = True
        for waiting in tuple(self._running):
            waiting.cancel()
        if self._opening is None:
            return
        with contextlib.suppress(BrokenProcessPool):
            pool = await self._opening
            await asyncio.to_thread(_stop, pool)

    async def _once(self, work: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        pool = await self._open()
        try:
            future: Future[_Returned[T] | _Raised] = pool.schedule(
                _perform, args=(work, args, kwargs), timeout=self._deadline
            )
        except RuntimeError as error:
            raise BrokenProcessPool from error
        outcome = await self._outcome(pool, asyncio.wrap_future(future))
        if isinstance(outcome, _Returned):
            return outcome.value
        outcome.error.add_note(outcome.trace)
        raise outcome.error

    async def _outcome(self, pool: ProcessPool, waiting: asyncio.Future[T]) -> T:
        """Wait for what the pool has to say; raises `OverloadError` for a deadline, `BrokenProcessPool` for silence."""
        self._running.add(waiting)
        try:
            await self._watch(pool, waiting)
            return waiting.result()
        except TimeoutError as error:
            raise OverloadError("too_much") from error
        except asyncio.CancelledError:
            if waiting.cancelled() and self._closed:
                raise OverloadError("too_much") from None
            raise
        finally:
            self._running.discard(waiting)
            waiting.cancel()

    async def _watch(self, pool: ProcessPool, waiting: asyncio.Future[T]) -> None:
        """Return when the work has ended; a pool whose own threads or locks are broken would never say so."""
        loop = asyncio.get_running_loop()
        patience = loop.time() + self._deadline + _GRACE_SECONDS
        while not waiting.done():
            await asyncio.wait({waiting}, timeout=_WATCH_SECONDS)
            if waiting.done() or (pool.active and loop.time() < patience):
                continue
            await asyncio.to_thread(_stop, pool)
            raise BrokenProcessPool

    async def _open(self) -> ProcessPool:
        """Return the pool, started where there is none that works; being cancelled does not stop the start."""
        if self._closed:
            raise OverloadError("too_much")
        if self._opening is None or _has_failed(self._opening):
            broken = _opened(self._opening)
            self._opening = asyncio.create_task(asyncio.to_thread(_start, self._workers, self._preload, broken))
        return await asyncio.shield(self._opening)


def _opened(opening: asyncio.Task[ProcessPool] | None) -> ProcessPool | None:
    if opening is None or not opening.done() or opening.cancelled() or opening.exception() is not None:
        return None
    return opening.result()


def _has_failed(opening: asyncio.Task[ProcessPool]) -> bool:
    pool = _opened(opening)
    return opening.done() and (pool is None or not pool.active)


# ---------------------------------------------------------------- in this process


def _start(workers: int, preload: list[str], broken: ProcessPool | None) -> ProcessPool:
    """Return a pool whose processes have begun, in place of a broken one; raises `BrokenProcessPool`."""
    if broken is not None:
        _stop(broken)
    pool = None
    try:
        with _no_secrets(), _no_interrupts():
            context = _context(preload)
            pool = ProcessPool(max_workers=workers, initializer=_prepare, initargs=(preload,), context=context)
            pool.schedule(_nothing).result(_START_SECONDS)
    except Exception as error:
        if pool is not None:
            _stop(pool)
        raise BrokenProcessPool from error
    return pool


def _context(preload: list[str]) -> Any:
    """Return a way to start processes that holds nothing of this one: a server that forks, or new interpreters."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(preload)
    forkserver.ensure_running()
    return context


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    """Processes inherit which signals are held back; Ctrl-C reaches all of a terminal's, and is ours to handle."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # where it is not running yet, its start lets the signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _no_secrets() -> Iterator[None]:
    """Processes inherit the environment as it is when they start, and keep it for all to see in /proc."""
    kept = {name: os.environ.pop(name) for name in _SECRETS if name in os.environ}
    try:
        yield
    finally:
        os.environ.update(kept)


# ---------------------------------------------------------------- in a worker


def _prepare(preload: Sequence[str]) -> None:
    for name in _SECRETS:
        os.environ.pop(name, None)
    # A handler in Python would wait for the end of a long call into C, such as a slow regular expression.
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for name in preload:
        with contextlib.suppress(ImportError):
            __import__(name)


def _end_with_parent() -> None:
    """End when the bot was killed; an endless piece of work would never notice."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _nothing() -> None:
    return None


def _perform(work: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> _Returned[T] | _Raised:
    """Do the work; what it raises is handed over as a value, apart from what the pool itself raises."""
    try:
        return _Returned(work(*args, **kwargs))
    except BaseException as error:
        if isinstance(error, Exception) and _travels(error):
            return _Raised(error, traceback.format_exc())
        return _Raised(RuntimeError(f"{type(error).__name__} in a worker"), traceback.format_exc())


def _travels(error: Exception) -> bool:
    """Tell whether an exception survives pickling; one that does not would bring down the pool that receives it."""
    try:
        return type(pickle.loads(pickle.dumps(error))) is type(error)  # noqa: S301 - made a line above
    except Exception:
        return False
