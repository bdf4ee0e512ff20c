"""`footnote extract`: what a brief would be made of, and what was cut out of it and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime

from bot.adapters.reading.fields import FeedFields
from bot.core.message.safety import show
from bot.core.models import Article
from bot.core.text_lines import count_words, story_of
from bot.ports import Texts

CUT_WIDTH = 100
"""Code points of a cut line that are shown."""


def as_json(article: Article) -> str:
    """Return all that is known of an article as one line of JSON; `story` is the text without what was cut."""
    known = article.model_dump(mode="json", exclude={"removed", "given", "headline"})
    cut = [{"reason": reason, "text": text} for text, reason in _lines(article) if reason]
    told = {**known, "title": article.title, "words": count_words(story_of(article))}
    return json.dumps({**told, "story": story_of(article).strip(), "cut": cut}, ensure_ascii=False)


def as_text(article: Article, texts: Texts) -> str:
    """Return what is known of an article, then its lines: cut ones are marked with the reason."""
    known = [(texts.say(f"extract-{name}"), value) for name, value in _facts(article, texts) if value]
    width = max(len(name) for name, _ in known) + 1
    facts = [f"{name + ':':<{width}} {value}" for name, value in known]
    lines = [_told(text, reason, texts) for text, reason in _lines(article)]
    return "\n".join([*facts, "", *lines])


def feed_as_json(feed: FeedFields) -> str:
    """Return a feed as one line of JSON."""
    return feed.model_dump_json()


def feed_as_text(feed: FeedFields) -> str:
    """Return what a feed holds, newest first: day, title and link of each article."""
    entries = (f"{entry.date[:10]:<10}  {show(entry.title)}\n{'':<12}{show(entry.url)}" for entry in feed.entries)
    return "\n".join([show(feed.title), "", *entries])


def _facts(article: Article, texts: Texts) -> Iterator[tuple[str, str]]:
    yield "title", show(article.title or "")
    yield "outlet", show(article.outlet or "")
    yield "authors", ", ".join(show(name) for name in article.authors)
    yield "published", _moment(article.published_at)
    yield "modified", _moment(article.modified_at)
    yield "language", article.language
    yield "kind", texts.say(f"kind-{article.kind}") if article.kind else ""
    yield "address", article.url or ""
    yield "via", show(article.via or "")
    yield "access", texts.say("extract-open-part") if article.access == "open_part" else ""
    yield "unread", str(article.pages_unread or "")
    yield "words", str(count_words(story_of(article)))


def _moment(moment: datetime | date | None) -> str:
    if isinstance(moment, datetime):
        return moment.isoformat(sep=" ", timespec="minutes")
    return moment.isoformat() if moment else ""


def _told(text: str, reason: str, texts: Texts) -> str:
    if not reason:
        return show(text)
    shown = show(text)
    shown = shown if len(shown) <= CUT_WIDTH else shown[: CUT_WIDTH - 1].rstrip() + "…"
    return texts.say("extract-cut", reason=reason, text=shown)


def _lines(article: Article) -> Iterator[tuple[str, str]]:
    """The article's lines with the reason why each was cut, "" where it was not; a line may be cut in part."""
    at = 0
    for removed in sorted(article.removed, key=lambda removed: removed.span.start):
        yield from _pieces(article.text[at : removed.span.start], "")
        yield from _pieces(article.text[max(at, removed.span.start) : removed.span.end], removed.reason)
        at = max(at, removed.span.end)
    yield from _pieces(article.text[at:], "")


def _pieces(text: str, reason: str) -> Iterator[tuple[str, str]]:
    return ((line, reason) for line in text.splitlines() if line.strip())
