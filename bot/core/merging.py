"""Where two ways of finding the same thing meet: what code found comes first, what a writer drafted adds to it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.checking import numbers
from bot.core.checking.statement import cleaned, resolve
from bot.core.models import Claim, Difference, Evidence, Finding, Origin, Source, Withheld

MOST_DIFFERENCES = 3
_BETWEEN = " .。"
_MOST_IN_ROW = 10
"""Sentences of a source that a headline may be."""
_WEIGHT = {"number": 0, "statement": 1, "quotation": 2}
"""What a reader wants to know first of what differs."""


def merge_differences(found: Sequence[Difference], drafted: Sequence[Difference]) -> tuple[Difference, ...]:
    """Return at most three differences, numbers before words; those that code found are kept before others.

    A found one that a writer has drafted too, on sentences of the same two sides, is told in the writer's words: they
    are in the reply's language, and have passed the checks.
    """
    told: list[Difference] = []
    for difference in found:
        told.append(next((each for each in drafted if _is_same(each, difference)), difference))
    labels = {label for difference in (*found, *told) for label in _labels_of(difference)}
    new = [difference for difference in drafted if difference not in told and not labels & _labels_of(difference)]
    chosen = list(dict.fromkeys([*told, *new]))[:MOST_DIFFERENCES]
    return tuple(sorted(chosen, key=lambda difference: _WEIGHT[difference.kind]))


def confirm(
    found: Sequence[Difference], drafted: Sequence[Difference], *, exclusive: frozenset[int] | None
) -> tuple[tuple[Difference, ...], tuple[Withheld, ...]]:
    """Return the differences to show, and the drafted ones that nobody confirmed.

    A drafted difference is shown where a judge says that both versions cannot be true; without a judge (`exclusive`
    is None), where code found it as well.
    """
    matched = [any(_is_same(each, other) for other in found) for each in drafted]
    sure = [place in exclusive if exclusive is not None else matched[place] for place in range(len(drafted))]
    confirmed = [each for each, is_sure in zip(drafted, sure, strict=True) if is_sure]
    left = [each for each, is_sure, known in zip(drafted, sure, matched, strict=True) if not is_sure and not known]
    return merge_differences(found, confirmed), tuple(map(_unconfirmed, left))


def _unconfirmed(difference: Difference) -> Withheld:
    return Withheld(
        text=" · ".join(version.text for version in difference.versions),
        findings=(Finding(check="comparison", code="comparison.unconfirmed"),),
        is_difference=True,
        labels=tuple(each.label for version in difference.versions for each in version.evidence),
    )


def _is_same(drafted: Difference, found: Difference) -> bool:
    """Whether each side of a found difference is a side of a drafted one: they share a sentence."""
    sides = [{evidence.label for evidence in version.evidence} for version in drafted.versions]
    matched = [
        next((n for n, side in enumerate(sides) if side & {e.label for e in version.evidence}), None)
        for version in found.versions
    ]
    return None not in matched and len(set(matched)) == len(matched)


def merge_origins(found: Sequence[Origin], drafted: Sequence[Origin]) -> tuple[Origin, ...]:
    """Return one origin for each name, with every source and sentence that either way found."""
    by_name: dict[str, Origin] = {}
    for origin in (*found, *drafted):
        key = origin.name.casefold().removeprefix("the ")
        known = by_name.get(key)
        by_name[key] = _joined(known, origin) if known else origin
    return tuple(sorted(by_name.values(), key=lambda origin: (-len(origin.sources), origin.sources)))


def keep_sound(claims: Sequence[Claim], sources: Sequence[Source], *, language: str) -> tuple[Claim, ...]:
    """Return word-for-word claims with the evidence of other sources taken away where it fails a check.

    A sentence always supports itself; that another source says the same is a finding of ours, and checked as such.
    """
    return tuple(_sound(claim, tuple(sources), language) for claim in claims)


def headline_source(headline: str, sources: Sequence[Source]) -> int | None:
    """Return the number of the source that has a headline word for word, in its own or as sentences in a row.

    Such words are the source's and not ours, whoever drafted them, and may well speak to somebody else.
    """
    wanted = _bare(headline)
    for source in sources:
        own = _bare(source.headline.text) if source.headline else ""
        if (wanted and f" {wanted} " in f" {own} ") or _is_run(
            wanted, [_bare(sentence.text) for sentence in source.sentences]
        ):
            return source.number
    return None


def _is_run(wanted: str, texts: Sequence[str]) -> bool:
    return any(
        text and wanted.startswith(text) and _begins(wanted, texts[at : at + _MOST_IN_ROW])
        for at, text in enumerate(texts)
    )


def _begins(wanted: str, texts: Sequence[str]) -> bool:
    """Tell whether a text is one or more of these, in a row from the first."""
    for text in texts:
        if not text or not wanted.startswith(text):
            return False
        wanted = wanted[len(text) :].lstrip(_BETWEEN)
        if not wanted:
            return True
    return False


def _bare(text: str) -> str:
    return " ".join(cleaned(text).split()).rstrip(_BETWEEN)


def _sound(claim: Claim, sources: tuple[Source, ...], language: str) -> Claim:
    own = tuple(evidence for evidence in claim.evidence if evidence.source == claim.quoted_from)
    kept = list(own)
    for evidence in claim.evidence:
        if evidence in own:
            continue
        statement = resolve(claim.text, [each.label for each in (*own, evidence)], sources)
        if not numbers.check(statement, language=language):
            kept.append(evidence)
    return claim.model_copy(update={"evidence": tuple(kept)})


def _labels_of(difference: Difference) -> set[str]:
    return {evidence.label for version in difference.versions for evidence in version.evidence}


def _joined(one: Origin, other: Origin) -> Origin:
    evidence: dict[str, Evidence] = {each.label: each for each in (*one.evidence, *other.evidence)}
    sources = tuple(sorted({*one.sources, *other.sources}))
    return Origin(name=one.name, sources=sources, evidence=tuple(evidence.values()))
