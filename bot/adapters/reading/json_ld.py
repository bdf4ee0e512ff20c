"""What a page says of its article in JSON-LD (schema.org), read with patience and within bounds.

Runs in the reading process only.
"""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

Node = dict[str, Any]

_MAX_SCRIPTS: Final = 40
_MAX_SCRIPT: Final = 1_500_000
_MAX_NODES: Final = 2_000
_MAX_ITEMS: Final = 200
_MAX_VALUE: Final = 2_000
_ARTICLE_TYPES: Final = ("Article", "BlogPosting", "Posting", "Report", "Review")
_PAGE_TYPES: Final = ("WebPage", "ItemPage", "VideoObject")
_INNER: Final = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
_WRAPPING: Final = re.compile(r"<!--|-->|<!\[CDATA\[|\]\]>|/\*+[ \t]{0,9}\*+/|//[ \t]{0,9}(?=[\r\n]|\Z)")
_TRAILING_COMMA: Final = re.compile(r",(?=\s{0,200}[}\]])")
_STRAY_ESCAPE: Final = re.compile(r"\\(?![\"\\/bfnrtu])")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")


def read_nodes(tree: LexborHTMLParser) -> list[Node]:
    """Return the objects of a page's JSON-LD, outer ones first; what cannot be read even repaired is passed over."""
    found: list[Node] = []
    for script in tree.css('script[type*="ld+json" i]')[:_MAX_SCRIPTS]:
        for data in _documents((script.text() or "")[:_MAX_SCRIPT]):
            found += _walk(data, room=_MAX_NODES - len(found))
    return found


def article_of(nodes: list[Node], *, url: str, is_ours: Callable[[str], bool]) -> Node:
    """Return what is said of the page's article, {} where nothing is.

    Pages describe other articles too: `is_ours` tells by a headline which is meant; where it recognises none, the one
    whose address is `url` counts, else the first. What that leaves open is taken from others of the same headline,
    then from the page's own node.
    """
    articles = [node for node in nodes if _has_type(node, _ARTICLE_TYPES)]
    ours = [node for node in articles if is_ours(text_of(node.get("headline") or node.get("name")))]
    articles.sort(key=lambda node: not _has_address(node, url))
    pages = [node for node in nodes if _has_type(node, _PAGE_TYPES) and node.get("datePublished")]
    first = {text_of(node.get("headline")) for node in articles[:1]}
    chosen = ours or [node for node in articles if text_of(node.get("headline")) in first]
    merged: Node = {"@type": [kind for node in chosen for kind in types_of(node)]} if chosen else {}
    for node in [*chosen, *pages[:1]]:
        for key, value in node.items():
            if value not in (None, "", [], {}):
                merged.setdefault(key, value)
    return _with_references(merged, nodes)


def types_of(node: Node) -> list[str]:
    """Return the names of a node's types, without their namespace."""
    kinds = node.get("@type")
    return [kind.rpartition("/")[2] for kind in items_of(kinds) if isinstance(kind, str)]


def items_of(value: Any) -> list[Any]:
    """Return a property's values: schema.org allows one or a list of them everywhere."""
    return value[:_MAX_ITEMS] if isinstance(value, list) else [] if value is None else [value]


def text_of(value: Any) -> str:
    """Return a property's first value as one line, without the entities and tags that some sites leave in it."""
    for item in items_of(value):
        found = item.get("name") or item.get("@value") if isinstance(item, dict) else item
        if isinstance(found, str) and found.strip():
            return " ".join(_TAG.sub("", html.unescape(found[:_MAX_VALUE])).split())
    return ""


def flag_of(value: Any) -> bool | None:
    """Return a yes or no, which sites write as a boolean, a word or a schema.org address; None for anything else."""
    if isinstance(value, bool):
        return value
    word = value.strip().rpartition("/")[2].lower() if isinstance(value, str) else ""
    return {"true": True, "false": False, "yes": True, "no": False, "1": True, "0": False}.get(word)


def is_free(article: Node) -> bool | None:
    """Return whether the article says that all may read it, else whether a part of it says that not all may."""
    whole = flag_of(article.get("isAccessibleForFree"))
    if whole is not None:
        return whole
    parts = [part for part in items_of(article.get("hasPart")) if isinstance(part, dict)]
    return False if any(flag_of(part.get("isAccessibleForFree")) is False for part in parts) else None


def body_of(article: Node) -> str:
    """Return the article's text as stated, without the markup that some sites leave in it."""
    value = article.get("articleBody")
    if not isinstance(value, str):
        return ""
    if "<" in value or "&" in value:
        value = LexborHTMLParser(value.replace("\n", "<br>")).text(separator="\n")
    return "\n".join(line for line in (" ".join(part.split()) for part in value.splitlines()) if line)


def _documents(script: str) -> Iterator[Any]:
    """The JSON documents of one script: usually one, sometimes wrapped for old browsers, broken, or several."""
    try:
        yield json.loads(script, strict=False)
        return
    except (ValueError, RecursionError):
        pass
    text = _STRAY_ESCAPE.sub(r"\\\\", _TRAILING_COMMA.sub("", _WRAPPING.sub(" ", script)))
    decoder, at = json.JSONDecoder(strict=False), 0
    for _ in range(_MAX_ITEMS):
        at = _next_start(text, at)
        if at < 0:
            return
        try:
            data, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield data


def _next_start(text: str, at: int) -> int:
    starts = [found for found in (text.find("{", at), text.find("[", at)) if found >= 0]
    return min(starts, default=-1)


def _walk(data: Any, *, room: int) -> Iterator[Node]:
    waiting = deque([data])
    for _ in range(max(room, 0)):
        if not waiting:
            return
        item = waiting.popleft()
        if isinstance(item, list):
            waiting.extend(item[:_MAX_NODES])
        elif isinstance(item, dict):
            yield item
            waiting.extend(item[key] for key in _INNER if isinstance(item.get(key), dict | list))


def _has_address(node: Node, url: str) -> bool:
    named = [node.get("url"), node.get("@id"), node.get("mainEntityOfPage")]
    texts = [item.get("@id") or item.get("url") if isinstance(item, dict) else item for item in named]
    return len(_path(url)) > 1 and any(_path(text) == _path(url) for text in texts if isinstance(text, str))


def _path(url: str) -> str:
    """What stands behind the host, without query and fragment."""
    return "/" + url[:_MAX_VALUE].partition("//")[2].partition("?")[0].partition("#")[0].partition("/")[2].rstrip("/")


def _has_type(node: Node, endings: tuple[str, ...]) -> bool:
    return any(kind.endswith(endings) for kind in types_of(node))


def _with_references(article: Node, nodes: list[Node]) -> Node:
    """Put named nodes where the article only names them by `@id`."""
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    resolved = dict(article)
    for key in ("author", "creator", "publisher"):
        resolved[key] = [_resolved(item, known) for item in items_of(article.get(key))]
    return resolved if article else {}


def _resolved(item: Any, known: dict[str, Node]) -> Any:
    name = item.get("@id") if isinstance(item, dict) and not item.get("name") else None
    return known.get(name, item) if isinstance(name, str) else item
