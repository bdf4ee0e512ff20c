"""The telling words of a sentence: what is left without the small words, under keys that are the same for the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.core.comparing.meanings import PHRASES, is_empty, meaning
from bot.core.words import Word, root


@dataclass(frozen=True)
class Item:
    """One telling word of a statement; `key` is the same for words taken for the same."""

    key: str
    name: bool
    place: int
    """Index of the word in the sentence."""


def find_items(words: Sequence[Word], is_name: Sequence[bool], *, taken: Collection[int]) -> tuple[Item, ...]:
    """Return the telling words, a name of two words as one; `taken` are the places of numbers and dates."""
    items: list[Item] = []
    for at, word in enumerate(words):
        phrase = PHRASES.get((words[at - 1].form, word.form)) if at else None
        if phrase and items and items[-1].place == at - 1:
            items[-1] = Item(key="=" + phrase, name=False, place=at)
        elif at not in taken and _tells(word, name=is_name[at]):
            items.append(Item(key=_key(word, is_name[at]), name=is_name[at], place=at))
    return tuple(items)


def _tells(word: Word, *, name: bool) -> bool:
    if word.spaceless:
        return True
    if word.number or is_empty(word.form):
        return False
    if name or meaning(word.form) or _is_initials(word):
        return len(word.form) > 1
    return len(word.form) > (2 if word.form.upper() == word.form else 3)


def _is_initials(word: Word) -> bool:
    return word.capital and word.form == "us"


def _key(word: Word, name: bool) -> str:
    if word.spaceless:
        return word.form
    if word.form == "us" and word.capital:
        return "=usa"
    known = meaning(word.form)
    if known:
        return "=" + known
    return _name_key(word.form) if name else root(word.form)


def _name_key(form: str) -> str:
    """A name keeps more of itself than a word does: "Niger" and "Nigeria" are two countries."""
    if not form.isascii():
        return form[:8].rstrip("аеёиоуыэюяйьм") or form
    return re.sub(r"(?<=\w{4})(?:n|s|ns)$", "", form)


def find_names(text: str, words: Sequence[Word], *, known_names: frozenset[str]) -> tuple[bool, ...]:
    """Return which words are names: capitals, except where every word has one or a sentence begins."""
    shouting = sum(word.capital for word in words) > 0.6 * max(1, len(words)) and len(words) > 3
    result = []
    for at, word in enumerate(words):
        begins = at == 0 or bool(re.search(r"[.!?:\"“„«‘]\s*$", text[max(0, word.start - 3) : word.start]))
        written = text[word.start : word.end]
        certain = word.form in known_names or any(letter.isupper() for letter in written[1:])
        result.append(word.capital and (certain or not (begins or shouting)) and not meaning(word.form))
    return tuple(result)
