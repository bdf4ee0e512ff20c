"""Names that mean the same: "U.S.", "United States" and "American"."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.core.name_endings import stems
from bot.core.name_forms import phrase_of

_GIVEN = "given_names"


@dataclass(frozen=True)
class NameTable:
    """Groups of writings of one name, as config/names.toml has them."""

    groups: tuple[tuple[str, ...], ...] = ()
    loose: tuple[tuple[str, ...], ...] = ()
    """Groups whose writings are common words as well ("Will", "Time"): a capital letter alone makes them no names."""

    @cached_property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The groups with their writings as they are compared."""
        return tuple(
            tuple(dict.fromkeys(key for name in group if (key := phrase_of(name))))
            for group in (*self.groups, *self.loose)
        )

    @cached_property
    def index(self) -> dict[str, tuple[int, ...]]:
        """For each writing, as it is compared, the groups that it stands in: "Korean" may mean two countries."""
        found: dict[str, tuple[int, ...]] = {}
        for place, group in enumerate(self.phrases):
            for phrase in group:
                found[phrase] = (*found.get(phrase, ()), place)
        return found

    @cached_property
    def small(self) -> frozenset[str]:
        """The writings that begin with a small letter: they need no capital where they stand in a text."""
        return frozenset(
            phrase_of(name) for group in (*self.groups, *self.loose) for name in group if not name[:1].isupper()
        )

    @cached_property
    def loose_phrases(self) -> frozenset[str]:
        """The writings of loose groups, as they are compared."""
        return frozenset(phrase_of(name) for group in self.loose for name in group)

    @cached_property
    def longest(self) -> dict[str, int]:
        """For each word that begins a writing, how many words the longest of them has."""
        found: dict[str, int] = {}
        for phrase in self.index:
            words = phrase.split(" ")
            found[words[0]] = max(found.get(words[0], 0), len(words))
        return found

    @cached_property
    def _stems(self) -> dict[str, str]:
        """The Cyrillic writings of one word by what is left without an ending."""
        single = (phrase for phrase in self.index if phrase[0] > "\u0400" and " " not in phrase)
        return {stem: phrase for phrase in single for stem in stems(phrase, "ru")}

    def find(self, phrase: str, language: str) -> str:
        """Return the writing that a name is, in whatever form its language gives to it; "" if it is none."""
        if phrase in self.index:
            return phrase
        if " " in phrase:
            return ""
        bare = stems(phrase, language)
        return next((stem for stem in sorted(bare) if stem in self.index), "") or next(
            (self._stems[stem] for stem in sorted(bare) if stem in self._stems), ""
        )

    def others(self, phrase: str) -> tuple[str, ...]:
        """Return all writings of what a writing may mean, itself among them; none of a name that is not here."""
        return tuple(other for place in self.index.get(phrase, ()) for other in self.phrases[place])


def parse_names(text: str) -> NameTable:
    """Return the table of a names file (TOML text). Raises `tomllib.TOMLDecodeError`."""
    parts = {name: _groups(part) for name, part in tomllib.loads(text).items() if isinstance(part, list)}
    given = parts.pop(_GIVEN, ())
    return NameTable(groups=tuple(group for part in parts.values() for group in part), loose=given)


@lru_cache(maxsize=4)
def with_loose(table: NameTable, entries: frozenset[str]) -> NameTable:
    """Return the table with more loose groups, each entry written as those of a names file."""
    return NameTable(groups=table.groups, loose=(*table.loose, *_groups(sorted(entries))))


def _groups(part: Sequence[object]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(name.strip() for name in str(entry).split("|")) for entry in part)
