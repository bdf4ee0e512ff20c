"""Arabic number words, and what Arabic writes into one word: "and", "in" and the article before, endings after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from bot.core.checking.quantities.number_words import NumberWords, fractions_of, keys, numbered, tens, valued
from bot.core.checking.quantities.tokens import Token, key_at, key_of

ARABIC = NumberWords(
    small={
        **numbered(
            "اثنان/اثنين/اثنتان/اثنتين/اثنا/اثني ثلاثة/ثلاث أربعة/أربع خمسة/خمس ستة/ست سبعة/سبع "
            "ثمانية/ثماني/ثمان تسعة/تسع عشرة/عشر",
            2,
        ),
        **tens("عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين ثمانون/ثمانين تسعون/تسعين"),
        **valued(
            "صفر=0 مئتان/مئتين/مائتان/مائتين/مئتي/مائتي/مئتا=200 ثلاثمئة/ثلاثمائة=300 أربعمئة/أربعمائة=400 "
            "خمسمئة/خمسمائة=500 ستمئة/ستمائة=600 سبعمئة/سبعمائة=700 ثمانمئة/ثمانمائة/ثمانيمئة=800 "
            "تسعمئة/تسعمائة=900 ألفان/ألفين/ألفي=2000 مليونان/مليونين/مليوني=2e6 ملياران/مليارين/ملياري=2e9"
        ),
    },
    hundreds=keys("مئة مائة"),
    scales=valued("ألف/آلاف/ألفا=1e3 مليون/ملايين/مليونا=1e6 مليار/مليارات/مليارا=1e9 تريليون=1e12"),
    bare=keys("مئة مائة ألف مليون مليار"),
    loose=valued("واحد/واحدة=1 كلا=2"),
    ordinals=valued(
        "الأول/الأولى=1 الثاني/الثانية=2 الثالث/الثالثة=3 الرابع/الرابعة=4 الخامس/الخامسة=5 السادس/السادسة=6 "
        "السابع/السابعة=7 الثامن/الثامنة=8 التاسع/التاسعة=9 العاشر/العاشرة=10"
    ),
    fractions=fractions_of("نصف=1/2 ثلث=1/3 ثلثي/ثلثا=2/3 ربع=1/4 خمس=1/5"),
)

ONLY_JOINED = dict.fromkeys(keys("الحادي الحادية"), 1)
"""The ordinal of one before "ten" and its like."""
_TEN = keys("عشر عشرة")
_JOINED_ARTICLE = "وال"

_CLITICS = ("و", "ب", "ل", "ف", "ك", "ال", "وال", "بال", "فال", "كال")
_FUSED = ("لل", "ولل")
""" "For the", in which the article has lost its first letter."""
_SHORTEST = {"و": 2, "ب": 3, "ال": 2, "وال": 2}
_SHORTEST_OTHER = 4
"""Letters that must be left after a clitic, for short words begin with the same letters."""
_PERCENT = keys("مئة مائة")
_ARTICLE = "ال"
_DUAL_ENDINGS = ("ان", "ين")


def ordinal_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Read an ordinal in words, "the fifteenth" and "the twenty-third" too: the index after it, and its value."""
    key = tokens[at].key
    ones = ARABIC.ordinals.get(key) or ONLY_JOINED.get(key)
    if not ones:
        return None
    following = key_at(tokens, at + 1)
    if following in _TEN and ones < 10:
        return at + 2, ones + 10
    ten = ARABIC.small.get(following, 0)
    if 20 <= ten < 100 and ten % 10 == 0 and tokens[at + 1].text.startswith(_JOINED_ARTICLE):
        return at + 2, ones + ten
    return None if key in ONLY_JOINED else (at + 1, ones)


def without_clitics(tokens: Sequence[Token], known: Set[str], units: Set[str]) -> list[Token]:
    """Return tokens whose keys are without what is written into the word, where a known word is left.

    `known` are words that begin a quantity; `units` also lose the alif of the accusative.
    """
    return [_bare(token, known, units) if _is_arabic(token) else token for token in tokens]


def _is_arabic(token: Token) -> bool:
    return token.kind == "word" and "\u0620" <= token.key[0] <= "\u064a"


def _bare(token: Token, known: Set[str], units: Set[str]) -> Token:
    key = token.key
    if key in known or key in units:
        return token
    for rest in _rests(key):
        if rest in known and not (rest in _PERCENT and key.endswith(_ARTICLE + rest)):
            return token._replace(key=rest)
    if key.endswith("ا") and key[:-1] in units:
        return token._replace(key=key[:-1])
    return token


def _rests(key: str) -> Iterable[str]:
    for clitic in _CLITICS:
        rest = key.removeprefix(clitic)
        if rest != key and len(rest) >= _SHORTEST.get(clitic, _SHORTEST_OTHER):
            yield rest
    for fused in _FUSED:
        if key.startswith(fused):
            yield _ARTICLE + key.removeprefix(fused)
            yield key.removeprefix(fused)


def definite_unit(tokens: Sequence[Token], at: int, units: Set[str]) -> str:
    """Return the unit before a number with the article, as in "the months the nine"; "" where there is none."""
    if not at or not tokens[at].text.startswith(_ARTICLE):
        return ""
    before = key_of(tokens[at - 1].text)
    rest = before.rpartition(_ARTICLE)[2]
    return rest if before != rest and len(before) - len(rest) <= len(_JOINED_ARTICLE) and rest in units else ""


def duals_of(singulars: Iterable[str]) -> dict[str, str]:
    """Return the words for two of a thing, each with the word for one of it."""
    duals = {}
    for word in singulars:
        stem = word[:-1] + "ت" if word.endswith("ة") else word
        duals.update({key_of(stem + ending): key_of(word) for ending in _DUAL_ENDINGS})
    return duals
