"""Words with which a sentence leans on the one before it, and whether one does."""

from __future__ import annotations

import re

PRONOUNS = {
    "en": "he she it they his her its their him them",
    "de": "er sie es sein seine ihr ihre",
    "es": "él ella ello ellos ellas su sus",
    "fr": "il elle ils elles son sa ses leur leurs",
    "ru": "он она оно они его её ее их",
}
"""Pronouns of the third person, of things as well, and whose something is; by language, as all tables here."""
DEMONSTRATIVES = {
    "en": "this these that those such both",
    "de": "dies diese dieser dieses",
    "es": "esto esta este estas estos eso esa ese",
    "fr": "ce cet cette ces cela ceci",
    "ru": "это этот эта эти",
}
CONNECTIVES = {
    "en": "then meanwhile however but and also instead still yet thus therefore moreover furthermore additionally "
    "nevertheless consequently",
    "de": "dazu damit davon dabei dagegen deshalb daher außerdem jedoch zudem dennoch auch aber und doch danach "
    "alors sonst",
    "es": "además también pero sin por y así entonces",
    "fr": "mais et aussi cependant toutefois pourtant",
    "ru": "при однако также кроме но и затем поэтому тогда накануне",
}
"""What joins a sentence to the one before, and some words that mostly do."""
PLACES = {"en": "there here", "de": "dort", "es": "allí", "fr": "", "ru": "там"}
_OTHERS = "ninguno ninguna هو هي هم هذا هذه ذلك تلك وهو وهي وأضاف وقال كما لكن ووصفها ووصفه"
_LEANING = frozenset(
    [
        word
        for table in (PRONOUNS, DEMONSTRATIVES, CONNECTIVES, PLACES)
        for words in table.values()
        for word in words.split()
    ]
    + _OTHERS.split()
)
_LEANING_PAIRS = frozenset(
    {"all but", "until then", "since then", "at that", "after that", "bis dahin", "hasta entonces", "d'ici là"}
)
_LEANING_SIGNS = tuple(
    "他 她 它 这 该 此 但 同时 此外 彼 これ それ また しかし この その 同課 同社 同県 同氏 ここ さらに".split()
)
_NOUNS_OF_REFERENCE = frozenset(
    {"decision", "message", "move", "statement", "report", "figure", "same", "latter", "former"}
)
_OPENING = re.compile(r"^[\W_]*((?:[^\W\d_]|['’])+)(?:[\s,]+((?:[^\W\d_]|['’])+))?")
_PRONOUN_SPEAKER = re.compile(
    r"[”\"»“’][,.]?\s+(?:he|she|they|it|er|sie|él|ella|il|elle|он|она|они)\s+[^\W\d_]{3,}", re.IGNORECASE
)
_ONLY_QUOTED = re.compile(r"\s*[“\"«„「][^“”\"«»„「」]+[”\"»“」][.!?。]?\s*")


def leans(text: str) -> bool:
    """Whether a sentence needs the one before it to be understood: it opens with a pronoun or a connective."""
    if _PRONOUN_SPEAKER.search(text) or _ONLY_QUOTED.fullmatch(text):
        return True
    match = _OPENING.match(text)
    if not match:
        return False
    first, second = match.group(1).casefold(), match.group(2) or ""
    # German "das" before a small letter is a pronoun: "Das sagte ..." leans, "Das Museum ..." does not.
    pronoun = first == "das" and second[:1].islower()
    refers = first == "the" and second.casefold() in _NOUNS_OF_REFERENCE
    paired = f"{first} {second.casefold()}" in _LEANING_PAIRS
    return first in _LEANING or pronoun or refers or paired or text.lstrip("「『“").startswith(_LEANING_SIGNS)
