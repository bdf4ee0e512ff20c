"""A draft between a writer and a judge: what is shown, what goes back, what is withheld, and what the receipt says."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import pytest

from bot.core.checking import attribution, clarity
from bot.core.checking.statement import Statement
from bot.core.checking.verdict import CHECKS
from bot.core.errors import WriterError
from bot.core.judging import BATCH, Compared, Judged, Opinion, Pair, Question
from bot.core.knowledge import Knowledge
from bot.core.models import (
    Doubt,
    DraftBrief,
    DraftClaim,
    DraftDifference,
    DraftRepair,
    DraftRepairs,
    DraftVersion,
    FailedClaim,
    Finding,
    Rewritten,
    Support,
    Usage,
    WritingRequest,
    Written,
)
from bot.flows.brief import Wish, at_once, make_briefs
from bot.flows.drafting import Checking, Drafted, NothingHeldError, draft
from tests.doubles.labelled import labelled
from tests.flows.test_brief import Shelf, Silence, means, sent

THINGS = (
    "gate bridge canteen office crane warehouse basin railway lighthouse slipway chapel garage kitchen library museum "
    "nursery orchard pavilion quarry reservoir"
).split()
CLOSED = [f"The {thing} of Aldersund port is closed to visitors." for thing in THINGS]
SOURCE = labelled(1, [CLOSED])
FROST = labelled(1, [["The council shut the gate of Aldersund port because of frost."]], published_at=date(2026, 5, 1))
STRIKE = labelled(
    2, [["The council shut the gate of Aldersund port because of a strike."]], published_at=date(2026, 5, 2)
)

WRITING = Usage(input_tokens=100, output_tokens=10, calls=1)
REPAIRING = Usage(input_tokens=50, output_tokens=5, calls=1)
JUDGING = Usage(input_tokens=20, output_tokens=2, calls=1)
COMPARING = Usage(input_tokens=7, output_tokens=1, calls=1)


def claim(place: int, *, label: str | None = None, text: str | None = None) -> DraftClaim:
    """The claim that the sentence at a place, from 1, is."""
    return DraftClaim(evidence=[label or f"1.{place}"], attribution=None, text=text or CLOSED[place - 1])


def unfounded(place: int) -> DraftClaim:
    """A claim on a sentence that does not exist."""
    return claim(place, label="1.99")


def drafted(
    claims: Iterable[DraftClaim], differences: Sequence[DraftDifference] = (), *, headline: str = ""
) -> DraftBrief:
    return DraftBrief(claims=list(claims), differences=list(differences), origins=[], headline=headline)


class Scribe:
    """A writer with one draft, and second tries from a function."""

    def __init__(self, draft: DraftBrief, repair: Callable[[FailedClaim], DraftClaim | None] = lambda _: None) -> None:
        self._draft = draft
        self._repair = repair
        self.rounds: list[tuple[FailedClaim, ...]] = []

    async def write(self, request: WritingRequest) -> Written:
        return Written(draft=self._draft, model="scribe", prompt="brief/v1", usage=WRITING)

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: tuple[FailedClaim, ...]) -> Rewritten:
        self.rounds.append(failed)
        tries = [(each.number, self._repair(each)) for each in failed]
        claims = [DraftRepair(number=number, **again.model_dump()) for number, again in tries if again]
        return Rewritten(draft=DraftRepairs(claims=claims), usage=REPAIRING)


Answer = Support | Opinion | None


class Bench:
    """A judge that answers from a function: a verdict, a whole opinion, or nothing."""

    def __init__(
        self, judge: Callable[[Question], Answer] = lambda _: "supported", *, exclusive: Iterable[int] = ()
    ) -> None:
        self._judge = judge
        self._exclusive = frozenset(exclusive)
        self.asked: list[tuple[Question, ...]] = []
        self.pairs: list[tuple[Pair, ...]] = []

    @property
    def texts(self) -> list[str]:
        """The claims it was asked about, in order."""
        return [question.statement.text for batch in self.asked for question in batch]

    async def judge(self, questions: tuple[Question, ...]) -> Judged:
        self.asked.append(questions)
        opinions = [_opinion(question, self._judge(question)) for question in questions]
        found = tuple(opinion for opinion in opinions if opinion)
        return Judged(opinions=found, model="bench", prompt="judge/v1", usage=JUDGING)

    async def compare(self, pairs: tuple[Pair, ...]) -> Compared:
        self.pairs.append(pairs)
        return Compared(exclusive=self._exclusive, model="bench", prompt="compare/v1", usage=COMPARING)


def _opinion(question: Question, answer: Answer) -> Opinion | None:
    if answer is None or isinstance(answer, Opinion):
        return answer
    return Opinion(number=question.number, verdict=answer, problem="" if answer == "supported" else "too much")


def by_text(verdicts: dict[str, Support]) -> Callable[[Question], Answer]:
    """A judge to whom everything is supported but these."""
    return lambda question: verdicts.get(question.statement.text, "supported")


async def run(
    scribe: Scribe, bench: Bench | None, *, rounds: int = 2, most: int = 20, two_sources: bool = False
) -> Drafted:
    sources = (FROST, STRIKE) if two_sources else (SOURCE,)
    request = WritingRequest(sources=sources, language="en", max_claims=most, today=date(2026, 5, 4))
    checking = Checking(
        writer=scribe, judge=bench, knowledge=Knowledge(), rounds=rounds, compute=at_once, progress=Silence()
    )
    return await draft(request, sources, checking)


def shown(found: Drafted) -> list[str]:
    return [each.text for each in found.verdict.claims]


def codes(found: Drafted) -> list[str]:
    return [finding.code for withheld in found.withheld for finding in withheld.findings]


class TestWhatTheJudgeSays:
    async def test_a_supported_claim_is_shown_and_the_receipt_names_the_judge(self) -> None:
        found = await run(Scribe(drafted([claim(1)])), Bench())
        assert [(each.text, each.support) for each in found.verdict.claims] == [(CLOSED[0], "supported")]
        receipt = found.receipt
        assert (receipt.judge, receipt.judge_prompt, receipt.judge_fault) == ("bench", "judge/v1", None)
        assert receipt.checks == (*CHECKS, "support")

    @pytest.mark.parametrize("verdict", ["contradicted", "unsupported"])
    async def test_what_the_sentences_do_not_say_is_withheld_at_once_and_never_tried_again(
        self, verdict: Support
    ) -> None:
        scribe = Scribe(drafted([claim(1), claim(2)]), lambda _: claim(2))
        found = await run(scribe, Bench(by_text({CLOSED[1]: verdict})))
        assert shown(found) == [CLOSED[0]]
        assert codes(found) == [f"support.{verdict}"]
        assert found.withheld[0].findings[0].words == "too much"
        assert scribe.rounds == []

    async def test_a_partial_claim_goes_back_with_what_is_missing_and_is_judged_anew(self) -> None:
        scribe = Scribe(drafted([claim(1), claim(2)]), lambda _: claim(3))
        bench = Bench(by_text({CLOSED[1]: "partial"}))
        found = await run(scribe, bench)
        [[failed]] = scribe.rounds
        assert (failed.number, failed.findings[0].code, failed.findings[0].words) == (2, "support.partial", "too much")
        assert shown(found) == [CLOSED[0], CLOSED[2]]
        assert found.verdict.claims[1].support == "supported"
        assert [each.text for each in found.verdict.claims[1].tries] == [CLOSED[1]]
        assert bench.texts == CLOSED[:3]

    async def test_what_is_partial_once_more_is_withheld_although_a_round_is_left(self) -> None:
        scribe = Scribe(drafted([claim(1), claim(2)]), lambda _: claim(3))
        found = await run(scribe, Bench(by_text({CLOSED[1]: "partial", CLOSED[2]: "partial"})))
        assert shown(found) == [CLOSED[0]]
        assert codes(found) == ["support.still_partial"]
        assert len(scribe.rounds) == 1

    async def test_a_partial_claim_that_nobody_may_mend_is_withheld(self) -> None:
        found = await run(Scribe(drafted([claim(1), claim(2)])), Bench(by_text({CLOSED[1]: "partial"})), rounds=0)
        assert (shown(found), codes(found)) == ([CLOSED[0]], ["support.partial"])

    async def test_where_nothing_is_supported_there_is_no_draft_and_its_cost_is_told(self) -> None:
        with pytest.raises(NothingHeldError) as caught:
            await run(Scribe(drafted([claim(1)])), Bench(lambda _: "contradicted"))
        assert [each.findings[0].code for each in caught.value.withheld] == ["support.contradicted"]
        assert caught.value.usage == WRITING + JUDGING


class TestWhatTheJudgeIsAsked:
    async def test_only_claims_that_passed_every_other_check(self) -> None:
        bench = Bench()
        found = await run(Scribe(drafted([unfounded(1), claim(2)])), bench)
        assert bench.texts == [CLOSED[1]]
        assert codes(found) == ["citations.unknown_label"]

    async def test_what_the_checks_could_not_decide(self, monkeypatch: pytest.MonkeyPatch) -> None:
        doubt = Doubt(check="attribution", code="attribution.limiting", words="so far")
        monkeypatch.setattr(attribution, "doubts", lambda _statement, *, knowledge: (doubt,))
        bench = Bench()
        found = await run(Scribe(drafted([claim(1)])), bench)
        assert doubt in bench.asked[0][0].doubts
        assert doubt in found.verdict.claims[0].doubts

    async def test_no_more_than_ten_claims_at_once(self) -> None:
        bench = Bench()
        await run(Scribe(drafted(map(claim, range(1, 20)))), bench)
        assert [len(batch) <= BATCH for batch in bench.asked] == [True, True]
        assert bench.texts == CLOSED[:19]

    async def test_no_claim_twice(self) -> None:
        scribe = Scribe(drafted([claim(1), unfounded(2), unfounded(3)]), lambda each: claim(each.number))
        bench = Bench()
        await run(scribe, bench)
        assert sorted(bench.texts) == sorted(CLOSED[:3])


class TestRepairs:
    async def test_what_fails_a_check_goes_back_until_the_rounds_are_over(self) -> None:
        scribe = Scribe(drafted([claim(1), unfounded(2)]), lambda _: unfounded(2))
        found = await run(scribe, Bench(), rounds=2)
        assert [[each.number for each in failed] for failed in scribe.rounds] == [[2], [2]]
        assert (shown(found), codes(found)) == ([CLOSED[0]], ["citations.unknown_label"])
        assert found.receipt.repairs == 2
        assert len(found.withheld[0].tries) == 2

    async def test_a_repair_that_passes_the_checks_is_judged_too(self) -> None:
        scribe = Scribe(drafted([claim(1), unfounded(2)]), lambda _: claim(2))
        found = await run(scribe, Bench(by_text({CLOSED[1]: "contradicted"})))
        assert (shown(found), codes(found)) == ([CLOSED[0]], ["support.contradicted"])

    async def test_a_repair_that_is_partial_goes_back_in_the_next_round(self) -> None:
        tries = iter([claim(2), claim(3)])
        scribe = Scribe(drafted([claim(1), unfounded(2)]), lambda _: next(tries))
        found = await run(scribe, Bench(by_text({CLOSED[1]: "partial"})))
        assert [failed[0].findings[0].code for failed in scribe.rounds] == [
            "citations.unknown_label",
            "support.partial",
        ]
        assert shown(found) == [CLOSED[0], CLOSED[2]]

    @pytest.mark.parametrize(("verdict", "says"), [("supported", CLOSED[:2]), ("contradicted", CLOSED[:1])])
    async def test_what_may_stay_is_shown_after_the_rounds_if_the_judge_lets_it(
        self, verdict: Support, says: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def two_facts(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
            found = Finding(check="clarity", code="clarity.two_facts", words="closed")
            return (found,) if statement.text == CLOSED[1] else ()

        monkeypatch.setattr(clarity, "check", two_facts)
        scribe, bench = Scribe(drafted([claim(1), claim(2)])), Bench(by_text({CLOSED[1]: verdict}))
        found = await run(scribe, bench)
        assert len(scribe.rounds) == 2
        assert bench.texts == CLOSED[:2]
        assert shown(found) == says

    async def test_more_claims_than_were_asked_for_are_neither_checked_nor_judged(self) -> None:
        many = [claim(n % len(CLOSED) + 1) for n in range(200)]
        bench = Bench()
        scribe = Scribe(drafted([]).model_copy(update={"claims": many}))
        found = await run(scribe, bench, most=5)
        assert shown(found) == bench.texts == CLOSED[:5]
        assert found.withheld == ()

    async def test_all_that_was_asked_is_on_the_bill(self) -> None:
        differences = [difference()]
        scribe = Scribe(drafted([DIFFERENT, unfounded(2)], differences), lambda _: None)
        found = await run(scribe, Bench(), two_sources=True, rounds=1)
        assert found.receipt.usage == WRITING + REPAIRING + JUDGING + COMPARING


class TestAJudgeThatFails:
    @pytest.mark.parametrize("code", ["unavailable", "malformed", "quota", "budget", "timed_out"])
    async def test_it_takes_nothing_away_and_the_receipt_says_so(self, code: str) -> None:
        def fail(_: Question) -> Answer:
            raise WriterError(code)

        bench = Bench(fail)
        scribe = Scribe(drafted([claim(1), unfounded(2)]), lambda _: claim(2))
        found = await run(scribe, bench)
        assert shown(found) == CLOSED[:2]
        assert [each.support for each in found.verdict.claims] == [None, None]
        assert (found.receipt.judge_fault, found.receipt.judge) == (code, None)
        assert found.receipt.checks == CHECKS
        assert len(bench.asked) == 1

    async def test_what_it_said_before_it_failed_counts(self) -> None:
        def fail_late(question: Question) -> Answer:
            if question.number > BATCH:
                raise WriterError("unavailable")
            return "contradicted" if question.number == 1 else "supported"

        found = await run(Scribe(drafted(map(claim, range(1, 21)))), Bench(fail_late))
        assert shown(found) == CLOSED[1:]
        assert codes(found) == ["support.contradicted"]
        assert [each.support for each in found.verdict.claims].count(None) == BATCH
        assert found.receipt.judge_fault == "unavailable"
        assert "support" not in found.receipt.checks

    async def test_a_claim_that_it_leaves_out_is_asked_about_once_more(self) -> None:
        bench = Bench()
        bench._judge = lambda question: None if len(bench.asked) == 1 and question.number == 2 else "supported"
        found = await run(Scribe(drafted([claim(1), claim(2), claim(3)])), bench)
        assert bench.texts == [*CLOSED[:3], CLOSED[1]]
        assert [each.support for each in found.verdict.claims] == ["supported"] * 3
        assert (found.receipt.judge_fault, found.receipt.checks[-1]) == (None, "support")

    async def test_a_claim_that_it_leaves_out_twice_is_shown_and_the_receipt_says_so(self) -> None:
        bench = Bench(lambda question: None if question.number == 2 else "supported")
        found = await run(Scribe(drafted([claim(1), claim(2), claim(3)])), bench)
        assert [each.support for each in found.verdict.claims] == ["supported", None, "supported"]
        assert (found.receipt.judge, found.receipt.judge_fault) == ("bench", "malformed")
        assert found.receipt.checks == CHECKS

    async def test_a_claim_left_out_does_not_keep_repairs_and_differences_from_being_judged(self) -> None:
        bench = Bench(lambda question: None if question.number == 1 else "supported", exclusive=[0])
        scribe = Scribe(
            drafted([DIFFERENT, unfounded(2)], [difference()]),
            lambda _: DraftClaim(evidence=["2.1"], attribution=None, text=STRIKE.sentences[0].text),
        )
        found = await run(scribe, bench, two_sources=True)
        assert [each.support for each in found.verdict.claims] == [None, "supported"]
        assert found.exclusive == {0}

    @pytest.mark.parametrize("number", [0, 2, 77])
    async def test_an_opinion_that_nobody_asked_for_changes_nothing(self, number: int) -> None:
        astray = Opinion(number=number, verdict="contradicted", problem="too much")
        bench = Bench(lambda question: astray if question.number == 1 else "supported")
        found = await run(Scribe(drafted([claim(1), unfounded(2)])), bench)
        assert shown(found) == [CLOSED[0]]
        assert codes(found) == ["citations.unknown_label"]
        assert found.receipt.judge_fault == "malformed"

    async def test_an_opinion_counts_only_for_claims_of_the_same_request(self) -> None:
        def answer(question: Question) -> Answer:
            if question.number > BATCH:
                raise WriterError("unavailable")
            number = question.number if question.number > 1 else 2 * BATCH
            return Opinion(number=number, verdict="supported" if question.number > 1 else "contradicted")

        found = await run(Scribe(drafted(map(claim, range(1, 21)))), Bench(answer))
        assert shown(found) == CLOSED

    async def test_without_a_judge_nothing_is_said_of_one(self) -> None:
        scribe = Scribe(drafted([DIFFERENT], [difference()]))
        found = await run(scribe, None, two_sources=True)
        assert shown(found) == [DIFFERENT.text]
        assert (found.receipt.judge, found.receipt.judge_fault, found.receipt.checks) == (None, None, CHECKS)
        assert found.exclusive is None


DIFFERENT = DraftClaim(evidence=["1.1"], attribution=None, text=FROST.sentences[0].text)


def difference() -> DraftDifference:
    versions = [
        DraftVersion(evidence=[source.sentences[0].label], text=source.sentences[0].text) for source in (FROST, STRIKE)
    ]
    return DraftDifference(versions=versions)


class TestDifferences:
    @pytest.mark.parametrize("exclusive", [frozenset(), frozenset({0})])
    async def test_the_judge_sees_both_versions_and_its_word_is_handed_on(self, exclusive: frozenset[int]) -> None:
        bench = Bench(exclusive=exclusive)
        found = await run(Scribe(drafted([DIFFERENT], [difference()])), bench, two_sources=True)
        [[pair]] = bench.pairs
        assert [version.text for version in pair.versions] == [FROST.sentences[0].text, STRIKE.sentences[0].text]
        assert [[each.label for each in version.cited] for version in pair.versions] == [["1.1"], ["2.1"]]
        assert found.exclusive == exclusive

    @pytest.mark.parametrize("is_exclusive", [True, False])
    async def test_a_brief_shows_a_drafted_difference_only_where_both_versions_cannot_be_true(
        self, is_exclusive: bool
    ) -> None:
        told = [source.sentences[0].text for source in (FROST, STRIKE)]
        shelf = Shelf(**{f"s{n}": f"Port gate shut\n\n{text}" for n, text in enumerate(told)})

        class Author(Scribe):
            async def write(self, request: WritingRequest) -> Written:
                labels = {each.text: each.label for source in request.sources for each in source.sentences}
                versions = [DraftVersion(evidence=[labels[text]], text=text) for text in told]
                first = DraftClaim(evidence=[labels[told[0]]], attribution=None, text=told[0])
                self._draft = drafted([first], [DraftDifference(versions=versions)])
                return await super().write(request)

        bench = Bench(exclusive=[0] if is_exclusive else [])
        given = means(shelf, Author(drafted([])), judge=bench)
        [brief] = await make_briefs(sent("s0", "s1"), wish=Wish(), means=given, progress=Silence())
        assert len(bench.pairs) == 1
        shown_texts = {version.text for each in brief.differences for version in each.versions}
        assert shown_texts == (set(told) if is_exclusive else set())
        assert [f.code for each in brief.withheld for f in each.findings] == (
            [] if is_exclusive else ["comparison.unconfirmed"]
        )

    async def test_without_differences_the_judge_compares_nothing(self) -> None:
        bench = Bench()
        found = await run(Scribe(drafted([claim(1)])), bench)
        assert (bench.pairs, found.exclusive) == ([], None)

    async def test_a_judge_that_fails_to_compare_confirms_nothing_and_the_receipt_says_so(self) -> None:
        class Tired(Bench):
            async def compare(self, pairs: tuple[Pair, ...]) -> Compared:
                raise WriterError("timed_out")

        found = await run(Scribe(drafted([DIFFERENT], [difference()])), Tired(), two_sources=True)
        assert (found.exclusive, found.receipt.judge_fault) == (None, "timed_out")
        assert found.verdict.claims[0].support == "supported"


class TestTheHeadline:
    gate = "Gate of Aldersund port closed to visitors"

    async def test_it_is_judged_by_the_sentences_of_the_claim_that_it_speaks_of(self) -> None:
        bench = Bench()
        found = await run(Scribe(drafted([claim(1), claim(2)], headline=self.gate)), bench)
        assert found.headline == self.gate
        asked = bench.asked[-1][0].statement
        assert (asked.text, asked.labels) == (self.gate, ("1.1",))

    async def test_one_that_the_judge_does_not_find_there_is_not_shown(self) -> None:
        bench = Bench(by_text({self.gate: "contradicted"}))
        found = await run(Scribe(drafted([claim(1)], headline=self.gate)), bench)
        assert (found.headline, shown(found)) == ("", [CLOSED[0]])
        assert "support" in found.receipt.checks

    async def test_one_that_speaks_of_a_claim_that_was_withheld_is_not_shown(self) -> None:
        wrong = claim(2, text="The bridge of Aldersund port is open to visitors, and visitors burned the bridge.")
        bench = Bench(by_text({wrong.text: "contradicted"}))
        found = await run(Scribe(drafted([claim(1), wrong], headline="Visitors burned bridge down")), bench)
        assert (found.headline, shown(found)) == ("", [CLOSED[0]])

    async def test_without_an_answer_the_checks_decide(self) -> None:
        found = await run(Scribe(drafted([claim(1)], headline=self.gate)), None)
        assert found.headline == self.gate
