"""Which words of a name stand in articles, and which do not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from bot.core.checking.naming.bodies import tells_otherwise
from bot.core.checking.naming.mentions import Mention, initials_of
from bot.core.checking.naming.name_words import DATES, GENERAL, KINDS, PARTICLES, STARTERS, TITLES
from bot.core.checking.naming.vocabulary import Vocabulary
from bot.core.name_forms import NameWord
from bot.core.name_table import NameTable

_ROMAN = re.compile("[IVXLC]+")


class Standing(Enum):
    """What is known of one capitalised word."""

    PLAIN = "plain"
    """It names nobody by itself."""
    KNOWN = "known"
    """It stands there, or another writing of it."""
    KIND = "kind"
    """It names a kind of body or place and does not stand there."""
    UNSURE = "unsure"
    """It does not stand there and may be no name."""
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Search:
    """A search for names in the vocabularies of some texts; one of them having a name is enough."""

    vocabularies: tuple[Vocabulary, ...]
    table: NameTable
    language: str = "en"
    """That of the names; the texts may be in others."""
    transliterated: bool = False
    """Whether a name may be spelled as another language does."""

    @cached_property
    def _acronyms(self) -> frozenset[str]:
        return frozenset(key for each in self.vocabularies for key in each.acronyms)

    def standings(self, mention: Mention) -> tuple[Standing, ...]:
        """Return what is known of each word of a mention."""
        words = mention.words
        if len(words) > 1 and self._is_written_short(words):
            return (Standing.KNOWN,) * len(words)
        found = [self._alone(word, certain) for word, certain in zip(words, mention.certain, strict=True)]
        for start, end, standing in self._writings(words, found):
            found[start:end] = [standing] * (end - start)
        return tuple(_with_neighbours(self._with_bodies(words, found)))

    def _with_bodies(self, words: Sequence[NameWord], found: Sequence[Standing]) -> list[Standing]:
        """A kind of body behind a name that stands there is another body of that name, if nothing tells of it.

        "The U.S. Army" is unknown to an article about the U.S. Navy; an article in another language is not asked.
        """
        if self.transliterated or Standing.KIND not in found:
            return list(found)
        named = [at for at, each in enumerate(found) if each is Standing.KNOWN and words[at].key not in KINDS]
        return [
            Standing.UNKNOWN
            if each is Standing.KIND and named and named[0] < at and tells_otherwise(words[at].key, has=self._has_word)
            else each
            for at, each in enumerate(found)
        ]

    def _has_word(self, key: str) -> bool:
        return any(each.has(key) or (len(key) > 4 and each.has_beginning(key)) for each in self.vocabularies)

    def _is_written_short(self, words: Sequence[NameWord]) -> bool:
        """Tell whether a name stands there by its initials, or as one word, as in the address of an outlet."""
        joined = "".join(word.key for word in words).casefold()
        return not self._acronyms.isdisjoint(initials_of(words)) or any(
            joined in each.forms for each in self.vocabularies
        )

    def is_surname(self, word: NameWord) -> bool:
        """Tell whether a word may be what a person is called by: no title, no kind of body, nothing in the table."""
        return not self.table.find(word.key, self.language) and word.key not in KINDS | TITLES and not word.initials

    def _writings(self, words: Sequence[NameWord], alone: Sequence[Standing]) -> list[tuple[int, int, Standing]]:
        """Return the parts of a name that the table has, the longest first, and whether any writing stands there.

        Where the words themselves stand there nothing else matters, as with a person named Jordan.
        """
        found, start = [], 0
        while start < len(words):
            end, phrase = self._longest(words, start)
            if end == start:
                start += 1
                continue
            if any(each is not Standing.KNOWN for each in alone[start:end]):
                if self._has_any(phrase):
                    found.append((start, end, Standing.KNOWN))
                elif self._is_surely(phrase, alone[start:end]):
                    found.append((start, end, Standing.UNKNOWN))
            start = end
        return found

    def _is_surely(self, phrase: str, alone: Sequence[Standing]) -> bool:
        """Tell whether a writing that stands nowhere is a name and not another word that opens a sentence."""
        return alone not in ([Standing.PLAIN], [Standing.KIND]) and (
            phrase not in self.table.loose_phrases or len(alone) > 1
        )

    def _longest(self, words: Sequence[NameWord], start: int) -> tuple[int, str]:
        most = self.table.longest.get(words[start].key, 1)
        for end in range(min(len(words), start + most), start, -1):
            phrase = self.table.find(" ".join(word.key for word in words[start:end]), self.language)
            if phrase:
                return end, phrase
        return start, ""

    def _has_any(self, phrase: str) -> bool:
        small = self.table.small
        return any(
            each.has_phrase(other, small=other in small)
            for other in self.table.others(phrase)
            for each in self.vocabularies
        )

    def _alone(self, word: NameWord, certain: bool) -> Standing:
        if _is_plain(word):
            return Standing.PLAIN
        if any(each.has(word.key) for each in self.vocabularies) or self._sounds(word):
            return Standing.KNOWN
        if word.key.casefold() in KINDS:
            return Standing.KIND
        if certain or word.initials or has_inner_capital(word):
            return Standing.UNKNOWN
        if any(each.has_beginning(word.key) for each in self.vocabularies):
            return Standing.PLAIN
        return Standing.UNSURE

    def _sounds(self, word: NameWord) -> bool:
        return self.transliterated and not word.initials and any(each.has_sound(word.key) for each in self.vocabularies)


def _is_plain(word: NameWord) -> bool:
    key = word.key.casefold()
    if len(key) == 1 or not word.capital or key in TITLES or key in GENERAL or key in PARTICLES or key in DATES:
        return True
    return bool(_ROMAN.fullmatch(word.written)) or (word.key in STARTERS)


def has_inner_capital(word: NameWord) -> bool:
    """Tell whether a word has capitals besides its first letter, and small ones: "OpenAI"."""
    return any(letter.isupper() for letter in word.written[1:]) and not word.written.isupper()


def _with_neighbours(found: list[Standing]) -> list[Standing]:
    """A kind of body is no name beside one; several that stand nowhere are one ("Supreme Court")."""
    kinds = [at for at, each in enumerate(found) if each is Standing.KIND]
    named = any(each in (Standing.KNOWN, Standing.UNKNOWN, Standing.UNSURE) for each in found)
    whole = Standing.UNKNOWN if len(kinds) > 1 and not named else Standing.PLAIN
    return [whole if at in kinds else each for at, each in enumerate(found)]
