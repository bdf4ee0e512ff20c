"""The parts of a running bot, opened in the order in which they need each other and closed in reverse."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
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
    PageRows,
    ReportRows,
    RequestRows,
    UpdateRows,
    open_database,
)
from bot.app import LateModels, open_texts, read_knowledge
from bot.chat.application import ALLOWED_UPDATES, App, build_application
from bot.chat.commands import Commands
from bot.chat.gate import Gate
from bot.chat.reception import Reception
from bot.chat.service import Service
from bot.core.errors import DeliveryError, SettingsError
from bot.core.models import Brief
from bot.core.reports import report_key
from bot.core.updates import ReceivedUpdate
from bot.core.usage import Prices
from bot.flows.answer import Answering, abandon, answer
from bot.flows.brief import Means
from bot.flows.dispatch import Dispatch
from bot.flows.gather import GatherLimits
from bot.loading import ChatLoader, check_proxy
from bot.ports import Texts
from bot.settings import Settings

logger = logging.getLogger(__name__)

MODULES = (*PRELOADED, "bot.cli", "bot.flows.brief")
SHORT_SECONDS, LONG_SECONDS = 10.0, 25.0
"""How long a piece of work may take: cleaning one article, and comparing ten."""
CLOSE_SECONDS = 6.0
KNOWN_IDS = timedelta(hours=48)
"""After a week without updates Telegram may count anew (Bot API: Update), and an old offset would drop what comes."""


@dataclass(frozen=True)
class _Lanes:
    """Processes for what takes milliseconds, and others for what may take long: the short work does not queue."""

    short: ProcessCompute
    long: ProcessCompute

    async def warm(self) -> None:
        """Start the processes; raises `OverloadError` where that fails."""
        await self.short.warm()
        await self.long.warm()

    async def aclose(self) -> None:
        """End the processes, whatever they are doing."""
        await self.short.aclose()
        await self.long.aclose()


@dataclass(frozen=True)
class Parts:
    """An opened bot."""

    bot: FootnoteBot
    application: App
    reception: Reception
    gate: Gate
    database: Database
    updates: UpdateRows
    poller: UpdatePoller
    computing: _Lanes
    loader: ChatLoader
    models: LateModels | None

    async def take_up(self) -> int:
        """Take up what was left undone when the process ended before; return how many requests that is."""
        resumed = await self.reception.resume()
        for received in await self.updates.unfinished():
            update = polled(json.loads(received.payload), bot=self.bot).update if received.payload else None
            if update is None:
                await self.updates.finish([received.update_id])
            else:
                await self.application.update_queue.put(update)
        return resumed

    async def poll(self) -> None:
        """Fetch updates until this is cancelled; raises `SettingsError` where Telegram does not want us."""
        await self.poller.run(await self.updates.next_offset(since=now() - KNOWN_IDS))

    async def purge(self) -> None:
        """Forget what has been kept for long enough."""
        await self.database.purge(now())


@asynccontextmanager
async def open_parts(settings: Settings) -> AsyncIterator[Parts]:
    """Open everything: the database first, so that a second instance ends before it asks Telegram for anything.

    Raises `FootnoteError` where something cannot be opened.
    """
    if settings.telegram_bot_token is None:
        raise SettingsError("token_missing")
    await check_proxy(settings)
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(settings.database_url.get_secret_value()))
        await OutgoingRows(database).interrupted(now())
        # Opened late and closed after the requests that use them.
        late = await stack.enter_async_context(AsyncExitStack())
        limiter = ChatLimiter()
        bot = await _open_bot(settings, stack, limiter=limiter)
        computing = _Lanes(
            short=ProcessCompute(workers=1, deadline=SHORT_SECONDS, preload=MODULES),
            long=ProcessCompute(workers=2, deadline=LONG_SECONDS, preload=MODULES),
        )
        stack.push_async_callback(computing.aclose)
        meter = partial(_ledger, database, settings.daily_tokens)
        ledger = meter(settings.openai_model or "")
        models = LateModels(settings, late, meter=meter) if settings.has_model else None
        gate = Gate(DoorRows(database), allowed=settings.allowed_chats, code=partial(secrets.token_urlsafe, 18))
        service = _service(settings, database, bot=bot, gate=gate, ledger=ledger)
        loader = ChatLoader(settings, late, files=BotFiles(bot), pages=PageRows(database))
        means = _means(settings, loader=loader, models=models, computing=computing)
        answering = _answering(settings, database, service=service, means=means)
        reception = Reception(
            service,
            answer=partial(answer, with_=answering),
            abandon=partial(abandon, with_=answering),
            quiet=settings.burst_seconds,
        )
        application = build_application(bot, commands=Commands(service, reception), reception=reception)
        await application.initialize()
        await application.start()
        stack.push_async_callback(_close, application, reception, limiter)
        updates = UpdateRows(database)
        yield Parts(
            bot=bot,
            application=application,
            reception=reception,
            gate=gate,
            database=database,
            updates=updates,
            poller=UpdatePoller(bot, allowed_updates=ALLOWED_UPDATES, on_batch=partial(receive, application, updates)),
            computing=computing,
            loader=loader,
            models=models,
        )


async def _open_bot(settings: Settings, stack: AsyncExitStack, *, limiter: ChatLimiter) -> FootnoteBot:
    assert settings.telegram_bot_token  # noqa: S101 - asked for before anything is opened
    token = settings.telegram_bot_token.get_secret_value()
    bot = open_bot(token=token, api=settings.telegram_api, limiter=limiter)
    try:
        await connect(bot)
    except DeliveryError:
        host = urlsplit(settings.telegram_api).hostname or "?"
        raise SettingsError("telegram_unreachable", host=host) from None
    stack.push_async_callback(bot.shutdown)
    return bot


def _ledger(database: Database, cap: int, model: str) -> Ledger:
    """The cap is for all models together: each book counts what the others have spent."""
    return Ledger(database, cap=cap, today=today, now=now, model=model)


def _service(settings: Settings, database: Database, *, bot: FootnoteBot, gate: Gate, ledger: Ledger) -> Service:
    requests, chats = RequestRows(database), ChatRows(database)
    return Service(
        gate=gate,
        dispatch=Dispatch(messenger=BotMessenger(bot), outgoing=OutgoingRows(database), chats=chats, now=now),
        requests=requests,
        history=requests,
        shelf=LibraryRows(database),
        reports=ReportRows(database),
        report_key=report_key(settings.telegram_bot_token.get_secret_value() if settings.telegram_bot_token else ""),
        updates=UpdateRows(database),
        notices=NoticeRows(database),
        accounts=ledger,
        chats=chats,
        texts=texts_in,
        now=now,
        today=today,
        daily_tokens=settings.daily_tokens if settings.has_model else None,
        prices=Prices(input=settings.price_input, output=settings.price_output, currency=settings.price_currency),
    )


def _answering(settings: Settings, database: Database, *, service: Service, means: Means) -> Answering:
    return Answering(
        means=means,
        dispatch=service.dispatch,
        requests=service.requests,
        history=service.history,
        library=LibraryRows(database),
        notices=service.notices,
        doors=DoorRows(database),
        texts=texts_in,
        words=partial(_words, settings.interface_language),
        now=now,
        turns=asyncio.Semaphore(settings.parallel_requests),
    )


def _means(settings: Settings, *, loader: ChatLoader, models: LateModels | None, computing: _Lanes) -> Means:
    return Means(
        loader=loader,
        languages=LangidLanguages(),
        writer=models,
        judge=models if settings.judging_model else None,
        knowledge=read_knowledge(),
        limits=GatherLimits(
            articles=settings.max_articles, min_words=settings.min_words, deadline=settings.load_deadline
        ),
        input_budget=settings.model_input_budget,
        repair_rounds=settings.repair_rounds,
        today=today,
        compute=computing.long,
        prepare=computing.short,
        feeds=loader,
    )


async def receive(application: App, updates: UpdateRows, batch: Sequence[Polled]) -> None:
    """Keep updates before they are acknowledged, and hand on those that are new."""
    received = [ReceivedUpdate(update_id=one.update_id, chat_id=one.chat_id, payload=one.payload) for one in batch]
    new = set(await updates.receive(received, now=now()))
    unreadable = [one.update_id for one in batch if one.update is None and one.update_id in new]
    if unreadable:
        await updates.finish(unreadable)
    for one in batch:
        if one.update is not None and one.update_id in new:
            await application.update_queue.put(one.update)


async def _close(application: App, reception: Reception, limiter: ChatLimiter) -> None:
    """End all work within seconds: what could not be ended is cut off with the process, and taken up again."""
    limiter.close()
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await reception.aclose()
            await application.stop()
    except TimeoutError:
        logger.warning("not everything could be ended in time; it is taken up at the next start")


# ---------------------------------------------------------------- words and time


def _words(wanted: str, brief: Brief) -> Texts:
    """Return the words around a brief: in its own language, unless the operator wants another."""
    return texts_in(brief.language if wanted == "auto" else wanted)


@lru_cache(maxsize=32)
def texts_in(language: str) -> Texts:
    """Return the interface's sentences in a language; reading them takes a while, so they are kept."""
    return open_texts(language)


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)


def today() -> date:
    """Return the day as this machine counts days."""
    return datetime.now(UTC).astimezone().date()
