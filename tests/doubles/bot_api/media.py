"""What a person can send besides words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tests.doubles.bot_api import attachments, privacy, tdlib
from tests.doubles.bot_api.records import File, Json, Message

if TYPE_CHECKING:
    from tests.doubles.bot_api.chats import Chat
    from tests.doubles.bot_api.people import Person
    from tests.doubles.bot_api.world import World


class Sender:
    """Sending, for a `Person`; without `chat` into the private chat with the bot."""

    world: World
    chat: Chat
    name: str

    def sends_file(
        self,
        name: str,
        content: bytes,
        *,
        mime_type: str | None = None,
        caption: str = "",
        media_group_id: str | None = None,
        size: int | None = None,
        chat: Chat | None = None,
    ) -> Message:
        """Send a document; `size` is what Telegram says of it where that is not the truth."""
        file, extra = attachments.document(self.world, name, content, mime_type=mime_type, size=size)
        return self._attach(extra, caption=caption, chat=chat, album=media_group_id, file=file)

    def sends_photo(self, *, caption: str = "", media_group_id: str | None = None, chat: Chat | None = None) -> Message:
        """Send a picture."""
        return self._attach(attachments.photo(self.world), caption=caption, chat=chat, album=media_group_id)

    def sends_sticker(self, *, chat: Chat | None = None) -> Message:
        """Send a sticker."""
        return self._attach(attachments.sticker(self.world), chat=chat)

    def sends_voice(self, *, caption: str = "", chat: Chat | None = None) -> Message:
        """Send a voice message."""
        return self._attach(attachments.voice(self.world), caption=caption, chat=chat)

    def sends_audio(self, *, caption: str = "", chat: Chat | None = None) -> Message:
        """Send a piece of music."""
        return self._attach(attachments.audio(self.world), caption=caption, chat=chat)

    def sends_video(self, *, caption: str = "", chat: Chat | None = None) -> Message:
        """Send a video."""
        return self._attach(attachments.video(self.world), caption=caption, chat=chat)

    def sends_video_note(self, *, chat: Chat | None = None) -> Message:
        """Send a round video."""
        return self._attach(attachments.video_note(self.world), chat=chat)

    def sends_animation(self, *, caption: str = "", chat: Chat | None = None) -> Message:
        """Send a soundless film."""
        return self._attach(attachments.animation(self.world), caption=caption, chat=chat)

    def sends_location(self, *, chat: Chat | None = None) -> Message:
        """Send a place."""
        return self._attach({"location": {"latitude": 52.0, "longitude": 4.0}}, chat=chat)

    def sends_contact(self, *, chat: Chat | None = None) -> Message:
        """Send a telephone number of somebody."""
        return self._attach({"contact": {"phone_number": "12025550123", "first_name": "The mayor"}}, chat=chat)

    def sends_poll(self, *, chat: Chat | None = None) -> Message:
        """Send a question with answers to choose from."""
        return self._attach(attachments.poll(self.world), chat=chat)

    def sends_dice(self, *, chat: Chat | None = None) -> Message:
        """Throw dice."""
        return self._attach({"dice": {"emoji": "🎲", "value": 4}}, chat=chat)

    def sends_rich(self, blocks: Sequence[Json], *, chat: Chat | None = None) -> Message:
        """Send a rich message: it has blocks and no text (Bot API 10.1)."""
        return self._attach({"rich_message": {"blocks": list(blocks)}}, chat=chat)

    def _attach(
        self,
        extra: Json,
        *,
        caption: str = "",
        chat: Chat | None = None,
        album: str | None = None,
        file: File | None = None,
    ) -> Message:
        message = self._message(caption, (), chat=chat, extra=extra | ({"media_group_id": album} if album else {}))
        message.file = file
        return self._send(message)

    def _message(self, text: str, entities: Sequence[Mapping[str, Any]], *, chat: Chat | None, extra: Json) -> Message:
        where, me = chat or self.chat, _person(self)
        assert me in where.members, f"{self.name} is not in {where}"
        assert where.moved_to is None, f"{where} became {where.moved_to}"
        assert where.is_group or where.bot != "kicked", "who blocked a bot cannot write to it"
        with self.world.changed:
            made = Message(id=where.next_id(), chat=where, sender=me, date=self.world.now(), text=text, extra=extra)
            made.entities, made.history = with_found(text, entities), [text]
            return made

    def _send(self, message: Message) -> Message:
        with self.world.changed:
            message.chat.log.append(message)
            message.chat.bot_started = True
            if privacy.reaches_bot(message):
                self.world.updates.push("message", message.json())
            self.world.changed.notify_all()
        return message


def _person(sender: Sender) -> Person:
    from tests.doubles.bot_api.people import Person

    assert isinstance(sender, Person)
    return sender


def with_found(text: str, given: Sequence[Mapping[str, Any]]) -> list[Json]:
    """The given entities and what Telegram finds itself, outside of links and code among them."""
    opaque = [entity for entity in given if entity["type"] in tdlib.OPAQUE]
    found = [entity for entity in tdlib.detect(text) if not any(tdlib.touch(entity, other) for other in opaque)]
    return tdlib.ordered([*found, *(dict(entity) for entity in given)])
