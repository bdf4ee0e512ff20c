"""What an update must look like before anything reads it (Bot API: Update), as far as the bot reads it.

The library takes values as they come and fails where they are first used. A server that sends nonsense must neither
stop the bot nor make it ask for something invalid.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Id = Annotated[int, Field(ge=-(2**63), lt=2**63)]


class Shape(BaseModel):
    """Foreign data: what it says beyond this is not read, what it says of this is of the right type."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


class User(Shape):
    """Who did something."""

    id: Id
    language_code: str | None = None


class Chat(Shape):
    """Where it was done."""

    id: Id
    type: str
    title: str | None = None
    username: str | None = None


class Entity(Shape):
    """A range of a text."""

    type: str
    offset: int
    length: int
    url: str | None = None


class Document(Shape):
    """A file."""

    file_id: str
    file_name: str | None = None
    mime_type: str | None = None
    file_size: int | None = None


class Origin(Shape):
    """Where a forwarded message comes from."""

    chat: Chat | None = None
    sender_chat: Chat | None = None


class Answered(Shape):
    """The message that another one answers."""

    message_id: Id
    sender: User | None = Field(None, alias="from")


class Key(Shape):
    """A button under a message."""

    text: str
    callback_data: str | None = None


class Keyboard(Shape):
    """The buttons under a message, in rows."""

    inline_keyboard: tuple[Annotated[tuple[Key, ...], Field(strict=False)], ...] = Field(strict=False)


class Message(Shape):
    """A message that has a number, and so can be answered."""

    message_id: Annotated[Id, Field(ge=1)]
    chat: Chat
    sender: User | None = Field(None, alias="from")
    sender_chat: Chat | None = None
    text: str | None = None
    caption: str | None = None
    entities: tuple[Entity, ...] | None = Field(None, strict=False)
    caption_entities: tuple[Entity, ...] | None = Field(None, strict=False)
    media_group_id: str | None = None
    document: Document | None = None
    forward_origin: Origin | None = None
    reply_to_message: Answered | None = None
    reply_markup: Keyboard | None = None


class Tap(Shape):
    """A button that was tapped."""

    id: str
    sender: User = Field(alias="from")
    data: str | None = None
    message: Message | None = None


class Member(Shape):
    """What somebody is in a chat."""

    status: str


class Membership(Shape):
    """What the bot became in a chat."""

    chat: Chat
    sender: User = Field(alias="from")
    new_chat_member: Member


class Update(Shape):
    """An update of the kinds that are acted on."""

    update_id: Id
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Tap | None = None
    my_chat_member: Membership | None = None


KINDS = frozenset(Update.model_fields) - {"update_id"}
"""The kinds of update that are acted on; all others are acknowledged and let go."""
