"""Words that put two numbers in one place of a sentence: "5 to 12 percent", "70 instead of 28 minutes"."""

from __future__ import annotations

import re
from typing import Literal

from bot.core.checking.quantities.surroundings import ABOUT
from bot.core.checking.quantities.tokens import key_of

Join = Literal["", "span", "list", "contrast"]

_WORDS: dict[Join, str] = {
    "span": (
        "-|–|—|~|〜|to|up to|through|until|bis|bis zu|auf|a|al|hasta|jusqu'à|до|и до|aux|au|إلى|الى|حتى|وحتى|至|到|から"
    ),
    "list": "and|or|und|oder|y|o|e|u|et|ou|и|или|либо|و|أو|أم|、|,",
    "contrast": (
        "instead of|rather than|and not|not|against|versus|vs|vs .|from|up from|down from|compared with|compared to|"
        "statt|anstatt|anstelle von|und nicht|nicht|gegenüber|gegen|nach|en lugar de|en vez de|y no|no|"
        "frente a|frente al|desde|"
        "au lieu de|au lieu des|plutôt que|et non|et non pas|non|contre|вместо|а не|но не|против|после|"
        "بدلا من|بدل|عوضا عن|وليس|لا|مقابل|مقارنة ب|ではなく|而不是|而非"
    ),
}
_JOINS: dict[tuple[str, ...], Join] = {
    tuple(key_of(words).split()): join for join, row in _WORDS.items() for words in row.split("|")
}
_MOST_WORDS = max(map(len, _JOINS))
_PIECE = re.compile(r"[^\W\d]+(?:'[^\W\d]+)?|[^\w\s]")
_LONGEST = 40
"""Characters between two numbers in one place."""

_BESIDE = ABOUT | frozenset(
    key_of(word)
    for word in (
        "the der die das dem den des el la los las le les l de even sogar incluso même даже حتى just only nur"
    ).split()
)
_MOST_BESIDE = 2

_COMPARED = tuple(
    key_of(words)
    for words in (
        "instead of|rather than|up from|down from|compared with|compared to|against|statt|anstatt|anstelle von|nach|"
        "gegenüber|en lugar de|en vez de|frente a|desde|au lieu de|contre|вместо|против|после|بدلا من|بدل|عوضا عن|"
        "مقابل|بعد أن كانت|بعد أن كان"
    ).split("|")
)
"""Words right before a number that set it against another one of the same kind."""
_REACH_BEFORE = 16
_REACH_AFTER = 60
_CLAUSE_END = re.compile(r"[.;:!?。؛]\s")


def join_between(folded: str, start: int, end: int) -> Join:
    """Return how the words from `start` to `end` of a folded text join the numbers around them, "" if they do not.

    An article or "about" may follow ("5 to almost 12"), and "instead of" one more word ("instead of the usual 28").
    """
    if end - start > _LONGEST:
        return ""
    words = _PIECE.findall(key_of(folded[start:end]))
    comma = words[:1] == [","] and len(words) > 1
    return _join_of(words[comma:]) if words else ""


def _join_of(words: list[str]) -> Join:
    for size in range(min(len(words), _MOST_WORDS), 0, -1):
        join = _JOINS.get(tuple(words[:size]))
        if join:
            others = [word for word in words[size:] if word not in _BESIDE]
            free = 1 if join == "contrast" else 0
            return join if len(words) - size <= _MOST_BESIDE and len(others) <= free else ""
    return ""


def is_compared(folded: str, start: int) -> bool:
    """Tell whether "instead of" or the like stands right before `start`."""
    before = key_of(folded[max(0, start - _REACH_BEFORE) : start])
    return before[-1:].isspace() and before.rstrip().endswith(_COMPARED)


def in_one_clause(folded: str, start: int, end: int) -> bool:
    """Tell whether a few words of one clause stand from `start` to `end`."""
    return end - start <= _REACH_AFTER and _CLAUSE_END.search(folded, start, end) is None
