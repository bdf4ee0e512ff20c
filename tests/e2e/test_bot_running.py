"""What an operator sees: starting, owning, letting in, usage, stopping, starting again, and what cannot start."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles.bot_api import BotApi
from tests.doubles.model_endpoint import ModelEndpoint, always
from tests.e2e.bot_process import ROOT, BotProcess
from tests.e2e.pages import CHESS, CRANE, Pages, text_of

LONG = 20.0


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with Pages() as site:
        yield site


def ports(pages: Pages) -> dict[str, object]:
    return {"FOOTNOTE_FETCH_ALLOW_PORTS": [pages.port]}


def doctor(api: BotApi, folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "FOOTNOTE_"))}
    return subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=folder,
        check=False,
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_BOT_TOKEN": api.token,
            "FOOTNOTE_TELEGRAM_API": api.base_url,
            "DATABASE_URL": f"sqlite:///{folder / 'footnote.db'}",
            **env,
        },
    )


class TestOwnerAndStrangers:
    def test_a_strangers_message_costs_nothing_and_is_answered_once(
        self, api: BotApi, pages: Pages, tmp_path: Path
    ) -> None:
        before = len(pages.requests)
        with (
            ModelEndpoint(always({})) as model,
            BotProcess(api, tmp_path, model=model, settings=ports(pages)) as bot,
        ):
            stranger, owner = api.user("Stranger"), api.user("Owner")
            stranger.says(pages.url("/crane"))
            stranger.hears("no owner yet")
            code = bot.owner_link.partition("start=")[2]
            stranger.says("/start " + code[:-1])
            owner.says("/start " + code)
            owner.hears("yours now")
            late = api.user("Latecomer")
            late.says("/start " + code)
            told = late.hears("This bot is private")
            assert str(late.id) in told.text
            for _ in range(3):
                late.says(pages.url("/crane"))
                late.says(text_of(CRANE))
                late.sends_file("a.txt", text_of(CRANE).encode(), mime_type="text/plain")
                late.says("/stop")
                late.says("/usage")
                late.says("/access open")
            owner.says("Hello")
            owner.hears("Send me an article")
            time.sleep(1)
            assert len(late.chat.from_bot) == 1
            assert len(stranger.chat.from_bot) == 1
            assert len(pages.requests) == before
            assert model.count == 0
            assert not api.calls_of("getFile")
            assert not [call for call in api.calls_of("setMessageReaction") if call.params["chat_id"] != owner.id]

    def test_the_owner_lets_people_in_and_out(self, api: BotApi, tmp_path: Path) -> None:
        with BotProcess(api, tmp_path, settings={"FOOTNOTE_ALLOWED_CHATS": "[424242]"}) as bot:
            owner, guest, other = bot.owner(api), api.user("Guest"), api.user("Other")
            owner.says(f"/access add {guest.id}")
            owner.hears(f"{guest.id} can use this bot now")
            guest.says(text_of(CRANE))
            guest.hears("Sources", timeout=LONG)
            guest.says("/usage")
            guest.hears("Only the owner")
            owner.says("/access")
            owner.hears("You and 2 listed chats")
            owner.taps("Open to everyone")
            owner.hears("Everyone can use this bot")
            other.says(text_of(CHESS))
            other.hears("Sources", timeout=LONG)
            other_tap = owner.hears("Everyone can use this bot")
            other.taps("Close again", message=other_tap)
            other.says("Hello")
            other.hears("Send me an article")
            owner.taps("Close again")
            owner.hears("You and 2 listed chats")
            other.says(text_of(CRANE))
            other.hears("This bot is private")
            owner.says(f"/access remove {guest.id}")
            owner.hears("no longer on the list")
            guest.says(text_of(CHESS))
            guest.hears("This bot is private")
            owner.says("/access remove 424242")
            owner.hears("FOOTNOTE_ALLOWED_CHATS")
            owner.says("/access add everyone please")
            owner.hears("/access add NUMBER")

    def test_what_somebody_else_wrote_is_no_command_of_whoever_passes_it_on(self, api: BotApi, tmp_path: Path) -> None:
        with BotProcess(api, tmp_path) as bot:
            owner, stranger = bot.owner(api), api.user("Stranger")
            owner.forwards(f"/access add {stranger.id}", hidden="Somebody")
            owner.forwards("/access open", from_channel=("A channel", "a_channel", 3))
            owner.hears("do not know this command")
            owner.says("/access")
            assert owner.hears("can use this bot").text.startswith("Only you")
            stranger.says(text_of(CRANE))
            stranger.hears("This bot is private")

    def test_another_bot_is_not_answered(self, api: BotApi, tmp_path: Path) -> None:
        with BotProcess(api, tmp_path) as bot:
            owner = bot.owner(api, open_to_all=True)
            chat = {"id": owner.id, "type": "private", "first_name": "Robot"}
            sender = {"id": 77, "is_bot": True, "first_name": "Robot"}
            api.push({"message": {"message_id": 900, "date": 1, "chat": chat, "from": sender, "text": "/help"}})
            before = len(owner.chat.from_bot)
            owner.says("Hello")
            owner.hears("I will summarise it")
            assert len(owner.chat.from_bot) == before + 1

    def test_a_second_link_is_not_offered_once_there_is_an_owner(self, api: BotApi, tmp_path: Path) -> None:
        with BotProcess(api, tmp_path) as bot:
            owner = bot.owner(api)
        with BotProcess(api, tmp_path) as bot:
            owner.says("/access")
            owner.hears("Only you can use this bot")
            assert "t.me" not in bot.terminal


class TestStartingAgain:
    def test_a_request_that_was_cut_off_is_answered_in_its_message_after_the_restart(
        self, api: BotApi, pages: Pages, tmp_path: Path
    ) -> None:
        pages.hold.clear()
        with BotProcess(api, tmp_path, settings=ports(pages)) as bot:
            owner = bot.owner(api)
            owner.says(pages.url("/slow"))
            shown = owner.hears("Reading 1 article")
            assert bot.stop() == 0
            assert "Stopping." in bot.terminal
        pages.hold.set()
        with BotProcess(api, tmp_path, settings=ports(pages)) as bot:
            bot.until_says("1 request from before")
            owner.chat.wait_for(lambda _: "12 workers" in shown.text, timeout=LONG)
            assert len([message for message in owner.chat.from_bot if "12 workers" in message.text]) == 1

    def test_what_was_sent_while_nobody_listened_is_answered(self, api: BotApi, tmp_path: Path) -> None:
        with BotProcess(api, tmp_path) as bot:
            owner = bot.owner(api)
        owner.says(text_of(CRANE))
        with BotProcess(api, tmp_path):
            owner.hears("12 workers", timeout=LONG)

    def test_a_message_taken_in_and_not_yet_a_request_survives_a_kill(self, api: BotApi, tmp_path: Path) -> None:
        with BotProcess(api, tmp_path, settings={"FOOTNOTE_BURST_SECONDS": "9"}) as bot:
            owner = bot.owner(api)
            asked = owner.says(text_of(CRANE))
            owner.chat.wait_for(lambda _: asked.reactions)
            bot.stop(by=signal.SIGKILL)
        with BotProcess(api, tmp_path):
            owner.hears("12 workers", timeout=LONG)
        assert len(owner.chat.from_bot) == 2

    def test_nothing_that_people_sent_stays_in_the_books_of_what_is_done(self, api: BotApi, tmp_path: Path) -> None:
        with BotProcess(api, tmp_path) as bot:
            owner = bot.owner(api)
            owner.says(text_of(CRANE))
            owner.hears("12 workers", timeout=LONG)
            time.sleep(0.5)
        with sqlite3.connect(tmp_path / "footnote.db") as database:
            kept = " ".join(
                str(row)
                for table in ("footnote_updates", "footnote_requests", "footnote_outgoing")
                for row in database.execute(f"select * from {table}")  # noqa: S608 - names of our own
            )
        assert "Aldersund" not in kept
        assert "crane" not in kept


class TestWhatCannotStart:
    def failing(self, api: BotApi, folder: Path, **settings: object) -> str:
        bot = BotProcess(api, folder, settings=settings)
        bot.start()
        assert bot.end() == 1
        said = bot.log.strip()
        return said.splitlines()[-1]

    def test_without_a_token(self, api: BotApi, tmp_path: Path) -> None:
        assert "TELEGRAM_BOT_TOKEN is not set" in self.failing(api, tmp_path, TELEGRAM_BOT_TOKEN="")

    def test_with_a_token_in_a_file_that_the_env_file_names(self, api: BotApi, tmp_path: Path) -> None:
        (tmp_path / "token").write_text("123456789:" + "x" * 35, encoding="utf-8")
        (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN_FILE={tmp_path / 'token'}\n", encoding="utf-8")
        with api.expect_refusal():
            assert "does not accept the bot token" in self.failing(api, tmp_path, TELEGRAM_BOT_TOKEN="")

    def test_with_networks_that_are_none(self, api: BotApi, tmp_path: Path) -> None:
        said = self.failing(api, tmp_path, FOOTNOTE_FETCH_ALLOW_NETWORKS='["nonsense"]')
        assert "FOOTNOTE_FETCH_ALLOW_NETWORKS" in said

    def test_with_a_wrong_token(self, api: BotApi, tmp_path: Path) -> None:
        with api.expect_refusal():
            wrong = "123456789:" + "x" * 35
            said = self.failing(api, tmp_path, TELEGRAM_BOT_TOKEN=wrong)
        assert "does not accept the bot token" in said
        assert wrong not in said

    def test_without_telegram(self, api: BotApi, tmp_path: Path) -> None:
        said = self.failing(api, tmp_path, FOOTNOTE_TELEGRAM_API="http://127.0.0.1:9")
        assert "Telegram cannot be reached at 127.0.0.1" in said

    def test_with_a_database_in_no_folder(self, api: BotApi, tmp_path: Path) -> None:
        said = self.failing(api, tmp_path, DATABASE_URL=f"sqlite:///{tmp_path}/none/footnote.db")
        assert "There is no folder" in said

    def test_with_a_file_that_is_no_database(self, api: BotApi, tmp_path: Path) -> None:
        (tmp_path / "footnote.db").write_bytes(
            b"these are not the bytes of a database, and there are enough of them" * 99
        )
        assert "damaged" in self.failing(api, tmp_path)

    def test_a_second_instance_says_that_the_first_is_running(self, api: BotApi, tmp_path: Path) -> None:
        with BotProcess(api, tmp_path) as first:
            assert "already running" in self.failing(api, tmp_path)
            first.owner(api)

    def test_another_program_with_the_same_token_ends_the_bot_with_a_sentence(
        self, api: BotApi, tmp_path: Path
    ) -> None:
        bot = BotProcess(api, tmp_path)
        bot.start()
        bot.until_ready()
        api.kick_polling()
        assert bot.end() == 1
        assert "Another program is using this bot token" in bot.log.splitlines()[-1]

    def test_a_token_that_is_revoked_ends_the_bot_with_a_sentence(self, api: BotApi, tmp_path: Path) -> None:
        bot = BotProcess(api, tmp_path)
        bot.start()
        bot.until_ready()
        api.fail_next("getUpdates", "401", times=20)
        api.user("Somebody").says("Hello")
        assert bot.end() == 1
        assert "does not accept the bot token" in bot.log.splitlines()[-1]


class TestDoctor:
    def test_it_checks_token_database_and_access(self, api: BotApi, tmp_path: Path) -> None:
        fresh = doctor(api, tmp_path)
        assert fresh.returncode == 0
        assert f"@{api.username} answers" in fresh.stdout
        assert "will be made at the first start" in fresh.stdout
        assert "no owner yet" in fresh.stdout
        assert not (tmp_path / "footnote.db").exists()
        with BotProcess(api, tmp_path) as bot:
            bot.owner(api)
            running = doctor(api, tmp_path)
            assert "in use: the bot is running" in running.stdout
        done = doctor(api, tmp_path, FOOTNOTE_ALLOWED_CHATS="[7]")
        assert done.returncode == 0
        assert "is sound" in done.stdout
        assert "the owner and 1 listed chat" in done.stdout
        assert api.token not in done.stdout + done.stderr

    def test_what_is_wrong_is_a_problem_with_advice(self, api: BotApi, tmp_path: Path) -> None:
        (tmp_path / "footnote.db").write_bytes(b"not a database at all, and long enough to be looked at" * 99)
        with api.expect_refusal():
            done = doctor(api, tmp_path, TELEGRAM_BOT_TOKEN="123456789:" + "x" * 35)
        assert done.returncode == 1
        assert "problem Telegram: Telegram does not accept the bot token" in done.stdout
        assert "problem database" in done.stdout
        assert "Traceback" not in done.stderr
