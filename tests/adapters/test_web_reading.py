"""From bytes to an article: charsets, kinds of files, pages and what they say about themselves."""

import subprocess
import sys
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.reading.article import article_of_page
from bot.adapters.reading.decoding import decode
from bot.adapters.reading.kinds import kind_of
from bot.adapters.reading.page import read_html
from bot.adapters.reading.process import MAX_CHARACTERS, read
from bot.adapters.reading.reader import Reader, paste
from bot.core.errors import LoadError
from bot.core.models import Article

PAGES = Path(__file__).parents[1] / "data" / "pages"
URL = "https://www.post.example/news/second-ferry-line?utm=1"
PARAGRAPH = "The harbour board said on Tuesday that the second line will open in March, two weeks later than planned."


def page(name: str) -> str:
    return (PAGES / f"{name}.html").read_text(encoding="utf-8")


def article(html: str, *, url: str | None = URL) -> Article:
    answer = read("page", html.encode("utf-8"), charset=None, url=url or "")
    return article_of_page(answer, given="x", medium="web" if url else "file", url=url)


def simple(head: str = "", paragraphs: int = 4, title: str = "Second line opens") -> str:
    body = "".join(f"<p>{number}. {PARAGRAPH}</p>" for number in range(paragraphs))
    return f"<html><head><title>{title}</title>{head}</head><body><article>{body}</article></body></html>"


# ---------------------------------------------------------------- charsets

RUSSIAN = "Управление порта сообщило во вторник, что новая линия откроется в марте, на две недели позже срока."
CHINESE = "港务局星期二表示，新的渡轮航线将于三月开通，比原计划晚两个星期。一位发言人说，费用由市政府承担。"
JAPANESE = "港湾局は火曜日、新しい航路を三月に開くと発表した。広報担当者によると、費用は市が負担する。"
KOREAN = "항만청은 화요일 새 항로를 삼월에 연다고 밝혔다. 대변인은 비용을 시가 부담한다고 말했다."
GERMAN = "Die Hafenbehörde öffnet die neue Fährlinie im März, später als geplant, sagte eine Sprecherin für Verkehr."
GREEK = "Η λιμενική αρχή ανακοίνωσε την Τρίτη ότι η νέα γραμμή θα ανοίξει τον Μάρτιο, αργότερα από το σχέδιο."
ARABIC = "أعلنت هيئة الميناء يوم الثلاثاء أن الخط الجديد سيفتتح في مارس، وقالت متحدثة إن المدينة تدفع التكلفة."
WRITTEN = [
    (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "iso8859-5"), (CHINESE, "gb18030"), (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"), (JAPANESE, "iso2022_jp"), (KOREAN, "euc_kr"), (GERMAN, "cp1252"), (GREEK, "cp1253"),
    (ARABIC, "cp1256"), (RUSSIAN, "utf-16"), (CHINESE, "utf-16-le"), (GERMAN, "utf-16-be"), (CHINESE, "utf-8-sig"),
    (GERMAN, "utf-32"),
]  # fmt: skip


@pytest.mark.parametrize("declared", [None, "right", "utf-8", "iso-8859-1", "windows-1251", "koi8-r", "gb2312", "hex"])
@pytest.mark.parametrize(("text", "charset"), WRITTEN, ids=[f"{charset}-{text[:4]}" for text, charset in WRITTEN])
def test_text_is_read_in_its_charset_whatever_is_declared(text: str, charset: str, declared: str | None) -> None:
    assert decode(text.encode(charset), declared=charset if declared == "right" else declared) == text


def test_the_charset_in_the_page_counts_where_the_bytes_leave_it_open() -> None:
    html = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"></head>Ź. Ś.</html>'
    assert decode(html.encode("iso8859-2")) == html
    assert decode(html.replace("iso-8859-2", "windows-1250").encode("cp1250")).endswith("Ź. Ś.</html>")


def test_a_stray_byte_does_not_change_the_charset() -> None:
    assert decode((RUSSIAN * 9).encode() + b"\xff", declared="windows-1251") == RUSSIAN * 9 + "\ufffd"


@pytest.mark.parametrize(
    "name", ["zlib", "bz2", "hex", "rot13", "idna", "punycode", "unicode_escape", "utf-7", "x" * 99]
)
def test_a_declared_codec_that_is_no_charset_is_passed_over(name: str) -> None:
    assert decode("Größe über alles, für größere Häfen".encode("cp1252"), declared=name).startswith("Größe")


def test_line_ends_become_one_kind() -> None:
    assert decode(b"a\r\nb\rc\nd") == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "body", [b"text\x00text" * 9, bytes(range(256)) * 40, b"\x01\x02\x03\x04" * 99, b"\x7fELF\x02\x01\x01" + b"\0" * 99]
)
def test_bytes_that_are_no_text_are_told(body: bytes) -> None:
    with pytest.raises(LoadError, match="binary"):
        decode(body)


@pytest.mark.parametrize("unit", [b"\x80", b"<", b"<meta ", b"<\xff", b"\x1b$", b"charset=", b"\xff\n", b"<?xml "])
def test_a_megabyte_of_repetition_is_decoded_or_refused(unit: bytes) -> None:
    body = unit * (1_000_000 // len(unit)) + b"\xe9"
    with suppress(LoadError):
        assert len(decode(body, declared="cp1251")) <= len(body)


# ---------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n", "picture"), (b"\xff\xd8\xff\xe0", "picture"), (b"GIF89a", "picture"),
        (b"RIFF\x00\x00\x00\x00WEBP", "picture"), (b"II*\x00", "picture"), (b"\0\0\0\x18ftypheic", "picture"),
        (b"ID3\x03", "audio"), (b"\0\0\0\x18ftypisom", "video"),
    ],
)  # fmt: skip
def test_what_is_seen_or_heard_is_told_as_such(body: bytes, kind: str) -> None:
    with pytest.raises(LoadError) as caught:
        kind_of(body, media_type="text/html", name="story.html")
    assert (caught.value.code, caught.value.params) == (kind, {})


@pytest.mark.parametrize(
    ("body", "kind"), [(b"PK\x03\x04", "archive"), (b"\x1f\x8b\x08", "archive"), (b"{\\rtf1", "RTF")]
)
def test_known_formats_are_named(body: bytes, kind: str) -> None:
    with pytest.raises(LoadError) as caught:
        kind_of(body, media_type="text/html", name="story.html")
    assert (caught.value.code, caught.value.params) == ("unsupported_type", {"kind": kind})


@pytest.mark.parametrize(
    ("body", "media_type", "name", "kind"),
    [
        (b"<!DOCTYPE html><p>x", "", "story.txt", "page"),
        (b"  \n<!-- saved -->\n<html><p>x", "text/plain", "", "page"),
        ("\ufeff<html>".encode(), "", "", "page"),
        ("<!doctype html>".encode("utf-16"), "", "", "page"),
        (b"<?xml version='1.0'?><!DOCTYPE html>", "", "", "page"),
        (b"<p>bare</p>", "text/html", "", "page"),
        (b"<p>bare</p>", "", "story.HTM", "page"),
        (b"A tag such as <html> starts a page.", "", "notes.txt", "text"),
        (b"Plain words.", "text/plain", "", "text"),
        (b"Plain words.", "", "README", "text"),
    ],
)
def test_pages_are_told_from_text_by_how_they_begin(body: bytes, media_type: str, name: str, kind: str) -> None:
    assert kind_of(body, media_type=media_type, name=name) == kind


# ---------------------------------------------------------------- pages


def test_a_page_becomes_its_headline_and_paragraphs() -> None:
    read_article = article(page("ferry"))
    lines = read_article.text.split("\n")
    assert lines[:2] == ["Second ferry line to open in March", ""]
    assert read_article.title == "Second ferry line to open in March"
    assert read_article.text.count("Second ferry line to open in March") == 1
    assert any(line.startswith("The harbour board said on Tuesday") and "planned." in line for line in lines)
    assert any("“possible, if nothing breaks”" in line for line in lines)
    assert "" not in lines[2:]
    for furniture in ("Sport", "Nothing to read here", "switch on scripts", "All rights reserved", "Bridge closed"):
        assert furniture not in read_article.text


def test_a_page_is_asked_for_outlet_authors_date_and_address() -> None:
    read_article = article(page("ferry"))
    assert read_article.outlet == "The Harbour Post"
    assert read_article.authors == ("Transport desk", "City desk")
    assert read_article.published_at == datetime(2026, 2, 10, 7, 30, tzinfo=timezone(timedelta(hours=1)))
    assert read_article.url == "https://www.post.example/news/second-ferry-line"
    assert (read_article.medium, read_article.language) == ("web", "en")


def test_the_id_of_an_article_is_made_of_its_text() -> None:
    here, there = article(page("ferry")), article(page("ferry"), url="https://other.example/")
    assert here.id == there.id
    assert len(here.id) == 16
    assert int(here.id, 16) != int(article(page("arabic")).id, 16)


@pytest.mark.parametrize(
    ("name", "charset"),
    [("russian", "cp1251"), ("russian", "koi8-r"), ("chinese", "gb18030"), ("chinese", "utf-8"), ("arabic", "utf-8")],
)
def test_pages_in_other_scripts_and_charsets_are_read(name: str, charset: str) -> None:
    html = page(name).encode(charset, "replace").decode(charset)  # KOI8-R has no quotation marks or dashes
    fields = read_html(decode(html.encode(charset), declared="iso-8859-1"))
    paragraphs = [line.split("<p>")[1].removesuffix("</p>") for line in html.splitlines() if line.startswith("<p>")]
    assert [line for line in fields.text.split("\n") if line in paragraphs] == paragraphs


def test_the_outlet_of_a_silent_page_is_its_host() -> None:
    assert article(simple(), url="https://www.harbour.example/x").outlet == "harbour.example"
    assert article(simple(), url=None).outlet is None


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("/story", "https://www.post.example/story"),
        ("http://post.example/story", "http://post.example/story"),
        ("https://m.post.example/story#top", "https://m.post.example/story"),
        ("https://elsewhere.example/story", URL),
        ("https://post.example.elsewhere.example/", URL),
        ("https://www.post.example@10.0.0.1/", URL),
        ("http://127.0.0.1/", URL),
        ("javascript:alert(1)", URL),
        ("https://www.post.example:8080/story", URL),
        ("https://www.post.example/", URL),
        ("", URL),
    ],
)
def test_a_canonical_link_counts_only_within_the_site(canonical: str, url: str) -> None:
    assert article(simple(f'<link rel="canonical" href="{canonical}">')).url == url


def test_a_page_from_a_file_has_no_address() -> None:
    assert article(simple('<link rel="canonical" href="https://bank.example/">'), url=None).url is None


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        ("2026-02-10T07:30:00Z", datetime(2026, 2, 10, 7, 30, tzinfo=UTC)),
        ("2026-02-10T07:30:00+0530", datetime(2026, 2, 10, 7, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))),
        ("2026-02-10T07:30:00", date(2026, 2, 10)),
        ("2026-02-10", date(2026, 2, 10)),
        ("2026-02-10 about noon", date(2026, 2, 10)),
        ("Tue, 10 Feb 2026 07:30:00 GMT", datetime(2026, 2, 10, 7, 30, tzinfo=UTC)),
        ("0001-01-01", None),
        ("2026-13-45", None),
        ("soon", None),
    ],
)
def test_dates_are_read_with_their_zone_or_as_a_day(stated: str, published: datetime | date | None) -> None:
    assert article_of_page(fields(dates=[stated]), given="x", medium="web", url=URL).published_at == published


def fields(**changed: Any) -> dict[str, Any]:
    text = changed.pop("text", f"{PARAGRAPH}\n{PARAGRAPH}")
    lines = [{"text": line} for line in text.split("\n")] if isinstance(text, str) else text
    return {"title": "Second line opens", "lines": lines, **changed}


@pytest.mark.parametrize(
    ("title", "first_line", "headline"),
    [
        ("Second line opens", "SECOND LINE OPENS!", "Second line opens"),
        ("Second line opens | Post", "Second line opens", "Second line opens"),
        ("Second line opens - Post", "Second line opens - Post", "Second line opens"),
        ("Second line - opens", "Second line - opens", "Second line - opens"),
    ],
)
def test_a_repeated_headline_is_dropped_and_the_outlet_cut_off_it(title: str, first_line: str, headline: str) -> None:
    made = article_of_page(
        fields(title=title, text=f"{first_line}\n{PARAGRAPH} {PARAGRAPH}", outlet="Post"),
        given="x",
        medium="web",
        url=URL,
    )
    assert made.text == f"{headline}\n\n{PARAGRAPH} {PARAGRAPH}"
    assert made.title == headline


def test_a_page_without_a_title_has_no_headline() -> None:
    made = article_of_page(fields(title=""), given="x", medium="web", url=URL)
    assert (made.headline, made.text) == (None, f"{PARAGRAPH}\n{PARAGRAPH}")


def test_names_are_one_line_and_short() -> None:
    made = article_of_page(
        fields(title="a\nb " * 400, outlet="x" * 999, authors=["A\tB", "A B", " "] + ["n"] * 50), given="x",
        medium="web", url=URL,
    )  # fmt: skip
    assert len(made.title or "") <= 300
    assert "\n" not in (made.title or "")
    assert len(made.outlet or "") <= 100
    assert made.authors == ("A B", "n")


def test_lone_surrogates_do_not_reach_the_text() -> None:
    made = article_of_page(fields(text=PARAGRAPH * 2 + "\ud800"), given="x", medium="web", url=URL)
    assert made.text.endswith("?")


@pytest.mark.parametrize("changed", [{"text": None}, {"extra": 1}, {"authors": "x"}, {"dates": [1]}])
def test_an_answer_of_the_wrong_shape_is_not_believed(changed: dict[str, Any]) -> None:
    with pytest.raises(LoadError, match="parse_failed"):
        article_of_page(fields(**changed), given="x", medium="web", url=URL)


@pytest.mark.parametrize(
    ("text", "enough"),
    [("word " * 24, False), ("word " * 25, True), ("渡" * 49, False), ("渡" * 50, True), ("слово " * 25, True)],
)
def test_a_page_with_a_few_words_is_no_article(text: str, enough: bool) -> None:
    if enough:
        assert article_of_page(fields(text=text), given="x", medium="web", url=URL).text
        return
    with pytest.raises(LoadError, match="no_article"):
        article_of_page(fields(text=text), given="x", medium="web", url=URL)


def test_the_stated_body_is_used_only_where_the_page_holds_little() -> None:
    body = " ".join(f"{number}. The stated text is another story about the old customs house." for number in range(9))
    stated = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{body}"}}</script>'
    empty = f"<html><head><title>Line opens</title>{stated}</head><body><div id=app></div></body></html>"
    assert body in article(empty).text
    assert body not in article(simple(stated, paragraphs=6)).text


def test_a_page_with_megabytes_of_script_is_read() -> None:
    assert PARAGRAPH in read_html(simple(f"<script>{'var a = 1;' * 300_000}</script>")).text


def test_markup_in_a_stated_body_is_taken_off() -> None:
    stated = f'{{"@type": "Article", "articleBody": "<p>{PARAGRAPH}</p><p>It costs 5 &amp; 6 euros.\\nTwice.</p>"}}'
    found = read_html(f'<html><script type="application/ld+json">{stated}</script><body></body></html>')
    assert found.text == f"{PARAGRAPH}\nIt costs 5 & 6 euros.\nTwice."


@pytest.mark.parametrize(
    "stated",
    ["{", "[" * 50_000, "null", '{"@type": 5, "author": 7}', '{"@type": "Article", "author": {"name": ["x"]}}',
     '[[[{"@graph": {"@graph": 1}}]]]', '{"@type": "Article", "articleBody": {"a": 1}, "headline": null}'],
)  # fmt: skip
def test_odd_json_ld_does_not_stop_the_reading(stated: str) -> None:
    assert PARAGRAPH in article(simple(f'<script type="application/ld+json">{stated}</script>')).text


# ---------------------------------------------------------------- text


def test_pasted_text_stays_whole() -> None:
    made = paste("Title\r\n\r\n  First line.\rSecond\u00a0line. ")
    assert made.text == "Title\n\n  First line.\nSecond\u00a0line. "
    assert (made.medium, made.given, made.headline, made.url, made.outlet) == ("pasted", "-", None, None, None)


@pytest.mark.parametrize(
    ("text", "code"), [("", "empty"), (" \n\t", "empty"), ("a\0b", "binary"), ("x" * (MAX_CHARACTERS + 1), "too_long")]
)
def test_pasted_text_that_cannot_be_read_is_told(text: str, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        paste(text)
    assert caught.value.code == code
    if code == "too_long":
        assert caught.value.params == {"characters": MAX_CHARACTERS + 1, "limit": MAX_CHARACTERS}


def test_pasted_text_is_not_taken_for_a_page_or_a_file() -> None:
    assert paste("<html><p>%PDF-1.7</p>").text == "<html><p>%PDF-1.7</p>"


async def test_plain_text_from_the_web_keeps_its_address() -> None:
    made = await Reader().read(PARAGRAPH.encode(), given=URL, medium="web", url=URL, media_type="text/plain")
    assert (made.text, made.url, made.outlet) == (PARAGRAPH, URL, "post.example")


def test_the_bot_itself_does_not_load_the_parsers() -> None:
    script = (
        "import sys, bot.adapters.reading.loaders, bot.adapters.reading.sources.loader; "
        "print([name for name in ('trafilatura', 'lxml', 'selectolax', 'charset_normalizer') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout.strip() == "[]"
