"""What a PDF says of itself: its information dictionary, else its XMP packet. Runs in the reading process only."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final, TypeVar

from pypdf import PdfReader

from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.properties import plausible_authors

T = TypeVar("T")
_LONGEST: Final = 1_000
_BROWSER: Final = re.compile(r"Mozilla|Chrom(?:e|ium)|Firefox|Safari|Edge?/|wkhtmltopdf|Skia/PDF", re.IGNORECASE)


def read_facts(reader: PdfReader) -> PageFields:
    """Return title, authors, dates and language as stated (ISO 32000-1, 14.3); empty where missing or broken."""
    info = _stated(lambda: reader.metadata)
    title = _stated(lambda: info.title if info else None)
    author = _stated(lambda: info.author if info else None)
    printed = is_printed_page(reader)
    created = None if printed else _stated(lambda: info.creation_date if info else None)
    changed = None if printed else _stated(lambda: info.modification_date if info else None)
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


def is_printed_page(reader: PdfReader) -> bool:
    """Tell whether a browser printed a page to this file: its dates are then those of the printing."""
    info = _stated(lambda: reader.metadata)
    programs = [_stated(lambda: info.creator if info else None), _stated(lambda: info.producer if info else None)]
    named = " ".join(str(program)[:_LONGEST] for program in programs if program)
    return bool(_BROWSER.search(named)) and "Google Docs" not in named


def _iso(moment: datetime | None) -> list[str]:
    return [moment.isoformat()] if moment else []


def _stated(find: Callable[[], T]) -> T | None:
    try:
        return find()
    except MemoryError:
        raise
    except Exception:  # a broken statement is none, whatever pypdf raises over it
        return None
