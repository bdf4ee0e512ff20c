"""From the HTML of a page to its story: what is kept, what is set aside and why, and what no page can do."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from bot.adapters.reading.article import article_of_page
from bot.adapters.reading.fields import Line
from bot.adapters.reading.page import read_html
from bot.adapters.reading.trimming import MAX_HTML, trim
from bot.adapters.reading.worker import ReadingLimits, Worker
from bot.core.errors import LoadError
from bot.core.pasted import clean
from bot.core.text_lines import story_of

URL = "https://www.post.example/news/second-ferry-line"
TITLE = "Second ferry line to open in March"
STANDFIRST = "The city will pay for the boats, and the harbour board for the new pier on the north bank."
STORY = (
    "The harbour board said on Tuesday that the second line will open in March, two weeks later than planned.",
    "A spokeswoman said that the boats were ready, but that the pier on the north bank still lacked its railings.",
    "About 4,000 people cross the river on an ordinary working day, and most of them wait for more than ten minutes.",
    "The mayor called the delay “a small price for a safe pier” and thanked the workers for their patience.",
    "Tickets will cost the same as on the first line, and children under six will travel free of charge.",
)


def paragraphs(texts: Sequence[str] = STORY) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(body: str, *, head: str = "", title: str = TITLE) -> str:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def inside(strange: str, *, after: int = 2) -> str:
    """A usual page with something strange after so many of its paragraphs."""
    story = paragraphs(STORY[:after]) + strange + paragraphs(STORY[after:])
    return page(f"<main><h1>{TITLE}</h1><div class='text'>{story}</div></main>")


def lines(html: str) -> list[Line]:
    return read_html(html, URL).lines


def story(html: str) -> list[str]:
    return [line.text for line in lines(html) if not line.cut]


def cut(html: str) -> dict[str, str]:
    return {line.text: line.cut for line in lines(html) if line.cut}


def summarised(html: str) -> str:
    """The story below its headline as the bot would summarise it."""
    answer = read_html(html, URL).model_dump()
    article = clean(article_of_page(answer, given=URL, medium="web", url=URL))
    return story_of(article).removeprefix(article.title or "").strip()


# ---------------------------------------------------------------- what is kept


def test_each_paragraph_is_a_line() -> None:
    assert story(inside("")) == list(STORY)


def test_items_and_quotations_of_the_story_are_kept_and_its_headings_marked() -> None:
    strange = (
        "<h2>What is still missing</h2><ul><li>The railings of the pier</li><li>Lamps on the north bank</li></ul>"
        "<blockquote>“We would rather be late than sorry,” the engineer said.</blockquote>"
    )
    assert cut(inside(strange))["What is still missing"] == "heading"
    assert story(inside(strange))[2:5] == [
        "The railings of the pier",
        "Lamps on the north bank",
        "“We would rather be late than sorry,” the engineer said.",
    ]


def test_a_heading_may_be_a_link() -> None:
    html = inside("<h2><a href='/pier'>The long way to the pier</a></h2>")
    assert cut(html)["The long way to the pier"] == "heading"


def test_the_cells_of_a_row_are_one_line() -> None:
    rows = "<tr><th>Line</th><th>Minutes</th></tr><tr><td>North bank</td><td>12</td></tr>"
    assert story(inside(f"<table>{rows}</table>"))[2:4] == ["Line | Minutes", "North bank | 12"]


def test_words_are_not_torn_by_markup_in_a_line() -> None:
    marked = "The <b>new</b> pier is <a href='/pier'>un<i>safe</i></a>,\n the engineer said on Monday to the board."
    assert "The new pier is unsafe, the engineer said on Monday to the board." in story(inside(f"<p>{marked}</p>"))


def test_line_breaks_part_paragraphs_after_sentences_only() -> None:
    text = f"{STORY[0]}<br>{STORY[1]}<br><br>{STORY[2]} Boats leave from<br>the north bank. {STORY[3]}"
    assert story(page(f"<h1>{TITLE}</h1><div>{text}</div>")) == [
        STORY[0],
        STORY[1],
        f"{STORY[2]} Boats leave from the north bank. {STORY[3]}",
    ]


@pytest.mark.parametrize("tag", ["div", "section", "td", "span"])
def test_a_story_without_paragraph_tags_is_found(tag: str) -> None:
    rows = "".join(f"<{tag}>{text}</{tag}>" if tag != "td" else f"<tr><td>{text}</td></tr>" for text in STORY)
    rows = rows.replace("</span><span>", "</span><br><br><span>")
    html = page(f"<h1>{TITLE}</h1><div>" + (f"<table>{rows}</table>" if tag == "td" else rows) + "</div>")
    assert story(html)[-5:] == list(STORY)


def test_a_story_in_a_script_without_spaces_is_found() -> None:
    texts = (
        "港務局は火曜日、第二の航路を三月に開くと発表した。",
        "予定より二週間遅れるという。",
        "市は船の費用を負担する。",
    )
    html = page(f"<h1>第二航路、三月に開設</h1><div>{paragraphs(texts)}</div>", title="第二航路、三月に開設")
    assert story(html) == list(texts)


def test_short_sentences_are_a_story_where_there_are_no_longer_ones() -> None:
    texts = ("The pier is open.", "The boats are new.", "Children travel free.")
    labels = "<div>All news</div><div>Harbour</div><div>Weather</div>"
    assert story(page(f"{labels}<div><h1>{TITLE}</h1>{paragraphs(texts)}</div>{labels}")) == list(texts)


def test_a_page_of_labels_has_no_story() -> None:
    assert story(page("".join(f"<div>Section {n}</div>" for n in range(100)))) == []


def test_the_standfirst_is_kept_wherever_the_site_puts_it() -> None:
    for box in ("<p class='lead'>{}</p>", "<div class='teaser-text'>{}</div>", "<h2>{}</h2>"):
        head = f"<header><h1>{TITLE}</h1>{box.format(STANDFIRST)}<p>By our harbour desk</p></header>"
        html = page(f"<article>{head}<div class='body'>{paragraphs()}</div></article>")
        assert story(html) == [STANDFIRST, *STORY]


# ---------------------------------------------------------------- what is set aside

LINK = "<a href='/other'>{}</a>"


@pytest.mark.parametrize(
    ("strange", "text", "code"),
    [
        (
            "<figure><img src=x><figcaption>The new pier in October</figcaption></figure>",
            "The new pier in October",
            "caption",
        ),
        (
            "<div class='imageCaption'>The new pier, seen from the south</div>",
            "The new pier, seen from the south",
            "caption",
        ),
        (
            "<p>The pier in the evening sun. (Photo: Harbour board)</p>",
            "The pier in the evening sun. (Photo: Harbour board)",
            "caption",
        ),
        (
            "<p>" + LINK.format("Why the first line was late, too") + "</p>",
            "Why the first line was late, too",
            "related",
        ),
        (
            "<aside><p>The first line opened nine years ago.</p></aside>",
            "The first line opened nine years ago.",
            "related",
        ),
        (
            "<div class='readMore'><p>The story of the first line, told by its captain</p></div>",
            "The story of the first line, told by its captain",
            "related",
        ),
        (
            "<div id='newsletter-box'><p>News from the harbour, each Friday.</p></div>",
            "News from the harbour, each Friday.",
            "newsletter",
        ),
        ("<ul class='share-buttons'><li>Send to a friend</li></ul>", "Send to a friend", "share"),
        ("<div class='ad-slot'><p>Boats for rent, cheap.</p></div>", "Boats for rent, cheap.", "advertisement"),
        ("<div class='poll'><p>Will you take the ferry?</p></div>", "Will you take the ferry?", "poll"),
        ("<p hidden>Only for those with a ticket.</p>", "Only for those with a ticket.", "hidden"),
        ("<p>Published 3 March 2026, 10:15</p>", "Published 3 March 2026, 10:15", "date"),
        (f"<h2>{TITLE}</h2>", TITLE, "headline"),
        ("<p>Read also: Why the first line was late</p>", "Read also: Why the first line was late", "teaser"),
        ("<p>© 2026 The Harbour Post</p>", "© 2026 The Harbour Post", "copyright"),
        ("<p>Follow us on Telegram and YouTube</p>", "Follow us on Telegram and YouTube", "promotion"),
        (
            "<p>Reporting by the city desk; Editing by the night desk</p>",
            "Reporting by the city desk; Editing by the night desk",
            "byline",
        ),
        ("<div class='author-bio'><p>Writes about ships.</p></div>", "Writes about ships.", "byline"),
    ],
)
def test_what_stands_between_the_paragraphs_is_marked_and_not_lost(strange: str, text: str, code: str) -> None:
    html = inside(strange)
    assert story(html) == list(STORY)
    assert cut(html)[text] == code


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: Warum die erste Linie zu spät kam",
        "Lire aussi : Pourquoi la première ligne était en retard",
        "Lea también: Por qué se retrasó la primera línea",
        "Leia também: Por que a primeira linha atrasou",
        "Leggi anche: Perché la prima linea era in ritardo",
        "Читайте также: Почему опоздала первая линия",
        "Читайте також: Чому запізнилася перша лінія",
        "Czytaj także: Dlaczego pierwsza linia się spóźniła",
        "İlgili haber: İlk hat neden gecikti",
        "اقرأ أيضا: لماذا تأخر الخط الأول",
        "相关阅读：第一条航线为何延误",
        "関連記事：第一航路はなぜ遅れたか",
        "Lees ook: Waarom de eerste lijn te laat was",
        "Läs också: Därför blev den första linjen sen",
        "Les også: Derfor ble den første linjen sen",
        "Læs også: Derfor blev den første linje sen",
    ],
)
def test_invitations_to_read_on_are_known_in_many_languages(line: str) -> None:
    assert cut(inside(f"<p>{line}</p>"))[line] == "teaser"


@pytest.mark.parametrize(
    "line",
    [
        "Getty Images sued the maker of the programme on Monday, saying that it had copied twelve million pictures.",
        "“Follow us on the map, and you will never miss a boat,” the captain told the passengers on the deck.",
        "The board met on 3 March 2026, six weeks after the storm had torn away the railings of the old pier.",
        "By Monday evening all tickets for the first boat were sold, the board said.",
        "Photo finishes were the rule that evening.",
        "She signed up for the first crossing.",
    ],
)
def test_a_sentence_of_the_story_with_such_words_is_kept(line: str) -> None:
    assert line in story(inside(f"<p>{line}</p>"))
    assert line in summarised(inside(f"<p>{line}</p>"))


def test_what_follows_the_story_is_not_the_story() -> None:
    below = (
        "<section class='comments'><p>I have crossed the river for thirty years and never waited so long.</p></section>"
        "<footer><p>The Harbour Post is printed on paper from forests that are looked after by the city.</p></footer>"
    )
    assert story(page(f"<article><h1>{TITLE}</h1>{paragraphs()}{below}</article>")) == list(STORY)


def test_what_stands_under_a_heading_for_comments_is_not_the_story() -> None:
    below = (
        "<h3>Leave a reply</h3><p>It was the same with the first line, if you ask me, and nobody learned from it.</p>"
    )
    assert story(page(f"<div><h1>{TITLE}</h1>{paragraphs()}{below}</div>")) == list(STORY)


def test_only_the_article_of_the_headline_is_read_where_others_follow() -> None:
    others = "".join(
        f"<article><h1>Story number {n}</h1>"
        + paragraphs(
            [f"In story number {n}, the council spoke of matter {m} for a long and weary evening." for m in range(6)]
        )
        + "</article>"
        for n in range(4)
    )
    html = page(f"<div class='feed'><article><h1>{TITLE}</h1>{paragraphs()}</article>{others}</div>")
    assert story(html) == list(STORY)


# ---------------------------------------------------------------- names that lie


@pytest.mark.parametrize("name", ["sidebar-1", "related", "has-comments", "page-footer", "newsletter post", "modal"])
def test_a_box_that_holds_the_story_is_believed_to_whatever_its_name(name: str) -> None:
    html = page(f"<div class='{name}'><h1>{TITLE}</h1>{paragraphs()}</div><p>Another line of the page.</p>")
    assert story(html) == list(STORY)


def test_letters_of_random_names_make_no_words() -> None:
    html = inside("<p class='sc-a884a83d-0 cbPrzP'>What is missing is a railing.</p>")
    assert "What is missing is a railing." in story(html)


@pytest.mark.parametrize("href", ["#missing", "javascript:void(0)", ""])
def test_what_leads_to_no_other_page_is_no_link(href: str) -> None:
    strange = f"<p><a href='{href}'>The railings are missing, said the engineer</a></p>"
    assert "The railings are missing, said the engineer" in story(inside(strange))


# ---------------------------------------------------------------- the way to the writer


def test_the_writer_gets_the_story_and_nothing_else() -> None:
    strange = (
        "<h2>What is missing</h2><figure><figcaption>The pier in October</figcaption></figure>"
        "<p>Read also: Why the first line was late</p>"
    )
    assert summarised(inside(strange)).split("\n") == [
        *STORY[:2],
        "",
        "",
        "",
        *STORY[2:],
    ]


def test_a_byline_without_metadata_names_the_author() -> None:
    html = page(f"<article><h1>{TITLE}</h1><p class='byline'>By Harbour Desk</p>{paragraphs()}</article>")
    answer = {**read_html(html, URL).model_dump(), "authors": []}
    assert clean(article_of_page(answer, given=URL, medium="web", url=URL)).authors == ("Harbour Desk",)


# ---------------------------------------------------------------- text elsewhere

EMPTY = "<div id='root'><p>Please wait.</p></div>"


def json_ld(body: str) -> str:
    data = {"@type": "NewsArticle", "headline": TITLE, "articleBody": body}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def test_json_ld_helps_where_the_page_shows_nothing() -> None:
    assert story(page(EMPTY, head=json_ld("\n".join(STORY)))) == list(STORY)


def test_json_ld_helps_where_the_page_shows_only_the_beginning() -> None:
    html = page(f"<article><h1>{TITLE}</h1>{paragraphs(STORY[:2])}</article>", head=json_ld("\n\n".join(STORY)))
    assert story(html) == list(STORY)


def test_json_ld_of_another_article_is_not_believed() -> None:
    other = [text.replace("ferry", "tram").replace("board", "office").replace("pier", "stop") for text in STORY]
    long = "\n".join(f"{text} It was the {n}th time this year." for n in range(3) for text in other)
    shown = [*STORY, *(text.replace("pier", "quay") for text in STORY)]
    assert story(page(f"<article><h1>{TITLE}</h1>{paragraphs(shown)}</article>", head=json_ld(long))) == shown


@pytest.mark.parametrize(
    "script",
    [
        "<script id='__NEXT_DATA__' type='application/json'>{}</script>",
        "<script>window.__APOLLO_STATE__ = {};</script>",
        "<script>window['__PRELOADED_STATE__']={}</script>",
    ],
)
@pytest.mark.parametrize(
    "data",
    [
        {"props": {"article": {"title": TITLE, "body": paragraphs()}}},
        {"article": {"blocks": [{"type": "text", "data": {"text": text}} for text in STORY]}},
        [{"paragraphs": list(STORY)}, {"config": {"key": "x" * 50}}],
    ],
    ids=["HTML", "blocks", "strings"],
)
def test_text_in_the_data_for_scripts_is_found_where_the_page_shows_none(script: str, data: Any) -> None:
    assert story(page(EMPTY + script.format(json.dumps(data)))) == list(STORY)


def test_text_in_the_rows_of_a_server_is_found_by_its_length_in_bytes() -> None:
    text = paragraphs()
    rows = f'1:{{"a":[1,2]}}\n24:T{len(text.encode()):x},{text}5:["$","div",null,{{"children":"Next"}}]\n'
    pushes = "".join(
        f"<script>self.__next_f.push([1,{json.dumps(part)}])</script>" for part in (rows[:9], rows[9:300], rows[300:])
    )
    assert story(page(EMPTY + pushes)) == list(STORY)


def test_data_for_scripts_is_left_alone_where_the_page_shows_its_text() -> None:
    data = {"body": paragraphs(["Quite another long text about trams and their stops in the north. " * 30])}
    assert story(inside("") + f"<script>window.__STATE__={json.dumps(data)}</script>") == list(STORY)


def test_data_for_scripts_is_left_alone_where_the_page_says_that_it_must_be_paid_for() -> None:
    flag = {"@type": "NewsArticle", "headline": TITLE, "isAccessibleForFree": False}
    head = f"<script type='application/ld+json'>{json.dumps(flag)}</script>"
    data = f"<script>window.__STATE__={json.dumps({'body': paragraphs()})}</script>"
    assert story(page(EMPTY + data)) == list(STORY)
    assert not set(STORY) & set(story(page(EMPTY + data, head=head)))


# ---------------------------------------------------------------- hostile pages


def numbered(count: int) -> str:
    return "".join(f"<p>{n}. {STORY[0]}</p>" for n in range(count))


READABLE = {
    "attributes": "<p " + " ".join(f"a{n}=x" for n in range(100_000)) + ">x</p>" + numbered(8),
    "nested": "<div>" * 100_000 + numbered(8),
    "nested and closed": "</div>" * 100_000 + "<div>" * 100_000 + numbered(8) + "</div>" * 100_000,
    "nested in a line": "<b><i><a href='/x'>" * 30_000 + "</a></i></b>" * 30_000 + numbered(8),
    "tables": "<table><tr><td>" * 3_000 + numbered(8),
    "script before the article": "<script>" + "var x = 1;" * 2_000_000 + "</script>" + numbered(8),
    "image in the text": f"<img src='data:image/png;base64,{'A' * 5_000_000}'>" + numbered(8),
    "names": "".join(f"<div class='a{n}b{n} readMore{n}'>x</div>" for n in range(30_000)) + numbered(8),
    "data without end": "<script>window.__STATE__ = " + "[" * 500_000 + "</script>" + numbered(8),
}
HOPELESS = {
    "line breaks": "x<br>" * 200_000,
    "links": "<p><a href='/x'>a short link</a></p>" * 55_000,
    "paragraphs": numbered(170_000),
    "digits": ("<p>" + "1" * 900 + "</p>") * 2_000,
    "names of tags": "<script " * 600_000,
}


async def ask(body: str) -> list[str]:
    worker = Worker(ReadingLimits(cpu_seconds=10, wall_seconds=60))
    try:
        answer = await worker.ask("page", f"<html><body>{body}".encode(), charset="utf-8", url=URL)
    finally:
        await worker.aclose()
    return [line["text"] for line in answer["lines"] if not line["cut"]]


@pytest.mark.parametrize("body", READABLE.values(), ids=READABLE)
async def test_a_hostile_page_that_shows_an_article_is_read(body: str) -> None:
    assert [line for line in await ask(body) if STORY[0] in line] == [f"{n}. {STORY[0]}" for n in range(8)]


@pytest.mark.parametrize("body", HOPELESS.values(), ids=HOPELESS)
async def test_a_hostile_page_that_shows_none_ends_with_a_reason_or_nothing(body: str) -> None:
    outcome = "nothing"
    try:
        found = await ask(body)
    except LoadError as error:
        outcome, found = error.code, []
    assert outcome in {"nothing", "too_long"}
    assert sum(map(len, found)) < 200_000


def test_trimming_leaves_pages_that_people_read_as_they_are() -> None:
    deep = "<div>" * 200 + inside("<img alt='" + "x" * 50_000 + "'>") + "</div>" * 200
    assert trim(deep) == deep


def test_trimming_cuts_what_is_too_long_after_what_shows_nothing() -> None:
    html = page("<style>" + "a{} " * 800_000 + "</style>" + numbered(2) + "x" * 3_000_000)
    trimmed = trim(html)
    assert len(trimmed) == MAX_HTML
    assert f"1. {STORY[0]}" in trimmed
