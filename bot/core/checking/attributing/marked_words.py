"""A sentence as its words, with what stands between them and which of them are quoted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.core.checking.quotation_marks import quotations
from bot.core.models import Span
from bot.core.words import Word, fold, read, root

LONGEST = 5_000
"""Characters of a sentence that are read: what is longer is no sentence."""

_STOPS = ".!?…"
_ABBREVIATED = 4
"""Letters of the longest word with a capital letter that is taken for an abbreviation before a full stop."""

Phrase = tuple[str, ...]
Phrases = Mapping[str, tuple[Phrase, ...]]
"""Phrases as folded words, by their first word, the longest first."""


@dataclass(frozen=True)
class MarkedWords:
    """The words of a sentence; `gaps[i]` is what stands before word i, and the last gap what follows all of them."""

    text: str
    words: tuple[Word, ...]
    forms: tuple[str, ...]
    gaps: tuple[str, ...]
    quoted: tuple[bool, ...]
    quotes: tuple[tuple[int, int], ...]

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """The words with which a sentence begins, quoted or not."""
        return frozenset(at for at in range(len(self.words)) if at == 0 or self._ends_before(at))

    @cached_property
    def clause_starts(self) -> tuple[int, ...]:
        """The words behind a full stop or a semicolon that is not quoted."""
        return tuple(
            at
            for at in range(len(self.words))
            if at == 0 or (self.is_open(at) and (at in self.sentence_starts or ";" in self.gaps[at]))
        )

    @cached_property
    def pauses(self) -> tuple[int, ...]:
        """The words behind a comma or a dash that is not quoted."""
        return tuple(at for at in range(1, len(self.words)) if self.is_open(at) and self.breaks(at, ",—–"))

    def is_open(self, at: int) -> bool:
        """Tell whether what stands before a word is no part of a quotation."""
        return not (self.quoted[at] and self.quoted[at - 1])

    def _ends_before(self, at: int) -> bool:
        gap, before, after = self.gaps[at], self.words[at - 1], self.words[at]
        if not any(mark in gap for mark in _STOPS):
            return False
        short = before.capital and before.end - before.start <= _ABBREVIATED and gap.startswith(".")
        return (after.capital or after.number) and not short

    def span(self, start: int, end: int) -> Span:
        """Return the place of the words from `start` up to `end`."""
        return Span(start=self.words[start].start, end=self.words[end - 1].end)

    def phrase_at(self, at: int, phrases: Phrases) -> int:
        """Return how many words from `at` on are one of the phrases, 0 if none is."""
        for phrase in phrases.get(self.forms[at], ()):
            if self.forms[at : at + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def breaks(self, at: int, marks: str) -> bool:
        """Tell whether one of the marks stands right before word `at`."""
        return any(char in marks for char in self.gaps[at])


@lru_cache(maxsize=32)
def marked_words(text: str) -> MarkedWords:
    """Read a sentence. Linear in its length; the last few are remembered, because several checks read the same."""
    text = text[:LONGEST]
    words = read(text)
    ends = [0, *(word.end for word in words)]
    starts = [*(word.start for word in words), len(text)]
    quotes = tuple((each.start, each.end) for each in quotations(text))
    return MarkedWords(
        text=text,
        words=words,
        forms=tuple(word.form for word in words),
        gaps=tuple(text[end:start] for end, start in zip(ends, starts, strict=True)),
        quoted=_inside(words, quotes),
        quotes=quotes,
    )


def phrases(*lines: str) -> Phrases:
    """Return a table of phrases, written with "|" between them."""
    table: dict[str, set[Phrase]] = {}
    for line in lines:
        for written in line.split("|"):
            folded = tuple(form for word in read(written) for form in (word.form,))
            if folded:
                table.setdefault(folded[0], set()).add(folded)
    return {first: tuple(sorted(found, key=lambda each: (-len(each), each))) for first, found in table.items()}


def forms(*lines: str) -> frozenset[str]:
    """Return single words, separated by spaces, as they are folded."""
    return frozenset(fold(word) for line in lines for word in line.split())


def roots_of(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the words without inflection."""
    return tuple(root(word.form) for word in words)


def _inside(words: Sequence[Word], quotes: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    flags, at = [], 0
    for word in words:
        while at < len(quotes) and quotes[at][1] <= word.start:
            at += 1
        flags.append(at < len(quotes) and quotes[at][0] <= word.start)
    return tuple(flags)
