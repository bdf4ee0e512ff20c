"""All checks of one statement, the sentences that it needs to pass them, and what a headline must pass."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.checking import attribution, citations, clarity, names, neutrality, numbers, quotations, relatedness
from bot.core.checking.quotation_marks import balanced
from bot.core.checking.quotation_marks import quotations as quoted_in
from bot.core.checking.quoted_names import is_name_in
from bot.core.checking.statement import Passage, Statement, cleaned, resolve
from bot.core.knowledge import Knowledge
from bot.core.models import Doubt, Finding, Source

LENIENT = frozenset({"attribution.dropped_plain", "clarity.two_facts"})
"""Codes of what a writer should mend; a claim that could not be mended is true and clear enough to be shown."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What the checks say of one statement: what it fails, and what only a judge can decide."""

    findings: tuple[Finding, ...]
    doubts: tuple[Doubt, ...] = ()


def findings_of(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return what keeps a statement that nobody repairs from being shown."""
    return tuple(each for each in examine(statement, knowledge=knowledge).findings if each.code not in LENIENT)


def examine(statement: Statement, *, knowledge: Knowledge) -> Examined:
    """Return what all checks say of a statement; with unsound citations there is nothing to check against."""
    shape = citations.check(statement)
    if any(finding.code != "citations.too_many" for finding in shape):
        return Examined(shape)
    findings = (
        *shape,
        *relatedness.check(statement),
        *numbers.check(statement, language=statement.language),
        *quotations.check(statement),
        *names.check(statement, knowledge=knowledge),
        *attribution.check(statement, knowledge=knowledge),
        *neutrality.check(statement, knowledge=knowledge),
        *clarity.check(statement, knowledge=knowledge),
    )
    thin = (*relatedness.doubts(statement), *numbers.doubts(statement, language=statement.language))
    doubts = [doubt for each in (names, attribution) for doubt in each.doubts(statement, knowledge=knowledge)]
    return Examined(findings, tuple(dict.fromkeys((*thin, *doubts))))


def without_padding(statement: Statement, examined: Examined, knowledge: Knowledge) -> Statement:
    """Return a statement that passed with the sentences it needs: without others nothing more is said against it."""

    def passes(fewer: Statement) -> bool:
        found = examine(fewer, knowledge=knowledge)
        return not found.findings and set(found.doubts) <= set(examined.doubts)

    return relatedness.without_padding(statement, passes=passes)


def with_details(statement: Statement, sources: tuple[Source, ...], knowledge: Knowledge) -> Statement:
    """Return a statement that passed with the sentences of its numbers too, so that a reader finds them there."""
    for label in numbers.lacking(statement, language=statement.language):
        fuller = resolve(
            statement.text,
            (*statement.labels, label),
            sources,
            language=statement.language,
            attribution=statement.attribution,
        )
        if not examine(fuller, knowledge=knowledge).findings:
            statement = fuller
    return statement


def headline_passes(
    text: str, sources: tuple[Source, ...], *, language: str = "und", knowledge: Knowledge | None = None
) -> bool:
    """Tell whether a headline is one neutral line whose quantities, quotations and names the sources have."""
    text = cleaned(text)
    if not text or "\n" in text or len(text) > citations.LONGEST or not balanced(text):
        return False
    quoted = [text[each.start : each.end] for each in quoted_in(text)]
    spoken = all(any(_has_quotation(each, source) for source in sources) for each in quoted)
    if not spoken or not numbers.all_stand_in(text, sources, language=language):
        return False
    whole = Statement(text=text, labels=(), passages=tuple(Passage(each, ()) for each in sources), language=language)
    known = knowledge or Knowledge()
    return not names.check(whole, knowledge=known) and not neutrality.check(whole, knowledge=known)


def _has_quotation(words: str, source: Source) -> bool:
    return is_name_in(words, source) or quotations.stands_in(words, source.sentences, source)
