"""A drafted headline is a claim like any other: it must hold by the sentences of the claims that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.checking.examining import LENIENT, examine, headline_passes
from bot.core.checking.statement import Statement, resolve
from bot.core.knowledge import Knowledge
from bot.core.models import Claim, Source
from bot.core.writing.salience import terms

_TOLD = 0.5
"""The share of a headline's words that the claims it speaks of must have, themselves or in their sentences."""
_NEW = 2
"""Words that a second claim must add to be one that a headline speaks of."""
_OF_FORM = frozenset({"citations.too_many", "citations.elsewhere"})
"""What is asked of a claim and not of a headline, which may speak of two of them."""


def headline_holds(
    headline: str, claims: Sequence[Claim], sources: tuple[Source, ...], *, language: str, knowledge: Knowledge
) -> bool:
    """Tell whether a drafted headline says no more than the sentences of the claims that it speaks of.

    Its words must be told there, and the checks of a claim have nothing against it: a charge keeps its doubt and its
    speaker. Who did what to whom is for a judge to tell (`statement_of`).
    """
    statement = statement_of(headline, claims, sources, language=language)
    if statement is None or not headline_passes(headline, sources, language=language, knowledge=knowledge):
        return False
    found = {finding.code for finding in examine(statement, knowledge=knowledge).findings}
    return found <= LENIENT | _OF_FORM


def statement_of(
    headline: str, claims: Sequence[Claim], sources: Sequence[Source], *, language: str
) -> Statement | None:
    """Return a headline as a statement that cites the sentences of the one or two claims it speaks of, None of none."""
    spoken_of = _spoken_of(headline, claims)
    own = set(terms(headline))
    told = {term for claim in spoken_of for text in _texts(claim) for term in terms(text)}
    if not own or len(own & told) < _TOLD * len(own):
        return None
    labels = dict.fromkeys(evidence.label for claim in spoken_of for evidence in claim.evidence)
    return resolve(headline, labels, sources, language=language)


def _spoken_of(headline: str, claims: Sequence[Claim]) -> list[Claim]:
    own = set(terms(headline))
    shared = [(own & set(terms(claim.text)), claim) for claim in claims]
    if not shared:
        return []
    first = max(shared, key=lambda each: len(each[0]))
    others = [(words - first[0], claim) for words, claim in shared if claim is not first[1]]
    second = max(others, key=lambda each: len(each[0]), default=None)
    return [first[1], second[1]] if second and len(second[0]) >= _NEW else [first[1]]


def _texts(claim: Claim) -> tuple[str, ...]:
    return (claim.text, *(evidence.text for evidence in claim.evidence))
