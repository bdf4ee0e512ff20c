"""Groups of sentences from different sources that state the same fact."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from bot.core.comparing.likeness import Familiarity, Reading, get_acquainted, likeness, read_sentence
from bot.core.models import Sentence, Source

MOST_SENTENCES = 150
"""Sentences of a source that are compared: what matters stands before that."""
COMMON = 40
"""Sentences of a source in which a word may stand and still be worth following to them."""
SHARED_AT_LEAST = 2
_FINAL = frozenset(".!?。！？।…؟۔")

Pair = tuple[str, str]
"""The labels of two sentences."""


def align(sources: Sequence[Source]) -> tuple[tuple[Sentence, ...], ...]:
    """Return groups of sentences that state the same fact, at most one of each source, the likest group first.

    Every two sentences of a group were found to state the same, and each is the other's best match in its source.
    """
    familiarity = get_acquainted(sources)
    readings = [[read_sentence(sentence, familiarity) for sentence in citable(source)] for source in sources]
    found: dict[Pair, float] = {}
    for left, right in combinations(readings, 2):
        found |= _best_pairs(left, right, familiarity=familiarity)
    sentences = {reading.sentence.label: reading.sentence for read in readings for reading in read}
    groups = _grouped(found, sources={label: sentence.source for label, sentence in sentences.items()})
    ordered = (sorted(group, key=lambda label: sentences[label].source) for group in groups)
    return tuple(tuple(sentences[label] for label in group) for group in ordered)


def citable(source: Source) -> tuple[Sentence, ...]:
    """Return the sentences of a source that state something: headings end without a mark and are left out."""
    ends = ((sentence, sentence.text.rstrip("\"'”’»“」』) ")[-1:]) for sentence in source.sentences)
    return tuple(sentence for sentence, end in ends if end in _FINAL)[:MOST_SENTENCES]


def _best_pairs(left: Sequence[Reading], right: Sequence[Reading], *, familiarity: Familiarity) -> dict[Pair, float]:
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


def find_candidates(left: Sequence[Reading], right: Sequence[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Yield the pairs that share a few words that are not everywhere: all others cannot be the same."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, reading in enumerate(right):
        for key in set(reading.whole.keys):
            places[key].append(at)
    for reading in left:
        shared: dict[int, int] = defaultdict(int)
        for key in set(reading.whole.keys):
            for at in places[key] if len(places[key]) <= COMMON else ():
                shared[at] += 1
        yield from ((reading, right[at]) for at, count in sorted(shared.items()) if count >= SHARED_AT_LEAST)


def _grouped(found: Mapping[Pair, float], *, sources: Mapping[str, int]) -> list[list[str]]:
    """Put the pairs together, the likest first: a third sentence joins where it goes with every one that is there."""
    groups: list[list[str]] = []
    for pair in sorted(found, key=lambda pair: (-found[pair], pair)):
        homes = [group for group in groups if set(pair) & set(group)]
        if not homes:
            groups.append(list(pair))
        elif len(homes) == 1:
            (new,) = [label for label in pair if label not in homes[0]] or [""]
            fits = all((member, new) in found or (new, member) in found for member in homes[0])
            if new and fits and sources[new] not in {sources[member] for member in homes[0]}:
                homes[0].append(new)
    return groups
