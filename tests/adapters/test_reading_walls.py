"""Pages that stand where an article should be, in the markup that they come in, and the copies that are tried."""

from pathlib import Path
from typing import Any

import pytest

from bot.adapters.reading.article import article_of_page
from bot.adapters.reading.page import read_html
from bot.adapters.reading.process import read
from bot.adapters.reading.reader import Reader
from bot.adapters.reading.unread import UnreadError
from bot.core.errors import LoadError
from bot.core.models import Article, Medium
from bot.core.text_lines import story_of
from tests.adapters.site_desk import FERRY, Links, open_links

WALLS = Path(__file__).parents[1] / "data" / "walls"
URL = "https://www.post.example/news/second-ferry-line"
AMP = "https://www.post.example/amp/second-ferry-line"

ADDRESSES = {
    "consent_google": "https://consent.google.com/m?continue=https://news.google.com/",
    "consent_yahoo": "https://consent.yahoo.com/v2/collectConsent?sessionId=3_cc-session",
    "google_sorry": "https://www.google.com/sorry/index?continue=x",
    "gallery": "https://www.post.example/photo-gallery/yard",
    "front_page": "https://www.post.example/",
}
CODES = {
    "bot_check": (
        "akamai anubis aws_waf cloudflare_block cloudflare_challenge datadome google_sorry human imperva"
    ),
    "consent": (
        "consent_dpg_nl consent_google consent_onetrust_empty consent_pur_de consent_standard_de consent_yahoo"
    ),
    "login": "login_facebook login_instagram login_linkedin login_x paywall_register_de",
    "scripts": "scripts_next scripts_notice scripts_react scripts_x",
    "not_here": "missing_en missing_phrase_fr missing_with_teasers_de",
    "paywall": "paywall_nothing_ja paywall_piano_short paywall_poool_fr",
    "no_article": "front_page maintenance region_closed",
    "video": "video",
    "audio": "audio",
    "picture": "gallery",
}  # fmt: skip
EXPECTED = {name: code for code, names in CODES.items() for name in names.split()}
READ = {"article_with_all_of_it": "whole", "open_part_en": "open_part", "open_part_lemonde_fr": "open_part"}


def page(name: str) -> str:
    return (WALLS / f"{name}.html").read_text(encoding="utf-8")


class ReaderHere(Reader):
    """Reads pages in this process, which starts sooner than another."""

    async def read(self, body: bytes, *, given: str, medium: Medium, url: str | None = None, **_: Any) -> Article:
        answer = read("page", body, charset="utf-8", url=url or "")
        return article_of_page(answer, given=given, medium=medium, url=url)


@pytest.fixture
def links() -> Links:
    return open_links(ReaderHere())


# ---------------------------------------------------------------- what a page is


def test_each_page_at_hand_has_its_expectation() -> None:
    assert {path.stem for path in WALLS.glob("*.html")} == {*EXPECTED, *READ}


@pytest.mark.parametrize(("name", "code"), EXPECTED.items(), ids=EXPECTED)
def test_a_wall_is_told_by_its_own_reason(name: str, code: str) -> None:
    url = ADDRESSES.get(name, URL)
    with pytest.raises(LoadError) as caught:
        article_of_page(read_html(page(name), url).model_dump(), given="x", medium="web", url=url)
    assert caught.value.code == code


@pytest.mark.parametrize(("name", "access"), READ.items(), ids=READ)
def test_what_can_be_read_is_read_and_called_what_it_is(name: str, access: str) -> None:
    made = article_of_page(read_html(page(name), URL).model_dump(), given="x", medium="web", url=URL)
    assert made.access == access
    story = story_of(made)
    for furniture in ("abonnés", "Subscribe", "subscribe", "cookies"):
        assert furniture not in story


@pytest.mark.parametrize("name", [name for name in EXPECTED if name != "front_page"])
def test_a_wall_from_a_file_is_no_article_either(name: str) -> None:
    with pytest.raises(LoadError):
        article_of_page(read_html(page(name)).model_dump(), given="x", medium="file", url=None)


def test_a_paywall_tells_how_many_words_can_be_read() -> None:
    text = "Some words before the gate, "
    with pytest.raises(LoadError) as caught:
        article_of_page({"lines": [{"text": text * 9}], "wall": "paywall"}, given="x", medium="web", url=URL)
    assert (caught.value.code, caught.value.params) == ("paywall", {"words": 45})


def test_other_walls_have_nothing_to_count() -> None:
    with pytest.raises(LoadError) as caught:
        article_of_page({"wall": "consent"}, given="x", medium="web", url=URL)
    assert (caught.value.code, caught.value.params) == ("consent", {})


def test_a_wall_that_does_not_exist_is_not_believed() -> None:
    with pytest.raises(LoadError, match="parse_failed"):
        article_of_page({"wall": "a message to people"}, given="x", medium="web", url=URL)


def test_where_a_copy_may_be_is_no_part_of_what_is_said() -> None:
    with pytest.raises(UnreadError) as caught:
        article_of_page({"amp": "/amp/secret", "canonical": "/c"}, given="x", medium="web", url=URL)
    assert (caught.value.url, caught.value.copies) == (URL, ("/amp/secret", "/c"))
    assert str(caught.value) == "no_article()"


FLAG = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
FAR = "<p>" + "<a href='/x'>The bridge stays closed until the summer</a> " * 40 + "</p>"


@pytest.mark.parametrize(
    ("gate", "is_seen"),
    [
        ('<div class="paywall"><p>Subscribe to continue reading</p></div>', True),
        ('<div class="paywall" style="display: none"><p>Subscribe to continue reading</p></div>', False),
        ('<div hidden><div class="regwall">Subscribe to continue reading</div></div>', False),
        ('<div class="regwall" aria-hidden="true">Subscribe to continue reading</div>', False),
        ('<template><div class="regwall">Subscribe to continue reading</div></template>', False),
        ('<script>var gate = "<div class=paywall>Subscribe to continue reading</div>";</script>', False),
        ('<div class="box"><p>Subscribe to continue reading</p></div>', False),
    ],
)
def test_a_gate_away_from_the_text_counts_where_it_is_called_one_and_shown(gate: str, is_seen: bool) -> None:
    paragraphs = "".join(
        f"<p>{number}. The harbour board said on Tuesday that the line would open in March, weeks later than it had "
        "planned in the autumn, and put the cost at eighteen and a half million.</p>"
        for number in range(5)
    )
    fields = read_html(f"<html><head>{FLAG}</head><body><article>{paragraphs}</article>{FAR}{gate}</body></html>", URL)
    assert (fields.wall, fields.open_part) == ("", is_seen)


@pytest.mark.parametrize(
    "html",
    [
        "", "<", "<html>", "<html><body></body></html>", "<body>" + "<div class=paywall>" * 20_000,
        "<h2>" * 50_000, "<button>accept " * 50_000, "<noscript>" * 20_000 + "javascript",
        "<script type='application/ld+json'>" + '"@type": ' * 100_000, "<a href=x><h2>" * 30_000,
        "<p>" + "cookie accept partner " * 100_000, "<div hidden>" * 50_000 + "<div class=paywall>x",
    ],
)  # fmt: skip
def test_any_page_has_some_answer(html: str) -> None:
    assert isinstance(read_html(html, URL).wall, str)


# ---------------------------------------------------------------- the second try


def with_link(name: str, rel: str, href: str) -> bytes:
    """A wall that names a link in its head."""
    return page(name).replace("</title>", f'</title><link rel="{rel}" href="{href}">').encode()


@pytest.mark.parametrize(
    "name", ["consent_onetrust_empty", "scripts_react", "scripts_next", "paywall_piano_short", "scripts_notice"]
)
@pytest.mark.parametrize("href", [AMP, "/amp/second-ferry-line", "https://amp.post.example/second-ferry-line"])
async def test_the_copy_that_a_page_names_is_read_instead(links: Links, name: str, href: str) -> None:
    copy = href if href.startswith("https") else AMP
    links.sites.answers |= {URL: with_link(name, "amphtml", href), copy: FERRY}
    read = await links.load(URL)
    assert (read.given, read.title) == (URL, "Second ferry line to open in March")
    assert links.sites.requests == [URL, copy]


async def test_a_wall_and_its_copy_come_through_the_reading_process() -> None:
    async with Reader() as reader:
        links = open_links(reader)
        links.sites.answers |= {
            URL: with_link("paywall_piano_short", "amphtml", AMP),
            AMP: page("open_part_en").encode(),
        }
        assert (await links.load(URL)).access == "open_part"
        links.sites.answers[AMP] = page("paywall_nothing_ja").encode()
        with pytest.raises(LoadError) as caught:
            await links.load(URL)
    before_the_gate = page("paywall_piano_short").partition("<p>")[2].partition("</p>")[0]
    assert (caught.value.code, caught.value.params) == ("paywall", {"words": len(before_the_gate.split())})


async def test_a_canonical_address_elsewhere_on_the_site_is_tried(links: Links) -> None:
    other = "https://www.post.example/2026/second-ferry-line"
    links.sites.answers |= {URL: with_link("scripts_react", "canonical", other), other: FERRY}
    assert (await links.load(URL)).title == "Second ferry line to open in March"


@pytest.mark.parametrize(
    "href",
    [
        "https://elsewhere.example/second-ferry-line", "http://127.0.0.1/", "http://www.post.example:8080/x",
        "javascript:alert(1)", "https://www.post.example@elsewhere.example/", URL, "/", "#top", "",
    ],
)  # fmt: skip
async def test_a_copy_is_looked_for_on_the_same_site_only(links: Links, href: str) -> None:
    links.sites.answers[URL] = with_link("scripts_react", "amphtml", href)
    assert await links.failure(URL) == ("scripts", {})
    assert links.sites.requests == [URL]


@pytest.mark.parametrize("name", ["cloudflare_challenge", "login_facebook", "missing_en", "video"])
async def test_what_a_copy_would_not_change_is_not_tried_again(links: Links, name: str) -> None:
    links.sites.answers |= {URL: with_link(name, "amphtml", AMP), AMP: FERRY}
    assert await links.failure(URL) == (EXPECTED[name], {})
    assert links.sites.requests == [URL]


@pytest.mark.parametrize(
    "answer",
    [LoadError("timed_out"), page("missing_en").encode(), with_link("consent_standard_de", "amphtml", AMP + "-2")],
    ids=["no answer", "an error", "another wall"],
)
async def test_the_first_reason_is_told_where_the_copy_is_no_better(links: Links, answer: bytes | LoadError) -> None:
    links.sites.answers |= {URL: with_link("scripts_react", "amphtml", AMP), AMP: answer, AMP + "-2": FERRY}
    assert await links.failure(URL) == ("scripts", {})
    assert links.sites.requests == [URL, AMP]


async def test_the_copy_is_looked_for_where_the_page_was_found(links: Links) -> None:
    short = "https://go.example/x7"
    links.sites.answers |= {
        short: URL,
        URL: with_link("scripts_react", "amphtml", "/amp/second-ferry-line"),
        AMP: FERRY,
    }
    assert (await links.load(short)).title == "Second ferry line to open in March"


# ---------------------------------------------------------------- sent away


@pytest.mark.parametrize(
    "asked",
    ["https://www.post.example/news/second-ferry-line", "https://post.example/second-ferry-line-opens-in-march",
     "https://m.post.example/2026/02/10/12345.html"],
)  # fmt: skip
@pytest.mark.parametrize("front", ["https://www.post.example/", "https://www.post.example/?utm_source=gone"])
async def test_an_article_that_leads_to_the_front_page_is_not_here(links: Links, asked: str, front: str) -> None:
    links.sites.answers |= {asked: front, front: page("front_page").encode()}
    assert await links.failure(asked) == ("not_here", {})


async def test_a_front_page_that_passes_for_an_article_is_not_the_one_asked_for(links: Links) -> None:
    text = "".join(f"<p>{number}. The board said that the line would open in March.</p>" for number in range(9))
    links.sites.answers |= {URL: "https://www.post.example/", "https://www.post.example/": f"<html>{text}".encode()}
    assert await links.failure(URL) == ("not_here", {})


async def test_an_article_that_leads_to_its_section_is_not_here(links: Links) -> None:
    asked, section = "https://www.post.example/news/port/second-ferry-line-12345", "https://www.post.example/news/port/"
    text = "".join(f"<p>{number}. The board said that the line would open in March.</p>" for number in range(9))
    links.sites.answers |= {asked: section, section: f"<html>{text}</html>".encode()}
    assert await links.failure(asked) == ("not_here", {})


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("https://www.post.example/news/second-ferry-line-12345/amp", "https://www.post.example/news/second-ferry-line-12345"),
        ("https://www.post.example/2026/second-ferry-line-12345", "https://www.post.example/second-ferry-line"),
        ("https://www.post.example/news/12345/second-ferry-line-opens-now", "https://www.post.example/news/12345"),
        ("https://go.example/news/x7", "https://www.post.example/"),
        ("https://www.post.example/de", "https://www.post.example/"),
        ("https://www.post.example/news/second-ferry-line", "https://www.post.example/?p=12345"),
    ],
)  # fmt: skip
async def test_other_redirects_are_followed(links: Links, asked: str, found: str) -> None:
    text = "".join(f"<p>{number}. The board said that the line would open in March.</p>" for number in range(9))
    links.sites.answers |= {asked: found, found: f"<html>{text}</html>".encode()}
    assert "line would open" in (await links.load(asked)).text


async def test_an_article_with_a_date_is_read_though_it_gives_its_section_as_its_address(links: Links) -> None:
    asked = "https://www.post.example/news/second-ferry-line-12345"
    text = "".join(f"<p>{number}. The board said that the line would open in March.</p>" for number in range(9))
    head = '<link rel="canonical" href="/news"><meta property="article:published_time" content="2026-02-10T07:30:00Z">'
    links.sites.answers[asked] = f"<html><head>{head}</head><body>{text}</body></html>".encode()
    assert "line would open" in (await links.load(asked)).text


def test_what_a_page_keeps_for_subscribers_is_not_taken_out_of_its_data() -> None:
    whole = " ".join(f"The board told of its plan for year {number}, and nobody objected." for number in range(60))
    data = f'{{"@type": "NewsArticle", "isAccessibleForFree": %s, "articleBody": "{whole}"}}'
    html = (
        '<html><head><title>Harbour plan</title><script type="application/ld+json">'
        f"{data}</script></head><body><article><h1>Harbour plan</h1><p>The harbour board told of its plan for the year."
        "</p><div class='paywall'>Subscribe to continue reading</div></article></body></html>"
    )
    with pytest.raises(LoadError) as caught:
        article_of_page(read_html(html % "false", URL).model_dump(), given="x", medium="web", url=URL)
    assert (caught.value.code, caught.value.params) == ("paywall", {"words": 10})
    free = article_of_page(read_html(html % "true", URL).model_dump(), given="x", medium="web", url=URL)
    assert "year 59" in story_of(free)
