"""Which articles are an agency's copy, by the credits in their bylines, datelines, and first and last lines.

Where a name stands decides, not that it stands there: an agency's photographs, and what somebody told it, are no copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.core.models import Source
from bot.core.outlets import AGENCIES, canonical, same_outlet

EDGE = 400
"""Characters at an article's beginning and end in which an agency is credited."""
_BYLINE = 70
"""Characters of the longest line that is nothing but a byline."""
_FEW = 4
"""Words from which a line with a full stop is a sentence."""
_DATELINE = 90
"""Characters at the beginning of a line in which a dateline ends."""
_LAST = 2
"""Lines at the end of which an article is signed: a list of links in brackets is longer."""
# "By The Associated Press", "Quelle: dpa", "Источник: ТАСС"
_BY = re.compile(
    r"^(?:(?:by|from|von|par|por|via|with|avec|mit|con|source|quelle|fuente|agencia|источник|по материалам|المصدر)"
    r"(?=[\s:])[\s:]*)?(?:the\s|der\s|la\s|l['’])?",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s*[,|;·&+]\s*|\s+(?:and|und|et|y|и|with|mit|avec|con)\s+", re.IGNORECASE)
_DESK = re.compile(r"[a-z]{2,8}")
_BRACKETED = re.compile(
    r"[(\[（［【/]\s*([^()\[\]（）［］【】/\n]{2,40}(?:/[^()\[\]（）［］【】/\n]{1,12})?)\s*[)\]）］】/]"
)
_DASHES = ("-", "–", "—", ":", ".")
_SIGNED = re.compile(r"[(\[（［【]\s*([^()\[\]（）［］【】\n]{2,40})\s*[)\]）］】][.\s]*$")
# "МОСКВА, 3 мая — РИА Новости. Вода", "Reuters - The storm"
_SET_APART = re.compile(r"(?:^|[-–—.]\s+)([^\W\d_][^-–—.,:\n]{1,40}?)(?:\.[A-Za-z]{2,3})?(?:\.\s|\s[-–—]\s)")
_PHOTO = re.compile(r"photo|image|getty|picture|foto|caption|credit|bild:|фото|صورة", re.IGNORECASE)
# An agency that no table knows is known by its place: "PORVIK (NINA) - The storm".
_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,30}(?:,[^()\n]{1,30})?\s*")
_STRANGER = re.compile(r"[A-Z]{2,6}|(?:[A-Z][\w’'-]+\s){1,3}(?:Agency|Press|News|Newswire|Service|Wire)")
_CONTRIBUTED = re.compile(
    r"contributed|material from|with (?:additional )?(?:reporting|files) (?:by|from)|"
    r"(?:written|produced|provided|supplied|distributed) by|was first published|"
    r"material (?:der|von)|stammt von|agenturmaterial|con información de|avec|с использованием|по материалам|"
    r"©|\(c\)|copyright|all rights reserved|tous droits",
    re.IGNORECASE,
)
# It may name itself: "(Reporting by Northgate News Agency in Ostwick)".
_REPORTING_BY = re.compile(
    r"(?:[Rr]eporting|[Mm]aterial|[Ff]iles) (?:by|from)(?: the)? "
    r"((?:[A-Z][\w’'-]+ ){1,3}(?:Agency|Newswire|Wire|Press|News Service))\b"
)
_REUTERS_SIGNATURE = re.compile(r"[Rr]eporting by [^()\n]{3,200}[Ee]diting by [^()\n]{3,80}")


def find_agency(
    source: Source, *, outlets: frozenset[str] = AGENCIES, agencies: frozenset[str] = AGENCIES
) -> str | None:
    """Return the agency whose copy a source is by its own credits, or nothing; its own articles are no copy."""
    article = source.article
    known = _Known(agencies, outlets)
    named = next(_credited(source, known), None)
    return None if named is None or same_outlet(canonical(article.outlet or "", outlets), named) else named


def _credited(source: Source, known: _Known) -> Iterator[str]:
    article = source.article
    for author in article.authors:
        for each in author.split("/"):
            yield from known.of_byline(each)
    for line in article.text[:EDGE].splitlines():
        yield from _in_head(line, known)
    tail = article.text[-EDGE:]
    if _REUTERS_SIGNATURE.search(tail):
        yield "Reuters"
    if named_itself := _REPORTING_BY.search(tail):
        yield known.called(named_itself.group(1)) or named_itself.group(1)
    lines = [line for line in tail.splitlines() if line.strip()]
    for place, line in enumerate(lines, 1):
        yield from _in_tail(line, known, last=len(lines) - place < _LAST)


def _in_head(line: str, known: _Known) -> Iterator[str]:
    if _PHOTO.search(line[: 2 * _DATELINE]):
        return
    yield from known.of_byline(line)
    for match in _BRACKETED.finditer(line[: 2 * _DATELINE]):
        before, after = line[: match.start()], line[match.end() :].strip()
        if after or not before.strip() or _PLACE.fullmatch(before):
            yield from known.of_brackets(match.group(1))
        if _PLACE.fullmatch(before) and _STRANGER.fullmatch(match.group(1)) and after.startswith(_DASHES):
            yield match.group(1)
    yield from filter(None, map(known.called, _SET_APART.findall(line[:_DATELINE])))


def _in_tail(line: str, known: _Known, *, last: bool) -> Iterator[str]:
    if _PHOTO.search(line[: 2 * _DATELINE]):
        return
    yield from known.of_byline(line)
    if last and (signed := _SIGNED.search(line)):
        yield from known.of_brackets(signed.group(1))
    if _CONTRIBUTED.search(line):
        words = re.split(r"[^\w\-]+", line)
        runs = (" ".join(words[at : at + size]) for size in (3, 2, 1) for at in range(len(words)))
        yield from filter(None, map(known.called, runs))


class _Known:
    """The writings of agencies, as they are written: "ap" and "efe" are words, and so are initials in a sentence."""

    def __init__(self, agencies: frozenset[str], outlets: frozenset[str]) -> None:
        self._shown = _writings(agencies, outlets)

    def called(self, words: str) -> str | None:
        """Return the agency that these words are the name of."""
        return self._shown.get(words.strip(" \u00a0()[].—–-*_").removeprefix("The ").removeprefix("the "))

    def of_byline(self, line: str) -> Iterator[str]:
        """Yield the agencies of a line that is a byline: names beside each other, no photographers."""
        if len(line) > _BYLINE or (line.rstrip().endswith((".", "!", "?")) and len(line.split()) > _FEW):
            return
        bare = line.strip(" \u00a0()[].—–-*_")
        for part in _BESIDE.split(_BY.sub("", bare)):
            yield from self._beside_desks(_BY.sub("", part))

    def of_brackets(self, words: str) -> Iterator[str]:
        """Yield the agency in brackets: alone, with its desk, or behind place and day."""
        yield from self._beside_desks(_BY.sub("", words))
        if not words.isascii() and (last := self.called(words.split()[-1])):
            yield last

    def _beside_desks(self, words: str) -> Iterator[str]:
        """ "dpa/lno" and "AP/dpa" are agencies; "REUTERS/A. Writer" is a photographer's."""
        parts = [part.strip() for part in words.replace("dpa-", "dpa/").split("/")]
        named = [self.called(part) for part in parts]
        if all(name or _DESK.fullmatch(part) for name, part in zip(named, parts, strict=True)):
            yield from filter(None, named)


@lru_cache(maxsize=8)
def _writings(agencies: frozenset[str], outlets: frozenset[str]) -> dict[str, str]:
    names = {name.strip() for entry in AGENCIES | agencies for name in entry.split("|")}
    shown = {name: canonical(name, AGENCIES | agencies | outlets) for name in names}
    return {name.upper(): each for name, each in shown.items()} | shown
