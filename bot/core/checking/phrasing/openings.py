"""Whether a claim opens with something that only the sentence before it could explain."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.core.checking.phrasing.relative_dates import TIMES
from bot.core.leaning import DEMONSTRATIVES, PRONOUNS

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_READ = 14
"""Words of a claim that are read."""
_NEAR = 8
"""Words within which the clause must begin that an empty "it" stands for."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PRONOUNS = {language: _words(words) - _words("sie ihr sein") for language, words in PRONOUNS.items()}
_PRONOUNS["de"] |= _words("sie seine ihre")
_DEMONSTRATIVES = {language: _words(words) - _words("both such") for language, words in DEMONSTRATIVES.items()}
_CONNECTIVES = {
    "en": "however moreover furthermore additionally nevertheless consequently therefore meanwhile but and",
    "de": "außerdem jedoch zudem dennoch deshalb daher dazu damit davon dabei dagegen danach aber und",
    "es": "además pero entonces",
    "fr": "mais cependant toutefois pourtant",
    "ru": "однако но поэтому",
}
_CONNECTIVE = {language: _words(words) for language, words in _CONNECTIVES.items()}
_REFERENCES = {
    language: _words(words)
    for language, words in {
        "en": "decision suggestion move proposal statement announcement comment comments remark remarks claim claims "
        "allegation allegations accusation accusations disclosure message figure figures finding findings verdict "
        "ruling request response reaction news idea step development incident report latter",
        "de": "entscheidung vorschlag schritt mitteilung erklärung ankündigung äußerung äußerungen behauptung vorwurf "
        "vorwürfe nachricht zahl zahlen urteil antrag antwort reaktion idee vorfall bericht maßnahme letztere",
        "es": "decisión sugerencia medida propuesta declaración anuncio comentario comentarios afirmación acusación "
        "acusaciones mensaje cifra cifras hallazgo veredicto fallo petición respuesta reacción noticia idea incidente "
        "informe último",
        "fr": "décision suggestion mesure proposition déclaration annonce commentaire commentaires affirmation "
        "accusation accusations message chiffre chiffres verdict demande réponse réaction nouvelle idée incident "
        "rapport dernier",
        "ru": "",
    }.items()
}
"""Nouns that only point back where nothing tells which one is meant."""
_ARTICLES = {"en": _words("the"), "de": _words("der die das"), "es": _words("el la los las"), "fr": _words("le la les")}
_TELLING = {
    "en": _words("of by to that on in for from about against between which whether not at over and with who whose"),
    "de": _words("des der von vom zu zur zum über für gegen in im ob dass wonach durch aus an am und"),
    "es": _words("de del que sobre por para contra en entre y a"),
    "fr": _words("de du des que par sur pour contre dans selon visant et à"),
}
"""Words with which it is told what a noun of reference stands for."""
_ELIDED = re.compile(r"^[dlnsjmt]['’]|^qu['’]")
_SAID_FIRST = _words("dijo añadió afirmó señaló agregó explicó aseguró declaró")
_EMPTY_IT = _words(
    "is was isn't wasn't has had would will may might could can seems seemed appears appeared remains remained became "
    "becomes took takes emerged emerges turned turns follows followed happened makes made cost costs helps"
)
_WEATHER = _words("rained rains snowed snows hailed thundered drizzled froze")
_CLAUSE = _words("that whether if how why who what when where since to for until before")
_RANK = re.compile(
    r"^it(?:'s|’s| is| was| would be| will be| has been| had been)(?: not| only| also| about| nearly| still)? "
    r"(?:the|a|an|one|[\w-]+ (?:years|months|weeks|days|hours)|his|her|their|its|unclear|unknown|"
    r"(?:first|second|third))\b",
    re.IGNORECASE,
)
_RELATIVE = _words("who whose whom which that involved killed hurt injured arrested present responsible affected")
_AFTER_THAT = _words(
    "is was means meant would will has had makes made brings brought came comes led leads leaves left includes "
    "included follows followed number figure decision day move plan case report statement"
)
"""What follows "that" where it points back; before anything else it may open a clause ("That the vote passed ...")."""
_FRENCH_EMPTY = re.compile(
    r"^il (?:n['’]?)?(?:y (?:a|avait|aura|en)|(?:ne )?(?:faut|fallait|faudra|pleut|pleuvait|neige|reste|restait|manque|"
    r"semble|semblait|s['’]agi\w+|est|était|sera|a fallu|existe|paraît)\b)",
    re.IGNORECASE,
)
_FRENCH_RANK = re.compile(r"^(?:ce (?:n['’])?(?:sont|était|fut|sera)|c['’](?:est|était)) ", re.IGNORECASE)
_RUSSIAN_RANK = re.compile(r"^это (?:\w+ый|\w+ий|\w+ая|\w+ое|\w+ой|\w+ье|\w+ья|был\w*|стал\w*)\b", re.IGNORECASE)
_GERMAN_VERB = re.compile(
    r"^(?:ist|war|sind|waren|wird|wurde|wurden|hat|hatte|haben|sei|soll|sollte|sagte|sagten|teilte|erklärte|geht|ging|"
    r"gab|gibt|bestätigte|berichtete|berichtet|bedeutet|kündigte|zeigt|zeigte|gilt|galt|führte|folgte)$"
)
_PRONOUN_SPEAKER = re.compile(
    r"^[“\"«„][^“”\"«»„]{1,400}[”\"»“][,.]?\s+"
    r"((?:he|she|they|it|er|sie|él|ella|il|elle|он|она|они)\s+[^\W\d_]{3,30}|a-t-(?:il|elle)\s+[^\W\d_]{3,30})",
    re.IGNORECASE,
)


def leaning_words(claim: str, language: str) -> str:
    """Return the words with which a claim points outside of itself, "" where it can be understood alone.

    `language` is a primary subtag; only English, German, Spanish, French and Russian are read. An empty "it" ("It is
    unclear whether ...") points nowhere, and what is told about a noun ("The decision by the court ...") explains it.
    """
    after_quotation = _PRONOUN_SPEAKER.match(claim)
    if after_quotation and language in PRONOUNS:
        return after_quotation.group(1)
    opening = claim[: claim.find(" ") + 400] if claim[:1].isalpha() else ""
    words = [match.group() for match in _WORD.finditer(opening)][:_READ]
    reader = _READERS.get(language)
    if not words or reader is None:
        return ""
    return reader(opening, words)


def _english(opening: str, words: list[str]) -> str:
    first, second = _folded(words, 0), _folded(words, 1)
    if first == "it" and _is_empty_it(opening, words):
        return ""
    if first in _DEMONSTRATIVES["en"]:
        return _demonstrative(words, "en")
    if first == "the" and second == "same":
        return "" if "as" in (word.casefold() for word in words) else f"{words[0]} {words[1]}"
    if first == "there" or (first in {"then", "instead", "still"} and not opening[len(first) :].startswith(",")):
        return ""
    return _plain(words, "en") or _reference(opening, words, "en")


def _is_empty_it(opening: str, words: list[str]) -> bool:
    """Tell whether "it" stands for a clause that follows, for the weather, or for nothing."""
    verb = _folded(words, 1)
    if verb in _WEATHER or _RANK.match(opening) or _folded(words, 0) in {"it's", "it’s"}:
        return True
    return verb in _EMPTY_IT and any(word.casefold() in _CLAUSE for word in words[2 : 2 + _NEAR])


def _german(opening: str, words: list[str]) -> str:
    first = _folded(words, 0)
    if first == "es":
        return ""
    if first == "das":
        return words[0] if _GERMAN_VERB.match(words[1] if len(words) > 1 else "") else _reference(opening, words, "de")
    if first in _DEMONSTRATIVES["de"]:
        return _demonstrative(words, "de")
    return _plain(words, "de") or _reference(opening, words, "de")


def _spanish(opening: str, words: list[str]) -> str:
    first = _folded(words, 0)
    if first in _DEMONSTRATIVES["es"]:
        return _demonstrative(words, "es")
    if first in _SAID_FIRST and _folded(words, 1) == "que":
        return words[0]
    return _plain(words, "es") or _reference(opening, words, "es")


def _french(opening: str, words: list[str]) -> str:
    first = _folded(words, 0)
    if _FRENCH_EMPTY.match(opening) or _FRENCH_RANK.match(opening):
        return ""
    if first in _DEMONSTRATIVES["fr"]:
        return _demonstrative(words, "fr")
    return _plain(words, "fr") or _reference(opening, words, "fr")


def _russian(opening: str, words: list[str]) -> str:
    first = _folded(words, 0)
    if first == "это" and _RUSSIAN_RANK.match(opening):
        return ""
    return _demonstrative(words, "ru") if first in _DEMONSTRATIVES["ru"] else _plain(words, "ru")


_READERS: dict[str, Callable[[str, list[str]], str]] = {
    "en": _english,
    "de": _german,
    "es": _spanish,
    "fr": _french,
    "ru": _russian,
}


def _plain(words: list[str], language: str) -> str:
    """Return an opening pronoun or connective."""
    first = _folded(words, 0)
    return words[0] if first in _PRONOUNS[language] or first in _CONNECTIVE[language] else ""


def _demonstrative(words: list[str], language: str) -> str:
    """Return an opening "this" with its noun, unless it is a time ("this week") or those it speaks of are told."""
    second = re.split("['’]", _folded(words, 1), maxsplit=1)[0]
    if second in TIMES[language] or second in _RELATIVE:
        return ""
    if _folded(words, 0) == "that" and second not in _AFTER_THAT:
        return ""
    return " ".join(words[:2])


def _reference(opening: str, words: list[str], language: str) -> str:
    """Return an article with a noun that points back, where nothing behind it tells what it stands for."""
    if len(words) < 2 or _folded(words, 0) not in _ARTICLES[language]:
        return ""
    noun = re.split("['’]", words[1], maxsplit=1)[0]
    if noun.casefold() not in _REFERENCES[language] or noun[:1].isupper() != (language == "de"):
        return ""
    end = opening.find(noun, len(words[0])) + len(noun)
    told = opening[end : end + 2].strip()[:1] in {",", "(", "–", "—"}
    third = _folded(words, 2)
    if told or third in _TELLING[language] or _ELIDED.match(third):
        return ""
    return f"{words[0]} {noun}"


def _folded(words: list[str], place: int) -> str:
    return words[place].casefold() if place < len(words) else ""
