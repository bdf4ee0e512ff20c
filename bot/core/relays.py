"""Which outlets a sentence says that it has something from, and in what way."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from bot.core.comparing.figure_words import MONTH, WEEKDAY
from bot.core.models import Span
from bot.core.outlets import find_mentions
from bot.core.relay_phrases import (
    AFTER,
    BEFORE_CITED,
    BEFORE_REPORT,
    BEFORE_SPOKEN,
    COORDINATED,
    CREDITED_NAME,
    REACTION,
    SPOKEN_ASIDE,
    STAFF,
)
from bot.core.words import fold

LONGEST = 1_500
"""Characters of a sentence that are read."""
_REACH = 60
"""Characters before and after a name in which its credit must stand."""


class Credit(NamedTuple):
    """An outlet that a sentence credits, by the name it is shown by, and where it is named."""

    span: Span
    name: str
    spoken: bool
    """Somebody told it to the outlet: the credit covers those words, not what is reported around them."""
    cited: bool
    """The sentence says that somebody else has it from there: "Reuters reported, citing the Gazette"."""
    answered: bool
    """The sentence tells a reaction to the outlet's report, not what the report says."""


def find_credits(text: str, outlets: frozenset[str]) -> tuple[Credit, ...]:
    """Return the outlets that a sentence credits with what it tells, in order of place."""
    text = _plain(text)
    mentions = find_mentions(text, outlets)
    found = [_credit(text, mention.span, mention.name) for mention in mentions]
    for one, other in (*pairwise(range(len(mentions))), *pairwise(reversed(range(len(mentions))))):
        first, second = sorted((mentions[one].span, mentions[other].span), key=_start)
        told = found[one]
        if told and found[other] is None and COORDINATED.fullmatch(text, first.end, second.start):
            found[other] = told._replace(span=mentions[other].span, name=mentions[other].name)
    return tuple(credit for credit in found if credit)


def _start(span: Span) -> int:
    return span.start


def find_credited_strangers(text: str) -> tuple[str, ...]:
    """Return names that a sentence credits as it would an outlet, whatever they are: one source proves nothing."""
    found = (match.group(1) or match.group(2) for match in CREDITED_NAME.finditer(_plain(text)))
    names = (" ".join(name.split()).removesuffix("'s").removesuffix("’s") for name in found)
    return tuple(name for name in names if not _is_time(name))


def _is_time(name: str) -> bool:
    """Tell whether a name is when something was said: "a report from October"."""
    first = fold(name.split()[0])
    return first in MONTH or first in WEEKDAY


def _plain(text: str) -> str:
    """The beginning of a sentence with plain spaces, every character still in its place."""
    return text[:LONGEST].replace("\u00a0", " ").replace("\u202f", " ")


def _credit(text: str, span: Span, name: str) -> Credit | None:
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    reported, spoken = BEFORE_REPORT.search(before), BEFORE_SPOKEN.search(before)
    if STAFF.match(after) and not (reported or spoken):
        return None
    if not (reported or spoken or AFTER.match(after)):
        return None
    return Credit(
        span=span,
        name=name,
        spoken=bool(spoken or SPOKEN_ASIDE.match(after)),
        cited=bool(BEFORE_CITED.search(before)),
        answered=bool(REACTION.search(before)),
    )
