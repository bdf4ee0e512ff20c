"""What can be counted of claims and their sources without asking the checks: plain readings, cruder than the checks.

A check decides what is shown, so of what is shown it finds nothing: that would measure nothing. These readings know no
number words, clocks, cases or translations. They say too much rather than too little of what is wrong, and what they
count in one writer they count in the same way in another.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cache

from bot.core.checking import neutrality
from bot.core.checking.statement import Statement
from bot.core.knowledge import Knowledge
from bot.core.models import Article, Source
from tests.evals.cues import DOUBT, SAYING

_FIGURE = re.compile(r"\d+(?:[.,:٫٬'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*")
_QUOTED = re.compile('“([^“”]{1,400})”|«([^«»]{1,400})»|„([^„“”]{1,400})[“”]|「([^「」]{1,400})」|"([^"]{1,400})"')
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_NAME, _STEM = 3, 5
_FIRST_SIGN = "\u2e80"
"""From here on scripts set no spaces between words."""
_MONTH_IS_FIGURE = frozenset({"ja", "ko", "zh"})
_NAME_LANGUAGES = frozenset({"en", "es", "fr", "ru"})
"""Languages in which a capital letter inside a sentence makes a name."""
_DAYS_AROUND = 7
_SHARED = 0.5
_CALENDAR = frozenset(
    word.casefold() for word in (*calendar.month_name, *calendar.day_name, *calendar.month_abbr) if word
)

_UNSPACED = frozenset({"ja"})
"""Languages that set no space between words."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over claims; every pair is "so many of so many"."""

    claims: int = 0
    figures: int = 0
    stray_figures: int = 0
    """Numbers in figures that stand neither in the cited sentences nor beside them, nor in the headline."""
    quotations: int = 0
    altered: int = 0
    """Quotations that no cited article has letter by letter."""
    named: int = 0
    foreign: int = 0
    """Claims with a name that no cited article has, of those in which names can be told."""
    attributed: int = 0
    speaker_kept: int = 0
    """Claims that say that somebody says so, of those of whose cited sentences the nearest in words does."""
    doubtful: int = 0
    doubt_kept: int = 0
    words: int = 0
    loaded: int = 0
    """Loaded words outside quotations, of the words in languages that have a list."""
    labels: int = 0
    valid_labels: int = 0
    uncited: int = 0
    """Claims without one label that exists."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of tallies."""
    return sum(tallies, Tally())


def measure(statement: Statement, *, knowledge: Knowledge) -> Tally:
    """Return the counts of one claim beside the sentences it cites."""
    sentence = _sentence_of(statement)
    doubted = _has(DOUBT, sentence, statement.language)
    credited = _has(SAYING, sentence, statement.language)
    words, loaded = loaded_words(statement, knowledge=knowledge)
    quoted = quotations_in(statement.text)
    return Tally(
        claims=1,
        figures=len(figures_in(statement.text)),
        stray_figures=len(stray_figures(statement)),
        quotations=len(quoted),
        altered=len(altered_quotations(statement)),
        named=int(_can_tell_names(statement)),
        foreign=int(bool(foreign_names(statement))),
        attributed=int(credited),
        speaker_kept=int(credited and _has(SAYING, statement.text, statement.language)),
        doubtful=int(doubted),
        doubt_kept=int(doubted and _has(DOUBT, statement.text, statement.language)),
        words=words,
        loaded=loaded,
        labels=len(statement.labels),
        valid_labels=sum(_exists(label, statement) for label in statement.labels),
        uncited=int(not statement.passages),
    )


def _exists(label: str, statement: Statement) -> bool:
    """A label names a sentence, or, as in a plain summary, an article by its number."""
    return any(label in each.source.by_label or label == str(each.source.number) for each in statement.passages)


# ---------------------------------------------------------------- numbers


def figures_in(text: str) -> tuple[str, ...]:
    """Return the numbers in figures of a text, as their digits alone: "12.000", "12,000" and "١٢٠٠٠" are "12000"."""
    return tuple(_digits(match.group()) for match in _FIGURE.finditer(text))


def stray_figures(statement: Statement) -> tuple[str, ...]:
    """Return the figures of a claim that its sources do not have where it cites them.

    They may stand in the cited sentences, in those before and after, in the headline, in the article's first sentence,
    where its dateline is, or be the day or the year of a date within a week of the article's own, which is how "on
    Sunday" is told with its date.
    """
    known = {
        figure
        for passage in statement.passages
        for text in (*(sentence.text for sentence in passage.window), *_dates_of(passage.source))
        for figure in figures_in(text)
    }
    return tuple(figure for figure in figures_in(statement.text) if figure not in known)


def _digits(figure: str) -> str:
    return "".join(str(unicodedata.decimal(char)) for char in figure if char.isdecimal())


def _dates_of(source: Source) -> tuple[str, ...]:
    return (*(sentence.text for sentence in source.sentences[:1]), _dates_around(source.article))


def _dates_around(article: Article) -> str:
    published = article.published_at
    if published is None:
        return ""
    day = date(published.year, published.month, published.day)
    around = [day + timedelta(days=days) for days in range(-_DAYS_AROUND, _DAYS_AROUND + 1)]
    months = {each.month for each in around if article.language in _MONTH_IS_FIGURE}
    return "; ".join(str(part) for part in (*months, *(part for each in around for part in (each.day, each.year))))


# ---------------------------------------------------------------- quotations


def quotations_in(text: str) -> tuple[str, ...]:
    """Return what stands between quotation marks."""
    return tuple(next(filter(None, match.groups()), "") for match in _QUOTED.finditer(text))


def altered_quotations(statement: Statement) -> tuple[str, ...]:
    """Return the quotations that no cited article has, but for typography and the stop at the end."""
    articles = [_folded(passage.source.article.text) for passage in statement.passages]
    return tuple(
        quoted
        for quoted in quotations_in(statement.text)
        if not any(_folded(quoted).strip(" .,;:!?…。、") in article for article in articles)
    )


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(str.maketrans("’‘“”«»„", '\'\'"""""'))
    return " ".join(plain.casefold().split())


# ---------------------------------------------------------------- names


def foreign_names(statement: Statement) -> tuple[str, ...]:
    """Return the capitalised words inside the claim with whose beginning no word of a cited article begins.

    Months and days are no names. Where capital letters make no names, or every cited article is in another language,
    nothing can be told.
    """
    if not _can_tell_names(statement):
        return ()
    known = {
        _stem(word)
        for passage in statement.passages
        for word in _WORD.findall(f"{passage.source.article.text} {passage.source.article.outlet or ''}")
    }
    return tuple(name for name in _names_in(statement.text) if _stem(name) not in known)


def _can_tell_names(statement: Statement) -> bool:
    same = any(passage.source.article.language == statement.language for passage in statement.passages)
    return statement.language in _NAME_LANGUAGES and same


def _names_in(text: str) -> list[str]:
    names = []
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip(" \"'“”«»„‘’(")
        inside = bool(before) and before[-1] not in ".:!?…"
        word = match.group()
        if inside and word[0].isupper() and len(word) >= _SHORTEST_NAME and word.casefold() not in _CALENDAR:
            names.append(word)
    return names


def _stem(word: str) -> str:
    return word.casefold()[:_STEM]


# ---------------------------------------------------------------- speakers, doubts, loaded words


def loaded_words(statement: Statement, *, knowledge: Knowledge) -> tuple[int, int]:
    """Return how many words of a claim were looked at and how many judge; 0 and 0 in a language without a list.

    The list is that of the check: no other says which words are loaded. So of what is shown this is 0 by construction.
    """
    if not knowledge.lexicon.of(statement.text, statement.language):
        return 0, 0
    found = neutrality.check(statement, knowledge=knowledge)
    return len(_WORD.findall(statement.text)), len(found)


def nearest(text: str, sentences: Sequence[str]) -> int | None:
    """Return the place of the sentence that has most of the words of `text`; None where none has half of them."""
    words = _parts(text)
    if not words or not sentences:
        return None
    shares = [len(words & _parts(each)) / len(words) for each in sentences]
    best = max(range(len(shares)), key=shares.__getitem__)
    return best if shares[best] >= _SHARED else None


def _parts(text: str) -> set[str]:
    """Beginnings of words; where words are not spaced, pairs of characters."""
    words = _WORD.findall(text)
    spaced = {_stem(word) for word in words if word[0] < _FIRST_SIGN}
    return spaced | {word[at : at + 2] for word in words if word[0] >= _FIRST_SIGN for at in range(len(word) - 1)}


def _sentence_of(statement: Statement) -> str:
    """Return the cited sentence in the claim's language that has most of its words, "" where none has half of them."""
    near = [
        sentence.text
        for passage in statement.passages
        if passage.source.article.language == statement.language
        for sentence in passage.cited
    ]
    place = nearest(statement.text, near)
    return "" if place is None else near[place]


def _has(cues: Mapping[str, str], text: str, language: str) -> bool:
    return language in cues and bool(_pattern(cues[language], language).search(text))


@cache
def _pattern(cues: str, language: str) -> re.Pattern[str]:
    return re.compile(cues if language in _UNSPACED else rf"\b(?:{cues})\b", re.IGNORECASE)
