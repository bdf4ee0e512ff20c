"""The words around a quantity, which tell what it counts."""

from __future__ import annotations

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


_ABOUT = frozenset(
    key_of(word)
    for word in (
        "about around approximately roughly circa c ca nearly almost some etwa rund ungefähr fast knapp gut "
        "unos unas cerca alrededor aproximadamente casi environ près presque около примерно почти порядка "
        "نحو حوالي قرابة زهاء 約 约 大约"
    ).split()
)
_ABOUT_REACH = 2
"""Tokens between "about" and the number, such as a full stop or a currency."""


def is_rounded(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the quantity at a token is called about so much."""
    return any(token.key in _ABOUT for token in tokens[max(0, at - _ABOUT_REACH) : at])


def words_around(tokens: Sequence[Token], place: range) -> frozenset[str]:
    """Return the beginnings of the telling words beside the tokens in `place`, short words left out."""
    around = (*tokens[max(0, place.start - _REACH) : place.start], *tokens[place.stop : place.stop + _REACH])
    return frozenset(_beginnings(around))


def _beginnings(tokens: Iterable[Token]) -> Iterable[str]:
    for token in tokens:
        if token.kind == "word" and (len(token.key) > 3 or not token.key.isascii()):
            stem = token.key[:STEM]
            yield _ALIKE.get(stem, stem)
