"""The one figure in which two nearly equal sentences differ: a year, a sum, a measure or a length of time.

Where nearly all words are the same there is no need to know what a number counts: whatever stands in its place in the
other sentence is the other version of it, in another unit too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.core.comparing.close_pairs import ClosePair
from bot.core.comparing.conflicts import find_conflicts
from bot.core.comparing.figure_agreement import compatible, equal
from bot.core.comparing.figures import Figure, find_articles_before
from bot.core.comparing.items import Item
from bot.core.comparing.likeness import Familiarity, is_substituted, overlap
from bot.core.comparing.measures import TIME_UNITS, in_common_unit, is_measure, measured_apart
from bot.core.comparing.statements import Statement
from bot.core.models import Span

NEARLY_EQUAL = 0.7
SHARED_WORDS = 3
YEAR = ("year",)
MADE = frozenset({"=build", "=begin"})
"""What happens to a building in the year that outlets give as its age."""


class LoneFigure(NamedTuple):
    """The figures of two sentences that are otherwise nearly equal, and how alike these are."""

    one: Figure
    other: Figure
    share: float


def find_lone_figure(pair: ClosePair, *, familiarity: Familiarity) -> LoneFigure | None:
    """Return the one figure in which two sentences differ, if all else is nearly the same and both cannot be right."""
    one, other = pair.statements
    if one.spaceless or other.spaceless or one.leaning or other.leaning:
        return None
    mine, theirs = _figures(one, other), _figures(other, one)
    apart = _unmatched(mine, theirs)
    if len(mine) != len(theirs) or len(apart) != 1 or not _is_apart(*apart[0]):
        return None
    bare_one, bare_other = _without_units(one, mine), _without_units(other, theirs)
    if apart[0][0].unit == YEAR:
        bare_one, bare_other = _made(bare_one), _made(bare_other)
    share = overlap(bare_one, bare_other, familiarity=familiarity)
    nearly = share >= NEARLY_EQUAL and len(bare_one.vocabulary & bare_other.vocabulary) >= SHARED_WORDS
    if not nearly or is_substituted(bare_one, bare_other) or not _same_names(one, other):
        return None
    return None if _conflicts(one, other) else LoneFigure(*apart[0], share)


def show_figure(figure: Figure, statement: Statement) -> Span:
    """Return where a figure stands, with its unit if that is a measure."""
    unit = next((word for word in statement.words if word.start >= figure.end), None)
    measured = (
        unit
        and figure.unit not in ((), YEAR)
        and is_measure(figure.unit[0])
        and not statement.text[figure.end : unit.start].strip()
    )
    return Span(start=figure.start, end=unit.end if unit and measured else figure.end)


def _figures(statement: Statement, other: Statement) -> list[Figure]:
    """All figures in order; "a month" is one where the other has a figure more."""
    found = [*statement.figures, *statement.years]
    if len(found) < len(other.figures) + len(other.years):
        found += find_articles_before(statement.text, statement.words, units=TIME_UNITS)
    return sorted(found, key=lambda figure: figure.start)


def _unmatched(mine: Sequence[Figure], theirs: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """The figures that the other has not, side by side; equal ones may stand in another order."""
    left, right = list(mine), list(theirs)
    for figure in mine:
        same = next((each for each in right if _agree(figure, each)), None)
        if same:
            left.remove(figure)
            right.remove(same)
    return list(zip(left, right, strict=False))


def _agree(one: Figure, other: Figure) -> bool:
    years = {one.unit, other.unit} == {YEAR} and one.value >= 1000
    return one.value == other.value if years else equal(one, other)


def _is_apart(one: Figure, other: Figure) -> bool:
    """Whether two figures cannot both be right; the same bound of two values is two bounds."""
    if one.unit == YEAR and other.unit == YEAR and min(one.value, other.value) >= 1000:
        return not one.bound and not other.bound
    if not measured_apart(one, other):
        return False
    if one.value == other.value:
        return one.bound == other.bound
    same_bound = one.bound == other.bound and one.bound in ("least", "most")
    return same_bound or not compatible(in_common_unit(one), in_common_unit(other))


def _without_units(statement: Statement, figures: Sequence[Figure]) -> Statement:
    """The statement without the names of the measures, which belong to their figures."""
    ends = {figure.end for figure in figures if figure.unit and is_measure(figure.unit[0])}
    after = {at + 1 for at, word in enumerate(statement.words) if word.end in ends}
    return replace(statement, items=tuple(item for item in statement.items if item.place not in after))


def _made(statement: Statement) -> Statement:
    return replace(statement, items=tuple(_made_item(item) for item in statement.items))


def _made_item(item: Item) -> Item:
    return replace(item, key="=made") if item.key in MADE else item


def _same_names(one: Statement, other: Statement) -> bool:
    return not one.names - other.vocabulary and not other.names - one.vocabulary


def _conflicts(one: Statement, other: Statement) -> frozenset[str]:
    """What else speaks against them; of two sentences one may name who says it."""
    no_years = (replace(each, dates=each.dates._replace(years=frozenset())) for each in (one, other))
    found = find_conflicts(*no_years) - {"numbers"}
    return found if one.speakers and other.speakers else found - {"speaker"}
