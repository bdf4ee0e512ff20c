"""Sources put together by hand: paragraphs of sentences become an article with labels and exact offsets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.models import Article, Sentence, Source, Span


def labelled(
    number: int,
    paragraphs: Sequence[Sequence[str]],
    *,
    headline: str = "",
    outlet: str | None = None,
    authors: tuple[str, ...] = (),
    published_at: datetime | date | None = None,
) -> Source:
    """A source whose sentences are the given ones, in their paragraphs."""
    text = f"{headline}\n\n" if headline else ""
    cut: list[tuple[int, Span]] = []
    for at, paragraph in enumerate(paragraphs):
        for sentence in paragraph:
            cut.append((at, Span(start=len(text), end=len(text) + len(sentence))))
            text += f"{sentence} "
        text += "\n"
    title = Span(start=0, end=len(headline)) if headline else None
    article = Article(
        id=f"article-{number}",
        medium="web",
        given="-",
        outlet=outlet,
        headline=title,
        authors=authors,
        published_at=published_at,
        text=text,
    )
    sentences = tuple(
        Sentence(
            label=f"{number}.{index}", source=number, index=index, span=span, text=span.of(text), paragraph=paragraph
        )
        for index, (paragraph, span) in enumerate(cut, start=1)
    )
    top = (
        Sentence(label=f"{number}.0", source=number, index=0, span=title, text=headline, paragraph=-1)
        if title
        else None
    )
    return Source(number=number, article=article, headline=top, sentences=sentences)
