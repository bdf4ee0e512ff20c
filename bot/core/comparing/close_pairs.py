"""Sentences of different sources that are much alike in their words, whether they agree or not."""

from __future__ import annotations

from typing import NamedTuple

from bot.core.comparing.corpus import Corpus
from bot.core.comparing.likeness import Reading, overlap
from bot.core.comparing.statements import Statement
from bot.core.models import Sentence

ALIKE = 0.45
"""Share of weighted words in common (Dice) from which two sentences may speak of one thing."""
CLOSE = 0.5
"""The share from which they are close: what conflicts in them is a conflict."""
ALIKE_UNWEIGHED = 0.35
"""The same for words that are only counted, which is quick and spares the weighing of nearly all pairs."""


class ClosePair(NamedTuple):
    """Two sentences of different sources, in the order of the corpus, and their share of words in common."""

    left: Reading
    right: Reading
    share: float

    @property
    def statements(self) -> tuple[Statement, Statement]:
        return self.left.whole, self.right.whole

    @property
    def texts(self) -> tuple[str, str]:
        return self.left.sentence.text, self.right.sentence.text

    @property
    def sentences(self) -> tuple[Sentence, Sentence]:
        return self.left.sentence, self.right.sentence


def find_close_pairs(corpus: Corpus, *, share: float = CLOSE) -> tuple[ClosePair, ...]:
    """Return the pairs of sentences of different sources that have this share of their weighted words in common."""
    weighed = (
        (one, other, overlap(one.whole, other.whole, familiarity=corpus.familiarity))
        for one, other in corpus.candidates()
        if _worth_weighing(one.whole.vocabulary, other.whole.vocabulary)
    )
    return tuple(ClosePair(one, other, shared) for one, other, shared in weighed if shared >= share)


def _worth_weighing(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= ALIKE_UNWEIGHED * (len(one) + len(other))
