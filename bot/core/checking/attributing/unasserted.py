"""Whether a claim states what its evidence leaves open: the matter of an inquiry, a denial or a condition.

"Police are investigating whether X" says nothing of X. Unlike the hedges, such words govern a whole clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from bot.core.checking.attributing.cues import CUES
from bot.core.checking.attributing.lost_words import Text
from bot.core.checking.attributing.marked_words import LONGEST, MarkedWords, marked_words
from bot.core.checking.attributing.report_grammar import reports_of
from bot.core.checking.attributing.report_parts import Range, ends_sentence, left_edge
from bot.core.checking.attributing.unasserted_words import (
    FUTURE,
    INVESTIGATING,
    JOINING,
    NO_CONDITION,
    NO_QUESTIONS,
    OPENERS,
    PASSING,
    WEIGHING,
    Openers,
)
from bot.core.checking.language_words import language_of
from bot.core.checking.statement import Statement
from bot.core.models import Finding

_SHARED = 2 / 3
_FEWEST = 2
_LONGEST_SPAN = 40
_AHEAD = 8
_BACK = 4
_LEAST = 3
"""Words of a clause before a word that may end it."""
_MOST = 20
"""Openers of one sentence; those behind are not looked at."""
_ENDING = 4
"""Letters of the shortest gerund, more or less."""


@dataclass(frozen=True, slots=True)
class _Open:
    """Words that open something, and the words left open; `subject` is what stands before, if that is their subject."""

    opener: Range
    span: Range
    subject: Range = (0, 0)
    reported: bool = False
    """Whether a claim may also tell it as what somebody says."""
    denied: bool = False
    future: bool = False
    """Whether only a claim about the future drops something."""


def check(statement: Statement) -> tuple[Finding, ...]:
    """Return what the cited sentences leave open and a claim without any word of doubt states.

    One cited sentence that says the same outside of such words bears the claim out. Across languages nothing is
    compared.

    Code: attribution.hedge, with the words of the source that leave it open.
    """
    language = language_of(statement.text, statement.language)
    if language is None:
        return ()
    openers = OPENERS[language]
    claim = _text(statement.text, language)
    mine = {root for root in claim.roots if root}
    if len(mine) < _FEWEST or _leaves_open(claim.line, openers):
        return ()
    sentences = [
        _text(sentence.text, language)
        for passage in statement.passages
        for sentence in passage.cited
        if language_of(sentence.text[:LONGEST], passage.source.article.language) == language
    ]
    found = None
    for sentence in sentences:
        opened = list(islice(_opened(sentence.line, openers), _MOST))
        if _states(sentence, opened, mine):
            return ()
        found = found or next((each for each in _taken(sentence, opened, claim, openers)), None)
    return (found,) if found else ()


def _text(text: str, language: str) -> Text:
    return Text(marked_words(text), CUES[language], ())


def _leaves_open(line: MarkedWords, openers: Openers) -> bool:
    return any(form in openers.kept or form.startswith(openers.keeping) for form in line.forms)


def _states(sentence: Text, opened: Sequence[_Open], mine: set[str]) -> bool:
    """Tell whether what a sentence does not leave open has most of a claim."""
    inside = {at for each in opened for at in range(*each.span)}
    free = {root for at, root in enumerate(sentence.roots) if root and at not in inside}
    return len(mine & free) >= _SHARED * len(mine)


def _taken(sentence: Text, opened: Sequence[_Open], claim: Text, openers: Openers) -> Iterator[Finding]:
    """Yield a finding for each span that most words of a claim come from."""
    said = bool(reports_of(claim.line, claim.cues))
    for each in opened:
        if said and (each.reported or each.denied):
            continue
        if each.future and not FUTURE & set(claim.line.forms):
            continue
        if _is_from(sentence, each, claim, openers):
            words = sentence.line.span(*each.opener).of(sentence.line.text)
            yield Finding(check="attribution", code="attribution.hedge", words=words)


def _is_from(sentence: Text, each: _Open, claim: Text, openers: Openers) -> bool:
    span = [root for root in sentence.roots[slice(*each.span)] if root]
    subject = set(sentence.roots[slice(*each.subject)])
    mine = {root for root in claim.roots if root} - (subject - set(span))
    shared = mine & set(span)
    granted = openers.relative & set(sentence.line.forms[each.span[0] + 1 : each.span[1]])
    if granted and not mine & set(span[-2:]):
        return False
    return len(shared) >= max(_FEWEST, _SHARED * len(mine))


def _opened(line: MarkedWords, openers: Openers) -> Iterator[_Open]:
    for at, form in enumerate(line.forms):
        for found in (
            _question(line, at, openers),
            _phrase(line, at, openers),
            _denial(line, at, openers),
            _gerund(line, at) if openers is OPENERS["en"] else None,
            _condition(line, at, openers) if form == "if" and openers is OPENERS["en"] else None,
        ):
            if found is not None and found.span[0] < found.span[1]:
                yield found


def _question(line: MarkedWords, at: int, openers: Openers) -> _Open | None:
    """Whether CLAUSE; an inquiring word, and if CLAUSE; FIRST ли CLAUSE."""
    before = line.forms[max(0, at - _BACK) : at]
    if NO_QUESTIONS & set(before[-2:]):
        return None
    if line.forms[at] == openers.particle:
        start = next((place for place in range(at, max(0, at - _AHEAD), -1) if line.breaks(place, ",")), at - 1)
        return _Open((max(0, start - 1), at + 1), (max(0, start), _end(line, at + 1, openers)))
    asks = line.forms[at] in openers.conditions and any(form.startswith(openers.inquiring) for form in before)
    size = line.phrase_at(at, openers.questions) or int(asks and bool(openers.inquiring))
    if not size:
        return None
    start = at - 1 if at > 0 and not ends_sentence(line, at) else at
    return _Open((start, at + size), (at + size, _end(line, at + size, openers)))


def _phrase(line: MarkedWords, at: int, openers: Openers) -> _Open | None:
    """SUBJECT is considering INFINITIVE."""
    size = line.phrase_at(at, openers.phrases)
    meant = 0 if size or openers.meant is None else line.phrase_at(at, openers.meant)
    after = at + (size or meant)
    if not size and not (meant and after < len(line.words) and line.forms[after].endswith(openers.meant_endings)):
        return None
    return _Open((at, after), (after, _end(line, after, openers)), (left_edge(line, at), at), reported=bool(meant))


def _denial(line: MarkedWords, at: int, openers: Openers) -> _Open | None:
    """SUBJECT denied GERUND; somebody denied that CLAUSE."""
    after = at + 1
    if line.forms[at] not in openers.denials or after >= len(line.words):
        return None
    behind = line.forms[after]
    gerund = "-ing" in openers.denied and _is_gerund(behind)
    if not gerund and behind not in openers.denied:
        return None
    return _Open(
        (at, after + 1), (after + (not gerund), _end(line, after + 1, openers)), (left_edge(line, at), at), denied=True
    )


def _gerund(line: MarkedWords, at: int) -> _Open | None:
    """SUBJECT is considering GERUND; somebody is investigating SUBJECT for GERUND."""
    form, after = line.forms[at], at + 1
    if form in WEIGHING and after < len(line.words) and _is_gerund(line.forms[after]):
        return _Open((at, after + 1), (after, _end(line, after, OPENERS["en"])), (left_edge(line, at), at))
    if not form.startswith(INVESTIGATING):
        return None
    for place in range(after, min(len(line.words) - 1, after + _AHEAD)):
        if line.breaks(place, ",;:") or ends_sentence(line, place):
            return None
        if line.forms[place] == "for" and _is_gerund(line.forms[place + 1]):
            return _Open((at, place + 1), (place + 1, _end(line, place + 1, OPENERS["en"])), (after, place))
    return None


def _condition(line: MarkedWords, at: int, openers: Openers) -> _Open | None:
    """CLAUSE with "will" if CONDITION; If CONDITION, CLAUSE with "will"."""
    edge = max(left_edge(line, at), at - _LONGEST_SPAN)
    if NO_CONDITION & set(line.forms[at - 1 : at]) or PASSING & set(line.forms[at + 1 : at + 2]):
        return None
    if any(form.startswith(openers.inquiring) for form in line.forms[max(0, at - _BACK) : at]):
        return None
    start = next((place for place in range(at, edge, -1) if line.breaks(place, ",;:") and place < at), edge)
    if at == edge:
        start = _end(line, at + 1, openers)
        span = (start, _end(line, start + 1, openers))
    else:
        joined = next((place for place in range(at - 1, start, -1) if line.forms[place] in JOINING), start)
        span = (joined if FUTURE & set(line.forms[joined:at]) else start, at)
    if not FUTURE & set(line.forms[slice(*span)]) or any(line.quoted[slice(*span)]):
        return None
    return _Open((at, min(len(line.words), at + _LEAST)), span, future=True)


def _is_gerund(form: str) -> bool:
    return form.endswith("ing") and len(form) > _ENDING


def _end(line: MarkedWords, start: int, openers: Openers) -> int:
    """Return the word before which a clause ends: a comma, a full stop, or what begins another clause."""
    cues = next(CUES[language] for language, each in OPENERS.items() if each is openers)
    last = min(len(line.words), start + _LONGEST_SPAN)
    for at in range(start + 1, last):
        if ends_sentence(line, at) or line.breaks(at, ",;:—–"):
            return at
        if at - start >= _LEAST and line.forms[at] in cues.subordinate | cues.contrasts and line.forms[at] != "as":
            return at
    return last
