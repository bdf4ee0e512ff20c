"""Furniture that names itself in text taken out of its layout, and sentences that only sound like it."""

import pytest

from bot.core.models import Article, Removed, Span
from bot.core.page_furniture import furniture_in
from bot.core.pasted import clean
from bot.core.text_lines import story_of


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Advertisement", "advertisement"),
        ("Related articles", "teaser"),
        ("READ MORE: The long way to the pier", "teaser"),
        ("Mehr zum Thema: Der lange Weg zum Steg", "teaser"),
        ("Читайте также: Долгий путь к причалу", "teaser"),
        ("İlgili haberler", "teaser"),
        ("12 March 2026", "date"),
        ("Updated 3:27 am PST, Wednesday, March 11, 2026", "date"),
        ("Veröffentlicht: 12.03.2026, 18:24 Uhr", "date"),
        ("2026年3月12日 18:24", "date"),
        ("5 min read", "date"),
        ("The pier in the evening (Photo: Harbour board)", "caption"),
        ("Der Steg am Abend. Foto: Hafenamt", "caption"),
        ("Additional reporting by the city desk", "byline"),
        ("Our correspondent in the north contributed to this report.", "byline"),
        ("© 2026 The Harbour Post. All rights reserved.", "copyright"),
        ("Sign up for the harbour letter", "form"),
        ("Folgen Sie uns auf Telegram", "promotion"),
        ("Tags: ferry, harbour, pier", "tags"),
        ("About the author", "biography"),
    ],
)
def test_a_line_that_names_itself_is_known(line: str, code: str) -> None:
    assert furniture_in(line) == code


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Yes",
        "Name",
        "What is missing",
        "The pier opened on 12 March 2026.",
        "On 12 March 2026 the board met for the first time in the new hall on the north bank.",
        "The board contributed 4 million to the pier.",
        "He signed up for the newsletter of the board, he said, and never read it.",
        "“Sign up for the first crossing,” the captain said.",
        "By Monday all tickets were sold.",
        "The rights of the crew are reserved for a later day, the captain joked, and nobody laughed.",
        "12 | 4,000 | 18",
        "Foto finish",
    ],
)
def test_what_only_sounds_like_furniture_is_left(line: str) -> None:
    assert furniture_in(line) == ""


def article(*lines: str, removed: str = "", headline: str = "A headline of the page") -> Article:
    text = "\n".join((headline, "", *lines))
    at = text.index(removed) if removed else 0
    return Article(
        id="a",
        medium="web",
        given="x",
        headline=Span(start=0, end=len(headline)),
        text=text,
        removed=(Removed(span=Span(start=at, end=at + len(removed)), reason="caption"),) if removed else (),
    )


def test_what_is_no_sentence_belongs_to_an_extracted_article_but_is_not_its_story() -> None:
    lines = ("A pier for boats of all sizes", "Staff report", "The pier is open.", "What is missing", "It lacks lamps.")
    cleaned = clean(article(*lines))
    assert [(each.span.of(cleaned.text), each.reason) for each in cleaned.removed] == [
        (lines[0], "standfirst"), (lines[1], "before the story"), (lines[3], "heading"),
    ]  # fmt: skip


def test_scripts_that_end_no_sentence_with_a_sign_lose_none() -> None:
    line = "ท่าเรือแห่งใหม่เปิดให้บริการเมื่อวันอังคาร โฆษกของการท่าเรือกล่าวว่าจะมีเรือวันละสิบเที่ยว"
    assert clean(article(line, "ตารางเดินเรือ", line)).removed == clean(article(line, "ตารางเดินเรือ", line + "ๆ")).removed
    assert line in story_of(clean(article("หัวข้อ", line, line + "ๆ")))


def test_what_was_set_aside_before_stays_so_once_with_its_reason() -> None:
    removed = clean(article("The pier is open.", "Tags: pier, ferry", removed="Tags: pier, ferry")).removed
    assert [each.reason for each in removed] == ["caption"]


def test_an_extracted_text_without_headline_keeps_what_was_set_aside() -> None:
    given = article(
        "The pier is open, the harbour board said on Tuesday.", "The pier in May", removed="The pier in May"
    )
    cleaned = clean(given.model_copy(update={"headline": None}))
    assert cleaned.text == given.text
    assert ("The pier in May", "caption") in [(each.span.of(cleaned.text), each.reason) for each in cleaned.removed]


def test_a_headline_is_never_furniture() -> None:
    assert clean(article("The pier is open.", headline="Read more: the pier")).removed == ()
