"""Small sources for the tests of the checks, written sentence by sentence."""

from collections.abc import Sequence
from datetime import date

from bot.core.checking.statement import Statement, resolve
from bot.core.models import Article, Sentence, Source, Span


def source_of(
    *sentences: str,
    number: int = 1,
    headline: str = "Ferry service halted",
    language: str = "und",
    published: date | None = None,
    paragraphs: Sequence[int] | None = None,
) -> Source:
    """Return a source whose sentences are these, labelled from 1; all in one paragraph unless told otherwise."""
    text, spans = headline + "\n", []
    for sentence in sentences:
        spans.append(Span(start=len(text), end=len(text) + len(sentence)))
        text += sentence + " "
    title = Span(start=0, end=len(headline))
    article = Article(
        id=str(number), medium="pasted", given="-", text=text, headline=title, language=language, published_at=published
    )
    return Source(
        number=number,
        article=article,
        headline=Sentence(label=f"{number}.0", source=number, index=0, span=title, text=headline, paragraph=-1),
        sentences=tuple(
            Sentence(
                label=f"{number}.{place}",
                source=number,
                index=place,
                span=span,
                text=sentence,
                paragraph=paragraphs[place - 1] if paragraphs else 0,
            )
            for place, (span, sentence) in enumerate(zip(spans, sentences, strict=True), 1)
        ),
    )


def stated(text: str, *sources: Source, labels: Sequence[str] = ("1.1",)) -> Statement:
    """Return a claim beside its evidence."""
    return resolve(text, labels, sources)
