"""What people ask of the bot itself, and who gets which answer."""

from datetime import timedelta
from typing import Any

import pytest
from telegram.error import NetworkError

from bot.app import open_texts
from bot.chat.commands import CLOSE, OPEN
from bot.core.access import Access
from bot.core.errors import DeliveryError, LoadError
from bot.core.models import Article
from bot.core.requests import Item
from bot.core.usage import Prices
from tests.doubles.in_process import GROUP, GUEST, OFFERED, OWNER, STRANGER, InProcess, Phone, message, person, update
from tests.doubles.memory import Books, Room, Shown

EN = open_texts("en")
OTHERS = [GUEST, STRANGER]


class Nothing:
    async def load(self, item: Item) -> Article:
        raise LoadError("unreachable")


class Scene:
    """A bot with an owner and a guest, in a room of its own."""

    def __init__(self, *, owner: int | None = OWNER, **more: Any) -> None:
        self.room, self.phone, self.books = Room(), Phone(), Books(owner=owner)
        self.books.rules = Access(owner_id=owner, listed=frozenset({GUEST, GROUP}))
        self.bot = InProcess(self.room, loader=Nothing(), books=self.books, **more)
        self.commands = self.bot.commands

    async def says(self, text: str, **who: Any) -> None:
        """Give a command, as the application would hand it on."""
        handle = getattr(self.commands, text.split()[0].removeprefix("/"))
        await handle(update(self.phone, message=message(text, **who)))

    async def taps(self, data: str | None, *, by: int = OWNER, **more: Any) -> None:
        query = {"id": "77", "from": person(by), "chat_instance": "1"} | ({"data": data} if data is not None else {})
        await self.commands.tap(update(self.phone, callback_query=query | more))

    @property
    def shown(self) -> list[Shown]:
        return list(self.room.messages.values())

    @property
    def is_open(self) -> bool:
        return self.books.rules.is_open


def data_of(shown: Shown) -> list[str]:
    return [button.data for button in shown.buttons]


# ---------------------------------------------------------------- the owner


class TestTheCodeFromTheTerminal:
    async def test_whoever_brings_it_owns_the_bot_and_sees_the_owners_menu(self) -> None:
        scene = Scene(owner=None)
        await scene.bot.gate.offer()
        await scene.says(f"/start {OFFERED}", by=STRANGER)
        assert scene.books.rules.owner_id == STRANGER
        assert scene.room.texts == [EN.say("chat-owner")]
        assert {chat for chat, _ in scene.phone.menus} == {STRANGER}
        assert all({"usage", "access"} <= set(commands) for _, commands in scene.phone.menus)

    async def test_a_menu_that_cannot_be_set_leaves_the_owner_in_place(self) -> None:
        scene = Scene(owner=None)
        await scene.bot.gate.offer()
        scene.phone.fault = NetworkError("no")
        await scene.says(f"/start {OFFERED}", by=STRANGER)
        assert scene.books.rules.owner_id == STRANGER

    async def test_it_is_good_for_one_person(self) -> None:
        scene = Scene(owner=None)
        await scene.bot.gate.offer()
        await scene.says(f"/start {OFFERED}", by=OWNER)
        await scene.says(f"/start {OFFERED}", by=STRANGER)
        assert scene.books.rules.owner_id == OWNER
        assert scene.room.texts[1] == EN.say("chat-stranger", id=str(STRANGER))

    async def test_in_a_group_it_makes_nobody_the_owner(self) -> None:
        scene = Scene(owner=None)
        await scene.bot.gate.offer()
        await scene.says(f"/start {OFFERED}", by=STRANGER, chat=GROUP)
        assert scene.books.rules.owner_id is None

    @pytest.mark.parametrize("wrong", ["", " code", f" {OFFERED}x", f" {OFFERED.upper()}", " é", " \ud83d"])
    async def test_another_one_opens_nothing(self, wrong: str) -> None:
        scene = Scene(owner=None)
        await scene.bot.gate.offer()
        await scene.says(f"/start{wrong}", by=STRANGER)
        assert scene.books.rules.owner_id is None
        assert scene.room.texts == [EN.say("chat-unclaimed")]


# ---------------------------------------------------------------- who is served


class TestAccess:
    async def test_the_owner_sees_who_is_served_and_a_button_to_change_it(self) -> None:
        scene = Scene()
        await scene.says("/access", by=OWNER)
        [shown] = scene.shown
        assert shown.text.splitlines()[0] == EN.say("access-closed", count=2)
        assert data_of(shown) == [OPEN]

    async def test_who_is_added_is_let_in_and_who_is_removed_is_not(self) -> None:
        scene = Scene()
        stranger = update(message=message("/help", by=STRANGER))
        await scene.says(f"/access add {STRANGER}", by=OWNER)
        assert await scene.commands.admits(stranger)
        await scene.says(f"/access remove {STRANGER}", by=OWNER)
        assert not await scene.commands.admits(stranger)
        said = [EN.say("access-added", id=str(STRANGER)), EN.say("access-removed", id=str(STRANGER))]
        assert scene.room.texts[:2] == said

    async def test_a_group_is_let_in_by_its_negative_number(self) -> None:
        scene = Scene()
        await scene.says("/access add -1001234567890", by=OWNER)
        assert -1001234567890 in scene.books.rules.listed

    async def test_what_the_settings_list_cannot_be_removed_here(self) -> None:
        scene = Scene(allowed=frozenset({9}))
        await scene.says("/access remove 9", by=OWNER)
        assert scene.room.texts == [EN.say("access-in-settings", id="9")]
        assert await scene.commands.admits(update(message=message("/help", by=9)))

    async def test_the_owner_opens_and_closes_the_bot(self) -> None:
        scene = Scene()
        await scene.says("/access open", by=OWNER)
        assert scene.is_open
        await scene.says("/access close", by=OWNER)
        assert not scene.is_open
        assert [data_of(shown) for shown in scene.shown] == [[CLOSE], [OPEN]]

    @pytest.mark.parametrize(
        "asked",
        ["add", "add x", "add 0", "add 5 6", "add 12345678901234567", "add ٣", "add 5.0", "add --5", "remove", "shut"],
    )
    async def test_what_makes_no_sense_is_answered_with_how_it_is_used(self, asked: str) -> None:
        scene = Scene()
        before = scene.books.rules
        await scene.says(f"/access {asked}", by=OWNER)
        assert scene.room.texts == [EN.say("access-usage")]
        assert scene.books.rules == before

    @pytest.mark.parametrize("who", OTHERS)
    @pytest.mark.parametrize("asked", ["", " open", " close", " add 6", " remove 5", " nonsense"])
    async def test_nobody_else_sees_or_changes_it(self, who: int, asked: str) -> None:
        scene = Scene()
        before = scene.books.rules
        await scene.says(f"/access{asked}", by=who)
        told = EN.say("chat-owners-only") if who == GUEST else EN.say("chat-stranger", id=str(STRANGER))
        assert [(shown.text, shown.buttons) for shown in scene.shown] == [(told, ())]
        assert scene.books.rules == before

    async def test_the_owner_changes_it_in_private_alone(self) -> None:
        scene = Scene()
        await scene.says("/access open", by=OWNER, chat=GROUP)
        assert not scene.is_open
        assert scene.room.texts == [EN.say("chat-owners-only")]


class TestTaps:
    async def shown(self, scene: Scene) -> dict[str, Any]:
        """Return the owner's message with the button, as the platform tells of it."""
        await scene.says("/access", by=OWNER)
        [number] = scene.room.messages
        return message("Only you", by=OWNER, number=number)

    async def test_the_owners_tap_opens_the_bot_and_the_button_turns(self) -> None:
        scene = Scene()
        await scene.taps(OPEN, message=await self.shown(scene))
        assert scene.is_open
        [shown] = scene.shown
        assert shown.text.splitlines()[0] == EN.say("access-open")
        assert data_of(shown) == [CLOSE]
        assert scene.room.taps == ["77"]

    async def test_tapping_twice_is_the_same_as_once(self) -> None:
        scene = Scene()
        below = await self.shown(scene)
        await scene.taps(OPEN, message=below)
        await scene.taps(OPEN, message=below)
        assert scene.is_open

    @pytest.mark.parametrize("who", OTHERS)
    async def test_a_tap_of_somebody_else_ends_the_waiting_and_nothing_more(self, who: int) -> None:
        scene = Scene()
        await scene.taps(OPEN, by=who, message=await self.shown(scene))
        assert not scene.is_open
        assert scene.room.taps == ["77"]
        assert scene.room.calls == ["send", "answer_tap"]

    @pytest.mark.parametrize("data", [None, "v0:access:open", "v1:access:opened", "v1:access:open ", "open", "\ud83d"])
    async def test_a_button_of_another_time_does_nothing(self, data: str | None) -> None:
        scene = Scene()
        await scene.taps(data, message=await self.shown(scene))
        assert not scene.is_open
        assert scene.room.taps == ["77"]
        assert scene.room.calls == ["send", "answer_tap"]

    async def test_a_tap_without_its_message_does_nothing(self) -> None:
        scene = Scene()
        await scene.taps(OPEN, inline_message_id="x")
        assert not scene.is_open

    async def test_a_tap_that_is_answered_too_late_still_counts(self) -> None:
        scene = Scene()
        below = await self.shown(scene)
        scene.room.fail("answer_tap", DeliveryError("rejected", reason="query is too old"))
        await scene.taps(OPEN, message=below)
        assert scene.is_open

    async def test_a_tap_under_a_message_that_is_too_old_to_be_shown_counts(self) -> None:
        scene = Scene()
        below = await self.shown(scene)
        await scene.taps(OPEN, message={"chat": below["chat"], "message_id": below["message_id"], "date": 0})
        assert scene.is_open
        assert data_of(scene.shown[0]) == [CLOSE]

    async def test_a_message_deleted_meanwhile_is_no_fault(self) -> None:
        scene = Scene()
        below = await self.shown(scene)
        scene.room.fail("edit", DeliveryError("gone"))
        await scene.taps(OPEN, message=below)
        assert scene.is_open


# ---------------------------------------------------------------- strangers


class TestStrangers:
    async def test_a_stranger_is_told_their_number_once_a_day(self) -> None:
        scene = Scene()
        for command in ("/help", "/start", "/usage"):
            await scene.says(command, by=STRANGER)
        assert scene.room.texts == [EN.say("chat-stranger", id=str(STRANGER))]

    async def test_a_stranger_is_told_again_the_next_day(self) -> None:
        scene = Scene()
        await scene.says("/help", by=STRANGER)
        scene.bot.day += timedelta(days=1)
        await scene.says("/help", by=STRANGER)
        await scene.says("/help", by=STRANGER)
        assert len(scene.shown) == 2

    async def test_each_chat_is_told_for_itself(self) -> None:
        scene = Scene()
        await scene.says("/help", by=STRANGER)
        await scene.says("/help", by=STRANGER, chat=-200)
        assert [shown.chat_id for shown in scene.shown] == [STRANGER, -200]
        assert "-200" in scene.shown[1].text

    async def test_while_nobody_owns_the_bot_a_stranger_hears_how_that_changes(self) -> None:
        scene = Scene(owner=None)
        await scene.says("/help", by=STRANGER)
        assert scene.room.texts == [EN.say("chat-unclaimed")]

    async def test_an_update_of_nobody_is_not_let_in_and_not_answered(self) -> None:
        scene = Scene()
        nobodys = message("/help", chat=-200)
        del nobodys["from"]
        assert not await scene.commands.admits(update(message=nobodys))
        assert scene.shown == []

    async def test_a_stranger_in_a_listed_group_is_served_there(self) -> None:
        scene = Scene()
        await scene.says("/help", by=STRANGER, chat=GROUP)
        assert scene.room.texts == [EN.say("chat-help")]

    async def test_a_stranger_cannot_stop_anything(self) -> None:
        scene = Scene()
        await scene.says("/stop", by=STRANGER)
        assert scene.room.texts == [EN.say("chat-stranger", id=str(STRANGER))]


# ---------------------------------------------------------------- help and usage


@pytest.mark.parametrize("command", ["/start", "/start some-link", "/help"])
@pytest.mark.parametrize("language", ["en", "de", "ar"])
async def test_who_is_served_is_helped_in_their_language(command: str, language: str) -> None:
    scene = Scene()
    await scene.says(command, language=language)
    assert scene.room.texts == [open_texts(language).say("chat-help")]


class TestUsage:
    @pytest.mark.parametrize(
        ("cap", "said"),
        [
            (None, "No model is set up, so there are no tokens to count."),
            (0, "There is no daily limit."),
            (20_000, "Limit: 20,000 tokens a day, 20,000 left today"),
        ],
    )
    async def test_the_owner_is_told_what_was_asked_and_what_it_may_cost(self, cap: int | None, said: str) -> None:
        scene = Scene(daily_tokens=cap)
        scene.books.attempts |= {"5:7": 1, "5:8": 1}
        await scene.says("/usage", by=OWNER)
        [text] = scene.room.texts
        assert text.startswith("Requests: 2 today, 2 this month")
        assert said in text

    async def test_a_cost_is_told_where_there_are_prices(self) -> None:
        scene = Scene(daily_tokens=0, prices=Prices(input=2.0, output=8.0, currency="EUR"))
        await scene.says("/usage", by=OWNER)
        assert "Cost: about 0.00 EUR today" in scene.room.texts[0]

    @pytest.mark.parametrize("where", [{"by": GUEST}, {"by": OWNER, "chat": GROUP}])
    async def test_nobody_else_and_no_group_is_told(self, where: dict[str, int]) -> None:
        scene = Scene()
        await scene.says("/usage", **where)
        assert scene.room.texts == [EN.say("chat-owners-only")]


# ---------------------------------------------------------------- being blocked


class TestMembership:
    async def changes(self, scene: Scene, status: str, *, chat: int = GUEST) -> None:
        member = {"user": {"id": 99, "is_bot": True, "first_name": "Footnote"}, "status": status, "until_date": 0}
        content = {"date": 1_780_000_000, "from": person(GUEST), "chat": message(chat=chat)["chat"]}
        changed = content | {"old_chat_member": member, "new_chat_member": member}
        await scene.commands.membership(update(my_chat_member=changed))

    @pytest.mark.parametrize("status", ["kicked", "left"])
    async def test_a_chat_that_turned_the_bot_away_is_remembered_until_it_is_back(self, status: str) -> None:
        scene = Scene()
        await self.changes(scene, status)
        assert scene.books.unreachable == {GUEST}
        await self.changes(scene, "member")
        assert scene.books.unreachable == set()

    async def test_a_group_that_let_the_bot_in_is_not_spoken_to(self) -> None:
        scene = Scene()
        await self.changes(scene, "member", chat=GROUP)
        assert scene.shown == []
        assert scene.books.unreachable == set()
