"""How telling each sentence is: TF-IDF against the middle of the story, with the title and the place in the article.

Pure Python, because a brief has at most some hundred sentences. Terms are the first six letters of a word, which
joins most inflections in most languages without a list; scripts without spaces give pairs of neighbouring signs.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.models import Sentence, Source
from bot.core.text_lines import count_words

Vector = Mapping[str, float]

_WORD = re.compile(r"[^\W_]+")
_WIDE_RUN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_CLOSERS = "\"'”’»“」』）)]"


def terms(text: str) -> list[str]:
    """Return the terms of a text: beginnings of words, up to six letters, and pairs of signs where no spaces are."""
    wide = [run[i : i + 2] for run in _WIDE_RUN.findall(text) for i in range(max(1, len(run) - 1))]
    words = _WORD.findall(_WIDE_RUN.sub(" ", text).casefold())
    return wide + [word[:6] for word in words if len(word) > 2 or word.isdigit()]


def vectorise(sentences: Sequence[Sentence]) -> dict[str, Vector]:
    """Return each sentence's TF-IDF vector of length one, by label."""
    bags = {sentence.label: Counter(terms(sentence.text)) for sentence in sentences}
    seen_in = Counter(term for bag in bags.values() for term in bag)
    weigh = {term: math.log((1 + len(bags)) / count) for term, count in seen_in.items()}
    return {label: _unit({t: (1 + math.log(n)) * weigh[t] for t, n in bag.items()}) for label, bag in bags.items()}


def cosine(a: Vector, b: Vector) -> float:
    """Return the cosine of two vectors of length one, at most 1: of equal ones it comes out a little above."""
    if len(b) < len(a):
        a, b = b, a
    return min(1.0, sum(weight * b.get(term, 0.0) for term, weight in a.items()))


@dataclass(frozen=True)
class Salience:
    """What one sentence is worth: `score` for choosing, `place` (0 first, 1 last) for ordering."""

    score: float
    place: float


def weigh(sources: Sequence[Source]) -> dict[str, Salience]:
    """Return the salience of every citable sentence of the sources, by label."""
    vectors = vectorise([sentence for source in sources for sentence in source.sentences])
    middle = _middle(vectors.values())
    return {
        sentence.label: Salience(_score(sentence, source, vectors[sentence.label], middle), _place(sentence, source))
        for source in sources
        for sentence in source.sentences
    }


def rank(source: Source) -> tuple[float, ...]:
    """Return how telling each of one source's sentences is among them, in their order."""
    weights = weigh((source,))
    return tuple(weights[sentence.label].score for sentence in source.sentences)


def _score(sentence: Sentence, source: Source, vector: Vector, middle: Vector) -> float:
    own = set(terms(sentence.text))
    titled = max((_share(own, set(terms(title))) for title in _titles(source)), default=0.0)
    early = 1.0 / (1.0 + 4.0 * _place(sentence, source))
    return (cosine(vector, middle) + 0.15 * titled + 0.07 * early) * _fitness(sentence)


def _titles(source: Source) -> list[str]:
    """The headline and the headings: what the editors thought worth announcing."""
    article = source.article
    headings = [removed.span.of(article.text) for removed in article.removed if removed.reason == "heading"]
    return [source.headline.text, *headings] if source.headline else headings


def _share(own: set[str], title: set[str]) -> float:
    return len(own & title) / len(title) if title else 0.0


def _fitness(sentence: Sentence) -> float:
    """How well it can stand as a statement: neither a fragment nor a page of its own, and no question."""
    size = count_words(sentence.text)
    fit = min(1.0, size / 9.0) if size < 9 else min(1.0, 50.0 / size)
    asks = sentence.text.rstrip(_CLOSERS).endswith(("?", "？", "؟"))
    return fit * (0.5 if asks else 1.0)


def _place(sentence: Sentence, source: Source) -> float:
    return (sentence.index - 1) / max(1, len(source.sentences) - 1)


def _middle(vectors: Iterable[Vector]) -> Vector:
    total: dict[str, float] = {}
    for vector in vectors:
        for term, weight in vector.items():
            total[term] = total.get(term, 0.0) + weight
    return _unit(total)


def _unit(vector: Mapping[str, float]) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}
