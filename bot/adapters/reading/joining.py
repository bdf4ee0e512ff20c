"""Joins the rows of a paragraph: undoes hyphens at the end of rows, and knows where no space belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")
_CUT_WORD: Final = re.compile(r"([^\W\d_]+)[-\u2010]$")
_HYPHENS: Final = ("-", "\u2010")
# Scripts written without spaces; Korean has them.
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]"
)
# After these a hyphen stands for a part of a word that comes later: "import- and export", "Vor- und Nachteile".
_SUSPENDING: Final = frozenset({
    "and", "or", "to", "und", "oder", "bzw", "bis", "sowie", "en", "of", "och", "eller", "og", "ja", "tai", "et", "ou",
    "y", "o", "e", "i", "и", "или", "та", "або",
})  # fmt: skip


class Vocabulary:
    """The words that a document writes within its rows: they tell how words cut at the end of a row are written."""

    def __init__(self, rows: Iterable[str]) -> None:
        self._words = Counter(word.casefold() for row in rows for word in _WORD.findall(row))

    def join(self, rows: Sequence[str]) -> str:
        """Return the rows of one paragraph as one line."""
        text = rows[0] if rows else ""
        for row in rows[1:]:
            if text.endswith(_HYPHENS) and text[-2:-1].isalnum() and row[0].isalnum():
                text = self._without_hyphen(text, row)
            elif self._is_initial(text, row) or (_UNSPACED.match(text[-1:]) and _UNSPACED.match(row)):
                text += row
            else:
                text = f"{text} {row}"
        return text

    def _without_hyphen(self, text: str, row: str) -> str:
        """Join at a hyphen, which goes unless it belongs to the word, as in "long-term", "Anglo-French", "2-year"."""
        cut, rest = _CUT_WORD.search(text), _FIRST_WORD.match(row)
        if cut is None or rest is None or not row[0].islower():
            return text + row
        if rest[0].casefold() in _SUSPENDING:
            return f"{text} {row}"
        whole, compound = (cut[1] + rest[0]).casefold(), f"{cut[1]}-{rest[0]}".casefold()
        return text + row if self._words[compound] > self._words[whole] else text[:-1] + row

    def _is_initial(self, text: str, row: str) -> bool:
        """A large first letter that stands apart from the rest of its word; not a word such as "A"."""
        rest = _FIRST_WORD.match(row)
        if len(text) != 1 or not text.isupper() or rest is None or not row[0].islower():
            return False
        return self._words[rest[0]] < 2 or self._words[(text + rest[0]).casefold()] > 0
