"""Turns bytes of any origin into an article: tells what they are, then has them read in another process."""

from __future__ import annotations

from typing import Self

from pydantic import ValidationError

from bot.adapters.reading.article import article_of_page, article_of_text
from bot.adapters.reading.decoding import decode, sound_text
from bot.adapters.reading.fields import FeedFields
from bot.adapters.reading.kinds import kind_of
from bot.adapters.reading.process import checked_length
from bot.adapters.reading.worker import ReadingLimits, Worker
from bot.core.errors import LoadError
from bot.core.models import Article, Medium


class Reader:
    """Reads pages and files. What is parsed is parsed in another process, which `aclose` ends."""

    def __init__(self, limits: ReadingLimits | None = None) -> None:
        self._worker = Worker(limits)

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
        unsupported_type(kind), too_long(characters, limit), no_article, parse_failed, and the codes of walls.
        """
        if not body.strip():
            raise LoadError("empty")
        form = form or kind_of(body, media_type=media_type, name=name)
        if form == "text":
            text = await self._text(body, charset)
            return article_of_text(text, given=given, medium=medium, url=url)
        answer = await self._worker.ask(form, body, charset=charset, url=url or "")
        return article_of_page(answer, given=given, medium=medium, url=url)

    async def read_feed(self, body: bytes, *, charset: str | None, url: str) -> FeedFields:
        """Return the entries of a feed, unchecked; raises `LoadError`: no_article, parse_failed."""
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
            return str(answer["text"])
        return checked_length(decode(body))


def paste(text: str, *, given: str = "-") -> Article:
    """Return pasted text as an article; raises `LoadError`: empty, binary, too_long(characters, limit)."""
    return article_of_text(checked_length(sound_text(text)), given=given, medium="pasted")
