"""A claim once more: its evidence, its words, and every check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core.checking import numbers
from bot.core.checking.examining import LENIENT, examine
from bot.core.checking.statement import resolve
from bot.core.checking.wording import wording_of
from bot.core.knowledge import Knowledge
from bot.core.models import Brief, Claim, Evidence, Finding, Source
from bot.core.rechecking.flaws import Flaw, Rechecked, altered


def recheck_claim(
    claim: Claim, number: int, brief: Brief, *, known: Mapping[str, Evidence], knowledge: Knowledge
) -> Rechecked:
    """Return what does not hold of a claim; `known` is all that may be cited, by label."""
    flaws = (*altered(claim.evidence, known), *_support_flaws(claim, brief))
    if any(is_repeat(claim, other) for other in brief.claims[: number - 1]):
        flaws = (*flaws, Flaw("recheck.repeated"))
    if claim.quoted_from is not None:
        return Rechecked("claim", number, (*flaws, *_quoted(claim, brief)))
    if brief.receipt.writer == "extractive":
        flaws = (*flaws, Flaw("recheck.not_verbatim"))
    labels = [each.label for each in claim.evidence]
    statement = resolve(claim.text, labels, brief.sources, language=brief.language, attribution=claim.attribution)
    if statement.text != claim.text:
        flaws = (*flaws, Flaw("recheck.hidden_signs"))
    found = examine(statement, knowledge=knowledge).findings
    return Rechecked("claim", number, (*flaws, *_said(found, lenient=False)), tuple(_said(found, lenient=True)))


def is_repeat(claim: Claim, other: Claim) -> bool:
    """Return whether two claims are the same words: a brief says each statement once."""
    return _words(claim.text) == _words(other.text)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in wording_of(text).words if word[0].isalnum()] or [text]


def _support_flaws(claim: Claim, brief: Brief) -> Iterator[Flaw]:
    """What a judge said cannot be found again, but it must fit what the brief says of its judge."""
    if claim.support is None:
        if "support" in brief.receipt.checks:
            yield Flaw("recheck.not_judged")
    elif claim.support != "supported":
        yield Flaw("recheck.refused", claim.support)
    elif brief.receipt.judge is None:
        yield Flaw("recheck.no_judge")


def _said(findings: Sequence[Finding], *, lenient: bool) -> Iterator[Flaw]:
    return (Flaw(each.code, each.words) for each in findings if (each.code in LENIENT) is lenient)


def _quoted(claim: Claim, brief: Brief) -> Iterator[Flaw]:
    """A claim word for word is a run of sentences of its source, all cited; no other source may deny its numbers."""
    own = [each for each in claim.evidence if each.source == claim.quoted_from]
    source = next((source for source in brief.sources if source.number == claim.quoted_from), None)
    if source is None or not any(_is_run(claim.text, each.span.start, own, source) for each in own):
        yield Flaw("recheck.not_verbatim")
        return
    for each in claim.evidence:
        if each.source == claim.quoted_from:
            continue
        statement = resolve(claim.text, [*(one.label for one in own), each.label], brief.sources)
        yield from _said(numbers.check(statement, language=brief.language), lenient=False)


def _is_run(text: str, start: int, own: Sequence[Evidence], source: Source) -> bool:
    """Whether a text stands at a place of its article, and is made of cited sentences and space alone."""
    end = start + len(text)
    if source.article.text[start:end] != text:
        return False
    within = [each.text for each in own if start <= each.span.start and each.span.end <= end]
    return _without_space("".join(within)) == _without_space(text)


def _without_space(text: str) -> str:
    return "".join(text.split())
