"""What a brief says of itself once its claims stand: how many origins each has, and who else is quoted."""

from __future__ import annotations

from bot.core.independence import roots_of
from bot.core.knowledge import Knowledge
from bot.core.models import Brief
from bot.core.quoted_speakers import unnamed_speakers


def complete(brief: Brief, *, knowledge: Knowledge) -> Brief:
    """Return a brief with the roots of its claims, and with the quoted speakers whom no claim names."""
    roots = roots_of(brief, outlets=knowledge.outlets, agencies=knowledge.agencies)
    claims = tuple(claim.model_copy(update={"roots": each}) for claim, each in zip(brief.claims, roots, strict=True))
    rooted = brief.model_copy(update={"claims": claims})
    return rooted.model_copy(update={"also_quoted": unnamed_speakers(rooted, knowledge=knowledge)})
