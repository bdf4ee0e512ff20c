"""What is read: articles, their sentences, and why something could not be read."""

from __future__ import annotations

from datetime import date, datetime
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

Medium = Literal["web", "file", "pasted"]
ArticleKind = Literal["opinion", "analysis", "live", "sponsored", "press_release", "satire"]
Access = Literal["whole", "open_part"]


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
