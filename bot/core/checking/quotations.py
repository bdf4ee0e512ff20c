"""C3: what a claim puts in quotation marks was said, in these words, by the one it names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from bot.core.checking.attributing.reporting import find_reports
from bot.core.checking.quotation_marks import Quoted, balanced, quotations
from bot.core.checking.quoted_names import is_name_in
from bot.core.checking.speakers import speaker_missing
from bot.core.checking.statement import Passage, Statement
from bot.core.checking.wording import Wording, pieces, wording_of
from bot.core.models import Finding, Sentence, Source

TITLE_WORDS = 3
"""Up to so many words may be a title or a term: they must be in the source, there not in quotation marks."""

_LONGEST = 20_000
"""Characters of a sentence that is read; what is longer is no sentence, and nothing is quoted from it."""
_TRIES = 20
"""Places of the same words that are tried for one in quotation marks."""
_MOST = 12
"""Quotations of one claim that are looked for; no honest claim has more, and each costs a reading of the evidence."""


def check(statement: Statement) -> tuple[Finding, ...]:
    """Return the quotations of a statement that are not in its evidence word for word.

    Marks, apostrophes, dashes, spaces, the case of the first letter and the punctuation at the ends may differ; an
    ellipsis may leave words out and keeps the order; words added in brackets are an alteration. More than three words
    must stand in quotation marks in the source as well: words that a source only reports are not anybody's speech.
    A quotation is verbatim in one cited source at least, and in every other one whose cited sentences quote anything.
    A short name or term that a cited article has anywhere is no quotation (`quoted_names`), unless it is all that
    somebody is said to have said.

    Codes: quotations.unbalanced, quotations.altered, quotations.speaker.
    """
    if not balanced(statement.text):
        return (Finding(check="quotations", code="quotations.unbalanced"),)
    found = quotations(statement.text)
    marked = tuple(dict.fromkeys(statement.text[each.start : each.end] for each in found))
    read, beyond = marked[:_MOST], marked[_MOST:]
    said = _said(statement, found)
    quoted = [words for words in read if words in said or not _is_name(words, statement.passages)]
    if not quoted and not beyond:
        return ()
    altered = [*(words for words in quoted if not _stands(words, statement.passages)), *beyond]
    if altered:
        return tuple(Finding(check="quotations", code="quotations.altered", words=words) for words in altered)
    if all(_is_short(pieces(words)) for words in quoted):
        return ()
    window = " ".join(each.text[:_LONGEST] for passage in statement.passages for each in passage.window)
    missing = speaker_missing(statement.text, window)
    return (Finding(check="quotations", code="quotations.speaker", words=missing),) if missing else ()


def stands_in(words: str, sentences: Sequence[Sentence], source: Source) -> bool:
    """Tell whether quoted words stand in one passage of a source, in quotation marks if they are more than a title."""
    wanted = pieces(words)
    if not wanted:
        return True
    short = _is_short(wanted)
    return any(_in_block(wanted, block, source, short) for block in _blocks(sentences, source))


def _said(statement: Statement, found: Sequence[Quoted]) -> frozenset[str]:
    """Return the quoted words that are all somebody is said to say: speech, however much they look like a name."""
    reports = find_reports(statement.text, statement.language) if found else ()
    return frozenset(
        statement.text[each.start : each.end]
        for each in found
        if any(each.start <= report.content.start and report.content.end <= each.end for report in reports)
    )


def _is_name(words: str, passages: Sequence[Passage]) -> bool:
    return any(is_name_in(words, passage.source) for passage in passages)


def _is_short(wanted: Sequence[tuple[str, ...]]) -> bool:
    """Tell whether words may be a title or a term: a few, or every longer one with a capital letter."""
    if sum(len(piece) for piece in wanted) <= TITLE_WORDS:
        return True
    longer = [word for piece in wanted for word in piece if len(word) > 3]
    return len(longer) > 1 and all(word[0].isupper() for word in longer)


def _stands(words: str, passages: Sequence[Passage]) -> bool:
    bearing = [passage for passage in passages if stands_in(words, passage.cited, passage.source)]
    return bool(bearing) and not any(_quotes(passage) for passage in passages if passage not in bearing)


def _quotes(passage: Passage) -> bool:
    """Tell whether the cited sentences of a passage hold a quotation longer than a title."""
    return any(
        len(wording_of(sentence.text[each.start : each.end]).words) > TITLE_WORDS
        for sentence in passage.cited
        for each in quotations(sentence.text[:_LONGEST])
    )


def _blocks(sentences: Sequence[Sentence], source: Source) -> list[list[Sentence]]:
    """Group sentences with nothing between them in the article, over which a quotation may run."""
    blocks: list[list[Sentence]] = []
    for sentence in sentences:
        if len(sentence.text) > _LONGEST:
            continue
        before = blocks[-1][-1].span.end if blocks else 0
        if blocks and not source.article.text[before : sentence.span.start].strip():
            blocks[-1].append(sentence)
        else:
            blocks.append([sentence])
    return blocks


def _in_block(wanted: tuple[tuple[str, ...], ...], block: Sequence[Sentence], source: Source, short: bool) -> bool:
    start, end = block[0].span.start, block[-1].span.end
    wording = _wording_of(source.article.text[start:end])
    speech = [] if short else _speech(source, block)
    at = 0
    for piece in wanted:
        found = _next(wording, piece, at, speech=speech, offset=start, anywhere=short)
        if found is None:
            return False
        at = found
    return True


def _next(
    wording: Wording, piece: tuple[str, ...], at: int, *, speech: list[Quoted], offset: int, anywhere: bool
) -> int | None:
    """Return the word index after the next place where a piece stands, in quotation marks unless `anywhere`."""
    for _ in range(_TRIES):
        hit = wording.find(piece, at)
        if hit is None:
            return None
        first, last = hit
        begins, ends = wording.places[first][0] + offset, wording.places[last - 1][1] + offset
        if anywhere or any(each.start <= begins and ends <= each.end + 1 for each in speech):
            return last
        at = first + 1
    return None


def _speech(source: Source, block: Sequence[Sentence]) -> list[Quoted]:
    """Return the quotations of a block, by their offsets in the article.

    A quotation may begin before the cited sentences, so the whole paragraphs are read; a paragraph with a stray mark
    must not hide what a sentence quotes, so the sentences are read by themselves as well.
    """
    wanted = {sentence.paragraph for sentence in block}
    paragraphs: dict[int, list[int]] = {}
    for sentence in source.sentences:
        if sentence.paragraph in wanted:
            paragraphs.setdefault(sentence.paragraph, [sentence.span.start, 0])[1] = sentence.span.end
    places = [(start, min(end, start + _LONGEST)) for start, end in paragraphs.values()]
    places += [(sentence.span.start, sentence.span.end) for sentence in block]
    return [
        Quoted(each.start + start, each.end + start)
        for start, end in places
        for each in _quotations_of(source.article.text[start:end])
    ]


@lru_cache(maxsize=16)
def _quotations_of(text: str) -> tuple[Quoted, ...]:
    """Read a paragraph once for all the quotations of a claim, and of the claims that cite it."""
    return quotations(text)


@lru_cache(maxsize=16)
def _wording_of(text: str) -> Wording:
    """Cut a block of sentences once, likewise."""
    return wording_of(text)
