"""Utterances that two sources quote in different words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from bot.core.comparing.shown import Scored, put, surest_first
from bot.core.comparing.utterances import Utterance, contrast, find_utterances, is_altered
from bot.core.models import Difference, Evidence, Source, Span, Version

LONGEST_SHOWN = 320
"""Characters of a sentence that is shown around a quotation in it."""
Wording = Sequence[Utterance]
"""All utterances that have the same words."""


def find_altered_quotations(sources: Sequence[Source]) -> list[Scored]:
    """Return the quotations that sources give in different words, the surest first."""
    wordings = _wordings(sources)
    found: list[Scored] = []
    for one, other in combinations(wordings, 2):
        if {u.source for u in one} & {u.source for u in other}:
            continue  # a source that has both wordings quotes two utterances
        strength = is_altered(one[0], other[0])
        if strength and not _has_verbatim_match(one, wordings) and not _has_verbatim_match(other, wordings):
            found.append((1 + strength, _difference(one, other)))
    return _most_alike_only(found)


def _wordings(sources: Sequence[Source]) -> list[Wording]:
    """The utterances by their words; who names the speaker, in the shortest sentence, stands for the others."""
    by_words: dict[tuple[str, ...], list[Utterance]] = {}
    for source in sources:
        for utterance in find_utterances(source):
            by_words.setdefault(utterance.forms, []).append(utterance)
    shortest_first = sorted(by_words, key=lambda forms: (len(forms), forms))
    return [sorted(by_words[forms], key=_plainness) for forms in shortest_first]


def _plainness(utterance: Utterance) -> tuple[bool, int, str]:
    return not utterance.speakers, len(utterance.sentence.text), utterance.sentence.text


def _has_verbatim_match(wording: Wording, wordings: Sequence[Wording]) -> bool:
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
    for strength, difference in surest_first(found):
        shown = {(version.evidence[0].label, version.text) for version in difference.versions}
        if not any(shown & {(v.evidence[0].label, v.text) for v in earlier.versions} for _, earlier in kept):
            kept.append((strength, difference))
    return kept


def _difference(one: Wording, other: Wording) -> Difference:
    marked = contrast(one[0], other[0])
    return put("quotation", (_spoken(wording, spans) for wording, spans in zip((one, other), marked, strict=True)))


def _spoken(wording: Wording, marked: Sequence[Span]) -> Version:
    """Show the whole sentence where it is short enough, because it names who spoke."""
    first = wording[0]
    at = first.sentence.text.find(first.text) if len(first.sentence.text) <= LONGEST_SHOWN else -1
    text, shift = (first.sentence.text, at) if at >= 0 else (first.text, 0)
    cited = sorted((utterance.sentence for utterance in wording), key=lambda sentence: sentence.source)
    return Version(
        text=text,
        evidence=tuple(Evidence.of(sentence) for sentence in cited),
        contrast=tuple(Span(start=span.start + shift, end=span.end + shift) for span in marked),
        quoted_from=first.source,
    )
