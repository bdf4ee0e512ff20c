"""What a person sees who doubts a statement: its receipt, and that the doubt is noted."""

from __future__ import annotations

import json
from pathlib import Path

from tests.doubles.bot_api import BotApi
from tests.doubles.bot_api.records import Message
from tests.e2e.bot_process import BotProcess
from tests.e2e.pages import Pages
from tests.e2e.test_command_line import footnote

LONG = 20.0
BUTTON = "This is wrong"


def buttons_of(message: Message) -> list[str]:
    return [button.text for button in message.buttons]


def test_a_statement_is_accounted_for_and_reported_once_also_after_a_restart(
    api: BotApi, pages: Pages, tmp_path: Path
) -> None:
    settings = {"FOOTNOTE_FETCH_ALLOW_PORTS": [pages.port]}
    with BotProcess(api, tmp_path, settings=settings) as bot:
        alice = bot.owner(api)
        alice.says(pages.url("/crane"))
        crane = alice.hears("Sources", timeout=LONG)
        alice.says(pages.url("/chess"))
        alice.chat.wait_for(lambda chat: any("chess" in one.text for one in chat.from_bot), timeout=LONG)
        asked = alice.replies_to(crane, "/why 1")
        receipt = alice.hears("Statement 1", timeout=LONG)
        assert receipt.reply_to == asked.id
        assert "12 workers" in receipt.text
        assert "word for word" in receipt.text
        alice.replies_to(crane, "/why 40")
        alice.hears("That summary has", timeout=LONG)
        alice.taps(BUTTON, message=crane)
        alice.chat.wait_for(lambda _: "1" in buttons_of(crane), timeout=LONG)
        noted = alice.taps("1", message=crane)
        alice.chat.wait_for(lambda _: noted.answered and buttons_of(crane) == [BUTTON], timeout=LONG)
        assert noted.text == "Thank you. It is noted."
        listed = footnote("reports", DATABASE_URL=f"sqlite:///{tmp_path / 'footnote.db'}")
        assert (listed.returncode, listed.stdout.count("statement 1")) == (0, 1)
        assert "12 workers" in listed.stdout
        assert "  in the summary “" in listed.stdout
        assert "  no model wrote it" in listed.stdout
        assert "–" not in listed.stdout
    with BotProcess(api, tmp_path, settings=settings):
        alice.taps(BUTTON, message=crane)
        alice.chat.wait_for(lambda _: "1" in buttons_of(crane), timeout=LONG)
        again = alice.taps("1", message=crane)
        alice.chat.wait_for(lambda _: again.answered, timeout=LONG)
        assert again.text == "It was noted already."
    lines = footnote("reports", "--json", DATABASE_URL=f"sqlite:///{tmp_path / 'footnote.db'}").stdout.splitlines()
    assert [json.loads(line)["receipt"]["number"] for line in lines] == [1]
    assert str(alice.id) not in json.loads(lines[0])["once"]
