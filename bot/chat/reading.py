"""From a message of the Bot API to an `Incoming`: the only place that knows how Telegram puts things.

Everything in an update may be hostile, offsets included: what does not fit is left out, nothing raises.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from telegram import (
    Message,
    MessageEntity,
    MessageOriginChannel,
    MessageOriginChat,
)

from bot.core.models import Span
from bot.core.requests import ForwardOrigin, Incoming, MarkedLink, Unreadable, Upload
from bot.core.rich_messages import read_rich

_LINKS = (MessageEntity.URL, MessageEntity.TEXT_LINK)
_USERNAME = re.compile(r"[A-Za-z0-9_]{4,32}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_UNREADABLE: tuple[tuple[str, Unreadable], ...] = (
    ("sticker", "sticker"),
    ("voice", "voice"),
    ("video_note", "voice"),
    ("audio", "audio"),
    ("animation", "animation"),
    ("video", "video"),
    ("photo", "photo"),
    ("contact", "contact"),
    ("location", "location"),
    ("venue", "location"),
    ("poll", "poll"),
)
_OTHERS = ("dice", "game", "story", "paid_media", "giveaway", "checklist", "invoice")


def incoming_of(message: Message) -> Incoming | None:
    """Return what a person sent, None for a service message or one that nobody sent.

    One without an identifier (Bot API: Message, `message_id` may be 0) cannot be answered, and is nothing either.
    """
    if message.from_user is None or message.message_id < 1:
        return None
    text, links = _written(message)
    upload, unreadable = _upload(message), _unreadable(message)
    if not text and upload is None and unreadable is None and not _is_content(message):
        return None
    return Incoming(
        chat_id=message.chat.id,
        sender_id=message.from_user.id,
        message_id=message.message_id,
        sent_at=message.date or datetime.now(UTC),
        text=text,
        links=links,
        forward=_origin(message),
        upload=upload,
        unreadable=unreadable,
        album=message.media_group_id,
        language=language_of(message.from_user.language_code),
    )


def language_of(code: str | None) -> str:
    """Return a language tag that can be trusted, "en" for anything else."""
    return code if code and _LANGUAGE.fullmatch(code) else "en"


def _written(message: Message) -> tuple[str, tuple[MarkedLink, ...]]:
    """Return the text or caption with its links; a rich message keeps its text in a field PTB does not know."""
    text = _sound(message.text or message.caption or "")
    if text:
        entities = message.entities if message.text else message.caption_entities
        return text, _links(text, entities)
    rich = message.api_kwargs.get("rich_message")
    return read_rich(rich.get("blocks")) if isinstance(rich, dict) else ("", ())


def _sound(text: str) -> str:
    """Half a character cannot be kept or sent; what stands in its place is as long, so that entities still fit."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _links(text: str, entities: tuple[MessageEntity, ...]) -> tuple[MarkedLink, ...]:
    """Entities count UTF-16 units, spans count code points."""
    coded = text.encode("utf-16-le", "surrogatepass")
    found = []
    for entity in sorted(entities, key=lambda one: (one.offset, one.length)):
        if entity.type not in _LINKS or entity.offset < 0 or entity.length <= 0:
            continue
        start = _code_points(coded[: 2 * entity.offset])
        end = start + _code_points(coded[2 * entity.offset : 2 * (entity.offset + entity.length)])
        url = (entity.url or "") if entity.type == MessageEntity.TEXT_LINK else text[start:end]
        if url and start < end:
            found.append(MarkedLink(span=Span(start=start, end=end), url=url))
    return tuple(found)


def _code_points(coded: bytes) -> int:
    return len(coded.decode("utf-16-le", "replace"))


def _origin(message: Message) -> ForwardOrigin | None:
    """People who wrote a forwarded message are not named: only channels and chats are outlets."""
    origin = message.forward_origin
    if origin is None:
        return None
    if isinstance(origin, MessageOriginChannel):
        name = origin.chat.username or ""
        url = f"https://t.me/{name}/{origin.message_id}" if _USERNAME.fullmatch(name) else None
        return ForwardOrigin(outlet=origin.chat.title or None, url=url, sent_at=origin.date)
    outlet = origin.sender_chat.title if isinstance(origin, MessageOriginChat) else None
    return ForwardOrigin(outlet=outlet or None, sent_at=origin.date)


def _upload(message: Message) -> Upload | None:
    document = message.document
    if document is None or message.animation is not None:
        return None
    return Upload(
        file_id=document.file_id,
        name=document.file_name or "",
        media_type=document.mime_type or "",
        size=document.file_size,
    )


def _unreadable(message: Message) -> Unreadable | None:
    for field, kind in _UNREADABLE:
        if getattr(message, field, None):
            return kind
    return "other" if any(getattr(message, field, None) for field in _OTHERS) else None


def _is_content(message: Message) -> bool:
    """Whether a message without anything we know is still something a person sent, such as a kind of tomorrow."""
    return "rich_message" in message.api_kwargs
