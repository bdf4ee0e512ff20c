"""What the checks say of a claim."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from bot.core.models.articles import Entity
from bot.core.models.drafts import DraftClaim

Check = Literal[
    "citations", "numbers", "quotations", "names", "attribution", "neutrality", "clarity", "support", "comparison"
]
Support = Literal["supported", "partial", "contradicted", "unsupported"]
"""What a judge says of a claim beside the sentences it cites."""


class Finding(Entity):
    """What one check has against a claim: its code, the offending words, and what would be right where known."""

    check: Check
    code: str
    """Dotted, such as "numbers.unsupported": also the id of the sentence that explains it."""
    words: str = ""
    """The offending part of the claim, or the label."""


class Doubt(Entity):
    """What a check cannot decide and a judge is asked about, such as a limiting word that fell out."""

    check: Check
    code: str
    words: str = ""
    """The words in question: of the claim, or of the sentence that has them."""


class Try(Entity):
    """An earlier wording of a claim, and what it failed."""

    text: str
    labels: tuple[str, ...]
    findings: tuple[Finding, ...]


class FailedClaim(Entity):
    """A drafted claim with what the checks found."""

    number: int
    draft: DraftClaim
    findings: tuple[Finding, ...] = Field(min_length=1)
    tries: tuple[Try, ...] = ()
    """Wordings before this one, the first draft first."""
