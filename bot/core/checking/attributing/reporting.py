"""Who says what in a sentence: the verb or phrase of saying, the speaker beside it, and the words it governs.

The three parts of a reported statement are those of the annotation of attributions in news (source, cue, content;
Newell, Margolin and Ruths 2018). Found by word lists and punctuation, without a parser: in doubt nothing is found.
"""

from __future__ import annotations

from bot.core.checking.attributing.cues import CUES
from bot.core.checking.attributing.marked_words import LONGEST, marked_words
from bot.core.checking.attributing.report_grammar import Report, reports_of
from bot.core.checking.language_words import language_of

__all__ = ["LONGEST", "Report", "find_reports"]


def find_reports(text: str, language: str = "und") -> tuple[Report, ...]:
    """Return what a sentence, or a few, says that somebody says, in the order of the cues.

    `language` is a BCP 47 tag; of "und" it is told from the words. In a language without word lists nothing is found.
    What stands on both sides of its cue ("The bridge, the mayor said, is safe") is two reports with one cue.
    """
    known = language_of(text, language)
    return reports_of(marked_words(text), CUES[known]) if known else ()
