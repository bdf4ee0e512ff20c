"""C5: what somebody said stays theirs, and keeps its doubt."""

from __future__ import annotations

from bot.core.checking.attributing import (
    credited_offices,
    credited_speakers,
    dropped_speakers,
    hedges,
    limiting,
    unasserted,
)
from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.models import Doubt, Finding


def check(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return what a claim takes away from, or gives to, a speaker.

    Only the text counts: an attribution that a draft names beside it is not read by anybody. A language without word
    lists has no findings, and neither has a claim whose sources are in other languages, but for speakers dropped.

    Codes: attribution.dropped, attribution.dropped_plain, attribution.other, attribution.plural, attribution.hedge.
    """
    doubtful = hedges.check(statement) or unasserted.check(statement)
    speakers = (*credited_speakers.check(statement, names=knowledge.names), *credited_offices.check(statement))
    credited = {each.words: each for each in reversed(speakers)}
    dropped = dropped_speakers.check(statement)
    return (
        *(each for each in dropped if not any(each.words in hedge.words for hedge in doubtful)),
        *reversed(credited.values()),
        *doubtful,
    )


def doubts(statement: Statement, *, knowledge: Knowledge) -> tuple[Doubt, ...]:  # noqa: ARG001 - all checks are called alike
    """Return what only a judge can decide. Codes: attribution.limiting, attribution.negation."""
    return limiting.doubts(statement)
