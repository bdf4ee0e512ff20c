"""What a language needs to tell who says what."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from bot.core.checking.attributing.marked_words import Phrases, forms

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Cues:
    """Words of one language, folded as `bot.core.words` folds them."""

    said: frozenset[str]
    """Verbs that report whatever follows or precedes them."""
    weak: frozenset[str]
    """Verbs that report only before a conjunction or a quotation, or behind what they report."""
    stance: frozenset[str]
    """Verbs that take a side against or for something, which is then what is reported."""
    naming: frozenset[str] = _NONE
    """Verbs that report only what is quoted after them: "called it a 'farce'"."""
    disputed: frozenset[str] = _NONE
    """Those of all these whose content is an opinion, an accusation or a forecast."""
    before: Phrases = field(default_factory=dict)
    """What stands before a speaker: "according to"."""
    after: Phrases = field(default_factory=dict)
    """What stands behind a speaker: "zufolge"."""
    passive: Phrases = field(default_factory=dict)
    """What reports without a speaker: "is accused of"."""
    nouns: frozenset[str] = _NONE
    """Nouns that report before a conjunction: "the claim that"."""
    telling: frozenset[str] = _NONE
    """Verbs whose hearer stands between them and what is told: "told reporters that"."""
    appeals: frozenset[str] = _NONE
    """Words after which a verb of naming asks for something: "called for"."""
    hearsay: frozenset[str] = _NONE
    """Words that say by themselves that something is only said."""
    that: frozenset[str] = _NONE
    finite: frozenset[str] = _NONE
    """Pronouns and auxiliary verbs that show a clause, where there is no conjunction."""
    auxiliary: frozenset[str] = _NONE
    """What may stand between a speaker and the verb."""
    stops: frozenset[str] = _NONE
    """Words before which a speaker cannot have begun."""
    joining: frozenset[str] = _NONE
    """Words that join two speakers, or two verbs of one."""
    infinitive: frozenset[str] = _NONE
    """The word before an infinitive."""
    subordinate: frozenset[str] = _NONE
    """Words that open a clause which ends at the next comma."""
    articles: frozenset[str] = _NONE
    """Words after which a form is a noun and no verb."""
    adjuncts: frozenset[str] = _NONE
    """Words with which time, place and hearers of an utterance begin."""
    being: frozenset[str] = _NONE
    """What makes a verb behind it passive."""
    contrasts: frozenset[str] = _NONE
    """Words behind a comma that begin what is told by somebody else, or by nobody."""
    comma_clauses: bool = False
    """A comma stands between the verb and what it reports."""
    verb_first: bool = False
    """The speaker stands between the verb and the conjunction."""
    ambiguous: frozenset[str] = _NONE
    """Verbs that are as often nouns, or say something else than that somebody says something."""
    participles: frozenset[str] = _NONE
    """Verbs that report only behind an auxiliary verb, and are adjectives otherwise."""
    performative: frozenset[str] = _NONE
    """Verbs that make true what they say of the speaker: "announced that it will close"."""

    counting: frozenset[str] = _NONE
    """Verbs by which somebody gives a figure, which they take as an object: "put the number at"."""

    @cached_property
    def verbs(self) -> frozenset[str]:
        """All verbs that may report."""
        return self.said | self.weak | self.stance | self.naming

    @cached_property
    def plain(self) -> frozenset[str]:
        """The words of which each by itself shows that somebody says something."""
        return ((self.verbs | self.nouns) - self.ambiguous) | self.hearsay

    @cached_property
    def light(self) -> frozenset[str]:
        """Words that carry no meaning."""
        return self.auxiliary | self.stops | self.articles | self.that | self.finite

    @cached_property
    def circumstances(self) -> frozenset[str]:
        """Words with which time and place begin, and no speaker."""
        return self.adjuncts - self.articles


def endings(stems: str, endings: str) -> frozenset[str]:
    """Return each stem with each ending, both separated by spaces, as they are folded."""
    return forms(*(stem + ending.strip("-") for stem in stems.split() for ending in endings.split()))
