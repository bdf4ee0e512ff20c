"""One quotation that two sources put into two mouths.

A person has many names: an office, a first name, a surname, the body for which they speak. Two speakers are two
persons here only where both are given by an office that cannot be the other's, or both by name, and neither article
knows the other's speaker at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from bot.core.comparing.corpus import Corpus, Read
from bot.core.comparing.offices import offices_of
from bot.core.comparing.shown import Scored, put, tell
from bot.core.comparing.statements import SPEAKER_WORDS, Statement, understand
from bot.core.comparing.utterances import Utterance, find_utterances
from bot.core.models import Span
from bot.core.words import Word

SURE = 1.5
"""How sure it is that two sentences with one quotation differ in its speaker."""


@dataclass(frozen=True)
class _Quoted:
    """A quotation, whose sentence it is, and the words that name its speaker."""

    utterance: Utterance
    read: Read
    statement: Statement

    @cached_property
    def speaker(self) -> tuple[Word, ...]:
        """The words around the quotation by which its one speaker is told."""
        keys = self.statement.speakers[0] if len(self.statement.speakers) == 1 else frozenset()
        places = [item.place for item in self.statement.items if item.key in keys]
        outside = [at for at in places if not self._is_quoted(self.statement.words[at])]
        return tuple(self.statement.words[at] for at in outside[:SPEAKER_WORDS])

    @cached_property
    def names(self) -> frozenset[str]:
        named = {item.place for item in self.statement.items if item.name}
        return frozenset(
            word.form for at, word in enumerate(self.statement.words) if at in named and word in self.speaker
        )

    @cached_property
    def offices(self) -> frozenset[str]:
        return offices_of(word.form for word in self.speaker)

    def _is_quoted(self, word: Word) -> bool:
        return any(span.start <= word.start < span.end for span in self.statement.quotations)


def find_other_speakers(corpus: Corpus) -> list[Scored]:
    """Return the quotations that two sources have in the same words from two different speakers."""
    by_words: dict[tuple[str, ...], list[_Quoted]] = {}
    for each in corpus.read:
        for utterance in find_utterances(each.source):
            statement = understand(utterance.sentence.text, corpus.familiarity.names)
            by_words.setdefault(utterance.forms, []).append(_Quoted(utterance, each, statement))
    found: list[Scored] = []
    for quoted in by_words.values():
        pair = next((pair for pair in combinations(_in_order(quoted), 2) if _are_two(*pair)), None)
        if pair:
            shown = (tell(each.utterance.sentence, _marked(each)) for each in pair)
            found.append((SURE, put("quotation", shown)))
    return found


def _in_order(quoted: Sequence[_Quoted]) -> list[_Quoted]:
    return sorted(quoted, key=lambda each: (each.utterance.sentence.text, each.read.source.article.text))


def _are_two(one: _Quoted, other: _Quoted) -> bool:
    if one.read is other.read or not one.speaker or not other.speaker:
        return False
    if one.names & other.names:
        return False
    if one.offices and other.offices and not one.offices & other.offices:
        return not other.offices & offices_of(one.read.forms) and not one.offices & offices_of(other.read.forms)
    return bool(one.names and other.names) and not other.names & one.read.forms and not one.names & other.read.forms


def _marked(each: _Quoted) -> tuple[Span, ...]:
    return tuple(Span(start=word.start, end=word.end) for word in each.speaker)
