"""Updates as the Bot API could send them, as it does send them, and as it never should.

`payloads` follows aiogram's models of the Bot API, so a kind or a field of the next release is there as soon as the
models are. `messages`, `taps` and `memberships` are what the bot acts on, with weight on what people do. `broken` puts
values of a wrong type anywhere into the JSON.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any

from aiogram.client.default import Default
from aiogram.types import Message, Update
from hypothesis import strategies as st
from pydantic import BaseModel
from typing_extensions import TypeAliasType

from bot.chat.commands import CLOSE, OPEN
from bot.core.offers import offer_data
from bot.core.reports import CHOOSE
from tests.doubles.bot_api.groups import FIRST_SUPERGROUP
from tests.doubles.bot_api.world import BOT_ID, FIRST_PERSON

FIRST_MESSAGE = 1_000_000
"""Numbers from here on are those of people's messages; the stand-in counts the bot's from 1."""

Json = dict[str, Any]
Strategy = st.SearchStrategy[Any]

OWNER, GUEST, STRANGER = (FIRST_PERSON + number for number in (1, 2, 3))
GROUP = -(FIRST_SUPERGROUP + 4)
"""Numbers that the stand-in for the Bot API gives to the first three people and the group after them."""
NOBODY = 5_900_000_001
"""A person whom the stand-in has never seen."""
KINDS = tuple(sorted(set(Update.model_fields) - {"update_id"}))
ACTED_ON = frozenset({"message", "edited_message", "callback_query", "my_chat_member"})

ARTICLE = """Ferry service to the outer islands resumes

The ferry to the outer islands sails again from Wednesday, the harbour office said on Monday.

Both ships had been in the yard for eleven days because of cracks in a rudder.

"Nobody was in danger at any time," the harbour master said. Tickets bought for those days are refunded."""

# ---------------------------------------------------------------- plain values

CHARACTERS = st.characters(exclude_categories=())
HOSTILE = st.sampled_from(
    [
        "\ud83d", "\udc00 \ud800", "\x00", "\x07\x1b[2J", "\u202e\u2066", "\u200b\u2060\ufeff", "\u3164",
        "\ufffe\uffff", "\U0001f469\u200d\U0001f52c", "e" + "\u0301" * 60, "\u2028\u2029\r\n\t", "\U0001f9ca" * 2_048,
        "{braces} %s $name", "@everyone /start #tag", "https://t.me/a", "<b>&amp;</b> [x](y) `z`",
    ]
)  # fmt: skip
WORDS = st.one_of(st.text(CHARACTERS, max_size=12), HOSTILE, st.sampled_from(["", " ", "Ferry", "Fähre", "عبّارة"]))
INTEGERS = st.one_of(
    st.integers(0, 10_000), st.sampled_from([-1, 2**31, 2**53, -(2**63), 2**63, 2**64 + 1, 10**30]), st.integers()
)
DATES = st.one_of(st.integers(1_700_000_000, 1_800_000_000), st.sampled_from([0, 1, 2**31 - 1, 2**31]))
MESSAGE_IDS = st.one_of(st.integers(FIRST_MESSAGE, 2**31 - 1), st.sampled_from([0, -1, 2**31, 2**52, 2**63, 10**30]))
OFFSETS = st.one_of(st.integers(0, 90), st.sampled_from([-1, -(2**31), 1, 4_095, 4_096, 2**31, 2**63, 10**30]))
LANGUAGES = st.one_of(st.sampled_from(["en", "de", "ru", "ar", "pt-BR", "zh-hans", "xx", ""]), WORDS)
URLS = st.one_of(
    st.sampled_from(
        [
            "https://news.example/ferry", "news.example/ferry", "http://127.0.0.1/", "tg://user?id=1", "javascript:1",
            "https://[::1", "https://user:word@news.example:99999/", "mailto:desk@news.example", "//", "https://",
        ]
    ),
    WORDS.map(lambda word: f"https://news.example/{word}"),
    WORDS,
)  # fmt: skip
ENTITY_KINDS = st.one_of(
    st.sampled_from("url text_link bot_command mention bold pre text_mention custom_emoji date_time".split()), WORDS
)
DATA = st.one_of(
    st.sampled_from([OPEN, CLOSE, offer_data("again", 7), offer_data("feed", 7), CHOOSE, f"{CHOOSE}:1"]), WORDS
)
LINKS = st.sampled_from(["url", "text_link"])
PEOPLE = st.sampled_from([GUEST, OWNER, STRANGER, GUEST, OWNER])
USER_IDS = st.one_of(PEOPLE, st.sampled_from([NOBODY, BOT_ID]), INTEGERS)
CHAT_TYPES = st.one_of(st.sampled_from("private group supergroup channel sender".split()), WORDS)
CHAT_IDS = st.one_of(PEOPLE, st.just(GROUP), st.sampled_from([NOBODY, -NOBODY]), INTEGERS)

KNOWN_FIELDS: dict[tuple[str, str], Strategy] = {
    ("Chat", "id"): CHAT_IDS,
    ("Chat", "type"): CHAT_TYPES,
    ("User", "id"): USER_IDS,
    ("User", "language_code"): LANGUAGES,
    ("Message", "message_id"): MESSAGE_IDS,
    ("Message", "text"): st.one_of(WORDS, st.just(ARTICLE)),
    ("RichBlockParagraph", "text"): st.one_of(WORDS, st.just(ARTICLE)),
    ("MessageEntity", "type"): ENTITY_KINDS,
    ("MessageEntity", "offset"): OFFSETS,
    ("MessageEntity", "length"): OFFSETS,
    ("MessageEntity", "url"): URLS,
    ("TextQuote", "position"): OFFSETS,
    ("CallbackQuery", "data"): DATA,
}
"""Fields whose type says less than the Bot API does."""

# ---------------------------------------------------------------- what the models say

MOST_FIELDS, MOST_ITEMS = 4, 2
FLOOR = -6
"""Levels below the last with optional fields, at which what is required all the way down comes to an end."""


@cache
def payloads(kind: str) -> Strategy:
    """Return contents of a kind of update."""
    return _values("Update", kind, Update.model_fields[kind].annotation, depth=3)


@st.composite
def _objects(draw: st.DrawFn, model: type[BaseModel], depth: int) -> Json:
    """All that is required, and some of what is not."""
    if depth < FLOOR:
        return {}
    needed, others = _fields(model)
    names = [*needed]
    if depth > 0 and others:
        names += draw(st.lists(st.sampled_from(others), max_size=MOST_FIELDS, unique=True))
    return {_spelled(model, name): draw(_field(model, name, depth)) for name in names}


@cache
def _fields(model: type[BaseModel]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A field that says of what kind an object is has a default in the models, and is required in truth."""
    fields = model.model_fields
    needed = [name for name in fields if fields[name].is_required() or _is_literal(fields[name].annotation)]
    return tuple(needed), tuple(name for name in fields if name not in needed)


def _is_literal(annotation: Any) -> bool:
    return typing.get_origin(annotation) is typing.Literal


def _spelled(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].alias or name


@cache
def _field(model: type[BaseModel], name: str, depth: int) -> Strategy:
    return _values(model.__name__, name, model.model_fields[name].annotation, depth)


def _values(owner: str, name: str, annotation: Any, depth: int) -> Strategy:
    known = KNOWN_FIELDS.get((owner, name))
    return known if known is not None else st.deferred(lambda: _of_type(annotation, depth))


@cache
def _of_type(annotation: Any, depth: int) -> Strategy:
    if isinstance(annotation, TypeAliasType):
        return _of_type(annotation.__value__, depth)
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _of_type(arguments[0], depth)
    if origin is typing.Literal:
        return st.sampled_from([each.value if isinstance(each, Enum) else each for each in arguments])
    if origin in (typing.Union, types.UnionType):
        return _one_of(tuple(each for each in arguments if each not in (type(None), Default)), depth)
    if origin is list:
        return st.lists(_later(arguments[0], depth - 1), max_size=MOST_ITEMS) if depth > 0 else st.just([])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _objects(annotation, depth - 1)
    return _PLAIN[annotation]


def _one_of(members: tuple[Any, ...], depth: int) -> Strategy:
    """Where it is deep enough, what ends by itself is preferred."""
    ends = tuple(each for each in members if each in _PLAIN or _is_literal(each))
    return st.one_of([_later(each, depth) for each in (ends if depth <= 0 and ends else members)])


def _later(annotation: Any, depth: int) -> Strategy:
    return st.deferred(lambda: _of_type(annotation, depth))


_PLAIN: dict[Any, Strategy] = {
    str: WORDS,
    int: INTEGERS,
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    datetime: DATES,
}


def _weighted(*choices: Strategy) -> Strategy:
    """Return one of the choices; what is there twice comes twice as often, which `one_of` does not do."""
    return st.sampled_from(range(len(choices))).flatmap(choices.__getitem__)


# ---------------------------------------------------------------- what the bot acts on

COMMANDS = st.sampled_from(
    [
        "/start", "/start x", "/start code-from-the-terminal", "/help", "/help@footnote_test_bot", "/help@another_bot",
        "/stop", "/STOP now", "/stop@", "/ stop", "/usage", "/access", "/access open", "/access\nopen", "/access close",
        f"/access add {STRANGER}", f"/access remove {GUEST}", "/access add -1", "/access add 99999999999999999999",
        "/access add ٣", "/why", "/why 1", "/why ٣", "/why 99999999999999999999", "/unknown", "/",
    ]
)  # fmt: skip
TEXTS = _weighted(
    st.just(ARTICLE),
    st.just(ARTICLE),
    st.tuples(st.integers(0, len(ARTICLE)), WORDS).map(lambda cut: ARTICLE[: cut[0]] + cut[1] + ARTICLE[cut[0] :]),
    st.tuples(URLS, WORDS).map(" ".join),
    WORDS,
)
OPTIONAL_FIELDS = tuple(
    name for name in _fields(Message)[1] if name not in {"from_user", "text", "caption", "entities", "caption_entities"}
)
LIKELY_FIELDS = (
    "forward_origin reply_to_message external_reply quote reply_markup rich_message document photo sticker voice video "
    "animation poll contact media_group_id via_bot is_topic_message message_thread_id sender_chat web_app_data "
    "migrate_to_chat_id pinned_message"
).split()


@st.composite
def messages(draw: st.DrawFn, *, people: Strategy = PEOPLE, groups: bool = True) -> Json:
    """A message of a person to the bot, or in a group in which the bot is."""
    person = draw(people)
    made = {"message_id": draw(MESSAGE_IDS), "date": draw(DATES), "from": draw(_people(person))}
    made["chat"] = draw(_chats(person, groups=groups))
    written, below = _words("text", "entities"), _words("caption", "caption_entities")
    made |= draw(_weighted(written, written, written, _commands(), below, st.just({})))
    extra = st.one_of(st.sampled_from(LIKELY_FIELDS), st.sampled_from(OPTIONAL_FIELDS))
    for name in draw(st.lists(extra, max_size=3, unique=True)):
        made[_spelled(Message, name)] = draw(_field(Message, name, 3))
    return made


@st.composite
def taps(draw: st.DrawFn) -> Json:
    """A tap on a button under one of the bot's messages, or under one that is too old to be shown."""
    person = draw(PEOPLE)
    message = draw(st.one_of(messages(people=st.just(person)), st.none()))
    made: Json = draw(payloads("callback_query")) | {"from": draw(_people(person)), "message": message}
    made["data"] = draw(DATA)
    if message is None:
        del made["message"]
    elif draw(st.booleans()):
        made["message"] = {name: message[name] for name in ("chat", "message_id")} | {"date": 0}
    return made | {"id": str(draw(st.integers(0, 2**63)))}


@st.composite
def memberships(draw: st.DrawFn) -> Json:
    """The bot is blocked, thrown out, let in again, or made an administrator."""
    person = draw(PEOPLE)
    made: Json = draw(payloads("my_chat_member"))
    return made | {"from": draw(_people(person)), "chat": draw(_chats(person, groups=True))}


def doings(kind: str) -> Strategy:
    """Return what people do, as the content of one of the kinds of update that the bot acts on."""
    return {"callback_query": taps, "my_chat_member": memberships}.get(kind, messages)()


def contents(kind: str) -> Strategy:
    """Return contents of a kind of update, of those that the bot acts on mostly what people do."""
    return _weighted(*[doings(kind)] * 3, payloads(kind)) if kind in ACTED_ON else payloads(kind)


def _people(number: int) -> Strategy:
    user = {"id": number, "is_bot": False, "first_name": "A"}
    code = st.fixed_dictionaries({}, optional={"language_code": LANGUAGES, "last_name": WORDS, "username": WORDS})
    return code.map(lambda more: user | more)


def _chats(person: int, *, groups: bool) -> Strategy:
    private = st.just({"id": person, "type": "private", "first_name": "A"})
    group = st.just({"id": GROUP, "type": "supergroup", "title": "Editors"})
    return _weighted(private, private, private, group) if groups else private


def _words(text: str, entities: str) -> Strategy:
    entity = st.fixed_dictionaries(
        {"type": _weighted(LINKS, LINKS, ENTITY_KINDS), "offset": OFFSETS, "length": OFFSETS},
        optional={"url": URLS, "language": WORDS},
    )
    return st.fixed_dictionaries({text: TEXTS}, optional={entities: st.lists(entity, max_size=4)})


def _commands() -> Strategy:
    def command(text: str) -> Json:
        length = len(text.split(maxsplit=1)[0])
        return {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": length}]}

    return COMMANDS.map(command)


# ---------------------------------------------------------------- what no server should send

WRONG: Strategy = st.sampled_from(
    [None, True, 0, -1, 3.5, 10**30, "", "7", "\ud800", [], [None], [[]], ["x"], {}, {"id": []}]
).map(deepcopy)


@st.composite
def broken(draw: st.DrawFn, whole: Strategy) -> Json:
    """The same JSON with up to three of its values gone or of a wrong type."""
    made: Json = deepcopy(draw(whole))
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(made))
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        if isinstance(holder, dict) and draw(st.booleans()):
            del holder[key]
        else:
            holder[key] = draw(WRONG)
    return made


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in the JSON, the upper ones first: there the bot looks."""
    below = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    pairs = list(below)
    yield from ((node, key) for key, _ in pairs)
    for _, value in pairs:
        yield from _places(value)
