"""Words with which a quantity may begin, so that all others are passed over at once."""

from __future__ import annotations

from functools import lru_cache

from bot.core.checking.quantities import arabic, months
from bot.core.checking.quantities.clocks import NAMED_TIMES
from bot.core.checking.quantities.counting import ROMAN, words_of
from bot.core.checking.quantities.spelled import STARTERS
from bot.core.checking.quantities.units import CODES, DUALS
from bot.core.checking.quantities.vague import VAGUE

_ALWAYS = frozenset(
    STARTERS
    | {*months.MONTHS, *months.WEEKDAYS, *months.ABBREVIATED_WEEKDAYS, *months.SEASONS, *NAMED_TIMES, *VAGUE, *CODES}
    | {numeral.lower() for numeral in ROMAN}
    | {first for first, _ in months.TWO_WORD_MONTHS}
)


@lru_cache(maxsize=32)
def starters_of(language: str) -> frozenset[str]:
    """Return the keys of words that may begin a quantity in `language`; single letters and numerals always may."""
    words = words_of(language)
    spoken = (words.small, words.hundreds, words.bare, words.scales, words.loose, words.ordinals, words.fractions)
    joined = frozenset({*arabic.ONLY_JOINED, *DUALS}) if words is arabic.ARABIC else frozenset()
    keys = {key for table in spoken for key in table}
    return frozenset(_ALWAYS | words.articles | keys | joined | {code[:2] for code in CODES})
