"""The reply as text for a terminal: wrapped, markers in brackets, addresses below the sources, evidence in full."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.core.message.direction import carry
from bot.core.message.document import (
    Block,
    Bullet,
    Citation,
    Collapsible,
    Document,
    Entry,
    Heading,
    Line,
    Numbered,
    Quote,
)
from bot.core.message.graphemes import cut, is_boundary

WIDTH = 80
MIN_WIDTH = 20
INDENT = "    "


_WORD = re.compile("[^ ]+")
_HELD = "\u00a0"
"""A space at which no line is broken; no other can be in a document."""
_LIKE_A_BULLET = re.compile(r" (?=\d{1,3}[.)](?: |\u00a0|$))")
"""Before "2." at the end of "on March 2.": at the beginning of a line it would read as the second of a list."""
_ADDRESS = re.compile(r"\u2068?https?://\S+\Z")
_NOT_FIRST = frozenset(
    "、。，．,.:;!?-：；！？・゠‐–〜…‥」』）】〉》〕］｝〗〙〟｠)]}’”»ー々〻ヽヾゝゞぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ％%℃゛゜"
    "｡､｣･ｧｨｩｪｫｬｭｮｯｰ"
)
"""Signs that begin no line of Japanese or Chinese: full stops, closing marks, small kana (JIS X 4051)."""
_NOT_LAST = frozenset("「『（【〈《〔［｛〖〘〝｟([{‘“«｢￥＄$")
"""Signs that end no line of Japanese or Chinese: opening marks."""
BREAK_BACK = 16
"""Characters by which a line may end early: enough for a stop, a closing mark and two markers."""


def render(document: Document, *, width: int = WIDTH) -> str:
    """Return the document as lines of at most `width` columns (never under 20); only addresses may be longer."""
    width = max(width, MIN_WIDTH)
    lines: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        if _stands_apart(before, block):
            lines.append("")
        before = block
        lines += _block(block, document.language, width)
    return "\n".join(lines) + "\n"


def _stands_apart(before: Block | None, block: Block) -> bool:
    if before is None or isinstance(before, Heading):
        return False
    return not (isinstance(block, Numbered | Bullet | Entry) and type(before) is type(block))


def _block(block: Block, language: str, width: int) -> Iterator[str]:
    if isinstance(block, Collapsible):
        yield from _wrapped(block.title, language, width=width, first="", rest="")
        for line in block.lines:
            yield from _wrapped(_said(line), language, width=width, first=f"  {_bullet(line)}", rest=INDENT + "  ")
        return
    bullet = _bullet(block)
    yield from _wrapped(_said(block), language, width=width, first=bullet, rest=" " * _columns(bullet))
    if isinstance(block, Entry) and block.url:
        yield f"{INDENT}{block.url}"


def _bullet(line: Line) -> str:
    if isinstance(line, Numbered):
        return f"{line.number}. "
    if isinstance(line, Entry):
        return f"[{line.source}] "
    if isinstance(line, Quote):
        return INDENT
    return "• " if isinstance(line, Bullet) else ""


def _said(line: Line) -> str:
    said: list[str] = []
    for before, span, after in line.enclosed():
        if isinstance(span, Citation):
            _hold(said, span)
        elif said and said[-1].endswith(_HELD):
            said.append(before + span.text.removeprefix(" ") + after)
        else:
            said.append(before + span.text + after)
    return _LIKE_A_BULLET.sub(_HELD, "".join(said))


def _hold(said: list[str], citation: Citation) -> None:
    """Add a marker so that it stays on the line of its statement, or of the passage behind it."""
    if citation.here:
        said.append(citation.label + _HELD)
    elif said and said[-1].endswith(" "):
        said[-1] = said[-1][:-1] + _HELD
        said.append(citation.label)
    else:
        said.append(citation.label)


def _wrapped(text: str, language: str, *, width: int, first: str, rest: str) -> Iterator[str]:
    """Yield `text` in lines: `first` stands before the first one, `rest` before the others."""
    lines = _broken(text, width=width, first=first, rest=rest)
    return carry((line.replace(_HELD, " ") for line in lines), language)


def _broken(text: str, *, width: int, first: str, rest: str) -> Iterator[str]:
    line, taken = first, _columns(first)
    empty = True
    for word in _words(text, width - _columns(rest)):
        columns = _columns(word)
        if not empty and taken + 1 + columns > width:
            yield line
            line, taken, empty = rest, _columns(rest), True
        line += word if empty else f" {word}"
        taken += columns if empty else columns + 1
        empty = False
    yield line


def _words(text: str, room: int) -> Iterator[str]:
    """Yield the words of `text`; one too long for a line, unless it is an address, comes in parts."""
    for match in _WORD.finditer(text):
        word = match.group()
        start = 0
        while not _ADDRESS.match(word):
            end = _fitting(word, start, room)
            if end == len(word):
                break
            end = _break(word, start, cut(word, start, end))
            yield word[start:end]
            start = end
        yield word[start:]


def _break(word: str, start: int, end: int) -> int:
    """Return the last good place up to `end` to go to a new line; `end` itself where none is near."""
    for place in range(end, max(start, end - BREAK_BACK), -1):
        if _may_break(word, place) and is_boundary(word, place):
            return place
    return end


def _may_break(word: str, place: int) -> bool:
    before, after = word[place - 1], word[place]
    if after in _NOT_FIRST or before in _NOT_LAST or _HELD in {before, after}:
        return False
    return not (_is_western(before) and _is_western(after))


def _is_western(char: str) -> bool:
    """Whether `char` belongs to a word or number that is not cut: "2026" and "NHK" within Japanese text."""
    return char.isalnum() and char < "\u0250"


def _fitting(word: str, start: int, room: int) -> int:
    """Return where the longest part of `word` from `start` ends that fills `room` columns, at least one character."""
    taken = 0
    for place in range(start, len(word)):
        taken += _width(word[place])
        if taken > room:
            return max(start + 1, place)
    return len(word)


def _columns(text: str) -> int:
    """Return how many columns a terminal gives to `text`."""
    if text.isascii():
        return len(text)
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1
