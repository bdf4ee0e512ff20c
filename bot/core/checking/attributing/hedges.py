"""Whether a claim is surer than its evidence: "may", "allegedly" or "plans to" fell out before the words it kept."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core.checking.attributing.cues import CUES
from bot.core.checking.attributing.hedge_words import ACCEPTED, BELIEFS, HEDGES, WEAK
from bot.core.checking.attributing.lost_words import Marker, Text, Unless, kept_at, lost, markers_of
from bot.core.checking.attributing.marked_words import LONGEST, MarkedWords, marked_words
from bot.core.checking.attributing.preliminary import lost_phrases
from bot.core.checking.attributing.report_grammar import Report, reports_of
from bot.core.checking.attributing.report_parts import ends_sentence
from bot.core.checking.language_words import language_of
from bot.core.checking.statement import Statement
from bot.core.models import Finding
from bot.core.words import fold

_BEARABLE = frozenset({"alleged", "expected", "meant"})
"""Kinds for which it will do that a claim says who says so."""
_PRESENT_IN_ARABIC = frozenset(
    fold(verb)
    for verb in (
        "تكون تؤدي تصل تزيد ترتفع تنخفض تشهد تستمر تتجاوز تبلغ تسمح تحتاج تصبح تعود تبقى تغلق تفتح تكلف تؤثر تسبب "
        "تتسبب تمتد تتأخر تتراجع تبدأ تنتهي تواجه تتوقف تضطر تخسر تفقد نكون نحتاج أكون"
    ).split()
)
_AUXILIARY = frozenset({"may", "might", "could"})
_NEGATIONS = frozenset("not never no nicht nie no nunca pas ne не".split())
_COMPARING = frozenset({"more", "less", "most", "least", "as"})
_MOST_OF_A_CLAIM = 0.75
_NOUNS_AFTER = frozenset({"to", "for", "of", "and", "in"})
_AS_FAR_AS = frozenset({"as", "if", "where", "when", "wherever", "whenever", "not"})


def check(statement: Statement) -> tuple[Finding, ...]:
    """Return the hedges of the cited sentences that a claim drops while it keeps their neighbours.

    A weaker hedge may stand for a stronger one; an allegation or a plan may also be told as what somebody says. One
    cited sentence that states the thing without a hedge bears the claim out. Across languages nothing is compared.

    Code: attribution.hedge, with the hedge and the word it governs, as the source writes them.
    """
    language = language_of(statement.text, statement.language)
    if language is None:
        return ()
    claim = hedged(statement.text, language)
    said = reports_of(claim.line, CUES[language])
    sentences = [
        hedged(sentence.text, language)
        for passage in statement.passages
        for sentence in passage.cited
        if language_of(sentence.text[:LONGEST], passage.source.article.language) == language
    ]
    found: dict[str, Finding] = {}
    for sentence in sentences:
        for marker in lost(sentence, claim, accepted=ACCEPTED):
            phrase = sentence.line.forms[marker.start : marker.end]
            weak = phrase in WEAK[language]
            weak |= phrase in BELIEFS[language] and _is_own_belief(sentence, marker, claim, said)
            if weak or _told(sentence, marker, claim, said) or _stated(sentence, marker, claim, sentences):
                continue
            words = sentence.words(marker)
            found.setdefault(words, Finding(check="attribution", code="attribution.hedge", words=words))
    if len(sentences) == 1:
        found |= {each.words: each for each in lost_phrases(sentences[0], claim, language=language)}
    return tuple(found.values())


def _is_own_belief(sentence: Text, marker: Marker, claim: Text, said: tuple[Report, ...]) -> bool:
    """Tell whether a verb of believing only says who says so, or a claim has the one who believes say so."""
    place = sentence.line.words[marker.start].start
    reported = any(
        report.speaker is not None and report.cue.end <= report.content.start <= place < report.content.end
        for report in reports_of(sentence.line, sentence.cues)
    )
    return not reported or _believed(sentence, marker, claim, said)


def _believed(sentence: Text, marker: Marker, claim: Text, said: tuple[Report, ...]) -> bool:
    """Tell whether a claim has the one who believes say so."""
    believer = set(sentence.before(marker)[:1])
    speakers = [report.speaker for report in said if report.speaker is not None]
    words = [
        claim.roots[at]
        for at, word in enumerate(claim.line.words)
        if any(span.start <= word.start < span.end for span in speakers)
    ]
    return bool(believer & set(words))


def _told(sentence: Text, marker: Marker, claim: Text, said: tuple[Report, ...]) -> bool:
    """Tell whether a claim says who says what its source calls alleged, expected or planned, naming nobody."""
    if marker.kind not in _BEARABLE or not said or reports_of(sentence.line, sentence.cues):
        return False
    place = kept_at(sentence.before(marker), sentence.after(marker), claim)
    at = claim.line.words[place].start if place is not None else -1
    return any(report.content.start <= at < report.content.end for report in said)


def hedged(text: str, language: str) -> Text:
    """Return a sentence with its hedges."""
    line = marked_words(text)
    return Text(line, CUES[language], markers_of(line, HEDGES[language], unless=_UNLESS.get(language)))


def _stated(sentence: Text, marker: Marker, claim: Text, sentences: list[Text]) -> bool:
    """Tell whether another cited sentence has the neighbours of a hedge with no hedge near, or says all of a claim."""
    for other in sentences:
        if other is sentence:
            continue
        place = kept_at(sentence.before(marker), sentence.after(marker), other)
        if place is not None and not any(abs(each.start - place) <= 8 for each in other.markers):
            return True
        if _says(other, claim, without=ACCEPTED[marker.kind]):
            return True
    return False


def _says(sentence: Text, claim: Text, *, without: frozenset[str]) -> bool:
    """Tell whether a sentence has most content words of a claim and no hedge of the kinds."""
    mine = {root for root in claim.roots if root}
    hedged = any(marker.kind in without for marker in sentence.markers)
    return not hedged and len(mine & set(sentence.roots)) >= _MOST_OF_A_CLAIM * len(mine)


def _is_no_hedge_in_english(line: MarkedWords, start: int, end: int) -> bool:
    """Tell whether words are something else here: the month of May, "could not", "as soon as possible"."""
    first, before, after = line.forms[start], _form(line, start - 1), _form(line, end)
    if first in _AUXILIARY and end - start == 1:
        if before in CUES["en"].articles or (first == "may" and _is_month(line, start)):
            return True
        return first == "could" and after in _NEGATIONS
    if first == "likely":
        return before in _COMPARING
    if first == "potential":
        return not after or after in _NOUNS_AFTER
    if first == "possible":
        return before in _AS_FAR_AS or after in {"for", "to"}
    return False


def _is_month(line: MarkedWords, at: int) -> bool:
    word = line.words[at]
    follows = line.words[at + 1] if at + 1 < len(line.words) else None
    opens = ends_sentence(line, at)
    return word.capital and not (opens and follows is not None and not follows.number)


def _form(line: MarkedWords, at: int) -> str:
    return line.forms[at] if 0 <= at < len(line.forms) else ""


def _is_no_hedge_in_arabic(line: MarkedWords, start: int, end: int) -> bool:
    """Tell whether the particle stands before a verb of the past: what has happened is no possibility.

    The third person of the present begins with one letter that hardly any verb of the past begins with; of the
    feminine, only what begins with the two letters of a derived stem, or is a common verb, is beyond doubt.
    """
    if line.forms[start] != "قد":
        return False
    verb = _form(line, end)
    return not (verb.startswith(("ي", "تست")) or verb in _PRESENT_IN_ARABIC)


_UNLESS: Mapping[str, Unless] = {"en": _is_no_hedge_in_english, "ar": _is_no_hedge_in_arabic}
