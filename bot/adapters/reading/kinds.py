"""Tells what bytes are: a page, a document, a feed, plain text, or something that is no article."""

from __future__ import annotations

import re
from typing import Final, Literal

from bot.adapters.reading.zip_names import zip_names
from bot.core.errors import LoadError

Kind = Literal["page", "text", "pdf", "docx", "markdown", "feed"]

MAX_DOCUMENT: Final = 20_000_000
"""Bytes of a PDF or DOCX file, which are mostly pictures and fonts."""
MAX_TEXT: Final = 5_000_000
"""Bytes of anything else."""

_HEAD_BYTES: Final = 2_048
_PDF_HEAD: Final = 1_024
"""Bytes within which a PDF begins (ISO 32000-1, annex H, note 13)."""
_MAGIC: Final = (
    (b"\x1f\x8b", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"AT&TFORM", "DjVu"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"ID3", "audio"),
    (b"OggS", "audio"),
    (b"fLaC", "audio"),
    (b"\x1aE\xdf\xa3", "video"),
)
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MEDIA: Final = {"image": "picture", "audio": "audio", "video": "video"}
_RIFF: Final = {b"WEBP": "image", b"WAVE": "audio", b"AVI ": "video"}
# What lies at the beginning of an EPUB or OpenDocument file, unpacked.
_MIMETYPES: Final = (
    (b"mimetypeapplication/epub", "e-book"),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "spreadsheet"),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", "presentation"),
)
# Names of the streams in Microsoft's older files. An encrypted newer file is packed into such a one.
_STREAMS: Final = (
    ("WordDocument", "Word 97"),
    ("PowerPoint Document", "presentation"),
    ("Workbook", "spreadsheet"),
    ("Book", "spreadsheet"),
)
_DOCUMENT: Final = re.compile(r"word/document[0-9]*\.xml")
# What the lookahead has found is not looked at again: a possessive group, which early Python 3.11 gets wrong.
_PROLOGUE: Final = (
    r"(?=(?P<prologue>(?:\s|\xef\xbb\xbf|\xff\xfe|\xfe\xff|<\?[^<>]{0,300}>|<!--(?:[^-]|-(?!->))*-->)*))(?P=prologue)"
)
_PAGE: Final = re.compile(_PROLOGUE + r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_FEED: Final = re.compile(
    _PROLOGUE + r"(?:<!DOCTYPE\s+rss[^<>\[]{0,300}>\s*)?<(?:rss|(?:[a-z]{1,9}:)?feed|rdf:RDF)[\s>]"
)
_JSON_FEED: Final = re.compile(r"\s*(?:\xef\xbb\xbf)?\{[^{}]{0,1900}https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version")
# A page that a browser saved as one file (RFC 2557); a mail with its pictures is one, too.
_SAVED_PAGE: Final = re.compile(
    rb"\A(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.IGNORECASE
)
_DATA: Final = re.compile(r"\s{0,9}(?:\xef\xbb\xbf)?\s{0,9}[\[{<]")
_PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
_PAGE_NAMES: Final = (".html", ".htm", ".xhtml")
_MARKDOWN_TYPES: Final = frozenset({"text/markdown", "text/x-markdown"})
_MARKDOWN_NAMES: Final = (".md", ".markdown", ".mdown", ".mkd")


def kind_of(body: bytes, *, media_type: str = "", name: str = "") -> Kind:
    """Return the form in which to read `body`; what the bytes show counts more than the media type or the name.

    `name` is a file's name, or the last part of an address. Raises `LoadError`: picture, audio, video,
    unsupported_type(kind) for other formats known by their bytes, encrypted for an office file under a password.
    """
    document = _document(body, media_type, name)
    if document:
        return document
    known = _known_format(body)
    if known in _MEDIA:
        raise LoadError(_MEDIA[known])
    if known:
        raise LoadError("unsupported_type", kind=known)
    if _SAVED_PAGE.search(body[:_HEAD_BYTES]):
        raise LoadError("unsupported_type", kind="MHTML")
    # Latin letters are the same in every charset but UTF-16, where taking the zero bytes away shows them.
    head = body[:_HEAD_BYTES].replace(b"\x00", b"").decode("latin-1")
    if _PAGE.match(head):
        return "page"
    if _FEED.match(head) or _JSON_FEED.match(head):
        return "feed"
    if _is_data(head, media_type):
        raise LoadError("unsupported_type", kind="data")
    return _kind_by_name(media_type, name.lower())


def check_size(body: bytes, form: str) -> None:
    """Raise `LoadError("too_large", limit)` for more bytes than are read in a form."""
    limit = MAX_DOCUMENT if form in {"pdf", "docx"} else MAX_TEXT
    if len(body) > limit:
        raise LoadError("too_large", limit=limit)


def _is_data(head: str, media_type: str) -> bool:
    """Whether it is JSON or XML, neither a page nor a feed."""
    is_named = media_type.endswith(("/json", "+json", "/xml", "+xml")) and media_type not in _PAGE_TYPES
    return (is_named and _DATA.match(head) is not None) or head.lstrip().startswith("<?xml")


def _kind_by_name(media_type: str, name: str) -> Kind:
    if media_type in _MARKDOWN_TYPES or (media_type not in _PAGE_TYPES and name.endswith(_MARKDOWN_NAMES)):
        return "markdown"
    return "page" if media_type in _PAGE_TYPES or name.endswith(_PAGE_NAMES) else "text"


def _document(body: bytes, media_type: str, name: str) -> Kind | None:
    is_named = media_type == "application/pdf" or name.lower().endswith(".pdf")
    if body.startswith(b"%PDF-") or (is_named and b"%PDF-" in body[:_PDF_HEAD]):
        return "pdf"
    if not body.startswith(_ZIP):
        return None
    names = zip_names(body)
    if any(_DOCUMENT.fullmatch(part) for part in names) or (not names and b"word/" in body[:_HEAD_BYTES]):
        return "docx"
    return None


def _known_format(body: bytes) -> str | None:
    if body[:4] == b"RIFF":
        return _RIFF.get(body[8:12])
    if body[4:8] == b"ftyp":
        return "image" if body[8:12] in {b"avif", b"heic", b"heix", b"mif1"} else "video"
    if body.startswith(_OLE):
        return _old_office(body)
    if body.startswith(_ZIP):
        return _zipped(body)
    return next((kind for magic, kind in _MAGIC if body.startswith(magic)), None)


def _old_office(body: bytes) -> str:
    """Microsoft's compound files ([MS-CFB]), whose directory names their streams in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in body:
        raise LoadError("encrypted")
    named = ((f"{stream}\x00".encode("utf-16-le"), kind) for stream, kind in _STREAMS)
    return next((kind for stream, kind in named if stream in body), "Microsoft Office 97")


def _zipped(body: bytes) -> str:
    kind = next((kind for start, kind in _MIMETYPES if start in body[:_HEAD_BYTES]), None)
    if kind:
        return kind
    names = zip_names(body)
    if any(part.startswith("xl/") for part in names):
        return "spreadsheet"
    return "presentation" if any(part.startswith("ppt/") for part in names) else "archive"
