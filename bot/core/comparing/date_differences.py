"""The one day or time of day in which two sentences on the same event differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.core.comparing.close_pairs import ClosePair
from bot.core.comparing.conflicts import find_conflicts
from bot.core.comparing.corpus import Corpus, Read
from bot.core.comparing.figures import Dates
from bot.core.comparing.likeness import Familiarity, Reading, is_substituted, overlap
from bot.core.comparing.moments import (
    Moment,
    is_weekday,
    may_be_zones,
    names_part_of_day,
    names_zone,
    same_moment,
    surely_apart,
)
from bot.core.comparing.news import UPDATE_AFTER_HOURS, hours_between
from bot.core.comparing.shown import Scored, put, tell
from bot.core.comparing.statements import Statement
from bot.core.models import Article, Span

NEARLY_EQUAL = 0.7
SHARED_WORDS = 3
SAME_WEEK_HOURS = 48
"""Articles published closer than this mean the same day by "Tuesday"."""
_UNSETTLED = frozenset({"future", "plan", "possible"})
_MOVED = frozenset({"delay", "cancel"})


def find_other_dates(close: Sequence[ClosePair], *, corpus: Corpus) -> list[Scored]:
    """Return the days and times of day in which sentences differ that are otherwise nearly the same."""
    found: list[Scored] = []
    for pair in close:
        left, right = (corpus.by_number[sentence.source] for sentence in pair.sentences)
        rivals = _rivals(pair, left.moments(pair.left), right.moments(pair.right))
        if rivals is None or not _tellable(pair, rivals, left=left.source.article, right=right.source.article):
            continue
        share = _likeness(pair, left, right, familiarity=corpus.familiarity)
        if share and not left.names_moment(rivals[1]) and not right.names_moment(rivals[0]):
            shown = (
                tell(reading.sentence, [Span(start=moment.start, end=moment.end)])
                for reading, moment in zip((pair.left, pair.right), rivals, strict=True)
            )
            found.append((share, put("number", shown)))
    return found


def _rivals(pair: ClosePair, mine: Sequence[Moment], theirs: Sequence[Moment]) -> tuple[Moment, Moment] | None:
    """The one moment of each sentence that the other has not, if they cannot be the same."""
    if not mine or len(mine) != len(theirs):
        return None
    left = [moment for moment in mine if not any(same_moment(moment, each) for each in theirs)]
    right = [moment for moment in theirs if not any(same_moment(moment, each) for each in mine)]
    if len(left) != 1 or len(right) != 1 or not surely_apart(left[0], right[0]):
        return None
    if any(names_zone(text) or names_part_of_day(text) for text in pair.texts):
        return None
    return left[0], right[0]


def _tellable(pair: ClosePair, rivals: tuple[Moment, Moment], *, left: Article, right: Article) -> bool:
    """Whether the articles are near enough in time, and by one clock, for the two to be rivals."""
    hours = abs(hours_between(left, right))
    known = left.published_at is not None and right.published_at is not None
    if is_weekday(rivals[0]) and (not known or hours > SAME_WEEK_HOURS):
        return False
    if may_be_zones(*rivals) and not _one_clock(left, right):
        return False
    unsettled = any(each.moods & _UNSETTLED for each in pair.statements)
    moved = any(each.meanings & _MOVED for each in pair.statements)
    return not moved and not (unsettled and hours >= UPDATE_AFTER_HOURS)


def _one_clock(left: Article, right: Article) -> bool:
    """Whether both outlets date their articles by the clock of one place."""
    moments = [each.published_at for each in (left, right)]
    offsets = {each.utcoffset() for each in moments if isinstance(each, datetime) and each.utcoffset()}
    return len(offsets) == 1 and all(isinstance(each, datetime) and each.utcoffset() for each in moments)


def _likeness(pair: ClosePair, left: Read, right: Read, *, familiarity: Familiarity) -> float:
    """How alike the sentences are without their days and times; 0 where anything else speaks against them."""
    one, other = _bare(pair.left, left.moments(pair.left)), _bare(pair.right, right.moments(pair.right))
    if one.leaning or other.leaning or len(one.vocabulary & other.vocabulary) < SHARED_WORDS:
        return 0.0
    share = overlap(one, other, familiarity=familiarity)
    if share < NEARLY_EQUAL or is_substituted(one, other):
        return 0.0
    if one.names - other.vocabulary or other.names - one.vocabulary:
        return 0.0
    conflicts = find_conflicts(one, other)
    if not (one.speakers and other.speakers):
        conflicts -= {"speaker"}
    return 0.0 if conflicts else share


def _bare(reading: Reading, moments: Sequence[Moment]) -> Statement:
    """What a sentence states without its days and times."""
    statement = reading.whole
    taken = {
        at
        for at, word in enumerate(statement.words)
        if any(moment.start <= word.start < moment.end for moment in moments)
    }
    figures = (
        figure
        for figure in statement.figures
        if not any(moment.start <= figure.start < moment.end for moment in moments)
    )
    return replace(
        statement,
        items=tuple(item for item in statement.items if item.place not in taken),
        figures=tuple(figures),
        dates=Dates(),
        years=(),
    )
