"""Writes small PDF and DOCX files for tests, as the standards say and as office programs would."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WIDTH, HEIGHT = 595, 842
"""A4 in points."""
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    b"stream\n\x80\nendstream"
)


@dataclass(frozen=True)
class Print:
    """Words at a place of a page, in points from the lower left corner."""

    text: str
    y: float
    x: float = 72
    size: float = 11


def rows(*texts: str, top: float = 700, x: float = 72, size: float = 11, step: float = 1.2) -> list[Print]:
    """Rows below each other, `step` times their size apart; "" leaves one empty."""
    return [Print(text, top - number * size * step, x, size) for number, text in enumerate(texts) if text]


def drawn(page: Sequence[Print]) -> bytes:
    """The content stream that draws a page."""
    return b"\n".join(_placed(item) + b"(" + _escaped(item.text) + b") Tj ET" for item in page)


def _placed(item: Print) -> bytes:
    return f"BT /F1 {item.size} Tf 1 0 0 1 {item.x} {item.y} Tm ".encode()


def pdf(*pages: Sequence[Print], info: str = "", picture: bool = False, catalogue: str = "") -> bytes:
    """A PDF of pages with one font; `picture` puts one on each page, `info` and `catalogue` are entries as written."""
    return pdf_of([drawn(page) for page in pages], info=info, picture=picture, catalogue=catalogue)


def pdf_of(contents: Sequence[bytes], *, info: str = "", picture: bool = False, catalogue: str = "") -> bytes:
    """A PDF of pages with these content streams."""
    first = 6
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(contents)))
    shown = "/XObject << /P 5 0 R >>" if picture else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        FONT,
        f"<< {info} >>".encode("latin-1"),
        PICTURE,
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] "
            f"/Resources << /Font << /F1 3 0 R >> {shown} >> /Contents {first + 2 * number + 1} 0 R >>".encode()
        )
        objects.append(stream(content))
    return file_of(objects)


def stream(content: bytes, entries: str = "") -> bytes:
    """A stream object, deflated."""
    packed = zlib.compress(content, 9)
    return f"<< /Length {len(packed)} /Filter /FlateDecode {entries} >>\nstream\n".encode() + packed + b"\nendstream"


def file_of(objects: Sequence[bytes], trailer: str = "/Root 1 0 R /Info 4 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    body, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    start = len(body)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    body += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    return bytes(body) + f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()


def _escaped(text: str) -> bytes:
    body = text.encode("cp1252")
    return body.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


# ---------------------------------------------------------------- DOCX

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{}"/>'
    "</Relationships>"
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
STYLES = (
    f"<w:styles {_W}>"
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kapitel"><w:name w:val="Part"/><w:basedOn w:val="berschrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>'
    '<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    "</w:styles>"
)


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs; a run that is no XML is a text."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(run if run.startswith("<") else text(run) for run in runs)
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{inside}</w:p>"


def text(words: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def docx(*blocks: str, parts: Mapping[str, str | bytes] | None = None, main: str = "word/document.xml") -> bytes:
    """A DOCX file with these blocks as its body, and further `parts` by name."""
    document = f"<w:document {_W} {_MC}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
    return packed({
        "[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS.format(main), main: document,
        "word/styles.xml": STYLES, **(parts or {}),
    })  # fmt: skip


def core(title: str = "", creator: str = "", created: str = "", modified: str = "") -> str:
    """The core properties of a file."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        f"<dcterms:created>{created}</dcterms:created><dcterms:modified>{modified}</dcterms:modified></cp:coreProperties>"
    )


def notes(*texts: str) -> str:
    """A part of footnotes; the first one is the line that parts them from the text, as in every file."""
    line = f'<w:footnote w:type="separator" w:id="0">{paragraph("-----")}</w:footnote>'
    numbered = (f'<w:footnote w:id="{n}">{paragraph(note)}</w:footnote>' for n, note in enumerate(texts, start=1))
    return f"<w:footnotes {_W}>{line}{''.join(numbered)}</w:footnotes>"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of parts by name."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()
