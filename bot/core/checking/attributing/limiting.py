"""What a judge is asked about: limiting words that fell out of a claim, and a negation on one side only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.core.checking.attributing.cues import CUES
from bot.core.checking.attributing.hedge_words import ACCEPTED, WEAK
from bot.core.checking.attributing.hedges import hedged
from bot.core.checking.attributing.limiting_words import AMOUNTS, ANONYMITY, LIMITING, NEGATIONS
from bot.core.checking.attributing.lost_words import Kinds, Marker, Text, kept_at, lost, markers_of
from bot.core.checking.attributing.marked_words import LONGEST, MarkedWords, marked_words
from bot.core.checking.attributing.report_grammar import reports_of
from bot.core.checking.language_words import language_of
from bot.core.checking.statement import Statement
from bot.core.models import Doubt

_OF_AMOUNTS = frozenset({"about", "least", "most"})
_MOST = 6
"""Words that a judge is asked about in one claim: more than that and none of them is looked at."""


def doubts(statement: Statement) -> tuple[Doubt, ...]:
    """Return the words of the cited sentences that limit what a claim repeats, and that it leaves out.

    Codes: attribution.limiting, with the limiting word and the one it limits as the source writes them;
    attribution.negation, with the negation and the word behind it, of the claim or of the source. None of them
    says that a claim is wrong: a judge decides. Across languages, and in a language without word lists, there are none.
    """
    language = language_of(statement.text, statement.language)
    if language is None:
        return ()
    texts = [
        sentence.text[:LONGEST]
        for passage in statement.passages
        for sentence in passage.cited
        if language_of(sentence.text[:LONGEST], passage.source.article.language) == language
    ]
    limits = dict.fromkeys((*_limits(statement.text, texts, language), *_hidden(statement.text, texts, language)))
    turned = dict.fromkeys(_negations(statement.text, texts, language))
    return (
        *(Doubt(check="attribution", code="attribution.limiting", words=words) for words in list(limits)[:_MOST]),
        *(Doubt(check="attribution", code="attribution.negation", words=words) for words in list(turned)[:_MOST]),
    )


def _text(words: str, language: str, kinds: Mapping[str, Kinds]) -> Text:
    line = marked_words(words)
    markers = markers_of(line, kinds.get(language, {}))
    kept = tuple(each for each in markers if each.kind not in _OF_AMOUNTS or _amount_follows(line, each))
    return Text(line, CUES[language], kept)


def _amount_follows(line: MarkedWords, marker: Marker) -> bool:
    """Tell whether "about" or "over" stands before an amount, and says how exact it is."""
    follows = line.words[marker.end : marker.end + 2]
    return any(word.number or word.form in AMOUNTS for word in follows)


def _limits(claim: str, texts: list[str], language: str) -> Iterator[str]:
    mine, sentences = _text(claim, language, LIMITING), [_text(each, language, LIMITING) for each in texts]
    for sentence in sentences:
        for marker in lost(sentence, mine, accepted={}):
            yield sentence.words(marker)
    hedges = hedged(claim, language)
    for sentence in [hedged(each, language) for each in texts]:
        for marker in lost(sentence, hedges, accepted=ACCEPTED):
            if sentence.line.forms[marker.start : marker.end] in WEAK[language]:
                yield sentence.words(marker)


def _hidden(claim: str, texts: list[str], language: str) -> Iterator[str]:
    """Yield how a source says that its speaker is not to be named, where a claim has the speaker and not that."""
    phrases = ANONYMITY.get(language, ())
    line = marked_words(claim)
    if not reports_of(line, CUES[language]) or any(each in claim.casefold() for each in phrases):
        return
    for text in texts:
        folded = text.casefold()
        yield from (phrase for phrase in phrases if phrase in folded)


def _negations(claim: str, texts: list[str], language: str) -> Iterator[str]:
    """Yield the negations that only one of claim and evidence has beside the same words."""
    mine, sentences = _text(claim, language, NEGATIONS), [_text(each, language, NEGATIONS) for each in texts]
    for sentence in sentences:
        for marker in lost(sentence, mine, accepted={}):
            yield sentence.words(marker)
    for marker in mine.markers:
        places = [kept_at(mine.before(marker), mine.after(marker), each) for each in sentences]
        alone = [marker in tuple(lost(mine, each, accepted={})) for each in sentences]
        if any(place is not None for place in places) and all(
            place is None or absent for place, absent in zip(places, alone, strict=True)
        ):
            yield mine.words(marker)
