"""Numbers in sentences of two sources that stand in the same place of the same statement."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.alignment import citable
from bot.core.conflicts import find_conflicts
from bot.core.figure_agreement import compatible, counts_the_same
from bot.core.figures import Figure
from bot.core.likeness import Familiarity, overlap
from bot.core.models import Sentence, Source
from bot.core.statements import Statement, understand
from bot.core.words import fold, root

ALIKE = 0.45
"""Share of weighted words that two sentences must have in common before their numbers are compared."""
NEAR_WORDS = 6
"""How far around a number its place reaches, in words."""
MOST_COUNTS = 80
FORGIVEN = frozenset({"numbers", "speaker", "quotation"})
"""Conflicts that two versions of one number may have: two speakers may well give two numbers."""
_TIME = (
    "year month week day hour minute Jahr Jahre Monat Monate Woche Tag Tage Stunde Minute año mes semana "
    "día hora minuto an ans année mois semaine jour heure год года лет месяц месяца недели дней дня часов минут"
)
TIME_UNITS = frozenset(root(fold(word)) for word in _TIME.split())
FORGIVEN_MOODS = frozenset({"alleged"})


@dataclass(frozen=True)
class Count:
    """A number that counts something, and the sentence it stands in."""

    sentence: Sentence
    statement: Statement
    figure: Figure

    @property
    def source(self) -> int:
        return self.sentence.source


def find_counts(source: Source, *, familiarity: Familiarity) -> tuple[Count, ...]:
    """Return the numbers of a source that count something, in order; no more than a sane article has."""
    found = [
        Count(sentence, statement, figure)
        for sentence in citable(source)
        for statement in (understand(sentence.text, familiarity.names),)
        for figure in statement.figures
        if figure.unit
    ]
    return tuple(found[:MOST_COUNTS])


def same_slot(one: Count, other: Count, *, familiarity: Familiarity) -> float:
    """Return how surely two numbers fill the same place with values that cannot both be right, else 0."""
    if not _same_count(one.figure, other.figure) or compatible(one.figure, other.figure):
        return 0.0
    share = overlap(one.statement, other.statement, familiarity=familiarity)
    if share < ALIKE or not _same_surroundings(one, other) or _speaks_of_several(one, other):
        return 0.0
    conflicts = find_conflicts(one.statement, other.statement) - FORGIVEN
    if conflicts == {"mood"} and one.statement.moods ^ other.statement.moods <= FORGIVEN_MOODS:
        conflicts = frozenset()
    return 0.0 if conflicts else share


def _same_count(one: Figure, other: Figure) -> bool:
    """Whether two numbers count one kind of thing; a length of time must be of the same thing throughout."""
    if {*one.unit[:1], *other.unit[:1]} & TIME_UNITS:
        return one.unit == other.unit
    return counts_the_same(one, other)


def _same_surroundings(one: Count, other: Count) -> bool:
    """Whether the words around both numbers share something beside what is counted."""
    figures = (*one.statement.figures, *other.statement.figures)
    counted = {one.figure.unit[0], other.figure.unit[0], *(figure.unit[0] for figure in figures if figure.unit)}
    return bool((_near(one) & _near(other)) - counted - {"=" + word for word in counted})


def _near(count: Count) -> set[str]:
    words = count.statement.words
    at = next((place for place, word in enumerate(words) if word.start >= count.figure.start), 0)
    return {item.key for item in count.statement.items if abs(item.place - at) <= NEAR_WORDS}


def _speaks_of_several(one: Count, other: Count) -> bool:
    """Whether either sentence has a second number of the same things, so that there is no telling which is which."""
    return any(
        figure is not count.figure and counts_the_same(figure, count.figure) and figure.value != count.figure.value
        for count in (one, other)
        for figure in count.statement.figures
    )
