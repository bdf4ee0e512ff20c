"""Number words and digits at a place in a text to a value: "two hundred and five", "3.2 billion", "half a million"."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from fractions import Fraction

from bot.core.checking.quantities import arabic, german, number_words
from bot.core.checking.quantities.number_words import NumberWords
from bot.core.checking.quantities.numerals import HANGUL_SCALES, east_asian, readings_of
from bot.core.checking.quantities.quantity import Counted
from bot.core.checking.quantities.spoken import fraction_at, scales_at, spoken_at
from bot.core.checking.quantities.tokens import Token, key_at, key_of, text_at

_NONE = NumberWords(small={}, scales=number_words.ANYWHERE)
_LANGUAGES = {
    "en": number_words.ENGLISH,
    "und": number_words.ENGLISH,
    "de": german.GERMAN,
    "es": number_words.SPANISH,
    "fr": number_words.FRENCH,
    "ru": number_words.RUSSIAN,
    "ar": arabic.ARABIC,
}
_ENOUGH = 500
"""Tokens that are looked at to tell a language."""

_MOST_GLYPHS = 24
ROMAN = {
    numeral: value
    for value, numeral in enumerate(
        "II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split(), 2
    )
    if numeral not in ("V", "X")
}
"""Roman numerals that are not single letters."""

_CYRILLIC_ENDINGS = frozenset(map(key_of, ("й", "я", "е", "го", "му", "м")))
_ORDINAL_ENDINGS = (
    frozenset({"st", "nd", "rd", "th", "er", "ere", "re", "e", "eme", "º", "ª", "o", "a"}) | _CYRILLIC_ENDINGS
)


def words_of(language: str) -> NumberWords:
    """Return the number words to read a text in `language` with."""
    return _LANGUAGES.get(language, _NONE)


def counted_in(tokens: Sequence[Token]) -> str:
    """Return the language that most words are number words of; "und" where several or none have them."""
    keys = [token.key for token in tokens[:_ENOUGH] if token.kind == "word"]
    hits = {name: sum(_counts(key, words_of(name)) for key in keys) for name in _LANGUAGES if name != "en"}
    most = max(hits.values())
    best = [name for name, count in hits.items() if count == most]
    return best[0] if most and len(best) == 1 else "und"


def _counts(key: str, words: NumberWords) -> bool:
    return key in words.small or key in words.scales or (words is german.GERMAN and german.compound(key) is not None)


def count_at(tokens: Sequence[Token], at: int, language: str) -> Counted | None:
    """Read the number that begins at token `at`, if one does."""
    token, words = tokens[at], words_of(language)
    if token.kind == "number":
        follower = tokens[at + 1] if at + 1 < len(tokens) else None
        if follower and follower.start == token.end and (follower.kind == "glyphs" or follower.text in HANGUL_SCALES):
            return Counted(*east_asian(tokens, at, language))
        return _digits(tokens, at, language)
    if token.kind == "glyphs":
        return _glyphs(tokens, at, language)
    if token.kind == "mark":
        value = _numeric(token.text)
        return Counted(at + 1, frozenset({value})) if value is not None else None
    return _roman(token, at) or fraction_at(tokens, at, words) or spoken_at(tokens, at, words)


def _numeric(mark: str) -> Fraction | None:
    """Read a single sign that is a number, such as ½ or Ⅻ; a raised ² is a note or a power."""
    value = unicodedata.numeric(mark, None)
    if value is None or (value >= 1 and unicodedata.category(mark) != "Nl"):
        return None
    return Fraction(value).limit_denominator(100)


def _glyphs(tokens: Sequence[Token], at: int, language: str) -> Counted | None:
    after, values = east_asian(tokens, at, language)
    glyphs = tokens[at].text
    if len(glyphs) > _MOST_GLYPHS:
        return Counted(at + 1, frozenset(), code=glyphs)
    before = tokens[at - 1] if at else None
    if before and before.end == tokens[at].start and before.text in "数几幾第每统統万一":
        return None
    bare = len(glyphs) == 1 and after == at + 1
    return Counted(after, values, required=not bare)


def _digits(tokens: Sequence[Token], at: int, language: str) -> Counted:
    token = tokens[at]
    values = readings_of(token.text, language)
    if not values:
        return Counted(at + 1, frozenset(), code=token.text)
    after = at + 1
    slashed = _slashed(tokens, at)
    if slashed:
        return slashed
    part = _part_after(tokens, after)
    if part:
        return Counted(part.after, frozenset(value + add for value in values for add in part.values))
    ending = after + 1 if text_at(tokens, after) == "-" and key_at(tokens, after + 1) in _CYRILLIC_ENDINGS else after
    decade = key_at(tokens, ending) == "er" and len(token.text) > 1
    if key_at(tokens, ending) in _ORDINAL_ENDINGS and tokens[after].start == token.end and not decade:
        return Counted(ending + 1, values, ordinal=True)
    after, scale, extra = scales_at(tokens, after, words_of(language))
    return Counted(after, frozenset(value * scale + extra for value in values) if scale > 1 else values, scale)


def _slashed(tokens: Sequence[Token], at: int) -> Counted | None:
    """Read "3/4"; a third part makes it a date, which is not read here."""
    if not _glued(tokens, at, "/") or at + 2 >= len(tokens) or tokens[at + 2].kind != "number":
        return None
    top, bottom = tokens[at].text, tokens[at + 2].text
    code = f"{top}/{bottom}"
    small = top.isdigit() and bottom.isdigit() and len(code) < 9 and 0 < int(bottom) <= 100 and int(top) < int(bottom)
    return Counted(at + 3, frozenset({Fraction(int(top), int(bottom))}) if small else frozenset(), code=code)


def _part_after(tokens: Sequence[Token], at: int) -> Counted | None:
    """Read what makes "8½" and "8 1/2" more than eight."""
    if at >= len(tokens):
        return None
    if tokens[at].kind == "mark":
        value = _numeric(tokens[at].text)
        return Counted(at + 1, frozenset({value})) if value is not None and value < 1 else None
    return _slashed(tokens, at) if tokens[at].kind == "number" and len(tokens[at].text) == 1 else None


def _roman(token: Token, at: int) -> Counted | None:
    value = ROMAN.get(token.text)
    return Counted(at + 1, frozenset({Fraction(value)}), required=False, ordinal=True) if value else None


def _glued(tokens: Sequence[Token], at: int, mark: str) -> bool:
    return text_at(tokens, at + 1) == mark and tokens[at + 1].start == tokens[at].end
