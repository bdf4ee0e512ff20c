"""Whom the sources quote: no side of a story must be silent in its summary."""

from __future__ import annotations

from bot.core.knowledge import Knowledge
from bot.core.models import Brief, QuotedSpeaker


def unnamed_speakers(brief: Brief, *, knowledge: Knowledge) -> tuple[QuotedSpeaker, ...]:
    """Return the speakers whom sources quote and no claim or difference of the brief names, each once."""
    return ()
