"""What kind of office or organisation a speaker is, and which kinds may stand for each other.

Only kinds that are surely different are kept apart: "the company" may be any business and "the agency" any public
body. Whatever has no kind here, above all a person's name, is not told apart at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bot.core.checking.attributing.speaker_kind_words import STEMS
from bot.core.words import fold

_LONGEST = 40
"""Letters of a word that are looked at."""

_TOGETHER = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "government/ministry government/governor government/cityhall government/council government/army "
        "cityhall/mayor cityhall/council ministry/army governor/bank expert/hospital parliament/council "
        "weather/expert expert/museum ministry/parliament prosecutor/ministry"
    ).split()
)
"""Kinds of which one may speak as the other: the army and its ministry, the mayor and the city."""
_GENERIC: Mapping[str, frozenset[str]] = {
    "business": frozenset("media hospital museum agency".split()),
    "agency": frozenset(
        "government ministry police fire weather cityhall council prosecutor army hospital museum media company bank "
        "expert".split()
    ),
}
"""Kinds whose bare noun may stand for others: "the agency" for a ministry, but not "the rail agency"."""
_OFFICERS = tuple(fold(word) for word in "sprecherin sprecher chefin chef leiterin leiter präsident beamte".split())
_ENDINGS = ("", "n", "s", "en", "er", "e", "in", "innen", "es", "r", "rn", "ern", "em")
_MOST_ADDED: Mapping[str, int] = {"en": 0, "es": 0, "fr": 0, "ru": 3, "ar": 0}
"""Letters of the longest ending behind a stem of this table."""
_JOINED = ("و", "ب", "ل", "ف")


class Kind(NamedTuple):
    """A kind of speaker, and whether its noun stands in a compound that says more: "Bahnbehörde"."""

    name: str
    compound: bool = False


def _by_form(language: str, stems: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for kind, words in stems.items():
        for word in words.split():
            for ending in _ENDINGS if language == "de" else ("",):
                form = fold(word) + ending
                found[form] = (*found.get(form, ()), kind)
    return found


_FORMS = {language: _by_form(language, stems) for language, stems in STEMS.items()}


def kinds_of(forms: Iterable[str], language: str) -> frozenset[Kind]:
    """Return the kinds that folded words tell; a word may be of several, and none of most words."""
    return frozenset(kind for form in forms for kind in _kinds(form[:_LONGEST], language))


def may_be_one(mine: frozenset[Kind], theirs: frozenset[Kind], *, bare: bool) -> bool:
    """Tell whether two speakers may be the same; `bare` says that one of them is no more than its noun."""
    return any(_may_stand(one, other, bare=bare) for one in mine for other in theirs)


def _may_stand(one: Kind, other: Kind, *, bare: bool) -> bool:
    if one.name == other.name or frozenset({one.name, other.name}) in _TOGETHER:
        return True
    stand_in = other.name in _GENERIC.get(one.name, ()) and not one.compound
    return bare and (stand_in or (one.name in _GENERIC.get(other.name, ()) and not other.compound))


def _kinds(form: str, language: str) -> Iterator[Kind]:
    table = _FORMS[language]
    if language == "de":
        yield from _german(form, table)
        return
    tried = [form[:end] for end in range(len(form), max(1, len(form) - _MOST_ADDED[language] - 1), -1)]
    tried += [form[1:]] if language == "ar" and form[:1] in _JOINED else []
    known = next((each for each in tried if each in table), None)
    yield from (Kind(name) for name in table.get(known or "", ()))


def _german(form: str, table: Mapping[str, tuple[str, ...]]) -> Iterator[Kind]:
    """A compound is of the kind of its last part, or of what its officer speaks for: "Polizeisprecher"."""
    office = next((each for each in _OFFICERS if form.endswith((each, each + "s", each + "n"))), "")
    if office:
        form = form[: form.rfind(office)]
    for start in range(max(0, len(form) - 2)):
        if form[start:] in table:
            yield from (Kind(name, compound=start > 0) for name in table[form[start:]])
            return
