"""What a page says about itself: JSON-LD, Open Graph, canonical link. Everything here is the page's claim, unchecked.

Runs in the reading process only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser
from trafilatura.metadata import extract_metadata

from bot.adapters.reading.fields import PageFields

_MAX_SCRIPTS: Final = 20
_MAX_NODES: Final = 2_000
_ARTICLE_TYPES: Final = ("Article", "BlogPosting", "Posting", "Report", "Review")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page states about its article, and the article's text where it states that too."""

    fields: PageFields
    """Without lines."""
    body: str = ""


def read_facts(tree: LexborHTMLParser, url: str) -> Facts:
    """Return what the page states, JSON-LD before Open Graph, and what can be guessed where it is silent."""
    metas = _metas(tree)
    node = _article_node(tree)
    guess = extract_metadata(tree.html or "", default_url=url or None)
    authors = list(_names(node.get("author"))) or [one.strip() for one in (guess.author or "").split(";")]
    dates = (_text(node.get("datePublished")) or metas.get("article:published_time", ""), guess.date)
    fields = PageFields(
        title=" ".join((guess.title or _text(node.get("headline")) or metas.get("og:title", "")).split()),
        outlet=metas.get("og:site_name", "") or next(iter(_names(node.get("publisher"))), "") or guess.sitename or "",
        authors=[name for name in authors if name],
        dates=[date for date in dates if date],
        canonical=_canonical(tree) or metas.get("og:url", ""),
    )
    return Facts(fields=fields, body=_body(node.get("articleBody")))


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.css("meta[property][content]")[:500]:
        name, content = meta.attributes.get("property"), meta.attributes.get("content")
        if name and content:
            found.setdefault(name.lower(), content.strip())
    return found


def _canonical(tree: LexborHTMLParser) -> str:
    for link in tree.css("link[rel][href]")[:500]:
        if "canonical" in (link.attributes.get("rel") or "").lower().split():
            return (link.attributes.get("href") or "").strip()
    return ""


def _article_node(tree: LexborHTMLParser) -> dict[str, Any]:
    """The first JSON-LD node that is an article, else nothing."""
    for script in tree.css('script[type="application/ld+json"]')[:_MAX_SCRIPTS]:
        try:
            data = json.loads(script.text() or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if _is_article(node.get("@type")):
                return node
    return {}


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document, outer ones first, through lists, @graph and main entities."""
    waiting = [data]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item[:_MAX_NODES]
        elif isinstance(item, dict):
            yield item
            waiting += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _is_article(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.endswith(_ARTICLE_TYPES) for one in kinds)


def _names(value: Any) -> Iterator[str]:
    for item in value[:20] if isinstance(value, list) else [value]:
        name = _text(item.get("name") if isinstance(item, dict) else item)
        if name and not name.startswith(("http://", "https://")):
            yield name


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return " ".join(value.split()) if isinstance(value, str) else ""


def _body(value: Any) -> str:
    """The article's text as stated, without the markup that some sites leave in it."""
    if not isinstance(value, str):
        return ""
    if "<" in value or "&" in value:
        value = LexborHTMLParser(value.replace("\n", "<br>")).text(separator="\n")
    return "\n".join(line for line in (" ".join(part.split()) for part in value.splitlines()) if line)
