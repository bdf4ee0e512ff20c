"""What of a draft may be shown: the claims that pass every check, and what the others fail."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.core.checking.drafted_parts import difference_of, evidence_of, origins_of
from bot.core.checking.examining import LENIENT, examine, findings_of, with_details, without_padding
from bot.core.checking.repeats import without_repeats
from bot.core.checking.statement import Statement, cleaned, resolve
from bot.core.judging import Opinion
from bot.core.knowledge import Knowledge
from bot.core.models import (
    Check,
    Claim,
    Difference,
    Doubt,
    DraftBrief,
    DraftClaim,
    DraftRepairs,
    FailedClaim,
    Finding,
    Origin,
    Source,
    Try,
    Withheld,
)

CHECKS: tuple[Check, ...] = (
    "citations", "numbers", "quotations", "names", "attribution", "neutrality", "clarity"
)  # fmt: skip
"""The checks that every claim of a writer passes before a judge sees it, as a receipt names them."""
VERBATIM_CHECKS: tuple[Check, ...] = ("citations", "numbers", "quotations")
"""Those that say something of a sentence that stands as it is in its source."""

FINAL = frozenset({"support.contradicted", "support.unsupported", "support.still_partial"})
"""Codes after which nobody tries again: a second try at what the sentences do not say finds only other words for it."""

_LONGEST_ATTRIBUTION = 120
_FIRST_SIGN = "\u2e80"
"""From here on scripts write words without spaces and endings."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A claim that passed, with its place among the drafted ones, from 1, and what it was drafted as."""

    number: int
    claim: Claim
    draft: DraftClaim
    statement: Statement


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks say of a draft: every drafted claim is in `passed` or `failed`, unless it repeats another."""

    passed: tuple[Passed, ...]
    failed: tuple[FailedClaim, ...]
    differences: tuple[Difference, ...] = ()
    """Drafted differences whose versions pass; whether both can be true is another question."""
    origins: tuple[Origin, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    """Drafted differences of which a version fails a check; they are not repaired."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that passed, in the order they were drafted; repeats are merged into the first."""
        return without_repeats(each.claim for each in self.passed)

    @property
    def mendable(self) -> tuple[FailedClaim, ...]:
        """The failed claims that are worth another try; one that may stay as it is gets only one."""
        return tuple(each for each in self.failed if not _is_final(each))

    def with_repairs(self, second: Verdict) -> Verdict:
        """Return this verdict with the verdict on the second tries in place of the claims that could be mended."""
        final = [each for each in self.failed if each not in self.mendable]
        passed = sorted((*self.passed, *second.passed), key=lambda each: each.number)
        failed = sorted((*final, *second.failed), key=lambda each: each.number)
        return replace(self, passed=tuple(passed), failed=tuple(failed))

    def with_opinions(self, opinions: Mapping[int, Opinion]) -> Verdict:
        """Return this verdict after a judge has looked at claims that passed, by their number."""
        passed, failed = [], list(self.failed)
        for each in self.passed:
            opinion = opinions.get(each.number)
            if opinion is None:
                passed.append(each)
            elif opinion.verdict == "supported":
                claim = each.claim.model_copy(update={"support": "supported"})
                passed.append(replace(each, claim=claim))
            else:
                failed.append(_refused(each, opinion))
        return replace(self, passed=tuple(passed), failed=tuple(sorted(failed, key=lambda each: each.number)))

    def settled(self, sources: tuple[Source, ...], *, language: str, knowledge: Knowledge) -> Verdict:
        """Return this verdict once nobody tries again: what fails only in what may stay is shown as it is."""
        lenient = [each for each in self.failed if {finding.code for finding in each.findings} <= LENIENT]
        shown = [_shown_as_it_is(each, sources, language, knowledge) for each in lenient]
        passed = sorted((*self.passed, *shown), key=lambda each: each.number)
        failed = tuple(each for each in self.failed if each not in lenient)
        return replace(self, passed=tuple(passed), failed=failed)


def _is_final(failed: FailedClaim) -> bool:
    codes = {finding.code for finding in failed.findings}
    return bool(FINAL & codes) or (bool(failed.tries) and codes <= LENIENT)


def check_draft(
    draft: DraftBrief, sources: tuple[Source, ...], *, language: str = "und", knowledge: Knowledge | None = None
) -> Verdict:
    """Check a whole draft against its sources; `language` is that of the draft."""
    known = knowledge or Knowledge()
    passed, failed = _sorted_out(enumerate(draft.claims, 1), sources, language, known)
    findings = partial(findings_of, knowledge=known)
    judged = [difference_of(each, sources, findings, language=language) for each in draft.differences]
    return Verdict(
        passed=passed,
        failed=failed,
        differences=tuple(difference for difference, _ in judged if difference),
        origins=origins_of(draft.origins, sources),
        withheld=tuple(withheld for _, withheld in judged if withheld),
    )


def check_repairs(
    failed: Sequence[FailedClaim],
    repairs: DraftRepairs,
    sources: tuple[Source, ...],
    *,
    language: str = "und",
    knowledge: Knowledge | None = None,
) -> Verdict:
    """Check the second tries at failed claims; one without a second try stays failed with what was found before."""
    known = {each.number: each for each in failed}
    tries: dict[int, DraftClaim] = {}
    for repair in repairs.claims:
        if repair.number in known:
            drafted = DraftClaim(evidence=repair.evidence, attribution=repair.attribution, text=repair.text)
            tries.setdefault(repair.number, drafted)
    earlier = {number: _tries(known[number]) for number in tries}
    passed, still = _sorted_out(sorted(tries.items()), sources, language, knowledge or Knowledge(), earlier)
    left = [each for each in failed if each.number not in tries]
    return Verdict(passed=passed, failed=tuple(sorted((*still, *left), key=lambda each: each.number)))


def _tries(failed: FailedClaim) -> tuple[Try, ...]:
    draft = failed.draft
    return (*failed.tries, Try(text=draft.text, labels=tuple(draft.evidence), findings=failed.findings))


def _refused(passed: Passed, opinion: Opinion) -> FailedClaim:
    code = f"support.{opinion.verdict}"
    if any(finding.code == code == "support.partial" for each in passed.claim.tries for finding in each.findings):
        code = "support.still_partial"
    finding = Finding(check="support", code=code, words=opinion.problem)
    return FailedClaim(number=passed.number, draft=passed.draft, findings=(finding,), tries=passed.claim.tries)


def _sorted_out(
    numbered: Iterable[tuple[int, DraftClaim]],
    sources: tuple[Source, ...],
    language: str,
    knowledge: Knowledge,
    earlier: Mapping[int, tuple[Try, ...]] | None = None,
) -> tuple[tuple[Passed, ...], tuple[FailedClaim, ...]]:
    passed, failed = [], []
    for number, draft in numbered:
        tries = (earlier or {}).get(number, ())
        statement = resolve(draft.text, draft.evidence, sources, language=language, attribution=draft.attribution)
        examined = examine(statement, knowledge=knowledge)
        if examined.findings:
            failed.append(FailedClaim(number=number, draft=draft, findings=examined.findings, tries=tries))
        else:
            needed = with_details(without_padding(statement, examined, knowledge), sources, knowledge)
            claim = _claim(needed, doubts=examined.doubts, tries=tries)
            passed.append(Passed(number=number, claim=claim, draft=draft, statement=needed))
    return tuple(passed), tuple(failed)


def _shown_as_it_is(failed: FailedClaim, sources: tuple[Source, ...], language: str, knowledge: Knowledge) -> Passed:
    draft = failed.draft
    statement = resolve(draft.text, draft.evidence, sources, language=language, attribution=draft.attribution)
    claim = _claim(statement, doubts=examine(statement, knowledge=knowledge).doubts, tries=_tries(failed))
    return Passed(number=failed.number, claim=claim, draft=draft, statement=statement)


def _claim(statement: Statement, *, doubts: tuple[Doubt, ...], tries: tuple[Try, ...]) -> Claim:
    return Claim(
        text=statement.text,
        evidence=evidence_of(statement.cited),
        attribution=_attribution(statement.attribution, statement),
        doubts=doubts,
        tries=tries,
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
