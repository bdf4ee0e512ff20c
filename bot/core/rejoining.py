"""One pasted text that a Telegram client sent as several messages, put together again.

A message holds 4,096 UTF-16 units, and nothing in a message says that it goes on in the next: only length and words
tell. What clients do with a longer text, as far as their sources show it: the desktop looks for a blank line, else a
line end, else a sentence end, else a space in the second half of the message, and takes the last of the best kind;
Android looks the same way through the last 300 units; iOS takes the last line end or full stop, whatever follows it;
the web takes the last space. White space at a cut is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.core.models import Span
from bot.core.requests import ForwardOrigin, Incoming, MarkedLink
from bot.core.text_lines import count_words

LIMIT: Final = 4_096
"""UTF-16 units of a message (Bot API, sendMessage)."""
SHORTEST_CUT: Final = LIMIT // 2
LIKELY_CUT: Final = 3_000
SURE_CUT: Final = LIMIT - 300
TRIMMED: Final = 16
"""Units of white space or formatting marks that may be missing at a cut."""
SAME_POST: Final = 2.0
"""Seconds within which the parts of one post were sent."""

_CLOSERS: Final = "\"'”’»“」』）)]】›*_"
_STOPS: Final = ".!?…。！？｡؟۔।॥"
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")
_BULLET: Final = re.compile(r"[•·◦▪‣*–—-]\s|\d{1,2}[.)]\s")
# Scripts that put no spaces between words, with their punctuation; and what of it never begins a line.
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]"
)
_NEVER_FIRST: Final = "。！？｡，、；：」』）】》〉"
# A full stop inside a word, from both sides: of U.S., and of 3.5.
_INITIALS: Final = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+\Z"), re.compile(r"[^\W\d_]\.")
_DECIMAL: Final = re.compile(r"(?<!\d)\d{1,3}\.\Z"), re.compile(r"\d+(?![\d.)])")


def rejoin(messages: Iterable[Incoming]) -> tuple[Incoming, ...]:
    """Return the messages of a burst in order, with those that are parts of one text as one under the first's id.

    Two neighbours are parts of one text where the first is long, both are plain (or forwarded from one post of one
    place), and what follows did not fit into the first: at least 2,048 units and its next line does not fit, at
    least 3,000 and its next paragraph does not, or at least 3,796 (`SURE_CUT`). They stay two where together they
    would have fitted, or where the first ends with a sentence and the second begins with a title of its own.

    Known to fail: a heading of four words or more right after a cut passes for the title of a second article; a
    complete text of 3,000 units or more takes a second one in that begins with a long paragraph instead of a title.
    """
    joined: list[Incoming] = []
    before: Incoming | None = None
    for message in messages:
        if before is not None and _goes_on(before, message):
            joined[-1] = _join(joined[-1], message, cut=before)
        else:
            joined.append(message)
        before = message
    return tuple(joined)


def count_units(text: str) -> int:
    """Return the length of a text as Telegram counts it, in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


# ---------------------------------------------------------------- whether it goes on


def _goes_on(former: Incoming, latter: Incoming) -> bool:
    if not (_is_text(former) and _is_text(latter) and _same_origin(former.forward, latter.forward)):
        return False
    units, room = _room(former.text)
    # A rich message may be longer than any part; the desktop counts some signs of two units once.
    if units < SHORTEST_CUT - TRIMMED or len(former.text) > LIMIT or count_units(latter.text) < room:
        return False
    if _ends_sentence(former.text) and _begins_with_title(latter.text):
        return False
    if units >= SURE_CUT - TRIMMED:
        return True
    if units >= LIKELY_CUT:
        return count_units(_BLANK_LINE.split(latter.text.strip(), maxsplit=1)[0]) >= room
    # So early only the desktop cuts, at the end of a line, because the next line is a very long one.
    return "\n" in former.text and count_units(_first_line(latter.text)) >= room


def _room(text: str) -> tuple[int, int]:
    """Return how long a text is and how much would have fitted behind it, in units."""
    units = count_units(text)
    return units, LIMIT - TRIMMED - units


def _is_text(message: Incoming) -> bool:
    return bool(message.text.strip()) and not (message.upload or message.unreadable or message.album)


def _same_origin(one: ForwardOrigin | None, other: ForwardOrigin | None) -> bool:
    if one is None or other is None or one == other:
        return one == other
    if one.sent_at is None or other.sent_at is None or one.outlet != other.outlet:
        return False
    # The parts of a post in a channel have addresses of their own, which differ in their numbers.
    same_place = _place(one.url) == _place(other.url)
    return same_place and abs((other.sent_at - one.sent_at).total_seconds()) <= SAME_POST


def _place(url: str | None) -> str | None:
    return url and url.rpartition("/")[0]


def _begins_with_title(text: str) -> bool:
    """Whether the first line stands alone, is of a headline's length and shape, and an article could follow."""
    line, _, rest = text.strip().partition("\n")
    line = line.strip()
    if not rest.strip() or _ends_sentence(line) or line[0].islower() or _BULLET.match(line):
        return False
    return 4 <= count_words(line) <= 30 and count_units(line) <= 200 and not line.endswith((",", ";", ":"))


def _ends_sentence(text: str) -> bool:
    return text.rstrip().rstrip(_CLOSERS).rstrip().endswith(tuple(_STOPS))


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0]


# ---------------------------------------------------------------- how it goes on


def _join(whole: Incoming, latter: Incoming, *, cut: Incoming) -> Incoming:
    """Append `latter` to what was put together so far, whose last message is `cut`."""
    head, tail = whole.text.rstrip(), latter.text.lstrip()
    joint = _joint(cut.text, latter.text)
    kept = [_clipped(link, end=len(head)) for link in whole.links]
    lost = len(latter.text) - len(tail)
    moved = [_moved(link, by=len(head) + len(joint) - lost, lost=lost) for link in latter.links]
    links = [link for link in (*kept, *moved) if link is not None]
    if not joint:
        # A link that the cut runs through leads nowhere that anybody meant.
        links = [link for link in links if len(head) not in {link.span.start, link.span.end}]
    return whole.model_copy(update={"text": head + joint + tail, "links": tuple(links)})


def _clipped(link: MarkedLink, *, end: int) -> MarkedLink | None:
    if link.span.end <= end:
        return link
    if link.span.start >= end:
        return None
    return MarkedLink(span=Span(start=link.span.start, end=end), url=link.url)


def _moved(link: MarkedLink, *, by: int, lost: int) -> MarkedLink | None:
    start = max(link.span.start, lost)
    if start >= link.span.end:
        return None
    return MarkedLink(span=Span(start=start + by, end=link.span.end + by), url=link.url)


def _joint(former: str, latter: str) -> str:
    """Return what stood between two parts, as far as it can be told: a paragraph's end, a space, or nothing."""
    head, tail = former.rstrip(), latter.lstrip()
    if "\n" in former[len(head) :] or "\n" in latter[: len(latter) - len(tail)]:
        return "\n\n"
    if tail[0] in _NEVER_FIRST:
        return ""
    if _ends_sentence(head):
        return _joint_at_stop(head, tail)
    unspaced = bool(_UNSPACED.match(head[-1]) and _UNSPACED.match(tail))
    word = tail[0] if unspaced else tail.split(maxsplit=1)[0]
    # Nobody cuts between words where the next one would have fitted, so it was the end of a line.
    if count_units(word) < _room(head)[1] and not tail[0].islower():
        return "\n\n"
    return "" if unspaced or _is_inside_word(former, latter) else " "


def _joint_at_stop(head: str, tail: str) -> str:
    """iOS takes every full stop for the end of a sentence: in 3.5, in U.S. and in e.g. too."""
    if any(before.search(head) and after.match(tail) for before, after in (_INITIALS, _DECIMAL)):
        return ""
    return " " if head.endswith(".") and tail[0].islower() else "\n\n"


def _is_inside_word(former: str, latter: str) -> bool:
    """Whether a word was cut: one unit short of the limit only where the next character takes two, else at a space."""
    full = count_units(former) >= (LIMIT - 1 if latter[0] > "\uffff" else LIMIT)
    return full and former[-1].isalnum() and latter[0].isalnum()
