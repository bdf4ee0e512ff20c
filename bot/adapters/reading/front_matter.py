"""Reads the few lines of YAML or TOML that site generators put above a Markdown text. Plain values only."""

from __future__ import annotations

import re
from typing import Final

from bot.adapters.reading.fields import PageFields

_FENCED: Final = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.{0,20000}?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_PAIR: Final = re.compile(r"([A-Za-z_-]{1,30})[ \t]*[:=][ \t]*(.*)")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(.*)")
_QUOTES: Final = "\"'"
_NAMES: Final = {
    "title": "title", "headline": "title", "author": "authors", "authors": "authors", "byline": "authors",
    "date": "dates", "published": "dates", "publishdate": "dates", "pubdate": "dates", "lastmod": "modified",
    "updated": "modified", "modified": "modified", "last_modified_at": "modified", "lang": "language",
    "language": "language",
}  # fmt: skip


def read_front_matter(text: str) -> tuple[PageFields, str]:
    """Return what the front matter states, and the text below it; all of the text where there is none."""
    fenced = _FENCED.match(text)
    if not fenced or not _PAIR.search(fenced[2]):
        return PageFields(), text
    found = _pairs(fenced[2])
    fields = PageFields(
        title=" ".join(found.get("title", [])[:1]),
        authors=found.get("authors", []),
        dates=found.get("dates", []),
        modified=found.get("modified", []),
        language=" ".join(found.get("language", [])[:1]),
    )
    return fields, text[fenced.end() :]


def _pairs(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    name: str | None = None
    for line in text.splitlines():
        item, pair = _ITEM.match(line), _PAIR.match(line)
        named = _PAIR.match(item[1]) if item else None
        if named and named[1].lower() == "name" and name:
            found.setdefault(name, []).extend(_values(named[2]))
        elif item and name:
            found.setdefault(name, []).extend([] if named and name == "authors" else _values(item[1]))
        elif pair:
            name = _NAMES.get(pair[1].lower())
            if name:
                found.setdefault(name, []).extend(_values(pair[2]))
    return found


def _values(text: str) -> list[str]:
    """A plain or quoted value, or the items of a list in brackets."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        values = [_unquoted(item) for item in text[1:-1].split(",")]
    else:
        values = [_unquoted(text)]
    return [value for value in values if value]


def _unquoted(text: str) -> str:
    text = text.strip()
    if text[:1] and text[0] in _QUOTES:
        end = text.rfind(text[0])
        return text[1:end].strip() if end > 0 else ""
    return text.partition(" #")[0].strip() if text[:1] not in {"{", "|", ">", "&", "*", "!"} else ""
