"""What the bot says and fetches, against a strict stand-in for Telegram."""

import logging
import socket
import traceback
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest
from telegram.error import BadRequest, NetworkError, TelegramError

from bot.adapters.bot_api.again import Again
from bot.adapters.bot_api.client import FootnoteBot, connect, open_bot
from bot.adapters.bot_api.faults import fault_of
from bot.adapters.bot_api.files import BotFiles
from bot.adapters.bot_api.limiter import ChatLimiter
from bot.adapters.bot_api.messenger import BotMessenger
from bot.core.delivering import Button
from bot.core.errors import DeliveryError, LoadError, SettingsError
from bot.core.message.classic import Message, TextEntity
from bot.core.requests import Upload
from tests.doubles.bot_api import BotApi, Person

NOBODY = ":".join(["1234567", "none"])
HELLO = Message(text="Three sources, one origin.")
LINKED = Message(
    text="🌍 The council [1] agreed.",
    entities=(
        TextEntity(type="bold", offset=3, length=11),
        TextEntity(type="text_link", offset=15, length=3, url="https://example.org/council"),
    ),
)


@dataclass
class Pauses:
    """Time that passes only by waiting for it."""

    taken: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return sum(self.taken)

    async def sleep(self, seconds: float) -> None:
        self.taken.append(seconds)


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi(flood_limits=False) as opened:
        yield opened


@pytest.fixture
def alice(api: BotApi) -> Person:
    return api.user("Alice")


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[FootnoteBot]:
    async with opened(token=api.token, address=api.base_url) as made:
        await connect(made)
        yield made


@pytest.fixture
def messenger(bot: FootnoteBot, pauses: Pauses) -> BotMessenger:
    return BotMessenger(bot, again=Again(clock=pauses.clock, sleep=pauses.sleep))


@asynccontextmanager
async def opened(
    *, token: str, address: str, answer_seconds: float = 5, limiter: ChatLimiter | None = None
) -> AsyncIterator[FootnoteBot]:
    """A bot that has not asked who it is, so that Telegram need not be there."""
    made = open_bot(token=token, api=address, limiter=limiter, answer_seconds=answer_seconds)
    try:
        yield made
    finally:
        await made.shutdown()
        await made.request.shutdown()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


# ---------------------------------------------------------------- messages


async def test_a_message_arrives_with_its_formatting_and_nothing_else(
    api: BotApi, alice: Person, messenger: BotMessenger
) -> None:
    message_id = await messenger.send(alice.id, LINKED)
    (seen,) = alice.chat.from_bot
    assert (seen.id, seen.text, seen.reply_to) == (message_id, LINKED.text, None)
    assert seen.entities == [
        {"type": "bold", "offset": 3, "length": 11},
        {"type": "text_link", "offset": 15, "length": 3, "url": "https://example.org/council"},
    ]
    (call,) = api.calls_of("sendMessage")
    assert "parse_mode" not in call.params
    assert seen.options["link_preview_options"] == {"is_disabled": True}


async def test_a_message_answers_another_even_one_that_is_gone(alice: Person, messenger: BotMessenger) -> None:
    asked = alice.says("https://example.org/council")
    await messenger.send(alice.id, HELLO, reply_to=asked.id)
    alice.deletes(asked)
    await messenger.send(alice.id, HELLO, reply_to=asked.id)
    assert [message.reply_to for message in alice.chat.from_bot] == [asked.id, None]


async def test_what_makes_sense_only_as_an_answer_is_not_sent_where_the_answered_message_is_gone(
    alice: Person, messenger: BotMessenger
) -> None:
    asked = alice.says("A link")
    await messenger.send(alice.id, HELLO, reply_to=asked.id, only_as_reply=True)
    alice.deletes(asked)
    with pytest.raises(DeliveryError) as caught:
        await messenger.send(alice.id, HELLO, reply_to=asked.id, only_as_reply=True)
    assert caught.value.code == "gone"
    assert [message.reply_to for message in alice.chat.from_bot] == [asked.id]


async def test_buttons_stand_two_in_a_row(alice: Person, messenger: BotMessenger) -> None:
    await messenger.send(alice.id, HELLO, buttons=[Button(label=f"Choice {n}", data=f"c:{n}") for n in range(3)])
    (message,) = alice.chat.from_bot
    shown = [[(button.text, button.data) for button in row] for row in message.keyboard]
    assert shown == [[("Choice 0", "c:0"), ("Choice 1", "c:1")], [("Choice 2", "c:2")]]


async def test_other_buttons_are_put_under_a_message_in_the_rows_they_are_given_in(
    api: BotApi, alice: Person, messenger: BotMessenger
) -> None:
    message_id = await messenger.send(alice.id, HELLO, buttons=[Button(label="This is wrong", data="wrong")])
    numbers = [[Button(label=str(n), data=f"n:{n}") for n in (1, 2, 3)], [], [Button(label="None", data="n:0")]]
    await messenger.show_buttons(alice.id, message_id, numbers)
    (message,) = alice.chat.from_bot
    assert [[button.data for button in row] for row in message.keyboard] == [["n:1", "n:2", "n:3"], ["n:0"]]
    assert message.history == [HELLO.text]
    with api.expect_refusal():
        await messenger.show_buttons(alice.id, message_id, numbers)
    alice.deletes(message)
    await messenger.show_buttons(alice.id, message_id, numbers[:1])


async def test_an_edit_changes_words_formatting_and_buttons(alice: Person, messenger: BotMessenger) -> None:
    message_id = await messenger.send(alice.id, HELLO, buttons=[Button(label="Stop", data="stop")])
    await messenger.edit(alice.id, message_id, LINKED)
    (message,) = alice.chat.from_bot
    assert (message.text, message.history) == (LINKED.text, [HELLO.text, LINKED.text])
    assert [entity["type"] for entity in message.entities] == ["bold", "text_link"]
    assert message.buttons == ()
    assert message.options["link_preview_options"] == {"is_disabled": True}


async def test_an_edit_that_changes_nothing_is_no_error(api: BotApi, alice: Person, messenger: BotMessenger) -> None:
    message_id = await messenger.send(alice.id, HELLO)
    with api.expect_refusal():
        await messenger.edit(alice.id, message_id, HELLO)
    assert len(api.calls_of("editMessageText")) == 1


async def test_an_edit_of_a_message_that_is_gone_says_so(api: BotApi, alice: Person, messenger: BotMessenger) -> None:
    message_id = await messenger.send(alice.id, HELLO)
    alice.deletes(alice.chat.from_bot[0])
    with pytest.raises(DeliveryError) as raised:
        await messenger.edit(alice.id, message_id, LINKED)
    assert raised.value.code == "gone"
    assert len(api.calls_of("editMessageText")) == 1


async def test_a_reaction_is_set_replaced_and_taken_away(alice: Person, messenger: BotMessenger) -> None:
    asked = alice.says("https://example.org/council")
    await messenger.react(alice.id, asked.id, "👀")
    assert asked.reactions == ["👀"]
    await messenger.react(alice.id, asked.id, "👍")
    assert asked.reactions == ["👍"]
    await messenger.react(alice.id, asked.id, None)
    assert asked.reactions == []


async def test_a_reaction_that_is_not_allowed_is_let_go(api: BotApi, alice: Person, messenger: BotMessenger) -> None:
    asked = alice.says("https://example.org/council")
    with api.expect_refusal():
        await messenger.react(alice.id, asked.id, "🥕")
    assert asked.reactions == []
    alice.deletes(asked)
    await messenger.react(alice.id, asked.id, "👍")
    assert [call.status for call in api.calls_of("setMessageReaction")] == [400, 400]


async def test_a_tap_is_answered_and_a_late_answer_does_no_harm(
    api: BotApi, alice: Person, messenger: BotMessenger
) -> None:
    await messenger.send(alice.id, HELLO, buttons=[Button(label="Stop", data="stop")])
    tap = alice.taps("Stop")
    await messenger.answer_tap(tap.id, "Stopped.")
    assert (tap.answered, tap.text) == (True, "Stopped.")
    quiet = alice.taps("Stop")
    await messenger.answer_tap(quiet.id)
    assert (quiet.answered, quiet.text) == (True, None)
    late = alice.taps("Stop", late=True)
    await messenger.answer_tap(late.id)
    assert [call.status for call in api.calls_of("answerCallbackQuery")] == [200, 200, 400]


# ---------------------------------------------------------------- what can go wrong

CERTAIN = [
    ("403", {}, "blocked", {}),
    ("migrated", {"migrate_to_chat_id": -1009876543210}, "moved", {"chat": -1009876543210}),
    ("401", {}, "unauthorised", {}),
    ("404", {}, "rejected", {"reason": "not_found"}),
    ("400:Bad Request: message thread not found", {}, "rejected", {"reason": "message_thread_not_found"}),
    ("400:Bad Request: message is too long", {}, "rejected", {"reason": "message_is_too_long"}),
    ("400:Bad Request: message to be replied not found", {}, "gone", {}),
    ("429", {"retry_after": 3600}, "flooded", {"seconds": 3600}),
]


@pytest.mark.parametrize(("fault", "given", "code", "params"), CERTAIN)
async def test_what_telegram_answers_becomes_a_code_and_is_not_asked_again(
    api: BotApi,
    alice: Person,
    messenger: BotMessenger,
    fault: str,
    given: dict[str, int],
    code: str,
    params: dict[str, str | int],
) -> None:
    api.fail_next("sendMessage", fault, **given)
    with pytest.raises(DeliveryError) as raised:
        await messenger.send(alice.id, HELLO)
    assert (raised.value.code, raised.value.params) == (code, params)
    assert len(api.calls_of("sendMessage")) == 1


@pytest.mark.parametrize(
    "fault", ["reset", "deliver_then_reset", "502_html", "deliver_then_502", "500", "bad_json", "deliver_then_hang"]
)
async def test_a_message_whose_fate_is_unknown_is_never_sent_again(
    api: BotApi, alice: Person, pauses: Pauses, fault: str
) -> None:
    async with opened(token=api.token, address=api.base_url, answer_seconds=0.5) as bot:
        api.fail_next("sendMessage", fault)
        with pytest.raises(DeliveryError) as raised:
            await BotMessenger(bot, again=Again(clock=pauses.clock, sleep=pauses.sleep)).send(alice.id, HELLO)
    assert raised.value.code == "unknown"
    assert len(api.calls_of("sendMessage")) == 1
    assert pauses.taken == []


@pytest.mark.parametrize("fault", ["reset", "deliver_then_reset", "502_html", "deliver_then_502", "500", "bad_json"])
async def test_an_edit_whose_fate_is_unknown_is_made_again(
    api: BotApi, alice: Person, messenger: BotMessenger, fault: str
) -> None:
    message_id = await messenger.send(alice.id, HELLO)
    api.fail_next("editMessageText", fault, times=2)
    await messenger.edit(alice.id, message_id, LINKED)
    (message,) = alice.chat.from_bot
    assert message.text == LINKED.text
    assert len(api.calls_of("editMessageText")) == 3


async def test_reactions_and_answers_to_taps_are_made_again_too(
    api: BotApi, alice: Person, messenger: BotMessenger
) -> None:
    asked = alice.says("https://example.org/council")
    await messenger.send(alice.id, HELLO, buttons=[Button(label="Stop", data="stop")])
    tap = alice.taps("Stop")
    for method in ("setMessageReaction", "answerCallbackQuery"):
        api.fail_next(method, "502_html")
    await messenger.react(alice.id, asked.id, "👀")
    await messenger.answer_tap(tap.id)
    assert (asked.reactions, tap.answered) == (["👀"], True)


async def test_an_edit_is_made_four_times_at_most(
    api: BotApi, alice: Person, messenger: BotMessenger, pauses: Pauses
) -> None:
    message_id = await messenger.send(alice.id, HELLO)
    api.fail_next("editMessageText", "502_html", times=4)
    with pytest.raises(DeliveryError) as raised:
        await messenger.edit(alice.id, message_id, LINKED)
    assert raised.value.code == "unknown"
    assert len(api.calls_of("editMessageText")) == 4
    assert pauses.taken == sorted(pauses.taken)
    assert len(pauses.taken) == 3


async def test_no_try_begins_a_minute_after_the_first(api: BotApi, alice: Person, bot: FootnoteBot) -> None:
    times = iter([0.0, 40.0, 61.0])
    messenger = BotMessenger(bot, again=Again(clock=lambda: next(times), sleep=Pauses().sleep))
    api.fail_next("setMessageReaction", "500", times=2)
    with pytest.raises(DeliveryError):
        await messenger.react(alice.id, 1, "👀")
    assert len(api.calls_of("setMessageReaction")) == 2


async def test_a_message_is_sent_again_where_no_connection_was_made(api: BotApi, alice: Person) -> None:
    port = free_port()
    with ExitStack() as stack:
        started: list[Person] = []

        async def starts_meanwhile(seconds: float) -> None:
            telegram = stack.enter_context(BotApi(port=port))
            started.append(telegram.user("Alice"))

        async with opened(token=api.token, address=f"http://127.0.0.1:{port}") as bot:
            await BotMessenger(bot, again=Again(sleep=starts_meanwhile)).send(alice.id, HELLO)
        assert [message.text for message in started[0].chat.from_bot] == [HELLO.text]


async def test_no_connection_at_all_is_told_from_an_unknown_fate(pauses: Pauses) -> None:
    async with opened(token=NOBODY, address=f"http://127.0.0.1:{free_port()}") as bot:
        with pytest.raises(DeliveryError) as raised:
            await BotMessenger(bot, again=Again(clock=pauses.clock, sleep=pauses.sleep)).send(1, HELLO)
    assert raised.value.code == "unreachable"
    assert len(pauses.taken) == 3


async def test_a_message_waits_when_telegram_asks_for_it_and_is_sent_once(
    api: BotApi, alice: Person, pauses: Pauses
) -> None:
    api.fail_next("sendMessage", "429", retry_after=7)
    limiter = ChatLimiter(clock=pauses.clock, sleep=pauses.sleep)
    async with opened(token=api.token, address=api.base_url, limiter=limiter) as bot:
        await BotMessenger(bot).send(alice.id, HELLO)
    assert len(alice.chat.from_bot) == 1
    assert pauses.taken == [7]


async def test_words_of_a_person_do_not_get_into_the_reason(
    api: BotApi, alice: Person, messenger: BotMessenger
) -> None:
    api.fail_next("sendMessage", '400:Bad Request: can\'t parse entities: Unsupported start tag "mayor" at offset 3')
    with pytest.raises(DeliveryError) as raised:
        await messenger.send(alice.id, HELLO)
    assert raised.value.params == {"reason": "cant_parse_entities"}


@pytest.mark.parametrize(
    ("description", "code", "params"),
    [
        ("Bad Request: message can't be edited", "gone", {}),
        ("Bad Request: message to edit not found", "gone", {}),
        ("Bad Request: MESSAGE_ID_INVALID", "gone", {}),
        ("Bad Request: chat not found", "rejected", {"reason": "chat_not_found"}),
        ("Bad Request: TOPIC_CLOSED", "rejected", {"reason": "topic_closed"}),
        (
            "Bad Request: inline keyboard button URL 'http://the mayor said' is invalid: Wrong HTTP URL",
            "rejected",
            {"reason": "inline_keyboard_button_url"},
        ),
        ("Bad Request: wrong HTTP URL https://mayor.example/private", "rejected", {"reason": "wrong_http_url"}),
        ("", "rejected", {"reason": "bad_request"}),
    ],
)
def test_a_description_becomes_a_code(description: str, code: str, params: dict[str, str]) -> None:
    fault = fault_of(BadRequest(description))
    assert (fault.code, fault.params) == (code, params)


@pytest.mark.parametrize(
    ("cause", "code"),
    [
        (httpx.ConnectError(""), "unreachable"),
        (httpx.ConnectTimeout(""), "unreachable"),
        (httpx.PoolTimeout(""), "unreachable"),
        (httpx.ProxyError(""), "unreachable"),
        (httpx.ReadTimeout(""), "unknown"),
        (httpx.WriteTimeout(""), "unknown"),
        (httpx.ReadError(""), "unknown"),
        (httpx.WriteError(""), "unknown"),
        (httpx.RemoteProtocolError(""), "unknown"),
        (None, "unknown"),
    ],
)
def test_a_call_counts_as_not_made_only_where_no_connection_was(cause: Exception | None, code: str) -> None:
    error = NetworkError("it broke")
    error.__cause__ = cause
    assert fault_of(error).code == code


@pytest.mark.parametrize("error", [TelegramError("Invalid server response"), KeyError("message_id"), TypeError()])
def test_an_answer_that_cannot_be_understood_leaves_the_fate_unknown(error: Exception) -> None:
    assert fault_of(error).code == "unknown"


@pytest.mark.parametrize(
    ("message", "seconds"), [("Too Many Requests: retry after 7", 7), ("Too Many Requests (429)", 1)]
)
def test_a_refusal_for_haste_is_known_by_its_words_too(message: str, seconds: int) -> None:
    fault = fault_of(NetworkError(message))
    assert (fault.code, fault.params) == ("flooded", {"seconds": seconds})


# ---------------------------------------------------------------- who the bot is


async def test_connecting_tells_the_bots_name(bot: FootnoteBot, api: BotApi) -> None:
    assert bot.username == api.username


@pytest.mark.parametrize("token", ["7654321:AAE_wrong-0123456789abcdefghijklmno", "not-a-token"])
async def test_a_token_that_telegram_refuses_is_named_as_such_but_not_shown(api: BotApi, token: str) -> None:
    with api.expect_refusal():
        async with opened(token=token, address=api.base_url) as bot:
            with pytest.raises(SettingsError) as raised:
                await connect(bot)
    assert raised.value.code == "token_rejected"
    assert token not in "".join(traceback.format_exception(raised.value))


async def test_an_address_without_a_bot_api_is_told_from_a_wrong_token(api: BotApi) -> None:
    with api.expect_refusal():
        async with opened(token=api.token, address=f"{api.base_url}/elsewhere") as bot:
            with pytest.raises(SettingsError) as raised:
                await connect(bot)
    assert raised.value.code == "telegram_api_wrong"


async def test_a_network_that_is_down_is_no_wrong_setting() -> None:
    async with opened(token=NOBODY, address=f"http://127.0.0.1:{free_port()}") as bot:
        with pytest.raises(DeliveryError) as raised:
            await connect(bot)
    assert raised.value.code == "unreachable"


# ---------------------------------------------------------------- files


def upload_of(alice: Person, content: bytes, *, size: int | None = None, told: int | None = None) -> Upload:
    """A file that Alice sent; `size` is what Telegram answers, `told` what stood in the message."""
    message = alice.sends_file("report.txt", content, mime_type="text/plain", size=size)
    assert message.file is not None
    return Upload(file_id=message.file.id, name="report.txt", media_type="text/plain", size=told)


@pytest.fixture
def files(bot: FootnoteBot, pauses: Pauses) -> BotFiles:
    return BotFiles(bot, again=Again(clock=pauses.clock, sleep=pauses.sleep))


async def refused(files: BotFiles, upload: Upload, *, max_bytes: int = 1000) -> LoadError:
    with pytest.raises(LoadError) as raised:
        await files.download(upload, max_bytes=max_bytes)
    return raised.value


async def test_a_file_is_fetched(alice: Person, files: BotFiles) -> None:
    assert await files.download(upload_of(alice, b"The council met."), max_bytes=1000) == b"The council met."


async def test_a_file_that_is_known_to_be_too_large_is_not_asked_for(
    api: BotApi, alice: Person, files: BotFiles
) -> None:
    error = await refused(files, upload_of(alice, b"x", told=1001))
    assert (error.code, error.params) == ("too_large", {"limit": 1000})
    error = await refused(files, upload_of(alice, b"x", told=20_000_001), max_bytes=50_000_000)
    assert (error.code, error.params) == ("upload_too_large", {"limit": 20_000_000})
    assert api.calls_of("getFile") == []


async def test_the_size_that_telegram_answers_counts_before_the_download(
    api: BotApi, alice: Person, files: BotFiles
) -> None:
    assert (await refused(files, upload_of(alice, b"x" * 1001))).code == "too_large"
    assert api.calls_of("download") == []


async def test_a_size_that_was_a_lie_does_not_help(alice: Person, files: BotFiles) -> None:
    assert (await refused(files, upload_of(alice, b"x" * 1001, size=10, told=10))).code == "too_large"


async def test_a_file_that_telegram_does_not_hand_out_says_so(api: BotApi, alice: Person, files: BotFiles) -> None:
    with api.expect_refusal():
        error = await refused(files, upload_of(alice, b"x", size=25_000_000))
    assert error.code == "upload_too_large"


async def test_a_file_that_is_gone_says_so(api: BotApi, alice: Person, files: BotFiles) -> None:
    with api.expect_refusal():
        assert (await refused(files, Upload(file_id="no-such-file"))).code == "upload_gone"
    api.fail_next("download", "404")
    assert (await refused(files, upload_of(alice, b"x"))).code == "upload_gone"


async def test_a_download_survives_a_network_that_fails_for_a_moment(
    api: BotApi, alice: Person, files: BotFiles
) -> None:
    api.fail_next("getFile", "502_html")
    api.fail_next("download", "reset")
    assert await files.download(upload_of(alice, b"The council met."), max_bytes=1000) == b"The council met."


async def test_a_download_that_fails_shows_no_token(api: BotApi, alice: Person, files: BotFiles) -> None:
    api.fail_next("download", "reset", times=4)
    error = await refused(files, upload_of(alice, b"x"))
    assert error.code == "upload_failed"
    assert api.token not in "".join(traceback.format_exception(error))


async def test_nothing_that_is_said_is_logged(
    alice: Person, messenger: BotMessenger, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    await messenger.send(alice.id, HELLO)
    assert HELLO.text not in "".join(record.getMessage() for record in caplog.records if record.name.startswith("bot"))
