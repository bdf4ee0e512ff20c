"""Makes a page harmless for a parser of HTML before it sees it: size, depth and attributes. Linear in its length.

The rules of the HTML standard make parsers quadratic in the depth of a page and in the attributes of a tag ("has an
element in scope", "duplicate-attribute"); no page that people read is near these limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

MAX_HTML: Final = 2_000_000
"""Characters of a page that are parsed, after what shows nothing was taken out."""
_MAX_DEPTH: Final = 500
_LONG_TAG: Final = 4_000
_MAX_ATTRIBUTES: Final = 300
_LARGE: Final = 100_000
# Elements that cannot stand in each other, or have no end, make no depth.
_FLAT: Final = "area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|path|source|td|th|tr|track|wbr"
_NESTING: Final = re.compile(rf"<(/?)(?!(?:{_FLAT})[\s/>])[a-zA-Z]", re.IGNORECASE)
_NESTING_TAG: Final = re.compile(rf"<(/?)(?!(?:{_FLAT})[\s/>])[a-zA-Z][^<>]*>?", re.IGNORECASE)
_MANY_ATTRIBUTES: Final = re.compile(rf"<([a-zA-Z][\w-]{{0,50}})[\s/][^<>]{{{_LONG_TAG},}}")
_RAW: Final = re.compile(r"<(script|style|svg)\b[^<>]{0,2000}>", re.IGNORECASE)
_ENDS: Final = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "svg")}
_EMBEDDED: Final = re.compile(r"data:[\w/+.-]{1,80};base64,[A-Za-z0-9+/=]+")


def trim(html: str) -> str:
    """Return a page that any parser can read in a moment; it differs only where it is beyond what pages are."""
    html = html.replace("\x00", "")
    if len(html) > MAX_HTML:
        html = _shorten(html)
    return _flatten(_MANY_ATTRIBUTES.sub(_fewer_attributes, html))


def _fewer_attributes(tag: re.Match[str]) -> str:
    """A long tag is no harm, such as one with an image or data in an attribute; one with many attributes is."""
    return f"<{tag[1]}" if len(tag[0].split(None, _MAX_ATTRIBUTES)) > _MAX_ATTRIBUTES else tag[0]


def _flatten(html: str) -> str:
    """Leave out tags below a depth."""
    depths = list(accumulate(-1 if slash else 1 for slash in _NESTING.findall(html)))
    if not depths or max(depths) - min(depths) <= _MAX_DEPTH:
        return html
    depth = 0

    def deep_enough(tag: re.Match[str]) -> str:
        nonlocal depth
        depth = max(0, depth - 1) if tag[1] else depth + 1
        # An end tag has been counted already, so it belongs to what began one level below.
        return tag[0] if depth + bool(tag[1]) <= _MAX_DEPTH else " "

    return _NESTING_TAG.sub(deep_enough, html)


def _shorten(html: str) -> str:
    """Leave out images in the text of the page and large scripts, styles and drawings, then all beyond the limit."""
    if len(html) > MAX_HTML:
        html = _EMBEDDED.sub("", html)
    if len(html) > MAX_HTML:
        html = "".join(_without_large(html))
    return html[:MAX_HTML]


def _without_large(html: str) -> Iterator[str]:
    at = 0
    while match := _RAW.search(html, at):
        closing = _ENDS[match[1].lower()].search(html, match.end())
        end = closing.start() if closing else len(html)
        small = end - match.end() <= _LARGE
        yield html[at : end if small else match.end()]
        at = end
    yield html[at:]
