"""Which words of two versions of one thing differ."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

from bot.core.checking.quantities import agree, find_quantities
from bot.core.checking.quotation_marks import quotations
from bot.core.checking.wording import wording_of
from bot.core.models import Span

Kind = Literal["number", "quotation", "statement"]


def contrasting(text: str, other: str) -> tuple[Span, ...]:
    """Return the spans of `text` whose words `other` has differently; case and typography are no difference.

    Meant for texts of at most a few hundred characters: the time grows with the product of their lengths.
    """
    mine, theirs = wording_of(text), wording_of(other)
    matcher = SequenceMatcher(
        a=[word.casefold() for word in mine.words], b=[word.casefold() for word in theirs.words], autojunk=False
    )
    changed = [(start, end) for tag, start, end, _, _ in matcher.get_opcodes() if tag != "equal" and end > start]
    return tuple(
        Span(start=mine.places[start][0], end=mine.places[end - 1][1])
        for start, end in changed
        if any(word[0].isalnum() for word in mine.words[start:end])
    )


def kind_of(one: str, other: str) -> Kind:
    """Tell what two versions differ in: their quotations, a number, or else what they state."""
    if quotations(one) and quotations(other) and _quoted(one) != _quoted(other):
        return "quotation"
    mine = [quantity for quantity in find_quantities(one) if quantity.required]
    theirs = [quantity for quantity in find_quantities(other) if quantity.required]
    rivals = any(a.units & b.units and not agree(a, b) and not agree(b, a) for a in mine for b in theirs)
    return "number" if rivals else "statement"


def _quoted(text: str) -> list[tuple[str, ...]]:
    return [wording_of(text[each.start : each.end]).words for each in quotations(text)]
