"""Whether a claim credits somebody else, or more people, than its evidence does.

News agencies ask for both: never plural "sources" for one, and what somebody said is credited to nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core.checking.attributing.cues import CUES, Cues
from bot.core.checking.attributing.marked_words import LONGEST, MarkedWords, forms, marked_words
from bot.core.checking.attributing.report_grammar import Report, reports_of
from bot.core.checking.language_words import language_of
from bot.core.checking.statement import Passage, Statement
from bot.core.models import Finding, Sentence
from bot.core.name_table import NameTable
from bot.core.words import Word, fold, root

_SHARED = 0.6
_FEWEST = 2
_SHORT = 3
_BESIDE = 30
"""Characters between a person and what he speaks for: "Tidewater's chief executive, NAME"."""
_TRIES = 20

_SINGLE: Mapping[str, Mapping[str, str]] = {
    language: {fold(many): fold(one) for one, many in (pair.split("/") for pair in pairs.split())}
    for language, pairs in {
        "en": "source/sources official/officials expert/experts critic/critics analyst/analysts aide/aides "
        "insider/insiders observer/observers diplomat/diplomats lawmaker/lawmakers scientist/scientists "
        "researcher/researchers economist/economists lawyer/lawyers witness/witnesses resident/residents "
        "adviser/advisers advisor/advisors spokesperson/spokespeople executive/executives investor/investors "
        "doctor/doctors historian/historians employee/employees neighbor/neighbors neighbour/neighbours person/people",
        "de": "quelle/quellen experte/experten kritiker/kritikern beamter/beamte zeuge/zeugen analyst/analysten "
        "forscher/forschern anwohner/anwohnern insider/insidern",
        "es": "fuente/fuentes funcionario/funcionarios experto/expertos crítico/críticos analista/analistas "
        "testigo/testigos diplomático/diplomáticos",
        "fr": "source/sources responsable/responsables expert/experts critique/critiques analyste/analystes "
        "témoin/témoins diplomate/diplomates",
        "ru": "источник/источники эксперт/эксперты чиновник/чиновники критик/критики аналитик/аналитики "
        "свидетель/свидетели дипломат/дипломаты",
        "ar": "مصدر/مصادر خبير/خبراء مسؤول/مسؤولون شاهد/شهود",
    }.items()
}
_KINDS: Mapping[str, Mapping[str, frozenset[str]]] = {
    language: {fold(many): forms(ones) for many, ones in table.items()}
    for language, table in {
        "en": {
            "sources": "official source aide insider diplomat executive employee adviser advisor spokesperson",
            "experts": "professor expert economist scientist researcher historian lecturer engineer analyst academic",
        },
        "de": {"quellen": "beamter sprecher insider", "experten": "professor professorin forscher forscherin experte"},
        "es": {"fuentes": "funcionario funcionaria fuente", "expertos": "profesor profesora experto investigador"},
        "fr": {"sources": "responsable source", "experts": "professeur professeure expert chercheur chercheuse"},
        "ru": {"источники": "чиновник источник", "эксперты": "профессор эксперт учёный аналитик"},
    }.items()
}
"""Plurals that a claim gives those who say something, and who one of them is."""
_TITLES = forms(
    "mr mrs ms dr sir lord lady president minister senator sen rep representative governor gov mayor judge justice "
    "general gen secretary chairman chairwoman chief professor prof attorney king queen prince pope director herr "
    "frau señor señora don doña monsieur madame"
)


def check(statement: Statement, *, names: NameTable) -> tuple[Finding, ...]:
    """Return the speakers of a claim whom the cited sentences do not have speak.

    Only where a cited sentence names somebody else for the same words, and the claimed name stands neither there, in
    the headline, in the sentences beside, nor anywhere in the article right beside the one who is named.

    Codes: attribution.other, attribution.plural, with the speaker as the claim writes it.
    """
    language = language_of(statement.text, statement.language)
    if language is None:
        return ()
    claim, cues = marked_words(statement.text), CUES[language]
    reports = [each for each in reports_of(claim, cues) if each.speaker is not None]
    found = [*_plural(claim, reports, statement, language), *_others(claim, reports, statement, names, language)]
    return tuple(dict.fromkeys(found))


def _plural(claim: MarkedWords, reports: Sequence[Report], statement: Statement, language: str) -> Iterator[Finding]:
    window = [
        set(marked_words(sentence.text).forms)
        for passage in statement.passages
        for sentence in passage.window
        if language_of(sentence.text[:LONGEST], passage.source.article.language) == language
    ]
    cited = [set(marked_words(sentence.text).forms) for sentence in statement.cited]
    if len(statement.passages) > 1 or not window:
        return
    for report in reports:
        for word in _speaker(claim, report):
            one = _SINGLE[language].get(word.form)
            if any(word.form in forms for forms in window):
                continue
            if (one and sum(one in forms for forms in cited) == 1) or _is_one(word.form, statement, language):
                yield _finding("plural", claim, report)


def _is_one(many: str, statement: Statement, language: str) -> bool:
    """Tell whether all that the cited sentences report is said by one of those that a plural stands for."""
    ones, cues = _KINDS.get(language, {}).get(many), CUES[language]
    if not ones or any(form + "s" in line.forms for line in map(_read, statement.cited) for form in ones):
        return False
    speakers = [
        [word.form for word in _speaker(line, report)]
        for line in map(_read, statement.cited)
        for report in reports_of(line, cues)
        if report.speaker is not None
    ]
    return len(speakers) == 1 and len(ones & set(speakers[0])) == 1 and not cues.joining & set(speakers[0])


def _read(sentence: Sentence) -> MarkedWords:
    return marked_words(sentence.text)


def _others(
    claim: MarkedWords, reports: Sequence[Report], statement: Statement, names: NameTable, language: str
) -> Iterator[Finding]:
    for report in reports:
        named = _names(claim, report, CUES[language], statement)
        if named and all(
            _is_elsewhere(claim, report, named, passage, names, language) for passage in statement.passages
        ):
            yield _finding("other", claim, report)


def _is_elsewhere(
    claim: MarkedWords, report: Report, named: Sequence[Word], passage: Passage, names: NameTable, language: str
) -> bool:
    """Tell whether a passage has somebody else, by name, say what a claim reports."""
    article = passage.source.article
    wanted = _writings([word.form for word in named], names)
    near = set(marked_words(article.outlet or "").forms)
    for sentence in passage.window:
        near |= set(marked_words(sentence.text).forms)
    if wanted & near or _initials(named, near):
        return False
    speakers = list(_speakers(claim, report, passage, language))
    if not speakers or not all(speakers):
        return False
    return not any(_beside(article.text, name, other) for name in named for words in speakers for other in words)


def _speakers(claim: MarkedWords, report: Report, passage: Passage, language: str) -> Iterator[list[Word]]:
    """Yield the names of those who say in the cited sentences what a claim reports; empty where one has no name."""
    cues = CUES[language]
    mine = _roots(claim, report, cues)
    for sentence in passage.cited:
        if language_of(sentence.text[:LONGEST], passage.source.article.language) != language:
            continue
        line = marked_words(sentence.text)
        for each in reports_of(line, cues):
            shared = mine & _roots(line, each, cues)
            if len(shared) >= max(_FEWEST, _SHARED * len(mine)):
                yield [word for word in _speaker(line, each) if _is_name(word, cues)] if each.speaker else []


def _names(claim: MarkedWords, report: Report, cues: Cues, statement: Statement) -> list[Word]:
    """Return the words of a speaker that are names: "Danish officials" are none, nor is the end of a list, nor
    what opens a claim, if the sources write it without a capital letter."""
    speaker = _speaker(claim, report)
    listed = (
        claim.text[: speaker[0].start].rstrip().endswith((",", " and", " y", " et", " und", " и")) if speaker else True
    )
    if listed or not speaker[-1].capital:
        return []
    words = [word for word in speaker if _is_name(word, cues)]
    if words and words[0].start == 0:
        written = claim.text[words[0].start : words[0].end].lower()
        if any(f" {written} " in passage.source.article.text for passage in statement.passages):
            words = words[1:]
    return words


def _is_name(word: Word, cues: Cues) -> bool:
    return word.capital and word.form not in cues.articles | cues.finite | cues.circumstances | _TITLES


def _speaker(line: MarkedWords, report: Report) -> list[Word]:
    span = report.speaker or report.cue
    return [word for word in line.words if span.start <= word.start < span.end]


def _roots(line: MarkedWords, report: Report, cues: Cues) -> set[str]:
    return {
        root(word.form)
        for word in line.words
        if report.content.start <= word.start < report.content.end
        and (word.number or len(word.form) > _SHORT or word.capital)
        and word.form not in cues.light
    }


def _writings(words: Sequence[str], names: NameTable) -> set[str]:
    """Return the words of a name and of the names that mean the same; loose names are common words as well."""
    found = set(words)
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + names.longest.get(words[start], 0)) + 1):
            others = names.others(" ".join(words[start:end]))
            found |= {part for other in others for part in other.split() if len(part) > _SHORT}
    return found


def _initials(named: Sequence[Word], near: set[str]) -> bool:
    """Tell whether a name's initials stand near, or it is itself the initials of something: then nothing is sure."""
    initials = "".join(word.form[0] for word in named)
    return (len(named) > 1 and initials in near) or any(len(word.form) <= _SHORT + 1 for word in named[:1])


def _beside(text: str, name: Word, other: Word) -> bool:
    """Tell whether two names stand side by side somewhere: one speaks for the other."""
    text = text.casefold()
    at = -1
    for _ in range(_TRIES):
        at = text.find(other.form, at + 1)
        if at < 0:
            return False
        if name.form in text[max(0, at - _BESIDE) : at + len(other.form) + _BESIDE]:
            return True
    return False


def _finding(code: str, claim: MarkedWords, report: Report) -> Finding:
    words = (report.speaker or report.cue).of(claim.text)
    return Finding(check="attribution", code=f"attribution.{code}", words=words)
