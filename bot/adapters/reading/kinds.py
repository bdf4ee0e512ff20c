"""Tells what bytes are from how they begin: a page, plain text, or something that is no article."""

from __future__ import annotations

import re
from typing import Final, Literal

from bot.core.errors import LoadError

Kind = Literal["page", "text"]

_HEAD_BYTES: Final = 2_048
_MAGIC: Final = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"ID3", "audio"),
    (b"OggS", "audio"),
    (b"fLaC", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
)
_RIFF: Final = {b"WEBP": "image", b"WAVE": "audio", b"AVI ": "video"}
_ZIPPED: Final = ((b"word/", "Word"), (b"mimetypeapplication/epub", "e-book"), (b"xl/", "spreadsheet"))
# What the lookahead has found is not looked at again: a possessive group, which early Python 3.11 gets wrong.
_PROLOGUE: Final = (
    r"(?=(?P<prologue>(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<\?[^<>]{0,300}>|<!--(?:[^-]|-(?!->))*-->)*))(?P=prologue)"
)
_PAGE: Final = re.compile(_PROLOGUE + r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_FEED: Final = re.compile(_PROLOGUE + r"<(?:rss|feed|rdf:RDF)[\s>]")
_PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
_PAGE_NAMES: Final = (".html", ".htm", ".xhtml")


def kind_of(body: bytes, *, media_type: str = "", name: str = "") -> Kind:
    """Return "page" or "text"; what the bytes show counts more than the media type or the name.

    Raises `LoadError("unsupported_type", kind)` for formats known by their first bytes.
    """
    known = _known_format(body)
    if known:
        raise LoadError("unsupported_type", kind=known)
    # Latin letters are the same in every charset but UTF-16, where taking the zero bytes away shows them.
    head = body[:_HEAD_BYTES].replace(b"\x00", b"").decode("latin-1")
    if _PAGE.match(head):
        return "page"
    if _FEED.match(head):
        raise LoadError("unsupported_type", kind="news feed")
    is_page = media_type in _PAGE_TYPES or name.lower().endswith(_PAGE_NAMES)
    return "page" if is_page else "text"


def _known_format(body: bytes) -> str | None:
    if body[:4] == b"RIFF":
        return _RIFF.get(body[8:12])
    if body[4:8] == b"ftyp":
        return "image" if body[8:12] in {b"avif", b"heic", b"heix", b"mif1"} else "video"
    kind = next((kind for magic, kind in _MAGIC if body.startswith(magic)), None)
    if body.startswith(b"PK\x03\x04"):
        return next((inner for part, inner in _ZIPPED if part in body[:_HEAD_BYTES]), kind)
    return kind
