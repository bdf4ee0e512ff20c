"""Turns bytes of any origin into an article: tells what they are, then reads them as a page or as plain text."""

from __future__ import annotations

from bot.adapters.reading.article import article_of_page, article_of_text
from bot.adapters.reading.decoding import decode, sound_text
from bot.adapters.reading.kinds import kind_of
from bot.adapters.reading.process import checked_length
from bot.adapters.reading.worker import ReadingLimits, Worker
from bot.core.errors import LoadError
from bot.core.models import Article, Medium


class Reader:
    """Reads pages and text files; parsing happens in another process."""

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
    ) -> Article:
        """Return the article; `url` is where the bytes came from, `name` a file's name.

        Raises `LoadError`: empty, binary, unsupported_type(kind), too_long(characters, limit), no_article,
        parse_failed.
        """
        if not body.strip():
            raise LoadError("empty")
        if kind_of(body, media_type=media_type, name=name) == "page":
            answer = await self._worker.ask("page", body, charset=charset, url=url or "")
            return article_of_page(answer, given=given, medium=medium, url=url)
        text = await self._text(body, charset)
        return article_of_text(text, given=given, medium=medium, url=url)

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
