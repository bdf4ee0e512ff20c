"""What a verb of saying governs: behind it, before it, or on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.core.checking.attributing.cues import Cues
from bot.core.checking.attributing.marked_words import MarkedWords
from bot.core.checking.attributing.report_parts import (
    SHORTEST,
    Found,
    Range,
    clause_soon,
    conjunction_after,
    ends_sentence,
    left_edge,
    next_comma,
    quotation_before,
    right_edge,
    runs_on,
    subject_after,
    subject_before,
    with_apposition,
)

_ADJUNCT = 10
"""Words of the longest time and place of an utterance: "said in a statement on Monday evening"."""
_TO_QUOTE = 15
_PARTICIPLES = ("ing", "ant", "ando", "iendo")
"""Endings of verbs whose subject stands in the clause before: "..., adding that"."""


@dataclass(frozen=True)
class Verb:
    """A verb of saying at one word of a sentence, and what is known of its surroundings."""

    line: MarkedWords
    at: int
    cues: Cues

    @property
    def form(self) -> str:
        return self.line.forms[self.at]

    @cached_property
    def edge(self) -> int:
        """Where its clause begins."""
        return left_edge(self.line, self.at)

    @cached_property
    def end(self) -> int:
        """Where its clause ends."""
        return right_edge(self.line, self.at, self.cues)

    @cached_property
    def introduced(self) -> int | None:
        """The first word behind its conjunction or colon, or of the quotation behind it."""
        place = conjunction_after(self.line, self.at, self.cues)
        return place if place is not None and place < self.end else None

    @cached_property
    def governs(self) -> bool:
        """Whether what follows is what is said: a verb of other uses needs a conjunction or a clause."""
        return self.introduced is not None or (
            self.at + 1 < self.end and (self.form not in self.cues.weak or clause_soon(self.line, self.at, self.cues))
        )

    @property
    def content(self) -> Range:
        """What follows, without the hearers, the time and the place of the utterance."""
        return (self.introduced if self.introduced is not None else self.at + 1), self.end

    def found(self, speaker: Range | None, content: Range) -> Found:
        return (self.at, self.at + 1), speaker, content


def reported_by_verb(line: MarkedWords, at: int, cues: Cues) -> Iterator[Found]:
    """Yield cue, speaker and content of what the verb at a word reports."""
    verb = Verb(line, at, cues)
    if cues.verb_first:
        yield from _verb_first(verb)
    elif _is_infinitive(verb) or (verb.form in cues.naming and not _names(verb)):
        return
    elif _is_passive(verb):
        if verb.introduced is not None and verb.form in cues.said:
            yield verb.found(None, verb.content)
    else:
        start, last = subject_before(line, at, cues)
        yield from _with_subject(verb, start, last) if start < last else _without_subject(verb, last)


def _verb_first(verb: Verb) -> Iterator[Found]:
    if verb.introduced is not None:
        speaker = (verb.at + 1, verb.introduced - 1)
        yield verb.found(speaker if speaker[0] < speaker[1] else None, verb.content)


def _is_infinitive(verb: Verb) -> bool:
    return verb.form in verb.cues.weak and verb.at > 0 and verb.line.forms[verb.at - 1] in verb.cues.infinitive


def _names(verb: Verb) -> bool:
    """Tell whether a verb of naming reports: a quotation follows, or it is an appeal."""
    behind = verb.line.forms[verb.at + 1 : verb.at + 2]
    appeals = bool(behind) and behind[0] in verb.cues.appeals
    return appeals or any(verb.line.quoted[verb.at + 1 : verb.at + _TO_QUOTE])


def _is_passive(verb: Verb) -> bool:
    before, cues = verb.at - 1, verb.cues
    accompanying = cues.auxiliary - cues.being
    while before > 0 and (verb.line.forms[before].endswith("ly") or verb.line.forms[before] in accompanying):
        before -= 1
    return before >= 0 and verb.line.forms[before] in cues.being and not verb.form.endswith("ing")


def _with_subject(verb: Verb, start: int, last: int) -> Iterator[Found]:
    line, cues = verb.line, verb.cues
    if cues.comma_clauses and line.forms[start] in cues.circumstances and start == verb.edge:
        yield from _inverted(verb)
    elif _closes(verb, start):
        yield verb.found((start, last), (verb.edge, start))
        yield from _continued(verb, (start, last))
    elif verb.governs:
        begins, end = verb.content
        if start > 0 and line.forms[start - 1] in cues.subordinate:
            end = next_comma(line, begins, end)
        if line.breaks(start, ","):
            start = with_apposition(line, start, cues)
        yield verb.found((start, last), (begins, end))


def _inverted(verb: Verb) -> Iterator[Found]:
    """On Monday said SPEAKER, CONTENT."""
    start, stop = subject_after(verb.line, verb.at, verb.cues)
    comma = stop if stop < verb.end and verb.line.breaks(stop, ",:") else None
    begins = verb.introduced if verb.introduced is not None else comma
    if begins is not None and start < stop:
        yield verb.found((start, stop), (begins, verb.end))


def _closes(verb: Verb, start: int) -> bool:
    """Tell whether what is said stands before its speaker: "CONTENT, the mayor said on Monday."."""
    line, follows, quoted = verb.line, verb.at + 1, quotation_before(verb.line, start)
    if not quoted and (start - verb.edge < SHORTEST or not line.breaks(start, ",—–")):
        return False
    if follows >= len(line.words) or ends_sentence(line, follows):
        return True
    if line.breaks(follows, ",") and not (verb.cues.comma_clauses and verb.introduced is not None):
        return True
    if verb.introduced is not None and not (quoted and line.quoted[verb.introduced]):
        return False
    heard = line.words[follows].capital or verb.form in verb.cues.telling
    told = quoted or heard or line.forms[follows] in verb.cues.adjuncts
    return told and next_comma(line, verb.at, verb.end) - follows <= _ADJUNCT


def _continued(verb: Verb, speaker: Range) -> Iterator[Found]:
    """What goes on behind "CONTENT, the mayor said, ..."."""
    follows = verb.at + 1 if verb.at + 1 < verb.end and verb.line.breaks(verb.at + 1, ",") else _quoted(verb, verb.at)
    if verb.end - follows >= SHORTEST:
        yield verb.found(speaker, (follows, verb.end))


def _quoted(verb: Verb, after: int) -> int:
    """Return the first word of the next quotation in the clause, its end if there is none."""
    return next((place for place in range(after + 1, verb.end) if verb.line.quoted[place]), verb.end)


def _without_subject(verb: Verb, last: int) -> Iterator[Found]:
    """The subject stands elsewhere: in the clause before, before an apposition, or behind the verb."""
    line, cues = verb.line, verb.cues
    joined = last == verb.at and last > 0 and line.forms[last - 1] in cues.joining | cues.contrasts
    if joined or verb.form.endswith(_PARTICIPLES):
        if verb.governs:
            yield verb.found(None, verb.content)
        return
    posed = with_apposition(line, last, cues)
    if posed < last and (verb.introduced is not None or runs_on(line, verb.at, cues)):
        yield verb.found((posed, last), verb.content)
        return
    start, stop = subject_after(line, verb.at, cues)
    if last - verb.edge >= SHORTEST or quotation_before(line, last):
        if start < stop and line.forms[start] not in cues.circumstances:
            yield verb.found((start, stop), (verb.edge, last))
            yield verb.found((start, stop), (_quoted(verb, stop - 1), verb.end))
        else:
            yield from _behind_apposition(verb, posed, last)
    elif verb.introduced is not None:
        yield verb.found((verb.at + 1, verb.introduced) if last == verb.edge else None, verb.content)


def _behind_apposition(verb: Verb, posed: int, last: int) -> Iterator[Found]:
    """CONTENT, the mayor, a former pilot, said."""
    line = verb.line
    start = posed
    if posed == last:
        start = next((place for place in range(last - 1, verb.edge, -1) if line.breaks(place, ",")), verb.edge)
    if start - verb.edge >= SHORTEST or quotation_before(line, start):
        yield verb.found((start, last), (verb.edge, start))
