"""Finds who wrote the article, in what the page states and, where that names nobody, in what it shows.

Runs in the reading process only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.adapters.reading.heading import lines_below_heading, lines_of
from bot.adapters.reading.json_ld import Node, items_of, text_of, types_of
from bot.adapters.reading.metas import Metas
from bot.adapters.reading.names import fold, is_agency, names_in
from bot.core.message.safety import show

_METAS: Final = (
    "author", "article:author", "parsely-author", "sailthru.author", "cxenseparse:author", "dc.creator", "dc:creator",
    "dcterms.creator", "byl", "authors", "article:author_name", "og:article:author", "dable:author", "articleauthor",
    "rbauthors", "shareaholic:article_author_name", "creator", "twitter:creator:name",
)  # fmt: skip
_SHOWN: Final = (
    '[rel~="author"],[itemprop~="author"],[class*="byline" i],[class*="author" i],[class*="autor" i],'
    '[class*="auteur" i],[class*="writer" i],[class*="reporter" i],[class*="journalist" i],[data-testid*="author" i],'
    '[data-testid*="byline" i],[class*="redakteur" i],[class*="forfatter" i],[class*="muhabir" i],[class*="yazar" i],'
    '[class*="firma" i],[class*="signature" i],a[href*="/author"],a[href*="/autor"],a[href*="/auteur"]'
)
_PAGES_OF_PEOPLE: Final = re.compile(
    r"/(?:authors?|autor(?:en|es|in)?|auteurs?|people|person(?:en)?|profiles?|by|staff|team|journalists?|writers?|"
    r"contributors?|redaktion|firmas?|firme|autori|autore|skribent|forfatter|muhabir|yazar\w*|columnists?|reporters?|"
    r"users?|experts?)/[^/?#]",
    re.IGNORECASE,
)
_PICTURE: Final = re.compile(
    r"caption|figure|image|photo|foto|picture|avatar|comment|bio\b|biograph|descri|credit|legend|"
    r"quote|review|confirma|informa",
    re.IGNORECASE,
)
_BESIDE: Final = re.compile(
    r"comment|teaser|(?:^|[\s_-])card|related|recommend|sidebar|(?<!post-)(?<!entry-)(?<!article-)footer|"
    r"newsletter|promo|most-|popular|swiper|carousel|"
    r"more-|read-?next|caption|figure|gallery",
    re.IGNORECASE,
)
_WRITTEN_BY: Final = re.compile(
    r"\s*(?:(?:written |words |posted |story |verfasst |geschrieben |écrit |escrito |scritto |geschreven |skrevet )?"
    r"(?:by|von|par|por|da|door|av|af)|autor(?:in|en|es)?|author|auteur|autore|автор|yazar|text|words|przez)\b\s*:?\s*",
    re.IGNORECASE,
)
_NAMES_ALONE: Final = re.compile(r"(?:[A-ZÀ-ÞĀ-ŽƠ-ƯẠ-Ỹ][\w'’.-]{1,20}(?: (?!$)| ?/ ?|$)){2,6}")
_MAX_PARAGRAPHS: Final = 400
_FIRST_LINES: Final = 15
_BESIDE_TAGS: Final = frozenset(
    {"figure", "figcaption", "aside", "footer", "nav", "form", "blockquote", "script", "style"}
)
_MAX_SHOWN: Final = 60
_MAX_TEXT: Final = 160
_DEPTH: Final = 8


def find_authors(
    tree: LexborHTMLParser, *, article: Node, metas: Metas, outlets: frozenset[str], title: str
) -> list[str]:
    """Return the names of the authors; an outlet's own name (`outlets`, folded) is none.

    What the page states counts before what it shows, a person before an organisation.
    """
    stated = items_of(article.get("author")) or items_of(article.get("creator"))
    people = names_in(_named(stated, organisations=False), outlets=outlets)
    if people:
        return people
    tagged = names_in(_tagged(metas), outlets=outlets)
    if tagged and not all(is_agency(name) for name in tagged):
        return tagged
    others = outlets | {fold(title)}
    shown = next(_shown(tree, others), []) or names_in(_below_heading(tree), outlets=others)
    organisations = list(_named(stated, organisations=True))
    # Where nobody else is named, the outlet signs its article itself.
    signed = shown or tagged or names_in(organisations, outlets=outlets) or _signed_paragraphs(tree)
    return signed or _own_name(stated, metas, outlets)


def _named(stated: list[Any], *, organisations: bool) -> Iterator[str]:
    for item in stated:
        if isinstance(item, dict) and any(kind.endswith("Organization") for kind in types_of(item)) != organisations:
            continue
        names = items_of(item.get("name")) if isinstance(item, dict) else [item]
        yield from (text_of(name) for name in names)
        if isinstance(item, dict) and not names:
            yield f"{text_of(item.get('givenName'))} {text_of(item.get('familyName'))}"


def _tagged(metas: Metas) -> Iterator[str]:
    for label, name in (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")):
        if _WRITTEN_BY.fullmatch(metas.first(label)):
            yield metas.first(name)
    for text in metas.all("citation_author"):
        last, comma, first = text.partition(",")
        yield f"{first} {last}" if comma and "," not in first else text
    yield from next((found for name in _METAS if names_in(found := metas.all(name))), [])


def _own_name(stated: list[Any], metas: Metas, outlets: frozenset[str]) -> list[str]:
    named = [*_named(stated, organisations=False), *_named(stated, organisations=True), *_tagged(metas)]
    return [name for text in named if fold(name := show(text[:_MAX_TEXT])) in outlets and "/" not in name][:1]


def _shown(tree: LexborHTMLParser, others: frozenset[str]) -> Iterator[list[str]]:
    """The names in each place that shows authors, as the page orders them."""
    for node in tree.css(_SHOWN)[:_MAX_SHOWN]:
        if _stands_beside(node):
            continue
        names = names_in(_texts(node), outlets=others)
        if names:
            yield names


def _texts(node: LexborNode) -> list[str]:
    """What a byline says: the links to its authors' pages where it has some, else its lines if they are short."""
    if node.tag == "meta":
        return []
    links = [link for link in node.css("a[href]")[:20] if _is_person(link)]
    if links:
        return [_line(link) for link in links]
    named = node.css('[itemprop~="name"]')[:10]
    if named:
        return [_line(each) for each in named]
    lines = lines_of(node.text(separator="\n"))
    return _signed(lines) if len(" ".join(lines)) <= _MAX_TEXT else []


def _signed(lines: list[str]) -> list[str]:
    """From "By" on where that is written; else the first line, and those after it that look as much like a name."""
    for place, line in enumerate(lines[:_FIRST_LINES]):
        lead = _WRITTEN_BY.match(line)
        if lead:
            return [line] if lead.end() < len(line) else lines[place + 1 : place + 2]
    wanting = (place for place, line in enumerate(lines) if len(names_in([line])) != 1 or " " not in line)
    return lines[: max(1, next(wanting, len(lines)))]


def _below_heading(tree: LexborHTMLParser) -> list[str]:
    """A line "By Somebody" shortly below the headline, in no element of its own name."""
    for lines in lines_below_heading(tree):
        for line in lines:
            lead = _WRITTEN_BY.match(line)
            if lead and _is_signature(line[lead.end() :]):
                return [line]
    return []


def _is_signature(text: str) -> bool:
    """Few words, with a capital where the script has them."""
    return 0 < len(text.split()) <= 8 and (text[0].isupper() or text[0].lower() == text[0].upper())


def _signed_paragraphs(tree: LexborHTMLParser) -> list[str]:
    """Names that stand alone in the first or last paragraphs of the text."""
    groups: dict[int, list[str]] = {}
    for node in tree.css("p")[:_MAX_PARAGRAPHS]:
        parent = node.parent
        text = " ".join(node.text(separator=" ")[:1_000].split())
        if parent is not None and text:
            groups.setdefault(parent.mem_id, []).append(text)
    texts = max(groups.values(), key=lambda group: sum(map(len, group)), default=[])
    return names_in(text for text in (*texts[:2], *texts[-2:]) if len(texts) > 4 and _NAMES_ALONE.fullmatch(text))


def _is_person(link: LexborNode) -> bool:
    attributes = link.attributes
    relation = (attributes.get("rel") or "").lower().split()
    return "author" in relation or bool(_PAGES_OF_PEOPLE.search((attributes.get("href") or "")[:300]))


def _line(node: LexborNode) -> str:
    return " ".join(node.text(separator=" ")[: _MAX_TEXT * 2].split())[:_MAX_TEXT]


def _stands_beside(node: LexborNode) -> bool:
    """Tell whether a node belongs to a picture, a teaser, a comment or the page's furniture, not to the article."""
    at: LexborNode | None = node
    for step in range(_DEPTH):
        if at is None or at.tag in {"body", "html", "main", "article"}:
            return False
        attributes = at.attributes
        marks = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:300]
        if at.tag in _BESIDE_TAGS or _BESIDE.search(marks) or (step < 2 and _PICTURE.search(marks)):
            return True
        at = at.parent
    return False
