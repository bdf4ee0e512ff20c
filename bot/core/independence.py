"""How many independent origins a claim has: sources that repeat one another, or one third, count once.

News agencies ask that facts which others gathered be credited to them; this reads those credits the other way round.
Two outlets that heard the same speaker are two witnesses that it was said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.copies import find_copies
from bot.core.crediting import Chain, Crediting, drafted_credits
from bot.core.models import Brief, Claim, Root
from bot.core.origins import find_wire
from bot.core.outlets import AGENCIES, canonical, in_full, outlet_key, with_names

LEADING = 2
"""Claims at the top: what stands behind one of them is behind the main report."""

Node = int | str
"""A source by its number, or an outlet by its key."""


def roots_of(
    brief: Brief, *, outlets: frozenset[str] = AGENCIES, agencies: frozenset[str] = AGENCIES
) -> tuple[tuple[Root, ...], ...]:
    """Return the roots of each claim of a brief: every source of the claim stands under exactly one.

    Articles are one root where they are one text, of one outlet, or one agency's copy. A claim's source joins the
    outlet that it credits with what it cites; of several that of most other sources of the claim. `outlets` and
    `agencies` are as `find_origins` wants them.
    """
    table = with_names(outlets, [origin.name for origin in brief.origins])
    ties = _Ties.of(brief, outlets=table, agencies=agencies)
    drafted = drafted_credits(brief.origins, table)
    crediting = {each.number: Crediting(source=each, outlets=table, drafted=drafted) for each in brief.sources}
    return tuple(
        ties.roots({number: _behind(claim, crediting[number], place) for number in claim.sources})
        for place, claim in enumerate(brief.claims)
    )


def _behind(claim: Claim, crediting: Crediting, place: int) -> tuple[Chain, ...]:
    by_label = crediting.source.by_label
    cited = [by_label[each.label] for each in claim.evidence if each.label in by_label]
    return crediting.behind(cited, leading=place < LEADING)


@dataclass
class _Sets:
    """Disjoint sets of nodes."""

    above: dict[Node, Node] = field(default_factory=dict)

    def find(self, node: Node) -> Node:
        while (next_one := self.above.get(node, node)) != node:
            node = next_one
        return node

    def join(self, one: Node, other: Node) -> None:
        self.above[self.find(one)] = self.find(other)


@dataclass(frozen=True)
class _Ties:
    """What ties whole articles: the names of their outlets and agencies by number, and pairs that are one text."""

    outlets: Mapping[int, str]
    agencies: Mapping[int, str]
    copies: tuple[tuple[int, int], ...]
    origins: Mapping[str, str]
    """Names of the origins of the whole brief by key: initials in one article may be the name in another."""

    @classmethod
    def of(cls, brief: Brief, *, outlets: frozenset[str], agencies: frozenset[str]) -> _Ties:
        wire = find_wire(brief.sources, outlets=outlets, agencies=agencies)
        return cls(
            outlets={s.number: canonical(s.article.outlet, outlets) for s in brief.sources if s.article.outlet},
            agencies={each.source: each.name for each in wire},
            copies=tuple((each.earlier.number, each.later.number) for each in find_copies(brief.sources)),
            origins={outlet_key(origin.name): origin.name for origin in brief.origins},
        )

    def roots(self, behind: Mapping[int, tuple[Chain, ...]]) -> tuple[Root, ...]:
        """Return the roots of sources that rest on these outlets."""
        chosen = self._chosen(behind)
        sets = self._joined(chosen)
        groups: dict[Node, list[int]] = {}
        for number in sorted(behind):
            groups.setdefault(sets.find(number), []).append(number)
        return tuple(Root(sources=tuple(each), name=self._name(each, chosen)) for each in groups.values())

    def _key(self, name: str) -> str:
        return in_full(outlet_key(name), self.origins)

    def _joined(self, chosen: Mapping[int, Chain]) -> _Sets:
        sets = _Sets()
        for number, name in (*self.outlets.items(), *self.agencies.items()):
            sets.join(number, self._key(name))
        for one, other in self.copies:
            sets.join(one, other)
        for number, chain in chosen.items():
            for name in chain:
                sets.join(number, self._key(name))
        return sets

    def _chosen(self, behind: Mapping[int, tuple[Chain, ...]]) -> dict[int, Chain]:
        """One chain for each source that credits any: "CNN and Reuters reported" must not make one root of the two."""
        heard = Counter(key for chains in behind.values() for key in {self._key(n) for chain in chains for n in chain})
        heard.update(self._key(self.outlets[number]) for number in behind if number in self.outlets)
        return {
            number: max(chains, key=lambda chain: max(heard[self._key(name)] for name in chain))
            for number, chains in behind.items()
            if chains
        }

    def _name(self, numbers: Sequence[int], chosen: Mapping[int, Chain]) -> str | None:
        """The outlet that the sources have it from, else their agency; none where it is one of them."""
        own = {self._key(self.outlets[number]) for number in numbers if number in self.outlets}
        credited = _commonest(chosen[number][-1] for number in numbers if number in chosen)
        name = credited or _commonest(self.agencies[number] for number in numbers if number in self.agencies)
        if name is None or self._key(name) in own:
            return None
        return self.origins.get(self._key(name), name)


def _commonest(names: Iterable[str]) -> str | None:
    counted = Counter(names).most_common(1)
    return counted[0][0] if counted else None
