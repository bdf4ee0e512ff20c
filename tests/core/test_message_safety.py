"""Foreign text shows nothing hidden, and nothing in it comes alive in a chat."""

import json
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.core.message.safety import MAX_MARKS, WORD_JOINER, clip, defuse, joints, show
from tests.core.message_strategies import hostile_texts, live


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("  two\n\tlines\r\nand\u00a0a\u2028space ", "two lines and a space"),
        ("e\u0301te\u0301", "été"),
        ("red\x1b[31m bell\x07 \x9b1m", "red[31m bell 1m"),
        ("soft\u00adhyphen zero\u200bwidth\ufeff", "softhyphen zerowidth"),
        ("\u202eevil\u202c \u2066isolated\u2069 \u200emark\u061c", "evil isolated mark"),
        ("flag\U000e0067\U000e0062 text", "flag text"),
        ("data\ufe00\ufe01\ufe02 x\U000e0100\U000e0110", "data x"),
        ("blank\u3164letter \u115f", "blankletter"),
        ("private\ue000\U000f0000 half\ud83d", "private half"),
        ("می\u200cشود", "می\u200cشود"),
        ("क्\u200dष", "क्\u200dष"),
        ("a\u200cb \u200d x", "ab x"),
        (
            "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 #\ufe0f\u20e3 👍🏽",
            "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 #\ufe0f\u20e3 👍🏽",
        ),
        ("a\ufe0fb", "ab"),
        ("渡轮\u3000停航", "渡轮 停航"),
    ],
)
def test_only_what_can_be_seen_is_shown(foreign: str, shown: str) -> None:
    assert show(foreign) == shown


def test_a_tower_of_accents_is_cut_down() -> None:
    assert show("a" + "\u0316" * 500) == "a" + "\u0316" * MAX_MARKS


@given(st.one_of(st.text(), hostile_texts))
@example("a\u0333\ufe0f b\u200d\u0333\u200d")
def test_a_shown_text_is_clean_and_stays_as_it_is(text: str) -> None:
    shown = show(text)
    assert show(shown) == shown
    assert shown == unicodedata.normalize("NFC", shown) == shown.strip()
    allowed = {"\u200c", "\u200d"} | {chr(code) for code in range(0x600, 0x8E3)} | {"\U000110bd", "\U000110cd"}
    for char in shown:
        assert unicodedata.category(char) not in {"Cc", "Cs", "Co", "Zl", "Zp"}
        assert char in allowed or unicodedata.category(char) != "Cf" or ord(char) in range(0x13430, 0x13456)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ask @mayor_office now", "Mention"),
        ("(@mayor_office)", "Mention"),
        ("send /start", "BotCommand"),
        ("send /7", "BotCommand"),
        ("/help@some_bot", "BotCommand"),
        ("#storm", "Hashtag"),
        ("#шторм", "Hashtag"),
        ("#风暴", "Hashtag"),
        ("buy $COIN", "Cashtag"),
        ("buy $1INCH", "Cashtag"),
        ("see example.com", "Url"),
        ("see sub.example.co.uk/path?x=1#y", "Url"),
        ("t.me/joinchat", "Url"),
        ("пример.рф", "Url"),
        ("भारत.भारत", "Url"),
        ("例子.中国", "Url"),
        ("xn--e1afmkfd.xn--p1ai", "Url"),
        ("http://user:pass@host.com:80/x", "Url"),
        ("tg://resolve?domain=x", "Url"),
        ("ton://transfer/x", "Url"),
        ("192.168.0.1:80", "Url"),
        ("write to office@example.org", "EmailAddress"),
        ("mailto:a.b+c@example.co.uk", "EmailAddress"),
        ("4111111111111111", "BankCardNumber"),
        ("5555 5555 5555 4444", "BankCardNumber"),
        ("from 12:34 on", "MediaTimestamp"),
        ("from 1:02:03 on", "MediaTimestamp"),
    ],
)
def test_what_would_be_live_is_defused(text: str, kind: str) -> None:
    assert kind in {found for found, _ in live(text)}, "the example is live without us"
    assert live(defuse(text)) == []
    assert defuse(text).replace(WORD_JOINER, "") == text


@pytest.mark.skipif("INJECTIONS" not in os.environ, reason="INJECTIONS names no file of hostile texts")
def test_no_known_injection_comes_alive() -> None:
    lines = Path(os.environ["INJECTIONS"]).read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines if line.strip()]
    assert [text for text in texts if live(text)], "some are live without us"
    assert [text for text in texts if live(defuse(show(text)))] == []


@pytest.mark.parametrize("text", ["+1 (234) 567-89-01", "+49 30 1234567", "030/123 45 67"])
def test_a_telephone_number_leaves_no_long_run_of_digits(text: str) -> None:
    defused = defuse(text)
    longest = max(sum(char.isdigit() for char in run) for run in defused.split(WORD_JOINER))
    assert longest <= 3


@pytest.mark.parametrize(
    "text",
    ["The U.S. Navy said 8.5 percent, e.g. at 4 p.m.", "He left. She stayed.", "12,000 dollars (about 11,000 euros)"],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert joints(text) == ()


@given(hostile_texts, st.data())
def test_nothing_is_live_whole_or_cut_anywhere(text: str, data: st.DataObject) -> None:
    defused = defuse(show(text))
    assert live(defused) == []
    place = data.draw(st.integers(0, len(defused)))
    assert live(defused[:place]) == live(defused[place:]) == []


@pytest.mark.parametrize(
    "unit",
    [
        "@",
        ".",
        "a.aa",
        "1",
        "1 ",
        "\u200d",
        "\u0301",
        "\ufe0f",
        "1:",
        "1.",
        "/",
        " ",
        "\u200c\u200d",
        "+1-",
        "👨\u200d",
    ],
)
def test_endless_repetition_is_no_trouble(unit: str) -> None:
    shown = show(unit * (100_000 // len(unit)))
    assert defuse(shown).replace(WORD_JOINER, "") == shown


def test_a_long_title_is_cut_between_words() -> None:
    assert clip("The ferry stops", limit=20) == "The ferry stops"
    assert clip("The ferry stops for the winter", limit=20) == "The ferry stops for…"


@given(hostile_texts, st.integers(2, 40))
def test_a_clipped_text_keeps_to_its_limit(text: str, limit: int) -> None:
    clipped = clip(text, limit=limit)
    assert len(clipped) <= limit
    assert clipped == text or text.startswith(clipped[:-1])
