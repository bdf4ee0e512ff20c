"""Numbers in sentences of two sources that stand in the same place of the same statement."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.comparing.alignment import citable
from bot.core.comparing.conflicts import find_conflicts
from bot.core.comparing.figure_agreement import compatible, counts_the_same
from bot.core.comparing.figures import Figure
from bot.core.comparing.likeness import Familiarity, overlap
from bot.core.comparing.statements import Statement, understand
from bot.core.models import Sentence, Source
from bot.core.words import fold, root

ALIKE = 0.45
"""Share of weighted words that two sentences must have in common before their numbers are compared."""
NEAR_WORDS, NEAR_MEASURE = 6, 3
"""How far around a number its place reaches, in words; a measure may be of anything, so its place is narrower."""
MOST_COUNTS = 80
FORGIVEN = frozenset({"numbers", "speaker", "quotation"})
"""Conflicts that two versions of one number may have: two speakers may well give two numbers."""
_TIME = (
    "year month week day hour minute Jahr Jahre Monat Monate Woche Tag Tage Stunde Minute año mes semana "
    "día hora minuto an ans année mois semaine jour heure год года лет месяц месяца недели дней дня часов минут"
)
TIME_UNITS = frozenset(root(fold(word)) for word in _TIME.split())
_MEASURES = (
    "kilometre kilometer km metre meter mile foot feet inch litre liter gallon tonne ton kilogram kilo gram pound "
    "hectare acre degree percent per cent euro dollar crown yen rouble Kilometer Meter Liter Tonne Hektar Grad Prozent "
    "kilómetro metro litro tonelada hectárea grado ciento kilomètre mètre degré pour километр километров метр метров "
    "литр литров тонна тонн гектар градус процент процентов рубль рублей"
)
MEASURES = frozenset(root(fold(word)) for word in _MEASURES.split())
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
    reach = NEAR_MEASURE if {one.figure.unit[0], other.figure.unit[0]} & MEASURES else NEAR_WORDS
    return bool((_near(one, reach) & _near(other, reach)) - counted - {"=" + word for word in counted})


def _near(count: Count, reach: int) -> set[str]:
    words = count.statement.words
    at = next((place for place, word in enumerate(words) if word.start >= count.figure.start), 0)
    return {item.key for item in count.statement.items if abs(item.place - at) <= reach}


def _speaks_of_several(one: Count, other: Count) -> bool:
    """Whether either sentence has a second number of the same things, so that there is no telling which is which."""
    return any(
        figure is not count.figure and counts_the_same(figure, count.figure) and figure.value != count.figure.value
        for count in (one, other)
        for figure in count.statement.figures
    )
