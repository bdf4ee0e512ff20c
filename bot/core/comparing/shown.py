"""How a found difference is put: its versions side by side, in an order that does not hang on the sources' numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from bot.core.models import Difference, Evidence, Sentence, Span, Version

Scored = tuple[float, Difference]
"""A difference and how sure it is: the higher, the surer."""


def put(kind: Literal["number", "quotation", "statement"], versions: Iterable[Version]) -> Difference:
    """Return a difference with its versions in the order of their sources."""
    return Difference(kind=kind, versions=tuple(sorted(versions, key=_first_place)))


def tell(sentence: Sentence, marked: Iterable[Span]) -> Version:
    """Return a sentence word for word as one version."""
    return Version(
        text=sentence.text,
        evidence=(Evidence.of(sentence),),
        contrast=tuple(marked),
        quoted_from=sentence.source,
    )


def surest_first(found: Sequence[Scored]) -> list[Scored]:
    """Return the surest first; of equally sure ones the order of their words decides."""
    return sorted(found, key=lambda scored: (-scored[0], _words(scored[1])))


def _words(difference: Difference) -> list[str]:
    return sorted(version.text for version in difference.versions)


def _first_place(version: Version) -> tuple[int, int]:
    return version.evidence[0].source, version.evidence[0].span.start
