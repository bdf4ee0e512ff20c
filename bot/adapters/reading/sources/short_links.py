"""Short links: followed to the page they stand for, which is then read as what it is.

Most answer with a redirect, which the fetcher follows. Some show a page that sends browsers on: of the services known
to do so, the address in it is followed. A page of any other site that sends its readers on is not.
Unproven: the pages of t.co, lnkd.in and apple.news are written from descriptions of them, not from recorded ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.elsewhere import ElsewhereError
from bot.adapters.reading.fields import PageFields
from bot.adapters.reading.sources import any_page
from bot.adapters.reading.sources.desk import Desk, Source
from bot.core.links import Link, check_link
from bot.core.models import Article
from bot.core.pages import Page, Validators
from bot.ports import Fetch

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

HOSTS: Final = frozenset(
    (
        "adf.ly amzn.to apple.news bbc.in bit.ly bitly.com bl.ink buff.ly clck.ru cnn.it cutt.ly dlvr.it dub.sh "
        "econ.st flip.it g.co go.gl goo.gl ift.tt is.gd j.mp lnkd.in n.pr nyti.ms on.ft.com on.wsj.com ow.ly politi.co "
        "rb.gy reut.rs s.id search.app share.google shorturl.at snip.ly spr.ly t.co t.ly tiny.cc tinyurl.com trib.al "
        "tr.im u.to v.gd vk.cc wapo.st wp.me yhoo.it zpr.io"
    ).split()
)
_REFRESH: Final = re.compile(
    r"\s{0,9}[0-9.]{0,9}\s{0,9}[;,]\s{0,9}(?:url\s{0,9}=)?\s{0,9}[\"']?([^\"']+)", re.IGNORECASE
)
_SCRIPT: Final = re.compile(
    r"(?:location\.replace\(|location(?:\.href)?\s?=\s?|redirectToUrlAfterTimeout\()\s?(\"https?:[^\"\s]{4,4000}\")"
)
_MAX_SCRIPT: Final = 100_000


@dataclass(frozen=True)
class ShortLinks:
    """The kind of short links; `kinds` are those a short link may stand for."""

    kinds: tuple[Source, ...] = ()

    def matches(self, link: Link) -> bool:
        """Tell whether the link is one of a known service."""
        return link.host.removeprefix("www.") in HOSTS and link.path != "/"

    async def load(self, link: Link, desk: Desk) -> Article:
        """Return the article that the link stands for; raises `ElsewhereError` where another kind reads it."""
        page = await desk.fetch.fetch(link.url)
        final = check_link(page.url_final, ports=range(1, 65_536), local_names=True)
        if self.matches(final):
            return await desk.read(page, given=link.url, form="short_link")
        if any(kind.matches(final) for kind in self.kinds):
            raise ElsewhereError(final.url)
        return await any_page.load(final, replace(desk, fetch=_InHand(page, desk.fetch)))


@dataclass(frozen=True)
class _InHand:
    """Opens links, but does not ask again for the page that was just fetched."""

    page: Page
    fetcher: Fetch

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:
        if url == self.page.url_final:
            return self.page
        return await self.fetcher.fetch(url, validators=validators)


def read(body: bytes, *, charset: str | None, url: str) -> PageFields:  # noqa: ARG001
    """Return the link that a page sends browsers to, as `target`. Runs in the reading process only."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(decode(body, declared=charset))
    return PageFields(target=next((link for link in _targets(tree) if link.startswith(("http://", "https://"))), ""))


def _targets(tree: LexborHTMLParser) -> Iterator[str]:
    for meta in tree.css("meta[http-equiv=refresh i][content]")[:5]:
        found = _REFRESH.match(meta.attributes.get("content") or "")
        yield found[1].strip() if found else ""
    for link in tree.css("a[data-tracking-control-name=external_url_click][href]")[:1]:
        yield link.attributes.get("href") or ""
    for script in tree.css("script")[:50]:
        found = _SCRIPT.search(script.text()[:_MAX_SCRIPT])
        if found:
            yield _unquoted(found[1])


def _unquoted(literal: str) -> str:
    """The text of a quoted string in a script, whose escapes are those of JSON."""
    try:
        text = json.loads(literal)
    except ValueError:
        return ""
    return text if isinstance(text, str) else ""
