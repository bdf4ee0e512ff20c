"""Reads dates as pages, feeds and files write them: ISO 8601, RFC 822, epochs, and the months of many languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import Final

from bot.core.checking.quantities.months import MONTHS
from bot.core.checking.quantities.tokens import key_of

YEARS: Final = range(1900, 2101)
_MAX_TEXT: Final = 80
_EPOCH: Final = re.compile(r"([0-9]{10})(?:[0-9]{3})?")
_EPOCHS: Final = range(315_532_800, 2_000_000_000)
"""Seconds from 1980 to 2033; later ones are ten digits of a year, month, day and hour."""
_PACKED: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?")
_RFC_822: Final = re.compile(r"(?:[A-Za-z]{3,9},? )?\d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d{2}")
_ZONE_NAME: Final = re.compile(r"\[[A-Za-z0-9_+/-]{1,40}\]$")
_SPACED_ZONE: Final = re.compile(r" (?=[+-][0-9]{2}:?[0-9]{2}$)|(?<=[0-9]) (?=Z$)")
_YEAR_FIRST: Final = re.compile(r"(?<!\d)(\d{4}) ?[-/.年년] ?(\d{1,2}) ?[-/.月월] ?(\d{1,2})(?!\d)")
_DAY_FIRST: Final = re.compile(r"(?<!\d)(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{4})(?!\d)")
_DAY_NAME: Final = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|[.ºª°])?,? ?(?:de |d'|-)?([^\W\d_]{3,12}|tháng \d{1,2})[.,]{0,2} ?"
    r"(?:de |del |năm |-)?(\d{4})(?!\d)"
)
_NAME_DAY: Final = re.compile(r"(?<![^\W_])([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_YEAR_NAME: Final = re.compile(r"(?<!\d)(\d{4})\.? ?([^\W\d_]{3,12})\.? (\d{1,2})(?!\d)")
_TIME: Final = re.compile(
    r"(?<![\d.:/+-])(\d{1,2})[:.h](\d{2})(?::(\d{2}))?(?!\d) ?([ap]\.?m\b\.?)?[ ,(]{0,3}"
    r"(Z\b|(?:UTC|GMT)?[+-]\d{2}:?\d{2}(?!\d)|[A-Z]{2,4}\b)",
    re.IGNORECASE,
)
_OFFSET: Final = re.compile(r"([+-])(\d{2}):?(\d{2})$")
# Only names that mean one zone wherever they are written: no IST, no BST, no CST beside China's.
_ZONES: Final = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120,
    "EEST": 180, "MSK": 180, "EST": -300, "EDT": -240, "ET": None, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "SAST": 120, "JST": 540, "KST": 540, "WIB": 420, "HKT": 480, "PKT": 300, "NZST": 720, "NZDT": 780, "AEST": 600,
    "AEDT": 660,
}  # fmt: skip
_MORE_MONTHS: Final = (
    "januari januar januára ledna leden ianuarie tammikuuta január ιανουαρίου tháng1 januarie јануара yanuari",
    "februari februar februára února únor februarie helmikuuta február φεβρουαρίου tháng2 februarie фебруара -",
    "marts mars marca března březen martie maaliskuuta március μαρτίου tháng3 maart марта maret",
    "april april apríla dubna duben aprilie huhtikuuta április απριλίου tháng4 april априла -",
    "maj mai mája května květen mai toukokuuta május μαΐου tháng5 mei маја -",
    "juni juni júna června červen iunie kesäkuuta június ιουνίου tháng6 junie јуна -",
    "juli juli júla července červenec iulie heinäkuuta július ιουλίου tháng7 julie јула -",
    "augusti august augusta srpna srpen august elokuuta augusztus αυγούστου tháng8 augustus августа agustus",
    "september september septembra září září septembrie syyskuuta szeptember σεπτεμβρίου tháng9 september септембра -",
    "oktober oktober októbra října říjen octombrie lokakuuta október οκτωβρίου tháng10 oktober октобра -",
    "november november novembra listopadu listopad noiembrie marraskuuta νοεμβρίου tháng11 новембра -",
    "december desember decembra prosince prosinec decembrie joulukuuta december δεκεμβρίου tháng12 desember децембра -",
)
_MONTHS: Final = MONTHS | {
    key_of(name): number for number, names in enumerate(_MORE_MONTHS, 1) for name in names.split() if name != "-"
}


def first_moment(dates: Iterable[str], *, until: date | None = None) -> datetime | date | None:
    """Return the first of several dates, the most believable first, that can be read and is possible.

    Nothing is published after `until`. A date without its time gives way to one of the same day that has it.
    """
    found = [moment for text in dates if (moment := moment_of(text)) and _day(moment).year in YEARS]
    possible = [moment for moment in found if until is None or _day(moment) <= until]
    if not possible:
        return None
    first = possible[0]
    timed = (one for one in possible if isinstance(one, datetime) and _day(one) == _day(first))
    return first if isinstance(first, datetime) else next(timed, first)


def moment_of(text: str, *, month_first: bool | None = None) -> datetime | date | None:
    """Return a date as written: with its time where the zone is given, else the day alone; None where it is no date.

    `month_first` tells how 3/4/2025 is meant; None leaves it unread, as both are usual.
    """
    text = " ".join(text[:_MAX_TEXT].split())
    return _settled(_machine_date(text) or _written_date(text, month_first=month_first))


def _settled(moment: datetime | date | None) -> datetime | date | None:
    return moment.date() if isinstance(moment, datetime) and moment.tzinfo is None else moment


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _machine_date(text: str) -> datetime | None:
    epoch = _EPOCH.fullmatch(text)
    if epoch and int(epoch[1]) in _EPOCHS:
        return datetime.fromtimestamp(int(epoch[1]), tz=UTC)
    packed = _PACKED.fullmatch(text)
    if packed:
        return _naive(*(int(part or 0) for part in packed.groups()))
    trimmed = _SPACED_ZONE.sub("", _ZONE_NAME.sub("", text).replace(" UTC", "Z").replace(" GMT", "Z"))
    try:
        if _RFC_822.match(text):
            return parsedate_to_datetime(text)
        return datetime.fromisoformat(trimmed) if "-" in trimmed[:8] else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _naive(*parts: int) -> datetime | None:
    try:
        return datetime(*parts)  # type: ignore[arg-type]  # noqa: DTZ001 - its zone is not known
    except ValueError:
        return None


def _written_date(text: str, *, month_first: bool | None) -> datetime | date | None:
    day = _written_day(text, month_first=month_first)
    time = _TIME.search(text) if day else None
    offset = _minutes_east(time[5]) if time else None
    if day is None or time is None or offset is None:
        return day
    hour = int(time[1]) % 12 + (12 if time[4][0] in "pP" else 0) if time[4] else int(time[1])
    try:
        zone = timezone(timedelta(minutes=offset))
        return datetime(day.year, day.month, day.day, hour, int(time[2]), int(time[3] or 0), tzinfo=zone)
    except ValueError:
        return day


def _written_day(text: str, *, month_first: bool | None) -> date | None:
    if found := _YEAR_FIRST.search(text):
        return _checked(found[1], found[2], found[3])
    if found := _DAY_FIRST.search(text):
        return _numeric_day(found, month_first=month_first)
    if found := _DAY_NAME.search(text):
        return _checked(found[3], _month(found[2]), found[1])
    if found := _NAME_DAY.search(text):
        return _checked(found[3], _month(found[1]), found[2])
    found = _YEAR_NAME.search(text)
    return _checked(found[1], _month(found[2]), found[3]) if found else None


def _numeric_day(found: re.Match[str], *, month_first: bool | None) -> date | None:
    first, second, year = int(found[1]), int(found[3]), found[4]
    if found[2] == "." or first > 12 or first == second:
        return _checked(year, second, first)
    if second > 12:
        return _checked(year, first, second)
    if month_first is None:
        return None
    return _checked(year, first, second) if month_first else _checked(year, second, first)


def _month(name: str) -> int:
    return _MONTHS.get(key_of(name.replace(" ", "")), 0)


def _checked(year: str, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _minutes_east(zone: str) -> int | None:
    offset = _OFFSET.search(zone)
    if offset is None:
        return _ZONES.get(zone.upper())
    minutes = int(offset[2]) * 60 + int(offset[3])
    return -minutes if offset[1] == "-" else minutes
