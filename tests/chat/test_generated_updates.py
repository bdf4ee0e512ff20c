"""Whatever comes in, the bot goes on: nothing raises, nothing is left open, and Telegram has nothing to refuse.

Each update takes the whole way: parsed as a poll parses it, kept, handled by the real application, answered through
the real messenger to the strict stand-in for the Bot API. Only the books are in memory, and there is no model.
"""

import asyncio
import json
import logging
from collections.abc import Iterator
from contextlib import AsyncExitStack
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.adapters.bot_api.again import Again
from bot.adapters.bot_api.client import connect, open_bot
from bot.adapters.bot_api.files import BotFiles
from bot.adapters.bot_api.limiter import ChatLimiter
from bot.adapters.bot_api.messenger import BotMessenger
from bot.adapters.bot_api.updates import polled
from bot.chat.application import ALLOWED_UPDATES, App
from bot.core.access import Access
from bot.core.errors import LoadError
from bot.core.models import Article
from bot.core.requests import Item, Link, Upload
from bot.loading import ChatLoader
from bot.parts import receive
from bot.ports import Loader
from bot.settings import read_settings
from tests.chat import update_strategies as generated
from tests.chat.update_strategies import ARTICLE, GROUP, GUEST, KINDS, NOBODY, OWNER, STRANGER, Json
from tests.doubles.bot_api import BotApi, Call, Message, Tap
from tests.doubles.in_process import InProcess
from tests.doubles.memory import Books

CALM = 5
"""Turns of the event loop in which nothing is under way: then everything has been dealt with."""
MANY = settings(
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
)
"""As many examples as the profile says; updates are large."""
EACH = settings(MANY, max_examples=MANY.max_examples // 2)
"""For each of all kinds, of which there are many."""


class TextsOnly:
    """Reads pasted and forwarded text as the bot does; whatever would need a network cannot be read."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    async def load(self, item: Item) -> Article:
        if isinstance(item, Link | Upload):
            raise LoadError("unreachable")
        return await self._loader.load(item)


class Time:
    """Time that passes only by waiting for it."""

    def __init__(self) -> None:
        self.now = 0.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


class Faults(logging.Handler):
    """Everything that anybody writes down as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(self.format(record))


class Running:
    """A bot that is handed one update after the other, and what is wrong after each."""

    def __init__(self, api: BotApi, faults: Faults) -> None:
        self.api = api
        self._faults = faults
        self._stack = AsyncExitStack()
        self._last_id = 0

    async def open(self) -> None:
        time = Time()
        again = Again(clock=time.clock, sleep=time.sleep)
        limiter = ChatLimiter(clock=time.clock, sleep=time.sleep)
        self._bot = open_bot(token=self.api.token, api=self.api.base_url, limiter=limiter)
        self._stack.push_async_callback(self._bot.shutdown)
        await connect(self._bot)
        loader = ChatLoader(read_settings(), self._stack, files=BotFiles(self._bot))
        self.books = Books(owner=OWNER)
        self.parts = InProcess(BotMessenger(self._bot, again=again), loader=TextsOnly(loader), books=self.books)
        self._application: App = await self._stack.enter_async_context(self.parts.application(self._bot))
        self._resting = asyncio.all_tasks()

    async def close(self) -> None:
        await self._stack.aclose()

    async def take(self, contents: Json) -> list[Call]:
        """Take in one update; return the calls it led to."""
        await self._begin_anew()
        self._last_id += 1
        raw = json.loads(json.dumps({"update_id": self._last_id, **contents}))
        self._let_it_be_so(contents)
        first = len(self.api.world.calls)
        await receive(self._application, self.parts.updates, [polled(raw, bot=self._bot)])  # type: ignore[arg-type]
        await self._calm()
        self._excuse_unknown_chats()
        return self.api.calls[first:]

    def complaints(self) -> list[str]:
        """Return what went wrong since this was asked last."""
        told, self._faults.told = self._faults.told, []
        told += [f"update {number} was left open" for number in self.parts.open_ends()]
        told += [f"request {name} was left open" for name in self.books.open_requests]
        return told + [str(call) for call in self.api.refusals if not call.provoked]

    async def _begin_anew(self) -> None:
        """What an update meets must not depend on the ones before it."""
        books = self.books
        for kept in (books.rows, books.attempts, books.open_requests, books.ends, books.kept, books.states):
            kept.clear()
        books.asked.clear()
        for seen in (books.noticed, books.done_updates, self.parts.updates.received, self.parts.updates.finished):
            seen.clear()
        self.api.refusals.clear()
        books.rules = Access(owner_id=OWNER, listed=frozenset({GUEST, NOBODY}))
        await self.parts.gate.set_open(False)
        for chat in self.api.world.chats.values():
            chat.log.clear()

    def _let_it_be_so(self, contents: Json) -> None:
        """What an update speaks of is there: its message stands in its chat, and its button was tapped."""
        for kind, told in contents.items():
            if kind == "callback_query" and isinstance(told, dict):
                # A tap has a message, whether the bot is shown it or not.
                tapped = self._let_it_stand(told.get("message"), by_bot=True) or self._written(GUEST, 0, by_bot=True)
                number = told.get("id")
                if isinstance(number, str):
                    self.api.world.taps[number] = Tap(id=number, message=tapped, data="")
            else:
                self._let_it_stand(told, by_bot=False)

    def _let_it_stand(self, told: Any, *, by_bot: bool) -> Message | None:
        chat = told.get("chat") if isinstance(told, dict) else None
        chat_id = chat.get("id") if isinstance(chat, dict) else None
        if not isinstance(chat_id, int) or chat_id not in self.api.world.chats:
            return None
        return self._written(chat_id, told.get("message_id"), by_bot=by_bot)

    def _written(self, chat_id: int, number: Any, *, by_bot: bool) -> Message:
        world = self.api.world
        sender = "bot" if by_bot else world.people[GUEST]
        message = Message(id=number, chat=world.chats[chat_id], sender=sender, date=world.now(), text="Words")  # type: ignore[arg-type]
        message.chat.log.append(message)
        return message

    async def _calm(self) -> None:
        """Wait until nothing is under way."""
        turns = 0
        async with asyncio.timeout(30):
            while turns < CALM:
                busy = asyncio.all_tasks() - self._resting - {asyncio.current_task()}
                if busy:
                    await asyncio.wait(busy)
                await asyncio.sleep(0)
                turns = 0 if busy else turns + 1

    def _excuse_unknown_chats(self) -> None:
        """That a chat is not there is nothing that a bot could know."""
        for call in self.api.refusals:
            if _number(call.params.get("chat_id")) not in self.api.world.chats:
                call.provoked = True


def _number(given: object) -> int | None:
    try:
        return int(str(given))
    except ValueError:
        return None


class Bench:
    """The running bot for tests that are not asynchronous: hypothesis wants those."""

    def __init__(self, runner: asyncio.Runner, running: Running) -> None:
        self._runner = runner
        self.running = running

    def take(self, contents: Json) -> list[Call]:
        return self._runner.run(self.running.take(contents))


@pytest.fixture(scope="module")
def bench() -> Iterator[Bench]:
    faults = Faults()
    logging.getLogger().addHandler(faults)
    with BotApi(flood_limits=False) as api, asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        people = [api.user(name) for name in ("The owner", "A guest", "A stranger")]
        group = api.group("Editors", members=people, announce=False)
        assert ([person.id for person in people], group.id) == ([OWNER, GUEST, STRANGER], GROUP)
        running = Running(api, faults)
        runner.run(running.open())
        yield Bench(runner, running)
        runner.run(running.close())
        api.refusals.clear()  # each was a matter for the test that saw it
    logging.getLogger().removeHandler(faults)


# ---------------------------------------------------------------- what is tested is the bot, and the test can fail


def text(words: str, **more: Any) -> Json:
    person = {"id": GUEST, "is_bot": False, "first_name": "A"}
    chat = {"id": GUEST, "type": "private", "first_name": "A"}
    return {"message": {"message_id": 7, "date": 1_780_000_000, "from": person, "chat": chat, "text": words, **more}}


def test_an_article_is_summarised_here_too(bench: Bench) -> None:
    said = [str(call.params["text"]) for call in bench.take(text(ARTICLE)) if "text" in call.params]
    assert len(said) == 2
    assert "harbour" in said[-1]
    assert bench.running.complaints() == []


def test_a_call_that_telegram_refuses_would_be_seen(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chat.reception.SEEN", "👀👀")
    bench.take(text(ARTICLE))
    [complaint] = bench.running.complaints()
    assert "setMessageReaction" in complaint
    bench.running.api.refusals.clear()


def test_a_handler_that_fails_would_be_seen(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.chat.reception.incoming_of", lambda message: 1 / 0)
    bench.take(text(ARTICLE))
    [complaint] = bench.running.complaints()
    assert "ZeroDivisionError" in complaint


# ---------------------------------------------------------------- whatever comes


@pytest.mark.parametrize("kind", KINDS)
@EACH
@given(data=st.data())
def test_an_update_of_any_kind_is_dealt_with(bench: Bench, kind: str, data: st.DataObject) -> None:
    calls = bench.take({kind: data.draw(generated.contents(kind))})
    assert bench.running.complaints() == []
    assert kind in ALLOWED_UPDATES or calls == [], "what was not asked for is not answered"


@pytest.mark.parametrize("kind", ALLOWED_UPDATES)
@MANY
@given(data=st.data())
def test_what_people_do_is_dealt_with(bench: Bench, kind: str, data: st.DataObject) -> None:
    bench.take({kind: data.draw(generated.doings(kind))})
    assert bench.running.complaints() == []


@pytest.mark.parametrize("kind", ["message", "edited_message"])
@MANY
@given(data=st.data())
def test_in_groups_only_commands_are_answered(bench: Bench, kind: str, data: st.DataObject) -> None:
    message = data.draw(generated.messages()) | {"chat": {"id": GROUP, "type": "supergroup", "title": "Editors"}}
    calls = bench.take({kind: message})
    assert bench.running.complaints() == []
    assert calls == [] or (kind == "message" and str(message.get("text")).startswith("/"))


@MANY
@given(message=generated.messages(people=st.just(NOBODY), groups=False))
def test_a_chat_that_is_gone_harms_nobody(bench: Bench, message: Json) -> None:
    bench.take({"message": message})
    assert bench.running.complaints() == []


@pytest.mark.parametrize("kind", KINDS)
@EACH
@given(data=st.data())
def test_values_of_the_wrong_type_are_dealt_with(bench: Bench, kind: str, data: st.DataObject) -> None:
    whole = generated.contents(kind).map(lambda contents: {kind: contents})
    bench.take(data.draw(generated.broken(whole)))
    assert bench.running.complaints() == []
