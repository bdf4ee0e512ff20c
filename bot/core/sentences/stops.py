"""Finds the stops at which a paragraph may end a sentence, and what the sentence library thinks of each.

The library (sentencex) knows the abbreviations of some thirty languages, but takes quadratic time over quotation
marks and brackets and pairs them across sentences. So it sees a copy of the text in which they are spaces, window by
window; quotations are our own business (see `quotations`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import sentencex  # type: ignore[import-untyped]

from bot.core.sentences.quotations import Enclosures

FULL_WIDTH = frozenset("。！？｡")
"""Stops that need no space behind them."""

_STOPS = re.compile("[.!?…。！？｡．؟۔।॥።፧፨։‼⁇⁈⁉‽။]+")
_CLOSING = frozenset(
    "”’»›“\"'」』》〉〞〟)]）】}\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
    "\ufe0f⁰¹²³⁴⁵⁶⁷⁸⁹*†‡"
)
_BOTH_WAYS = frozenset("“\"'«»’”")
_NOTE = re.compile(r"\[[0-9]{1,3}\]|\[[a-z]\]")
_MASKED = re.compile(
    '(?:\\[[0-9]{1,3}\\]|["“”„‟«»‹›‘‚「」『』《》〈〉〝〞〟()\\[\\]（）【】{}<>`\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff'
    "\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000⁰¹²³⁴-⁹]|(?<!\\w)['’]|['’](?!\\w))+"
)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_VISIBLE = re.compile(r"\S")
_PLAIN_STOPS = frozenset("en de fr es it pt nl sv da nb pl cs tr ru uk zh ja ko".split())
"""Languages in which every stop is one that `_STOPS` knows, so that text without one needs no library."""
_WINDOW = 4000
_OVERLAP = 200


@dataclass(frozen=True, slots=True)
class Stop:
    """A run of stops: `text[start:end]` are the stops, a sentence would end at `after` and the next begin at `resume`.

    Closing quotation marks, brackets and footnote marks belong to the sentence that ends. `agreed` is whether the
    library would end a sentence here.
    """

    start: int
    end: int
    after: int
    resume: int
    agreed: bool


def find_stops(text: str, *, language: str, enclosures: Enclosures) -> Iterator[Stop]:
    """Yield the stops of one paragraph in order; the text's own end is not one of them."""
    runs = [found.span() for found in _STOPS.finditer(text)]
    masked = _masked(text)
    opinions = _opinions(masked, language) if runs or language not in _PLAIN_STOPS else []
    rare = _rare_stops(text, opinions)
    for start, end in sorted({*runs, *rare}) if rare else runs:
        after = _behind_closing(text, at=end, enclosures=enclosures)
        resume = _next_visible(text, after)
        if resume == len(text):
            return
        told = bisect_right(opinions, start)
        yield Stop(
            start, end, after, resume, agreed=told < len(opinions) and opinions[told] <= _next_visible(masked, resume)
        )


def _masked(text: str) -> str:
    """The text with spaces for quotation marks, brackets and footnote marks, of the same length."""
    return _LONE_SURROGATE.sub("x", _MASKED.sub(lambda found: " " * len(found.group()), text))


def _opinions(masked: str, language: str) -> list[int]:
    """Where the library would begin a sentence, in order; it sees each place with its surroundings."""
    begins: list[int] = []
    for core in range(0, len(masked), _WINDOW):
        offset = max(0, core - _OVERLAP)
        seen = masked[offset : core + _WINDOW + _OVERLAP]
        begins += [
            offset + begin for begin in _begins(seen, language) if core <= offset + begin < core + _WINDOW and begin > 0
        ]
    return begins


def _begins(seen: str, language: str) -> list[int]:
    """The library's answer; where it breaks down it has no opinion and the rules decide alone."""
    try:
        return [boundary["start_index"] for boundary in sentencex.get_sentence_boundaries(language, seen)]
    except BaseException as error:
        # A Rust panic is no Exception, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        return []


def _rare_stops(text: str, opinions: list[int]) -> list[tuple[int, int]]:
    """The stops that only the library knows, such as the Greek question mark, one character each."""
    rare = []
    for begin in opinions:
        end = begin
        while end > 0 and begin - end < _OVERLAP and (text[end - 1].isspace() or text[end - 1] in _CLOSING):
            end -= 1
        if end > 0 and not _STOPS.match(text, end - 1) and not text[end - 1].isalnum():
            rare.append((end - 1, end))
    return rare


def _behind_closing(text: str, *, at: int, enclosures: Enclosures) -> int:
    """Skip what closes a sentence after its stop; a closing mark may stand behind one space ("oui ! »")."""
    while at < len(text):
        note = _NOTE.match(text, at)
        if note:
            at = note.end()
        elif text[at] in _CLOSING and not _is_opening(text, at=at, enclosures=enclosures):
            at += 1
        else:
            spaced = at + 1 if text[at].isspace() else at
            note = _NOTE.match(text, spaced)
            if spaced in enclosures.opened_at and spaced > at:
                at = spaced + 1
            elif note and spaced > at:
                at = note.end()
            else:
                return at
    return at


def _is_opening(text: str, *, at: int, enclosures: Enclosures) -> bool:
    if at in enclosures.opening:
        return True
    alone = text[at] in _BOTH_WAYS and at not in enclosures.opened_at
    return alone and at + 1 < len(text) and text[at + 1].isalnum()


def _next_visible(text: str, at: int) -> int:
    found = _VISIBLE.search(text, at)
    return found.start() if found else len(text)
