"""Reads PDF files that hold text (ISO 32000). Runs in the reading process only.

What a file is made to cost is bounded by that process; pypdf's own limits keep the usual tricks below it. Not handled:
text that is only a picture, columns that a file draws row by row across the page, tables as tables.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from io import BytesIO
from itertools import takewhile
from typing import Final

from pypdf import PageObject, PasswordType, PdfReader, apply_configuration
from pypdf.errors import DependencyError
from pypdf.generic import DictionaryObject, NullObject

from bot.adapters.reading.fields import Line, PageFields
from bot.adapters.reading.genres import kind_of_label
from bot.adapters.reading.pdf_facts import is_printed_page, read_facts
from bot.adapters.reading.pdf_rows import Row, rows_of
from bot.adapters.reading.print_lines import Paragraph, paragraphs_of
from bot.adapters.reading.properties import MAX_PAGES, plausible_title
from bot.core.errors import LoadError

_MAX_STREAM: Final = 40_000_000
"""Bytes of one stream after decompression."""
_FEW_LETTERS: Final = 60
"""Of a stamp on pages that are pictures; fewer than an article has, even in Chinese."""
_NEAR_THE_TOP: Final = 12
_LARGER: Final = 1.12
_LONGEST_TITLE: Final = 250
_LEAST_LETTERS: Final = 4
_BEHIND: Final = re.compile(r"\s+[|\u2013\u2014\u00b7\u00bb-]\s+(\S.{1,60})")
_RUNNING_TEXT: Final = 120
"""Characters of a paragraph before which a title stands."""


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:  # noqa: ARG001
    """Return the text of a PDF and what it says of itself.

    Raises `LoadError`: encrypted, too_many_pages(pages, limit), scanned(pages), broken_file.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with apply_configuration(
            zlib_maximum_output_length=_MAX_STREAM,
            lzw_maximum_output_length=_MAX_STREAM,
            run_length_maximum_output_length=_MAX_STREAM,
            jbig2dec_binary=None,
            disable_legacy_handling=True,
        ):
            return _read(_opened(body))
    except (LoadError, MemoryError):
        raise
    except Exception as error:  # on a broken file pypdf raises whatever comes up in its depths
        raise LoadError("broken_file") from error


def _opened(body: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(body))
        locked = reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED
    except (DependencyError, NotImplementedError):
        raise LoadError("encrypted") from None
    if locked:
        raise LoadError("encrypted")
    return reader


def _read(reader: PdfReader) -> PageFields:
    count = len(reader.pages)
    if count > MAX_PAGES:
        raise LoadError("too_many_pages", pages=count, limit=MAX_PAGES)
    pages = _rows(reader.pages)
    paragraphs = paragraphs_of(pages)
    letters = sum(char.isalpha() for paragraph in paragraphs if not paragraph.cut for char in paragraph.text)
    if letters == 0 or (letters < _FEW_LETTERS and any(_has_picture(page) for page in reader.pages)):
        raise LoadError("scanned", pages=count)
    facts = read_facts(reader)
    stated = plausible_title(facts.title)
    label = _label(paragraphs)
    title, shown = _title([part for part in paragraphs if part is not label], stated)
    lines = [
        Line(text=part.text, cut="headline" if part is label else part.cut) for part in paragraphs if part is not shown
    ]
    outlet = _tail(stated, title) if is_printed_page(reader) else ""
    kind = "press_release" if label else ""
    unread = sum(not rows and _has_picture(page) for rows, page in zip(pages, reader.pages, strict=True))
    shown_as = {"title": title, "lines": lines, "outlet": outlet, "kind": kind, "pages_unread": unread}
    return facts.model_copy(update=shown_as)


def _label(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The paragraph near the top that only says that this is a press release."""
    top = (part for part in paragraphs[:_NEAR_THE_TOP] if not part.cut and len(part.text) < _RUNNING_TEXT)
    return next((part for part in top if kind_of_label(part.text) == "press_release"), None)


def _tail(stated: str, title: str) -> str:
    """What a browser's title has behind the headline: the name of the site, "" where there is none."""
    tail = _BEHIND.fullmatch(stated[len(title) :]) if title and stated.startswith(title) else None
    return tail[1] if tail else ""


def _rows(pages: Sequence[PageObject]) -> list[list[Row]]:
    """The rows of each page; a page that cannot be read counts as empty while others can."""
    found: list[list[Row]] = []
    failure: Exception | None = None
    for number, page in enumerate(pages):
        try:
            found.append(rows_of(page, number))
        except MemoryError:
            raise
        except Exception as error:  # as above
            failure = error
            found.append([])
    if failure and not any(found):
        raise failure
    return found


def _has_picture(page: PageObject) -> bool:
    resources = page.get("/Resources", NullObject()).get_object()
    named = resources.get("/XObject", NullObject()).get_object() if isinstance(resources, DictionaryObject) else None
    drawn = [each.get_object() for each in named.values()] if isinstance(named, DictionaryObject) else []
    return any(isinstance(each, DictionaryObject) and each.get("/Subtype") == "/Image" for each in drawn)


def _title(paragraphs: Sequence[Paragraph], stated: str) -> tuple[str, Paragraph | None]:
    """Return the title and the paragraph that shows it: the stated one where it is there, else the largest print."""
    if not paragraphs:
        return stated, None
    first = [part for part in paragraphs if part.page == paragraphs[0].page and not part.cut]
    top = [part for part in first if len(part.text) <= _LONGEST_TITLE][:_NEAR_THE_TOP]
    for part in top:
        if stated and (_fold(part.text) == _fold(stated) or _tail(stated, part.text)):
            return part.text, part
    usual = max(paragraphs, key=lambda part: len(part.text)).size
    head = takewhile(lambda part: part.size > usual * _LARGER or len(part.text) < _RUNNING_TEXT, top)
    large = [part for part in head if part.size > usual * _LARGER and len(_fold(part.text)) >= _LEAST_LETTERS]
    largest = max(large, key=lambda part: part.size) if large else None
    if largest and not (stated and _fold(stated) in _fold(" ".join(part.text for part in top))):
        return largest.text, largest
    if stated or not _is_heading(top, paragraphs):
        return stated, None
    return top[0].text, top[0]


def _is_heading(top: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether a file begins with a short paragraph that is no sentence, above a longer one."""
    if len(top) < 1 or top[0] is not paragraphs[0] or len(paragraphs) < 2:
        return False
    text = top[0].text
    is_short = len(text) < min(_RUNNING_TEXT, len(paragraphs[1].text))
    return is_short and bool(plausible_title(text)) and not text.endswith((".", ":", ",", ";"))


def _fold(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
