"""Which of a handful of articles tell one story.

TF-IDF over the headline (twice) and the full text, cosine, average linkage, one cut. A batch of two to a dozen articles
is too small to tell common words from telling ones by counting articles, so the usual idf is flattened by imagining a
few dozen other articles in the batch, and short lower-case words, which are mostly function words in every language
that writes spaces, count little. Capitalised words and numbers count more. There are no word lists, hence no languages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from bot.core.models import Article, Span
from bot.core.words import Word, read, stem

# Tuned on random batches of 2, 3, 5 and 10 labelled news articles, half of the strangers being look-alike events.
CUT = 0.16
IMAGINED_ARTICLES = 30
NAME_WEIGHT = 1.5
NUMBER_WEIGHT = 1.5
HEADLINE_WEIGHT = 2
FOREIGN_WEIGHT = 1.3
"""What the few names and numbers weigh that articles in different languages can share."""
READ_AT_MOST = 24_000
"""Characters of an article that are looked at: a story is told long before."""


class Term(NamedTuple):
    """How often an article uses a stem, how often with a capital, its longest form, and what kind of word it is."""

    uses: int
    capitals: int
    length: int
    number: bool
    spaceless: bool
    caseless: bool


def group(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """Return the indexes of the articles that tell one story, story by story, in order of first appearance.

    Every index stands in exactly one group. Meant for up to a dozen articles; the cost is quadratic in their number.
    """
    terms = [_terms(article) for article in articles]
    used_by = Counter(key for article in terms for key in article)
    vectors = [_vector(article, used_by, len(articles)) for article in terms]
    names = [_vector(_names(article), used_by, len(articles)) for article in terms]
    likeness = [
        [
            _by_names(names[a], names[b]) if _foreign(articles[a], articles[b]) else _cosine(vectors[a], vectors[b])
            for b in range(len(articles))
        ]
        for a in range(len(articles))
    ]
    return _linked(likeness)


def _terms(article: Article) -> dict[str, Term]:
    title = read((article.title or "")[:READ_AT_MOST])
    terms: dict[str, Term] = {}
    for words, weight in ((title, HEADLINE_WEIGHT), (_body(article), 1)):
        for word in words:
            _count(terms, word, weight)
    return terms


def _count(terms: dict[str, Term], word: Word, weight: int) -> None:
    key = word.form if word.spaceless else stem(word.form)
    seen = terms.get(key)
    if seen is None:
        caseless = word.form.upper() == word.form
        terms[key] = Term(weight, weight * word.capital, len(word.form), word.number, word.spaceless, caseless)
    else:
        length = max(seen.length, len(word.form))
        terms[key] = seen._replace(
            uses=seen.uses + weight, capitals=seen.capitals + weight * word.capital, length=length
        )


def _body(article: Article) -> tuple[Word, ...]:
    """The words of the story: what was removed is not part of it, and the headline is counted apart."""
    gaps = [removed.span for removed in article.removed]
    if article.headline:
        gaps.append(article.headline)
    parts: list[str] = []
    at = 0
    for gap in sorted(gaps, key=_start):
        parts.append(article.text[at : max(at, gap.start)])
        at = max(at, gap.end)
    parts.append(article.text[at:])
    return read("\n".join(parts)[:READ_AT_MOST])


def _start(span: Span) -> int:
    return span.start


def _names(terms: Mapping[str, Term]) -> dict[str, Term]:
    return {key: term for key, term in terms.items() if term.number or 2 * term.capitals > term.uses}


def _foreign(one: Article, other: Article) -> bool:
    """Whether two articles are in different known languages, so that only names and numbers can agree."""
    return one.language != other.language and "und" not in (one.language, other.language)


def _vector(terms: Mapping[str, Term], used_by: Mapping[str, int], articles: int) -> dict[str, float]:
    weights = {
        key: (1 + log(term.uses)) * log((articles + IMAGINED_ARTICLES) / (used_by[key] + 1)) * _shape(term)
        for key, term in terms.items()
    }
    norm = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {key: weight / norm for key, weight in weights.items() if weight > 0}


def _shape(term: Term) -> float:
    """What the look of a word says about how telling it is."""
    if term.spaceless:
        return 1.0
    if term.number:
        return NUMBER_WEIGHT
    if term.capitals > 0.6 * term.uses:
        return NAME_WEIGHT
    shortest, full = (3, 5) if term.caseless else (4, 7)
    if term.length < shortest:
        return 0.0
    return min(1.0, term.length / full) ** 2


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)


def _by_names(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How alike two articles in different languages are; without a shared name, numbers agree by chance."""
    shared = one.keys() & other.keys()
    named = any(not key.isnumeric() for key in shared)
    return FOREIGN_WEIGHT * _cosine(one, other) if named and len(shared) > 1 else 0.0


def _linked(likeness: Sequence[Sequence[float]]) -> tuple[tuple[int, ...], ...]:
    """Join the two likest groups, by the mean over their pairs, until none are alike enough."""
    groups: list[tuple[int, ...]] = [(index,) for index in range(len(likeness))]
    while len(groups) > 1:
        pairs = [(a, b) for a in range(len(groups)) for b in range(a + 1, len(groups))]
        first, second = max(pairs, key=lambda pair: _mean(likeness, groups[pair[0]], groups[pair[1]]))
        if _mean(likeness, groups[first], groups[second]) < CUT:
            break
        joined = tuple(sorted(groups[first] + groups[second]))
        groups = [kept for at, kept in enumerate(groups) if at not in (first, second)] + [joined]
    return tuple(sorted(groups))


def _mean(likeness: Sequence[Sequence[float]], one: tuple[int, ...], other: tuple[int, ...]) -> float:
    return sum(likeness[a][b] for a in one for b in other) / (len(one) * len(other))
