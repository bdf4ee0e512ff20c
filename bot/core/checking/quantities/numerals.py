"""Digits and CJK numerals to values: what "1.234,5", "1'000" and "三百二十万" may mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from bot.core.checking.quantities.tokens import Token

COMMA_THOUSANDS = frozenset({"en", "zh", "ja", "ko", "hi", "ar", "he", "th"})
POINT_THOUSANDS = frozenset({"de", "it", "nl", "pt", "tr", "id", "da", "el", "ro"})
SPACE_THOUSANDS = frozenset(
    "fr ru uk be pl cs sk sv nb nn no fi et lv lt bg hu es de it pt da kk und".split(),
)
"""Languages in which a space may group digits, some beside the point (DIN 5008 in German); English says "May 5 300"."""

_LONGEST = 24
"""Digits of the longest number that is read; anything longer is compared as it stands."""
_GROUPED = re.compile(r"\d{1,3}(?:\D\d{2,3})*\D\d{3}")

_GLYPH_DIGITS = {glyph: value for value, glyph in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_GLYPH_TENS = {"十": 10, "百": 100, "千": 1000}
_GLYPH_SCALES = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
HANGUL_SCALES = {"만": 10**4, "억": 10**8, "조": 10**12, "천": 1000, "백": 100}


def readings_of(text: str, language: str) -> frozenset[Fraction]:
    """Return every value that folded digits with separators may have; none where they are no number.

    "1,234" is 1234 in English and 1.234 in German; where the language does not tell, it is both.
    """
    digits = text.replace("\u00a0", "").replace(" ", "").replace("'", "")
    if len(digits) > _LONGEST:
        return frozenset()
    points, commas = digits.count("."), digits.count(",")
    if not points and not commas:
        return frozenset({Fraction(digits)})
    if points and commas:
        return _mixed(digits)
    separator = "." if points else ","
    if points + commas > 1:
        return frozenset({_joined(digits)}) if _GROUPED.fullmatch(digits) else frozenset()
    return _single(digits, separator, language)


def _joined(digits: str) -> Fraction:
    return Fraction(digits.replace(".", "").replace(",", ""))


def _decimal(digits: str) -> Fraction:
    return Fraction(digits.replace(",", "."))


def _mixed(digits: str) -> frozenset[Fraction]:
    last = max(digits.rfind("."), digits.rfind(","))
    whole, rest = digits[:last], digits[last + 1 :]
    one_mark = digits[last] not in whole
    if not one_mark or not _GROUPED.fullmatch(whole):
        return frozenset()
    return frozenset({_joined(whole) + Fraction(rest) / 10 ** len(rest)})


def _single(digits: str, separator: str, language: str) -> frozenset[Fraction]:
    head, _, tail = digits.partition(separator)
    if len(tail) != 3 or len(head) > 3 or head == "0":
        return frozenset({_decimal(digits)})
    as_thousands = COMMA_THOUSANDS if separator == "," else POINT_THOUSANDS
    as_decimal = POINT_THOUSANDS | {"fr", "ru", "uk"} if separator == "," else COMMA_THOUSANDS
    if language in as_thousands:
        return frozenset({_joined(digits)})
    if language in as_decimal:
        return frozenset({_decimal(digits)})
    return frozenset({_joined(digits), _decimal(digits)})


def east_asian(tokens: Sequence[Token], at: int, language: str) -> tuple[int, frozenset[Fraction]]:
    """Read adjacent digits and CJK numerals from `at`; return the index after them and the values."""
    run = _run(tokens, at)
    total = section = number = Fraction(0)
    pending = False
    for token in run:
        if token.kind == "number":
            values = readings_of(token.text, language)
            number, pending = (max(values) if values else Fraction(0)), True
            continue
        for glyph in _expanded(token.text):
            if isinstance(glyph, int):
                number, pending = Fraction(glyph), True
            elif glyph in _GLYPH_TENS:
                section += (number if pending else 1) * _GLYPH_TENS[glyph]
                number, pending = Fraction(0), False
            else:
                scale = _GLYPH_SCALES.get(glyph) or HANGUL_SCALES[glyph]
                total += (section + number or 1) * scale
                section, number, pending = Fraction(0), Fraction(0), False
    return at + len(run), frozenset({total + section + number})


def _run(tokens: Sequence[Token], at: int) -> list[Token]:
    """Collect adjacent numerals; a number opens it or follows a numeral glyph, never another number."""
    run = [tokens[at]]
    for token in tokens[at + 1 : at + 9]:
        glued = token.start == run[-1].end
        numeral = token.kind == "glyphs" or (token.kind == "number" and run[-1].kind != "number")
        if not glued or not (numeral or token.text in HANGUL_SCALES):
            break
        run.append(token)
    return run


def _expanded(glyphs: str) -> list[int | str]:
    """Turn numeral glyphs into digits and scales; digits side by side are read by place, as in 二〇二六."""
    parts: list[int | str] = []
    for glyph in glyphs[:_LONGEST]:
        digit = _GLYPH_DIGITS.get(glyph)
        if digit is None:
            parts.append(glyph)
        elif parts and isinstance(parts[-1], int):
            parts[-1] = parts[-1] * 10 + digit
        else:
            parts.append(digit)
    return parts


def small_number(token: Token) -> int | None:
    """Return the value of up to four digits or numeral glyphs, as years, months and days have."""
    if len(token.text) > 4:
        return None
    if token.kind == "number":
        return int(token.text) if token.text.isdigit() else None
    if token.kind != "glyphs":
        return None
    _, values = east_asian([token], 0, "zh")
    return int(next(iter(values)))
