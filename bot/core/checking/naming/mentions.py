"""Where a text may name somebody or something: its words with capital letters, in runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.checking.naming.name_words import STARTERS, TITLES
from bot.core.name_forms import NameWord, key_of

_LONGEST_RUN = 8
_LONGEST_ACRONYM = 6
_CONNECTORS = frozenset("of for the de des du del della la le les el los las für".split())
_SENTENCE_ENDS = ".!?:…—–•|\n"
_QUOTATION_MARKS = '"“”„«»‘‚'
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_FEW = 4
"""Longer words from which on their capitals tell something."""
_NEAR = 24
"""Characters before a word that tell whether it opens a sentence."""
_POSSESSIVES = ("'s", "’s", "ʼs")
_SPACES = " \u00a0([{'’"


@dataclass(frozen=True, slots=True)
class Mention:
    """A run of capitalised words; `certain` tells of each word whether its capital letter means anything."""

    words: tuple[NameWord, ...]
    certain: tuple[bool, ...]


def mentions_of(text: str, words: Sequence[NameWord]) -> tuple[Mention, ...]:
    """Return the runs of capitalised words among these words of a text.

    A capital letter means nothing where a sentence begins, nor in a text that gives one to nearly every word.
    """
    titled = is_titled(words)
    return tuple(
        Mention(run, tuple(not titled and not begins(text, word) for word in run)) for run in runs_of(text, words)
    )


def is_titled(words: Sequence[NameWord]) -> bool:
    """Tell whether a text is written as English headlines are, or all in capitals."""
    longer = [word for word in words if len(word.written) > 3 and word.written.lower() != word.written.upper()]
    return len(longer) >= _FEW and not any(word.written[0].islower() and word.key not in STARTERS for word in longer)


def begins(text: str, word: NameWord) -> bool:
    """Tell whether a word opens a sentence, a quotation or a line, where any word has a capital letter."""
    near = text[max(0, word.start - _NEAR) : word.start]
    before = near.rstrip(_SPACES + _QUOTATION_MARKS)
    if not before:
        return len(near) < _NEAR
    if near[-1] in _QUOTATION_MARKS:
        return True
    if before[-1] == ".":
        return not _is_abbreviation(before[:-1])
    return before[-1] in _SENTENCE_ENDS


def _is_abbreviation(text: str) -> bool:
    """Tell whether the word before a full stop ends no sentence: "Mr", "J", "U.S"."""
    last = _LAST_WORD.search(text)
    if last is None:
        return False
    word = last.group()
    return len(word) == 1 or "." in word or (word[0].isupper() and key_of(word) in TITLES)


def runs_of(text: str, words: Sequence[NameWord]) -> Iterator[tuple[NameWord, ...]]:
    """Yield capitalised words in a row, with only spaces, hyphens and connecting words between them."""
    run: list[NameWord] = []
    for word in words:
        beside = bool(run) and len(run) < _LONGEST_RUN and _beside(text, run[-1], word)
        if beside and (word.capital or word.key in _CONNECTORS):
            run.append(word)
            continue
        yield from _closed(run)
        run = [word] if word.capital else []
    yield from _closed(run)


def _closed(run: list[NameWord]) -> Iterator[tuple[NameWord, ...]]:
    while run and not run[-1].capital:
        run.pop()
    if run:
        yield tuple(run)


def _beside(text: str, one: NameWord, other: NameWord) -> bool:
    between = text[one.end : other.start]
    if one.written.endswith(_POSSESSIVES):
        return False
    if between == ". ":
        return len(one.written) == 1 or one.key in TITLES
    return between in (" ", "\u00a0", "-", " & ", "’ ", "' ")


def initials_of(run: Sequence[NameWord]) -> Iterator[str]:
    """Yield the acronyms that parts of a name may have, of three letters and more; of the whole, of two and more.

    A connecting word may give a letter ("DOJ") or none ("FBI"). Initials within a name give all their letters
    ("USCG" of "the U.S. Coast Guard"), so that "the U.S. Senate" is not the US.
    """
    named = run[1:] if run[0].key in STARTERS else run
    letters = [(word.key if word.initials else word.written[0].upper(), word.capital) for word in named]
    for kept in (letters, [each for each in letters if each[1]]):
        if len(kept) == 2 and len("".join(letter for letter, _ in kept)) == 2:
            yield "".join(letter for letter, _ in kept)
        for start, (_, capital) in enumerate(kept):
            if capital:
                yield from _acronyms_at(start, [letter for letter, _ in kept])


def _acronyms_at(start: int, letters: Sequence[str]) -> Iterator[str]:
    """Yield the acronyms of two words and more that begin at a place."""
    for end in range(start + 2, min(len(letters), start + _LONGEST_ACRONYM) + 1):
        acronym = "".join(letters[start:end])
        if 2 < len(acronym) <= _LONGEST_ACRONYM:
            yield acronym
