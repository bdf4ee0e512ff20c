"""The forms that the reading process can read, one line each; a form's libraries load when it is first needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Final, Protocol, cast

from bot.adapters.reading.fields import FeedFields, PageFields


class Read(Protocol):
    """Reads the bytes of one form; raises `LoadError` where they hold nothing that can be read."""

    def __call__(self, body: bytes, *, charset: str | None, url: str) -> PageFields | FeedFields:
        """Return what was found; `url` is where the bytes came from, "" for a file."""


@dataclass(frozen=True, slots=True)
class Form:
    """Where the reader of a form is."""

    module: str
    function: str = "read"

    def load(self) -> Read:
        """Return the reader, importing it if need be."""
        return _imported(self.module, self.function)


FORMS: Final = {
    "page": Form("bot.adapters.reading.page"),
    "docx": Form("bot.adapters.reading.docx"),
    "feed": Form("bot.adapters.reading.feed"),
    "markdown": Form("bot.adapters.reading.markdown"),
    "pdf": Form("bot.adapters.reading.pdf"),
    "archive_today": Form("bot.adapters.reading.sources.archive"),
    "bluesky": Form("bot.adapters.reading.sources.bluesky"),
    "mastodon": Form("bot.adapters.reading.sources.mastodon"),
    "reddit": Form("bot.adapters.reading.sources.reddit"),
    "short_link": Form("bot.adapters.reading.sources.short_links"),
    "telegram": Form("bot.adapters.reading.sources.telegram"),
    "wikipedia": Form("bot.adapters.reading.sources.wikipedia"),
    "x": Form("bot.adapters.reading.sources.x"),
}


@cache
def _imported(module: str, function: str) -> Read:
    found: Callable[..., PageFields | FeedFields] = getattr(import_module(module), function)
    return cast(Read, found)
