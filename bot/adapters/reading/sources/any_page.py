"""Any page or file on the web: what all links are that no other kind reads.

A page that holds no article may name a copy that does: its AMP page, or its canonical address on the same site. That
is tried once. Nothing else is: what a site gives only to those who pay or sign in is not looked for elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.adapters.reading.sources.desk import Desk
from bot.adapters.reading.unread import UnreadError
from bot.core.errors import LoadError
from bot.core.links import WEB_PORTS, Link, check_link, join_link, same_site
from bot.core.models import Article

_MAY_HAVE_COPY: Final = frozenset({"consent", "scripts", "no_article", "paywall"})
# How the last part of an article's path looks, and that of a section's does not.
_SLUG: Final = re.compile(r"[0-9]{4}|\.[sx]?html?$|(?:[-_][^-_]+){3}")
_NUMBERED: Final = re.compile(r"[?&=][^?&=]*[0-9]{3}")


def matches(link: Link) -> bool:  # noqa: ARG001
    """Tell that any link can be tried."""
    return True


async def load(link: Link, desk: Desk) -> Article:
    """Return the article at the link; raises `LoadError` of the fetcher and of the reader, and not_here."""
    try:
        article = await desk.article(link.url, given=link.url)
    except UnreadError as error:
        copy = await _copy(link, desk, error)
        if copy is None and error.code == "no_article" and _was_sent_away(link, error.url):
            raise LoadError("not_here") from error
        if copy is None:
            raise
        return copy
    if article.url and _was_sent_away(link, article.url, is_dated=article.published_at is not None):
        raise LoadError("not_here")
    return article


async def _copy(link: Link, desk: Desk, error: UnreadError) -> Article | None:
    """The article as the page's own copy has it; None where there is no copy, or no more in it."""
    other = next(_others(link, error), None) if error.code in _MAY_HAVE_COPY else None
    if other is None:
        return None
    try:
        return await desk.article(other.url, given=link.url)
    except LoadError:
        return None  # what is wrong with the link itself is what a person can do something about


def _others(link: Link, error: UnreadError) -> Iterator[Link]:
    """The copies on the same site that are not the page itself, checked."""
    ports = WEB_PORTS | {link.port}
    page = check_link(error.url, ports=range(1, 65_536), local_names=True) if error.url else link
    for reference in error.copies:
        try:
            copy = join_link(page, reference, ports=ports, local_names=True)
        except LoadError:
            continue
        if same_site(copy.host, page.host) and copy.url not in {page.url, link.url} and copy.path != "/":
            yield copy


def _was_sent_away(link: Link, url: str, *, is_dated: bool = False) -> bool:
    """A site that no longer has an article may lead to its front page, or the section's, as if that were it.

    What `is_dated` is an article under an address like a section's.
    """
    found = check_link(url, ports=range(1, 65_536), local_names=True)
    if not same_site(found.host, link.host):
        return False
    above, _, last = link.path.rstrip("/").rpartition("/")
    shown = found.path.rstrip("/")
    if not shown:
        return bool(above or _SLUG.search(last)) and not _NUMBERED.search(found.url)
    is_above = f"{above}/".startswith(f"{shown}/") and not _SLUG.search(shown.rpartition("/")[2])
    return is_above and bool(_SLUG.search(last)) and not is_dated
