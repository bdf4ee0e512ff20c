"""Who is quoted in the sources, and who of them is named nowhere in the brief."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.locales import Locales
from bot.core.knowledge import Knowledge
from bot.core.message.document import Text
from bot.core.message.notes import notes
from bot.core.models import (
    Brief,
    Claim,
    Difference,
    Evidence,
    Origin,
    QuotedSpeaker,
    Receipt,
    Source,
    Version,
)
from bot.core.name_table import NameTable
from bot.core.quoted_speakers import find_quoted_speakers, unnamed_speakers
from bot.core.speaker_offices import is_bare
from tests.core.checking_sources import source_of

LOCALES = Path(__file__).parent.parent.parent / "config" / "locales"
CLOSED = "The council closed the old bridge on Monday."
MAYOR = "“Nobody will be left behind,” the mayor said."
PORT = "“We were not told of it,” the port authority said."


def quoted(*sentences: str, language: str = "en") -> list[str]:
    """Return the names of those quoted, in order."""
    return [each.speaker.name for each in find_quoted_speakers(source_of(*sentences, language=language))]


def claim_on(source: Source, text: str = CLOSED, *, place: int = 1, attribution: str | None = None) -> Claim:
    sentence = source.sentences[place - 1]
    return Claim(text=text, evidence=(Evidence.of(sentence),), attribution=attribution)


def brief_of(
    *sources: Source, claims: tuple[Claim, ...] | None = None, language: str = "en", **fields: object
) -> Brief:
    made = claims if claims is not None else (claim_on(sources[0]),)
    return Brief(
        headline="Bridge closed", language=language, claims=made, sources=sources, receipt=Receipt(writer="model"),
        **fields,
    )  # fmt: skip


def unnamed(*sources: Source, knowledge: Knowledge | None = None, **fields: object) -> list[str]:
    brief = brief_of(*sources, **fields)  # type: ignore[arg-type]
    return [each.name for each in unnamed_speakers(brief, knowledge=knowledge or Knowledge())]


class TestWhoIsQuoted:
    @pytest.mark.parametrize(
        ("sentence", "name", "language"),
        [
            ("“Nobody will be left behind,” the mayor said.", "the mayor", "en"),
            ("“Nobody will be left behind,” said the mayor of Lune.", "the mayor of Lune", "en"),
            ("The harbour master said: “The pump was old and weak.”", "the harbour master", "en"),
            ("Norvia said it was “not able to pay its staff”.", "Norvia", "en"),
            ("“We cannot pay our staff now,” a Norvia spokeswoman said.", "a Norvia spokeswoman", "en"),
            ("Radio North reported that the dam was “about to break soon”.", "Radio North", "en"),
            ("“The gate has been open since Friday,” the Bank of Lune said.", "Bank of Lune", "en"),
            ("According to the union, the pay is “an insult to its members”.", "the union", "en"),
            ("“We never saw the report,” its chairwoman said.", "chairwoman", "en"),
            ("„Niemand wird hier zurückgelassen“, sagte die Bürgermeisterin.", "die Bürgermeisterin", "de"),
            ("«Nadie se va a quedar atrás», dijo el alcalde de Lune.", "el alcalde de Lune", "es"),
            ("« Personne ne sera laissé de côté », a déclaré la maire.", "la maire", "fr"),
            ("«Никто не останется без помощи», — сказал мэр города.", "мэр города", "ru"),
        ],
    )
    def test_the_speaker_of_a_quotation_is_found(self, sentence: str, name: str, language: str) -> None:
        assert quoted(sentence, language=language) == [name]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The mayor said nobody would be left behind.",
            "The mayor called it “a shame”.",
            "The mayor read “The Long Way Home to Lune” on the ferry.",
            "“Nobody will be left behind.”",
            "“Nobody will be left behind,” one said.",
            "“Nobody will be left behind,” critics said.",
            "“Nobody will be left behind,” the poster said.",
            "“Nobody will be left behind,” he said.",
        ],
    )
    def test_nobody_in_particular_is_nobody(self, sentence: str) -> None:
        assert quoted(sentence) == []

    def test_he_is_the_last_one_who_said_something(self) -> None:
        before = ("The harbour master said the pump was old.", "“It was to be replaced in May,” he added.")
        assert quoted(*before) == ["the harbour master"]

    def test_he_is_nobody_where_the_last_speaker_is_far_away(self) -> None:
        between = ["The gate is of steel."] * 5
        assert quoted("The mayor said the pump was old.", *between, "“It was to be replaced in May,” he said.") == []

    def test_a_quotation_within_a_reported_clause_is_the_one_who_reports_it(self) -> None:
        assert quoted("The mayor said that the firm had “never paid for the pump”.") == ["the mayor"]

    @pytest.mark.parametrize("language", ["nl", "ja"])
    def test_a_language_without_words_of_saying_has_no_speakers(self, language: str) -> None:
        assert quoted(MAYOR, language=language) == []

    def test_a_name_is_one_short_line_of_words(self) -> None:
        long = "the " + "very " * 40 + "old mayor"
        assert quoted(f"“Nobody will be left behind,” {long} said.") == []
        assert quoted("“Nobody will be left behind,” the [mayor](https://evil.example) said.") in ([], ["the mayor"])

    @given(st.text(alphabet="ab THE“”\"'., said[]()@/\n", max_size=300))
    def test_whatever_the_article_says_a_name_has_no_marks(self, text: str) -> None:
        sentence = text.strip() or "x"
        for name in quoted(sentence, MAYOR + " " + sentence):
            assert 0 < len(name) <= 60
            assert not set('[]()<>@/\\\n“”"') & set(name)


class TestWhoIsUnnamed:
    def test_a_speaker_whom_nothing_names_is_listed_with_the_sentence(self) -> None:
        source = source_of(CLOSED, MAYOR)
        (speaker,) = unnamed_speakers(brief_of(source), knowledge=Knowledge())
        assert speaker == QuotedSpeaker(name="the mayor", evidence=Evidence.of(source.sentences[1]))

    def test_a_speaker_in_a_claim_is_named(self) -> None:
        source = source_of(CLOSED, MAYOR)
        assert unnamed(source, claims=(claim_on(source, "The mayor promised help."),)) == []

    def test_a_speaker_in_an_attribution_is_named(self) -> None:
        source = source_of(CLOSED, MAYOR)
        assert unnamed(source, claims=(claim_on(source, attribution="the mayor of Lune"),)) == []

    def test_a_speaker_in_the_evidence_shown_is_named(self) -> None:
        source = source_of(CLOSED, MAYOR)
        assert unnamed(source, claims=(claim_on(source, "Help is promised.", place=2),)) == []

    def test_a_speaker_in_a_version_is_named(self) -> None:
        source = source_of(CLOSED, MAYOR)
        said = Version(text="The mayor: 12 boats.", evidence=(Evidence.of(source.sentences[0]),))
        other = Version(text="13 boats.", evidence=(Evidence.of(source.sentences[0]),))
        assert unnamed(source, differences=(Difference(kind="number", versions=(said, other)),)) == []

    def test_an_origin_is_named(self) -> None:
        source = source_of(CLOSED, "Radio North reported that the dam was “about to break soon”.")
        assert unnamed(source) == ["Radio North"]
        assert unnamed(source, origins=(Origin(name="Radio North", sources=(1,)),)) == []

    def test_a_surname_is_enough_to_be_named(self) -> None:
        source = source_of(CLOSED, "“Nobody will be left behind,” said Harbour Master Bergquist.")
        assert unnamed(source) == ["Harbour Master Bergquist"]
        assert unnamed(source, claims=(claim_on(source, "Bergquist promised help."),)) == []

    def test_the_office_beside_a_name_is_enough_to_be_named(self) -> None:
        source = source_of(CLOSED, "“Nobody will be left behind,” said Bergquist, the mayor of Lune.")
        assert unnamed(source) == ["Bergquist"]
        assert unnamed(source, claims=(claim_on(source, "The mayor promised help."),)) == []

    def test_another_writing_of_a_name_is_enough(self) -> None:
        source = source_of(CLOSED, "“We were not told of it,” the United Nations said.")
        table = Knowledge(names=NameTable((("United Nations", "U.N."),)))
        claims = (claim_on(source, "The U.N. is not involved."),)
        assert unnamed(source, claims=claims) == ["United Nations"]
        assert unnamed(source, claims=claims, knowledge=table) == []

    def test_one_person_in_two_articles_is_listed_once_and_by_the_first(self) -> None:
        one = source_of(CLOSED, "“Nobody will be left behind,” said Master Bergquist.", number=1)
        two = source_of(CLOSED, "“We will pay for it all,” Bergquist said.", PORT, number=2)
        assert unnamed(one, two) == ["Master Bergquist", "the port authority"]

    def test_six_are_listed_in_the_order_of_the_sources(self) -> None:
        offices = ["mayor", "judge", "captain", "bishop", "minister", "governor", "baker", "consul"]
        said = [f"“Nobody will be left behind,” the {office} said." for office in offices]
        assert unnamed(source_of(CLOSED, *said)) == [f"the {office}" for office in offices[:6]]

    def test_a_brief_without_quotations_lists_nobody(self) -> None:
        assert unnamed(source_of(CLOSED, "The gate is of steel.")) == []


class TestTheLine:
    @staticmethod
    def said(brief: Brief, language: str = "en") -> str:
        lines = notes(brief, Locales(LOCALES, language=language))
        return "".join(span.text for line in lines[:1] for span in line.spans if isinstance(span, Text))

    def test_each_name_is_followed_by_the_marker_of_its_source(self) -> None:
        one, two = source_of(CLOSED, MAYOR), source_of(CLOSED, PORT, number=2)
        brief = brief_of(one, two)
        brief = brief.model_copy(update={"also_quoted": unnamed_speakers(brief, knowledge=Knowledge())})
        assert self.said(brief) == "Also quoted: the mayor [1], the port authority [2]."

    def test_nobody_is_no_line(self) -> None:
        assert notes(brief_of(source_of(CLOSED)), Locales(LOCALES)) == ()

    @pytest.mark.parametrize("language", ["ar", "de", "en", "es", "ru"])
    def test_it_is_said_in_every_language(self, language: str) -> None:
        source = source_of(CLOSED, MAYOR)
        speaker = QuotedSpeaker(name="the mayor", evidence=Evidence.of(source.sentences[1]))
        said = self.said(brief_of(source, also_quoted=(speaker,)), language)
        assert "the mayor [1]" in said

    def test_a_name_is_shut_off_where_the_line_runs_the_other_way(self) -> None:
        source = source_of(CLOSED, MAYOR)
        speaker = QuotedSpeaker(name="the mayor", evidence=Evidence.of(source.sentences[1]))
        (line,) = notes(brief_of(source, language="ar", also_quoted=(speaker,)), Locales(LOCALES, language="ar"))
        assert [span.text for span in line.spans if isinstance(span, Text) and span.isolated] == ["the mayor"]

    def test_a_hostile_name_is_shown_as_words_and_nothing_hidden(self) -> None:
        source = source_of(CLOSED, MAYOR)
        speaker = QuotedSpeaker(name="the\u202e mayor\n\n# now", evidence=Evidence.of(source.sentences[1]))
        said = self.said(brief_of(source, also_quoted=(speaker,)))
        assert said == "Also quoted: the mayor # now [1]."


class TestOfficesWithoutAName:
    @pytest.mark.parametrize(
        ("sentence", "language"),
        [
            ("“We were not told of it,” the spokesperson said.", "en"),
            ("“We were not told of it,” its chairwoman said.", "en"),
            ("“We were not told of it,” an official said.", "en"),
            ("“We were not told of it,” another local resident said.", "en"),
            ("„Niemand wird hier zurückgelassen“, sagte ein Sprecher.", "de"),
            ("«Nadie se va a quedar atrás», dijo la portavoz.", "es"),
            ("« Personne ne sera laissé de côté », a déclaré un habitant.", "fr"),
            ("«Никто не останется без помощи», — сказала представительница.", "ru"),
        ],
    )
    def test_an_office_of_many_tells_nobody_who_speaks(self, sentence: str, language: str) -> None:
        source = source_of(CLOSED, sentence, language=language)
        assert len(find_quoted_speakers(source)) == 1
        assert unnamed(source, language=language) == []

    @pytest.mark.parametrize(
        ("sentence", "name"),
        [
            (
                "“We were not told of it,” said a spokesperson for the water board.",
                "a spokesperson for the water board",
            ),
            ("“We were not told of it,” a Norvia spokeswoman said.", "a Norvia spokeswoman"),
            ("“We were not told of it,” said a resident of Lune.", "a resident of Lune"),
            ("“We were not told of it,” the harbour master said.", "the harbour master"),
        ],
    )
    def test_an_office_with_its_organisation_and_an_only_one_are_listed(self, sentence: str, name: str) -> None:
        assert unnamed(source_of(CLOSED, sentence, language="en")) == [name]

    def test_an_office_of_many_is_known_in_arabic(self) -> None:
        assert is_bare("المتحدث")
        assert not is_bare("المتحدث باسم الوزارة")

    def test_spokespeople_of_two_organisations_are_two(self) -> None:
        one, two = "a spokesperson for the water board", "a spokesperson for the port"
        said = [f"“We were not told of it,” said {each}." for each in (one, two)]
        assert unnamed(source_of(CLOSED, *said, language="en")) == [one, two]

    def test_one_office_in_two_languages_is_listed_once(self) -> None:
        french = source_of("« Personne ne sera laissé de côté », a déclaré la directrice.", language="fr")
        german = source_of("„Niemand wird hier zurückgelassen“, sagte die Museumsdirektorin.", number=2, language="de")
        claims = (Claim(text="Die Brücke ist zu.", evidence=(Evidence.of(french.headline),)),)  # type: ignore[arg-type]
        assert unnamed(french, german, claims=claims, language="de") == ["la directrice"]

    def test_an_office_that_a_claim_names_in_another_language_is_named(self) -> None:
        source = source_of(CLOSED, "« Personne ne sera laissé de côté », a déclaré la directrice.", language="fr")
        assert unnamed(source) == ["la directrice"]
        assert unnamed(source, claims=(claim_on(source, "The director promised help."),)) == []

    def test_an_office_that_no_table_has_is_dropped_where_a_claim_quotes_its_foreign_source(self) -> None:
        said = (
            "« Le port est fermé depuis lundi », a déclaré le syndic.",
            "« Tout sera payé en mai », a dit le gardien.",
        )
        source = source_of(CLOSED, *said, language="fr")
        assert unnamed(source) == ["le syndic", "le gardien"]
        assert unnamed(source, claims=(claim_on(source, "“All of it” is closed.", place=2),)) == []
        assert unnamed(source, claims=(claim_on(source, place=2),), language="fr") == ["le gardien"]
