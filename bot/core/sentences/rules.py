"""Decides whether a stop ends its sentence: our rules first, the library's opinion where they are silent.

Here is what does not depend on the word before a stop: quotations and their speakers, Chinese and Japanese stops,
sentences without a space between them, names with an exclamation mark. `sentences_full_stops` has the rest.
"""

from __future__ import annotations

import re

from bot.core.sentences.full_stops import AHEAD, WORD, Setting, full_stop_ends, is_address, token_before
from bot.core.sentences.quotations import Enclosures
from bot.core.sentences.stops import FULL_WIDTH, Stop
from bot.core.sentences.words import COMPANY, ENDINGS, NAMES_WITH_CRY

_BRAND = re.compile(r"[a-z][A-Z]")
_TWO_FACED = frozenset("»”")
_GOES_ON = frozenset(".,;:!?…)]}%»”’，、；：。！？،؛؟।")
_SAYING = re.compile(
    r"(?!(?:nobody|none|no|everyone|everybody|others|people|residents)\b)(?:[^\W\d_][\w'’.-]*\s+){1,5}?"
    r"(?:said|says|asked|asks|told|added|wrote|shouted|replied|answered|cried|called out|demanded|wondered|posted)\b",
    re.IGNORECASE,
)
_SAYING_CHINESE = re.compile(
    r"[^。！？；，、“「\s]{0,14}(?:[说說道称稱问問答喊]|表示|指出|告[诉訴]|[强強][调調]|回[应應]|补充|補充)"
)
_PARTICLE = re.compile(
    r"と(?!ころ|はいえ|にかく|もあれ|りあえず|なり)|って|など|という|との|を|が(?!ん)|は[、「]|の(?!ち)|に(?!もかかわらず|ほん)|も(?!し|う|っと|ちろん)"
    r"|で(?!も|は)|へ|、|，|的"
)


def ends_sentence(stop: Stop, *, begun: int, setting: Setting) -> bool:
    """Whether the sentence that begins at `begun` ends at `stop`."""
    text = setting.text
    if setting.enclosures.around(stop.after) or _runs_on(text, at=stop.resume, enclosures=setting.enclosures):
        return False
    if text[stop.start] in FULL_WIDTH:
        return not _is_quoted_part(stop, begun=begun, setting=setting)
    if stop.after == stop.resume:
        return _is_glued_end(stop, setting)
    ahead = text[stop.resume : stop.resume + AHEAD]
    first = _first_letter(ahead)
    if first.islower() and not _BRAND.match(ahead):
        return False
    mark = text[stop.start : stop.end]
    if mark == ".":
        return full_stop_ends(stop, begun=begun, setting=setting)
    if mark[0] in "!?":
        return not _goes_on_after_cry(stop, begun=begun, setting=setting)
    return text[stop.start - 1 : stop.start] not in ("[", "(")


def _runs_on(text: str, *, at: int, enclosures: Enclosures) -> bool:
    """Whether the next visible character can only continue a sentence."""
    if text[at] not in _GOES_ON or at in enclosures.opening:
        return False
    return text[at] not in _TWO_FACED or not text[at + 1 : at + 2].isalnum()


def _first_letter(ahead: str) -> str:
    """The first letter or digit ahead; a dash that leads to a speaker is passed over."""
    found = WORD.search(ahead)
    return found.group()[0] if found else ""


def _is_quoted_part(stop: Stop, *, begun: int, setting: Setting) -> bool:
    """Whether a Chinese or Japanese quotation ends here and its speaker, or the rest of the clause, follows."""
    closing = setting.text[stop.end : stop.after]
    if any(mark in "》〉" for mark in closing):
        return True
    opened = [setting.enclosures.opened_at.get(at) for at in range(stop.end, min(stop.after, stop.end + 8))]
    if not any(at is not None for at in opened):
        return False
    if _PARTICLE.match(setting.text, stop.resume):
        return True
    return begun in opened and bool(_SAYING_CHINESE.match(setting.text, stop.resume))


def _is_glued_end(stop: Stop, setting: Setting) -> bool:
    """Whether a sentence ends though no space follows: "he said.Then", "said.[3]Then", a danda."""
    text, ahead = setting.text, setting.text[stop.resume : stop.resume + AHEAD]
    opening = stop.resume in setting.enclosures.opening
    if text[stop.start] not in ".!?…．":
        return opening or ahead[0].isalnum()
    if stop.end - stop.start > 1 or text[stop.start] in "…．" or not (opening or _is_capital(ahead[0])):
        return False
    if stop.after > stop.end:
        return opening or ahead[0].isupper()
    token = token_before(text, stop.start)
    following = WORD.search(ahead)
    name = following.group().casefold() if following else ""
    if is_address(token) or name.split(".")[0] in ENDINGS or name in COMPANY:
        return False
    cased = token[-1:].islower() and ahead[1:2].islower()
    return token.isalpha() and ((cased and len(token) > 1) or opening or (len(token) > 2 and not ahead[0].isupper()))


def _is_capital(letter: str) -> bool:
    """Whether a letter can begin a sentence: upper case, or of a script that has no case."""
    return letter.isalpha() and not letter.islower()


def _goes_on_after_cry(stop: Stop, *, begun: int, setting: Setting) -> bool:
    """Whether "!" or "?" is part of a name, or closes a quotation whose speaker follows."""
    text = setting.text
    ahead = text[stop.resume : stop.resume + AHEAD]
    following = WORD.match(ahead)
    word = following.group().casefold() if following else ""
    if word in COMPANY:
        return True
    if token_before(text, stop.start).casefold() in NAMES_WITH_CRY:
        return word not in setting.lexicon.openers
    if word in setting.lexicon.openers:
        return False
    quoted = any(setting.enclosures.opened_at.get(at) == begun for at in range(stop.end, min(stop.after, stop.end + 8)))
    return quoted and bool(_SAYING.match(ahead))
