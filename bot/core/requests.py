"""What people send: single things (`Item`), messages as they come in (`Incoming`), what is asked for (`Request`)."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from bot.core.models import Entity, Length, Span

# ---------------------------------------------------------------- one thing that can be read


class Link(Entity):
    """A web address that a person sent."""

    kind: Literal["link"] = "link"
    url: str
    fresh: bool = False
    """The page is asked for again, however lately it was read."""
    newest: int = 0
    """So many of the newest articles of the feed at this address are meant, not what stands there itself."""

    @property
    def given(self) -> str:
        return self.url


class PastedText(Entity):
    """The text of an article, copied into a message."""

    kind: Literal["pasted"] = "pasted"
    text: str

    @property
    def given(self) -> str:
        return "-"


class Forward(Entity):
    """A post that somebody passed on, with what is known of where it comes from."""

    kind: Literal["forward"] = "forward"
    text: str
    outlet: str | None = None
    """Title of the channel or chat; never the name of a person."""
    url: str | None = None
    """The post's own address, where its channel is public."""
    published_at: datetime | None = None

    @property
    def given(self) -> str:
        return self.outlet or "-"


class Upload(Entity):
    """A file sent in a chat, not fetched yet."""

    kind: Literal["upload"] = "upload"
    file_id: str
    name: str = ""
    media_type: str = ""
    size: int | None = None
    """Bytes, as the platform says."""

    @property
    def given(self) -> str:
        return self.name or "-"


class LocalFile(Entity):
    """A file named on the command line."""

    kind: Literal["file"] = "file"
    path: str

    @property
    def given(self) -> str:
        return self.path


class StandardInput(Entity):
    """What a command reads from its standard input."""

    kind: Literal["stdin"] = "stdin"

    @property
    def given(self) -> str:
        return "-"


Item = Annotated[Link | PastedText | Forward | Upload | LocalFile | StandardInput, Field(discriminator="kind")]
"""`given` is what an item is called before a reader; "-" stands for a text without a name."""

# ---------------------------------------------------------------- a message before it is understood

Unreadable = Literal["sticker", "voice", "audio", "video", "photo", "animation", "contact", "location", "poll", "other"]


class MarkedLink(Entity):
    """A link that the platform found in a message: where its words stand, and where it leads."""

    span: Span
    """In code points of the message's text."""
    url: str


class ForwardOrigin(Entity):
    """Where a forwarded message comes from; people are not named."""

    outlet: str | None = None
    url: str | None = None
    sent_at: datetime | None = None


class Incoming(Entity):
    """One message, with all that decides what is asked for and nothing else."""

    chat_id: int
    sender_id: int
    message_id: int
    sent_at: datetime
    text: str = ""
    """Text or caption."""
    links: tuple[MarkedLink, ...] = ()
    """In the order in which they stand in the text."""
    forward: ForwardOrigin | None = None
    upload: Upload | None = None
    unreadable: Unreadable | None = None
    """What else the message holds that cannot be read; with a caption it may still have text."""
    album: str | None = None
    """The same for all messages of an album."""
    language: str = "en"
    """BCP 47 tag of the sender's interface, as far as it is known."""


class Request(Entity):
    """What is asked for: briefs of these items, as an answer to `message_id`."""

    id: str
    """Made of its cause, so that the same cause is the same request: "<chat>:<message>", and with ":again" for a brief
    that somebody wants made anew."""
    chat_id: int
    asker_id: int
    message_id: int
    items: tuple[Item, ...] = Field(min_length=1)
    language: str = "en"
    """Language of the words around a summary where the summary does not decide it."""
    length: Length = "standard"
    asked_at: datetime
