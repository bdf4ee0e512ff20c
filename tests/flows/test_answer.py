"""From a request to its answer in the chat: what a person sees, in every way in which it can go."""

import asyncio
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from bot.adapters.languages import LangidLanguages
from bot.adapters.reading.reader import paste
from bot.app import open_texts
from bot.core.delivering import Delivery
from bot.core.errors import DeliveryError, LoadError, OverloadError, StoreError, WriterError
from bot.core.judging import Compared, Judged
from bot.core.knowledge import Knowledge
from bot.core.models import Article, DraftBrief, DraftClaim, DraftRepairs, Rewritten, WritingRequest, Written
from bot.core.requests import Item, PastedText, Request
from bot.flows.answer import MOST_ATTEMPTS, PAUSES, STORE_PAUSES, Answering, abandon, answer
from bot.flows.brief import Means, at_once
from bot.flows.dispatch import Dispatch
from bot.flows.gather import GatherLimits
from bot.flows.reply import MOST_DOUBTS
from tests.doubles.memory import Books, Room

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
CRANE = """Harbour crane falls into the dock at Aldersund

A crane fell into the dock at Aldersund on Monday and slightly injured 12 workers, the port said.

The port will stay closed until Thursday, the mayor said."""
CHESS = """Schoolgirl wins the national chess cup

A pupil of eleven won the national chess cup in Tolby on Sunday, the chess federation announced.

Her school will name its reading room after the champion, the headmaster said."""


class Reading:
    """Reads pasted text; `hold` lets a test look at the chat while the reading goes on."""

    def __init__(self) -> None:
        self.hold: asyncio.Event | None = None
        self.started = asyncio.Event()

    async def load(self, item: Item) -> Article:
        self.started.set()
        if self.hold:
            await self.hold.wait()
        assert isinstance(item, PastedText)
        if "dead" in item.text:
            raise LoadError("unreachable")
        return paste(item.text)


class Failing:
    def __init__(self, code: str) -> None:
        self._code = code

    async def write(self, request: WritingRequest) -> Written:
        raise WriterError(self._code)

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: object) -> Rewritten:
        raise WriterError(self._code)


class Copying:
    """A writer whose one claim is the first sentence of the first article."""

    async def write(self, request: WritingRequest) -> Written:
        first = request.sources[0].sentences[0]
        claim = DraftClaim(evidence=[first.label], attribution=None, text=first.text)
        return Written(draft=DraftBrief(claims=[claim], differences=[], origins=[], headline=""), model="m")

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: object) -> Rewritten:
        return Rewritten(draft=DraftRepairs(claims=[]))


class FailingJudge:
    """A judge that cannot be had."""

    def __init__(self, code: str) -> None:
        self._code = code

    async def judge(self, questions: object) -> Judged:
        raise WriterError(self._code)

    async def compare(self, pairs: object) -> Compared:
        raise WriterError(self._code)


class Scene:
    """A room, books, and the means of an answer, with what a test wants otherwise."""

    def __init__(
        self, *, writer: object = None, judge: object = None, compute: object = at_once, turns: int = 4
    ) -> None:
        self.room, self.books, self.reading = Room(), Books(), Reading()
        means = Means(
            loader=self.reading,
            languages=LangidLanguages(),
            writer=writer,  # type: ignore[arg-type]
            judge=judge,  # type: ignore[arg-type]
            knowledge=Knowledge(),
            limits=GatherLimits(),
            input_budget=20_000,
            repair_rounds=2,
            today=lambda: date(2026, 5, 4),
            compute=compute,  # type: ignore[arg-type]
        )
        books = self.books
        dispatch = Dispatch(messenger=self.room, outgoing=books, chats=books, now=lambda: NOW)  # type: ignore[arg-type]
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
            now=lambda: NOW,
            turns=asyncio.Semaphore(turns),
            sleep=self.sleep,
        )
        self.slept: list[float] = []
        self.hold_sleep = False

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        if self.hold_sleep:
            await asyncio.Event().wait()

    async def answer(self, *texts: str, message_id: int = 7) -> None:
        await answer(ask(*texts, message_id=message_id), with_=self.with_)
        await asyncio.gather(*self.with_.errands)

    @property
    def states(self) -> list[list[Delivery]]:
        return [row.states for row in self.books.rows]


def ask(*texts: str, message_id: int = 7, chat_id: int = 5) -> Request:
    return Request(
        id=f"{chat_id}:{message_id}",
        chat_id=chat_id,
        asker_id=5,
        message_id=message_id,
        items=tuple(PastedText(text=text) for text in texts),
        asked_at=NOW,
    )


async def until(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not true():  # noqa: ASYNC110 - what is waited for is seen from outside
            await asyncio.sleep(0.001)


class TestAnAnswer:
    async def test_the_first_sign_is_edited_into_the_brief(self) -> None:
        scene = Scene()
        await scene.answer(CRANE)
        [shown] = scene.room.messages.values()
        assert shown.history[0] == "Reading 1 article"
        assert "A crane fell into the dock at Aldersund" in shown.text
        assert shown.reply_to == 7
        assert scene.books.ends == {"5:7": ("answered", None)}
        assert len(scene.books.kept["5:7"]) == 1

    async def test_the_reaction_is_taken_away_at_the_end(self) -> None:
        scene = Scene()
        await scene.answer(CRANE)
        assert scene.room.reactions == [(5, 7, None)]

    async def test_two_stories_are_two_messages_in_their_order(self) -> None:
        scene = Scene()
        await scene.answer(CRANE, CHESS)
        first, second = scene.room.texts
        assert "crane" in first
        assert "chess" in second
        assert [row.sending.part for row in scene.books.rows] == [0, 1]
        assert scene.states == [["new", "sending", "sent"]] * 2

    async def test_progress_is_told_while_others_are_read(self) -> None:
        scene = Scene()
        scene.reading.hold = asyncio.Event()
        task = asyncio.create_task(scene.answer(CRANE, CHESS))
        await scene.reading.started.wait()
        await until(lambda: bool(scene.room.messages))
        assert scene.room.texts == ["Reading 2 articles, 0 done"]
        scene.reading.hold.set()
        await task
        assert "Aldersund" in scene.room.texts[0]

    async def test_who_has_to_wait_is_told_so(self) -> None:
        scene = Scene(turns=1)
        async with scene.with_.turns:
            task = asyncio.create_task(scene.answer(CRANE))
            await until(lambda: bool(scene.room.messages))
            assert scene.room.texts == ["Waiting for other summaries to be finished"]
        await task
        assert "Aldersund" in scene.room.texts[0]

    async def test_what_cannot_be_read_is_answered_with_its_reason(self) -> None:
        scene = Scene()
        await scene.answer("dead link")
        [shown] = scene.room.messages.values()
        assert "the site does not answer" in shown.text
        assert scene.books.ends["5:7"][0] == "nothing_read"
        assert "5:7" not in scene.books.kept

    async def test_what_was_sent_does_not_come_alive_in_a_reason(self) -> None:
        scene = Scene()
        await scene.answer("dead")
        assert "@" not in scene.room.texts[0]

    async def test_too_much_work_is_said_to_be(self) -> None:
        async def overloaded(work: Callable[..., object], /, *args: object, **kwargs: object) -> object:
            if work.__name__ == "group":
                raise OverloadError("too_much")
            return work(*args, **kwargs)

        scene = Scene(compute=overloaded)
        await scene.answer(CRANE)
        assert scene.room.texts == [
            "These articles are too much to compare at once. Please send fewer, or shorter ones."
        ]
        assert scene.books.ends["5:7"] == ("nothing_read", "too_much")


class TestFaultsOfOurs:
    async def test_a_fault_nobody_foresaw_is_told_and_written_down_without_what_was_sent(
        self, caplog: pytest.LogCaptureFixture
    ) -> None:
        async def broken(work: Callable[..., object], /, *args: object, **kwargs: object) -> object:
            raise ZeroDivisionError(CRANE)

        scene = Scene(compute=broken)
        await scene.answer(CRANE)
        assert scene.room.texts[0].startswith("Something went wrong on my side")
        assert scene.books.ends["5:7"] == ("failed", "ZeroDivisionError")
        assert "ZeroDivisionError" in caplog.text
        assert "Aldersund" not in caplog.text

    async def test_a_request_that_ends_the_process_each_time_is_given_up(self) -> None:
        scene = Scene()
        scene.books.attempts["5:7"] = MOST_ATTEMPTS
        await scene.answer(CRANE)
        assert scene.room.texts[0].startswith("Something went wrong on my side")
        assert scene.books.ends["5:7"] == ("failed", "attempts")

    async def test_a_second_attempt_goes_on_in_the_message_of_the_first(self) -> None:
        scene = Scene()
        scene.reading.hold = asyncio.Event()
        task = asyncio.create_task(scene.answer(CRANE))
        await until(lambda: bool(scene.room.messages))
        task.cancel()
        await asyncio.wait([task])
        scene.reading.hold = None
        await scene.answer(CRANE)
        [shown] = scene.room.messages.values()
        assert "Aldersund" in shown.text


class TestFaultsOfTheStore:
    async def test_a_store_that_fails_after_the_answer_leaves_the_answer_alone(self) -> None:
        scene = Scene()

        async def full(*_: object, **__: object) -> None:
            raise StoreError("store_full")

        scene.books.keep = full  # type: ignore[method-assign]
        await scene.answer(CRANE)
        assert "crane fell" in scene.room.texts[0]
        assert scene.slept == list(STORE_PAUSES)
        assert scene.books.ends == {}

    async def test_one_that_fails_before_it_is_no_fault_of_the_request(self) -> None:
        scene = Scene()

        async def full(*_: object, **__: object) -> int:
            raise StoreError("store_full")

        scene.books.begin = full  # type: ignore[method-assign]
        with pytest.raises(StoreError):
            await scene.answer(CRANE)
        assert scene.room.texts == ["Reading 1 article"]


class TestFaultsOfTheModel:
    @pytest.mark.parametrize("code", ["timed_out", "malformed", "refused"])
    async def test_the_word_for_word_brief_takes_over_and_the_owner_is_left_in_peace(self, code: str) -> None:
        scene = Scene(writer=Failing(code))
        await scene.answer(CRANE)
        [text] = scene.room.texts
        assert "The model was not used" in text
        assert scene.books.ends["5:7"] == ("answered", code)

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("budget", "tokens are used up"),
            ("quota", "quota at the model's provider is used up"),
            ("unauthorised", "does not accept the key"),
        ],
    )
    async def test_what_only_the_owner_can_mend_is_told_them_once_a_day(self, code: str, said: str) -> None:
        scene = Scene(writer=Failing(code))
        await scene.answer(CRANE)
        await scene.answer(CHESS, message_id=8)
        told = [shown for shown in scene.room.messages.values() if shown.chat_id == 1]
        assert len(told) == 1
        assert said in told[0].text

    async def test_a_second_model_that_only_the_owner_can_mend_is_told_them_too(self) -> None:
        scene = Scene(writer=Copying(), judge=FailingJudge("unauthorised"))
        await scene.answer(CRANE)
        told = [shown for shown in scene.room.messages.values() if shown.chat_id == 1]
        assert ["does not accept the key" in shown.text for shown in told] == [True]
        [brief] = [shown for shown in scene.room.messages.values() if shown.chat_id != 1]
        assert "The second model compared none of them" in brief.text

    async def test_an_owner_who_could_not_be_told_is_told_the_next_time(self) -> None:
        scene = Scene(writer=Failing("budget"))
        await scene.answer(CRANE)
        scene.books.noticed.clear()
        scene.room.messages.clear()
        scene.reading.hold = asyncio.Event()
        task = asyncio.create_task(scene.answer(CHESS, message_id=8))
        await until(lambda: bool(scene.room.messages))
        scene.room.fail("send", DeliveryError("flooded", seconds=9))
        scene.reading.hold.set()
        await task
        assert not [shown for shown in scene.room.messages.values() if shown.chat_id == 1]
        scene.reading.hold = None
        await scene.answer(CRANE, message_id=9)
        assert len([shown for shown in scene.room.messages.values() if shown.chat_id == 1]) == 1


class TestWhileThePlatformIsAway:
    @pytest.mark.parametrize("code", ["unreachable", "unknown", "flooded"])
    async def test_an_answer_waits_until_it_can_be_delivered(self, code: str) -> None:
        scene = Scene()
        for _ in range(3):
            scene.room.fail("edit", DeliveryError(code))
        await scene.answer(CRANE)
        assert "crane fell" in scene.room.texts[0]
        assert scene.books.ends == {"5:7": ("answered", None)}
        assert scene.slept == list(PAUSES[:3])

    async def test_it_goes_on_with_the_part_at_which_it_stopped(self) -> None:
        scene = Scene()
        scene.reading.hold = asyncio.Event()
        task = asyncio.create_task(scene.answer(CRANE, CHESS))
        await until(lambda: bool(scene.room.messages))
        scene.room.fail("send", DeliveryError("unreachable"))
        scene.reading.hold.set()
        await task
        first, second = scene.room.messages.values()
        assert len([text for text in first.history if "crane fell" in text]) == 1
        assert "chess" in second.text

    async def test_a_first_sign_that_cannot_be_shown_does_not_end_the_work(self) -> None:
        scene = Scene()
        scene.room.fail("send", DeliveryError("unreachable"))
        await scene.answer(CRANE)
        assert "crane fell" in scene.room.texts[0]
        assert scene.books.ends == {"5:7": ("answered", None)}

    async def test_after_ten_minutes_the_request_stays_open_for_the_next_start(self) -> None:
        scene = Scene()
        for _ in range(100):
            scene.room.fail("edit", DeliveryError("unreachable"))
        await scene.answer(CRANE)
        assert scene.books.ends == {}
        assert 600 <= sum(scene.slept) <= 700

    async def test_it_can_be_stopped_while_it_waits(self) -> None:
        scene = Scene()
        scene.room.fail("edit", DeliveryError("unreachable"))
        scene.hold_sleep = True
        task = asyncio.create_task(scene.answer(CRANE))
        await until(lambda: bool(scene.slept))
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        assert await abandon(ask(CRANE), with_=scene.with_)
        assert scene.room.texts == ["Stopped."]

    async def test_it_can_be_stopped_in_the_middle_of_a_try(self) -> None:
        scene = Scene()
        trying, go = asyncio.Event(), asyncio.Event()
        edit = scene.room.edit

        async def hanging(*args: object, **kwargs: object) -> None:
            trying.set()
            await go.wait()
            await edit(*args, **kwargs)  # type: ignore[arg-type]

        scene.room.edit = hanging  # type: ignore[method-assign]
        scene.room.fail("edit", DeliveryError("unreachable"))
        task = asyncio.create_task(scene.answer(CRANE))
        await trying.wait()
        task.cancel()
        go.set()
        await asyncio.wait([task])
        assert task.cancelled()
        assert scene.slept == []

    async def test_parts_that_were_given_before_the_process_ended_are_edited_and_not_sent_again(self) -> None:
        scene = Scene()
        await scene.answer(CRANE, CHESS)
        scene.books.ends.clear()
        await scene.answer(CRANE, CHESS)
        assert len(scene.room.messages) == 2
        first = next(iter(scene.room.messages.values()))
        assert [text.startswith("Reading") for text in first.history] == [True, False, False]


class TestFaultsOfDelivery:
    async def test_who_blocked_the_bot_gets_nothing_and_is_remembered(self) -> None:
        scene = Scene()
        scene.room.fail("edit", DeliveryError("blocked"))
        await scene.answer(CRANE)
        assert scene.books.ends["5:7"] == ("undelivered", "delivery_blocked")
        assert scene.books.unreachable == {5}

    async def test_a_message_deleted_meanwhile_is_sent_anew(self) -> None:
        scene = Scene()
        scene.room.fail("edit", DeliveryError("gone"))
        await scene.answer(CRANE)
        assert [text.startswith("Reading") for text in scene.room.texts] == [True, False]
        assert scene.books.ends["5:7"] == ("answered", None)

    async def test_where_nobody_knows_of_the_first_sign_the_brief_is_a_message_of_its_own(self) -> None:
        scene = Scene()
        scene.room.fail("send", DeliveryError("unknown"), when="after")
        await scene.answer(CRANE)
        assert len([text for text in scene.room.texts if "crane fell" in text]) == 1
        assert scene.states == [["new", "sending", "unknown"], ["new", "sending", "sent"]]

    async def test_a_further_part_of_which_nobody_knows_is_sent_again(self) -> None:
        scene = Scene()
        scene.reading.hold = asyncio.Event()
        task = asyncio.create_task(scene.answer(CRANE, CHESS))
        await until(lambda: bool(scene.room.messages))
        scene.room.fail("send", DeliveryError("unknown"))
        scene.reading.hold.set()
        await task
        assert scene.states[1:] == [["new", "sending", "unknown"], ["new", "sending", "sent"]]
        assert len(scene.room.messages) == 2

    async def test_a_part_that_may_have_arrived_each_time_is_not_sent_for_ever(self) -> None:
        scene = Scene()
        scene.reading.hold = asyncio.Event()
        task = asyncio.create_task(scene.answer(CRANE, CHESS))
        await until(lambda: bool(scene.room.messages))
        for _ in range(50):
            scene.room.fail("send", DeliveryError("unknown"), when="after")
        scene.reading.hold.set()
        await task
        assert len([text for text in scene.room.texts if "chess" in text]) == MOST_DOUBTS
        assert scene.books.ends["5:7"] == ("undelivered", "delivery_given_up")

    async def test_a_chat_that_moved_gets_its_message_once_and_its_new_id_everywhere(self) -> None:
        scene = Scene()
        scene.room.fail("send", DeliveryError("moved", chat=-100))
        await scene.answer(CRANE)
        assert scene.books.moves == [(5, -100)]
        assert next(iter(scene.room.messages.values())).chat_id == -100

    async def test_a_rejected_message_is_not_sent_again(self) -> None:
        scene = Scene()
        scene.room.fail("send", DeliveryError("rejected", reason="no"))
        await scene.answer(CRANE)
        assert scene.room.calls.count("send") == 1
        assert scene.states == [["new", "sending", "failed"]]
        assert scene.books.ends["5:7"] == ("undelivered", "delivery_rejected")


class TestStopping:
    async def test_work_that_is_stopped_says_so_in_its_place(self) -> None:
        scene = Scene()
        scene.reading.hold = asyncio.Event()
        task = asyncio.create_task(scene.answer(CRANE))
        await until(lambda: bool(scene.room.messages))
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        assert scene.books.ends == {}
        assert await abandon(ask(CRANE), with_=scene.with_)
        assert scene.room.texts == ["Stopped."]
        assert scene.books.ends == {"5:7": ("stopped", None)}

    async def test_an_answer_on_its_way_is_carried_to_its_end(self) -> None:
        scene = Scene()
        gate = asyncio.Event()
        keep = scene.books.keep

        async def slowly(*args: object, **kwargs: object) -> None:
            gate.set()
            await asyncio.sleep(0.01)
            await keep(*args, **kwargs)  # type: ignore[arg-type]

        scene.books.keep = slowly  # type: ignore[method-assign]
        task = asyncio.create_task(scene.answer(CRANE))
        await gate.wait()
        task.cancel()
        await asyncio.wait([task])
        assert not task.cancelled()
        assert scene.books.ends == {"5:7": ("answered", None)}
        assert "crane fell" in scene.room.texts[0]

    async def test_what_only_waited_ends_without_a_word(self) -> None:
        scene = Scene()
        assert not await abandon(ask(CRANE), with_=scene.with_)
        assert scene.room.messages == {}
        assert scene.books.ends == {"5:7": ("stopped", None)}
