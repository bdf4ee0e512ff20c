"""C2: a quantity of a claim stands in its evidence, with its unit."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.core.checking.numbers import check
from tests.core.checking_sources import source_of, stated


def offending(claim: str, sentence: str, **source: object) -> list[str]:
    """Return the words that C2 has against a claim on one sentence."""
    found = check(stated(claim, source_of(sentence, **source)))  # type: ignore[arg-type]
    assert all(each.code == "numbers.unsupported" and each.check == "numbers" for each in found)
    return [each.words for each in found]


@pytest.mark.parametrize(
    ("claim", "sentence"),
    [
        ("Twelve people were hurt.", "The collision hurt 12 people."),
        ("The bridge costs $3.2 billion.", "Its price is put at 3,200 million dollars."),
        ("Fares rise by 8.5%.", "Fares will go up 8.5 percent."),
        ("The R1 line closed.", "The line called R1 is closed."),
        ("One of the boats sank.", "A boat sank."),
        ("At least 12 boats sank.", "At least 12 boats sank."),
        ("Between 10 and 12 percent stayed away.", "10 to 12 percent stayed away."),
        ("The vote was 3-1.", "The council voted 3-1."),
        ("Both ferries stopped.", "The ferry and the tug stopped."),
        ("Am 28. Januar stoppten zwölf Fähren.", "On Jan. 28 a dozen ferries stopped."),
        ("El 28 de enero murieron 35 personas.", "28 января погибли тридцать пять человек."),
        ("1.500 Menschen wurden gezählt.", "They counted 1,500 people."),
        ("1月28日有三十二人受伤。", "On January 28, 32 people were hurt."),
        ("في 28 يناير أصيب ١٢ شخصا", "Twelve people were hurt on January 28."),
        ("28 जनवरी को १२ लोग घायल हुए।", "On 28 January 12 people were hurt."),
        ("The hearing is on January 28, 2026.", "In 2026 a hearing was set for January 28."),
    ],
)
def test_a_quantity_that_stands_there_passes(claim: str, sentence: str) -> None:
    assert offending(claim, sentence) == []


@pytest.mark.parametrize(
    ("claim", "sentence", "words"),
    [
        ("Thirteen people were hurt.", "The collision hurt 12 people.", ["Thirteen"]),
        ("The bridge costs $3.2 million.", "Its price is put at 3,200 million dollars.", ["$3.2 million"]),
        ("Fares rise by 8.5 euros.", "Fares will go up 8.5 percent.", ["8.5 euros"]),
        ("It is 12 miles long.", "It is 12 km long.", ["12 miles"]),
        ("The line closed in 2025.", "The line closed in 2024.", ["2025"]),
        ("It closed in July.", "It closed in June.", ["July"]),
        ("It closed on Monday.", "It closed on Friday.", ["Monday"]),
        ("It closed at 5 p.m.", "It closed at 4 p.m.", ["5 p.m."]),
        ("It closed in the fall of 2024.", "It closed in 2024.", ["fall of 2024"]),
        ("Hundreds of people came.", "Forty people came.", ["Hundreds"]),
        ("Am 28. Januar stoppten elf Fähren.", "On Jan. 28 a dozen ferries stopped.", ["elf"]),
        ("Погибли 36 человек.", "Murieron treinta y cinco personas.", ["36"]),
        ("三十三人受伤。", "32 people were hurt.", ["三十三"]),
        ("13 of 40 boats sank.", "12 of 40 boats sank.", ["13"]),
    ],
)
def test_a_quantity_that_does_not_stand_there_is_named(claim: str, sentence: str, words: list[str]) -> None:
    assert offending(claim, sentence) == words


AROUND = source_of(
    "Forty boats were moored.",
    "The storm sank some of them.",
    "Crews came at dawn.",
    "Nine crews stayed until night.",
    headline="Storm sinks 7 boats",
)


def test_the_sentence_beside_and_the_headline_bear_a_quantity_out() -> None:
    assert check(stated("The storm sank 7 of 40 boats.", AROUND, labels=("1.2",))) == ()


def test_a_sentence_further_away_does_not() -> None:
    assert [each.words for each in check(stated("Nine crews came.", AROUND, labels=("1.2",)))] == ["Nine"]


def test_a_neighbour_does_not_help_where_the_cited_sentence_says_otherwise() -> None:
    source = source_of("By noon 12 boats had sunk.", "By night 15 boats had sunk.")
    assert [each.words for each in check(stated("12 boats had sunk.", source, labels=("1.2",)))] == ["12"]


class TestSeveralSources:
    """A claim says what all its sources share; one may leave a detail out, none may say otherwise."""

    ONE = source_of("The blast killed 12 workers on Tuesday.", number=1)

    def against(self, claim: str, *sentences: str) -> list[str]:
        others = [source_of(sentence, number=number) for number, sentence in enumerate(sentences, 2)]
        labels = [f"{number}.1" for number in range(1, len(sentences) + 2)]
        return [each.words for each in check(stated(claim, self.ONE, *others, labels=labels))]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The blast killed 13 workers on Tuesday.",
            "Thirteen people died in the blast.",
            "The blast left 13 dead.",
        ],
    )
    def test_another_number_of_the_same_thing_fails(self, sentence: str) -> None:
        assert self.against("The blast killed 12 workers.", sentence) == ["12"]

    @pytest.mark.parametrize(
        "sentence",
        [
            "The blast killed several workers.",
            "A dozen workers died in the blast.",
            "The blast was heard 30 kilometres away.",
            "Police closed 30 streets.",
            "The plant opened in 1987 and the blast killed workers there.",
        ],
    )
    def test_a_source_that_leaves_it_out_does_no_harm(self, sentence: str) -> None:
        assert self.against("The blast killed 12 workers.", sentence) == []

    def test_two_numbers_of_one_claim_do_not_dispute_each_other(self) -> None:
        claim = "The blast killed 12 workers and injured 30 workers."
        assert self.against(claim, "The blast injured 30 workers.") == []

    def test_another_weekday_fails(self) -> None:
        assert self.against("The blast came on Tuesday.", "The blast came on Wednesday.") == ["Tuesday"]

    def test_a_number_in_none_of_them_fails(self) -> None:
        assert self.against("The blast killed 14 workers.", "The blast killed 12 workers.") == ["14"]


class TestDaysThatPublicationMakesCertain:
    PUBLISHED = date(2026, 1, 29)  # a Thursday

    @pytest.mark.parametrize(
        ("claim", "sentence"),
        [
            ("It closed on January 27.", "It closed on Tuesday."),
            ("It closed on Tuesday, January 27, 2026.", "It closed on Tuesday."),
            ("It closed on January 28.", "It closed yesterday."),
            ("It opens on February 3.", "It will open on Tuesday."),
            ("It closed on January 24, 2026.", "It closed on January 24."),
            ("It closed on Saturday, January 24.", "It closed on January 24."),
            ("Es schloss am 27. Januar.", "Es schloss am Dienstag."),
            ("1月28日关闭。", "昨天关闭。"),
            ("1月27日に閉鎖した。", "27日に閉鎖した。"),
        ],
    )
    def test_a_certain_date_passes(self, claim: str, sentence: str) -> None:
        assert offending(claim, sentence, published=self.PUBLISHED) == []

    @pytest.mark.parametrize(
        ("claim", "sentence"),
        [
            ("It closed on January 26.", "It closed on Tuesday."),
            ("It closed on February 3.", "It closed on Tuesday."),
            ("It closed on January 27.", "It closed last Tuesday."),
            ("It closed on January 27, 2025.", "It closed on Tuesday."),
            ("It closed on June 24, 2026.", "It closed on June 24."),
            ("2月27日に閉鎖した。", "27日に閉鎖した。"),
        ],
    )
    def test_an_uncertain_one_does_not(self, claim: str, sentence: str) -> None:
        assert offending(claim, sentence, published=self.PUBLISHED) != []

    def test_without_a_day_of_publication_a_weekday_stays_one(self) -> None:
        assert offending("It closed on January 27.", "It closed on Tuesday.") == ["January 27"]

    def test_a_moment_of_publication_counts_as_its_day(self) -> None:
        found = source_of("It closed on Tuesday.")
        moment = datetime(2026, 1, 29, 23, 30, tzinfo=UTC)
        article = found.article.model_copy(update={"published_at": moment})
        assert check(stated("It closed on January 27.", found.model_copy(update={"article": article}))) == ()


SENTENCES = st.text(alphabet=st.sampled_from("ab1290 .,-%$€/:'’³½三万١म(“”\u00a0"), min_size=1, max_size=80)


@given(sentence=st.one_of(SENTENCES, st.text(min_size=1, max_size=80)))
def test_a_sentence_bears_itself_out(sentence: str) -> None:
    assume(sentence.strip() == sentence)
    assert check(stated(sentence, source_of(sentence))) == ()


@given(number=st.integers(2, 10**6), other=st.integers(2, 10**6))
def test_any_other_number_is_caught(number: int, other: int) -> None:
    assume(number != other)
    assert offending(f"They counted {other:,} boats.", f"They counted {number:,} boats.", language="en")


def test_the_end_of_an_endless_sentence_is_not_evidence() -> None:
    sentence = "28 boats, " * 100_000 + "then 31 boats"
    assert offending("They counted 31 boats.", sentence) == ["31"]
    assert offending("They counted 28 boats.", sentence) == []


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f"])
def test_a_space_groups_digits_in_german_as_a_point_does(space: str) -> None:
    source = source_of("Der Umbau kostet 1.095.000 Euro und 95.000 Stunden.", language="de")
    claim = f"Der Umbau kostet 1{space}095{space}000 Euro und 95{space}000 Stunden."
    assert check(stated(claim, source), language="de") == ()
    wrong = check(stated(f"Der Umbau kostet 96{space}000 Euro.", source), language="de")
    assert [each.code for each in wrong] == ["numbers.unsupported"]


def test_a_space_parts_numbers_in_english() -> None:
    source = source_of("On May 5 300 people came.", language="en")
    assert check(stated("On May 5 300 people came.", source), language="en") == ()
    assert check(stated("There came 5,300 people.", source), language="en") != ()
