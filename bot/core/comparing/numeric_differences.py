"""Numbers in sentences of two sources that stand in the same place of the same statement."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.comparing.conflicts import find_conflicts
from bot.core.comparing.corpus import Read
from bot.core.comparing.figure_agreement import compatible, counts_the_same
from bot.core.comparing.figures import Figure
from bot.core.comparing.statements import Statement
from bot.core.models import Sentence
from bot.core.words import fold, root

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


def find_counts(read: Read) -> tuple[Count, ...]:
    """Return the numbers of a source that count something, in order; no more than a sane article has."""
    found = [
        Count(reading.sentence, reading.whole, figure)
        for reading in read.readings
        for figure in reading.whole.figures
        if figure.unit
    ]
    return tuple(found[:MOST_COUNTS])


def same_slot(one: Count, other: Count, *, share: float) -> float:
    """Return how surely two numbers fill the same place with values that cannot both be right, else 0.

    `share` is how much their sentences have in common, which must be `close_pairs.ALIKE` or more.
    """
    if not _same_count(one.figure, other.figure) or compatible(one.figure, other.figure):
        return 0.0
    if _stands_in(one.figure, other.statement) or _stands_in(other.figure, one.statement):
        return 0.0
    if not _same_surroundings(one, other) or _speaks_of_several(one, other) or _counts_a_part(one, other):
        return 0.0
    conflicts = find_conflicts(one.statement, other.statement) - FORGIVEN
    if one.statement.undergoes(one.figure) != other.statement.undergoes(other.figure):
        conflicts -= {"roles"}
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


def _stands_in(figure: Figure, statement: Statement) -> bool:
    """Whether a statement has this number too: "28 of 41" and "28" do not differ."""
    return any(each.value == figure.value for each in statement.figures)


def _counts_a_part(one: Count, other: Count) -> bool:
    """Whether the lower number is of those to whom something happened that the other number does not speak of."""
    few, many = sorted((one, other), key=lambda count: count.figure.value)
    return bool(set(few.figure.unit) & few.statement.meanings - many.statement.meanings)


def _speaks_of_several(one: Count, other: Count) -> bool:
    """Whether either sentence has a second number of the same things, so that there is no telling which is which."""
    return any(
        figure is not count.figure and counts_the_same(figure, count.figure) and figure.value != count.figure.value
        for count in (one, other)
        for figure in count.statement.figures
    )
