"""Numbers of things that are not written but listed: "Kiel, Lübeck and Rostock" are three."""

from __future__ import annotations

import re

_SEPARATOR = re.compile(r",?\s(?:and|und|y|e|et|и)\s|,\s|،\s|\sو")
_COMMAS = frozenset({", ", "، "})
_MOST_WORDS = 6
"""Words of a name with its title."""
_TITLE_WORDS = 3
"""Words of a title in small letters before a name."""
_LONGEST = 2_000
"""Characters of a text that are read."""


def listed(text: str) -> frozenset[int]:
    """Return how many names each list of names in a text has, two at least. Linear in the length of the text."""
    text = " ".join(text[:_LONGEST].split())
    separators = _SEPARATOR.findall(text)
    parts = [part.split() for part in _SEPARATOR.split(text)]
    counts, length = set(), 1
    for separator, before, after in zip(separators, parts, parts[1:], strict=False):
        begins = _ends_in_name(before) if length == 1 else _is_name(before)
        length = length + 1 if begins and _begins_with_name(after) else 1
        if length > 1 and separator not in _COMMAS:
            counts.add(length)
            length = 1
    return frozenset(counts)


def _ends_in_name(words: list[str]) -> bool:
    return bool(words) and words[-1][0].isupper()


def _begins_with_name(words: list[str]) -> bool:
    return any(word[0].isupper() for word in words[: _TITLE_WORDS + 1])


def _is_name(words: list[str]) -> bool:
    return len(words) <= _MOST_WORDS and _begins_with_name(words)
