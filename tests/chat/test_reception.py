"""From what people send to a request, and everything that can come in between."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.adapters.reading.reader import paste
from bot.app import open_texts
from bot.chat.queues import MOST_WAITING
from bot.chat.reception import SEEN
from bot.core.access import Access
from bot.core.errors import DeliveryError, LoadError
from bot.core.models import Article
from bot.core.requests import Item, PastedText, Request
from tests.doubles.in_process import GUEST, NOW, OWNER, InProcess, message, person, update
from tests.doubles.memory import Books, Room

EN = open_texts("en")
FERRY = """Ferry service to the outer islands resumes

The ferry to the outer islands sails again from Wednesday, the harbour office said on Monday.

Both ships had been in the yard for eleven days, and 340 people had asked for their money back."""
TRAM = """Tram line reaches the hospital at last

The new tram line to the hospital opened on Sunday after nine years, the transport office said.

About two thousand people rode the first trains, which were free of charge until the evening."""
FILE = {"file_id": "F1", "file_unique_id": "U1"}
STICKER: dict[str, Any] = {
    "sticker": FILE | {"width": 9, "height": 9, "is_animated": False, "is_video": False, "type": "regular"}
}
PHOTO: dict[str, Any] = {"photo": [FILE | {"width": 9, "height": 9}]}
LONG = 60.0
"""Seconds of quiet that no test waits for: a burst stays open."""


class Reading:
    """Reads pasted text; `hold` keeps it from ending."""

    def __init__(self) -> None:
        self.hold: asyncio.Event | None = None
        self.begun: list[str] = []

    async def load(self, item: Item) -> Article:
        if not isinstance(item, PastedText):
            raise LoadError("unreachable")
        self.begun.append(item.text)
        if self.hold:
            await self.hold.wait()
        return paste(item.text)


class Scene:
    """A bot with a guest, who sends things; each update is handled as the application handles it."""

    def __init__(self, *, quiet: float = 0.0) -> None:
        self.room, self.books, self.reading = Room(), Books(owner=OWNER), Reading()
        self.books.rules = Access(owner_id=OWNER, listed=frozenset({GUEST}))
        self.bot = InProcess(self.room, loader=self.reading, books=self.books, quiet=quiet)
        self.reception = self.bot.reception

    async def sends(self, text: str = "", *, number: int = 7, **more: Any) -> int:
        """Send a message; return the number of its update."""
        made = update(message=message(text, number=number, **more))
        await self.reception.take(made)
        await self.reception.done(made)
        return made.update_id

    async def edits(self, text: str, *, number: int = 7) -> int:
        made = update(edited_message=message(text, number=number, edit_date=int(NOW.timestamp()) + 60))
        await self.reception.amend(made)
        await self.reception.done(made)
        return made.update_id

    async def stops(self, *, by: int = GUEST) -> None:
        made = update(message=message("/stop", by=by, number=900))
        assert made.message is not None
        await self.reception.stop(made.message)

    def holds(self) -> asyncio.Event:
        """Keep everything that is read from now on from being finished, until the event is set."""
        self.reading.hold = asyncio.Event()
        return self.reading.hold

    async def keeps(self, number: int) -> None:
        """Wait until a message has become a request."""
        await until(lambda: f"{GUEST}:{number}" in self.books.open_requests)

    async def reads(self, *, count: int = 1) -> None:
        """Wait until a request is being read, with its first sign in the chat."""
        await until(lambda: len(self.reading.begun) >= count and len(self.room.messages) >= count)

    async def ends(self, *names: str) -> None:
        await until(lambda: set(names) <= set(self.books.ends))

    @property
    def dealt_with(self) -> set[int]:
        return {*self.bot.updates.finished, *self.books.done_updates}

    @property
    def eyes(self) -> list[tuple[int, str | None]]:
        """What became of the reactions: the message, and the emoji or None."""
        return [(number, emoji) for _, number, emoji in self.room.reactions]


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 - what is waited for is seen from outside
            await asyncio.sleep(0.001)


async def a_while() -> None:
    """Let everything happen that is going to happen at once."""
    for _ in range(20):
        await asyncio.sleep(0)


def asked(number: int, text: str = FERRY) -> Request:
    return Request(
        id=f"{GUEST}:{number}",
        chat_id=GUEST,
        asker_id=GUEST,
        message_id=number,
        items=(PastedText(text=text),),
        asked_at=NOW,
    )


# ---------------------------------------------------------------- taking in


class TestAnArticle:
    async def test_it_is_seen_answered_and_its_update_is_part_of_the_request(self) -> None:
        scene = Scene()
        number = await scene.sends(FERRY)
        await scene.ends("5:7")
        assert scene.books.ends["5:7"] == ("answered", None)
        assert scene.books.done_updates == [number]
        await until(lambda: scene.eyes == [(7, SEEN), (7, None)])
        [shown] = scene.room.messages.values()
        assert (shown.chat_id, shown.reply_to) == (GUEST, 7)
        assert "ferry" in shown.text

    async def test_articles_sent_at_once_are_one_request(self) -> None:
        scene = Scene()
        numbers = [await scene.sends(FERRY), await scene.sends(TRAM, number=8)]
        await scene.ends("5:7")
        assert list(scene.books.attempts) == ["5:7"]
        assert scene.books.done_updates == numbers
        assert scene.eyes[0] == (7, SEEN)
        assert (8, SEEN) not in scene.eyes

    async def test_the_same_message_twice_is_answered_once(self) -> None:
        scene = Scene()
        await scene.sends(FERRY)
        await scene.ends("5:7")
        again = await scene.sends(FERRY)
        await until(lambda: again in scene.dealt_with)
        await a_while()
        assert scene.books.attempts == {"5:7": 1}
        assert len(scene.room.messages) == 1

    async def test_what_waits_for_more_is_not_dealt_with_yet(self) -> None:
        scene = Scene(quiet=LONG)
        number = await scene.sends(FERRY)
        assert number not in scene.dealt_with
        await scene.reception.aclose()
        assert number not in scene.dealt_with, "after a restart it has to be found again"

    async def test_a_service_message_is_nothing_to_answer(self) -> None:
        scene = Scene()
        number = await scene.sends(pinned_message=message("x", number=3))
        await a_while()
        assert scene.dealt_with == {number}
        assert scene.room.calls == []

    async def test_an_update_without_a_message_is_no_fault(self) -> None:
        scene = Scene()
        odd = update(callback_query={"id": "1", "from": person(GUEST), "chat_instance": "1"})
        await scene.reception.take(odd)
        await scene.reception.amend(odd)
        assert scene.room.calls == []


class TestHints:
    @pytest.mark.parametrize(
        ("content", "hint"),
        [
            ({"text": "Good morning"}, "hint-greeting"),
            ({"text": "/summarise"}, "hint-command"),
            (STICKER, "hint-sticker"),
            (PHOTO, "hint-photo"),
            ({"voice": FILE | {"duration": 3}}, "hint-voice"),
            ({"contact": {"phone_number": "1", "first_name": "A"}}, "hint-other"),
        ],
    )
    async def test_what_cannot_be_read_is_answered_at_once_and_makes_no_request(
        self, content: dict[str, Any], hint: str
    ) -> None:
        scene = Scene()
        number = await scene.sends(**content)
        await until(lambda: bool(scene.room.messages))
        [shown] = scene.room.messages.values()
        assert (shown.text, shown.reply_to) == (EN.say(hint, least=25), 7)
        assert scene.dealt_with == {number}
        assert scene.books.attempts == {}
        assert scene.eyes == []

    async def test_an_album_gets_one_hint(self) -> None:
        scene = Scene()
        numbers = {await scene.sends(number=number, media_group_id="album", **PHOTO) for number in range(7, 14)}
        await until(lambda: bool(scene.room.messages))
        await a_while()
        assert scene.room.texts == [EN.say("hint-photo")]
        assert scene.dealt_with == numbers

    async def test_a_sticker_beside_an_article_is_let_pass(self) -> None:
        scene = Scene()
        await scene.sends(**STICKER)
        await scene.sends(FERRY, number=8)
        await scene.ends("5:7")
        assert scene.books.ends["5:7"] == ("answered", None)
        assert len(scene.room.messages) == 1

    async def test_a_hint_is_in_the_senders_language(self) -> None:
        scene = Scene()
        await scene.sends(language="de", **STICKER)
        await until(lambda: bool(scene.room.messages))
        assert scene.room.texts == [open_texts("de").say("hint-sticker")]

    async def test_a_hint_that_cannot_be_delivered_is_nobodys_fault(self, caplog: pytest.LogCaptureFixture) -> None:
        scene = Scene()
        scene.room.fail("send", DeliveryError("blocked"))
        number = await scene.sends(**STICKER)
        await until(lambda: scene.books.unreachable == {GUEST})
        assert scene.dealt_with == {number}
        assert [record for record in caplog.records if record.levelname == "ERROR"] == []


class TestFaults:
    async def test_what_the_books_refuse_is_left_for_the_next_start_and_written_down_without_its_words(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        scene = Scene()

        async def refuse(*args: object, **kwargs: object) -> int:
            raise ZeroDivisionError(FERRY)

        scene.books.add = refuse  # type: ignore[method-assign]
        number = await scene.sends(FERRY)
        await until(lambda: "could not be taken in" in caplog.text)
        assert number not in scene.dealt_with
        assert "ZeroDivisionError" in caplog.text
        assert "harbour" not in caplog.text

    async def test_a_reaction_that_is_not_possible_holds_nothing_up(self) -> None:
        scene = Scene()
        scene.room.fail("react", DeliveryError("unreachable"))
        scene.room.fail("react", DeliveryError("rejected", reason="no"))
        await scene.sends(FERRY)
        await scene.ends("5:7")
        assert scene.books.ends["5:7"] == ("answered", None)


# ---------------------------------------------------------------- edits


class TestEdits:
    async def test_what_still_waits_is_read_in_its_new_form(self) -> None:
        scene = Scene(quiet=0.02)
        numbers = [await scene.sends(TRAM), await scene.edits(FERRY)]
        await scene.ends("5:7")
        assert scene.reading.begun == [FERRY]
        assert scene.books.done_updates == numbers

    async def test_what_was_answered_is_not_answered_again_and_that_is_said_once(self) -> None:
        scene = Scene()
        await scene.sends(FERRY)
        await scene.ends("5:7")
        numbers = {await scene.edits(TRAM), await scene.edits(FERRY)}
        await a_while()
        assert scene.room.texts[1:] == [EN.say("chat-edited")]
        assert [shown.reply_to for shown in scene.room.messages.values()] == [7, 7]
        assert scene.books.attempts == {"5:7": 1}
        assert numbers <= scene.dealt_with

    async def test_each_edited_message_has_its_own_word(self) -> None:
        scene = Scene()
        for number in (7, 8):
            await scene.sends(FERRY, number=number)
            await scene.ends(f"5:{number}")
        for number in (7, 8):
            await scene.edits(TRAM, number=number)
        assert scene.room.texts[2:] == [EN.say("chat-edited")] * 2

    async def test_an_edit_is_told_again_the_next_day(self) -> None:
        scene = Scene()
        await scene.sends(FERRY)
        await scene.ends("5:7")
        await scene.edits(TRAM)
        scene.bot.day += timedelta(days=1)
        await scene.edits(FERRY)
        assert scene.room.texts[1:] == [EN.say("chat-edited")] * 2

    async def test_a_message_that_asked_for_nothing_is_read_when_it_becomes_an_article(self) -> None:
        scene = Scene()
        await scene.sends("Good morning")
        await until(lambda: bool(scene.room.messages))
        await scene.edits(FERRY)
        await scene.ends("5:7")
        assert scene.books.ends["5:7"] == ("answered", None)


# ---------------------------------------------------------------- too much at once


async def test_when_the_queue_is_full_that_is_said_and_the_eyes_close() -> None:
    scene = Scene()
    go = scene.holds()
    for number in range(1, MOST_WAITING + 2):
        await scene.sends(FERRY, number=number)
        await scene.keeps(number)
    await scene.reads()
    too_many = await scene.sends(FERRY, number=99)
    await until(lambda: EN.say("chat-busy") in scene.room.texts)
    assert too_many in scene.dealt_with
    assert (99, None) in scene.eyes
    assert "5:99" not in scene.books.open_requests
    go.set()
    await scene.ends(*[f"5:{number}" for number in range(1, MOST_WAITING + 2)])
    assert "5:99" not in scene.books.ends


# ---------------------------------------------------------------- after a restart


class TestResuming:
    async def test_what_was_left_undone_is_done_in_its_order(self) -> None:
        scene = Scene()
        for request in (asked(7), asked(8, TRAM)):
            await scene.books.add(request)
        assert await scene.reception.resume() == 2
        await scene.ends("5:7", "5:8")
        assert scene.reading.begun == [FERRY, TRAM]
        assert {outcome for outcome, _ in scene.books.ends.values()} == {"answered"}

    async def test_with_nothing_undone_nothing_happens(self) -> None:
        scene = Scene()
        assert await scene.reception.resume() == 0
        await a_while()
        assert scene.room.calls == []

    async def test_what_is_cut_off_by_the_end_is_taken_up_in_the_same_message(self) -> None:
        scene = Scene()
        scene.holds()
        await scene.sends(FERRY)
        await scene.reads()
        await scene.reception.aclose()
        assert list(scene.books.open_requests) == ["5:7"]
        scene.reading.hold = None
        assert await scene.reception.resume() == 1
        await scene.ends("5:7")
        [shown] = scene.room.messages.values()
        assert "ferry" in shown.text


# ---------------------------------------------------------------- stopping


class TestStopping:
    async def test_where_nothing_is_done_that_is_said(self) -> None:
        scene = Scene()
        await scene.stops()
        [shown] = scene.room.messages.values()
        assert (shown.text, shown.reply_to) == (EN.say("chat-nothing-to-stop"), 900)

    async def test_what_still_waited_for_more_never_becomes_a_request(self) -> None:
        scene = Scene(quiet=LONG)
        number = await scene.sends(FERRY)
        await scene.stops()
        await until(lambda: scene.eyes == [(7, SEEN), (7, None)])
        assert scene.room.texts == [EN.say("chat-stopped")]
        assert scene.dealt_with == {number}
        assert scene.books.attempts == {}

    async def test_what_is_being_read_ends_in_its_own_message(self) -> None:
        scene = Scene()
        scene.holds()
        await scene.sends(FERRY)
        await scene.reads()
        await scene.stops()
        assert scene.room.texts == [EN.say("chat-stopped")]
        assert scene.books.ends == {"5:7": ("stopped", None)}
        await until(lambda: scene.eyes[-1] == (7, None))

    async def test_all_that_waits_behind_it_ends_too(self) -> None:
        scene = Scene()
        go = scene.holds()
        for number in (7, 8, 9):
            await scene.sends(FERRY, number=number)
            await scene.keeps(number)
        await scene.reads()
        await scene.stops()
        go.set()
        await a_while()
        assert {name: end[0] for name, end in scene.books.ends.items()} == dict.fromkeys(
            ("5:7", "5:8", "5:9"), "stopped"
        )
        assert scene.room.texts == [EN.say("chat-stopped")]
        assert len(scene.reading.begun) == 1

    async def test_another_chat_works_on(self) -> None:
        scene = Scene()
        go = scene.holds()
        await scene.sends(FERRY)
        await scene.sends(TRAM, by=OWNER)
        await scene.reads(count=2)
        await scene.stops(by=OWNER)
        go.set()
        await scene.ends("5:7", "1:7")
        assert scene.books.ends == {"5:7": ("answered", None), "1:7": ("stopped", None)}

    async def test_an_answer_on_its_way_arrives_and_there_is_nothing_to_stop(self) -> None:
        scene = Scene()
        keep, giving = scene.books.keep, asyncio.Event()

        async def slowly(*args: Any, **kwargs: Any) -> None:
            giving.set()
            await asyncio.sleep(0.01)
            await keep(*args, **kwargs)

        scene.books.keep = slowly  # type: ignore[method-assign]
        await scene.sends(FERRY)
        await giving.wait()
        await scene.stops()
        assert scene.books.ends == {"5:7": ("answered", None)}
        assert scene.room.texts[1:] == [EN.say("chat-nothing-to-stop")]

    async def test_after_the_answer_there_is_nothing_to_stop(self) -> None:
        scene = Scene()
        await scene.sends(FERRY)
        await scene.ends("5:7")
        await until(lambda: (7, None) in scene.eyes)
        await scene.stops()
        assert scene.room.texts[1:] == [EN.say("chat-nothing-to-stop")]

    async def test_what_is_sent_after_a_stop_is_answered(self) -> None:
        scene = Scene()
        scene.holds()
        await scene.sends(FERRY)
        await scene.reads()
        await scene.stops()
        scene.reading.hold = None
        await scene.sends(TRAM, number=8)
        await scene.ends("5:8")
        assert scene.books.ends["5:8"] == ("answered", None)

    async def test_a_chat_that_turned_the_bot_away_is_worked_for_no_more(self) -> None:
        scene = Scene()
        scene.holds()
        await scene.sends(FERRY)
        await scene.reads()
        member = {"user": {"id": 99, "is_bot": True, "first_name": "Footnote"}, "status": "kicked", "until_date": 0}
        change = {"date": 1_780_000_000, "from": person(GUEST), "chat": message()["chat"]}
        scene.room.fail("edit", DeliveryError("blocked"))
        await scene.bot.commands.membership(
            update(my_chat_member=change | {"old_chat_member": member, "new_chat_member": member})
        )
        assert scene.books.ends == {"5:7": ("stopped", None)}
        assert scene.books.unreachable == {GUEST}
        assert EN.say("chat-stopped") not in scene.room.texts
