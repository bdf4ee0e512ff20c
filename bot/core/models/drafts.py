"""What a writer is asked and says: untrusted until the checks have passed it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from bot.core.models.articles import Entity, Source

Length = Literal["short", "standard", "long"]


def _bare(label: object) -> object:
    """Weak models copy the brackets that a label stands in."""
    return label.strip().strip("[]").strip() if isinstance(label, str) else label


Label = Annotated[str, Field(pattern=r"^[0-9]{1,2}\.[0-9]{1,4}$"), BeforeValidator(_bare)]


class DraftClaim(Entity):
    """A claim as a writer drafts it: labels first, so that the evidence is chosen before the words."""

    evidence: list[Label] = Field(min_length=1, max_length=9)
    attribution: str | None
    """Who the cited sentences say it comes from; null where the outlets say it themselves."""
    text: str


class DraftVersion(Entity):
    """One side of a difference, as drafted."""

    evidence: list[Label] = Field(min_length=1, max_length=9)
    text: str


class DraftDifference(Entity):
    """What sources tell differently, as drafted."""

    versions: list[DraftVersion] = Field(min_length=2, max_length=4)


class DraftOrigin(Entity):
    """An outlet or agency that an article takes facts from, as drafted: the labels show where it is credited."""

    evidence: list[Label] = Field(min_length=1, max_length=3)
    name: str


class DraftBrief(Entity):
    """All that a model may say of a story. Untrusted: parsed, not believed."""

    claims: list[DraftClaim] = Field(max_length=20)
    differences: list[DraftDifference] = Field(max_length=3)
    origins: list[DraftOrigin] = Field(max_length=10)
    headline: str


class DraftRepair(Entity):
    """A second try at the claims that failed a check; `number` is the number the request gave the claim."""

    number: int
    evidence: list[Label] = Field(min_length=1, max_length=9)
    attribution: str | None
    text: str


class DraftRepairs(Entity):
    """The reply to a repair request; a claim left out is given up."""

    claims: list[DraftRepair] = Field(max_length=20)


class WritingRequest(Entity):
    """What is asked of a writer. `language` is the language of the reply."""

    sources: tuple[Source, ...] = Field(min_length=1)
    language: str
    length: Length = "standard"
    max_claims: int = Field(ge=1, le=20)
    today: date


class Usage(Entity):
    """Tokens as the endpoint counted them; 0 where it did not say."""

    input_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            calls=self.calls + other.calls,
        )


class Written(Entity):
    """A writer's draft, who wrote it, and what it cost."""

    draft: DraftBrief
    model: str | None = None
    prompt: str | None = None
    """Name and version of the prompt, "brief/v1"."""
    usage: Usage = Usage()


class Rewritten(Entity):
    """A writer's second try at failed claims, and what it cost."""

    draft: DraftRepairs
    usage: Usage = Usage()
