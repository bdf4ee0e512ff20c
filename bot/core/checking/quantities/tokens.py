"""Cutting a text into numbers, words and marks, with digits and spaces of every script made alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

Kind = Literal["number", "glyphs", "word", "mark"]

GLYPHS = "〇零一二三四五六七八九十百千万萬億亿兆两兩"
_SINGLE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af々"
_NOT_WORD = (
    r"\s\d!-/:-@\[-`{-~\u00a0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u0589\u0609-\u060d\u061b-\u061f"
    r"\u066a-\u066d\u06d4\u0964\u0965"
    r"\u2000-\u20cf\u2100-\u218f\u3000-\u3004\u3008-\u303f\uff00-\uffef"
)
_REST = rf"""
    (?P<glyphs>[{GLYPHS}]+)
  | (?P<single>[{_SINGLE}])
  | (?P<word>[^{_NOT_WORD}{_SINGLE}{GLYPHS}]+)
  | (?P<mark>\S)
"""
_WITH_SPACES = r"(?P<number>\d{1,3}(?:[\u00a0 ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*)"
_WITHOUT = r"(?P<number>\d{1,3}(?:\u00a0\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*)"
_SPACED = re.compile(f"{_WITH_SPACES}|{_REST}", re.VERBOSE)
_PLAIN = re.compile(f"{_WITHOUT}|{_REST}", re.VERBOSE)

_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f\u0670]+")
_ALIKE = str.maketrans(
    {
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "٫": ".",
        "٬": ",",
        "٪": "%",
        "،": ",",
        "‐": "-",
        "‑": "-",
        "−": "-",
        "‒": "–",
        **dict.fromkeys("\u2007\u2009\u202f", "\u00a0"),
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    }
)


class Token(NamedTuple):
    """A piece of a folded text: `text` as it stands there, `key` for looking it up."""

    kind: Kind
    text: str
    key: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return `text`, of the same length, with digits as 0-9 and spaces, hyphens and full-width signs made alike."""
    folded = text.translate(_ALIKE)
    if folded.isascii():
        return folded
    foreign = {char for char in set(folded) if not char.isascii() and char.isdecimal()}
    if not foreign:
        return folded
    return folded.translate({ord(char): str(unicodedata.decimal(char)) for char in foreign})


@lru_cache(maxsize=4096)
def key_of(word: str) -> str:
    """Return a word without case and accents, so that "Millón" and "millon" are one."""
    if word.isascii():
        return word.lower()
    if len(word) > 64:
        return word
    return _ACCENTS.sub("", unicodedata.normalize("NFD", word.casefold()))


def tokenise(folded: str, *, spaced_thousands: bool) -> list[Token]:
    """Cut a folded text into tokens; `spaced_thousands` reads "15 000" as one number."""
    pattern = _SPACED if spaced_thousands else _PLAIN
    return [_token(match) for match in pattern.finditer(folded)]


def _token(match: re.Match[str]) -> Token:
    group, text = match.lastgroup, match.group()
    if group in ("word", "single"):
        return Token("word", text, key_of(text), match.start(), match.end())
    kind: Kind = "number" if group == "number" else "glyphs" if group == "glyphs" else "mark"
    return Token(kind, text, text, match.start(), match.end())


def key_at(tokens: Sequence[Token], at: int) -> str:
    """Return the key of the token at `at`, "" past the end."""
    return tokens[at].key if at < len(tokens) else ""


def text_at(tokens: Sequence[Token], at: int) -> str:
    """Return the text of the token at `at`, "" past the end."""
    return tokens[at].text if at < len(tokens) else ""
