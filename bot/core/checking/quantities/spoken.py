"""Numbers in words to values: "two hundred and five", "half a million", "treinta y cinco", "quatre-vingt-dix"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from bot.core.checking.quantities import arabic, german, number_words
from bot.core.checking.quantities.number_words import ANYWHERE, NumberWords
from bot.core.checking.quantities.quantity import Counted
from bot.core.checking.quantities.tokens import Token, key_at, text_at

HALF = Fraction(1, 2)
_LOOSE_ORDINAL = 2
"""Up to "second" an ordinal in words mostly counts nothing."""
_MULTIPLYING = ("zehntausend", "hundert", "tausend")
"""How German words begin that are counted by "mehrere", though they are numbers alone."""
_MOST_SCALES = 3
"""Scale words in a row ("mil millones"); more would make numbers without end."""


def scales_at(tokens: Sequence[Token], at: int, words: NumberWords) -> tuple[int, int, Fraction]:
    """Read the scale words from `at`: the index after them, their product, and what "and a half" adds."""
    scale = 1
    for _ in range(_MOST_SCALES):
        step = at + 1 if text_at(tokens, at) == "-" else at
        key = key_at(tokens, step)
        value = words.scales.get(key) or ANYWHERE.get(key) or (100 if key in words.hundreds else 0)
        if not value:
            break
        scale, at = scale * value, step + 1
        if text_at(tokens, at) == "." and _ends_abbreviation(tokens, at):
            at += 1
    half = and_half(tokens, at, words) if scale > 1 else at
    return (half, scale, scale * HALF) if half > at else (at, scale, Fraction(0))


def _ends_abbreviation(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at - 1].key in {"mio", "mrd", "тыс", "mld", "mln", "bio"} and tokens[at].start == tokens[at - 1].end


def fraction_at(tokens: Sequence[Token], at: int, words: NumberWords) -> Counted | None:
    """Read "half", "a third", "two-thirds", "half a million"."""
    first = tokens[at].key
    top, place = words.small.get(first) or words.loose.get(first), at
    if top or first in words.articles:
        place = at + 2 if text_at(tokens, at + 1) == "-" else at + 1
    part = words.fractions.get(key_at(tokens, place))
    if part is None or (place == at and part != HALF and part.numerator == 1):
        return None
    after = place + 1
    whole = after + 1 if key_at(tokens, after) in words.articles else after
    whole, scale, _ = scales_at(tokens, whole, words)
    value = part * (top or 1)
    if scale > 1:
        return Counted(whole, frozenset({value * scale}), scale)
    required = place > at and bool(top) and top != 1
    both = (
        frozenset({value})
        if part == HALF
        else frozenset({value, Fraction(words.ordinals.get(key_at(tokens, place), value))})
    )
    return Counted(after, both, required=required)


def spoken_at(tokens: Sequence[Token], at: int, words: NumberWords) -> Counted | None:
    if tokens[at].kind != "word":
        return None
    key = tokens[at].key
    if key in words.articles and key_at(tokens, at + 1) in words.bare | words.hundreds:
        after, scale, extra = scales_at(tokens, at + 1, words)
        return Counted(after, frozenset({scale + extra}), scale)
    compound = german.compound(key) if words is german.GERMAN and key not in words.loose else None
    value = words.small.get(key, compound)
    if value is None and key not in words.loose and key not in words.bare | words.hundreds:
        return _ordinal(tokens, at, words)
    if at and tokens[at - 1].key in number_words.VAGUE and _multiplies(key, words):
        return None
    counted = _composed(tokens, at, words)
    lone = counted.after == at + 1 and value is None and not _is_number_alone(key, words)
    ordinal = words.ordinals.get(key) if lone else None
    both = counted.values | ({Fraction(ordinal)} if ordinal else frozenset())
    return counted._replace(values=both, required=not lone)


def _ordinal(tokens: Sequence[Token], at: int, words: NumberWords) -> Counted | None:
    simple = (at + 1, words.ordinals.get(tokens[at].key, 0))
    after, ordinal = (arabic.ordinal_at(tokens, at) or (at, 0)) if words is arabic.ARABIC else simple
    if not ordinal:
        return None
    return Counted(after, frozenset({Fraction(ordinal)}), ordinal=True, required=ordinal > _LOOSE_ORDINAL)


def _multiplies(key: str, words: NumberWords) -> bool:
    """Tell whether a word makes no number after "several": "several hundred", but "some forty"."""
    if words is german.GERMAN and key.startswith(_MULTIPLYING):
        return True
    return key in words.bare | words.hundreds


def _is_number_alone(key: str, words: NumberWords) -> bool:
    """Tell whether a scale word is a number without an article: "mil barcos", "cent bateaux", "مئة يوم"."""
    return words is not number_words.ENGLISH and key in words.bare and words.scales.get(key, 100) >= 100


def _composed(tokens: Sequence[Token], at: int, words: NumberWords) -> Counted:
    """Add and multiply number words from `at` as far as they make one number."""
    total, largest, last = Fraction(0), 1, 0
    group: int | None = None
    while at < len(tokens):
        step = _past_join(tokens, at, words) if group or total else at
        key = _bare_key(tokens, step, words)
        joined_one = step > at and key in words.articles and words is not number_words.ENGLISH
        value, scale = 1 if joined_one else _value(key, words), words.scales.get(key, 0)
        if value is not None and _fits(group, value, words):
            group = _added(group, value, words)
        elif key in words.hundreds and (group is None or 0 < group < 100):
            group = (group or 1) * 100
        elif scale and (not total or scale > largest):
            total, group = Fraction(total + (group or 0) or 1) * scale, None
            largest, last = max(largest, scale), scale
        elif scale and group is not None and scale < last:
            total, group, last = total + group * scale, None, scale
        else:
            break
        at = step + 1
    half = and_half(tokens, at, words)
    added = HALF * (1 if group else largest) if half > at else Fraction(0)
    return Counted(half, frozenset({total + (group or 0) + added}), largest)


def _added(group: int | None, value: int, words: NumberWords) -> int:
    """Add a small number to what was read; "quatre-vingt" is four times twenty."""
    if words is number_words.FRENCH and group is not None and group % 100 == 4 and value == 20:
        return group * value
    return (group or 0) + value


def _value(key: str, words: NumberWords) -> int | None:
    if words is german.GERMAN:
        return words.small.get(key, german.compound(key) or words.loose.get(key))
    return words.small.get(key, words.loose.get(key))


def _bare_key(tokens: Sequence[Token], at: int, words: NumberWords) -> str:
    """Return the key at `at`; in Arabic without the "and" written before it."""
    key = key_at(tokens, at)
    if words is arabic.ARABIC and key.startswith("و") and key not in words.small:
        return key[1:]
    return key


def _fits(group: int | None, value: int, words: NumberWords) -> bool:
    """Tell whether a small number may follow what was read: "five" after "twenty", not after "four"."""
    if group is None:
        return True
    if value >= 100 or value == 0:
        return False
    rest = group % 100
    if rest == 0 or (rest >= 20 and rest % 10 == 0 and value < 10):
        return True
    if words is number_words.FRENCH:
        return (rest == 10 and 7 <= value <= 9) or (rest in (60, 80) and value < 20) or (rest == 4 and value == 20)
    return words is arabic.ARABIC and rest < 10 and value >= 10


def _past_join(tokens: Sequence[Token], at: int, words: NumberWords) -> int:
    """Skip "and", a hyphen or both ("-et-") where a number that fits follows and is not itself multiplied."""
    if at + 1 >= len(tokens):
        return at
    key = tokens[at].key
    hyphen = key == "-" and tokens[at].start == tokens[at - 1].end
    if not hyphen and key not in words.joins:
        return at
    if hyphen and key_at(tokens, at + 1) in words.joins and key_at(tokens, at + 2) == "-":
        return _past_join(tokens, at + 2, words)
    following = key_at(tokens, at + 2)
    multiplied = following in words.scales or following in words.hundreds
    value = _value(key_at(tokens, at + 1), words)
    joined = key in words.joins or key_at(tokens, at - 1) in words.joins
    if value is None and key_at(tokens, at + 1) in words.articles and joined:
        return at + 1
    if value is None:
        multiplier = key_at(tokens, at + 1)
        return at + 1 if hyphen and (multiplier in words.scales or multiplier in words.hundreds) else at
    previous = tokens[at - 1].key
    after_scale = previous in words.hundreds or previous in words.scales
    if key in words.joins and (multiplied if after_scale else words is number_words.ENGLISH):
        return at
    return at + 1


def and_half(tokens: Sequence[Token], at: int, words: NumberWords) -> int:
    """Return the index after "and a half" or "-and-a-half" at `at`, or `at` where it does not stand there."""
    place = _past_hyphen(tokens, at)
    if key_at(tokens, place) not in words.joins | {"с"}:
        return at
    place = _past_hyphen(tokens, place + 1)
    if key_at(tokens, place) in words.articles:
        place = _past_hyphen(tokens, place + 1)
    key = key_at(tokens, place)
    return place + 1 if words.fractions.get(key) == HALF or key == "половинои" else at


def _past_hyphen(tokens: Sequence[Token], at: int) -> int:
    return at + 1 if text_at(tokens, at) == "-" else at
