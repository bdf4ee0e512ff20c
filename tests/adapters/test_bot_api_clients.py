"""A bot made with python-telegram-bot gets along with the stand-in, and sees its failures as it sees Telegram's."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram import error as errors
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, ExtBot, MessageHandler, filters

from tests.doubles.bot_api import BotApi

Context = ContextTypes.DEFAULT_TYPE


def builder(api: BotApi) -> Any:
    paths = {"base_url": f"{api.base_url}/bot", "base_file_url": f"{api.base_url}/file/bot"}
    made = Application.builder().token(api.token)
    return made.base_url(paths["base_url"]).base_file_url(paths["base_file_url"])


@asynccontextmanager
async def bot_of(api: BotApi) -> AsyncIterator[ExtBot[None]]:
    async with builder(api).updater(None).build() as application:
        yield application.bot


async def answer(update: Update, context: Context) -> None:
    assert update.message
    await update.message.set_reaction("👀")
    sent = await update.message.reply_text(
        "Reading",
        reply_parameters=ReplyParameters(update.message.message_id, allow_sending_without_reply=True),
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Stop", callback_data="stop:1")]]),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    await sent.edit_text("Done [1]", entities=[MessageEntity("text_link", 5, 3, url="https://a.example/")])
    await update.message.set_reaction("👍")


async def stop(update: Update, context: Context) -> None:
    assert update.callback_query
    await update.callback_query.answer("Stopped")


async def test_a_bot_polls_answers_edits_and_reacts() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        application = builder(api).build()
        application.add_handler(MessageHandler(filters.TEXT, answer))
        application.add_handler(CallbackQueryHandler(stop))
        async with application:
            await application.updater.start_polling()
            await application.start()
            asked = alice.says("https://a.example/story")
            done = await alice.hears_async("Done")
            await alice.chat.wait_for_async(lambda chat: asked.reactions == ["👍"])
            assert (done.reply_to, done.history) == (asked.id, ["Reading", "Done [1]"])
            assert done.options["link_preview_options"] == {"is_disabled": True}
            assert done.entities == [{"type": "text_link", "offset": 5, "length": 3, "url": "https://a.example/"}]
            await application.updater.stop()
            await application.stop()
        assert application.bot.username == api.username


async def test_a_bot_answers_a_tap() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        application = builder(api).build()
        application.add_handler(CallbackQueryHandler(stop))
        async with application:
            await application.updater.start_polling()
            await application.start()
            markup = InlineKeyboardMarkup([[InlineKeyboardButton("Stop", callback_data="stop:1")]])
            await application.bot.send_message(alice.id, "Reading", reply_markup=markup)
            tap = alice.taps("Stop")
            await alice.chat.wait_for_async(lambda chat: tap.answered)
            assert tap.text == "Stopped"
            await application.updater.stop()
            await application.stop()


async def test_a_bot_downloads_and_uploads_files() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        sent = alice.sends_file("notes.pdf", b"%PDF notes")
        assert sent.file
        async with bot_of(api) as bot:
            file = await bot.get_file(sent.file.id)
            assert bytes(await file.download_as_bytearray()) == b"%PDF notes"
            await bot.send_document(alice.id, InputFile(b"words", filename="words.txt"))
        got = alice.chat.messages[-1].file
        assert got
        assert got.content == b"words"


@pytest.fixture(autouse=True)
def waits_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns as long as it gives seconds as a number."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("429", errors.RetryAfter),
        ("400:message is too odd", errors.BadRequest),
        ("403", errors.Forbidden),
        ("409", errors.Conflict),
        ("401", errors.InvalidToken),
        ("migrated", errors.ChatMigrated),
        ("500", errors.NetworkError),
        ("502_html", errors.NetworkError),
        ("reset", errors.NetworkError),
        ("bad_json", errors.TelegramError),
    ],
)
async def test_failures_reach_a_bot_as_telegrams_do(fault: str, error: type[Exception]) -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        async with bot_of(api) as bot:
            api.fail_next("sendMessage", fault)
            with pytest.raises(error):
                await bot.send_message(alice.id, "Hello")


async def test_an_answer_that_never_comes_is_a_time_out() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        async with bot_of(api) as bot:
            api.fail_next("sendMessage", "deliver_then_hang")
            with pytest.raises(errors.TimedOut):
                await bot.send_message(alice.id, "Hello", read_timeout=0.3)
        assert len(alice.chat.messages) == 1
