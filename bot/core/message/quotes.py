"""Quotation marks for display: a sentence that is itself shown within double marks gets single ones inside."""

from __future__ import annotations

_TO_SINGLE = {"“": "‘", "”": "’", "‟": "‘", "„": "‚", "〝": "‘", "〞": "’", "＂": "’"}
_OPENERS = " \t\n\u00a0([{<«‹“‘‚„—–-/"


def single_quoted(text: str) -> str:
    """Return `text`, of the same length, with its double quotation marks made single typographic ones.

    Angle and corner marks stay: they cannot be taken for the marks around the sentence.
    """
    shown: list[str] = []
    low_open = False
    for place, char in enumerate(text):
        if char == "„":
            low_open = True
        if char == '"':
            shown.append("‘" if place == 0 or text[place - 1] in _OPENERS else "’")
        elif char == "“" and low_open:
            # German and its neighbours close with the mark that English opens with.
            low_open = False
            shown.append("‘")
        else:
            shown.append(_TO_SINGLE.get(char, char))
    return "".join(shown)
