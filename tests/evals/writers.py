"""What writers do: the claims they draft of the committed stories and what the bot shows of them.

Drafted claims are taken between the writer and the checks; of a claim that was repaired the first wording counts as
drafted and the last as shown. The extractive writer drafts what it shows: whole sentences of its sources.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.checking.statement import Statement, resolve
from bot.core.models import Brief, DraftBrief, FailedClaim, Rewritten, Source, WritingRequest, Written
from bot.ports import Judge, Writer
from tests.doubles.model_endpoint import ModelEndpoint
from tests.doubles.recorded_replies import RecordedReplies
from tests.doubles.stories import REPLIES, STORIES, USUAL, Bounds, Story, open_judge, open_writer, tell
from tests.evals.claims import knowledge
from tests.evals.measures import Tally, measure, total
from tests.evals.planted import authors


@dataclass(frozen=True)
class Row:
    """Counts of what one writer drafted, or of what was shown of it."""

    writer: str
    by: str
    """Who wrote the replies."""
    what: str
    tally: Tally
    stories: int
    withheld: int | None = None
    """Of the drafted claims, those that were not shown; None where nothing is withheld."""
    reasons: tuple[tuple[str, int], ...] = ()
    """Codes for which claims were withheld, the most frequent first."""
    not_used: int = 0
    """Stories in which nothing of the writer could be shown, so that the extractive writer answered."""


@dataclass(frozen=True)
class Told:
    """A story told by a writer: the draft with what it was drafted from, and the brief."""

    brief: Brief
    drafted: tuple[Statement, ...]


class Listener:
    """A `Writer` that keeps what another one drafts."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self.heard: list[tuple[WritingRequest, DraftBrief]] = []

    async def write(self, request: WritingRequest) -> Written:
        """Return the other's draft."""
        written = await self._writer.write(request)
        self.heard.append((request, written.draft))
        return written

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: tuple[FailedClaim, ...]) -> Rewritten:
        """Return the other's second tries."""
        return await self._writer.repair(request, draft=draft, failed=failed)


async def tell_extractively(stories: Sequence[Story] = STORIES) -> dict[str, Brief]:
    """Return the brief that the extractive writer makes of each story, by its name."""
    briefs = {}
    for story in stories:
        (briefs[story.name],) = await tell(story, None)
    return briefs


async def tell_all(
    writer: Writer, judge: Judge | None = None, *, stories: Sequence[Story] = STORIES, bounds: Bounds = USUAL
) -> tuple[Told, ...]:
    """Return every story as a writer tells it."""
    told = []
    for story in stories:
        listener = Listener(writer)
        (brief,) = await tell(story, listener, judge, bounds=bounds)
        told.append(Told(brief, tuple(_drafted(listener.heard))))
    return tuple(told)


async def tell_recorded(stories: Sequence[Story] = STORIES) -> tuple[Told, ...]:
    """Return the stories as the recorded replies tell them, judged by the recorded judge where it was asked just this.

    A draft without a reply leaves the story to the extractive writer, which its row says.
    """
    endpoint = ModelEndpoint(RecordedReplies(REPLIES))
    endpoint.__enter__()
    try:
        writer = open_writer(endpoint)
        told = await tell_all(writer, open_judge(writer), stories=stories)
        await writer.model.aclose()
    finally:
        # Not through __exit__: a judge that was not asked just this is a defect of a test, and here an answer less.
        endpoint.close()
    return told


def _drafted(heard: Iterable[tuple[WritingRequest, DraftBrief]]) -> Iterable[Statement]:
    for request, draft in heard:
        for claim in draft.claims[: request.max_claims]:
            yield resolve(
                claim.text,
                claim.evidence,
                request.sources,
                language=request.language,
                attribution=claim.attribution,
            )


# ---------------------------------------------------------------- rows


def extractive_row(briefs: Iterable[Brief]) -> Row:
    """Return the row of the extractive writer, which drafts nothing that it does not show."""
    made = list(briefs)
    return Row("extractive", "code", "shown", _tally(each for brief in made for each in shown(brief)), len(made))


def rows(writer: str, by: str, told: Sequence[Told]) -> tuple[Row, Row]:
    """Return what a writer drafted and what was shown of it; where the extractive writer answered, nothing was."""
    used = [each.brief for each in told if each.brief.receipt.writer == "model"]
    drafted = [statement for each in told for statement in each.drafted]
    kept = [statement for brief in used for statement in shown(brief)]
    left_out = [each for one in told for each in one.brief.withheld if not _is_difference(each.text)]
    codes = Counter(finding.code for each in left_out for finding in each.findings)
    missed = len(told) - len(used)
    return (
        Row(writer, by, "drafted", _tally(drafted), len(told)),
        Row(
            writer,
            by,
            "shown",
            _tally(kept),
            len(told),
            withheld=len(drafted) - len(kept),
            reasons=tuple(codes.most_common()),
            not_used=missed,
        ),
    )


def recorded_by(told: Sequence[Told], folder: Path = REPLIES) -> str:
    """Return who wrote the recorded replies, and who judged them where every story was judged."""
    by = "; ".join(authors(folder, prompts=("brief", "repair")))
    judged = sum(each.brief.receipt.judge is not None and each.brief.receipt.judge_fault is None for each in told)
    if judged < len(told):
        return f"{by}; the judge answered in {judged} of {len(told)} stories"
    return f"{by}; judged by {'; '.join(authors(folder))}"


def shown(brief: Brief) -> tuple[Statement, ...]:
    """Return the claims of a brief beside their evidence."""
    return tuple(
        resolve(
            claim.text,
            [each.label for each in claim.evidence],
            brief.sources,
            language=_language(claim.quoted_from, brief),
            attribution=claim.attribution,
        )
        for claim in brief.claims
    )


def _language(quoted_from: int | None, brief: Brief) -> str:
    by_number = {source.number: source for source in brief.sources}
    return by_number[quoted_from].article.language if quoted_from else brief.language


def _tally(statements: Iterable[Statement]) -> Tally:
    return total(measure(each, knowledge=knowledge()) for each in statements)


def _is_difference(text: str) -> bool:
    """Versions of a difference that were withheld are told in one line."""
    return " · " in text


def sources_of(briefs: dict[str, Brief]) -> dict[str, tuple[Source, ...]]:
    """Return the labelled sources of each story."""
    return {name: brief.sources for name, brief in briefs.items()}
