"""What composing a reply needs from the interface language: its sentences, by id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Words(Protocol):
    """The sentences that people read; the port `Texts` has this shape."""

    def say(self, message: str, /, **params: object) -> str:
        """Return the sentence `message` with its parameters filled in."""


def listed(words: Words, items: Sequence[str]) -> str:
    """Return `items` as a list in running words: "a", "a and b", "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return words.say("list-last", items=words.say("list-separator").join(items[:-1]), last=items[-1])
