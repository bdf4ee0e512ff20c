"""A claim can be understood alone, and states one fact."""

from __future__ import annotations

from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.models import Finding


def check(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return what keeps a statement from standing alone.

    Codes: clarity.leans, clarity.undated, clarity.two_facts.
    """
    return ()
