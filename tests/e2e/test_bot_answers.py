"""What a person sees who writes to the bot: one process of it for the module, no model, open to everyone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.doubles.bot_api import BotApi
from tests.e2e.bot_process import BotProcess
from tests.e2e.pages import CHESS, CRANE, CRANE_TOO, Pages, text_of

CHANNEL = ("Aldersund Today", "aldersund_today", 12)
LONG = 20.0


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with Pages() as site:
        yield site


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    with BotApi() as double:
        yield double


@pytest.fixture(scope="module")
def bot(api: BotApi, pages: Pages, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    settings = {"FOOTNOTE_FETCH_ALLOW_PORTS": [pages.port], "FOOTNOTE_LOAD_DEADLINE": "20"}
    with BotProcess(api, tmp_path_factory.mktemp("bot"), settings=settings) as process:
        process.owner(api, open_to_all=True)
        yield process


@pytest.fixture(autouse=True)
def _running(bot: BotProcess) -> Iterator[None]:
    yield
    assert bot.process.poll() is None, bot.log


class TestHelp:
    @pytest.mark.parametrize("command", ["/start", "/help", "/start anything"])
    def test_it_is_explained_in_five_lines(self, api: BotApi, command: str) -> None:
        alice = api.user("Alice")
        alice.says(command)
        shown = alice.hears("Send me articles")
        assert len(shown.text.splitlines()) == 5
        assert {entity["type"] for entity in shown.live} == {"bot_command"}

    def test_it_speaks_the_language_of_the_person(self, api: BotApi) -> None:
        anna = api.user("Anna", language_code="de")
        anna.says("/help")
        assert "Artikel" in anna.hears("/stop").text


class TestBriefs:
    def test_a_link_is_answered_by_a_brief_in_the_place_of_its_progress(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        asked = alice.says(f"please read {pages.url('/crane')}")
        brief = alice.hears("Sources", timeout=LONG)
        assert brief.history[0] == "Reading 1 article"
        assert brief.reply_to == asked.id
        assert "12 workers" in brief.text
        assert "Home News Sport" not in brief.text
        assert len(alice.chat.from_bot) == 1

    def test_eyes_appear_at_once_and_go_with_the_answer(self, api: BotApi) -> None:
        alice = api.user("Alice")
        asked = alice.says(text_of(CRANE))
        alice.chat.wait_for(lambda _: "👀" in str(asked.reactions))
        alice.hears("Sources", timeout=LONG)
        alice.chat.wait_for(lambda _: not asked.reactions)

    def test_links_in_one_message_are_one_brief_with_their_difference(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        alice.says(f"{pages.url('/crane')} and {pages.url('/crane-too')}")
        brief = alice.hears("Sources", timeout=LONG)
        assert "2 articles" in brief.text
        assert "Where they differ" in brief.text
        assert brief.history[0].startswith("Reading 2 articles")

    def test_a_link_behind_words_is_read(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        entity = {"type": "text_link", "offset": 5, "length": 4, "url": pages.url("/chess")}
        alice.says("read this", entities=[entity])
        assert "chess cup" in alice.hears("Sources", timeout=LONG).text

    def test_texts_in_quick_succession_are_one_brief(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.says(text_of(CRANE))
        alice.says(text_of(CRANE_TOO))
        assert "2 articles" in alice.hears("Sources", timeout=LONG).text
        assert len(alice.chat.from_bot) == 1

    def test_a_text_cut_up_by_the_app_is_one_article(self, api: BotApi) -> None:
        alice = api.user("Alice")
        sentences = [f"The harbour master of Aldersund checked quay number {n} on Monday." for n in range(1, 90)]
        whole = " ".join(sentences)
        cut = whole.rfind(" ", 0, 4096)
        alice.says(whole[:cut])
        alice.says(whole[cut + 1 :])
        brief = alice.hears("Sources", timeout=LONG)
        assert "1 article" in brief.text

    def test_different_stories_are_different_messages(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.says(text_of(CRANE))
        alice.says(text_of(CHESS))
        alice.chat.wait_for(lambda chat: len([m for m in chat.from_bot if "Sources" in m.text]) == 2, timeout=LONG)
        assert "crane" in alice.chat.from_bot[0].text
        assert "chess" in alice.chat.from_bot[1].text

    def test_a_forwarded_post_is_its_channels(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.forwards(" ".join(CRANE), from_channel=CHANNEL)
        brief = alice.hears("Sources", timeout=LONG)
        assert "Aldersund Today" in brief.text
        assert "https://t.me/aldersund_today/12" in {entity.get("url") for entity in brief.entities}

    def test_a_short_post_with_a_link_stands_for_its_article(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        alice.forwards(f"Breaking: {pages.url('/crane')}", from_channel=CHANNEL)
        assert "12 workers" in alice.hears("Sources", timeout=LONG).text

    def test_a_text_file_is_read(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.sends_file("crane.txt", text_of(CRANE).encode(), mime_type="text/plain")
        brief = alice.hears("Sources", timeout=LONG)
        assert "(file)" in brief.text

    def test_the_files_of_an_album_are_one_brief(self, api: BotApi) -> None:
        alice = api.user("Alice")
        for name, article in (("a.txt", CRANE), ("b.txt", CRANE_TOO)):
            alice.sends_file(name, text_of(article).encode(), mime_type="text/plain", media_group_id="9")
        assert "2 articles" in alice.hears("Sources", timeout=LONG).text

    def test_a_photo_with_a_link_under_it_is_its_link(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        alice.sends_photo(caption=pages.url("/crane"))
        assert "12 workers" in alice.hears("Sources", timeout=LONG).text

    def test_a_rich_message_of_another_bot_is_read(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.sends_rich([{"type": "paragraph", "text": line} for line in CRANE])
        assert "12 workers" in alice.hears("Sources", timeout=LONG).text

    def test_what_cannot_be_read_costs_the_others_nothing(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        alice.says(f"{pages.url('/crane')} {pages.url('/gone')}")
        brief = alice.hears("Sources", timeout=LONG)
        assert "status 404" in brief.text
        assert "12 workers" in brief.text

    def test_thirty_links_are_ten_articles_and_a_list_of_what_was_left_out(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        alice.says("\n".join(pages.url(f"/crane?{n}") for n in range(30)))
        brief = alice.hears("left out", timeout=60)
        assert "20 were left out" in brief.text

    def test_a_chat_is_answered_in_its_order_and_others_do_not_wait(self, api: BotApi, pages: Pages) -> None:
        pages.hold.clear()
        alice, bob = api.user("Alice"), api.user("Bob")
        alice.says(pages.url("/slow?1"))
        alice.hears("Reading")
        time.sleep(0.5)
        alice.says(text_of(CHESS))
        bob.says(text_of(CHESS))
        bob.hears("Sources", timeout=LONG)
        assert alice.chat.said("chess") is None
        pages.hold.set()
        alice.hears("chess cup", timeout=LONG)
        assert ["crane" in message.text for message in alice.chat.from_bot] == [True, False]


class TestNothingComesAlive:
    def test_names_commands_addresses_and_hidden_signs_of_an_article_are_dead(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.says(
            "Warning at evil.example for the readers of Aldersund\n\n"
            "The account @aldersund_port asked readers on Monday to send /start and #help to evil.example/login "
            "at once, the harbour office said.\n\n"
            "\u202eThe port\u202c will stay closed until Thursday, the mayor said; its telephone is "
            "+44 20 7946 0958.\n\n"
            "Nobody should write to harbour@evil.example before the police have looked at it, the office said."
        )
        brief = alice.hears("Sources", timeout=LONG)
        assert "aldersund_port" in brief.text.replace("\u2060", "")
        assert brief.live == []
        assert not set("\u202e\u202c\u200b") & set(brief.text)

    def test_links_in_the_answer_are_those_of_the_sources(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        alice.says(pages.url("/crane"))
        brief = alice.hears("Sources", timeout=LONG)
        urls = {entity["url"] for entity in brief.entities if "url" in entity}
        assert urls
        assert all(url.startswith(pages.url("/crane")) for url in urls)

    def test_no_message_has_a_preview(self, api: BotApi) -> None:
        for call in [*api.calls_of("sendMessage"), *api.calls_of("editMessageText")]:
            assert "true" in str(call.params["link_preview_options"]).lower()
            assert "parse_mode" not in call.params


class TestBadInput:
    @pytest.mark.parametrize(
        ("send", "said"),
        [
            (lambda p: p.says("Hello"), "Send me an article"),
            (lambda p: p.says("thanks, that was helpful"), "Send me an article"),
            (lambda p: p.says("The port is closed until Thursday, the mayor said on Monday, after a crane fell."),
             "at least 25 words"),
            (lambda p: p.says("/frobnicate"), "do not know this command"),
            (lambda p: p.sends_sticker(), "sticker"),
            (lambda p: p.sends_photo(), "cannot read pictures"),
            (lambda p: p.sends_voice(), "cannot listen"),
            (lambda p: p.sends_video(), "cannot watch"),
            (lambda p: p.sends_location(), "only read articles"),
            (lambda p: p.sends_contact(), "only read articles"),
            (lambda p: p.sends_poll(), "only read articles"),
            (lambda p: p.sends_rich([]), "nothing in it"),
            (lambda p: p.sends_file("a.txt", b"", mime_type="text/plain"), "nothing in it"),
            (lambda p: p.sends_file("a.txt", bytes(range(256)) * 40, mime_type="text/plain"), "not text"),
            (lambda p: p.sends_file("a.txt", b"word " * 400_000, mime_type="text/plain"), "is the most that is read"),
            (lambda p: p.sends_file("a.txt", b"x", mime_type="text/plain", size=30_000_000), "MB"),
            (lambda p: p.sends_file("a.pdf", b"%PDF-1.7\n", mime_type="application/pdf"), "the file is damaged"),
            (lambda p: p.says("http://127.0.0.1:1/x"), "not opened"),
            (lambda p: p.says("https://localhost/x", entities=[
                {"type": "text_link", "offset": 0, "length": 5, "url": "http://[::1]/"}]), "not opened"),
        ],
        ids=str,
    )  # fmt: skip
    def test_what_is_no_article_gets_a_short_answer_of_its_own(self, api: BotApi, send: object, said: str) -> None:
        alice = api.user("Alice")
        sent = send(alice)  # type: ignore[operator]
        answer = alice.hears(said, timeout=LONG)
        assert answer.reply_to == sent.id
        assert len(answer.text) < 400
        assert "!" not in answer.text
        alice.chat.wait_for(lambda _: not sent.reactions)

    def test_an_answer_to_something_gone_is_read_all_the_same(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        first = alice.says("Hello")
        alice.hears("Send me an article")
        alice.deletes(first)
        alice.replies_to(first, pages.url("/crane"))
        alice.hears("12 workers", timeout=LONG)

    def test_a_message_deleted_at_once_is_answered_without_a_reply(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.deletes(alice.says(text_of(CRANE)))
        assert alice.hears("Sources", timeout=LONG).reply_to is None

    def test_a_message_edited_at_once_is_read_in_its_new_form(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        message = alice.says(pages.url("/crane"))
        alice.edits(message, pages.url("/chess"))
        assert "chess" in alice.hears("Sources", timeout=LONG).text
        assert len(alice.chat.from_bot) == 1

    def test_a_message_edited_later_is_not_answered_twice_and_that_is_said_once(
        self, api: BotApi, pages: Pages
    ) -> None:
        alice = api.user("Alice")
        message = alice.says(pages.url("/crane"))
        alice.hears("Sources", timeout=LONG)
        alice.edits(message, pages.url("/chess"))
        alice.hears("already answered")
        alice.edits(message, pages.url("/crane-too"))
        bob = api.user("Bob")
        bob.says("Hello")
        bob.hears("Send me an article")
        assert len(alice.chat.from_bot) == 2

    def test_a_change_that_nobody_made_is_not_answered(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        first, second = alice.says(pages.url("/crane")), alice.says(pages.url("/chess"))
        alice.chat.wait_for(lambda chat: len([m for m in chat.from_bot if "Sources" in m.text]) == 2, timeout=LONG)
        for message in (first, second):
            api.push({"edited_message": message.json() | {"edit_date": 1_800_000_000}})
        place = alice.sends_location()
        alice.hears("only read articles")
        api.push({"edited_message": place.json() | {"edit_date": 1_800_000_000}})
        alice.edits(second, pages.url("/crane-too"))
        alice.hears("already answered")
        assert len(alice.chat.from_bot) == 4

    def test_a_greeting_edited_into_a_link_is_read(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        message = alice.says("Hello")
        alice.hears("Send me an article")
        alice.edits(message, pages.url("/chess"))
        alice.hears("chess cup", timeout=LONG)

    def test_who_blocks_the_bot_meanwhile_stops_its_work_and_harms_nobody(self, api: BotApi, pages: Pages) -> None:
        pages.hold.clear()
        alice = api.user("Alice")
        alice.says(pages.url("/slow?2"))
        alice.hears("Reading")
        alice.blocks_bot()
        pages.hold.set()
        bob = api.user("Bob")
        bob.says(text_of(CHESS))
        bob.hears("Sources", timeout=LONG)
        alice.unblocks_bot()
        alice.says(text_of(CHESS))
        alice.hears("chess cup", timeout=LONG)

    def test_a_group_that_moved_is_answered_where_it_is_now(self, api: BotApi) -> None:
        alice = api.user("Alice")
        old, new = api.group("Editors", members=[alice]), api.group("Editors", members=[alice])
        api.fail_next("sendMessage", "migrated", chat=old, migrate_to_chat_id=new.id)
        alice.says(f"/help@{api.username}", chat=old)
        new.hears("Send me articles")
        assert old.from_bot == []

    def test_a_group_is_not_spoken_to(self, api: BotApi, pages: Pages) -> None:
        alice = api.user("Alice")
        group = api.group("Editors", members=[alice])
        alice.says(f"@{api.username} {pages.url('/crane')}", chat=group)
        alice.says(pages.url("/crane"))
        alice.hears("Sources", timeout=LONG)
        assert group.from_bot == []


class TestStop:
    def test_work_ends_at_once_where_it_is_shown(self, api: BotApi, pages: Pages) -> None:
        pages.hold.clear()
        alice = api.user("Alice")
        asked = alice.says(pages.url("/slow?3"))
        shown = alice.hears("Reading")
        alice.says("/stop")
        alice.hears("Stopped.")
        assert shown.text == "Stopped."
        alice.chat.wait_for(lambda _: not asked.reactions)
        pages.hold.set()
        alice.says(text_of(CHESS))
        alice.hears("chess cup", timeout=LONG)
        assert len(alice.chat.from_bot) == 2

    def test_what_waits_is_stopped_too(self, api: BotApi, pages: Pages) -> None:
        pages.hold.clear()
        alice = api.user("Alice")
        alice.says(pages.url("/slow?4"))
        alice.hears("Reading")
        alice.says(text_of(CHESS))
        time.sleep(0.6)
        alice.says("/stop")
        alice.hears("Stopped.")
        pages.hold.set()
        alice.says("Hello")
        alice.hears("Send me an article")
        assert alice.chat.said("chess") is None

    def test_what_was_just_sent_is_stopped_before_it_begins(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.says(text_of(CHESS))
        alice.says("/stop")
        alice.hears("Stopped.")
        time.sleep(0.6)
        assert alice.chat.said("chess") is None

    def test_where_there_is_nothing_to_stop_it_says_so(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.says("/stop")
        alice.hears("nothing to stop")


def test_the_same_update_twice_is_answered_once(api: BotApi, pages: Pages) -> None:
    alice = api.user("Alice")
    alice.says(pages.url("/crane"))
    alice.hears("Sources", timeout=LONG)
    update = max(
        one["update_id"]
        for call in api.calls_of("getUpdates")
        for one in (call.result or [])
        if one.get("message", {}).get("chat", {}).get("id") == alice.id
    )
    api.redeliver(update)
    bob = api.user("Bob")
    bob.says("Hello")
    bob.hears("Send me an article")
    assert len(alice.chat.from_bot) == 1


def test_updates_the_library_does_not_know_stop_nothing(api: BotApi) -> None:
    api.push({"message": {"message_id": "seven"}})
    api.push({"some_day": {"x": 1}})
    api.push({"message": None})
    alice = api.user("Alice")
    alice.says("Hello")
    alice.hears("Send me an article")


def test_the_menu_of_commands_is_set(api: BotApi) -> None:
    menus = api.calls_of("setMyCommands")
    assert {call.params.get("language_code") for call in menus} >= {None, "de", "es", "ru", "ar"}
    assert any("usage" in str(call.params) for call in menus), "the owner sees the owner's commands"


def test_no_user_text_is_logged(bot: BotProcess, api: BotApi) -> None:
    alice = api.user("Alice")
    alice.says("Quixotic zephyrs at Aldersund. " + " ".join(CRANE))
    alice.hears("Sources", timeout=LONG)
    for word in ("Quixotic", "Aldersund", "chess", "aldersund_today"):
        assert word not in bot.log


def test_nothing_is_left_behind(bot: BotProcess) -> None:
    assert {path.name.partition("-")[0] for path in Path(bot.log_path.parent).iterdir()} <= {
        "bot.log",
        "footnote.db",
        "footnote.db.lock",
    }
