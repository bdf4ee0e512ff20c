"""What a person sees when the model or Telegram fails: one bot for the module, with a model and an owner."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.doubles.bot_api import BotApi
from tests.doubles.chat_request import ChatRequest
from tests.doubles.copying_model import Switch, claiming, copy_sentences, judged
from tests.doubles.model_endpoint import Answer, ModelEndpoint
from tests.doubles.model_faults import HTTP_FAULTS, REPLY_FAULTS, Fault
from tests.e2e.bot_process import BotProcess
from tests.e2e.pages import CHESS, CRANE, CRANE_TOO, text_of

LONG = 30.0
MARKED = re.compile(r"berth number (\d+)")


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    with BotApi(flood_limits=False) as double:
        yield double


@pytest.fixture(scope="module")
def model_script() -> Switch:
    return Switch()


@pytest.fixture(scope="module")
def model(model_script: Switch) -> Iterator[ModelEndpoint]:
    with ModelEndpoint(model_script) as endpoint:
        yield endpoint


@pytest.fixture(scope="module")
def bot(api: BotApi, model: ModelEndpoint, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotProcess]:
    settings = {
        "FOOTNOTE_MODEL_TIMEOUT": "2",
        "FOOTNOTE_MODEL_DEADLINE": "4",
        "FOOTNOTE_MODEL_PAUSE": "0",
        "FOOTNOTE_PARALLEL_REQUESTS": "30",
        "FOOTNOTE_PRICE_INPUT": "2.5",
        "FOOTNOTE_PRICE_OUTPUT": "10",
    }
    with BotProcess(api, tmp_path_factory.mktemp("bot"), model=model, settings=settings) as process:
        yield process


@pytest.fixture(scope="module")
def owner(api: BotApi, bot: BotProcess) -> Iterator[object]:
    return bot.owner(api, open_to_all=True)


@pytest.fixture(autouse=True)
def _steady(bot: BotProcess, owner: object, model_script: Switch) -> Iterator[None]:
    model_script.script = copy_sentences
    yield
    assert bot.process.poll() is None, bot.log


class TestTheModel:
    def test_a_checked_brief_says_what_was_checked(self, api: BotApi) -> None:
        alice = api.user("Alice")
        alice.says(text_of(CRANE))
        alice.says(text_of(CRANE_TOO))
        brief = alice.hears("statements checked", timeout=LONG)
        assert brief.text.startswith("What the articles say\n2 articles") or "2 articles" in brief.text
        assert "clarity and support. None withheld." in brief.text

    def test_progress_is_told_step_by_step(self, api: BotApi, model_script: Switch) -> None:
        def slowly(request: ChatRequest) -> Answer:
            time.sleep(1.5)
            return claiming("The crane fell, the port said.", "The crane fell on 77 workers, the port said.")(request)

        model_script.script = slowly
        alice = api.user("Alice")
        alice.says(text_of(CRANE))
        brief = alice.hears("Sources", timeout=LONG)
        assert brief.history[0] == "Reading 1 article"
        assert "Writing about 1 article" in brief.history
        assert "Rewriting 1 statement that did not pass the checks" in brief.history
        assert "1 statement withheld: its number is not in the source" in brief.text

    def test_every_fault_of_the_model_ends_in_a_brief_and_costs_four_requests_at_most(
        self, api: BotApi, model: ModelEndpoint, model_script: Switch
    ) -> None:
        names = sorted([*HTTP_FAULTS, *REPLY_FAULTS])
        asked: Counter[str] = Counter()

        def failing(request: ChatRequest) -> Answer:
            if reply := judged(request):
                return reply
            marked = MARKED.search(request.messages[-1][1]) or MARKED.search(str(request.messages))
            assert marked
            name = names[int(marked[1])]
            asked[name] += 1
            return Fault(name, copy_sentences(request))

        model_script.script = failing
        people = {}
        for number, name in enumerate(names):
            people[name] = api.user(f"Reader of {name}")
            people[name].says(
                text_of(CRANE) + f"\n\nIt had stood at berth number {number} since spring, the port said."
            )
        for name, person in people.items():
            brief = person.chat.wait_for(lambda chat: chat.said("Sources"), timeout=90)
            assert "12 workers" in brief.text, name
            assert len(person.chat.from_bot) == 1, name
            assert "statements checked" in brief.text or "The model was not used (" in brief.text, name
        assert set(asked) == set(names)
        assert max(asked.values()) <= 4

    def test_what_only_the_owner_can_mend_is_told_the_owner_once(self, api: BotApi, owner: object) -> None:
        for words in ("quota at the model's provider is used up", "does not accept the key"):
            told = [message for message in owner.chat.from_bot if words in message.text]  # type: ignore[attr-defined]
            assert len(told) == 1

    @pytest.mark.parametrize(
        "text",
        [
            "A crane fell; write to @aldersund_port and send /start.",
            "A crane fell, see evil.example/login and https://evil.example now.",
            "A crane fell. <a href='https://evil.example'>More</a> [more](https://evil.example) **now**",
            "A crane \u202efell\u202c \u200band\U000e0041 \u2066the port\u2069 closed.",
            "A crane fell #breaking $AAPL +44 20 7946 0958 harbour@evil.example",
        ],
    )
    def test_what_an_obedient_model_writes_never_comes_alive(
        self, api: BotApi, model_script: Switch, text: str
    ) -> None:
        model_script.script = claiming(text)
        alice = api.user("Alice")
        alice.says(text_of(CRANE))
        brief = alice.hears("Sources", timeout=LONG)
        assert brief.live == []
        assert not [entity for entity in brief.entities if "url" in entity]
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\U000e0000-\U000e007f]", brief.text)

    def test_usage_counts_tokens_cost_and_faults(self, api: BotApi, owner: object) -> None:
        owner.says("/usage")  # type: ignore[attr-defined]
        told = owner.hears("Requests:").text  # type: ignore[attr-defined]
        assert re.search(r"Tokens: [1-9][\d,]* today", told)
        assert "of 1,000,000" in told or "1,000,000 tokens a day" in told
        assert re.search(r"Cost: about \d+\.\d\d USD today", told)
        assert "model: it took too long" in told


class TestTelegram:
    def brief(self, api: BotApi, article: tuple[str, ...] = CRANE) -> object:
        alice = api.user("Alice")
        alice.says(text_of(article))
        alice.hears("Sources", timeout=LONG)
        briefs = [message for message in alice.chat.from_bot if "Sources" in message.text]
        assert len(briefs) == 1
        return alice

    @pytest.mark.parametrize("fault", ["429", "500", "502_html", "reset", "deliver_then_reset", "deliver_then_502"])
    @pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "setMessageReaction"])
    def test_a_call_that_fails_costs_the_reader_nothing(self, api: BotApi, method: str, fault: str) -> None:
        api.fail_next(method, fault, **({"retry_after": 1} if fault == "429" else {}))
        self.brief(api)

    @pytest.mark.parametrize("fault", ["429", "500", "502_html", "reset", "bad_json"])
    def test_polling_goes_on_after_a_fault(self, api: BotApi, fault: str) -> None:
        api.fail_next("getUpdates", fault, **({"retry_after": 1} if fault == "429" else {}))
        self.brief(api)

    def test_a_reaction_that_the_chat_does_not_allow_is_let_go(self, api: BotApi) -> None:
        api.fail_next("setMessageReaction", "400:Bad Request: REACTION_INVALID")
        self.brief(api)

    def test_a_progress_message_that_was_deleted_is_no_loss(self, api: BotApi) -> None:
        api.fail_next("editMessageText", "400:Bad Request: message to edit not found")
        self.brief(api)

    def test_formatting_that_telegram_refuses_is_left_out(self, api: BotApi) -> None:
        alice = api.user("Alice")
        api.fail_next("editMessageText", "400:Bad Request: can't parse entities: unsupported entity", chat=alice)
        alice.says(text_of(CRANE))
        brief = alice.hears("Sources", timeout=LONG)
        assert brief.entities == [] or {entity["type"] for entity in brief.entities} <= {"url", "bot_command"}
        assert len(alice.chat.from_bot) == 1

    def test_a_refused_call_is_made_once(self, api: BotApi) -> None:
        alice = api.user("Alice")
        api.fail_next("sendMessage", "400:Bad Request: something is wrong", chat=alice)
        alice.says(text_of(CRANE))
        bob = self.brief(api, CHESS)
        assert bob
        sends = [call for call in api.calls_of("sendMessage") if str(call.params.get("chat_id")) == str(alice.id)]
        assert len(sends) == 1

    def test_who_has_blocked_the_bot_is_not_written_to_again(self, api: BotApi) -> None:
        alice = api.user("Alice")
        api.fail_next("sendMessage", "403", chat=alice)
        alice.says(text_of(CRANE))
        self.brief(api, CHESS)
        assert alice.chat.from_bot == []

    @pytest.mark.parametrize("method", ["getFile", "download"])
    @pytest.mark.parametrize("fault", ["500", "reset"])
    def test_a_file_that_is_handed_over_late_is_read(self, api: BotApi, method: str, fault: str) -> None:
        api.fail_next(method, fault)
        alice = api.user("Alice")
        alice.sends_file("crane.txt", text_of(CRANE).encode(), mime_type="text/plain")
        alice.hears("Sources", timeout=LONG)

    def test_a_file_that_telegram_has_lost_is_said_to_be(self, api: BotApi) -> None:
        api.fail_next("getFile", "400:Bad Request: wrong file_id or the file is temporarily unavailable")
        alice = api.user("Alice")
        alice.sends_file("crane.txt", text_of(CRANE).encode(), mime_type="text/plain")
        alice.hears("no longer has this file", timeout=LONG)


def test_a_spent_day_goes_on_word_for_word_and_the_owner_hears_of_it_once(
    model: ModelEndpoint, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("spent")
    settings = {"FOOTNOTE_DAILY_TOKENS": "6000"}
    with BotApi() as api:
        with BotProcess(api, folder, model=model, settings=settings) as bot:
            owner = bot.owner(api)
            owner.says(text_of(CRANE))
            owner.hears("statements checked", timeout=LONG)
            owner.says(text_of(CHESS))
            owner.chat.wait_for(lambda chat: "chess cup" in str([m.text for m in chat.from_bot]), timeout=LONG)
        spent = model.count
        with BotProcess(api, folder, model=model, settings=settings):
            for article in (CRANE_TOO, CRANE, CHESS):
                before = len(owner.chat.from_bot)
                owner.says(text_of(article))
                owner.chat.wait_for(
                    lambda chat, n=before: any("Sources" in m.text for m in chat.from_bot[n:]), timeout=LONG
                )
            assert "the tokens for today are used up" in owner.hears("used up):").text
            assert model.count - spent <= 1
            owner.says("/usage")
            assert "6,000 tokens a day" in owner.hears("Requests:").text
            told = [message for message in owner.chat.from_bot if "Today's tokens are used up" in message.text]
            assert len(told) == 1
