"""Whether two sentences state the same fact.

Words cannot prove that two sentences mean the same, so the rule is: enough shared words, and nothing that speaks
against it. One doubt keeps two sentences apart: a missed pair costs a reader one repetition, a false one misleads.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from math import fsum, log

from bot.core.comparing.conflicts import find_conflicts, same_figures, words_swapped
from bot.core.comparing.meanings import DEEDS
from bot.core.comparing.statements import MOST_ITEMS, Statement, gather_names, main_part, understand
from bot.core.models import Sentence, Source

CLOSE = 0.6
"""Share of weighted words in common (Dice) from which two sentences are close enough to be judged word by word."""
CLOSE_WORDS = 3
LEANING = 0.8
"""The share that sentences about a mere "he" need: nobody knows from them whom they are about."""
LOOSE = 0.33
"""The same, for sentences held together by the same several names."""
ANCHORED = 0.44
"""The same, for sentences that give the same sum, share, large number or day of a month."""
LOOSE_NAMES = 3
LOOSE_WORDS = 2
LARGE = 1000
EXACT_UNITS = frozenset("%$€£¥₽₹")
NAME_WEIGHT = 1.5
USUAL_SENTENCES = 20
USUAL_USES = 4
"""Sentences, and uses of any word in them, that are imagined beside the real ones, so that few sources weigh softly."""


class _Weights(dict[str, float]):
    """How telling each key is, reckoned when it is first asked for: rare words tell more than those everywhere."""

    def __init__(self, *, sentences: int, uses: Mapping[str, int]) -> None:
        super().__init__()
        self._total = sentences + USUAL_SENTENCES
        self._uses = uses

    def __missing__(self, key: str) -> float:
        often = self._uses.get(key, 0) + USUAL_USES
        self[key] = max(0.2, log(self._total / often) / log(self._total / USUAL_USES))
        return self[key]


@dataclass(frozen=True)
class Familiarity:
    """What a pair of sentences alone cannot tell: how often the sources use a word, and which they write as names."""

    sentences: int = 0
    uses: Mapping[str, int] | None = None
    names: frozenset[str] = frozenset()

    @cached_property
    def _weights(self) -> _Weights:
        return _Weights(sentences=self.sentences, uses=self.uses or {})

    def weigh(self, keys: frozenset[str], *, names: frozenset[str]) -> float:
        """Return how telling several keys are together, whatever their order; names count more."""
        weights = self._weights.__getitem__
        return fsum(map(weights, keys)) + (NAME_WEIGHT - 1) * fsum(map(weights, keys & names))


UNFAMILIAR = Familiarity()


@dataclass(frozen=True)
class Reading:
    """A sentence with what it states, as a whole and without its closing aside."""

    sentence: Sentence
    whole: Statement
    main: Statement


def get_acquainted(sources: Sequence[Source]) -> Familiarity:
    """Return what the wording of all sources together says about each word."""
    texts = [sentence.text for source in sources for sentence in source.sentences]
    names = gather_names(texts)
    uses = Counter(key for text in texts for key in set(understand(text, names).keys))
    return Familiarity(sentences=len(texts), uses=uses, names=names)


def read_sentence(sentence: Sentence, familiarity: Familiarity) -> Reading:
    """Return what a sentence states."""
    whole = understand(sentence.text, familiarity.names)
    main = main_part(sentence.text)
    return Reading(sentence, whole, whole if main == sentence.text else understand(main, familiarity.names))


def same_statement(a: Sentence, b: Sentence, *, familiarity: Familiarity = UNFAMILIAR) -> bool:
    """Whether two sentences of different sources surely state the same fact; in doubt, no."""
    known = replace(familiarity, names=familiarity.names | gather_names((a.text, b.text)))
    return likeness(read_sentence(a, known), read_sentence(b, known), familiarity=known) > 0


def likeness(a: Reading, b: Reading, *, familiarity: Familiarity) -> float:
    """Return how alike two sentences are if they state the same fact, else 0."""
    if not same_figures(a.whole.figures, b.whole.figures):
        return 0.0
    share = overlap(a.whole, b.whole, familiarity=familiarity)
    if share < LEANING and (a.whole.leaning or b.whole.leaning):
        return 0.0
    if share >= CLOSE:
        close = _enough_in_common(a.whole, b.whole) and not _worded_apart(a.whole, b.whole)
        return share if close and not find_conflicts(a.whole, b.whole) else 0.0
    share = overlap(a.main, b.main, familiarity=familiarity)
    loose = (share >= LOOSE and _held_together(a.main, b.main)) or (
        share >= ANCHORED and _anchored(a.main, b.main) and not _deed_apart(a.main, b.main)
    )
    return share if loose and not find_conflicts(a.main, b.main) else 0.0


def overlap(one: Statement, other: Statement, *, familiarity: Familiarity) -> float:
    """Return the weighted share of words that two statements have in common, from 0 to 1 (Dice)."""
    shared = one.vocabulary & other.vocabulary
    if not shared:
        return 0.0
    names = one.names | other.names
    common = familiarity.weigh(shared, names=names)
    rest = familiarity.weigh(one.vocabulary ^ other.vocabulary, names=names)
    return 2 * common / (2 * common + rest) if common else 0.0


def _enough_in_common(one: Statement, other: Statement) -> bool:
    """Whether two statements share three telling words, or all of fewer words and a number or a day."""
    mine, theirs = one.vocabulary, other.vocabulary
    exact = mine == theirs and (one.figures or any(one.dates))
    return len(mine & theirs) >= CLOSE_WORDS or bool(exact)


def _worded_apart(one: Statement, other: Statement) -> bool:
    """Whether two close statements differ in a word, or in who does what to whom."""
    return is_substituted(one, other) or words_swapped(one, other)


def is_substituted(one: Statement, other: Statement) -> bool:
    """Whether, between words they share, each has a word of its own: "approved" where the other has "banned"."""
    # Two texts are not matched the same way round and round again: the order of their words decides which is first.
    mine, theirs = sorted((one.keys[:MOST_ITEMS], other.keys[:MOST_ITEMS]))
    more = Counter(mine) - Counter(theirs)
    less = Counter(theirs) - Counter(mine)
    if more and less and _reordered(mine, theirs):
        return True
    steps = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    return any(
        step == "replace" and any(key in more for key in mine[a:b]) and any(key in less for key in theirs[c:d])
        for step, a, b, c, d in steps
    )


def _reordered(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether the words that both have stand in another order."""
    order = [key for key in dict.fromkeys(mine) if key in theirs]
    return order != [key for key in dict.fromkeys(theirs) if key in mine]


def _anchored(one: Statement, other: Statement) -> bool:
    """Whether both give a number or a day that is hardly the same by chance, and share words around it."""
    if len(one.vocabulary & other.vocabulary - {"=say"}) < LOOSE_WORDS or one.spaceless or other.spaceless:
        return False
    figures = any(set(figure.unit) & EXACT_UNITS or figure.value >= LARGE for figure in one.figures)
    day = bool(one.dates.days) and one.dates.days == other.dates.days and one.dates.months == other.dates.months
    return (figures and bool(other.figures)) or day


def _deed_apart(one: Statement, other: Statement) -> bool:
    """Whether either tells a deed of the dictionary that the other does not tell."""
    return bool((one.meanings ^ other.meanings) & DEEDS)


def _held_together(one: Statement, other: Statement) -> bool:
    """Whether a loose pair names the same several parties and shares the telling words around them."""
    if one.spaceless or other.spaceless:
        return False
    shared = one.vocabulary & other.vocabulary
    names = one.names | other.names
    together = shared & names
    return (
        len(together) >= LOOSE_NAMES
        and len(together) >= 0.6 * len(names)
        and len(shared - names - {"=say"}) >= LOOSE_WORDS
    )
