"""From what a person sent to checked briefs, one for each story.

gather -> group -> label -> write -> check -> repair -> withhold -> compare -> Brief

Without a model, or where its work cannot be used, the extractive writer answers: never silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.checking.verdict import CHECKS, Verdict, judge, rejudge
from bot.core.compare import align, find_differences, find_tensions
from bot.core.errors import FootnoteError, WriterError
from bot.core.merging import headline_holds, keep_sound, merge_differences, merge_origins
from bot.core.models import (
    Article,
    Brief,
    Difference,
    Length,
    LoadFailure,
    Origin,
    Receipt,
    Source,
    Usage,
    Withheld,
    WritingRequest,
    Written,
)
from bot.core.origins import find_origins
from bot.core.requests import Item
from bot.core.sentences import label
from bot.core.stories import group
from bot.core.writing.extractive import CLAIMS, Picture, choose_headline, extract
from bot.core.writing.fitting import fit
from bot.core.writing.salience import rank
from bot.flows.gather import GatherLimits, gather
from bot.ports import Compute, Feeds, Languages, Loader, P, Progress, T, Writer


class NothingReadError(FootnoteError):
    """None of what was tried could be read; `failures` say why, one by one, and `left_out` what was not tried."""

    def __init__(self, failures: tuple[LoadFailure, ...], left_out: tuple[str, ...] = ()) -> None:
        super().__init__("nothing_read", count=len(failures))
        self.failures = failures
        self.left_out = left_out


class NothingHeldError(WriterError):
    """A draft of which no claim passed the checks: what it cost and what was withheld stays on the receipt."""

    def __init__(self, *, withheld: tuple[Withheld, ...], usage: Usage, repairs: int) -> None:
        super().__init__("withheld")
        self.withheld = withheld
        self.usage = usage
        self.repairs = repairs


@dataclass(frozen=True)
class Knowledge:
    """Data that decisions need and an operator may change."""

    outlets: frozenset[str] = frozenset()
    """Names of outlets and agencies, as `find_origins` wants them."""
    loaded: frozenset[str] = frozenset()
    """Beginnings of words that judge what they tell."""


async def at_once(work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """The `Compute` of whoever has nothing else to do meanwhile."""
    return work(*args, **kwargs)


@dataclass(frozen=True)
class Means:
    """What a brief is made with; `writer` is None where no model is configured."""

    loader: Loader
    languages: Languages
    writer: Writer | None
    knowledge: Knowledge
    limits: GatherLimits
    input_budget: int
    """Tokens of articles given to the model, by estimate."""
    repair_rounds: int
    today: Callable[[], date]
    compute: Compute = at_once
    prepare: Compute = at_once
    """For work on one article, which takes milliseconds."""
    feeds: Feeds | None = None


@dataclass(frozen=True)
class Wish:
    """What the reader asked for; `language` None means the language of the sources."""

    length: Length = "standard"
    language: str | None = None


async def make_briefs(given: Sequence[Item], *, wish: Wish, means: Means, progress: Progress) -> tuple[Brief, ...]:
    """Return one brief for each story in what was sent, the failures with the last.

    Raises `NothingReadError` where nothing could be read.
    """
    gathered = await gather(
        given,
        loader=means.loader,
        languages=means.languages,
        limits=means.limits,
        progress=progress,
        compute=means.prepare,
        feeds=means.feeds,
    )
    if not gathered.articles:
        raise NothingReadError(gathered.failures, gathered.left_out)
    briefs = []
    for members in await means.compute(group, gathered.articles):
        articles = [gathered.articles[member] for member in members]
        briefs.append(await _make_brief(articles, wish=wish, means=means, progress=progress))
    last = briefs[-1].model_copy(update={"failures": gathered.failures, "left_out": gathered.left_out})
    return (*briefs[:-1], last)


async def _make_brief(articles: Sequence[Article], *, wish: Wish, means: Means, progress: Progress) -> Brief:
    sources, view = await means.compute(_look, articles, means.knowledge)
    if means.writer is None:
        return await means.compute(_word_for_word, sources, view=view, wish=wish, knowledge=means.knowledge)
    try:
        return await _written(sources, view=view, wish=wish, means=means, writer=means.writer, progress=progress)
    except NothingHeldError as error:
        floor = await means.compute(
            _word_for_word, sources, view=view, wish=wish, knowledge=means.knowledge, fault=error.code
        )
        receipt = floor.receipt.model_copy(update={"usage": error.usage, "repairs": error.repairs})
        return floor.model_copy(update={"receipt": receipt, "withheld": error.withheld})
    except WriterError as error:
        return await means.compute(
            _word_for_word, sources, view=view, wish=wish, knowledge=means.knowledge, fault=error.code
        )


@dataclass(frozen=True)
class _View:
    """What code alone sees in the sources, whoever writes."""

    differences: tuple[Difference, ...]
    origins: tuple[Origin, ...]


def _look(articles: Sequence[Article], knowledge: Knowledge) -> tuple[tuple[Source, ...], _View]:
    """Cut the articles into labelled sentences and compare them."""
    sources = tuple(label(article, number=number) for number, article in enumerate(articles, start=1))
    view = _View(differences=find_differences(sources), origins=find_origins(sources, outlets=knowledge.outlets))
    return sources, view


# ---------------------------------------------------------------- with a model


async def _written(
    sources: tuple[Source, ...], *, view: _View, wish: Wish, means: Means, writer: Writer, progress: Progress
) -> Brief:
    fitted = await means.compute(fit, sources, budget=means.input_budget, rank=rank)
    request = WritingRequest(
        sources=fitted.sources,
        language=wish.language or _common_language(sources),
        length=wish.length,
        max_claims=CLAIMS[wish.length],
        today=means.today(),
    )
    progress.writing(len(sources))
    written = _within(await writer.write(request), request.max_claims)
    progress.checking(len(written.draft.claims))
    verdict = await means.compute(judge, written.draft, sources, language=request.language)
    verdict, repairs, usage = await _repaired(
        verdict, request, sources=sources, written=written, writer=writer, means=means, progress=progress
    )
    failed = (Withheld(text=each.draft.text, findings=each.findings) for each in verdict.failed)
    withheld = (*failed, *verdict.withheld)
    if not verdict.claims:
        raise NothingHeldError(withheld=withheld, usage=written.usage + usage, repairs=repairs)
    headline = written.draft.headline
    held = headline_holds(headline, verdict.claims, sources, language=request.language)
    return Brief(
        headline=headline if held else choose_headline(sources, loaded=means.knowledge.loaded),
        language=request.language,
        claims=verdict.claims,
        differences=merge_differences(view.differences, verdict.differences),
        origins=merge_origins(view.origins, verdict.origins),
        withheld=withheld,
        sources=sources,
        receipt=Receipt(
            writer="model",
            model=written.model,
            prompt=written.prompt,
            checks=CHECKS,
            repairs=repairs,
            usage=written.usage + usage,
            shortened=fitted.shortened,
        ),
    )


def _within(written: Written, most: int) -> Written:
    """A writer may say more than it was asked for; the first claims are the ones that matter."""
    draft = written.draft.model_copy(update={"claims": written.draft.claims[:most]})
    return written.model_copy(update={"draft": draft})


async def _repaired(
    verdict: Verdict,
    request: WritingRequest,
    *,
    sources: tuple[Source, ...],
    written: Written,
    writer: Writer,
    means: Means,
    progress: Progress,
) -> tuple[Verdict, int, Usage]:
    """Send back what failed, a few times at most; what a broken repair leaves stays failed."""
    usage, asked = Usage(), 0
    while verdict.failed and asked < means.repair_rounds:
        asked += 1
        progress.repairing(len(verdict.failed))
        try:
            again = await writer.repair(request, draft=written.draft, failed=verdict.failed)
        except WriterError:
            break
        usage += again.usage
        second = await means.compute(rejudge, verdict.failed, again.draft, sources, language=request.language)
        verdict = verdict.with_repairs(second)
    return verdict, asked, usage


# ---------------------------------------------------------------- without one


def _word_for_word(
    sources: tuple[Source, ...], *, view: _View, wish: Wish, knowledge: Knowledge, fault: str | None = None
) -> Brief:
    picture = Picture(
        joined=align(sources),
        disputed=_quoted_otherwise(view.differences),
        tensions=find_tensions(sources),
        loaded=knowledge.loaded,
    )
    language = _common_language(sources)
    claims = extract(sources, length=wish.length, picture=picture)
    return Brief(
        headline=choose_headline(sources, loaded=knowledge.loaded),
        language=language,
        claims=keep_sound(claims, sources, language=language),
        differences=merge_differences(view.differences, ()),
        origins=view.origins,
        sources=sources,
        receipt=Receipt(writer="extractive", checks=CHECKS, fault=fault),
    )


def _quoted_otherwise(differences: Sequence[Difference]) -> frozenset[str]:
    """Sentences whose quotation another source has in other words: shown as a difference, not as a claim as well."""
    quotations = [difference for difference in differences if difference.kind == "quotation"]
    return frozenset(e.label for difference in quotations for version in difference.versions for e in version.evidence)


def _common_language(sources: Sequence[Source]) -> str:
    counted = Counter(source.article.language for source in sources)
    return counted.most_common(1)[0][0]
