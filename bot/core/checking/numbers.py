"""C2: every number, sum, percentage, measure, date and time of a claim stands in what it cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.core.checking.bearing_out import resolved_dates
from bot.core.checking.bearing_out.bearing import (
    Read,
    bears,
    borne_by,
    claimed_in,
    found_in,
    is_counted,
    read_passage,
    rivals,
)
from bot.core.checking.bearing_out.told_once import find_detail, is_told_elsewhere
from bot.core.checking.quantities import Quantity
from bot.core.checking.statement import Passage, Statement
from bot.core.models import Doubt, Finding, Sentence, Source


def check(statement: Statement, *, language: str = "und") -> tuple[Finding, ...]:
    """Return the quantities of a statement that its evidence does not bear out.

    A quantity must stand, with its unit, in the cited sentences of one source; or in the sentences beside them or the
    headline, provided the cited ones do not say another number of the same thing. A full date may stand where a source
    says "Tuesday", if the day of publication makes it certain. What an article tells once, above all the year, may
    stand elsewhere in it where the cited sentences carry the rest (`told_once`).

    Where a claim cites several sources it says what all of them share, but one of them may leave a detail out.
    So a quantity that one source bears out fails only where another cited source lacks it and its cited sentences
    have, with the same unit and near a common word, a number that neither the claim nor the bearing source has:
    12 dead in one and 13 dead in the other. Another date is one of the same event only near two common words, and
    only where no date there may be the claimed one: a source has many days. A number may stand without its unit
    where the unit was said before it ("12,000 litres, or even 30,000").

    Code: numbers.unsupported, with the quantity as the claim writes it.
    """
    claimed = claimed_in(statement.text, language)
    if not claimed:
        return ()
    passages = tuple(read_passage(passage) for passage in statement.passages)
    unborne = dict.fromkeys(each.words for each in claimed if not _is_borne(each, claimed, passages, statement))
    return tuple(Finding(check="numbers", code="numbers.unsupported", words=words) for words in unborne)


def doubts(statement: Statement, *, language: str = "und") -> tuple[Doubt, ...]:
    """Return the quantities of a statement that only sentences far from the cited ones bear out.

    Code: citations.thin, with the quantity.
    """
    claimed = claimed_in(statement.text, language)
    passages = [(passage, read_passage(passage)) for passage in statement.passages] if claimed else []
    far = [each for each in claimed if passages and not any(bears(each, read, claimed) for _, read in passages)]
    words = dict.fromkeys(
        each.words
        for each in far
        if any(is_told_elsewhere(statement.text, each, passage, read, claimed) for passage, read in passages)
    )
    return tuple(Doubt(check="citations", code="citations.thin", words=each) for each in words)


def lacking(statement: Statement, *, language: str = "und") -> tuple[str, ...]:
    """Return the labels of sentences that bear out what the cited ones alone do not, for a reader to see it too.

    A quantity may stand beside the cited sentences, or once elsewhere in a cited article; in a headline, or where it
    follows from the day of publication, there is no sentence to add.
    """
    claimed = claimed_in(statement.text, language)
    if not claimed:
        return ()
    passages = [(passage, read_passage(passage)) for passage in statement.passages]
    shown = [each for each in claimed if any(borne_by(each, read.borne, read.resolved) for _, read in passages)]
    found = (
        _telling(statement.text, each, passage) for each in claimed if each not in shown for passage, _ in passages
    )
    return tuple(dict.fromkeys(sentence.label for sentence in found if sentence))


def _telling(text: str, quantity: Quantity, passage: Passage) -> Sentence | None:
    headline = passage.source.headline
    beside = [each for each in passage.window if each is not headline and each not in passage.cited]
    for sentence in beside:
        read = found_in((sentence,), passage.source).all
        if borne_by(quantity, read, resolved_dates.resolve((sentence,), passage.source)):
            return sentence
    return find_detail(text, quantity, passage.source)


def all_stand_in(text: str, sources: Iterable[Source], *, language: str = "und") -> bool:
    """Tell whether every quantity of a text stands in some sentence or headline of the sources."""
    missing = claimed_in(text, language)
    for source in sources:
        headline = (source.headline,) if source.headline else ()
        for sentence in (*headline, *source.sentences):
            if not missing:
                return True
            found = found_in((sentence,), source).all
            resolved = resolved_dates.resolve((sentence,), source)
            missing = [each for each in missing if not borne_by(each, found, resolved)]
    return not missing


def _is_borne(quantity: Quantity, claimed: Sequence[Quantity], passages: Sequence[Read], statement: Statement) -> bool:
    """Tell whether one cited source bears a quantity out and no other says otherwise."""
    bearing = [read for read in passages if bears(quantity, read, claimed)]
    if not bearing:
        pairs = zip(statement.passages, passages, strict=True)
        bearing = [
            read for passage, read in pairs if is_told_elsewhere(statement.text, quantity, passage, read, claimed)
        ]
    known = [*claimed, *(found for read in bearing for found in read.cited)]
    disputed = any(rivals(quantity, read.cited, known) for read in passages if read not in bearing)
    if bearing:
        return not disputed
    listed = is_counted(quantity, (sentence.text for sentence in statement.cited)) and not disputed
    return listed or is_counted(quantity, (statement.text,))
