"""What the server knows: people's messages, chats and files, each with the form in which a bot is told of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from tests.doubles.bot_api.chats import Chat
    from tests.doubles.bot_api.people import Person

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message: what a person reads on it, and what a tap on it does."""

    text: str
    data: str | None = None
    url: str | None = None
    raw: Json = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class File:
    """A file on the server; `size` is what the platform says of it, which may be a lie."""

    id: str
    unique_id: str
    path: str
    content: bytes
    size: int


@dataclass(slots=True, eq=False)
class Tap:
    """A tap on a button, and what the bot answered to it."""

    id: str
    message: Message
    data: str
    answered: bool = False
    text: str | None = None
    alert: bool = False
    expired: bool = False


@dataclass(slots=True, eq=False, kw_only=True)
class Message:
    """A message as the person sees it now."""

    id: int
    chat: Chat
    sender: Person | Literal["bot"] | None
    """Nobody sends a service message."""
    date: int
    text: str = ""
    """Text or caption."""
    entities: list[Json] = field(default_factory=list)
    """All of them, those that the server found included; offsets in UTF-16 units."""
    live: list[Json] = field(default_factory=list)
    """Those that the server found, outside of links and code that the bot made."""
    keyboard: tuple[tuple[Button, ...], ...] = ()
    """The buttons in their rows."""
    reply_to: int | None = None
    """Identifier of the message that this one answers."""
    quote: str | None = None
    thread: int | None = None
    reactions: list[str] = field(default_factory=list)
    """Emoji that the bot set."""
    history: list[str] = field(default_factory=list)
    """All texts it had, the present one last."""
    edited: int = 0
    edit_date: int | None = None
    deleted: bool = False
    extra: Json = field(default_factory=dict)
    """What else the message holds, as the Bot API writes it."""
    options: Json = field(default_factory=dict)
    """How the bot wanted it sent: link_preview_options, disable_notification and the like."""
    markup: Json | None = None
    file: File | None = None

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, row by row."""
        return tuple(button for row in self.keyboard for button in row)

    @property
    def by_bot(self) -> bool:
        return self.sender == "bot"

    @property
    def has_caption(self) -> bool:
        """Whether the words stand under something else."""
        return any(kind in self.extra for kind in CAPTIONED)

    def json(self, *, shallow: bool = False) -> Json:
        """The Message of the Bot API."""
        made: Json = {"message_id": self.id, "chat": self.chat.json(), "date": self.date}
        if self.sender is not None:
            made["from"] = self.chat.world.bot_json() if self.sender == "bot" else self.sender.json()
        if self.text:
            kind, entities = ("caption", "caption_entities") if self.has_caption else ("text", "entities")
            made[kind] = self.text
            made |= {entities: self.entities} if self.entities else {}
        made |= {"edit_date": self.edit_date} if self.edit_date is not None else {}
        made |= {"message_thread_id": self.thread, "is_topic_message": True} if self.thread is not None else {}
        made |= {"reply_markup": self.markup} if self.markup and self.keyboard else {}
        if self.reply_to is not None and not shallow:
            answered = self.chat.find(self.reply_to)
            made |= {"reply_to_message": answered.json(shallow=True)} if answered else {}
            made |= {"quote": {"text": self.quote, "position": 0}} if self.quote and answered else {}
        return made | self.extra

    def __repr__(self) -> str:
        who = "bot" if self.by_bot else getattr(self.sender, "name", "service")
        return f"<{who} #{self.id}: {self.text[:60]!r}>"


CAPTIONED = frozenset({"document", "photo", "video", "audio", "voice", "animation", "paid_media"})


def rows(markup: Json | None) -> tuple[tuple[Button, ...], ...]:
    """The buttons of an inline keyboard."""
    made = (markup or {}).get("inline_keyboard", [])
    return tuple(
        tuple(Button(text=b["text"], data=b.get("callback_data"), url=b.get("url"), raw=b) for b in row) for row in made
    )
