"""Words that judge what they tell, as config/neutrality.toml lists them by language."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bot.core.word_list import WordList, parse_entries

_SCRIPTS = (("ru", re.compile("[\u0400-\u04ff]")), ("ar", re.compile("[\u0600-\u06ff]")))
_OTHER_LETTERS = re.compile("[^\\W\\d_A-Za-z\u00aa-\u024f\u1e00-\u1eff]")
_SCRIPT_OF = {"ru": "Cyrillic", "ar": "Arabic"}
_LONG_ENOUGH = 6
"""Letters from which a whole word may stand for all that begin with it."""


@dataclass(frozen=True)
class Vocabulary:
    """What one language has of words that judge."""

    loaded: WordList
    saying: WordList
    """Verbs that say "said" with a judgement."""


@dataclass(frozen=True)
class Lexicon:
    """Words that judge, by language (primary subtag)."""

    vocabularies: Mapping[str, Vocabulary] = field(default_factory=dict)
    stems: frozenset[str] = frozenset()
    """Beginnings of words, case folded, of all languages: a sentence without them tells a thing more plainly."""

    def of(self, text: str, language: str) -> tuple[Vocabulary, ...]:
        """Return what a text in this language (a BCP 47 tag) is read with; of "und", all languages of its script."""
        primary = re.split(r"[-_]", language, maxsplit=1)[0].lower()
        if primary != "und":
            return tuple(each for name, each in self.vocabularies.items() if name == primary)
        script = _script(text)
        return tuple(each for name, each in self.vocabularies.items() if _SCRIPT_OF.get(name, "Latin") == script)


def parse_lexicon(text: str) -> Lexicon:
    """Return the lexicon of a neutrality file (TOML text).

    Raises `tomllib.TOMLDecodeError`, and `ValueError` for an entry that is no word (see `parse_entries`).
    """
    table = tomllib.loads(text)
    return Lexicon(
        vocabularies={language: _vocabulary(part) for language, part in table.items()},
        stems=frozenset(stem for part in table.values() for stem in _stems(part)),
    )


def _vocabulary(part: Mapping[str, object]) -> Vocabulary:
    allowed = _entries(part.get("allowed"))
    return Vocabulary(
        loaded=parse_entries(_entries(part.get("loaded")), allowed=allowed),
        saying=parse_entries(_entries(part.get("saying")), allowed=allowed),
    )


def _entries(value: object) -> tuple[str, ...]:
    """Return the entries of a list, or of all the lists of a table."""
    if isinstance(value, dict):
        return tuple(entry for kind in value.values() for entry in _entries(kind))
    return tuple(entry for entry in value if isinstance(entry, str)) if isinstance(value, list) else ()


def _stems(part: Mapping[str, object]) -> Iterator[str]:
    """Yield the beginnings that are told by a look at one word: "so-called" is one, with its hyphen."""
    yield from (entry.casefold() for entry in _entries(part.get("colour")))
    for entry in _entries(part.get("loaded")):
        words = entry.casefold().split()
        stem = "-".join(word.removesuffix("*") for word in words)
        if entry.endswith("*") or len(words) > 1 or len(stem) >= _LONG_ENOUGH:
            yield stem


def _script(text: str) -> str:
    """Return the script of most letters of a text, "" if it is none that has a list."""
    for language, letters in _SCRIPTS:
        if len(letters.findall(text)) * 2 > len(text):
            return _SCRIPT_OF[language]
    return "" if len(_OTHER_LETTERS.findall(text)) * 2 > len(text) else "Latin"
