"""What a second look at a brief says, and what it looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from bot.core.models import Brief, Evidence, Sentence, Source

Kind = Literal["source", "headline", "claim", "difference", "origin", "also_quoted"]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What does not hold: the code of a finding, or one of "recheck.…", and the words in question."""

    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Rechecked:
    """One part of a brief: what does not hold of it, and what it was shown in spite of."""

    kind: Kind
    number: int
    flaws: tuple[Flaw, ...]
    remarks: tuple[Flaw, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """A brief as it was written down: `brief` has its articles cut anew, `cuts` how it says they were cut.

    Of each source by its place: the headline, and the sentences.
    """

    brief: Brief
    cuts: tuple[tuple[Sentence | None, tuple[Sentence, ...]], ...] = field(repr=False)


def citable(sources: Sequence[Source]) -> dict[str, Evidence]:
    """Return all that may be cited of some sources, by label."""
    return {sentence.label: Evidence.of(sentence) for source in sources for sentence in source.sentences}


def altered(evidence: Sequence[Evidence], known: Mapping[str, Evidence]) -> Iterator[Flaw]:
    """Yield what does not hold of evidence: it must be a sentence of its article, at its place, under its label."""
    for each in evidence:
        if each.label not in known:
            yield Flaw("recheck.no_sentence", each.label)
        elif each != known[each.label]:
            yield Flaw("recheck.evidence_altered", each.text)
