"""What a person sees who sends the link of a feed: what it is, and its newest articles if they want them."""

from __future__ import annotations

from pathlib import Path

from tests.doubles.bot_api import BotApi
from tests.e2e.bot_process import BotProcess
from tests.e2e.pages import Pages

LONG = 30.0
BUTTON = "Summarise the newest 3"


def test_a_feed_is_named_and_a_tap_summarises_its_newest_articles(api: BotApi, pages: Pages, tmp_path: Path) -> None:
    settings = {"FOOTNOTE_FETCH_ALLOW_PORTS": [pages.port], "FOOTNOTE_FETCH_INTERVAL": 0}
    with BotProcess(api, tmp_path, settings=settings) as bot:
        alice = bot.owner(api)
        asked = alice.says(pages.url("/feed"))
        offer = alice.hears("news feed", timeout=LONG)
        assert "“Aldersund Post”, with 4 articles" in offer.text
        assert [button.text for button in offer.buttons] == [BUTTON]
    with BotProcess(api, tmp_path, settings=settings):
        tap = alice.taps(BUTTON, message=offer)
        crane = alice.hears("crane", timeout=LONG)
        chess = alice.hears("chess cup", timeout=LONG)
        assert "A new summary follows below." in tap.text
        assert "2 articles" in crane.text
        assert {crane.reply_to, chess.reply_to} >= {asked.id}
        assert not [path for path in pages.requests if path == "/old"]
        assert not offer.buttons
