"""The text that a page keeps for its scripts: sites that draw themselves in the browser send the article as data.

Known are Next.js (`__NEXT_DATA__`, and its rows of `__next_f`), and data that is JSON in a script of its own or given
to a name of the window, as Nuxt, Apollo and Redux do.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

_MAX_SCRIPTS: Final = 300
_MAX_CHARACTERS: Final = 3_000_000
_MAX_VALUES: Final = 100_000
_LEAST: Final = 300
"""A script with less data holds no article."""
_PUSHED: Final = re.compile(r"self\.__next_f\.push\(\[1,(?=\")")
_NAMED: Final = re.compile(
    r"(?:window(?:\.|\[[\"'])|self\.)?(?:__)?[A-Za-z][\w.]{2,40}(?:[\"']\])?\s{0,3}=\s{0,3}(?=[{\[])"
)
_ROW: Final = re.compile(r"(?:^|\n|(?<=[}\]\">]))[0-9a-f]{1,6}:(?=[\[{T])")
_LONG_TEXT: Final = re.compile(r"T([0-9a-f]{1,6}),")
_DECODER: Final = json.JSONDecoder(strict=False)


def read_states(tree: LexborHTMLParser) -> tuple[str, ...]:
    """Return the scripts of a page that may hold data; the tree must still have its scripts."""
    found, left = [], _MAX_CHARACTERS
    for script in tree.css("script:not([src])")[:_MAX_SCRIPTS]:
        if "ld+json" in script.attrs.sget("type"):
            continue
        text = script.text() or ""
        if len(text) <= left and (len(text) >= _LEAST or _PUSHED.match(text)):
            found.append(text)
            left -= len(text)
    return tuple(found)


def texts_of(states: Sequence[str]) -> Iterator[list[str]]:
    """Yield what may be the text of an article: paragraphs or pieces of HTML that stand together in the data."""
    pushed = "".join(_pushed(states))
    if pushed:
        yield from _texts_of_rows(pushed)
    for state in states:
        if not _PUSHED.match(state) and (data := _data_of(state)) is not None:
            yield from _texts_in(data)


def _pushed(states: Sequence[str]) -> Iterator[str]:
    for state in states:
        if match := _PUSHED.match(state):
            text = _decode(state, match.end())
            if isinstance(text, str):
                yield text


def _data_of(state: str) -> Any:
    start = state.lstrip()[:1]
    if start in {"{", "["}:
        return _decode(state, len(state) - len(state.lstrip()))
    match = _NAMED.search(state[:2_000])
    return _decode(state, match.end()) if match else None


def _decode(text: str, at: int) -> Any:
    try:
        return _DECODER.raw_decode(text, at)[0]
    except (ValueError, RecursionError):
        return None


def _texts_of_rows(rows: str) -> Iterator[list[str]]:
    """The rows of a React server's answer: `id:json`, or `id:T<bytes>,text` for a long text."""
    for match in _ROW.finditer(rows):
        at = match.end()
        if long := _LONG_TEXT.match(rows, at):
            size = int(long[1], 16)
            # The length counts bytes; no character has more than four.
            yield [rows[long.end() : long.end() + size].encode()[:size].decode(errors="ignore")]
        elif (data := _decode(rows, at)) is not None:
            yield from _texts_in(data)


def _texts_in(data: Any) -> Iterator[list[str]]:
    """For every list or object, the strings that it holds directly or one level of its items holds, in order."""
    waiting, left = [data], _MAX_VALUES
    while waiting and left > 0:
        value = waiting.pop()
        left -= 1
        inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        waiting += [each for each in inner if isinstance(each, dict | list)]
        if isinstance(value, list):
            if together := [text for each in inner[:2_000] if (text := _longest(each))]:
                yield together
        else:
            yield from ([each] for each in inner if isinstance(each, str) and len(each) >= _LEAST)


def _longest(value: Any) -> str:
    """The longest string of a paragraph's object, or the paragraph itself."""
    for _ in range(4):
        if isinstance(value, str):
            return value if len(value) >= 40 and " " in value.strip() else ""
        inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        strings = [each for each in inner[:50] if isinstance(each, str) and len(each) >= 40]
        if strings:
            return max(strings, key=len)
        value = next((each for each in inner[:50] if isinstance(each, dict | list)), "")
    return ""
