"""Whether a claim states as a fact what its evidence only reports that somebody says.

A report governs some words of a sentence. A claim drops the speaker where most of what it shares with the evidence
are governed words, and it has no words of saying of its own. The voice of one source suffices: where any cited source
states the thing itself, nothing is dropped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.checking.attributing.cues import CUES, Cues
from bot.core.checking.attributing.dispute_words import ANONYMOUS, DENYING, EVIDENCE, FORECAST
from bot.core.checking.attributing.marked_words import LONGEST, MarkedWords, marked_words
from bot.core.checking.attributing.report_grammar import Report, reports_of
from bot.core.checking.language_words import language_of
from bot.core.checking.statement import Passage, Statement
from bot.core.models import Finding, Span
from bot.core.words import Word, root

_GOVERNED = 0.9
"""Share of what a claim has in common with its evidence that must be somebody's words."""
_STATED = 0.6
"""Share of it that makes a thing stated by the source itself."""
_RELATED = 0.3
_FEWEST = 2
_WHOLE = 0.7
"""Share of the words of a sentence that a report governs where it is all of the sentence."""
_SHORT = 3
_TO_VERB = 6
"""Words between a speaker and the verb with which it gives a figure."""
_LONGEST_WORDS = 120


@dataclass(frozen=True, slots=True)
class _Read:
    """A cited sentence, its language's cues and its reports."""

    line: MarkedWords
    cues: Cues
    reports: tuple[Report, ...]


def check(statement: Statement) -> tuple[Finding, ...]:
    """Return a finding where every cited passage only reports what the claim states.

    Codes: attribution.dropped for what is disputed by nature (opinion, accusation, forecast, quoted words, an
    anonymous source), else attribution.dropped_plain; with the speaker and the cue of the source.
    """
    language = language_of(statement.text, statement.language)
    if language is None or not statement.passages:
        return ()
    claim = _Read(line := marked_words(statement.text), CUES[language], reports_of(line, CUES[language]))
    lost = [_lost(claim, passage, language) for passage in statement.passages]
    first = lost[0]
    if first is None or not all(lost):
        return ()
    disputed = any(each is not None and _is_disputed(*each) for each in lost)
    if not disputed and any(_near(claim, passage, language) for passage in statement.passages):
        return ()
    code = "dropped" if disputed else "dropped_plain"
    return (Finding(check="attribution", code=f"attribution.{code}", words=_words(*first)),)


def _lost(claim: _Read, passage: Passage, language: str) -> tuple[_Read, Report] | None:
    """Return the report of a passage that the claim states as a fact, None where the passage bears it out."""
    read = []
    for sentence in passage.cited:
        own = language_of(sentence.text[:LONGEST], passage.source.article.language)
        if own is None:
            return None
        line = marked_words(sentence.text)
        read.append(_Read(line, CUES[own], reports_of(line, CUES[own])))
        if own != language:
            return _lost_abroad(claim, read)
    return _lost_at_home(claim, read)


def _lost_at_home(claim: _Read, read: Sequence[_Read]) -> tuple[_Read, Report] | None:
    mine = _roots(claim.line.words, claim.cues)
    everything = [_split(each) for each in read]
    shared = mine & set().union(*(free | governed for free, governed in everything))
    if len(shared) < max(_FEWEST, _RELATED * len(mine)):
        return None
    free = mine & set().union(*(free for free, _ in everything))
    if len(free) >= _STATED * len(shared):
        return None
    governed = mine & set().union(*(words for _, words in everything))
    if len(governed) < _GOVERNED * len(shared):
        return None
    for each in read:
        for report in each.reports:
            if report.cue.of(each.line.text).casefold() in each.cues.performative and _of_itself(each, report):
                continue
            words = mine & _roots(_within(each.line, report), each.cues)
            if len(words) >= _GOVERNED * len(governed) and not _kept(claim, each, report):
                return each, report
    return None


def _lost_abroad(claim: _Read, read: Sequence[_Read]) -> tuple[_Read, Report] | None:
    """Across languages words cannot be compared: only sentences that are reports as a whole count."""
    for each in read:
        words = [word for word in each.line.words if len(word.form) > _SHORT]
        governed = [report for report in each.reports if len(_within(each.line, report)) >= _WHOLE * len(words)]
        if not governed or _saying(claim):
            return None
    return (read[0], read[0].reports[0]) if read and read[0].reports else None


def _near(claim: _Read, passage: Passage, language: str) -> bool:
    """Tell whether the headline or a sentence beside the cited ones states in the source's own voice what is claimed.

    That what is not in dispute is told of as said once, and as fact beside it, takes nothing from anybody.
    """
    if language_of(passage.source.article.title or "", passage.source.article.language) != language:
        return False
    mine = _roots(claim.line.words, claim.cues)
    for sentence in passage.window:
        if sentence in passage.cited:
            continue
        line = marked_words(sentence.text)
        free, _ = _split(_Read(line, claim.cues, reports_of(line, claim.cues)))
        if len(mine & free) >= _STATED * len(mine):
            return True
    return False


def _split(read: _Read) -> tuple[set[str], set[str]]:
    """Return the roots that a sentence says itself, and those that somebody says in it."""
    spoken = [report.content for report in read.reports]
    apart = [span for report in read.reports for span in (report.speaker, report.cue) if span is not None]
    free, governed = [], []
    for word in read.line.words:
        if any(span.start <= word.start < span.end for span in spoken):
            governed.append(word)
        elif not any(span.start <= word.start < span.end for span in apart):
            free.append(word)
    return _roots(free, read.cues), _roots(governed, read.cues)


def _within(line: MarkedWords, report: Report) -> list[Word]:
    content, cue = report.content, report.cue
    return [
        word
        for word in line.words
        if content.start <= word.start < content.end and not cue.start <= word.start < cue.end
    ]


def _roots(words: Iterable[Word], cues: Cues) -> set[str]:
    """Return the words that carry meaning, without inflection."""
    return {
        root(word.form)
        for word in list(words)[:_LONGEST_WORDS]
        if word.number or ((len(word.form) > _SHORT or word.capital) and word.form not in cues.light)
    }


def _kept(claim: _Read, read: _Read, report: Report) -> bool:
    """Tell whether a claim has this report's speaker, or words of saying that are not others of its sentence."""
    if any(each.speaker and report.speaker and _one(claim, each, read, report) for each in claim.reports):
        return True
    if _counted(claim, read, report) or _denied(claim, read):
        return True
    others = Counter(_saying(read, without=report.cue))
    return bool(Counter(_saying(claim)) - others) or _repeats(claim, read, report)


def _counted(claim: _Read, read: _Read, report: Report) -> bool:
    """Tell whether a claim has the speaker give a figure: "The Ledger put the number at"."""
    speaker = _speaker(read, report) if report.speaker else set()
    forms = claim.line.forms
    return any(
        form in claim.cues.counting and speaker & {root(each) for each in forms[max(0, at - _TO_VERB) : at + _TO_VERB]}
        for at, form in enumerate(forms)
    )


def _denied(claim: _Read, read: _Read) -> bool:
    """Tell whether a claim has somebody of its sentence deny what is denied there: then it states nothing as a fact."""
    if not any(form in DENYING for form in read.line.forms):
        return False
    theirs = {root(form) for form in read.line.forms}
    return any(each.speaker and _denies(claim, each) and _speaker(claim, each) <= theirs for each in claim.reports)


def _denies(read: _Read, report: Report) -> bool:
    return any(word.form in DENYING for word in read.line.words if report.cue.start <= word.start < report.cue.end)


def _repeats(claim: _Read, read: _Read, report: Report) -> bool:
    """Tell whether a claim has the very cue of a report, oftener than what is said has it."""
    cue = report.cue.of(read.line.text).casefold()
    said = [word.form for word in _within(read.line, report)]
    return len(cue) > _SHORT and claim.line.forms.count(cue) > said.count(cue)


def _one(claim: _Read, mine: Report, read: _Read, report: Report) -> bool:
    """Tell whether two speakers have a word in common."""
    return bool(_speaker(claim, mine) & _speaker(read, report))


def _speaker(read: _Read, report: Report) -> set[str]:
    span = report.speaker or report.cue
    words = [word for word in read.line.words if span.start <= word.start < span.end]
    return {root(word.form) for word in words if word.form not in read.cues.articles}


def _saying(read: _Read, without: Span | None = None) -> list[str]:
    """Return the words of saying outside quotations, but those at one place."""
    line, found = read.line, []
    cues = {report.cue.start for report in read.reports}
    for at, word in enumerate(line.words):
        if line.quoted[at] or (without is not None and without.start <= word.start < without.end):
            continue
        if word.form in read.cues.plain or (word.start in cues and word.form in read.cues.verbs | read.cues.nouns):
            found.append(root(word.form))
        elif any(line.phrase_at(at, table) for table in (read.cues.before, read.cues.after, read.cues.passive)):
            found.append(word.form)
    return found


def _is_disputed(read: _Read, report: Report) -> bool:
    """Tell whether what is reported is opinion, accusation, forecast, quoted, or from somebody without a name."""
    within = _within(read.line, report)
    content = [word.form for word in within if not word.capital]
    speaker = report.speaker.of(read.line.text).casefold().split() if report.speaker else []
    judged = EVIDENCE & {word.form for word in within[:_TO_VERB]}
    if report.disputed or report.quoted or judged or ANONYMOUS & set(speaker):
        return True
    return bool(FORECAST & set(content)) and not _of_itself(read, report)


def _of_itself(read: _Read, report: Report) -> bool:
    """Tell whether a speaker speaks of what he, she or it does."""
    content = _within(read.line, report)
    return bool(content) and content[0].form in read.cues.finite


def _words(read: _Read, report: Report) -> str:
    """Return the speaker and the cue as the source writes them."""
    parts = sorted((span for span in (report.speaker, report.cue) if span), key=lambda span: span.start)
    between = read.line.text[parts[0].end : parts[-1].start] if len(parts) > 1 else ""
    if len(between) <= 1:
        return read.line.text[parts[0].start : parts[-1].end]
    return " ".join(span.of(read.line.text) for span in parts)
