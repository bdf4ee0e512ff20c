"""Turns bytes of any origin into an article: tells what they are, then has them read in another process."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import PurePosixPath
from typing import Final, Self
from unicodedata import category
from urllib.parse import unquote, urlsplit

from pydantic import ValidationError

from bot.adapters.reading.article import article_of_page, article_of_text
from bot.adapters.reading.decoding import decode, sound_text
from bot.adapters.reading.fields import FeedFields
from bot.adapters.reading.kinds import check_size, kind_of
from bot.adapters.reading.process import checked_length
from bot.adapters.reading.worker import ReadingLimits, Worker
from bot.core.errors import LoadError
from bot.core.models import Article, Medium

_LONGEST_TITLE: Final = 100
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def _today() -> date:
    return datetime.now(UTC).date()


class Reader:
    """Reads pages and files. What is parsed is parsed in another process, which `aclose` ends."""

    def __init__(self, limits: ReadingLimits | None = None, *, today: Callable[[], date] = _today) -> None:
        self._worker = Worker(limits)
        self._today = today

    async def read(
        self,
        body: bytes,
        *,
        given: str,
        medium: Medium,
        url: str | None = None,
        media_type: str = "",
        charset: str | None = None,
        name: str = "",
        form: str | None = None,
    ) -> Article:
        """Return the article; `url` is where the bytes came from, `name` a file's name.

        `form` is the one they are known to have; None lets the bytes tell. Raises `LoadError`: empty, binary,
        unsupported_type(kind), too_large(limit), too_long(characters, limit), too_many_pages(pages, limit),
        scanned(pages), encrypted, broken_file, feed(title, count), no_article, parse_failed, and the codes of walls.
        """
        if not body.strip():
            raise LoadError("empty")
        form = form or kind_of(body, media_type=media_type, name=name or _last_part(url))
        check_size(body, form)
        if form == "text":
            text = await self._text(body, charset)
            return article_of_text(text, given=given, medium=medium, url=url)
        if form == "feed":
            feed = await self.read_feed(body, charset=charset, url=url or "")
            raise LoadError("feed", title=_shown(feed.title) or _host(url) or given, count=len(feed.entries))
        answer = await self._worker.ask(form, body, charset=charset, url=url or "")
        return article_of_page(answer, given=given, medium=medium, url=url, today=self._today())

    async def read_feed(self, body: bytes, *, charset: str | None, url: str) -> FeedFields:
        """Return the entries of a feed, newest first.

        Raises `LoadError`: no_article where it is none, too_large(limit), binary, parse_failed.
        """
        check_size(body, "feed")
        answer = await self._worker.ask("feed", body, charset=charset, url=url)
        try:
            return FeedFields.model_validate(answer)
        except ValidationError:
            raise LoadError("parse_failed") from None

    async def warm(self) -> None:
        """Start the reading process now, so that the first page need not wait for it."""
        await self._worker.warm()

    async def aclose(self) -> None:
        """End the reading processes."""
        await self._worker.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    async def _text(self, body: bytes, charset: str | None) -> str:
        """Plain UTF-8 is decoded here; guessing a charset is the other process's work."""
        try:
            body.decode("utf-8")
        except UnicodeDecodeError:
            answer = await self._worker.ask("text", body, charset=charset, url="")
            if not isinstance(answer.get("text"), str):
                raise LoadError("parse_failed") from None
            return checked_length(str(answer["text"]))
        return checked_length(decode(body))


def paste(text: str, *, given: str = "-") -> Article:
    """Return pasted text as an article; raises `LoadError`: empty, binary, too_long(characters, limit)."""
    return article_of_text(checked_length(sound_text(text)), given=given, medium="pasted")


def _last_part(url: str | None) -> str:
    return unquote(PurePosixPath(urlsplit(url).path).name) if url else ""


def _host(url: str | None) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _shown(title: str) -> str:
    """A title as a person is shown it: one line, short, nothing invisible."""
    line = "".join(char for char in " ".join(title.split()) if category(char) not in _INVISIBLE)
    return line if len(line) <= _LONGEST_TITLE else line[: _LONGEST_TITLE - 1].rstrip() + "\u2026"
