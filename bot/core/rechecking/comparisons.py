"""Differences and origins once more: what code finds is found again, what was drafted must still hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pydantic import ValidationError

from bot.core.checking.drafted_parts import difference_of, names
from bot.core.checking.examining import findings_of
from bot.core.compare import find_differences
from bot.core.knowledge import Knowledge
from bot.core.merging import confirm, merge_differences, merge_origins
from bot.core.models import Brief, Difference, DraftDifference, DraftVersion, Evidence, Origin, Version
from bot.core.origins import find_origins
from bot.core.rechecking.flaws import Flaw, Rechecked, altered


def recheck_differences(brief: Brief, *, known: Mapping[str, Evidence], knowledge: Knowledge) -> Iterator[Rechecked]:
    """Yield what does not hold of each difference, and whether one that code finds is missing."""
    found = find_differences(brief.sources)
    drafted = [each for each in brief.differences if each not in found]
    is_complete = merge_differences(found, drafted) == brief.differences
    for number, each in enumerate(brief.differences, 1):
        flaws = [flaw for version in each.versions for flaw in altered(version.evidence, known)]
        if each in drafted:
            flaws += _drafted_flaws(each, found, brief, knowledge)
        yield Rechecked("difference", number, tuple(flaws))
    if not is_complete:
        yield Rechecked("difference", len(brief.differences) + 1, (Flaw("recheck.differences"),))


def _drafted_flaws(
    difference: Difference, found: Sequence[Difference], brief: Brief, knowledge: Knowledge
) -> Iterator[Flaw]:
    """A difference in a writer's words: both versions pass the checks, and code or a judge saw it too."""
    try:
        draft = DraftDifference(versions=[_drafted(version) for version in difference.versions])
    except ValidationError:
        yield Flaw("recheck.no_difference")
        return
    findings = partial(findings_of, knowledge=knowledge)
    made, withheld = difference_of(draft, brief.sources, findings, language=brief.language)
    if withheld:
        yield from (Flaw(each.code, each.words) for each in withheld.findings)
    elif made != difference:
        yield Flaw("recheck.no_difference")
    is_judged = brief.receipt.judge is not None and brief.receipt.judge_fault is None
    if not is_judged and confirm(found, (difference,), exclusive=None)[1]:
        yield Flaw("comparison.unconfirmed")


def _drafted(version: Version) -> DraftVersion:
    return DraftVersion(text=version.text, evidence=[each.label for each in version.evidence])


def recheck_origins(brief: Brief, *, known: Mapping[str, Evidence], knowledge: Knowledge) -> Iterator[Rechecked]:
    """Yield what does not hold of each origin, and whether one that code finds is missing."""
    found = find_origins(brief.sources, outlets=knowledge.outlets, agencies=knowledge.agencies)
    for number, origin in enumerate(brief.origins, 1):
        same = next((each for each in found if len(merge_origins((each,), (origin,))) == 1), None)
        flaws = (*altered(origin.evidence, known), *_origin_flaws(origin, same))
        yield Rechecked("origin", number, flaws)
    missing = len(merge_origins(found, brief.origins)) - len(merge_origins(brief.origins, ()))
    if missing:
        yield Rechecked("origin", len(brief.origins) + 1, (Flaw("recheck.origins"),))


def _origin_flaws(origin: Origin, found: Origin | None) -> Iterator[Flaw]:
    """What code did not find is there only because cited sentences name it."""
    known = set(found.evidence) if found else set()
    if not known <= set(origin.evidence):
        yield Flaw("recheck.origins", origin.name)
    own = [each for each in origin.evidence if each not in known]
    yield from (Flaw("recheck.not_named", origin.name) for each in own if not names(each.text, origin.name))
    sources = {each.source for each in own} | set(found.sources if found else ())
    if tuple(sorted(sources)) != origin.sources:
        yield Flaw("recheck.origins", origin.name)
