"""Which language's number words to read a text with."""

from __future__ import annotations

import re

SPOKEN = ("en", "de", "es", "fr", "ru", "ar", "zh", "ja")
"""Languages whose number words are known; in all others digits, months and symbols are read."""

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ar", re.compile("[\u0621-\u064a]")),
    ("hi", re.compile("[\u0904-\u0939]")),
    ("ru", re.compile("[\u0430-\u044f]")),
)
_COMMON = {
    "en": "the of and to was were for with that by from has have is are at on said it not will after people in",
    "de": "der die das und ist im am den dem des mit von zu für auf nicht ein eine einen wurde wurden hat sich bei",
    "es": "el los las y del en con por una un se fue que para al dijo más tras han su sus desde según",
    "fr": "le les des du et est une un dans pour avec qui sur au aux par ont été selon plus ses après il elle en",
    "it": "il lo gli della dei di è nel con per una che sono del dal alla ha",
    "pt": "o os as da do dos em com uma um não para foi pelo pela ao mais",
    "nl": "het een van en is op met voor niet dat zijn door aan bij werd werden",
}
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 4000
"""Characters of a text that are looked at."""


def language_of(text: str, declared: str) -> str:
    """Return the declared primary subtag where there is one, else a guess, "und" where nothing tells."""
    primary = declared.partition("-")[0].lower()
    if primary not in ("", "und"):
        return primary
    sample = text[:_ENOUGH]
    for language, letters in _SCRIPTS:
        if len(letters.findall(sample)) * 3 > len(sample):
            return language
    words = [word.lower() for word in _WORD.findall(sample)]
    hits = sorted(
        ((sum(word in common for word in words), name) for name, common in _COMMON_WORDS.items()), reverse=True
    )
    clear = hits[0][0] > hits[1][0]
    return hits[0][1] if clear else "und"
