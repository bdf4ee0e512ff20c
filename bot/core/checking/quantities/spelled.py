"""Days and times of day in words: "the fifteenth of November", "twenty to seven", "las tres y media de la tarde"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from bot.core.checking.quantities import months
from bot.core.checking.quantities.counting import count_at, words_of
from bot.core.checking.quantities.dates import Dated, spelled_day
from bot.core.checking.quantities.quantity import Clock
from bot.core.checking.quantities.tokens import Token, key_at, key_of, text_at

_MONTH_WORDS = frozenset({*months.MONTHS, *(first for first, _ in months.TWO_WORD_MONTHS)})
_NEAR = 7
"""Tokens within which the month of a day in words stands."""
_WITHOUT_OF = frozenset({"de", "fr", "ru"})
_OF = frozenset({"of", "de", "من"})
_CARDINALS_TOO = frozenset({"es", "fr", "pt", "it", "ar"})

_QUARTERS = frozenset(map(key_of, ("quarter", "cuarto", "viertel", "quart", "четверти", "четверть")))
_HALVES = frozenset({"half", "media", "demie", "halb", "половине", "половина"})
_MORNING = frozenset("morning manana madrugada morgens fruh morgen matin утра ночи am".split())
_EVENING = frozenset(
    map(
        key_of,
        "afternoon evening night tarde noche nachmittags abends nachmittag abend soir après-midi дня вечера pm".split(),
    )
)
_BEFORE_PART = frozenset("de la del du in the at am l' в".split())
_RUSSIAN_HOURS = {
    key_of(word): hour
    for hour, word in enumerate(
        "первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого "
        "двенадцатого".split(),
        1,
    )
}
STARTERS = frozenset({"без", "половине"})
"""Words that begin a time of day and no number."""


class Told(NamedTuple):
    """The index after a time of day in words, and the times it may be."""

    after: int
    clocks: frozenset[Clock]


class _Part(NamedTuple):
    after: int
    value: int


def spelled_date_at(tokens: Sequence[Token], at: int, language: str) -> Dated | None:
    """Read a day of the month in words with its month, from token `at`."""
    if tokens[at].kind != "word" or not any(token.key in _MONTH_WORDS for token in tokens[at + 1 : at + _NEAR]):
        return None
    counted = count_at(tokens, at, language)
    if counted is None or len(counted.values) != 1 or not (counted.ordinal or language in _CARDINALS_TOO):
        return None
    day = next(iter(counted.values))
    bare = language in _WITHOUT_OF
    if day.denominator != 1 or not (bare or key_at(tokens, counted.after) in _OF):
        return None
    return spelled_day(tokens, counted.after, int(day))


def clock_in_words_at(tokens: Sequence[Token], at: int, language: str) -> Told | None:
    """Read a time of day in words that begins at token `at`, if one does; it may be two times, twelve hours apart."""
    read = _LANGUAGES.get(language)
    told = read(tokens, at, language) if read and tokens[at].kind == "word" else None
    if told is None:
        return None
    half, after = _part_of_day(tokens, told.after)
    minutes = told.value % 720
    clocks = {"am": {minutes}, "pm": {minutes + 720}, "": {minutes, minutes + 720}}[half]
    return Told(after, frozenset(Clock(each) for each in clocks))


def _hour(tokens: Sequence[Token], at: int, language: str) -> int:
    """Return the hour in words or digits at `at`, 0 where there is none."""
    if at >= len(tokens):
        return 0
    token, words = tokens[at], words_of(language)
    if token.kind == "number":
        return int(token.text) if token.text.isdigit() and 1 <= int(token.text[:3]) <= 12 else 0
    value = words.small.get(token.key) or words.loose.get(token.key) or int(token.key in words.articles)
    return value if value <= 12 else 0


def _minutes(tokens: Sequence[Token], at: int, language: str) -> _Part | None:
    """Read what is added to an hour or taken from it: a quarter, or some minutes."""
    place = at + 1 if key_at(tokens, at) in ("le", "a") else at
    if key_at(tokens, place) in _QUARTERS:
        return _Part(place + 1, 15)
    counted = count_at(tokens, at, language) if at < len(tokens) else None
    values = [int(value) for value in counted.values if value.denominator == 1] if counted else []
    if counted is None or len(values) != 1 or not 1 <= values[0] <= 59:
        return None
    named = key_at(tokens, counted.after) in ("minutes", "minuten", "минут", "минуты")
    return _Part(counted.after + named, values[0])


def _part_of_day(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return "am", "pm" or "" for the part of the day named at `at`, and the index after it."""
    place = at
    while place < min(len(tokens), at + 3) and (tokens[place].key in _BEFORE_PART):
        place += 1
    key = key_at(tokens, place)
    if key in _MORNING:
        return "am", place + 1
    if key in _EVENING:
        return "pm", place + 1
    letters = "".join(token.key for token in tokens[at : at + 3])
    if letters.startswith(("a.m", "p.m")):
        return letters[0] + "m", at + 3 + (text_at(tokens, at + 3) == ".")
    return "", at


def _spanish(tokens: Sequence[Token], at: int, language: str) -> _Part | None:
    """Read "siete menos veinte" and "tres y media" after an article, or before a part of the day."""
    hour, join = _hour(tokens, at, language), key_at(tokens, at + 1)
    if not hour:
        return None
    told: _Part | None = None
    if join in ("y", "menos"):
        half = join == "y" and key_at(tokens, at + 2) in _HALVES
        part = _Part(at + 3, 30) if half else _minutes(tokens, at + 2, language)
        told = _Part(part.after, hour * 60 + (part.value if join == "y" else -part.value)) if part else None
    after_article = at > 0 and tokens[at - 1].key in ("las", "la")
    told = told or (_Part(at + 1, hour * 60) if after_article and _part_of_day(tokens, at + 1)[0] else None)
    return told if told and (after_article or _part_of_day(tokens, told.after)[0]) else None


def _french(tokens: Sequence[Token], at: int, language: str) -> _Part | None:
    """Read "sept heures moins vingt" and "trois heures et demie du matin"."""
    hour = _hour(tokens, at, language)
    join = key_at(tokens, at + 2)
    if not hour or key_at(tokens, at + 1) not in ("heure", "heures") or join not in ("et", "moins"):
        return None
    if join == "et" and key_at(tokens, at + 3) in _HALVES:
        return _Part(at + 4, hour * 60 + 30) if _part_of_day(tokens, at + 4)[0] else None
    part = _minutes(tokens, at + 3, language)
    return _Part(part.after, hour * 60 + (part.value if join == "et" else -part.value)) if part else None


def _before_hour(tokens: Sequence[Token], at: int, language: str) -> _Part | None:
    """Read "half past three", "quarter to seven", "zwanzig vor sieben", "halb acht"."""
    if tokens[at].key in _HALVES:
        past = key_at(tokens, at + 1) == "past"
        hour = _hour(tokens, at + 1 + past, language)
        german = language == "de" and not past
        return _Part(at + 2 + past, hour * 60 + (-30 if german else 30)) if hour and (past or german) else None
    part = _minutes(tokens, at, language)
    join = key_at(tokens, part.after) if part else ""
    sign = {"to": -1, "past": 1, "vor": -1, "nach": 1}.get(join, 0)
    hour = _hour(tokens, part.after + 1, language) if part and sign else 0
    told = part.value in (5, 10, 15, 20, 25) if part else False
    return _Part(part.after + 2, hour * 60 + sign * part.value) if part and hour and told else None


def _russian(tokens: Sequence[Token], at: int, language: str) -> _Part | None:
    """Read "без четверти семь" and "в половине восьмого"."""
    if tokens[at].key in _HALVES:
        hour = _RUSSIAN_HOURS.get(key_at(tokens, at + 1))
        return _Part(at + 2, hour * 60 - 30) if hour else None
    part = _minutes(tokens, at + 1, language) if tokens[at].key == "без" else None
    hour = _hour(tokens, part.after, language) if part else 0
    return _Part(part.after + 1, hour * 60 - part.value) if part and hour else None


_LANGUAGES: dict[str, Callable[[Sequence[Token], int, str], _Part | None]] = {
    "es": _spanish,
    "fr": _french,
    "en": _before_hour,
    "und": _before_hour,
    "de": _before_hour,
    "ru": _russian,
}
