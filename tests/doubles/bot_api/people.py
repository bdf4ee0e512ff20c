"""Scripted people: what a person can do in Telegram, and what the bot is told of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tests.doubles.bot_api import attachments, privacy
from tests.doubles.bot_api.media import Sender, with_found
from tests.doubles.bot_api.records import Button, Json, Message, Tap

if TYPE_CHECKING:
    from tests.doubles.bot_api.chats import Chat
    from tests.doubles.bot_api.world import World


class Person(Sender):
    """A person with a private chat with the bot; without `chat`, everything happens there."""

    def __init__(
        self, world: World, person_id: int, name: str, *, language_code: str | None = None, username: str | None = None
    ) -> None:
        self.world = world
        self.id = person_id
        self.name = name
        self.language_code = language_code
        self.username = username

    def json(self) -> Json:
        """The User of the Bot API."""
        made: Json = {"id": self.id, "is_bot": False, "first_name": self.name}
        made |= {"username": self.username} if self.username else {}
        return made | {"language_code": self.language_code} if self.language_code else made

    # ------------------------------------------------------------ words

    def says(
        self,
        text: str,
        *,
        entities: Sequence[Mapping[str, Any]] | None = None,
        chat: Chat | None = None,
        reply_to: Message | None = None,
        quote: str | None = None,
        thread: int | None = None,
        extra: Json | None = None,
    ) -> Message:
        """Send a text; Telegram finds links, commands and mentions in it, `entities` are added to these."""
        message = self._message(text, entities or (), chat=chat, extra=extra or {})
        message.reply_to = reply_to.id if reply_to else None
        message.quote, message.thread = quote, thread
        return self._send(message)

    def starts(self, payload: str = "") -> Message:
        """Press Start, perhaps behind a deep link (1 to 64 of A-Z, a-z, 0-9, _ and -)."""
        assert re.fullmatch(r"[A-Za-z0-9_-]{0,64}", payload), "Telegram opens no link with such a payload"
        return self.says(f"/start {payload}".strip())

    def replies_to(self, message: Message, text: str, *, quote: str | None = None) -> Message:
        """Answer a message, or the quoted part of it."""
        return self.says(text, chat=message.chat, reply_to=message, quote=quote)

    def edits(self, message: Message, text: str, *, entities: Sequence[Mapping[str, Any]] | None = None) -> Message:
        """Change a message of one's own."""
        assert message.sender is self, "a person edits what that person wrote"
        with self.world.changed:
            message.text = text
            message.entities = with_found(text, entities or ())
            message.history.append(text)
            message.edited += 1
            message.edit_date = self.world.now()
            if privacy.reaches_bot(message):
                self.world.updates.push("edited_message", message.json())
            self.world.changed.notify_all()
        return message

    def deletes(self, message: Message) -> None:
        """Delete a message; a bot is never told."""
        with self.world.changed:
            message.deleted = True
            self.world.changed.notify_all()

    # ------------------------------------------------------------ what others wrote

    def forwards(
        self,
        text: str,
        *,
        from_channel: tuple[str, str | None, int] | None = None,
        from_user: str | None = None,
        from_chat: tuple[str, str | None] | None = None,
        hidden: str | None = None,
        entities: Sequence[Mapping[str, Any]] | None = None,
        date: int | None = None,
        chat: Chat | None = None,
    ) -> Message:
        """Pass on a post of a channel (title, username, number), a message of somebody, or of somebody who hides."""
        origin = attachments.origin(
            from_channel=from_channel,
            from_user=from_user,
            from_chat=from_chat,
            hidden=hidden,
            date=date if date is not None else self.world.now() - 3600,
        )
        return self.says(text, entities=entities, chat=chat, extra={"forward_origin": origin})

    # ------------------------------------------------------------ buttons

    def taps(self, button: str, *, message: Message | None = None, chat: Chat | None = None, late: bool = False) -> Tap:
        """Tap a button by its text or its data: of this message, or of the last that has it; `late` is too late."""
        found, tapped = self._button(button, message, chat or self.chat)
        assert tapped.data is not None, f"a tap on {tapped.text!r} tells the bot nothing"
        with self.world.changed:
            tap = Tap(id=f"{self.id}{self.world.number():09d}", message=found, data=tapped.data, expired=late)
            self.world.taps[tap.id] = tap
            query = {"id": tap.id, "from": self.json(), "chat_instance": str(-found.chat.id), "data": tap.data}
            self.world.tell("callback_query", query | {"message": _accessible(found)})
        return tap

    def _button(self, wanted: str, message: Message | None, chat: Chat) -> tuple[Message, Button]:
        for candidate in [message] if message else reversed(chat.messages):
            for button in candidate.buttons:
                if wanted in (button.text, button.data):
                    return candidate, button
        raise AssertionError(f"there is no button {wanted!r}\n{(message.chat if message else chat).report()}")

    # ------------------------------------------------------------ the bot itself

    def blocks_bot(self) -> None:
        """Block the bot; it is told so, and sending fails from now on."""
        self._set_membership("kicked")

    def unblocks_bot(self) -> None:
        """Let the bot write again."""
        self._set_membership("member")

    def _set_membership(self, status: str) -> None:
        with self.world.changed:
            self.world.tell("my_chat_member", privacy.change_membership(self.chat, self, status))

    # ------------------------------------------------------------ what one sees

    def hears(self, fragment: str | re.Pattern[str], *, timeout: float = 10, chat: Chat | None = None) -> Message:
        """Wait for a message of the bot whose present text contains the fragment."""
        return (chat or self.chat).hears(fragment, timeout=timeout)

    async def hears_async(
        self,
        fragment: str | re.Pattern[str],
        *,
        timeout: float = 10,  # noqa: ASYNC109
        chat: Chat | None = None,
    ) -> Message:
        """The same without blocking the event loop."""
        return await (chat or self.chat).hears_async(fragment, timeout=timeout)

    def __repr__(self) -> str:
        return f"<{self.name}>"


def _accessible(message: Message) -> Json:
    """A deleted message is only named (Bot API: InaccessibleMessage)."""
    if message.deleted:
        return {"chat": message.chat.json(), "message_id": message.id, "date": 0}
    return message.json()
