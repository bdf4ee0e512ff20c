"""C1: what a claim must cite, and how long it may be."""

import pytest

from bot.core.checking.citations import check
from tests.core.checking_sources import source_of, stated

FIRST = source_of("The ferry stopped.", "It had a crack.", "Crews left.", "Buses came.", number=1)
SECOND = source_of("The ferry was stopped.", "The crack was small.", number=2)


def codes(text: str, *labels: str) -> list[tuple[str, str]]:
    return [(found.code, found.words) for found in check(stated(text, FIRST, SECOND, labels=labels))]


@pytest.mark.parametrize("labels", [("1.1",), ("1.1", "1.2", "1.3", "2.1", "2.2"), ("1.1", "1.1", "1.1", "1.1")])
def test_one_to_three_sentences_per_source_are_right(labels: tuple[str, ...]) -> None:
    assert codes("The ferry stopped.", *labels) == []


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ((), [("citations.none", "")]),
        (("1.9",), [("citations.unknown_label", "1.9")]),
        (("3.1", "1.1"), [("citations.unknown_label", "3.1")]),
        (("01.1",), [("citations.unknown_label", "01.1")]),
        (("2.0", "1.1"), [("citations.headline", "2.0")]),
        (("1.4", "1.2", "1.3", "1.1", "2.1"), [("citations.too_many", "1.4")]),
    ],
)
def test_wrong_labels_are_named(labels: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert codes("The ferry stopped.", *labels) == expected


@pytest.mark.parametrize("text", ["", "   ", "…", "\u200b\u200b", "a" * 401, "The ferry stopped.\n\nBuses came."])
def test_a_claim_is_one_paragraph_of_at_most_400_characters(text: str) -> None:
    assert codes(text, "1.1") == [("citations.too_long", "")]


def test_400_characters_are_allowed() -> None:
    assert codes("a" * 400, "1.1") == []


def test_invisible_characters_are_taken_out_of_a_claim() -> None:
    assert stated("1\u200b2 boats \u202eleft\u202c, he\u00ad said", FIRST).text == "12 boats left, he said"


def test_joiners_stay_where_they_spell_a_word() -> None:
    assert stated("می\u200cخواهم 1\u200d2", FIRST).text == "می\u200cخواهم 12"


def test_the_window_is_the_cited_sentences_their_neighbours_and_the_headline() -> None:
    (passage,) = stated("Buses came.", FIRST, labels=("1.4",)).passages
    assert [sentence.label for sentence in passage.window] == ["1.0", "1.3", "1.4"]
