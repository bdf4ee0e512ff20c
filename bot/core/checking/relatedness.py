"""A claim speaks of what the sentences it cites speak of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from bot.core.checking.coverage import Coverage, coverage, is_foreign, overlaps
from bot.core.checking.statement import Passage, Statement
from bot.core.models import Doubt, Finding


class _Limits(NamedTuple):
    """When cited sentences are the wrong ones."""

    known: float
    """Below this share of the claim's words that the article has they may be."""
    better: float
    """How much more of the claim another sentence must then have to be the one it was made from."""
    nothing: float
    """Below this share of all its words a claim has nothing to do with what it cites."""


# Tuned on labelled claims, halved by document: with these no sound claim of either half was sent back.
_CARRYING = _Limits(known=0.5, better=0.15, nothing=0.05)
_BESIDE = _Limits(known=0.35, better=0.25, nothing=0.12)
"""Where another cited source carries the claim this one may say it more briefly, but must say something of it."""
_THIN = 0.6
_UNKNOWN = 0.3
"""What a word that the article does not have counts when a claim is looked at for thin evidence."""
_FEWEST_WORDS = 3
_FEWEST_NAMES = 2
"""Names and numbers in common with an article in another language, from which something follows."""
_MOST_WORDS = 8


def check(statement: Statement) -> tuple[Finding, ...]:
    """Return the cited sources whose cited sentences speak of something else than the claim.

    They do if they have less than half of those words of the claim that their article has, and another sentence of
    it has clearly more; or if they have nothing of it. Of a claim of two telling words they must have one. In another
    language only names and numbers can be compared.
    Where several sources are cited each must be related, the ones beside the best less closely.

    Code: citations.elsewhere, with the labels of the source.
    """
    if not statement.passages:
        return ()
    covered = [coverage(statement.text, passage) for passage in statement.passages]
    carrying = max(range(len(covered)), key=lambda place: covered[place].share)
    return tuple(
        Finding(check="citations", code="citations.elsewhere", words=_labels(passage))
        for place, passage in enumerate(statement.passages)
        if _is_elsewhere(statement, passage, covered[place], carrying=place == carrying)
    )


def doubts(statement: Statement) -> tuple[Doubt, ...]:
    """Return the words of a claim that its evidence has not, where it has too little of the rest to pass unseen.

    Code: citations.thin, with the words.
    """
    near = [each for each in statement.passages if not is_foreign(statement.text, statement.language, each.source)]
    covered = [coverage(statement.text, passage) for passage in near]
    if not covered or len(near) < len(statement.passages):
        return ()
    if max(each.share_of_known(_UNKNOWN) for each in covered) >= _THIN:
        return ()
    words = [
        terms[0].written
        for terms in zip(*(each.terms for each in covered), strict=True)
        if terms[0].telling and not any(term.cited or (term.beside and term.name) for term in terms)
    ]
    return (Doubt(check="citations", code="citations.thin", words=" ".join(words[:_MOST_WORDS])),) if words else ()


def without_padding(statement: Statement, *, passes: Callable[[Statement], bool]) -> Statement:
    """Return a statement without the cited sentences that it does not need, where it `passes` without them as well.

    Such a sentence shares no telling word with it and stands beside others of its source; where the languages differ
    nothing is left out. The drop-one test is that of citation precision: Gao et al., "Enabling Large Language Models
    to Generate Text with Citations" (EMNLP 2023).
    """
    for passage in statement.passages:
        if is_foreign(statement.text, statement.language, passage.source):
            continue
        for sentence in passage.cited:
            if overlaps(statement.text, sentence):
                continue
            fewer = _without(statement, sentence.label)
            if fewer is not None and passes(fewer):
                statement = fewer
    return statement


def _is_elsewhere(statement: Statement, passage: Passage, covered: Coverage, *, carrying: bool) -> bool:
    if is_foreign(statement.text, statement.language, passage.source):
        shared = [term for term in covered.terms if term.name and term.known]
        return len(shared) >= _FEWEST_NAMES and not any(term.cited or term.beside for term in shared)
    telling = [term for term in covered.terms if term.telling]
    if len(telling) < _FEWEST_WORDS:
        return carrying and len(telling) > 1 and not any(term.cited for term in covered.terms)
    limits = _CARRYING if carrying else _BESIDE
    misplaced = covered.share_of_known() < limits.known and covered.best > covered.share + limits.better
    return misplaced or covered.share < limits.nothing


def _labels(passage: Passage) -> str:
    return " ".join(sentence.label for sentence in passage.cited)


def _without(statement: Statement, label: str) -> Statement | None:
    """Return a statement that does not cite one label, None where its source would have no other."""
    passages = tuple(
        replace(each, cited=tuple(sentence for sentence in each.cited if sentence.label != label))
        for each in statement.passages
    )
    if not all(passage.cited for passage in passages):
        return None
    labels = tuple(each for each in statement.labels if each != label)
    return replace(statement, labels=labels, passages=passages)
