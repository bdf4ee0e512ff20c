"""Times of day at a place in a text: "4 p.m. ET", "16:30", "16.30 Uhr", "16h30", "noon"."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.core.checking.quantities.quantity import Clock

_ZONES = "ET EST EDT CT CST CDT MT MST PT PST PDT GMT BST UTC CET CEST MSK IST JST"
_ZONE = re.compile(rf"\s?(?:({'|'.join(_ZONES.split())})\b)?")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:(?P<colon>[:.h])(?P<minute>\d{2})(?!\d))?\s?"
    r"(?P<mark>[ap]\.?\s?m\b\.?|[AP]\.?\s?M\b\.?|Uhr\b|o'clock\b|h\b|часов\b|часа\b|час\b|点|點|時(?!間)|时(?!间)|시(?!간))?"
)
_NAMED = re.compile(r"(?:(noon|mittags?)|(midnight|mitternacht|minuit|полночь|medianoche))\b", re.IGNORECASE)
NAMED_TIMES = frozenset("noon midnight mittag mittags mitternacht minuit полночь medianoche".split())
_MEANS_TIME = {"Uhr", "o'clock", "点", "點", "時", "时", "시"}


AFTER = frozenset("las at um gegen ab alle ore as kl в к до с".split())
"""Words before digits that make "6.40" a time of day."""
_HOURS = ("h", "часов", "часа", "час")


class Timed(NamedTuple):
    """The offset after a time of day, and the times it may be; unless `sure`, the digits may be a number as well."""

    end: int
    clocks: frozenset[Clock]
    sure: bool = True


def time_at(folded: str, start: int, *, expected: bool = False) -> Timed | None:
    """Read the time of day at offset `start` of a folded text, if one stands there.

    A bare number needs a mark ("4 p.m.", "16 Uhr"); "16 h" may be a duration as well and is not read here. "6.40"
    is a time where one is `expected` or "h" follows, and may be a number all the same.
    """
    named = _NAMED.match(folded, start)
    if named:
        return _zoned(folded, named.end(), frozenset({720 if named.group(1) else 0}))
    match = _TIME.match(folded, start)
    if not match or int(match["hour"]) > 24 or (match["minute"] and int(match["minute"]) > 59):
        return None
    mark, colon = match["mark"] or "", match["colon"] or ""
    half = mark[:1].lower() if mark[:1].lower() in ("a", "p") else ""
    minutes = int(match["hour"]) % 24 * 60 + int(match["minute"] or 0)
    if not (half or mark in _MEANS_TIME or (colon in (":", "h") and folded[match.end() : match.end() + 1] != ":")):
        dotted = colon == "." and (mark in _HOURS or (expected and not _goes_on(folded, match.end("minute"))))
        return Timed(match.end(), frozenset({Clock(minutes)}), sure=False) if dotted else None
    return _zoned(folded, match.end() if mark else match.end("minute"), _possible(minutes, half, mark))


def _goes_on(folded: str, end: int) -> bool:
    """Tell whether digits go on after a point or comma: "6.40.15" is no time."""
    return folded[end : end + 1] in (".", ",") and folded[end + 1 : end + 2].isdigit()


def _possible(minutes: int, half: str, mark: str) -> frozenset[int]:
    if half and minutes < 780:
        return frozenset({minutes % 720 + (720 if half == "p" else 0)})
    if mark and mark not in ("Uhr", "h") and minutes < 720:
        return frozenset({minutes, minutes + 720})
    return frozenset({minutes})


def _zoned(folded: str, end: int, minutes: frozenset[int]) -> Timed:
    zone = _ZONE.match(folded, end)
    name = zone.group(1) if zone and zone.group(1) else ""
    return Timed(zone.end() if zone and name else end, frozenset(Clock(each, name) for each in minutes))
