"""C6: our own words judge nothing."""

from __future__ import annotations

from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.models import Finding


def check(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return the loaded words of a statement outside quotations.

    Codes: neutrality.loaded, neutrality.verb.
    """
    return ()
