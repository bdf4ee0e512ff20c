"""The button under "I summarised this already": what a tap does, whose it is, and when it is too late."""

import asyncio
from typing import Any

import pytest

from bot.adapters.reading.reader import paste
from bot.app import open_texts
from bot.chat.commands import CLOSE, OPEN
from bot.chat.queues import MOST_WAITING
from bot.core.access import Access
from bot.core.errors import DeliveryError, LoadError
from bot.core.models import Article
from bot.core.offers import offer_data
from bot.core.requests import Item, Link
from tests.chat.test_reception import FERRY, TRAM, a_while, until
from tests.doubles.in_process import GROUP, GUEST, OWNER, STRANGER, InProcess, message, person, update
from tests.doubles.memory import Books, Room, Shown

EN = open_texts("en")
URL = "https://news.example.com/ferry"
OTHER = "https://news.example.com/tram"
BUTTON = offer_data("again", 8)


class Pages:
    """Reads two pages; `hold` keeps them from being read."""

    def __init__(self) -> None:
        self.opened: list[Link] = []
        self.hold: asyncio.Event | None = None

    async def load(self, item: Item) -> Article:
        assert isinstance(item, Link)
        self.opened.append(item)
        if self.hold:
            await self.hold.wait()
        if item.url not in {URL, OTHER}:
            raise LoadError("unreachable")
        return paste(FERRY if item.url == URL else TRAM).model_copy(update={"url": item.url})


class Scene:
    """A guest who has sent one link twice, and sees the pointer."""

    def __init__(self, *, chat: int = GUEST) -> None:
        self.chat, self.room, self.pages, self.books = chat, Room(), Pages(), Books(owner=OWNER)
        self.books.rules = Access(owner_id=OWNER, listed=frozenset({GUEST, GROUP}))
        self.starts()

    def starts(self) -> None:
        """Start the bot, or start it again: what is in the books and in the chat stays."""
        self.bot = InProcess(self.room, loader=self.pages, books=self.books)

    async def sends(self, url: str, *, number: int, by: int = GUEST) -> None:
        entity = {"type": "url", "offset": 0, "length": len(url)}
        made = update(message=message(url, by=by, chat=self.chat, number=number, entities=[entity]))
        await self.bot.reception.take(made)
        await until(lambda: made.update_id in self.books.done_updates)

    async def ends(self, name: str) -> None:
        await until(lambda: f"{self.chat}:{name}" in self.books.ends)

    async def sends_twice(self) -> int:
        """Send one link twice; return the pointer's number."""
        for number in (7, 8):
            await self.sends(URL, number=number)
            await self.ends(str(number))
        return max(self.room.messages)

    async def taps(self, data: str, *, on: int | None, by: int = GUEST, chat: int | None = None, **more: Any) -> int:
        """Tap a button; return the number of the update."""
        query: dict[str, Any] = {"id": "77", "from": person(by), "chat_instance": "1", "data": data}
        if on is not None:
            query["message"] = message("…", by=99, chat=self.chat if chat is None else chat, number=on) | more
        made = update(callback_query=query)
        await self.bot.commands.tap(made)
        return made.update_id

    @property
    def shown(self) -> list[Shown]:
        return list(self.room.messages.values())


async def test_the_same_link_again_is_answered_with_the_brief_and_the_eyes_come_at_once() -> None:
    scene = Scene()
    pointer = await scene.sends_twice()
    shown = scene.room.messages[pointer]
    assert (shown.text, shown.reply_to) == (EN.say("chat-again-now"), min(scene.room.messages))
    assert [button.data for button in shown.buttons] == [BUTTON]
    await until(lambda: len(scene.room.reactions) == 4)
    assert [emoji for _, number, emoji in scene.room.reactions if number == 8] == ["👀", None]


async def test_the_same_link_while_the_first_is_being_read_waits_for_it_and_points_to_it() -> None:
    scene = Scene()
    scene.pages.hold = asyncio.Event()
    await scene.sends(URL, number=7)
    await until(lambda: len(scene.pages.opened) == 1)
    await scene.sends(URL, number=8)
    await a_while()
    assert len(scene.room.messages) == 1
    scene.pages.hold.set()
    await scene.ends("8")
    assert scene.shown[1].text == EN.say("chat-again-now")
    assert len(scene.pages.opened) == 1


class TestATap:
    async def test_it_takes_the_button_away_and_makes_a_new_brief_of_the_page_as_it_is_now(self) -> None:
        scene = Scene()
        pointer = await scene.sends_twice()
        number = await scene.taps(BUTTON, on=pointer)
        await scene.ends("8:again")
        shown = scene.room.messages[pointer]
        assert (shown.text, shown.buttons) == (EN.say("chat-again-now"), ())
        assert (scene.room.taps, scene.room.notices) == (["77"], [EN.say("chat-offer-begun")])
        assert [link.fresh for link in scene.pages.opened] == [False, True]
        assert (scene.shown[-1].reply_to, scene.books.ends["5:8:again"]) == (8, ("answered", None))
        assert number in scene.books.done_updates

    async def test_twice_it_makes_one_brief(self) -> None:
        scene = Scene()
        pointer = await scene.sends_twice()
        await asyncio.gather(*(scene.taps(BUTTON, on=pointer) for _ in range(3)))
        await scene.ends("8:again")
        await scene.taps(BUTTON, on=pointer)
        await a_while()
        assert len(scene.pages.opened) == 2
        assert scene.room.taps == ["77"] * 4
        assert sorted(scene.room.notices) == sorted([EN.say("chat-offer-begun"), *[EN.say("chat-offer-known")] * 3])

    async def test_it_works_after_a_restart_and_on_a_message_that_telegram_no_longer_shows_the_bot(self) -> None:
        scene = Scene()
        pointer = await scene.sends_twice()
        scene.starts()
        await scene.taps(BUTTON, on=pointer, date=0)
        await scene.ends("8:again")
        assert len(scene.pages.opened) == 2

    async def test_a_pointer_that_was_deleted_meanwhile_holds_nothing_up(self) -> None:
        scene = Scene()
        pointer = await scene.sends_twice()
        scene.room.fail("take_buttons", DeliveryError("gone"))
        await scene.taps(BUTTON, on=pointer)
        await scene.ends("8:again")

    async def test_in_a_group_anybody_there_may_tap(self) -> None:
        scene = Scene(chat=GROUP)
        pointer = await scene.sends_twice()
        await scene.taps(BUTTON, on=pointer, by=STRANGER)
        await scene.ends("8:again")
        assert scene.books.asked[f"{GROUP}:8:again"].asker_id == STRANGER


class TestATapThatDoesNothing:
    async def test_a_button_of_another_chat_is_answered_and_leads_nowhere(self) -> None:
        scene = Scene()
        await scene.sends_twice()
        await scene.taps(BUTTON, on=3, by=OWNER, chat=OWNER)
        await a_while()
        assert scene.room.notices == [EN.say("chat-offer-gone")]
        assert len(scene.pages.opened) == 1

    @pytest.mark.parametrize("number", [7, 9, 10**15])
    async def test_so_is_one_about_a_message_that_was_not_pointed_from(self, number: int) -> None:
        scene = Scene()
        pointer = await scene.sends_twice()
        await scene.taps(offer_data("again", number), on=pointer)
        await a_while()
        assert scene.room.notices == [EN.say("chat-offer-gone")]
        assert scene.room.messages[pointer].buttons
        assert len(scene.pages.opened) == 1

    @pytest.mark.parametrize("data", ["v1:again:", "v1:again:8x", "v0:again:8", "x", "v1:access"])
    async def test_a_button_of_another_version_says_that_it_does_not_work(self, data: str) -> None:
        scene = Scene()
        pointer = await scene.sends_twice()
        await scene.taps(data, on=pointer)
        assert scene.room.notices == [EN.say("chat-button-old")]
        assert len(scene.pages.opened) == 1

    async def test_so_does_one_under_no_message(self) -> None:
        scene = Scene()
        await scene.sends_twice()
        await scene.taps(BUTTON, on=None)
        assert scene.room.notices == [EN.say("chat-button-old")]

    async def test_who_is_not_served_any_more_is_told_so(self) -> None:
        scene = Scene()
        pointer = await scene.sends_twice()
        await scene.bot.gate.list_chat(GUEST, listed=False)
        await scene.taps(BUTTON, on=pointer)
        await a_while()
        assert scene.room.notices == [EN.say("chat-stranger", id=str(GUEST))]
        assert len(scene.pages.opened) == 1

    async def test_where_too_much_waits_the_button_stays(self) -> None:
        scene = Scene()
        pointer = await scene.sends_twice()
        scene.pages.hold = asyncio.Event()
        for number in range(10, 11 + MOST_WAITING):
            await scene.sends(OTHER, number=number)
        await scene.taps(BUTTON, on=pointer)
        assert scene.room.notices == [EN.say("chat-busy")]
        assert scene.room.messages[pointer].buttons
        scene.pages.hold.set()
        await scene.ends(str(10 + MOST_WAITING))

    @pytest.mark.parametrize("data", [OPEN, CLOSE])
    async def test_the_owners_buttons_stay_the_owners(self, data: str) -> None:
        scene = Scene()
        await scene.taps(data, on=3)
        assert scene.books.rules.is_open is False
        assert scene.room.taps == ["77"]


@pytest.mark.parametrize("language", ["en", "es", "de", "ru", "ar"])
def test_what_a_tap_is_answered_with_fits_into_a_notice(language: str) -> None:
    texts = open_texts(language)
    sentences = ("chat-offer-begun", "chat-offer-known", "chat-offer-gone", "chat-button-old", "chat-busy")
    said = [texts.say(one) for one in sentences]
    said.append(texts.say("chat-stranger", id="-" + "9" * 16))
    assert all(len(one.encode("utf-16-le")) // 2 <= 200 for one in said)
