"""When an article was published: as it is known, or as its first lines say.

They say it in a dateline, "ABERDEEN, May 3 (Reuters) -", or in a stamp, "Published: May 3, 2026, 10:15 ET".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.checking.quantities import Day, find_quantities, months
from bot.core.checking.quantities.tokens import key_of
from bot.core.models import Source

_BEFORE = re.compile(r"[(（【\[]?(?:[^\W\d_][^\d.!?:;]{1,60})[,،、]\s?|[【新][^\s\d.!?:;]{1,20}")
_AFTER = re.compile(
    r"(?:\d{4})?\.?\s?(?:[(（][^()（）]{2,40}[)）]|/[^/\s][^/]{0,39}/)\s?(?:[-–—―.:]|$)|[\s.,]{0,2}[-–—―]{1,2}\s|日?[电電】]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_YEAR = re.compile(r"\d{4}")
_OPENING = 160
"""Characters at the beginning of an article in which a dateline ends."""
_OPENING_SENTENCES = 3
_STAMP_SENTENCES = 40
"""Sentences among which a line says when the article was published; pasted pages begin with their menus."""
_BARE_SENTENCES = 5
"""Sentences among which a line may be nothing but that date."""
_LONGEST_STAMP = 120
"""Characters of a line that says when an article was published."""
_STAMPED = frozenset(
    key_of(word)
    for word in (
        "published posted updated veröffentlicht erschienen aktualisiert stand publicado publicada actualizado "
        "actualizada publié publiée опубликовано обновлено نشر نُشر تحديث 発行 公開 更新 掲載 发布 發布"
    ).split()
)
_BYLINE = frozenset(map(key_of, ("by", "von", "por", "par", "автор")))
"""Words that begin a line with an author, which may end in the date."""
_MOST_STAMP_WORDS = 7
_MOST_OTHER_WORDS = 2
"""Words beside the date of a line that is nothing but a date: a zone, a city."""
_CYCLE = range(2000, 2028)
"""Years in which every day of the year falls on every weekday."""
_LONGEST = 5_000


@dataclass(frozen=True, slots=True)
class Published:
    """The days on which an article may have been published; without `year_known` only day and month are meant.

    `weekday_known` is False where a dateline has no weekday: then nothing follows from other weekdays.
    """

    days: tuple[date, ...]
    year_known: bool = True
    weekday_known: bool = True


def published(source: Source, sentence: str) -> Published | None:
    """Return when `source` was published as far as it says, None where nothing does.

    "This Thursday" in `sentence` or among the first sentences is the weekday of a dateline.
    """
    known = source.article.published_at
    if known is not None:
        return Published((known.date() if isinstance(known, datetime) else known,))
    day = _dateline(source) or _stamp(source)
    if day is None or day.month is None or day.day is None:
        return None
    opening = [each.text for each in source.sentences[:_OPENING_SENTENCES]]
    weekdays = [day.weekday, *(this_weekday(text) for text in (sentence, *opening))]
    weekday = next((each for each in weekdays if each is not None), None)
    dates = [each for year in ([day.year] if day.year else _CYCLE) if (each := _date(year, day.month, day.day))]
    fitting = [each for each in dates if weekday is None or each.weekday() == weekday]
    if not fitting:
        return None
    return Published(tuple(fitting[:1]), year_known=bool(day.year), weekday_known=bool(day.year) or weekday is not None)


def this_weekday(text: str) -> int | None:
    """Return the weekday that a sentence calls "this Thursday" or "today, Thursday"."""
    for quantity in find_quantities(text[:_LONGEST]):
        day = next((each for each in quantity.readings if isinstance(each, Day) and each.weekday is not None), None)
        before = _WORD.findall(text[max(0, quantity.start - 20) : quantity.start])
        if day and before and key_of(before[-1]) in months.THIS:
            return day.weekday
    return None


def _dateline(source: Source) -> Day | None:
    """Return the date between a place and an agency at the very beginning of an article."""
    if not source.sentences:
        return None
    start = source.sentences[0].span.start
    text = source.article.text[start : start + _OPENING]
    for quantity in find_quantities(text, language=source.article.language):
        day = next((each for each in quantity.readings if isinstance(each, Day) and each.day and each.month), None)
        if day is None:
            continue
        placed = _BEFORE.fullmatch(text[: quantity.start]) and _AFTER.match(text, quantity.end)
        return day if placed else None
    return None


def _stamp(source: Source) -> Day | None:
    """Return the full date of a line among the first that says when the article was published, or is only a date."""
    for place, sentence in enumerate(source.sentences[:_STAMP_SENTENCES]):
        if not _is_stamp(sentence.text, bare=place < _BARE_SENTENCES):
            continue
        found = find_quantities(sentence.text, language=source.article.language)
        days = [day for each in found for day in each.readings if isinstance(day, Day) and day.year and day.day]
        if len(days) == 1 and days[0].month:
            return days[0]
    return None


def _is_stamp(text: str, *, bare: bool) -> bool:
    """Tell whether a line may be one that only says when something was published; it has a year in digits."""
    if len(text) > _LONGEST_STAMP or text.endswith(".") or not _YEAR.search(text):
        return False
    words = [key_of(word) for word in _WORD.findall(text)]
    said = bool(words) and (words[0] in _BYLINE or any(word in _STAMPED for word in words))
    others = [word for word in words if word not in months.MONTHS and word not in months.WEEKDAYS]
    return len(others) <= (_MOST_STAMP_WORDS if said else _MOST_OTHER_WORDS if bare else -1)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
