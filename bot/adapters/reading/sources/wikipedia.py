"""Wikipedia and its sister wikis: the prose of a page, without marks of references, boxes and lists of links.

Unproven: the fixtures are written in the markup of MediaWiki, not recorded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.fields import Line, PageFields
from bot.adapters.reading.sources.desk import Desk
from bot.core.links import Link
from bot.core.models import Article

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_HOST: Final = re.compile(
    r"[a-z][a-z-]{1,14}(\.m)?\."
    r"(wikipedia|wikinews|wikivoyage|wikibooks|wikiversity|wikiquote|wikisource|wiktionary)\.org"
)
_PATH: Final = re.compile(r"/(?:wiki|zh-[a-z]{2,4}|sr-e[cl])/.+|/w/index\.php")

_DROPPED_TAGS: Final = frozenset({"audio", "figure", "link", "math", "meta", "script", "style", "table", "video"})
_DROPPED_CLASSES: Final = frozenset(
    (
        "Inline-Template ambox authority-control bandeau-container catlinks coordinates dablink ext-phonos gallery "
        "hatnote haudio hauptartikel homonymie infobox infobox_v3 listen mbox-small metadata mw-cite-backlink "
        "mw-editsection mw-empty-elt mw-indicators mw-jump-link mw-references-wrap mwe-math-element "
        "navigation-not-searchable navbox navbox-styles NavFrame noexcerpt noprint portal-bar portalbox printfooter "
        "quotebox refbegin reference references reflist rellink shortdescription side-box sidebar sieheauch "
        "sistersitebox succession-box taxobox_v3 thumb toc vertical-navbox"
    ).split()
)
_DROPPED_ROLES: Final = frozenset({"navigation", "note"})
_HEADINGS: Final = {"h2": 2, "h3": 3, "h4": 4, "h5": 5}
_PARAGRAPHS: Final = frozenset({"blockquote", "dd", "p"})
_NESTED: Final = frozenset({"dl", "ol", "ul"})
_EMPTY_BRACKETS: Final = re.compile(r" ?\([\s,;:\u060c]{0,9}\)")
_SENTENCE_END: Final = re.compile(r"[.!?\u2026\u3002\uff01\uff1f\u061f\u06d4\u0964][\"'\u201d\u2019\u00bb)\]]{0,3}$")
_LIST_WORDS: Final = 8


def matches(link: Link) -> bool:
    """Tell whether the link leads to a page of one of these wikis."""
    return bool(_HOST.fullmatch(link.host) and _PATH.fullmatch(link.path))


async def load(link: Link, desk: Desk) -> Article:
    """Return the page; raises `LoadError` of the fetcher, and no_article for a page that is a list."""
    host = _HOST.fullmatch(link.host)
    url = link.url.replace(".m.", ".", 1) if host and host[1] else link.url
    return await desk.article(url, given=link.url, form="wikipedia")


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:
    """Return the prose of a page. Runs in the reading process only."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(decode(body, declared=charset))
    root = tree.css_first("#mw-content-text .mw-parser-output") or tree.css_first("#mw-content-text")
    heading = tree.css_first("#firstHeading")
    host = _HOST.search(url)
    changed = _changed(tree)
    return PageFields(
        title=" ".join(heading.text().split()) if heading else "",
        lines=list(_lines(root)) if root else [],
        outlet=host[2].capitalize() if host else "",
        modified=[changed] if changed else [],
        language=_attribute(tree, "html[lang]", "lang"),
        canonical=_attribute(tree, "link[rel=canonical][href]", "href"),
    )


def _lines(root: LexborNode) -> Iterator[Line]:
    """Paragraphs, and the headings above them; list items only where they are sentences."""
    above: list[tuple[int, str]] = []
    for node in _blocks(root):
        text = _text(node)
        tag = node.tag or ""
        if not text:
            continue
        if tag in _HEADINGS:
            above = [*(each for each in above if each[0] < _HEADINGS[tag]), (_HEADINGS[tag], text)]
        elif tag == "li" and not _is_prose(node, text):
            yield Line(text=text, cut="list")
        else:
            yield from (Line(text=heading, cut="heading") for _, heading in above)
            above = []
            yield Line(text=text)


def _blocks(root: LexborNode) -> Iterator[LexborNode]:
    """Headings, paragraphs and list items in their order, without what is dropped."""
    waiting = _children(root)
    while waiting:
        node = waiting.pop()
        tag = node.tag or ""
        if tag in _HEADINGS or tag in _PARAGRAPHS:
            yield node
            continue
        if tag == "li":
            yield node
        waiting += _children(node)


def _children(node: LexborNode) -> list[LexborNode]:
    """The elements in a node that are kept, last first."""
    return [each for each in node.iter() if not _is_dropped(each)][::-1]


def _is_dropped(node: LexborNode) -> bool:
    if node.tag in _DROPPED_TAGS:
        return True
    attributes = node.attributes
    named = not _DROPPED_CLASSES.isdisjoint((attributes.get("class") or "").split())
    return named or attributes.get("role") in _DROPPED_ROLES


def _text(node: LexborNode) -> str:
    """The text of a block on one line; the marks of references and the lists inside it are left out."""
    parts: list[str] = []
    waiting = list(node.iter(include_text=True))[::-1]
    while waiting:
        inner = waiting.pop()
        if inner.is_text_node:
            parts.append(inner.text())
        elif inner.tag == "br":
            parts.append(" ")
        elif inner.tag not in _NESTED and not _is_dropped(inner) and not _is_mark(inner):
            waiting += list(inner.iter(include_text=True))[::-1]
    return _EMPTY_BRACKETS.sub("", " ".join("".join(parts).split()))


def _is_mark(node: LexborNode) -> bool:
    """A raised number or note in square brackets."""
    return node.tag == "sup" and node.text().lstrip().startswith("[")


def _is_prose(item: LexborNode, text: str) -> bool:
    cited = item.css_first("cite, a.external")
    return not cited and len(text.split()) >= _LIST_WORDS and _SENTENCE_END.search(text) is not None


def _changed(tree: LexborHTMLParser) -> str:
    """When the page was last edited, as its JSON-LD says."""
    for script in tree.css('script[type="application/ld+json"]')[:5]:
        try:
            data = json.loads(script.text())
        except (ValueError, RecursionError):
            continue
        changed = data.get("dateModified") if isinstance(data, dict) else None
        if isinstance(changed, str):
            return changed
    return ""


def _attribute(tree: LexborHTMLParser, selector: str, name: str) -> str:
    found = tree.css_first(selector)
    return (found.attributes.get(name) or "").strip() if found else ""
