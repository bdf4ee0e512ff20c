"""C5: what one office says is not credited to another."""

import pytest

from bot.core.checking.attributing.speaker_kinds import kinds_of
from bot.core.words import fold
from tests.core.attribution_cases import codes, codes_of
from tests.core.checking_sources import source_of

PUMP = "The pump failed twice in August, the harbour police said."


@pytest.mark.parametrize(
    ("language", "sentence", "claim"),
    [
        ("en", PUMP, "The pump failed twice in August, the mayor said."),
        ("en", PUMP, "According to the mayor, the pump failed twice in August."),
        ("en", "Two ferries were late, a police officer told the Gazette.", "Two ferries were late, the mayor said."),
        (
            "de",
            "Die Pumpe fiel im August zweimal aus, teilte die Polizei mit.",
            "Die Pumpe fiel im August zweimal aus, teilte die Gewerkschaft mit.",
        ),
        (
            "de",
            "Das Sozialministerium beziffert die Kosten der neuen Pumpe auf 900 Euro.",
            "Die Kosten der neuen Pumpe beziffert die Hafenbehörde auf 900 Euro.",
        ),
        (
            "es",
            "El alcalde afirmó que la bomba falló dos veces en agosto.",
            "La policía afirmó que la bomba falló dos veces en agosto.",
        ),
        (
            "fr",
            "Le syndicat affirme que la pompe est tombée en panne en août.",
            "La police affirme que la pompe est tombée en panne en août.",
        ),
        (
            "ru",
            "Профсоюз сообщил, что насос дважды сломался в августе.",
            "Полиция сообщила, что насос дважды сломался в августе.",
        ),
        ("ar", "قالت الشرطة إن المضخة تعطلت مرتين في أغسطس.", "قالت النقابة إن المضخة تعطلت مرتين في أغسطس."),
    ],
)
def test_an_office_gets_no_credit_for_what_another_said(language: str, sentence: str, claim: str) -> None:
    assert codes(claim, sentence, language=language) == ["other"]
    assert codes(sentence, sentence, language=language) == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (PUMP, "The pump failed twice in August, a police spokesman said."),
        (PUMP, "The pump failed twice in August, detectives said."),
        (PUMP, "The pump failed twice in August, officials said."),
        (PUMP, "The pump failed twice in August, the agency said."),
        (PUMP, "The pump failed twice in August, the harbour office said."),
        ("The ferry line said the pump failed in August.", "The company said the pump failed in August."),
        ("The shipowner said the pump failed in August.", "The company said the pump failed in August."),
        ("The health minister said the pump failed in August.", "The government said the pump failed in August."),
        ("The spokeswoman said the pump failed in August.", "The mayor said the pump failed in August."),
        ("Tidewater said the pump failed in August.", "The company said the pump failed in August."),
        ("The company’s lawyer said the pump failed in August.", "The company said the pump failed in August."),
        ("The mayor told the police that the pump failed in August.", "The police said the pump failed in August."),
    ],
)
def test_a_more_general_word_for_a_speaker_is_no_other(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == []


def test_a_public_body_with_a_name_of_its_own_does_not_stand_for_another() -> None:
    sentence = "The transport ministry said the pump failed twice in August."
    assert codes("The agency said the pump failed twice in August.", sentence) == []
    assert codes("The rail agency said the pump failed twice in August.", sentence) == ["other"]


def test_the_sentence_after_does_not_lend_its_speaker_to_one_that_has_its_own() -> None:
    assert codes("The pump failed twice in August, the mayor said.", PUMP, "The mayor did not answer.") == ["other"]


def test_a_pronoun_means_nobody_of_a_kind_that_does_not_stand_before_it() -> None:
    sentences = ("The police looked at the pump.", "They said it had failed twice in August.")
    credited = "{} said the pump had failed twice in August."
    assert codes(credited.format("The mayor"), *sentences, labels=["1.2"]) == ["other"]
    assert codes(credited.format("The police"), *sentences, labels=["1.2"]) == []


@pytest.mark.parametrize(
    "before",
    [
        ("Aldane went to the police.",),
        ("The crowd looked at the pump.",),
        ("The mayor arrived at noon.", "The police looked at the pump."),
    ],
)
def test_a_pronoun_that_may_mean_the_claimed_speaker_is_left_alone(before: tuple[str, ...]) -> None:
    label = f"1.{len(before) + 1}"
    claim = "The mayor said the pump had failed twice in August."
    assert codes(claim, *before, "They said the pump had failed twice in August.", labels=[label]) == []


def test_a_russian_pronoun_within_the_cue_means_whom_its_sentence_names() -> None:
    sentence = "Профсоюз возражает: по его словам, насос дважды сломался в августе."
    claim = "По словам {}, насос дважды сломался в августе."
    assert codes(claim.format("полиции"), sentence, language="ru") == ["other"]
    assert codes(claim.format("профсоюза"), sentence, language="ru") == []


def test_one_source_that_has_the_claimed_office_say_so_is_enough() -> None:
    police = source_of(PUMP, number=1, language="en")
    mayor = source_of("The pump failed twice in August, the mayor said.", number=2, language="en")
    claim = "The pump failed twice in August, the mayor said."
    assert codes_of(claim, police, mayor, labels=["1.1", "2.1"]) == []
    assert codes_of(claim, police, labels=["1.1"]) == ["other"]


def test_in_arabic_the_speaker_may_stand_before_the_verb() -> None:
    sentence = "وكانت الشرطة قد قالت يوم الأحد إن المضخة تعطلت مرتين في أغسطس."
    assert codes("قالت النقابة إن المضخة تعطلت مرتين في أغسطس.", sentence, language="ar") == ["other"]
    assert codes("قالت الشرطة إن المضخة تعطلت مرتين في أغسطس.", sentence, language="ar") == []


def test_a_claim_about_something_else_is_not_compared() -> None:
    assert codes("The mayor said the museum opens at noon on Sundays.", PUMP) == []


@pytest.mark.parametrize(
    ("language", "word", "kinds"),
    [
        ("en", "police", {"police"}),
        ("en", "spokeswoman", set()),
        ("de", "Polizeisprecherin", {"police"}),
        ("de", "Polizeigewerkschaft", {"union"}),
        ("ru", "министерством", {"ministry"}),
        ("ru", "заводской", set()),
        ("ar", "والوزارة", {"ministry"}),
        ("es", "alcaldesa", {"mayor"}),
    ],
)
def test_a_noun_in_any_form_tells_its_kind(language: str, word: str, kinds: set[str]) -> None:
    assert {kind.name for kind in kinds_of([fold(word)], language)} == kinds
