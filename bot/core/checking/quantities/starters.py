"""Words with which a quantity may begin, so that all others are passed over at once."""

from __future__ import annotations

from functools import lru_cache

from bot.core.checking.quantities import months
from bot.core.checking.quantities.clocks import NAMED_TIMES
from bot.core.checking.quantities.counting import ROMAN, words_of
from bot.core.checking.quantities.units import CODES
from bot.core.checking.quantities.vague import VAGUE

_ALWAYS = frozenset(
    {*months.MONTHS, *months.WEEKDAYS, *months.ABBREVIATED_WEEKDAYS, *months.SEASONS, *NAMED_TIMES, *VAGUE, *CODES}
    | {numeral.lower() for numeral in ROMAN}
)


@lru_cache(maxsize=32)
def starters_of(language: str) -> frozenset[str]:
    """Return the keys of words that may begin a quantity in `language`; single letters and numerals always may."""
    words = words_of(language)
    spoken = (words.small, words.hundreds, words.bare, words.scales, words.loose, words.ordinals, words.fractions)
    return _ALWAYS | words.articles | {key for table in spoken for key in table} | {code[:2] for code in CODES}
