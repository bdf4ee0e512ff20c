"""Where quotations begin and end, in the typography of any language; an apostrophe is no quotation mark."""

from __future__ import annotations

import re
from typing import NamedTuple

_PAIRS = {
    "“": "”“",
    "„": '“”‟"',
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    "‹": "›",
    "‘": "’‘",
    "‚": "‘’",
}
"""Opening marks and what may close them; Danish and German books write »so«."""

_MARK = re.compile("[\"“”„‟«»「」『』《》〈〉‹›‘’‚'＂]")
_SINGLES = "‘’‚'‹›"
_REACH = 400
"""Characters within which a single mark must find its partner to be more than an apostrophe."""


class Quoted(NamedTuple):
    """What stands between two marks: `text[start:end]`; `open_end` where the closing or the opening mark is missing."""

    start: int
    end: int
    open_end: bool = False


def quotations(text: str) -> tuple[Quoted, ...]:
    """Return the outermost quotations of a text in order. Linear in the length of the text.

    A quotation that never closes runs to the end; one that never opened begins where the one before it ended.
    """
    found: list[Quoted] = []
    opened: tuple[str, int] | None = None
    marks = [match.start() for match in _MARK.finditer(text)]
    partnered = _partnered(text, marks)
    for at in marks:
        mark = text[at]
        if opened and _closes(text, at, opened[0]):
            found.append(Quoted(opened[1], at))
            opened = None
        elif opened is None and _opens(text, at) and (mark not in "'‘‚" or at in partnered):
            opened = (mark, at + 1)
        elif opened is None and (mark in "”」』" or (mark in '"»' and _ends_word(text, at))):
            found.append(Quoted(found[-1].end + 1 if found else 0, at, open_end=True))
    if opened and opened[0] not in _SINGLES:
        found.append(Quoted(opened[1], len(text), open_end=True))
    return tuple(found)


def balanced(text: str) -> bool:
    """Tell whether every quotation mark of a text has its partner."""
    return not any(quoted.open_end for quoted in quotations(text))


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    after, before = text[at + 1 : at + 2], text[at - 1 : at] if at else ""
    if not after or (after.isspace() and mark != "«"):
        return False
    if mark in '"＂':
        return not before.isalnum() or not after.isalnum()
    if mark in "'‘’‚":
        starts = not before or (not before.isalnum() and before not in "’'")
        return mark != "’" and starts and after.isalpha() and text[at + 1 : at + 3] not in ("n'", "n’")
    return (mark in _PAIRS and mark != "»") or (mark == "»" and not before.strip(" (") and after.isalnum())


def _partnered(text: str, marks: list[int]) -> set[int]:
    """Return the single marks with a partner: one at the end of a word, within reach, before a double mark."""
    partnered: set[int] = set()
    closing = len(text) + _REACH
    for at in reversed(marks):
        if text[at] not in _SINGLES:
            closing = len(text) + _REACH
            continue
        if closing - at <= _REACH:
            partnered.add(at)
        if text[at] in "’'‘" and _ends_word(text, at):
            closing = at
    return partnered


def _ends_word(text: str, at: int) -> bool:
    after, before = text[at + 1 : at + 2], text[at - 1 : at]
    return not after.isalnum() and not before.isspace()


def _closes(text: str, at: int, opening: str) -> bool:
    mark = text[at]
    if opening in '"＂':
        return mark in '"＂”' and not (text[at - 1 : at].isspace() and text[at + 1 : at + 2].isalnum())
    if opening in "'‘‚":
        return mark in "’'‘" and _ends_word(text, at)
    return mark in _PAIRS[opening] or (opening == "“" and mark == '"')
