"""Where the parts of a reported statement begin and end in a sentence: its clause, its speaker, its content."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from bot.core.checking.attributing.cues import Cues
from bot.core.checking.attributing.marked_words import MarkedWords

BREAKS = ',;:()[]—–"“”„«»「」?!'
_OPENING = "\"“„«»「‘'"
_LONGEST_SPEAKER = 14
_OF = frozenset("of for de du des del von der".split())
"""Words that go on with a speaker: "the head of the port"."""
Range = tuple[int, int]
Found = tuple[Range, Range | None, Range]
"""The words of a cue, of its speaker if there is one, and of what it governs."""
SHORTEST = 3
"""Words of the shortest content that stands before its cue."""
_IN_BRACKETS = 8
_LY = 4
_LONG_CLAUSE = 12
"""Words that no speaker has without punctuation in between."""
_TO_FINITE = 8
_TO_THAT = 12
"""Words between a verb and the conjunction that it governs: "told reporters at the harbour on Monday that"."""


def ends_sentence(line: MarkedWords, at: int) -> bool:
    """Tell whether a sentence ends before word `at`."""
    return at >= len(line.words) or at in line.sentence_starts


def left_edge(line: MarkedWords, at: int) -> int:
    """Return the word with which the clause of word `at` begins: after a full stop or semicolon that is not quoted."""
    return line.clause_starts[bisect_right(line.clause_starts, at) - 1]


def right_edge(line: MarkedWords, at: int, cues: Cues) -> int:
    """Return the word before which the clause of word `at` ends: a full stop, a semicolon or a contrasting clause."""
    starts = line.clause_starts[bisect_right(line.clause_starts, at) :]
    end = starts[0] if starts else len(line.words)
    pauses = line.pauses[bisect_right(line.pauses, at) : bisect_left(line.pauses, end)]
    return next((place for place in pauses if line.forms[place] in cues.contrasts), end)


def next_comma(line: MarkedWords, at: int, end: int) -> int:
    """Return the first word in `at` + 1 to `end` before which a comma stands outside quotations, else `end`."""
    pauses = line.pauses[bisect_right(line.pauses, at) : bisect_left(line.pauses, end)]
    return next((place for place in pauses if line.breaks(place, ",")), end)


def subject_before(line: MarkedWords, verb: int, cues: Cues) -> tuple[int, int]:
    """Return the range of words before a verb, its auxiliaries and adverbs that may be its subject; empty if none."""
    last = verb
    while last > 0 and not parted(line, last) and _accompanies(line.forms[last - 1], cues):
        last -= 1
    bracketed = _before_brackets(line, last)
    if bracketed == 0 or (bracketed == last and parted(line, last)):
        return last, last
    return _phrase_before(line, bracketed, cues)


def _phrase_before(line: MarkedWords, last: int, cues: Cues) -> tuple[int, int]:
    """Return the range of words up to `last` that may be one noun phrase; empty where there is none."""
    start = last - 1
    if line.forms[start] in cues.stops | cues.joining:
        return last, last
    while start > 0 and not parted(line, start) and last - start < _LONGEST_SPEAKER:
        before = line.forms[start - 1]
        if before in cues.stops or (before in cues.joining and line.forms[start] in cues.finite):
            break
        start -= 1
    return start + (line.forms[start] in cues.joining), last


def _before_brackets(line: MarkedWords, at: int) -> int:
    """Return the word before which brackets open that close right before word `at`: "The senator (R-Utah) said"."""
    if ")" not in line.gaps[at]:
        return at
    places = range(at - 1, max(0, at - _IN_BRACKETS), -1)
    return next((place for place in places if "(" in line.gaps[place]), at)


def _accompanies(form: str, cues: Cues) -> bool:
    return form in cues.auxiliary or (form.endswith("ly") and len(form) > _LY)


def parted(line: MarkedWords, at: int) -> bool:
    """Tell whether punctuation or the end of a quotation stands before word `at`."""
    return line.breaks(at, BREAKS) or line.quoted[at - 1] or ends_sentence(line, at)


def with_apposition(line: MarkedWords, start: int, cues: Cues) -> int:
    """Return where a speaker begins whose name is followed by what he is: "The mayor, a former pilot, said"."""
    before = start
    for _ in range(_LONGEST_SPEAKER):
        if before == 0 or ends_sentence(line, before):
            return start
        before -= 1
        if line.breaks(before, ","):
            break
    if before == 0:
        return start
    first, last = _phrase_before(line, before, cues)
    opens = first == 0 or ends_sentence(line, first) or line.forms[first - 1] in cues.stops
    return first if first < last and (opens or quotation_before(line, first)) else start


def subject_after(line: MarkedWords, verb: int, cues: Cues) -> tuple[int, int]:
    """Return the range of words behind a verb that may be its subject."""
    start = end = verb + 1
    while end < len(line.words) and end - start < _LONGEST_SPEAKER:
        if line.breaks(end, BREAKS) or ends_sentence(line, end) or line.quoted[end]:
            break
        aside = line.forms[end] in cues.circumstances | cues.stops and line.forms[end] not in _OF
        if end > start and aside:
            break
        end += 1
    return start, end


def conjunction_after(line: MarkedWords, verb: int, cues: Cues) -> int | None:
    """Return the word after the "that" which a verb governs, or the first one that it introduces as a quotation.

    Between them only the hearers, the time and the place of the utterance may stand.
    """
    for at in range(verb + 1, min(len(line.words), verb + 1 + _TO_THAT)):
        if ends_sentence(line, at):
            return None
        if (line.breaks(at, _OPENING) and line.quoted[at]) or line.breaks(at, ":"):
            return at
        if line.forms[at] in cues.that:
            return at + 1 if at + 1 < len(line.words) else None
        if line.breaks(at, BREAKS) and not (cues.comma_clauses and at == verb + 1):
            return None
        hearers = cues.verb_first or line.forms[verb] in cues.telling or line.forms[at] in cues.adjuncts
        if at == verb + 1 and not hearers:
            return None
    return None


def clause_soon(line: MarkedWords, verb: int, cues: Cues) -> bool:
    """Tell whether a clause without a conjunction follows: a pronoun or an auxiliary verb before any punctuation."""
    for at in range(verb + 1, min(len(line.words), verb + 1 + _TO_FINITE)):
        if parted(line, at):
            return False
        if line.forms[at] in cues.finite:
            return True
    return False


def runs_on(line: MarkedWords, verb: int, cues: Cues) -> bool:
    """Tell whether what follows a verb is a clause and no speaker: "The mayor, a pilot, said fares will rise"."""
    if verb + 1 >= len(line.words) or parted(line, verb + 1):
        return False
    ahead = range(verb + 2, min(len(line.words), verb + 1 + _LONG_CLAUSE))
    return clause_soon(line, verb, cues) or (
        verb + 1 + _LONG_CLAUSE < len(line.words) and not any(parted(line, at) for at in ahead)
    )


def quotation_before(line: MarkedWords, at: int) -> bool:
    """Tell whether a quotation ends right before word `at`."""
    return at > 0 and line.quoted[at - 1] and not line.quoted[at]
