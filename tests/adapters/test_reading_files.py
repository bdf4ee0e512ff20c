"""Files of all kinds: what their bytes tell, how large they may be, and Markdown."""

import io
import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.kinds import MAX_TEXT, kind_of
from bot.adapters.reading.loaders import MAX_UPLOAD, FileLoader, PastedLoader
from bot.adapters.reading.markdown import read as read_markdown
from bot.adapters.reading.reader import Reader
from bot.adapters.reading.zip_names import zip_names
from bot.core.errors import LoadError
from tests.adapters.printed import PICTURE, docx, packed, paragraph, pdf, rows

OPENING = (
    "The harbour board said on Tuesday that the second ferry line will open in March, two weeks later than planned."
)
COST = "The stage costs nine million crowns, and the city pays two thirds of it, a spokeswoman for the mayor said."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


async def failure(body: bytes, **known: str) -> tuple[str, dict[str, str | int]]:
    async with Reader() as reader:
        with pytest.raises(LoadError) as caught:
            await reader.read(body, given="x", medium="file", **known)  # type: ignore[arg-type]
    return caught.value.code, caught.value.params


# ---------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    ("body", "media_type", "name", "kind"),
    [
        (b"%PDF-1.4\n", "text/html", "x.html", "pdf"),
        (b"\r\n%PDF-1.4\n", "application/pdf", "", "pdf"),
        (b"\r\n%PDF-1.4\n", "", "report.PDF", "pdf"),
        (b"How a %PDF-1.4 file begins", "text/plain", "", "text"),
        (docx(paragraph(OPENING)), "application/zip", "x.zip", "docx"),
        (docx(paragraph(OPENING), main="word/document2.xml"), "", "", "docx"),
        (b"PK\x03\x04....word/document.xml", "", "", "docx"),
        (b"# Title", "", "notes.md", "markdown"),
        (b"# Title", "text/plain", "README.MARKDOWN", "markdown"),
        (b"# Title", "text/markdown", "", "markdown"),
        (b"# Title", "text/plain", "notes.txt", "text"),
        (b"<!DOCTYPE html><p>x", "", "notes.md", "page"),
        (b"<p>x", "text/html", "notes.md", "page"),
        (b"<?xml version='1.0'?>\n<rss version='2.0'>", "", "", "feed"),
        (b"<?xml version='1.0'?><!-- x --><feed xmlns='http://www.w3.org/2005/Atom'>", "text/html", "", "feed"),
        (b"<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", "", "", "feed"),
        (b"<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "", "", "feed"),
        (b'<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "x.dtd">\n<rss version="0.91">', "", "",
         "feed"),
        ("<?xml version='1.0' encoding='utf-16'?><rss>".encode("utf-16"), "", "", "feed"),
        (b'{"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": []}', "application/json", "", "feed"),
        (b'{"title": "x", "version": "https://jsonfeed.org/version/1"}', "", "", "feed"),
        (b"<rss> is how a feed begins.", "text/plain", "", "feed"),
        (b"A feed begins with <rss>.", "text/plain", "", "text"),
    ],
)  # fmt: skip
def test_the_form_is_told_by_the_bytes_before_type_and_name(body: bytes, media_type: str, name: str, kind: str) -> None:
    assert kind_of(body, media_type=media_type, name=name) == kind


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (packed({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "spreadsheet"),
        (packed({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "presentation"),
        (packed({"mimetype": "application/epub+zip"}), "archive"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "e-book"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (packed({"photos/1.txt": OPENING}), "archive"),
        (packed({"letter.docx": docx(paragraph(OPENING))}), "archive"),
        (OLE + "WordDocument\0".encode("utf-16-le"), "Word 97"),
        (OLE + "Workbook\0".encode("utf-16-le"), "spreadsheet"),
        (OLE + "PowerPoint Document\0".encode("utf-16-le"), "presentation"),
        (OLE, "Microsoft Office 97"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"%!PS-Adobe-3.0", "PostScript"),
        (b"<?xml version='1.0'?><urlset><url><loc>https://post.example/</loc></url></urlset>", "data"),
        (b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n', "MHTML"),
    ],
)
async def test_files_of_other_kinds_are_refused_by_their_kind(body: bytes, kind: str) -> None:
    assert await failure(body) == ("unsupported_type", {"kind": kind})


async def test_an_office_file_under_a_password_is_told() -> None:
    assert await failure(OLE + "EncryptedPackage\0".encode("utf-16-le")) == ("encrypted", {})


def test_a_zip_is_named_by_its_directory_alone() -> None:
    body = packed({"a/b.txt": "x", "c": "y"})
    assert zip_names(body) == ["a/b.txt", "c"]
    assert zip_names(b"something before it" + body) == ["a/b.txt", "c"]
    assert zip_names(body[:-9]) == zip_names(b"") == zip_names(b"PK\x05\x06") == []
    assert len(zip_names(packed({str(number): "" for number in range(3_000)}))) == 2_000


@pytest.mark.parametrize(
    "unit", [b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04PK\x01\x02PK\x05\x06", b"PK\x05\x06" + b"\xff" * 18]
)
def test_a_zip_of_nothing_but_marks_is_looked_at_without_harm(unit: bytes) -> None:
    body = b"PK\x03\x04" + unit * (2_000_000 // len(unit))
    with pytest.raises(LoadError, match="unsupported_type"):
        kind_of(body)


# ---------------------------------------------------------------- sizes


def large_pdf(size: int) -> bytes:
    """A PDF with a picture of so many bytes, as scanners and cameras make them."""
    small = pdf(rows(OPENING, COST), picture=True)
    packed_picture = PICTURE.replace(b"/Length 1 ", f"/Length {size} ".encode()).replace(b"\x80", b"\x80" * size)
    return small.replace(PICTURE, packed_picture)


async def test_documents_may_be_larger_than_pages_and_texts(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(large_pdf(12_000_000))
    async with Reader() as reader:
        assert OPENING in (await FileLoader(reader).load(str(file))).text
        file.write_bytes(large_pdf(MAX_UPLOAD))
        with pytest.raises(LoadError) as caught:
            await FileLoader(reader).load(str(file))
    assert (caught.value.code, caught.value.params) == ("too_large", {"limit": 20_000_000})
    for body, name in ((b"<html>", ""), (b"# x", "x.md"), (b"words", ""), (b"<rss>", "")):
        assert await failure(body + b" x" * (MAX_TEXT // 2), name=name) == ("too_large", {"limit": 5_000_000})


@pytest.mark.parametrize(
    "body", [pdf(rows(OPENING, COST)), docx(paragraph(OPENING), paragraph(COST))], ids=["pdf", "docx"]
)
async def test_documents_are_read_from_files_standard_input_and_the_web_alike(body: bytes, tmp_path: Path) -> None:
    file = tmp_path / "unnamed"
    file.write_bytes(body)
    async with Reader() as reader:
        one = await FileLoader(reader).load(str(file))
        two = await PastedLoader(reader, io.BytesIO(body)).load("-")
        three = await reader.read(body, given="x", medium="web", url="https://city.example/files/12")
    assert one.text == two.text == three.text
    assert OPENING in one.text
    assert (one.url, three.url, three.outlet) == (None, "https://city.example/files/12", "city.example")


async def test_a_text_longer_than_an_article_is_told() -> None:
    long = docx(*[paragraph(OPENING)] * 2_000)
    characters = 2_000 * (len(OPENING) + 1) - 1
    assert await failure(long) == ("too_long", {"characters": characters, "limit": 200_000})


def test_the_bot_itself_does_not_load_what_reads_files() -> None:
    script = (
        "import sys, bot.adapters.reading.loaders, bot.adapters.reading.sources.loader; "
        "libraries = 'pypdf', 'feedparser', 'lxml', 'markdown_it', 'cryptography'; "
        "print([name for name in libraries if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == "[]"


# ---------------------------------------------------------------- Markdown


def markdown(text: str) -> PageFields:
    return read_markdown(text.encode("utf-8"), charset=None, url="")


def story(text: str) -> list[str]:
    return [line.text for line in markdown(text).lines if not line.cut]


async def test_a_markdown_file_becomes_an_article() -> None:
    body = f"# Second line opens\n\n{OPENING}\n\n- {COST}\n".encode()
    async with Reader() as reader:
        article = await reader.read(body, given="story.md", medium="file", name="story.md")
        url = "https://x.example/a/story.md"
        same = await reader.read(body, given="x", medium="web", url=url, media_type="text/plain")
    assert article.text == same.text == f"Second line opens\n\n{OPENING}\n{COST}"
    assert article.title == same.title == "Second line opens"


def test_the_first_heading_is_the_title_however_it_is_marked() -> None:
    assert markdown("Second *line*\n=====\n\nText.\n").title == "Second line"
    assert markdown("10 February\n\n## Second line\n\nText.").title == "Second line"
    assert markdown("One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\n# Late").title == ""


def test_marks_are_taken_off_and_links_show_their_words() -> None:
    assert story('The **board** _said_ [so](https://post.example "t"), `x` and <https://a.example/>.') == [
        "The board said so, x and https://a.example/."
    ]
    assert story("A row\nand the next  \nand one more &amp; \\*this\\*") == ["A row and the next and one more & *this*"]
    assert story("![a photo of the ship](ship.jpg)\n\nText <b>bold</b><!-- x -->.") == ["Text bold."]


def test_lists_quotations_and_tables_are_lines() -> None:
    assert story("1. one\n2. two\n   - three\n\n> The board\n> said.\n\n| a | b |\n|---|---|\n| c | |\n") == [
        "one", "two", "three", "The board said.", "a | b", "c",
    ]  # fmt: skip


def test_code_and_notes_are_cut_but_not_lost() -> None:
    lines = markdown("The board said[^1] so.\n\n```\nx = 1\n```\n\n[^1]: Minutes of the council.\n").lines
    assert [(line.text, line.cut) for line in lines] == [
        ("The board said so.", ""), ("x = 1", "code"), ("Minutes of the council.", "footnote"),
    ]  # fmt: skip


def test_html_in_markdown_is_read_as_its_text() -> None:
    assert story("<div>\nThe <i>board</i>\n</div>\n\n<script>x</script>\n\nText.") == ["The board", "Text."]
    shown = markdown('<h1 align="center">Ferry <b>board</b></h1>\n<p>It sails.<br>\nDaily.</p>\n\n## Install\n\nText.')
    assert shown.title == "Ferry board"
    assert [line.text for line in shown.lines] == ["It sails.", "Daily.", "Install", "Text."]


def test_a_heading_below_text_is_not_the_title() -> None:
    assert markdown("The board opens its second ferry line in March, it said.\n\n## Install\n\nText.").title == ""


def test_words_that_were_struck_out_are_withdrawn() -> None:
    assert story("It costs ~~seven~~ nine million.\n\n<p>It sails <del>daily</del> weekly.</p>") == [
        "It costs nine million.",
        "It sails weekly.",
    ]


def test_what_a_site_generator_fills_in_and_the_marks_of_tasks_are_no_words() -> None:
    source = (
        'Text.\n\n{{< figure src="x.jpg" caption="The ship" >}}\n\n{% include note.html %}\n\n- [x] Sail\n- [ ] Land\n'
    )
    assert story(source) == ["Text.", "Sail", "Land"]


def test_notes_in_rows_below_each_other_are_each_a_note() -> None:
    lines = markdown("The board[^a] said[^b] so.\n\n[^a]: Of the port.\n[^b]: On Tuesday,\n    late.\n").lines
    assert [(line.text, line.cut) for line in lines] == [
        ("The board said so.", ""), ("Of the port.", "footnote"), ("On Tuesday, late.", "footnote"),
    ]  # fmt: skip


def test_authors_may_be_given_with_more_about_them() -> None:
    stated = "---\nauthors:\n  - name: Transport desk\n    url: https://x.example\n  - City desk\n---\n"
    assert markdown(f"{stated}\nText.").authors == ["Transport desk", "City desk"]


@pytest.mark.parametrize("front", [
    '---\ntitle: "Second line: opens"\nauthor: Transport desk\ndate: 2026-02-10\nlastmod: 2026-02-11\nlang: en\n---\n',
    "+++\ntitle = 'Second line: opens'\nauthors = [\"Transport desk\"]\ndate = 2026-02-10\nupdated = 2026-02-11\n"
    "language = 'en' # as spoken\n+++\n",
    "---\nTitle: Second line: opens\nauthors:\n  - Transport desk\ntags:\n  - Nobody\ndate: 2026-02-10\n"
    "modified: 2026-02-11\nlang: en\n...\n",
])  # fmt: skip
def test_front_matter_is_read(front: str) -> None:
    fields = markdown(f"{front}\n# A heading\n\n{OPENING}")
    assert (fields.title, fields.authors, fields.language) == ("Second line: opens", ["Transport desk"], "en")
    assert (fields.dates, fields.modified) == (["2026-02-10"], ["2026-02-11"])
    assert [line.text for line in fields.lines] == ["A heading", OPENING]


@pytest.mark.parametrize("text", ["---\n\nText below a rule.\n\n---\n", "---\ntitle: x", "- - -\na: b\n---\n"])
def test_rules_are_no_front_matter(text: str) -> None:
    assert markdown(text).title in {"", "a: b"}
    assert "".join(story(text)) or markdown(text).title


@pytest.mark.parametrize("unit", ["*", "[", "> ", "- ", "`", "![](", "<a ", "| a ", "---\n", "[^", "&#"])
def test_nothing_but_marks_is_read_all_the_same(unit: str) -> None:
    markdown(unit * (30_000 // len(unit)))


@pytest.mark.parametrize("body", [b'{"title": "x"}', b" [1, 2]", b"<urlset></urlset>"])
@pytest.mark.parametrize("media_type", ["application/json", "application/ld+json", "text/xml"])
def test_what_a_server_calls_data_and_is_neither_page_nor_feed_is_data(body: bytes, media_type: str) -> None:
    with pytest.raises(LoadError) as caught:
        kind_of(body, media_type=media_type)
    assert caught.value.params == {"kind": "data"}
