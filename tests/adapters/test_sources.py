"""The kinds of links: which is read how, where wrapped and short links lead, what is told without opening anything."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from bot.adapters.reading.reader import Reader
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.loader import LinkLoader
from bot.core.errors import LoadError
from bot.core.pages import KeptPage
from tests.adapters.site_desk import FERRY, FERRY_URL, Links, Sites, site

# One reading process for all: starting one takes longer than reading a page.
pytestmark = pytest.mark.asyncio(loop_scope="module")


# ---------------------------------------------------------------- all kinds


async def test_links_that_lead_on_to_one_another_end(links: Links) -> None:
    links.sites.answers["https://t.co/a"] = b'<meta http-equiv="refresh" content="0;URL=https://t.co/b">'
    links.sites.answers["https://t.co/b"] = b'<meta http-equiv="refresh" content="0;URL=https://t.co/a">'
    assert await links.failure("https://t.co/a") == ("redirects", {"limit": 5})
    assert len(links.sites.requests) == 5


# ---------------------------------------------------------------- wrapped links


@pytest.mark.parametrize(
    "wrapped",
    [
        "https://www.google.com/url?q=https%3A%2F%2Fwww.post.example%2Fnews%2Fsecond-ferry-line",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.post.example%2Fnews%2Fsecond-ferry-line",
        "https://www.google.com/amp/s/www.post.example/news/second-ferry-line",
        "https://www-post-example.cdn.ampproject.org/v/s/www.post.example/news/second-ferry-line?usqp=mq331",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Famp%2Fs%2Fwww.post.example%2Fnews%2Fsecond-ferry-line",
    ],
)
async def test_a_wrapped_link_is_read_at_the_publisher_without_opening_the_wrapper(links: Links, wrapped: str) -> None:
    links.sites.answers[FERRY_URL] = FERRY
    read = await links.load(wrapped)
    assert (read.given, read.url, read.outlet) == (wrapped, FERRY_URL, "The Harbour Post")
    assert links.sites.requests == [FERRY_URL]


async def test_what_a_wrapper_leads_to_is_read_as_its_own_kind(links: Links) -> None:
    links.sites.answers["https://t.me/harbour_news/412?embed=1&mode=tme"] = site("telegram/post.html")
    read = await links.load("https://www.google.com/url?q=https%3A%2F%2Ft.me%2Fharbour_news%2F412")
    assert read.outlet == "Harbour News"


@pytest.mark.parametrize("inside", ["http%3A%2F%2Flocalhost%2Fadmin", "https%3A%2F%2Fpost.example%3A22%2F"])
async def test_a_wrapped_link_is_checked_like_a_sent_one(links: Links, inside: str) -> None:
    assert await links.failure(f"https://www.google.com/url?q={inside}") == ("url_refused", {})
    assert links.sites.requests == []


# ---------------------------------------------------------------- Google News


def token(url: str, *, amp: str = "", head: bytes = b"\x08\x13") -> str:
    """An article's name in an address of Google News, as they were until 2024."""

    def part(tag: bytes, text: str) -> bytes:
        size = len(text)
        length = bytes([size]) if size < 128 else bytes([size & 127 | 128, size >> 7])
        return tag + length + text.encode()

    message = head + part(b"\x22", url) + part(b"\xd2\x01", amp)
    return base64.urlsafe_b64encode(message).decode().rstrip("=")


@pytest.mark.parametrize(
    "path", ["rss/articles/{}?oc=5", "articles/{}?hl=en-GB&gl=GB", "read/{}", "__i/rss/rd/articles/{}"]
)
@pytest.mark.parametrize("amp", ["", "https://www.post.example/amp/news/second-ferry-line"])
async def test_an_old_link_of_google_news_is_read_at_the_publisher(links: Links, path: str, amp: str) -> None:
    links.sites.answers[FERRY_URL] = FERRY
    url = f"https://news.google.com/{path.format(token(FERRY_URL, amp=amp))}"
    assert (await links.load(url)).url == FERRY_URL
    assert links.sites.requests == [FERRY_URL]


async def test_a_long_address_in_a_link_of_google_news_is_read_whole(links: Links) -> None:
    long = f"{FERRY_URL}-{'and-so-on-' * 20}end"
    links.sites.answers[long] = FERRY
    assert (await links.load(f"https://news.google.com/articles/{token(long)}")).outlet == "The Harbour Post"


@pytest.mark.parametrize(
    "name",
    [
        token("AU_yqLMabcdefghijklmnopqrstuvwxyz0123456789"),
        token("javascript:alert(1)"),
        "CBMiK2h0dHBz",
        "AAAAAAAAAAAAAAAA",
        "________________",
        "CBMi" * 300,
        base64.urlsafe_b64encode(b"\xff" * 60).decode(),
        base64.urlsafe_b64encode(b"\x22\xff\xff\xff\xff\x7fhttps://post.example/").decode().rstrip("="),
    ],
)
async def test_a_link_of_google_news_that_hides_the_publisher_is_told(links: Links, name: str) -> None:
    assert await links.failure(f"https://news.google.com/rss/articles/{name}?oc=5") == ("publisher_link", {})
    assert links.sites.requests == []


async def test_a_private_address_in_a_link_of_google_news_is_refused(links: Links) -> None:
    url = f"https://news.google.com/articles/{token('http://localhost/admin')}"
    assert await links.failure(url) == ("url_refused", {})


@pytest.mark.parametrize(
    "path", ["", "home?hl=en", "topics/CAAqJggKIiBDQkFTRWdv", "stories/CAAqNggKIjBDQklTSGpv", "search?q=x"]
)
async def test_other_pages_of_google_news_are_no_article(links: Links, path: str) -> None:
    assert await links.failure(f"https://news.google.com/{path}") == ("no_article", {})


# ---------------------------------------------------------------- short links


async def test_a_short_link_is_read_where_it_leads_and_opened_once(links: Links) -> None:
    links.sites.answers |= {"https://bit.ly/ferry": FERRY_URL, FERRY_URL: FERRY}
    read = await links.load("https://bit.ly/ferry")
    assert (read.given, read.url, read.outlet) == ("https://bit.ly/ferry", FERRY_URL, "The Harbour Post")
    assert links.sites.requests == ["https://bit.ly/ferry"]


async def test_a_short_link_to_another_kind_is_read_as_that_kind(links: Links) -> None:
    widget = "https://t.me/harbour_news/412?embed=1&mode=tme"
    links.sites.answers |= {
        "https://bit.ly/post": "https://t.me/harbour_news/412",
        "https://t.me/harbour_news/412": b"<html>Telegram</html>",
        widget: site("telegram/post.html"),
    }
    assert (await links.load("https://bit.ly/post")).outlet == "Harbour News"
    assert links.sites.requests == ["https://bit.ly/post", widget]


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://t.co/aBcDeFgHiJ", "t_co.html"),
        ("https://t.co/aBcDeFgHiJ", "t_co_script.html"),
        ("https://lnkd.in/eRbBvI7E", "lnkd_in.html"),
        ("https://apple.news/AbCdEfGhIjKlMnOp", "apple_news.html"),
    ],
)
async def test_a_short_link_that_sends_browsers_on_is_followed(links: Links, url: str, page: str) -> None:
    links.sites.answers |= {url: site(f"short_links/{page}"), FERRY_URL: FERRY}
    read = await links.load(url)
    assert (read.given, read.url) == (url, FERRY_URL)
    assert links.sites.requests == [url, FERRY_URL]


async def test_a_short_link_through_another_is_followed(links: Links) -> None:
    links.sites.answers |= {
        "https://t.co/x": b'<script>location.replace("https:\\/\\/bit.ly\\/ferry")</script>',
        "https://bit.ly/ferry": FERRY_URL,
        FERRY_URL: FERRY,
    }
    assert (await links.load("https://t.co/x")).url == FERRY_URL


@pytest.mark.parametrize(
    "page",
    [
        b"<html><body><p>" + b"This link was reported and is not opened any more. " * 30,
        b'<meta http-equiv="refresh" content="5">',
        b'<meta http-equiv="refresh" content="0;URL=/login">',
        b'<meta http-equiv="refresh" content="0;URL=javascript:alert(1)">',
        b'<script>location.replace("' + b"https:" * 9_000,
    ],
    ids=["notice", "reload", "own page", "script", "endless"],
)
async def test_a_page_of_a_shortener_is_never_an_article(links: Links, page: bytes) -> None:
    links.sites.answers["https://t.co/x"] = page
    assert await links.failure("https://t.co/x") == ("no_article", {})


@pytest.mark.parametrize("target", ["http://localhost/admin", "http://127.1/", "https://post.example:22/"])
async def test_where_a_short_link_leads_is_checked_like_a_sent_one(links: Links, target: str) -> None:
    links.sites.answers["https://t.co/x"] = f'<meta http-equiv="refresh" content="0;URL={target}">'.encode()
    assert await links.failure("https://t.co/x") == ("url_refused", {})
    assert links.sites.requests == ["https://t.co/x"]


async def test_a_page_of_any_other_site_that_sends_its_readers_on_is_not_followed(links: Links) -> None:
    url = "https://post.example/moved"
    links.sites.answers |= {url: b'<meta http-equiv="refresh" content="0;URL=' + FERRY_URL.encode() + b'">'}
    await links.failure(url)
    assert links.sites.requests == [url]


# ---------------------------------------------------------------- videos


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=5",
        "https://m.youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?si=x",
        "https://www.youtube.com/shorts/dQw4w9WgXcQ",
        "https://www.youtube.com/live/dQw4w9WgXcQ",
        "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        "https://www.tiktok.com/@harbour/video/7300000000000000000",
        "https://vimeo.com/123456789",
        "https://www.instagram.com/reel/AbCdEf/",
        "https://www.facebook.com/watch/?v=123",
        "https://fb.watch/abc/",
    ],
)
async def test_a_link_to_a_video_is_told_unopened(links: Links, url: str) -> None:
    assert await links.failure(url) == ("video", {})
    assert links.sites.requests == []


# ---------------------------------------------------------------- sites for those who signed in


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.facebook.com/harbour/posts/1", "Facebook"),
        ("https://m.facebook.com/story.php?story_fbid=1&id=2", "Facebook"),
        ("https://www.instagram.com/p/AbCdEf/", "Instagram"),
        ("https://de.linkedin.com/posts/harbour_1", "LinkedIn"),
        ("https://www.tiktok.com/@harbour/photo/1", "TikTok"),
        ("https://www.threads.net/@harbour/post/AbC", "Threads"),
        ("https://www.threads.com/@harbour/post/AbC", "Threads"),
        ("https://www.youtube.com/post/Ugkx123", "YouTube"),
    ],
)
@pytest.mark.parametrize(
    "answer",
    [
        b"<html><title>Log in</title><body><form><input type=password></form></body></html>",
        LoadError("bot_check"),
        LoadError("http_status", status=403),
        LoadError("http_status", status=999),
    ],
    ids=["frame", "check", "forbidden", "denied"],
)
async def test_that_a_site_shows_nothing_to_us_is_told(
    links: Links, url: str, name: str, answer: bytes | LoadError
) -> None:
    links.sites.answers[url] = answer
    assert await links.failure(url) == ("site_closed", {"site": name})


async def test_what_such_a_site_shows_to_everyone_is_read(links: Links) -> None:
    links.sites.answers["https://www.linkedin.com/pulse/second-ferry-line"] = FERRY
    assert "two weeks later" in (await links.load("https://www.linkedin.com/pulse/second-ferry-line")).text


@pytest.mark.parametrize("status", [404, 410, 429, 500])
async def test_that_a_page_is_gone_or_a_site_is_busy_is_not_called_closed(links: Links, status: int) -> None:
    links.sites.answers["https://www.facebook.com/x/posts/1"] = LoadError("http_status", status=status)
    assert await links.failure("https://www.facebook.com/x/posts/1") == ("http_status", {"status": status})


# ---------------------------------------------------------------- under which addresses a page is kept


@dataclass
class Kept:
    """A `Pages` that finds nothing and notes what it is to keep."""

    addresses: list[str] = field(default_factory=list)

    async def find(self, url: str) -> KeptPage | None:
        return None

    async def find_body(self, digest: str, *, edition: str) -> KeptPage | None:
        return None

    async def keep(self, page: KeptPage, *, addresses: Sequence[str]) -> None:
        self.addresses += addresses


@pytest.mark.parametrize(
    ("url", "canonical", "addresses"),
    [
        (f"{FERRY_URL}?utm_source=x", FERRY_URL, [f"{FERRY_URL}?utm_source=x", FERRY_URL]),
        ("https://m.post.example/a?fbclid=1", "https://www.post.example/a",
         ["https://m.post.example/a?fbclid=1", "https://m.post.example/a", "https://www.post.example/a"]),
        ("https://www.post.example/forged", FERRY_URL, ["https://www.post.example/forged"]),
        ("https://www.post.example/show?id=1", "https://www.post.example/show?id=2",
         ["https://www.post.example/show?id=1"]),
        ("https://www.post.example/a", "https://elsewhere.example/a", ["https://www.post.example/a"]),
    ],
    ids=["tracking", "phone", "other path", "other query", "other site"],
)  # fmt: skip
async def test_a_page_cannot_be_kept_as_another_page_of_its_site(
    reader: Reader, url: str, canonical: str, addresses: list[str]
) -> None:
    head = f'<html><head><link rel="canonical" href="{canonical}"></head><body><article>'
    said = "The harbour board said that the second line will open in March, later than planned."
    body = head + "".join(f"<p>{number}. {said}</p>" for number in range(4))
    kept = Kept()
    await LinkLoader(Desk(fetch=Sites({url: body.encode()}), reader=reader, pages=kept)).load(url)
    assert kept.addresses == addresses
