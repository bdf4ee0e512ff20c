"""What a page says about itself. Everything here is the page's claim: chosen and cleaned, but unchecked.

JSON-LD counts before meta tags, and these before what the page shows. Runs in the reading process only.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from bot.adapters.reading.bylines import find_authors
from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.genres import find_kind
from bot.adapters.reading.json_ld import Node, article_of, body_of, is_free, read_nodes, text_of
from bot.adapters.reading.languages import primary_of
from bot.adapters.reading.metas import Metas, read_metas
from bot.adapters.reading.outlets import find_outlet, outlet_keys
from bot.adapters.reading.published import find_dates
from bot.adapters.reading.titles import agrees, find_title, read_titles

_TIERS: Final = {"free": True, "locked": False, "premium": False}


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page states about its article, and the article's text where it states that too."""

    fields: PageFields
    """Without lines."""
    body: str = ""


def read_facts(tree: LexborHTMLParser, url: str) -> Facts:
    """Return what a page says of itself; `tree` still has its scripts, `url` is "" for a file."""
    metas, nodes = read_metas(tree), read_nodes(tree)
    titles = read_titles(tree, metas)
    is_ours = partial(agrees, others=[title.text for title in titles])
    article = article_of(nodes, url=url or metas.canonical, is_ours=is_ours)
    host = _host(url or metas.first("og:url") or metas.canonical)
    keys = outlet_keys(metas, article=article, nodes=nodes, host=host)
    title = find_title(titles, article=article, outlets=keys)
    authors = find_authors(tree, article=article, metas=metas, outlets=keys, title=title)
    language = _declared(tree, article, metas)
    dates, modified = find_dates(tree, article=article, metas=metas, url=url, language=language)
    fields = PageFields(
        title=title,
        outlet=find_outlet(metas, article=article, nodes=nodes, titles=titles, host=host),
        authors=authors,
        dates=dates,
        modified=modified,
        language=language,
        kind=find_kind(tree, article=article, nodes=nodes, metas=metas, url=url, title=title),
        is_free=_is_free(article, metas),
        canonical=metas.canonical or metas.first("og:url"),
        amp=metas.amp,
        feeds=list(metas.feeds),
    )
    return Facts(fields=fields, body=body_of(article))


def _declared(tree: LexborHTMLParser, article: Node, metas: Metas) -> str:
    """The language tag that most places declare, such as "de-AT"; the page's own `lang` where they tie."""
    root = tree.css_first("html")
    own = (root.attributes.get("lang") or root.attributes.get("xml:lang") if root else None) or ""
    stated = (
        own,
        text_of(article.get("inLanguage")),
        metas.first("content-language", "language", "dc.language", "inlanguage"),
        metas.first("og:locale"),
    )
    tags = [tag for text in stated if primary_of(tag := text.partition(",")[0].strip())]
    votes = Counter(map(primary_of, tags))
    return max(tags, key=lambda tag: votes[primary_of(tag)], default="")


def _is_free(article: Node, metas: Metas) -> bool | None:
    stated = is_free(article)
    return _TIERS.get(metas.first("article:content_tier").casefold()) if stated is None else stated


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
