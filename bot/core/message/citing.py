"""How sources are named and pointed at: outlets, markers, the list of sources, and the evidence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from urllib.parse import urlsplit

from bot.core.links import same_site
from bot.core.message.direction import runs_against
from bot.core.message.document import (
    Bullet,
    Citation,
    Collapsible,
    Entry,
    Link,
    Numbered,
    Span,
    Text,
    Time,
    web_address,
)
from bot.core.message.fragments import fragment_url
from bot.core.message.quotes import Marks, nest_quotes
from bot.core.message.safety import clip, show
from bot.core.message.words import Words
from bot.core.models import Article, Brief, Claim, Evidence, Source, Version
from bot.core.text_lines import story_of

MAX_NAME, MAX_TITLE, MAX_BEGINNING = 60, 200, 60
"""Code points of an outlet's name, of a title, and of a text without one that are shown."""
_COUNTRY = 2
"""Letters of a country's domain."""
_SECOND_LEVELS = frozenset("ac co com edu go gov ne net or org".split())
"""What stands before a country's domain where names are given out below it: co.uk, com.au."""


@dataclass(frozen=True)
class Citing:
    """The sources of one brief, and the words to speak of them."""

    brief: Brief
    words: Words

    def source(self, number: int) -> Source | None:
        """Return the source with this number."""
        return next((source for source in self.brief.sources if source.number == number), None)

    def foreign(self, text: str) -> Text:
        """Return words of somebody else, shut off from the line where they run the other way."""
        return Text(text=text, isolated=runs_against(text, self.brief.language))

    def within_marks(self, sentence: str) -> str:
        """Return a sentence, of the same length, fit to stand within the quotation marks of the interface."""
        return nest_quotes(sentence, self._marks)

    @cached_property
    def _marks(self) -> Marks:
        say = self.words.say
        return Marks(outer=say("quote-open").strip(), inner=(say("inner-quote-open"), say("inner-quote-close")))

    def outlet(self, number: int) -> str:
        """Return the name under which a source is quoted."""
        source = self.source(number)
        name = show(source.article.outlet or "") if source else ""
        return clip(name, limit=MAX_NAME) or self.words.say("article-number", number=number)

    def quoted(self, sentence: str) -> tuple[Span, ...]:
        """Return a sentence of a source within quotation marks."""
        say = self.words.say
        return (Text(text=say("quote-open")), self.foreign(self.within_marks(sentence)), Text(text=say("quote-close")))

    def markers(self, statement: Claim | Version, *, place: str) -> tuple[Span, ...]:
        """Return one marker for each source, linked to its first sentence where the source has an address."""
        first: dict[int, Evidence] = {}
        for one in statement.evidence:
            first.setdefault(one.source, one)
        below = {one.source for one in not_shown(statement)}
        spans: list[Span] = []
        for number in sorted(first):
            target = f"{place}-{number}" if number in below else None
            spans += [Text(text=" "), self._marker(first[number], place=target, here=False)]
        return tuple(spans)

    def passages(self, evidence: Sequence[Evidence], *, place: str) -> tuple[Span, ...]:
        """Return the sentences themselves, each behind its marker, which is the place that other markers lead to."""
        spans: list[Span] = []
        seen: dict[int, int] = {}
        for one in sorted(evidence, key=lambda one: one.source):
            seen[one.source] = seen.get(one.source, 0) + 1
            again = f"-{seen[one.source]}" if seen[one.source] > 1 else ""
            marker = self._marker(one, place=f"{place}-{one.source}{again}", here=True)
            spans += [*([Text(text=" ")] if spans else []), marker, Text(text=" "), *self.quoted(one.text)]
        return tuple(spans)

    def _marker(self, evidence: Evidence, *, place: str | None, here: bool) -> Citation:
        source = self.source(evidence.source)
        url = web_address(source.article.url) if source else None
        if source and url:
            url = web_address(fragment_url(url, text=source.article.text, span=evidence.span)) or url
        label = self.words.say("marker", number=evidence.source)
        return Citation(source=evidence.source, label=label, url=url, place=place, here=here)


def list_source(source: Source, citing: Citing) -> Entry:
    """Return a line of the list of sources: outlet, title (linked), date, and how it came if not from the web."""
    article, say = source.article, citing.words.say
    url = web_address(article.url)
    outlet = show(article.outlet or "") or (urlsplit(url).hostname or "" if url else "")
    title = clip(_title(article, citing), limit=MAX_TITLE)
    spans: list[Span] = []
    if outlet:
        spans += [citing.foreign(clip(outlet, limit=MAX_NAME)), Text(text=say("colon"))]
    words = citing.foreign(title)
    spans.append(Link(text=title, url=url, isolated=words.isolated) if url else words)
    if article.published_at:
        day = _day(article.published_at)
        spans += [Text(text=say("source-date-separator")), Time(text=say("date", date=day), day=day)]
    if remarks := _remarks(article, citing):
        spans += [Text(text=" "), *remarks]
    if article.medium != "web":
        spans.append(Text(text=" " + say(f"medium-{article.medium}")))
    return Entry(source=source.number, spans=tuple(spans), url=url)


def _title(article: Article, citing: Citing) -> str:
    """The headline, or what else a reader will know it by: a file's name, or how the text begins."""
    say = citing.words.say
    named = show(article.title or "") or (show(article.given) if article.medium == "file" else "")
    begun = clip(show(story_of(article)), limit=MAX_BEGINNING)
    if named or not begun:
        return named or say("untitled")
    return say("quote-open") + citing.within_marks(begun) + say("quote-close")


def _remarks(article: Article, citing: Citing) -> tuple[Span, ...]:
    """Return what a reader should know before the text: its kind, and where it was read if the link hid that."""
    say = citing.words.say
    told = [say(f"kind-{article.kind}")] if article.kind else []
    if article.via:
        told.append(say("read-at", host=_shown_host(article.via)))
    elif host := _untold_host(article):
        told.append(_shown_host(host))
    if not told:
        return ()
    return (citing.foreign(say("source-notes", notes=say("list-separator").join(told))),)


def _untold_host(article: Article) -> str:
    """The host where the article is, where a link that was sent names another, or the outlet's name does not tell it.

    What an outlet calls itself is its own claim; the host is not.
    """
    host, given = _host(article.url or "").removeprefix("www."), _host(article.given)
    if host and given and not same_site(host, given):
        return host
    return "" if _tells(article.outlet or host, host) else host


def _tells(outlet: str, host: str) -> bool:
    """Tell whether a name is a host's, or begins with the words of it: "The Bay Post" of baypost.example."""
    *labels, top = host.split(".")
    below = len(labels) > 1 and len(top) == _COUNTRY and labels[-1] in _SECOND_LEVELS
    site = labels[-2] if below else "".join(labels[-1:])
    name = clip(show(outlet), limit=MAX_NAME).casefold()
    if name.removeprefix("www.") == host or name.endswith(f"({host})"):
        return True
    words = [_letters(word) for word in name.replace(".", " ").split()]
    begun = ["".join(words[:count]) for count in range(1, len(words) + 1)]
    return _letters(site) in {*begun, *(text.removeprefix("the") for text in begun)}


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


def _shown_host(host: str) -> str:
    """The end of a host says whose it is, so a long one loses its beginning."""
    host = show(host)
    return host if len(host) <= MAX_NAME else "\u2026" + host[1 - MAX_NAME :]


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def not_shown(statement: Claim | Version) -> tuple[Evidence, ...]:
    """Return the evidence that the statement does not show itself: a quoted sentence is its own evidence."""
    return tuple(
        one for one in statement.evidence if not (one.source == statement.quoted_from and one.text in statement.text)
    )


def gather_evidence(citing: Citing) -> Collapsible | None:
    """Return the sentences that the reply rests on and does not show, by claim, then by difference."""
    brief, say = citing.brief, citing.words.say
    lines: list[Numbered | Bullet] = [
        Numbered(number=number, spans=citing.passages(evidence, place=f"claim-{number}"))
        for number, claim in enumerate(brief.claims, 1)
        if (evidence := not_shown(claim))
    ]
    for number, difference in enumerate(brief.differences, 1):
        spans: list[Span] = []
        for index, version in enumerate(difference.versions, 1):
            if evidence := not_shown(version):
                spans += [Text(text=" "), *citing.passages(evidence, place=f"difference-{number}-{index}")]
        if spans:
            lines.append(Bullet(spans=(Text(text=say("evidence-difference", number=number)), *spans)))
    return Collapsible(title=say("evidence-title"), lines=tuple(lines)) if lines else None


def _day(published: datetime | date) -> date:
    return published.date() if isinstance(published, datetime) else published
