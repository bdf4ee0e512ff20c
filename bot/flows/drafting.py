"""A draft and what becomes of it: checked, judged, sent back a few times at most, and what still fails withheld.

A judge that cannot be reached takes nothing away: the claims are then checked by code alone, and the receipt says so.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.checking.statement import resolve
from bot.core.checking.verdict import CHECKS, Verdict, check_draft, check_repairs
from bot.core.errors import WriterError
from bot.core.headlines import headline_holds, statement_of
from bot.core.judging import Judged, Opinion, Pair, Question, batches
from bot.core.knowledge import Knowledge
from bot.core.models import DraftBrief, FailedClaim, Receipt, Source, Usage, Withheld, WritingRequest, Written
from bot.core.writing.ordering import Order, order_of
from bot.ports import Compute, Judge, Progress, Writer


class NothingHeldError(WriterError):
    """A draft of which no claim passed the checks: what it cost and what was withheld stays on the receipt."""

    def __init__(self, *, withheld: tuple[Withheld, ...], usage: Usage, repairs: int) -> None:
        super().__init__("withheld")
        self.withheld = withheld
        self.usage = usage
        self.repairs = repairs


@dataclass(frozen=True)
class Checking:
    """What a draft is made and checked with; `rounds` is how often failed claims go back at most."""

    writer: Writer
    judge: Judge | None
    knowledge: Knowledge
    rounds: int
    compute: Compute
    progress: Progress


@dataclass(frozen=True)
class Drafted:
    """A draft that has been checked: what may be shown, what is withheld, and how that came to be."""

    headline: str
    """Empty where the drafted one does not hold."""
    language: str
    verdict: Verdict
    withheld: tuple[Withheld, ...]
    exclusive: frozenset[int] | None
    """Places of the verdict's differences of which both versions cannot be true; None where nobody judged them."""
    receipt: Receipt


@dataclass
class _Course:
    """What a draft has cost so far, and who judged it."""

    usage: Usage = field(default_factory=Usage)
    repairs: int = 0
    judge: str | None = None
    judge_prompt: str | None = None
    fault: str | None = None

    def note(self, judged: Judged) -> None:
        self.usage += judged.usage
        self.judge, self.judge_prompt = judged.model or self.judge, judged.prompt or self.judge_prompt


@dataclass(frozen=True)
class _Asking:
    """What a writer was asked, in its own numbering, and what it answered."""

    request: WritingRequest
    order: Order
    draft: DraftBrief


async def draft(request: WritingRequest, sources: tuple[Source, ...], checking: Checking) -> Drafted:
    """Return a checked draft; raise `WriterError` where the writer gives nothing, or nothing of it can be shown."""
    checking.progress.writing(len(sources))
    order = order_of(request.sources)
    request = request.model_copy(update={"sources": order.sources})
    written = _within(await checking.writer.write(request), request.max_claims)
    restored = order.restored(written.draft)
    course = _Course(usage=written.usage)
    checking.progress.checking(len(written.draft.claims))
    verdict = await checking.compute(
        check_draft, restored, sources, language=request.language, knowledge=checking.knowledge
    )
    verdict = await _judged(verdict, checking, course)
    asking = _Asking(request=request, order=order, draft=written.draft)
    verdict = await _repaired(verdict, asking, sources=sources, checking=checking, course=course)
    verdict = verdict.settled(sources, language=request.language, knowledge=checking.knowledge)
    verdict = await _judged(verdict, checking, course)
    withheld = (*(_withheld(each) for each in verdict.failed), *verdict.withheld)
    if not verdict.claims:
        raise NothingHeldError(withheld=withheld, usage=course.usage, repairs=course.repairs)
    exclusive = await _compared(verdict, sources, request.language, checking, course)
    is_said = await _is_headline_said(written.draft.headline, verdict, sources, request.language, checking, course)
    return Drafted(
        headline=written.draft.headline if is_said else "",
        language=request.language,
        verdict=verdict,
        withheld=withheld,
        exclusive=exclusive,
        receipt=_receipt(written, verdict, course),
    )


def _within(written: Written, most: int) -> Written:
    """A writer may say more than it was asked for; the first claims are the ones that matter."""
    shortened = written.draft.model_copy(update={"claims": written.draft.claims[:most]})
    return written.model_copy(update={"draft": shortened})


async def _repaired(
    verdict: Verdict, asking: _Asking, *, sources: tuple[Source, ...], checking: Checking, course: _Course
) -> Verdict:
    """Send back what failed, a few times at most; what a broken repair leaves stays failed."""
    while verdict.mendable and course.repairs < checking.rounds:
        course.repairs += 1
        checking.progress.repairing(len(verdict.mendable))
        failed = asking.order.asked(verdict.mendable)
        try:
            again = await checking.writer.repair(asking.request, draft=asking.draft, failed=failed)
        except WriterError:
            break
        course.usage += again.usage
        second = await checking.compute(
            check_repairs,
            verdict.mendable,
            asking.order.restored_repairs(again.draft),
            sources,
            language=asking.request.language,
            knowledge=checking.knowledge,
        )
        verdict = verdict.with_repairs(await _judged(second, checking, course))
    return verdict


async def _judged(verdict: Verdict, checking: Checking, course: _Course) -> Verdict:
    """Ask the judge about every claim that passed and was not judged; without a judge nothing changes.

    A claim that an answer leaves out is asked about once more when the repairs are over.
    """
    questions = [
        Question(number=each.number, statement=each.statement, doubts=each.claim.doubts)
        for each in verdict.passed
        if each.claim.support is None
    ]
    if checking.judge is None or course.fault or not questions:
        return verdict
    asked = [_opinions(checking.judge, batch, course) for batch in batches(questions)]
    opinions = [opinion for found in await asyncio.gather(*asked) for opinion in found]
    return verdict.with_opinions({opinion.number: opinion for opinion in opinions})


async def _opinions(judge: Judge, questions: tuple[Question, ...], course: _Course) -> Sequence[Opinion]:
    try:
        judged = await judge.judge(questions)
    except WriterError as error:
        course.fault = error.code
        return ()
    course.note(judged)
    known = {question.number for question in questions}
    return [opinion for opinion in judged.opinions if opinion.number in known]


async def _compared(
    verdict: Verdict, sources: tuple[Source, ...], language: str, checking: Checking, course: _Course
) -> frozenset[int] | None:
    """Ask the judge whether both versions of a drafted difference can be true."""
    if checking.judge is None or course.fault or not verdict.differences:
        return None
    pairs = [
        Pair(
            number=number,
            versions=tuple(
                resolve(version.text, [each.label for each in version.evidence], sources, language=language)
                for version in difference.versions
            ),
        )
        for number, difference in enumerate(verdict.differences)
    ]
    try:
        compared = await checking.judge.compare(tuple(pairs))
    except WriterError as error:
        course.fault = error.code
        return None
    course.usage += compared.usage
    return compared.exclusive


async def _is_headline_said(
    headline: str, verdict: Verdict, sources: tuple[Source, ...], language: str, checking: Checking, course: _Course
) -> bool:
    """Ask the judge whether the sentences behind a headline say it; without an answer the checks alone decide."""
    statement = statement_of(headline, verdict.claims, sources, language=language)
    holds = await checking.compute(
        headline_holds, headline, verdict.claims, sources, language=language, knowledge=checking.knowledge
    )
    if not holds or statement is None or checking.judge is None or course.fault:
        return holds
    try:
        judged = await checking.judge.judge((Question(number=1, statement=statement),))
    except WriterError:
        return holds
    course.note(judged)
    return all(opinion.verdict == "supported" for opinion in judged.opinions)


def _withheld(failed: FailedClaim) -> Withheld:
    return Withheld(
        text=failed.draft.text, findings=failed.findings, labels=tuple(failed.draft.evidence), tries=failed.tries
    )


def _receipt(written: Written, verdict: Verdict, course: _Course) -> Receipt:
    judged = all(each.claim.support for each in verdict.passed)
    silent = "malformed" if course.judge and not judged else None
    return Receipt(
        writer="model",
        model=written.model,
        prompt=written.prompt,
        checks=(*CHECKS, "support") if judged else CHECKS,
        repairs=course.repairs,
        usage=course.usage,
        judge=course.judge,
        judge_prompt=course.judge_prompt,
        judge_fault=course.fault or silent,
    )
