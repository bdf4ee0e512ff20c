"""The writer that needs no model: it picks and orders sentences word for word, and says whose they are.

Salience chooses, maximal marginal relevance keeps it from saying a thing twice, and what two sources state becomes
one claim with both citations. A sentence that leans on the one before ("He added ...") brings it along or waits;
a sentence without loaded words is preferred to one with them. In what order the articles were sent does not matter:
what ties goes to the article that was published first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.leaning import leans
from bot.core.models import Claim, Evidence, Length, Sentence, Source
from bot.core.writing.ordering import in_order
from bot.core.writing.salience import Salience, Vector, cosine, terms, vectorise, weigh

CLAIMS: dict[Length, int] = {"short": 5, "standard": 10, "long": 18}
"""How many claims a brief of each length has at most."""

_LONGEST = 420
"""Code points that a claim may have with what it leans on; longer ones stay in the evidence."""
_REPEATS = 0.45
"""Cosine from which a sentence says what another has said."""
_SAME = 0.8
"""The same for a sentence that several sources share."""
_ALONE = 0.15
"""What a sentence is worth that leans on one which cannot be brought along."""
_FEW = 3
"""Claims below which even such a sentence is better than none."""
_FULLER = 1.4
"""How much longer than its group's plainest sentence another must be to be worth telling beside it."""
_NEW = 0.4
"""Share of terms that no chosen claim has, from which a sentence that overlaps with one is no repetition."""
_TOKEN = re.compile(r"[^\W\d_][\w\-]{2,40}")
_QUOTED = re.compile(r"[“\"«„「][^“”\"«»„「」]{1,400}[”\"»“」]")


@dataclass(frozen=True)
class Picture:
    """What is known of the story beyond its words: who says the same, what is told differently, which words load."""

    joined: tuple[tuple[Sentence, ...], ...] = ()
    """Groups of sentences from different sources that state one fact."""
    disputed: frozenset[str] = frozenset()
    """Labels of sentences that stand in a difference as they are."""
    tensions: frozenset[frozenset[str]] = frozenset()
    """Pairs of labels whose sentences are alike and yet at odds: neither repeats the other."""
    loaded: frozenset[str] = frozenset()
    """Beginnings of words that judge what they tell, case folded."""
    texts: Mapping[int, str] = field(default_factory=dict)
    """The articles' texts by source number; filled in by `extract`."""


@dataclass(frozen=True)
class _Candidate:
    shown: tuple[Sentence, ...]
    """One sentence, or the one it leans on and itself: a run in one article."""
    also: tuple[Sentence, ...]
    """What other sources say to the same effect."""
    score: float
    place: float
    opposed: frozenset[str]
    """Labels of sentences that it is at odds with."""
    stands: bool
    """Whether it can be understood alone."""
    vector: Vector = field(hash=False)


def extract(sources: Sequence[Source], *, length: Length, picture: Picture) -> tuple[Claim, ...]:
    """Return up to `CLAIMS[length]` claims, each a run of sentences of one source with all its evidence."""
    articles = {source.number: source.article.text for source in sources}
    ordered = in_order(sources)
    candidates = _candidates(ordered, picture=replace(picture, joined=_joined(ordered, picture), texts=articles))
    chosen = _choose(candidates, most=CLAIMS[length])
    return tuple(_claim(candidate, articles) for candidate in _in_reading_order(chosen))


def _joined(ordered: Sequence[Source], picture: Picture) -> tuple[tuple[Sentence, ...], ...]:
    """The groups with their sentences in the order of the sources, so that the first of equals is always the same."""
    places = {source.number: place for place, source in enumerate(ordered)}
    return tuple(tuple(sorted(group, key=lambda sentence: places[sentence.source])) for group in picture.joined)


def _claim(candidate: _Candidate, articles: dict[int, str]) -> Claim:
    first, last = candidate.shown[0], candidate.shown[-1]
    text = articles[first.source][first.span.start : last.span.end]
    also = sorted(candidate.also, key=lambda sentence: (sentence.source, sentence.index))
    evidence = tuple(Evidence.of(sentence) for sentence in (*candidate.shown, *also))
    return Claim(text=text, evidence=evidence, quoted_from=first.source)


# ---------------------------------------------------------------- candidates


def _candidates(sources: Sequence[Source], *, picture: Picture) -> list[_Candidate]:
    sentences = {sentence.label: sentence for source in sources for sentence in source.sentences}
    vectors, salience = vectorise(list(sentences.values())), weigh(sources)
    found = [
        _weighed(shown, group, sentences=sentences, vectors=vectors, salience=salience, picture=picture)
        for shown, group in _tellings(sentences, picture)
    ]
    return [candidate for candidate in found if candidate.score > 0]


def _tellings(sentences: dict[str, Sentence], picture: Picture) -> Iterator[tuple[Sentence, tuple[Sentence, ...]]]:
    """Each sentence with those that state the same; of a group the plainest, and alone any that tells much more."""
    groups = {sentence.label: group for group in picture.joined for sentence in group}
    plainest = {
        id(group): min(group, key=lambda each: (_burden(each, picture), len(each.text))) for group in picture.joined
    }
    for label, sentence in sentences.items():
        group = groups.get(label)
        if label in picture.disputed:
            continue
        if group is None:
            yield sentence, (sentence,)
        elif plainest[id(group)] is sentence:
            yield sentence, group
        elif len(sentence.text) > _FULLER * len(plainest[id(group)].text):
            yield sentence, (sentence,)


def _weighed(
    shown: Sentence,
    group: Sequence[Sentence],
    *,
    sentences: dict[str, Sentence],
    vectors: dict[str, Vector],
    salience: dict[str, Salience],
    picture: Picture,
) -> _Candidate:
    run, penalty = _with_support(shown, sentences, picture.texts)
    burden = 1.0 / (1.0 + 0.35 * _loaded(shown, picture.loaded))
    agreement = 1.0 + 0.45 * (len({each.source for each in group}) - 1)
    return _Candidate(
        shown=run,
        also=tuple(each for each in group if each not in run),
        score=salience[shown.label].score * penalty * burden * agreement,
        opposed=frozenset(label for pair in picture.tensions if shown.label in pair for label in pair - {shown.label}),
        stands=penalty > _ALONE,
        place=min(salience[each.label].place for each in (*run, *group)),
        vector=vectors[shown.label],
    )


def _with_support(
    sentence: Sentence, sentences: dict[str, Sentence], texts: Mapping[int, str]
) -> tuple[tuple[Sentence, ...], float]:
    """The sentence with the one it leans on, where that is near and short enough; else it is worth less."""
    if not leans(sentence.text):
        return (sentence,), 1.0
    before = sentences.get(f"{sentence.source}.{sentence.index - 1}")
    if before is None or leans(before.text) or not _touch(before, sentence, texts):
        return (sentence,), _ALONE
    if sentence.span.end - before.span.start > _LONGEST:
        return (sentence,), _ALONE
    return (before, sentence), 0.8


def _touch(before: Sentence, after: Sentence, texts: Mapping[int, str]) -> bool:
    """Whether nothing but space stands between two sentences: what was removed there must not come back."""
    return not texts[after.source][before.span.end : after.span.start].strip()


def _burden(sentence: Sentence, picture: Picture) -> int:
    return _loaded(sentence, picture.loaded) + 2 * leans(sentence.text) + 2 * (len(sentence.text) > _LONGEST)


def _loaded(sentence: Sentence, loaded: frozenset[str]) -> int:
    """How many of its words are loaded; what stands in quotation marks is the speaker's."""
    words = _TOKEN.findall(_QUOTED.sub(" ", sentence.text.casefold()))
    return sum(any(word[:size] in loaded for size in range(3, len(word) + 1)) for word in words)


# ---------------------------------------------------------------- choosing


def _choose(candidates: Sequence[_Candidate], *, most: int) -> list[_Candidate]:
    """Maximal marginal relevance (Carbonell and Goldstein 1998), with what repeats a chosen claim left out."""
    chosen = _relevant([candidate for candidate in candidates if candidate.stands], chosen=[], most=most)
    if len(chosen) >= _FEW:
        return chosen
    return _relevant([candidate for candidate in candidates if not candidate.stands], chosen=chosen, most=_FEW)


def _relevant(candidates: Sequence[_Candidate], *, chosen: Sequence[_Candidate], most: int) -> list[_Candidate]:
    left, chosen = list(candidates), list(chosen)
    while left and len(chosen) < most:
        best = max(left, key=lambda each: each.score**0.5 * (1.0 - _nearest(each, chosen)) ** 1.5)
        left.remove(best)
        if not _repeats(best, chosen) and not _overlaps(best, chosen):
            chosen.append(best)
    return chosen


def _nearest(candidate: _Candidate, chosen: Sequence[_Candidate]) -> float:
    return max((cosine(candidate.vector, other.vector) for other in chosen), default=0.0)


def _repeats(candidate: _Candidate, chosen: Sequence[_Candidate]) -> bool:
    chosen = [other for other in chosen if not candidate.opposed & {each.label for each in other.shown}]
    # That several sources say a thing is worth telling even where one has told it in other company.
    if _nearest(candidate, chosen) < (_SAME if candidate.also else _REPEATS):
        return False
    told = {term for other in chosen for term in other.vector}
    return sum(term not in told for term in candidate.vector) < _NEW * len(candidate.vector)


def _overlaps(candidate: _Candidate, chosen: Sequence[_Candidate]) -> bool:
    """Whether it shows a sentence once more, itself or its twin: pages repeat what they set large."""
    told = {key for other in chosen for sentence in other.shown for key in (sentence.label, sentence.text)}
    return any(sentence.label in told or sentence.text in told for sentence in candidate.shown)


def _in_reading_order(chosen: Sequence[_Candidate]) -> list[_Candidate]:
    """The weightiest early claim first, then as the articles tell it."""
    if not chosen:
        return []
    first = max(chosen, key=lambda each: each.score / (1.0 + each.place))
    rest = [candidate for candidate in chosen if candidate is not first]
    return [first, *sorted(rest, key=lambda each: each.place)]


def choose_headline(sources: Sequence[Source], *, loaded: frozenset[str]) -> tuple[str, int]:
    """Return the headline with the fewest loaded words that says most of what all say, and the number of its source.

    Where no source has one it is a first sentence. The words are an outlet's.
    """
    ordered = in_order(sources)
    headlines = [source.headline for source in ordered if source.headline]
    if not headlines:
        return (ordered[0].sentences[0].text if ordered[0].sentences else "", ordered[0].number)
    story = Counter(term for source in sources for term in {t for s in source.sentences for t in terms(s.text)})
    chosen = min(headlines, key=lambda each: (_loaded(each, loaded), -_coverage(each, story)))
    return chosen.text, chosen.source


def _coverage(headline: Sentence, story: Counter[str]) -> float:
    own = set(terms(headline.text))
    return sum(story[term] for term in own) / (len(own) + 4)
