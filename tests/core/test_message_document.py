"""A document cannot hold what is not safe to show, and knows which way its lines run."""

import pytest
from hypothesis import given
from pydantic import ValidationError

from bot.core.message.direction import RIGHT_TO_LEFT_MARK, first_direction, lead, runs_right_to_left
from bot.core.message.document import Bold, Citation, Entry, Link, Text, web_address
from bot.core.message.quotes import single_quoted
from bot.core.message.safety import clean
from tests.core.message_strategies import hostile_texts


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example.com/story?id=1&x=2#part:~:text=a,b",
        "http://example.com",
        "https://пример.рф/путь",
        "https://[2001:db8::1]:8080/x",
        "https://192.0.2.1/",
    ],
)
def test_a_web_address_is_linked_as_it_is(url: str) -> None:
    assert Link(text="here", url=url).url == url


def test_what_would_break_a_link_is_escaped() -> None:
    assert web_address('https://example.com/a b|c^d\\e"<f>') == "https://example.com/a%20b%7Cc%5Ed%5Ce%22%3Cf%3E"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "tg://user?id=1",
        "data:text/html,x",
        "ftp://example.com/",
        "//example.com/",
        "/story",
        "",
        "https://",
        "https://localhost/x",
        "https://user@example.com/",
        "https://news.example.org@evil.example.com/",
        "https://evil.example.com\\@news.example.org/",
        "https://example.com:99999/",
        "https://example.com:0/",
        "https://[::1/",
        "https://exa mple.com/",
        "https://example.com/\nx",
        "https://example.com/\u202ex",
        "https://example.com/" + "x" * 5_000,
    ],
)
def test_nothing_else_can_be_linked(url: str) -> None:
    assert web_address(url) is None
    with pytest.raises(ValidationError):
        Link(text="here", url=url)
    with pytest.raises(ValidationError):
        Citation(source=1, label="[1]", url=url, place="claim-1-1")
    with pytest.raises(ValidationError):
        Entry(source=1, spans=(Text(text="x"),), url=url)


@given(hostile_texts)
def test_every_span_holds_clean_words(text: str) -> None:
    for span in (Text(text=text), Bold(text=text), Link(text=text, url="https://example.com")):
        assert span.text == clean(text)
    assert Citation(source=1, label=text, place="claim-1-1").label == clean(text)


def test_a_span_keeps_the_space_at_its_ends() -> None:
    assert Text(text=" so\n\t").text == " so "


# ---------------------------------------------------------------- direction


@pytest.mark.parametrize(
    ("language", "answer"), [("ar", True), ("he-IL", True), ("fa", True), ("en", False), ("und", False)]
)
def test_the_language_tells_the_direction(language: str, answer: bool) -> None:
    assert runs_right_to_left(language) is answer


@pytest.mark.parametrize(("text", "answer"), [("12 العبارة", True), ("1. ferry", False), ("12 – 14", None), ("", None)])
def test_the_first_letter_tells_the_direction_of_a_text(text: str, answer: bool | None) -> None:
    assert first_direction(text) is answer


@pytest.mark.parametrize(
    ("text", "language", "mark"),
    [
        ("Coast Daily: تتوقف العبارة", "ar", RIGHT_TO_LEFT_MARK),
        ("[1] Coast Daily: العبارة", "he", RIGHT_TO_LEFT_MARK),
        ("تتوقف العبارة", "ar", ""),
        ("Sources", "ar", ""),
        ("Coast Daily: תחנה", "en", ""),
    ],
)
def test_a_line_of_a_right_to_left_text_is_led_by_a_mark_where_it_needs_one(
    text: str, language: str, mark: str
) -> None:
    assert lead(text, language) == mark


# ---------------------------------------------------------------- quotation marks


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“We wait,” she said.", "‘We wait,’ she said."),
        ('"We wait," she said: "for ("now")."', "‘We wait,’ she said: ‘for (‘now’).’"),
        ("Sie sagte: „Wir warten“, und ging.", "Sie sagte: ‚Wir warten‘, und ging."),
        ("Elle a dit : « On attend ».", "Elle a dit : « On attend »."),
        ("她说：「等」。", "她说：「等」。"),
        ("It's the ‘last’ ferry.", "It's the ‘last’ ferry."),
    ],
)
def test_double_marks_inside_a_quotation_become_single(text: str, shown: str) -> None:
    assert single_quoted(text) == shown
    assert len(shown) == len(text)
