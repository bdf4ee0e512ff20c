"""A claim beside the sentences it cites, as the tests of C5 ask about it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.checking import attribution
from bot.core.checking.statement import Statement, resolve
from bot.core.knowledge import Knowledge
from bot.core.models import Source
from tests.core.checking_sources import source_of


def state(claim: str, *sentences: str, labels: Sequence[str] = ("1.1",), language: str = "en") -> Statement:
    """Return a claim that cites sentences of one source, both in one language; the headline says nothing of them."""
    source = source_of(*sentences, language=language, headline="News")
    return resolve(claim, labels, (source,), language=language)


def codes(claim: str, *sentences: str, labels: Sequence[str] = ("1.1",), language: str = "en") -> list[str]:
    """Return what C5 has against a claim, without the name of the check."""
    found = attribution.check(state(claim, *sentences, labels=labels, language=language), knowledge=Knowledge())
    return [each.code.removeprefix("attribution.") for each in found]


def codes_of(claim: str, *sources: Source, labels: Sequence[str], language: str = "en") -> list[str]:
    """Return what C5 has against a claim that cites several sources."""
    found = attribution.check(resolve(claim, labels, sources, language=language), knowledge=Knowledge())
    return [each.code.removeprefix("attribution.") for each in found]


def doubts(
    claim: str, *sentences: str, labels: Sequence[str] = ("1.1",), language: str = "en"
) -> list[tuple[str, str]]:
    """Return what C5 asks a judge about, code and words."""
    found = attribution.doubts(state(claim, *sentences, labels=labels, language=language), knowledge=Knowledge())
    return [(each.code.removeprefix("attribution."), each.words) for each in found]
