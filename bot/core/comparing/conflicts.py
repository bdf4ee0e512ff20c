"""What speaks against two sentences stating the same: other numbers, days, speakers, roles, a "not", a "may"."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import combinations

from bot.core.comparing.figure_agreement import equal
from bot.core.comparing.figures import Figure
from bot.core.comparing.meanings import DEEDS, OPPOSED
from bot.core.comparing.statements import UNNAMED, Statement

MOVABLE = DEEDS | {"say", "whether", "use", "big"}
SHORT_QUOTATION = 3
"""Quoted words up to which one sentence may quote and the other not."""
ANSWERING_MOODS = frozenset(
    {"refusal", "plan", "future", "possible", "alleged", "question", "partial", "another", "all", "some"}
)
"""Moods that both sentences must have, or neither."""


def find_conflicts(one: Statement, other: Statement) -> frozenset[str]:
    """Return what speaks against two statements being the same, as codes; none found is not a proof that they are."""
    return frozenset(code for code, check in _CHECKS.items() if check(one, other))


def in_conflict(one: Statement, other: Statement, *, codes: Collection[str]) -> bool:
    """Whether any of these codes speaks against two statements being the same."""
    return any(_CHECKS[code](one, other) for code in codes)


def same_figures(one: Sequence[Figure], other: Sequence[Figure]) -> bool:
    """Whether both state the same numbers in the same order: a number more is a fact more."""
    return len(one) == len(other) and all(equal(a, b) for a, b in zip(one, other, strict=True))


def dates_conflict(one: Statement, other: Statement) -> bool:
    """Whether both name a day, month, year, weekday or hour, and not the same."""
    return any(mine and theirs and mine != theirs for mine, theirs in zip(one.dates, other.dates, strict=True))


def _withheld(one: Statement, other: Statement) -> bool:
    """Whether one has "without" what the other has."""
    return bool((one.without & other.vocabulary) - other.without or (other.without & one.vocabulary) - one.without)


def opposed_meanings(one: Statement, other: Statement) -> frozenset[frozenset[str]]:
    """Return the pairs of opposites of which each statement has one side that the other has not."""
    mine, theirs = one.meanings - other.meanings, other.meanings - one.meanings
    return OPPOSED & {frozenset((a, b)) for a in mine for b in theirs}


def _speakers_conflict(one: Statement, other: Statement) -> bool:
    """Whether one has somebody saying it whom the other does not name."""
    return _unmatched_speaker(one, other) or _unmatched_speaker(other, one)


def _unmatched_speaker(one: Statement, other: Statement) -> bool:
    theirs = frozenset().union(*other.speakers)
    answered = bool(theirs) or bool(one.quotations and other.quotations)
    return any(not answered if speaker == UNNAMED else not speaker & theirs - UNNAMED for speaker in one.speakers)


def _roles_conflict(one: Statement, other: Statement) -> bool:
    """Whether names, or three words in a row, have changed places, as in "A overtook B" and "B overtook A"."""
    shared = _shared_parties(one, other)
    names = [key for key in shared if key in one.names or key in other.names]
    return _swapped(one, other, names) or _turned_around(one, other, shared=shared)


def words_swapped(one: Statement, other: Statement) -> bool:
    """Whether any two words that might be doer and done-to have changed places.

    Verbs of the dictionary, and what both statements have after an "in" or "at", may stand anywhere; a "by" in only
    one of them turns active into passive.
    """
    if one.passive(0, len(one.words)) != other.passive(0, len(other.words)):
        return False
    return _swapped(one, other, [key for key in _shared_parties(one, other) if not _may_move(key, one, other)])


def _shared_parties(one: Statement, other: Statement) -> list[str]:
    """The keys that both have, in the order of the first, without those who speak."""
    speaking = frozenset().union(*one.speakers, *other.speakers)
    return [key for key in one.first_places if key in other.first_places and key not in speaking]


def _swapped(one: Statement, other: Statement, parties: Sequence[str]) -> bool:
    mine, theirs = one.first_places, other.first_places
    return any(
        (mine[a] < mine[b]) != (theirs[a] < theirs[b])
        and not one.coordinated(mine[a], mine[b])
        and not other.coordinated(theirs[a], theirs[b])
        and one.passive(mine[a], mine[b]) == other.passive(theirs[a], theirs[b])
        for a, b in combinations(parties, 2)
    )


def _may_move(key: str, one: Statement, other: Statement) -> bool:
    if key.removeprefix("=") in MOVABLE:
        return True
    return one.located(one.first_places[key]) and other.located(other.first_places[key])


def _turned_around(one: Statement, other: Statement, *, shared: Sequence[str]) -> bool:
    """Whether three shared words stand in the opposite order, with no passive to explain it."""
    theirs = other.first_places
    falling: dict[str, int] = {}
    for at, key in enumerate(shared):
        falling[key] = 1 + max((falling[before] for before in shared[:at] if theirs[before] > theirs[key]), default=0)
    longest = max(falling.values(), default=0)
    passive = any(word.form in ("by", "von", "par", "por", "durch") for word in one.words + other.words)
    return longest >= 3 and not passive


def _quotations_conflict(one: Statement, other: Statement) -> bool:
    """Whether both quote, and not the same words: the shorter quotation must stand in the longer."""
    mine, theirs = _quoted_words(one), _quoted_words(other)
    if not mine or not theirs:
        return len(mine) > SHORT_QUOTATION or len(theirs) > SHORT_QUOTATION
    shorter, longer = sorted((" ".join(mine), " ".join(theirs)), key=len)
    return f" {shorter} " not in f" {longer} "


def _quoted_words(statement: Statement) -> list[str]:
    return [
        word.form for span in statement.quotations for word in statement.words if span.start <= word.start < span.end
    ]


def _numbers_conflict(one: Statement, other: Statement) -> bool:
    return not same_figures(one.figures, other.figures)


def _negations_conflict(one: Statement, other: Statement) -> bool:
    return one.negations != other.negations or _withheld(one, other)


def _moods_conflict(one: Statement, other: Statement) -> bool:
    return bool((one.moods ^ other.moods) & ANSWERING_MOODS)


def _names_conflict(one: Statement, other: Statement) -> bool:
    return bool(one.names - other.vocabulary) and bool(other.names - one.vocabulary)


def _ordinals_conflict(one: Statement, other: Statement) -> bool:
    return bool(one.ordinals and other.ordinals) and one.ordinals != other.ordinals


def _opposed(one: Statement, other: Statement) -> bool:
    return bool(opposed_meanings(one, other))


_CHECKS: Mapping[str, Callable[[Statement, Statement], bool]] = {
    "numbers": _numbers_conflict,
    "dates": dates_conflict,
    "ordinals": _ordinals_conflict,
    "negation": _negations_conflict,
    "mood": _moods_conflict,
    "opposed": _opposed,
    "speaker": _speakers_conflict,
    "names": _names_conflict,
    "roles": _roles_conflict,
    "quotation": _quotations_conflict,
}
