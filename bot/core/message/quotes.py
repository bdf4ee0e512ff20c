"""Quotation marks for display: what a sentence itself quotes must not look like the end of the marks around it."""

from __future__ import annotations

from dataclasses import dataclass

_TO_SINGLE = {"“": "‘", "”": "’", "‟": "‘", "„": "‚", "〝": "‘", "〞": "’"}
_STRAIGHT = '"＂'
_ANGLES = "«»"
_CORNERS = {"「": "『", "」": "』", "『": "「", "』": "」"}
_BEFORE_OPENING = "([{<«‹“‘‚„—–-/「『（"


@dataclass(frozen=True)
class Marks:
    """The marks that a language sets around a quotation, and those for a quotation within it: one sign each."""

    outer: str = "“"
    """The opening one; it tells which marks within would be taken for it."""
    inner: tuple[str, str] = ("‘", "’")


def nest_quotes(text: str, marks: Marks) -> str:
    """Return `text`, of the same length, with the quotation marks in it that would be taken for the ones around it.

    Straight marks become the inner ones of the language. Of the others those change that are of the kind of the
    outer ones: angles within angles, corners within corners, else “ ” and „ “. What is quoted within such a quotation
    goes down by one step.
    """
    if marks.outer in _ANGLES:
        return _within_angles(text, marks)
    changed = _CORNERS if marks.outer in _CORNERS else _TO_SINGLE
    return "".join(
        _straight(text, place, marks.inner) if char in _STRAIGHT else changed.get(char, char)
        for place, char in enumerate(text)
    )


def _within_angles(text: str, marks: Marks) -> str:
    shown: list[str] = []
    depth = 0
    for place, char in enumerate(text):
        if char in _ANGLES:
            opening = _opens(text, place)
            shown.append(_angle(opening, depth if opening else depth - 1, marks.inner))
            depth = depth + 1 if opening else max(depth - 1, 0)
        elif char in _STRAIGHT:
            shown.append(_straight(text, place, ("‘", "’") if depth else marks.inner))
        else:
            shown.append(_TO_SINGLE.get(char, char) if depth else char)
    return "".join(shown)


def _angle(opening: bool, depth: int, inner: tuple[str, str]) -> str:
    pair = inner if depth <= 0 else ("‘", "’")
    return pair[0] if opening else pair[1]


def _opens(text: str, place: int) -> bool:
    """Whether the angle at `place` opens a quotation: « does, unless it stands as in »so«."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    apart = _stands_apart(before)
    if text[place] == "«":
        return apart or after.isalnum()
    return apart and after.isalnum()


def _straight(text: str, place: int, pair: tuple[str, str]) -> str:
    """Return what a straight mark becomes; within a word it is no quotation mark (Hebrew abbreviations have it)."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if before.isalpha() and after.isalpha():
        return text[place]
    return pair[0] if _stands_apart(before) else pair[1]


def _stands_apart(before: str) -> bool:
    return not before or before.isspace() or before in _BEFORE_OPENING
