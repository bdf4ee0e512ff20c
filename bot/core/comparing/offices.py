"""Offices that a speaker may be named by, in groups that nobody mistakes for one another.

An entry is a folded beginning of a word. Heads of any body ("director", "president", "chief") are one group, because
outlets and languages name one person by several of them; who speaks for somebody has no group at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.words import fold

_OFFICES: Mapping[str, str] = {
    "mayor": "mayor burgermeister alcald maire мэр",
    "prefect": "prefect prefet prefecto landrat governor gouverneur gobernador губернатор",
    "minister": "minister ministr министр",
    "judge": "judge richter jueza juez juge судь",
    "prosecutor": "prosecutor staatsanw fiscal procureur прокурор",
    "police": "police polizei polici полици",
    "fire": "firefighter feuerwehr bombero pompier пожарн",
    "teacher": "teacher headmaster lehrer maestr profesor professeur учител",
    "doctor": "doctor surgeon arzt arzti medic medecin врач",
    "lawyer": "lawyer solicitor anwalt rechtsanw abogad avocat адвокат",
    "coach": "coach trainer entrenador entraineur тренер",
    "clergy": "bishop priest vicar bischof pfarrer obispo eveque pretre епископ священник",
    "head": "chair president director directeur direktor vorsitzend leiter chief manager boss директор председател",
}
_BY_BEGINNING = {fold(word): office for office, words in _OFFICES.items() for word in words.split()}
_LONGEST = max(map(len, _BY_BEGINNING))


def office_of(form: str) -> str | None:
    """Return the group of offices that a folded word names."""
    beginnings = (form[:length] for length in range(min(len(form), _LONGEST), 2, -1))
    return next((_BY_BEGINNING[beginning] for beginning in beginnings if beginning in _BY_BEGINNING), None)


def offices_of(forms: Iterable[str]) -> frozenset[str]:
    """Return the groups of all offices that folded words name."""
    return frozenset(office for form in forms if (office := office_of(form)))
