"""Sources made of given sentences, for the tests of comparing."""

from __future__ import annotations

from datetime import date, datetime

from bot.core.models import Article, Sentence, Source, Span


def make_sentence(text: str, *, source: int = 1, index: int = 1, start: int = 0) -> Sentence:
    return Sentence(
        label=f"{source}.{index}",
        source=source,
        index=index,
        span=Span(start=start, end=start + len(text)),
        text=text,
        paragraph=index - 1,
    )


def make_source(
    number: int,
    *sentences: str,
    outlet: str | None = None,
    language: str = "en",
    published_at: datetime | date | None = None,
    authors: tuple[str, ...] = (),
) -> Source:
    """A source whose article has one sentence a line."""
    made: list[Sentence] = []
    start = 0
    for index, text in enumerate(sentences, 1):
        made.append(make_sentence(text, source=number, index=index, start=start))
        start += len(text) + 1
    article = Article(
        id=f"article-{number}",
        medium="pasted",
        given="-",
        text="\n".join(sentences),
        outlet=outlet,
        language=language,
        published_at=published_at,
        authors=authors,
    )
    return Source(number=number, article=article, sentences=tuple(made))
