"""The meta tags and links in a page's head. Runs in the reading process only."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_MAX_TAGS: Final = 600
_MAX_VALUE: Final = 2_000
_MAX_FEEDS: Final = 10
_FEED_TYPES: Final = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})


@dataclass(frozen=True, slots=True)
class Metas:
    """Values by name in lower case, whichever attribute names them; and the links that say what the page is."""

    values: dict[str, list[str]] = field(default_factory=dict)
    canonical: str = ""
    amp: str = ""
    feeds: tuple[str, ...] = ()

    def first(self, *names: str) -> str:
        """Return the first value of the first of these names that has one, else ""."""
        return next((values[0] for name in names if (values := self.values.get(name))), "")

    def all(self, *names: str) -> list[str]:
        """Return the values of all these names, in the order of the names."""
        return [value for name in names for value in self.values.get(name, ())]


def read_metas(tree: LexborHTMLParser) -> Metas:
    """Return what the meta tags and links of a page say."""
    values: dict[str, list[str]] = {}
    for meta in tree.css("meta[content]")[:_MAX_TAGS]:
        attributes = meta.attributes
        content = " ".join((attributes.get("content") or "")[:_MAX_VALUE].split())
        for kind in ("property", "name", "itemprop", "http-equiv"):
            name = (attributes.get(kind) or "")[:100].strip().lower()
            if name and content:
                values.setdefault(name, []).append(content)
    links = tree.css("link[rel][href]")[:_MAX_TAGS]
    return Metas(
        values=values,
        canonical=_link(links, "canonical"),
        amp=_link(links, "amphtml"),
        feeds=_feeds(links),
    )


def _link(links: list[LexborNode], relation: str) -> str:
    for link in links:
        if relation in (link.attributes.get("rel") or "").lower().split():
            return (link.attributes.get("href") or "").strip()[:_MAX_VALUE]
    return ""


def _feeds(links: list[LexborNode]) -> tuple[str, ...]:
    found = (
        (link.attributes.get("href") or "").strip()[:_MAX_VALUE]
        for link in links
        if "alternate" in (link.attributes.get("rel") or "").lower().split()
        and (link.attributes.get("type") or "").strip().lower() in _FEED_TYPES
    )
    return tuple(dict.fromkeys(href for href in found if href))[:_MAX_FEEDS]
