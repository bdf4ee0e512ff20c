"""Methods that change or remove what stands in a chat, or answer a tap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.doubles.bot_api.keyboards import check_keyboard
from tests.doubles.bot_api.reactions import EMOJI, plain
from tests.doubles.bot_api.records import Json, Message
from tests.doubles.bot_api.refusal import RefusedError, bad, gone
from tests.doubles.bot_api.registry import Asked, method
from tests.doubles.bot_api.sending import OPTIONS, show
from tests.doubles.bot_api.texts import read_words

if TYPE_CHECKING:
    from tests.doubles.bot_api.chats import Chat
    from tests.doubles.bot_api.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
LATE = "query is too old and response timeout expired or query ID is invalid"
MAX_ANSWER, MAX_DELETED = 200, 100


@method("editMessageText")
def edit_message_text(world: World, asked: Asked) -> Json:
    if not asked.get("text"):
        raise bad("message text is empty")
    words = read_words(asked["text"], mode=asked.get("parse_mode"), entities=asked.get("entities"))
    message, markup = _edited(world, asked)
    if message.has_caption or not message.text:
        raise bad("there is no text in the message to edit")
    same = message.text == words.text and message.entities == words.entities
    if same and _inline(message.markup) == _inline(markup):
        raise bad(NOT_MODIFIED)
    message.text, message.entities, message.live = words.text, words.entities, words.live
    message.history.append(words.text)
    message.options |= {name: asked[name] for name in OPTIONS if asked.get(name) is not None}
    return _changed(message, markup)


@method("editMessageReplyMarkup")
def edit_message_reply_markup(world: World, asked: Asked) -> Json:
    message, markup = _edited(world, asked)
    if _inline(message.markup) == _inline(markup):
        raise bad(NOT_MODIFIED)
    return _changed(message, markup)


@method("deleteMessage")
def delete_message(world: World, asked: Asked) -> bool:
    chat = world.writable(asked["chat_id"])
    _delete(world.message(chat, asked["message_id"], to="delete"))
    return True


@method("deleteMessages")
def delete_messages(world: World, asked: Asked) -> bool:
    if not 1 <= len(asked["message_ids"]) <= MAX_DELETED:
        raise bad(
            "message identifiers are not specified" if not asked["message_ids"] else "too many messages to delete"
        )
    chat = world.writable(asked["chat_id"])
    for message in [found for number in asked["message_ids"] if (found := chat.find(number))]:
        _delete(message)
    return True


@method("setMessageReaction")
def set_message_reaction(world: World, asked: Asked) -> bool:
    reactions = asked.get("reaction") or []
    chat = world.writable(asked["chat_id"])
    message = world.message(chat, asked["message_id"], to="react")
    if len(reactions) > 1:
        raise bad("REACTIONS_TOO_MANY")
    for reaction in reactions:
        _check_reaction(chat, reaction)
    message.reactions = [plain(reaction["emoji"]) for reaction in reactions]
    return True


@method("answerCallbackQuery")
def answer_callback_query(world: World, asked: Asked) -> bool:
    tap = world.taps.get(asked["callback_query_id"])
    if tap is None or tap.answered:
        raise bad(LATE)
    if tap.expired:
        raise gone(LATE)
    if len(asked.get("text", "")) > MAX_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    tap.answered, tap.text, tap.alert = True, asked.get("text"), asked.get("show_alert", False)
    return True


# ---------------------------------------------------------------- below


def _edited(world: World, asked: Asked) -> tuple[Message, Json | None]:
    if asked.get("inline_message_id"):
        raise bad("the double does not know inline messages")
    if asked.get("chat_id") is None:
        raise bad("chat_id is empty")
    if not asked.get("message_id"):
        raise bad("message identifier is not specified")
    markup = check_keyboard(asked.get("reply_markup"))
    chat = world.writable(asked["chat_id"])
    message = world.message(chat, asked["message_id"], to="edit")
    if not message.by_bot:
        raise bad("message can't be edited")
    return message, markup


def _changed(message: Message, markup: Json | None) -> Json:
    show(message, markup)
    message.edited += 1
    message.edit_date = message.chat.world.now()
    return message.json()


def _inline(markup: Json | None) -> object:
    return (markup or {}).get("inline_keyboard") or None


def _delete(message: Message) -> None:
    if message.chat.is_group and not message.by_bot and message.chat.bot != "administrator":
        raise RefusedError(400, "message can't be deleted")
    message.deleted = True


def _check_reaction(chat: Chat, reaction: Json) -> None:
    if reaction["type"] != "emoji" or plain(reaction["emoji"]) not in EMOJI:
        raise bad("REACTION_INVALID")
    if chat.allowed_reactions is not None and plain(reaction["emoji"]) not in chat.allowed_reactions:
        raise gone("REACTION_INVALID")
