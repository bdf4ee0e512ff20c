"""A claim, the sentences of an article and those of them that are cited, as the checks want them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from bot.app import read_knowledge
from bot.core.checking.statement import Statement, resolve
from bot.core.knowledge import Knowledge
from bot.core.models import Article, Sentence, Source, Span


@cache
def knowledge() -> Knowledge:
    """The word lists as they are shipped, read once."""
    return read_knowledge()


def state(claim: str, cited: Sequence[str], sentences: Sequence[str], title: str, *, language: str = "en") -> Statement:
    """Return the claim as a statement that cites these of the sentences."""
    source = source_of(sentences, title, language=language)
    wanted = list(cited)
    labels = []
    for sentence in source.sentences:
        if sentence.text in wanted:
            wanted.remove(sentence.text)
            labels.append(sentence.label)
    return resolve(claim, labels, (source,), language=language)


def source_of(sentences: Sequence[str], title: str, *, language: str = "en", number: int = 1) -> Source:
    """Return an article of these sentences, cut as they are."""
    text, spans = (title + "\n" if title else ""), []
    for sentence in sentences:
        spans.append(Span(start=len(text), end=len(text) + len(sentence)))
        text += sentence + " "
    head = Span(start=0, end=len(title))
    article = Article(
        id=str(number), medium="pasted", given="-", text=text, headline=head if title else None, language=language
    )
    heading = Sentence(label=f"{number}.0", source=number, index=0, span=head, text=title, paragraph=-1)
    return Source(
        number=number,
        article=article,
        headline=heading if title else None,
        sentences=tuple(
            Sentence(label=f"{number}.{place}", source=number, index=place, span=span, text=span.of(text), paragraph=0)
            for place, span in enumerate(spans, 1)
        ),
    )
