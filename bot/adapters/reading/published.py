"""Finds when an article was published and last changed. Runs in the reading process only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.adapters.reading.dates import moment_of
from bot.adapters.reading.heading import lines_below_heading
from bot.adapters.reading.json_ld import Node, items_of
from bot.adapters.reading.metas import Metas

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:recs:published_time",
    "cxenseparse:publishtime", "citation_publication_date", "citation_online_date", "citation_date", "publishdate",
    "publish-date", "publish_date", "published_date", "publication_date", "published_time", "publishtime", "pubdate",
    "date_published", "content:publishdate", "date.available", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.created", "date.created", "dc.date", "dc.date.issued", "dcterms.date", "datecreated", "rnews:datepublished",
    "date", "article.published", "article.created", "bt:pubdate", "its_publication",
)  # fmt: skip
_MODIFIED: Final = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "date.modified", "date.updated", "lastmod", "last-modified", "lastupdate", "revised", "updated",
    "article:modified", "article.updated", "cxenseparse:recs:modified_time", "article_updatetime",
)  # fmt: skip
_IN_ADDRESS: Final = re.compile(
    r"/((?:19|20)\d{2})([/-]?)([01]\d)\2([0-3]\d)(?=[/_.-]|$)"
    r"|(?<!\d)(20[0-3]\d)([01]\d)([0-3]\d)(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?"
)
"""As folders, or as the fourteen digits that some systems number their articles with."""
_AT_PUBLICATION: Final = re.compile(r"publi|posted|pubdate|entry-date|created|first", re.IGNORECASE)
_AT_CHANGE: Final = re.compile(r"updat|modif|changed|edited|aktualis|actuali|mis.?a.?jour", re.IGNORECASE)
_ASIDE: Final = re.compile(
    r"comment|related|teaser|card|sidebar|widget|(?<!post-)(?<!entry-)(?<!article-)footer|most-|recommend|popular",
    re.IGNORECASE,
)
_SHOWN: Final = (
    '[itemprop~="datePublished"],[class*="publish" i],[class*="pubdate" i],[class*="date" i],[class*="datum" i],'
    '[class*="fecha" i],[class*="time" i],[class*="tarih" i],[class*="meta" i],[class*="byline" i],[id*="date" i]'
)
_MONTH_FIRST: Final = {"en-us": True, "en-ph": True, "en": None, "en-ca": None, "": None}
"""Where 3/4/2025 is the fourth of March, and where it may be; everywhere else it is the third of April."""
_MAX_TIMES: Final = 30
_MAX_SHOWN: Final = 60
_MAX_TEXT: Final = 160
_MAX_LINE: Final = 60
_DEPTH: Final = 5


def find_dates(
    tree: LexborHTMLParser, *, article: Node, metas: Metas, url: str, language: str
) -> tuple[list[str], list[str]]:
    """Return when the article was published and when it was changed, each the most believable first, in ISO 8601.

    What the page only shows is read only where it states nothing. `language` is a full tag such as "en-US".
    """
    published = _stated([*_texts(article.get("datePublished")), *metas.all(*_PUBLISHED)])
    modified = _stated([*_texts(article.get("dateModified")), *metas.all(*_MODIFIED)])
    if not published:
        month_first = _MONTH_FIRST.get(language.casefold().replace("_", "-"), False)
        times = list(_times(tree))
        published = _stated(times) or _stated(_texts(article.get("uploadDate") or article.get("dateCreated")))
        published = published or _in_address(url) or _shown(tree, month_first=month_first)
        published = published or _below_heading(tree, month_first=month_first)
    return published[:8], modified[:4]


def _texts(value: object) -> list[str]:
    return [str(item) for item in items_of(value) if isinstance(item, str | int) and not isinstance(item, bool)]


def _stated(texts: list[str]) -> list[str]:
    moments = (moment_of(text) for text in texts)
    return list(dict.fromkeys(moment.isoformat() for moment in moments if moment))


def _times(tree: LexborHTMLParser) -> Iterator[str]:
    """The <time> elements of the article: those said to be of its publication first, none said to be of a change."""
    nodes = [node for node in tree.css("time,abbr.published")[:_MAX_TIMES] if not _stands_aside(node)]
    marked = [(f"{node.attributes.get('class') or ''} {node.attributes.get('itemprop') or ''}", node) for node in nodes]
    marked = [(f"{marks} pubdate" if "pubdate" in node.attributes else marks, node) for marks, node in marked]
    plain = [node for marks, node in marked if not _AT_CHANGE.search(marks) and not _AT_PUBLICATION.search(marks)]
    for node in [*(node for marks, node in marked if _AT_PUBLICATION.search(marks)), *plain]:
        machine = node.attributes.get("title" if node.tag == "abbr" else "datetime") or node.attributes.get("content")
        yield machine or node.text()[:_MAX_TEXT]


def _stands_aside(node: LexborNode) -> bool:
    at: LexborNode | None = node
    for _ in range(_DEPTH):
        if at is None or at.tag in {"body", "html", "main"}:
            return False
        if at.tag in {"aside", "footer", "nav"} or _ASIDE.search((at.attributes.get("class") or "")[:300]):
            return True
        at = at.parent
    return False


def _in_address(url: str) -> list[str]:
    found = _IN_ADDRESS.search(url[:500])
    if found is None:
        return []
    year, month, day = found.group(1, 3, 4) if found[1] else found.group(5, 6, 7)
    return _stated([f"{year}-{month}-{day}"])


def _shown(tree: LexborHTMLParser, *, month_first: bool | None) -> list[str]:
    """The first date that the page shows where it shows dates, one said to be of publication before others."""
    plain: list[str] = []
    for node in tree.css(_SHOWN)[:_MAX_SHOWN]:
        text = " ".join((node.attributes.get("content") or node.text(separator=" ")[: _MAX_TEXT * 3]).split())
        marks = f"{node.attributes.get('class') or ''} {text}"
        at_publication = bool(_AT_PUBLICATION.search(marks))
        if len(text) > _MAX_TEXT or (_AT_CHANGE.search(marks) and not at_publication) or _stands_aside(node):
            continue
        moment = moment_of(text, month_first=month_first)
        if moment and at_publication:
            return [moment.isoformat()]
        plain += [moment.isoformat()] if moment else []
    return plain[:1]


def _below_heading(tree: LexborHTMLParser, *, month_first: bool | None) -> list[str]:
    """A date in a short line shortly below the headline."""
    for lines in lines_below_heading(tree):
        short = (line for line in lines if len(line) <= _MAX_LINE and not _AT_CHANGE.search(line))
        moments = (moment_of(line, month_first=month_first) for line in short)
        for moment in moments:
            if moment:
                return [moment.isoformat()]
    return []
