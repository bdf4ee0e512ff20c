"""The numbers and dates of a sentence, as far as comparing two sentences needs them.

Private to the comparing code: it answers only whether two sentences could be speaking of the same number or day.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from bot.core.comparing.figure_words import MEASURES, MONEY_WORDS, MONTH, SCALES, SMALL, TENS, WEEKDAY
from bot.core.comparing.meanings import is_empty, meaning
from bot.core.words import Word, root

_SPACELESS_DATE = {
    "年": "year",
    "月": "month",
    "日": "day",
    "号": "day",
    "号.": "day",
    "時": "hour",
    "时": "hour",
    "点": "hour",
}
_AT_LEAST = re.compile(
    r"(?:at least|no (?:fewer|less) than|more than|over|upwards? of|mindestens|mehr als|über|wenigstens|al menos|"
    r"más de|por lo menos|au moins|plus de|не менее|более|свыше|больше|至少|超过|أكثر من|ما لا يقل عن)\W{0,3}$",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"(?:at most|up to|no more than|less than|fewer than|under|below|höchstens|weniger als|bis zu|unter|como máximo|"
    r"menos de|hasta|au plus|moins de|jusqu['’]à|не более|менее|до|最多|不到)\W{0,3}$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:about|around|roughly|some|nearly|almost|approximately|close to|an estimated|etwa|rund|circa|ca\.|knapp|fast|"
    r"ungefähr|unos|unas|cerca de|alrededor de|casi|aproximadamente|environ|près de|quelque|около|почти|"
    r"примерно|порядка|约|大约|約)\W{0,3}$",
    re.IGNORECASE,
)
_MONEY = re.compile(r"([$€£¥₽₹]|\b(?:USD|EUR|GBP|RUB)\b)\s?$")
_PERCENT = re.compile(r"\s?(?:%|per ?cent\b|percent\b|prozent\b|por ciento\b|pour cent\b|процент)", re.IGNORECASE)
_CLOCK = re.compile(r"[:.h]\d\d|\s?(?:a\.?m\b|p\.?m\b|o['’]clock|uhr\b)", re.IGNORECASE)
# A score, a fraction, a range, a telephone number: its parts count nothing each by itself.
_JOINED_BEFORE = re.compile(r"\d(?:,\s|\s?[-–/:]\s?|\s)$")
_JOINED_AFTER = re.compile(r"(?:\s?[-–/:]\s?|\s)\d|\s?[½¼¾⅓⅔\ufffd]")
_ARTICLES = frozenset("a an ein eine einen einem einer un une una".split())
LONGEST_NUMBER = 300
"""Digits of a number that are read: more would not be finite."""
_DOTTED = frozenset("mio mill mrd тыс".split())
UNIT_WORDS = 3
"""How many words after a number may name what it counts."""


class Figure(NamedTuple):
    """A number: its place, its value, the roots of the words for what it counts, and whether it is a bound or round."""

    start: int
    end: int
    value: float
    unit: tuple[str, ...]
    bound: str = ""
    """ "least", "most", "about" or ""."""


class Dates(NamedTuple):
    """The parts of dates that a sentence names; an empty set says nothing."""

    years: frozenset[float] = frozenset()
    months: frozenset[float] = frozenset()
    days: frozenset[float] = frozenset()
    weekdays: frozenset[float] = frozenset()
    hours: frozenset[float] = frozenset()


class Reckoning(NamedTuple):
    """All numbers and dates of a sentence, and which of its words they take up."""

    figures: tuple[Figure, ...]
    dates: Dates
    taken: frozenset[int]
    years: tuple[Figure, ...] = ()
    """The years again, with their places."""


def reckon(text: str, words: Sequence[Word]) -> Reckoning:
    """Read the numbers and dates of `text`, whose words are `words`."""
    parts: dict[str, set[float]] = {"year": set(), "month": set(), "day": set(), "weekday": set(), "hour": set()}
    figures: list[Figure] = []
    years: list[Figure] = []
    taken: set[int] = set()
    for at, kind, value, used in _numbers(text, words):
        taken.update(range(at, at + used))
        taken.update(_currency(words, at + used))
        if kind in parts:
            parts[kind].add(value)
            if kind == "year":
                years.append(_figure(text, words, at=at, used=used, value=value)._replace(unit=("year",)))
        else:
            figures.append(_figure(text, words, at=at, used=used, value=value))
    dates = Dates(*(frozenset(parts[kind]) for kind in ("year", "month", "day", "weekday", "hour")))
    return Reckoning(tuple(figures), dates, frozenset(taken), tuple(years))


def find_articles_before(text: str, words: Sequence[Word], *, units: Collection[str]) -> tuple[Figure, ...]:
    """Return each "a" before a word of `units` (roots) as the number one: "a month" is one month."""
    return tuple(
        _figure(text, words, at=at, used=1, value=1.0)
        for at, word in enumerate(words[:-1])
        if word.form in _ARTICLES and root(words[at + 1].form) in units
    )


def _numbers(text: str, words: Sequence[Word]) -> Iterator[tuple[int, str, float, int]]:
    """Yield (index of the first word, kind, value, words used)."""
    at = 0
    while at < len(words):
        found = _named_date(words, at) or _number(text, words, at)
        if found:
            yield (at, *found)
            at += found[2]
        else:
            at += 1


def _currency(words: Sequence[Word], at: int) -> tuple[int, ...]:
    """The place of a currency's name right after a number: it is the number's unit and no word of its own."""
    named = at < len(words) and any(words[at].form.startswith(name) for name in MONEY_WORDS)
    return (at,) if named else ()


def _named_date(words: Sequence[Word], at: int) -> tuple[str, float, int] | None:
    form, capital = words[at].form, words[at].capital
    latin = form.isascii()
    month = MONTH.get(form) if latin else MONTH.get(form) or _begins(MONTH, form)
    if month and (capital or form not in ("may", "march", "mar", "mai", "mars", "jan", "jun", "dec", "sep")):
        return "month", month, 1
    weekday = WEEKDAY.get(form.removesuffix("s") if form.endswith("ays") else form) if latin else _begins(WEEKDAY, form)
    if weekday and (capital or len(form) > 4):
        return "weekday", weekday, 1
    return None


def _begins(table: dict[str, int], form: str) -> int | None:
    return next((table[form[:length]] for length in range(len(form), 3, -1) if form[:length] in table), None)


def _number(text: str, words: Sequence[Word], at: int) -> tuple[str, float, int] | None:
    word = words[at]
    if not word.number:
        value, used = _spelled(words, at)
        return ("figure", value, used) if used else None
    after = text[word.end : word.end + 12]
    kind = _SPACELESS_DATE.get(after.lstrip()[:1])
    value = _value(text[word.start : word.end])
    if kind:
        return kind, value, 1
    near = [words[near] for near in (at - 1, at + 1) if 0 <= near < len(words)]
    if value == int(value) and 1 <= value <= 31 and any(_is_month(other) for other in near):
        return "day", value, 1
    if _CLOCK.match(after):
        return "hour", value, 1
    if 1900 <= value <= 2100 and len(word.form) == 4 and not _MONEY.search(text[max(0, word.start - 4) : word.start]):
        return "year", value, 1
    scale, used = _scale(words, at + 1)
    if used and words[at + 1].form in ("m", "b", "k") and not _MONEY.search(text[max(0, word.start - 4) : word.start]):
        scale, used = 1.0, 0
    return "figure", value * scale, 1 + used


def _is_month(word: Word) -> bool:
    return bool(_named_date((word,), 0) and _named_date((word,), 0)[0] == "month")  # type: ignore[index]


def _spelled(words: Sequence[Word], at: int) -> tuple[float, int]:
    form = words[at].form
    value = float(TENS.get(form) or SMALL.get(form) or 0)
    if not value or (form == "one" and at + 1 < len(words) and words[at + 1].form in ("of", "another", "day")):
        return 0.0, 0
    used = 1
    follower = words[at + 1].form if at + 1 < len(words) else ""
    if value in range(20, 100) and 0 < SMALL.get(follower, 0) < 10:
        value, used = value + SMALL[follower], 2
    scale, more = _scale(words, at + used)
    return value * scale, used + more


def _scale(words: Sequence[Word], at: int) -> tuple[float, int]:
    form = words[at].form if at < len(words) else ""
    if form == "hundred":
        return 100.0, 1
    return (SCALES[form], 1) if form in SCALES else (1.0, 0)


def _value(written: str) -> float:
    """A written number; a mark before exactly three digits parts thousands, any other is a decimal mark."""
    plain = re.sub(r"[ '\u2019\u00a0\u202f]", "", written[:LONGEST_NUMBER])
    marks = re.findall(r"[.,]", plain)
    thousands = (len(marks) > 1 and len(set(marks)) == 1) or bool(re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", plain))
    if thousands:
        return float(plain.replace(".", "").replace(",", ""))
    if marks:
        head, _, tail = plain.rpartition(marks[-1])
        return float(head.replace(".", "").replace(",", "") + "." + tail)
    return float(plain)


def _figure(text: str, words: Sequence[Word], *, at: int, used: int, value: float) -> Figure:
    start, end = words[at].start, words[at + used - 1].end
    before = text[max(0, start - 24) : start]
    unit = _unit(text, words, at=at, used=used)
    money = _MONEY.search(before)
    if _JOINED_BEFORE.search(before) or _JOINED_AFTER.match(text[end : end + 4]):
        unit = ()
    if money:
        unit = (money.group(1),)
    bound = "about" if _ABOUT.search(before) else ""
    if _AT_MOST.search(before):
        bound = "most"
    if _AT_LEAST.search(before) and not re.search(r"\bno\s+more than\W*$", before, re.IGNORECASE):
        bound = "least"
    return Figure(start, end, value, unit, bound)


def _unit(text: str, words: Sequence[Word], *, at: int, used: int) -> tuple[str, ...]:
    """What a number counts: the next few content words before a mark or another number."""
    end = words[at + used - 1].end
    if _PERCENT.match(text[end : end + 14]):
        return ("%",)
    if words[at + used - 1].form in _DOTTED and text[end : end + 1] == ".":
        end += 1
    found: list[str] = []
    for word in words[at + used : at + used + 2 * UNIT_WORDS]:
        if re.search(r"[,;:.!?()\"“”«»、。]", text[end : word.start]) or word.number or len(found) == UNIT_WORDS:
            break
        end = word.end
        if word.spaceless:
            return (word.form[0],)
        money = next((sign for name, sign in MONEY_WORDS.items() if word.form.startswith(name)), None)
        if money:
            return (money,)
        attached = word.start == words[at + used - 1].end or (not found and word.form in MEASURES)
        if (len(word.form) > 2 or attached) and not is_empty(word.form):
            found.append(meaning(word.form) or root(word.form))
    return tuple(found)
