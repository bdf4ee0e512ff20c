"""Names in German, where every noun has a capital letter and a capital letter therefore says nothing."""

from __future__ import annotations

import re

from bot.core.checking.naming.mentions import Mention
from bot.core.checking.naming.name_search import has_inner_capital
from bot.core.checking.naming.name_words import GERMAN_BEARERS, GERMAN_NOUNS, GERMAN_SAYING, SAYING, TITLES
from bot.core.name_forms import NameWord, key_of

_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+) $")
_NEAR = 30
_DATIVES = ("en", "ern")
"""Endings of those to whom something is said: "sagte Journalisten"."""


def is_german_name(text: str, mention: Mention, at: int) -> bool:
    """Tell whether a German word is surely a name: after a title, or bare beside a verb of saying.

    "Ministerin Weissberg", "die Stadt Nordhausen", "sagte Weissberg", but not "in Gefahr". Words in capitals and with
    capitals inside ("EZB", "AfD") are names as they are elsewhere.
    """
    word = mention.words[at]
    if word.initials or has_inner_capital(word):
        return True
    if word.key.endswith(GERMAN_NOUNS):
        return False
    if at and mention.words[at - 1].key in TITLES | GERMAN_BEARERS:
        return True
    following = _NEXT_WORD.match(text, word.end)
    if following and key_of(following.group(1)) in SAYING:
        return True
    start = mention.words[0].start
    before = _LAST_WORD.search(text, max(0, start - _NEAR), start)
    if before is None or word.key.endswith(_DATIVES):
        return False
    return key_of(before.group(1)) in GERMAN_SAYING


def may_be_german_name(word: NameWord) -> bool:
    """Tell whether a German word that stands in no article, beside another one, may be part of a name."""
    return not word.key.endswith(GERMAN_NOUNS)
