"""What comes back when a link is opened, and what is kept of it so that it need not be opened again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.core.models import Article, Entity


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether a page has changed (RFC 9110, section 8.8); "" where it gave none."""

    etag: str = ""
    last_modified: str = ""
    url: str = ""
    """The address that they are of, where it is another than the one asked for; they are sent nowhere else."""

    def __bool__(self) -> bool:
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True)
class Page:
    """What came back: where from in the end, and the decoded bytes as they are."""

    url_final: str
    media_type: str
    """In lower case without parameters; "" where the server named none."""
    charset: str | None
    body: bytes
    validators: Validators = Validators()
    unchanged: bool = False
    """The server says that the page is the one whose validators were sent (status 304); `body` is empty."""


class KeptPage(Entity):
    """A public page as it was read before."""

    url: str
    """Where it was found, redirects followed."""
    article: Article
    digest: str
    """SHA-256 of the bytes it was read from, in hexadecimal."""
    edition: str
    """Which edition of the reading code read it: what a later one reads may be better."""
    etag: str = ""
    last_modified: str = ""
    read_at: datetime
    """When the server last gave it, or said that it is unchanged."""

    @property
    def validators(self) -> Validators:
        return Validators(etag=self.etag, last_modified=self.last_modified, url=self.url)
