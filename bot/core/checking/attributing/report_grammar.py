"""How cues of saying, speakers and contents stand to each other in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.core.checking.attributing.cues import Cues
from bot.core.checking.attributing.marked_words import MarkedWords
from bot.core.checking.attributing.report_parts import (
    SHORTEST,
    Found,
    Range,
    conjunction_after,
    left_edge,
    next_comma,
    right_edge,
    subject_before,
)
from bot.core.checking.attributing.report_verbs import reported_by_verb
from bot.core.models import Span

_Finder = Callable[[MarkedWords, Range, Cues], Iterator[Found]]
_RUN = 4
_VERBS_ONLY = frozenset({"said", "says", "told"})
"""English words that are no nouns even behind "official", which is one itself."""
_MOST = 40
"""Cues of one sentence; a text with more is made of cues and says nothing."""


@dataclass(frozen=True, slots=True)
class Report:
    """That somebody says something: offsets in the text; `speaker` is None where nobody is named."""

    speaker: Span | None
    cue: Span
    content: Span
    quoted: bool
    """Whether words of the content stand in quotation marks."""
    disputed: bool = False
    """Whether the cue is one of opinion, accusation or forecast."""


def reports_of(line: MarkedWords, cues: Cues) -> tuple[Report, ...]:
    """Return the reports of a sentence in order of their cues; only the first few dozen cues are looked at."""
    found: list[Report] = []
    at = looked_at = 0
    while at < len(line.words) and looked_at < _MOST:
        taken = 1
        if not line.quoted[at]:
            kind, size = _cue_at(line, at, cues)
            looked_at += kind is not None
            for cue, speaker, content in kind(line, (at, at + size), cues) if kind else ():
                taken = max(taken, cue[1] - at)
                report = _report(line, cue=cue, speaker=speaker, content=content, cues=cues)
                found += [report] if report is not None else []
        at += taken
    return tuple(_lent(_parted(line, found)))


def _cue_at(line: MarkedWords, at: int, cues: Cues) -> tuple[_Finder | None, int]:
    """Return how to read the cue that begins at a word, and how many words it has."""
    if size := line.phrase_at(at, cues.passive):
        return _passive, size
    if size := line.phrase_at(at, cues.before):
        return _named_after, size
    if size := line.phrase_at(at, cues.after):
        return _named_before, size
    form = line.forms[at]
    if form in cues.nouns and (form not in cues.verbs or _is_noun(line, at, cues)):
        return _noun, 1
    if form in cues.verbs and not _is_noun(line, at, cues):
        return _verb, 1
    return None, 0


def _passive(line: MarkedWords, cue: Range, cues: Cues) -> Iterator[Found]:
    yield cue, None, (left_edge(line, cue[0]), right_edge(line, cue[0], cues))


def _verb(line: MarkedWords, cue: Range, cues: Cues) -> Iterator[Found]:
    yield from reported_by_verb(line, cue[0], cues)


def _is_noun(line: MarkedWords, at: int, cues: Cues) -> bool:
    if at == 0 or line.gaps[at].strip() or line.forms[at] in _VERBS_ONLY:
        return False
    if line.words[at].capital or (line.forms[at] in cues.participles and line.forms[at - 1] not in cues.auxiliary):
        return True
    before = line.words[at - 1]
    return before.form in cues.articles or line.text[before.start : before.end].endswith(("'s", "’s"))


def _named_after(line: MarkedWords, cue: Range, cues: Cues) -> Iterator[Found]:
    """According to SPEAKER, CONTENT; CONTENT, according to SPEAKER."""
    edge, end = left_edge(line, cue[0]), right_edge(line, cue[0], cues)
    comma = next_comma(line, cue[1], end)
    if cue[1] >= end:
        return
    if cue[0] - edge >= SHORTEST:
        yield cue, (cue[1], comma), (edge, cue[0])
        return
    if comma == end:
        comma = _capital_run(line, cue[1], end, cues)
    if cue[0] > edge:
        yield cue, (cue[1], comma), (edge, cue[0])
    if comma < end:
        yield cue, (cue[1], comma), (comma, end)


def _capital_run(line: MarkedWords, start: int, end: int, cues: Cues) -> int:
    """Return where a speaker ends that no comma ends: behind its articles and its words with capital letters."""
    at = start
    while at < end and at - start < 2 * _RUN and (line.words[at].capital or line.forms[at] in cues.articles):
        at += 1
    return max(at, start + 1)


def _named_before(line: MarkedWords, cue: Range, cues: Cues) -> Iterator[Found]:
    """SPEAKER zufolge CONTENT."""
    start, last = subject_before(line, cue[0], cues)
    edge, end = left_edge(line, cue[0]), right_edge(line, cue[0], cues)
    if start == last:
        return
    if start - edge >= SHORTEST:
        start = max(start, last - _RUN)
        yield cue, (start, last), (edge, start)
    if end > cue[1]:
        yield cue, (start, last), (cue[1], end)


def _noun(line: MarkedWords, cue: Range, cues: Cues) -> Iterator[Found]:
    """The claim that CONTENT."""
    at = cue[0]
    content = conjunction_after(line, at, cues)
    if content is None or content - at > _RUN * 2 or line.quoted[content]:
        return
    start = at
    while start > 0 and at - start < _RUN and line.words[start - 1].capital and not line.gaps[start].strip():
        start -= 1
    speaker = (start, at) if start < at else None
    yield cue, speaker, (content, right_edge(line, content, cues))


def _report(line: MarkedWords, *, cue: Range, speaker: Range | None, content: Range, cues: Cues) -> Report | None:
    if content[0] >= content[1] or (speaker is not None and speaker[0] >= speaker[1]):
        return None
    return Report(
        speaker=line.span(*speaker) if speaker else None,
        cue=line.span(*cue),
        content=line.span(*content),
        quoted=any(line.quoted[content[0] : content[1]]),
        disputed=any(form in cues.disputed or form in cues.nouns for form in line.forms[cue[0] : cue[1]]),
    )


def _parted(line: MarkedWords, found: list[Report]) -> list[Report]:
    """End each content where the next speaker beside it begins: "The mayor said A, and the crews said B"."""
    parted = []
    for place, report in enumerate(found):
        end = report.content.end
        for other in found[place + 1 :]:
            start = min(each.start for each in (other.speaker, other.cue) if each)
            if report.cue.end < start < end and report.content.start < start and _beside(line.text, start):
                end = start
                break
        content = Span(start=report.content.start, end=max(report.content.start + 1, end))
        parted.append(Report(report.speaker, report.cue, _trimmed(line.text, content), report.quoted, report.disputed))
    return parted


def _beside(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].rstrip()
    return before.endswith((",", ";")) or "," in before.rpartition(" ")[0][-2:]


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(start=span.start, end=max(span.start + 1, span.start + len(words.rstrip(" ,;—–-"))))


def _lent(found: list[Report]) -> Iterator[Report]:
    """Give a participle ("..., adding that") the speaker of the report before it."""
    speaker: Span | None = None
    for report in found:
        if report.speaker is not None:
            speaker = report.speaker
            yield report
        elif speaker is not None and report.cue.start > speaker.end:
            yield Report(speaker, report.cue, report.content, report.quoted, report.disputed)
        else:
            yield report
