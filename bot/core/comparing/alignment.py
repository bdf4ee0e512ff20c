"""Groups of sentences from different sources that state the same fact."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from bot.core.comparing.corpus import Corpus, Read, find_candidates
from bot.core.comparing.likeness import Familiarity, likeness
from bot.core.models import Sentence

Pair = tuple[str, str]
"""The labels of two sentences."""


def align_corpus(corpus: Corpus) -> tuple[tuple[Sentence, ...], ...]:
    """Return groups of sentences that state the same fact, at most one of each source, the likest group first.

    Every two sentences of a group were found to state the same, and each is the other's best match in its source.
    """
    found: dict[Pair, float] = {}
    for left, right in combinations(corpus.read, 2):
        found |= _best_pairs(left, right, familiarity=corpus.familiarity)
    sentences = {reading.sentence.label: reading.sentence for each in corpus.read for reading in each.readings}
    groups = _grouped(found, sentences=sentences)
    ordered = (sorted(group, key=lambda label: sentences[label].source) for group in groups)
    return tuple(tuple(sentences[label] for label in group) for group in ordered)


def _best_pairs(left: Read, right: Read, *, familiarity: Familiarity) -> dict[Pair, float]:
    """The pairs that state the same and are each other's best match, by likeness."""
    scores: dict[Pair, float] = {}
    best: dict[str, float] = {}
    for one, other in find_candidates(left, right):
        score = likeness(one, other, familiarity=familiarity)
        if score:
            labels = (one.sentence.label, other.sentence.label)
            scores[labels] = score
            for label in labels:
                best[label] = max(score, best.get(label, 0.0))
    return {pair: score for pair, score in scores.items() if all(score >= best[label] for label in pair)}


def _grouped(found: Mapping[Pair, float], *, sentences: Mapping[str, Sentence]) -> list[list[str]]:
    """Put the pairs together, the likest first: a third sentence joins where it goes with every one that is there.

    Of equally like pairs those are first whose words are, so that the order of the sources does not matter.
    """
    groups: list[list[str]] = []
    homes: dict[str, list[str]] = {}
    for pair in sorted(found, key=lambda pair: (-found[pair], sorted(sentences[label].text for label in pair), pair)):
        known = [homes[label] for label in pair if label in homes]
        if not known:
            groups.append(list(pair))
            homes |= dict.fromkeys(pair, groups[-1])
        elif len(known) == 1:
            (home,), (new,) = known, (label for label in pair if label not in homes)
            fits = all((member, new) in found or (new, member) in found for member in home)
            if fits and sentences[new].source not in {sentences[member].source for member in home}:
                home.append(new)
                homes[new] = home
    return groups
