"""Where sources tell the same thing differently: an altered quotation, or another number in the same place.

Nothing here decides who is right. A difference is shown only where both sides are evidently about the same utterance or
the same count; whatever might be a trimmed quotation, a bound, a rounding, an update or another occasion is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from bot.core.comparing.alignment import align
from bot.core.comparing.close_pairs import find_close_pairs
from bot.core.comparing.likeness import Familiarity, get_acquainted, same_statement
from bot.core.comparing.news import is_update
from bot.core.comparing.numeric_differences import Count, find_counts, same_slot
from bot.core.comparing.pair_differences import Scored, find_lone_figures, find_opposites
from bot.core.comparing.tensions import find_tensions
from bot.core.comparing.utterances import Utterance, contrast, find_utterances, is_altered
from bot.core.models import Difference, Evidence, Sentence, Source, Span, Version

__all__ = ["align", "find_differences", "find_tensions", "same_statement"]

MOST_DIFFERENCES = 3
MOST_VERSIONS = 4
LONGEST_SHOWN = 320
"""Characters of a sentence that is shown around a quotation in it."""


def find_differences(sources: Sequence[Source]) -> tuple[Difference, ...]:
    """Return what the sources tell differently, the surest first, at most three.

    Quotations come as the quoted words, numbers as the whole sentence, both verbatim. A higher number in an article
    that was published hours later is taken for an update and not shown; where a date is unknown, or only a day is
    known and it is the same, both numbers are shown: nobody can tell then which is the newer.
    """
    by_number = {source.number: source for source in sources}
    familiarity = get_acquainted(sources)
    counts = {source.number: find_counts(source, familiarity=familiarity) for source in sources}
    close = find_close_pairs(sources, familiarity)
    found = [
        *_altered_quotations(sources),
        *_other_numbers(sources, counts=counts, familiarity=familiarity),
        *find_lone_figures(close, sources=by_number, familiarity=familiarity),
        *find_opposites(close, sources=by_number),
    ]
    found.sort(key=lambda scored: (-scored[0], scored[1].versions[0].evidence[0].label))
    chosen: list[Difference] = []
    for _, difference in found:
        told = {evidence.label for earlier in chosen for version in earlier.versions for evidence in version.evidence}
        if not all(evidence.label in told for version in difference.versions for evidence in version.evidence):
            chosen.append(difference)
    return tuple(chosen[:MOST_DIFFERENCES])


# ---------------------------------------------------------------- quotations


def _altered_quotations(sources: Sequence[Source]) -> list[Scored]:
    utterances = [utterance for source in sources for utterance in find_utterances(source)]
    by_wording: dict[tuple[str, ...], list[Utterance]] = {}
    for utterance in utterances:
        by_wording.setdefault(utterance.forms, []).append(utterance)
    wordings = list(by_wording.values())
    found: list[Scored] = []
    for one, other in combinations(wordings, 2):
        if {u.source for u in one} & {u.source for u in other}:
            continue  # a source that has both wordings quotes two utterances
        strength = is_altered(one[0], other[0])
        if strength and not _has_verbatim_match(one, wordings) and not _has_verbatim_match(other, wordings):
            found.append((1 + strength, _quotation_difference(one, other)))
    return _most_alike_only(found)


def _has_verbatim_match(wording: Sequence[Utterance], wordings: Sequence[Sequence[Utterance]]) -> bool:
    """Whether another source quotes the same words at greater or lesser length: then nothing is altered."""
    mine = wording[0].running
    return any(
        (mine in other[0].running or other[0].running in mine)
        for other in wordings
        if other is not wording and {u.source for u in other} != {u.source for u in wording}
    )


def _most_alike_only(found: list[Scored]) -> list[Scored]:
    """Of several differences that show one quotation, the one between the likest wordings."""
    kept: list[Scored] = []
    for strength, difference in sorted(found, key=lambda scored: -scored[0]):
        shown = {(version.evidence[0].label, version.text) for version in difference.versions}
        if not any(shown & {(v.evidence[0].label, v.text) for v in earlier.versions} for _, earlier in kept):
            kept.append((strength, difference))
    return kept


def _quotation_difference(one: Sequence[Utterance], other: Sequence[Utterance]) -> Difference:
    marked = contrast(one[0], other[0])
    versions = [_spoken(wording, spans) for wording, spans in zip((one, other), marked, strict=True)]
    return Difference(kind="quotation", versions=tuple(sorted(versions, key=_first_source)))


def _spoken(wording: Sequence[Utterance], marked: Sequence[Span]) -> Version:
    """Show the whole sentence where it is short enough, because it names who spoke."""
    first = wording[0]
    at = first.sentence.text.find(first.text) if len(first.sentence.text) <= LONGEST_SHOWN else -1
    text, shift = (first.sentence.text, at) if at >= 0 else (first.text, 0)
    return Version(
        text=text,
        evidence=tuple(Evidence.of(utterance.sentence) for utterance in wording),
        contrast=tuple(Span(start=span.start + shift, end=span.end + shift) for span in marked),
        quoted_from=first.source,
    )


# ---------------------------------------------------------------- numbers


def _other_numbers(
    sources: Sequence[Source], *, counts: Mapping[int, Sequence[Count]], familiarity: Familiarity
) -> list[Scored]:
    found: list[tuple[float, Count, Count]] = []
    for left, right in combinations(sources, 2):
        for one in counts[left.number]:
            for other in counts[right.number]:
                strength = same_slot(one, other, familiarity=familiarity)
                if (
                    not strength
                    or _told_elsewhere(one, counts[right.number])
                    or _told_elsewhere(other, counts[left.number])
                ):
                    continue
                if not is_update(one.figure.value, other.figure.value, left=left, right=right):
                    found.append((strength, one, other))
    found.sort(key=lambda entry: -entry[0])
    return _number_differences(found, {label: group for group in align(sources) for label in _labels(group)}, counts)


def _labels(group: Sequence[Sentence]) -> list[str]:
    return [sentence.label for sentence in group]


def _number_differences(
    found: Sequence[tuple[float, Count, Count]],
    joined: Mapping[str, Sequence[Sentence]],
    counts: Mapping[int, Sequence[Count]],
) -> list[Scored]:
    """One difference for each place where numbers differ, with all its versions and all who tell them."""
    places: list[tuple[float, list[Count]]] = []
    for strength, one, other in found:
        home = next((counts for _, counts in places if one in counts or other in counts), None)
        if home is None:
            places.append((strength, [one, other]))
            continue
        for count in (one, other):
            if count not in home and count.source not in {member.source for member in home}:
                home.append(count)
    return [(strength, _number_difference(_with_agreeing(home, joined, counts))) for strength, home in places]


def _with_agreeing(
    home: Sequence[Count], joined: Mapping[str, Sequence[Sentence]], counts: Mapping[int, Sequence[Count]]
) -> list[Count]:
    """Add other sources' sentences that state the same as a version, with its number."""
    known = list(home)
    for count in home:
        for sentence in joined.get(count.sentence.label, ()):
            same = [
                other
                for other in counts[sentence.source]
                if other.sentence == sentence and other.figure.value == count.figure.value
            ]
            known += [other for other in same if other.source not in {each.source for each in known}]
    return known


def _number_difference(counts: Sequence[Count]) -> Difference:
    by_value: dict[float, list[Count]] = {}
    for count in sorted(counts, key=lambda count: count.source):
        by_value.setdefault(count.figure.value, []).append(count)
    versions = [
        Version(
            text=same[0].sentence.text,
            evidence=tuple(Evidence.of(count.sentence) for count in same),
            contrast=(Span(start=same[0].figure.start, end=same[0].figure.end),),
            quoted_from=same[0].source,
        )
        for same in list(by_value.values())[:MOST_VERSIONS]
    ]
    return Difference(kind="number", versions=tuple(versions))


def _told_elsewhere(count: Count, others: Sequence[Count]) -> bool:
    """Whether the other source has this number too, of the same things: then it knows both, and there is no dispute."""
    return any(
        other.figure.value == count.figure.value and set(other.figure.unit) & set(count.figure.unit) for other in others
    )


def _first_source(version: Version) -> tuple[int, int]:
    return version.evidence[0].source, version.evidence[0].span.start
