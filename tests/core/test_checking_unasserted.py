"""C5: what a sentence leaves open is no fact in a claim."""

import pytest

from bot.core.checking import attribution
from bot.core.checking.attributing import unasserted
from bot.core.knowledge import Knowledge
from tests.core.attribution_cases import codes, codes_of, state
from tests.core.checking_sources import source_of


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Police are investigating whether the driver ignored a red light.", "The driver ignored a red light."),
        ("Police opened an inquiry into whether the driver ignored a red light.", "The driver ignored a red light."),
        ("It was not clear whether the storm damaged the bridge.", "The storm damaged the bridge."),
        ("It was unclear if the storm damaged the bridge.", "The storm damaged the bridge."),
        ("The court was asked to uphold the ban on fishing nets.", "The court upheld the ban on fishing nets."),
        ("The firm is under investigation for dumping waste in the bay.", "The firm dumped waste in the bay."),
        ("Police are investigating the firm for dumping waste in the bay.", "The firm dumped waste in the bay."),
        ("The council is considering closing the northern pier.", "The council is closing the northern pier."),
        ("The council is planning not to open the northern pier.", "The council will not open the northern pier."),
        ("The crew has not ruled out arson as the cause of the blaze.", "Arson was the cause of the blaze."),
        ("The northern port will close if the strike goes ahead.", "The northern port will close."),
        ("If the strike goes ahead, the northern port will close.", "The northern port will close."),
    ],
)
def test_the_matter_of_an_inquiry_or_a_condition_is_no_fact(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == ["hedge"]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("The mayor denied taking bribes from builders.", "The mayor took bribes from builders."),
        ("The mayor denied that builders paid for the trip.", "Builders paid for the trip."),
    ],
)
def test_what_somebody_denies_is_no_fact(sentence: str, claim: str) -> None:
    assert "hedge" in codes(claim, sentence)


def test_a_denial_may_be_told_as_what_the_speaker_says() -> None:
    sentence = "The mayor denied taking bribes from builders."
    assert codes("The mayor said he did not take bribes from builders.", sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "claim"),
    [
        ("de", "Die Polizei ermittelt, ob der Fahrer das Signal missachtete.", "Der Fahrer missachtete das Signal."),
        ("de", "Der Rat will den nördlichen Hafen schließen.", "Der Rat schließt den nördlichen Hafen."),
        ("de", "Der Fahrer soll das Signal missachtet haben.", "Der Fahrer hat das Signal missachtet."),
        ("es", "La policía investiga si el conductor ignoró la señal.", "El conductor ignoró la señal."),
        ("es", "El alcalde habría cobrado sobornos de empresas.", "El alcalde cobró sobornos de empresas."),
        ("fr", "La police enquête pour savoir si le pilote a ignoré le signal.", "Le pilote a ignoré le signal."),
        ("fr", "Le maire aurait touché des commissions occultes.", "Le maire a touché des commissions occultes."),
        ("ru", "Полиция выясняет, нарушил ли водитель правила движения.", "Водитель нарушил правила движения."),
        ("ru", "Совет рассматривает возможность закрыть северный причал.", "Совет закроет северный причал."),
        ("ar", "تحقق الشرطة فيما إذا كان السائق تجاوز الإشارة الحمراء.", "السائق تجاوز الإشارة الحمراء."),
    ],
)
def test_each_language_leaves_things_open_in_its_own_words(language: str, sentence: str, claim: str) -> None:
    assert codes(claim, sentence, language=language) == ["hedge"]
    assert codes(sentence, sentence, language=language) == []


@pytest.mark.parametrize(
    ("language", "sentence", "claim"),
    [
        ("es", "El alcalde negó haber cobrado sobornos de empresas.", "El alcalde cobró sobornos de empresas."),
        ("fr", "Le maire a nié avoir touché des commissions occultes.", "Le maire a touché des commissions occultes."),
        ("ru", "Мэр отрицает, что строители оплатили поездку.", "Строители оплатили поездку."),
    ],
)
def test_each_language_denies_in_its_own_words(language: str, sentence: str, claim: str) -> None:
    assert "hedge" in codes(claim, sentence, language=language)
    assert codes(sentence, sentence, language=language) == []


@pytest.mark.parametrize(
    "claim",
    [
        "Police are examining if the driver ignored a red light.",
        "The driver is suspected of ignoring a red light.",
        "The driver may have ignored a red light.",
    ],
)
def test_a_claim_with_a_word_of_doubt_of_its_own_is_left_alone(claim: str) -> None:
    assert codes(claim, "Police are investigating whether the driver ignored a red light.") == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "Police are investigating whether a fire at the hotel that killed three people was set on purpose.",
            "A fire at the hotel killed three people.",
        ),
        (
            "Police are investigating whether the driver slept, after the car hit three people on the quay.",
            "The car hit three people on the quay.",
        ),
        ("The port will close regardless of whether the strike goes ahead.", "The port will close, strike or not."),
        ("The port will close if the strike goes ahead.", "The port will close once the strike goes ahead."),
        (
            "The board said the port will close on Monday and asked if boats leave.",
            "The board said the port will close on Monday.",
        ),
        ("The port will close on Monday and boats will leave if rain falls.", "The port will close on Monday."),
        ("The port will close on Monday, if necessary at noon.", "The port will close on Monday."),
        ("The council closed the pier and asked whether the road should open.", "The council closed the pier."),
    ],
)
def test_what_a_sentence_takes_for_granted_or_states_is_not_open(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == []


def test_a_question_that_its_sentence_answers_is_not_open() -> None:
    sentence = "Asked whether the port will close on Friday, the mayor said it will."
    assert unasserted.check(state("The mayor said the port will close on Friday.", sentence)) == ()


def test_another_cited_sentence_that_states_the_thing_bears_the_claim_out() -> None:
    claim = "The driver ignored a red light."
    opened = "Police are investigating whether the driver ignored a red light."
    stated = "The driver ignored a red light on the quay."
    assert codes(claim, opened, stated, labels=["1.1"]) == ["hedge"]
    assert codes(claim, opened, stated, labels=["1.1", "1.2"]) == []


def test_across_languages_nothing_open_is_compared() -> None:
    source = source_of("Die Polizei ermittelt, ob Talbach Seeheim betrog.", language="de")
    assert codes_of("Talbach Seeheim.", source, labels=["1.1"]) == []


def test_the_finding_has_the_words_that_leave_it_open() -> None:
    sentence = "Police are investigating whether the driver ignored a red light."
    (found,) = attribution.check(state("The driver ignored a red light.", sentence), knowledge=Knowledge())
    assert found.words == "investigating whether"


def test_a_sentence_of_nothing_but_openers_ends() -> None:
    sentence = "whether if denied that considering closing " * 120
    assert unasserted.check(state("The driver ignored a red light.", sentence)) == ()


# ---------------------------------------------------------------- hedges, plurals and evidence beside it


def test_trying_and_attempting_are_one() -> None:
    sentence = "Two rivals are attempting to copy the design."
    assert codes("Two rivals try to copy the design.", sentence) == []
    assert codes("Two rivals will copy the design.", sentence) == ["hedge"]


def test_a_hedge_of_one_cited_sentence_does_not_bind_what_another_states() -> None:
    hedged = "The storm made possible damage to the northern pier a worry."
    stated = "The storm brought heavy damage to the pier in the north, northern divers found."
    claim = "The storm brought damage to the northern pier."
    assert codes(claim, hedged, stated, labels=["1.1", "1.2"]) == []
    assert codes(claim, hedged, labels=["1.1"]) == ["hedge"]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("An official of the port said the pier will close.", "Sources said the pier will close."),
        ("One official said the pier will close.", "Sources said the pier will close."),
        ("A professor warned that the dam is too old.", "Experts warn that the dam is too old."),
    ],
)
def test_one_speaker_is_no_crowd(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == ["plural"]


@pytest.mark.parametrize(
    "sentence",
    [
        "A professor and an economist warned that the dam is too old.",
        "A professor and her team warned that the dam is too old.",
        "Professors warned that the dam is too old.",
    ],
)
def test_two_speakers_may_be_a_plural(sentence: str) -> None:
    assert codes("Experts warn that the dam is too old.", sentence) == []


def test_that_there_is_evidence_for_something_is_a_judgement() -> None:
    sentence = "The agency stated that there is evidence that the firm dumped waste in the bay."
    assert codes("The firm dumped waste in the bay.", sentence) == ["dropped"]
