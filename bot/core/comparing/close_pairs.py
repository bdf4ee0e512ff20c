"""Sentences of different sources that are much alike in their words, whether they agree or not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from bot.core.comparing.alignment import citable, find_candidates
from bot.core.comparing.likeness import Familiarity, Reading, overlap, read_sentence
from bot.core.comparing.statements import Statement
from bot.core.models import Sentence, Source

ALIKE = 0.5
"""Share of weighted words in common (Dice) from which two sentences are close."""
ALIKE_UNWEIGHED = 0.35
"""The same for words that are only counted, which is quick and spares the weighing of nearly all pairs."""


class ClosePair(NamedTuple):
    """Two sentences of different sources, the lower number first, and their share of words in common."""

    left: Reading
    right: Reading
    share: float

    @property
    def statements(self) -> tuple[Statement, Statement]:
        return self.left.whole, self.right.whole

    @property
    def sentences(self) -> tuple[Sentence, Sentence]:
        return self.left.sentence, self.right.sentence


def find_close_pairs(sources: Sequence[Source], familiarity: Familiarity) -> tuple[ClosePair, ...]:
    """Return the pairs of sentences of different sources that have at least half of their weighted words in common."""
    readings = [[read_sentence(sentence, familiarity) for sentence in citable(source)] for source in sources]
    keys = {reading.sentence.label: frozenset(reading.whole.keys) for read in readings for reading in read}
    shares = (
        ClosePair(one, other, overlap(one.whole, other.whole, familiarity=familiarity))
        for left, right in combinations(readings, 2)
        for one, other in find_candidates(left, right)
        if _worth_weighing(keys[one.sentence.label], keys[other.sentence.label])
    )
    return tuple(pair for pair in shares if pair.share >= ALIKE)


def _worth_weighing(one: frozenset[str], other: frozenset[str]) -> bool:
    return 2 * len(one & other) >= ALIKE_UNWEIGHED * (len(one) + len(other))
