"""What an answer says that it holds: whether it can be an article, and how large it may be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

import httpx2

from bot.core.errors import LoadError

Form = Literal["page", "document", "unknown"]

_CHARSET: Final = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([a-z0-9._:-]{1,40})", re.IGNORECASE)
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMS: Final[dict[str, Form]] = {
    "": "unknown",
    "application/binary": "unknown",
    "application/force-download": "unknown",
    "application/json": "page",
    # Many servers know no other name for Word's files, old and new.
    "application/msword": "unknown",
    "application/octet-stream": "unknown",
    "application/pdf": "document",
    "application/x-download": "unknown",
    "application/x-pdf": "document",
    "application/xml": "page",
    "binary/octet-stream": "unknown",
    "text/html": "page",
    "text/json": "page",
    "text/markdown": "page",
    "text/plain": "page",
    "text/x-markdown": "page",
    "text/xml": "page",
    _WORD: "document",
}
# A structured syntax suffix (RFC 6838, section 4.2.8): XHTML, RSS, Atom, JSON Feed and the like.
_STRUCTURED: Final = ("+xml", "+json")
_DOCUMENT_STARTS: Final = (b"%PDF-", b"PK\x03\x04")
_MEDIA: Final = {"image": "picture", "audio": "audio", "video": "video"}
_MEDIA_LISTS: Final = {
    "application/dash+xml": "video",
    "application/ogg": "audio",
    "application/vnd.apple.mpegurl": "video",
    "application/x-mpegurl": "video",
}
_KINDS: Final = {
    "application/epub+zip": "e-book",
    "application/gzip": "archive",
    "application/rtf": "RTF",
    "application/vnd.rar": "archive",
    "application/x-7z-compressed": "archive",
    "application/x-gzip": "archive",
    "application/x-rar-compressed": "archive",
    "application/x-tar": "archive",
    "application/x-zip-compressed": "archive",
    "application/zip": "archive",
    "text/rtf": "RTF",
}


@dataclass(frozen=True, slots=True)
class Content:
    """What was announced of a body."""

    media_type: str
    """In lower case without parameters; "" where the server named none."""
    charset: str | None
    form: Form
    is_gzip: bool

    def is_document(self, start: bytes) -> bool:
        """Tell whether it is a PDF or a Word file, where nobody said so from how it begins."""
        return self.form == "document" or (self.form == "unknown" and start.startswith(_DOCUMENT_STARTS))


def content_of(response: httpx2.Response) -> Content:
    """Return what is coming, if it can be an article.

    Raises `LoadError`: picture, audio, video, unsupported_type(kind).
    """
    named, _, parameters = response.headers.get("content-type", "").partition(";")
    media_type = named.partition(",")[0].strip().lower()  # some servers name it twice
    charset = _CHARSET.search(parameters)
    return Content(
        media_type=media_type,
        charset=charset[1] if charset else None,
        form=_form(media_type),
        is_gzip=_is_gzip(response),
    )


def _form(media_type: str) -> Form:
    main = media_type.partition("/")[0]
    medium = _MEDIA.get(main) or _MEDIA_LISTS.get(media_type)
    if medium:
        raise LoadError(medium)
    form: Form | None = "page" if media_type.endswith(_STRUCTURED) else _FORMS.get(media_type)
    if form is None:
        raise LoadError("unsupported_type", kind=_KINDS.get(media_type, "file"))
    return form


def _is_gzip(response: httpx2.Response) -> bool:
    """Let gzip pass once: other codings were not asked for, and a chain of them is a bomb."""
    named = response.headers.get_list("content-encoding", split_commas=True)
    codings = [coding for coding in (name.strip().lower() for name in named) if coding not in {"", "identity"}]
    if codings not in ([], ["gzip"], ["x-gzip"]):
        raise LoadError("unsupported_type", kind="compressed")
    return bool(codings)
