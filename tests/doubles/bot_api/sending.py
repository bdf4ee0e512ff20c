"""Methods that put a message into a chat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.doubles.bot_api import attachments, tdlib
from tests.doubles.bot_api.keyboards import check_keyboard
from tests.doubles.bot_api.records import Json, Message, rows
from tests.doubles.bot_api.refusal import bad, gone
from tests.doubles.bot_api.registry import Asked, method
from tests.doubles.bot_api.texts import MAX_CAPTION, Words, read_words

if TYPE_CHECKING:
    from tests.doubles.bot_api.chats import Chat
    from tests.doubles.bot_api.world import World

MAX_QUOTE, MAX_UPLOAD = 1_024, 50_000_000
OPTIONS = ("link_preview_options", "disable_notification", "protect_content", "message_effect_id")
CHAT_ACTIONS = frozenset(
    {
        "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document",
        "choose_sticker", "find_location", "record_video_note", "upload_video_note",
    }
)  # fmt: skip


@method("sendMessage")
def send_message(world: World, asked: Asked) -> Json:
    if not asked["text"]:
        raise bad("message text is empty")
    words = read_words(asked["text"], mode=asked.get("parse_mode"), entities=asked.get("entities"))
    return _put(world, asked, words)


@method("sendDocument")
def send_document(world: World, asked: Asked) -> Json:
    caption = asked.get("caption", "")
    words = Words("", [], [])
    if caption:
        mode, entities = asked.get("parse_mode"), asked.get("caption_entities")
        words = read_words(caption, mode=mode, entities=entities, max_units=MAX_CAPTION)
    name = str(asked.get("document") or "document").removeprefix("attach://")
    upload = asked.given.files.get(name)
    if upload is not None:
        if not upload.content:
            raise bad("file must be non-empty")
        if len(upload.content) > MAX_UPLOAD:
            raise bad("file is too big")
        file, extra = attachments.document(world, upload.name, upload.content, mime_type=upload.media_type, size=None)
        return _put(world, asked, words, extra, file)
    known = world.files.get(name)
    if known is None:
        raise bad("wrong file identifier/HTTP URL specified")
    fields = {"file_id": known.id, "file_unique_id": known.unique_id, "file_size": known.size}
    return _put(world, asked, words, {"document": fields}, known)


@method("sendChatAction")
def send_chat_action(world: World, asked: Asked) -> bool:
    if asked["action"] not in CHAT_ACTIONS:
        raise bad("wrong parameter action in request")
    chat = world.writable(asked["chat_id"])
    _thread(chat, asked.get("message_thread_id"))
    chat.actions.append(asked["action"])
    return True


@method("sendMessageDraft")
def send_message_draft(world: World, asked: Asked) -> bool:
    if asked["draft_id"] == 0:
        raise bad("draft identifier must be non-zero")
    text = asked.get("text", "")
    words = (
        read_words(text, mode=asked.get("parse_mode"), entities=asked.get("entities")) if text else Words("", [], [])
    )
    chat = world.writable(asked["chat_id"])
    if chat.is_group:
        raise bad("drafts can be sent to private chats only")
    chat.draft = words.text
    chat.drafts.append(words.text)
    return True


def _put(world: World, asked: Asked, words: Words, extra: Json | None = None, file: Any = None) -> Json:
    markup = check_keyboard(asked.get("reply_markup"))
    chat = world.writable(asked["chat_id"])
    thread = _thread(chat, asked.get("message_thread_id"))
    reply_to, quote = _answered(chat, asked.get("reply_parameters"))
    made = Message(id=chat.next_id(), chat=chat, sender="bot", date=world.now(), text=words.text, extra=extra or {})
    made.entities, made.live, made.history = words.entities, words.live, [words.text]
    made.reply_to, made.quote, made.thread, made.file = reply_to, quote, thread, file
    made.options = {name: asked[name] for name in OPTIONS if asked.get(name) is not None}
    show(made, markup)
    chat.log.append(made)
    chat.draft, chat.other_bot_spoke_last = None, False
    return made.json()


def show(message: Message, markup: Json | None) -> None:
    """Put an inline keyboard under a message, or take it away."""
    message.markup = markup if markup and markup.get("inline_keyboard") else None
    message.keyboard = rows(message.markup)


def _thread(chat: Chat, thread: int | None) -> int | None:
    if thread is None:
        return None
    if thread in chat.closed_topics:
        raise gone("TOPIC_CLOSED")
    if thread not in chat.topics:
        raise bad("message thread not found")
    return thread


def _answered(chat: Chat, reply: Json | None) -> tuple[int | None, str | None]:
    if reply is None:
        return None, None
    number = reply.get("message_id")
    if not isinstance(number, int) or number < 1:
        raise bad("message identifier is not specified")
    if reply.get("chat_id") not in (None, chat.id):
        raise bad("the double does not know replies into other chats")
    found = chat.find(number)
    if found is None:
        if reply.get("allow_sending_without_reply"):
            return None, None
        chat.world.message(chat, number, to="be replied")
    return number, _quoted(found, reply) if found else None


def _quoted(answered: Message, reply: Json) -> str | None:
    quote = reply.get("quote")
    if not quote:
        return None
    if tdlib.units(quote) > MAX_QUOTE or tdlib.find_quote(answered.text, quote, reply.get("quote_position", 0)) is None:
        raise bad("QUOTE_TEXT_INVALID")
    return str(quote)
