"""The name of a month at a place in a text: "May" and not "may", "تشرين الثاني/نوفمبر", "Nov."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.core.checking.quantities import months
from bot.core.checking.quantities.tokens import Token, text_at

_ENGLISH = frozenset({"may", "march"})


class Month(NamedTuple):
    """The index after a month's name, and its number from 1."""

    after: int
    month: int


def month_at(tokens: Sequence[Token], at: int) -> Month | None:
    """Read the month that is named at token `at`; where its second name follows, both are one."""
    first = _name(tokens, at)
    if first is None:
        return None
    return _with_second(tokens, first) or (first if _is_sure(tokens, at) else None)


def _with_second(tokens: Sequence[Token], first: Month) -> Month | None:
    """Read another name of the same month after a stroke or in brackets."""
    mark = text_at(tokens, first.after)
    second = _name(tokens, first.after + 1) if mark in ("/", "(") else None
    if second is None or second.month != first.month:
        return None
    if mark == "/":
        return second
    return Month(second.after + 1, second.month) if text_at(tokens, second.after) == ")" else None


def _name(tokens: Sequence[Token], at: int) -> Month | None:
    if at >= len(tokens):
        return None
    pair = tuple(token.key for token in tokens[at : at + 2])
    number = months.TWO_WORD_MONTHS.get(pair)
    if number:
        return Month(at + 2, number)
    number = months.MONTHS.get(tokens[at].key)
    return Month(at + 1, number) if number else None


def _is_sure(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a month's name is no verb, name or other word ("may", "March", "Mars")."""
    token = tokens[at]
    if token.key not in months.ALSO_WORDS:
        return True
    after = at + 2 if text_at(tokens, at + 1) == "." else at + 1
    beside = [tokens[place] for place in (at - 1, after) if 0 <= place < len(tokens)]
    if any(near.kind == "number" for near in beside) or _follows_ordinal(tokens, at):
        return True
    cased = token.text[0].isupper() and (len(token.text) > 3 or token.key == "may" or after == at + 2)
    caseless = token.text[0].lower() == token.text[0].upper()
    return (cased or caseless) and at > 0 and tokens[at - 1].key in months.BESIDE_MONTH


def _follows_ordinal(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number with a full stop stands before: "3. Mai". English writes no ordinals like that."""
    before = tokens[max(0, at - 2) : at]
    dotted = len(before) == 2 and before[0].kind == "number" and before[1].text == "."
    return dotted and tokens[at].key not in _ENGLISH
