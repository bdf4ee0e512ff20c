"""What a judge is asked, and what it answers: whether sentences say what a claim says, and whether two versions can be.

A judge sees only a claim and the sentences it cites, with one neighbour on each side: never the article, and never who
wrote the claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.checking.statement import Statement
from bot.core.models import Doubt, Support, Usage

BATCH = 10
"""Claims that are judged in one request."""


@dataclass(frozen=True, slots=True)
class Question:
    """One claim beside its evidence, and what the judge should look at."""

    number: int
    statement: Statement
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a judge says of one claim; `problem` is what the sentences do not say, "" where they say all."""

    number: int
    verdict: Support
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """Opinions on the claims of one or more requests; a claim without one was not judged."""

    opinions: tuple[Opinion, ...]
    model: str | None = None
    prompt: str | None = None
    usage: Usage = field(default_factory=Usage)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions of one thing, each beside its evidence."""

    number: int
    versions: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The numbers of the pairs of which the judge says that both versions cannot be true."""

    exclusive: frozenset[int]
    model: str | None = None
    prompt: str | None = None
    usage: Usage = field(default_factory=Usage)


def batches(questions: Sequence[Question]) -> tuple[tuple[Question, ...], ...]:
    """Return the questions in requests of about equal size, at most `BATCH` each."""
    if not questions:
        return ()
    count = -(-len(questions) // BATCH)
    size = -(-len(questions) // count)
    return tuple(tuple(questions[start : start + size]) for start in range(0, len(questions), size))
