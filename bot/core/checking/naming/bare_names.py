"""Whether a word is a name, where its capital letter says nothing: at the beginning of a sentence."""

from __future__ import annotations

import re

from bot.core.checking.naming.mentions import Mention
from bot.core.checking.naming.name_search import Standing
from bot.core.checking.naming.name_words import BODIES, NOT_COUNTED, SAYING, SINGULAR_VERBS

_NEXT_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’]s$")
_APPOSED = re.compile(r", (?:an?|the|who|whose|which) ")
_NO_NAME = ("ing", "ly", "ed", "ness", "ment", "tion", "ity", "ism")


def is_named(text: str, mention: Mention, standings: tuple[Standing, ...], at: int, *, language: str) -> bool:
    """Tell whether a word that opens a sentence, and that no article has, is a name.

    Before another unknown name, or before "Group" and the like, it is the first part of it. In English a noun that is
    no plural has an article, so a bare one is a name before a verb in the singular, with a possessive ending, or before
    ", who".
    """
    if at + 1 < len(standings):
        following = mention.words[at + 1]
        names_a_body = following.key in BODIES and at + 2 == len(standings)
        return mention.certain[at + 1] and (standings[at + 1] is Standing.UNKNOWN or names_a_body)
    word = mention.words[at]
    found = _NEXT_WORD.match(text, word.end + 1)
    next_word = found.group().casefold() if found and text[word.end : word.end + 1] == " " else ""
    if next_word in SAYING:
        return True
    if language != "en" or word.key in NOT_COUNTED or word.key.endswith(_NO_NAME):
        return False
    if _POSSESSIVE.search(word.written):
        return True
    plural = word.key.endswith("s")
    if _APPOSED.match(text, word.end):
        return not plural
    return next_word in SINGULAR_VERBS and (not plural or next_word in {"is", "was", "has", "says", "does"})
