"""The same links again in one chat: what a person sees instead of the same brief twice."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from bot.adapters.languages import LangidLanguages
from bot.adapters.reading.reader import paste
from bot.app import open_texts
from bot.core.errors import DeliveryError, LoadError
from bot.core.knowledge import Knowledge
from bot.core.models import Article
from bot.core.offers import ask_again, offer_data
from bot.core.reports import CHOOSE
from bot.core.requests import Item, Link, PastedText, Request
from bot.flows.answer import Answering, answer
from bot.flows.brief import Means, at_once
from bot.flows.dispatch import Dispatch
from bot.flows.gather import GatherLimits
from tests.doubles.memory import Books, Room, Shown
from tests.flows.test_answer import CHESS, CRANE, NOW

EN = open_texts("en")
PAGES = {"https://news.example.com/crane": CRANE, "https://news.example.com/chess": CHESS}
CRANE_URL, CHESS_URL = PAGES
DEAD = "https://news.example.com/dead"


class Reading:
    """Reads two pages; each time that is done is noted."""

    def __init__(self) -> None:
        self.opened: list[Link] = []
        self.hold: asyncio.Event | None = None

    async def load(self, item: Item) -> Article:
        if isinstance(item, PastedText):
            return paste(item.text)
        assert isinstance(item, Link)
        self.opened.append(item)
        if self.hold:
            await self.hold.wait()
        if item.url not in PAGES:
            raise LoadError("unreachable")
        return paste(PAGES[item.url]).model_copy(update={"url": item.url})


class Scene:
    """A chat whose requests are answered one after the other; `time` is what the clock says."""

    def __init__(self) -> None:
        self.room, self.books, self.reading, self.time = Room(), Books(), Reading(), NOW
        books = self.books
        means = Means(
            loader=self.reading,
            languages=LangidLanguages(),
            writer=None,
            knowledge=Knowledge(),
            limits=GatherLimits(),
            input_budget=20_000,
            repair_rounds=2,
            today=lambda: date(2026, 5, 4),
            compute=at_once,
        )
        dispatch = Dispatch(messenger=self.room, outgoing=books, chats=books, now=self.now)  # type: ignore[arg-type]
        self.with_ = Answering(
            means=means,
            dispatch=dispatch,
            requests=books,  # type: ignore[arg-type]
            history=books,
            library=books,
            notices=books,
            doors=books,
            texts=open_texts,
            words=lambda brief: open_texts(brief.language),
            now=self.now,
            turns=asyncio.Semaphore(1),
        )

    def now(self) -> datetime:
        return self.time

    async def sends(self, *items: Item | str, number: int, chat: int = 5, **more: object) -> Request:
        """Send something, and have it answered."""
        made = tuple(Link(url=item) if isinstance(item, str) else item for item in items)
        request = Request(
            id=f"{chat}:{number}", chat_id=chat, asker_id=5, message_id=number, items=made, asked_at=self.time
        ).model_copy(update=more)
        await self.books.add(request)
        await answer(request, with_=self.with_)
        return request

    def holds(self) -> asyncio.Event:
        """Keep the pages from being read until the event is set."""
        self.reading.hold = asyncio.Event()
        return self.reading.hold

    @property
    def shown(self) -> list[Shown]:
        return list(self.room.messages.values())

    def outcome(self, name: str) -> str:
        return self.books.ends[name][0]


def is_brief(shown: Shown) -> bool:
    return "Sources" in shown.text and [button.data for button in shown.buttons] == [CHOOSE]


class TestTheSameLinkAgain:
    async def test_it_is_answered_with_where_the_brief_stands_and_a_button(self) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        scene.time += timedelta(minutes=5)
        await scene.sends(CRANE_URL, number=8)
        brief, pointer = scene.room.messages
        shown = scene.room.messages[pointer]
        assert is_brief(scene.room.messages[brief])
        assert (shown.text, shown.reply_to) == (EN.say("chat-again-minutes", count=5), brief)
        [button] = shown.buttons
        assert (button.label, button.data) == (EN.say("chat-again-button"), offer_data("again", 8))
        assert (scene.outcome("5:7"), scene.outcome("5:8")) == ("answered", "repeated")

    async def test_no_page_is_opened_and_no_attempt_counted_for_it(self) -> None:
        scene = Scene()
        for number in (7, 8, 9):
            await scene.sends(CRANE_URL, number=number)
        assert len(scene.reading.opened) == 1
        assert scene.books.attempts == {"5:7": 1}
        assert [shown.reply_to for shown in scene.shown] == [7, 100, 100]

    async def test_the_eyes_go_with_it(self) -> None:
        scene = Scene()
        for number in (7, 8):
            await scene.sends(CRANE_URL, number=number)
        assert scene.room.reactions == [(5, 7, None), (5, 8, None)]

    async def test_of_several_messages_the_first_is_pointed_at(self) -> None:
        scene = Scene()
        for number in (7, 8):
            await scene.sends(CRANE_URL, CHESS_URL, number=number)
        one, other, pointer = scene.shown
        assert (is_brief(one), is_brief(other)) == (True, True)
        assert pointer.reply_to == min(scene.room.messages)

    async def test_it_speaks_the_language_of_who_asks(self) -> None:
        scene = Scene()
        for number in (7, 8):
            await scene.sends(CRANE_URL, number=number, language="de")
        assert scene.shown[1].text == open_texts("de").say("chat-again-now")

    async def test_it_waits_for_no_turn(self) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        async with scene.with_.turns, asyncio.timeout(5):
            await scene.sends(CRANE_URL, number=8)
        assert scene.outcome("5:8") == "repeated"


class TestWhatIsNotTheSame:
    @pytest.mark.parametrize(
        "items",
        [(CHESS_URL,), (CRANE_URL, CHESS_URL), (CRANE_URL, PastedText(text=CHESS)), (PastedText(text=CRANE),)],
        ids=["another link", "one more", "a text beside it", "its text"],
    )
    async def test_something_else_gets_a_brief(self, items: tuple[Item | str, ...]) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        await scene.sends(*items, number=8)
        assert scene.outcome("5:8") == "answered"
        assert all(is_brief(shown) for shown in scene.shown)

    async def test_a_text_again_gets_a_brief_again(self) -> None:
        scene = Scene()
        for number in (7, 8):
            await scene.sends(PastedText(text=CRANE), number=number)
        assert [is_brief(shown) for shown in scene.shown] == [True, True]

    async def test_another_chat_gets_a_brief_of_its_own(self) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        await scene.sends(CRANE_URL, number=7, chat=6)
        assert [(shown.chat_id, is_brief(shown)) for shown in scene.shown] == [(5, True), (6, True)]

    async def test_what_could_not_be_read_is_tried_again(self) -> None:
        scene = Scene()
        for number in (7, 8):
            await scene.sends(DEAD, number=number)
        assert [scene.outcome(name) for name in ("5:7", "5:8")] == ["nothing_read"] * 2
        assert len(scene.reading.opened) == 2


class TestWhereThereIsNothingToPointAt:
    async def test_a_brief_that_was_deleted_is_made_again(self) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        scene.room.delete(100)
        await scene.sends(CRANE_URL, number=8)
        [shown] = scene.shown
        assert is_brief(shown)
        assert (shown.reply_to, scene.outcome("5:8")) == (8, "answered")

    async def test_so_is_one_whose_place_nobody_knows(self) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        scene.books.rows.clear()
        await scene.sends(CRANE_URL, number=8)
        assert [is_brief(shown) for shown in scene.shown] == [True, True]

    @pytest.mark.parametrize("code", ["unreachable", "unknown", "flooded", "rejected"])
    async def test_a_pointer_that_does_not_arrive_for_sure_is_a_brief(self, code: str) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        params: dict[str, str | int] = {"rejected": {"reason": "no"}, "flooded": {"seconds": 9}}.get(code, {})
        scene.room.fail("send", DeliveryError(code, **params))
        await scene.sends(CRANE_URL, number=8)
        assert is_brief(scene.shown[-1])
        assert scene.outcome("5:8") == "answered"

    async def test_a_chat_that_nobody_reads_is_not_written_to_again(self) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        for _ in range(2):
            scene.room.fail("send", DeliveryError("blocked"))
        await scene.sends(CRANE_URL, number=8)
        assert scene.books.ends["5:8"] == ("undelivered", "delivery_blocked")


class TestStartingAgain:
    async def test_a_pointer_that_was_sent_before_is_not_sent_twice(self) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        request = await scene.sends(CRANE_URL, number=8)
        del scene.books.ends["5:8"]
        await answer(request, with_=scene.with_)
        assert len(scene.shown) == 2
        assert scene.outcome("5:8") == "repeated"

    async def test_a_brief_that_was_begun_is_finished_in_its_place(self) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        scene.room.fail("send", DeliveryError("unreachable"))
        hold = scene.holds()
        task = asyncio.create_task(scene.sends(CRANE_URL, number=8))
        await until(lambda: len(scene.reading.opened) == 2)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        hold.set()
        await answer(scene.books.open_requests["5:8"], with_=scene.with_)
        _, shown = scene.shown
        assert is_brief(shown)
        assert (shown.history[0], shown.reply_to) == ("Reading 1 article", 8)


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 - what is waited for is seen from outside
            await asyncio.sleep(0.001)


class TestAskedForAnew:
    async def test_the_brief_is_made_of_the_pages_as_they_are_now_and_is_the_one_pointed_at_next(self) -> None:
        scene = Scene()
        await scene.sends(CRANE_URL, number=7)
        again = await scene.sends(CRANE_URL, number=8)
        anew = ask_again(again, asker_id=5, now=scene.time)
        await scene.books.add(anew)
        await answer(anew, with_=scene.with_)
        scene.time += timedelta(hours=3)
        await scene.sends(CRANE_URL, number=9)
        assert [link.fresh for link in scene.reading.opened] == [False, True]
        first, pointer, second, last = scene.room.messages
        assert is_brief(scene.room.messages[second])
        assert [scene.room.messages[number].reply_to for number in (first, pointer, second, last)] == [
            7,
            first,
            8,
            second,
        ]
        assert scene.room.messages[last].text == EN.say("chat-again-hours", count=3)
