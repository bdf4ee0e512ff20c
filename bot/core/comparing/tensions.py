"""Sentences that are much alike and cannot both stand: one has a "not", an opposite, another number, day or name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core.comparing.close_pairs import ClosePair, find_close_pairs
from bot.core.comparing.conflicts import find_conflicts, in_conflict, opposed_meanings, words_swapped
from bot.core.comparing.corpus import read_corpus
from bot.core.comparing.figure_agreement import equal
from bot.core.comparing.figure_words import WEEKDAY
from bot.core.comparing.likeness import is_substituted
from bot.core.comparing.lone_figures import find_lone_figure
from bot.core.comparing.meanings import is_empty, meaning, moods
from bot.core.comparing.statements import Statement
from bot.core.models import Source, Span
from bot.core.words import Word

TELLING = ("negation", "names", "dates", "opposed", "roles")
"""Conflicts, beside other numbers, that keep two sentences from repeating each other; the quickest to find first."""
SURELY_ALIKE = 0.75
SHARED_WORDS = 3
SHORT = 3
_HOLDING = frozenset("did had get got hat ist war sie une ont fue son ser".split())
_SURE = (
    "approve/deny approve/refuse approve/ban allow/ban allow/refuse agree/refuse support/oppose "
    "criticise/welcome criticise/praise rise/fall win/lose guilty/acquitted legal/illegal safe/unsafe"
)
SURELY_OPPOSED = frozenset(frozenset(pair.split("/")) for pair in _SURE.split())
"""Opposites of which only one can have happened; others may follow each other, as a closing follows an opening."""
_NOT_A_DENIAL = frozenset(
    "yet only just least longer doubt until because all always every necessarily nearly quite more less fewer nur noch "
    "solo solamente todavia aun encore plus seulement еще только mehr mas".split()
)
"""Words near a "not" that make it something else than a denial, or a denial for the time being."""
_PASSING_MOODS = frozenset({"refusal"})
"""A mood that a word of denial brings with it."""


def find_tensions(sources: Sequence[Source]) -> frozenset[frozenset[str]]:
    """Return the pairs of labels of sentences that are much alike and yet conflict: neither repeats the other."""
    corpus = read_corpus(sources)
    return frozenset(
        frozenset(sentence.label for sentence in pair.sentences)
        for pair in find_close_pairs(corpus)
        if _conflict(*pair.statements) or find_lone_figure(pair, familiarity=corpus.familiarity)
    )


def surely_opposed(pair: ClosePair) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    """Return the words in which two sentences contradict each other, if they surely do, else nothing.

    Nearly all else must be the same, told by the same or by nobody; a "not" then has no words in the other sentence.
    """
    one, other = pair.statements
    if pair.share < SURELY_ALIKE and not _opposites(one, other):
        return None
    if one.quotations or other.quotations or one.spaceless or other.spaceless or one.leaning or other.leaning:
        return None
    opposites = _opposites(one, other)
    left, right = _without(one, opposites), _without(other, opposites)
    if not _nothing_else(left, right) or len(left.vocabulary & right.vocabulary) + _same(left, right) < SHARED_WORDS:
        return None
    conflicts = find_conflicts(one, other)
    if opposites and one.negations == other.negations and conflicts <= {"opposed", "mood"}:
        return _words(one, opposites), _words(other, opposites)
    if not opposites and conflicts == {"negation"} and abs(one.negations - other.negations) == 1:
        return _denials(one, other)
    return None


def _same(one: Statement, other: Statement) -> int:
    """How many numbers two statements share: they hold them together as words do."""
    return sum(any(equal(figure, each) for each in other.figures) for figure in one.figures)


def _conflict(one: Statement, other: Statement) -> bool:
    return in_conflict(one, other, codes=TELLING) or _other_numbers(one, other)


def _other_numbers(one: Statement, other: Statement) -> bool:
    """Whether each has a number that the other has not; one more is only a fact more."""
    mine = [figure for figure in one.figures if not any(equal(figure, each) for each in other.figures)]
    theirs = [figure for figure in other.figures if not any(equal(figure, each) for each in one.figures)]
    return bool(mine and theirs)


def _opposites(one: Statement, other: Statement) -> frozenset[str]:
    """The two meanings that oppose each other, if there is exactly one such pair and it is a sure one."""
    found = opposed_meanings(one, other)
    return next(iter(found)) if len(found) == 1 and found <= SURELY_OPPOSED else frozenset()


def _without(statement: Statement, names: frozenset[str]) -> Statement:
    kept = tuple(item for item in statement.items if item.key.removeprefix("=") not in names)
    return replace(statement, items=kept)


def _nothing_else(one: Statement, other: Statement) -> bool:
    """Whether beside the opposites both have the same words, and at most one a place or a day more."""
    if is_substituted(one, other) or words_swapped(one, other):
        return False
    if (one.moods ^ other.moods) - _PASSING_MOODS or _short_words(one) != _short_words(other):
        return False
    return not any(_has_more(a, b) for a, b in ((one, other), (other, one)))


def _short_words(statement: Statement) -> frozenset[str]:
    """Words like "new" and "old", too short to be telling by themselves, that still make it another thing."""
    return frozenset(
        word.form
        for word in statement.words
        if len(word.form) == SHORT and not word.number and not is_empty(word.form) and not _only_holds(word)
    )


def _only_holds(word: Word) -> bool:
    return word.form in _HOLDING or bool(moods(word.form)) or bool(meaning(word.form)) or word.form in WEEKDAY


def _has_more(one: Statement, other: Statement) -> bool:
    theirs = {*other.keys, "=say"}
    return any(item.key not in theirs and not one.located(item.place) for item in one.items)


def _words(statement: Statement, names: frozenset[str]) -> tuple[Span, ...]:
    return tuple(Span(start=word.start, end=word.end) for word in statement.words if meaning(word.form) in names)


def _denials(one: Statement, other: Statement) -> tuple[tuple[Span, ...], tuple[Span, ...]] | None:
    found = [[at for at, word in enumerate(each.words) if _denies(word)] for each in (one, other)]
    if any(_is_qualified(each, at) for each, places in zip((one, other), found, strict=True) for at in places):
        return None
    mine, theirs = (
        tuple(Span(start=each.words[at].start, end=each.words[at].end) for at in places)
        for each, places in zip((one, other), found, strict=True)
    )
    return mine, theirs


def _denies(word: Word) -> bool:
    return "negation" in moods(word.form) or word.form.endswith("n't")


def _is_qualified(statement: Statement, at: int) -> bool:
    return any(word.form in _NOT_A_DENIAL for word in statement.words[max(0, at - 2) : at + 4])
