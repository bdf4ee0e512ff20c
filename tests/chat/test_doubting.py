"""/why and "This is wrong": what a claim rests on, and what a reader says against it."""

from typing import Any

import pytest

from bot.adapters.reading.reader import paste
from bot.app import open_texts
from bot.core.access import Access
from bot.core.errors import DeliveryError
from bot.core.models import Article
from bot.core.offers import offer_data
from bot.core.reports import CHOOSE
from bot.core.requests import Item, Link
from tests.chat.test_reception import FERRY, TRAM, until
from tests.doubles.in_process import BOT, GROUP, GUEST, OWNER, STRANGER, InProcess, message, person, update
from tests.doubles.memory import Books, Room, Shown

EN = open_texts("en")
FERRY_URL, TRAM_URL = "https://news.example.com/ferry", "https://news.example.com/tram"


class Pages:
    """Reads two pages that tell different stories."""

    async def load(self, item: Item) -> Article:
        assert isinstance(item, Link)
        return paste(FERRY if item.url == FERRY_URL else TRAM).model_copy(update={"url": item.url})


class Scene:
    """A guest who has sent links, and what the bot says about them."""

    def __init__(self, *, chat: int = GUEST) -> None:
        self.chat, self.room, self.books = chat, Room(), Books(owner=OWNER)
        self.books.rules = Access(owner_id=OWNER, listed=frozenset({GUEST, GROUP}))
        self.starts()

    def starts(self) -> None:
        """Start the bot, or start it again: what is in the books and in the chat stays."""
        self.bot = InProcess(self.room, loader=Pages(), books=self.books)

    async def sends(self, *urls: str, number: int = 7) -> list[int]:
        """Send links in one message; return the numbers of the messages that answer it."""
        text, before = " ".join(urls), set(self.room.messages)
        entities = [{"type": "url", "offset": text.index(url), "length": len(url)} for url in urls]
        await self.bot.reception.take(update(message=message(text, chat=self.chat, number=number, entities=entities)))
        await until(lambda: f"{self.chat}:{number}" in self.books.ends)
        return sorted(set(self.room.messages) - before)

    async def asks(self, text: str, *, on: int | None = None, by: int = GUEST, wrote: int = BOT) -> list[Shown]:
        """Give a command, as a reply to a message where one is named; return what is said to it."""
        before = set(self.room.messages)
        answered: dict[str, Any] = (
            {"reply_to_message": message("…", by=wrote, chat=self.chat, number=on)} if on is not None else {}
        )
        await self.bot.commands.why(update(message=message(text, by=by, chat=self.chat, number=50, **answered)))
        return [self.room.messages[number] for number in sorted(set(self.room.messages) - before)]

    async def taps(self, data: str, *, on: int, by: int = GUEST, **more: Any) -> None:
        """Tap a button under a message, which Telegram hands over with the buttons that it has."""
        under = message("…", by=BOT, chat=self.chat, number=on) | self.keyboard(on) | more
        query = {"id": "77", "from": person(by), "chat_instance": "1", "data": data, "message": under}
        await self.bot.commands.tap(update(callback_query=query))

    def keyboard(self, number: int) -> dict[str, Any]:
        shown = self.room.messages.get(number)
        keys = [{"text": button.label, "callback_data": button.data} for button in shown.buttons] if shown else []
        return {"reply_markup": {"inline_keyboard": [keys]}} if keys else {}

    def buttons(self, number: int) -> list[str]:
        return [button.data for button in self.room.messages[number].buttons]


# ---------------------------------------------------------------- /why


class TestWhy:
    async def test_as_a_reply_to_a_brief_it_is_answered_with_the_receipt_of_that_claim(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        for number, claim in enumerate(scene.books.kept["5:7"][0].claims, 1):
            [receipt] = await scene.asks(f"/why {number}", on=brief)
            assert receipt.text.startswith(f"Statement {number}\n")
            assert claim.evidence[0].text[:30] in receipt.text
            assert "word for word" in receipt.text
            assert receipt.reply_to == 50

    async def test_each_story_of_a_request_is_asked_about_by_its_own_message(self) -> None:
        scene = Scene()
        told = await scene.sends(FERRY_URL, TRAM_URL)
        headlines = [brief.headline for brief in scene.books.kept["5:7"]]
        assert len(told) == len(headlines) == 2
        for place, number in enumerate(told):
            [receipt] = await scene.asks("/why 1", on=number)
            assert scene.books.kept["5:7"][place].claims[0].text[:30] in receipt.text

    async def test_without_a_reply_the_last_brief_of_the_chat_is_meant(self) -> None:
        scene = Scene()
        await scene.sends(FERRY_URL, number=7)
        await scene.sends(TRAM_URL, number=8)
        [receipt] = await scene.asks("/why 1")
        assert scene.books.kept["5:8"][0].claims[0].text[:30] in receipt.text

    async def test_it_works_in_a_group_and_after_a_restart(self) -> None:
        scene = Scene(chat=GROUP)
        [brief] = await scene.sends(FERRY_URL)
        scene.starts()
        [receipt] = await scene.asks("/why@footnote_bot 1", on=brief)
        assert receipt.text.startswith("Statement 1")

    @pytest.mark.parametrize("text", ["/why", "/why me", "/why -1", "/why 1.5", "/why 99999", "/why one 1", "/why ²"])
    async def test_what_names_no_statement_is_told_how_to_ask(self, text: str) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        assert [shown.text for shown in await scene.asks(text, on=brief)] == [EN.say("why-usage")]

    @pytest.mark.parametrize("text", ["/why #1", "/why 1?", "/why 1.", "/why ١", "/why 1 please"])
    async def test_a_number_may_be_written_as_people_write_it(self, text: str) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        [receipt] = await scene.asks(text, on=brief)
        assert receipt.text.startswith("Statement 1\n")

    @pytest.mark.parametrize("number", ["0", "99", "9999"])
    async def test_a_number_that_the_brief_does_not_have_is_told_which_it_has(self, number: str) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        count = len(scene.books.kept["5:7"][0].claims)
        assert [shown.text for shown in await scene.asks(f"/why {number}", on=brief)] == [
            EN.say("why-range", count=count)
        ]

    async def test_a_brief_that_is_no_longer_kept_is_said_to_be_gone(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        scene.books.kept.clear()
        assert [shown.text for shown in await scene.asks("/why 1", on=brief)] == [EN.say("why-gone")]
        assert [shown.text for shown in await scene.asks("/why 1")] == [EN.say("why-nothing")]

    async def test_a_reply_to_somebody_elses_message_is_no_question_about_a_brief(self) -> None:
        scene = Scene()
        await scene.sends(FERRY_URL)
        assert [shown.text for shown in await scene.asks("/why 1", on=7, wrote=GUEST)] == [EN.say("why-usage")]

    async def test_a_chat_does_not_learn_of_the_briefs_of_another(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        scene.chat = GROUP
        assert [shown.text for shown in await scene.asks("/why 1", on=brief)] == [EN.say("why-gone")]
        assert [shown.text for shown in await scene.asks("/why 1")] == [EN.say("why-nothing")]

    async def test_a_stranger_gets_what_strangers_get(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        scene.chat = STRANGER
        told = await scene.asks("/why 1", on=brief, by=STRANGER)
        assert [shown.text for shown in told] == [EN.say("chat-stranger", id=str(STRANGER))]


# ---------------------------------------------------------------- This is wrong


class TestThisIsWrong:
    async def test_the_button_stands_under_the_last_message_of_each_brief(self) -> None:
        scene = Scene()
        told = await scene.sends(FERRY_URL, TRAM_URL)
        assert [scene.buttons(number) for number in told] == [[CHOOSE], [CHOOSE]]
        assert [scene.room.messages[number].buttons[0].label for number in told] == [EN.say("report-button")] * 2

    async def test_a_tap_opens_the_numbers_and_cancelling_closes_them(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        await scene.taps(CHOOSE, on=brief)
        count = len(scene.books.kept["5:7"][0].claims)
        assert scene.buttons(brief) == [*(f"{CHOOSE}:{number}" for number in range(1, count + 1)), f"{CHOOSE}:0"]
        assert scene.room.notices == [EN.say("report-which")]
        await scene.taps(f"{CHOOSE}:0", on=brief)
        assert scene.buttons(brief) == [CHOOSE]
        assert scene.books.reports == []
        assert len(scene.room.taps) == 2

    async def test_a_number_is_noted_with_its_receipt_and_the_button_comes_back(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        await scene.taps(CHOOSE, on=brief)
        await scene.taps(f"{CHOOSE}:1", on=brief)
        [report] = scene.books.reports
        claim = scene.books.kept["5:7"][0].claims[0]
        assert (report.receipt.number, report.receipt.claim) == (1, claim)
        assert scene.room.notices[-1] == EN.say("report-noted")
        assert scene.buttons(brief) == [CHOOSE]

    async def test_nothing_in_it_names_the_person_or_the_chat(self) -> None:
        scene = Scene()
        scene.books.rules = Access(owner_id=OWNER, listed=frozenset({GUEST, GROUP, 987654321}))
        scene.chat = 987654321
        [brief] = await scene.sends(FERRY_URL)
        await scene.taps(f"{CHOOSE}:1", on=brief, by=987654321)
        assert "987654321" not in scene.books.reports[0].model_dump_json()

    async def test_twice_by_one_person_it_was_noted_already_and_another_person_is_another_matter(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        for by in (GUEST, GUEST, OWNER):
            await scene.taps(f"{CHOOSE}:1", on=brief, by=by)
        said = [EN.say(one) for one in ("report-noted", "report-known", "report-noted")]
        assert scene.room.notices == said
        assert len(scene.books.reports) == 2

    async def test_it_works_after_a_restart_and_where_telegram_no_longer_shows_the_bot_the_message(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        scene.starts()
        await scene.taps(f"{CHOOSE}:1", on=brief, date=0)
        assert len(scene.books.reports) == 1
        assert scene.buttons(brief) == [CHOOSE]

    async def test_what_else_is_offered_under_the_brief_stays_there(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        offer = {"text": "Summarise the newest 3", "callback_data": offer_data("feed", 7)}
        strange = {"text": "x", "callback_data": "v9:x"}
        link = {"text": "y", "url": "https://news.example.com"}
        keyboard = {"inline_keyboard": [[offer, strange, link, {"text": "z", "callback_data": CHOOSE}]]}
        await scene.taps(CHOOSE, on=brief, reply_markup=keyboard)
        assert scene.buttons(brief)[0] == offer_data("feed", 7)
        assert not {"v9:x", CHOOSE} & set(scene.buttons(brief))
        await scene.taps(f"{CHOOSE}:0", on=brief)
        assert scene.buttons(brief) == [offer_data("feed", 7), CHOOSE]

    async def test_the_button_of_a_brief_that_is_gone_says_so(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        scene.books.kept.clear()
        for data in (CHOOSE, f"{CHOOSE}:1", f"{CHOOSE}:0"):
            await scene.taps(data, on=brief)
        assert scene.room.notices == [EN.say("report-gone")] * 3
        assert scene.books.reports == []

    @pytest.mark.parametrize("data", [f"{CHOOSE}:99", f"{CHOOSE}:x", f"{CHOOSE}:001", "v0:wrong"])
    async def test_a_number_that_no_claim_has_is_not_noted(self, data: str) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        await scene.taps(data, on=brief)
        assert scene.books.reports == []
        assert scene.room.notices == [EN.say("chat-button-old")]

    async def test_who_is_not_served_cannot_report(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        await scene.bot.gate.list_chat(GUEST, listed=False)
        await scene.taps(f"{CHOOSE}:1", on=brief)
        assert scene.books.reports == []
        assert scene.room.notices == [EN.say("chat-stranger", id=str(GUEST))]

    async def test_buttons_that_are_there_already_are_not_put_there_again(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        for data in (CHOOSE, CHOOSE, f"{CHOOSE}:0", f"{CHOOSE}:0"):
            await scene.taps(data, on=brief)
        assert scene.room.calls.count("show_buttons") == 2

    async def test_buttons_that_cannot_be_changed_hold_nothing_up(self) -> None:
        scene = Scene()
        [brief] = await scene.sends(FERRY_URL)
        scene.room.fail("show_buttons", DeliveryError("gone"))
        await scene.taps(f"{CHOOSE}:1", on=brief)
        assert len(scene.books.reports) == 1
        assert scene.room.notices == [EN.say("report-noted")]


@pytest.mark.parametrize("language", ["en", "es", "de", "ru", "ar"])
def test_what_a_tap_is_answered_with_fits_into_a_notice(language: str) -> None:
    texts = open_texts(language)
    said = [texts.say(one) for one in ("report-which", "report-noted", "report-known", "report-gone")]
    assert all(len(one.encode("utf-16-le")) // 2 <= 200 for one in said)
