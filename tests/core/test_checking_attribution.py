"""C5: what somebody said stays theirs."""

import pytest

from bot.core.checking import attribution
from bot.core.checking.statement import resolve
from bot.core.knowledge import Knowledge
from bot.core.name_table import NameTable
from tests.core.attribution_cases import codes, codes_of
from tests.core.checking_sources import source_of

UNSAFE = "The divers claimed that the northern quay is unsafe for lorries."
REPAIRED = "The northern quay was repaired in spring, the harbour office said."


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (UNSAFE, "The northern quay is unsafe for lorries."),
        ("The northern quay will fall within a year, the divers said.", "The northern quay will fall within a year."),
        ("Critics say the northern quay wastes public money.", "The northern quay wastes public money."),
        ("The mayor accused the port of hiding a report.", "The port hid a report."),
        ("“The northern quay is a disgrace,” the mayor said.", "The northern quay is a disgrace."),
        ("A source said the northern quay has sunk by a metre.", "The northern quay has sunk by a metre."),
    ],
)
def test_what_is_disputed_by_nature_keeps_its_speaker(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == ["dropped"]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (REPAIRED, "The northern quay was repaired in spring."),
        ("According to the harbour office, the quay is 300 metres long.", "The quay is 300 metres long."),
        ("The harbour office said that divers worked there in May.", "Divers worked there in May."),
    ],
)
def test_what_is_plainly_reported_keeps_its_speaker_if_it_can(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == ["dropped_plain"]


@pytest.mark.parametrize(
    "claim",
    [
        "The divers said that the northern quay is unsafe for lorries.",
        "According to the divers, the northern quay is unsafe for lorries.",
        "The northern quay is unsafe for lorries, the divers argued.",
        "The northern quay is called unsafe for lorries by the divers.",
        "The northern quay is allegedly unsafe for lorries.",
    ],
)
def test_a_claim_that_says_who_says_so_in_any_words_keeps_the_speaker(claim: str) -> None:
    assert codes(claim, UNSAFE) == []


def test_the_finding_names_the_speaker_and_the_cue_of_the_source() -> None:
    statement = resolve("The northern quay is unsafe.", ["1.1"], (source_of(UNSAFE, language="en"),), language="en")
    (found,) = attribution.check(statement, knowledge=Knowledge())
    assert (found.code, found.words) == ("attribution.dropped", "The divers claimed")


def test_an_attribution_beside_the_text_does_not_count() -> None:
    source = source_of(UNSAFE, language="en")
    statement = resolve(
        "The northern quay is unsafe for lorries.", ["1.1"], (source,), language="en", attribution="the divers"
    )
    assert [each.code for each in attribution.check(statement, knowledge=Knowledge())] == ["attribution.dropped"]


def test_a_claim_about_another_part_of_the_sentence_needs_no_speaker() -> None:
    sentence = "The northern quay was closed on Monday, but the divers said that lorries had been warned."
    assert codes("The northern quay was closed on Monday.", sentence) == []


def test_a_claim_of_which_half_is_stated_by_the_source_itself_is_left_to_the_judge() -> None:
    sentence = "The northern quay was closed on Monday, but the divers said that lorries had been warned."
    assert codes("Lorries had been warned of the closed quay.", sentence) == []
    assert codes("Lorries had been warned.", sentence) == ["dropped_plain"]


def test_one_source_that_states_the_thing_itself_is_enough() -> None:
    said = source_of(UNSAFE, number=1, language="en")
    own = source_of("The northern quay is unsafe for lorries.", number=2, language="en")
    claim = "The northern quay is unsafe for lorries."
    assert codes_of(claim, said, own, labels=["1.1", "2.1"]) == []
    assert codes_of(claim, said, labels=["1.1"]) == ["dropped"]


def test_what_is_not_in_dispute_needs_no_speaker_where_the_headline_states_it() -> None:
    stated = source_of(REPAIRED, language="en", headline="Northern quay repaired in spring")
    silent = source_of(REPAIRED, language="en", headline="News from the harbour")
    claim = "The northern quay was repaired in spring."
    assert codes_of(claim, stated, labels=["1.1"]) == []
    assert codes_of(claim, silent, labels=["1.1"]) == ["dropped_plain"]


def test_words_of_saying_inside_what_is_said_do_not_keep_the_speaker() -> None:
    sentence = "The divers claimed that the port warned nobody of the northern quay."
    assert codes("The port warned nobody of the northern quay.", sentence) == ["dropped"]


def test_what_somebody_announces_of_itself_may_be_told_as_a_fact() -> None:
    sentence = "The ferry company announced that it has closed the northern quay."
    assert codes("The ferry company has closed the northern quay.", sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "claim"),
    [
        ("de", "Die Taucher behaupteten, dass der Kai gefährlich ist.", "Der Kai ist gefährlich."),
        ("es", "Los buzos aseguraron que el muelle es peligroso.", "El muelle es peligroso."),
        ("fr", "Les plongeurs estiment que le quai est dangereux.", "Le quai est dangereux."),
        ("ru", "Водолазы считают, что причал опасен.", "Причал опасен."),
    ],
)
def test_other_languages_keep_their_speakers_too(language: str, sentence: str, claim: str) -> None:
    assert codes(claim, sentence, language=language) == ["dropped"]
    assert codes(sentence, sentence, language=language) == []


def test_across_languages_only_a_sentence_that_is_a_report_as_a_whole_counts() -> None:
    source = source_of("Die Taucher behaupteten, dass der nördliche Kai gefährlich ist.", language="de")
    assert codes_of("The northern quay is dangerous.", source, labels=["1.1"]) == ["dropped"]
    assert codes_of("Divers said the northern quay is dangerous.", source, labels=["1.1"]) == []


def test_a_language_without_word_lists_is_left_alone() -> None:
    assert codes("The northern quay is unsafe for lorries.", UNSAFE, language="pl") == []
    source = source_of("Nurkowie twierdzą, że nabrzeże jest niebezpieczne.", language="pl")
    assert codes_of("The quay is unsafe.", source, labels=["1.1"]) == []


# ---------------------------------------------------------------- somebody else, more people

CREDITED = (
    "Harbour master Aldane said the crane toppled in the wind.",
    "The crane had been inspected in May.",
    "Nothing else was damaged.",
    "Councillor Bremore spoke of tides.",
)


def test_what_one_person_said_is_not_credited_to_another() -> None:
    assert codes("Bremore said the crane toppled in the wind.", *CREDITED) == ["other"]


@pytest.mark.parametrize(
    "claim",
    [
        "Aldane said the crane toppled in the wind.",
        "Harbour master Aldane said the crane toppled in the wind.",
        "The harbour master said the crane toppled in the wind.",
        "Harbour officials said the crane toppled in the wind.",
        "Bremore spoke of tides.",
    ],
)
def test_the_same_speaker_in_other_words_is_no_other(claim: str) -> None:
    assert codes(claim, *CREDITED) == []


def test_a_speaker_who_stands_in_the_sentence_before_is_no_other() -> None:
    sentences = ("Aldane runs the port.", "Its spokeswoman Corvane said the crane toppled in the wind.")
    assert codes("Aldane said the crane toppled in the wind.", *sentences, labels=["1.2"]) == []


def test_a_pronoun_names_nobody_so_that_nobody_is_another() -> None:
    sentences = ("Bremore spoke of tides.", "Ships left.", "Rain fell.", "He said the crane toppled in the wind.")
    assert codes("Bremore said the crane toppled in the wind.", *sentences, labels=["1.4"]) == []


def test_whoever_speaks_for_a_company_lends_it_his_words() -> None:
    sentences = (
        "Corvane said the crane toppled in the wind.",
        "Ships left.",
        "Rain fell.",
        "Tidewater’s director Corvane was there.",
    )
    assert codes("Tidewater said the crane toppled in the wind.", *sentences) == []


def test_another_writing_of_a_name_is_no_other_speaker() -> None:
    names = NameTable((("Northhaven", "Nordhafen"),))
    source = source_of("Nordhafen said the crane toppled in the wind.", language="en")
    statement = resolve("Northhaven said the crane toppled in the wind.", ["1.1"], (source,), language="en")
    assert attribution.check(statement, knowledge=Knowledge(names=names)) == ()
    found = attribution.check(statement, knowledge=Knowledge())
    assert [each.code for each in found] == ["attribution.other"]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("A source said the crane toppled in the wind.", "Sources said the crane toppled in the wind."),
        ("One expert said the crane was too old.", "Experts said the crane was too old."),
    ],
)
def test_one_speaker_does_not_become_several(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == ["plural"]


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Two sources said the crane toppled in the wind.", "Sources said the crane toppled in the wind."),
        ("A source said the crane toppled in the wind.", "A source said the crane toppled in the wind."),
        ("A source said the crane toppled in the wind, as did other sources.", "Sources said the crane toppled."),
        ("A source, one of several experts, said the crane was old.", "Experts said the crane was old."),
    ],
)
def test_several_speakers_stay_several(sentence: str, claim: str) -> None:
    assert codes(claim, sentence) == []


# ---------------------------------------------------------------- other words that keep a speaker


@pytest.mark.parametrize("verb", ["put the number of cranes at", "counted", "estimated the number of cranes at"])
def test_whoever_gives_a_figure_keeps_it(verb: str) -> None:
    sentence = "The port has 40 old cranes, according to the Gazette."
    assert codes(f"The Gazette {verb} 40 old cranes in the port.", sentence) == []
    assert codes("The port has 40 old cranes.", sentence) == ["dropped_plain"]


@pytest.mark.parametrize(
    ("language", "sentence", "claim"),
    [
        (
            "es",
            "Tampoco explicó la nota según la cual los buzos pidieron una grúa nueva, algo que niega la alcaldesa.",
            "La alcaldesa niega que los buzos pidieran una grúa nueva.",
        ),
        (
            "en",
            "According to the Gazette, the divers asked for a new crane, which the mayor denies.",
            "The mayor denies that the divers asked for a new crane.",
        ),
    ],
)
def test_what_is_denied_is_not_stated(language: str, sentence: str, claim: str) -> None:
    assert codes(claim, sentence, language=language) == []


def test_two_names_that_share_a_word_with_a_longer_writing_are_no_one_name() -> None:
    names = NameTable((("Greater Northhaven", "Nordhafen"),))
    source = source_of("Nordhafen said the crane toppled in the wind.", language="en")
    for claimed, expected in (("Greater Northhaven", []), ("Northhaven", ["attribution.other"])):
        statement = resolve(f"{claimed} said the crane toppled in the wind.", ["1.1"], (source,), language="en")
        found = attribution.check(statement, knowledge=Knowledge(names=names))
        assert [each.code for each in found] == expected
