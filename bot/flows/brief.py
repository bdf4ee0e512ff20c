"""From what a person sent to checked briefs, one for each story.

gather -> group -> label -> write -> check -> judge -> repair -> withhold -> compare -> Brief

Without a model, or where its work cannot be used, the extractive writer answers: never silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.checking.verdict import VERBATIM_CHECKS
from bot.core.compare import align, find_differences, find_tensions
from bot.core.completing import complete
from bot.core.errors import FootnoteError, WriterError
from bot.core.knowledge import Knowledge
from bot.core.merging import confirm, headline_source, keep_sound, merge_differences, merge_origins
from bot.core.models import (
    Article,
    Brief,
    Difference,
    Length,
    LoadFailure,
    Origin,
    Receipt,
    Source,
    WritingRequest,
)
from bot.core.origins import find_origins
from bot.core.requests import Item
from bot.core.sentences import label
from bot.core.stories import group
from bot.core.writing.extractive import CLAIMS, Picture, choose_headline, extract
from bot.core.writing.fitting import fit
from bot.core.writing.salience import rank
from bot.flows.drafting import Checking, Drafted, NothingHeldError, draft
from bot.flows.gather import GatherLimits, gather
from bot.ports import Compute, Feeds, Judge, Languages, Loader, P, Progress, T, Writer


class NothingReadError(FootnoteError):
    """None of what was tried could be read; `failures` say why, one by one, and `left_out` what was not tried."""

    def __init__(self, failures: tuple[LoadFailure, ...], left_out: tuple[str, ...] = ()) -> None:
        super().__init__("nothing_read", count=len(failures))
        self.failures = failures
        self.left_out = left_out


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
    judge: Judge | None = None
    """Who reads each claim beside its sentences once more; None where nobody does."""


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
        told = {"usage": error.usage, "repairs": error.repairs}
        receipt = floor.receipt.model_copy(update=told)
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
    origins = find_origins(sources, outlets=knowledge.outlets, agencies=knowledge.agencies)
    view = _View(differences=find_differences(sources), origins=origins)
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
    checking = Checking(
        writer=writer,
        judge=means.judge,
        knowledge=means.knowledge,
        rounds=means.repair_rounds,
        compute=means.compute,
        progress=progress,
    )
    drafted = await draft(request, sources, checking)
    receipt = drafted.receipt.model_copy(update={"shortened": fitted.shortened})
    return await means.compute(_assembled, drafted, sources, view=view, knowledge=means.knowledge, receipt=receipt)


def _assembled(
    drafted: Drafted, sources: tuple[Source, ...], *, view: _View, knowledge: Knowledge, receipt: Receipt
) -> Brief:
    verdict, language = drafted.verdict, drafted.language
    differences, unconfirmed = confirm(view.differences, verdict.differences, exclusive=drafted.exclusive)
    headline, headline_from = drafted.headline, headline_source(drafted.headline, sources)
    if not headline:
        headline, headline_from = choose_headline(sources, loaded=knowledge.loaded)
    return complete(
        Brief(
            headline=headline,
            headline_from=headline_from,
            language=language,
            claims=verdict.claims,
            differences=differences,
            origins=merge_origins(view.origins, verdict.origins),
            withheld=(*drafted.withheld, *unconfirmed),
            sources=sources,
            receipt=receipt,
        ),
        knowledge=knowledge,
    )


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
    headline, headline_from = choose_headline(sources, loaded=knowledge.loaded)
    return complete(
        Brief(
            headline=headline,
            headline_from=headline_from,
            language=language,
            claims=keep_sound(claims, sources, language=language),
            differences=merge_differences(view.differences, ()),
            origins=view.origins,
            sources=sources,
            receipt=Receipt(writer="extractive", checks=VERBATIM_CHECKS, fault=fault),
        ),
        knowledge=knowledge,
    )


def _quoted_otherwise(differences: Sequence[Difference]) -> frozenset[str]:
    """Sentences whose quotation another source has in other words: shown as a difference, not as a claim as well."""
    quotations = [difference for difference in differences if difference.kind == "quotation"]
    return frozenset(e.label for difference in quotations for version in difference.versions for e in version.evidence)


def _common_language(sources: Sequence[Source]) -> str:
    counted = Counter(source.article.language for source in sources)
    return counted.most_common(1)[0][0]
