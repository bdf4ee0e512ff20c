"""Makes foreign text fit to show: nothing hidden in it, nothing in it that comes alive in a chat.

Article text, file names, addresses and what a model writes are all foreign. `show` is applied once, by the types
of `document`; `defuse` is applied by the renderers whose readers turn plain text into links.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from bot.core.message.graphemes import cut

WORD_JOINER = "\u2060"
MAX_MARKS = 8
"""Combining marks in a row that are kept: more than any living orthography needs."""

# Controls, soft hyphen, fillers, zero-width and directional characters, annotations, private use, surrogates, tag
# characters and the variation selectors that only carry data. White space is folded before, joiners are judged after.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\ue000-\uf8ff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]+"
)
_SPACE = re.compile(r"[\s\u2800]+")
_SELECTORS = re.compile("[\ufe00-\ufe0f\u180b-\u180d\u180f]+")
_JOINERS = re.compile("[\u200c\u200d]+")
# Telegram's server drops these three marks, and with them the place of every entity behind.
_DROPPED_MARKS = re.compile("[\u030a\u0333\u033f]")

_JOINING_SCRIPTS = re.compile(
    "[\u0620-\u065f\u066e-\u06d3\u06d5-\u06ff\u0700-\u085f\u08a0-\u08ff\u0900-\u109f\u1780-\u17d3\u1800-\u18af"
    "\u1a20-\u1cff\ua8e0-\ua8ff\ua980-\uaaff\ufb50-\ufdcf\ufe70-\ufefc\U00010a00-\U00010eff\U00011000-\U00011fff]"
)
_EMOJI_BEFORE_SELECTOR = re.compile(
    "[#*0-9\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_EMOJI_PART = re.compile(
    "[\u00a9\u00ae\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]"
)


def show(text: str) -> str:
    """Return foreign text as one clean line: NFC, nothing hidden, white space folded to single spaces, trimmed."""
    return clean(text).strip(" ")


def clean(text: str) -> str:
    """Do what `show` does, but keep one space at either end, for a piece of a longer line."""
    text = _HIDDEN.sub("", _SPACE.sub(" ", text))
    text = _SELECTORS.sub(_keep_selector, text)
    text = _JOINERS.sub(_keep_joiner, text)
    text = _DROPPED_MARKS.sub("", _thin_marks(unicodedata.normalize("NFC", text)))
    return _SPACE.sub(" ", text)


def clip(text: str, *, limit: int) -> str:
    """Return `text` as it is, or its first words with an ellipsis, at most `limit` code points in all."""
    if len(text) <= limit:
        return text
    end = cut(text, 0, limit - 1)
    space = text.rfind(" ", limit // 2, end + 1)
    return text[: space if space > 0 else end].rstrip(" ,;:.–—-") + "…"


def _keep_selector(match: re.Match[str]) -> str:
    """Keep a lone selector where it chooses between text and emoji or shapes a Mongolian letter; a run hides data."""
    run, before = match.group(), match.string[match.start() - 1 : match.start()]
    if len(run) > 1 or not before:
        return ""
    if run in "\ufe0e\ufe0f":
        return run if _EMOJI_BEFORE_SELECTOR.match(before) else ""
    return run if "\u1820" <= before <= "\u18aa" and run < "\u1810" else ""


def _keep_joiner(match: re.Match[str]) -> str:
    """Keep one joiner where spelling needs it (Arabic and Indic scripts) or an emoji is built with it."""
    joiner = match.group()[0]
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    if not before or not after:
        return ""
    if _JOINING_SCRIPTS.match(before) and _JOINING_SCRIPTS.match(after):
        return joiner
    return joiner if joiner == "\u200d" and _EMOJI_PART.match(before) and _EMOJI_PART.match(after) else ""


def _thin_marks(text: str) -> str:
    """Drop the combining marks beyond `MAX_MARKS` in a row."""
    if text.isascii():
        return text
    kept, run = [], 0
    for char in text:
        run = run + 1 if char > "\u02ff" and unicodedata.category(char) in {"Mn", "Me"} else 0
        if run <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)


# ---------------------------------------------------------------- nothing alive

# The places where a word joiner keeps Telegram from seeing a mention, command, tag, address, time or card number.
# The rules ask little of what stands before, so that a text cut anywhere stays as dead as it was.
_LIVE = re.compile(
    r"(?<=@)(?=\S)"  # @name, and the second half of an e-mail address
    "|(?<=#)(?=[^\\s\ufe0f\u20e3])"  # #tag, but not the keycap
    r"|(?<=/)(?=[A-Za-z0-9_])"  # /command
    r"|(?<=\$)(?=[A-Za-z]|1I)"  # $TAG
    r"|(?<=:)(?=//)"  # scheme://
    r"|(?=\.[^\W\d_][^\s.,;:!?)\]\"'”’»])"  # .com: a dot with two letters behind it
    r"|(?<=\d)(?=\.\d{1,3}\.\d)"  # 192.0.2.1
    r"|(?<=\d)(?=:\d)"  # 12:34 in a video
    r"|(?<=\+)(?=[\d(])"  # +1 (a telephone number)
)
_LONG_NUMBER = re.compile(r"\d(?:[ \u00a0().\-/]{0,2}\d){6,}")


def joints(text: str) -> tuple[int, ...]:
    """Return the places in `text` where a word joiner stops Telegram from making a link of it, in order."""
    places = {match.start() for match in _LIVE.finditer(text)}
    for number in _LONG_NUMBER.finditer(text):
        digits = [place for place in range(number.start(), number.end()) if text[place].isdigit()]
        places.update(digits[3::3])
    return tuple(sorted(places))


def defuse(text: str) -> str:
    """Return `text`, looking the same, so that no mention, command, tag, link, address or number in it is live."""
    ends = [0, *joints(text), len(text)]
    return WORD_JOINER.join(text[start:end] for start, end in pairwise(ends))
