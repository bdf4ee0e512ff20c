"""Who says what in a sentence: speaker, cue and content are found by words and punctuation, and in doubt nothing is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.checking.attributing.reporting import Report, find_reports


def parts(report: Report, text: str) -> tuple[str | None, str, str]:
    return report.speaker.of(text) if report.speaker else None, report.cue.of(text), report.content.of(text)


def only(text: str, language: str = "en") -> tuple[str | None, str, str]:
    (report,) = find_reports(text, language)
    return parts(report, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that the quay is closed.", ("The mayor", "said", "the quay is closed")),
        ("The mayor said the quay is closed.", ("The mayor", "said", "the quay is closed")),
        ("The quay is closed, the mayor said.", ("the mayor", "said", "The quay is closed")),
        ("The quay is closed, said the mayor.", ("the mayor", "said", "The quay is closed")),
        ("The quay is closed, the mayor said on Tuesday.", ("the mayor", "said", "The quay is closed")),
        ("The quay is closed, according to the mayor.", ("the mayor", "according to", "The quay is closed")),
        ("According to the mayor, the quay is closed.", ("the mayor", "According to", "the quay is closed")),
        ("The mayor told reporters on Monday that the quay is closed.", ("The mayor", "told", "the quay is closed")),
        (
            "The mayor, a former pilot, said the quay is closed.",
            ("The mayor, a former pilot", "said", "the quay is closed"),
        ),
        ("The mayor (Harbour Party) said the quay is closed.", ("The mayor", "said", "the quay is closed")),
        ("The quay is closed, the mayor told the Gazette.", ("the mayor", "told", "The quay is closed")),
        ("“The quay is closed,” the mayor said.", ("the mayor", "said", "The quay is closed")),
        ("The mayor has repeatedly warned that the quay may fall.", ("The mayor", "warned", "the quay may fall")),
        ("The mayor accused the port of hiding a report.", ("The mayor", "accused", "the port of hiding a report")),
        ("There is a claim that the quay is unsafe.", (None, "claim", "the quay is unsafe")),
        ("The port is accused of hiding a report.", (None, "is accused of", "The port is accused of hiding a report")),
    ],
)
def test_a_report_has_a_speaker_a_cue_and_what_it_governs(text: str, expected: tuple[str | None, str, str]) -> None:
    assert [parts(each, text) for each in find_reports(text, "en")] == [expected]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Der Minister sagte, die Brücke sei sicher.", ("Der Minister", "sagte", "die Brücke sei sicher")),
        ("de", "Am Montag sagte der Minister, dass die Brücke hält.", ("der Minister", "sagte", "die Brücke hält")),
        ("de", "Die Brücke ist sicher, sagte der Minister.", ("der Minister", "sagte", "Die Brücke ist sicher")),
        ("de", "Laut Polizei starb ein Mann.", ("Polizei", "Laut", "starb ein Mann")),
        ("de", "Der Polizei zufolge starb ein Mann.", ("Der Polizei", "zufolge", "starb ein Mann")),
        ("es", "El alcalde dijo que el puente es seguro.", ("El alcalde", "dijo", "el puente es seguro")),
        ("es", "El puente es seguro, dijo el alcalde.", ("el alcalde", "dijo", "El puente es seguro")),
        ("es", "Según la policía, murió un hombre.", ("la policía", "Según", "murió un hombre")),
        ("fr", "Le maire a déclaré que le pont est sûr.", ("Le maire", "déclaré", "le pont est sûr")),
        ("fr", "Le pont est sûr, a déclaré le maire.", ("le maire", "déclaré", "Le pont est sûr")),
        ("fr", "Selon la police, un homme est mort.", ("la police", "Selon", "un homme est mort")),
        ("ru", "Мэр заявил, что мост безопасен.", ("Мэр", "заявил", "мост безопасен")),
        ("ru", "«Мост безопасен», — сказал мэр.", ("мэр", "сказал", "Мост безопасен")),
        ("ru", "По словам мэра, мост безопасен.", ("мэра", "По словам", "мост безопасен")),
        ("ar", "قال الوزير إن الجسر آمن.", ("الوزير", "قال", "الجسر آمن")),
    ],
)
def test_each_language_reports_in_its_own_way(language: str, text: str, expected: tuple[str, str, str]) -> None:
    assert only(text, language) == expected


def test_what_stands_on_both_sides_of_its_cue_is_two_reports_with_one_cue() -> None:
    text = "“We will repair the quay,” the mayor said, “before the summer.”"
    found = find_reports(text, "en")
    assert [each.content.of(text) for each in found] == ["We will repair the quay", "before the summer"]
    assert len({each.cue for each in found}) == 1
    assert all(each.quoted for each in found)


def test_two_speakers_of_one_sentence_have_each_their_own() -> None:
    text = "The mayor said the quay is safe, but the divers said it may fall."
    assert [parts(each, text) for each in find_reports(text, "en")] == [
        ("The mayor", "said", "the quay is safe"),
        ("the divers", "said", "it may fall"),
    ]


def test_a_participle_has_the_speaker_of_the_verb_before_it() -> None:
    text = "The mayor said the quay is closed, adding that it will be repaired."
    assert parts(find_reports(text, "en")[1], text) == ("The mayor", "adding", "it will be repaired")


@pytest.mark.parametrize(
    "text",
    [
        "The claims of the port were settled last year.",
        "The report on the quay has two hundred pages.",
        "The quay of the United States Navy was rebuilt.",
        "She was told off by the harbour master.",
        "Divers found a wreck under the quay.",
        "“He said nothing to us about the quay” stood on a wall.",
    ],
)
def test_words_that_look_like_cues_report_nothing(text: str) -> None:
    assert find_reports(text, "en") == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le navire était assuré pour cette somme."),
        ("de", "Das Schiff war für diese Summe versichert."),
        ("es", "El barco estaba asegurado por esa suma."),
    ],
)
def test_what_is_insured_is_not_assured(language: str, text: str) -> None:
    assert find_reports(text, language) == ()


@pytest.mark.parametrize("language", ["pl", "ja", "tr"])
def test_a_language_without_word_lists_has_no_reports(language: str) -> None:
    assert find_reports("The mayor said that the quay is closed.", language) == ()


def test_the_language_is_told_from_the_words_where_nobody_names_it() -> None:
    assert only("Der Minister sagte, dass die Brücke und der Steg sicher sind.", "und")[1] == "sagte"
    assert only("The mayor said that the quay is closed.", "und")[1] == "said"


@given(
    st.lists(
        st.sampled_from(
            ["said", "the", "Mayor", "that", ",", "“", "”", "(", ")", ".", "according to", "and", "not", ";"]
        ),
        max_size=120,
    ).map(" ".join)
)
def test_any_heap_of_cues_and_marks_has_reports_within_the_text(text: str) -> None:
    for each in find_reports(text, "en"):
        spans = [each.cue, each.content, *([each.speaker] if each.speaker else [])]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


def test_a_text_made_of_cues_has_a_bounded_number_of_reports() -> None:
    assert len(find_reports("the mayor said, " * 2_000, "en")) <= 80
