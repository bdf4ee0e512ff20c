"""Where sources tell the same thing differently: an altered quotation or its speaker, another number or day.

Nothing here decides who is right. A difference is shown only where both sides are evidently about the same utterance or
the same count; whatever might be a trimmed quotation, a bound, a rounding, an update or another occasion is left alone.
Nor does anything depend on the order of the sources, but the order in which versions are shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.comparing.alignment import align_corpus
from bot.core.comparing.close_pairs import ALIKE, CLOSE, find_close_pairs
from bot.core.comparing.corpus import read_corpus
from bot.core.comparing.date_differences import find_other_dates
from bot.core.comparing.likeness import same_statement
from bot.core.comparing.number_places import find_other_numbers
from bot.core.comparing.pair_differences import find_lone_figures, find_opposites
from bot.core.comparing.quotation_differences import find_altered_quotations
from bot.core.comparing.shown import surest_first
from bot.core.comparing.speaker_differences import find_other_speakers
from bot.core.comparing.tensions import find_tensions
from bot.core.models import Difference, Sentence, Source

__all__ = ["align", "find_differences", "find_tensions", "same_statement"]

MOST_DIFFERENCES = 3


def align(sources: Sequence[Source]) -> tuple[tuple[Sentence, ...], ...]:
    """Return groups of sentences that state the same fact, at most one of each source, the likest group first."""
    return align_corpus(read_corpus(sources))


def find_differences(sources: Sequence[Source]) -> tuple[Difference, ...]:
    """Return what the sources tell differently, the surest first, at most three.

    Quotations come as the quoted words, numbers as the whole sentence, both verbatim. A higher number in an article
    that was published hours later is taken for an update and not shown; where a date is unknown, or only a day is
    known and it is the same, both numbers are shown: nobody can tell then which is the newer.
    """
    corpus = read_corpus(sources)
    near = find_close_pairs(corpus, share=ALIKE)
    close = [pair for pair in near if pair.share >= CLOSE]
    found = [
        *find_altered_quotations(corpus.sources),
        *find_other_speakers(corpus),
        *find_other_numbers(corpus, near),
        *find_lone_figures(close, corpus=corpus),
        *find_other_dates(close, corpus=corpus),
        *find_opposites(close, corpus=corpus),
    ]
    chosen: list[Difference] = []
    for _, difference in surest_first(found):
        told = {evidence.label for earlier in chosen for version in earlier.versions for evidence in version.evidence}
        if not all(evidence.label in told for version in difference.versions for evidence in version.evidence):
            chosen.append(difference)
    return tuple(chosen[:MOST_DIFFERENCES])
