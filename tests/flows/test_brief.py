"""A brief from end to end over the ports: what the model says, what survives, and what happens where it fails."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from bot.adapters.languages import LangidLanguages
from bot.adapters.reading.reader import paste
from bot.core.errors import LoadError, WriterError
from bot.core.knowledge import Knowledge
from bot.core.models import (
    Article,
    DraftBrief,
    DraftClaim,
    DraftDifference,
    DraftRepair,
    DraftRepairs,
    DraftVersion,
    FailedClaim,
    LoadFailure,
    Rewritten,
    Usage,
    WritingRequest,
    Written,
)
from bot.core.requests import Item, Link, LocalFile
from bot.flows.brief import Means, NothingReadError, Wish, make_briefs
from bot.flows.gather import GatherLimits

HARBOUR = """Harbour crane falls into the dock at Aldersund

A crane fell into the dock at Aldersund on Monday and slightly injured 12 workers, the port said.

"Nobody was near the crane when it fell," a port spokeswoman said.

The port will stay closed until Thursday, the mayor said."""

HARBOUR_TOO = """Crane collapses at Aldersund port

A crane collapsed into the dock at Aldersund on Monday; 12 workers were slightly injured, according to the port.

The port of Aldersund handles two million tonnes a year and employs 900 people."""

CHESS = """Schoolgirl wins the national chess cup

A pupil of eleven won the national chess cup in Tolby on Sunday, the chess federation announced.

Her school will name its reading room after the champion, the headmaster said."""


class Shelf:
    """A loader that knows some names, and fails as told for others."""

    def __init__(self, **texts: str | LoadError) -> None:
        self._texts = texts

    async def load(self, item: Item) -> Article:
        found = self._texts.get(item.given, LoadError("not_found"))
        if isinstance(found, LoadError):
            raise found
        return paste(found, given=item.given)


def sent(*names: str) -> list[Item]:
    return [LocalFile(path=name) for name in names]


class Scribe:
    """A writer that answers from two functions and remembers what it was asked."""

    def __init__(
        self,
        write: Callable[[WritingRequest], DraftBrief],
        repair: Callable[[tuple[FailedClaim, ...]], list[DraftRepair]] = lambda _: [],
    ) -> None:
        self._write = write
        self._repair = repair
        self.requests: list[WritingRequest] = []
        self.repairs: list[tuple[FailedClaim, ...]] = []

    async def write(self, request: WritingRequest) -> Written:
        self.requests.append(request)
        usage = Usage(input_tokens=100, output_tokens=10, calls=1)
        return Written(draft=self._write(request), model="scribe", prompt="brief/v1", usage=usage)

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: tuple[FailedClaim, ...]) -> Rewritten:
        self.repairs.append(failed)
        usage = Usage(input_tokens=50, output_tokens=5, calls=1)
        return Rewritten(draft=DraftRepairs(claims=self._repair(failed)), usage=usage)


class Silence:
    def __init__(self) -> None:
        self.outcomes: list[Article | LoadFailure] = []

    def read(self, given: str, outcome: Article | LoadFailure, /) -> None:
        self.outcomes.append(outcome)

    def writing(self, articles: int, /) -> None: ...

    def checking(self, claims: int, /) -> None: ...

    def repairing(self, claims: int, /) -> None: ...


def means(shelf: Shelf, writer: object = None, **changes: object) -> Means:
    given = {
        "loader": shelf,
        "languages": LangidLanguages(),
        "writer": writer,
        "knowledge": Knowledge(),
        "limits": GatherLimits(),
        "input_budget": 20_000,
        "repair_rounds": 2,
        "today": lambda: date(2026, 5, 4),
    }
    return Means(**{**given, **changes})  # type: ignore[arg-type]


def draft(*claims: tuple[list[str], str], headline: str = "A crane fell at Aldersund") -> DraftBrief:
    drafted = [DraftClaim(evidence=evidence, attribution=None, text=text) for evidence, text in claims]
    return DraftBrief(claims=drafted, differences=[], origins=[], headline=headline)


GOOD = (["1.1", "2.1"], "A crane fell into the dock at Aldersund on Monday and slightly injured 12 workers.")
WRONG = (["1.1"], "The crane injured 13 workers.")


class TestWithAModel:
    shelf = Shelf(a=HARBOUR, b=HARBOUR_TOO)

    async def test_what_passes_is_shown_with_evidence_cut_from_the_articles(self) -> None:
        scribe = Scribe(lambda _: draft(GOOD))
        [brief] = await make_briefs(sent("a", "b"), wish=Wish(), means=means(self.shelf, scribe), progress=Silence())
        assert [claim.text for claim in brief.claims] == [GOOD[1]]
        assert brief.claims[0].sources == (1, 2)
        for evidence in brief.claims[0].evidence:
            text = brief.sources[evidence.source - 1].article.text
            assert evidence.span.of(text) == evidence.text
        assert brief.receipt.writer == "model"
        assert brief.receipt.usage.calls == 1

    async def test_a_wrong_number_goes_back_and_its_repair_is_shown(self) -> None:
        mended = DraftRepair(number=2, evidence=["1.1"], attribution=None, text="The crane injured 12 workers.")
        scribe = Scribe(lambda _: draft(GOOD, WRONG), lambda _: [mended])
        [brief] = await make_briefs(sent("a", "b"), wish=Wish(), means=means(self.shelf, scribe), progress=Silence())
        assert [failed.number for failed in scribe.repairs[0]] == [2]
        assert "13" in scribe.repairs[0][0].findings[0].words
        assert mended.text in [claim.text for claim in brief.claims]
        assert brief.withheld == ()
        assert (brief.receipt.repairs, brief.receipt.usage.calls) == (1, 2)

    async def test_what_fails_twice_is_withheld_and_counted(self) -> None:
        still = DraftRepair(number=2, evidence=["1.1"], attribution=None, text="The crane injured 14 workers.")
        scribe = Scribe(lambda _: draft(GOOD, WRONG), lambda _: [still])
        [brief] = await make_briefs(sent("a", "b"), wish=Wish(), means=means(self.shelf, scribe), progress=Silence())
        assert [claim.text for claim in brief.claims] == [GOOD[1]]
        assert [finding.code for withheld in brief.withheld for finding in withheld.findings] == ["numbers.unsupported"]
        assert len(scribe.repairs) == 2

    async def test_no_more_claims_are_taken_than_were_asked_for(self) -> None:
        many = [(["1.1"], f"A crane fell into the dock at Aldersund on Monday, part {n * 'x'}.") for n in range(1, 9)]
        scribe = Scribe(lambda _: draft(*many))
        [brief] = await make_briefs(
            sent("a", "b"), wish=Wish(length="short"), means=means(self.shelf, scribe), progress=Silence()
        )
        assert scribe.requests[0].max_claims == 5
        assert len(brief.claims) + len(brief.withheld) <= 5

    async def test_a_difference_that_fails_is_counted_too(self) -> None:
        versions = [
            DraftVersion(evidence=[label], text=f"The crane hurt {n}.") for label, n in (("1.1", 70), ("2.1", 80))
        ]
        drafted = draft(GOOD).model_copy(update={"differences": [DraftDifference(versions=versions)]})
        [brief] = await make_briefs(
            sent("a", "b"), wish=Wish(), means=means(self.shelf, Scribe(lambda _: drafted)), progress=Silence()
        )
        assert brief.differences == ()
        assert len(brief.withheld) == 1

    async def test_numbers_are_read_in_the_language_of_the_reply(self) -> None:
        german = (["1.1"], "Ein Kran stürzte ins Hafenbecken und verletzte zwölf Arbeiter leicht.")
        scribe = Scribe(lambda _: draft(german))
        [brief] = await make_briefs(
            sent("a", "b"), wish=Wish(language="de"), means=means(self.shelf, scribe), progress=Silence()
        )
        assert [claim.text for claim in brief.claims] == [german[1]]

    async def test_the_writer_is_asked_the_same_whoever_sends_first_and_readers_keep_their_numbers(self) -> None:
        scribe = Scribe(lambda _: draft((["2.1"], "A crane fell into the dock at Aldersund on Monday.")))
        briefs = [
            (await make_briefs(sent(*names), wish=Wish(), means=means(self.shelf, scribe), progress=Silence()))[0]
            for names in (("a", "b"), ("b", "a"))
        ]
        first, second = scribe.requests
        assert first == second
        assert first.sources[1].article.title == "Harbour crane falls into the dock at Aldersund"
        assert [brief.claims[0].sources for brief in briefs] == [(1,), (2,)]

    async def test_without_repair_rounds_nothing_is_sent_back(self) -> None:
        scribe = Scribe(lambda _: draft(GOOD, WRONG))
        [brief] = await make_briefs(
            sent("a", "b"), wish=Wish(), means=means(self.shelf, scribe, repair_rounds=0), progress=Silence()
        )
        assert scribe.repairs == []
        assert len(brief.withheld) == 1

    async def test_a_broken_repair_withholds_and_keeps_the_rest(self) -> None:
        def give_up(_: object) -> list[DraftRepair]:
            raise WriterError("unavailable")

        scribe = Scribe(lambda _: draft(GOOD, WRONG), give_up)
        [brief] = await make_briefs(sent("a", "b"), wish=Wish(), means=means(self.shelf, scribe), progress=Silence())
        assert [claim.text for claim in brief.claims] == [GOOD[1]]
        assert len(brief.withheld) == 1

    async def test_labels_that_do_not_exist_never_reach_a_reader(self) -> None:
        scribe = Scribe(lambda _: draft((["1.99"], "The port is closed."), (["3.1"], "It rained."), GOOD))
        [brief] = await make_briefs(sent("a", "b"), wish=Wish(), means=means(self.shelf, scribe), progress=Silence())
        assert [claim.text for claim in brief.claims] == [GOOD[1]]
        assert {f.code for w in brief.withheld for f in w.findings} == {"citations.unknown_label"}

    @pytest.mark.parametrize("code", ["refused", "truncated", "malformed", "unavailable", "quota", "timed_out"])
    async def test_a_model_that_fails_leaves_the_word_for_word_brief(self, code: str) -> None:
        def fail(_: WritingRequest) -> DraftBrief:
            raise WriterError(code)

        [brief] = await make_briefs(
            sent("a", "b"), wish=Wish(), means=means(self.shelf, Scribe(fail)), progress=Silence()
        )
        assert brief.receipt.writer == "extractive"
        assert brief.receipt.fault == code
        assert brief.claims

    async def test_a_draft_of_which_nothing_holds_leaves_the_word_for_word_brief(self) -> None:
        [brief] = await make_briefs(
            sent("a"), wish=Wish(), means=means(self.shelf, Scribe(lambda _: draft(WRONG))), progress=Silence()
        )
        assert (brief.receipt.writer, brief.receipt.fault) == ("extractive", "withheld")
        assert [withheld.text for withheld in brief.withheld] == [WRONG[1]]
        assert (brief.receipt.usage.calls, brief.receipt.repairs) == (3, 2)
        assert all(claim.quoted_from == 1 for claim in brief.claims)

    async def test_a_headline_with_a_number_nobody_gives_is_replaced(self) -> None:
        scribe = Scribe(lambda _: draft(GOOD, headline="Crane injures 40 at Aldersund"))
        [brief] = await make_briefs(sent("a", "b"), wish=Wish(), means=means(self.shelf, scribe), progress=Silence())
        assert "40" not in brief.headline
        assert brief.headline

    async def test_the_reply_language_is_asked_for_and_falls_back_to_the_sources(self) -> None:
        scribe = Scribe(lambda _: draft(GOOD))
        for wish, language in ((Wish(language="de"), "de"), (Wish(), "en")):
            await make_briefs(sent("a", "b"), wish=wish, means=means(self.shelf, scribe), progress=Silence())
            assert scribe.requests[-1].language == language

    async def test_long_input_is_reduced_and_said_to_be(self) -> None:
        long = (
            HARBOUR
            + "\n\n"
            + "\n\n".join(
                f"The harbour archive holds item {n} of the Aldersund crane records, a clerk said." for n in range(400)
            )
        )
        scribe = Scribe(
            lambda request: draft(([request.sources[0].sentences[0].label], request.sources[0].sentences[0].text))
        )
        [brief] = await make_briefs(
            sent("a"), wish=Wish(), means=means(Shelf(a=long), scribe, input_budget=2_000), progress=Silence()
        )
        assert brief.receipt.shortened == (1,)
        assert len(scribe.requests[0].sources[0].sentences) < len(brief.sources[0].sentences)


class TestWithoutAModel:
    async def test_every_claim_is_a_sentence_of_its_outlet(self) -> None:
        [brief] = await make_briefs(
            sent("a", "b"), wish=Wish(), means=means(Shelf(a=HARBOUR, b=HARBOUR_TOO)), progress=Silence()
        )
        assert brief.receipt.writer == "extractive"
        assert brief.receipt.fault is None
        for claim in brief.claims:
            assert claim.text in brief.sources[(claim.quoted_from or 0) - 1].article.text

    async def test_different_stories_get_different_briefs(self) -> None:
        shelf = Shelf(a=HARBOUR, b=CHESS, c=HARBOUR_TOO)
        briefs = await make_briefs(sent("a", "b", "c"), wish=Wish(), means=means(shelf), progress=Silence())
        assert [[source.article.given for source in brief.sources] for brief in briefs] == [["a", "c"], ["b"]]


class TestWhatWasSent:
    async def test_one_that_fails_costs_the_others_nothing(self) -> None:
        shelf = Shelf(a=HARBOUR, dead=LoadError("http_status", status=404), tiny="Hello there")
        [brief] = await make_briefs(sent("dead", "a", "tiny"), wish=Wish(), means=means(shelf), progress=Silence())
        assert [(failure.given, failure.code) for failure in brief.failures] == [
            ("dead", "http_status"), ("tiny", "too_short"),
        ]  # fmt: skip
        assert brief.claims

    async def test_where_nothing_can_be_read_every_reason_is_told(self) -> None:
        progress = Silence()
        with pytest.raises(NothingReadError) as caught:
            await make_briefs(sent("x", "y"), wish=Wish(), means=means(Shelf()), progress=progress)
        assert [failure.code for failure in caught.value.failures] == ["not_found", "not_found"]
        assert len(progress.outcomes) == 2

    async def test_beyond_the_limit_is_named(self) -> None:
        shelf = Shelf(**{f"s{n}": HARBOUR.replace("Monday", f"May {n}") for n in range(1, 31)})
        given = [f"s{n}" for n in range(1, 31)]
        briefs = await make_briefs(sent(*given), wish=Wish(), means=means(shelf), progress=Silence())
        assert briefs[-1].left_out == tuple(given[10:])
        assert sum(len(brief.sources) for brief in briefs) == 10

    async def test_a_source_named_twice_is_read_once(self) -> None:
        progress = Silence()
        [brief] = await make_briefs(sent("a", "a"), wish=Wish(), means=means(Shelf(a=HARBOUR)), progress=progress)
        assert len(progress.outcomes) == 1
        assert brief.failures == ()

    async def test_what_fails_takes_no_place_of_what_comes_after(self) -> None:
        given = [*(f"dead{n}" for n in range(10)), "a"]
        [brief] = await make_briefs(sent(*given), wish=Wish(), means=means(Shelf(a=HARBOUR)), progress=Silence())
        assert [source.article.given for source in brief.sources] == ["a"]
        assert len(brief.failures) == 10

    async def test_there_is_an_end_to_trying_and_the_rest_is_named(self) -> None:
        given = [f"dead{n}" for n in range(50)]
        with pytest.raises(NothingReadError) as caught:
            await make_briefs(sent(*given), wish=Wish(), means=means(Shelf()), progress=Silence())
        assert (len(caught.value.failures), len(caught.value.left_out)) == (30, 20)

    async def test_headings_alone_are_no_story(self) -> None:
        text = "\n".join(f"Heading number {'x' * n} of many" for n in range(1, 12))
        with pytest.raises(NothingReadError) as caught:
            await make_briefs(
                sent("a"), wish=Wish(), means=means(Shelf(a=text + "\nIt rained hard.")), progress=Silence()
            )
        assert caught.value.failures[0].code == "no_story"

    async def test_the_same_text_twice_counts_once(self) -> None:
        [brief] = await make_briefs(
            sent("a", "b"), wish=Wish(), means=means(Shelf(a=HARBOUR, b=HARBOUR)), progress=Silence()
        )
        assert len(brief.sources) == 1
        assert [(failure.given, failure.code) for failure in brief.failures] == [("b", "repeated")]

    async def test_a_feed_stands_for_its_newest_articles(self) -> None:
        class Feed:
            def __init__(self, *urls: str) -> None:
                self.urls = urls

            async def newest(self, link: Link) -> tuple[Link, ...]:
                return tuple(Link(url=url) for url in self.urls)[: link.newest]

        wanted = [Link(url="feed", newest=2)]
        shelf = Shelf(a=HARBOUR, b=CHESS, c=HARBOUR_TOO)
        made = replace(means(shelf), feeds=Feed("a", "b", "c"))
        briefs = await make_briefs(wanted, wish=Wish(), means=made, progress=Silence())
        assert [source.article.given for brief in briefs for source in brief.sources] == ["a", "b"]
        with pytest.raises(NothingReadError) as caught:
            await make_briefs(wanted, wish=Wish(), means=replace(means(shelf), feeds=Feed()), progress=Silence())
        assert [(failure.given, failure.code) for failure in caught.value.failures] == [("feed", "no_article")]

    async def test_one_page_by_two_addresses_counts_once_and_two_pages_of_one_address_do_not(self) -> None:
        class Site(Shelf):
            async def load(self, item: Item) -> Article:
                return (await super().load(item)).model_copy(update={"url": "https://post.example/story"})

        longer = HARBOUR + "\nMore soon."
        [brief] = await make_briefs(
            sent("a", "b"), wish=Wish(), means=means(Site(a=HARBOUR, b=longer)), progress=Silence()
        )
        assert [(failure.given, failure.code) for failure in brief.failures] == [("b", "repeated")]
        briefs = await make_briefs(
            sent("a", "b"), wish=Wish(), means=means(Site(a=HARBOUR, b=CHESS)), progress=Silence()
        )
        assert [source.article.given for brief in briefs for source in brief.sources] == ["a", "b"]

    @pytest.mark.parametrize(
        ("text", "code"),
        [("🎉🎉🎉 ✨✨ 👍", "not_text"), ("12 34 56", "not_text"), ("Hello", "too_short"), ("مرحبا بكم", "too_short")],
    )
    async def test_what_is_no_article_gets_its_own_reason(self, text: str, code: str) -> None:
        with pytest.raises(NothingReadError) as caught:
            await make_briefs(sent("a"), wish=Wish(), means=means(Shelf(a=text)), progress=Silence())
        assert caught.value.failures[0].code == code

    async def test_a_loader_that_never_answers_ends_at_the_deadline(self) -> None:
        import asyncio

        class Stuck(Shelf):
            async def load(self, item: Item) -> Article:
                if item.given == "stuck":
                    await asyncio.Event().wait()
                return await super().load(item)

        [brief] = await make_briefs(
            sent("stuck", "a"),
            wish=Wish(),
            means=means(Stuck(a=HARBOUR), limits=GatherLimits(deadline=0.2)),
            progress=Silence(),
        )
        assert [(failure.given, failure.code) for failure in brief.failures] == [("stuck", "timed_out")]
