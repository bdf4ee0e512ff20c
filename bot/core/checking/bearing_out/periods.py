"""Years, months and seasons that a sentence names from the day of publication: "last year", "im vergangenen Monat"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from bot.core.checking.quantities import Day, months
from bot.core.checking.quantities.tokens import key_of

_PHRASES: dict[str, tuple[str, int]] = {
    phrase: (unit, offset)
    for unit, offset, row in (
        ("year", 0, "this year|dieses jahr|diesem jahr|dieses jahres|este año|cette année|этом году|этого года"),
        ("year", -1, "last year|letztes jahr|letzten jahr|vergangenes jahr|vergangenen jahr|vorigen jahr|año pasado"),
        ("year", -1, "pasado año|l'année dernière|l'an dernier|прошлом году|прошлого года|العام الماضي|السنة الماضية"),
        ("year", 0, "هذا العام|العام الجاري|العام الحالي|هذه السنة"),
        ("year", 1, "next year|nächstes jahr|nächsten jahr|kommenden jahr|próximo año|año próximo|l'année prochaine"),
        ("year", 1, "l'an prochain|следующем году|будущем году|العام المقبل|العام القادم"),
        ("month", 0, "this month|diesen monat|diesem monat|este mes|ce mois|этом месяце|هذا الشهر|الشهر الجاري"),
        ("month", -1, "last month|letzten monat|vergangenen monat|mes pasado|mois dernier|прошлом месяце|الشهر الماضي"),
        ("month", 1, "next month|nächsten monat|kommenden monat|próximo mes|mois prochain|следующем месяце"),
        ("month", 1, "الشهر المقبل|الشهر القادم"),
        ("week", 0, "this week|diese woche|dieser woche|esta semana|cette semaine|этой неделе|هذا الأسبوع"),
        ("week", -1, "last week|letzte woche|vergangene woche|vergangenen woche|semana pasada|semaine dernière"),
        ("week", -1, "прошлой неделе|الأسبوع الماضي"),
    )
    for phrase in (" ".join(map(key_of, words.split())) for words in row.split("|"))
}
_LONGEST = max(len(phrase.split()) for phrase in _PHRASES)
_LAST = frozenset(map(key_of, ("last", "letzten", "vergangenen", "pasado", "dernier", "прошлым", "прошлой")))
_AROUND = 31
"""Days by which a season, which is a loose word, may be off."""
_SEASON_MONTHS: dict[int, Collection[int]] = {1: range(3, 6), 2: range(6, 9), 3: range(9, 12), 4: (12, 1, 2)}


def periods_in(words: Sequence[str], published_on: date) -> frozenset[Day]:
    """Return the years and months that words of a sentence, folded as `key_of` does, name from that day.

    A week is its month where all of it lies in one. The season "last summer" is known only where none is near.
    """
    phrases = (" ".join(words[at : at + size]) for at in range(len(words)) for size in range(2, _LONGEST + 1))
    named = {_PHRASES[phrase] for phrase in phrases if phrase in _PHRASES}
    days = {day for unit, offset in named for day in _period(unit, offset, published_on)}
    return frozenset(days | set(_last_seasons(words, published_on)))


def month_named(month: int, published_on: date, *, future: bool, past: bool) -> frozenset[Day]:
    """Return the month that a name without a year means: the next one of what is to come, else the last one."""
    if future == past:
        return frozenset()
    this_year = month >= published_on.month if future else month <= published_on.month
    step = 1 if future else -1
    return frozenset({Day(year=published_on.year + (0 if this_year else step), month=month)})


def season_around(published_on: date) -> frozenset[Day]:
    """Return the seasons, with their years, that a month before or after publication lies in."""
    days = (published_on + timedelta(days=offset) for offset in (-_AROUND, 0, _AROUND))
    return frozenset(Day(year=day.year, season=season) for day in days for season in _seasons_of(day))


def _seasons_of(day: date) -> list[int]:
    return [season for season, own in _SEASON_MONTHS.items() if day.month in own]


def _period(unit: str, offset: int, published_on: date) -> Iterable[Day]:
    if unit == "year":
        return (Day(year=published_on.year + offset),)
    if unit == "month":
        count = published_on.year * 12 + published_on.month - 1 + offset
        return (Day(year=count // 12, month=count % 12 + 1),)
    monday = published_on - timedelta(days=published_on.weekday() - 7 * offset)
    sunday = monday + timedelta(days=6)
    same = monday.month == sunday.month
    return (Day(year=monday.year, month=monday.month),) if same else ()


def _last_seasons(words: Sequence[str], published_on: date) -> Iterable[Day]:
    for before, word in pairwise(words):
        season = months.SEASONS.get(word)
        if before not in _LAST or season in (None, 4):
            continue
        own = _SEASON_MONTHS[season or 1]
        if published_on.month not in own:
            year = published_on.year - (published_on.month < min(own))
            yield Day(year=year)
