"""Makes an `Article` of what was read; everything a page says about itself is checked here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final, cast, get_args

from pydantic import ValidationError

from bot.adapters.reading.dates import first_moment
from bot.adapters.reading.elsewhere import ElsewhereError
from bot.adapters.reading.fields import Line, PageFields
from bot.adapters.reading.languages import primary_of
from bot.adapters.reading.process import checked_length
from bot.adapters.reading.unread import UnreadError
from bot.core.article_ids import article_id
from bot.core.errors import LoadError
from bot.core.links import check_link, join_link, same_site
from bot.core.message.safety import clip, show
from bot.core.models import Article, ArticleKind, Medium, Removed, Span
from bot.core.walls import WALLS

_MIN_WORDS: Final = 25
_MIN_WORDS_OF_POST: Final = 12
_WALLS: Final = WALLS | {"post_gone"}
"""What the process may say; any other code is not believed."""
_MAX_TITLE: Final = 300
_MAX_NAME: Final = 100
_MAX_AUTHORS: Final = 10
_MAX_CLAIMED: Final = 2_000
"""Characters of a title or name that are looked at."""
_MAX_DATES: Final = 20
_MAX_STATED: Final = 100
"""Names that are looked at for the sake of so many authors."""
_NO_NAME: Final = re.compile(r"://|@|[<>]")
_ZONES: Final = timedelta(days=1)
"""By how much a date may be ahead of ours somewhere."""
_WORD: Final = re.compile(r"[^\W_]+")
# Scripts written without spaces: about two characters make a word.
_UNSPACED: Final = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_TITLE_TAIL: Final = re.compile(r" (?:[|\-\u2013\u2014\u00b7\u00bb]|::) ([^|]{2,60})$")


def article_of_page(
    answer: dict[str, Any], *, given: str, medium: Medium, url: str | None, today: date | None = None
) -> Article:
    """Return the article of a page fetched from `url` (None for a file).

    Its language is the one the page declares; a date after `today` is not believed, and None lets any pass.
    Raises `LoadError`: no_article where there are too few words, too_long(characters, limit), parse_failed where the
    answer has the wrong shape, the code of the wall where there is one (both as `UnreadError`); `ElsewhereError` where
    it only leads to another.
    """
    try:
        fields = PageFields.model_validate(answer)
    except ValidationError:
        raise LoadError("parse_failed") from None
    if fields.target:
        raise ElsewhereError(fields.target)
    checked_length("\n".join(line.text for line in fields.lines))
    _refuse_wall(fields, url or "")
    outlet = _one_line(fields.outlet, _MAX_NAME) or (_outlet_of(url) if url else None)
    title = _without_outlet(_one_line(fields.title, _MAX_TITLE), outlet or "")
    text, headline, removed = _lay_out(title, fields.lines, {_fold(fields.title), _fold(title)} - {""})
    until = today + _ZONES if today else None
    return Article(
        id=article_id(text),
        medium=medium,
        given=given,
        url=_address(url, fields.canonical) if url else None,
        outlet=outlet,
        headline=headline,
        authors=tuple(_names(fields.authors[:_MAX_STATED])),
        language=primary_of(fields.language) or "und",
        published_at=first_moment(fields.dates[:_MAX_DATES], until=until),
        modified_at=first_moment(fields.modified[:_MAX_DATES], until=until),
        kind=cast(ArticleKind, fields.kind) if fields.kind in get_args(ArticleKind) else None,
        access="open_part" if fields.open_part else "whole",
        pages_unread=max(0, fields.pages_unread),
        text=text,
        removed=removed,
    )


def _refuse_wall(fields: PageFields, url: str) -> None:
    """Raise `UnreadError` where no article, or too little of one, is on the page."""
    words = _count_words(fields.text)
    few = words < (_MIN_WORDS_OF_POST if fields.is_post else _MIN_WORDS)
    code = fields.wall or ("no_article" if few else "")
    if not code:
        return
    if code not in _WALLS:
        raise LoadError("parse_failed")
    copies = tuple(link for link in (fields.amp, fields.canonical) if link)
    raise UnreadError(code, url=url, copies=copies, **({"words": words} if code == "paywall" else {}))


def article_of_text(text: str, *, given: str, medium: Medium, url: str | None = None) -> Article:
    """Return text as an article, whole, with no headline found yet; raises `LoadError("empty")`."""
    text = _sound(text)
    if not text.strip():
        raise LoadError("empty")
    return Article(
        id=article_id(text), medium=medium, given=given, url=url, outlet=_outlet_of(url) if url else None, text=text
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
        named = join_link(final, canonical, ports={80, 443, final.port}, local_names=True) if canonical else final
    except LoadError:
        return final.url
    if not same_site(named.host, final.host) or (named.path == "/" and final.path != "/"):
        return final.url
    return named.url


def _names(names: Iterable[str]) -> Iterator[str]:
    """Names that can be shown, each once however it is written."""
    known: set[str] = set()
    for name in names:
        line = _one_line(name, _MAX_NAME)
        if _fold(line) and _fold(line) not in known and not _NO_NAME.search(line) and len(known) < _MAX_AUTHORS:
            known.add(_fold(line))
            yield line


def _count_words(text: str) -> int:
    unspaced = len(_UNSPACED.findall(text))
    return unspaced // 2 + len(_WORD.findall(_UNSPACED.sub(" ", text)))


def _outlet_of(url: str) -> str:
    return check_link(url, ports=range(1, 65_536), local_names=True).host.removeprefix("www.")


def _one_line(text: str, limit: int) -> str:
    """What a page claims, as one line that can be shown: nothing hidden in it, and not too long."""
    return clip(show(text[:_MAX_CLAIMED]), limit=limit)


def _sound(text: str) -> str:
    """Without lone surrogates, which no text can be stored or hashed with."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _fold(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
