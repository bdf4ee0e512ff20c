"""Whom the sources quote: no side of a story must be silent in its summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.core.checking.attributing.reporting import Report, find_reports
from bot.core.checking.language_words import primary
from bot.core.checking.quotation_marks import Quoted, quotations
from bot.core.knowledge import Knowledge
from bot.core.models import Brief, Evidence, QuotedSpeaker, Sentence, Source
from bot.core.name_forms import phrase_of
from bot.core.speaker_names import Speaker, compared, is_pronoun, speaker_of
from bot.core.speaker_offices import is_bare, roles_of
from bot.core.text_lines import count_words
from bot.core.words import read

MOST = 6
"""Speakers that are listed of one brief."""
_WORDS = 3
"""A quotation of so many words may be a title or a term: it is nobody's speech."""
_BACK = 3
"""Sentences before a pronoun in which its speaker is looked for."""
_NEAR = 8
"""Characters between a cue and a quotation that is its content: a comma, a mark, "that"."""
_ASIDE = 80
"""Characters behind a name in which the office of its bearer is looked for."""
_READ = 5_000
"""Characters of a sentence that are read."""
_MOST_QUOTING = 300
"""Sentences of one article that are read for speakers."""


@dataclass(frozen=True)
class Utterance:
    """Somebody's words in one sentence of a source."""

    speaker: Speaker
    sentence: Sentence


def find_quoted_speakers(source: Source) -> tuple[Utterance, ...]:
    """Return who is quoted in an article, each utterance by itself, in order.

    An utterance is a quotation of more than three words with a verb of saying and a person, an office or an
    organisation that says it; "he added" belongs to the speaker before. In a language without words of saying nobody
    is found.
    """
    quoting = [place for place, sentence in enumerate(source.sentences) if _speeches(sentence.text)]
    return tuple(each for place in quoting[:_MOST_QUOTING] for each in _utterances(source, place))


def unnamed_speakers(brief: Brief, *, knowledge: Knowledge) -> tuple[QuotedSpeaker, ...]:
    """Return the speakers whom sources quote and nothing shown in the brief names, each once, six at most.

    Shown are claims with their attributions, versions and the evidence of both. A person whom two articles quote is
    one where the surnames are the same; outlets of the brief itself and its origins are named elsewhere. An office of
    which there are many ("a spokesman") is listed with its organisation only, and an office that a source names in
    another language than the brief only where nothing shown may be the same one.
    """
    told = _Told.by(brief, knowledge)
    found: list[QuotedSpeaker] = []
    seen: set[str] = set()
    roles: set[str] = set()
    for source in brief.sources:
        utterances = [each for each in find_quoted_speakers(source) if not is_bare(each.speaker.name)]
        otherwise = _Otherwise.by(brief, source, utterances, roles=told.roles | roles)
        for each in utterances:
            known = bool(each.speaker.keys & seen)
            seen |= each.speaker.keys
            if not known and not told.names(each.speaker) and not otherwise.names(each.speaker):
                found.append(QuotedSpeaker(name=each.speaker.name, evidence=Evidence.of(each.sentence)))
        roles |= {role for each in utterances if each.speaker.office for role in roles_of(each.speaker.name)}
    return tuple(found[:MOST])


# ---------------------------------------------------------------- who speaks


def _speeches(text: str) -> list[Quoted]:
    """Return the quotations of a sentence that are longer than a term and no title of a book or film."""
    text = text[:_READ]
    return [each for each in quotations(text) if _is_speech(text[each.start : each.end])]


def _is_speech(quoted: str) -> bool:
    if count_words(quoted) <= _WORDS:
        return False
    longer = [word for word in quoted.split() if len(word) > _WORDS]
    return not longer or not all(word[0].isupper() for word in longer)


def _utterances(source: Source, place: int) -> Iterator[Utterance]:
    sentence = source.sentences[place]
    scene = _Scene.of(source, place)
    for quoted in _speeches(sentence.text):
        speakers = (scene.speaker(report) for report in scene.reports_of(quoted))
        if speaker := next((each for each in speakers if each), None):
            yield Utterance(speaker=speaker, sentence=sentence)


@dataclass(frozen=True)
class _Scene:
    """A sentence with what is reported in it, and the sentences before it."""

    text: str
    reports: tuple[Report, ...]
    before: tuple[Sentence, ...]
    language: str

    @classmethod
    def of(cls, source: Source, place: int) -> _Scene:
        language, text = primary(source.article.language), source.sentences[place].text[:_READ]
        before = source.sentences[max(0, place - _BACK) : place]
        return cls(text=text, reports=find_reports(text, language), before=before, language=language)

    def reports_of(self, quoted: Quoted) -> tuple[Report, ...]:
        """Return the reports that a quotation may belong to: those whose cue stands beside it, then those around it."""
        holding = [each for each in self.reports if each.content.start < quoted.end and quoted.start < each.content.end]
        beside = [each for each in self.reports if _stands_beside(each, quoted, holds=each in holding)]
        return tuple(dict.fromkeys((*beside, *holding)))

    def speaker(self, report: Report) -> Speaker | None:
        """Return who says what a report says; of "he", the last one who said something before."""
        named = _named(report, self.text, self.language)
        if named or report.speaker is None or not is_pronoun(report.speaker.of(self.text)):
            return named
        within = [each for each in self.reports if each.cue.end <= report.cue.start]
        return _last_named(within, self.text, self.language) or self._earlier()

    def _earlier(self) -> Speaker | None:
        for sentence in reversed(self.before):
            text = sentence.text[:_READ]
            if speaker := _last_named(find_reports(text, self.language), text, self.language):
                return speaker
        return None


def _stands_beside(report: Report, quoted: Quoted, *, holds: bool) -> bool:
    """Tell whether a cue stands right before a quotation that is its content, or with its speaker right behind one."""
    if report.cue.end <= quoted.start:
        return holds and quoted.start - report.cue.end <= _NEAR
    start = min(report.cue.start, report.speaker.start) if report.speaker else report.cue.start
    return 0 <= start - quoted.end <= _NEAR


def _named(report: Report, text: str, language: str) -> Speaker | None:
    """Return who a report names; an office that stands beside the name belongs to it."""
    if report.speaker is None:
        return None
    end = report.speaker.end
    aside = text[end : end + _ASIDE] if text.startswith(", ", end) else ""
    return speaker_of(report.speaker.of(text) + aside, language)


def _last_named(reports: Sequence[Report], text: str, language: str) -> Speaker | None:
    speakers = [speaker for report in reports if (speaker := _named(report, text, language))]
    return speakers[-1] if speakers else None


# ---------------------------------------------------------------- who is named


@dataclass(frozen=True)
class _Told:
    """What a reader is shown, as the words that names are recognised by."""

    words: frozenset[str]
    phrases: str
    roles: frozenset[str]
    knowledge: Knowledge

    @classmethod
    def by(cls, brief: Brief, knowledge: Knowledge) -> _Told:
        texts = tuple(_shown(brief))
        words = frozenset(compared(text[word.start : word.end]) for text in texts for word in read(text))
        phrases = f" {phrase_of(' '.join(texts))} "
        return cls(words=words, phrases=phrases, roles=roles_of(" ".join(texts)), knowledge=knowledge)

    def names(self, speaker: Speaker) -> bool:
        """Tell whether a speaker is named by a word that tells who it is, or by another writing of the name."""
        if speaker.keys & self.words:
            return True
        others = self.knowledge.names.others(phrase_of(speaker.name))
        return any(f" {other} " in self.phrases for other in others)


@dataclass(frozen=True)
class _Otherwise:
    """What a brief tells of the offices of one source in other languages: none where all have one language."""

    roles: frozenset[str]
    foreign: bool
    """Whether the source has another language than the brief, which quotes somebody from it already."""

    @classmethod
    def by(cls, brief: Brief, source: Source, utterances: Sequence[Utterance], *, roles: frozenset[str]) -> _Otherwise:
        languages = {primary(each.article.language) for each in brief.sources} | {primary(brief.language)}
        if len(languages) == 1:
            return cls(roles=frozenset(), foreign=False)
        foreign = primary(source.article.language) != primary(brief.language)
        return cls(roles=roles, foreign=foreign and _quotes(brief, source, utterances))

    def names(self, speaker: Speaker) -> bool:
        """Tell whether an office is told in another language, or may be where no table has it."""
        if not speaker.office:
            return False
        roles = roles_of(speaker.name)
        return not roles.isdisjoint(self.roles) if roles else self.foreign


def _quotes(brief: Brief, source: Source, utterances: Sequence[Utterance]) -> bool:
    """Tell whether a claim rests on somebody's words in a source."""
    said = {each.sentence.label for each in utterances}
    number = source.number
    return any(
        evidence.label in said or (claim.attribution and evidence.source == number)
        for claim in brief.claims
        for evidence in claim.evidence
    )


def _shown(brief: Brief) -> Iterable[str]:
    for claim in brief.claims:
        yield from (claim.text, claim.attribution or "", *(evidence.text for evidence in claim.evidence))
    for difference in brief.differences:
        for version in difference.versions:
            yield from (version.text, *(evidence.text for evidence in version.evidence))
    yield from (origin.name for origin in brief.origins)
    yield from (source.article.outlet or "" for source in brief.sources)
