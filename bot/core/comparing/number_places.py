"""Places of a story at which its sources put different numbers: all versions of each, and all who tell them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from bot.core.comparing.alignment import align_corpus
from bot.core.comparing.close_pairs import ClosePair
from bot.core.comparing.corpus import Corpus
from bot.core.comparing.news import is_update
from bot.core.comparing.numeric_differences import Count, find_counts, same_slot
from bot.core.comparing.shown import Scored, put
from bot.core.models import Difference, Evidence, Sentence, Span, Version

MOST_VERSIONS = 4

Counts = Mapping[int, Sequence[Count]]
"""The numbers of each source that count something."""
Rivals = tuple[float, Count, Count]
"""Two numbers of one place, and how sure that is."""


def find_other_numbers(corpus: Corpus, near: Sequence[ClosePair]) -> list[Scored]:
    """Return the differences between the numbers in pairs of sentences, one for each place."""
    counts = {each.source.number: find_counts(each) for each in corpus.read}
    rivals = _rivals(corpus, near, counts)
    if not rivals:
        return []
    joined = {sentence.label: group for group in align_corpus(corpus) for sentence in group}
    return [(strength, _difference(_with_agreeing(home, joined, counts))) for strength, home in _places(rivals)]


def _rivals(corpus: Corpus, near: Sequence[ClosePair], counts: Counts) -> list[Rivals]:
    sources = {source.number: source for source in corpus.sources}
    within: dict[str, list[Count]] = {}
    for count in (count for each in counts.values() for count in each):
        within.setdefault(count.sentence.label, []).append(count)
    found: list[Rivals] = []
    for pair in near:
        left, right = (within.get(sentence.label, ()) for sentence in pair.sentences)
        for one, other in ((one, other) for one in left for other in right):
            strength = same_slot(one, other, share=pair.share)
            if not strength or _told_elsewhere(one, counts[other.source]) or _told_elsewhere(other, counts[one.source]):
                continue
            if not is_update(
                one.figure.value, other.figure.value, left=sources[one.source], right=sources[other.source]
            ):
                found.append((strength, one, other))
    return sorted(found, key=lambda rivals: (-rivals[0], _order(rivals[1]), _order(rivals[2])))


def _order(count: Count) -> tuple[str, int]:
    return count.sentence.text, count.figure.start


def _told_elsewhere(count: Count, others: Sequence[Count]) -> bool:
    """Whether the other source has this number too, of the same things: then it knows both, and there is no dispute."""
    return any(
        other.figure.value == count.figure.value and set(other.figure.unit) & set(count.figure.unit) for other in others
    )


def _places(rivals: Sequence[Rivals]) -> list[tuple[float, list[Count]]]:
    places: list[tuple[float, list[Count]]] = []
    for strength, one, other in rivals:
        home = next((counts for _, counts in places if one in counts or other in counts), None)
        if home is None:
            places.append((strength, [one, other]))
            continue
        for count in (one, other):
            if count not in home and count.source not in {member.source for member in home}:
                home.append(count)
    return places


def _with_agreeing(home: Sequence[Count], joined: Mapping[str, Sequence[Sentence]], counts: Counts) -> list[Count]:
    """Add other sources' sentences that state the same as a version, with its number."""
    known = list(home)
    for count in home:
        for sentence in joined.get(count.sentence.label, ()):
            same = [
                other
                for other in counts[sentence.source]
                if other.sentence == sentence and other.figure.value == count.figure.value
            ]
            known += [other for other in same if other.source not in {each.source for each in known}]
    return known


def _difference(counts: Sequence[Count]) -> Difference:
    by_value: dict[float, list[Count]] = {}
    for count in counts:
        by_value.setdefault(count.figure.value, []).append(count)
    return put("number", (_version(same) for same in list(by_value.values())[:MOST_VERSIONS]))


def _version(same: Sequence[Count]) -> Version:
    """Show the sentence that stands nearest to the beginning of its article, and cite all that tell the number."""
    shown = min(same, key=lambda count: (count.sentence.index, count.sentence.text))
    cited = sorted((count.sentence for count in same), key=_source)
    return Version(
        text=shown.sentence.text,
        evidence=tuple(Evidence.of(sentence) for sentence in cited),
        contrast=(Span(start=shown.figure.start, end=shown.figure.end),),
        quoted_from=shown.source,
    )


_source: Callable[[Sentence], int] = attrgetter("source")
