"""PDF files: paragraphs out of print, what is page furniture, what a file says of itself, and files made to harm."""

import asyncio
import zlib
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from bot.adapters.reading.article import article_of_page
from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.joining import Vocabulary
from bot.adapters.reading.pdf import read
from bot.adapters.reading.pdf_rows import Collector, Row
from bot.adapters.reading.print_lines import find_furniture, paragraphs_of
from bot.adapters.reading.properties import plausible_authors, plausible_title
from bot.adapters.reading.reader import Reader
from bot.adapters.reading.worker import ReadingLimits
from bot.core.errors import LoadError
from tests.adapters.printed import FONT, Print, drawn, file_of, pdf, pdf_of, rows, stream

OPENING = (
    "The harbour board said on Tuesday that the second ferry line will open",
    "in March, two weeks later than planned, because the new landing stage",
    "was not ready in time.",
)
COST = (
    "The stage costs nine million crowns. The city pays two thirds of the sum",
    "and the region the rest, a spokeswoman for the mayor told the council on",
    "the same evening.",
)
FARES = (
    "Fares stay as they are until the end of the year, the board said, and a",
    "new table of fares will be shown to the council in November at the latest.",
)


def found(body: bytes) -> PageFields:
    return read(body, charset=None, url="")


def story(fields: PageFields) -> list[str]:
    return [line.text for line in fields.lines if not line.cut]


def cut(fields: PageFields) -> list[tuple[str, str]]:
    return [(line.text, line.cut) for line in fields.lines if line.cut]


def joined(*texts: str) -> str:
    return " ".join(texts)


def refusal(body: bytes) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(LoadError) as caught:
        found(body)
    return caught.value.code, caught.value.params


# ---------------------------------------------------------------- paragraphs


def test_rows_become_paragraphs_at_a_larger_space() -> None:
    page = [*rows(*OPENING), *rows(*COST, top=640), *rows(*FARES, top=580)]
    assert story(found(pdf(page))) == [joined(*OPENING), joined(*COST), joined(*FARES)]


def test_rows_become_paragraphs_at_an_indent() -> None:
    def indented(top: float, *texts: str) -> list[Print]:
        first, *others = texts
        return [Print(first, top, x=90), *rows(*others, top=top - 13.2)]

    page = [*rows(*OPENING), *indented(700 - 3 * 13.2, *COST), *indented(700 - 6 * 13.2, *FARES)]
    assert story(found(pdf(page))) == [joined(*OPENING), joined(*COST), joined(*FARES)]


def test_rows_become_paragraphs_after_a_short_row_that_ends_a_sentence() -> None:
    assert story(found(pdf(rows(*OPENING, *COST, *FARES)))) == [joined(*OPENING), joined(*COST), joined(*FARES)]


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    left, right = rows(*OPENING, COST[0]), rows(*COST[1:], top=760, x=320)
    assert story(found(pdf([*left, *right]))) == [joined(*OPENING), joined(*COST)]
    assert story(found(pdf(left, rows(*COST[1:], top=760)))) == [joined(*OPENING), joined(*COST)]


def test_a_new_page_begins_a_paragraph_where_the_sentence_has_ended() -> None:
    assert story(found(pdf(rows(*OPENING), rows(*COST)))) == [joined(*OPENING), joined(*COST)]


def test_items_of_a_list_are_paragraphs_with_their_hanging_rows() -> None:
    page = [
        *rows(*OPENING),
        Print("• nine million crowns for the stage, which is more than", 620),
        Print("the council had set aside;", 606.8, x=84),
        Print("• four million for the ships.", 593.6),
    ]
    assert story(found(pdf(page)))[1:] == [
        "nine million crowns for the stage, which is more than the council had set aside;",
        "four million for the ships.",
    ]


def test_rows_from_right_to_left_are_not_parted_where_they_begin_further_right() -> None:
    texts = ["قالت هيئة الميناء يوم الثلاثاء إن الخط الثاني", "سيفتتح في مارس بعد أسبوعين", "من الموعد المقرر."]
    page = [
        Row(text, x, 700 - 13.2 * at, 11, 0) for at, (text, x) in enumerate(zip(texts, (80, 190, 300), strict=True))
    ]
    assert [part.text for part in paragraphs_of([page])] == [" ".join(texts)]


def test_a_paragraph_may_be_pushed_in_by_a_wide_space() -> None:
    collector = Collector(0)
    for at, text in enumerate(
        [
            "\u3000港务局星期二表示，新的渡轮航线将于三月开通，比原计",
            "划晚两个星期完工并且开通，",
            "\u3000费用由市政府承担。",
        ]
    ):
        collector.hear(f"{text}\n", [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 72, 700 - 13 * at], None, 11)
    found_ = [part.text for part in paragraphs_of([collector.end()])]
    assert found_ == [
        "港务局星期二表示，新的渡轮航线将于三月开通，比原计划晚两个星期完工并且开通，",
        "费用由市政府承担。",
    ]


def test_a_heading_stands_alone() -> None:
    page = [*rows(*OPENING), Print("What it costs", 640, size=14), *rows(*COST, top=622)]
    assert story(found(pdf(page)))[-2:] == ["What it costs", joined(*COST)]


def test_a_large_first_letter_belongs_to_its_word() -> None:
    page = [Print("T", 676, size=40), *rows("he" + OPENING[0][3:], *OPENING[1:], x=100)]
    assert story(found(pdf(page))) == [joined(*OPENING)]


def test_rows_below_a_large_first_letter_go_back_to_the_margin() -> None:
    beside, below = (
        rows("he harbour board said on Tuesday that the", "second ferry line will open in March, two", x=100),
        (
            "weeks later than planned, because the new landing stage was not",
            "ready in time.",
        ),
    )
    page = [Print("T", 676, size=40), *beside, *rows(*below, top=673.6)]
    whole = joined(*(item.text for item in beside), *below)
    assert story(found(pdf(page))) == [f"T{whole}"]


def test_a_large_first_letter_that_is_drawn_apart_belongs_to_its_word() -> None:
    text = rows("he" + OPENING[0][3:], *OPENING[1:], x=100)
    assert story(found(pdf([Print("T", 676, size=40), Print("10 February 2026", 760, size=9), *text])))[-1] == joined(
        *OPENING
    )


def test_a_short_row_of_bold_letters_stands_alone_but_bold_words_in_a_row_do_not() -> None:
    bold, plain = {"/BaseFont": "/ABCDEF+Serif-Bold"}, {"/BaseFont": "/ABCDEF+Serif"}
    collector = Collector(0)
    drawn_rows = [
        [("What it costs", bold)], [("The board said: ", bold), (COST[0], plain)], [(COST[1], bold)], [(COST[2], plain)]
    ]  # fmt: skip
    for at, row in enumerate(drawn_rows):
        for text, font in row:
            collector.hear(text, [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 72, 700 - 13 * at], font, 11)
        collector.hear("\n", [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 72, 700 - 13 * at], plain, 11)
    assert [part.text for part in paragraphs_of([collector.end()])] == [
        "What it costs",
        joined("The board said:", *COST),
    ]


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    page = [*rows(*OPENING), Print("What it costs", 640), Print("What it costs", 640, x=72.3), *rows(*COST, top=620)]
    assert story(found(pdf(page))).count("What it costs") == 1


@pytest.mark.parametrize(
    ("rows_", "line"),
    [
        (["the new land-", "ing stage"], "the new landing stage"),
        (["a long-", "term plan, no other long-term plan"], "a long-term plan, no other long-term plan"),
        (["the Anglo-", "French line"], "the Anglo-French line"),
        (["a 2-", "year plan"], "a 2-year plan"),
        (["import-", "and export"], "import- and export"),
        (["die Vor-", "und Nachteile"], "die Vor- und Nachteile"),
        (["he said -", "and left"], "he said - and left"),
        (["港务局表示，新的", "渡轮航线开通"], "港务局表示，新的渡轮航线开通"),
        (["항만청은 새", "항로를"], "항만청은 새 항로를"),
        (["A", "board said it; the board left"], "A board said it; the board left"),
        (["one row"], "one row"),
        ([], ""),
    ],
)
def test_rows_are_joined_as_their_words_are_written(rows_: list[str], line: str) -> None:
    assert Vocabulary(rows_).join(rows_) == line


def test_ligatures_and_soft_hyphens_are_undone() -> None:
    mapped = b"""/CIDInit /ProcSet findresource begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
3 beginbfchar <01> <FB03> <02> <00AD> <03> <FB02> endbfchar endcmap"""
    font = FONT.replace(b">>", b"/ToUnicode 6 0 R >>")
    content = drawn(rows("The o\x01ce of the \x03eet is in the har\x02", "bour house, the board said."))
    body = file_of([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>", font, b"<< >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        b"/Contents 7 0 R >>", stream(mapped), stream(content),
    ])  # fmt: skip
    assert story(found(body)) == ["The office of the fleet is in the harbour house, the board said."]


def mapped_pdf(*lines: str) -> bytes:
    """A PDF of these lines as they are drawn from left to right, in a font that has letters beyond Latin."""
    codes = {char: code for code, char in enumerate(sorted(set("".join(lines)) - {" "}), start=0xA1)} | {" ": 0x20}
    pairs = "\n".join(f"<{code:02X}> <{ord(char):04X}>" for char, code in codes.items())
    mapped = (
        "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar endcmap"
    )
    font = FONT.replace(b">>", b"/ToUnicode 6 0 R >>")
    shown = ["".join(f"{codes[char]:02X}" for char in line) for line in lines]
    drawn_ = "\n".join(f"BT /F1 11 Tf 1 0 0 1 72 {700 - 13.2 * at} Tm <{line}> Tj ET" for at, line in enumerate(shown))
    return file_of([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>", font, b"<< >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
        b"/Contents 7 0 R >>", stream(mapped.encode()), stream(drawn_.encode()),
    ])  # fmt: skip


def test_numbers_and_names_stand_in_their_place_where_the_line_runs_from_right_to_left() -> None:
    drawn_line = " ".join(["مويلا", "2026/03/12", "يف", "Ferry Line 2", "ةكرش", "12.5", "عفد"])
    assert story(found(mapped_pdf(drawn_line))) == ["دفع 12.5 شركة Ferry Line 2 في 2026/03/12 اليوم"]


def test_arabic_and_persian_digits_run_from_left_to_right() -> None:
    assert story(found(mapped_pdf("اديدج انويلم ٨٫٤ ةئيهلا تعفد ٢٠٢٦ ماع يف"))) == [
        "في عام ٢٠٢٦ دفعت الهيئة ٨٫٤ مليونا جديدا"
    ]
    assert story(found(mapped_pdf("درک تخادرپ ناموت ۱۲ رهش یاروش ۱۴۰۵ لاس رد"))) == [
        "در سال ۱۴۰۵ شورای شهر ۱۲ تومان پرداخت کرد"
    ]


def test_arabic_digits_after_latin_letters_stay_as_they_are_drawn() -> None:
    assert story(found(mapped_pdf("The plate of the lorry that sank near the stage was 17 ٢٠٢٦"))) == [
        "The plate of the lorry that sank near the stage was 17 ٢٠٢٦"
    ]


@pytest.mark.parametrize("drawn_line", ["רמח )ץוחנ( רמא ריעה שאר", "רמח (ץוחנ) רמא ריעה שאר"])
def test_brackets_fit_together_whether_a_file_names_them_as_they_look_or_as_they_are_meant(drawn_line: str) -> None:
    assert story(found(mapped_pdf(drawn_line))) == ["ראש העיר אמר (נחוץ) חמר"]


def test_raised_digits_are_no_part_of_the_number_before_them() -> None:
    row = [Print("It was late in 2025", 700), Print("2", 704, x=172, size=7), Print("and covers 12 km", 700, x=180)]
    area = [Print("2", 704, x=262, size=7), Print("with 10", 700, x=270), Print("6", 704, x=308, size=7)]
    text = story(found(pdf([*row, *area, Print("tonnes of CO", 700, x=318), Print("2", 697, x=384, size=7)])))
    assert "".join(text).replace(" ", "") == "Itwaslatein2025²andcovers12km²with10⁶tonnesofCO2"


def test_a_fraction_keeps_its_numbers() -> None:
    row = [
        Print("It lost", 700),
        Print("1", 704, x=110, size=7),
        Print("/", 700, x=115),
        Print("2", 697, x=119, size=7),
    ]
    assert (
        "".join(story(found(pdf([*row, Print("of its length.", 700, x=126)])))).replace(" ", "")
        == "Itlost1/2ofitslength."
    )


def test_large_letters_placed_one_by_one_make_words_without_spaces() -> None:
    collector = Collector(0)
    for at, char in enumerate("港口隧道关闭"):
        collector.hear(f" {char}" if at else char, [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, 72 + 20 * at, 700], None, 20)
    assert [row.text for row in collector.end()] == ["港口隧道关闭"]


def test_marks_of_a_list_that_are_drawn_apart_stand_before_their_items() -> None:
    items = [Print("a ship for the northern line, and", 680, x=90), Print("a stage of steel.", 660, x=90)]
    marks = [Print("1.", 680, x=76), Print("2.", 660, x=76)]
    assert story(found(pdf([*rows(OPENING[0] + ":"), *items, *rows(*FARES, top=630), *marks])))[1:3] == [
        "1. a ship for the northern line, and",
        "2. a stage of steel.",
    ]


def test_a_turned_page_is_read_as_one_sees_it() -> None:
    content = b"\n".join(
        f"BT /F1 11 Tf 0 1 -1 0 {100 + 13.2 * number} 72 Tm ({text}) Tj ET".encode()
        for number, text in enumerate([*OPENING, *COST])
    )
    body = pdf_of([content]).replace(b"/MediaBox", b"/Rotate 90 /MediaBox")
    assert story(found(body)) == [joined(*OPENING), joined(*COST)]


def test_a_stamp_on_its_side_in_the_margin_is_left_out() -> None:
    stamp = b"BT /F1 20 Tf 0 1 -1 0 20 300 Tm (preprint, not reviewed) Tj ET\n"
    assert story(found(pdf_of([stamp + drawn(rows(*OPENING))]))) == [joined(*OPENING)]


# ---------------------------------------------------------------- page furniture


def test_heads_feet_and_page_numbers_are_cut_but_not_lost() -> None:
    def numbered(number: int, *texts: str) -> list[Print]:
        foot = Print(f"Page {number} of 3", 40, x=280, size=9)
        return [Print("The Harbour Report 2026", 800, size=9), *rows(*texts), foot]

    read_fields = found(pdf(numbered(1, *OPENING, COST[0]), numbered(2, *COST[1:]), numbered(3, *FARES)))
    assert story(read_fields) == [joined(*OPENING), joined(*COST), joined(*FARES)]
    assert sorted(cut(read_fields)) == sorted(
        [("The Harbour Report 2026", "page furniture")] * 3
        + [(f"Page {number} of 3", "page furniture") for number in (1, 2, 3)]
    )


@pytest.mark.parametrize("number", ["7", "- 7 -", "7/12", "vii", "Seite 7 von 12", "стр. 7".encode().decode(), "p. 7"])
def test_a_number_alone_at_the_edge_of_a_page_is_its_number(number: str) -> None:
    page = [Row(text, 72, 700 - 13 * at, 11, 0) for at, text in enumerate([*OPENING, *COST])]
    alone = Row(number, 280, 40, 9, 0)
    assert find_furniture([[*page, alone]], 11) == {alone: "page furniture"}


@pytest.mark.parametrize("text", ["2026 was dry.", "civil", "mix", "7 ships", "12,000"])
def test_other_words_at_the_edge_of_a_page_are_not(text: str) -> None:
    page = [Row(row, 72, 700 - 13 * at, 11, 0) for at, row in enumerate([*OPENING, *COST])]
    assert find_furniture([[*page, Row(text, 72, 40, 11, 0)]], 11) == {}


def test_the_same_words_at_different_places_are_no_furniture() -> None:
    pages = [[*rows(*OPENING, *COST), Print("The board declined to comment.", 500 - 40 * n)] for n in range(3)]
    assert story(found(pdf(*pages))).count("The board declined to comment.") == 3


def test_notes_at_the_foot_of_a_page_are_cut_and_the_text_runs_on() -> None:
    note = [Print("1 Minutes of the council, 10 February 2026, page 4", 70, size=8), Print("and annex.", 60, size=8)]
    read_fields = found(pdf([*rows(*OPENING, COST[0]), *note], rows(*COST[1:])))
    assert story(read_fields) == [joined(*OPENING), joined(*COST)]
    assert cut(read_fields) == [(note[0].text, "footnote"), (note[1].text, "footnote")]


def test_rows_of_a_table_at_the_foot_of_a_page_are_no_notes() -> None:
    table = [Print("2024-25 177,000 56.2", 82, size=9), Print("2026 184,000 61.3", 70, size=9)]
    read_fields = found(pdf([*rows(*OPENING), *table]))
    assert " ".join(story(read_fields)) == joined(*OPENING, table[0].text, table[1].text)
    assert cut(read_fields) == []


def test_a_table_of_contents_is_cut() -> None:
    contents = rows("Summary . . . . . . . . . . 2", "What it costs .......... 14", top=760)
    read_fields = found(pdf([*contents, *rows(*OPENING, *COST)]))
    assert [reason for _, reason in cut(read_fields)] == ["contents", "contents"]
    assert story(read_fields) == [joined(*OPENING), joined(*COST)]


@pytest.mark.parametrize("unit", [".", ". ", "…", "-", "7 ", "x. "])
def test_a_row_of_nothing_but_marks_is_taken_as_it_is(unit: str) -> None:
    texts = [unit * 100_000, unit * 100_000 + "x", unit * 100_000 + "7x"]
    page = [Row(text, 72, 700 - 13 * at, 11, 0) for at, text in enumerate(texts)]
    shown = " ".join(part.text for part in paragraphs_of([page, page]))
    assert len(shown) >= sum(len(text) for text in texts)


# ---------------------------------------------------------------- what a file says of itself


def test_the_title_is_the_stated_one_where_the_page_shows_it() -> None:
    page = [Print("THE HARBOUR POST", 800, size=30), Print("Second line opens", 760, size=16), *rows(*OPENING, *COST)]
    read_fields = found(pdf(page, info="/Title (Second line opens)"))
    assert read_fields.title == "Second line opens"
    assert "Second line opens" not in story(read_fields)


@pytest.mark.parametrize("stated", ["", "/Title (Microsoft Word - draft_3.doc)", "/Title (untitled)", "/Title (x.pdf)"])
def test_the_title_is_else_the_largest_print_over_all_its_rows(stated: str) -> None:
    page = [*rows("Second ferry line to open", "in March", top=780, size=20), *rows(*OPENING, *COST)]
    read_fields = found(pdf(page, info=stated))
    assert read_fields.title == "Second ferry line to open in March"
    assert story(read_fields) == [joined(*OPENING), joined(*COST)]


def test_the_title_is_else_a_first_row_that_is_no_sentence() -> None:
    page = [Print("Second ferry line to open in March", 740), *rows(*OPENING, *COST)]
    assert found(pdf(page)).title == "Second ferry line to open in March"
    assert found(pdf(rows(*OPENING, *COST))).title == ""


def test_a_stated_title_stands_where_nothing_is_larger() -> None:
    assert (
        found(pdf(rows(*OPENING, *COST), info="/Title (Harbour report for March)")).title == "Harbour report for March"
    )


@pytest.mark.parametrize(
    "label", ["PRESS RELEASE", "Pressemitteilung", "For immediate release", "Communiqué de presse"]
)
def test_a_label_is_not_the_title_and_tells_the_kind(label: str) -> None:
    head = [Print(label, 800, size=24), Print("Second ferry line to open in March", 760, size=16)]
    read_fields = found(pdf([*head, *rows(*OPENING, *COST)]))
    assert (read_fields.title, read_fields.kind) == ("Second ferry line to open in March", "press_release")
    assert (label, "headline") in cut(read_fields)


BROWSERS = (
    "/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Chrome/155.0) /Producer (Skia/PDF m155)",
    "/Creator (Mozilla Firefox 140.0) /Producer (cairo 1.18.0)",
    "/Creator (wkhtmltopdf 0.12.6)",
)


@pytest.mark.parametrize("program", BROWSERS)
def test_a_page_printed_by_a_browser_has_its_outlet_in_the_title_and_not_the_date_of_its_printing(program: str) -> None:
    stated = (
        "/Title (Second line opens | The Harbour Post) /CreationDate (D:20260210073000Z) /ModDate (D:20260210073000Z)"
    )
    page = [Print("Second line opens", 760, size=20), *rows(*OPENING, *COST)]
    read_fields = found(pdf(page, info=f"{stated} {program}"))
    assert (read_fields.title, read_fields.outlet) == ("Second line opens", "The Harbour Post")
    assert (read_fields.dates, read_fields.modified) == ([], [])


def test_authors_dates_and_language_are_those_stated() -> None:
    info = "/Author (Transport desk; City desk) /CreationDate (D:20260210073000+01'00') /ModDate (D:20260211)"
    read_fields = found(pdf(rows(*OPENING, *COST), info=info, catalogue="/Lang (en-GB)"))
    assert read_fields.authors == ["Transport desk", "City desk"]
    assert read_fields.dates == ["2026-02-10T07:30:00+01:00"]
    assert read_fields.modified == ["2026-02-11T00:00:00"]
    assert read_fields.language == "en-GB"


def test_title_and_authors_may_stand_in_the_newer_packet_alone() -> None:
    packet = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Harbour report for March</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Transport desk</rdf:li><rdf:li>City desk</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
    body = with_object(pdf(rows(*OPENING, *COST), catalogue="/Metadata 9 0 R"), stream(packet, "/Type /Metadata"))
    assert (found(body).title, found(body).authors) == ("Harbour report for March", ["Transport desk", "City desk"])


def with_object(body: bytes, added: bytes) -> bytes:
    """A file with an object 9 behind the others; its table of objects has to be found anew."""
    kept = body[: body.rindex(b"xref\n0")]
    return kept + b"9 0 obj\n" + added + b"\nendobj\ntrailer << /Size 10 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"


@pytest.mark.parametrize(
    "info", ["/CreationDate (yesterday) /Author 7", "/Title [1 2] /Author << >> /CreationDate /Now"]
)
def test_broken_statements_are_none(info: str) -> None:
    read_fields = found(pdf(rows(*OPENING, *COST), info=info))
    assert (read_fields.title, read_fields.authors, read_fields.dates) == ("", [], [])
    assert story(read_fields) == [joined(*OPENING), joined(*COST)]


@pytest.mark.parametrize(
    "title",
    ["Microsoft Word - Report", "report_final_v3", "Untitled-1", "Document1", "Dokument 2", "Presse.indd", "  ", "A 7",
     "https://post.example/x", "Print", "Unbenannt", "C:\\temp\\x"],
)  # fmt: skip
def test_titles_that_programs_fill_in_are_none(title: str) -> None:
    assert plausible_title(title) == ""


@pytest.mark.parametrize("title", ["Test results at the harbour", "Print is dead", "Cover-up in the port", "Überblick"])
def test_titles_that_somebody_wrote_are_kept(title: str) -> None:
    assert plausible_title(f" {title}\n") == title


def test_accounts_and_programs_are_no_authors() -> None:
    stated = ["user", "Microsoft Office User", "jsmith", "desk@post.example", "Adobe InDesign", "Staff Writer", "Мэрия"]
    assert plausible_authors(stated) == ["Staff Writer", "Мэрия"]


# ---------------------------------------------------------------- what cannot be read


def test_pages_that_are_pictures_are_told() -> None:
    assert refusal(pdf([], [], [], picture=True)) == ("scanned", {"pages": 3})
    assert refusal(pdf([], [])) == ("scanned", {"pages": 2})
    stamped = [[Print("Archive copy", 820)] for _ in range(4)]
    assert refusal(pdf(*stamped, picture=True)) == ("scanned", {"pages": 4})


def test_pages_that_are_pictures_beside_pages_with_text_are_counted() -> None:
    first = rows(*(f"The harbour board told of line {number} and of what it will cost." for number in range(9)))
    second = rows(*(f"The mayor praised quay {number} and the people who work there." for number in range(9)))
    fields = found(pdf(first, [], second, [], picture=True))
    assert fields.pages_unread == 2
    assert article_of_page(fields.model_dump(), given="x", medium="file", url=None).pages_unread == 2
    assert found(pdf(first, second, picture=True)).pages_unread == 0
    assert found(pdf(first, [])).pages_unread == 0


def test_a_page_with_a_picture_and_a_short_text_without_spaces_is_not_scanned() -> None:
    mapped = b"""begincmap 1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <41> <5A> <6E2F> endbfrange endcmap"""
    font = FONT.replace(b">>", b"/ToUnicode 9 0 R >>")
    body = pdf(rows("ABCDEFGHIJKLMNOPQRSTUVWXYZ" * 3), picture=True).replace(FONT, font)
    fields = found(with_object(body, stream(mapped)))
    assert [len(line) for line in story(fields)] == [78]
    assert "港" in story(fields)[0]


def test_a_partly_scanned_file_gives_the_text_it_has() -> None:
    title = Print("Second line opens", 760, size=20)
    fields = found(pdf([], [title, *rows(*OPENING, *COST)], [], picture=True))
    assert (fields.title, story(fields)) == ("Second line opens", [joined(*OPENING), joined(*COST)])


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256"])
def test_a_file_locked_against_changes_only_is_read(algorithm: str) -> None:
    assert story(found(locked("", algorithm))) == [joined(*OPENING), joined(*COST)]


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_file_under_a_password_is_told(algorithm: str) -> None:
    assert refusal(locked("harbour", algorithm)) == ("encrypted", {})


def locked(password: str, algorithm: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(rows(*OPENING, *COST)))))
    writer.encrypt(user_password=password, owner_password=f"not {password}", algorithm=algorithm)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def test_a_file_of_more_than_a_hundred_pages_is_told() -> None:
    pages = [rows(*OPENING, top=760 - 7 * number) for number in range(101)]
    assert refusal(pdf(*pages)) == ("too_many_pages", {"pages": 101, "limit": 100})
    assert len(story(found(pdf(*pages[:100])))) == 100


@pytest.mark.parametrize(
    "body",
    [b"%PDF-1.7\n", b"%PDF-1.7\nnothing at all\n%%EOF", pdf(rows(*OPENING))[:300], b"%PDF-" + bytes(range(256)) * 99,
     file_of([b"<< /Type /Catalog >>"], "/Root 1 0 R"), file_of([b"[ 1 2 3 ]"], "/Root 1 0 R")],
)  # fmt: skip
def test_a_broken_file_is_told(body: bytes) -> None:
    assert refusal(body) == ("broken_file", {})


def test_a_file_whose_table_of_objects_is_wrong_is_still_read() -> None:
    body = pdf(rows(*OPENING, *COST)).replace(b"%PDF-1.7\n", b"%PDF-1.7\n% a line that moves everything\n")
    assert story(found(body)) == [joined(*OPENING), joined(*COST)]


# ---------------------------------------------------------------- files made to harm


def one_page(contents: str, *objects: bytes, resources: str = "") -> bytes:
    """A page whose content stream is object `contents`; further objects are numbered from 6."""
    return file_of([
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>", FONT, b"<< >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} "
        f"/Resources << /Font << /F1 3 0 R >> {resources} >> >>".encode(), *objects,
    ])  # fmt: skip


def flate_bomb() -> bytes:
    return one_page("6 0 R", stream(b" " * 300_000_000))


def chained_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b" " * 300_000_000, 9), 9)
    entries = f"<< /Length {len(packed)} /Filter [/FlateDecode /FlateDecode] >>\nstream\n".encode()
    return one_page("6 0 R", entries + packed + b"\nendstream")


def many_streams() -> bytes:
    return one_page("[" + "6 0 R " * 90_000 + "]", stream(b"q Q " * 500_000))


def cyclic_pages() -> bytes:
    return file_of(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"], "/Root 1 0 R"
    )


def deep_pages() -> bytes:
    tree = [f"<< /Type /Pages /Kids [{number} 0 R] /Count 1 >>".encode() for number in range(3, 20_003)]
    return file_of([b"<< /Type /Catalog /Pages 2 0 R >>", *tree], "/Root 1 0 R")


def wide_pages() -> bytes:
    kids = b"[" + b"3 0 R " * 99_000 + b"]"
    level = [b"<< /Type /Pages /Kids " + kids.replace(b"3 0", f"{n} 0".encode()) + b" >>" for n in (3, 4, 5)]
    return file_of([b"<< /Type /Catalog /Pages 2 0 R >>", *level, b"<< /Type /Page >>"], "/Root 1 0 R")


def nested_arrays() -> bytes:
    return one_page("6 0 R", stream(b"[" * 1_000_000 + b" TJ"))


def mutual_forms() -> bytes:
    form = "/Type /XObject /Subtype /Form /Resources << /XObject << /A 7 0 R /B 8 0 R >> >>"
    draw = stream(b"/A Do /B Do " * 20, form)
    return one_page("6 0 R", stream(b"/A Do"), draw, draw, resources="/XObject << /A 7 0 R >>")


def character_map() -> bytes:
    ranges = b"".join(b"1000 beginbfrange " + b"<0000> <FFFF> <0041> " * 1000 + b"endbfrange " for _ in range(100))
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /F /Encoding /Identity-H /ToUnicode 7 0 R >>"
    return one_page("6 0 R", stream(b"BT /F2 9 Tf (ab) Tj ET"), stream(ranges), font, resources="/Font << /F2 8 0 R >>")


def object_stream() -> bytes:
    numbers = b" ".join(f"{number} {0}".encode() for number in range(10, 1_000_010))
    return one_page("6 0 R", stream(b" "), stream(numbers + b" 1", f"/Type /ObjStm /N 1000000 /First {len(numbers)}"))


@pytest.mark.parametrize(
    "made",
    [flate_bomb, chained_bomb, many_streams, cyclic_pages, deep_pages, wide_pages, nested_arrays, mutual_forms,
     character_map, object_stream],
)  # fmt: skip
async def test_a_file_made_to_harm_ends_within_its_limits(made) -> None:  # type: ignore[no-untyped-def]
    async with asyncio.timeout(40), Reader(ReadingLimits(cpu_seconds=2, memory_bytes=700_000_000)) as reader:
        with pytest.raises(LoadError) as caught:
            await reader.read(made(), given="x.pdf", medium="file")
        assert caught.value.code in {"broken_file", "parse_failed", "scanned", "too_many_pages"}
        article = await reader.read(pdf(rows(*OPENING, *COST)), given="x.pdf", medium="file")
    assert article.text == f"{joined(*OPENING)}\n{joined(*COST)}"
