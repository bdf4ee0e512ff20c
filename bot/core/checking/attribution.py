"""C5: what somebody said stays theirs, and keeps its doubt."""

from __future__ import annotations

from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.models import Doubt, Finding


def check(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return what a claim takes away from, or gives to, a speaker.

    Codes: attribution.dropped, attribution.dropped_plain, attribution.other, attribution.plural, attribution.hedge.
    """
    return ()


def doubts(statement: Statement, *, knowledge: Knowledge) -> tuple[Doubt, ...]:
    """Return what only a judge can decide."""
    return ()
