"""Calls that the Bot API refuses and calls that it takes, as data.

From the method and type descriptions of the Bot API, the answers of Telegram's parser, and the sentences of the public
Bot API server; never from what our own client happens to send. `OURS` marks what Telegram overlooks and we refuse.
Names in capitals stand for what the test finds in its prepared chats.
"""

# ruff: noqa: E501 - a table has a row for each case

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Encoding = Literal["json", "form", "multipart"]

CHAT, GROUP, STRANGER, MOVED = "CHAT", "GROUP", "STRANGER", "MOVED"
"""Alice's private chat, a supergroup, a person who never wrote, a group that became a supergroup."""
OWN, HERS, BUTTONED, GONE = "OWN", "HERS", "BUTTONED", "GONE"
"""A message of the bot, one of Alice's, one of the bot with a button, one that Alice deleted."""
TAP, LATE_TAP, DOCUMENT, LARGE = "TAP", "LATE_TAP", "DOCUMENT", "LARGE"
"""A tap that waits, one that waited too long, a file, a file of 25 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A call and how it is refused; not `blamed` when no bot could have known."""

    name: str
    method: str
    params: dict[str, Any]
    description: str
    status: int = 400
    encoding: Encoding = "json"
    blamed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A call that is carried out."""

    name: str
    method: str
    params: dict[str, Any]
    encoding: Encoding = "json"


OURS = "Bad Request: the server would"


def _send(name: str, description: str, *, encoding: Encoding = "json", **params: Any) -> Refused:
    given = {"chat_id": CHAT, "text": "Some words"} | params
    return Refused(name=name, method="sendMessage", params=given, description=description, encoding=encoding)


def _mark(name: str, description: str, *entities: Any, text: str = "Some words") -> Refused:
    return _send(name, description, text=text, entities=list(entities))


def _keys(name: str, description: str, *buttons: Any) -> Refused:
    return _send(name, description, reply_markup={"inline_keyboard": [list(buttons)]})


def _answer(name: str, description: str, *, blamed: bool = True, **reply: Any) -> Refused:
    params = {"chat_id": CHAT, "text": "Yes", "reply_parameters": reply}
    return Refused(name=name, method="sendMessage", params=params, description=description, blamed=blamed)


def _call(
    name: str, method: str, description: str, /, *, status: int = 400, blamed: bool = True, **params: Any
) -> Refused:
    return Refused(name=name, method=method, params=params, description=description, status=status, blamed=blamed)


def _bold(offset: Any, length: Any, **more: Any) -> dict[str, Any]:
    return {"type": "bold", "offset": offset, "length": length} | more


def _quote(offset: int, length: int, kind: str = "blockquote") -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length}


def _link(url: str, offset: int = 0, length: int = 4) -> dict[str, Any]:
    return {"type": "text_link", "offset": offset, "length": length, "url": url}


def _button(**action: Any) -> dict[str, Any]:
    return {"text": "More"} | action


PARAMETERS = (
    _send("an unknown parameter", "Bad Request: unknown parameter disable_preview", disable_preview=True),
    _send("an unknown parameter in a form", "unknown parameter reply_to", reply_to="1", encoding="form"),
    _send("a parameter that was dropped", "unknown parameter reply_to_message_id", reply_to_message_id=OWN),
    _send("a preview switch of old", "unknown parameter disable_web_page_preview", disable_web_page_preview=True),
    _send("text that is a number", "parameter text must be of type String", text=5),
    _send("silence that is a word", "parameter disable_notification must be of type Boolean", disable_notification="y"),
    _send(
        "preview options that are no JSON",
        "can't parse link preview options",
        link_preview_options="{",
        encoding="form",
    ),
    _send("preview options unknown", "unknown parameter link_preview_options.off", link_preview_options={"off": True}),
    _send(
        "preview options of a wrong type",
        'Bad Request: field "is_disabled" must be of type Boolean',
        link_preview_options={"is_disabled": 1},
    ),
    _send("a quiet chat id", "Bad Request: chat_id is empty", chat_id=""),
    _send("a chat that there is not", "Bad Request: chat not found", chat_id=424242),
    _send("a chat by an unknown name", "Bad Request: chat not found", chat_id="@nobody_is_called_so"),
    _send("a thread that there is not", "Bad Request: message thread not found", message_thread_id=77),
    _call("no chat", "sendMessage", "Bad Request: chat_id is empty", text="Some words"),
    _call("no text", "sendMessage", "Bad Request: message text is empty", chat_id=CHAT),
    _call("a method that there is not", "sendText", "Not Found", status=404, chat_id=CHAT, text="Some words"),
)

TEXTS = (
    _send("an empty text", "Bad Request: message text is empty", text=""),
    _send("white space alone", "Bad Request: text must be non-empty", text=" \n\t "),
    _send("invisible signs alone", "Bad Request: text must be non-empty", text="\u200b\u2060\u2800"),
    _send("4,097 letters", "Bad Request: message is too long", text="x" * 4_097),
    _send("2,049 signs of two units", "Bad Request: message is too long", text="😀" * 2_049),
    _send("more than 32,768 bytes", "Bad Request: text is too long", text="ш" * 16_385),
    _send("a parse mode that there is not", "Bad Request: unsupported parse_mode", parse_mode="BBCode"),
    _send("an open tag", 'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"', text="<b>x", parse_mode="HTML"),
    _send("a heading in HTML", "can't parse entities: Unsupported start tag \"h1\"", text="<h1>x</h1>", parse_mode="HTML"),
    _send("a full stop in MarkdownV2", "can't parse entities: Character '.' is reserved", text="x.", parse_mode="MarkdownV2"),
    _send("an open star in Markdown", "can't parse entities: Can't find end of the entity", text="*x", parse_mode="Markdown"),
    _send("markup and entities", "parse_mode and entities exclude each other", parse_mode="HTML", entities=[_bold(0, 4)]),
    _send("4,096 letters in tags and one more", "message is too long", text=f"<b>{'x' * 4_097}</b>", parse_mode="HTML"),
)  # fmt: skip

ENTITIES = (
    _send("entities that are no JSON", "can't parse entities JSON object", entities="[{", encoding="form"),
    _mark("an entity without a place", 'can\'t parse MessageEntity: Can\'t find field "offset"', {"type": "bold", "length": 1}),
    _mark("an offset in quotes", 'can\'t parse MessageEntity: Field "offset" must be of type Number', _bold("0", 4)),
    _mark("an entity with an unknown field", "unknown parameter entities[0].href", _bold(0, 4, href="x")),
    _mark("an unknown entity", "can't parse MessageEntity: Unsupported type specified", {"type": "h1", "offset": 0, "length": 4}),
    _mark("a negative offset", "incorrect offset -1", _bold(-1, 4)),
    _mark("a negative length", "incorrect length", _bold(0, -4)),
    _mark("an end outside of the text", "ends after the end of the text at UTF-16 offset 11", _bold(5, 6)),
    _mark("a start outside of the text", "after the end of the text", _bold(10, 1)),
    _mark("half of a surrogate pair", "in a middle of a UTF-16 symbol", _bold(0, 1), text="😀 is it"),
    _mark("an entity of no length", f"{OURS} drop an entity", _bold(3, 0)),
    _mark("a mention as an entity", f"{OURS} drop an entity", {"type": "mention", "offset": 0, "length": 4}),
    _mark("101 entities", f"{OURS} drop the entities after the first 100", *(_bold(2 * at, 1) for at in range(101)), text="x " * 102),
    _mark("links that overlap", f"{OURS} change the entities", _link("https://a.example/"), _link("https://b.example/", 2, 4)),
    _mark("bold inside of code", f"{OURS} change the entities", _quote(0, 10, "code"), _bold(2, 3)),
    _mark("a quote in a quote", f"{OURS} change the entities", _quote(0, 10), _quote(5, 5)),
    _mark("a quote in a collapsed one", f"{OURS} change the entities", _quote(0, 10, "expandable_blockquote"), _quote(5, 5)),
    _mark("a link without an address", 'can\'t parse MessageEntity: Can\'t find field "url"', _quote(0, 4, "text_link")),
    _mark("a link with an empty address", "Bad Request: entity URL '' is invalid: URL host is empty", _link("")),
    _mark("a script as a link", "Bad Request: entity URL 'javascript:alert(1)' is invalid", _link("javascript:alert(1)")),
    _mark("a file transfer as a link", "is invalid: Unsupported URL protocol", _link("ftp://a.example/")),
    _mark("a word as a link", "Bad Request: entity URL 'notes' is invalid: Wrong HTTP URL", _link("notes")),
    _mark("a person as a link", f"{OURS} change the entities", _link("tg://user?id=42")),
)  # fmt: skip

KEYBOARDS = (
    _send("a keyboard that is no JSON", "can't parse reply keyboard markup JSON object", reply_markup="[[", encoding="form"),
    _send("a keyboard that is a list", "Bad Request: object expected as reply markup", reply_markup=[[]]),
    _send("buttons without rows", "must be an Array of Arrays", reply_markup={"inline_keyboard": [_button(callback_data="m")]}),
    _send("an empty row", f"{OURS} drop an empty row", reply_markup={"inline_keyboard": [[]]}),
    _keys("a button without a text", "can't parse inline keyboard button: Can't find field \"text\"", {"callback_data": "m"}),
    _keys("a button with a blank text", "inline keyboard button text must be non-empty", {"text": " ", "callback_data": "m"}),
    _keys("a button without an action", "can't parse inline keyboard button: Text buttons are unallowed", _button()),
    _keys("a button with empty data", "can't parse inline keyboard button: Text buttons are unallowed", _button(callback_data="")),
    _keys("65 bytes of data", "Bad Request: BUTTON_DATA_INVALID", _button(callback_data="x" * 65)),
    _keys("64 letters of 65 bytes", "Bad Request: BUTTON_DATA_INVALID", _button(callback_data="x" * 63 + "é")),
    _keys("a button with two actions", "exactly one action", _button(callback_data="m", url="https://a.example/")),
    _keys("a button with a bad address", "button URL 'javascript:1' is invalid", _button(url="javascript:1")),
    _keys("a button with an unknown field", "unknown parameter reply_markup.inline_keyboard[0][0].data", _button(data="m", callback_data="m")),
    _send("101 buttons", "Bad Request: reply markup is too long", reply_markup={"inline_keyboard": [[_button(callback_data=f"{at}")] for at in range(101)]}),
)  # fmt: skip

REPLIES = (
    _answer("an answer to a message that there is not", "Bad Request: message to be replied not found", message_id=9_999),
    _answer("an answer to a deleted message", "Bad Request: message to be replied not found", message_id=GONE, blamed=False),
    _answer("an answer to nothing", "Bad Request: message identifier is not specified", quote="words"),
    _answer("an answer to a number in quotes", 'Bad Request: field "message_id" must be of type Number', message_id="1"),
    _answer("a quote that was not said", "Bad Request: QUOTE_TEXT_INVALID", message_id=HERS, quote="never said"),
    _answer("a quote of 1,025 letters", "Bad Request: QUOTE_TEXT_INVALID", message_id=HERS, quote="x" * 1_025),
    _answer("an answer with an unknown field", "unknown parameter reply_parameters.text", message_id=HERS, text="x"),
)  # fmt: skip

CHANGES = (
    _call("an edit that changes nothing", "editMessageText", "Bad Request: message is not modified: specified new message content", chat_id=CHAT, message_id=OWN, text="Words of the bot"),
    _call("an edit of a message that there is not", "editMessageText", "Bad Request: message to edit not found", chat_id=CHAT, message_id=9_999, text="Other"),
    _call("an edit of a deleted message", "editMessageText", "Bad Request: message to edit not found", chat_id=CHAT, message_id=GONE, text="Other", blamed=False),
    _call("an edit of another's message", "editMessageText", "Bad Request: message can't be edited", chat_id=CHAT, message_id=HERS, text="Other"),
    _call("an edit without a message", "editMessageText", "Bad Request: message identifier is not specified", chat_id=CHAT, text="Other"),
    _call("an edit without a text", "editMessageText", "Bad Request: message text is empty", chat_id=CHAT, message_id=OWN, text=""),
    _call("an edit that is too long", "editMessageText", "Bad Request: message is too long", chat_id=CHAT, message_id=OWN, text="x" * 4_097),
    _call("buttons that are the same", "editMessageReplyMarkup", "Bad Request: message is not modified", chat_id=CHAT, message_id=BUTTONED, reply_markup={"inline_keyboard": [[_button(callback_data="more:1")]]}),
    _call("no buttons taken away", "editMessageReplyMarkup", "Bad Request: message is not modified", chat_id=CHAT, message_id=OWN),
    _call("a deletion of nothing", "deleteMessage", "Bad Request: message to delete not found", chat_id=CHAT, message_id=9_999),
    _call("a deletion in a group without the right", "deleteMessage", "Bad Request: message can't be deleted", chat_id=GROUP, message_id="IN_GROUP"),
    _call("101 deletions", "deleteMessages", "Bad Request: too many messages to delete", chat_id=CHAT, message_ids=list(range(1, 102))),
    _call("a reaction that there is not", "setMessageReaction", "Bad Request: REACTION_INVALID", chat_id=CHAT, message_id=HERS, reaction=[{"type": "emoji", "emoji": "🧾"}]),
    _call("two reactions", "setMessageReaction", "Bad Request: REACTIONS_TOO_MANY", chat_id=CHAT, message_id=HERS, reaction=[{"type": "emoji", "emoji": "👀"}, {"type": "emoji", "emoji": "👍"}]),
    _call("a reaction that is a word", "setMessageReaction", "Bad Request: can't parse ReactionType", chat_id=CHAT, message_id=HERS, reaction=["👀"]),
    _call("a reaction to nothing", "setMessageReaction", "Bad Request: message to react not found", chat_id=CHAT, message_id=9_999, reaction=[]),
    _call("an answer to no tap", "answerCallbackQuery", "Bad Request: query is too old and response timeout expired or query ID is invalid", callback_query_id="17"),
    _call("an answer that comes too late", "answerCallbackQuery", "Bad Request: query is too old", callback_query_id=LATE_TAP, blamed=False),
    _call("an answer of 201 letters", "answerCallbackQuery", "Bad Request: MESSAGE_TOO_LONG", callback_query_id=TAP, text="x" * 201),
)  # fmt: skip

CHATS = (
    _call("a person who never wrote", "sendMessage", "Forbidden: bot can't initiate conversation with a user", status=403, chat_id=STRANGER, text="Hello"),
    _call("a group that moved", "sendMessage", "Bad Request: group chat was upgraded to a supergroup chat", chat_id=MOVED, text="Hello", blamed=False),
    _call("an action that there is not", "sendChatAction", "Bad Request: wrong parameter action in request", chat_id=CHAT, action="thinking"),
    _call("a draft without a number", "sendMessageDraft", "Bad Request: draft identifier must be non-zero", chat_id=CHAT, draft_id=0, text="Once"),
    _call("a draft in a group", "sendMessageDraft", "Bad Request: drafts can be sent to private chats only", chat_id=GROUP, draft_id=1, text="Once"),
    _call("a member of nobody", "getChatMember", "Bad Request: user not found", chat_id=GROUP, user_id=17),
    _call("leaving a private chat", "leaveChat", "Bad Request: chat member status can't be changed in private chats", chat_id=CHAT),
)  # fmt: skip

FILES = (
    _call("a file of 25 MB", "getFile", "Bad Request: file is too big", file_id=LARGE),
    _call("a file that there is not", "getFile", "Bad Request: invalid file_id", file_id="BQACAgIAAxkBAAI"),
    _call("no file", "getFile", "Bad Request: file_id not specified"),
    _call("a document without a file", "sendDocument", "Bad Request: there is no document in the request", chat_id=CHAT),
    _call("a document that was promised", "sendDocument", "Bad Request: there is no document in the request", chat_id=CHAT, document="attach://a"),
    _call("a document by a wrong id", "sendDocument", "Bad Request: wrong file identifier/HTTP URL specified", chat_id=CHAT, document="nothing"),
    _call("a caption of 1,025 letters", "sendDocument", "Bad Request: message caption is too long", chat_id=CHAT, document=DOCUMENT, caption="x" * 1_025),
)  # fmt: skip

ITSELF = (
    _call("a command in capitals", "setMyCommands", "Bad Request: BOT_COMMAND_INVALID", commands=[{"command": "Help", "description": "Help"}]),
    _call("a command with a slash", "setMyCommands", "Bad Request: BOT_COMMAND_INVALID", commands=[{"command": "/help", "description": "Help"}]),
    _call("a command of 33 letters", "setMyCommands", "Bad Request: BOT_COMMAND_INVALID", commands=[{"command": "x" * 33, "description": "Help"}]),
    _call("a command that says nothing", "setMyCommands", "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID", commands=[{"command": "help", "description": ""}]),
    _call("a command that says too much", "setMyCommands", "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID", commands=[{"command": "help", "description": "x" * 257}]),
    _call("101 commands", "setMyCommands", "Bad Request: BOT_COMMANDS_TOO_MUCH", commands=[{"command": f"c{at}", "description": "Help"} for at in range(101)]),
    _call("a command without a description", "setMyCommands", 'Bad Request: can\'t parse BotCommand: Can\'t find field "description"', commands=[{"command": "help"}]),
    _call("a scope that there is not", "setMyCommands", "Bad Request: can't parse BotCommandScope: Unsupported type specified", commands=[], scope={"type": "everybody"}),
    _call("a language of three letters", "setMyCommands", "Bad Request: invalid language code specified", commands=[], language_code="eng"),
    _call("a name of 65 letters", "setMyName", "Bad Request: bot name must be at most 64", name="x" * 65),
    _call("a description of 513 letters", "setMyDescription", "Bad Request: bot description must be at most 512", description="x" * 513),
    _call("a short description of 121 letters", "setMyShortDescription", "Bad Request: bot short description must be at most 120", short_description="x" * 121),
    _call("updates of an unknown kind", "getUpdates", "Bad Request: unknown update type messages", allowed_updates=["messages"]),
    _call("101 updates", "getUpdates", "Bad Request: limit must be between 1 and 100", limit=101),
    _call("a webhook without TLS", "setWebhook", "Bad Request: bad webhook: An HTTPS URL must be provided", url="http://bot.example/hook"),
)  # fmt: skip

REFUSED = PARAMETERS + TEXTS + ENTITIES + KEYBOARDS + REPLIES + CHANGES + CHATS + FILES + ITSELF


def _take(name: str, method: str, /, *, encoding: Encoding = "json", **params: Any) -> Taken:
    return Taken(name=name, method=method, params=params, encoding=encoding)


TAKEN = (
    _take("who am I", "getMe"),
    _take("a text as JSON", "sendMessage", chat_id=CHAT, text="Some words"),
    _take("a text as a form", "sendMessage", chat_id=CHAT, text="Some words & signs + more", encoding="form"),
    _take("a text as multipart", "sendMessage", chat_id=CHAT, text="Some words", encoding="multipart"),
    _take("4,096 letters", "sendMessage", chat_id=CHAT, text="x" * 4_096),
    _take("2,048 signs of two units", "sendMessage", chat_id=CHAT, text="😀" * 2_048),
    _take("HTML", "sendMessage", chat_id=CHAT, text="<b>Some</b> words", parse_mode="HTML"),
    _take("a method in lower case", "sendmessage", chat_id=CHAT, text="Some words"),
    _take("100 entities", "sendMessage", chat_id=CHAT, text="x " * 100, entities=[_bold(2 * at, 1) for at in range(100)]),
    _take("bold in a quote", "sendMessage", chat_id=CHAT, text="Some words", entities=[_quote(0, 10), _bold(5, 5)]),
    _take("bold and italics that cross", "sendMessage", chat_id=CHAT, text="Some words", entities=[_bold(0, 6), _quote(4, 6, "italic")]),
    _take("two links in a collapsed quote", "sendMessage", chat_id=CHAT, text="Some words", entities=[_quote(0, 10, "expandable_blockquote"), _link("https://a.example/?q=1#s"), _link("http://b.example", 5, 5)]),
    _take("entities in a form", "sendMessage", chat_id=CHAT, text="😀 is it", entities=[_bold(0, 2)], encoding="form"),
    _take("no preview and no sound", "sendMessage", chat_id=CHAT, text="https://a.example/", link_preview_options={"is_disabled": True}, disable_notification=True),
    _take("64 bytes of data", "sendMessage", chat_id=CHAT, text="Some words", reply_markup={"inline_keyboard": [[_button(callback_data="x" * 64)]]}),
    _take("100 buttons", "sendMessage", chat_id=CHAT, text="Some words", reply_markup={"inline_keyboard": [[_button(callback_data=str(at))] for at in range(100)]}),
    _take("a button with an address", "sendMessage", chat_id=CHAT, text="Some words", reply_markup={"inline_keyboard": [[_button(url="https://a.example/")]]}),
    _take("an answer", "sendMessage", chat_id=CHAT, text="Yes", reply_parameters={"message_id": HERS}),
    _take("an answer with a quote", "sendMessage", chat_id=CHAT, text="Yes", reply_parameters={"message_id": HERS, "quote": "of Alice"}),
    _take("an answer to what is gone, all the same", "sendMessage", chat_id=CHAT, text="Yes", reply_parameters={"message_id": GONE, "allow_sending_without_reply": True}),
    _take("an edit", "editMessageText", chat_id=CHAT, message_id=OWN, text="Other words"),
    _take("an edit of the formatting alone", "editMessageText", chat_id=CHAT, message_id=OWN, text="Words of the bot", entities=[_bold(0, 5)]),
    _take("buttons taken away", "editMessageReplyMarkup", chat_id=CHAT, message_id=BUTTONED),
    _take("a reaction", "setMessageReaction", chat_id=CHAT, message_id=HERS, reaction=[{"type": "emoji", "emoji": "👀"}]),
    _take("a heart with its colour", "setMessageReaction", chat_id=CHAT, message_id=HERS, reaction=[{"type": "emoji", "emoji": "❤\ufe0f"}]),
    _take("no reaction any more", "setMessageReaction", chat_id=CHAT, message_id=HERS, reaction=[]),
    _take("a deletion", "deleteMessage", chat_id=CHAT, message_id=OWN),
    _take("several deletions, one of nothing", "deleteMessages", chat_id=CHAT, message_ids=[OWN, 9_999]),
    _take("an answer to a tap", "answerCallbackQuery", callback_query_id=TAP, text="Stopped"),
    _take("typing", "sendChatAction", chat_id=CHAT, action="typing"),
    _take("a draft", "sendMessageDraft", chat_id=CHAT, draft_id=7, text="Once upon"),
    _take("a file", "getFile", file_id=DOCUMENT),
    _take("a file that is there already", "sendDocument", chat_id=CHAT, document=DOCUMENT, caption="Once more"),
    _take("a chat", "getChat", chat_id=GROUP),
    _take("the number of members", "getChatMemberCount", chat_id=GROUP),
    _take("commands for groups", "setMyCommands", commands=[{"command": "help", "description": "What I do"}], scope={"type": "all_group_chats"}, language_code="de"),
    _take("a name", "setMyName", name="x" * 64),
    _take("updates of two kinds", "getUpdates", allowed_updates=["message", "callback_query"], limit=100, timeout=0),
    _take("the webhook", "getWebhookInfo"),
)  # fmt: skip
