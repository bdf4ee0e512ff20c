"""From the HTML of a page to what the bot would summarise, in one process, to be scored on pages with gold text.

The scorer gets it as `tests.evals.hooks:extract`.
"""

from __future__ import annotations

from typing import TypedDict

from bot.adapters.reading.article import article_of_page
from bot.adapters.reading.page import read_html
from bot.core.errors import LoadError
from bot.core.models import Article
from bot.core.pasted import HEADING, STANDFIRST, clean
from bot.core.text_lines import story_of


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
