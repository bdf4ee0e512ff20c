"""The words around a quantity, which tell what it counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot.core.checking.quantities.tokens import Token, key_of

_REACH = 5
"""Tokens looked at before and after a quantity."""
STEM = 6

_ALIKE = {
    key_of(word)[:STEM]: role
    for role, words in (
        (
            "dead",
            "dead death deaths killed died dies fatal fatalities tote toten getötet starben starb muertos muertas "
            "murieron fallecidos fallecieron morts mort tués tuées décès погибли погибло погибших убиты убито жертв "
            "قتلى قتل مقتل 死",
        ),
        (
            "hurt",
            "injured injuries wounded hurt verletzt verletzte heridos heridas lesionados blessés blessées "
            "ранены ранено пострадали пострадавших جرحى إصابة 伤",
        ),
    )
    for word in words.split()
}
"""Words for the same outcome, so that "12 killed" and "13 dead" are seen to count one thing."""

ABOUT = frozenset(
    key_of(word)
    for word in (
        "about around approximately roughly circa c ca nearly almost some etwa rund ungefähr fast knapp gut "
        "unos unas cerca alrededor aproximadamente casi environ près presque около примерно почти порядка "
        "نحو حوالي قرابة زهاء 約 约 大约"
    ).split()
)
"""Words that call the number after them rounded."""
_ABOUT_REACH = 2
"""Tokens between "about" and the number, such as a full stop or a currency."""


_NEXT = re.compile(r"\s?(?P<mark>[^\w\s]|$)|\s(?P<word>[^\W\d_]+)")
_GERMAN_VERB = re.compile(r"\s[a-zäöüß]+(?:\s[a-zäöüß]|[^\w\s]|$)")
_FUNCTION_WORDS = frozenset(
    key_of(word)
    for word in (
        "that which who in on at by as and or but from for than of when while after before "
        "die der das dem den am im in und oder aber als von für wie wo nach vor "
        "que en el la los las de del y o pero por para al como tras según "
        "que qui en le la les de du et ou mais par pour comme selon après "
        "в на и или но что которые по из за от до как "
        "في من و إلى التي الذي على أو "
        "a last this earlier previously now today zuvor bisher heute jetzt nun este ahora antes hoy "
        "auparavant l cette maintenant годом сейчас теперь ранее قبل سابقا الآن"
    ).split()
)
"""Words after a number that are not what it counts."""


def is_rounded(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the quantity at a token is called about so much."""
    return any(token.key in ABOUT for token in tokens[max(0, at - _ABOUT_REACH) : at])


def words_around(tokens: Sequence[Token], place: range) -> frozenset[str]:
    """Return the beginnings of the telling words beside the tokens in `place`, short words left out."""
    around = (*tokens[max(0, place.start - _REACH) : place.start], *tokens[place.stop : place.stop + _REACH])
    return frozenset(_beginnings(around))


def _beginnings(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.kind == "word" and (len(token.key) > 3 or not token.key.isascii()):
            stem = token.key[:STEM]
            yield _ALIKE.get(stem, stem)


def counts_nothing(text: str, end: int, *, language: str = "und") -> bool:
    """Tell whether a number that ends at `end` names nothing it counts: a mark or a word such as "that" follows.

    In German a small letter tells a verb ("statt 28 dauert es"), unless a noun follows it ("28 neue Busse").
    """
    if language == "de" and _GERMAN_VERB.match(text, end):
        return True
    match = _NEXT.match(text, end)
    return match is not None and (match["word"] is None or key_of(match["word"]) in _FUNCTION_WORDS)
