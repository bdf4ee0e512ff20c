"""Updates are kept before they are acknowledged, and nothing that Telegram does ends the polling by accident."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, ClassVar

import pytest
from telegram import Bot
from telegram.error import NetworkError

from bot.adapters.bot_api.client import FootnoteBot, connect, open_bot
from bot.adapters.bot_api.polling import UpdatePoller
from bot.adapters.bot_api.updates import Polled, is_update, polled
from bot.core.errors import SettingsError
from tests.doubles.bot_api import BotApi, Person

KINDS = ("message", "callback_query")


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi() as opened:
        yield opened


@pytest.fixture
def alice(api: BotApi) -> Person:
    return api.user("Alice")


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[FootnoteBot]:
    made = open_bot(token=api.token, api=api.base_url, limiter=None, answer_seconds=5)
    await connect(made)
    yield made
    await made.shutdown()


@dataclass
class Inbox:
    """Keeps what is handed over, and says when."""

    kept: list[Polled] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def keep(self, batch: Sequence[Polled]) -> None:
        self.kept += batch
        self.changed.set()

    async def holds(self, count: int) -> list[Polled]:
        async with asyncio.timeout(10):
            while len(self.kept) < count:
                self.changed.clear()
                await self.changed.wait()
        assert len(self.kept) == count
        return self.kept

    @property
    def texts(self) -> list[str | None]:
        return [each.update.effective_message.text for each in self.kept if each.update]  # type: ignore[union-attr]


@dataclass
class Pauses:
    """Time that passes only by waiting for it, `speed` times as fast."""

    speed: float = 1
    taken: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.speed * sum(self.taken)

    async def sleep(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0)


def poller(
    bot: FootnoteBot, on_batch: Callable[[Sequence[Polled]], Awaitable[None]], pauses: Pauses | None = None
) -> UpdatePoller:
    pauses = pauses or Pauses()
    return UpdatePoller(bot, allowed_updates=KINDS, on_batch=on_batch, clock=pauses.clock, sleep=pauses.sleep)


@asynccontextmanager
async def polling(bot: FootnoteBot, pauses: Pauses | None = None) -> AsyncIterator[Inbox]:
    inbox = Inbox()
    run = asyncio.create_task(poller(bot, inbox.keep, pauses).run())
    try:
        yield inbox
    finally:
        run.cancel()
        with suppress(asyncio.CancelledError):
            await run


def offsets(api: BotApi) -> list[int | None]:
    return [call.params.get("offset") for call in api.calls_of("getUpdates")]


# ---------------------------------------------------------------- what is handed over


async def test_an_update_is_handed_over_with_its_chat_its_json_and_its_meaning(bot: FootnoteBot, alice: Person) -> None:
    async with polling(bot) as inbox:
        alice.says("https://example.org/council")
        (update,) = await inbox.holds(1)
    assert update.chat_id == alice.id
    payload = json.loads(update.payload)
    assert payload["update_id"] == update.update_id
    assert payload["message"]["text"] == "https://example.org/council"
    assert update.update is not None
    assert update.update.message is not None
    assert update.update.message.text == "https://example.org/council"
    assert update.update.message.get_bot() is bot


async def test_updates_come_in_their_order_and_are_asked_for_by_kind(
    api: BotApi, bot: FootnoteBot, alice: Person
) -> None:
    for n in range(5):
        alice.says(f"message {n}")
    async with polling(bot) as inbox:
        await inbox.holds(5)
        alice.says("message 5")
        await inbox.holds(6)
    assert inbox.texts == [f"message {n}" for n in range(6)]
    assert api.calls_of("getUpdates")[0].params["allowed_updates"] == list(KINDS)


async def test_an_update_is_acknowledged_only_once_it_is_kept(api: BotApi, bot: FootnoteBot, alice: Person) -> None:
    alice.says("keep me")

    async def full(batch: Sequence[Polled]) -> None:
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        await poller(bot, full).run()
    assert offsets(api) == [None]
    async with polling(bot) as inbox:
        (update,) = await inbox.holds(1)
        alice.says("and me")
        await inbox.holds(2)
    assert inbox.texts == ["keep me", "and me"]
    assert offsets(api)[:3] == [None, None, update.update_id + 1]


async def test_nothing_is_asked_for_while_a_batch_is_being_kept(api: BotApi, bot: FootnoteBot, alice: Person) -> None:
    asked: list[int] = []
    kept = asyncio.Event()

    async def slow(batch: Sequence[Polled]) -> None:
        await asyncio.sleep(0.1)
        asked.append(len(offsets(api)))
        kept.set()

    alice.says("keep me")
    run = asyncio.create_task(poller(bot, slow).run())
    await kept.wait()
    run.cancel()
    assert asked == [1]


async def test_polling_can_begin_at_a_given_update(api: BotApi, bot: FootnoteBot, alice: Person) -> None:
    alice.says("old")
    async with polling(bot) as inbox:
        (old,) = await inbox.holds(1)
    alice.says("new")
    later = Inbox()
    run = asyncio.create_task(poller(bot, later.keep).run(old.update_id + 1))
    await later.holds(1)
    run.cancel()
    assert later.texts == ["new"]


async def test_an_update_that_cannot_be_read_is_handed_over_as_it_is_and_does_not_come_again(
    api: BotApi, bot: FootnoteBot, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    broken = api.push({"message": {"chat": {"id": 5, "type": "private"}, "text": "a secret of the mayor"}})
    unknown = api.push({"telepathy": {"thought": "a secret of the mayor"}})
    async with polling(bot) as inbox:
        alice.says("readable")
        first, second, third = await inbox.holds(3)
        alice.says("more")
        await inbox.holds(4)
    assert (first.update_id, first.chat_id, first.update) == (broken, 5, None)
    assert json.loads(first.payload)["message"]["text"] == "a secret of the mayor"
    assert (second.update_id, second.chat_id) == (unknown, None)
    assert third.update is not None
    said = "".join(record.getMessage() for record in caplog.records)
    assert str(broken) in said
    assert "message" in said
    assert "secret" not in said


@pytest.mark.parametrize(
    ("update", "chat"),
    [
        ({"message": {"chat": {"id": -100}}}, -100),
        ({"edited_message": {"chat": {"id": 7}}}, 7),
        ({"callback_query": {"from": {"id": 8}, "message": {"chat": {"id": 7}}}}, 7),
        ({"my_chat_member": {"chat": {"id": -100}, "from": {"id": 8}}}, -100),
        ({"message_reaction": {"chat": {"id": 7}}}, 7),
        ({"inline_query": {"from": {"id": 8}}}, None),
        ({"guest_message": {"chat": {"id": 7}}}, None),
        ({"callback_query": {"message": None}}, None),
        ({"message": {"chat": {"id": "seven"}}}, None),
        ({"message": {"chat": 7}}, None),
        ({"message": 7}, None),
        ({}, None),
    ],
)
def test_the_chat_of_an_update_is_found_whatever_its_kind(update: dict[str, Any], chat: int | None) -> None:
    nobody = open_bot(token=":".join(["1234567", "none"]), api="http://127.0.0.1:9", limiter=None)
    assert polled({"update_id": 1, **update}, bot=nobody).chat_id == chat


# ---------------------------------------------------------------- when things go wrong


async def test_trouble_is_waited_out_with_growing_pauses_and_told_once(
    api: BotApi, bot: FootnoteBot, alice: Person, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    pauses = Pauses()
    for fault in ("502_html", "reset", "500", "bad_json", "404", "502_html", "502_html", "502_html"):
        api.fail_next("getUpdates", fault)
    alice.says("still there")
    async with polling(bot, pauses) as inbox:
        await inbox.holds(1)
    assert pauses.taken == [1, 2, 4, 8, 16, 30, 30, 30]
    own = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert len(own) == 2
    assert "unknown" in own[0]


async def test_an_outage_may_last_for_days() -> None:
    class Telegram:
        calls = 0

        async def delete_webhook(self, **_: object) -> bool:
            return True

        async def get_raw_updates(self, **_: object) -> object:
            self.calls += 1
            if self.calls <= 2000:
                raise NetworkError("Bad Gateway (502)")
            raise EOFError

    pauses = Pauses()
    with pytest.raises(EOFError):
        await poller(Telegram(), Inbox().keep, pauses).run()  # type: ignore[arg-type]
    assert pauses.taken == [1, 2, 4, 8, 16] + [30] * 1995


async def test_after_an_outage_the_pauses_are_short_again(api: BotApi, bot: FootnoteBot, alice: Person) -> None:
    pauses = Pauses()
    api.fail_next("getUpdates", "502_html", times=3)
    async with polling(bot, pauses) as inbox:
        alice.says("one")
        await inbox.holds(1)
        api.fail_next("getUpdates", "502_html")
        alice.says("two")
        await inbox.holds(2)
        alice.says("three")
        await inbox.holds(3)
    assert pauses.taken == [1, 2, 4, 1]


async def test_telegram_is_left_alone_for_as_long_as_it_asks(api: BotApi, bot: FootnoteBot, alice: Person) -> None:
    pauses = Pauses()
    api.fail_next("getUpdates", "429", retry_after=17)
    alice.says("still there")
    async with polling(bot, pauses) as inbox:
        await inbox.holds(1)
    assert pauses.taken == [17]


async def test_a_webhook_that_was_set_is_taken_away_and_what_waits_is_kept(
    api: BotApi, bot: FootnoteBot, alice: Person
) -> None:
    await bot.set_webhook("https://example.org/hook")
    alice.says("before")
    async with polling(bot) as inbox:
        await inbox.holds(1)
    (call,) = api.calls_of("deleteWebhook")
    assert call.params.get("drop_pending_updates", False) is False
    assert inbox.texts == ["before"]


async def test_a_network_that_is_down_at_the_start_is_waited_for(api: BotApi, bot: FootnoteBot, alice: Person) -> None:
    api.fail_next("deleteWebhook", "reset", times=2)
    alice.says("still there")
    pauses = Pauses()
    async with polling(bot, pauses) as inbox:
        await inbox.holds(1)
    assert pauses.taken == [1, 2]


async def test_a_conflict_that_passes_is_no_reason_to_stop(api: BotApi, bot: FootnoteBot, alice: Person) -> None:
    api.fail_next("getUpdates", "409", times=2)
    alice.says("still there")
    pauses = Pauses()
    async with polling(bot, pauses) as inbox:
        await inbox.holds(1)
    assert pauses.taken == [10, 10]


@pytest.mark.parametrize(("conflicts", "speed"), [(2, 100), (9, 0.1)])
async def test_neither_few_conflicts_nor_quick_ones_end_the_run(
    api: BotApi, bot: FootnoteBot, alice: Person, conflicts: int, speed: float
) -> None:
    api.fail_next("getUpdates", "409", times=conflicts)
    alice.says("still there")
    pauses = Pauses(speed)
    async with polling(bot, pauses) as inbox:
        await inbox.holds(1)
    assert pauses.taken == [10] * conflicts


@pytest.mark.parametrize("nonsense", [[{"message": {}}], ["update"], {"update_id": 1}, True])
async def test_an_answer_without_updates_in_it_is_trouble_like_any_other(nonsense: object) -> None:
    class Telegram:
        answers: ClassVar[list[object]] = [nonsense, nonsense]

        async def delete_webhook(self, **_: object) -> bool:
            return True

        async def get_raw_updates(self, **_: object) -> object:
            if self.answers:
                return self.answers.pop()
            raise EOFError

    pauses = Pauses()
    with pytest.raises(EOFError):
        await poller(Telegram(), Inbox().keep, pauses).run()  # type: ignore[arg-type]
    assert pauses.taken == [1, 2]


async def test_another_instance_with_the_same_token_ends_the_run(api: BotApi, bot: FootnoteBot) -> None:
    api.kick_polling()
    pauses = Pauses()
    with pytest.raises(SettingsError) as raised:
        await poller(bot, Inbox().keep, pauses).run()
    assert raised.value.code == "token_in_use"
    assert len(api.calls_of("getUpdates")) >= 3
    assert sum(pauses.taken) >= 20


async def test_a_token_that_was_revoked_ends_the_run(api: BotApi, bot: FootnoteBot) -> None:
    api.fail_next("getUpdates", "401")
    with pytest.raises(SettingsError) as raised:
        await poller(bot, Inbox().keep).run()
    assert raised.value.code == "token_rejected"
    assert api.token not in str(raised.value)


@pytest.mark.parametrize("waits", [True, False])
async def test_cancelling_ends_the_run_whatever_it_waits_for(api: BotApi, bot: FootnoteBot, waits: bool) -> None:
    if waits:
        run = asyncio.create_task(poller(bot, Inbox().keep).run())
        await asyncio.to_thread(api.wait_for, lambda api: api.calls_of("getUpdates"))
    else:
        api.fail_next("getUpdates", "429", retry_after=3600)
        run = asyncio.create_task(UpdatePoller(bot, allowed_updates=KINDS, on_batch=Inbox().keep).run())
        await asyncio.to_thread(api.wait_for, lambda api: any(call.ended for call in api.calls_of("getUpdates")))
    run.cancel()
    with pytest.raises(asyncio.CancelledError):
        await run


@pytest.mark.parametrize("update_id", [2**63, -(2**63) - 1, True, "1", None])
def test_an_update_whose_number_cannot_be_kept_is_none(update_id: object) -> None:
    assert not is_update({"update_id": update_id})


def test_a_chat_whose_number_cannot_be_kept_is_none_to_the_store() -> None:
    raw = {"update_id": 1, "message": {"message_id": 1, "date": 1, "chat": {"id": 10**30, "type": "private"}}}
    found = polled(raw, bot=Bot("1:a"))
    assert (found.chat_id, found.update) == (None, None)
