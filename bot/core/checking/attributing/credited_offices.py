"""Whether a claim credits an office or an organisation where its evidence has another kind of speaker.

What the fire chief told a newspaper is not the governor's. Two speakers are compared by their kind only, so that a
person's name, a pronoun or a noun of no known kind is never taken for somebody else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.core.checking.attributing.cues import CUES, Cues
from bot.core.checking.attributing.marked_words import LONGEST, MarkedWords, marked_words
from bot.core.checking.attributing.report_grammar import Report, reports_of
from bot.core.checking.attributing.speaker_kinds import Kind, kinds_of, may_be_one
from bot.core.checking.language_words import language_of
from bot.core.checking.statement import Passage, Statement
from bot.core.models import Finding, Sentence, Span
from bot.core.words import Word, root

_SHARED = 0.6
"""Share of what a claim has somebody say that a sentence must have for both to tell the same."""
_FEWEST = 2
_SHORT = 3
_EARLIER = 3
"""Sentences before a pronoun in which whoever it means may stand."""
_NO_CAPITALS = frozenset({"ar", "de"})
"""Languages in which a capital letter does not tell a name from a noun."""


@dataclass(frozen=True)
class _Line:
    """A sentence, or a claim, with what it says of speakers."""

    line: MarkedWords
    language: str

    @property
    def cues(self) -> Cues:
        return CUES[self.language]

    @cached_property
    def reports(self) -> tuple[Report, ...]:
        return reports_of(self.line, self.cues)

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        return kinds_of(self.line.forms, self.language)

    @cached_property
    def counts(self) -> frozenset[str]:
        """The verbs with which somebody gives a figure."""
        return frozenset(root(form) for form in self.line.forms if form in self.cues.counting)

    def words(self, spans: Iterable[Span]) -> list[Word]:
        places = tuple(spans)
        return [word for word in self.line.words if any(each.start <= word.start < each.end for each in places)]

    def telling(self, words: Iterable[Word]) -> frozenset[str]:
        """Return the words that carry meaning, without inflection."""
        return frozenset(
            root(word.form)
            for word in words
            if (word.number or len(word.form) > _SHORT or word.capital) and word.form not in self.cues.light
        )

    @cached_property
    def roots(self) -> frozenset[str]:
        return self.telling(self.line.words)


@dataclass(frozen=True)
class _Credit:
    """Whom a claim credits with what."""

    speaker: str
    kinds: frozenset[Kind]
    roots: frozenset[str]
    """What tells who the speaker is."""
    content: frozenset[str]
    bare: bool
    counts: frozenset[str] = frozenset()


def check(statement: Statement) -> tuple[Finding, ...]:
    """Return the speakers of a claim whose kind no cited passage has speak.

    A passage is about another speaker where a cited sentence tells the same and reports it from somebody of other
    kinds, or from a pronoun that can mean nobody of the claimed kind, and nothing in it names the claimed speaker.

    Code: attribution.other, with the speaker as the claim writes it.
    """
    language = language_of(statement.text, statement.language)
    if language is None or not statement.passages:
        return ()
    claim = _Line(marked_words(statement.text), language)
    return tuple(
        dict.fromkeys(
            Finding(check="attribution", code="attribution.other", words=credit.speaker)
            for credit in _credits(claim)
            if all(_is_another(credit, passage, language) for passage in statement.passages)
        )
    )


def _credits(claim: _Line) -> Iterator[_Credit]:
    for report in claim.reports:
        words = claim.words([report.speaker]) if report.speaker else []
        kinds = kinds_of((word.form for word in words), claim.language)
        if kinds and report.speaker:
            content = claim.telling(claim.words([report.content])) - claim.telling(words)
            yield _credit(claim, words, kinds, content)
    if not claim.reports and claim.counts:
        words = [word for word in claim.line.words if kinds_of([word.form], claim.language)]
        if len(words) == 1:
            kinds = kinds_of([words[0].form], claim.language)
            yield _credit(claim, words, kinds, claim.roots - claim.telling(words), claim.counts)


def _credit(
    claim: _Line,
    words: Sequence[Word],
    kinds: frozenset[Kind],
    content: frozenset[str],
    counts: frozenset[str] = frozenset(),
) -> _Credit:
    speaker = claim.line.text[words[0].start : words[-1].end]
    return _Credit(speaker, kinds, claim.telling(words), content, _is_bare(claim, words), counts)


def _is_bare(line: _Line, words: Sequence[Word]) -> bool:
    """Tell whether a speaker is one noun with its article: "the agency"."""
    return len([word for word in words if word.form not in line.cues.light]) == 1


def _is_another(credit: _Credit, passage: Passage, language: str) -> bool:
    cited = list(_lines(passage.cited, passage, language))
    if len(cited) < len(passage.cited) or any(_names(line, credit) for line in cited):
        return False
    told = [line for line in cited if _tells(line, credit)]
    return bool(told) and all(_is_by_another(line, credit, passage) for line in told)


def _lines(sentences: Iterable[Sentence], passage: Passage, language: str) -> Iterator[_Line]:
    for sentence in sentences:
        if language_of(sentence.text[:LONGEST], passage.source.article.language) == language:
            yield _Line(marked_words(sentence.text), language)


def _tells(line: _Line, credit: _Credit) -> bool:
    return len(credit.content & line.roots) >= max(_FEWEST, _SHARED * len(credit.content))


def _names(line: _Line, credit: _Credit) -> bool:
    """Tell whether a sentence has whoever a claim credits, or somebody of that kind."""
    return bool((credit.roots - credit.content) & line.roots) or may_be_one(credit.kinds, line.kinds, bare=False)


def _is_by_another(line: _Line, credit: _Credit, passage: Passage) -> bool:
    if credit.counts:
        return bool(credit.counts & line.counts) and bool(line.kinds) and not _may_be_one(credit, line, line.line.words)
    return bool(line.reports) and all(_is_anothers(line, each, credit, passage) for each in line.reports)


def _is_anothers(line: _Line, report: Report, credit: _Credit, passage: Passage) -> bool:
    words = _speaker(line, report)
    if kinds_of((word.form for word in words), line.language):
        return not _may_be_one(credit, line, words)
    return _is_pronoun(line, report) and _means_another(line, credit, passage)


def _speaker(line: _Line, report: Report) -> list[Word]:
    """Return the words of a speaker; where the subject may stand on either side of the verb, those of both."""
    if line.cues.verb_first:
        return [word for word in line.line.words if word.start < report.content.start]
    return line.words([report.speaker]) if report.speaker else []


def _may_be_one(credit: _Credit, line: _Line, words: Sequence[Word]) -> bool:
    kinds = kinds_of((word.form for word in words), line.language)
    return may_be_one(credit.kinds, kinds, bare=credit.bare or _is_bare(line, words))


def _is_pronoun(line: _Line, report: Report) -> bool:
    """Tell whether a speaker is "she", or a cue has the pronoun in it: "in her opinion"."""
    words = line.words([report.speaker or report.cue])
    if report.speaker is None:
        return any(word.form in line.cues.articles for word in words)
    return all(word.form in line.cues.finite for word in words)


def _means_another(line: _Line, credit: _Credit, passage: Passage) -> bool:
    """Tell whether a pronoun can only mean somebody of another kind: no name stands where whoever it means does."""
    before = list(_lines(_before(line, passage), passage, line.language))
    if any(_names(each, credit) for each in before):
        return False
    if line.kinds:
        return not _has_names(line)
    return bool(before) and bool(before[0].kinds) and not (_has_names(line) or _has_names(before[0]))


def _before(line: _Line, passage: Passage) -> list[Sentence]:
    """Return the few sentences before a cited one, the nearest first."""
    sentences = passage.source.sentences
    at = next((place for place, each in enumerate(sentences) if each.text[:LONGEST] == line.line.text), 0)
    return list(reversed(sentences[max(0, at - _EARLIER) : at]))


def _has_names(line: _Line) -> bool:
    """Tell whether a word that is no day and no kind of office has a capital letter; not every language tells."""
    if line.language in _NO_CAPITALS:
        return True
    return any(
        word.capital
        and word.form not in line.cues.circumstances | line.cues.light
        and not kinds_of([word.form], line.language)
        for word in line.line.words
    )
