"""Copies of pages in archives: the copy is read, the page that it is a copy of is named as the source.

Of web.archive.org the copy as it was stored ("id_") is read, without the archive's own frame. The copy is never kept
as the page itself: that one may have changed since.
Unproven: the pages of archive.today and its other names are written from descriptions of them, not recorded.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.elsewhere import ElsewhereError
from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.sources.desk import Desk
from bot.core.errors import LoadError
from bot.core.links import Link, check_link
from bot.core.models import Article
from bot.core.pages import Page

WAYBACK: Final = "web.archive.org"
_TODAY: Final = re.compile(r"(?:www\.)?archive\.(?:today|ph|is|li|vn|fo|md)")
_COPY: Final = re.compile(r"https?://[^/]+/web/(?:([0-9]{1,14}|\*)(?:[a-z]{2}_)?\*?/)?(.+)")
_TODAY_COPY: Final = re.compile(r"https?://[^/]+/(?:newest|oldest|[0-9]{4,14})/(.+)")
_SCHEME: Final = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)
_NEWEST: Final = "2"
"""The archive takes the copy nearest to a date, and the first digit alone is the far end of this millennium."""


def matches(link: Link) -> bool:
    """Tell whether the link leads to a copy in an archive."""
    if link.host in {WAYBACK, "archive.org", "www.archive.org"}:
        return _COPY.fullmatch(link.url) is not None
    return _TODAY.fullmatch(link.host) is not None and link.path != "/"


async def load(link: Link, desk: Desk) -> Article:
    """Return the article in the copy, under the address of the original; raises `LoadError("no_snapshot")`."""
    if _TODAY.fullmatch(link.host):
        page = await desk.fetch.fetch(link.url)
        return await _read(page, original=await _original_today(page, desk), given=link.url, desk=desk)
    copy = _COPY.fullmatch(link.url)
    if copy is None:
        raise LoadError("no_snapshot")
    digits = copy[1] if copy[1] and copy[1] != "*" else _NEWEST
    original = _checked(copy[2])
    page = await _fetch(f"https://{WAYBACK}/web/{digits}id_/{original.url}", desk)
    moved = _COPY.fullmatch(page.url_final) if _host(page.url_final) == WAYBACK else None
    return await _read(page, original=_checked(moved[2]).url if moved else None, given=link.url, desk=desk)


async def _read(page: Page, *, original: str | None, given: str, desk: Desk) -> Article:
    """Read the copy as the page that it is one of; without an original the page is what it seems to be."""
    archive = _host(page.url_final)
    if original is None:
        return await desk.read(page, given=given)
    article = await desk.read(replace(page, url_final=original), given=given)
    return article.model_copy(update={"via": archive})


async def _fetch(url: str, desk: Desk) -> Page:
    try:
        return await desk.fetch.fetch(url)
    except LoadError as error:
        if error.code == "http_status" and error.params.get("status") == 404:
            raise LoadError("no_snapshot") from error
        raise


async def _original_today(page: Page, desk: Desk) -> str | None:
    """What a page of archive.today is a copy of: its address says so, or a field on the page."""
    if not _TODAY.fullmatch(_host(page.url_final)):
        return None  # what another site says of originals is its own claim
    named = _TODAY_COPY.fullmatch(page.url_final)
    if named:
        return _checked(named[1]).url
    try:
        await desk.read(page, given=page.url_final, form="archive_today")
    except ElsewhereError as found:
        return _checked(found.target).url
    except LoadError as error:
        if error.code != "no_article":
            raise
    return None


def _host(url: str) -> str:
    return check_link(url, ports=range(1, 65_536), local_names=True).host


def _checked(address: str) -> Link:
    """The address of an original, which archives write with one slash or none; raises `LoadError("url_refused")`."""
    scheme = _SCHEME.match(address)
    return check_link(f"{scheme[1]}://{address[scheme.end() :]}" if scheme else f"http://{address}")


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:  # noqa: ARG001
    """Return the original of a page of archive.today as `target`. Runs in the reading process only."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(decode(body, declared=charset))
    field = tree.css_first("#HEADER form input[name=q][value], #HEADER input[name=q][value]")
    value = (field.attributes.get("value") or "").strip() if field else ""
    return PageFields(target=value if value.startswith(("http://", "https://")) else "")
