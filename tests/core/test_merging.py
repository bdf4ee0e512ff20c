"""Where code and a writer found the same, it is told once; what a second source does not bear out is not cited."""

from bot.core.headlines import headline_holds
from bot.core.knowledge import Knowledge
from bot.core.merging import confirm, keep_sound, merge_differences, merge_origins
from bot.core.models import Claim, Difference, Evidence, Origin, Version
from tests.core.test_extractive import source_of

ONE = source_of("The storm injured 12 people in Tolby on Monday, the council said.", "The mayor thanked the crews.")
TWO = source_of("The storm injured 14 people in Tolby on Monday, the council said.", number=2)
THREE = source_of("Twelve people were injured in Tolby when the storm hit on Monday.", number=3)


def evidence(label: str) -> Evidence:
    source = {"1": ONE, "2": TWO, "3": THREE}[label.split(".")[0]]
    return Evidence.of(source.by_label[label])


def difference(*labels: str) -> Difference:
    versions = tuple(Version(text=label, evidence=(evidence(label),)) for label in labels)
    return Difference(kind="number", versions=versions)


class TestJoinedClaims:
    def joined(self, label: str) -> Claim:
        text = ONE.sentences[0].text
        return Claim(text=text, evidence=(evidence("1.1"), evidence(label)), quoted_from=1)

    def test_another_source_with_another_number_is_not_cited(self) -> None:
        [claim] = keep_sound([self.joined("2.1")], [ONE, TWO, THREE], language="en")
        assert [each.label for each in claim.evidence] == ["1.1"]

    def test_the_same_number_in_words_is(self) -> None:
        [claim] = keep_sound([self.joined("3.1")], [ONE, TWO, THREE], language="en")
        assert [each.label for each in claim.evidence] == ["1.1", "3.1"]


class TestDifferences:
    def test_one_that_both_have_is_told_in_the_writers_words(self) -> None:
        drafted = difference("1.1", "2.1").model_copy(update={"kind": "statement"})
        assert merge_differences([difference("1.1", "2.1")], [drafted]) == (drafted,)

    def test_a_drafted_one_on_one_of_its_sentences_only_is_left_out(self) -> None:
        assert merge_differences([difference("1.1", "2.1")], [difference("2.1", "3.1")]) == (difference("1.1", "2.1"),)

    def test_a_drafted_one_on_other_sentences_is_added(self) -> None:
        merged = merge_differences([difference("1.1", "2.1")], [difference("1.2", "3.1")])
        assert merged == (difference("1.1", "2.1"), difference("1.2", "3.1"))

    def test_numbers_come_before_words(self) -> None:
        words = difference("1.1", "2.1").model_copy(update={"kind": "quotation"})
        assert merge_differences([words, difference("1.2", "3.1")], [])[0].kind == "number"

    def test_there_are_never_more_than_three(self) -> None:
        several = [difference("1.1", "2.1").model_copy(update={"kind": kind}) for kind in ("number", "statement")]
        others = [difference("1.2", "2.1"), difference("1.2", "3.1")]
        assert merge_differences([*several, *others], []) == (several[0], others[0], several[1])


class TestConfirming:
    found = difference("1.1", "2.1")
    drafted = difference("1.2", "3.1")

    def test_a_drafted_one_that_cannot_both_be_true_is_shown(self) -> None:
        assert confirm([], [self.drafted], exclusive=frozenset({0})) == ((self.drafted,), ())

    def test_a_drafted_one_that_may_both_be_true_is_withheld_and_said_to_be(self) -> None:
        shown, [withheld] = confirm([], [self.drafted], exclusive=frozenset())
        assert shown == ()
        assert [finding.code for finding in withheld.findings] == ["comparison.unconfirmed"]
        assert withheld.labels == ("1.2", "3.1")

    def test_without_a_judge_a_drafted_one_is_shown_only_where_code_found_it_too(self) -> None:
        told = difference("1.1", "2.1").model_copy(update={"kind": "statement"})
        shown, [withheld] = confirm([self.found], [told, self.drafted], exclusive=None)
        assert shown == (told,)
        assert withheld.labels == ("1.2", "3.1")

    def test_what_code_found_is_shown_whatever_a_judge_says_and_nothing_is_withheld_of_it(self) -> None:
        told = difference("1.1", "2.1").model_copy(update={"kind": "statement"})
        assert confirm([self.found], [told], exclusive=frozenset()) == ((self.found,), ())

    def test_each_place_is_judged_by_itself(self) -> None:
        other = difference("1.2", "2.1")
        shown, [withheld] = confirm([], [other, self.drafted], exclusive=frozenset({1}))
        assert shown == (self.drafted,)
        assert withheld.labels == ("1.2", "2.1")


class TestOrigins:
    def test_one_name_is_one_origin_whoever_found_it(self) -> None:
        found = Origin(name="Harbour Gazette", sources=(1,), evidence=(evidence("1.1"),))
        drafted = Origin(name="the Harbour Gazette", sources=(2,), evidence=(evidence("2.1"),))
        [origin] = merge_origins([found], [drafted])
        assert (origin.name, origin.sources) == ("Harbour Gazette", (1, 2))
        assert [each.label for each in origin.evidence] == ["1.1", "2.1"]

    def test_the_one_behind_most_articles_comes_first(self) -> None:
        few, many = Origin(name="A", sources=(1,)), Origin(name="B", sources=(1, 2))
        assert [origin.name for origin in merge_origins([few], [many])] == ["B", "A"]


class TestHeadline:
    claims = (Claim(text="The storm injured 12 people in Tolby.", evidence=(evidence("1.1"),)),)

    def test_one_that_speaks_of_the_claims_holds(self) -> None:
        assert headline_holds("Storm injures 12 in Tolby", self.claims, (ONE,), language="en", knowledge=Knowledge())

    def test_one_about_something_else_does_not(self) -> None:
        assert not headline_holds(
            "Ferry runs aground off the coast", self.claims, (ONE,), language="en", knowledge=Knowledge()
        )

    def test_nor_does_one_with_a_number_that_nobody_gives(self) -> None:
        assert not headline_holds(
            "Storm injures 40 in Tolby", self.claims, (ONE,), language="en", knowledge=Knowledge()
        )

    def test_nor_does_an_empty_one(self) -> None:
        assert not headline_holds("", self.claims, (ONE,), language="en", knowledge=Knowledge())
