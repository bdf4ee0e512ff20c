"""Chooses an article's headline among what its page calls it. Runs in the reading process only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from bot.adapters.reading.json_ld import Node, text_of
from bot.adapters.reading.metas import Metas
from bot.adapters.reading.names import fold
from bot.core.message.safety import show

_MAX_TITLE: Final = 400
_MAX_HEADINGS: Final = 12
_LEAST_ALIKE: Final = 12
"""Letters that two titles must share for one to count as a shorter form of the other."""
_SEPARATOR: Final = re.compile(r"\s+(?:[|｜ㅣ\-\u2013\u2014\u00b7\u2022\u00bb\u00ab/]|::)\s+|\s?[|｜ㅣ]\s?")
_ELLIPSIS: Final = re.compile(r"\s*(?:\u2026|\.\.\.)$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A title, and how much it counts that this place says so."""

    text: str
    weight: float


def read_titles(tree: LexborHTMLParser, metas: Metas) -> list[Candidate]:
    """Return what a page calls itself outside its JSON-LD, headings first."""
    return [one for one in _candidates(tree, metas) if one.text]


def find_title(titles: list[Candidate], *, article: Node, outlets: frozenset[str]) -> str:
    """Return the headline that most places agree on, without the outlet's name; "" where there is none.

    `outlets` are the folded names that the outlet goes by.
    """
    stated = [_of(text_of(article.get("headline")), 2.5), *titles, _of(text_of(article.get("name")), 0.5)]
    raw = [one for one in stated if one.text and fold(one.text) not in outlets]
    heads = {fold(one.text) for one in raw}
    cut = [Candidate(_without_outlet(one.text, outlets, heads), one.weight) for one in raw]
    ranked = [(_support(one, cut), -place, one.text) for place, one in enumerate(cut)]
    return _unabridged(max(ranked)[2], cut) if ranked else ""


def agrees(title: str, others: Iterable[str]) -> bool:
    """Tell whether a title is one of others, in whole or with more or less around it."""
    key = fold(_ELLIPSIS.sub("", title))
    return bool(key) and any(_alike(key, fold(other)) for other in others)


def _candidates(tree: LexborHTMLParser, metas: Metas) -> Iterator[Candidate]:
    headings = [_clean(node.text(separator=" ")) for node in tree.css("h1")[:_MAX_HEADINGS]]
    headings = [heading for heading in headings if heading]
    for heading in headings:
        yield Candidate(heading, 3.0 if len(headings) == 1 else 2.0)
    yield _of(metas.first("og:title"), 2.0)
    yield _of(metas.first("twitter:title"), 1.0)
    yield _of(metas.first("headline", "citation_title", "parsely-title", "cxenseparse:title", "sailthru.title"), 1.0)
    yield _of(metas.first("title", "dc.title", "dcterms.title"), 1.0)
    named = tree.css_first('[itemprop~="headline"]:not(meta)')
    yield _of(named.text(separator=" ") if named else "", 1.0)
    title = tree.css_first("head > title") or tree.css_first("title")
    yield _of(title.text() if title else "", 1.5)


def _of(text: str, weight: float) -> Candidate:
    return Candidate(_clean(text), weight)


def _clean(text: str) -> str:
    return show(text[:_MAX_TITLE])


def _without_outlet(title: str, outlets: frozenset[str], heads: set[str]) -> str:
    """Cut off what is the outlet's name, or what only stands behind the title where another place has it alone."""
    for found in _SEPARATOR.finditer(title):
        head, tail = title[: found.start()], title[found.end() :]
        if fold(head) in heads and len(fold(head)) >= _LEAST_ALIKE:
            return head
        if fold(head) in outlets and tail:
            return _without_outlet(tail, outlets, heads)
        if fold(tail) in outlets or fold(_SEPARATOR.split(tail)[0]) in outlets:
            return head
    return title


def _support(candidate: Candidate, all_of_them: list[Candidate]) -> float:
    key = fold(_ELLIPSIS.sub("", candidate.text))
    total = 0.0
    for other in all_of_them:
        against = fold(_ELLIPSIS.sub("", other.text))
        if key == against:
            total += other.weight
        elif _alike(key, against):
            total += other.weight * 0.8
    return total


def _alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _LEAST_ALIKE and shorter in longer)


def _unabridged(title: str, candidates: list[Candidate]) -> str:
    """A title that ends in an ellipsis gives way to the one that goes on."""
    if not _ELLIPSIS.search(title):
        return title
    begun = fold(title)
    longer = (one.text for one in candidates if fold(one.text).startswith(begun) and not _ELLIPSIS.search(one.text))
    return next(longer, title)
