"""Which language a text is in, where nobody says: by its commonest words, and only among languages with cue tables."""

from __future__ import annotations

import re

from bot.core.words import fold

KNOWN = ("en", "de", "es", "fr", "ru", "ar")
"""Languages in which cues of saying, hedges and limiting words are known."""
_READ = 1_000
"""Characters that are enough to tell."""
_FEWEST = 2
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UKRAINIAN = re.compile(r"[іїєґ]", re.IGNORECASE)
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_PERSIAN = re.compile(r"[پچژگکی]")
COMMON = {
    language: frozenset(fold(word) for word in words.split())
    for language, words in {
        "en": "the of and to in that is was for with by at from has had were are be been said not his her its will",
        "de": "der die das und den dem des ein eine einen nicht mit von zu im auf für sich auch ist war wurde dass bei",
        "es": "el los las del una que por para con se al su fue como más pero ha según lo y desde también",
        "fr": "le les des une du et dans est que pour pas sur qui au avec a été par aux sont ce selon il",
    }.items()
}

COMMON_WORDS = frozenset().union(
    *COMMON.values(), (fold(word) for word in "что это как его она они без над при according".split())
)
"""Words of all these languages that carry no meaning."""


def primary(tag: str) -> str:
    """Return the primary subtag of a BCP 47 tag, in lower case: "en" of "en-GB"."""
    return re.split(r"[-_]", tag, maxsplit=1)[0].lower()


def language_of(text: str, tag: str = "und") -> str | None:
    """Return the language of a text if it is one of `KNOWN`, else None.

    A tag is believed; without one, the script and the commonest words decide, and plain ASCII is taken for English
    where they do not.
    """
    named = primary(tag)
    if named != "und":
        return named if named in KNOWN else None
    text = text[:_READ]
    script = _by_script(text)
    if script != "":
        return script
    forms = [fold(word) for word in _WORD.findall(text)]
    hits = sorted(((sum(form in common for form in forms), language) for language, common in COMMON.items()))
    (second, _), (first, best) = hits[-2:]
    if first >= _FEWEST and first > second:
        return best
    return "en" if text.isascii() and first < _FEWEST else None


def _by_script(text: str) -> str | None:
    """Return the language that a script gives away, None where it is another one of that script, "" for Latin."""
    if _CYRILLIC.search(text):
        return None if _UKRAINIAN.search(text) else "ru"
    if _ARABIC.search(text):
        return None if _PERSIAN.search(text) else "ar"
    return ""
