"""The order in which a writer sees the articles: the same for the same articles, however they were sent.

A reader's numbers follow what they sent. A request follows the articles alone, so that it can be recognised and so that
nothing in a draft depends on who pressed send first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.models import (
    DraftBrief,
    DraftClaim,
    DraftDifference,
    DraftOrigin,
    DraftRepairs,
    DraftVersion,
    FailedClaim,
    Finding,
    Sentence,
    Source,
)

_UNDATED = "9999"


@dataclass(frozen=True)
class Order:
    """Sources under the numbers that a writer sees, and the way from one numbering to the other."""

    sources: tuple[Source, ...]
    seen: Mapping[int, int]
    """The writer's number by the reader's."""

    def restored(self, draft: DraftBrief) -> DraftBrief:
        """Return a draft with the reader's numbers in its labels."""
        back = {seen: number for number, seen in self.seen.items()}
        return DraftBrief(
            claims=[_claim(each, back) for each in draft.claims],
            differences=[
                DraftDifference(
                    versions=[
                        DraftVersion(evidence=_labels(each.evidence, back), text=each.text)
                        for each in difference.versions
                    ]
                )
                for difference in draft.differences
            ],
            origins=[DraftOrigin(evidence=_labels(each.evidence, back), name=each.name) for each in draft.origins],
            headline=draft.headline,
        )

    def restored_repairs(self, repairs: DraftRepairs) -> DraftRepairs:
        """Return second tries with the reader's numbers in their labels."""
        back = {seen: number for number, seen in self.seen.items()}
        claims = [each.model_copy(update={"evidence": _labels(each.evidence, back)}) for each in repairs.claims]
        return repairs.model_copy(update={"claims": claims})

    def asked(self, failed: Iterable[FailedClaim]) -> tuple[FailedClaim, ...]:
        """Return failed claims with the writer's numbers in their labels and in what is said of labels."""
        return tuple(
            each.model_copy(
                update={
                    "draft": _claim(each.draft, self.seen),
                    "findings": tuple(_finding(finding, self.seen) for finding in each.findings),
                }
            )
            for each in failed
        )


def order_of(sources: Sequence[Source]) -> Order:
    """Return the sources by their day of publication, then by their text, numbered from 1 in that order."""
    ordered = in_order(sources)
    seen = {source.number: place for place, source in enumerate(ordered, 1)}
    return Order(sources=tuple(_numbered(source, seen[source.number]) for source in ordered), seen=seen)


def in_order(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources, with their numbers, by their day of publication, then by their text."""
    return tuple(sorted(sources, key=lambda source: (_day(source), source.article.text)))


def _day(source: Source) -> str:
    published = source.article.published_at
    return published.isoformat()[:10] if published else _UNDATED


def _numbered(source: Source, number: int) -> Source:
    if source.number == number:
        return source
    headline = _sentence(source.headline, number) if source.headline else None
    sentences = tuple(_sentence(each, number) for each in source.sentences)
    return Source(number=number, article=source.article, headline=headline, sentences=sentences)


def _sentence(sentence: Sentence, number: int) -> Sentence:
    return sentence.model_copy(update={"source": number, "label": f"{number}.{sentence.index}"})


def _claim(draft: DraftClaim, numbers: Mapping[int, int]) -> DraftClaim:
    return draft.model_copy(update={"evidence": _labels(draft.evidence, numbers)})


def _labels(labels: Iterable[str], numbers: Mapping[int, int]) -> list[str]:
    return [_label(label, numbers) for label in labels]


def _label(label: str, numbers: Mapping[int, int]) -> str:
    """A label of no article stays as it is: it is wrong in either numbering."""
    source, _, index = label.partition(".")
    return f"{numbers.get(int(source), int(source))}.{index}"


def _finding(finding: Finding, numbers: Mapping[int, int]) -> Finding:
    if finding.check != "citations" or not finding.words:
        return finding
    words = " ".join(_label(each, numbers) if _is_label(each) else each for each in finding.words.split(" "))
    return finding.model_copy(update={"words": words})


def _is_label(word: str) -> bool:
    source, _, index = word.partition(".")
    return source.isdigit() and index.isdigit()
