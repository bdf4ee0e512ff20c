"""C5: what limits a sentence, and what turns it round, is pointed out to the judge and never fails a claim."""

import pytest

from tests.core.attribution_cases import codes, doubts


@pytest.mark.parametrize(
    ("sentence", "claim", "words"),
    [
        (
            "The board banned long-range missiles on Monday.",
            "The board banned missiles on Monday.",
            "long-range missiles",
        ),
        ("At least 40 houses burned in the valley.", "40 houses burned in the valley.", "At least 40"),
        ("Up to 40 houses burned in the valley.", "40 houses burned in the valley.", "Up to 40"),
        ("Some residents left the valley.", "Residents left the valley.", "Some residents"),
        ("The pier is partly closed to lorries.", "The pier is closed to lorries.", "partly closed"),
        ("The pier is temporarily closed to lorries.", "The pier is closed to lorries.", "temporarily closed"),
        ("The former mayor opened the pier.", "The mayor opened the pier.", "former mayor"),
        ("Only lorries crossed the pier.", "Lorries crossed the pier.", "Only lorries"),
        ("The proposed tunnel links both islands.", "The tunnel links both islands.", "proposed tunnel"),
    ],
)
def test_a_limiting_word_that_falls_out_is_named(sentence: str, claim: str, words: str) -> None:
    assert doubts(claim, sentence) == [("limiting", words)]
    assert codes(claim, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("At least 40 houses burned in the valley.", "More than 40 houses burned in the valley."),
        ("Some residents left the valley.", "Several residents left the valley."),
        ("The pier is temporarily closed to lorries.", "The pier is currently closed to lorries."),
        ("The board talked about the pier and the road.", "The board discussed the pier and the road."),
        ("Some residents left the valley on Monday.", "The mayor opened the pier."),
    ],
)
def test_a_word_that_does_the_same_and_one_that_limits_nothing_kept_are_no_doubt(sentence: str, claim: str) -> None:
    assert doubts(claim, sentence) == []


def test_that_somebody_asked_not_to_be_named_is_said() -> None:
    sentence = "A diver, who asked not to be named, said the quay has sunk."
    assert doubts("A diver said the quay has sunk.", sentence) == [("limiting", "not to be named")]
    assert doubts("A diver, who asked not to be named, said the quay has sunk.", sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claim", "words"),
    [
        ("The board did not approve the tunnel.", "The board approved the tunnel.", "not approve"),
        ("The board approved the tunnel.", "The board never approved the tunnel.", "never approved"),
        ("The mayor denied closing the pier.", "The mayor closed the pier.", "denied closing"),
        ("Crews worked without masks below deck.", "Crews worked with masks below deck.", "without masks"),
    ],
)
def test_a_negation_on_one_side_only_is_named(sentence: str, claim: str, words: str) -> None:
    assert ("negation", words) in doubts(claim, sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The board did not approve the tunnel.", "The board has not approved the tunnel."),
        ("The board did not approve the tunnel.", "The board refused to approve the tunnel."),
        ("The ferry left on time, and no lorry was aboard.", "The ferry left on time."),
    ],
)
def test_a_negation_on_both_sides_or_elsewhere_is_no_doubt(sentence: str, claim: str) -> None:
    assert doubts(claim, sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "claim", "words"),
    [
        ("de", "Nur Lastwagen überquerten die Brücke.", "Lastwagen überquerten die Brücke.", "Nur Lastwagen"),
        ("es", "Al menos 40 casas ardieron en el valle.", "40 casas ardieron en el valle.", "Al menos 40"),
        ("fr", "Environ 40 maisons ont brûlé.", "40 maisons ont brûlé.", "Environ 40"),
        ("ru", "Не менее 40 домов сгорели в долине.", "40 домов сгорели в долине.", "Не менее 40"),
    ],
)
def test_each_language_has_its_limiting_words(language: str, sentence: str, claim: str, words: str) -> None:
    assert ("limiting", words) in doubts(claim, sentence, language=language)


def test_a_language_without_word_lists_raises_no_doubt() -> None:
    assert doubts("The board approved the tunnel.", "The board did not approve the tunnel.", language="pl") == []
