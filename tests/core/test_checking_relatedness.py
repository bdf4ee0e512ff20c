"""C1: a claim speaks of what the sentences it cites speak of."""

import pytest

from bot.core.checking.coverage import coverage
from bot.core.checking.relatedness import check, doubts, without_padding
from bot.core.checking.statement import Statement, resolve
from bot.core.models import Source
from tests.core.checking_sources import source_of

FERRY = source_of(
    "The harbour authority halted the night ferry to Norderey after a pump failed.",
    "Engineers found rust in the second engine room.",
    "Tickets bought before Sunday will be refunded in full.",
    "The island council asked for a replacement bus over the dam.",
    "Fishermen blamed the long winter for the state of the fleet.",
    "The day ferry to Norderey keeps to its timetable.",
    headline="Night ferry halted",
    language="en",
)
BRIDGE = source_of(
    "A truck damaged the railing of the dam bridge on Monday.",
    "The night ferry to Norderey was halted, the harbour authority said, because a pump had failed.",
    number=2,
    headline="Dam bridge closed for repairs",
    language="en",
)


def stated(text: str, *labels: str, sources: tuple[Source, ...] = (FERRY, BRIDGE), language: str = "en") -> Statement:
    return resolve(text, labels, sources, language=language)


def elsewhere(statement: Statement) -> list[str]:
    found = check(statement)
    assert all((each.check, each.code) == ("citations", "citations.elsewhere") for each in found)
    return [each.words for each in found]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The night ferry to Norderey stopped after a pump failed.", "1.1"),
        ("A failed pump stopped the night ferry, according to the harbour authority.", "1.1"),
        ("Passengers who bought tickets before Sunday get their money back.", "1.3"),
        ("The fleet is in a bad state because of the winter, fishermen said.", "1.5"),
    ],
)
def test_a_claim_in_other_words_than_its_sentence_passes(text: str, label: str) -> None:
    assert elsewhere(stated(text, label)) == []


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The night ferry to Norderey stopped after a pump failed.", "1.3"),
        ("The night ferry to Norderey stopped after a pump failed.", "1.6"),
        ("Tickets bought before Sunday will be refunded.", "1.5"),
        ("The island council asked for a bus over the dam.", "1.2"),
    ],
)
def test_a_claim_made_from_another_sentence_names_the_label_it_cites(text: str, label: str) -> None:
    assert elsewhere(stated(text, label)) == [label]


def test_a_claim_of_which_its_sentence_has_nothing_is_sent_back_even_if_no_sentence_fits_better() -> None:
    assert elsewhere(stated("A chess club in Lugano won three trophies.", "1.3")) == ["1.3"]


def test_each_of_several_sources_must_be_related() -> None:
    text = "The harbour authority halted the night ferry to Norderey after a pump failed."
    assert elsewhere(stated(text, "1.1", "2.2")) == []
    assert elsewhere(stated(text, "1.1", "2.1")) == ["2.1"]


def test_a_second_source_may_say_less() -> None:
    brief = source_of("A pump failed on the ferry.", "Nothing else happened.", number=2, language="en")
    text = "The harbour authority halted the night ferry to Norderey after a pump failed."
    assert elsewhere(stated(text, "1.1", "2.1", sources=(FERRY, brief))) == []


def test_a_name_counts_where_it_stands_beside_the_cited_sentence() -> None:
    sentences = ("Norderey lost its doctor.", "The practice had been open for years.", "A ferry comes.", "It rains.")
    text = "The practice on Norderey had been open for years."
    near, far = (
        coverage(text, stated(text, label, sources=(source_of(*order, headline="", language="en"),)).passages[0])
        for order, label in ((sentences, "1.2"), ((*sentences[1:], sentences[0]), "1.1"))
    )
    assert far.share < near.share < 1
    assert far.share_of_known() < near.share_of_known()


def test_words_are_compared_without_their_endings() -> None:
    source = source_of("The ferries carried passengers.", "Nobody came.", headline="", language="en")
    text = "A ferry carries a passenger."
    covered = coverage(text, stated(text, "1.1", sources=(source,)).passages[0])
    assert all(term.cited for term in covered.terms if term.telling)


def test_a_claim_of_one_telling_word_is_not_judged() -> None:
    assert elsewhere(stated("It sank.", "1.3")) == []


def test_of_two_telling_words_the_cited_sentences_have_one() -> None:
    source = source_of("A storm closed the harbour.", "Totally unrelated, honestly.", headline="", language="en")
    assert elsewhere(stated("Totally unrelated!", "1.1", sources=(source,))) == ["1.1"]
    assert elsewhere(stated("The harbour closed early.", "1.1", sources=(source,))) == []
    assert elsewhere(stated("Harbour shut.", "1.1", sources=(source,))) == []


class TestOtherLanguages:
    def test_a_claim_in_another_language_is_not_judged_by_its_words(self) -> None:
        text = "Die Nachtfähre fährt nach einem Schaden an der Pumpe nicht mehr."
        assert elsewhere(stated(text, "1.3", language="de")) == []
        assert doubts(stated(text, "1.3", language="de")) == ()

    SHIPS = source_of(
        "The Aurelia left Palermo with 412 passengers.",
        "Rain fell all day on the coast.",
        "Nobody waited at the pier.",
        "A band played until late.",
        headline="A ship leaves",
        language="en",
    )

    def test_but_by_the_names_and_numbers_that_stand_elsewhere_in_the_article(self) -> None:
        text = "Die Aurelia verließ Palermo mit 412 Passagieren."
        assert elsewhere(stated(text, "1.4", sources=(self.SHIPS,), language="de")) == ["1.4"]
        assert elsewhere(stated(text, "1.1", sources=(self.SHIPS,), language="de")) == []

    @pytest.mark.parametrize(
        ("language", "sentences", "text"),
        [
            (
                "ru",
                ("Паром на остров остановили из-за поломки насоса.", "Рыбаки жаловались на долгую зиму и лёд."),
                "Из-за сломанного насоса остановили паром на остров.",
            ),
            (
                "ar",
                ("توقفت العبارة الليلية إلى الجزيرة بعد عطل في المضخة.", "اشتكى الصيادون من الشتاء الطويل والجليد."),
                "عطل في المضخة أوقف العبارة الليلية إلى الجزيرة.",
            ),
            (
                "ja",
                ("ポンプの故障で島への夜行フェリーが止まった。", "漁師たちは長い冬と氷に不満を述べた。"),
                "島への夜行フェリーはポンプの故障で止まった。",
            ),
        ],
    )
    def test_every_script_is_compared(self, language: str, sentences: tuple[str, ...], text: str) -> None:
        source = source_of(*sentences, headline="", language=language)
        assert elsewhere(stated(text, "1.1", sources=(source,), language=language)) == []
        assert elsewhere(stated(text, "1.2", sources=(source,), language=language)) == ["1.2"]


class TestThinEvidence:
    def test_the_words_that_the_evidence_lacks_are_named(self) -> None:
        text = "Engineers found rust, and the island council demanded compensation from Norderey shipping."
        (doubt,) = doubts(stated(text, "1.2"))
        assert (doubt.check, doubt.code) == ("citations", "citations.thin")
        assert {"council", "compensation"} <= set(doubt.words.split())
        assert not {"Engineers", "rust", "and", "the"} & set(doubt.words.split())

    def test_a_claim_that_its_sentence_carries_leaves_no_doubt(self) -> None:
        assert doubts(stated("Engineers found rust in the second engine room.", "1.2")) == ()

    def test_what_a_second_source_has_is_not_missing(self) -> None:
        text = "A pump failed and a truck damaged the railing of the dam bridge."
        assert all("truck" not in each.words for each in doubts(stated(text, "1.1", "2.1")))


class TestPaddedCitations:
    TEXT = "The night ferry to Norderey was halted after a pump failed."

    def slim(self, *labels: str, passes: bool = True, text: str = TEXT, language: str = "en") -> tuple[str, ...]:
        return without_padding(stated(text, *labels, language=language), passes=lambda _: passes).labels

    def test_a_sentence_without_a_word_of_the_claim_is_left_out(self) -> None:
        assert self.slim("1.1", "1.2", "1.5") == ("1.1",)

    def test_not_where_the_claim_fails_without_it(self) -> None:
        assert self.slim("1.1", "1.2", passes=False) == ("1.1", "1.2")

    def test_not_where_it_shares_a_word(self) -> None:
        assert self.slim("1.1", "1.4", text="The night ferry was halted and a bus asked for.") == ("1.1", "1.4")

    def test_the_last_sentence_of_a_source_stays(self) -> None:
        assert self.slim("1.2") == ("1.2",)
        assert self.slim("1.1", "2.1") == ("1.1", "2.1")

    def test_nothing_is_left_out_across_languages(self) -> None:
        labels = self.slim("1.1", "1.2", text="Die Nachtfähre wurde gestoppt und die Pumpe war defekt.", language="de")
        assert labels == ("1.1", "1.2")

    def test_the_evidence_follows_the_labels(self) -> None:
        kept = without_padding(stated(self.TEXT, "1.1", "1.2"), passes=lambda _: True)
        assert [each.label for each in kept.cited] == ["1.1"]
