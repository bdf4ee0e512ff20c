"""How names are compared: words cut alike, without case, accents, dots of initials and possessive endings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_MARKS = "\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670"
_UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
_LETTER = rf"(?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}])"
_ACCENT = re.compile(f"[{_MARKS}]+")
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![^\W_]))?|{_LETTER}+(?:['’ʼ]{_LETTER}+)*|[{_UNSPACED}]+")
_POSSESSIVE = re.compile("['’ʼ][sS]$")
_ELISION = re.compile("^(?:[cdjlmnst]|qu|dell|nell|sull|all|dall|un)['’ʼ]", re.IGNORECASE)
_PLURAL_INITIALS = re.compile("[A-Z]{2,}s")
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "'": "", "’": ""}
    | {"ʼ": "", ".": "", "\u0640": "", "\u00ad": ""}
)
_REMEMBERED = 40
"""Letters of the longest word whose key is kept: the memory must not grow with what is sent."""


class NameWord(NamedTuple):
    """One word of a text: its place, how it is written, and how it is compared."""

    start: int
    end: int
    written: str
    key: str

    @property
    def capital(self) -> bool:
        """Whether it is written as names are: "Obama", "iPhone", "G7"."""
        return any(letter.isupper() for letter in self.written)

    @property
    def initials(self) -> bool:
        """Whether it is an acronym in capitals."""
        return len(self.key) > 1 and self.key.isupper()


def words_of(text: str) -> tuple[NameWord, ...]:
    """Return the words of a text in order; a hyphen parts words, and so does a change to a script without spaces.

    Linear in its length.
    """
    return tuple(
        NameWord(match.start(), match.end(), match.group(), key_of(match.group())) for match in _WORD.finditer(text)
    )


def key_of(word: str) -> str:
    """Return what two writings of one word share.

    Acronyms stay in capitals, so that "US" is not "us": "U.S." is "US", and "MPs" is "MP".
    """
    return _key(word) if len(word) <= _REMEMBERED else _key.__wrapped__(word)


def phrase_of(text: str) -> str:
    """Return the keys of a name of several words, with one space between."""
    return " ".join(key for word in words_of(text) if (key := word.key))


def bare(name: str) -> str:
    """Return a name without a possessive ending and without an elided article."""
    return _POSSESSIVE.sub("", _ELISION.sub("", name))


def folded(text: str) -> str:
    """Return a text without case and accents, as keys are written."""
    return _ACCENT.sub("", unicodedata.normalize("NFKD", text.casefold())).translate(_LETTERS)


@lru_cache(maxsize=50_000)
def _key(word: str) -> str:
    plain = bare(word).replace(".", "")
    if _PLURAL_INITIALS.fullmatch(plain):
        plain = plain[:-1]
    return plain if len(plain) > 1 and plain.isupper() else folded(plain)
