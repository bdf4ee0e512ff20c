"""The lines of an article's text, what of it is the story, and how many words it has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.furniture import bare_line, fold_line
from bot.core.models import Article, Removed, Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_CLOSERS = "\"'”’»“」』）)]】›*"
_STOPS = ".!?…。！？｡؟۔।॥"
_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True)
class Line:
    """One line that holds something, with what is asked of it again and again."""

    span: Span
    text: str
    folded: str
    bare: str
    words: int
    gap: int
    """Line breaks between it and the line before."""

    @property
    def ends_a_sentence(self) -> bool:
        return self.text.rstrip().rstrip(_CLOSERS).rstrip().endswith(tuple(_STOPS))

    @property
    def has_letters(self) -> bool:
        return _LETTER.search(self.text) is not None


def story_of(article: Article) -> str:
    """Return the text that is the story: without what was set aside, headline included."""
    kept, at = [], 0
    for removed in sorted(article.removed, key=lambda each: each.span.start):
        kept.append(article.text[at : removed.span.start])
        at = max(at, removed.span.end)
    return "".join([*kept, article.text[at:]])


def count_words(text: str) -> int:
    """Return how many words a text has; two signs of a script without spaces count as one."""
    wide = len(_WIDE.findall(text))
    return wide // 2 + len(_WORD.findall(_WIDE.sub(" ", text)))


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text, empty ones left out."""
    found: list[Line] = []
    above = 0
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped[0])
        folded = fold_line(stripped[:2000])
        span = Span(start=start, end=start + len(stripped))
        gap = text.count("\n", above, start)
        found.append(Line(span, stripped, folded, bare_line(folded), count_words(stripped), gap))
        above = span.end
    return found


def mark(article: Article, lines: Sequence[Line], reasons: dict[int, str]) -> Article:
    """Return the article with these lines set aside too, by their place in `lines`."""
    new = tuple(Removed(span=lines[n].span, reason=reason) for n, reason in sorted(reasons.items()))
    both = {(removed.span.start, removed.span.end): removed for removed in (*article.removed, *new)}
    return article.model_copy(update={"removed": tuple(both[key] for key in sorted(both))})
