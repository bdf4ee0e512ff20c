"""Which links are of which kind, by their host and path alone."""

import pickle

import pytest

from bot.adapters.reading.elsewhere import ElsewhereError
from bot.adapters.reading.forms import FORMS
from bot.adapters.reading.sources import archive, bluesky, mastodon, reddit, telegram, videos, walled, wikipedia, x
from bot.adapters.reading.sources.loader import KINDS, SOURCES
from bot.adapters.reading.sources.short_links import ShortLinks
from bot.core.links import check_link

FERRY_URL = "https://www.post.example/news/second-ferry-line"
COPY = f"https://web.archive.org/web/20260211080000id_/{FERRY_URL}"
ELLERY = "https://en.wikipedia.org/wiki/Port_Ellery"
BLUESKY_POST = "https://bsky.app/profile/harbour.example/post/3kabc"


@pytest.mark.parametrize(
    "url",
    [
        FERRY_URL,
        "https://www.post.example/",
        "https://blog.google/products/news/",
        "https://www.google.com/search?q=ferry",
        "https://about.x.company/status/1",
        "https://medium.example/@harbour/second-ferry-line-1a2b3c4d",
        "https://wikipedia.elsewhere.example/wiki/Ferry",
        "https://web.archive.example/web/2020/https://post.example/",
    ],
)
def test_an_ordinary_link_is_of_no_kind_of_its_own(url: str) -> None:
    assert [kind for kind in SOURCES[:-1] if kind.matches(check_link(url))] == []
    assert SOURCES[-1].matches(check_link(url))


@pytest.mark.parametrize("form", sorted(FORMS))
def test_every_form_has_its_reader(form: str) -> None:
    assert callable(FORMS[form].load())


def test_an_error_of_a_wrapped_link_tells_nothing_of_it_and_survives_a_process() -> None:
    error = ElsewhereError("https://post.example/private?token=1")
    assert "post.example" not in str(error)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - it was made here
    assert (type(again), again.target, again.code) == (ElsewhereError, error.target, "no_article")


@pytest.mark.parametrize(
    ("url", "matching"),
    [
        ("https://t.co/aBcDeFgHiJ", True),
        ("http://www.bit.ly/ferry", True),
        ("https://bit.ly/", False),
        ("https://notbit.ly/ferry", False),
        ("https://bit.ly.elsewhere.example/ferry", False),
    ],
)
def test_short_links_are_known_by_their_service(url: str, matching: bool) -> None:
    assert ShortLinks(kinds=KINDS).matches(check_link(url)) is matching


@pytest.mark.parametrize(
    "url",
    [
        "https://www.youtube.com/@harbour",
        "https://www.youtube.com/post/Ugkx123",
        "https://youtu.be/",
        "https://blog.youtube/news-and-events/",
        "https://vimeo.com/blog/post/ferry",
        "https://www.instagram.com/p/AbCdEf/",
        "https://youtube.com.elsewhere.example/watch?v=x",
        "https://www.youtube.com/watchmen",
    ],
)
def test_other_pages_of_these_sites_are_no_video(url: str) -> None:
    assert not videos.matches(check_link(url))


@pytest.mark.parametrize(
    "host", ["notfacebook.com", "facebook.com.elsewhere.example", "threads.example", "tiktok.example"]
)
def test_other_hosts_are_none_of_these_sites(host: str) -> None:
    assert not walled.matches(check_link(f"https://{host}/harbour/posts/1"))


@pytest.mark.parametrize(
    ("url", "matching"),
    [
        (ELLERY, True),
        ("https://zh-min-nan.wikipedia.org/wiki/X", True),
        ("https://zh.wikipedia.org/zh-tw/X", True),
        ("https://sr.wikipedia.org/sr-ec/X", True),
        ("https://en.wikipedia.org/w/index.php?title=Port_Ellery&oldid=7", True),
        ("https://de.m.wikivoyage.org/wiki/X", True),
        ("https://www.wikipedia.org/", False),
        ("https://en.wikipedia.org/", False),
        ("https://en.wikipedia.org.elsewhere.example/wiki/X", False),
        ("https://wikipedia.elsewhere.example/wiki/X", False),
    ],
)
def test_pages_of_these_wikis_are_known(url: str, matching: bool) -> None:
    assert wikipedia.matches(check_link(url)) is matching


@pytest.mark.parametrize(
    ("url", "matching"),
    [
        (COPY, True),
        ("https://web.archive.org/", False),
        ("https://archive.org/details/ferry", False),
        ("https://archive.ph/AbC12", True),
        ("https://archive.ph/", False),
        ("https://archive.example/web/2020/https://post.example/", False),
    ],
)
def test_links_to_archives_are_known(url: str, matching: bool) -> None:
    assert archive.matches(check_link(url)) is matching


@pytest.mark.parametrize("host", ["t.me.elsewhere.example", "nott.me", "telegram.org", "a.b.t.me"])
def test_other_hosts_are_not_telegram(host: str) -> None:
    assert not telegram.matches(check_link(f"https://{host}/harbour_news/412"))


@pytest.mark.parametrize("host", ["netflix.com", "x.com.elsewhere.example", "notx.com", "ax.com"])
def test_other_hosts_are_not_x(host: str) -> None:
    assert not x.matches(check_link(f"https://{host}/harbourboard/status/2021124474270646272"))


@pytest.mark.parametrize(
    ("url", "matching"),
    [(BLUESKY_POST, True), ("https://bsky.app/profile/harbour.example", True), ("https://bsky.social/about", False)],
)
def test_links_to_bluesky_are_known(url: str, matching: bool) -> None:
    assert bluesky.matches(check_link(url)) is matching


@pytest.mark.parametrize(
    ("path", "matching"),
    [
        ("@harbour/115000000000000001", True),
        ("@harbour@other.example/115000000000000001", True),
        ("users/harbour/statuses/115000000000000001", True),
        ("@harbour", False),
        ("@harbour/second-ferry-line-1a2b3c", False),
        ("@harbour/115", False),
        ("news/115000000000000001", False),
    ],
)
def test_posts_on_mastodon_are_known_by_their_path(path: str, matching: bool) -> None:
    assert mastodon.matches(check_link(f"https://social.example/{path}")) is matching


@pytest.mark.parametrize("host", ["reddit.com.elsewhere.example", "notreddit.com", "redd.it.example"])
def test_other_hosts_are_not_reddit(host: str) -> None:
    assert not reddit.matches(check_link(f"https://{host}/r/ellery/comments/1abcd/"))
