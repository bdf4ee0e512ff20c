"""Word-for-word comparison once typography no longer matters."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]|[^\W_](?:[^\s!-&(-/:-@\[-`{-~\u2010-\u2015\u201c-\u205f\u00ab\u00bb\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u3000-\u303f\uff00-\uffef\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff])*|[^\s\w]|_"
)
_SILENT = frozenset("\"“”„‟«»「」『』‹›'‘’‚ʼ＂*_")
_ALIKE = {
    "–": "-",
    "—": "-",
    "―": "-",
    "‐": "-",
    "‑": "-",
    "−": "-",
    "，": ",",
    "、": ",",
    "。": ".",
    "！": "!",
    "？": "?",
    "،": ",",
    "؛": ";",
    "؟": "?",
    "۔": ".",
    "।": ".",
}
_JOINING = frozenset("and or nor und oder y e o u et ou и или و".split())
"""Words before which one house style writes a comma and another does not."""
_END = frozenset(".,;:!?-…")
_GAP = "\x1e"
_SEAM = "\x1f"


@dataclass(frozen=True)
class Wording:
    """A text as its words and inner punctuation.

    Quotation marks, apostrophes, kinds of dashes and spaces are gone, and so is a comma before "and" or "or".
    """

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    """Where each word stands in the text: start and end."""

    @cached_property
    def line(self) -> str:
        """The words in one string, each between seams, for searching."""
        return _SEAM + "".join(word + _SEAM for word in self.words)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for word in self.words:
            starts.append(at)
            at += len(word) + 1
        return starts

    def find(self, words: tuple[str, ...], start: int = 0) -> tuple[int, int] | None:
        """Return the range of word indexes where `words` stand in a row from `start` on, the first in either case."""
        if not words or start >= len(self.words):
            return None
        offset = self._starts[start]
        places = [self.line.find(_line(form), offset) for form in _forms(words)]
        hits = [place for place in places if place >= 0]
        if not hits:
            return None
        first = bisect_right(self._starts, min(hits)) - 1
        return first, first + len(words)


def _line(words: tuple[str, ...]) -> str:
    return _SEAM + "".join(word + _SEAM for word in words)


def _forms(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    first, rest = words[0], words[1:]
    return {words, (first[:1].upper() + first[1:], *rest), (first[:1].lower() + first[1:], *rest)}


def wording_of(text: str) -> Wording:
    """Cut a text into the words and marks that matter word for word. Linear in its length."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        word = _plain(match.group())
        if not word:
            continue
        if word in _JOINING and words and words[-1] == ",":
            words.pop()
            places.pop()
        words.append(word)
        places.append(match.span())
    return Wording(words=tuple(words), places=tuple(places))


def _plain(token: str) -> str:
    if token in _SILENT:
        return ""
    if token.isascii():
        return token.replace("'", "")
    token = _ALIKE.get(token, token)
    return unicodedata.normalize(
        "NFKC", "".join(char for char in token if char not in _SILENT and unicodedata.category(char)[0] != "C")
    )


def pieces(quotation: str) -> tuple[tuple[str, ...], ...]:
    """Return a quotation's words, cut at each ellipsis, without the punctuation at the ends."""
    marked = re.sub(r"[\[(]\s?(?:…|\.\s?\.\s?\.)\s?[\])]|…|\.(?:\s?\.){2,3}", f" {_GAP} ", quotation)
    cut = [_trimmed(wording_of(piece).words) for piece in marked.split(_GAP)]
    return tuple(piece for piece in cut if piece)


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    start, end = 0, len(words)
    while start < end and words[start] in _END:
        start += 1
    while end > start and words[end - 1] in _END:
        end -= 1
    return words[start:end]
