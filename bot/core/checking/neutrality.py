"""C6: our own words judge nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.checking.language_words import primary
from bot.core.checking.quotation_marks import quotations
from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.lexicon import Vocabulary
from bot.core.models import Finding, Sentence, Span
from bot.core.word_list import Hit, Token, words_of

_LONGEST = 1_000
"""Characters of a claim that are read."""
_READ = 5_000
"""Characters of a sentence that are read."""
_MOST = 20
"""Words that are objected to in one claim: more would not help to mend it."""
_NOUN_CAPITALS = frozenset({"de", "lb"})
"""Languages in which a capital letter makes no name."""
_SEARCHED = 400
"""Sentences of an article that are searched for a name."""
_CHARGES = frozenset(
    "charge charges charged accused convicted guilty indicted indictment counts offence offense suspicion "
    "angeklagt angeklagte anklage vorwurf verdacht verurteilt cargos cargo acusado acusada acusados delito condenado "
    "accusé accusée inculpé soupçonné condamné délit обвинение обвинения обвинении обвинили статье".split()
)
"""Words after which a term may be that of a filing or a court."""
_CHARGE_REACH = 6
_BEFORE = 6
"""Words before a verb among which its subject is looked for."""
_AFTER = 3
_NOBODY = frozenset(
    "he she it they i we who which that this these those there some many others critics and but as also then later "
    "er sie es man wer die der das dies und auch que quien esto eso se y también lo le les il elle ils elles on ce qui "
    "et a ont он она они оно это что и также был была было были was were is are been be being has had have not has "
    "wurde wurden wird werden sei hat haben hatte ist sind été est sont fue fueron ha han había une un una ein eine "
    "to".split()
)
"""Words that name no speaker."""
_PASSIVE = frozenset("was were is are been be being wurde wurden wird fue fueron est sont été".split())
_SAME_VERB = 5
"""Letters that forms of one verb share."""


def check(statement: Statement, *, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return the words of a statement that judge, outside quotations: those of config/neutrality.toml.

    The language of the statement decides which list is used; a language without one passes. A word that a cited
    article writes as a name, or that is the term of a charge in a cited sentence, is no judgement. A verb of saying
    that judges passes where a cited sentence has that very verb and the statement names the speaker.
    The rules are those of agencies' and encyclopedias' style guides on "words to watch".

    Codes: neutrality.loaded, neutrality.verb.
    """
    text = statement.text[:_LONGEST]
    tokens = _outside_quotations(text)
    found = {
        hit.span: code
        for vocabulary in knowledge.lexicon.of(text, statement.language)
        for code, hit in _judging(statement, tokens, vocabulary)
    }
    return tuple(
        Finding(check="neutrality", code=code, words=span.of(text))
        for span, code in sorted(found.items(), key=lambda pair: pair[0].start)
    )


def _judging(statement: Statement, tokens: Sequence[Token], vocabulary: Vocabulary) -> Iterator[tuple[str, Hit]]:
    for hit in vocabulary.loaded.find(tokens)[:_MOST]:
        if not _is_name(hit.span, statement) and not _is_charge(hit, tokens, statement):
            yield "neutrality.loaded", hit
    spoken = vocabulary.saying.find(tokens)[:_MOST]
    said = _verbs_in(statement) if spoken else frozenset()
    for hit in spoken:
        if not _is_reported(hit, tokens, said):
            yield "neutrality.verb", hit


def _outside_quotations(text: str) -> tuple[Token, ...]:
    """Return the words outside quotation marks; what stands on both sides of a quotation is no phrase."""
    quoted = quotations(text)
    tokens: list[Token] = []
    at = 0
    for start, end in [*((each.start, each.end) for each in quoted), (len(text), len(text))]:
        tokens += [token._replace(start=token.start + at, end=token.end + at) for token in words_of(text[at:start])]
        if start < len(text):
            tokens.append(Token("“”", start, end))
        at = end
    return tuple(tokens)


# ---------------------------------------------------------------- what is no judgement


def _is_name(span: Span, statement: Statement) -> bool:
    """Tell whether a cited article writes these words as a name: with capitals inside a sentence."""
    written = span.of(statement.text)
    if not written[:1].isupper() or primary(statement.language) in _NOUN_CAPITALS:
        return False
    return any(
        _capital_inside(written, sentence)
        for passage in statement.passages
        for sentence in passage.source.sentences[:_SEARCHED]
    )


def _capital_inside(written: str, sentence: Sentence) -> bool:
    text = sentence.text[:_READ]
    at = text.find(written)
    while at >= 0:
        before, after = text[:at].rstrip(" "), text[at + len(written) : at + len(written) + 1]
        if before and (before[-1].isalnum() or before[-1] in ",’'-") and not after.isalnum() and not text.isupper():
            return True
        at = text.find(written, at + len(written))
    return False


def _is_charge(hit: Hit, tokens: Sequence[Token], statement: Statement) -> bool:
    """Tell whether a word follows that of a charge, and a cited sentence has it."""
    before = tokens[max(0, hit.first - _CHARGE_REACH) : hit.first]
    if not any(token.form in _CHARGES for token in before):
        return False
    form = tokens[hit.first].form
    return any(form in sentence.text[:_READ].casefold() for sentence in statement.cited)


def _is_reported(hit: Hit, tokens: Sequence[Token], said: frozenset[str]) -> bool:
    """Tell whether a cited sentence has a verb of saying, and the statement says whose it is."""
    verb = max((token.form for token in tokens[hit.first : hit.last + 1]), key=len)
    return verb[:_SAME_VERB] in said and _names_speaker(hit, tokens)


def _verbs_in(statement: Statement) -> frozenset[str]:
    """Return how the words of the cited sentences begin that are in the language of the statement."""
    own = primary(statement.language)
    return frozenset(
        token.form[:_SAME_VERB]
        for passage in statement.passages
        if "und" in {own, primary(passage.source.article.language)} or own == primary(passage.source.article.language)
        for sentence in passage.cited
        for token in words_of(sentence.text[:_READ])
    )


def _names_speaker(hit: Hit, tokens: Sequence[Token]) -> bool:
    """Tell whether somebody is named beside a verb: before it, or after it where nothing stands before."""
    before = [token.form for token in tokens[max(0, hit.first - _BEFORE) : hit.first]]
    if before and before[-1] in _PASSIVE:
        return False
    near = before or [token.form for token in tokens[hit.last + 1 : hit.last + 1 + _AFTER]]
    return any(form not in _NOBODY for form in near)
