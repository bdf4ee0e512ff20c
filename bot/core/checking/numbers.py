"""C2: every number, sum, percentage, measure, date and time of a claim stands in what it cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.core.checking import resolved_dates
from bot.core.checking.elided_units import with_units_said_before
from bot.core.checking.quantities import Day, Quantity, agree, find_quantities, months
from bot.core.checking.quantities.quantity import PARTS
from bot.core.checking.quantities.surroundings import STEM
from bot.core.checking.statement import Passage, Statement, cleaned
from bot.core.models import Finding, Sentence, Source

_LONGEST = 5_000
"""Characters of a sentence that are read: what is longer is no sentence, and a claim must not rest on its end."""
_NEAR_DATES = 2
"""Words that two dates must have near in common to be dates of one event."""
_DAY_WORDS = frozenset(key[:STEM] for key in (*months.MONTHS, *months.WEEKDAYS))


@dataclass(frozen=True, slots=True)
class _Found:
    """The quantities of some sentences as they are written, and, by label, those whose unit was said before."""

    plain: tuple[Quantity, ...]
    lent: dict[str, tuple[Quantity, ...]]

    @property
    def all(self) -> tuple[Quantity, ...]:
        return (*self.plain, *(each for quantities in self.lent.values() for each in quantities))


@dataclass(frozen=True, slots=True)
class _Read:
    """What one passage says: the cited sentences as written, what they bear out, and the sentences around them."""

    cited: tuple[Quantity, ...]
    borne: tuple[Quantity, ...]
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
    12 dead in one and 13 dead in the other. Another date is one of the same event only near two common words, and
    only where no date there may be the claimed one: a source has many days. A number may stand without its unit
    where the unit was said before it ("12,000 litres, or even 30,000").

    Code: numbers.unsupported, with the quantity as the claim writes it.
    """
    claimed = _claimed(statement.text, language)
    if not claimed:
        return ()
    passages = tuple(_read(passage) for passage in statement.passages)
    unborne = dict.fromkeys(each.words for each in claimed if not _is_borne(each, claimed, passages))
    return tuple(Finding(check="numbers", code="numbers.unsupported", words=words) for words in unborne)


def all_stand_in(text: str, sources: Iterable[Source], *, language: str = "und") -> bool:
    """Tell whether every quantity of a text stands in some sentence or headline of the sources."""
    missing = _claimed(text, language)
    for source in sources:
        headline = (source.headline,) if source.headline else ()
        for sentence in (*headline, *source.sentences):
            if not missing:
                return True
            found = _found((sentence,), source).all
            resolved = resolved_dates.resolve((sentence,), source)
            missing = [each for each in missing if not _borne(each, found, resolved)]
    return not missing


def _claimed(text: str, language: str) -> list[Quantity]:
    """Return what needs support; a number whose unit was said before it may be meant with that unit or without."""
    found = find_quantities(text, language=language)
    lent = {each.start: each.readings for each in with_units_said_before([text], [found])[0]}
    whole = [replace(each, readings=each.readings | lent.get(each.start, frozenset())) for each in found]
    return [quantity for quantity in whole if quantity.required]


def _read(passage: Passage) -> _Read:
    cited, window = _found(passage.cited, passage.source), _found(passage.window, passage.source)
    labels = {sentence.label for sentence in passage.cited}
    return _Read(
        cited=cited.plain,
        borne=(*cited.all, *(each for label in labels for each in window.lent.get(label, ()))),
        window=window.all,
        resolved=resolved_dates.resolve(passage.cited, passage.source),
    )


def _found(sentences: Sequence[Sentence], source: Source) -> _Found:
    language = source.article.language
    texts = [cleaned(sentence.text[:_LONGEST]) for sentence in sentences]
    found = [find_quantities(text, language=language) for text in texts]
    lent = with_units_said_before(texts, found)
    return _Found(
        plain=tuple(quantity for quantities in found for quantity in quantities),
        lent={sentence.label: each for sentence, each in zip(sentences, lent, strict=True)},
    )


def _is_borne(quantity: Quantity, claimed: Sequence[Quantity], passages: Sequence[_Read]) -> bool:
    """Tell whether one cited source bears a quantity out and no other says otherwise."""
    bearing = [read for read in passages if _bears(quantity, read, claimed)]
    if not bearing:
        return False
    known = [*claimed, *(found for read in bearing for found in read.cited)]
    return not any(_rivals(quantity, read.cited, known) for read in passages if read not in bearing)


def _bears(quantity: Quantity, read: _Read, claimed: Sequence[Quantity]) -> bool:
    if _borne(quantity, read.borne, read.resolved):
        return True
    beside = _borne(quantity, read.window, read.resolved)
    return beside and not _rivals(quantity, read.cited, claimed)


def _borne(quantity: Quantity, found: Iterable[Quantity], resolved: frozenset[Day]) -> bool:
    found = tuple(found)
    if any(agree(quantity, each) for each in found):
        return True
    days = _days(quantity)
    if not days:
        return False
    written = frozenset(day for each in found for day in _days(each))
    known = written | resolved | resolved_dates.with_only_year(written)
    return any(resolved_dates.certain(day, known) for day in days)


def _rivals(quantity: Quantity, cited: Sequence[Quantity], known: Iterable[Quantity]) -> list[Quantity]:
    """Return what stands in place of a quantity: same unit, common words nearby, and not known otherwise."""
    known, dated = tuple(known), bool(_days(quantity))
    if dated and any(_may_be(mine, theirs) for mine in _days(quantity) for each in cited for theirs in _days(each)):
        return []
    return [
        found
        for found in cited
        if found.required
        and found.units & quantity.units
        and len((found.near & quantity.near) - _DAY_WORDS) >= (_NEAR_DATES if dated else 1)
        and not any(agree(each, found) or agree(found, each) for each in known)
    ]


def _days(quantity: Quantity) -> list[Day]:
    return [reading for reading in quantity.readings if isinstance(reading, Day)]


def _may_be(one: Day, other: Day) -> bool:
    """Tell whether two dates may be one day: they share a part, and no part contradicts another."""
    pairs = [(getattr(one, part), getattr(other, part)) for part in PARTS]
    shared = [(mine, theirs) for mine, theirs in pairs if mine is not None and theirs is not None]
    return bool(shared) and all(mine == theirs for mine, theirs in shared)
