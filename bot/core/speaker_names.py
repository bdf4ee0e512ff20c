"""How a speaker is called in a list: short, as the source has it, and what else may name the same one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.name_forms import key_of
from bot.core.speaker_offices import organisation_of
from bot.core.words import fold, root

LONGEST = 60
"""Characters of a name."""
_MOST_WORDS = 6
"""Words of an office with what it is the office of; a longer subject is no name."""
_READ = 200
"""Characters of a subject that are read."""
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’\-–&][^\W_]+)*\.?")
_CUT = re.compile(r"[,;:()\[\]\"“”«»„/|]|\s[–—-]\s")
_PARTICLES = frozenset("of de del la el al bin ibn van von der den di da dos du le ter zu и".split())
_ARTICLES = frozenset(
    "the a an his her its their this that another der die das ein eine des dem den seine ihre el la los las un una su "
    "le la les un une sa son его ее её их".split()
)
_POSSESSIVES = frozenset("his her its their seine ihre su sa son его ее её их".split())
"""What says whose office it is, which a list without the sentence cannot."""
_PREPOSITIONS = frozenset(
    "of for from at in on by to with about against under near von vom aus bei im am für mit zu gegen unter de del en "
    "para por con sobre du des à au aux pour dans sur в на из от для по с при".split()
)
_NOBODY = frozenset(
    (
        "them him her us me one ones who which that some many most others other people person persons everyone "
        "everybody someone somebody anyone nobody critics critic experts expert analysts analyst observers "
        "observer sources source men man women woman we i you it he she they there what this these those both "
        "all each few several it's man jemand viele manche leute experten kritiker wer wir ich du er sie es "
        "quien muchos algunos gente expertos críticos nosotros yo él ella ellos ellas uno qui on nous je vous il "
        "elle ils elles certains beaucoup gens experts critiques кто мы я он она они оно эксперты критики многие "
        "некоторые люди человек источник источники report reports study story article post statement tweet "
        "letter interview monday tuesday wednesday thursday friday saturday sunday today yesterday"
    ).split()
)
"""Subjects that are no person, office or organisation that could be listed."""
_THINGS = frozenset(
    "text sign poster flyer banner video clip ad advertisement book note notes email emails message messages document "
    "documents website site page headline survey poll polls research law bill rule rules memo complaint lawsuit suit "
    "filing ruling autopsy transcript recording testimony caption statistics data figures account accounts sentence "
    "movie film song show episode speech quote quotation phrase word words line lines slogan title".split()
)
"""What may say something and speaks for nobody."""
_INSTITUTIONS = frozenset(
    "department ministry university bank board church council house bureau office institute academy association "
    "federation union court school college chamber league society centre center republic kingdom agency committee "
    "commission port city state ministerio universidad banco consejo tribunal ministère université banque "
    "conseil".split()
)
"""Words of names that go on with "of"."""
_WITHOUT_ARTICLE = frozenset("police parliament congress government management staff".split())
_PRONOUNS = frozenset("he she they er sie él ella ellos ellas il elle ils elles он она они هو هي".split())
_GERMAN = "de"


@dataclass(frozen=True)
class Speaker:
    """Somebody who is quoted: the name to show, and the folded words that tell who it is."""

    name: str
    keys: frozenset[str]
    """Words of which one is enough to recognise the speaker: a surname, an office, an organisation's name."""
    office: bool = False
    """Whether the name is an office, as its language writes it."""


def is_pronoun(subject: str) -> bool:
    """Tell whether a subject is "he", "she" or "they", in one of the languages that are read."""
    return subject.strip().casefold() in _PRONOUNS


def speaker_of(subject: str, language: str) -> Speaker | None:
    """Return who a subject names, None where that is nobody in particular.

    A run of capitalised words is a name; a noun in small letters is an office, with what it is the office of.
    `language` is the article's primary subtag: German writes every noun with a capital.
    """
    head, *rest = [part.strip() for part in _CUT.split(subject[:_READ])]
    words = [match.group() for match in _WORD.finditer(head)]
    if not words or words[0].casefold() in _NOBODY:
        aside = next((part for part in rest if part[:1].isupper()), "")
        return speaker_of(aside, language) if aside else None
    name = _german_name(words) if language == _GERMAN else _name(words)
    if name and (len(name) > 1 or not _is_nobody(name)):
        return _speaker(name, _keys(name) | (_keys(_office(rest)) if language != _GERMAN else frozenset()))
    if rest and rest[0][:1].isupper() and language != _GERMAN:
        named = speaker_of(rest[0], language)
        return _speaker([named.name], named.keys | _keys(_head(words))) if named else None
    if len(words) > _MOST_WORDS or _is_nobody(_head(words)) or not _is_subject(words):
        return None
    return _speaker(words, _office_keys(words), office=True)


def _office_keys(words: list[str]) -> frozenset[str]:
    """Return what tells who speaks: of "a spokesman for the port" the port, of "the mayor of Lune" the mayor."""
    organisation = organisation_of(" ".join(words))
    return _keys([organisation]) if organisation else _keys(_head(words))


def _name(words: list[str]) -> list[str]:
    """Return the name in a subject: the last run of capitals before a preposition, if nothing in small letters follows.

    "Latvian journalist Ana Ruiz" is a name, "the mayor of Lune" and "a Norvia spokeswoman" are offices.
    """
    inner = words[1:] if words[0].casefold() in _ARTICLES else words
    run: list[str] = []
    for place, word in enumerate(inner):
        following = inner[place + 1 : place + 2]
        if word[0].isupper() or word[0].isdigit():
            if run and _is_possessive(run[-1]):
                run = []
            run.append(word)
        elif _joins(run, word) and following and following[0][0].isupper():
            run.append(word)
        elif word.casefold() in _PREPOSITIONS:
            return run
        else:
            run = []
    return run


def _joins(run: list[str], word: str) -> bool:
    """Tell whether a name may go on behind a small word: "Bank of Lune", "Ana de Ruiz"; not "Ana Ruiz of Lune"."""
    if not run or word.casefold() not in _PARTICLES:
        return False
    return word.casefold() != "of" or len(run) == 1 or run[-1].casefold() in _INSTITUTIONS


def _german_name(words: list[str]) -> list[str]:
    """Return a run of two capitalised words or more ("Hafenmeisterin Ana Ruiz"); one alone is a noun."""
    inner = words[1:] if words[0].casefold() in _ARTICLES else words
    run = []
    for word in inner:
        if not word[0].isupper():
            break
        run.append(word)
    return run if len(run) > 1 or (len(run) == len(words) == 1) else []


def _is_possessive(word: str) -> bool:
    return word.endswith(("'s", "’s", "s'", "s’"))


def _is_subject(words: list[str]) -> bool:
    """Tell whether words may be an office: an article or a plural, no preposition at either end, no number, no verb."""
    first, last = words[0].casefold(), _head(words)[-1]
    if {first, words[-1].casefold()} & _PREPOSITIONS or any(word.isdigit() or word.endswith(".") for word in words):
        return False
    if last.isascii() and last.endswith(("ed", "ing")):
        return False
    return first in _ARTICLES or not first.isascii() or last.endswith("s") or last in _WITHOUT_ARTICLE


def _is_nobody(words: list[str]) -> bool:
    return not words or words[-1].casefold() in _NOBODY or words[-1].casefold() in _THINGS


def _head(words: list[str]) -> list[str]:
    """Return an office without its article and without what it is the office of."""
    inner = words[1:] if words[0].casefold() in _ARTICLES else words
    for place, word in enumerate(inner):
        if place and word.casefold() in _PREPOSITIONS:
            return inner[:place]
    return inner


def _office(asides: list[str]) -> list[str]:
    """Return the office that stands beside a name: "the harbour master of Lune"."""
    first = [match.group() for match in _WORD.finditer(asides[0])] if asides else []
    if len(first) < 2 or first[0].casefold() not in _ARTICLES:
        return []
    return _head(first)[-1:]


def _keys(words: list[str]) -> frozenset[str]:
    """Return the last word as it is compared: a surname, the noun of an office; of initials, the initials."""
    return frozenset({compared(words[-1])}) if words else frozenset()


def compared(word: str) -> str:
    """Return what two forms of a word share."""
    bare = word.rstrip(".")
    return key_of(bare) if bare.isupper() else root(fold(bare))


def _speaker(words: list[str], keys: frozenset[str], *, office: bool = False) -> Speaker | None:
    name = " ".join(words)
    for ending in ("'s", "’s"):
        name = name.removesuffix(ending)
    first, rest = words[0].casefold(), name[len(words[0]) :]
    if len(words) > 1 and first in _POSSESSIVES:
        name = rest.strip()
    elif first in _ARTICLES:
        name = first + rest
    return Speaker(name, keys, office) if name and len(name) <= LONGEST else None
