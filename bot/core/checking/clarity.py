"""A claim can be understood alone, and states one fact."""

from __future__ import annotations

from bot.core.checking.language_words import language_of
from bot.core.checking.phrasing.joined_facts import joined_fact
from bot.core.checking.phrasing.openings import leaning_words
from bot.core.checking.phrasing.relative_dates import relative_dates
from bot.core.checking.quotation_marks import quotations
from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.models import Finding

_LONGEST = 1_000
"""Characters of a claim that are read."""
_BLANK = "\u00b7"
"""Stands for a character of a quotation: it is no word and no space."""


def check(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:  # noqa: ARG001
    """Return what keeps a statement from standing alone.

    It leans where it opens with something that points outside ("He", "The suggestion"), it is undated where it counts
    from a day that a later reader does not know ("next Friday"; not within quotation marks), and it should be two
    where it states two independent facts. A language whose words are not known passes.

    Codes: clarity.leans, clarity.undated, clarity.two_facts.
    """
    text = statement.text[:_LONGEST]
    language = language_of(text, statement.language)
    if language is None:
        return ()
    own = _without_quotations(text)
    found = [("clarity.leans", leaning_words(text, language))]
    found += [("clarity.undated", span.of(text)) for span in relative_dates(own, language)]
    if language == "en" and (joined := joined_fact(own)):
        found.append(("clarity.two_facts", text[own.rfind(joined) :][: len(joined)]))
    return tuple(Finding(check="clarity", code=code, words=words) for code, words in found if words)


def _without_quotations(text: str) -> str:
    """Return a text of the same length in which what is quoted is blanked out."""
    kept, at = [], 0
    for quoted in quotations(text):
        kept += [text[at : quoted.start], _BLANK * (quoted.end - quoted.start)]
        at = quoted.end
    return "".join([*kept, text[at:]])
