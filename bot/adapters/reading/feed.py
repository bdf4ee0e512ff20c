"""Reads feeds: RSS, Atom and RDF through feedparser, JSON Feed by hand. Runs in the reading process only."""

from __future__ import annotations

import json
import re
from calendar import timegm
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from io import BytesIO
from typing import Any, Final
from unicodedata import category

import feedparser

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.fields import EntryFields, FeedFields
from bot.core.errors import LoadError
from bot.core.links import check_link, join_link

MAX_ENTRIES: Final = 100
_LONGEST_TITLE: Final = 300
_BEGINNING: Final = 100
_LOOKED_AT: Final = 5_000
_TAG: Final = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_PORTS: Final = range(1, 65_536)
_EARLIEST: Final = datetime.min.replace(tzinfo=UTC)
_DAY_ALONE: Final = len("2026-02-10")
_JOINERS: Final = "\u200c\u200d"
_REPLACED: Final = {"Cc": " ", "Zl": " ", "Zp": " ", "Zs": " "}


def read(body: bytes, *, charset: str | None, url: str) -> FeedFields:
    """Return the entries of a feed, newest first, those without a date last, at most `MAX_ENTRIES`.

    `url` makes relative links whole. Raises `LoadError("no_article")` for what is no feed.
    """
    start = body[:100].lstrip(b"\xef\xbb\xbf \t\r\n")
    title, entries = _json_feed(body, url) if start.startswith(b"{") else _xml_feed(body, charset, url)
    once: dict[str, EntryFields] = {}
    for entry in entries:
        if entry.url:
            once.setdefault(entry.url, entry)
    newest = sorted(once.values(), key=lambda entry: _sortable(entry.date), reverse=True)
    return FeedFields(title=title, entries=newest[:MAX_ENTRIES])


def _xml_feed(body: bytes, charset: str | None, url: str) -> tuple[str, list[EntryFields]]:
    headers = {"content-type": "application/xml; charset=utf-8", **({"content-location": url} if url else {})}
    text = decode(body, declared=charset).encode("utf-8", errors="replace")
    # A stream, since bytes alone would be tried as the name of a file first.
    found = feedparser.parse(BytesIO(text), response_headers=headers, resolve_relative_uris=False, sanitize_html=False)
    if not found.get("version") and not found.entries:
        raise LoadError("no_article")
    return _title(found.feed), [_xml_entry(entry, url) for entry in found.entries]


def _xml_entry(entry: Any, url: str) -> EntryFields:
    # Looked up as in a plain dictionary: feedparser's own one guesses, and warns of it.
    link = dict.get(entry, "feedburner_origlink") or dict.get(entry, "link") or ""
    stated = (dict.get(entry, name) for name in ("published", "updated", "created"))
    parsed = (dict.get(entry, f"{name}_parsed") for name in ("published", "updated", "created"))
    date = next((_iso(text) for text in stated if text and _iso(text)), "")
    rough = next((moment for moment in parsed if moment), None)
    if not date and rough:
        date = datetime.fromtimestamp(timegm(rough), tz=UTC).isoformat()
    title = _title(entry) or _beginning(dict.get(entry, "summary") or "", is_html=True)
    return EntryFields(url=_whole(link, url), title=title, date=date)


def _beginning(text: str, *, is_html: bool) -> str:
    """What stands for a title in feeds of short posts, which have none."""
    plain = _plain(text[:_LOOKED_AT], is_html=is_html)
    return plain if len(plain) <= _BEGINNING else plain[:_BEGINNING].rpartition(" ")[0] + "…"


def _title(part: Any) -> str:
    detail = dict.get(part, "title_detail") or {}
    return _plain(dict.get(part, "title") or "", is_html=detail.get("type") != "text/plain")


def _json_feed(body: bytes, url: str) -> tuple[str, list[EntryFields]]:
    """A JSON Feed (jsonfeed.org, version 1.1)."""
    try:
        found = json.loads(decode(body))
    except (ValueError, RecursionError):
        raise LoadError("no_article") from None
    if not isinstance(found, dict) or "jsonfeed.org/version/" not in str(found.get("version")):
        raise LoadError("no_article")
    items = found.get("items")
    known = (item for item in (items if isinstance(items, list) else []) if isinstance(item, dict))
    return _plain(_text(found, "title")), [_json_entry(item, url) for item in known]


def _json_entry(item: dict[str, Any], url: str) -> EntryFields:
    link = _text(item, "url") or _text(item, "external_url")
    if not link and _text(item, "id").startswith(("http://", "https://")):
        link = _text(item, "id")
    date = _iso(_text(item, "date_published")) or _iso(_text(item, "date_modified"))
    shown = _text(item, "summary") or _text(item, "content_text")
    title = _plain(_text(item, "title")) or _beginning(shown, is_html=False)
    return EntryFields(url=_whole(link, url), title=title, date=date)


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _whole(link: str, url: str) -> str:
    """The link as an absolute one, "" where it is none of the web."""
    try:
        if not url:
            return check_link(link.strip(), ports=_PORTS, local_names=True).url
        here = check_link(url, ports=_PORTS, local_names=True)
        return join_link(here, link.strip(), ports=_PORTS, local_names=True).url if link.strip() else ""
    except LoadError:
        return ""


def _plain(text: str, *, is_html: bool = False) -> str:
    text = unescape(_TAG.sub("", text) if is_html else text)
    shown = (char if char.isprintable() or char in _JOINERS else _REPLACED.get(category(char), "") for char in text)
    return " ".join("".join(shown).split())[:_LONGEST_TITLE]


def _iso(text: str) -> str:
    """A date as it was written: with its zone where it names one, a day alone where it names no time."""
    text = text.strip()[:40]
    moment = _moment(text)
    if moment is None:
        return ""
    return moment.date().isoformat() if len(text) <= _DAY_ALONE else moment.isoformat()


def _sortable(date: str) -> datetime:
    moment = _moment(date) or _EARLIEST
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _moment(text: str) -> datetime | None:
    for read_date in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read_date(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
