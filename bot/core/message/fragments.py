"""Links that open an article at one of its sentences: text fragments, `#:~:text=[prefix-,]start[,end][,-suffix]`.

Source: the WICG draft "URL Fragment Text Directives". A browser goes to the first passage that matches, ignoring
case, accents and the kind of quotation mark; every term must begin and end at a word and lie in one paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from bot.core.models import Span

EXACT = 90
"""Characters up to which a sentence is given whole; a longer one by its first and last words."""
MAX_DIRECTIVE = 1_800
"""Characters of the escaped directive: beyond, some apps cut a link off."""
REACH = 400
"""Characters around the sentence from which context is taken."""
MAX_PLACES = 200
"""Places of one term that are looked at; a term found more often is not worth trying."""
_ENDS = (3, 5, 8, 12)
"""How many words of each end are tried."""
_CONTEXT = (2, 4, 7, 12)
"""How many words around the sentence are tried."""

# A word with what follows it. Where no spaces are written only a mark is a sure end of a word.
_TOKEN = re.compile("[^\\s、，；：。！？」』）…]+[、，；：。！？」』）…]*\\s*|[、，；：。！？」』）…]+\\s*")
_MARKS = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0670\u200b-\u200f\u2060\ufe00-\ufe0f]+"
)
_QUOTES = str.maketrans("“”„‟‘’‚‛`´", "\"\"\"\"''''''")
_BREAK = re.compile(r"[\n\r\v\f\u2028\u2029\u0085]")


@dataclass(frozen=True)
class Directive:
    """The terms of one text directive, as they stand in the article."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        terms = [f"{_escape(self.prefix)}-" if self.prefix else "", _escape(self.start), _escape(self.end)]
        return ",".join(term for term in [*terms, f"-{_escape(self.suffix)}" if self.suffix else ""] if term)


def fragment_url(url: str, *, text: str, span: Span) -> str:
    """Return `url` with a directive that leads to `span` of the article's `text` and to nothing else in it.

    An element fragment of the address stays, a directive it already has is replaced. Where the same words stand twice
    among the same neighbours the directive leads to the first of them; where the sentence is too long for a directive,
    `url` comes back without one.
    """
    address, mark, fragment = url.partition("#")
    fragment = fragment.split(":~:")[0]
    directive = find_directive(text, span)
    if directive is None:
        return f"{address}{mark}{fragment}" if fragment else address
    return f"{address}#{fragment}:~:text={directive}"


def find_directive(text: str, span: Span) -> Directive | None:
    """Return the first directive that finds only `span` in `text`, else the whole sentence, else None if too long."""
    page = _page(text)
    wanted = page.place(text, span)
    whole = None
    for directive in _candidates(text, span):
        if len(str(directive)) > MAX_DIRECTIVE:
            continue
        if not directive.end:
            whole = whole or directive
        if _finds(page.folded, directive) == [wanted]:
            return directive
    return whole


def _candidates(text: str, span: Span) -> Iterator[Directive]:
    """Yield the directives to try: the sentence alone, then with ever more of what stands around it."""
    before = _BREAK.split(text[max(0, span.start - REACH) : span.start].rstrip())[-1]
    after = _BREAK.split(text[span.end : span.end + REACH].lstrip())[0]
    contexts = [("", "")]
    for words in _CONTEXT:
        prefix, suffix = _last_words(before, words), _first_words(after, words)
        contexts += [(prefix, ""), ("", suffix), (prefix, suffix)]
    cores = list(_cores(span.of(text)))
    for prefix, suffix in dict.fromkeys(contexts):
        for start, end in cores:
            yield Directive(start=start, end=end, prefix=prefix, suffix=suffix)


def _cores(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield (start, end) pairs for a sentence; `end` is "" where it is given whole."""
    whole = " ".join(sentence.split())
    tokens = _TOKEN.findall(sentence)
    if len(whole) > EXACT:
        for words in _ENDS:
            if len(tokens) > 2 * words:
                yield _joined(tokens[:words]), _joined(tokens[-words:])
        if 4 <= len(tokens) <= 6:
            yield _joined(tokens[:1]), _joined(tokens[-1:])
    yield whole, ""


def _first_words(text: str, words: int) -> str:
    return _joined(_TOKEN.findall(text)[:words])


def _last_words(text: str, words: int) -> str:
    return _joined(_TOKEN.findall(text)[-words:])


def _joined(tokens: list[str]) -> str:
    return " ".join("".join(tokens).split())


def _escape(term: str) -> str:
    """Percent-encode a term; `-`, `,` and `&` have a meaning in the directive and must not stand in it as they are."""
    return quote(term, safe="", errors="ignore").replace("-", "%2D")


# ---------------------------------------------------------------- does it lead there, and only there


@dataclass(frozen=True)
class _Page:
    """An article's text as a browser compares it; its lines begin at `starts`, and at `folded_starts` in `folded`."""

    folded: str
    starts: tuple[int, ...]
    folded_starts: tuple[int, ...]

    def place(self, text: str, span: Span) -> tuple[int, int]:
        """Return where `span` of `text` lies in the folded text."""
        line = bisect_right(self.starts, span.start) - 1
        start = self.folded_starts[line] + len(_fold(text[self.starts[line] : span.start]))
        return start, start + len(_fold(span.of(text)))


@lru_cache(maxsize=16)
def _page(text: str) -> _Page:
    starts, folded_starts, folded, length = [0], [0], [], 0
    for mark in [*_BREAK.finditer(text), None]:
        line = _fold(text[starts[-1] : mark.start() if mark else len(text)])
        folded.append(line)
        length += len(line) + 1
        if mark:
            starts.append(mark.end())
            folded_starts.append(length)
    return _Page(folded="\n".join(folded), starts=tuple(starts), folded_starts=tuple(folded_starts))


def _fold(text: str) -> str:
    """Return a line a little coarser than a browser compares it: what is found once here is found once there."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_QUOTES)).casefold())
    return re.sub(r"\s+", " ", bare)


def _finds(page: str, directive: Directive) -> list[tuple[int, int]]:
    """Return the first two passages of the folded `page` that match, looked for as the specification says."""
    start, end = _fold(directive.start), _fold(directive.end)
    prefix, suffix = _fold(directive.prefix), _fold(directive.suffix)
    found: list[tuple[int, int]] = []
    for place in _places(page, prefix or start, 0):
        begin = _after_space(page, place + len(prefix)) if prefix else place
        if not page.startswith(start, begin) or not (_bounded(page, begin + len(start)) or (suffix and not end)):
            continue
        for close in _closes(page, begin + len(start), end):
            if not suffix or _follows(page, close, suffix):
                found.append((begin, close))
                break
        if len(found) == 2:
            break
    return found


def _closes(page: str, after: int, end: str) -> Iterator[int]:
    """Yield where a passage may close whose first term ends at `after`."""
    if not end:
        yield after
        return
    for place in _places(page, end, after):
        yield place + len(end)


def _follows(page: str, close: int, suffix: str) -> bool:
    begin = _after_space(page, close)
    return page.startswith(suffix, begin) and _bounded(page, begin + len(suffix))


def _places(page: str, term: str, start: int) -> Iterator[int]:
    """Yield where `term` stands in `page` from `start` on and begins a word."""
    place = page.find(term, start)
    for _ in range(MAX_PLACES):
        if place < 0:
            return
        if _bounded(page, place):
            yield place
        place = page.find(term, place + 1)


def _after_space(page: str, place: int) -> int:
    while place < len(page) and page[place].isspace():
        place += 1
    return place


def _bounded(page: str, place: int) -> bool:
    """Tell whether a word may begin or end at `place`: scripts written without spaces may do so anywhere."""
    around = page[place - 1 : place + 1] if 0 < place < len(page) else " "
    return not all(char.isalnum() and char < "\u0e00" for char in around)
