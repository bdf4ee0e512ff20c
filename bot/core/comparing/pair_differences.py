"""Differences between two sentences that are nearly the same: another figure, or the opposite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from bot.core.comparing.close_pairs import ClosePair
from bot.core.comparing.figures import Figure
from bot.core.comparing.likeness import Familiarity
from bot.core.comparing.lone_figures import YEAR, LoneFigure, find_lone_figure, show_figure
from bot.core.comparing.measures import in_common_unit
from bot.core.comparing.news import UPDATE_AFTER_HOURS, hours_between, is_update
from bot.core.comparing.statements import understand
from bot.core.comparing.tensions import surely_opposed
from bot.core.models import Difference, Evidence, Source, Span, Version

Scored = tuple[float, Difference]
"""A difference and how sure it is: the higher, the surer."""


def find_lone_figures(
    close: Sequence[ClosePair], *, sources: Mapping[int, Source], familiarity: Familiarity
) -> list[Scored]:
    """Return the years, sums, measures and lengths of time in which nearly equal sentences differ, the likest first."""
    found: list[Scored] = []
    for pair in close:
        lone = find_lone_figure(pair, familiarity=familiarity)
        if lone and not _is_known_or_news(pair, lone, sources=sources):
            spans = [
                (show_figure(figure, statement),)
                for figure, statement in zip((lone.one, lone.other), pair.statements, strict=True)
            ]
            found.append((lone.share, _pair_difference("number", pair, marked=spans)))
    return sorted(found, key=lambda scored: -scored[0])


def _is_known_or_news(pair: ClosePair, lone: LoneFigure, *, sources: Mapping[int, Source]) -> bool:
    """Whether either source tells the other's figure too, or the later article has the higher."""
    left, right = (sources[sentence.source] for sentence in pair.sentences)
    if _tells(left, lone.other) or _tells(right, lone.one):
        return True
    one, other = (in_common_unit(figure).value for figure in (lone.one, lone.other))
    return lone.one.unit != YEAR and is_update(one, other, left=left, right=right)


def _tells(source: Source, figure: Figure) -> bool:
    statements = (understand(sentence.text) for sentence in source.sentences)
    return any(
        each.value == figure.value and each.unit[:1] == figure.unit[:1]
        for statement in statements
        for each in (*statement.figures, *statement.years)
    )


def find_opposites(close: Sequence[ClosePair], *, sources: Mapping[int, Source]) -> list[Scored]:
    """Return the likest two sentences of which one denies what the other states, in articles of the same hours."""
    for pair in sorted(close, key=lambda pair: -pair.share):
        marked = surely_opposed(pair)
        left, right = (sources[sentence.source].article for sentence in pair.sentences)
        if marked and abs(hours_between(left, right)) < UPDATE_AFTER_HOURS:
            return [(pair.share - 1, _pair_difference("statement", pair, marked=marked))]
    return []


def _pair_difference(
    kind: Literal["number", "statement"], pair: ClosePair, *, marked: Sequence[tuple[Span, ...]]
) -> Difference:
    versions = [
        Version(text=sentence.text, evidence=(Evidence.of(sentence),), contrast=spans, quoted_from=sentence.source)
        for sentence, spans in zip(pair.sentences, marked, strict=True)
    ]
    return Difference(kind=kind, versions=tuple(versions))
