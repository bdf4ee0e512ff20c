"""`footnote run`: opens what a bot needs, says when it is ready, works until it is told to stop, closes in reverse."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import secrets
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from typing import Any
from urllib.parse import urlsplit

from bot.adapters.bot_api.client import FootnoteBot, connect, open_bot
from bot.adapters.bot_api.files import BotFiles
from bot.adapters.bot_api.limiter import ChatLimiter
from bot.adapters.bot_api.messenger import BotMessenger
from bot.adapters.bot_api.polling import UpdatePoller
from bot.adapters.bot_api.updates import Polled, polled
from bot.adapters.computing import PRELOADED, ProcessCompute
from bot.adapters.languages import LangidLanguages
from bot.adapters.store import (
    ChatRows,
    Database,
    DoorRows,
    Ledger,
    LibraryRows,
    NoticeRows,
    OutgoingRows,
    RequestRows,
    UpdateRows,
    open_database,
)
from bot.app import ChatLoader, LateWriter, open_texts, read_knowledge
from bot.chat.application import ALLOWED_UPDATES, App, build_application
from bot.chat.commands import Commands
from bot.chat.gate import Gate
from bot.chat.menu import set_menu, set_owners_menu
from bot.chat.reception import Reception
from bot.chat.service import Service
from bot.core.errors import DeliveryError, OverloadError, SettingsError
from bot.core.models import Brief
from bot.core.updates import ReceivedUpdate
from bot.core.usage import Prices
from bot.flows.answer import Answering, abandon, answer
from bot.flows.brief import Means
from bot.flows.dispatch import Dispatch
from bot.flows.gather import GatherLimits
from bot.ports import Texts
from bot.settings import Settings

logger = logging.getLogger(__name__)

PURGE_SECONDS = 3600.0
KNOWN_IDS = timedelta(hours=48)
"""After a week without updates Telegram may count anew (Bot API: Update), and an old offset would drop what comes."""


async def run(settings: Settings, *, tell: Callable[[str], None]) -> None:
    """Run the bot until the process is told to stop; raises `FootnoteError` where it cannot go on.

    `tell` shows a line to whoever started it.
    """
    texts = _texts("en")
    async with open_bot_parts(settings) as parts:
        stop = _stop_at_signals()
        resumed = await parts.take_up()
        polling = asyncio.create_task(parts.poller.run(await parts.updates.next_offset(since=_now() - KNOWN_IDS)))
        for line in await _greeting(parts, settings, texts, resumed=resumed):
            tell(line)
        tasks = [polling, asyncio.create_task(stop.wait()), *map(asyncio.create_task, _chores(parts))]
        try:
            await _first_to_end(tasks)
            tell(texts.say("run-stopping"))
        finally:
            await _cancelled(tasks)


async def _first_to_end(tasks: Sequence[asyncio.Task[Any]]) -> None:
    """Wait until the bot is told to stop, or one of the things it lives on fails; what failed is raised."""
    waiting = set(tasks)
    stopping = tasks[1]
    while not stopping.done():
        done, waiting = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()


# ---------------------------------------------------------------- parts


@dataclass(frozen=True)
class Parts:
    """An opened bot."""

    bot: FootnoteBot
    application: App
    reception: Reception
    gate: Gate
    updates: UpdateRows
    database: Database
    poller: UpdatePoller
    compute: ProcessCompute
    writer: LateWriter | None
    now: Callable[[], datetime]

    async def take_up(self) -> int:
        """Take up what was left undone when the process ended before; return how many requests that is."""
        resumed = await self.reception.resume()
        for received in await self.updates.unfinished():
            update = polled(json.loads(received.payload), bot=self.bot).update
            if update is None:
                await self.updates.finish([received.update_id])
            else:
                await self.application.update_queue.put(update)
        return resumed


@asynccontextmanager
async def open_bot_parts(settings: Settings) -> AsyncIterator[Parts]:
    """Open everything: the database first, so that a second instance ends before it asks Telegram for anything."""
    token = settings.telegram_bot_token
    if token is None:
        raise SettingsError("token_missing")
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(settings.database_url.get_secret_value()))
        outgoing = OutgoingRows(database)
        await outgoing.interrupted(_now())
        bot = open_bot(token=token.get_secret_value(), api=settings.telegram_api, limiter=ChatLimiter())
        await _connect(bot, settings)
        stack.push_async_callback(bot.shutdown)
        compute = ProcessCompute(preload=(*PRELOADED, "bot.cli", "bot.flows.brief"))
        stack.push_async_callback(compute.aclose)
        ledger = Ledger(database, cap=settings.daily_tokens, today=_today, now=_now, model=settings.openai_model or "")
        writer = LateWriter(settings, stack, meter=ledger) if settings.has_model else None
        dispatch = Dispatch(messenger=BotMessenger(bot), outgoing=outgoing, chats=ChatRows(database), now=_now)
        means = _means(settings, stack, bot=bot, writer=writer, compute=compute)
        gate = Gate(DoorRows(database), allowed=settings.allowed_chats, code=partial(secrets.token_urlsafe, 18))
        requests, notices, updates = RequestRows(database), NoticeRows(database), UpdateRows(database)
        answering = Answering(
            means=means,
            dispatch=dispatch,
            requests=requests,
            library=LibraryRows(database),
            notices=notices,
            doors=DoorRows(database),
            texts=_texts,
            words=partial(_words, settings.interface_language),
            now=_now,
            turns=asyncio.Semaphore(settings.parallel_requests),
        )
        service = Service(
            gate=gate,
            dispatch=dispatch,
            requests=requests,
            history=requests,
            updates=updates,
            notices=notices,
            accounts=ledger,
            chats=ChatRows(database),
            texts=_texts,
            now=_now,
            today=_today,
            daily_tokens=settings.daily_tokens if settings.has_model else None,
            prices=Prices(input=settings.price_input, output=settings.price_output, currency=settings.price_currency),
        )
        reception = Reception(
            service,
            answer=lambda request: answer(request, with_=answering),
            abandon=lambda request: abandon(request, with_=answering),
            quiet=settings.burst_seconds,
        )
        application = build_application(bot, commands=Commands(service, reception), reception=reception)
        await application.initialize()
        await application.start()
        stack.push_async_callback(_close, application, reception)
        yield Parts(
            bot=bot,
            application=application,
            reception=reception,
            gate=gate,
            updates=updates,
            database=database,
            poller=UpdatePoller(bot, allowed_updates=ALLOWED_UPDATES, on_batch=partial(_receive, application, updates)),
            compute=compute,
            writer=writer,
            now=_now,
        )


def _means(
    settings: Settings,
    stack: AsyncExitStack,
    *,
    bot: FootnoteBot,
    writer: LateWriter | None,
    compute: ProcessCompute,
) -> Means:
    return Means(
        loader=ChatLoader(settings, stack, files=BotFiles(bot)),
        languages=LangidLanguages(),
        writer=writer,
        knowledge=read_knowledge(),
        limits=GatherLimits(
            articles=settings.max_articles, min_words=settings.min_words, deadline=settings.load_deadline
        ),
        input_budget=settings.model_input_budget,
        repair_rounds=settings.repair_rounds,
        today=_today,
        compute=compute,
    )


async def _connect(bot: FootnoteBot, settings: Settings) -> None:
    try:
        await connect(bot)
    except DeliveryError:
        host = urlsplit(settings.telegram_api).hostname or "?"
        raise SettingsError("telegram_unreachable", host=host) from None


async def _receive(application: App, updates: UpdateRows, batch: Sequence[Polled]) -> None:
    """Keep updates before they are acknowledged, and hand on those that are new."""
    received = [ReceivedUpdate(update_id=one.update_id, chat_id=one.chat_id, payload=one.payload) for one in batch]
    new = set(await updates.receive(received, now=_now()))
    unreadable = [one.update_id for one in batch if one.update is None and one.update_id in new]
    if unreadable:
        await updates.finish(unreadable)
    for one in batch:
        if one.update is not None and one.update_id in new:
            await application.update_queue.put(one.update)


async def _close(application: App, reception: Reception) -> None:
    await application.stop()
    await reception.aclose()


# ---------------------------------------------------------------- what goes on beside


def _chores(parts: Parts) -> tuple[Coroutine[Any, Any, None], ...]:
    return (_set_menus(parts), _purge_by_the_hour(parts), _warm(parts))


async def _warm(parts: Parts) -> None:
    """Load what the first person who writes should not have to wait for, and find wrong settings early."""
    if parts.writer is not None:
        await parts.writer.warm()
    with contextlib.suppress(OverloadError):
        await parts.compute.warm()


async def _set_menus(parts: Parts) -> None:
    await set_menu(parts.bot, _texts)
    owner = (await parts.gate.access()).owner_id
    if owner is not None:
        await set_owners_menu(parts.bot, owner, _texts("en"))


async def _purge_by_the_hour(parts: Parts) -> None:
    while True:
        await parts.database.purge(parts.now())
        await asyncio.sleep(PURGE_SECONDS)


def _stop_at_signals() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows knows no such handlers; Ctrl-C interrupts there
            loop.add_signal_handler(number, stop.set)
    return stop


async def _cancelled(tasks: Sequence[asyncio.Task[Any]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


# ---------------------------------------------------------------- words and time


async def _greeting(parts: Parts, settings: Settings, texts: Texts, *, resumed: int) -> tuple[str, ...]:
    name = parts.bot.username
    model = settings.openai_model if settings.has_model else None
    lines = [
        texts.say("run-ready", name=name),
        texts.say("run-model", model=model) if model else texts.say("run-no-model"),
    ]
    if resumed:
        lines.append(texts.say("run-resumed", count=resumed))
    code = await parts.gate.offer()
    if code is not None:
        lines += [texts.say("run-owner"), f"https://t.me/{name}?start={code}"]
    return tuple(lines)


def _words(wanted: str, brief: Brief) -> Texts:
    """Return the words around a brief: in its own language, unless the operator wants another."""
    return _texts(brief.language if wanted == "auto" else wanted)


@lru_cache(maxsize=32)
def _texts(language: str) -> Texts:
    return open_texts(language)


def _now() -> datetime:
    return datetime.now(UTC)


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
