"""Dates as bylines and datelines write them, with the months of several languages."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner enero janvier janeiro gennaio января يناير",
            "february feb februar febrero février fevereiro febbraio февраля فبراير",
            "march mar märz marzo mars março марта مارس",
            "april apr abril avril aprile апреля أبريل",
            "may mai mayo maio maggio мая مايو",
            "june jun juni junio juin junho giugno июня يونيو",
            "july jul juli julio juillet julho luglio июля يوليو",
            "august aug agosto août августа أغسطس",
            "september sep sept septiembre septembre setembro settembre сентября سبتمبر",
            "october oct oktober octubre octobre outubro ottobre октября أكتوبر",
            "november nov noviembre novembre novembro ноября نوفمبر",
            "december dec dezember diciembre décembre dezembro dicembre декабря ديسمبر",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO_DATE = re.compile(r"(?<!\d)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.?(?: de)? ([^\W\d_]{3,10})\.?,?(?: de)? (\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"(?<![^\W_])([^\W\d_]{3,10})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")


def date_in(text: str) -> date | None:
    """Return the first date in the beginning of a line; ISO first, then the day before the month, then after it."""
    text = text[:200]
    if match := _ISO_DATE.search(text):
        return _day(match.group(1), match.group(2), match.group(3))
    if match := _DAY_FIRST.search(text):
        return _day(match.group(3), _MONTHS.get(match.group(2).casefold()), match.group(1))
    if match := _MONTH_FIRST.search(text):
        return _day(match.group(3), _MONTHS.get(match.group(1).casefold()), match.group(2))
    return None


def _day(year: str, month: str | int | None, day: str) -> date | None:
    try:
        return date(int(year), int(month or 0), int(day))
    except ValueError:
        return None
