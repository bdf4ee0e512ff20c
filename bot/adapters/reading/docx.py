"""Reads DOCX files (ECMA-376, part 1, WordprocessingML). Runs in the reading process only.

A small reader of our own, since what libraries for these files leave to their user is what counts here: tracked
changes as if accepted, hidden text out, notes apart, and bounds to what a file may unpack to.
"""

from __future__ import annotations

from collections.abc import Sequence
from posixpath import dirname, join
from typing import Final

from bot.adapters.reading.docx_package import Package
from bot.adapters.reading.docx_text import Block, Styles, blocks_of, notes_of
from bot.adapters.reading.fields import Line, PageFields
from bot.adapters.reading.genres import kind_of_label
from bot.adapters.reading.properties import MAX_PAGES, plausible_authors, plausible_title
from bot.core.errors import LoadError

_DC: Final = "{http://purl.org/dc/elements/1.1/}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_PAGES: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Pages"
_NEAR_THE_TOP: Final = 6
_LONGEST_TITLE: Final = 250
_LONGEST_LABEL: Final = 120
_TEMPLATES: Final = frozenset({"2013-12-23T23:15:00Z"})
"""What the template of a library says (python-docx), and so many files that were never dated."""


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:  # noqa: ARG001
    """Return the text of a DOCX file and what it says of itself.

    Raises `LoadError`: encrypted, too_large(limit), too_many_pages(pages, limit), empty, broken_file.
    """
    try:
        return _read(Package(body))
    except (LoadError, MemoryError):
        raise
    except Exception as error:  # zipfile also lets through what its decompressors raise
        raise LoadError("broken_file") from error


def _read(package: Package) -> PageFields:
    main = package.main_part()
    _check_pages(package)
    styles = Styles(package.part(join(dirname(main), "styles.xml")))
    document = package.part(main)
    blocks = [] if document is None else list(blocks_of(document, styles))
    if not blocks:
        raise LoadError("empty")
    for notes in ("footnotes.xml", "endnotes.xml"):
        blocks += notes_of(package.part(join(dirname(main), notes)), styles)
    stated = _stated(package)
    label = _label(blocks)
    title, shown = _title([block for block in blocks if block is not label], plausible_title(stated.title))
    left = (block for block in blocks if block is not shown)
    lines = [Line(text=block.text, cut="headline" if block is label else _cut(block)) for block in left]
    return stated.model_copy(update={"title": title, "lines": lines, "kind": "press_release" if label else ""})


def _cut(block: Block) -> str:
    return block.cut or ("heading" if block.role == "heading" else "")


def _label(blocks: Sequence[Block]) -> Block | None:
    """The paragraph near the top that only says that this is a press release."""
    top = (block for block in blocks[:_NEAR_THE_TOP] if not block.cut and len(block.text) < _LONGEST_LABEL)
    return next((block for block in top if kind_of_label(block.text) == "press_release"), None)


def _check_pages(package: Package) -> None:
    """Believe the number of pages that the writing program counted."""
    counted = package.part("docProps/app.xml")
    pages = "" if counted is None else counted.findtext(_PAGES, "").strip()
    if pages.isascii() and pages.isdigit() and len(pages) < 7 and int(pages) > MAX_PAGES:
        raise LoadError("too_many_pages", pages=int(pages), limit=MAX_PAGES)


def _stated(package: Package) -> PageFields:
    core = package.part("docProps/core.xml")
    if core is None:
        return PageFields()
    found = {name: core.findtext(tag, "").strip() for name, tag in (
        ("title", f"{_DC}title"), ("creator", f"{_DC}creator"), ("language", f"{_DC}language"),
        ("created", f"{_TERMS}created"), ("modified", f"{_TERMS}modified"),
    )}  # fmt: skip
    return PageFields(
        title=found["title"],
        authors=plausible_authors([found["creator"]]),
        dates=[found["created"]] if found["created"] and found["created"] not in _TEMPLATES else [],
        modified=[found["modified"]] if found["modified"] and found["modified"] not in _TEMPLATES else [],
        language=found["language"],
    )


def _title(blocks: Sequence[Block], stated: str) -> tuple[str, Block | None]:
    """Return the title and the block that shows it: one styled as title or as stated, else the first heading."""
    top = [block for block in blocks if not block.cut][:_NEAR_THE_TOP]
    short = [block for block in top if len(block.text) <= _LONGEST_TITLE]
    chosen = (
        next((block for block in short if block.role == "title"), None)
        or next((block for block in short if stated and _fold(block.text) == _fold(stated)), None)
        or next((block for block in short if block.role == "heading"), None)
    )
    if chosen:
        return chosen.text, chosen
    first = top[0] if len(top) > 1 else None
    if (
        stated
        or first is None
        or not plausible_title(first.text)
        or len(first.text) > max(len(block.text) for block in top[1:3])
    ):
        return stated, None
    return ("", None) if first.text.endswith((".", ":", ",", ";")) else (first.text, first)


def _fold(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
