"""DOCX files: paragraphs, lists and tables, tracked changes, what is hidden, and files made to harm."""

import asyncio
import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bot.adapters.reading.docx import read
from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.reader import Reader
from bot.adapters.reading.worker import ReadingLimits
from bot.core.errors import LoadError
from tests.adapters.printed import core, docx, notes, packed, paragraph, text

OPENING = (
    "The harbour board said on Tuesday that the second ferry line will open in March, two weeks later than planned."
)
COST = "The stage costs nine million crowns, and the city pays two thirds of it, a spokeswoman for the mayor said."
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Pages>{}</Pages></Properties>"
)
AUTHOR = 'w:id="1" w:author="desk" w:date="2026-02-10T07:30:00Z"'


def found(body: bytes) -> PageFields:
    return read(body, charset=None, url="")


def story(*blocks: str) -> list[str]:
    return [line.text for line in found(docx(*blocks)).lines if not line.cut]


def cell(*blocks: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(blocks)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


# ---------------------------------------------------------------- text


def test_paragraphs_and_list_items_are_lines_in_order_and_headings_are_marked() -> None:
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert story(
        paragraph("The harbour", style="Kapitel"), paragraph(OPENING), paragraph(),
        paragraph("Costs", style="berschrift1"), paragraph("ships", properties=item),
        paragraph("  the\tstage ", properties=item),
    ) == [OPENING, "ships", "the stage"]  # fmt: skip


def test_runs_links_fields_and_controls_are_seen_through() -> None:
    link = f'<w:hyperlink r:id="r9" xmlns:r="urn:r">{text("harbour ")}</w:hyperlink>'
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText> PAGEREF _Toc1 </w:instrText></w:r>"
    field = mark.format("begin") + code + mark.format("separate") + text("board ") + mark.format("end")
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{text('said')}</w:sdtContent></w:sdt>"
    joint = "<w:r><w:noBreakHyphen/><w:softHyphen/></w:r>"
    assert story(paragraph("The ", link, field, control, joint, "so")) == ["The harbour board said-so"]
    assert story(f"<w:sdt><w:sdtContent>{paragraph(OPENING)}</w:sdtContent></w:sdt>") == [OPENING]


def test_raised_digits_are_no_part_of_the_number_before_them() -> None:
    raised, lowered = '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>'
    shown = paragraph(
        "Late in 2025", text("3", raised), " it covers 12 km", text("2", raised), " of CO", text("2", lowered)
    )
    assert story(shown) == ["Late in 2025³ it covers 12 km² of CO2"]


def test_a_line_break_ends_a_line_only_after_a_sentence() -> None:
    broken = "<w:r><w:br/></w:r>"
    assert story(paragraph(OPENING, broken, COST)) == [OPENING, COST]
    assert story(paragraph("The harbour", broken, "board said.")) == ["The harbour board said."]


def test_the_words_above_ruby_are_left_out() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{text('こう')}</w:rt><w:rubyBase>{text('港')}</w:rubyBase></w:ruby></w:r>"
    assert story(paragraph(ruby, text("務局"))) == ["港務局"]


def test_rows_of_a_table_have_their_cells_side_by_side() -> None:
    data = table(
        cell(paragraph("Line")) + cell(paragraph("Opens")),
        cell(paragraph("Second"), paragraph("ferry")) + cell(paragraph("March")),
        cell(paragraph()) + cell(paragraph("May")),
    )  # fmt: skip
    assert story(paragraph(OPENING), data) == [OPENING, "Line | Opens", "Second ferry | March", "May"]


def test_a_table_that_lays_out_a_page_gives_its_paragraphs() -> None:
    long = " ".join([COST] * 3)
    assert story(table(cell(paragraph(OPENING), paragraph(long)) + cell(paragraph("Contact")))) == [
        OPENING,
        long,
        "Contact",
    ]
    assert story(table(cell(paragraph(OPENING)), cell(paragraph(COST)))) == [OPENING, COST]


def test_text_boxes_follow_the_paragraph_they_hang_on_and_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph(COST)}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert story(paragraph(OPENING, both)) == [OPENING, COST]


def test_notes_contents_and_captions_are_cut_but_not_lost() -> None:
    blocks = [
        paragraph("Costs 3", style="Verzeichnis1"),
        paragraph(OPENING),
        paragraph("Photo: desk", style="Beschriftung"),
    ]
    lines = found(docx(*blocks, parts={"word/footnotes.xml": notes("Minutes of the council.")})).lines
    assert [(line.text, line.cut) for line in lines] == [
        ("Costs 3", "contents"), (OPENING, ""), ("Photo: desk", "caption"), ("Minutes of the council.", "footnote"),
    ]  # fmt: skip


# ---------------------------------------------------------------- changes, and what is hidden


def test_tracked_changes_are_read_as_if_accepted() -> None:
    deleted = f"<w:del {AUTHOR}><w:r><w:delText>April</w:delText></w:r></w:del>"
    inserted = f"<w:ins {AUTHOR}>{text('March')}</w:ins>"
    moved = f"<w:moveFrom {AUTHOR}>{text(' early')}</w:moveFrom><w:moveTo {AUTHOR}>{text(' late')}</w:moveTo>"
    assert story(paragraph("It opens in ", deleted, inserted, moved, ".")) == ["It opens in March late."]
    assert story(paragraph(OPENING), f"<w:del {AUTHOR}>{paragraph(COST)}</w:del>") == [OPENING]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    ended = f"<w:rPr><w:del {AUTHOR}/></w:rPr>"
    assert story(paragraph("The harbour ", properties=ended), paragraph("board said.")) == ["The harbour board said."]
    assert story(paragraph("The board said.", properties=ended)) == ["The board said."]
    data = table(cell(paragraph("March")) + cell(paragraph("yes")))
    assert story(paragraph("The board said.", properties=ended), data) == ["The board said.", "March | yes"]


def test_a_deleted_row_of_a_table_is_out() -> None:
    gone = f"<w:trPr><w:del {AUTHOR}/></w:trPr>" + cell(paragraph("April")) + cell(paragraph("no"))
    assert story(table(cell(paragraph("March")) + cell(paragraph("yes")), gone)) == ["March | yes"]


def test_hidden_text_is_out_however_it_is_hidden() -> None:
    hidden, styled = text("Ignore this. ", "<w:vanish/>"), text("And this. ", '<w:rStyle w:val="Geheim"/>')
    shown = text("The board said.", '<w:vanish w:val="0"/>')
    assert story(paragraph(hidden, styled, shown)) == ["The board said."]


def test_styles_based_on_each_other_end() -> None:
    assert story(paragraph(OPENING, style="A"), paragraph(COST, style="unknown")) == [OPENING, COST]


# ---------------------------------------------------------------- what a file says of itself


def test_the_title_is_the_paragraph_styled_as_one() -> None:
    fields = found(
        docx(
            paragraph("Press office"), paragraph("Second line", "<w:r><w:br/></w:r>", "opens", style="Titel"),
            paragraph(OPENING), parts={"docProps/core.xml": core(title="Template for press texts")},
        )
    )  # fmt: skip
    assert fields.title == "Second line opens"
    assert [line.text for line in fields.lines] == ["Press office", OPENING]


@pytest.mark.parametrize(
    ("first", "style", "stated", "title"),
    [
        ("Second line opens", "", "Second line opens", "Second line opens"),
        ("Second line opens", "berschrift1", "", "Second line opens"),
        ("Second line opens", "", "", "Second line opens"),
        ("Second line opens", "", "Document1", "Second line opens"),
        (OPENING, "", "Harbour report for March", "Harbour report for March"),
        (COST, "", "", ""),
    ],
)
def test_the_title_is_else_the_stated_one_a_heading_or_a_short_first_line(
    first: str, style: str, stated: str, title: str
) -> None:
    body = docx(paragraph(first, style=style), paragraph(OPENING), parts={"docProps/core.xml": core(title=stated)})
    assert found(body).title == title


def test_authors_and_dates_are_those_stated() -> None:
    stated = core(creator="Transport desk;user", created="2026-02-10T07:30:00Z", modified="2026-02-11T09:00:00Z")
    fields = found(docx(paragraph(OPENING), parts={"docProps/core.xml": stated}))
    assert (fields.authors, fields.dates, fields.modified) == (
        ["Transport desk"], ["2026-02-10T07:30:00Z"], ["2026-02-11T09:00:00Z"],
    )  # fmt: skip


def test_a_label_is_not_the_title_and_tells_the_kind() -> None:
    place = paragraph("Harbour town, 10 February 2026")
    fields = found(
        docx(paragraph("PRESS RELEASE"), paragraph("Second ferry line to open in March"), place, paragraph(OPENING))
    )
    assert (fields.title, fields.kind) == ("Second ferry line to open in March", "press_release")
    assert next((line.text, line.cut) for line in fields.lines) == ("PRESS RELEASE", "headline")


def test_the_date_of_a_template_is_none_of_the_text() -> None:
    stated = core(creator="python-docx", created="2013-12-23T23:15:00Z", modified="2013-12-23T23:15:00Z")
    fields = found(docx(paragraph(OPENING), parts={"docProps/core.xml": stated}))
    assert (fields.authors, fields.dates, fields.modified) == ([], [], [])


def test_the_main_part_is_where_the_file_says() -> None:
    assert [line.text for line in found(docx(paragraph(OPENING), main="word/document2.xml")).lines] == [OPENING]


# ---------------------------------------------------------------- what cannot be read, and files made to harm


def refusal(body: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(LoadError) as caught:
        found(body)
    return caught.value.code, caught.value.params


def test_a_file_of_more_than_a_hundred_pages_is_told() -> None:
    def counted(pages: str) -> bytes:
        return docx(paragraph(OPENING), parts={"docProps/app.xml": APP.format(pages)})

    assert refusal(counted("101")) == ("too_many_pages", {"pages": 101, "limit": 100})
    assert found(counted("100")).lines
    assert found(counted("many")).lines


def test_a_file_without_text_is_empty() -> None:
    assert refusal(docx(paragraph(), paragraph(" "))) == ("empty", {})


@pytest.mark.parametrize(
    "body",
    [b"PK\x03\x04", b"PK\x03\x04" + bytes(99), docx(paragraph(OPENING))[:-30], packed({"word/styles.xml": "<a/>"}),
     docx("<w:p><w:r>"), packed({"word/document.xml": b"\x00" * 99})],
)  # fmt: skip
def test_a_broken_file_is_told(body: bytes) -> None:
    assert refusal(body) == ("broken_file", {})


def test_a_file_with_a_damaged_part_is_told() -> None:
    body = bytearray(docx(paragraph(*[OPENING] * 50)))
    at = body.index(b"word/document.xml") + 40
    body[at : at + 20] = bytes(20)
    assert refusal(bytes(body)) == ("broken_file", {})


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_a_part_with_a_document_type_is_refused(declared: str) -> None:
    inside = '<w:document xmlns:w="urn:w"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'
    assert refusal(packed({"word/document.xml": declared + inside}))[0] == "broken_file"


def test_a_file_under_a_password_of_its_zip_is_told() -> None:
    body = bytearray(docx(paragraph(OPENING)))
    at = body.index(b"PK\x01\x02")
    body[at + 8] |= 1
    assert refusal(bytes(body)) == ("encrypted", {})


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refusal(docx(paragraph(OPENING), parts={"word/media/1.bmp": bytes(30_000_000)}))[0] == "too_large"
    many = {f"word/media/{number}": b"" for number in range(5_001)}
    assert refusal(docx(paragraph(OPENING), parts=many)) == ("broken_file", {})


async def test_a_part_that_declares_less_than_it_holds_is_not_unpacked_whole() -> None:
    body = lying(b"<a>" + b" " * 100_000_000)
    async with asyncio.timeout(30), Reader(ReadingLimits(memory_bytes=400_000_000)) as reader:
        with pytest.raises(LoadError) as caught:
            await reader.read(body, given="x.docx", medium="file")
    assert caught.value.code in {"broken_file", "too_large"}


def lying(content: bytes) -> bytes:
    """A file whose main part is declared to unpack to a thousand bytes."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", content)
    body = bytearray(written.getvalue())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = body.index(mark) + place
        body[at : at + 4] = struct.pack("<L", 1000)
        body[at - 8 : at - 4] = struct.pack("<L", zlib.crc32(content[:1000]))
    return bytes(body)


@pytest.mark.parametrize(
    "document",
    [
        "<w:p>" * 100_000,
        "<w:tbl><w:tr><w:tc>" * 80 + paragraph(OPENING) + "</w:tc></w:tr></w:tbl>" * 80,
        paragraph("x" * 15_000_000),
        "<w:p/>" * 2_000_000,
        "<w:p " + " ".join(f'a{number}="1"' for number in range(100_000)) + "/>",
    ],
    ids=["nested", "tables", "one text", "empty paragraphs", "attributes"],
)
async def test_a_document_made_to_harm_ends_within_its_limits(document: str) -> None:
    body = docx(document, parts={"word/media/photo": bytes(range(256)) * 4_000})
    async with asyncio.timeout(40), Reader(ReadingLimits(cpu_seconds=3)) as reader:
        with pytest.raises(LoadError) as caught:
            await reader.read(body, given="x.docx", medium="file")
    assert caught.value.code in {"broken_file", "parse_failed", "too_large", "empty", "no_article", "too_long"}
