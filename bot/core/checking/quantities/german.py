"""German number words, which grow together: "dreihundertzweiundvierzigtausend" is 342,000."""

from __future__ import annotations

from fractions import Fraction

from bot.core.checking.quantities.number_words import NumberWords

_UNITS = ("ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun")
_TEENS = ("zehn", "elf", "zwolf", "dreizehn", "vierzehn", "funfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn")
_TENS = ("zwanzig", "dreissig", "vierzig", "funfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_BEGINNINGS = (*_UNITS, *_TEENS, *_TENS, "hundert", "tausend")
_LONGEST = 60

_BELOW_HUNDRED: dict[str, int] = {
    **{word: number for number, word in enumerate(_UNITS, 1)},
    **{word: number for number, word in enumerate(_TEENS, 10)},
    **{word: number * 10 for number, word in enumerate(_TENS, 2)},
    **{
        f"{unit}und{ten}": number * 10 + ones
        for number, ten in enumerate(_TENS, 2)
        for ones, unit in enumerate(_UNITS, 1)
    },
}


def compound(word: str) -> int | None:
    """Return what a German number word says, None where it is not one; `word` is without accents and case."""
    if len(word) > _LONGEST:
        return None
    thousands, has_thousand, rest = word.partition("tausend")
    if not has_thousand:
        return _below_thousand(word)
    head = _below_thousand(thousands) if thousands else 1
    tail = _below_thousand(rest) if rest else 0
    if head is None or tail is None:
        return None
    return head * 1000 + tail


def german_number(word: str, language: str) -> bool:
    """Tell whether a word of a text in `language` is a German number word."""
    return language == "de" and word.startswith(_BEGINNINGS) and compound(word) is not None


def _below_thousand(word: str) -> int | None:
    hundreds, has_hundred, rest = word.partition("hundert")
    if not has_hundred:
        return _BELOW_HUNDRED.get(word)
    head = _BELOW_HUNDRED.get(hundreds) if hundreds else 1
    tail = _BELOW_HUNDRED.get(rest.removeprefix("und")) if rest else 0
    if head is None or tail is None:
        return None
    return head * 100 + tail


GERMAN = NumberWords(
    small={
        **{word: value for word, value in _BELOW_HUNDRED.items() if word != "ein"},
        "zwo": 2,
        "null": 0,
        "dreißig": 30,
    },
    scales={
        "million": 10**6,
        "millionen": 10**6,
        "mio": 10**6,
        "milliarde": 10**9,
        "milliarden": 10**9,
        "mrd": 10**9,
        "billion": 10**12,
        "billionen": 10**12,
        "bio": 10**12,
        "dutzend": 12,
    },
    bare=frozenset({"dutzend"}),
    loose={"ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "eins": 1, "beide": 2, "beiden": 2, "zweimal": 2},
    ordinals={"erste": 1, "ersten": 1, "erster": 1, "zweite": 2, "zweiten": 2, "zweiter": 2, "dritte": 3, "dritten": 3}
    | {"dritter": 3, "vierte": 4, "vierten": 4, "funfte": 5, "funften": 5, "sechste": 6, "sechsten": 6},
    fractions={
        "halb": Fraction(1, 2),
        "halbe": Fraction(1, 2),
        "halben": Fraction(1, 2),
        "halfte": Fraction(1, 2),
        "drittel": Fraction(1, 3),
        "viertel": Fraction(1, 4),
        "funftel": Fraction(1, 5),
        "zehntel": Fraction(1, 10),
        "anderthalb": Fraction(3, 2),
        "eineinhalb": Fraction(3, 2),
    },
    articles=frozenset({"ein", "eine", "einen", "einem", "einer"}),
)
