"""The reply in a terminal."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.message.document import (
    Citation,
    Collapsible,
    Document,
    Entry,
    Heading,
    Italic,
    Link,
    Numbered,
    Paragraph,
    Text,
)
from bot.core.message.plain import render
from tests.core.message_strategies import calm_documents, hostile_documents

DIRECTION = re.compile("[\u200f\u2066-\u2069]")
URL = "https://coast.example.com/" + "a-very-long-address/" * 5


def a_marker(source: int, *, here: bool = False) -> Citation:
    return Citation(source=source, label=f"[{source}]", url=f"{URL}#:~:text=x", place=f"claim-1-{source}", here=here)


def test_a_reply_reads_well_in_a_terminal() -> None:
    document = Document(
        language="en",
        blocks=(
            Heading(level=1, spans=(Text(text="Ferry stops"),)),
            Paragraph(spans=(Text(text="1 article"),)),
            Numbered(number=1, spans=(Text(text="The ferry stops on Monday for"), Text(text=" "), a_marker(1))),
            Numbered(number=2, spans=(Text(text="It returns."), Text(text=" "), a_marker(1))),
            Heading(spans=(Text(text="Sources"),)),
            Entry(source=1, spans=(Text(text="Coast Daily: "), Link(text="Ferry", url=URL)), url=URL),
            Collapsible(
                title="Evidence",
                lines=(
                    Numbered(
                        number=1, spans=(a_marker(1, here=True), Text(text=" "), Text(text="“It stops on Monday.”"))
                    ),
                ),
            ),
            Paragraph(spans=(Italic(text="2 statements checked."),)),
        ),
    )
    assert render(document, width=32).split("\n") == [
        "Ferry stops",
        "1 article",
        "",
        "1. The ferry stops on Monday",
        "   for [1]",
        "2. It returns. [1]",
        "",
        "Sources",
        "[1] Coast Daily: Ferry",
        f"    {URL}",
        "",
        "Evidence",
        "  1. [1] “It stops on Monday.”",
        "",
        "2 statements checked.",
        "",
    ]


def columns(text: str) -> int:
    return sum(
        0
        if unicodedata.category(char) in {"Mn", "Me", "Cf"}
        else 2
        if unicodedata.east_asian_width(char) in "WF"
        else 1
        for char in text
    )


@given(st.one_of(calm_documents, hostile_documents), st.integers(20, 100))
def test_no_line_but_an_address_is_wider_than_asked(document: Document, width: int) -> None:
    shown = render(document, width=width)
    for line in shown.split("\n"):
        assert columns(line) <= width or "http" in line
    assert not {char for char in shown if unicodedata.category(char) in {"Cc", "Cs"}} - {"\n"}


@given(calm_documents, st.integers(20, 100))
def test_wrapping_loses_nothing(document: Document, width: int) -> None:
    wide, narrow = (DIRECTION.sub("", render(document, width=columns)) for columns in (10**6, width))
    assert "".join(narrow.split()) == "".join(wide.split())


@given(st.one_of(calm_documents, hostile_documents), st.integers(20, 100))
def test_what_is_isolated_is_closed_at_the_end_of_its_line(document: Document, width: int) -> None:
    for line in render(document, width=width).split("\n"):
        marks = "".join(char for char in line if char in "\u2066\u2067\u2068\u2069")
        assert re.fullmatch("([\u2066\u2067\u2068]\u2069)*", marks)


@pytest.mark.parametrize("text", ["渡轮周一停航港务局说" * 10, "เรือข้ามฟาก" * 10, "x" * 200])
def test_a_text_without_spaces_is_broken_all_the_same(text: str) -> None:
    document = Document(
        language="en", blocks=(Numbered(number=1, spans=(Text(text=text), Text(text=" "), a_marker(1))),)
    )
    lines = render(document, width=40).rstrip("\n").split("\n")
    assert all(columns(line) <= 40 for line in lines)
    assert "".join(line.removeprefix("1. ").strip() for line in lines) == f"{text} [1]"


def lines_of(text: str, *, width: int) -> list[str]:
    """The lines of one claim with two markers, without what stands before them."""
    spans = (Text(text=text), Text(text=" "), a_marker(1), Text(text=" "), a_marker(12))
    shown = render(Document(language="ja", blocks=(Numbered(number=1, spans=spans),)), width=width)
    return [line.removeprefix("1. ").strip(" ") for line in shown.rstrip("\n").split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "港湾局は、埠頭の「コンテナ置き場」（第二区）で、チームがヒアリを見つけたと発表した。" * 3,
        "港务局说：“渡轮周一停航。”码头的工人（共三十人）、司机、商贩……都在等待；何时复航？没有人知道。" * 3,
        "「『第一埠頭』」は、「『閉鎖中』」だ。」" * 6,
    ],
)
def test_no_line_of_japanese_or_chinese_begins_with_a_closing_sign(text: str) -> None:
    for width in range(20, 60):
        lines = lines_of(text, width=width)
        assert not {line[0] for line in lines} & set("、。，．」』】）〉》・ーっょュ：；？”…[]")
        assert not {line[-1] for line in lines} & set("「『（“[")
        assert all(columns(line) <= width - 3 for line in lines)
        assert "".join(lines) == f"{text} [1] [12]"


def test_a_line_of_japanese_ends_at_most_a_few_signs_early() -> None:
    text = "港湾局は埠頭を閉鎖した。作業員は無事だった。" * 4
    for width in range(30, 60):
        assert all(columns(line) >= width - 3 - 5 for line in lines_of(text, width=width)[:-2])


def test_a_number_or_name_within_japanese_is_not_cut() -> None:
    text = "港湾局は2026年10月22日に38000匹をMarrowby港で確認した" * 3
    for width in range(24, 60):
        said = "|".join(lines_of(text, width=width))
        assert [said.count(word) for word in ("2026", "22", "38000", "Marrowby")] == [3, 3, 3, 3]


def test_signs_that_may_begin_no_line_are_cut_all_the_same_where_there_is_nothing_else() -> None:
    assert "".join(lines_of("。" * 300, width=40)) == "。" * 300 + " [1] [12]"
    assert "".join(lines_of("「" * 300, width=40)) == "「" * 300 + " [1] [12]"


def test_a_right_to_left_line_is_led_by_a_mark() -> None:
    document = Document(language="ar", blocks=(Numbered(number=1, spans=(Text(text="Bay: تتوقف"),)),))
    assert render(document) == "\u200f1. Bay: تتوقف\n"


def test_each_line_of_a_right_to_left_statement_is_led_by_a_mark_where_it_needs_one() -> None:
    spans = (Text(text="تتوقف العبارة كما ذكرت Coast Daily"), Text(text=" "), a_marker(1))
    document = Document(language="ar", blocks=(Numbered(number=1, spans=spans),))
    assert render(document, width=26).split("\n")[:2] == ["1. تتوقف العبارة كما ذكرت", "\u200f   Coast Daily [1]"]


def test_a_passage_isolated_across_lines_goes_on_in_its_own_direction() -> None:
    spans = (Text(text="صوت: "), Text(text="The ferry stops on Monday", isolated=True), Text(text=" "), a_marker(1))
    document = Document(language="ar", blocks=(Numbered(number=1, spans=spans),))
    assert render(document, width=20) == (
        "1. صوت: \u2068The ferry\u2069\n\u200f   \u2066stops on\u2069\n\u200f   \u2066Monday\u2069 [1]\n"
    )


def test_an_isolated_address_is_not_cut() -> None:
    document = Document(language="ar", blocks=(Paragraph(spans=(Text(text="صوت "), Text(text=URL, isolated=True))),))
    assert render(document, width=40) == f"صوت\n\u200f\u2068{URL}\u2069\n"


def test_endless_repetition_is_no_trouble() -> None:
    for unit in ("a", "a ", "的", "。", "「", "的。", "👨\u200d"):
        text = unit * (100_000 // len(unit))
        assert render(Document(language="en", blocks=(Paragraph(spans=(Text(text=text),)),)))


def test_a_number_with_a_stop_never_begins_a_line() -> None:
    words = "The pass went on sale in the city of Marrowby on March 2. It costs 40 crowns."
    for width in range(20, 80):
        document = Document(language="en", blocks=(Paragraph(spans=(Text(text=words),)),))
        shown = render(document, width=width)
        assert not [line for line in shown.splitlines() if line.startswith("2.")]
        assert " ".join(shown.split()) == words
