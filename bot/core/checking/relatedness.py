"""A claim speaks of what the sentences it cites speak of."""

from __future__ import annotations

from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.models import Doubt, Finding


def check(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return a finding where a claim shares too little with the sentences it cites.

    Code: citations.elsewhere.
    """
    return ()


def doubts(statement: Statement, *, knowledge: Knowledge) -> tuple[Doubt, ...]:
    """Return what only a judge can decide."""
    return ()
