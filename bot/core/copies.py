"""Which articles are one text: eight words in a row that two share, outside quotations, are hardly ever chance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from bot.core.models import Sentence, Source
from bot.core.quoted import find_quotations
from bot.core.words import read

SHINGLE = 8
COPY = 0.25
"""Share of the shorter article's runs of eight words from which two articles are one text."""
READ_AT_MOST = 60_000


class Copy(NamedTuple):
    """Two sources with one text, the earlier first, and in each the first sentence that both have."""

    earlier: Source
    later: Source
    shared: tuple[Sentence | None, Sentence | None]


def find_copies(sources: Sequence[Source]) -> tuple[Copy, ...]:
    """Return the pairs of sources that carry the same text.

    What both quote is no sign of it: two reporters who listened to one speech are two witnesses.
    """
    shingles = {source.number: _shingles(source) for source in sources}
    found: list[Copy] = []
    for one, other in combinations(sources, 2):
        mine, theirs = shingles[one.number], shingles[other.number]
        if not mine or not theirs or len(mine & theirs) < COPY * min(len(mine), len(theirs)):
            continue
        first, second = sorted((one, other), key=_published)
        both = mine & theirs
        found.append(Copy(first, second, (_first_shared(first, both), _first_shared(second, both))))
    return tuple(found)


def _published(source: Source) -> tuple[str, int]:
    """A moment to order copies by; an article of unknown date stands where it was sent."""
    return (str(source.article.published_at or ""), source.number)


def _shingles(source: Source) -> frozenset[int]:
    """Runs of eight words of a source's own text, as hashes that are equal within one process."""
    text = "\n".join(sentence.text for sentence in source.sentences)[:READ_AT_MOST]
    return frozenset(_runs(text))


def _runs(text: str) -> Iterable[int]:
    quoted = find_quotations(text)
    forms: list[str] = []
    at = 0
    for word in read(text):
        while at < len(quoted) and quoted[at].end <= word.start:
            at += 1
        inside = at < len(quoted) and quoted[at].start <= word.start
        if not inside:
            forms.append(word.form)
    return (hash(tuple(forms[start : start + SHINGLE])) for start in range(len(forms) - SHINGLE + 1))


def _first_shared(source: Source, shared: frozenset[int]) -> Sentence | None:
    return next((sentence for sentence in source.sentences if shared.intersection(_runs(sentence.text))), None)
