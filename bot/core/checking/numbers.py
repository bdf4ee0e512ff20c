"""C2: every number, sum, percentage, measure, date and time of a claim stands in what it cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.core.checking import resolved_dates
from bot.core.checking.quantities import Day, Quantity, agree, find_quantities
from bot.core.checking.statement import Passage, Statement, cleaned
from bot.core.models import Finding, Sentence, Source

_LONGEST = 5_000
"""Characters of a sentence that are read: what is longer is no sentence, and a claim must not rest on its end."""


@dataclass(frozen=True, slots=True)
class _Read:
    """The quantities of one passage: of the cited sentences, and of those around them with the headline."""

    source: Source
    cited: tuple[Quantity, ...]
    window: tuple[Quantity, ...]
    resolved: frozenset[Day]


def check(statement: Statement, *, language: str = "und") -> tuple[Finding, ...]:
    """Return the quantities of a statement that its evidence does not bear out.

    A quantity must stand, with its unit, in the cited sentences of one source; or in the sentences beside them or the
    headline, provided the cited ones do not say another number of the same thing. A full date may stand where a source
    says "Tuesday", if the day of publication makes it certain.

    Where a claim cites several sources it says what all of them share, but one of them may leave a detail out.
    So a quantity that one source bears out fails only where another cited source lacks it and its cited sentences
    have, with the same unit and near a common word, a number that neither the claim nor the bearing source has:
    12 dead in one and 13 dead in the other.

    Code: numbers.unsupported, with the quantity as the claim writes it.
    """
    claimed = [quantity for quantity in find_quantities(statement.text, language=language) if quantity.required]
    if not claimed:
        return ()
    passages = tuple(_read(passage) for passage in statement.passages)
    unborne = dict.fromkeys(each.words for each in claimed if not _is_borne(each, claimed, passages))
    return tuple(Finding(check="numbers", code="numbers.unsupported", words=words) for words in unborne)


def all_stand_in(text: str, sources: Iterable[Source], *, language: str = "und") -> bool:
    """Tell whether every quantity of a text stands in some sentence or headline of the sources."""
    missing = [quantity for quantity in find_quantities(text, language=language) if quantity.required]
    for source in sources:
        headline = (source.headline,) if source.headline else ()
        for sentence in (*headline, *source.sentences):
            if not missing:
                return True
            found = _quantities((sentence,), source)
            resolved = resolved_dates.resolve((sentence,), source.article.published_at)
            missing = [each for each in missing if not _borne(each, found, resolved)]
    return not missing


def _read(passage: Passage) -> _Read:
    window = passage.window
    resolved = resolved_dates.resolve(passage.cited, passage.source.article.published_at)
    return _Read(
        source=passage.source,
        cited=_quantities(passage.cited, passage.source),
        window=_quantities(window, passage.source),
        resolved=resolved,
    )


def _quantities(sentences: Iterable[Sentence], source: Source) -> tuple[Quantity, ...]:
    language = source.article.language
    texts = (cleaned(sentence.text[:_LONGEST]) for sentence in sentences)
    return tuple(quantity for text in texts for quantity in find_quantities(text, language=language))


def _is_borne(quantity: Quantity, claimed: Sequence[Quantity], passages: Sequence[_Read]) -> bool:
    """Tell whether one cited source bears a quantity out and no other says otherwise."""
    bearing = [read for read in passages if _bears(quantity, read, claimed)]
    if not bearing:
        return False
    known = [*claimed, *(found for read in bearing for found in read.cited)]
    return not any(_rivals(quantity, read.cited, known) for read in passages if read not in bearing)


def _bears(quantity: Quantity, read: _Read, claimed: Sequence[Quantity]) -> bool:
    if _borne(quantity, read.cited, read.resolved):
        return True
    beside = _borne(quantity, read.window, read.resolved)
    return beside and not _rivals(quantity, read.cited, claimed)


def _borne(quantity: Quantity, found: Iterable[Quantity], resolved: frozenset[Day]) -> bool:
    found = tuple(found)
    if any(agree(quantity, each) for each in found):
        return True
    days = [reading for reading in quantity.readings if isinstance(reading, Day)]
    if not days:
        return False
    written = frozenset(reading for each in found for reading in each.readings if isinstance(reading, Day))
    known = written | resolved | resolved_dates.with_only_year(written)
    return any(resolved_dates.certain(day, known) for day in days)


def _rivals(quantity: Quantity, cited: Iterable[Quantity], known: Iterable[Quantity]) -> list[Quantity]:
    """Return what stands in place of a quantity: same unit, a common word nearby, and not known otherwise."""
    known = tuple(known)
    return [
        found
        for found in cited
        if found.required
        and found.units & quantity.units
        and found.near & quantity.near
        and not any(agree(each, found) or agree(found, each) for each in known)
    ]
