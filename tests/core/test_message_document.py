"""A document cannot hold what is not safe to show, and knows which way its lines run."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.core.message.direction import (
    FIRST_STRONG_ISOLATE,
    LEFT_TO_RIGHT_ISOLATE,
    POP_ISOLATE,
    RIGHT_TO_LEFT_ISOLATE,
    RIGHT_TO_LEFT_MARK,
    carry,
    enclose,
    first_direction,
    lead,
    runs_against,
    runs_right_to_left,
)
from bot.core.message.document import Bold, Citation, Entry, Link, Text, web_address
from bot.core.message.quotes import Marks, nest_quotes
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


@pytest.mark.parametrize(
    ("text", "language", "answer"),
    [
        ("قالت الميناء إن العقد مع Coast Daily", "ar", True),
        ("Coast Daily تنفي", "ar", True),
        ("تتوقف العبارة في 12 نيسان.", "ar", False),
        ("تتوقف 2027", "ar", False),
        ("חברת Coast", "he", True),
        ("The ferry is called עבודה", "en", True),
        ("The ferry עבודה stops.", "en", False),
        ("12 – 14", "ar", False),
        ("", "en", False),
        ("ع" + "." * 1_000 + "a", "ar", True),
    ],
)
def test_a_text_runs_against_the_line_where_its_first_or_last_letter_does(
    text: str, language: str, answer: bool
) -> None:
    assert runs_against(text, language) is answer


def test_isolated_neighbours_stand_within_one_pair_of_marks() -> None:
    opened, closed = FIRST_STRONG_ISOLATE, POP_ISOLATE
    assert list(enclose([True, False, True, True, True, False])) == [
        (opened, closed),
        ("", ""),
        (opened, ""),
        ("", ""),
        ("", closed),
        ("", ""),
    ]


def test_every_line_of_a_right_to_left_paragraph_runs_as_the_whole_does() -> None:
    mark = RIGHT_TO_LEFT_MARK
    lines = ["1. تتوقف العبارة", "   Coast Daily [1]", "   في الميناء"]
    assert list(carry(lines, "ar")) == [lines[0], mark + lines[1], lines[2]]
    assert list(carry(lines, "en")) == lines
    assert list(carry(["Sources", "and more"], "ar")) == ["Sources", "and more"]


@pytest.mark.parametrize(
    ("words", "language", "again"),
    [
        (("Coast Daily and", "the harbour", "today"), "he", LEFT_TO_RIGHT_ISOLATE),
        (("تتوقف", "Coast Daily", "Bay Radio"), "en", RIGHT_TO_LEFT_ISOLATE),
        (("12", "-", "14"), "en", FIRST_STRONG_ISOLATE),
    ],
)
def test_what_is_isolated_across_a_line_end_goes_on_in_its_own_direction(
    words: tuple[str, str, str], language: str, again: str
) -> None:
    first, second, third = words
    lines = [f"• {FIRST_STRONG_ISOLATE}{first}", f"  {second}", f"  {third}{POP_ISOLATE} [1]", "  end"]
    assert list(carry(lines, language)) == [
        f"• {FIRST_STRONG_ISOLATE}{first}{POP_ISOLATE}",
        f"  {again}{second}{POP_ISOLATE}",
        f"  {again}{third}{POP_ISOLATE} [1]",
        "  end",
    ]


# ---------------------------------------------------------------- quotation marks

ENGLISH = Marks()
GERMAN = Marks(outer="„", inner=("‚", "‘"))
SPANISH = Marks(outer="«", inner=("“", "”"))
RUSSIAN = Marks(outer="«", inner=("„", "“"))
JAPANESE = Marks(outer="「", inner=("『", "』"))


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
    assert nest_quotes(text, ENGLISH) == shown
    assert len(shown) == len(text)


@pytest.mark.parametrize(
    ("marks", "text", "shown"),
    [
        (SPANISH, "«Aún es pronto», dijo.", "“Aún es pronto”, dijo."),
        (SPANISH, "Dijo que «no dijo “nunca”» y calló.", "Dijo que “no dijo ‘nunca’” y calló."),
        (SPANISH, "Lo llamó “pronto”.", "Lo llamó “pronto”."),
        (SPANISH, 'Lo llamó "pronto".', "Lo llamó “pronto”."),
        (SPANISH, 'Dijo «no "nunca"».', "Dijo “no ‘nunca’”."),
        (SPANISH, "Dijo «no «nunca» más».", "Dijo “no ‘nunca’ más”."),
        (SPANISH, "y así terminó», dijo, «todo».", "y así terminó”, dijo, “todo”."),
        (SPANISH, "Er sagte: »Wir warten«, und ging.", "Er sagte: “Wir warten”, und ging."),
        (SPANISH, "« On attend », dit-il.", "“ On attend ”, dit-il."),
        (SPANISH, "L'«estación».", "L'“estación”."),
        (RUSSIAN, "Директор «Озёрных сетей» ушёл.", "Директор „Озёрных сетей“ ушёл."),
        (RUSSIAN, "Он сказал: «Журнал „Плотина“ прав».", "Он сказал: „Журнал ‚Плотина‘ прав“."),
        (RUSSIAN, 'Компания "Сети".', "Компания „Сети“."),
        (GERMAN, "Sie sagte: „Wir warten“, und ging.", "Sie sagte: ‚Wir warten‘, und ging."),
        (GERMAN, '"Wir warten", sagte sie.', "‚Wir warten‘, sagte sie."),
        (GERMAN, "»Wir warten«, sagte sie.", "»Wir warten«, sagte sie."),
        (JAPANESE, "県は「『定着』は未確認」とした。", "県は『「定着」は未確認』とした。"),
        (JAPANESE, "她说：“等”。", "她说：“等”。"),
        (ENGLISH, 'דובר צה"ל אמר "לא".', 'דובר צה"ל אמר ‘לא’.'),
    ],
)
def test_marks_inside_a_quotation_are_not_those_around_it(marks: Marks, text: str, shown: str) -> None:
    assert nest_quotes(text, marks) == shown


@given(
    st.text(st.sampled_from("a1 .'\"«»„“”‘’「」『』＂(")),
    st.sampled_from([ENGLISH, GERMAN, SPANISH, RUSSIAN, JAPANESE]),
)
def test_nested_marks_keep_every_place_in_the_text(text: str, marks: Marks) -> None:
    shown = nest_quotes(text, marks)
    assert len(shown) == len(text)
    assert marks.outer not in shown.replace("「", "" if "『" in text else "「")
    assert all(new == old for new, old in zip(shown, text, strict=True) if old in "a1 .'‘’(")


@pytest.mark.parametrize("unit", ["«", "»", '"', "«a» ", "„“"])
def test_endless_marks_are_no_trouble(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert [len(nest_quotes(text, marks)) for marks in (SPANISH, ENGLISH)] == [len(text), len(text)]
