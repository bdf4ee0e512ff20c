"""Opens DOCX files: a zip of XML parts (ECMA-376, part 2), read with nothing believed. In the reading process only."""

from __future__ import annotations

from io import BytesIO
from posixpath import normpath
from typing import Final
from zipfile import ZipFile

from lxml import etree

from bot.core.errors import LoadError

_MAX_ENTRIES: Final = 5_000
_MAX_UNPACKED: Final = 200_000_000
"""Bytes of all parts together, as declared; pictures are most of it."""
_MAX_RATIO: Final = 200
"""Unpacked to packed, of the whole; text shrinks to a tenth, seldom to a fiftieth."""
_SMALL: Final = 5_000_000
"""Below so many unpacked bytes no ratio is too high."""
_MAX_PART: Final = 40_000_000
"""Bytes of one part as really unpacked."""
_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN: Final = "/officeDocument"


class Package:
    """The parts of a DOCX file."""

    def __init__(self, body: bytes) -> None:
        """Raises `LoadError`: broken_file, too_large(limit), encrypted; zipfile's errors where it is no zip."""
        self._zip = ZipFile(BytesIO(body))
        entries = self._zip.infolist()
        if len(entries) > _MAX_ENTRIES:
            raise LoadError("broken_file")
        unpacked = sum(entry.file_size for entry in entries)
        packed = sum(entry.compress_size for entry in entries)
        if unpacked > _MAX_UNPACKED or (unpacked > _SMALL and unpacked > _MAX_RATIO * packed):
            raise LoadError("too_large", limit=_MAX_UNPACKED)
        if any(entry.flag_bits & 1 for entry in entries):
            raise LoadError("encrypted")
        self._names = {entry.filename for entry in entries}

    def main_part(self) -> str:
        """Return the name of the part that holds the text; raises `LoadError("broken_file")`."""
        relations = self.part("_rels/.rels")
        for relation in () if relations is None else relations.iter(_RELATIONS):
            if relation.get("Type", "").endswith(_MAIN):
                name = normpath(str(relation.get("Target", ""))).lstrip("/")
                if name in self._names:
                    return name
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise LoadError("broken_file")

    def part(self, name: str) -> etree._Element | None:
        """Return the root of a part, None where there is no such part.

        Raises `LoadError`: too_large(limit), broken_file (a document type, which these files never have: part 2,
        section 8.4 of the standard); lxml's errors where it is no XML.
        """
        if name not in self._names:
            return None
        with self._zip.open(name) as packed:
            text = packed.read(_MAX_PART + 1)
        if len(text) > _MAX_PART:
            raise LoadError("too_large", limit=_MAX_PART)
        parser = etree.XMLParser(
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        root = etree.fromstring(text, parser)
        if root.getroottree().docinfo.doctype:
            raise LoadError("broken_file")
        return root
