"""What of a draft may be shown: the claims that pass every check, and what the others fail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.core.checking import citations, numbers, quotations
from bot.core.checking.drafted_parts import difference_of, evidence_of, origins_of
from bot.core.checking.quotation_marks import balanced
from bot.core.checking.quotation_marks import quotations as quoted_in
from bot.core.checking.quoted_names import is_name_in
from bot.core.checking.repeats import without_repeats
from bot.core.checking.statement import Statement, cleaned, resolve
from bot.core.models import (
    Check,
    Claim,
    Difference,
    DraftBrief,
    DraftClaim,
    DraftRepairs,
    FailedClaim,
    Finding,
    Origin,
    Source,
    Withheld,
)

CHECKS: tuple[Check, ...] = ("citations", "numbers", "quotations")
"""The checks that a claim passes, as a receipt names them."""

_LONGEST_ATTRIBUTION = 120
_FIRST_SIGN = "\u2e80"
"""From here on scripts write words without spaces and endings."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A claim that passed, with its place among the drafted ones, from 1."""

    number: int
    claim: Claim


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks say of a draft: every drafted claim is in `passed` or `failed`, unless it repeats another."""

    passed: tuple[Passed, ...]
    failed: tuple[FailedClaim, ...]
    differences: tuple[Difference, ...] = ()
    origins: tuple[Origin, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    """Drafted differences of which a version fails a check; they are not repaired."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that passed, in the order they were drafted; repeats are merged into the first."""
        return without_repeats(each.claim for each in self.passed)

    def with_repairs(self, second: Verdict) -> Verdict:
        """Return this verdict with the verdict on the second tries in place of its failed claims."""
        passed = sorted((*self.passed, *second.passed), key=lambda each: each.number)
        return replace(self, passed=tuple(passed), failed=second.failed)


def judge(draft: DraftBrief, sources: tuple[Source, ...], *, language: str = "und") -> Verdict:
    """Check a whole draft against its sources; `language` is that of the draft."""
    passed, failed = _sorted_out(enumerate(draft.claims, 1), sources, language)
    findings = partial(findings_of, language=language)
    judged = [difference_of(each, sources, findings) for each in draft.differences]
    return Verdict(
        passed=passed,
        failed=failed,
        differences=tuple(difference for difference, _ in judged if difference),
        origins=origins_of(draft.origins, sources),
        withheld=tuple(withheld for _, withheld in judged if withheld),
    )


def rejudge(
    failed: Sequence[FailedClaim], repairs: DraftRepairs, sources: tuple[Source, ...], *, language: str = "und"
) -> Verdict:
    """Check the second tries at failed claims; one without a second try stays failed with what was found before."""
    known = {each.number for each in failed}
    tries: dict[int, DraftClaim] = {}
    for repair in repairs.claims:
        if repair.number in known:
            drafted = DraftClaim(evidence=repair.evidence, attribution=repair.attribution, text=repair.text)
            tries.setdefault(repair.number, drafted)
    passed, still = _sorted_out(sorted(tries.items()), sources, language)
    left = [each for each in failed if each.number not in tries]
    return Verdict(passed=passed, failed=tuple(sorted((*still, *left), key=lambda each: each.number)))


def headline_passes(text: str, sources: tuple[Source, ...], *, language: str = "und") -> bool:
    """Tell whether a headline is one line whose quantities and quotations all stand somewhere in the sources."""
    text = cleaned(text)
    if not text or "\n" in text or len(text) > citations.LONGEST or not balanced(text):
        return False
    quoted = [text[each.start : each.end] for each in quoted_in(text)]
    spoken = all(any(_has_quotation(each, source) for source in sources) for each in quoted)
    return spoken and numbers.all_stand_in(text, sources, language=language)


def _has_quotation(words: str, source: Source) -> bool:
    return is_name_in(words, source) or quotations.stands_in(words, source.sentences, source)


def findings_of(statement: Statement, *, language: str = "und") -> tuple[Finding, ...]:
    """Return what all checks have against a statement; with unsound citations there is nothing to check against."""
    shape = citations.check(statement)
    if any(finding.code != "citations.too_many" for finding in shape):
        return shape
    return (*shape, *numbers.check(statement, language=language), *quotations.check(statement))


def _sorted_out(
    numbered: Iterable[tuple[int, DraftClaim]], sources: tuple[Source, ...], language: str
) -> tuple[tuple[Passed, ...], tuple[FailedClaim, ...]]:
    passed, failed = [], []
    for number, draft in numbered:
        statement = resolve(draft.text, draft.evidence, sources)
        findings = findings_of(statement, language=language)
        if findings:
            failed.append(FailedClaim(number=number, draft=draft, findings=findings))
        else:
            passed.append(Passed(number=number, claim=_claim(statement, draft)))
    return tuple(passed), tuple(failed)


def _claim(statement: Statement, draft: DraftClaim) -> Claim:
    return Claim(
        text=statement.text,
        evidence=evidence_of(statement.cited),
        attribution=_attribution(draft.attribution, statement),
    )


def _attribution(drafted: str | None, statement: Statement) -> str | None:
    """Keep an attribution only where all its names stand in the cited articles: it is the model's word otherwise.

    Words with letters beyond ASCII may end otherwise there, as cases and plurals do.
    """
    name = cleaned(drafted or "")
    if not name or "\n" in name or len(name) > _LONGEST_ATTRIBUTION:
        return None
    texts = " ".join(passage.source.article.text for passage in statement.passages).casefold()
    words = [word.strip(".,;:()'’\"“”").removesuffix("’s").removesuffix("'s") for word in name.split()]
    telling = [word.casefold() for word in words if word[:1].isupper() or not word.isascii()]
    return name if all(_beginning(word) in texts for word in telling) else None


def _beginning(word: str) -> str:
    """Return a word without what may be an ending; of a word in ASCII or without spaces around it, all."""
    if word.isascii() or any(char >= _FIRST_SIGN for char in word):
        return word
    return word[: len(word) - min(3, max(0, (len(word) - 2) // 2))]
