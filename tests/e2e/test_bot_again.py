"""What a person sees who sends a link again: where the brief stands, and a new one if they want it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.doubles.bot_api import BotApi
from tests.e2e.bot_process import BotProcess
from tests.e2e.pages import CRANE, Pages, text_of

LONG = 20.0
SEEN_BEFORE = "just summarised this"
BUTTON = "Summarise it again"


def ports(pages: Pages) -> dict[str, object]:
    return {"FOOTNOTE_FETCH_ALLOW_PORTS": [pages.port]}


def test_a_link_again_leads_to_its_brief_and_a_tap_to_a_new_one_also_after_a_restart(
    api: BotApi, pages: Pages, tmp_path: Path
) -> None:
    with BotProcess(api, tmp_path, settings=ports(pages)) as bot:
        alice = bot.owner(api)
        alice.says(pages.url("/crane"))
        brief = alice.hears("Sources", timeout=LONG)
        again = alice.says(pages.url("/crane?utm_source=chat"))
        pointer = alice.hears(SEEN_BEFORE, timeout=LONG)
        assert pointer.reply_to == brief.id
        assert [button.text for button in pointer.buttons] == [BUTTON]
        alice.chat.wait_for(lambda _: not again.reactions)
        assert pages.requests == ["/crane"]
    with BotProcess(api, tmp_path, settings=ports(pages)):
        tap = alice.taps(BUTTON, message=pointer)
        alice.chat.wait_for(lambda _: tap.answered)
        anew = alice.chat.wait_for(
            lambda chat: next((one for one in chat.from_bot if one is not brief and "Sources" in one.text), None),
            timeout=LONG,
        )
        assert anew.reply_to == again.id
        assert "12 workers" in anew.text
        assert "A new summary follows below." in tap.text
        assert not pointer.buttons
        assert pages.requests == ["/crane", "/crane"]
        assert pages.unchanged == ["/crane"]
        alice.says(pages.url("/crane"))
        newest = alice.chat.wait_for(
            lambda chat: next((one for one in chat.from_bot if one is not pointer and SEEN_BEFORE in one.text), None),
            timeout=LONG,
        )
        assert newest.reply_to == anew.id
        assert len(pages.requests) == 2


def test_another_chat_gets_a_brief_of_its_own_for_which_no_page_is_opened_and_a_deleted_brief_is_made_again(
    api: BotApi, pages: Pages, tmp_path: Path
) -> None:
    with BotProcess(api, tmp_path, settings=ports(pages)) as bot:
        alice = bot.owner(api, open_to_all=True)
        alice.says(pages.url("/crane"))
        brief = alice.hears("Sources", timeout=LONG)
        bruno = api.user("Bruno")
        bruno.says(pages.url("/crane"))
        assert "12 workers" in bruno.hears("Sources", timeout=LONG).text
        alice.deletes(brief)
        asked = alice.says(pages.url("/crane"))
        assert alice.hears("Sources", timeout=LONG).reply_to == asked.id
        assert pages.requests == ["/crane"]


def test_the_same_link_twice_in_a_row_is_one_brief_and_a_stranger_taps_in_vain(
    api: BotApi, pages: Pages, tmp_path: Path
) -> None:
    with BotProcess(api, tmp_path, settings=ports(pages)) as bot:
        pages.hold.clear()
        alice = bot.owner(api)
        alice.says(pages.url("/slow"))
        first = alice.hears("Reading 1 article", timeout=LONG)
        second = alice.says(pages.url("/slow"))
        alice.chat.wait_for(lambda _: "👀" in str(second.reactions))
        pages.hold.set()
        pointer = alice.hears(SEEN_BEFORE, timeout=LONG)
        assert pointer.reply_to == first.id
        assert "12 workers" in first.text
        assert pages.requests == ["/slow"]
        stranger = api.user("Stranger")
        tap = stranger.taps(BUTTON, message=pointer)
        alice.chat.wait_for(lambda _: tap.answered)
        assert "This bot is private" in str(tap.text)
        assert pointer.buttons


def test_only_what_is_public_is_kept_for_other_chats(api: BotApi, pages: Pages, tmp_path: Path) -> None:
    with BotProcess(api, tmp_path, settings=ports(pages)) as bot:
        alice = bot.owner(api)
        alice.says(text_of(CRANE))
        alice.hears("Sources", timeout=LONG)
        alice.sends_file("crane.txt", text_of(CRANE).encode(), mime_type="text/plain")
        alice.chat.wait_for(
            lambda chat: len([one for one in chat.from_bot if "Sources" in one.text]) == 2, timeout=LONG
        )
        alice.says(pages.url("/chess"))
        alice.hears("chess cup", timeout=LONG)
    with sqlite3.connect(tmp_path / "footnote.db") as database:
        kept = database.execute("SELECT url FROM footnote_pages").fetchall()
    assert kept == [(pages.url("/chess"),)]
