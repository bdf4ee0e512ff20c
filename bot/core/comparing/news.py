"""Whether what differs in a later article is only the newer state of things."""

from __future__ import annotations

from datetime import date, datetime

from bot.core.models import Article, Source

UPDATE_AFTER_HOURS = 3
"""An article published this much later that tells a higher number tells news and contradicts nobody."""


def is_update(one: float, other: float, *, left: Source, right: Source) -> bool:
    """Whether the higher of two numbers, told by `left` and `right`, stands in the article that came hours later."""
    lead = hours_between(left.article, right.article)
    return abs(lead) >= UPDATE_AFTER_HOURS and lead * (other - one) > 0


def hours_between(earlier: Article, later: Article) -> float:
    """Return the hours from one article's publication to the other's, negative if they run backwards.

    0 where either is unknown; whole days where only a day is known.
    """
    start, end = earlier.published_at, later.published_at
    if start is None or end is None:
        return 0.0
    if isinstance(start, datetime) and isinstance(end, datetime):
        aware = start.tzinfo is not None and end.tzinfo is not None
        gap = end - start if aware else end.replace(tzinfo=None) - start.replace(tzinfo=None)
        return gap.total_seconds() / 3600
    return 24.0 * (_day(end) - _day(start)).days


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
