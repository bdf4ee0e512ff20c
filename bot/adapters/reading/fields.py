"""What the reading process answers, in one shape for all kinds of pages and files. Everything in it is unchecked."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Fields(BaseModel):
    """Frozen, closed to unknown fields, and strict: what comes out of the process is not believed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Line(Fields):
    """One paragraph, heading or list item; `cut` is a code where it is not the story, "" where it is."""

    text: str
    cut: str = ""


class PageFields(Fields):
    """What was found on a page or in a file; "" and [] where it says nothing."""

    title: str = ""
    lines: list[Line] = []
    outlet: str = ""
    authors: list[str] = []
    dates: list[str] = []
    """When it was published, as written, the most believable first."""
    modified: list[str] = []
    """When it was last changed, likewise."""
    language: str = ""
    """As declared, such as "de-AT"."""
    kind: str = ""
    """One of `core.models.ArticleKind`, or ""."""
    is_free: bool | None = None
    """What the page says of itself (schema.org `isAccessibleForFree`)."""
    canonical: str = ""
    amp: str = ""
    """Link to the page's AMP copy."""
    feeds: list[str] = []
    """Links to the site's feeds."""
    pages_unread: int = 0
    """Pages of a file that are pictures without text."""
    wall: str = ""
    """Code of what stands where an article should be, such as "consent"; "" where nothing does."""
    open_part: bool = False
    """Only the beginning of the article is here: the rest is behind a paywall."""
    is_post: bool = False
    """It is a post of a channel or a social site, which may be short."""
    target: str = ""
    """Link to the article that this page only leads to; "" for all other pages."""

    @property
    def text(self) -> str:
        """The story alone, a paragraph a line."""
        return "\n".join(line.text for line in self.lines if not line.cut)


class EntryFields(Fields):
    """One entry of a feed."""

    url: str
    title: str = ""
    date: str = ""


class FeedFields(Fields):
    """What was found in a feed, newest first."""

    title: str = ""
    entries: list[EntryFields] = []
