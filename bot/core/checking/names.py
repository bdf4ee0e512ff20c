"""C4: names, places and organisations of a claim stand in the articles it cites."""

from __future__ import annotations

from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.models import Doubt, Finding


def check(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return the names that no cited article has.

    Code: names.unknown.
    """
    return ()


def doubts(statement: Statement, *, knowledge: Knowledge) -> tuple[Doubt, ...]:
    """Return what only a judge can decide."""
    return ()
