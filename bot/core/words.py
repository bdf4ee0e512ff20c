"""Words of a text with their places, in any script, and the few ways in which the comparing code folds them.

A word of a script without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese; Korean too) is a pair of neighbouring
characters, because there is no telling its words apart without a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Python's \w leaves out the vowel signs of Indic scripts and combining accents, and would cut words in the middle.
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
_UNSPACED = "\u0e01-\u0eff\u1000-\u109f\u1780-\u17d3\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
# "5bn" and "20th" begin with a number; "2024er-Bericht" does not matter, and "42" before a spaceless script does.
# What a lookahead has found is not looked at again: the same as a possessive group, which early Python 3.11 gets wrong.
_DIGITS = r"(?=(?P<digits>\d+(?:[.,'\u2019\u00a0\u202f]\d+){0,40}))(?P=digits)"
_NUMBER = rf"{_DIGITS}(?!(?:(?![{_UNSPACED}])[^\W\d_]){{4}})"
_INITIALS = r"(?:[^\W\d_]\.){2,}"
_WORD = re.compile(
    rf"[{_UNSPACED}]+|{_NUMBER}|{_INITIALS}|(?:(?![{_UNSPACED}])[^\W_]|[{_MARKS}])+"
    rf"(?:['\u2019](?:(?![{_UNSPACED}])[^\W\d_]|[{_MARKS}])+)?"
)
_SPACELESS = re.compile(rf"[{_UNSPACED}]")
_ENGLISH_ENDING = re.compile(r"['\u2019]s?$")
# Arabic writes "the" and "and" onto the word.
_ARABIC_ARTICLE = re.compile(r"^[وفبكل]?ال(?=\w{3})|^لل(?=\w{3})")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|all|dell|nell|un)['\u2019]", re.IGNORECASE)
_PLURAL_INITIALS = re.compile(r"[A-Z]{2,}s")
_Y_BEFORE_ENDING = re.compile(r"(?<=\w\w)ie[sd]$")
STEM_LENGTH = 6
LATIN_STEM_LENGTH = 7
_REMEMBERED = 40
"""Letters of the longest word whose folded form is kept: the memory must not grow with what is sent."""


class Word(NamedTuple):
    """One word: its place in the text, its folded form, and whether it is written with a capital or is a number."""

    start: int
    end: int
    form: str
    capital: bool
    number: bool
    spaceless: bool = False


def read(text: str) -> tuple[Word, ...]:
    """Return the words of `text` in order; spaceless runs come as overlapping pairs of characters."""
    words: list[Word] = []
    for match in _WORD.finditer(text):
        found = match.group()
        if _SPACELESS.match(found):
            words += _pairs(found, match.start())
        else:
            words.append(_word(found, match.start()))
    return tuple(words)


def fold(word: str) -> str:
    """Return `word` without case, accents, elided articles, possessive endings and the dots of initials."""
    return _fold(word) if len(word) <= _REMEMBERED else _fold.__wrapped__(word)


def stem(form: str) -> str:
    """Return the first letters of a folded word: crude, but the same for nearly every inflection in any script."""
    return form if form[:1].isdigit() else form[:STEM_LENGTH]


def root(form: str) -> str:
    """Return a folded word without its inflection, as well as one can without knowing its language.

    Latin words lose plural, past and -ing endings and final vowels, and keep seven letters ("investigation" and
    "investment" must differ); other scripts keep six.
    """
    if form[:1].isdigit():
        return form
    if not form.isascii():
        return form[:STEM_LENGTH]
    bare = _Y_BEFORE_ENDING.sub("y", form)
    for ending in ("s", "ing", "ed", "n"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            bare = bare.removesuffix(ending)
    while len(bare) > 3 and bare[-1] in "aeiou":
        bare = bare[:-1]
    if len(bare) > 3 and bare[-1] == bare[-2]:
        bare = bare[:-1]
    return bare[:LATIN_STEM_LENGTH]


def _word(found: str, start: int) -> Word:
    number = found[0].isdigit() and found[-1].isdigit()
    capital = not number and any(letter.isupper() for letter in found)
    return Word(start, start + len(found), fold(found), capital, number)


def _pairs(run: str, start: int) -> list[Word]:
    if len(run) == 1:
        return [Word(start, start + 1, run, False, False, True)]
    return [Word(start + at, start + at + 2, run[at : at + 2], False, False, True) for at in range(len(run) - 1)]


@lru_cache(maxsize=50_000)
def _fold(word: str) -> str:
    bare = _ENGLISH_ENDING.sub("", _ELISION.sub("", word)) or word
    if bare[0].isdigit():
        return bare
    if _PLURAL_INITIALS.fullmatch(bare):
        bare = bare[:-1]
    spread = unicodedata.normalize("NFKD", bare.replace(".", "").casefold())
    kept = "".join(letter for letter in spread if not "\u0300" <= letter <= "\u036f")
    return _ARABIC_ARTICLE.sub("", kept).replace("\u2019", "'") or bare
