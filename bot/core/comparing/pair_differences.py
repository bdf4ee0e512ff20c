"""Differences between two sentences that are nearly the same: another figure, or the opposite."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.comparing.close_pairs import ClosePair
from bot.core.comparing.corpus import Corpus
from bot.core.comparing.lone_figures import YEAR, LoneFigure, find_lone_figure, show_figure
from bot.core.comparing.measures import in_common_unit
from bot.core.comparing.news import UPDATE_AFTER_HOURS, hours_between, is_update
from bot.core.comparing.shown import Scored, put, tell
from bot.core.comparing.tensions import surely_opposed


def find_lone_figures(close: Sequence[ClosePair], *, corpus: Corpus) -> list[Scored]:
    """Return the years, sums, measures and lengths of time in which nearly equal sentences differ."""
    found: list[Scored] = []
    for pair in close:
        lone = find_lone_figure(pair, familiarity=corpus.familiarity)
        if lone and not _is_known_or_news(pair, lone, corpus=corpus):
            shown = (
                tell(reading.sentence, [show_figure(figure, reading.whole)])
                for figure, reading in ((lone.one, pair.left), (lone.other, pair.right))
            )
            found.append((lone.share, put("number", shown)))
    return found


def _is_known_or_news(pair: ClosePair, lone: LoneFigure, *, corpus: Corpus) -> bool:
    """Whether either source tells the other's figure too, or the later article has the higher."""
    left, right = (corpus.by_number[sentence.source] for sentence in pair.sentences)
    if left.tells(lone.other) or right.tells(lone.one):
        return True
    one, other = (in_common_unit(figure).value for figure in (lone.one, lone.other))
    return lone.one.unit != YEAR and is_update(one, other, left=left.source, right=right.source)


def find_opposites(close: Sequence[ClosePair], *, corpus: Corpus) -> list[Scored]:
    """Return the likest two sentences of which one denies what the other states, in articles of the same hours."""
    for pair in sorted(close, key=lambda pair: (-pair.share, pair.texts)):
        marked = surely_opposed(pair)
        left, right = (corpus.by_number[sentence.source].source.article for sentence in pair.sentences)
        if marked and abs(hours_between(left, right)) < UPDATE_AFTER_HOURS:
            versions = (tell(sentence, spans) for sentence, spans in zip(pair.sentences, marked, strict=True))
            return [(pair.share - 1, put("statement", versions))]
    return []
