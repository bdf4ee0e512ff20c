"""Lists of words, beginnings of words and phrases, looked up in a text in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from bot.core.models import Span

_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("^[\u0621-\u064a]")
# "And", "with", "for" and "the" are written onto an Arabic word.
_ARABIC_PREFIX = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=\w{3})|^[وف](?=\w{4})")
_AND = "وف"
_ANY = "_"
_SHORTEST = 3
"""Letters of the shortest beginning: less would hit anything."""
_LONGEST = 40
"""Letters of a word that are looked at."""


class Token(NamedTuple):
    """A word of a text, folded for lookup, and its place."""

    form: str
    start: int
    end: int
    written: str = ""
    """An Arabic word with the first letter that its form has lost as "and", which may be its own."""


class Hit(NamedTuple):
    """A place in a text where an entry stands: its words by index, and its place."""

    first: int
    last: int
    span: Span


@dataclass(frozen=True)
class WordList:
    """Entries by the first word that they begin with; see `parse_entries`."""

    whole: Mapping[str, tuple[tuple[str, ...], ...]]
    begun: Mapping[str, tuple[tuple[str, ...], ...]]
    longest: int
    """Letters of the longest beginning."""
    allowed: WordList | None = None
    """Phrases within which no entry counts."""

    def find(self, tokens: Sequence[Token]) -> tuple[Hit, ...]:
        """Return where entries stand among the words of a text, outside the allowed phrases, none over another."""
        found: list[Hit] = []
        reach = self.allowed.reaches(tokens) if self.allowed else ()
        for at in range(len(tokens)):
            size = self._size_at(tokens, at)
            free = not found or found[-1].last < at
            if size and free and not (reach and reach[at] >= at + size):
                last = at + size - 1
                found.append(Hit(at, last, Span(start=tokens[at].start, end=tokens[last].end)))
        return tuple(found)

    def reaches(self, tokens: Sequence[Token]) -> tuple[int, ...]:
        """Return for each word how far an entry reaches that begins there or before it, as the index after its end."""
        ends = (at + size if (size := self._size_at(tokens, at)) else 0 for at in range(len(tokens)))
        return tuple(accumulate(ends, max))

    def _size_at(self, tokens: Sequence[Token], at: int) -> int:
        """Return how many words the longest entry has that stands at a word, 0 if none does."""
        forms = [form for form in (tokens[at].form, tokens[at].written) if form]
        entries = (entry for form in forms for entry in self._begin_with(form))
        fitting = (len(entry) for entry in entries if _stands(entry, tokens, at))
        return max(fitting, default=0)

    def _begin_with(self, form: str) -> Iterator[tuple[str, ...]]:
        yield from self.whole.get(form, ())
        for size in range(_SHORTEST, min(len(form), self.longest) + 1):
            yield from self.begun.get(form[:size], ())


def words_of(text: str) -> tuple[Token, ...]:
    """Return the words of a text for lookup; a hyphen or an apostrophe parts two words."""
    return tuple(_token(match) for match in _WORD.finditer(text))


def _token(match: re.Match[str]) -> Token:
    word, form = match.group()[:_LONGEST], _fold(match.group())
    return Token(form, match.start(), match.end(), word if word != form and word[0] in _AND else "")


def parse_entries(written: Iterable[str], *, allowed: Iterable[str] = ()) -> WordList:
    """Return the list of entries such as "callous*", "long overdue" or "räumte _ ein".

    A star stands for the rest of a word, "_" for any one word. Raises `ValueError` for an entry without a word, or
    whose first word is a beginning of fewer than three letters.
    """
    whole: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    begun: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for entry in written:
        parts = _parts(entry)
        if parts[0].endswith("*"):
            begun[parts[0].removesuffix("*")].append(parts)
        else:
            whole[parts[0]].append(parts)
    return WordList(
        whole={first: tuple(entries) for first, entries in whole.items()},
        begun={first: tuple(entries) for first, entries in begun.items()},
        longest=max(map(len, begun), default=0),
        allowed=parse_entries(phrases) if (phrases := tuple(allowed)) else None,
    )


def _parts(entry: str) -> tuple[str, ...]:
    parts = tuple(_fold(part) for part in re.split(r"[\s\-'’]+", entry.strip()))
    if not parts[0].strip("*_") or (parts[0].endswith("*") and len(parts[0]) <= _SHORTEST):
        raise ValueError(f"an entry needs a word or three letters of it: {entry!r}")
    return parts


def _stands(entry: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
    if at + len(entry) > len(tokens):
        return False
    return all(
        _fits(part, tokens[at + place].form) or _fits(part, tokens[at + place].written)
        for place, part in enumerate(entry)
    )


def _fits(part: str, form: str) -> bool:
    if part.endswith("*"):
        return form.startswith(part[:-1])
    return part in (form, _ANY)


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    form = word.casefold().replace("ё", "е")
    return _ARABIC_PREFIX.sub("", form) if _ARABIC.match(form) else form


def _fold(word: str) -> str:
    """Return a word without case and without what Arabic writes onto it; what is too long to be one is cut."""
    return _folded(word[:_LONGEST])
