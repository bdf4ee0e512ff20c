"""Every type that crosses a file boundary: frozen, closed to unknown fields, and plain data.

The names follow the path of a request: what a person sends becomes an `Article` or a `LoadFailure`; an article
with its labelled sentences is a `Source`; a writer answers a `WritingRequest` with a `DraftBrief`, which is
untrusted; what survives the checks is a `Brief`.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

Medium = Literal["web", "file", "pasted"]
ArticleKind = Literal["opinion", "analysis", "live", "sponsored", "press_release", "satire"]
Access = Literal["whole", "open_part"]
Length = Literal["short", "standard", "long"]
Check = Literal["citations", "numbers", "quotations"]
WriterKind = Literal["model", "extractive"]


class Entity(BaseModel):
    """Frozen data that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Entity):
    """A half-open range of code points in a text: `text[start:end]`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)

    @model_validator(mode="after")
    def _runs_forward(self) -> Span:
        if self.end < self.start:
            raise ValueError("a span ends where it starts or later")
        return self

    def of(self, text: str) -> str:
        """Return what this span covers in `text`."""
        return text[self.start : self.end]


class Removed(Entity):
    """A part of the article's text that the writer never sees, and why (`reason` is a code such as "ticker")."""

    span: Span
    reason: str


# ---------------------------------------------------------------- what is read


class Article(Entity):
    """One article as it was read; `text` is whole, and `removed` marks what in it is not the story.

    Offsets everywhere count code points of `text`. `headline` lies inside `text`.
    """

    id: str
    medium: Medium
    given: str
    """What the person sent: the link, the file's name, or "-"."""
    url: str | None = None
    """The address a reader may open: canonical where the page names one; http or https only."""
    outlet: str | None = None
    headline: Span | None = None
    authors: tuple[str, ...] = ()
    language: str = "und"
    """BCP 47 primary language subtag, "und" where it is unknown."""
    published_at: datetime | date | None = None
    modified_at: datetime | date | None = None
    kind: ArticleKind | None = None
    """What the page says that it is, where it is no plain report."""
    access: Access = "whole"
    """"open_part" where the rest is behind a paywall."""
    pages_unread: int = Field(default=0, ge=0)
    """Pages of a file that are pictures without text, where others have some."""
    via: str | None = None
    """Host of the archive where the article of `url` was read."""
    text: str
    removed: tuple[Removed, ...] = ()

    @property
    def title(self) -> str | None:
        return self.headline.of(self.text) if self.headline else None


class LoadFailure(Entity):
    """Why one thing a person sent could not be read; `code` is the id of the sentence that tells them."""

    given: str
    code: str
    params: dict[str, str | int] = Field(default_factory=dict)


class Sentence(Entity):
    """One sentence of a source; `label` is "<source number>.<n>", and ".0" is the headline."""

    label: str
    source: int
    index: int
    span: Span
    text: str
    """Exactly `article.text[span.start:span.end]`."""
    paragraph: int
    """Which paragraph it stands in, from 0; the headline has -1."""


class Source(Entity):
    """An article under its number in a brief, cut into labelled sentences. Numbers never change once given."""

    number: int = Field(ge=1)
    article: Article
    headline: Sentence | None = None
    sentences: tuple[Sentence, ...]

    @model_validator(mode="after")
    def _is_verbatim(self) -> Source:
        for sentence in (*self.sentences, *([self.headline] if self.headline else [])):
            if sentence.span.of(self.article.text) != sentence.text:
                raise ValueError(f"sentence {sentence.label} is not what stands at its place")
        return self

    @cached_property
    def by_label(self) -> dict[str, Sentence]:
        """The citable sentences by label; the headline is not one of them."""
        return {sentence.label: sentence for sentence in self.sentences}


# ---------------------------------------------------------------- what a writer is asked and says


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


class Finding(Entity):
    """What one check has against a claim: its code, the offending words, and what would be right where known."""

    check: Check
    code: str
    """Dotted, such as "numbers.unsupported": also the id of the sentence that explains it."""
    words: str = ""
    """The offending part of the claim, or the label."""


class FailedClaim(Entity):
    """A drafted claim with what the checks found."""

    number: int
    draft: DraftClaim
    findings: tuple[Finding, ...] = Field(min_length=1)


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


# ---------------------------------------------------------------- what is answered


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


class Claim(Entity):
    """One statement shown to a reader. Without evidence it cannot be made."""

    text: str = Field(min_length=1)
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    attribution: str | None = None
    quoted_from: int | None = None
    """Set where the text is a sentence of that source, word for word; null where it is our own wording."""

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


class Withheld(Entity):
    """A statement that failed a check twice: counted in the reply, never shown in it."""

    text: str
    findings: tuple[Finding, ...]


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
    shortened: tuple[int, ...] = ()
    """Numbers of the sources of which only the most telling sentences were given to the model."""


class Brief(Entity):
    """One checked summary of one story, with all that a reader needs to check it in turn."""

    headline: str
    language: str
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...] = ()
    origins: tuple[Origin, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    sources: tuple[Source, ...]
    failures: tuple[LoadFailure, ...] = ()
    left_out: tuple[str, ...] = ()
    """What was sent beyond the limit of articles, as it was sent."""
    receipt: Receipt
