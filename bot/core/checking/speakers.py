"""Whether the person to whom a claim gives a quotation stands near that quotation in the source."""

from __future__ import annotations

import re

from bot.core.checking.quotation_marks import quotations

_QUOTATION = "\ue000"
"""Stands where a quotation stood: what is said before one is no name beside the verb after it."""
_WORD = re.compile(rf"{_QUOTATION}|[^\W\d_]+(?:[-.'’][^\W\d_]+)*")
_SAYING = frozenset(
    (
        "said says say saying told tells added adds wrote writes called calls asked asks argued argues warned warns "
        "stated states tweeted posted replied noted insisted described announced declared explained "
        "sagte sagt erklärte erklärt teilte schrieb nannte betonte warnte fügte meinte "
        "dijo dice afirmó declaró aseguró señaló añadió escribió llamó explicó advirtió "
        "dit déclaré déclare affirmé ajouté écrit expliqué indiqué estimé "
        "сказал сказала сказали заявил заявила заявили сообщил сообщила написал написала "
        "назвал назвала добавил добавила"
    ).split()
)
_OFFICES = frozenset(
    (
        "mayor minister president premier chancellor governor senator judge spokesman spokeswoman spokesperson "
        "secretary "
        "director chairman chairwoman chief ambassador prosecutor lawyer attorney commissioner officer captain "
        "bürgermeister bürgermeisterin minister ministerin präsident präsidentin kanzler kanzlerin sprecher sprecherin "
        "alcalde alcaldesa ministro ministra presidente presidenta portavoz gobernador gobernadora fiscal "
        "maire ministre président présidente porte-parole préfet préfète procureur procureure directeur directrice "
        "мэр министр президент губернатор представитель представительница директор прокурор посол"
    ).split()
)
_NO_NAMES = frozenset(
    "the a an in on at as but and both der die das ein eine el la los las un una le les une this that".split()
)
"""Words that begin a sentence with a capital letter and name nobody."""
_REACH = 3
"""Words between a name and its verb of saying."""
_STEM = 5


def speaker_missing(claim: str, window: str) -> str:
    """Return the speaker whom a claim names and its evidence does not, "" where there is nothing to object to.

    A speaker is a run of capitalised words, or an office in lower case, within three words of a verb of saying and
    outside quotation marks. One of its words must stand in `window`, the cited sentences and those beside them. Where
    no speaker can be told, one of all the capitalised words must; a claim with none passes.
    """
    outside = _outside(claim)
    known = {_stem(word) for word in _WORD.findall(window)}
    words = [(match.group(), match.start()) for match in _WORD.finditer(outside)]
    speakers = _speakers(words)
    for run in speakers:
        if not any(_known(word, known) for word in run):
            return " ".join(run)
    names = [word for index, (word, _) in enumerate(words) if index and _is_name(word)]
    if speakers or not names or any(_known(name, known) for name in names):
        return ""
    return " ".join(names[:3])


def _outside(claim: str) -> str:
    """Blank out quotations, keeping a mark where each stood."""
    kept, at = [], 0
    for quoted in quotations(claim):
        kept.append(claim[at : quoted.start])
        at = quoted.end
    return f" {_QUOTATION} ".join((*kept, claim[at:]))


def _speakers(words: list[tuple[str, int]]) -> list[list[str]]:
    """Return the runs of names beside verbs of saying: before the verb, else after it."""
    runs = []
    for index, (word, _) in enumerate(words):
        if word.lower() not in _SAYING:
            continue
        run = _run(words, range(index - 1, max(-1, index - 1 - _REACH), -1))
        if not run and not _pronoun(words, index - 1):
            run = _run(words, range(index + 1, min(len(words), index + 1 + _REACH)))
        if run:
            runs.append(run)
    return runs


def _pronoun(words: list[tuple[str, int]], index: int) -> bool:
    return index >= 0 and words[index][0].lower() in {
        "he",
        "she",
        "they",
        "it",
        "who",
        "er",
        "sie",
        "il",
        "elle",
        "он",
        "она",
    }


def _run(words: list[tuple[str, int]], places: range) -> list[str]:
    """Collect the neighbouring names and offices nearest to a verb."""
    run: list[str] = []
    for place in places:
        word = words[place][0]
        if _is_name(word) or word.lower() in _OFFICES:
            run.append(word)
        elif run or word == _QUOTATION:
            break
    return run


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in _NO_NAMES


def _known(word: str, known: set[str]) -> bool:
    return _stem(word) in known


def _stem(word: str) -> str:
    folded = word.casefold().replace("’", "'").removesuffix("'s").replace(".", "").replace("'", "")
    return folded[:_STEM]
