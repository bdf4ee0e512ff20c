"""Dates at a place in a text: "Tuesday, Jan. 28", "28. Januar 2026", "28/01/2026", "2026年1月28日", "fall of 2024"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.core.checking.quantities import months
from bot.core.checking.quantities.month_names import month_at
from bot.core.checking.quantities.numerals import small_number
from bot.core.checking.quantities.quantity import Day
from bot.core.checking.quantities.tokens import Token, key_at, text_at

_FILLERS = frozenset(", de of del the . den dem d year г من عام العام سنة".split())
_YEAR_BOUNDS = (1000, 2199)
_SHORT = 60


class Dated(NamedTuple):
    """The index after a date, and what it may mean."""

    after: int
    days: frozenset[Day]


def date_at(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read the date that begins at token `at`, if one does."""
    token = tokens[at]
    if token.kind == "number":
        return _east_asian(tokens, at) or _numeric(tokens, at) or _day_first(tokens, at)
    if token.kind == "glyphs" or len(token.text) == 1:
        return _east_asian_weekday(tokens, at) or _east_asian(tokens, at)
    weekday = _weekday(tokens, at)
    if weekday is not None:
        return _with_weekday(tokens, at, weekday)
    if token.key in months.SEASONS:
        return _season(tokens, at)
    return _month_first(tokens, at)


def _weekday(tokens: Sequence[Token], at: int) -> int | None:
    token = tokens[at]
    if token.key in months.WEEKDAYS:
        return months.WEEKDAYS[token.key]
    abbreviated = token.text[:1].isupper() and text_at(tokens, at + 1) == "."
    return months.ABBREVIATED_WEEKDAYS.get(token.key) if abbreviated else None


def _with_weekday(tokens: Sequence[Token], at: int, weekday: int) -> Dated:
    """Bind a weekday to the date right after it."""
    place = at + 2 if key_at(tokens, at + 1) in months.PARTS_OF_DAY else at + 1
    while place < min(len(tokens), at + 4) and (tokens[place].text in {",", "."} or tokens[place].key in _FILLERS):
        place += 1
    rest = date_at(tokens, place) if place < len(tokens) and tokens[place].key not in months.WEEKDAYS else None
    if rest and all(day.day and day.weekday is None for day in rest.days):
        return Dated(rest.after, frozenset(replace(day, weekday=weekday) for day in rest.days))
    return Dated(at + 1, frozenset({Day(weekday=weekday)}))


def _season(tokens: Sequence[Token], at: int) -> Dated | None:
    """Bind a season to its year; without a year it is an ordinary word."""
    place = _past_fillers(tokens, at + 1)
    year = year_of(tokens, place)
    return Dated(place + 1, frozenset({Day(year=year, season=months.SEASONS[tokens[at].key])})) if year else None


def _month_first(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read "January 28, 2026", "Jan. 28", "January 2026", "enero de 2026", "January"."""
    named = month_at(tokens, at)
    if named is None:
        return None
    month, place = named.month, _past_fillers(tokens, named.after)
    day = _day_of_month(tokens, place)
    if day is None:
        year = year_of(tokens, place)
        return Dated(place + 1 if year else named.after, frozenset({Day(year=year, month=month)}))
    after = place + 1
    if key_at(tokens, after) in {"st", "nd", "rd", "th"}:
        after += 1
    return _with_year(tokens, after, Day(month=month, day=day))


def spelled_day(tokens: Sequence[Token], after: int, day: int) -> Dated | None:
    """Read the month after a day in words that ends before `after`: "the fifteenth of November"."""
    named = month_at(tokens, _past_fillers(tokens, after)) if 1 <= day <= 31 else None
    return _with_year(tokens, named.after, Day(month=named.month, day=day)) if named else None


def _with_year(tokens: Sequence[Token], after: int, day: Day) -> Dated:
    place = _past_fillers(tokens, after)
    year = year_of(tokens, place)
    return Dated(place + 1 if year else after, frozenset({replace(day, year=year)}))


def _day_first(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read "28 January", "28. Januar 2026", "28th of January", "28 de enero de 2026"."""
    day = _day_of_month(tokens, at)
    place = at + 1
    if key_at(tokens, place) in {"st", "nd", "rd", "th", "er", "º"}:
        place += 1
    place = _past_fillers(tokens, place)
    named = month_at(tokens, place) if day else None
    if named is None:
        return None
    if _day_of_month(tokens, at) and text_at(tokens, at + 1) == ",":
        return None
    return _with_year(tokens, named.after, Day(month=named.month, day=day))


def _numeric(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read "2026-01-28", "28.01.2026", "1/28/2026"; day and month change places where both are possible."""
    dotted = tokens[at].text.split(".")
    if len(dotted) == 3:
        return _dated(dotted, at + 1)
    if at + 4 >= len(tokens):
        return None
    mark = tokens[at + 1].text
    parts = tokens[at : at + 5]
    glued = all(left.end == right.start for left, right in pairwise(parts))
    if mark not in "-/" or parts[3].text != mark or not glued or any(part.kind != "number" for part in parts[::2]):
        return None
    return _dated([part.text for part in parts[::2]], at + 5)


def _dated(parts: list[str], after: int) -> Dated | None:
    if not all(part.isdigit() and len(part) <= 4 for part in parts):
        return None
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        possible = [(first, second, third)]
    elif len(parts[2]) == 4:
        possible = [(third, second, first), (third, first, second)]
    else:
        return None
    days = frozenset(Day(year=y, month=m, day=d) for y, m, d in possible if 1 <= m <= 12 and 1 <= d <= 31)
    return Dated(after, days) if days else None


def _east_asian(tokens: Sequence[Token], at: int) -> Dated | None:
    """Read "2026年1月28日" and its parts; "3年" alone is a duration and not read here."""
    year, place = _before_sign(tokens, at, "年년"), at
    if year and _YEAR_BOUNDS[0] <= year <= _YEAR_BOUNDS[1]:
        place = at + 2
    else:
        year = None
    month, day = _before_sign(tokens, place, "月월"), _before_sign(tokens, place, "日号號일")
    if month is None or not 1 <= month <= 12:
        alone = day is not None and 1 <= day <= 31 and not year and text_at(tokens, at + 2) != "間"
        days = Day(day=day) if alone else Day(year=year)
        return Dated(place + 2 if alone else place, frozenset({days})) if year or alone else None
    day = _before_sign(tokens, place + 2, "日号號일")
    return Dated(place + (4 if day else 2), frozenset({Day(year=year, month=month, day=day)}))


def _before_sign(tokens: Sequence[Token], at: int, signs: str) -> int | None:
    """Return the number at `at` if one of the signs follows it."""
    if at + 1 >= len(tokens) or tokens[at + 1].text not in signs:
        return None
    return small_number(tokens[at])


def _east_asian_weekday(tokens: Sequence[Token], at: int) -> Dated | None:
    text = "".join(token.text for token in tokens[at : at + 3])
    for size in (3, 2):
        weekday = months.EAST_ASIAN_WEEKDAYS.get(text[:size])
        if weekday is not None and sum(len(token.text) for token in tokens[at : at + size]) == size:
            return Dated(at + size, frozenset({Day(weekday=weekday)}))
    return None


def year_of(tokens: Sequence[Token], at: int) -> int | None:
    """Return the year that the bare four digits at `at` may be."""
    if at >= len(tokens) or not (
        tokens[at].kind == "number" and len(tokens[at].text) == 4 and tokens[at].text.isdigit()
    ):
        return None
    year = int(tokens[at].text)
    return year if _YEAR_BOUNDS[0] <= year <= _YEAR_BOUNDS[1] else None


def _day_of_month(tokens: Sequence[Token], at: int) -> int | None:
    return _small(tokens, at, 31)


def _small(tokens: Sequence[Token], at: int, most: int) -> int | None:
    if at >= len(tokens) or not (tokens[at].kind == "number" and len(tokens[at].text) <= 2):
        return None
    value = int(tokens[at].text)
    return value if 1 <= value <= most else None


def _past_fillers(tokens: Sequence[Token], at: int) -> int:
    place = at
    while place < min(len(tokens), at + 3) and tokens[place].key in _FILLERS:
        place += 1
    return place
