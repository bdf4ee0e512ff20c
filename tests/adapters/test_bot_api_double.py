"""The stand-in for the Bot API: updates, chats, people and failures, as a bot meets them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from http.client import HTTPException
from pathlib import Path
from typing import Any

import pytest
from aiogram.types import Update

from tests.adapters.bot_api_wire import call, fetch, result
from tests.doubles.bot_api import BotApi, Person

ROOT = Path(__file__).parents[2]
LONG = 50
"""Seconds of a long poll; no test waits for its end."""


def updates(api: BotApi, **params: Any) -> list[dict[str, Any]]:
    return list(result(api, "getUpdates", **params))


def said(api: BotApi, person: Person, text: str = "Some words", **params: Any) -> int:
    return int(result(api, "sendMessage", chat_id=person.id, text=text, **params)["message_id"])


def in_thread(work: Callable[[], Any]) -> tuple[threading.Thread, list[Any]]:
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    return thread, found


# ---------------------------------------------------------------- updates


def test_what_a_person_says_is_an_update_until_it_is_acknowledged() -> None:
    with BotApi() as api:
        api.user("Alice").says("Hello")
        first = updates(api)
        assert [update["message"]["text"] for update in first] == ["Hello"]
        assert updates(api) == first
        assert updates(api, offset=first[0]["update_id"]) == first
        assert api.pending == [first[0]["update_id"]]
        assert updates(api, offset=first[0]["update_id"] + 1) == []
        assert api.pending == []


def test_updates_come_in_order_and_no_more_than_asked_for() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        for word in ("one", "two", "three"):
            alice.says(word)
        assert [update["message"]["text"] for update in updates(api, limit=2)] == ["one", "two"]
        ids = [update["update_id"] for update in updates(api)]
        assert ids == list(range(ids[0], ids[0] + 3))


def test_a_negative_offset_keeps_the_end_and_forgets_the_rest() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        for word in ("one", "two", "three"):
            alice.says(word)
        assert [update["message"]["text"] for update in updates(api, offset=-1)] == ["three"]
        assert [update["message"]["text"] for update in updates(api)] == ["three"]


def test_a_long_poll_ends_as_soon_as_something_is_said() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        thread, found = in_thread(lambda: updates(api, timeout=LONG))
        api.wait_for(lambda api: api.world.poller)
        alice.says("Hello")
        thread.join(20)
        assert [update["message"]["text"] for update in found[0]] == ["Hello"]


def test_a_long_poll_ends_empty_when_its_time_is_up() -> None:
    with BotApi() as api:
        assert updates(api, timeout=1) == []


def test_the_older_of_two_polls_is_told_of_the_other() -> None:
    with BotApi() as api:
        older, found = in_thread(lambda: call(api, "getUpdates", {"timeout": LONG}))
        api.wait_for(lambda api: api.world.poller)
        newer, _ = in_thread(lambda: updates(api, timeout=LONG))
        older.join(20)
        status, body = found[0]
        assert status == 409
        assert body["description"] == (
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
        )
        api.user("Alice").says("Hello")
        newer.join(20)


def test_polling_is_refused_as_long_as_another_consumer_is_there() -> None:
    with BotApi() as api:
        thread, found = in_thread(lambda: call(api, "getUpdates", {"timeout": LONG})[0])
        api.wait_for(lambda api: api.world.poller)
        api.kick_polling()
        thread.join(20)
        assert found == [409]
        assert call(api, "getUpdates")[0] == 409
        api.other_consumer = False
        assert updates(api) == []


def test_polling_is_refused_while_a_webhook_is_set() -> None:
    with BotApi() as api:
        result(api, "setWebhook", url="https://bot.example/hook")
        assert result(api, "getWebhookInfo")["url"] == "https://bot.example/hook"
        status, body = call(api, "getUpdates")
        assert (status, body["description"].split(";")[0]) == (
            409,
            "Conflict: can't use getUpdates method while webhook is active",
        )
        api.user("Alice").says("Hello")
        result(api, "deleteWebhook", drop_pending_updates=True)
        assert updates(api) == []


def test_the_kinds_that_are_wanted_are_remembered() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        updates(api, allowed_updates=["callback_query"])
        updates(api)
        alice.says("Not wanted")
        assert updates(api) == []
        updates(api, allowed_updates=[])
        alice.says("Wanted")
        assert [update["message"]["text"] for update in updates(api)] == ["Wanted"]


def test_an_acknowledged_update_can_come_once_more() -> None:
    with BotApi() as api:
        api.user("Alice").says("Hello")
        first = updates(api)
        last = first[0]["update_id"]
        assert updates(api, offset=last + 1) == []
        api.redeliver(last)
        assert updates(api, offset=last + 1) == first
        assert updates(api, offset=last + 1) == []


def test_any_update_can_be_pushed() -> None:
    with BotApi() as api:
        update_id = api.push({"a_kind_of_next_year": {"chat": 1}})
        assert updates(api) == [{"update_id": update_id, "a_kind_of_next_year": {"chat": 1}}]


# ---------------------------------------------------------------- what people send


SENT: dict[str, Callable[[Person], Any]] = {
    "text": lambda alice: alice.says("Read https://a.example and /help"),
    "photo": lambda alice: alice.sends_photo(caption="See a.example", media_group_id="77"),
    "sticker": lambda alice: alice.sends_sticker(),
    "voice": lambda alice: alice.sends_voice(),
    "audio": lambda alice: alice.sends_audio(),
    "video": lambda alice: alice.sends_video(),
    "video_note": lambda alice: alice.sends_video_note(),
    "animation": lambda alice: alice.sends_animation(),
    "location": lambda alice: alice.sends_location(),
    "contact": lambda alice: alice.sends_contact(),
    "poll": lambda alice: alice.sends_poll(),
    "dice": lambda alice: alice.sends_dice(),
    "document": lambda alice: alice.sends_file("notes.pdf", b"%PDF"),
    "forward_origin": lambda alice: alice.forwards("News", from_channel=("Daily News", "dailynews", 12)),
    "rich_message": lambda alice: alice.sends_rich([{"type": "paragraph", "text": "The bridge is open."}]),
}


@pytest.mark.parametrize("kind", SENT)
def test_what_is_sent_reaches_the_bot_as_the_bot_api_writes_it(kind: str) -> None:
    with BotApi() as api:
        SENT[kind](api.user("Alice", username="alice_reads"))
        (update,) = updates(api)
        assert kind in update["message"]
        assert strangers(Update.model_validate(update)) == []


def strangers(value: Any) -> list[str]:
    """Names in a tree of aiogram's models that the Bot API does not have."""
    if isinstance(value, list):
        return [name for item in value for name in strangers(item)]
    if not hasattr(value, "model_fields_set"):
        return []
    found = list(value.model_extra or {})
    return found + [name for field in type(value).model_fields for name in strangers(getattr(value, field))]


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        ({"from_channel": ("Daily News", "dailynews", 12)}, {"type": "channel", "message_id": 12}),
        ({"from_chat": ("Readers", None)}, {"type": "chat"}),
        ({"from_user": "The mayor"}, {"type": "user"}),
        ({"hidden": "The treasurer"}, {"type": "hidden_user", "sender_user_name": "The treasurer"}),
    ],
)
def test_a_forwarded_message_says_where_it_comes_from(given: dict[str, Any], origin: dict[str, Any]) -> None:
    with BotApi() as api:
        api.user("Alice").forwards("News", **given, date=1_760_000_000)
        (update,) = updates(api)
        told = update["message"]["forward_origin"]
        assert strangers(Update.model_validate(update)) == []
        assert told == told | origin | {"date": 1_760_000_000}


def test_telegram_finds_links_and_commands_and_adds_what_is_given() -> None:
    with BotApi() as api:
        hidden = {"type": "text_link", "offset": 0, "length": 4, "url": "https://hidden.example/"}
        message = api.user("Alice").says("here or example.org 😀 /help", entities=[hidden])
        assert message.entities == [
            hidden,
            {"type": "url", "offset": 8, "length": 11},
            {"type": "bot_command", "offset": 23, "length": 5},
        ]
        assert updates(api)[0]["message"]["entities"] == message.entities


def test_a_file_can_be_downloaded_and_its_size_can_be_a_lie() -> None:
    with BotApi() as api:
        api.user("Alice").sends_file("notes.txt", b"the notes", caption="Read", size=5)
        (update,) = updates(api)
        document = update["message"]["document"]
        assert (document["file_name"], document["mime_type"], document["file_size"]) == ("notes.txt", "text/plain", 5)
        path = result(api, "getFile", file_id=document["file_id"])["file_path"]
        assert fetch(api, f"/file/bot{api.token}/{path}") == (200, b"the notes")
        with api.expect_refusal():
            assert fetch(api, f"/file/bot{api.token}/{path}x")[0] == 404


def test_an_edit_is_an_update_of_its_own() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        message = alice.says("Helo")
        alice.edits(message, "Hello")
        assert [next(iter(update.keys() - {"update_id"})) for update in updates(api)] == ["message", "edited_message"]
        assert (message.text, message.history, message.edited) == ("Hello", ["Helo", "Hello"], 1)


def test_a_reply_names_what_it_answers_and_what_it_quotes() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        said(api, alice, "Several words of the bot")
        alice.replies_to(alice.chat.messages[-1], "Why?", quote="words")
        told = updates(api)[-1]["message"]
        assert told["reply_to_message"]["text"] == "Several words of the bot"
        assert told["quote"]["text"] == "words"


# ---------------------------------------------------------------- what the bot does


def test_a_message_of_the_bot_stands_in_the_chat_with_all_that_belongs_to_it() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        hers = alice.says("Hello")
        markup = {
            "inline_keyboard": [[{"text": "More", "callback_data": "m:1"}], [{"text": "Stop", "callback_data": "s"}]]
        }
        number = said(api, alice, "Hello Alice", reply_parameters={"message_id": hers.id}, reply_markup=markup)
        message = alice.hears("Hello A")
        assert (message.id, message.sender, message.reply_to) == (number, "bot", hers.id)
        assert [(button.text, button.data) for button in message.buttons] == [("More", "m:1"), ("Stop", "s")]
        assert alice.chat.messages == [hers, message]


def test_a_text_is_trimmed_and_its_entities_move_along() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        said(api, alice, "\n  bold words \n", entities=[{"type": "bold", "offset": 3, "length": 4}])
        message = alice.chat.messages[-1]
        assert (message.text, message.entities) == ("bold words", [{"type": "bold", "offset": 0, "length": 4}])


def test_what_became_live_by_itself_can_be_told_from_what_was_sent() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        link = {"type": "text_link", "offset": 0, "length": 9, "url": "https://a.example/"}
        code = {"type": "code", "offset": 10, "length": 5}
        bold = {"type": "bold", "offset": 16, "length": 9}
        said(api, alice, "b.example /help @somebody and.co.uk", entities=[link, code, bold])
        message = alice.chat.messages[-1]
        live = [{"type": "mention", "offset": 16, "length": 9}, {"type": "url", "offset": 26, "length": 9}]
        assert message.live == live
        assert sorted(map(str, message.entities)) == sorted(map(str, [link, code, bold, *live]))


def test_an_edit_shows_in_place_and_takes_the_buttons_away() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        markup = {"inline_keyboard": [[{"text": "Stop", "callback_data": "s"}]]}
        number = said(api, alice, "Reading", reply_markup=markup)
        result(api, "editMessageText", chat_id=alice.id, message_id=number, text="Done")
        (message,) = alice.chat.messages
        assert (message.text, message.history, message.edited) == ("Done", ["Reading", "Done"], 1)
        assert message.buttons == ()
        assert alice.chat.said("Reading") is None


def test_a_reaction_takes_the_place_of_the_one_before() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        message = alice.says("Hello")
        for emoji, seen in (("👀", ["👀"]), ("👍", ["👍"]), (None, [])):
            reaction = [{"type": "emoji", "emoji": emoji}] if emoji else []
            result(api, "setMessageReaction", chat_id=alice.id, message_id=message.id, reaction=reaction)
            assert message.reactions == seen


def test_a_chat_can_allow_few_reactions_and_the_bot_is_not_to_blame() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        message = alice.says("Hello")
        alice.chat.allowed_reactions = frozenset({"👍"})
        eyes = {"chat_id": alice.id, "message_id": message.id, "reaction": [{"type": "emoji", "emoji": "👀"}]}
        assert call(api, "setMessageReaction", eyes)[1]["description"] == "Bad Request: REACTION_INVALID"
        assert api.refusals == []


def test_a_tap_reaches_the_bot_and_remembers_its_one_answer() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        said(api, alice, "Words", reply_markup={"inline_keyboard": [[{"text": "More", "callback_data": "m:1"}]]})
        tap = alice.taps("More")
        query = updates(api)[-1]["callback_query"]
        assert (query["id"], query["data"], query["message"]["text"]) == (tap.id, "m:1", "Words")
        result(api, "answerCallbackQuery", callback_query_id=tap.id, text="Here")
        assert (tap.answered, tap.text) == (True, "Here")
        with api.expect_refusal() as refused:
            call(api, "answerCallbackQuery", {"callback_query_id": tap.id})
        assert "query is too old" in str(refused[0].error)


def test_a_tap_on_a_deleted_message_only_names_it() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        said(api, alice, "Words", reply_markup={"inline_keyboard": [[{"text": "More", "callback_data": "m:1"}]]})
        message = alice.chat.messages[-1]
        alice.deletes(message)
        alice.taps("m:1", message=message)
        told = updates(api)[-1]["callback_query"]["message"]
        assert (told["message_id"], told["date"], "text" in told) == (message.id, 0, False)


def test_a_tap_needs_a_button() -> None:
    with BotApi() as api, pytest.raises(AssertionError, match="there is no button 'More'"):
        api.user("Alice").taps("More")


def test_a_draft_grows_until_the_message_comes() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        for text in ("Once", "Once upon"):
            result(api, "sendMessageDraft", chat_id=alice.id, draft_id=1, text=text)
        assert (alice.chat.draft, alice.chat.drafts) == ("Once upon", ["Once", "Once upon"])
        said(api, alice, "Once upon a time")
        assert alice.chat.draft is None


def test_an_uploaded_document_arrives_byte_by_byte() -> None:
    content = b"\r\n--\n\r" + bytes(range(256)) + b"\r\n"
    with BotApi() as api:
        alice = api.user("Alice")
        params = {"chat_id": alice.id, "caption": "Notes"}
        status, body = call(api, "sendDocument", params, files={"document": ("n.bin", content)})
        assert (status, body["result"]["document"]["file_name"]) == (200, "n.bin")
        message = alice.chat.messages[-1]
        assert message.file is not None
        assert (message.text, message.file.content) == ("Notes", content)


def test_a_deep_link_starts_the_bot_with_its_payload() -> None:
    with BotApi() as api:
        alice = api.user("Alice", started=False)
        alice.starts("owner_2026-x")
        assert updates(api)[0]["message"]["text"] == "/start owner_2026-x"
        with pytest.raises(AssertionError, match="no link with such a payload"):
            alice.starts("two words")


def test_a_person_who_blocks_the_bot_is_a_chat_it_cannot_write_to() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        alice.blocks_bot()
        status, body = call(api, "sendMessage", {"chat_id": alice.id, "text": "Hello"})
        assert (status, body["description"]) == (403, "Forbidden: bot was blocked by the user")
        alice.unblocks_bot()
        said(api, alice)
        changes = [Update.model_validate(update).my_chat_member for update in updates(api)]
        assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


def test_a_person_who_never_wrote_cannot_be_written_to_until_then() -> None:
    with BotApi() as api:
        alice = api.user("Alice", started=False)
        with api.expect_refusal():
            assert call(api, "sendMessage", {"chat_id": alice.id, "text": "Hello"})[0] == 403
        alice.says("/start")
        said(api, alice)


# ---------------------------------------------------------------- groups


def test_a_group_tells_the_bot_that_it_was_put_into_it() -> None:
    with BotApi() as api:
        group = api.group("Editors", members=[api.user("Alice")])
        first, second = updates(api)
        assert first["my_chat_member"]["new_chat_member"]["status"] == "member"
        assert second["message"]["new_chat_members"][0]["id"] == api.bot_id
        assert first["my_chat_member"]["chat"] == {"id": group.id, "type": "supergroup", "title": "Editors"}
        assert [strangers(Update.model_validate(update)) for update in (first, second)] == [[], []]


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("Good morning", False),
        ("See https://a.example", False),
        ("/brief https://a.example", True),
        ("/brief@footnote_test_bot", True),
        ("/brief@another_bot", False),
        ("what says @footnote_test_bot to this", True),
        ("what says @another_bot to this", False),
    ],
)
def test_with_privacy_mode_only_what_is_meant_for_the_bot_reaches_it(text: str, reaches: bool) -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        group = api.group("Editors", members=[alice], announce=False)
        alice.says(text, chat=group)
        assert [update["message"]["text"] for update in updates(api)] == ([text] if reaches else [])


def test_replies_to_the_bot_reach_it_and_replies_to_others_do_not() -> None:
    with BotApi() as api:
        alice, bella = api.user("Alice"), api.user("Bella")
        group = api.group("Editors", members=[alice, bella], announce=False)
        hers = bella.says("Good morning", chat=group)
        alice.replies_to(hers, "And to you")
        assert updates(api) == []
        result(api, "sendMessage", chat_id=group.id, text="A brief")
        alice.replies_to(group.messages[-1], "Thanks")
        assert [update["message"]["text"] for update in updates(api)] == ["Thanks"]


def test_a_command_for_no_bot_in_particular_goes_to_the_bot_that_spoke_last() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        group = api.group("Editors", members=[alice], announce=False)
        group.another_bot_speaks()
        alice.says("/brief", chat=group)
        assert updates(api) == []
        result(api, "sendMessage", chat_id=group.id, text="A brief")
        alice.says("/brief", chat=group)
        assert len(updates(api)) == 1


def test_an_administrator_gets_every_message() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        group = api.group("Editors", members=[alice], announce=False)
        group.promotes_bot()
        alice.says("Good morning", chat=group)
        change, message = updates(api)
        assert strangers(Update.model_validate(change)) == []
        assert message["message"]["text"] == "Good morning"
        member = result(api, "getChatMember", chat_id=group.id, user_id=api.bot_id)
        assert member["status"] == "administrator"


def test_a_group_that_becomes_a_supergroup_names_the_new_one() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        old = api.group("Editors", members=[alice], supergroup=False, announce=False)
        new = old.migrates()
        to, back = updates(api)
        assert to["message"]["migrate_to_chat_id"] == new.id
        assert back["message"]["migrate_from_chat_id"] == old.id
        assert str(new.id).startswith("-100")
        status, body = call(api, "sendMessage", {"chat_id": old.id, "text": "A brief"})
        assert (status, body["parameters"]) == (400, {"migrate_to_chat_id": new.id})
        result(api, "sendMessage", chat_id=new.id, text="A brief")


def test_a_bot_that_was_removed_or_may_not_write_is_told_so() -> None:
    with BotApi() as api:
        group = api.group("Editors", members=[api.user("Alice")], announce=False)
        send = {"chat_id": group.id, "text": "A brief"}
        group.restricts_bot()
        assert "not enough rights to send text messages" in call(api, "sendMessage", send)[1]["description"]
        group.removes_bot()
        assert call(api, "sendMessage", send)[1]["description"] == "Forbidden: bot was kicked from the supergroup chat"
        assert len(updates(api)) == 2


def test_a_topic_takes_messages_until_it_is_closed() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        group = api.group("Editors", members=[alice], announce=False)
        thread = group.opens_topic("Harbour")
        alice.says("/brief", chat=group, thread=thread)
        asked = updates(api)[-1]["message"]
        assert (asked["message_thread_id"], asked["is_topic_message"]) == (thread, True)
        send = {"chat_id": group.id, "text": "A brief", "message_thread_id": thread}
        assert result(api, "sendMessage", **send)["message_thread_id"] == thread
        group.closes_topic(thread)
        assert call(api, "sendMessage", send)[1]["description"] == "Bad Request: TOPIC_CLOSED"


# ---------------------------------------------------------------- failures


@pytest.mark.parametrize(
    ("fault", "status", "description"),
    [
        ("400:Bad Request: message is too odd", 400, "Bad Request: message is too odd"),
        ("401", 401, "Unauthorized"),
        ("403", 403, "Forbidden: bot was blocked by the user"),
        ("404", 404, "Not Found"),
        ("409", 409, "Conflict: terminated by other getUpdates request"),
        ("500", 500, "Internal Server Error"),
    ],
)
def test_the_next_call_fails_as_asked_and_the_one_after_does_not(fault: str, status: int, description: str) -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        api.fail_next("sendMessage", fault)
        got, body = call(api, "sendMessage", {"chat_id": alice.id, "text": "Hello"})
        assert (got, body["error_code"]) == (status, status)
        assert body["description"].startswith(description)
        assert alice.chat.messages == []
        said(api, alice)
        assert [one.fault for one in api.calls_of("sendMessage")] == [fault, None]


def test_too_many_requests_say_how_long_to_wait() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        api.fail_next("sendMessage", "429", retry_after=7)
        status, body = call(api, "sendMessage", {"chat_id": alice.id, "text": "Hello"})
        assert (status, body["description"]) == (429, "Too Many Requests: retry after 7")
        assert body["parameters"] == {"retry_after": 7}


def test_a_migration_can_be_pretended() -> None:
    with BotApi() as api:
        api.fail_next("sendMessage", "migrated", migrate_to_chat_id=-100123)
        _, body = call(api, "sendMessage", {"chat_id": api.user("Alice").id, "text": "Hello"})
        assert body["parameters"] == {"migrate_to_chat_id": -100123}


@pytest.mark.parametrize(("fault", "delivered"), [("reset", 0), ("deliver_then_reset", 1)])
def test_a_connection_that_breaks_does_not_say_whether_the_message_was_sent(fault: str, delivered: int) -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        api.fail_next("sendMessage", fault)
        with pytest.raises(ConnectionError):
            call(api, "sendMessage", {"chat_id": alice.id, "text": "Hello"})
        alice.chat.wait_for(lambda chat: len(chat.messages) == delivered)


@pytest.mark.parametrize(("fault", "delivered"), [("502_html", 0), ("deliver_then_502", 1)])
def test_a_gateway_answers_with_a_page(fault: str, delivered: int) -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        api.fail_next("sendMessage", fault)
        body = json.dumps({"chat_id": alice.id, "text": "Hello"}).encode()
        status, page = fetch(api, f"/bot{api.token}/sendMessage", media_type="application/json", body=body)
        assert (status, page[:6]) == (502, b"<html>")
        assert len(alice.chat.messages) == delivered


def test_an_answer_can_be_cut_in_the_middle() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        api.fail_next("sendMessage", "bad_json")
        with pytest.raises(json.JSONDecodeError):
            call(api, "sendMessage", {"chat_id": alice.id, "text": "Hello"})
        assert len(alice.chat.messages) == 1


@pytest.mark.parametrize(("fault", "delivered"), [("hang", 0), ("deliver_then_hang", 1)])
def test_a_call_that_hangs_is_let_go_when_the_double_is_closed(fault: str, delivered: int) -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        api.fail_next("sendMessage", fault)
        thread, found = in_thread(lambda: _swallow(lambda: said(api, alice)))
        api.wait_for(lambda api: [one for one in api.calls if one.ended and one.fault])
        assert len(alice.chat.messages) == delivered
    thread.join(20)
    assert found == ["broken"]


def _swallow(work: Callable[[], Any]) -> str:
    try:
        work()
    except (OSError, HTTPException):
        return "broken"
    return "fine"


def test_a_fault_can_wait_for_one_chat_alone() -> None:
    with BotApi() as api:
        alice, bella = api.user("Alice"), api.user("Bella")
        api.fail_next("sendMessage", "500", times=2, chat=bella)
        said(api, alice)
        statuses = [call(api, "sendMessage", {"chat_id": bella.id, "text": "Hello"})[0] for _ in range(3)]
        assert statuses == [500, 500, 200]


def test_a_slow_call_is_carried_out() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        api.fail_next("sendMessage", "slow:0.01")
        said(api, alice)
        assert len(alice.chat.messages) == 1


def test_the_download_of_a_file_can_fail() -> None:
    with BotApi() as api:
        file = api.user("Alice").sends_file("notes.txt", b"notes").file
        assert file is not None
        api.fail_next("download", "502_html")
        assert fetch(api, f"/file/bot{api.token}/{file.path}")[0] == 502
        assert fetch(api, f"/file/bot{api.token}/{file.path}") == (200, b"notes")


def test_a_fault_that_there_is_not_is_a_mistake_of_the_test() -> None:
    with BotApi() as api:
        with pytest.raises(ValueError, match="no fault is called 'explode'"):
            api.fail_next("sendMessage", "explode")
        with pytest.raises(AssertionError, match="has no method sendmessage"):
            api.fail_next("sendmessage", "500")


# ---------------------------------------------------------------- what is written down


def test_a_call_that_the_bot_got_wrong_fails_the_test_when_the_double_is_closed() -> None:
    wrong = pytest.raises(AssertionError, match=r"the bot got wrong:\n  sendMessage\(.*message text is empty")
    with wrong, BotApi() as api:
        call(api, "sendMessage", {"chat_id": api.user("Alice").id, "text": ""})


def test_a_wrong_call_does_not_hide_the_failure_of_the_test_itself() -> None:
    def fails(api: BotApi) -> None:
        with api:
            call(api, "sendMessage", {"chat_id": api.user("Alice").id, "text": ""})
            raise RuntimeError("first")

    with pytest.raises(RuntimeError, match="first"):
        fails(BotApi())


def test_an_expected_refusal_has_to_come() -> None:
    with BotApi() as api, pytest.raises(AssertionError, match="no call was refused"), api.expect_refusal():
        result(api, "getMe")


def test_a_method_that_the_double_does_not_know_is_a_defect_of_the_test() -> None:
    with pytest.raises(AssertionError, match="does not know sendVenue yet"), BotApi() as api:
        assert call(api, "sendVenue")[0] == 501


def test_a_fault_that_meets_no_call_is_a_defect_of_the_test() -> None:
    with pytest.raises(AssertionError, match=r"fail_next\('sendMessage', '500'\) met no call"), BotApi() as api:
        api.fail_next("sendMessage", "500")


def test_a_call_made_again_after_a_lost_answer_is_not_held_against_the_bot() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        edit = {"chat_id": alice.id, "message_id": said(api, alice), "text": "Other words"}
        api.fail_next("editMessageText", "deliver_then_502")
        with pytest.raises(json.JSONDecodeError):
            call(api, "editMessageText", edit)
        status, body = call(api, "editMessageText", edit)
        assert (status, "message is not modified" in body["description"]) == (400, True)
        assert api.refusals == []


def test_who_writes_too_much_to_one_chat_has_to_wait() -> None:
    with BotApi() as api:
        alice, bella = api.user("Alice"), api.user("Bella")
        send = {"chat_id": alice.id, "text": "Hello"}
        answers = [call(api, "sendMessage", send) for _ in range(20)]
        first = next(at for at, (status, _) in enumerate(answers) if status == 429)
        assert first >= 8
        assert answers[first][1]["parameters"]["retry_after"] >= 1
        assert len(alice.chat.messages) == 20 - len(api.floods)
        said(api, bella)
        assert api.refusals == []


@pytest.mark.parametrize(
    ("token", "status"),
    [("7311200042:AAE_double-0123456789abcdefghijklmX", 401), ("7311200042:short", 404), ("x", 404)],
)
def test_a_wrong_token_is_refused(token: str, status: int) -> None:
    with BotApi() as api, api.expect_refusal() as refused:
        assert call(api, "getMe", token=token)[0] == status
    assert [one.status for one in refused] == [status]


def test_calls_are_written_down_with_their_connection() -> None:
    with BotApi() as api:
        said(api, api.user("Alice"), "Hello")
        result(api, "getMe")
        first, second = api.calls
        assert (first.method, first.params["text"], first.status) == ("sendMessage", "Hello", 200)
        assert first.connection != second.connection
        assert first.time <= second.time


def test_waiting_in_vain_tells_what_was_said_and_called() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        alice.says("Anybody there?")
        said(api, alice, "Yes")
        with pytest.raises(AssertionError, match=r"Alice: Anybody there\?\n.*bot: Yes\n.*\n.*sendMessage\("):
            alice.hears(re.compile("No"), timeout=0.01)


async def test_waiting_in_vain_inside_an_event_loop_says_what_may_be_wrong() -> None:
    with BotApi() as api:
        alice = api.user("Alice")
        with pytest.raises(AssertionError, match="blocked an event loop"):
            alice.hears("Yes", timeout=0.01)
        with pytest.raises(AssertionError, match=r"within 0.01 s\n"):
            await alice.hears_async("Yes", timeout=0.01)


def say_often(api: BotApi, person: Person) -> None:
    for _ in range(5):
        said(api, person)


def test_many_calls_at_once_are_all_carried_out() -> None:
    with BotApi(flood_limits=False) as api:
        people = [api.user(f"Reader {at}") for at in range(20)]
        threads = [in_thread(partial(say_often, api, person))[0] for person in people]
        for thread in threads:
            thread.join(30)
        numbers = [message.id for person in people for message in person.chat.messages]
        assert len(set(numbers)) == len(numbers) == 100


def test_it_can_be_talked_to_by_hand() -> None:
    command = [sys.executable, "-m", "tests.doubles.bot_api", "--port", "0"]
    done = subprocess.run(
        command, cwd=ROOT, input="Good morning\n[More]\n", capture_output=True, text=True, timeout=60, check=True
    )
    assert re.search(r"TELEGRAM_BOT_TOKEN=\d+:\S+ FOOTNOTE_TELEGRAM_API=http://127.0.0.1:\d+\n", done.stdout)
    assert "there is no button 'More'" in done.stdout
