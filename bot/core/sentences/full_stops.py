"""Decides whether a single full stop ends its sentence, by the words around it.

Most stops that end no sentence belong to a title, an initial, a state ("the U.S. Navy"), an hour ("4 p.m. ET"), a
counted thing ("No. 10"), an ordinal ("am 3. Oktober"), a year ("2024 г.") or the address of a web page.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from bot.core.sentences.quotations import Enclosures
from bot.core.sentences.stops import Stop
from bot.core.sentences.words import ORDINAL_LEADS, ORDINAL_NOUNS, SURNAMES, ZONES, Lexicon

AHEAD = 80
"""How far ahead the rules look."""

WORD = re.compile(r"[^\W_](?:[\w'’.-]*\w)?")
_TOKEN_LENGTH = 60
_TOKEN_START = re.compile('[\\s"“”„«»‹›‘(（\\[「『—–]')
_APOSTROPHE = re.compile("['’]")
_ADDRESS = re.compile(
    r"https?://|www\.|@|\w/|\.(?:com|org|net|gov|edu|info|int|io|de|fr|uk|ru|eu|ua|es|it)(?:/|$)", re.I
)
_LIST_MARK = re.compile(r"[0-9]{1,3}|[^\W\d_]|[ivx]{2,4}|[IVX]{2,4}")
_CHAIN = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_DOUBLED = re.compile(r"([A-ZÁÉÍÓÚ])\1")
_HOUR = re.compile(r"[ap]\.?m", re.IGNORECASE)
_PLACE_TIME = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)? (?:time|Time)\b")


@dataclass(frozen=True, slots=True)
class Setting:
    """One paragraph with all that its stops are judged by."""

    text: str
    enclosures: Enclosures
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words on both sides of a full stop: what it stands behind, the word before that, and what comes next."""

    token: str
    key: str
    """The token as the word lists have it."""
    at: int
    before: str
    following: str
    opens: bool
    """Whether `following` is a word that opens sentences and is written with a capital."""

    @property
    def counts(self) -> bool:
        """Whether a number stands in front of the token, as before a unit."""
        return self.before[-1:].isdigit()


def full_stop_ends(stop: Stop, *, begun: int, setting: Setting) -> bool:
    """Whether the sentence that begins at `begun` ends at this full stop, where no small letter follows."""
    around = _surroundings(stop, setting)
    token, words = around.token, setting.lexicon
    if not token or unicodedata.category(token[-1])[0] not in "LMN":
        return True
    if around.at <= begun + 1 and _LIST_MARK.fullmatch(token):
        return False
    if is_address(token):
        return True
    if around.key in words.years:
        return around.counts
    if setting.text[stop.resume].isdigit():
        return _ends_before_figure(around, words=words, agreed=stop.agreed)
    if around.key in words.leads:
        return around.counts and around.opens
    if token.isdigit():
        return not (words.ordinals and len(token) < 3 and _is_ordinal(around)) and (stop.agreed or around.opens)
    if _HOUR.fullmatch(around.key):
        return not (around.following.casefold() in ZONES or _PLACE_TIME.match(setting.text, stop.resume))
    if _is_initial(token) and around.key not in words.plain:
        return around.opens and (len(token) > 1 or around.counts or around.following.casefold() not in SURNAMES)
    return around.opens or stop.agreed or _is_plain_word(around, words)


def _surroundings(stop: Stop, setting: Setting) -> Surroundings:
    text = setting.text
    token = token_before(text, stop.start)
    at = stop.start - len(token)
    found = WORD.search(text[stop.resume : stop.resume + AHEAD])
    following = found.group() if found else ""
    before = token_before(text[max(0, at - _TOKEN_LENGTH) : at].rstrip(), _TOKEN_LENGTH)
    return Surroundings(
        token=token,
        key=_key(token, before=before),
        at=at,
        before=before,
        following=following,
        opens=following[:1].isupper() and _APOSTROPHE.split(following.casefold())[0] in setting.lexicon.openers,
    )


def _key(token: str, *, before: str) -> str:
    """The token without its case and an elided article; a single letter with its first half ("z. B" is "z.b")."""
    word = _APOSTROPHE.split(token.casefold())[-1]
    halved = len(word) == 1 and len(before) == 2 and before[1] == "."
    return f"{before.casefold()}{word}" if halved else word


def token_before(text: str, end: int) -> str:
    """What stands before `end`, back to a space, a quotation mark or a bracket."""
    seen = text[max(0, end - _TOKEN_LENGTH) : end]
    return _TOKEN_START.split(seen)[-1]


def is_address(token: str) -> bool:
    return ("." in token or "/" in token or "@" in token) and bool(_ADDRESS.search(token))


def _is_plain_word(around: Surroundings, words: Lexicon) -> bool:
    """Whether the library took a common word for an abbreviation: its lists hold "tent", "ill" and the like."""
    if not around.token.islower():
        return False
    return around.key in words.plain or (len(around.token) > 3 and around.key not in words.short)


def _ends_before_figure(around: Surroundings, *, words: Lexicon, agreed: bool) -> bool:
    token = around.token
    if token.isdigit():
        return not (words.ordinals and len(token) < 3)
    if around.key in words.counted or around.key in words.leads or _is_initial(token):
        return False
    return agreed or (token.isalpha() and len(token) > 3)


def _is_ordinal(around: Surroundings) -> bool:
    """Whether a small number with a stop counts what follows, as in "am 3. Oktober" or "der 2. Senat"."""
    return around.before.casefold() in ORDINAL_LEADS or around.following.casefold() in ORDINAL_NOUNS


def _is_initial(token: str) -> bool:
    """Whether a token is an initial or a chain of them: "J", "U.S", "p.m", "EE"."""
    if len(token) == 1:
        return token.isupper() or token.islower() or "\u05d0" <= token <= "\u06ff"
    return bool(_CHAIN.fullmatch(token) or _DOUBLED.fullmatch(token))
