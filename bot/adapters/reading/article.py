"""Makes an `Article` of what was read; everything a page says about itself is checked here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final, cast, get_args

from pydantic import ValidationError

from bot.adapters.reading.fields import Line, PageFields
from bot.core.errors import LoadError
from bot.core.links import check_link, join_link, same_site
from bot.core.models import Article, ArticleKind, Medium, Removed, Span

_MIN_WORDS: Final = 25
_MAX_TITLE: Final = 300
_MAX_NAME: Final = 100
_MAX_AUTHORS: Final = 10
_YEARS: Final = range(1900, 2101)
_ISO_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORD: Final = re.compile(r"[^\W_]+")
# Scripts written without spaces: about two characters make a word.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_TITLE_TAIL: Final = re.compile(r" (?:[|\-\u2013\u2014\u00b7\u00bb]|::) ([^|]{2,60})$")


def article_of_page(answer: dict[str, Any], *, given: str, medium: Medium, url: str | None) -> Article:
    """Return the article of a page fetched from `url` (None for a file).

    Raises `LoadError`: no_article where there are too few words, parse_failed where the answer has the wrong shape,
    the code of the wall where there is one.
    """
    try:
        fields = PageFields.model_validate(answer)
    except ValidationError:
        raise LoadError("parse_failed") from None
    if fields.wall:
        raise LoadError(fields.wall, words=_count_words(fields.text))
    if _count_words(fields.text) < _MIN_WORDS:
        raise LoadError("no_article")
    outlet = _one_line(fields.outlet, _MAX_NAME) or (_outlet_of(url) if url else None)
    title = _without_outlet(_one_line(fields.title, _MAX_TITLE), outlet or "")
    text, headline, removed = _lay_out(title, fields.lines, {_fold(fields.title), _fold(title)})
    names = (_one_line(name, _MAX_NAME) for name in fields.authors[:_MAX_AUTHORS])
    return Article(
        id=_id(text),
        medium=medium,
        given=given,
        url=_address(url, fields.canonical) if url else None,
        outlet=outlet,
        headline=headline,
        authors=tuple(dict.fromkeys(name for name in names if name)),
        published_at=_published(fields.dates),
        modified_at=_published(fields.modified),
        kind=cast(ArticleKind, fields.kind) if fields.kind in get_args(ArticleKind) else None,
        text=text,
        removed=removed,
    )


def article_of_text(text: str, *, given: str, medium: Medium, url: str | None = None) -> Article:
    """Return text as an article, whole, with no headline found yet; raises `LoadError("empty")`."""
    text = _sound(text)
    if not text.strip():
        raise LoadError("empty")
    return Article(
        id=_id(text), medium=medium, given=given, url=url, outlet=_outlet_of(url) if url else None, text=text
    )


def _lay_out(title: str, lines: Sequence[Line], repeats: set[str]) -> tuple[str, Span | None, tuple[Removed, ...]]:
    """Headline, blank line, paragraphs; a first line that only repeats the headline is dropped."""
    shown = [(_sound(line.text).replace("\n", " "), line.cut) for line in lines]
    kept = [line for number, line in enumerate(shown) if number > 2 or _fold(line[0]) not in repeats]
    above = [(title, ""), ("", "")] if title else []
    at, removed = 0, []
    for text, cut in (*above, *kept):
        if cut:
            removed.append(Removed(span=Span(start=at, end=at + len(text)), reason=cut))
        at += len(text) + 1
    text = "\n".join(text for text, _ in (*above, *kept))
    return text, Span(start=0, end=len(title)) if title else None, tuple(removed)


def _without_outlet(title: str, outlet: str) -> str:
    """Cut " | Outlet" off a title."""
    tail = _TITLE_TAIL.search(title)
    if tail and outlet and _fold(tail[1]) == _fold(outlet):
        return title[: tail.start()].rstrip()
    return title


def _address(url: str, canonical: str) -> str:
    """The canonical link where it is one of the same site and not just its front page, else where we ended up."""
    final = check_link(url, ports=range(1, 65_536), local_names=True)
    try:
        named = join_link(final, canonical) if canonical else final
    except LoadError:
        return final.url
    if not same_site(named.host, final.host) or (named.path == "/" and final.path != "/"):
        return final.url
    return named.url


def _published(dates: Iterable[str]) -> datetime | date | None:
    """The first date that can be read: with its time where the zone is given, else the day alone."""
    for text in dates:
        moment = _moment(text.strip()[:40])
        if moment and moment.year in _YEARS:
            return moment if moment.tzinfo else moment.date()
    return None


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    day = _ISO_DAY.match(text)
    try:
        return datetime.fromisoformat(day[0]) if day else parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _count_words(text: str) -> int:
    unspaced = len(_UNSPACED.findall(text))
    return unspaced // 2 + len(_WORD.findall(_UNSPACED.sub(" ", text)))


def _outlet_of(url: str) -> str:
    return check_link(url, ports=range(1, 65_536), local_names=True).host.removeprefix("www.")


def _one_line(text: str, limit: int) -> str:
    line = " ".join(_sound(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "\u2026"


def _sound(text: str) -> str:
    """Without lone surrogates, which no text can be stored or hashed with."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _fold(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _id(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
