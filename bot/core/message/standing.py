"""How many stand behind a claim, in words: nothing where two independent origins agree, which is the good case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.core.message.document import Paragraph, Text
from bot.core.message.safety import clip, show
from bot.core.message.words import Words
from bot.core.models import Brief, Claim

MAX_NAME = 60
AT_LEAST = 3
"""Claims of which something is said once for all of them."""


@dataclass(frozen=True)
class Standing:
    """What a claim falls short of: it has one source, or several with one origin, named where it is none of them."""

    lone: bool
    name: str | None = None
    worded: bool = False
    """Whether it is a sentence word for word: another source may say the same in other words."""

    def say(self, words: Words) -> str:
        """Return what stands behind the markers of one claim."""
        if self.lone:
            return words.say("standing-worded" if self.worded else "standing-lone")
        return words.say("standing-via", name=self.name) if self.name else words.say("standing-one")

    def say_of(self, claims: str, words: Words) -> str:
        """Return what stands below the claims where most of them are like this; `claims` are their numbers."""
        if self.lone:
            return words.say("standing-worded-many" if self.worded else "standing-lone-many", which=claims)
        if self.name:
            return words.say("standing-via-many", which=claims, name=self.name)
        return words.say("standing-one-many", which=claims)


def standing_of(claim: Claim, brief: Brief) -> Standing | None:
    """Return what a claim falls short of, nothing where it has two roots, or where there is only one article."""
    if len(brief.sources) < 2 or len(claim.roots) != 1:
        return None
    if len(claim.sources) == 1:
        return Standing(lone=True, worded=claim.quoted_from is not None)
    return Standing(lone=False, name=clip(show(claim.roots[0].name or ""), limit=MAX_NAME) or None)


@dataclass(frozen=True)
class Standings:
    """The claims of a brief that have a remark, by number, and those of which it is said once, below all."""

    single: Mapping[int, Standing]
    gathered: Mapping[Standing, tuple[int, ...]]

    @classmethod
    def of(cls, brief: Brief) -> Standings:
        """Say once what most claims have in common: a remark behind every line would not be read."""
        found = {number: standing_of(claim, brief) for number, claim in enumerate(brief.claims, 1)}
        known = {number: standing for number, standing in found.items() if standing}
        counted = Counter(known.values())
        common = {each for each, count in counted.items() if count >= AT_LEAST and 2 * count > len(brief.claims)}
        return cls(
            single={number: standing for number, standing in known.items() if standing not in common},
            gathered={each: tuple(number for number in known if known[number] == each) for each in common},
        )

    def behind(self, number: int, words: Words) -> tuple[Text, ...]:
        """Return the remark that follows the markers of a claim."""
        standing = self.single.get(number)
        return (Text(text=" " + standing.say(words)),) if standing else ()

    def below(self, words: Words) -> Iterator[Paragraph]:
        """Yield the lines below the claims."""
        for standing, numbers in self.gathered.items():
            told = words.say("list-separator").join(_runs(numbers))
            yield Paragraph(spans=(Text(text=standing.say_of(told, words)),))


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Yield ascending numbers with three and more in a row as a range: "1", "4–8"."""
    row: list[int] = []
    for number in (*numbers, None):
        if row and number != row[-1] + 1:
            yield from (f"{row[0]}–{row[-1]}",) if len(row) > 2 else map(str, row)
            row = []
        if number is not None:
            row.append(number)
