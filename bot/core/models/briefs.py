"""What is answered: checked briefs, with all that a reader needs to check them in turn."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from bot.core.models.articles import Entity, LoadFailure, Sentence, Source, Span
from bot.core.models.drafts import Usage
from bot.core.models.findings import Check, Doubt, Finding, Support, Try

WriterKind = Literal["model", "extractive"]


class Evidence(Entity):
    """The sentence that a claim rests on, cut out of the article by code: verbatim by construction."""

    label: str
    source: int
    span: Span
    text: str

    @classmethod
    def of(cls, sentence: Sentence) -> Evidence:
        """Return the evidence that a sentence is."""
        return cls(label=sentence.label, source=sentence.source, span=sentence.span, text=sentence.text)


class Root(Entity):
    """Sources of a claim that have it from one place; `name` is that place where it is none of them."""

    sources: tuple[int, ...] = Field(min_length=1)
    name: str | None = None


class Claim(Entity):
    """One statement shown to a reader. Without evidence it cannot be made."""

    text: str = Field(min_length=1)
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    attribution: str | None = None
    quoted_from: int | None = None
    """Set where the text is a sentence of that source, word for word; null where it is our own wording."""
    roots: tuple[Root, ...] = ()
    """The independent origins that it has among its sources: every source stands under exactly one."""
    doubts: tuple[Doubt, ...] = ()
    """What the checks left to the judge."""
    tries: tuple[Try, ...] = ()
    """Earlier wordings that failed a check, the first draft first."""
    support: Support | None = None
    """What the judge said; null where there was none."""

    @cached_property
    def sources(self) -> tuple[int, ...]:
        """The numbers of the sources it rests on, in order, each once."""
        return tuple(sorted({evidence.source for evidence in self.evidence}))


class Version(Entity):
    """One side of a difference; `contrast` are the words in `text` that the other side has differently."""

    text: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    contrast: tuple[Span, ...] = ()
    quoted_from: int | None = None


class Difference(Entity):
    """Versions that cannot both stand, side by side, without a verdict."""

    kind: Literal["number", "quotation", "statement"]
    versions: tuple[Version, ...] = Field(min_length=2)


class Origin(Entity):
    """An outlet, agency or article that sources take facts from, and the sentences that say so."""

    name: str
    sources: tuple[int, ...]
    evidence: tuple[Evidence, ...] = ()


class QuotedSpeaker(Entity):
    """Somebody whose words a source quotes, and the sentence that does."""

    name: str
    evidence: Evidence


class Withheld(Entity):
    """A statement that failed a check to the end: counted in the reply, never shown in it."""

    text: str
    findings: tuple[Finding, ...]
    labels: tuple[str, ...] = ()
    """The sentences it was drafted from."""
    is_difference: bool = False
    """Whether it is two versions of one thing, and no claim."""
    tries: tuple[Try, ...] = ()


class Receipt(Entity):
    """How a brief came to be: enough to tell why a claim is there."""

    writer: WriterKind
    model: str | None = None
    prompt: str | None = None
    checks: tuple[Check, ...] = ()
    repairs: int = 0
    """Rounds of repair that were asked for."""
    usage: Usage = Usage()
    fault: str | None = None
    """Code of the reason why the model's work was not used, where a model was configured."""
    judge: str | None = None
    """The model that compared each claim with its sentences once more; null where none did."""
    judge_prompt: str | None = None
    judge_fault: str | None = None
    """Code of the reason why a judge that was configured did not look at every claim."""
    shortened: tuple[int, ...] = ()
    """Numbers of the sources of which only the most telling sentences were given to the model."""


class Brief(Entity):
    """One checked summary of one story, with all that a reader needs to check it in turn."""

    headline: str
    headline_from: int | None = None
    """Set where the headline is that of a source, word for word; null where it is our own wording."""
    language: str
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...] = ()
    origins: tuple[Origin, ...] = ()
    also_quoted: tuple[QuotedSpeaker, ...] = ()
    """Whom the sources quote and no claim or difference names."""
    withheld: tuple[Withheld, ...] = ()
    sources: tuple[Source, ...]
    failures: tuple[LoadFailure, ...] = ()
    left_out: tuple[str, ...] = ()
    """What was sent beyond the limit of articles, as it was sent."""
    receipt: Receipt
