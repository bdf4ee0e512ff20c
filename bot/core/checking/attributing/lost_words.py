"""Small words of a sentence that fall out of a claim although the words beside them are kept.

A hedge, a limiting word or a negation is bound to its neighbours: the content words right before and after it. It is
lost where the claim has those neighbours together, and neither the word nor one that does the same near them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.core.checking.attributing.cues import Cues
from bot.core.checking.attributing.marked_words import MarkedWords, Phrase, Phrases
from bot.core.checking.attributing.report_parts import ends_sentence
from bot.core.checking.language_words import COMMON_WORDS
from bot.core.words import root

_SHORT = 2
"""Letters of words that are too short to tell anything, in any language."""
_FUTURE = 4
"""Letters of the shortest Arabic future that is told from a noun."""
_FAR = 8
"""Words within which a neighbour is looked for."""
_AHEAD = 4
_BEHIND = 6
"""Words between two neighbours in a claim that keeps them together."""
_NEAR = (7, 6)
"""Words before and after them where a claim may have the word, or one that does the same."""
_MOST = 60

Kinds = Mapping[str, tuple[tuple[Phrase, str], ...]]
"""Phrases and what they do, by their first word."""
Unless = Callable[[MarkedWords, int, int], bool]


@dataclass(frozen=True, slots=True)
class Marker:
    """A phrase of a kind at the words from `start` up to `end`."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Text:
    """A sentence or a claim, its markers and its content words without inflection."""

    line: MarkedWords
    cues: Cues
    markers: tuple[Marker, ...]

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """The words without inflection, "" for those that carry no meaning."""
        marked = {at for marker in self.markers for at in range(marker.start, marker.end)}
        return tuple(
            "" if at in marked or not self._tells(at) else root(_present(word.form))
            for at, word in enumerate(self.line.words)
        )

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Where each content word stands."""
        found: dict[str, list[int]] = {}
        for at, form in enumerate(self.roots):
            if form:
                found.setdefault(form, []).append(at)
        return {form: tuple(places[:_FAR]) for form, places in found.items()}

    def _tells(self, at: int) -> bool:
        word = self.line.words[at]
        light = word.form in self.cues.light or word.form in COMMON_WORDS
        return word.number or ((len(word.form) > _SHORT or word.capital) and not light)

    def after(self, marker: Marker) -> list[str]:
        """Return the two content words behind a marker, in its sentence."""
        found: list[str] = []
        for at in range(marker.end, min(len(self.roots), marker.end + _FAR)):
            if ends_sentence(self.line, at) or ";" in self.line.gaps[at]:
                break
            found += [self.roots[at]] if self.roots[at] else []
        return found[:2]

    def before(self, marker: Marker) -> list[str]:
        """Return the two content words before a marker, in its sentence, the nearest first."""
        found: list[str] = []
        for at in range(marker.start - 1, max(-1, marker.start - 1 - _FAR), -1):
            if ends_sentence(self.line, at + 1) or ";" in self.line.gaps[at + 1]:
                break
            found += [self.roots[at]] if self.roots[at] else []
        return found[:2]

    def words(self, marker: Marker) -> str:
        """Return a marker with the content word behind it, as they are written."""
        end = marker.end
        while end < len(self.roots) and end < marker.end + _AHEAD and not self.roots[end]:
            end += 1
        end = min(end + 1, len(self.roots)) if end < len(self.roots) and self.roots[end] else marker.end
        return self.line.span(marker.start, end).of(self.line.text)


def _present(form: str) -> str:
    """Return an Arabic verb without the letter that puts it into the future; both sides are read alike."""
    return form[1:] if len(form) >= _FUTURE and form.startswith(("سي", "ست")) else form


def kinds_by_word(kinds: Mapping[str, Phrases]) -> Kinds:
    """Return the phrases of all kinds by their first word, the longest first; of two alike the first named counts."""
    table: dict[str, dict[Phrase, str]] = {}
    for kind, known in kinds.items():
        for first, found in known.items():
            for phrase in found:
                table.setdefault(first, {}).setdefault(phrase, kind)
    return {first: tuple(sorted(found.items(), key=lambda each: -len(each[0]))) for first, found in table.items()}


def markers_of(line: MarkedWords, kinds: Kinds, *, unless: Unless | None = None) -> tuple[Marker, ...]:
    """Return the phrases of a sentence in order, the longest at each place; `unless` tells which are something else."""
    found: list[Marker] = []
    at = 0
    while at < len(line.words) and len(found) < _MOST:
        marker = _at(line, at, kinds)
        if marker is not None and not (unless and unless(line, marker.start, marker.end)):
            found.append(marker)
        at = marker.end if marker is not None else at + 1
    return tuple(found)


def _at(line: MarkedWords, at: int, kinds: Kinds) -> Marker | None:
    for phrase, kind in kinds.get(line.forms[at], ()):
        if line.forms[at : at + len(phrase)] == phrase:
            return Marker(kind, at, at + len(phrase))
    return None


def lost(sentence: Text, claim: Text, *, accepted: Mapping[str, frozenset[str]]) -> Iterator[Marker]:
    """Yield the markers of a sentence that a claim leaves out although it keeps their neighbours.

    `accepted` says which kinds stand for which; a kind that it does not name is kept by its like only.
    """
    used = set(_matched(sentence, claim))
    for marker in sentence.markers:
        kinds = accepted.get(marker.kind, frozenset({marker.kind}))
        place = kept_at(sentence.before(marker), sentence.after(marker), claim)
        if place is None or _same(sentence, marker, claim):
            continue
        near = [
            each
            for each in claim.markers
            if place - _NEAR[0] <= each.start <= place + _NEAR[1] and each.kind in kinds and each not in used
        ]
        if not near:
            yield marker


def _matched(sentence: Text, claim: Text) -> Iterator[Marker]:
    """Yield the markers of a claim that stand for one of the sentence beyond doubt: the same before the same word."""
    theirs = {_fingerprint(sentence, marker) for marker in sentence.markers}
    for marker in claim.markers:
        if _fingerprint(claim, marker) in theirs:
            yield marker


def _same(sentence: Text, marker: Marker, claim: Text) -> bool:
    wanted = _fingerprint(sentence, marker)
    return any(_fingerprint(claim, each) == wanted for each in claim.markers)


def _fingerprint(text: Text, marker: Marker) -> tuple[str, ...]:
    return (*text.line.forms[marker.start : marker.end], *text.after(marker)[:1])


def kept_at(before: Sequence[str], after: Sequence[str], claim: Text) -> int | None:
    """Return where a claim has neighbours together: the word behind with the one after it or before the marker."""
    for first, others, ahead in _pairs(before, after):
        for place in claim.places.get(first, ()):
            nearby = range(place + 1, place + 1 + _AHEAD) if ahead else range(place - _BEHIND, place)
            if any(0 <= at < len(claim.roots) and claim.roots[at] in others for at in nearby):
                return place
    return None


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str, frozenset[str], bool]]:
    if after:
        yield after[0], frozenset(after[1:]), True
        yield after[0], frozenset(before[:1]), False
    elif len(before) > 1:
        yield before[0], frozenset(before[1:]), False
