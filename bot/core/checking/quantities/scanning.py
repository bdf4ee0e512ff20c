"""Finding every quantity of a text in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.core.checking.quantities.amounts import amount_at
from bot.core.checking.quantities.arabic import without_clitics
from bot.core.checking.quantities.clocks import AFTER, NAMED_TIMES, time_at
from bot.core.checking.quantities.counting import counted_in
from bot.core.checking.quantities.dates import date_at
from bot.core.checking.quantities.german import german_number
from bot.core.checking.quantities.languages import language_of
from bot.core.checking.quantities.names import end_of_name, inside_name
from bot.core.checking.quantities.numerals import SPACE_THOUSANDS
from bot.core.checking.quantities.quantity import Found, Quantity
from bot.core.checking.quantities.ranges import share_units
from bot.core.checking.quantities.spelled import clock_in_words_at, spelled_date_at
from bot.core.checking.quantities.starters import starters_of
from bot.core.checking.quantities.surroundings import is_rounded, words_around
from bot.core.checking.quantities.tokens import Token, fold, tokenise
from bot.core.checking.quantities.units import UNITS
from bot.core.checking.quantities.vague import vague_at

_MOST_TOKENS = 1_500
"""Words, numbers and signs of a sentence that are read; one of five thousand characters has about a thousand."""


@lru_cache(maxsize=256)
def find_quantities(text: str, *, language: str = "und") -> tuple[Quantity, ...]:
    """Return the numbers, money, percentages, measures, dates and times of a text, in order, with every reading.

    Digits inside a name ("R1", "F-16", "COVID-19") are no quantities. `language` decides what "1.000" and "billion"
    mean and which number words are read; "und" lets the words tell. Linear in the length of the text, of which a
    thousand words and more are read; each claim of a draft asks about the same sentences, so the last ones are kept.
    """
    read_as = language_of(text, language)
    folded = fold(text)
    tokens = tokenise(folded, spaced_thousands=read_as in SPACE_THOUSANDS)[:_MOST_TOKENS]
    if read_as == "und":
        read_as = counted_in(tokens)
    starters = starters_of(read_as)
    if read_as == "ar":
        tokens = without_clitics(tokens, starters, UNITS.keys())
    quantities: list[Quantity] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        plain = token.kind == "word" and token.key not in starters and len(token.key) > 1
        found = None if plain and not german_number(token.key, read_as) else _at(folded, tokens, at, read_as)
        if found and found.readings:
            quantities.append(_placed(text, tokens, at, found))
        at = max(found.after if found else 0, at + 1)
    return share_units(folded, quantities, language=read_as)


def _at(folded: str, tokens: Sequence[Token], at: int, language: str) -> Found | None:
    """Read what stands at a token; a name is found without readings."""
    token = tokens[at]
    if token.kind == "number" and inside_name(tokens, at):
        return Found(end_of_name(tokens, at), ())
    dated = date_at(tokens, at) or spelled_date_at(tokens, at, language)
    if dated:
        return Found(dated.after, dated.days)
    told = clock_in_words_at(tokens, at, language)
    if told:
        return Found(told.after, told.clocks)
    if token.kind == "number" or token.key in NAMED_TIMES:
        timed = _timed(folded, tokens, at, language)
        if timed:
            return timed
    ordered = vague_at(tokens, at)
    if ordered:
        return Found(ordered.after, (ordered.vague,))
    return amount_at(tokens, at, language)


def _timed(folded: str, tokens: Sequence[Token], at: int, language: str) -> Found | None:
    """Read a time of day in digits; what may be a number as well has both readings."""
    timed = time_at(folded, tokens[at].start, expected=at > 0 and tokens[at - 1].key in AFTER)
    if timed is None:
        return None
    after = _first_after(tokens, at, timed.end)
    number = None if timed.sure else amount_at(tokens, at, language)
    if number is None:
        return Found(after, timed.clocks)
    return number._replace(after=max(after, number.after), readings={*timed.clocks, *number.readings})


def _first_after(tokens: Sequence[Token], at: int, offset: int) -> int:
    while at < len(tokens) and tokens[at].start < offset:
        at += 1
    return at


def _placed(text: str, tokens: Sequence[Token], at: int, found: Found) -> Quantity:
    place = range(at, max(found.after, at + 1))
    start, end = tokens[at].start, tokens[place.stop - 1].end
    return Quantity(
        words=text[start:end],
        start=start,
        end=end,
        readings=frozenset(found.readings),
        required=found.required,
        near=words_around(tokens, place),
        rounded=is_rounded(tokens, at),
        scale=found.scale,
        factor=found.factor,
    )
