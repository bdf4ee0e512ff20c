"""Merging claims that say the same twice."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.checking.citations import MOST_PER_SOURCE
from bot.core.checking.wording import wording_of
from bot.core.models import Claim, Evidence

_SHORT = 3
"""Letters of words ("the", "in") in which two claims on the same evidence may differ and still be one."""


def without_repeats(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims in order, each statement once.

    Claims with the same words are one, with the evidence of both; claims on the same evidence whose longer words and
    numbers are the same, in the same order, are one as well.
    """
    kept: list[Claim] = []
    for claim in claims:
        place = next((place for place, other in enumerate(kept) if _same(claim, other)), None)
        if place is None:
            kept.append(claim)
        else:
            kept[place] = _with_evidence(kept[place], claim.evidence)
    return tuple(kept)


def _same(one: Claim, other: Claim) -> bool:
    mine, theirs = _words(one.text), _words(other.text)
    if mine == theirs:
        return True
    same_evidence = {each.label for each in one.evidence} == {each.label for each in other.evidence}
    return same_evidence and _telling(mine) == _telling(theirs)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in wording_of(text).words if word[0].isalnum()]


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if len(word) > _SHORT or not word.isascii() or word[0].isdigit()] or words


def _with_evidence(claim: Claim, evidence: Iterable[Evidence]) -> Claim:
    """Add evidence, up to three sentences of a source."""
    merged = list(claim.evidence)
    for each in evidence:
        of_source = [other for other in merged if other.source == each.source]
        if each not in merged and len(of_source) < MOST_PER_SOURCE:
            merged.append(each)
    merged.sort(key=lambda each: (each.source, each.span.start))
    return claim.model_copy(update={"evidence": tuple(merged)})
