"""How much of a claim stands in the sentences it cites, and how much in any other sentence of the article.

Words count by what they tell, without word lists: a word in many sentences of the article tells little, names and
numbers tell more, and short words in small letters, which are mostly function words in every language that writes
spaces, tell next to nothing. Words are compared by their roots; in scripts without spaces pairs of characters are
words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from bot.core.checking.quantities.languages import language_of
from bot.core.checking.statement import Passage
from bot.core.models import Sentence, Source
from bot.core.words import Word, read, root

_NAME = 1.5
_SHORT_WORD = 0.2
_SHORT = 3
"""Letters of a short word."""
_BESIDE = 0.7
"""What a name or number counts that stands beside the cited sentences or in the headline."""
_IMAGINED = 10
"""Sentences that are imagined to be in every article, so that a word of a short one is not taken for a common word."""
_LONGEST = 5_000
"""Characters of a sentence that are read."""
_MOST_SENTENCES = 1_000
"""Sentences of an article, besides those around the cited ones, that are looked at."""
_SHARED = 2
"""Telling words that a sentence near a claim has of it."""
_REMEMBERED = 2_048
"""Sentences whose words are kept, for the many claims of a brief rest on the same articles."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a claim: how it is written there, what it tells (0 and more), and where the article has it."""

    written: str
    weight: float
    name: bool
    """A name or a number."""
    cited: bool
    beside: bool
    known: bool
    """Whether any sentence of the article has it."""

    @property
    def telling(self) -> bool:
        """Tell whether it is more than a short word in small letters."""
        return self.name or len(self.written) > _SHORT or not self.written.isascii()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of a claim the cited sentences of one article have."""

    terms: tuple[Term, ...]
    best: float
    """The largest share of the claim that any one sentence of the article has."""

    @property
    def share(self) -> float:
        """The share of the claim in the cited sentences, names and numbers beside them included; 1 of no words."""
        return _part(self._found, sum(term.weight for term in self.terms))

    def share_of_known(self, unknown: float = 0) -> float:
        """Return the same of the words that the article has anywhere; `unknown` is what others count, 0 to 1.

        A word that no sentence has may be a paraphrase. One that other sentences have and the cited ones do not
        tells that the claim is about those. A name beside the cited sentences is not missing.
        """
        missing = [term for term in self.terms if not term.cited and not (term.beside and term.name)]
        lacking = sum(term.weight * (1 if term.known else unknown) for term in missing)
        return _part(self._found, self._found + lacking)

    @property
    def _found(self) -> float:
        beside = sum(term.weight for term in self.terms if term.beside and term.name and not term.cited)
        return sum(term.weight for term in self.terms if term.cited) + _BESIDE * beside


def coverage(text: str, passage: Passage) -> Coverage:
    """Return what of a claim's words stands where in the article of a passage."""
    words = _words(text)
    cited = _roots_of(passage.cited)
    beside = _roots_of(passage.window)
    sentences = [_roots(each.text[:_LONGEST]) for each in passage.source.sentences[:_MOST_SENTENCES]]
    terms, holders = [], []
    for key, word in words.items():
        having = [place for place, roots in enumerate(sentences) if key in roots]
        weight = _kind(word) * log((len(sentences) + _IMAGINED) / (len(having) + 1)) / log(len(sentences) + _IMAGINED)
        known = bool(having) or key in beside
        written = text[word.start : word.end]
        terms.append(Term(written, weight, _is_name(word), key in cited, key in beside, known))
        holders.append(having)
    return Coverage(tuple(terms), _best(terms, holders, len(sentences)))


def sharing(text: str, source: Source, *, most: int) -> tuple[Sentence, ...]:
    """Return the sentences of a source that share the most telling words with a text, at least two, the best first."""
    keys = {key for key, word in _words(text).items() if _kind(word) >= 1}
    counted = [(len(keys & _roots(each.text[:_LONGEST])), each) for each in source.sentences[:_MOST_SENTENCES]]
    best = sorted((each for each in counted if each[0] >= _SHARED), key=lambda each: -each[0])
    return tuple(sentence for _, sentence in best[:most])


def is_foreign(text: str, language: str, source: Source) -> bool:
    """Tell whether a text is, or may be, in another language than an article."""
    mine = language_of(text, language)
    theirs = language_of(source.article.text, source.article.language)
    return mine != theirs or mine == "und"


def overlaps(text: str, sentence: Sentence) -> bool:
    """Tell whether a sentence has a telling word of a text."""
    roots = _roots(sentence.text[:_LONGEST])
    return any(key in roots for key, word in _words(text).items() if _kind(word) >= 1)


def _words(text: str) -> dict[str, Word]:
    """Return the words of a text by their roots; the capital letter at its beginning makes no name."""
    words: dict[str, Word] = {}
    for word in read(text):
        words.setdefault(_key(word), word if word.start else word._replace(capital=False))
    return words


def _key(word: Word) -> str:
    return word.form if word.spaceless else root(word.form)


def _kind(word: Word) -> float:
    """Return what a word of this kind tells, however rare it is."""
    if _is_name(word):
        return _NAME
    return 1.0 if word.spaceless or len(word.form) > _SHORT else _SHORT_WORD


def _is_name(word: Word) -> bool:
    return word.number or word.capital


@lru_cache(maxsize=_REMEMBERED)
def _roots(text: str) -> frozenset[str]:
    return frozenset(_key(word) for word in read(text))


def _roots_of(sentences: Sequence[Sentence]) -> frozenset[str]:
    return frozenset().union(*(_roots(each.text[:_LONGEST]) for each in sentences))


def _part(found: float, whole: float) -> float:
    return found / whole if whole else 1.0


def _best(terms: Sequence[Term], holders: Sequence[Sequence[int]], count: int) -> float:
    shares = [0.0] * count
    for term, having in zip(terms, holders, strict=True):
        for place in having:
            shares[place] += term.weight
    return _part(max(shares, default=0.0), sum(term.weight for term in terms))
