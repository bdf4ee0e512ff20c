"""Hostile sites: no page passes for another's, nobody gets what only somebody else can open, nothing takes for ever."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import pytest_asyncio

from bot.adapters.reading import worker as worker_module
from bot.adapters.reading.article import article_of_page
from bot.adapters.reading.reader import Reader
from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.sources.loader import LinkLoader
from bot.adapters.store import PageRows, open_database
from bot.core.errors import LoadError
from bot.core.requests import Upload
from bot.loading import MAX_HELD, ChatLoader
from bot.settings import read_settings
from tests.adapters.site_desk import Links, Sites
from tests.adapters.store_cases import url_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

SAID = "The harbour board said that the second line will open in March, later than planned."
POST = "https://social.example/api/v1/statuses/110000000000000001"


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def reader() -> AsyncIterator[Reader]:
    async with Reader() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="module")
async def links(reader: Reader, tmp_path: Path) -> AsyncIterator[Links]:
    """A loader that keeps what it reads."""
    sites = Sites()
    async with open_database(url_of(tmp_path / "footnote.db")) as database:
        yield Links(sites, LinkLoader(Desk(fetch=sites, reader=reader, pages=PageRows(database))))


def page(word: str, *, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body><article>{f'<p>{word}. {SAID}</p>' * 4}</article></body></html>".encode()


def post(account: str) -> bytes:
    return json.dumps(
        {"content": f"<p>{SAID} {SAID}</p>", "account": {"acct": account, "display_name": "Port"}}
    ).encode()


def tweet(author_url: object) -> bytes:
    html = f'<blockquote class="twitter-tweet"><p>{SAID}</p></blockquote>'
    return json.dumps({"author_name": "Port Office", "author_url": author_url, "html": html}).encode()


# ---------------------------------------------------------------- what was read for somebody else


async def test_what_opens_with_somebodys_link_is_not_given_to_those_who_have_another(links: Links) -> None:
    links.sites.answers = {"https://docs.example/view?mc_eid=secret": page("Private")}
    await links.load("https://docs.example/view?mc_eid=secret")
    assert await links.failure("https://docs.example/view") == ("http_status", {"status": 404})
    assert await links.failure("https://docs.example/view?mc_eid=guess") == ("http_status", {"status": 404})


async def test_a_page_that_names_its_address_is_kept_under_it_without_what_was_tracked(links: Links) -> None:
    head = '<link rel="canonical" href="https://news.example/ferry">'
    links.sites.answers = {"https://news.example/ferry?mc_eid=1": page("Public", head=head)}
    await links.load("https://news.example/ferry?mc_eid=1")
    assert (await links.load("https://news.example/ferry?mc_eid=2")).url == "https://news.example/ferry"
    assert len(links.sites.requests) == 1


async def test_what_was_read_as_a_page_does_not_pass_for_the_post_that_it_serves(links: Links) -> None:
    links.sites.answers = {POST: post("port_office")}
    await links.load(POST)
    read = await links.load("https://social.example/@port_office/110000000000000001")
    assert (read.url, read.text) == ("https://social.example/@port_office/110000000000000001", f"{SAID} {SAID}")


# ---------------------------------------------------------------- posts under another's name


@pytest.mark.parametrize(
    ("account", "name"),
    [
        ("somebody", "@port_office"),
        ("port_office@elsewhere.example", "@port_office"),
        ("port_office", "@port_office@elsewhere.example"),
        ("somebody", "users/port_office/statuses"),
    ],
)
async def test_a_post_on_mastodon_is_not_read_under_the_name_of_another(links: Links, account: str, name: str) -> None:
    links.sites.answers = {POST: post(account)}
    assert await links.failure(f"https://social.example/{name}/110000000000000001") == ("post_gone", {})


@pytest.mark.parametrize(
    ("account", "name"),
    [
        ("Port_Office", "@port_office"),
        ("port_office", "@port_office@social.example"),
        ("port@elsewhere.example", "@port@elsewhere.example"),
        ("port_office", "users/port_office/statuses"),
    ],
)
async def test_a_post_on_mastodon_is_read_under_its_authors_name(links: Links, account: str, name: str) -> None:
    links.sites.answers = {POST: post(account)}
    url = f"https://social.example/{name}/110000000000000001"
    assert (await links.load(url)).url == url


async def test_the_second_name_for_a_post_on_mastodon_is_looked_at_too(links: Links) -> None:
    links.sites.answers = {POST: post("somebody")}
    await links.load("https://social.example/@somebody/110000000000000001")
    assert await links.failure("https://social.example/@mayor/110000000000000001") == ("post_gone", {})


@pytest.mark.parametrize(
    ("author_url", "name"),
    [
        ("https://twitter.com/somebody", "somebody"),
        ("https://x.com/somebody", "somebody"),
        ("https://evil.example/somebody", "mayor"),
        ("https://twitter.com/somebody/../mayor", "mayor"),
        (None, "mayor"),
    ],
)
async def test_a_post_on_x_has_the_address_of_its_author(links: Links, author_url: object, name: str) -> None:
    asked = quote("https://twitter.com/mayor/status/1900000000000000000", safe="")
    service = f"https://publish.twitter.com/oembed?omit_script=1&dnt=1&url={asked}"
    links.sites.answers = {service: tweet(author_url)}
    read = await links.load("https://x.com/mayor/status/1900000000000000000")
    assert read.url == f"https://x.com/{name}/status/1900000000000000000"


# ---------------------------------------------------------------- copies of what was never there


@pytest.mark.parametrize(
    ("archive", "asked"),
    [
        (
            "https://web.archive.org/web/2026/https://post.example/a",
            "https://web.archive.org/web/2026id_/https://post.example/a",
        ),
        ("https://archive.ph/AbCdE", "https://archive.ph/AbCdE"),
    ],
)
@pytest.mark.parametrize("path", ["web/2026id_/https://post.example/a", "2026/https://post.example/a"])
async def test_a_page_that_an_archive_leads_away_to_is_no_copy(
    links: Links, archive: str, asked: str, path: str
) -> None:
    lookalike = f"https://evil.example/{path}"
    links.sites.answers = {asked: lookalike, lookalike: page("Forged")}
    read = await links.load(archive)
    assert (read.url, read.via) == (lookalike, None)


@pytest.mark.parametrize("host", ["web.archive.org.evil.example", "archive.ph.evil.example", "xarchive.ph"])
async def test_a_site_that_is_named_like_an_archive_is_none(links: Links, host: str) -> None:
    url = f"https://{host}/web/2026/https://post.example/a"
    links.sites.answers = {url: page("Forged")}
    read = await links.load(url)
    assert (read.url, read.outlet, read.via) == (url, host, None)


# ---------------------------------------------------------------- a reading process in other hands


@pytest.mark.parametrize(
    ("answer", "code", "params"),
    [
        ({"code": "scanned", "params": {"pages": 3, "self": 1, "code": 2, "title": "call this number"}}, "scanned", 3),
        ({"code": "scanned", "params": {"pages": "many"}}, "scanned", None),
        ({"code": ["scanned"]}, "parse_failed", None),
        ({"code": {}, "params": {}}, "parse_failed", None),
        ({"code": "budget"}, "parse_failed", None),
        ({"lines": [{"text": f"{SAID} " * 3_000}]}, "too_long", None),
    ],
)
async def test_no_answer_of_the_process_does_more_than_fail_its_page(
    answer: dict[str, Any], code: str, params: int | None
) -> None:
    with pytest.raises(LoadError) as caught:
        article_of_page(worker_module._believed(json.dumps(answer).encode()), given="-", medium="file", url=None)
    assert (caught.value.code, caught.value.params.get("pages")) == (code, params)


async def test_of_endless_authors_the_first_are_looked_at() -> None:
    answer = {"lines": [{"text": f"{SAID} {SAID}"}], "authors": [*["@"] * 100, "The Port Office"]}
    assert article_of_page(answer, given="-", medium="file", url=None).authors == ()


# ---------------------------------------------------------------- more than fits into memory


class Files:
    """Files that are not handed out before `go`; how many are on their way is `held`."""

    def __init__(self) -> None:
        self.held = self.most = 0
        self.go = asyncio.Event()

    async def download(self, upload: Upload, *, max_bytes: int) -> bytes:
        self.held += 1
        self.most = max(self.most, self.held)
        await self.go.wait()
        self.held -= 1
        return f"{SAID} {upload.name}".encode()


async def test_of_many_uploads_few_are_in_memory_at_once() -> None:
    files: Any = Files()
    async with AsyncExitStack() as stack, asyncio.timeout(20):
        loader = ChatLoader(read_settings(), stack, files=files)
        uploads = [Upload(file_id=str(number), name=f"{number}.txt") for number in range(4 * MAX_HELD)]
        reading = [asyncio.create_task(loader.load(upload)) for upload in uploads]
        while files.held < MAX_HELD:  # noqa: ASYNC110 - what is waited for is seen from outside
            await asyncio.sleep(0.001)
        files.go.set()
        assert [article.given for article in await asyncio.gather(*reading)] == [upload.name for upload in uploads]
        assert files.most == MAX_HELD


# ---------------------------------------------------------------- pages that keep a pattern busy


@pytest.mark.parametrize(
    ("url", "body", "code"),
    [
        ("https://t.co/a", f"<meta http-equiv=refresh content='{' ' * 1_000_000}x'>".encode(), "no_article"),
        ("https://post.example/a", page("Line") + b"<p>" + b"4" * 190_000, ""),
    ],
    ids=["spaces", "digits"],
)
async def test_one_long_run_of_the_same_is_read_in_its_time(links: Links, url: str, body: bytes, code: str) -> None:
    links.sites.answers = {url: body}
    if code:
        assert await links.failure(url) == (code, {})
    else:
        assert (await links.load(url)).url == url
