"""The words and names of an article, so that a name can be looked up in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.core.checking.naming.mentions import begins, initials_of, runs_of
from bot.core.checking.naming.name_words import STARTERS
from bot.core.checking.naming.transliteration import Soundalikes
from bot.core.models import Source
from bot.core.name_endings import UNCASED, inhabitants, language_of, place_stems, stems
from bot.core.name_forms import NameWord, folded, words_of

_HOST = re.compile("https?://([^/?#]+)")
_REMEMBERED = 12
"""Articles whose vocabulary is kept: those of one request."""
_BEGINNING = 5
"""Letters that related words share."""
_TRIES = 50
"""Places with the same beginning that are looked at."""
_UNCASED = "\u0590"
"""From here on most scripts have no capital letters, and many join words to others."""


@dataclass(frozen=True)
class Vocabulary:
    """What stands in some texts of one language."""

    texts: tuple[str, ...]
    language: str

    @cached_property
    def _lines(self) -> tuple[tuple[NameWord, ...], ...]:
        return tuple(words_of(text) for text in self.texts)

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every word as it is compared; acronyms also in small letters, since headlines may stand in capitals."""
        keys = {word.key for line in self._lines for word in line}
        return frozenset(keys | {key.casefold() for key in keys if key.isupper()})

    @cached_property
    def names(self) -> frozenset[str]:
        """Words that stand with a capital letter inside a sentence."""
        return frozenset(
            word.key
            for text, line in zip(self.texts, self._lines, strict=True)
            for word in line
            if word.capital and not begins(text, word)
        )

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Words in capitals."""
        return frozenset(key for key in self.forms if len(key) > 1 and key.isupper())

    @cached_property
    def expansions(self) -> frozenset[str]:
        """The initials of names of several words: "FBI" of "the Federal Bureau of Investigation"."""
        found: set[str] = set()
        for text, line in zip(self.texts, self._lines, strict=True):
            for run in runs_of(text, line):
                found.update(initials_of(run))
        return frozenset(found)

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(stem for form in self.forms for stem in stems(form, self.language))

    @cached_property
    def _capitals(self) -> frozenset[str]:
        return frozenset(word.key for line in self._lines for word in line if word.capital)

    @cached_property
    def _capital_stems(self) -> frozenset[str]:
        return frozenset(stem for form in self._capitals for stem in stems(form.casefold(), self.language))

    @cached_property
    def _inhabitants(self) -> frozenset[str]:
        return frozenset(stem for form in self.names for stem in inhabitants(form))

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(stem for form in self.names for stem in place_stems(form))

    @cached_property
    def _joined(self) -> frozenset[str]:
        """Neighbouring words written as one: "Covid19" of "Covid-19"."""
        return frozenset(
            (one.key + other.key).casefold()
            for line in self._lines
            for one, other in pairwise(line)
            if other.start - one.end == 1
        )

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(form[:_BEGINNING] for form in self.forms if len(form) >= _BEGINNING)

    @cached_property
    def _line(self) -> str:
        return " . ".join(" ".join(word.key for word in line) for line in self._lines).join("  ")

    @cached_property
    def _whole(self) -> str:
        """All texts in one, for scripts in which names are joined to other words."""
        return "\n".join(folded(text) for text in self.texts)

    @cached_property
    def _sounds(self) -> Soundalikes:
        uncased = self.language in UNCASED
        found = self.forms if uncased else self._capitals - STARTERS
        return Soundalikes({stem for form in found for stem in stems(form.casefold(), self.language)})

    def has(self, key: str) -> bool:
        """Tell whether a word stands here, in any form that its language gives to names."""
        if key in self.forms or (key.isupper() and len(key) > 2 and key.casefold() in self.names):
            return True
        if key.isupper():
            return key in self.expansions
        return not stems(key, self.language).isdisjoint(self._stems) or key in self._joined or self._has_kin(key)

    def has_phrase(self, phrase: str, *, small: bool = False) -> bool:
        """Tell whether the words of a name stand together here; the last one in any form.

        A single word must have a capital letter here, unless it is `small`.
        """
        if phrase[0] >= _UNCASED:
            return phrase in self._whole
        words = phrase.split(" ")
        if len(words) > 1:
            return all(self.has(word) for word in words) and self._together(words)
        if phrase.isupper():
            return phrase in self.forms
        wanted = stems(phrase, self.language)
        return not wanted.isdisjoint(self._stems if small else self._capital_stems)

    def has_text(self, text: str) -> bool:
        """Tell whether these signs stand here, as parts of words too."""
        return folded(text) in self._whole

    def before(self, key: str) -> frozenset[str]:
        """Return the capitalised words that stand directly before a name here: "barack" before "obama"."""
        found, at = set(), -1
        for _ in range(_TRIES):
            at = self._line.find(f" {key} ", at + 1)
            if at < 0:
                break
            found.add(self._line[self._line.rfind(" ", 0, at) + 1 : at])
        return frozenset(found & self._capitals)

    def has_beginning(self, key: str) -> bool:
        """Tell whether a word stands here that begins alike: "investigators" beside "investigation"."""
        return key[:_BEGINNING] in self._beginnings

    def has_sound(self, key: str) -> bool:
        """Tell whether a name of another alphabet or language may stand here as it is written in this one."""
        return self._sounds.has(key.casefold())

    def _has_kin(self, key: str) -> bool:
        """Tell whether a place stands here whose people a word names, or the other way round; in English only."""
        if self.language != "en":
            return False
        return not (inhabitants(key).isdisjoint(self._places) and place_stems(key).isdisjoint(self._inhabitants))

    def _together(self, words: Sequence[str]) -> bool:
        beginning = " " + " ".join(words[:-1]) + " "
        last, at = stems(words[-1], self.language), -1
        for _ in range(_TRIES):
            at = self._line.find(beginning, at + 1)
            if at < 0:
                return False
            start = at + len(beginning)
            found = self._line[start : self._line.find(" ", start)]
            if not last.isdisjoint(stems(found, self.language)):
                return True
        return False


class _OneSource:
    """A source known by what it is and not by what stands in it, which would have to be read through."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _OneSource) and self.source is other.source

    def __hash__(self) -> int:
        return id(self.source)


def vocabulary_of(source: Source) -> Vocabulary:
    """Return the words of a whole article: its sentences, its headline, its outlet and address, its authors."""
    return _vocabulary_of(_OneSource(source))


@lru_cache(maxsize=_REMEMBERED)
def _vocabulary_of(one: _OneSource) -> Vocabulary:
    source = one.source
    article = source.article
    texts = [*(sentence.text for sentence in source.sentences), *article.authors, article.outlet or ""]
    if source.headline:
        texts.append(source.headline.text)
    host = _HOST.match(article.url or "")
    if host:
        texts.append(host.group(1))
    return gather(texts, language=language_of(article.language, article.text))


def gather(texts: Iterable[str], *, language: str) -> Vocabulary:
    """Return the vocabulary of some texts in one language."""
    return Vocabulary(tuple(text for text in texts if text), language)
