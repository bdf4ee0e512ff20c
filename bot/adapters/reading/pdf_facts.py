"""What a PDF says of itself: its information dictionary, else its XMP packet. Runs in the reading process only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final, TypeVar

from pypdf import PdfReader

from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.properties import plausible_authors

T = TypeVar("T")
_LONGEST: Final = 1_000


def read_facts(reader: PdfReader) -> PageFields:
    """Return title, authors, dates and language as stated (ISO 32000-1, 14.3); empty where missing or broken."""
    info = _stated(lambda: reader.metadata)
    title = _stated(lambda: info.title if info else None)
    author = _stated(lambda: info.author if info else None)
    created = _stated(lambda: info.creation_date if info else None)
    changed = _stated(lambda: info.modification_date if info else None)
    packet = None if title and author else _stated(lambda: reader.xmp_metadata)
    titles = _stated(lambda: packet.dc_title if packet else None) or {}
    creators = _stated(lambda: packet.dc_creator if packet else None) or []
    language = _stated(lambda: reader.root_object.get("/Lang"))
    return PageFields(
        title=str(title or next(iter(titles.values()), ""))[:_LONGEST],
        authors=plausible_authors(str(name)[:_LONGEST] for name in ([author] if author else creators)),
        dates=_iso(created),
        modified=_iso(changed),
        language=language[:35] if isinstance(language, str) else "",
    )


def _iso(moment: datetime | None) -> list[str]:
    return [moment.isoformat()] if moment else []


def _stated(find: Callable[[], T]) -> T | None:
    try:
        return find()
    except MemoryError:
        raise
    except Exception:  # a broken statement is none, whatever pypdf raises over it
        return None
