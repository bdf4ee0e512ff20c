"""The sources of a story, read once for all comparing: what each sentence states, and which pairs may be alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations

from bot.core.comparing.figures import Figure, reckon
from bot.core.comparing.likeness import Familiarity, Reading, get_acquainted, read_sentence
from bot.core.comparing.moments import Moment, find_moments, names_again
from bot.core.comparing.statements import LONGEST
from bot.core.models import Sentence, Source
from bot.core.words import read
from bot.core.writing.ordering import in_order

MOST_SENTENCES = 150
"""Sentences of a source that are compared: what matters stands before that."""
COMMON = 40
"""Sentences of a source in which a word may stand and still be worth following to them."""
SHARED_AT_LEAST = 2
_FINAL = frozenset(".!?。！？।…؟۔")


@dataclass(frozen=True)
class Read:
    """A source with its citable sentences as they were read."""

    source: Source
    readings: tuple[Reading, ...]
    _moments: dict[str, tuple[Moment, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Which readings have a key, for those keys that are not everywhere."""
        places: dict[str, list[int]] = defaultdict(list)
        for at, reading in enumerate(self.readings):
            for key in reading.whole.vocabulary:
                places[key].append(at)
        return {key: found for key, found in places.items() if len(found) <= COMMON}

    def tells(self, figure: Figure) -> bool:
        """Whether any of its sentences, citable or not, has this number of the same things."""
        return (figure.value, figure.unit[:1]) in self._figures

    def moments(self, reading: Reading) -> tuple[Moment, ...]:
        """The days and times of day that one of its sentences names."""
        label = reading.sentence.label
        if label not in self._moments:
            self._moments[label] = find_moments(reading.sentence.text, language=self.source.article.language)
        return self._moments[label]

    def names_moment(self, moment: Moment) -> bool:
        """Whether any of its citable sentences names this day or time too."""
        return any(names_again(moment, each) for reading in self.readings for each in self.moments(reading))

    @cached_property
    def forms(self) -> frozenset[str]:
        """All folded words of its sentences."""
        return frozenset(word.form for sentence in self.source.sentences for word in read(sentence.text[:LONGEST]))

    @cached_property
    def _figures(self) -> frozenset[tuple[float, tuple[str, ...]]]:
        texts = (sentence.text[:LONGEST] for sentence in self.source.sentences)
        found = (reckon(text, read(text)) for text in texts)
        return frozenset((figure.value, figure.unit[:1]) for each in found for figure in (*each.figures, *each.years))


@dataclass(frozen=True)
class Corpus:
    """All sources of a story as they were read, and what their wording together says of each word."""

    read: tuple[Read, ...]
    familiarity: Familiarity

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(each.source for each in self.read)

    @cached_property
    def by_number(self) -> Mapping[int, Read]:
        return {each.source.number: each for each in self.read}

    def candidates(self) -> Iterator[tuple[Reading, Reading]]:
        """Yield the pairs of sentences of two sources that share a few words: all others cannot be the same."""
        for left, right in combinations(self.read, 2):
            yield from find_candidates(left, right)


def read_corpus(sources: Sequence[Source]) -> Corpus:
    """Read the sources, each of at most `MOST_SENTENCES` sentences.

    They stand in an order of their own, because not all that compares two sentences treats both alike: what is found
    must not hang on the order in which articles were sent.
    """
    familiarity = get_acquainted(sources)
    read = (
        Read(source, tuple(read_sentence(sentence, familiarity) for sentence in citable(source)))
        for source in in_order(sources)
    )
    return Corpus(tuple(read), familiarity)


def citable(source: Source) -> tuple[Sentence, ...]:
    """Return the sentences of a source that state something: headings end without a mark and are left out."""
    ends = ((sentence, sentence.text.rstrip("\"'”’»“」』) ")[-1:]) for sentence in source.sentences)
    return tuple(sentence for sentence, end in ends if end in _FINAL)[:MOST_SENTENCES]


def find_candidates(left: Read, right: Read) -> Iterator[tuple[Reading, Reading]]:
    """Yield the pairs that share a few words which are everywhere in neither source."""
    places = right.places
    common = left.places.keys() & places.keys()
    for reading in left.readings:
        shared = Counter(chain.from_iterable(places[key] for key in reading.whole.vocabulary & common))
        yield from ((reading, right.readings[at]) for at in sorted(shared) if shared[at] >= SHARED_AT_LEAST)
