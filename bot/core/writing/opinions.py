"""What a judge may answer, as the schemas sent with a request, and what of an answer counts: untrusted, like a draft.

The problem comes before the verdict, so that the reason is found before the verdict is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bot.core.judging import Opinion, Pair, Question
from bot.core.models import Entity, Support
from bot.core.writing.quarantine import shortened

LONGEST_PROBLEM = 200
"""Characters of a problem that are kept: it goes into receipts, and back to the writer."""
_SEVEREST_LAST: tuple[Support, ...] = ("supported", "partial", "unsupported", "contradicted")


def _plain(word: object) -> object:
    """Where no schema holds a model to the words, it may write them large."""
    return word.strip().lower() if isinstance(word, str) else word


class DraftOpinion(Entity):
    """What a judge says of one claim; `number` is the place of the claim in the request, from 1."""

    number: int
    problem: str | None
    verdict: Annotated[Support, BeforeValidator(_plain)]


class DraftOpinions(Entity):
    """The reply to a request for opinions; a claim left out was not judged."""

    claims: list[DraftOpinion] = Field(max_length=40)


class DraftComparison(Entity):
    """What a judge says of two versions; `number` is the place of the pair in the request, from 1."""

    number: int
    problem: str | None
    verdict: Annotated[Literal["exclusive", "compatible", "unsupported"], BeforeValidator(_plain)]


class DraftComparisons(Entity):
    """The reply to a request for comparisons; a pair left out was not confirmed."""

    pairs: list[DraftComparison] = Field(max_length=40)


def read_opinions(draft: DraftOpinions, questions: Sequence[Question]) -> tuple[Opinion, ...]:
    """Return the opinions on claims that were asked about, one each; of several on one claim the severest counts."""
    found: dict[int, DraftOpinion] = {}
    for opinion in sorted(draft.claims, key=lambda each: _SEVEREST_LAST.index(each.verdict)):
        if 1 <= opinion.number <= len(questions):
            found[opinion.number] = opinion
    return tuple(
        Opinion(number=questions[place - 1].number, verdict=each.verdict, problem=_problem(each))
        for place, each in sorted(found.items())
    )


def read_comparisons(draft: DraftComparisons, pairs: Sequence[Pair]) -> frozenset[int]:
    """Return the numbers of the pairs of which nothing but "exclusive" was said."""
    exclusive = {each.number for each in draft.pairs if each.verdict == "exclusive"}
    others = {each.number for each in draft.pairs if each.verdict != "exclusive"}
    return frozenset(pair.number for place, pair in enumerate(pairs, 1) if place in exclusive - others)


def _problem(opinion: DraftOpinion) -> str:
    """What has a problem and is supported all the same has none that matters."""
    return "" if opinion.verdict == "supported" else shortened(opinion.problem or "", LONGEST_PROBLEM)
