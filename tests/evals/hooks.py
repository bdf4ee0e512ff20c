"""What the project does, one function a task, as a scorer with labelled data calls it: `tests.evals.hooks:NAME`.

`extract` makes of a page what the bot would summarise; `check` tells which checks a claim fails, and each check alone
is a function as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from bot.adapters.reading.article import article_of_page
from bot.adapters.reading.page import read_html
from bot.core.checking import attribution, names, neutrality, quotations, relatedness
from bot.core.checking import numbers as quantities
from bot.core.checking.examining import examine
from bot.core.checking.statement import Statement
from bot.core.copies import find_copies
from bot.core.errors import LoadError
from bot.core.models import Article, Finding, Span
from bot.core.origins import find_relays, find_wire
from bot.core.pasted import HEADING, STANDFIRST, clean
from bot.core.sentences import label
from bot.core.stories import group as group_stories
from bot.core.text_lines import story_of
from tests.evals.claims import knowledge, state

_OF_FORM = ("neutrality.", "clarity.", "citations.too_")
"""What is asked of a writer's own words and labels: a claim of the press or of a labelled set is not written by it."""


class Extracted(TypedDict):
    """What the scorer looks at."""

    title: str
    authors: list[str]
    date: str
    text: str


def extract(html: str, url: str) -> Extracted:
    """Return the story as the bot would summarise it, without its headline, and what it knows about the article.

    Everything is empty where the bot would tell its reader why there is no article.
    """
    try:
        article = article_of_page(
            read_html(html, url).model_dump(), given=url or "-", medium="web" if url else "file", url=url or None
        )
    except LoadError:
        return Extracted(title="", authors=[], date="", text="")
    article = clean(article)
    date = article.published_at.isoformat()[:10] if article.published_at else ""
    return Extracted(title=article.title or "", authors=list(article.authors), date=date, text=_body(article))


def _body(article: Article) -> str:
    """The article below its headline: the scorer compares headlines by themselves.

    Headings and the standfirst belong to what was read, although no sentence is quoted from them.
    """
    furniture = tuple(removed for removed in article.removed if removed.reason not in {HEADING, STANDFIRST})
    story = story_of(article.model_copy(update={"removed": furniture}))
    return story.removeprefix(article.title) if article.title else story


# ---------------------------------------------------------------- claims


def check(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return the codes of all checks of content that a claim fails, deterministic ones only."""
    found = examine(_stated(claim, cited, source, title), knowledge=knowledge()).findings
    return _codes([each for each in found if not each.code.startswith(_OF_FORM)])


def check_all(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return the codes of every deterministic check that a claim fails, those of form included."""
    return _codes(examine(_stated(claim, cited, source, title), knowledge=knowledge()).findings)


def doubts(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return the codes of what a judge is asked about."""
    found = examine(_stated(claim, cited, source, title), knowledge=knowledge()).doubts
    return sorted({doubt.code for doubt in found})


def check_numbers(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return what the check of numbers alone says."""
    return _codes(quantities.check(_stated(claim, cited, source, title), language="en"))


def check_quotations(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return what the check of quotations alone says."""
    return _codes(quotations.check(_stated(claim, cited, source, title)))


def check_numbers_and_quotations(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return what the checks of numbers and of quotations say."""
    return check_numbers(claim, cited, source, title) + check_quotations(claim, cited, source, title)


def check_names(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return what the check of names alone says."""
    return _codes(names.check(_stated(claim, cited, source, title), knowledge=knowledge()))


def check_attribution(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return what the check of attribution alone says."""
    return _codes(attribution.check(_stated(claim, cited, source, title), knowledge=knowledge()))


def check_relatedness(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return whether the cited sentences speak of something else."""
    return _codes(relatedness.check(_stated(claim, cited, source, title)))


def check_neutrality(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> list[str]:
    """Return what the check of neutrality alone says."""
    return _codes(neutrality.check(_stated(claim, cited, source, title), knowledge=knowledge()))


def _stated(claim: str, cited: Sequence[str], source: Sequence[str], title: str) -> Statement:
    return state(claim, cited, source, title)


def _codes(findings: Sequence[Finding]) -> list[str]:
    return sorted({finding.code for finding in findings})


# ---------------------------------------------------------------- articles


class Origins(TypedDict):
    """Who repeats whom among articles, by their places in what was given."""

    relays: list[tuple[int, str]]
    wire: dict[int, str]
    copies: list[tuple[int, int]]


def origins(articles: Sequence[Mapping[str, str]]) -> Origins:
    """Return which outlets the articles of one story credit, which are agency copy, and which are one text.

    Of each article `outlet`, `title` and `text` are read.
    """
    known = knowledge()
    sources = [label(_article(each), number=number) for number, each in enumerate(articles, 1)]
    relays = find_relays(sources, outlets=known.outlets)
    wire = find_wire(sources, outlets=known.outlets, agencies=known.agencies)
    return Origins(
        relays=list(dict.fromkeys((each.source - 1, each.name) for each in relays)),
        wire={each.source - 1: each.name for each in wire},
        copies=[(each.earlier.number - 1, each.later.number - 1) for each in find_copies(sources)],
    )


def group(articles: Sequence[Mapping[str, str]]) -> list[list[str]]:
    """Return the ids of the articles that tell one story, story by story, as one request with all of them would be.

    Of each article `id`, `lang`, `title` and `text` are read.
    """
    return [[articles[place]["id"] for place in each] for each in group_stories([_article(one) for one in articles])]


def _article(given: Mapping[str, str]) -> Article:
    title, text = given.get("title") or "", given["text"]
    return Article(
        id=given.get("id") or "-",
        medium="pasted",
        given="-",
        outlet=given.get("outlet") or None,
        headline=Span(start=0, end=len(title)) if title else None,
        language=given.get("lang") or "und",
        text=f"{title}\n{text}" if title else text,
    )
