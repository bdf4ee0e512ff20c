"""Telling the story from what stands around it: text to headline, byline, date, outlet, and marked furniture.

Nothing is deleted: the article's text stays whole, and each part that is not the story is marked with a reason, so
that a reader of the receipt can see what was set aside. Works line by line, because a paste has a paragraph a line.
The rules were measured on real pastes: few words, no sentence end, known phrases of sites, and the place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.core.datelines import date_in
from bot.core.furniture import (
    APPEAL,
    BYLINE_OPENING,
    BYLINE_WORDS,
    COPYRIGHT,
    MAIL_HEADER,
    OPENING,
    READING_TIME,
    TIME_OPENING,
    WHOLE,
    fold_line,
)
from bot.core.models import Article, Span
from bot.core.page_furniture import furniture_in
from bot.core.text_lines import Line, count_words, lines_of, mark
from bot.core.wrapping import unquote, unwrap

_WORD = re.compile(r"[^\W_]+(?:['’\-.][^\W_]+)*")
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_OPEN_QUOTES = '"“„«「『‘'
_LETTER = re.compile(r"[^\W\d_]")
_BULLET = re.compile(r"^\s*(?:[•·◦▪‣*–—-]|\d{1,2}[.)])\s+")
# Entries of a menu or a path of sections, which stand side by side.
_MENU = re.compile(r"\S(?: [|>›»·•] |[ \u00a0]{2,}|\u3000|\t).*\S(?: [|>›»·•] |[ \u00a0]{2,}|\u3000|\t)\S")
HEADING, STANDFIRST = "heading", "standfirst"
"""Reasons of what is part of the article and yet no sentence of its story."""
_STANDFIRST_WORDS = 6
_HEADING_WORDS = 12
_HEADING_SIGNS = 50
# Thai, Lao, Burmese and Khmer end sentences with a space, if with anything.
_UNSTOPPED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_CLOCK_END = re.compile(r"\d ?[ap]\.m\.$")


def clean(article: Article) -> Article:
    """Return the article with its headline and byline found and all that is not the story marked.

    Text that was taken out of the layout of a page or file, which told its headline or what is not the story, keeps
    both; there a line is marked by its words only, for its place was looked at before.
    """
    if article.headline is not None or article.removed:
        return _clean_extracted(article)
    article = article.model_copy(update={"text": unwrap(unquote(article.text))})
    lines = lines_of(article.text)
    if not lines:
        return article
    reasons = _named_furniture(lines)
    prose = _prose(lines, reasons)
    if not prose:
        return mark(article, lines, reasons)
    headline = _headline(lines, reasons, prose)
    at_headline = {n for n, line in enumerate(lines) if headline and line.span.start == headline.start}
    bylines = _bylines(lines, reasons, before=_body_start(lines, prose, at_headline))
    reasons |= dict.fromkeys(bylines, "byline")
    reasons |= _by_place(lines, reasons, prose=prose, headline=at_headline)
    authors = article.authors or tuple(_name_in_byline(lines[n].text) for n in sorted(bylines))
    changes = {
        "headline": headline,
        "authors": authors,
        "outlet": article.outlet or _outlet(lines, reasons),
        "published_at": article.published_at or _published(lines, reasons),
    }
    return mark(article.model_copy(update=changes), lines, reasons)


def _clean_extracted(article: Article) -> Article:
    set_aside = {removed.span.start: removed.reason for removed in article.removed}
    whole = [line for line in lines_of(article.text) if not article.headline or line.span != article.headline]
    lines = [line for line in whole if line.span.start not in set_aside]
    reasons = {n: reason for n, line in enumerate(lines) if (reason := furniture_in(line.text))}
    reasons |= _by_form(lines, reasons)
    bylines = [line for line in whole if set_aside.get(line.span.start) == "byline" and _is_byline(line)]
    authors = article.authors or tuple(_name_in_byline(line.text) for line in bylines)
    return mark(article.model_copy(update={"authors": authors}), lines, reasons)


def _by_form(lines: Sequence[Line], reasons: dict[int, str]) -> dict[int, str]:
    """What an extractor left that is no sentence: it belongs to the article, but nothing can be quoted from it."""
    prose = _prose(lines, reasons)
    if not prose:
        return {}
    found: dict[int, str] = {}
    for n, line in enumerate(lines):
        if n in reasons or n in prose or _is_unstopped(line):
            continue
        if n > prose[0]:
            found |= {n: HEADING} if _is_heading(lines, n, reasons, prose) else {}
        elif line.words >= _STANDFIRST_WORDS and not _is_time(line):
            found[n] = STANDFIRST
        else:
            found[n] = "before the story"
    return found


def _is_unstopped(line: Line) -> bool:
    return len(line.text) > _HEADING_SIGNS and _UNSTOPPED.search(line.text) is not None


def _is_heading(lines: Sequence[Line], n: int, reasons: dict[int, str], prose: Sequence[int]) -> bool:
    """Whether a line without a full stop parts the story: items of lists and rows of tables stand by their like."""
    line = lines[n]
    if line.words > _HEADING_WORDS or "|" in line.text or line.text.endswith((":", "：")):
        return False
    if _BULLET.match(line.text) or any(sign.isdigit() for sign in line.text):
        return False
    beside = [m for m in (n - 1, n + 1) if 0 <= m < len(lines) and m not in reasons]
    return all(m in prose for m in beside)


# ---------------------------------------------------------------- furniture that names itself


def _named_furniture(lines: Sequence[Line]) -> dict[int, str]:
    reasons = {n: reason for n, line in enumerate(lines) if (reason := _name_itself(line))}
    for n in range(len(lines)):
        if n not in reasons and (reason := _named_by_neighbour(lines, n, reasons)):
            reasons[n] = reason
    return reasons


def _named_by_neighbour(lines: Sequence[Line], n: int, reasons: dict[int, str]) -> str | None:
    line = lines[n]
    following = lines[n + 1] if n + 1 < len(lines) else None
    if following and reasons.get(n + 1) == "figures" and line.text.endswith(":") and line.words <= 5:
        return "ticker"
    # A caption stands right above its credit, set off from the paragraph before it.
    touches = following is not None and following.gap == 1 and line.gap > 1
    if touches and reasons.get(n + 1) == "credit" and line.words < 30:
        return "caption"
    if n and reasons.get(n - 1) == "biography" and line.words < 70:
        return "biography"
    return None


def _name_itself(line: Line) -> str | None:
    if not line.has_letters or _is_figures(line):
        return "figures" if any(sign.isdigit() for sign in line.text) else "decoration"
    if _MENU.search(line.text) and not line.ends_a_sentence and not _is_time(line):
        return "navigation"
    whole = next((reason for reason, entries in WHOLE.items() if line.bare in entries), None)
    if whole:
        return whole
    if line.words <= 25 and not line.ends_a_sentence and MAIL_HEADER.match(line.folded):
        return "mail header"
    if line.words <= 12 and (match := COPYRIGHT.match(line.text)) and "20" in match.string:
        return "copyright"
    if line.words < 25 and (reason := _opens_as_furniture(line)):
        return reason
    if line.words < 70 and any(phrase in line.folded for phrase in APPEAL):
        return None if _quotes(line) else "promotion"
    return None


def _opens_as_furniture(line: Line) -> str | None:
    if line.text[0] not in _OPEN_QUOTES:
        opening = _BULLET.sub("", line.folded)
        for reason, entries in OPENING.items():
            entry = next((each for each in entries if opening.startswith(each) or line.bare.startswith(each)), None)
            # "Getty Images sued on Monday." is a sentence about the agency, "Getty Images" is a credit.
            if entry and not (reason == "credit" and line.ends_a_sentence and not entry.endswith((":", "："))):
                return reason
    if READING_TIME.match(line.bare) or (line.words <= 12 and _is_time(line)):
        return "date"
    return "link" if _is_only_links(line) else None


def _is_figures(line: Line) -> bool:
    letters = _LETTER.findall(line.text)
    digits = sum(sign.isdigit() for sign in line.text)
    return digits > 0 and len(letters) <= 1 and len(line.text) <= 40


def _is_time(line: Line) -> bool:
    if line.folded.startswith(BYLINE_OPENING):
        return False
    if line.ends_a_sentence and not line.folded.startswith(TIME_OPENING) and not _CLOCK_END.search(line.folded):
        return False
    named = line.folded.startswith(TIME_OPENING) and any(sign.isdigit() for sign in line.text)
    return named or (date_in(line.text) is not None and line.words <= 8)


def _is_only_links(line: Line) -> bool:
    parts = line.text.split()
    return all(re.match(r"^(?:https?://|www\.)\S+$|^\S+@\S+\.\w+$|^@\w+$", part) for part in parts)


def _quotes(line: Line) -> bool:
    return any(mark in line.text for mark in '"“”«»„「')


# ---------------------------------------------------------------- what only its place tells


def _prose(lines: Sequence[Line], reasons: dict[int, str]) -> list[int]:
    """Lines that end as sentences do, and long ones among them; headlines may be long but stand above them all."""
    open_lines = [n for n in range(len(lines)) if n not in reasons]
    ended = [n for n in open_lines if _is_sentence(lines[n])]
    longest = [n for n in open_lines if lines[n].words >= 14]
    return sorted({*ended, *(n for n in longest if ended and n > ended[0])}) if ended else longest


def _is_sentence(line: Line) -> bool:
    if line.text.endswith(("!", "！")) and line.words < 6:
        return False
    return line.words >= 3 and (line.ends_a_sentence or (line.words >= 6 and line.text.endswith((":", "："))))


def _headline(lines: Sequence[Line], reasons: dict[int, str], prose: Sequence[int]) -> Span | None:
    """The line before the story whose words the story uses most; pages often repeat a headline in other words."""
    first = _first_paragraph(lines, prose)
    titles = [n for n in range(first) if n not in reasons and not lines[n].text.endswith((".", ",", "。"))]
    candidates = [n for n in titles if 3 <= lines[n].words <= 30]
    if (
        not candidates
        and first < len(lines) - 1
        and lines[first].text.endswith(("?", "？"))
        and lines[first].words < 16
    ):
        candidates = [first]
    if not candidates:
        return None
    story = {word for n in prose if n not in candidates for word in _stems(lines[n].folded)}
    best = max(candidates, key=lambda n: (len(set(_stems(lines[n].folded)) & story), -n))
    return lines[best].span if set(_stems(lines[best].folded)) & story else None


def _first_paragraph(lines: Sequence[Line], prose: Sequence[int]) -> int:
    """Where the story begins: the first prose line that is long, or is followed soon by another."""
    for n, later in zip(prose, [*prose[1:], None], strict=True):
        if lines[n].words >= 12 or (later is not None and later - n <= 2 and lines[n].ends_a_sentence):
            return n
    return prose[0]


def _body_start(lines: Sequence[Line], prose: Sequence[int], headline: set[int]) -> int:
    return next((n for n in prose if n not in headline and lines[n].words >= 4), prose[0])


def _stems(folded: str) -> list[str]:
    wide = _WIDE.findall(folded)
    return [word[:6] for word in _WORD.findall(folded) if len(word) > 3] + wide


def _bylines(lines: Sequence[Line], reasons: dict[int, str], *, before: int) -> set[int]:
    tail = max((n for n in range(len(lines)) if n not in reasons), default=before)
    places = [n for n in (*range(before), before + 1, tail) if n < len(lines) and n not in reasons]
    return {n for n in places if _is_byline(lines[n])}


def _is_byline(line: Line) -> bool:
    if line.words > 12 or line.ends_a_sentence or not line.has_letters:
        return False
    if line.folded.startswith(BYLINE_OPENING):
        return line.words <= 10
    words = line.bare.split()
    return (2 <= len(words) <= 6 and bool(BYLINE_WORDS & {words[-1], words[0]})) or line.bare in BYLINE_WORDS


def _name_in_byline(text: str) -> str:
    folded = fold_line(text)
    opening = next((entry for entry in BYLINE_OPENING if folded.startswith(entry)), "")
    name = text.strip()[len(opening) :] if opening else text
    return re.split(r"\s*[|•·–]\s*", name.strip(" :,"))[0].strip(" :,")


def _by_place(
    lines: Sequence[Line], reasons: dict[int, str], *, prose: Sequence[int], headline: set[int]
) -> dict[int, str]:
    """Short lines are headings inside the story, and furniture before its first and after its last paragraph."""
    story = [n for n in prose if n not in headline]
    first, last = (story[0], _last_paragraph(lines, story)) if story else (len(lines), -1)
    found: dict[int, str] = {}
    for n, line in enumerate(lines):
        if n in reasons or n in headline:
            continue
        if n < first:
            found[n] = "before the story"
        elif n > last and not _is_item(lines, n, reasons):
            found[n] = "after the story"
        elif n not in story and not _is_item(lines, n, reasons):
            found[n] = "caption" if line.words <= 2 else "heading"
    return found


def _last_paragraph(lines: Sequence[Line], story: Sequence[int]) -> int:
    """The story's last line; short sentences far below the rest are the site speaking."""
    last = story[0]
    for n in story:
        gap = n - last
        if gap <= 3 or lines[n].words >= 12:
            last = n
    return last


def _is_item(lines: Sequence[Line], n: int, reasons: dict[int, str]) -> bool:
    """Whether the line is one of a list that the story introduces."""
    if not _BULLET.match(lines[n].text) or lines[n].words < 3:
        return False
    above = next((m for m in range(n - 1, -1, -1) if not _BULLET.match(lines[m].text)), None)
    return above is not None and above not in reasons and lines[above].words >= 3


# ---------------------------------------------------------------- what furniture tells about the article


def _outlet(lines: Sequence[Line], reasons: dict[int, str]) -> str | None:
    for n in sorted(reasons, reverse=True):
        match = COPYRIGHT.search(lines[n].text[:300])
        if match and count_words(match.group(1)) <= 6:
            return match.group(1).strip()
    first = lines[0].text
    if reasons.get(0) != "before the story" or not _is_name(first):
        return None
    return first.title() if first.isupper() and len(first) > 5 else first


def _is_name(text: str) -> bool:
    """Whether a page's first line looks like the site's name: a few words with capitals, or an uncased script."""
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    cased = any(sign.islower() or sign.isupper() for sign in text)
    if not cased:
        return 1 <= count_words(text) <= 6
    return 2 <= len(_WORD.findall(text)) <= 5 and all(word[0].isupper() for word in words)


def _published(lines: Sequence[Line], reasons: dict[int, str]) -> date | None:
    dated = (date_in(lines[n].text) for n in sorted(reasons) if reasons[n] in {"date", "byline", "before the story"})
    return next((found for found in dated if found), None)
