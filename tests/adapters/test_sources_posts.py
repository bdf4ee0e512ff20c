"""Posts of channels and social sites: which links lead to one, and what is read of it."""

import json
from datetime import UTC, datetime

import pytest

from bot.core.errors import LoadError
from bot.core.pasted import clean
from tests.adapters.site_desk import FERRY, FERRY_URL, Links, site

HALF_PAST_SEVEN = datetime(2026, 2, 10, 7, 30, tzinfo=UTC)


# One reading process for all: starting one takes longer than reading a page.
pytestmark = pytest.mark.asyncio(loop_scope="module")


# ---------------------------------------------------------------- Telegram

TELEGRAM = "https://t.me/harbour_news/412?embed=1&mode=tme"


@pytest.mark.parametrize(
    "url",
    [
        "https://t.me/harbour_news/412",
        "http://t.me/harbour_news/412/",
        "https://telegram.me/harbour_news/412",
        "https://telegram.dog/harbour_news/412",
        "https://www.t.me/harbour_news/412",
        "https://t.me/s/harbour_news/412",
        "https://t.me/harbour_news/412?single",
        "https://t.me/harbour_news/412?thread=7",
        "https://t.me/harbour_news/412?comment=99",
        "https://t.me/harbour_news/3/412",
        "https://harbour_news.t.me/412",
        "https://harbour_news.t.me/s/412",
    ],
)
async def test_a_telegram_post_is_read_from_its_widget(links: Links, url: str) -> None:
    links.sites.answers[TELEGRAM] = site("telegram/post.html")
    read = await links.load(url)
    assert links.sites.requests == [TELEGRAM]
    assert (read.given, read.url, read.outlet) == (url, "https://t.me/harbour_news/412", "Harbour News")
    assert (read.published_at, read.medium) == (HALF_PAST_SEVEN, "web")


async def test_a_telegram_post_keeps_its_lines_and_nothing_of_other_posts_and_pages(links: Links) -> None:
    links.sites.answers[TELEGRAM] = site("telegram/post.html")
    read = await links.load("https://t.me/harbour_news/412")
    assert read.text.split("\n") == [
        "⚓️ Second ferry line opens in March",
        "",
        "The harbour board said on Tuesday that the second line will open two weeks later than planned.",
        'The city pays "all of it", the mayor said.',
        "",
        "We counted the queues last summer.",
        "",
        "More on the plan.",
    ]
    assert read.authors == ("Port Office",)
    assert clean(read).title == "⚓️ Second ferry line opens in March"


@pytest.mark.parametrize(("words", "enough"), [(12, True), (11, False)])
async def test_a_telegram_post_may_be_short(links: Links, words: int, enough: bool) -> None:
    text = " ".join(["word"] * words)
    page = site("telegram/post.html").decode().split('<div class="tgme_widget_message_text js-message_text"')[0]
    post = f'{page}<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div></div></div>'
    links.sites.answers[TELEGRAM] = post.encode()
    if enough:
        assert (await links.load("https://t.me/harbour_news/412")).text == text
    else:
        assert await links.failure("https://t.me/harbour_news/412") == ("no_article", {})


@pytest.mark.parametrize(("page", "code"), [("telegram/gone.html", "post_gone"), ("telegram/video.html", "video")])
async def test_a_telegram_post_without_text_is_told_as_what_it_is(links: Links, page: str, code: str) -> None:
    links.sites.answers[TELEGRAM] = site(page)
    assert await links.failure("https://t.me/harbour_news/412") == (code, {})


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ('<a class="tgme_widget_message_photo_wrap"></a>', "picture"),
        ('<a class="tgme_widget_message_voice_player"></a>', "audio"),
        ('<div class="tgme_widget_message_poll"></div>', "no_article"),
    ],
)
async def test_media_without_a_word_are_told(links: Links, markup: str, code: str) -> None:
    links.sites.answers[TELEGRAM] = f'<html><div class="tgme_widget_message">{markup}</div></html>'.encode()
    assert await links.failure("https://t.me/harbour_news/412") == (code, {})


async def test_what_telegram_shows_in_place_of_a_widget_is_no_post(links: Links) -> None:
    links.sites.answers[TELEGRAM] = b"<html><body><p>" + b"If you have Telegram, you can view and join. " * 20
    assert await links.failure("https://t.me/harbour_news/412") == ("post_gone", {})


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://t.me/c/1234567890/12", "private_post"),
        ("https://t.me/c/1234567890/3/12", "private_post"),
        ("https://t.me/harbour_news", "no_post"),
        ("https://t.me/s/harbour_news", "no_post"),
        ("https://t.me/+AbCdEfGhIjKlMnOp", "no_post"),
        ("https://t.me/joinchat/AbCdEfGhIjKlMnOp", "no_post"),
        ("https://t.me/harbour_news/s/5", "no_post"),
        ("https://t.me/harbour_news/412x", "no_post"),
        ("https://t.me/addstickers/Ferries", "no_post"),
        ("https://t.me/", "no_post"),
    ],
)
async def test_other_links_to_telegram_are_refused_unopened(links: Links, url: str, code: str) -> None:
    assert await links.failure(url) == (code, {})
    assert links.sites.requests == []


@pytest.mark.parametrize("code", ["timed_out", "url_refused", "too_large", "unreachable"])
@pytest.mark.parametrize(
    "url",
    [
        "https://t.me/harbour_news/412",
        "https://x.com/harbourboard/status/2021124474270646272",
        "https://www.reddit.com/r/ellery/comments/1abcd/",
        "https://bsky.app/profile/harbour.example/post/3kabc",
        "https://social.example/@harbour/115000000000000001",
        "https://www.facebook.com/harbour/posts/1",
        "https://en.wikipedia.org/wiki/Port_Ellery",
        "https://web.archive.org/web/2026/https://post.example/x",
        "https://archive.ph/AbC12",
        "https://bit.ly/ferry",
    ],
)
async def test_what_the_fetcher_says_is_passed_on(links: Links, code: str, url: str) -> None:
    links.sites.otherwise = LoadError(code)
    assert await links.failure(url) == (code, {})


# ---------------------------------------------------------------- X

X = (
    "https://publish.twitter.com/oembed?omit_script=1&dnt=1&url="
    "https%3A%2F%2Ftwitter.com%2Fharbourboard%2Fstatus%2F2021124474270646272"
)
X_POST = "https://x.com/harbourboard/status/2021124474270646272"


@pytest.mark.parametrize(
    "url",
    [
        X_POST,
        "https://twitter.com/harbourboard/status/2021124474270646272?s=20",
        "https://mobile.twitter.com/harbourboard/status/2021124474270646272/photo/1",
        "https://www.x.com/harbourboard/statuses/2021124474270646272",
        "https://fxtwitter.com/harbourboard/status/2021124474270646272",
        "https://vxtwitter.com/harbourboard/status/2021124474270646272",
        "https://fixupx.com/harbourboard/status/2021124474270646272",
        "https://fixvx.com/harbourboard/status/2021124474270646272",
    ],
)
async def test_a_post_on_x_is_read_through_its_public_service(links: Links, url: str) -> None:
    links.sites.answers[X] = site("x/post.json")
    read = await links.load(url)
    assert links.sites.requests == [X]
    assert read.text == (
        "The second ferry line will open in March, two weeks later than planned.\n\n"
        "The pier needs new piles & a wider ramp."
    )
    assert (read.outlet, read.authors, read.url) == ("Harbour Board (X)", ("Harbour Board",), X_POST)


async def test_the_number_of_a_post_on_x_dates_it(links: Links) -> None:
    links.sites.answers[X] = site("x/post.json")
    assert (await links.load(X_POST)).published_at == HALF_PAST_SEVEN


async def test_a_post_from_before_numbers_held_the_time_has_no_date(links: Links) -> None:
    links.sites.answers[X.replace("2021124474270646272", "20000000000")] = site("x/post.json")
    assert (await links.load(X_POST.replace("2021124474270646272", "20000000000"))).published_at is None


@pytest.mark.parametrize("status", [403, 404])
async def test_a_post_that_x_does_not_show_is_told(links: Links, status: int) -> None:
    links.sites.answers[X] = LoadError("http_status", status=status)
    assert await links.failure(X_POST) == ("site_closed", {"site": "X"})


@pytest.mark.parametrize("status", [429, 503])
async def test_that_x_is_busy_is_not_called_closed(links: Links, status: int) -> None:
    links.sites.answers[X] = LoadError("http_status", status=status)
    assert await links.failure(X_POST) == ("http_status", {"status": status})


@pytest.mark.parametrize(
    "answer", ["[]", "{", "{}", '{"html": 7}', '{"html": "<p>x</p>", "author_name": null}', "[" * 20_000]
)
async def test_an_odd_answer_of_x_is_no_article(links: Links, answer: str) -> None:
    links.sites.answers[X] = answer.encode()
    assert await links.failure(X_POST) == ("no_article", {})


@pytest.mark.parametrize("path", ["", "harbourboard", "i/lists/7", "harbourboard/status/abc", "search?q=ferry"])
async def test_other_pages_of_x_are_refused_unopened(links: Links, path: str) -> None:
    assert await links.failure(f"https://x.com/{path}") == ("no_article", {})
    assert links.sites.requests == []


# ---------------------------------------------------------------- Bluesky

BLUESKY = (
    "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?depth=0&parentHeight=0"
    "&uri=at%3A%2F%2Fharbour.example%2Fapp.bsky.feed.post%2F3kabc"
)
BLUESKY_POST = "https://bsky.app/profile/harbour.example/post/3kabc"


async def test_a_post_on_bluesky_is_read_through_its_public_service(links: Links) -> None:
    links.sites.answers[BLUESKY] = site("bluesky/post.json")
    read = await links.load(BLUESKY_POST)
    assert read.text == (
        "The second ferry line will open in March, two weeks later than planned.\n\n"
        "The pier needs new piles and a wider ramp."
    )
    assert (read.outlet, read.authors, read.url) == ("Harbour Board (Bluesky)", ("Harbour Board",), BLUESKY_POST)
    assert read.published_at == HALF_PAST_SEVEN


async def test_an_author_on_bluesky_may_keep_posts_from_those_not_signed_in(links: Links) -> None:
    answer = json.loads(site("bluesky/post.json"))
    answer["thread"]["post"]["author"]["labels"] = [{"val": "!no-unauthenticated"}]
    links.sites.answers[BLUESKY] = json.dumps(answer).encode()
    assert await links.failure(BLUESKY_POST) == ("site_closed", {"site": "Bluesky"})


async def test_a_deleted_post_on_bluesky_is_gone(links: Links) -> None:
    links.sites.answers[BLUESKY] = LoadError("http_status", status=400)
    assert await links.failure(BLUESKY_POST) == ("post_gone", {})
    links.sites.answers[BLUESKY] = b'{"thread": {"$type": "app.bsky.feed.defs#notFoundPost", "notFound": true}}'
    assert await links.failure(BLUESKY_POST) == ("post_gone", {})


async def test_a_profile_on_bluesky_is_no_article(links: Links) -> None:
    assert await links.failure("https://bsky.app/profile/harbour.example") == ("no_article", {})


# ---------------------------------------------------------------- Mastodon

MASTODON_POST = "https://social.example/@harbour/115000000000000001"
MASTODON = "https://social.example/api/v1/statuses/115000000000000001"


async def test_a_post_on_mastodon_is_read_through_its_servers_service(links: Links) -> None:
    links.sites.answers[MASTODON] = site("mastodon/post.json")
    read = await links.load(f"{MASTODON_POST}?utm_source=x")
    assert read.text == (
        "The second ferry line will open in March, two weeks later than planned.\n\n"
        "The pier needs new piles,\nand a wider ramp. #ferry"
    )
    assert (read.outlet, read.url) == ("Harbour Board (social.example)", MASTODON_POST)
    assert read.authors == ("Harbour Board",)
    assert (read.published_at, read.modified_at) == (HALF_PAST_SEVEN, datetime(2026, 2, 10, 8, tzinfo=UTC))


@pytest.mark.parametrize("answer", [None, LoadError("unsupported_type", kind="video"), b"{}", b"<html>not found"])
async def test_a_server_that_is_another_is_read_like_any(links: Links, answer: LoadError | bytes | None) -> None:
    if answer is not None:
        links.sites.answers[MASTODON] = answer
    links.sites.answers[MASTODON_POST] = FERRY
    assert (await links.load(MASTODON_POST)).title == "Second ferry line to open in March"


# ---------------------------------------------------------------- Reddit

REDDIT = "https://old.reddit.com/r/ellery/comments/1abcd/"
REDDIT_POST = "https://www.reddit.com/r/ellery/comments/1abcd/"


@pytest.mark.parametrize(
    "url",
    [
        "https://www.reddit.com/r/ellery/comments/1abcd/the_second_ferry_line_explained/?utm_source=share",
        "https://reddit.com/r/ellery/comments/1abcd",
        "https://old.reddit.com/r/ellery/comments/1abcd/x/c0mment/",
        "https://m.reddit.com/r/ellery/comments/1abcd/",
    ],
)
async def test_the_text_of_a_post_on_reddit_is_read_without_its_comments(links: Links, url: str) -> None:
    links.sites.answers[REDDIT] = site("reddit/text.html")
    read = await links.load(url)
    assert read.text.split("\n") == [
        "The second ferry line, explained",
        "",
        "The board wants to open the line in March, two weeks later than it had planned, because the pier is not "
        "ready.",
        "",
        "Who pays? The city does, says the mayor:",
        "",
        "the boat",
        "the pier",
    ]
    assert (read.title, read.outlet, read.authors) == ("The second ferry line, explained", "Reddit", ("u/quayside",))
    assert (read.url, read.published_at) == (REDDIT_POST, HALF_PAST_SEVEN)


@pytest.mark.parametrize("url", ["https://redd.it/1abcd", "https://www.reddit.com/comments/1abcd/"])
async def test_short_links_of_reddit_lead_to_the_post(links: Links, url: str) -> None:
    links.sites.answers["https://old.reddit.com/comments/1abcd/"] = site("reddit/text.html")
    assert (await links.load(url)).title == "The second ferry line, explained"


async def test_a_link_posted_on_reddit_is_followed_to_its_article(links: Links) -> None:
    links.sites.answers[REDDIT] = site("reddit/link.html").replace(b"LINK", FERRY_URL.encode())
    links.sites.answers[FERRY_URL] = FERRY
    read = await links.load(REDDIT_POST)
    assert (read.given, read.url, read.outlet) == (REDDIT_POST, FERRY_URL, "The Harbour Post")
    assert links.sites.requests == [REDDIT, FERRY_URL]


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("https://v.redd.it/abc", "video"),
        ("https://i.redd.it/abc.jpeg", "picture"),
        ("https://www.reddit.com/gallery/1abce", "picture"),
        ("https://www.reddit.com/r/other/comments/9zzzz/", "no_article"),
        ("/r/other/comments/9zzzz/", "no_article"),
        ("javascript:alert(1)", "no_article"),
        ("http://127.0.0.1/", "url_refused"),
        ("https://www.youtube.com/watch?v=abc", "video"),
    ],
)
async def test_what_a_post_on_reddit_links_to_is_judged_like_any_link(links: Links, link: str, code: str) -> None:
    links.sites.answers[REDDIT] = site("reddit/link.html").replace(b"LINK", link.encode())
    links.sites.answers["http://127.0.0.1/"] = LoadError("url_refused")
    assert await links.failure(REDDIT_POST) == (code, {})


@pytest.mark.parametrize(
    "answer",
    [
        b"<html><title>Reddit - Please wait for verification</title><body><form></form></body></html>",
        LoadError("http_status", status=403),
        LoadError("bot_check"),
    ],
)
async def test_that_reddit_refuses_is_told(links: Links, answer: bytes | LoadError) -> None:
    links.sites.answers[REDDIT] = answer
    assert await links.failure(REDDIT_POST) == ("site_closed", {"site": "Reddit"})


async def test_of_a_link_posted_with_a_few_words_on_reddit_the_article_is_read(links: Links) -> None:
    said = b'<div class="expando"><div class="usertext-body"><div class="md"><p>Finally.</p></div></div></div></div>'
    page = site("reddit/link.html").replace(b"</p></div>", b"</p>" + said).replace(b"LINK", FERRY_URL.encode())
    links.sites.answers |= {REDDIT: page, FERRY_URL: FERRY}
    assert (await links.load(REDDIT_POST)).url == FERRY_URL


async def test_a_removed_post_on_reddit_is_gone(links: Links) -> None:
    page = site("reddit/text.html")
    start, end = page.index(b'<div class="md"><p>The board'), page.index(b"</div></div></form></div></div></div>")
    links.sites.answers[REDDIT] = page[:start] + b'<div class="md"><p>[removed]</p>' + page[end:]
    assert await links.failure(REDDIT_POST) == ("post_gone", {})


async def test_a_deleted_address_on_reddit_stays_not_found(links: Links) -> None:
    assert await links.failure(REDDIT_POST) == ("http_status", {"status": 404})


@pytest.mark.parametrize("path", ["", "r/ellery/", "user/quayside/", "r/ellery/wiki/index"])
async def test_other_pages_of_reddit_are_refused_unopened(links: Links, path: str) -> None:
    assert await links.failure(f"https://www.reddit.com/{path}") == ("no_article", {})
    assert links.sites.requests == []
