"""`footnote run`: says when the bot is ready, works until it is told to stop or cannot go on."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
from collections.abc import Callable, Sequence
from typing import Any

from bot.chat.menu import set_menu, set_owners_menu
from bot.core.errors import LoadError, OverloadError, StoreError
from bot.parts import Parts, open_parts, texts_in
from bot.settings import Settings

logger = logging.getLogger(__name__)

TIDY_SECONDS = 3600.0
FIRST_SECONDS = 0.3
INTERRUPTED = 130


async def run(settings: Settings, *, tell: Callable[[str], None]) -> None:
    """Run the bot until the process is told to stop; raises `FootnoteError` where it cannot go on.

    `tell` shows a line to whoever started it.
    """
    stop = asyncio.Event()
    working = asyncio.create_task(_work(settings, tell=tell))
    stopping = asyncio.create_task(_told_to_stop(stop))
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if stop.is_set() and not working.done():
        tell(texts_in("en").say("run-stopping"))
        working.cancel()
    try:
        await working
    except asyncio.CancelledError:
        if not stop.is_set():
            raise


async def _work(settings: Settings, *, tell: Callable[[str], None]) -> None:
    async with open_parts(settings) as parts:
        resumed = await parts.take_up()
        tasks = [asyncio.create_task(parts.poll())]
        for line in await _greeting(parts, settings, resumed=resumed):
            tell(line)
        tasks.append(asyncio.create_task(_chores(parts)))
        try:
            await _until_one_fails(tasks)
        finally:
            await _cancelled(tasks)


async def _told_to_stop(stop: asyncio.Event) -> None:
    """Wait for a signal to stop; another one ends the process at once, as whoever sends it means it."""
    loop = asyncio.get_running_loop()

    def heed() -> None:
        if stop.is_set():
            os._exit(INTERRUPTED)
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows knows no such handlers; Ctrl-C interrupts there
            loop.add_signal_handler(number, heed)
    await stop.wait()


async def _until_one_fails(tasks: Sequence[asyncio.Task[Any]]) -> None:
    """Wait until one of the things the bot lives on fails; what failed is raised."""
    waiting = set(tasks)
    while waiting:
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()


async def _greeting(parts: Parts, settings: Settings, *, resumed: int) -> tuple[str, ...]:
    say, name = texts_in("en").say, parts.bot.username
    model = settings.openai_model if settings.has_model else None
    lines = [say("run-ready", name=name), say("run-model", model=model) if model else say("run-no-model")]
    if resumed:
        lines.append(say("run-resumed", count=resumed))
    code = await parts.gate.offer()
    if code is not None:
        lines += [say("run-owner"), f"https://t.me/{name}?start={code}"]
    return tuple(lines)


# ---------------------------------------------------------------- what goes on beside


async def _chores(parts: Parts) -> None:
    """What was sent while nobody listened comes first."""
    await asyncio.sleep(FIRST_SECONDS)
    await asyncio.gather(_set_menus(parts), _tidy_by_the_hour(parts), _warm(parts))


async def _warm(parts: Parts) -> None:
    """Load what the first person who writes should not have to wait for, and find wrong settings early."""
    if parts.models is not None:
        await parts.models.warm()
    with contextlib.suppress(OverloadError):
        await parts.computing.warm()
    with contextlib.suppress(LoadError):
        await parts.loader.warm()


async def _set_menus(parts: Parts) -> None:
    await set_menu(parts.bot, texts_in)
    owner = (await parts.gate.access()).owner_id
    if owner is not None:
        await set_owners_menu(parts.bot, owner, texts_in)


async def _tidy_by_the_hour(parts: Parts) -> None:
    """Forget what is old, and take up again what could not be delivered."""
    while True:
        try:
            await parts.purge()
            await parts.reception.resume()
        except StoreError as error:
            logger.warning("the store could not be tidied: %s", error)
        await asyncio.sleep(TIDY_SECONDS)


async def _cancelled(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
