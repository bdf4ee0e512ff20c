"""Which outlet stands behind one passage of an article: what it credits there, and what it tells on its own account.

An article may relay one thing and witness another, so a credit covers the sentence it stands in and those that plainly
go on telling the same report; where neither is certain, the passage is the article's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.core.models import Origin, Sentence, Source
from bot.core.outlets import canonical, outlet_key, same_outlet
from bot.core.relay_phrases import FIRST_TOLD, REFERS_BACK, SAYS
from bot.core.relays import Credit, find_credits
from bot.core.text_lines import count_words
from bot.core.words import read, root

Chain = tuple[str, ...]
"""Outlets of which one has it from the next."""
OPENING = 5
"""Sentences at an article's top in which it says whose report it tells."""
_FAR = 8
"""Sentences back to which "the newspaper said" may refer."""
_AFTERTHOUGHT = 8
"""Words of a sentence that does no more than credit the one before: "This was reported by ..."."""
_SHARED = 3
"""Terms that a credit and the top of the article share where both tell the main report."""
_TELLING = 4
"""Letters from which a word tells what a sentence is about."""


@dataclass(frozen=True)
class Crediting:
    """One source, with the outlets that it may credit, and the credits that a writer found in it, by label."""

    source: Source
    outlets: frozenset[str]
    drafted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def behind(self, cited: Sequence[Sentence], *, leading: bool) -> tuple[Chain, ...]:
        """Return the outlets that the cited sentences rest on, none where the article tells them itself.

        Names that one sentence chains ("Reuters reported, citing the Gazette") stand together, the last of them the
        farthest. `leading` says that the claim is among the first, where the report that the whole article tells is
        behind what its top says.
        """
        found = [each for sentence in cited for each in self._credits(sentence)]
        if any(self._is_own(each.name) for each in found):
            return ()
        if chains := self._chains(cited):
            return chains
        if found:
            return ()
        near = [chain for sentence in cited for chain in (*self._resumed(sentence), *self._opened(sentence))]
        return tuple(dict.fromkeys(near)) or (self._main(cited) if leading else ())

    # ------------------------------------------------------------ what a sentence says itself

    def _credits(self, sentence: Sentence) -> tuple[Credit, ...]:
        return find_credits(sentence.text, self.outlets)

    def _is_own(self, name: str) -> bool:
        return same_outlet(name, self._own)

    @cached_property
    def _own(self) -> str:
        return canonical(self.source.article.outlet or "", self.outlets)

    def _chains(self, sentences: Sequence[Sentence], *, reports_only: bool = False) -> tuple[Chain, ...]:
        chains: list[Chain] = []
        for sentence in sentences:
            chains += self._told_by(sentence, reports_only=reports_only)
        return tuple(dict.fromkeys(chains))

    def _told_by(self, sentence: Sentence, *, reports_only: bool) -> list[Chain]:
        found = self._credits(sentence)
        chains: list[Chain] = []
        for each in found:
            if each.answered or (each.spoken and reports_only) or self._is_own(each.name):
                continue
            if each.cited and chains:
                chains[-1] = (*chains[-1], each.name)
            else:
                chains.append((each.name,))
        return [*chains, *((name,) for name in self._drafted(sentence))]

    def _drafted(self, sentence: Sentence) -> list[str]:
        """Names that only a writer took for an outlet's; how a known one is credited is read from the words."""
        known = {outlet_key(each.name) for each in self._credits(sentence)}
        names = self.drafted.get(sentence.label, ())
        return [name for name in names if outlet_key(name) not in known and not self._is_own(name)]

    # ------------------------------------------------------------ what sentences around it say

    def _resumed(self, sentence: Sentence) -> tuple[Chain, ...]:
        """The outlet that "the newspaper" of a sentence is: the last one credited before it."""
        if not REFERS_BACK.search(sentence.text):
            return ()
        place = self._place(sentence)
        for earlier in reversed(self.source.sentences[max(0, place - _FAR) : place]):
            if chains := self._chains([earlier], reports_only=True):
                return chains[-1:]
        return ()

    def _opened(self, sentence: Sentence) -> tuple[Chain, ...]:
        """What the neighbours credit: the report that the paragraph goes on telling, or a mere afterthought.

        A credit that a writer drafted for a neighbour counts: its reader took it to stand for both. A sentence that
        names its own source goes on telling nobody's report.
        """
        place = self._place(sentence)
        before, after = self.source.sentences[:place][-1:], self.source.sentences[place + 1 : place + 2]
        found: list[Chain] = []
        for each in after:
            if count_words(each.text) <= _AFTERTHOUGHT:
                found += self._chains([each], reports_only=True)
        if not SAYS.search(sentence.text):
            same = [each for each in before if each.paragraph == sentence.paragraph]
            found += self._chains(same, reports_only=True)
            found += [(name,) for each in (*before, *after) for name in self._drafted(each)]
        return tuple(dict.fromkeys(found))

    def _main(self, cited: Sequence[Sentence]) -> tuple[Chain, ...]:
        """The report that an article tells from its top on, where what is cited is of its top and tells it too."""
        top = self.source.sentences[:OPENING]
        unattributed = [each for each in cited if each in top and not SAYS.search(each.text)]
        credit = self._first_credit
        if credit is None or not unattributed:
            return ()
        follows = any(credit.index == each.index + 1 for each in unattributed) and FIRST_TOLD.search(credit.text)
        told = {term for sentence in unattributed for term in _terms(sentence.text)}
        if not follows and len(told & _terms(credit.text)) < _SHARED:
            return ()
        return self._chains([credit], reports_only=True)

    @cached_property
    def _first_credit(self) -> Sentence | None:
        """The first sentence at the top that credits an outlet, the headline before all: later ones are asides."""
        headline = (self.source.headline,) if self.source.headline else ()
        top = (*headline, *self.source.sentences[:OPENING])
        return next((each for each in top if self._credits(each) or self._drafted(each)), None)

    def _place(self, sentence: Sentence) -> int:
        return next(place for place, each in enumerate(self.source.sentences) if each.label == sentence.label)


def drafted_credits(origins: Sequence[Origin], outlets: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """Return the names of origins by the labels of the sentences that name them word for word."""
    found: dict[str, tuple[str, ...]] = {}
    for origin in origins:
        for evidence in origin.evidence:
            if outlet_key(origin.name) in evidence.text.casefold():
                name = canonical(origin.name, outlets)
                found[evidence.label] = (*found.get(evidence.label, ()), name)
    return found


def _terms(text: str) -> set[str]:
    return {root(word.form) for word in read(text) if len(word.form) >= _TELLING or word.spaceless}
