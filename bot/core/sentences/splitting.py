"""Cuts a text into sentences with exact places, and an article into labelled ones.

Every line break ends a paragraph, because pasted text has one paragraph a line. Inside a paragraph a stop ends a
sentence where the rules and the sentence library say so (see `rules`), never inside a quotation shorter
than 400 code points, and no sentence is longer than `LONGEST`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from bot.core.models import Article, Sentence, Source, Span
from bot.core.sentences.full_stops import Setting
from bot.core.sentences.length import shorten
from bot.core.sentences.quotations import Enclosures, pair
from bot.core.sentences.rules import ends_sentence
from bot.core.sentences.scripts import resolve
from bot.core.sentences.stops import find_stops
from bot.core.sentences.words import lexicon

MOST = 9_999
"""How many sentences of one article get a label: a label's second number has at most four digits."""

_LINE = re.compile("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
_WORD = re.compile(r"[^\W_]")


def split(text: str, *, language: str) -> tuple[Span, ...]:
    """Return the sentences of `text` in order, in code points, without white space at their ends.

    What no span covers is white space. `language` is a BCP 47 tag; for "und" and what is not known the script decides.
    """
    known = resolve(language, text)
    return tuple(
        Span(start=start, end=end)
        for line in _LINE.finditer(text)
        for start, end in _cut(text, start=line.start(), end=line.end(), language=known)
    )


def label(article: Article, *, number: int) -> Source:
    """Return the article as source `number`: headline "<number>.0", sentences "<number>.1" and on.

    What `article.removed` covers, and the headline, are part of no sentence; a sentence ends where they begin.
    Paragraphs are the lines that keep a sentence. Sentences after the 9,999th get no label and are left out.
    """
    text, known = article.text, resolve(article.language, article.text)
    places = (
        (line, at) for line, start, end in _kept(article) for at in _cut(text, start=start, end=end, language=known)
    )
    sentences: list[Sentence] = []
    paragraphs: dict[int, int] = {}
    for index, (line, (start, end)) in enumerate(islice(places, MOST), start=1):
        paragraph = paragraphs.setdefault(line, len(paragraphs))
        span = Span(start=start, end=end)
        sentences.append(_sentence(text, span, number=number, index=index, paragraph=paragraph))
    return Source(number=number, article=article, headline=_headline(article, number), sentences=tuple(sentences))


def _headline(article: Article, number: int) -> Sentence | None:
    if article.headline is None:
        return None
    start, end = _trimmed(article.text, article.headline.start, min(article.headline.end, len(article.text)))
    if start >= end:
        return None
    return _sentence(article.text, Span(start=start, end=end), number=number, index=0, paragraph=-1)


def _sentence(text: str, span: Span, *, number: int, index: int, paragraph: int) -> Sentence:
    return Sentence(
        label=f"{number}.{index}", source=number, index=index, span=span, text=span.of(text), paragraph=paragraph
    )


def _kept(article: Article) -> Iterator[tuple[int, int, int]]:
    """The pieces of lines that are neither removed nor headline: the line's place, start and end."""
    gaps = _merged([*(removed.span for removed in article.removed), *([article.headline] if article.headline else [])])
    ends = [end for _, end in gaps]
    for line in _LINE.finditer(article.text):
        at = line.start()
        for start, end in gaps[bisect_right(ends, at) :]:
            if start >= line.end():
                break
            if start > at:
                yield line.start(), at, start
            at = end
        if at < line.end():
            yield line.start(), at, line.end()


def _merged(spans: list[Span]) -> list[tuple[int, int]]:
    """The ranges as disjoint ones in order, empty ones left out."""
    merged: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda span: span.start):
        if span.start == span.end:
            continue
        if merged and span.start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], span.end))
        else:
            merged.append((span.start, span.end))
    return merged


def _cut(text: str, *, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of one piece of a line, as places in `text`."""
    begin, stop = _trimmed(text, start, end)
    piece = text[begin:stop]
    if len(piece) <= 2:
        yield from [(begin, stop)] * bool(piece)
        return
    enclosures = pair(piece)
    for first, last in _sentences(piece, language=language, enclosures=enclosures):
        for left, right in shorten(piece, start=first, end=last, enclosures=enclosures):
            yield begin + left, begin + right


def _sentences(piece: str, *, language: str, enclosures: Enclosures) -> Iterator[tuple[int, int]]:
    """Walk the stops; what has no letter or digit is no sentence, but part of the one before or after it."""
    setting = Setting(text=piece, enclosures=enclosures, lexicon=lexicon(language))
    begun = 0
    word = _next_word(piece, 0)
    ahead = -1
    for stop in find_stops(piece, language=language, enclosures=enclosures):
        if word >= stop.start:
            continue
        ahead = ahead if ahead >= stop.resume else _next_word(piece, stop.resume)
        if ahead == len(piece):
            break
        if ends_sentence(stop, begun=begun, setting=setting):
            yield begun, stop.after
            begun, word = stop.resume, ahead
    if piece:
        yield begun, len(piece)


def _next_word(piece: str, at: int) -> int:
    found = _WORD.search(piece, at)
    return found.start() if found else len(piece)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A range without the white space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())
