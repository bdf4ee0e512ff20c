"""Finds the name of the outlet that a page belongs to. Runs in the reading process only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from bot.adapters.reading.json_ld import Node, items_of, text_of, types_of
from bot.adapters.reading.metas import Metas
from bot.adapters.reading.names import fold
from bot.adapters.reading.titles import Candidate
from bot.core.message.safety import show

_MAX_NAME: Final = 60
_TAGLINE: Final = re.compile(r"\s+[|\-\u2013\u2014\u00b7\u2022:]+\s+|\s*[|｜]\s*|:\s")
_DOMAIN: Final = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,10}", re.IGNORECASE)
_NO_NAME: Final = re.compile(r"https?:|[@<>{}=]|^\d+$", re.IGNORECASE)
_GENERIC: Final = frozenset(
    "home homepage website site blog news wordpress main index untitled startseite accueil inicio редакция "
    "главная новости mysite".split()
)
_ORGANISATIONS: Final = ("NewsMediaOrganization", "Newspaper", "Periodical", "WebSite")


def find_outlet(metas: Metas, *, article: Node, nodes: list[Node], titles: list[Candidate], host: str) -> str:
    """Return the outlet's name as readers know it, "" where only the host tells.

    Sites put their section, their slogan or their domain where the name belongs: a name in words that fits the host
    counts before others.
    """
    found = [_without_tagline(name) for name in _names(metas, article, nodes)]
    names = [name for name in found if _is_name(name)]
    fitting = [name for name in [*names, *_tails(titles)] if _is_worded(name) and _fits(name, host)]
    if not names or (fitting and not _fits(names[0], host)):
        return next(iter(fitting), "")
    first = names[0]
    if not _is_worded(first):
        return next(iter(fitting), next((name for name in names if _is_worded(name)), first))
    return next((name for name in fitting if fold(name) == fold(first) and _is_mixed(name)), first)


def outlet_keys(metas: Metas, *, article: Node, nodes: list[Node], host: str) -> frozenset[str]:
    """Return the folded names that the outlet goes by, its host among them."""
    stated = list(_names(metas, article, nodes))
    short = [_without_tagline(name) for name in stated]
    handles = [handle.strip("@ ") for handle in metas.all("twitter:site", "twitter:creator") if "/" not in handle]
    bare = host.removeprefix("www.")
    hosts = [bare, host, bare.rpartition(".")[0], bare.split(".")[0], *bare.split(".")[-2:-1]]
    keys = {fold(name) for name in [*stated, *short, *handles, *hosts]}
    return frozenset(key for key in keys | {key.removeprefix("the") for key in keys} if len(key) > 1)


def _names(metas: Metas, article: Node, nodes: list[Node]) -> Iterator[str]:
    """What names the outlet, the most believable first."""
    yield from metas.all("og:site_name")[:2]
    yield metas.first("citation_journal_title")
    yield from (text_of(item) for item in items_of(article.get("publisher")) if not _is_person(item))
    yield from (text_of(node.get("name")) for node in nodes if set(types_of(node)) & set(_ORGANISATIONS))
    yield metas.first("application-name")
    yield metas.first("apple-mobile-web-app-title")
    yield metas.first("dc.publisher", "dcterms.publisher", "publisher", "cre")


def _is_person(publisher: Any) -> bool:
    return isinstance(publisher, dict) and "Person" in types_of(publisher)


def _without_tagline(name: str) -> str:
    """ "The Post - Breaking News, World News" is The Post."""
    name = show(name[:300])
    head = _TAGLINE.split(name, maxsplit=1)[0].strip()
    return head if len(head) > 1 else name


def _is_name(name: str) -> bool:
    return len(name) in range(2, _MAX_NAME + 1) and not _NO_NAME.search(name) and name.casefold() not in _GENERIC


def _is_worded(name: str) -> bool:
    """Neither a domain nor a handle in small letters."""
    return not _DOMAIN.fullmatch(name) and not (name.isascii() and name == name.lower() and " " not in name)


def _is_mixed(name: str) -> bool:
    return name not in (name.upper(), name.lower())


def _fits(name: str, host: str) -> bool:
    """Tell whether the host is the name or short for it: nzz.ch, nytimes.com."""
    letters = fold(name)
    labels = [fold(label) for label in host.split(".")[:-1] if label not in {"www", "co", "com", "news", "m"}]
    return any(len(label) > 1 and (_runs_through(label, letters) or letters in label) for label in labels)


def _runs_through(short: str, letters: str) -> bool:
    rest = iter(letters)
    return all(char in rest for char in short)


def _tails(titles: list[Candidate]) -> Iterator[str]:
    for title in titles:
        head, _, tail = title.text.rpartition(" | ")
        if not head:
            head, _, tail = title.text.rpartition(" - ")
        if head and _is_name(tail):
            yield tail
