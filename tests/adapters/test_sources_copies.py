"""Wikipedia and its sisters, and copies of pages in archives."""

from datetime import UTC, datetime

import pytest

from bot.core.errors import LoadError
from bot.core.pasted import clean
from bot.core.text_lines import story_of
from tests.adapters.site_desk import FERRY, FERRY_URL, Links, site

# One reading process for all: starting one takes longer than reading a page.
pytestmark = pytest.mark.asyncio(loop_scope="module")


# ---------------------------------------------------------------- Wikipedia

ELLERY = "https://en.wikipedia.org/wiki/Port_Ellery"


async def test_a_page_of_wikipedia_is_its_prose(links: Links) -> None:
    links.sites.answers[ELLERY] = site("wikipedia/ellery.html")
    read = await links.load(ELLERY)
    assert [line for line in story_of(read).split("\n") if line] == [
        "Port Ellery",
        "Port Ellery is a harbour town with 41,200 inhabitants. Its first ferry line was opened in 1911.",
        "The quay was built by the harbour board between 1902 and 1909, and the town grew around it.",
        "In 1938 the board built a second quay, which was closed again after the war.",
    ]
    assert "Retrieved" not in story_of(clean(read))


async def test_headings_and_lists_of_links_on_wikipedia_are_marked_as_such(links: Links) -> None:
    links.sites.answers[ELLERY] = site("wikipedia/ellery.html")
    read = await links.load(ELLERY)
    assert [(removed.span.of(read.text)[:14], removed.reason) for removed in read.removed] == [
        ("History", "heading"),
        ("Early years", "heading"),
        ("Quay", "list"),
        ("Ferry", "list"),
        ("The official s", "list"),
    ]


async def test_a_page_of_wikipedia_tells_when_it_was_edited_and_has_no_day_of_publication(links: Links) -> None:
    links.sites.answers[ELLERY] = site("wikipedia/ellery.html")
    read = await links.load(ELLERY)
    assert (read.title, read.outlet, read.url, read.authors) == ("Port Ellery", "Wikipedia", ELLERY, ())
    assert (read.published_at, read.modified_at) == (None, datetime(2026, 1, 15, 9, 20, 11, tzinfo=UTC))


async def test_the_page_for_phones_is_read_as_the_page(links: Links) -> None:
    links.sites.answers[ELLERY] = site("wikipedia/ellery.html")
    assert (await links.load("https://en.m.wikipedia.org/wiki/Port_Ellery")).url == ELLERY
    assert links.sites.requests == [ELLERY]


async def test_sister_wikis_are_named(links: Links) -> None:
    url = "https://de.wikinews.org/wiki/Port_Ellery"
    links.sites.answers[url] = site("wikipedia/ellery.html")
    assert (await links.load(url)).outlet == "Wikinews"


async def test_a_page_that_only_lists_pages_is_no_article(links: Links) -> None:
    items = "".join(
        f'<li><a href="/wiki/{n}">Port Ellery number {n}</a>, a ferry of the harbour board</li>' for n in range(9)
    )
    page = f'<div id="mw-content-text"><div class="mw-parser-output"><p>Ellery may be:</p><ul>{items}</ul></div></div>'
    links.sites.answers[ELLERY] = page.encode()
    assert await links.failure(ELLERY) == ("no_article", {})


@pytest.mark.parametrize(
    "page", [b"<html><p>no wiki here", b'<div id="mw-content-text">', b'<div id="mw-content-text">' + b"<div>" * 4_000]
)
async def test_a_page_in_another_markup_is_no_article(links: Links, page: bytes) -> None:
    links.sites.answers[ELLERY] = page
    assert await links.failure(ELLERY) == ("no_article", {})


@pytest.mark.parametrize("markup", ["<ul><li>", "<dl><dd>", "<blockquote>", "<p><sup>[", "<div><p><b>"])
async def test_hostile_nesting_on_a_wiki_ends(links: Links, markup: str) -> None:
    links.sites.answers[ELLERY] = f'<div id="mw-content-text">{markup * 4_000}'.encode()
    assert await links.failure(ELLERY) == ("no_article", {})


# ---------------------------------------------------------------- web.archive.org

COPY = f"https://web.archive.org/web/20260211080000id_/{FERRY_URL}"


@pytest.mark.parametrize("form", ["20260211080000", "20260211080000id_", "20260211080000if_", "20260211080000im_"])
@pytest.mark.parametrize("scheme", ["https", "http"])
async def test_a_copy_is_read_as_it_was_stored_and_the_original_named(links: Links, form: str, scheme: str) -> None:
    links.sites.answers[COPY] = FERRY
    given = f"{scheme}://web.archive.org/web/{form}/{FERRY_URL}"
    read = await links.load(given)
    assert (read.given, read.url, read.outlet) == (given, FERRY_URL, "The Harbour Post")
    assert read.via == "web.archive.org"
    assert links.sites.requests == [COPY]


@pytest.mark.parametrize("form", ["", "*/", "2/"])
async def test_without_a_date_the_newest_copy_is_read(links: Links, form: str) -> None:
    links.sites.answers |= {f"https://web.archive.org/web/2id_/{FERRY_URL}": COPY, COPY: FERRY}
    read = await links.load(f"https://web.archive.org/web/{form}{FERRY_URL}")
    assert (read.url, read.via) == (FERRY_URL, "web.archive.org")


@pytest.mark.parametrize(
    ("given", "original"),
    [
        ("https:/www.post.example/x", "https://www.post.example/x"),
        ("www.post.example/x", "http://www.post.example/x"),
        ("https://www.post.example/x?id=1&utm_source=y", "https://www.post.example/x?id=1&utm_source=y"),
    ],
)
async def test_originals_are_understood_as_archives_write_them(links: Links, given: str, original: str) -> None:
    links.sites.answers[f"https://web.archive.org/web/2020id_/{original}"] = FERRY
    assert (await links.load(f"https://web.archive.org/web/2020/{given}")).via == "web.archive.org"


async def test_the_copy_of_a_page_that_had_moved_is_of_where_it_moved(links: Links) -> None:
    links.sites.answers |= {"https://web.archive.org/web/2020id_/https://post.example/old": COPY, COPY: FERRY}
    assert (await links.load("https://web.archive.org/web/2020/https://post.example/old")).url == FERRY_URL


async def test_an_archive_that_leads_to_the_page_itself_is_not_named(links: Links) -> None:
    links.sites.answers |= {COPY: FERRY_URL, FERRY_URL: FERRY}
    read = await links.load(f"https://web.archive.org/web/20260211080000/{FERRY_URL}")
    assert (read.url, read.via) == (FERRY_URL, None)


async def test_that_there_is_no_copy_is_told(links: Links) -> None:
    assert await links.failure(f"https://web.archive.org/web/2020/{FERRY_URL}") == ("no_snapshot", {})


async def test_that_the_archive_is_down_is_told_as_it_is(links: Links) -> None:
    links.sites.answers[COPY] = LoadError("http_status", status=503)
    assert await links.failure(COPY) == ("http_status", {"status": 503})


@pytest.mark.parametrize("original", ["http://localhost/admin", "https://post.example:22/", "ftp://post.example/"])
async def test_an_original_is_checked_like_a_sent_link(links: Links, original: str) -> None:
    assert (await links.failure(f"https://web.archive.org/web/2020/{original}"))[0] == "url_refused"
    assert links.sites.requests == []


async def test_a_copy_that_claims_another_site_is_named_by_its_original(links: Links) -> None:
    original = "https://elsewhere.example/x"
    page = FERRY.replace(b'href="/news/second-ferry-line"', f'href="{FERRY_URL}"'.encode())
    assert FERRY_URL.encode() in page
    links.sites.answers[f"https://web.archive.org/web/2020id_/{original}"] = page
    assert (await links.load(f"https://web.archive.org/web/2020/{original}")).url == original


# ---------------------------------------------------------------- archive.today


@pytest.mark.parametrize("host", ["archive.today", "archive.ph", "archive.is", "archive.li", "archive.md"])
async def test_a_copy_of_archive_today_names_the_original_that_stands_on_the_page(links: Links, host: str) -> None:
    links.sites.answers[f"https://{host}/AbC12"] = site("archive/today.html")
    read = await links.load(f"https://{host}/AbC12")
    assert (read.url, read.via, read.outlet) == (FERRY_URL, host, "post.example")
    assert "two weeks later than it had planned" in read.text


async def test_a_copy_of_archive_today_names_the_original_in_its_address(links: Links) -> None:
    url = f"https://archive.ph/newest/{FERRY_URL}"
    links.sites.answers[url] = FERRY
    read = await links.load(url)
    assert (read.url, read.via) == (FERRY_URL, "archive.ph")


async def test_a_check_in_place_of_a_copy_of_archive_today_is_told_as_one(links: Links) -> None:
    links.sites.answers["https://archive.ph/AbC12"] = LoadError("bot_check")
    assert await links.failure("https://archive.ph/AbC12") == ("bot_check", {})
    links.sites.answers["https://archive.ph/AbC12"] = b"<html><title>archive.ph</title><p>One more step</p></html>"
    assert (await links.failure("https://archive.ph/AbC12"))[0] in {"bot_check", "no_article"}
