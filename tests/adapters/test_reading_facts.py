"""What a page says about itself: which of its many places is believed, and what is made of what stands there."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from bot.adapters.reading.article import article_of_page
from bot.adapters.reading.dates import first_moment, moment_of
from bot.adapters.reading.facts import read_facts
from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.languages import primary_of
from bot.adapters.reading.names import names_in

URL = "https://www.harbourpost.example/news/second-line"
HEADLINE = "Second ferry line to open in March"


def facts(head: str = "", body: str = "", *, url: str = URL, html: str = "<html>") -> PageFields:
    page = f"<!doctype html>{html}<head>{head}</head><body>{body}</body></html>"
    return read_facts(LexborHTMLParser(page), url).fields


def stated(**properties: Any) -> str:
    """An article in JSON-LD."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": HEADLINE, **properties}
    return script(json.dumps(node))


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


# ---------------------------------------------------------------- JSON-LD


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "Second ferry line to open in March",}',
        '[{"@type": "WebSite", "name": "x",}, {"@type": "Article", "headline": "Second ferry line to open in March"},]',
        '{"@graph": [{"@type": "WebPage"}, {"@type": ["Report", "Thing"], "headline": "Second ferry line to open in March"}]}',  # noqa: E501
        '<!-- {"@type": "NewsArticle", "headline": "Second ferry line to open in March"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Second ferry line to open in March"}\n//]]>',
        '{"@type": "NewsArticle", "description": "one\ntwo\tthree", "headline": "Second ferry line to open in March"}',
        '{"@type": "NewsArticle", "headline": "Second ferry line to open in March", "description": "it\\\'s"}',
        '{"@type": "WebSite"}\n{"@type": "BlogPosting", "headline": "Second ferry line to open in March"};',
        '{"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": "Second ferry line to open in March"}}',  # noqa: E501
        '{"@type": "http://schema.org/NewsArticle", "headline": "Second ferry line to open in&nbsp;March"}',
        '{"@type": "NewsArticle", "headline": "<b>Second</b> ferry line to open in March"}',
    ],
)
def test_json_ld_is_read_with_patience(text: str) -> None:
    assert facts(script(text)).title == HEADLINE


def test_the_article_that_the_page_is_about_counts_and_not_another_that_it_lists() -> None:
    other = stated(headline="Bridge closed for a week", author={"name": "Bridge Writer"}, datePublished="2020-01-01")
    ours = stated(author={"name": "Ferry Writer"}, datePublished="2026-02-10")
    found = facts(other + ours, f"<h1>{HEADLINE}</h1>")
    assert (found.title, found.authors, found.dates) == (HEADLINE, ["Ferry Writer"], ["2026-02-10"])


def test_an_article_known_by_its_address_counts_where_no_headline_is_like_the_pages_own() -> None:
    other = stated(headline="Bridge closed for a week", url="https://www.harbourpost.example/news/bridge")
    ours = stated(headline="Line two is coming", mainEntityOfPage={"@id": f"{URL}#article"}, datePublished="2026-02-10")
    assert facts(other + ours, "<h1>Ferries: what the harbour board has decided</h1>").dates == ["2026-02-10"]


def test_two_statements_of_one_article_complete_each_other() -> None:
    found = facts(stated(author={"name": "Ferry Writer"}) + stated(datePublished="2026-02-10", author=""))
    assert (found.authors, found.dates) == (["Ferry Writer"], ["2026-02-10"])


def test_people_named_elsewhere_in_the_graph_are_found_by_their_id() -> None:
    graph = {
        "@graph": [
            {"@type": "Article", "headline": HEADLINE, "author": {"@id": "#writer"}, "publisher": {"@id": "#paper"}},
            {"@type": "Person", "@id": "#writer", "name": "Ferry Writer"},
            {"@type": "Organization", "@id": "#paper", "name": "The Harbour Post"},
        ]
    }
    found = facts(script(json.dumps(graph)))
    assert (found.authors, found.outlet) == (["Ferry Writer"], "The Harbour Post")


@pytest.mark.parametrize(
    ("properties", "free"),
    [
        ({"isAccessibleForFree": True}, True),
        ({"isAccessibleForFree": "False"}, False),
        ({"isAccessibleForFree": "http://schema.org/True"}, True),
        ({"hasPart": {"isAccessibleForFree": "False", "cssSelector": ".paywall"}}, False),
        ({"hasPart": [{"isAccessibleForFree": True}, {"isAccessibleForFree": False}]}, False),
        ({"isAccessibleForFree": True, "hasPart": {"isAccessibleForFree": False}}, True),
        ({"isAccessibleForFree": "perhaps"}, None),
        ({}, None),
    ],
)
def test_whether_all_may_read_it_is_what_the_page_says(properties: dict[str, Any], free: bool | None) -> None:
    assert facts(stated(**properties)).is_free is free


def test_a_locked_tier_says_that_not_all_may_read_it() -> None:
    assert facts(meta("article:content_tier", "locked")).is_free is False
    assert facts(meta("article:content_tier", "metered")).is_free is None


# ---------------------------------------------------------------- titles


def test_the_headline_that_most_places_agree_on_counts() -> None:
    head = meta("og:title", "You will not believe this ferry") + f"<title>{HEADLINE} | The Harbour Post</title>"
    assert facts(head + stated(), f"<h1>{HEADLINE}</h1>").title == HEADLINE


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | The Harbour Post",
        f"{HEADLINE} - The Harbour Post",
        f"{HEADLINE} – The Harbour Post",
        f"{HEADLINE} :: harbourpost.example",
        f"{HEADLINE} — HarbourPost",
        f"{HEADLINE} | News | The Harbour Post",
        f"The Harbour Post | {HEADLINE}",
        f"{HEADLINE}｜The Harbour Post",
    ],
)
def test_the_outlet_is_cut_off_a_title(title: str) -> None:
    page = f"<title>{title}</title>{meta('og:site_name', 'The Harbour Post')}"
    assert facts(page, f"<h1>{HEADLINE}</h1>" if "News |" in title else "").title == HEADLINE


def test_a_dash_within_a_headline_stays() -> None:
    title = "Two lines - one ferry"
    assert facts(f"<title>{title}</title>{meta('og:site_name', 'The Harbour Post')}").title == title


def test_what_only_one_place_puts_behind_the_title_is_cut_off() -> None:
    assert facts(f"<title>{HEADLINE} – 10.02.2026</title>", f"<h1>{HEADLINE}</h1>").title == HEADLINE


def test_a_heading_that_only_names_the_outlet_is_no_headline() -> None:
    head = meta("og:site_name", "The Harbour Post") + f"<title>{HEADLINE}</title>"
    assert facts(head, "<h1>The Harbour Post</h1>").title == HEADLINE


def test_a_title_cut_short_gives_way_to_the_whole_one() -> None:
    head = meta("og:title", "Second ferry line to…") + meta("twitter:title", "Second ferry line to…")
    assert facts(head + f"<title>{HEADLINE}</title>").title == HEADLINE


def test_among_several_headings_the_one_that_the_page_is_called_by_counts() -> None:
    body = f"<h1>Most read</h1><h1>{HEADLINE}</h1><h1>Bridge closed for a week</h1>"
    assert facts(f"<title>{HEADLINE}</title>", body).title == HEADLINE


def test_nothing_hidden_stays_in_titles_and_names() -> None:
    found = facts(stated(headline="Second\u200b ferry\u202e line\x07", author={"name": "Ferry\u2066 \ufeffWriter"}))
    assert (found.title, found.authors) == ("Second ferry line", ["Ferry Writer"])


# ---------------------------------------------------------------- authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Lovelace", ["Ada Lovelace"]),
        ("Von Ada Lovelace und Bo Süd", ["Ada Lovelace", "Bo Süd"]),
        ("par Ada Lovelace et Mary Shelley", ["Ada Lovelace", "Mary Shelley"]),
        ("Ada Lovelace y Mary Shelley", ["Ada Lovelace", "Mary Shelley"]),
        ("di Ada Lovelace e Mary Shelley", ["Ada Lovelace", "Mary Shelley"]),
        ("Door Ada Lovelace en Mary Shelley", ["Ada Lovelace", "Mary Shelley"]),
        ("Ada Lovelace og Bo Sør", ["Ada Lovelace", "Bo Sør"]),
        ("Ada Lovelace och Mary Shelley", ["Ada Lovelace", "Mary Shelley"]),
        ("Ада Север и Бо Юг", ["Ада Север", "Бо Юг"]),
        ("Ада Північ та Бо Південь", ["Ада Північ", "Бо Південь"]),
        ("أدا شمال و بو جنوب", ["أدا شمال", "بو جنوب"]),
        ("北野花、南田次郎", ["北野花", "南田次郎"]),
        ("Ada Lovelace; Mary Shelley, Cy West & Di East", ["Ada Lovelace", "Mary Shelley", "Cy West", "Di East"]),
        ("ADA LOVELACE AND MARY SHELLEY", ["ADA LOVELACE", "MARY SHELLEY"]),
        ("Ada Lovelace, Ada  Lovelace and ADA LOVELACE", ["Ada Lovelace"]),
        ("Luz Prado y Campo", ["Luz Prado y Campo"]),
        ("Rui Costa e Silva", ["Rui Costa e Silva"]),
        ("Di Norte", ["Di Norte"]),
        ("von der Nord", ["von der Nord"]),
        ("von dpa", ["dpa"]),
        ("Ada Lovelace, Senior Political Correspondent", ["Ada Lovelace"]),
        ("Ada Lovelace Redakteurin", ["Ada Lovelace"]),
        ("Ada Lovelace Corresponsal en la costa", ["Ada Lovelace"]),
        ("Ada Lovelace / Journalist", ["Ada Lovelace"]),
        ("Ada Lovelace, PhD, RN", ["Ada Lovelace"]),
        ("Ada Lovelace (an)", ["Ada Lovelace"]),
        ("Ada Lovelace ada@post.example @adalovelace", ["Ada Lovelace"]),
        ("Ada Lovelace | 10 Feb 2026, 07:30", ["Ada Lovelace"]),
        ("김하나 기자 hana@post.example", ["김하나"]),
        ("記者北野花／港報導", ["北野花"]),
        ("View all posts by Ada Lovelace →", ["Ada Lovelace"]),
        ("Interview: Ada Lovelace", ["Ada Lovelace"]),
        ("Ein Kommentar von Ada Lovelace", ["Ada Lovelace"]),
        ("Analysis by Ada Lovelace", ["Ada Lovelace"]),
        ("SOURCE Harbour Water", ["Harbour Water"]),
        ("Transport desk", ["Transport desk"]),
        ("Reuters", ["Reuters"]),
        ("Editorial staff", []),
        ("admin", []),
        ("Senior Reporter", []),
        ("https://social.example/adalovelace", []),
        ("5 min read", []),
        ("", []),
    ],
)
def test_authors_are_names_and_nothing_else(text: str, names: list[str]) -> None:
    assert names_in([text]) == names


def test_many_authors_are_cut_off() -> None:
    assert len(names_in(f"Writer {chr(65 + number)}" for number in range(26))) == 10


def test_the_outlet_is_no_author_where_a_person_is_named() -> None:
    head = meta("og:site_name", "The Harbour Post") + stated(author={"@type": "Organization", "name": "Harbour Post"})
    assert facts(head, '<h1>x</h1><p class="byline">By Ada Lovelace</p>').authors == ["Ada Lovelace"]


def test_the_outlet_signs_where_the_page_names_nobody_else() -> None:
    publisher = {"@type": "Organization", "name": "The Harbour Post"}
    assert facts(stated(author=publisher, publisher=publisher)).authors == ["The Harbour Post"]


def test_an_agency_is_an_author_although_it_is_an_organisation() -> None:
    assert facts(stated(author=[{"@type": "Organization", "name": "Coast News Agency"}])).authors == [
        "Coast News Agency"
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="Ada Lovelace">',
        '<meta name="parsely-author" content="Ada Lovelace">',
        '<meta name="DC.creator" content="Ada Lovelace">',
        '<meta name="citation_author" content="Lovelace, Ada">',
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Lovelace">',
        '<meta name="author" content="https://social.example/post"><meta name="byl" content="By Ada Lovelace">',
    ],
)
def test_authors_stand_in_meta_tags_of_many_names(head: str) -> None:
    assert facts(head).authors == ["Ada Lovelace"]


@pytest.mark.parametrize(
    "body",
    [
        '<div class="article-byline"><span>By</span> <a href="/staff/ada-lovelace">Ada Lovelace</a>, Reporter</div>',
        '<a rel="author" href="/x">Ada Lovelace</a>',
        '<div itemprop="author" itemscope><span itemprop="name">Ada Lovelace</span> has written here since 2019.</div>',
        '<h1>x</h1><div><p>Transport</p><p>By Ada Lovelace, 10 February</p></div>',
        '<figure><span class="author">Photo Person</span></figure><span class="vcard author">Ada Lovelace</span>',
        '<div class="teaser"><span class="author">Other Writer</span></div><span class="autor">Ada Lovelace</span>',
        '<div class="post-footer"><span class="post-author">Posted by <span class="fn">Ada Lovelace</span></span></div>',  # noqa: E501
        '<div class="comments"><b class="author">Angry Reader</b></div><p class="author">Ada Lovelace</p>',
    ],
)  # fmt: skip
def test_a_byline_that_is_only_shown_is_found(body: str) -> None:
    assert facts("", f"<div>{body}</div>").authors == ["Ada Lovelace"]


def test_a_name_alone_in_the_last_paragraph_signs_the_article() -> None:
    paragraphs = "".join(f"<p>The board said on day {number} that the line will open.</p>" for number in range(6))
    assert facts("", f"<article>{paragraphs}<p>Ada Lovelace</p></article>").authors == ["Ada Lovelace"]


# ---------------------------------------------------------------- dates

CET = timezone(timedelta(hours=1))
MOMENT = datetime(2026, 2, 10, 7, 30, tzinfo=UTC)
DAY = date(2026, 2, 10)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-10T07:30:00Z", MOMENT),
        ("2026-02-10T08:30:00.000+0100", MOMENT),
        ("2026-02-10 08:30:00 +01:00", MOMENT),
        ("2026-02-10T07:30:00Z[Etc/UTC]", MOMENT),
        ("2026-02-10 07:30 UTC", MOMENT),
        ("Tue, 10 Feb 2026 07:30:00 GMT", MOMENT),
        ("Tue Feb 10 2026 08:30:00 GMT+0100 (Central European Time)", MOMENT),
        ("1770708600", MOMENT),
        ("1770708600000", MOMENT),
        ("February 10, 2026 2:30 a.m. EST", MOMENT),
        ("10. Februar 2026, 08:30 MEZ", MOMENT),
        ("2026-02-10T07:30:00", DAY),
        ("20260210", DAY),
        ("20260210073000", DAY),
        ("2026/2/10", DAY),
        ("10.02.2026, 08:30 Uhr", DAY),
        ("February 10th, 2026", DAY),
        ("10 de febrero de 2026", DAY),
        ("10 février 2026 à 08h30", DAY),
        ("10 febbraio 2026", DAY),
        ("10 de fevereiro de 2026", DAY),
        ("10 februari 2026", DAY),
        ("10 февраля 2026 г.", DAY),
        ("10 лютого 2026", DAY),
        ("10 lutego 2026", DAY),
        ("10 Şubat 2026", DAY),
        ("10 فبراير 2026", DAY),
        ("10. februar 2026", DAY),
        ("10. helmikuuta 2026", DAY),
        ("10. února 2026", DAY),
        ("2026. február 10.", DAY),
        ("10 tháng 2 năm 2026", DAY),
        ("2026年2月10日 16時30分", DAY),
        ("2026년 2월 10일", DAY),
        ("Published 25/12/2025", date(2025, 12, 25)),
        ("3/4/2026", None),
        ("2026-13-45", None),
        ("30 February 2026", None),
        ("2026", None),
        ("07:30", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates_are_read_as_people_and_machines_write_them(text: str, moment: datetime | date | None) -> None:
    assert moment_of(text) == moment


def test_whether_the_month_comes_first_depends_on_where_it_is_written() -> None:
    assert moment_of("3/4/2026", month_first=True) == date(2026, 3, 4)
    assert moment_of("3/4/2026", month_first=False) == date(2026, 4, 3)
    shown = '<span class="date">3/4/2026</span>'
    assert facts("", shown, html='<html lang="en-US">').dates == ["2026-03-04"]
    assert facts("", shown, html='<html lang="en-GB">').dates == ["2026-04-03"]
    assert facts("", shown, html='<html lang="en">').dates == []


def test_dates_before_1900_and_after_the_given_day_are_not_believed() -> None:
    dates = ["0001-01-01", "2199-01-01", "2026-03-01T00:00:00Z", "2026-02-10"]
    assert first_moment(dates, until=date(2026, 2, 11)) == DAY
    assert first_moment(["2026-03-01"], until=date(2026, 2, 11)) is None


def test_a_day_gives_way_to_the_moment_on_that_day() -> None:
    assert first_moment(["2026-02-10", "2026-02-11T09:00:00Z", "2026-02-10T07:30:00Z"]) == MOMENT


def test_the_date_of_publication_is_never_that_of_a_change() -> None:
    found = facts(stated(datePublished="2026-02-10", dateModified="2026-02-12"))
    assert (found.dates, found.modified) == (["2026-02-10"], ["2026-02-12"])
    only_changed = facts(meta("article:modified_time", "2026-02-12"), '<time class="updated">2026-02-12</time>')
    assert (only_changed.dates, only_changed.modified) == ([], ["2026-02-12"])


@pytest.mark.parametrize(
    ("head", "body", "url"),
    [
        (stated(datePublished="2026-02-10") + meta("article:published_time", "2020-01-01"), "", URL),
        (meta("article:published_time", "2026-02-10"), '<time datetime="2020-01-01">', URL),
        ('<meta itemprop="datePublished" content="2026-02-10">', "", URL),
        ('<meta name="citation_publication_date" content="2026/02/10">', "", URL),
        ("", '<time class="updated" datetime="2026-03-01"></time><time class="published" datetime="2026-02-10">', URL),
        ("", '<aside><time datetime="2020-01-01"></time></aside><time datetime="2026-02-10">', URL),
        ("", '<div class="related"><time datetime="2020-01-01"></time></div><time>10 February 2026</time>', URL),
        ("", '<span class="post-date">10 February 2026</span>', "https://a.example/x"),
        ("", '<p class="meta">Updated 1 March 2026</p><p class="meta">Published 10 February 2026</p>', URL),
        ("", '<div class="post-footer"><abbr class="published" title="2026-02-10">07:30</abbr></div>', URL),
        ("", "<div><h1>x</h1><div>Ada Lovelace<br>10 February 2026</div></div>", URL),
        ("", "", "https://a.example/2026/02/10/second-line"),
        ("", "", "https://a.example/news/2026-02-10/second-line"),
        ("", "", "https://a.example/view/AKR20260210073000001"),
    ],
)
def test_the_most_believable_place_dates_the_article(head: str, body: str, url: str) -> None:
    assert facts(head, body, url=url).dates[:1] == ["2026-02-10"]


def test_a_number_in_an_address_is_not_always_a_date() -> None:
    assert facts(url="https://a.example/2026/02/45/x").dates == []
    assert facts(url="https://a.example/article/20261302991234").dates == []


# ---------------------------------------------------------------- languages


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de-AT", "de"), ("pt_BR", "pt"), ("EN", "en"), ("deu", "de"), ("iw", "he"), ("zh-Hant-TW", "zh"), ("und", ""),
     ("x-default", ""), ("deutsch", ""), ("", ""), ("en; DROP", "")],
)  # fmt: skip
def test_a_language_tag_becomes_its_primary_subtag(tag: str, language: str) -> None:
    assert primary_of(tag) == language


def test_the_language_that_most_places_declare_counts() -> None:
    head = meta("og:locale", "en_US") + stated(inLanguage="de-AT") + '<meta http-equiv="content-language" content="de">'
    assert facts(head, html='<html lang="en">').language == "en"
    assert facts(head).language == "de-AT"
    assert facts(meta("og:locale", "fr_FR")).language == "fr_FR"
    assert facts().language == ""


# ---------------------------------------------------------------- kinds


@pytest.mark.parametrize(
    ("head", "body", "url", "kind"),
    [
        (stated(**{"@type": "OpinionNewsArticle"}), "", URL, "opinion"),
        (stated(**{"@type": ["NewsArticle", "AnalysisNewsArticle"]}), "", URL, "analysis"),
        (stated(**{"@type": "LiveBlogPosting"}), "", URL, "live"),
        (stated(**{"@type": "AdvertiserContentArticle"}), "", URL, "sponsored"),
        (stated(**{"@type": "SatiricalArticle"}), "", URL, "satire"),
        (stated(**{"@type": "ReportageNewsArticle"}), "", URL, ""),
        (stated(articleSection=["Meinung", "Politik"]), "", URL, "opinion"),
        (stated(articleSection="Opinion / Columnists"), "", URL, "opinion"),
        (meta("article:section", "Editoriali"), "", URL, "opinion"),
        (meta("article:opinion", "true"), "", URL, "opinion"),
        ("", "", "https://a.example/opinion/a-line-too-many", "opinion"),
        ("", "", "https://a.example/politik/kommentar/eine-linie", "opinion"),
        ("", "", "https://a.example/%D0%BC%D0%BD%D0%B5%D0%BD%D0%B8%D1%8F/liniya", "opinion"),
        ("", "", "https://a.example/tribune/2026/une-ligne", "opinion"),
        ("", "", "https://a.example/analysis/what-the-line-means", "analysis"),
        ("", "", "https://a.example/liveblog/ferry", "live"),
        ("", "", "https://a.example/brand-studio/ferry", "sponsored"),
        ("", "", "https://a.example/anzeige/faehre", "sponsored"),
        ("", "", "https://a.example/press-releases/ferry", "press_release"),
        ("", "", "https://www.prnewswire.com/news-releases/ferry.html", "press_release"),
        ("", "", "https://a.example/satire/ferry", "satire"),
        ("", "<div><span>Opinion</span><h1>A line too many</h1></div>", URL, "opinion"),
        ("", '<header><h1>Eine Linie</h1><p class="kicker">Gastbeitrag</p></header>', URL, "opinion"),
        ("", "<h1>Kommentar: Eine Linie zu viel</h1>", URL, "opinion"),
        ("", "<h1>Opinion poll: ferry ahead of bridge</h1>", URL, ""),
        ("", "<h1>Public opinion turns against the bridge</h1>", "https://a.example/news/opinion-poll-on-bridge", ""),
        ("", "", "https://a.example/opinion", ""),
        (stated(articleSection="Opinion polls"), "", URL, ""),
        ("", "<div><p>Anzeige</p><h1>Eine Linie</h1></div>", URL, ""),
        ("", '<nav><a href="/opinion/">Opinion</a></nav><h1>A line</h1>', URL, ""),
        ("", "<div><p>The mayor gave her opinion.</p><h1>A line</h1></div>", URL, ""),
    ],
)
def test_the_kind_is_told_where_the_page_says_so_and_nowhere_else(head: str, body: str, url: str, kind: str) -> None:
    assert facts(head, body, url=url).kind == kind


def test_the_path_of_sections_tells_the_kind_but_not_its_last_step() -> None:
    def crumbs(*names: str) -> str:
        steps = [{"@type": "ListItem", "name": name} for name in names]
        return script(json.dumps({"@type": "BreadcrumbList", "itemListElement": steps}))

    assert facts(crumbs("Home", "Opinión", HEADLINE), f"<h1>{HEADLINE}</h1>").kind == "opinion"
    assert facts(crumbs("Home", "News", "Opinions"), "<h1>Opinions</h1>").kind == ""


# ---------------------------------------------------------------- outlets and links


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (meta("og:site_name", "The Harbour Post - Breaking News, World News"), "The Harbour Post"),
        (meta("og:site_name", "Harbour Post: ferries and more"), "Harbour Post"),
        (stated(publisher={"@type": "Organization", "name": "The Harbour Post"}), "The Harbour Post"),
        (meta("og:site_name", "harbourpost.example") + stated(publisher={"name": "Harbour Post"}), "Harbour Post"),
        (meta("og:site_name", "harbourpost") + f"<title>{HEADLINE} | Harbour Post</title>", "Harbour Post"),
        (meta("og:site_name", "HARBOUR POST") + stated(publisher={"name": "Harbour Post"}), "Harbour Post"),
        (meta("og:site_name", "World") + stated(publisher={"name": "The Harbour Post"}), "The Harbour Post"),
        (meta("og:site_name", "https://social.example/harbour"), ""),
        (stated(publisher={"@type": "Person", "name": "Ada Lovelace"}), ""),
        ("", ""),
    ],
)
def test_the_outlet_has_the_name_that_readers_know(head: str, outlet: str) -> None:
    assert facts(head).outlet == outlet


def test_the_outlet_of_a_silent_page_is_its_host() -> None:
    fields = facts(meta("og:site_name", "https://social.example/harbour")).model_dump()
    text = [{"text": "The second line opens in March, the harbour board said on Tuesday. " * 4}]
    made = article_of_page({**fields, "lines": text}, given="x", medium="web", url=URL)
    assert made.outlet == "harbourpost.example"


def test_links_that_say_what_the_page_is_are_handed_on() -> None:
    head = (
        '<link rel="canonical" href="/news/second-line"><link rel="amphtml" href="/amp/second-line">'
        '<link rel="alternate" type="application/rss+xml" href="/rss"><link rel="alternate" hreflang="de" href="/de">'
        '<link rel="Alternate" type="application/atom+xml" href="/atom"><link rel="alternate" type="application/rss+xml" href="/rss">'  # noqa: E501
    )
    found = facts(head)
    assert (found.canonical, found.amp, found.feeds) == ("/news/second-line", "/amp/second-line", ["/rss", "/atom"])
    assert facts(meta("og:url", URL)).canonical == URL


# ---------------------------------------------------------------- hostile pages

FLOODS = {
    "nested divs": "<div class='author date'>" * 5_000,
    "links to people": "<a class=author href=/author/x>By A B</a>" * 30_000,
    "headings": "<h1>x | y</h1>" * 50_000,
    "one long heading": "<h1>" + "a | " * 300_000,
    "times": "<time datetime=2025-01-01>" * 30_000,
    "meta tags": "<meta property=og:title content=x>" * 30_000,
    "nested JSON": script('{"@graph":' * 50_000),
    "lists in JSON": script("[" * 500_000),
    "commas in JSON": script('{"a":1' + "," * 500_000),
    "many scripts": script('{"@graph": [{}, {}]}') * 20_000,
    "a title of separators": "<title>" + " - x" * 200_000,
    "a byline without end": "<p class=byline>" + "By " * 300_000,
    "an author without end": '<meta name=author content="' + "A B, " * 300_000 + '">',
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_is_bounded_in_what_comes_of_it(flood: str) -> None:
    found = read_facts(LexborHTMLParser(flood), URL).fields
    assert len(found.title) <= 400
    assert len(found.authors) <= 10
    assert all(len(name) <= 80 for name in found.authors)
    assert max(len(found.dates), len(found.modified), len(found.feeds)) <= 10


@pytest.mark.parametrize("value", [None, 5, True, [], {}, [[]], [None, 7], {"name": {"name": 1}}, "x" * 100_000])
@pytest.mark.parametrize(
    "name",
    ["@type", "@id", "headline", "author", "publisher", "datePublished", "dateModified", "articleSection", "inLanguage",
     "isAccessibleForFree", "hasPart", "articleBody", "genre", "@graph", "mainEntity", "itemListElement"],
)  # fmt: skip
def test_a_property_of_any_shape_is_survived(name: str, value: Any) -> None:
    found = facts(stated(**{name: value}) + script(json.dumps({"@type": "BreadcrumbList", name: value})))
    assert isinstance(found, PageFields)


def test_what_the_process_says_is_checked_again_in_the_parent() -> None:
    fields = PageFields(
        title="Second\u202e line",
        outlet="Harbour\u200b Post",
        authors=[
            "Ada Lovelace",
            "ADA  LOVELACE",
            "https://x.example",
            "a@b.example",
            "<b>",
            "\u200b",
            *(["x" * 999] * 3),
        ],
        dates=["2199-01-01", "2026-02-10T07:30:00Z"],
        modified=["soon"],
        language="DE_at",
        kind="gossip",
    ).model_dump()
    fields["lines"] = [{"text": "The second line opens in March, the harbour board said on Tuesday. " * 4}]
    made = article_of_page(fields, given="x", medium="web", url=URL, today=DAY)
    assert (made.title, made.outlet, made.language, made.kind) == ("Second line", "Harbour Post", "de", None)
    assert made.authors[0] == "Ada Lovelace"
    assert len(made.authors) == 2
    assert len(made.authors[1]) <= 100
    assert (made.published_at, made.modified_at) == (MOMENT, None)


def test_the_canonical_address_may_have_the_port_of_the_page() -> None:
    said = [{"text": "The harbour board said that the second ferry line will open in March, later than planned."}] * 2
    page = {"lines": said, "canonical": "/a"}
    named = article_of_page(page, given="x", medium="web", url="https://post.example:8443/amp/a")
    assert named.url == "https://post.example:8443/a"


def test_a_date_of_tomorrow_may_be_today_elsewhere() -> None:
    fields = PageFields(dates=["2026-02-11"]).model_dump()
    fields["lines"] = [{"text": "The second line opens in March, the harbour board said on Tuesday. " * 4}]
    assert article_of_page(fields, given="x", medium="web", url=URL, today=DAY).published_at == date(2026, 2, 11)
