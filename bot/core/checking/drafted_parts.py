"""What a draft says besides its claims: differences between sources, and the origins they take facts from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from bot.core.checking.contrast import contrasting, kind_of
from bot.core.checking.statement import Statement, cleaned, resolve
from bot.core.checking.wording import wording_of
from bot.core.models import (
    Difference,
    DraftDifference,
    DraftOrigin,
    Evidence,
    Finding,
    Origin,
    Sentence,
    Source,
    Span,
    Version,
    Withheld,
)

_LONGEST_NAME = 80
_ENDING = 3
"""Letters by which a name may be longer in a sentence than in the draft: "Bloomberg's", "Интерфаксом"."""


def evidence_of(sentences: Iterable[Sentence]) -> tuple[Evidence, ...]:
    """Return sentences as evidence, cut from the article."""
    return tuple(Evidence.of(each) for each in sentences)


def difference_of(
    draft: DraftDifference,
    sources: Sequence[Source],
    findings: Callable[[Statement], Sequence[Finding]],
    *,
    language: str = "und",
) -> tuple[Difference | None, Withheld | None]:
    """Return a drafted difference if it is one, or what is withheld because a version fails a check.

    Versions must differ in their words and rest on different sources: what one article says twice is no disagreement
    between articles.
    """
    statements = [resolve(version.text, version.evidence, sources, language=language) for version in draft.versions]
    found = tuple(finding for statement in statements for finding in findings(statement))
    if found:
        return None, _withheld(statements, found)
    if not all(_differ(one, other) for one, other in combinations(statements, 2)):
        return None, None
    texts = [statement.text for statement in statements]
    versions = tuple(
        Version(text=each.text, evidence=evidence_of(each.cited), contrast=_contrast(texts, place))
        for place, each in enumerate(statements)
    )
    return Difference(kind=kind_of(texts[0], texts[1]), versions=versions), None


def _withheld(statements: Sequence[Statement], found: tuple[Finding, ...]) -> Withheld:
    text = " · ".join(statement.text for statement in statements)
    labels = tuple(dict.fromkeys(label for statement in statements for label in statement.labels))
    return Withheld(text=text, findings=found, labels=labels, is_difference=True)


def _contrast(texts: Sequence[str], place: int) -> tuple[Span, ...]:
    """Mark the words that the first version has differently; the first is compared with the second."""
    return contrasting(texts[place], texts[0] if place else texts[1])


def _differ(one: Statement, other: Statement) -> bool:
    mine = {passage.source.number for passage in one.passages}
    theirs = {passage.source.number for passage in other.passages}
    words = [_words(each.text) for each in (one, other)]
    return not mine & theirs and words[0] != words[1]


def origins_of(drafts: Iterable[DraftOrigin], sources: Sequence[Source]) -> tuple[Origin, ...]:
    """Return the drafted origins whose name stands in a cited sentence, each name once; the others are dropped."""
    found: dict[str, Origin] = {}
    for draft in drafts:
        name = cleaned(draft.name)
        statement = resolve(name, draft.evidence, sources)
        naming = [sentence for sentence in statement.cited if names(sentence.text, name)]
        unknown = len(statement.cited) < len(statement.labels)
        if unknown or not naming or len(name) > _LONGEST_NAME or "\n" in name:
            continue
        known = found.get(name.casefold())
        evidence = tuple(
            {each.label: each for each in (*(known.evidence if known else ()), *evidence_of(naming))}.values()
        )
        numbers = tuple(sorted({each.source for each in evidence}))
        found[name.casefold()] = Origin(name=known.name if known else name, sources=numbers, evidence=evidence)
    return tuple(found.values())


def names(text: str, name: str) -> bool:
    """Tell whether `text` has the words of `name` in a row; the words may have case endings of up to three letters."""
    wanted = [word for word in _words(name) if word != "the"]
    words = _words(text)
    if not wanted or not any(len(word) > 1 or not word.isascii() for word in wanted):
        return False
    last = len(words) - len(wanted)
    return any(
        all(_inflected(words[start + step], each) for step, each in enumerate(wanted)) for start in range(last + 1)
    )


def _words(text: str) -> list[str]:
    return [word.casefold() for word in wording_of(text).words if word[0].isalnum()]


def _inflected(word: str, name: str) -> bool:
    if word == name or word == name + "s":
        return True
    return len(name) > 3 and word.startswith(name) and len(word) - len(name) <= _ENDING
