"""Which quantities sentences bear out, and which stand in the place of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from bot.core.checking.bearing_out import resolved_dates
from bot.core.checking.bearing_out.elided_units import with_units_said_before
from bot.core.checking.bearing_out.enumerations import listed
from bot.core.checking.quantities import Amount, Day, Quantity, agree, find_quantities, months
from bot.core.checking.quantities.quantity import PARTS
from bot.core.checking.quantities.surroundings import STEM
from bot.core.checking.statement import Passage, cleaned
from bot.core.models import Sentence, Source

_LONGEST = 5_000
"""Characters of a sentence that are read: what is longer is no sentence, and a claim must not rest on its end."""
_MOST_LISTED = 9
_ROUNDING = 20
"""The part of a rounded number by which the exact one may differ from it."""
_NEAR_DATES = 2
"""Words that two dates must have near in common to be dates of one event."""
_DAY_WORDS = frozenset(key[:STEM] for key in (*months.MONTHS, *months.WEEKDAYS))


@dataclass(frozen=True, slots=True)
class Found:
    """The quantities of some sentences as they are written, and, by label, those whose unit was said before."""

    plain: tuple[Quantity, ...]
    lent: dict[str, tuple[Quantity, ...]]

    @property
    def all(self) -> tuple[Quantity, ...]:
        return (*self.plain, *(each for quantities in self.lent.values() for each in quantities))


@dataclass(frozen=True, slots=True)
class Read:
    """What one passage says: the cited sentences as written, what they bear out, and the sentences around them."""

    cited: tuple[Quantity, ...]
    borne: tuple[Quantity, ...]
    window: tuple[Quantity, ...]
    resolved: frozenset[Day]
    """Dates that follow from the cited sentences and the day of publication."""
    beside: frozenset[Day]
    """The same of the sentences around them."""


def claimed_in(text: str, language: str) -> list[Quantity]:
    """Return what needs support; a number whose unit was said before it may be meant with that unit or without."""
    found = find_quantities(text, language=language)
    lent = {each.start: each.readings for each in with_units_said_before([text], [found])[0]}
    whole = [replace(each, readings=each.readings | lent.get(each.start, frozenset())) for each in found]
    return [quantity for quantity in whole if quantity.required]


def read_passage(passage: Passage) -> Read:
    """Return what a passage says of quantities."""
    cited, window = found_in(passage.cited, passage.source), found_in(passage.window, passage.source)
    labels = {sentence.label for sentence in passage.cited}
    return Read(
        cited=cited.plain,
        borne=(*cited.all, *(each for label in labels for each in window.lent.get(label, ()))),
        window=window.all,
        resolved=resolved_dates.resolve(passage.cited, passage.source),
        beside=resolved_dates.resolve(passage.window, passage.source),
    )


def found_in(sentences: Sequence[Sentence], source: Source) -> Found:
    """Return the quantities of neighbouring sentences of a source."""
    language = source.article.language
    texts = [cleaned(sentence.text[:_LONGEST]) for sentence in sentences]
    found = [find_quantities(text, language=language) for text in texts]
    lent = with_units_said_before(texts, found)
    return Found(
        plain=tuple(quantity for quantities in found for quantity in quantities),
        lent={sentence.label: each for sentence, each in zip(sentences, lent, strict=True)},
    )


def bears(quantity: Quantity, read: Read, claimed: Sequence[Quantity]) -> bool:
    """Tell whether the cited sentences bear a quantity out, or those beside them where they do not say otherwise."""
    if borne_by(quantity, read.borne, read.resolved):
        return True
    beside = borne_by(quantity, read.window, read.resolved | read.beside)
    return beside and not rivals(quantity, read.cited, claimed)


def borne_by(quantity: Quantity, found: Iterable[Quantity], resolved: frozenset[Day]) -> bool:
    """Tell whether one of the found quantities, or of the dates that follow from them, is what is claimed."""
    found = tuple(found)
    if any(agree(quantity, each) for each in found):
        return True
    days = days_of(quantity)
    if not days:
        return False
    written = frozenset(day for each in found for day in days_of(each))
    known = written | resolved | resolved_dates.with_only_year(written)
    return any(resolved_dates.certain(day, known) for day in days)


def rivals(quantity: Quantity, cited: Sequence[Quantity], known: Iterable[Quantity]) -> list[Quantity]:
    """Return what stands in place of a quantity: same unit, common words nearby, and not known otherwise."""
    known, dated = tuple(known), bool(days_of(quantity))
    if dated and any(_may_be(mine, theirs) for mine in days_of(quantity) for each in cited for theirs in days_of(each)):
        return []
    return [
        found
        for found in cited
        if found.required
        and found.units & quantity.units
        and not _is_rounded(found, quantity)
        and len(common_words(found, quantity)) >= (_NEAR_DATES if dated else 1)
        and not any(agree(each, found) or agree(found, each) for each in known)
    ]


def is_counted(quantity: Quantity, texts: Iterable[str]) -> bool:
    """Tell whether a small bare number is that of the names which one of the texts lists."""
    small = [reading.value for reading in quantity.readings if isinstance(reading, Amount) and not reading.unit]
    values = [value for value in small if 2 <= value <= _MOST_LISTED]
    return bool(values) and any(value in listed(text) for text in texts for value in values)


def common_words(one: Quantity, other: Quantity) -> frozenset[str]:
    """Return the words that stand near both of two quantities, days and months left out."""
    return (one.near & other.near) - _DAY_WORDS


def _is_rounded(found: Quantity, quantity: Quantity) -> bool:
    """Tell whether what was found is called about so much, and is about as much: "around 1,500" beside 1,487."""
    return found.rounded and any(
        abs(one - other) * _ROUNDING <= other for one in _sizes(quantity) for other in _sizes(found)
    )


def _sizes(quantity: Quantity) -> list[Fraction]:
    return [reading.value for reading in quantity.readings if isinstance(reading, Amount)]


def days_of(quantity: Quantity) -> list[Day]:
    """Return the dates that a quantity may be."""
    return [reading for reading in quantity.readings if isinstance(reading, Day)]


def _may_be(one: Day, other: Day) -> bool:
    """Tell whether two dates may be one day: they share a part, and no part contradicts another."""
    pairs = [(getattr(one, part), getattr(other, part)) for part in PARTS]
    shared = [(mine, theirs) for mine, theirs in pairs if mine is not None and theirs is not None]
    return bool(shared) and all(mine == theirs for mine, theirs in shared)
