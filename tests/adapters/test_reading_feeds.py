"""Feeds: RSS, RDF, Atom and JSON Feed become the same fields, and are no article."""

import asyncio
import json
from contextlib import suppress
from pathlib import Path

import pytest

from bot.adapters.reading.feed import read
from bot.adapters.reading.fields import EntryFields, FeedFields
from bot.adapters.reading.loaders import FileLoader
from bot.adapters.reading.reader import Reader
from bot.adapters.reading.worker import ReadingLimits
from bot.core.errors import LoadError

URL = "https://post.example/news/feed.xml"
FIRST = EntryFields(url="https://post.example/1", title="Second line opens", date="2026-02-10T07:30:00+01:00")
OLDER = EntryFields(url="https://post.example/2", title="Bridge & road closed", date="2026-02-09T10:00:00+00:00")

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Harbour Post</title>
<item><title>Bridge &amp; road closed</title><link>/2</link><pubDate>Mon, 09 Feb 2026 10:00:00 GMT</pubDate></item>
<item><title><![CDATA[Second <b>line</b> opens]]></title><link>https://post.example/1</link>
<pubDate>Tue, 10 Feb 2026 07:30:00 +0100</pubDate></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<title type="html">The &lt;i>Harbour&lt;/i> Post</title>
<entry><title>Bridge &amp; road closed</title><link rel="alternate" href="../2"/><link rel="edit" href="/e"/>
<updated>2026-02-09T10:00:00Z</updated></entry>
<entry><title>Second line opens</title><link href="https://post.example/1"/><published>2026-02-10T07:30:00+01:00</published>
<updated>2026-02-12T07:30:00+01:00</updated></entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harbour Post</title></channel><item><title>Bridge &amp; road closed</title><link>https://post.example/2</link><dc:date>2026-02-09T10:00:00Z</dc:date></item>
<item><title>Second line opens</title><link>https://post.example/1</link><dc:date>2026-02-10T07:30:00+01:00</dc:date></item>
</rdf:RDF>"""
OLD_RSS = """<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss-0.91.dtd">
<rss version="0.91"><channel><title>The Harbour Post</title><item><title>Second line opens</title>
<link>https://post.example/1</link></item></channel></rss>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1", "title": "The Harbour Post",
    "items": [
        {"id": "2", "url": "/2", "title": "Bridge & road closed", "date_published": "2026-02-09T10:00:00Z"},
        {"id": "https://post.example/1", "title": "Second line opens", "date_published": "2026-02-10T07:30:00+01:00"},
    ],
}  # fmt: skip


def found(feed: str | bytes, *, url: str = URL) -> FeedFields:
    return read(feed if isinstance(feed, bytes) else feed.encode(), charset=None, url=url)


def rss(*items: str, title: str = "Post") -> str:
    inside = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel><title>{title}</title>{inside}</channel></rss>'


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF, json.dumps(JSON)], ids=["rss", "atom", "rdf", "json"])
def test_each_kind_of_feed_gives_the_same_entries_newest_first(feed: str) -> None:
    assert found(feed) == FeedFields(title="The Harbour Post", entries=[FIRST, OLDER])


def test_an_old_feed_with_a_document_type_is_read() -> None:
    assert found(OLD_RSS).entries == [EntryFields(url="https://post.example/1", title="Second line opens")]


def test_entries_without_a_date_come_last_in_their_order() -> None:
    dated = "<link>https://post.example/3</link><pubDate>Mon, 09 Feb 2026 10:00:00 GMT</pubDate>"
    feed = rss("<link>https://post.example/1</link>", "<link>https://post.example/2</link>", dated)
    assert [entry.url[-1] for entry in found(feed).entries] == ["3", "1", "2"]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Tue, 10 Feb 2026 07:30:00 GMT", "2026-02-10T07:30:00+00:00"),
        ("2026-02-10", "2026-02-10"),
        ("2026-02-10T07:30:00", "2026-02-10T07:30:00"),
        ("soon", ""),
    ],
)
def test_dates_keep_the_zone_they_were_written_with(written: str, date: str) -> None:
    feed = rss(f"<link>https://post.example/1</link><pubDate>{written}</pubDate>")
    assert found(feed).entries[0].date == date


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://post.example/1", "mailto:desk@post.example", "", "http://a b/"]
)
def test_links_that_are_not_of_the_web_are_left_out(link: str) -> None:
    assert found(rss(f"<link>{link}</link><title>x</title>")).entries == []
    assert found(json.dumps({**JSON, "items": [{"url": link, "id": "7"}]})).entries == []


def test_relative_links_in_a_feed_without_an_address_are_left_out() -> None:
    feed = rss("<link>/1</link>", "<link>https://post.example/2</link>")
    assert [entry.url for entry in found(feed, url="").entries] == ["https://post.example/2"]


def test_an_entry_that_comes_twice_is_listed_once() -> None:
    item = "<link>https://post.example/1</link><title>{}</title>"
    assert [entry.title for entry in found(rss(item.format("one"), item.format("two"))).entries] == ["one"]


def test_a_permanent_identifier_serves_as_the_link() -> None:
    assert found(rss("<guid>https://post.example/1</guid>")).entries[0].url == "https://post.example/1"
    assert found(rss('<guid isPermaLink="false">17</guid><title>x</title>')).entries == []


def test_an_entry_without_a_title_is_listed_by_how_it_begins() -> None:
    said = "The board said on Tuesday that the second line will open in March, two weeks later than planned, it seems."
    begun = "The board said on Tuesday that the second line will open in March, two weeks later than planned, it…"
    item = f"<link>https://post.example/1</link><description>&lt;p&gt;{said}&lt;/p&gt;</description>"
    assert [entry.title for entry in found(rss(item)).entries] == [begun]
    posts = {"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "/1", "content_text": "It sails."}]}
    assert [entry.title for entry in found(json.dumps(posts)).entries] == ["It sails."]


def test_no_more_than_a_hundred_entries_are_listed() -> None:
    items = (f"<link>https://post.example/{number}</link>" for number in range(250))
    assert len(found(rss(*items)).entries) == 100


def test_titles_are_one_plain_line() -> None:
    feed = rss("<link>https://post.example/1</link><title>&lt;p>A&amp;amp;B\n\u200f is \u202eopen&lt;/p></title>")
    assert found(feed).entries[0].title == "A&B is open"
    assert len(found(rss(title="x" * 5_000)).title) == 300


def test_a_feed_in_an_old_charset_is_read_whatever_is_declared() -> None:
    feed = rss(
        "<link>https://post.example/1</link><title>Новая линия откроется в марте</title>", title="Портовый вестник"
    )
    body = ('<?xml version="1.0" encoding="windows-1251"?>' + feed).encode("cp1251")
    assert found(body).title == "Портовый вестник"
    assert read(body, charset="iso-8859-1", url=URL).entries[0].title == "Новая линия откроется в марте"


@pytest.mark.parametrize(
    "feed", [rss(), '<feed xmlns="http://www.w3.org/2005/Atom"/>', json.dumps({**JSON, "items": 7})]
)
def test_a_feed_without_entries_is_a_feed(feed: str) -> None:
    assert found(feed).entries == []


@pytest.mark.parametrize(
    "body", ["", " ", "<html><p>x", "words", "{", "[" * 100_000, '{"version": "1.1"}', "{" + '"a":{' * 100_000, "<a/>"]
)
def test_what_is_no_feed_is_told(body: str) -> None:
    with pytest.raises(LoadError, match="no_article"):
        found(body)


@pytest.mark.parametrize(
    "items", [[7, None, {}], [{"url": 7, "title": ["x"]}], [{"url": "https://post.example/1", "date_published": 7}]]
)
def test_odd_items_do_not_stop_the_reading(items: list[object]) -> None:
    assert all(entry.url for entry in found(json.dumps({**JSON, "items": items})).entries)


# ---------------------------------------------------------------- the reader


async def test_a_feed_is_no_article_and_is_named_to_the_person() -> None:
    async with Reader() as reader:
        for feed, title in ((RSS, "The Harbour Post"), (RSS.replace("The Harbour Post", ""), "post.example")):
            with pytest.raises(LoadError) as caught:
                await reader.read(feed.encode(), given=URL, medium="web", url=URL)
            assert (caught.value.code, caught.value.params) == ("feed", {"title": title, "count": 2})


async def test_the_title_of_a_feed_is_shown_short() -> None:
    async with Reader() as reader:
        with pytest.raises(LoadError) as caught:
            await reader.read(rss(title="word " * 50).encode(), given=URL, medium="web", url=URL)
    title = caught.value.params["title"]
    assert isinstance(title, str)
    assert len(title) <= 100
    assert title.startswith("word word ")
    assert title.endswith("…")


async def test_the_reader_lists_the_entries_of_a_feed() -> None:
    async with Reader() as reader:
        assert (await reader.read_feed(ATOM.encode(), charset=None, url=URL)).entries == [FIRST, OLDER]
        with pytest.raises(LoadError, match="no_article"):
            await reader.read_feed(b"<html>", charset=None, url=URL)


async def test_a_feed_in_a_file_is_listed_too(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(RSS, encoding="utf-8")
    async with Reader() as reader:
        assert (await FileLoader(reader).feed(str(file))).entries == [FIRST]  # the other's link is relative
        with pytest.raises(LoadError, match="not_found"):
            await FileLoader(reader).feed(str(tmp_path / "absent"))


@pytest.mark.parametrize(
    "body",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">' + "".join(
            f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 20}">' for n in range(9)
        ) + "]><rss><channel><title>&j;</title></channel></rss>",
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>',
        "<rss><channel>" + "<item>" * 200_000,
        "<rss><channel><title>" + "<b " * 300_000,
        "<rss><channel>" + "<item><link>https://post.example/</link></item>" * 60_000,
        "<rss " + " ".join(f'xmlns:a{n}="urn:{n}"' for n in range(50_000)) + "/>",
        "<rss><channel><title>" + "&lt;a " * 400_000 + "</title></channel></rss>",
    ],
    ids=["entities", "file", "nested", "open tags", "items", "namespaces", "escaped tags"],
)  # fmt: skip
async def test_a_feed_made_to_harm_ends_within_its_limits(body: str) -> None:
    async with asyncio.timeout(40), Reader(ReadingLimits(cpu_seconds=1)) as reader:
        feed = FeedFields()
        with suppress(LoadError):  # the process was ended, or found no feed
            feed = await reader.read_feed(body.encode(), charset=None, url=URL)
        assert len(feed.entries) <= 100
        assert len(feed.title) <= 300
        assert "root:" not in feed.title
        assert (await reader.read_feed(RSS.encode(), charset=None, url=URL)).entries == [FIRST, OLDER]
