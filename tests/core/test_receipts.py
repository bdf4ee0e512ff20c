"""The receipt of a claim: what it says passed, what stayed open, and how it was worded before."""

from typing import Any

import pytest

from bot.core.message.classic import render
from bot.core.message.document import Bullet, Citation, Document, Heading, Line, Paragraph
from bot.core.message.receipt import compose_receipt
from bot.core.message.verdicts import DOUBTS, FINDINGS
from bot.core.models import Brief, Check, Claim, Doubt, Finding, Receipt, Root, Try
from bot.core.receipts import ClaimReceipt, KeptBrief, receipt_of, with_neighbours
from tests.adapters.test_locales import FOLDER, ids
from tests.core.message_strategies import a_brief, a_source, english, proof

ONE = a_source(
    1,
    "The ferry stops on Monday.",
    "The harbour master said that 12 boats wait.",
    "It will return in April.",
    title="Ferry stops",
    url="https://coastdaily.example/ferry",
    outlet="Coast Daily",
)
TWO = a_source(2, "From Monday there is no ferry.")
CHECKS: tuple[Check, ...] = ("citations", "numbers", "clarity")
WROTE = Receipt(writer="model", model="quill-2", prompt="brief/v1", checks=CHECKS)
NUMBER = Finding(check="numbers", code="numbers.unsupported", words="13")
TWO_FACTS = Finding(check="clarity", code="clarity.two_facts")


def a_claim(text: str = "The harbour master said that 12 boats wait.", **more: Any) -> Claim:
    return Claim(text=text, evidence=(proof(ONE, 2), proof(TWO, 1)), **more)


def briefed(*claims: Claim, receipt: Receipt = WROTE) -> Brief:
    return a_brief(*claims, sources=(ONE, TWO), receipt=receipt)


def of(claim: Claim, *, receipt: Receipt = WROTE, number: int = 1) -> ClaimReceipt:
    found = receipt_of(KeptBrief.of(briefed(claim, receipt=receipt)), number)
    assert found is not None
    return found


def shown(receipt: ClaimReceipt) -> list[str]:
    return [
        said(block) for block in compose_receipt(receipt, english(), language="en").blocks if isinstance(block, Line)
    ]


def said(line: Line) -> str:
    return "".join(span.label if isinstance(span, Citation) else span.text for span in line.spans)


def under(document: Document, heading: str) -> list[str]:
    """The bullets below a heading."""
    found, here = [], False
    for block in document.blocks:
        if isinstance(block, Heading):
            here = said(block) == heading
        elif here and isinstance(block, Bullet):
            found.append(said(block))
    return found


class TestWhatPassed:
    def test_a_claim_without_a_remark_passed_every_check_that_ran(self) -> None:
        assert (of(a_claim()).passed, of(a_claim()).remarks) == (CHECKS, ())

    def test_a_claim_that_could_not_be_mended_is_shown_with_the_remark_and_did_not_pass_that_check(self) -> None:
        text = "12 boats wait, and the ferry stops."
        claim = a_claim(text, tries=(Try(text=f" {text}", labels=("1.2",), findings=(TWO_FACTS,)),))
        assert (of(claim).passed, of(claim).remarks) == (("citations", "numbers"), (TWO_FACTS,))
        assert "Shown in spite of this: it says two things at once" in shown(of(claim))
        assert "Earlier wordings that did not pass" not in shown(of(claim))

    def test_a_judge_is_named_only_where_it_looked_at_this_claim(self) -> None:
        judged = WROTE.model_copy(update={"judge": "second-1", "checks": (*CHECKS, "support")})
        assert "support" in of(a_claim(support="supported"), receipt=judged).passed
        assert "support" not in of(a_claim(), receipt=judged).passed
        told = shown(of(a_claim(support="supported"), receipt=judged))
        assert "A second model (second-1) found that the sentences say it." in told
        assert "No second model looked at it." in shown(of(a_claim()))

    def test_a_judge_that_could_not_be_asked_is_told_with_the_reason(self) -> None:
        failed = WROTE.model_copy(update={"judge_fault": "timed_out"})
        assert "No second model looked at it: it took too long." in shown(of(a_claim(), receipt=failed))
        strange = WROTE.model_copy(update={"judge_fault": "moonstruck"})
        assert "No second model looked at it." in shown(of(a_claim(), receipt=strange))

    def test_a_sentence_word_for_word_needs_no_writer(self) -> None:
        claim = a_claim("The harbour master said that 12 boats wait.", quoted_from=1)
        told = shown(of(claim, receipt=Receipt(writer="extractive", checks=CHECKS)))
        assert "It is a sentence of its source, word for word." in told
        assert told[-1] == "No model wrote it."
        assert "No second model looked at it." not in told


class TestWhatIsShown:
    def test_the_claim_its_sentences_and_its_writer(self) -> None:
        told = shown(of(a_claim()))
        assert told[:2] == ["Statement 1", "The harbour master said that 12 boats wait."]
        assert "[1] Coast Daily, sentence 1.2: “The harbour master said that 12 boats wait.”" in told
        assert "[2] sentence 2.1: “From Monday there is no ferry.”" in told
        assert "Passed: citations, numbers and clarity." in told
        assert told[-1] == "Written by quill-2 with the prompt brief/v1."

    def test_with_its_articles_each_sentence_stands_between_its_neighbours(self) -> None:
        brief = briefed(a_claim())
        [first, second] = with_neighbours(of(a_claim()), brief).cited
        assert (first.before, first.after) == ("The ferry stops on Monday.", "It will return in April.")
        assert (second.before, second.after) == ("", "")
        told = shown(with_neighbours(of(a_claim()), brief))
        place = told.index("[1] Coast Daily, sentence 1.2: “The harbour master said that 12 boats wait.”")
        assert told[place + 1 : place + 3] == [
            "before it: “The ferry stops on Monday.”",
            "after it: “It will return in April.”",
        ]
        assert told[place + 3].startswith("[2] sentence 2.1")

    def test_earlier_wordings_stand_with_what_they_failed(self) -> None:
        claim = a_claim(tries=(Try(text="13 boats wait.", labels=("1.2",), findings=(NUMBER, TWO_FACTS)),))
        told = under(compose_receipt(of(claim), english(), language="en"), "Earlier wordings that did not pass")
        assert told == ["“13 boats wait.” · its sentences do not have this number: “13” · it says two things at once"]

    def test_doubts_stand_with_the_words_they_are_about(self) -> None:
        claim = a_claim(doubts=(Doubt(check="attribution", code="attribution.limiting", words="about"),))
        told = under(compose_receipt(of(claim), english(), language="en"), "Left to a second look")
        assert told == ["whether it matters that these words are missing: “about”"]

    def test_origins_are_counted_and_named(self) -> None:
        roots = (Root(sources=(1, 2), name="Northern Wire"), Root(sources=(3,)))
        document = compose_receipt(of(a_claim(roots=roots)), english(), language="en")
        lines = [said(block) for block in document.blocks if isinstance(block, Paragraph)]
        assert "2 independent origins: Northern Wire [1] [2], own report of [3]" in lines

    def test_an_origin_without_a_name_is_the_report_itself(self) -> None:
        alone, shared = (
            shown(of(a_claim(roots=(Root(sources=sources),)))) for sources in ((1,), (1, 2))
        )  # fmt: skip
        assert "1 independent origin: own report of [1]" in alone
        assert "1 independent origin: the same report in [1] and [2]" in shared

    @pytest.mark.parametrize("number", [0, -1, 2, 10**9])
    def test_a_number_that_no_claim_has_has_no_receipt(self, number: int) -> None:
        assert receipt_of(KeptBrief.of(briefed(a_claim())), number) is None

    def test_it_fits_into_one_message_where_the_sentences_are_of_the_usual_length(self) -> None:
        assert len(render(compose_receipt(of(a_claim()), english(), language="en"))) == 1

    def test_a_code_of_another_version_is_told_in_general(self) -> None:
        strange = Finding(check="clarity", code="clarity.of_tomorrow", words="x")
        claim = a_claim(
            tries=(Try(text="Old.", labels=(), findings=(strange,)),),
            doubts=(Doubt(check="names", code="names.of_tomorrow"),),
        )
        told = shown(of(claim))
        assert "“Old.” · it does not pass a check: “x”" in told
        assert "a check could not decide" in told


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    known = ids(FOLDER / "en.ftl")
    for prefix, codes in (("finding-", FINDINGS), ("doubt-", DOUBTS)):
        said = {name.removeprefix(prefix) for name in known if name.startswith(prefix)} - {"other"}
        assert said == {code.replace(".", "-") for code in codes}
