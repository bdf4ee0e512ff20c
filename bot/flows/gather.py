"""From what a person sent to articles that can be summarised: load all at once, clean, and say what cannot be read."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.errors import LoadError, OverloadError
from bot.core.models import Article, LoadFailure
from bot.core.pasted import clean
from bot.core.requests import Item, Link, Upload
from bot.core.text_lines import count_words, story_of
from bot.ports import Compute, Feeds, Languages, Loader, Progress

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\w+")
_MAX_LINES = 5_000
"""A text of more lines is a list: books have longer ones."""
_SAME_SHARE = 0.7
"""Of the words of the shorter of two copies of one page, such as its AMP form, that stand in the longer one too."""


@dataclass(frozen=True)
class GatherLimits:
    """What counts as an article, and how long reading may take."""

    articles: int = 10
    tries: int = 30
    """Things that are looked at for the sake of so many articles."""
    min_words: int = 12
    deadline: float = 45.0
    """Seconds for everything together."""


@dataclass(frozen=True)
class Gathered:
    """What could be read, what could not, and what was beyond the limit; each in the order it was sent."""

    articles: tuple[Article, ...]
    failures: tuple[LoadFailure, ...]
    left_out: tuple[str, ...]


async def gather(
    given: Sequence[Item],
    *,
    loader: Loader,
    languages: Languages,
    limits: GatherLimits,
    progress: Progress,
    compute: Compute,
    feeds: Feeds | None = None,
) -> Gathered:
    """Read what was sent, all at once, until the limit of articles is reached or everything has been tried.

    What cannot be read costs the others nothing, and takes none of their places.
    """
    outcomes: list[Article | LoadFailure] = []
    waiting = await _named(given, feeds=feeds, outcomes=outcomes, progress=progress, seconds=limits.deadline)
    until = asyncio.get_running_loop().time() + limits.deadline
    while waiting and (free := limits.articles - _count_articles(outcomes)) > 0 and len(outcomes) < limits.tries:
        batch, waiting = waiting[:free], waiting[free:]
        reading = [
            _read(
                each,
                loader=loader,
                languages=languages,
                limits=limits,
                until=until,
                progress=progress,
                compute=compute,
            )
            for each in batch
        ]
        outcomes += await asyncio.gather(*reading)
    articles, repeated = _without_repeats([outcome for outcome in outcomes if isinstance(outcome, Article)])
    failures = tuple(outcome for outcome in outcomes if isinstance(outcome, LoadFailure))
    return Gathered(
        articles=articles, failures=failures + repeated, left_out=tuple(_nameable(each.given) for each in waiting)
    )


async def _named(
    given: Sequence[Item],
    *,
    feeds: Feeds | None,
    outcomes: list[Article | LoadFailure],
    progress: Progress,
    seconds: float,
) -> list[Item]:
    """Return what is to be read, each thing once, feeds replaced by their newest articles; what fails is an outcome."""
    until = asyncio.get_running_loop().time() + seconds
    named: list[Item] = []
    found = await asyncio.gather(*(_meant(item, feeds, until=until) for item in given))
    for item, meant in zip(given, found, strict=True):
        if isinstance(meant, LoadFailure):
            outcomes.append(meant)
            progress.read(item.given, meant)
        else:
            named += meant
    if given and not named and not outcomes:
        outcomes.append(LoadFailure(given=_nameable(given[0].given), code="no_article"))
    return list(dict.fromkeys(named))


async def _meant(item: Item, feeds: Feeds | None, *, until: float) -> Sequence[Item] | LoadFailure:
    """What an item stands for: the newest articles of a feed, or itself."""
    if feeds is None or not isinstance(item, Link) or not item.newest:
        return (item,)
    try:
        async with asyncio.timeout_at(until):
            return await feeds.newest(item)
    except LoadError as error:
        return LoadFailure(given=_nameable(item.given), code=error.code, params=error.params)
    except TimeoutError:
        return LoadFailure(given=_nameable(item.given), code="timed_out")


def _nameable(given: str) -> str:
    """A file's name may hold bytes that are no text; what is stored and shown is text."""
    return given.encode("utf-8", errors="replace").decode("utf-8")


def _count_articles(outcomes: Sequence[Article | LoadFailure]) -> int:
    return sum(isinstance(outcome, Article) for outcome in outcomes)


async def _read(
    item: Item,
    *,
    loader: Loader,
    languages: Languages,
    limits: GatherLimits,
    until: float,
    progress: Progress,
    compute: Compute,
) -> Article | LoadFailure:
    outcome: Article | LoadFailure
    named = _nameable(item.given)
    try:
        async with asyncio.timeout_at(until):
            article = await loader.load(item)
        named_article = article.model_copy(update={"given": named})
        outcome = await compute(_prepare, named_article, languages=languages, limits=limits)
    except LoadError as error:
        outcome = LoadFailure(given=named, code=error.code, params=error.params)
    except TimeoutError:
        outcome = LoadFailure(given=named, code="upload_failed" if isinstance(item, Upload) else "timed_out")
    except OverloadError:
        outcome = LoadFailure(given=named, code="parse_failed")
    progress.read(named, outcome)
    return outcome


def _prepare(article: Article, *, languages: Languages, limits: GatherLimits) -> Article:
    if not _LETTER.search(article.text):
        raise LoadError("not_text")
    if article.text.count("\n") > _MAX_LINES:
        raise LoadError("no_story")
    language = languages.identify(article.text)
    # What a page declares counts where its words leave it open.
    cleaned = clean(article if language == "und" else article.model_copy(update={"language": language}))
    if count_words(story_of(cleaned)) < limits.min_words:
        words = count_words(article.text)
        if words >= 2 * limits.min_words:
            raise LoadError("no_story")
        raise LoadError("too_short", words=words, least=limits.min_words)
    return cleaned


def _without_repeats(articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[LoadFailure, ...]]:
    """The same text twice is one article, however it was sent, and so is one page by two of its addresses."""
    kept: list[Article] = []
    repeated = []
    for article in articles:
        known = next((each for each in kept if _is_same(article, each)), None)
        if known:
            repeated.append(LoadFailure(given=article.given, code="repeated", params={"other": known.given}))
        else:
            kept.append(article)
    return tuple(kept), tuple(repeated)


def _is_same(one: Article, other: Article) -> bool:
    """An address alone proves nothing: careless sites name one canonical address on all of their pages."""
    if one.id == other.id:
        return True
    if one.url is None or one.url != other.url:
        return False
    words, others = (set(_WORD.findall(article.text.casefold())) for article in (one, other))
    return len(words & others) >= _SAME_SHARE * min(len(words), len(others))
