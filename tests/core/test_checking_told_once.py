"""C2: what an article tells once, lists instead of counting, or rounds elsewhere."""

from datetime import date

import pytest

from bot.core.checking.bearing_out.enumerations import listed
from bot.core.checking.bearing_out.periods import periods_in
from bot.core.checking.numbers import check, doubts
from bot.core.checking.quantities import Day
from bot.core.models import Doubt
from tests.core.checking_sources import source_of, stated

SCHOOL = (
    "The new harbour school opened its doors on 3 September 2024.",
    "Parents had waited for years.",
    "Its first head teacher, 41, grew up beside the docks.",
    "The council paid 300 million euros for the building and its sports hall.",
    "Nobody complains of the smell of fish.",
    "Lessons at the harbour school begin at dawn in September, when the boats leave.",
    "It rains.",
)


def offending(
    claim: str, *sentences: str, at: int = 1, published: date | None = None, language: str = "en"
) -> list[str]:
    source = source_of(*sentences, headline="A day", published=published, language=language)
    return [each.words for each in check(stated(claim, source, labels=(f"1.{at}",)), language=language)]


class TestDetailsToldOnce:
    def test_a_date_may_get_its_year_from_another_sentence(self) -> None:
        assert offending("Lessons at the harbour school begin at dawn in September 2024.", *SCHOOL, at=6) == []

    def test_a_number_may_stand_elsewhere_beside_the_same_words(self) -> None:
        claim = "Lessons at the harbour school, for which the council paid 300 million euros, begin at dawn."
        assert offending(claim, *SCHOOL, at=6) == []
        assert [each.words for each in self.left_to_the_judge(claim, 6)] == ["300 million euros"]

    def left_to_the_judge(self, claim: str, at: int) -> tuple[Doubt, ...]:
        return doubts(stated(claim, source_of(*SCHOOL, language="en"), labels=(f"1.{at}",)), language="en")

    def test_what_the_cited_sentence_says_leaves_no_doubt(self) -> None:
        assert self.left_to_the_judge("The school opened on 3 September 2024.", 1) == ()

    def test_not_where_the_cited_sentence_is_about_something_else(self) -> None:
        assert offending("The council paid 300 million euros for the building.", *SCHOOL, at=7) == ["300 million euros"]

    def test_not_beside_other_words(self) -> None:
        claim = "Lessons at the harbour school begin at dawn and cost 300 million euros."
        assert offending(claim, *SCHOOL, at=6) == ["300 million euros"]

    def test_not_where_the_cited_sentence_has_another_number_of_the_same_thing(self) -> None:
        sentences = ("The club has 250 members.", "A, b.", "C, d.", "The club had 300 members once, in its best years.")
        assert offending("The club has 300 members.", *sentences) == ["300"]

    def test_not_where_the_cited_sentence_has_another_year(self) -> None:
        sentences = ("The club won the cup in 2019.", "A, b.", "C, d.", "It lost the cup in 2021.")
        assert offending("The club won the cup in 2021.", *sentences) == ["2021"]

    def test_a_small_bare_number_needs_more_than_one_word_in_common(self) -> None:
        sentences = ("The club won the harbour trophy again.", "A, b.", "C, d.", "Three boats with the trophy.")
        assert offending("The club won the harbour trophy three times.", *sentences) == ["three"]
        twice = (*sentences[:3], "Three times a club from the harbour has won the trophy.")
        assert offending("The club won the harbour trophy three times.", *twice) == []


class TestTheYearOfPublication:
    @pytest.mark.parametrize("claim", ["In 2026 the ferry company sold its oldest ship.", "It sold a ship in 2026."])
    def test_it_is_that_of_a_sentence_without_any_time(self, claim: str) -> None:
        sentence = "The ferry company has sold its oldest ship."
        assert offending(claim, sentence, published=date(2026, 5, 3)) == []
        assert offending(claim, sentence, published=date(2025, 5, 3)) == ["2026"]
        assert offending(claim, sentence) == ["2026"]

    def test_not_of_one_that_names_another_time(self) -> None:
        sentence = "The ferry company sold its oldest ship last year."
        assert offending("The company sold its oldest ship in 2026.", sentence, published=date(2026, 5, 3)) == ["2026"]

    @pytest.mark.parametrize(("claim", "wrong"), [("It opens in the fall of 2026.", "It opens in the spring of 2026.")])
    def test_a_season_is_that_of_the_weeks_around_it(self, claim: str, wrong: str) -> None:
        sentence = "The ferry company has opened its new pier."
        assert offending(claim, sentence, published=date(2026, 8, 25)) == []
        assert offending(wrong, sentence, published=date(2026, 8, 25)) == ["spring of 2026"]

    @pytest.mark.parametrize(
        "stamp",
        ["Published: May 3, 2026, 10:15 ET", "By our harbour reporter, 3 May 2026", "2026-05-03", "Stand: 3. Mai 2026"],
    )
    def test_a_line_above_the_story_may_tell_it(self, stamp: str) -> None:
        language = "de" if "Mai" in stamp else "en"
        claim = "The ferry stopped on May 2, 2026." if language == "en" else "Die Fähre hielt am 2. Mai 2026."
        sentence = "The ferry stopped yesterday." if language == "en" else "Die Fähre hielt gestern."
        assert offending(claim, stamp, "Menu", sentence, at=3, language=language) == []

    @pytest.mark.parametrize(
        "line",
        [
            "The study was published on May 3, 2026.",
            "The mayor opened the pier on May 3, 2026",
            "2026-05-03 – 2026-05-09",
        ],
    )
    def test_a_sentence_with_a_date_does_not(self, line: str) -> None:
        sentence = "The ferry stopped yesterday."
        assert offending("The ferry stopped on May 2, 2026.", line, "A, b.", "C, d.", sentence, at=4) != []


class TestPeriods:
    PUBLISHED = date(2026, 1, 14)  # a Wednesday

    @pytest.mark.parametrize(
        ("language", "sentence", "claim", "wrong"),
        [
            ("en", "The pier closed last year.", "The pier closed in 2025.", "The pier closed in 2024."),
            (
                "en",
                "The pier closed last month.",
                "The pier closed in December 2025.",
                "The pier closed in December 2026.",
            ),
            ("en", "The pier closed last summer.", "The pier closed in 2025.", "The pier closed in 2024."),
            (
                "en",
                "The pier closed this week.",
                "The pier closed in January 2026.",
                "The pier closed in February 2026.",
            ),
            ("en", "The pier will open next year.", "It will open in 2027.", "It will open in 2026."),
            ("en", "The pier is due to open in June.", "It is due in June 2026.", "It is due in June 2027."),
            (
                "en",
                "The pier was closed in November.",
                "It was closed in November 2025.",
                "It was closed in November 2026.",
            ),
            ("de", "Der Pier schloss im vergangenen Jahr.", "Er schloss im Jahr 2025.", "Er schloss im Jahr 2024."),
            ("es", "El muelle cerró el año pasado.", "El muelle cerró en 2025.", "El muelle cerró en 2024."),
            ("fr", "Le quai a fermé l’année dernière.", "Le quai a fermé en 2025.", "Le quai a fermé en 2024."),
            ("ru", "Причал закрыли в прошлом году.", "Причал закрыли в 2025 году.", "Причал закрыли в 2024 году."),
            ("ar", "أغلق الرصيف العام الماضي.", "أغلق الرصيف في 2025.", "أغلق الرصيف في 2024."),
        ],
    )
    def test_they_follow_from_the_day_of_publication(
        self, language: str, sentence: str, claim: str, wrong: str
    ) -> None:
        assert offending(claim, sentence, published=self.PUBLISHED, language=language) == []
        assert offending(wrong, sentence, published=self.PUBLISHED, language=language) != []
        assert offending(claim, sentence, language=language) != []

    @pytest.mark.parametrize(
        ("published", "year"), [(date(2026, 1, 14), 2025), (date(2026, 10, 1), 2026), (date(2026, 7, 1), None)]
    )
    def test_the_last_season_is_certain_only_outside_of_it(self, published: date, year: int | None) -> None:
        assert periods_in(["last", "summer"], published) == (frozenset({Day(year=year)}) if year else frozenset())

    def test_a_month_in_a_sentence_of_no_certain_tense_is_not(self) -> None:
        sentence = "The pier, closed in June, opens its doors."
        assert offending("The pier closed in June 2025.", sentence, published=date(2026, 1, 14)) == ["June 2025"]


class TestRoundedNumbers:
    SENTENCES = (
        "Organisers put the crowd at the harbour at around 1,500.",
        "A, b.",
        "C, d.",
        "The count at the harbour crowd gate was 1,487.",
    )

    def test_a_rounded_number_does_not_dispute_the_exact_one(self) -> None:
        assert offending("The crowd at the harbour was 1,487.", *self.SENTENCES) == []

    def test_another_number_is_disputed_by_it(self) -> None:
        sentences = (*self.SENTENCES[:3], "The count at the harbour crowd gate was 1,200.")
        assert offending("The crowd at the harbour was 1,200.", *sentences) == ["1,200"]

    def test_a_rounded_year_does_not_dispute_the_exact_one(self) -> None:
        sentences = (
            "The harbour chapel was built around 1500.",
            "A, b.",
            "C, d.",
            "Records put its harbour wall at 1491.",
        )
        assert offending("The harbour chapel was built in 1491.", *sentences) == []
        assert offending("The harbour chapel was built in 1491.", "The chapel was built in 1500.", *sentences[1:]) == [
            "1491"
        ]

    def test_an_exact_number_disputes_its_neighbours(self) -> None:
        sentences = ("Organisers put the crowd at the harbour at 1,500.", *self.SENTENCES[1:])
        assert offending("The crowd at the harbour was 1,487.", *sentences) == ["1,487"]


class TestLists:
    @pytest.mark.parametrize(
        ("text", "counts"),
        [
            ("Ferries from Kiel, Lübeck and Rostock stopped.", {3}),
            ("Fähren aus Kiel und Rostock hielten.", {2}),
            ("He will choose between Judge Ahlmann, Senator Brück, and the mayor of Rostock.", {3}),
            ("Паромы из Киля, Любека и Ростока стоят.", {3}),
            ("The mayor and the council met, and nobody spoke.", set()),
            ("Kiel, a port.", set()),
            ("", set()),
        ],
    )
    def test_names_are_counted(self, text: str, counts: set[int]) -> None:
        assert listed(text) == counts

    def test_a_number_of_listed_names_is_borne_out(self) -> None:
        sentence = "Ferries from Kiel, Lübeck and Rostock stopped."
        assert offending("Ferries from three ports stopped.", sentence) == []
        assert offending("Ferries from four ports stopped.", sentence) == ["four"]

    def test_not_where_a_number_of_the_same_thing_is_written(self) -> None:
        sentence = "Ferries from nine ports stopped, among them those of Kiel, Lübeck and Rostock."
        assert offending("Ferries from three ports stopped.", sentence) == ["three"]


@pytest.mark.parametrize(
    ("claim", "sentence", "wrong"),
    [
        ("Hundreds of dollars were lost.", "They lost 340 dollars.", "They lost it in front of 340 people."),
        ("Thousands of kilometres were sailed.", "It sailed 3,200 km.", "It sailed 32 km."),
        ("Two thirds of voters came.", "66 percent of voters came.", "60 percent of voters came."),
        ("Three quarters of voters came.", "Of all voters 75% came.", "Of all voters 74% came."),
    ],
)
def test_vague_amounts_and_fractions_have_units(claim: str, sentence: str, wrong: str) -> None:
    assert offending(claim, sentence) == []
    assert offending(claim, wrong) != []
