"""What was asked and spent, as the owner sees it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.core.models import Entity, Usage

Outcome = Literal["answered", "repeated", "nothing_read", "stopped", "undelivered", "failed"]
"""How a request ended; "repeated" was answered before and led there, "failed" is a fault of ours."""


class Totals(Entity):
    """What happened over some days."""

    requests: int = 0
    outcomes: dict[Outcome, int] = Field(default_factory=dict)
    faults: dict[str, int] = Field(default_factory=dict)
    """Codes of what went wrong, with how often; those of the writer among them."""
    usage: Usage = Usage()
    reserved: int = 0
    """Tokens counted by estimate because nobody knows what the call cost."""

    @property
    def tokens(self) -> int:
        """All tokens that count against a cap."""
        return self.usage.input_tokens + self.usage.output_tokens + self.reserved


class Prices(Entity):
    """What a million tokens costs; 0 where the owner has not said."""

    input: float = 0.0
    output: float = 0.0
    currency: str = "USD"

    def cost(self, usage: Usage) -> float | None:
        """Return what `usage` costs, None where there are no prices."""
        if not self.input and not self.output:
            return None
        return (usage.input_tokens * self.input + usage.output_tokens * self.output) / 1_000_000
