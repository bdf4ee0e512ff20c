"""The bot put together as `footnote run` puts it together, in this process: books in memory, no model, no database."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.adapters.languages import LangidLanguages
from bot.chat.application import App, build_application
from bot.chat.commands import Commands
from bot.chat.gate import Gate
from bot.chat.reception import Reception
from bot.chat.service import Service
from bot.core.knowledge import Knowledge
from bot.core.updates import ReceivedUpdate
from bot.core.usage import Prices
from bot.flows.answer import Answering, abandon, answer
from bot.flows.brief import Means, at_once
from bot.flows.dispatch import Dispatch
from bot.flows.gather import GatherLimits
from bot.parts import texts_in
from bot.ports import Loader, Messenger
from tests.doubles.memory import Books, UpdateBooks

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
OFFERED = "code-from-the-terminal"


class KeptUpdates(UpdateBooks):
    """The `Updates` port in memory, which knows what it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.received: list[int] = []

    async def receive(self, updates: Sequence[ReceivedUpdate], *, now: datetime) -> tuple[int, ...]:
        new = await super().receive(updates, now=now)
        self.received += new
        return new


class InProcess:
    """All parts of a bot between what comes in and what goes out; `day` is today, wherever that is asked for."""

    def __init__(
        self,
        messenger: Messenger,
        *,
        loader: Loader,
        books: Books | None = None,
        allowed: frozenset[int] = frozenset(),
        quiet: float = 0.0,
        daily_tokens: int | None = None,
        prices: Prices | None = None,
    ) -> None:
        self.books, self.updates, self.day = books or Books(), KeptUpdates(), NOW.date()
        kept: Any = self.books  # one object stands for several ports, whose methods have the same names
        self.gate = Gate(kept, allowed=allowed, code=lambda: OFFERED)
        self.dispatch = Dispatch(messenger=messenger, outgoing=kept, chats=kept, now=lambda: NOW)
        self._answering = Answering(
            means=_means(loader, today=self._today),
            dispatch=self.dispatch,
            requests=kept,
            history=kept,
            library=kept,
            notices=kept,
            doors=kept,
            texts=texts_in,
            words=lambda brief: texts_in(brief.language),
            now=lambda: NOW,
            turns=asyncio.Semaphore(4),
        )
        service = Service(
            gate=self.gate,
            dispatch=self.dispatch,
            requests=kept,
            history=kept,
            shelf=kept,
            reports=kept,
            report_key=b"a key of this test",
            updates=self.updates,
            notices=kept,
            accounts=kept,
            chats=kept,
            texts=texts_in,
            now=lambda: NOW,
            today=self._today,
            daily_tokens=daily_tokens,
            prices=prices or Prices(),
        )
        self.reception = Reception(
            service,
            answer=lambda request: answer(request, with_=self._answering),
            abandon=lambda request: abandon(request, with_=self._answering),
            quiet=quiet,
        )
        self.commands = Commands(service, self.reception)

    @asynccontextmanager
    async def application(self, bot: ExtBot[Any]) -> AsyncIterator[App]:
        """The running application; everything is closed at the end."""
        application: App = build_application(bot, commands=self.commands, reception=self.reception)
        await application.initialize()
        await application.start()
        try:
            yield application
        finally:
            await application.stop()
            await self.reception.aclose()

    def open_ends(self) -> set[int]:
        """Updates that were received and neither finished nor made part of a request."""
        return set(self.updates.received) - set(self.updates.finished) - set(self.books.done_updates)

    def _today(self) -> date:
        return self.day


def _means(loader: Loader, *, today: Callable[[], date]) -> Means:
    return Means(
        loader=loader,
        languages=LangidLanguages(),
        writer=None,
        knowledge=Knowledge(),
        limits=GatherLimits(),
        input_budget=20_000,
        repair_rounds=2,
        today=today,
        compute=at_once,
    )


# ---------------------------------------------------------------- updates, for handlers that are called one by one

_NUMBERS = itertools.count(1)
OWNER, GUEST, STRANGER, GROUP, BOT = 1, 5, 6, -100, 99


class Phone:
    """What a handler may ask of the library's bot; `fault` is raised by each call after it was noted."""

    id = BOT

    def __init__(self) -> None:
        self.menus: list[tuple[int, tuple[str, ...]]] = []
        self.answered: list[str] = []
        self.fault: TelegramError | None = None

    async def set_my_commands(self, commands: Sequence[Any], *, scope: Any, **_: Any) -> bool:
        self.menus.append((scope.chat_id, tuple(command.command for command in commands)))
        return self._done()

    async def answer_callback_query(self, callback_query_id: str, **_: Any) -> bool:
        self.answered.append(callback_query_id)
        return self._done()

    def _done(self) -> bool:
        if self.fault:
            raise self.fault
        return True


def update(phone: Phone | None = None, /, **content: Any) -> Update:
    """Return an update as the library makes it of its JSON."""
    bot: Any = phone or Phone()
    made = Update.de_json({"update_id": next(_NUMBERS), **content}, bot)
    assert made is not None
    return made


def message(
    text: str = "", *, by: int = GUEST, chat: int | None = None, number: int = 7, language: str = "en", **more: Any
) -> dict[str, Any]:
    """Return a message of the Bot API, in the private chat of its sender where no other is named."""
    where = by if chat is None else chat
    made = {"message_id": number, "date": int(NOW.timestamp()), "chat": _chat(where), "from": person(by, language)}
    return made | ({"text": text} if text else {}) | more


def person(number: int, language: str = "en") -> dict[str, Any]:
    """Return a user of the Bot API."""
    return {"id": number, "is_bot": False, "first_name": "A", "language_code": language}


def _chat(number: int) -> dict[str, Any]:
    if number < 0:
        return {"id": number, "type": "supergroup", "title": "Editors"}
    return {"id": number, "type": "private", "first_name": "A"}
