"""Who repeats whom: copies of one text, agency copy, and sentences that credit another outlet.

Ten articles that rest on one report are one origin. An article may relay one thing and witness another, so every origin
comes with the sentences that say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations

from bot.core.models import Evidence, Origin, Sentence, Source
from bot.core.outlets import AGENCIES, canonical, find_mentions, outlet_key, same_outlet
from bot.core.quoted import find_quotations
from bot.core.relays import find_credited_strangers, find_credits
from bot.core.words import read

SHINGLE = 8
COPY = 0.25
"""Share of the shorter article's runs of eight words, outside quotations, from which two articles are one text."""
READ_AT_MOST = 60_000
EDGE = 400
"""Characters at an article's beginning and end in which an agency is credited."""
MOST_EVIDENCE = 3
_DATELINE = re.compile(
    r"\(\s*(?:([A-Z][A-Za-z]{1,7})|((?:[A-Z][\w’'-]+\s){1,3}(?:Agency|Press|News|Newswire|Service|Wire)))\s*\)\s*[-–—:.]"
)
_LEADING_CREDIT = re.compile(
    r"\(\s*([A-Za-zÀ-ÿА-я][^()\n]{1,40}?)\s*\)|^\s*(?:By\s+)?(?:The\s+)?([A-Z][^,|/\n]{1,40}?)\s*$", re.MULTILINE
)
_CONTRIBUTED = re.compile(
    r"contributed (?:reporting )?to (?:this|the) (?:report|story|article)|material from|"
    r"with (?:reporting|additional reporting|files) (?:by|from)|"
    r"mit material|con información de|avec|с использованием|©|copyright|all rights reserved|tous droits",
    re.IGNORECASE,
)
# An agency that no table knows still names itself as one: "(Reporting by Northgate News Agency in Ostwick)".
_REPORTING_BY = re.compile(
    r"(?:[Rr]eporting|[Mm]aterial|[Ff]iles) (?:by|from)(?: the)? "
    r"((?:[A-Z][\w’'-]+ ){1,3}(?:Agency|Newswire|Wire|Press|News Service))\b"
)
_REUTERS_SIGNATURE = re.compile(r"\([Rr]eporting by [^()]{3,200}[Ee]diting by [^()]{3,80}\)")
_PHOTO = re.compile(r"photo|image|getty|picture|foto|caption|credit", re.IGNORECASE)

Credit = tuple[str, int, Sentence | None]
"""An origin's name, the number of the source that rests on it, and the sentence that says so where one does."""


def find_origins(sources: Sequence[Source], *, outlets: frozenset[str] = AGENCIES) -> tuple[Origin, ...]:
    """Return the origins that the sources rest on, the one behind most of them first.

    `outlets` are entries as in config/outlets.toml: a name, then other writings of it, parted by " | ". Where an origin
    is itself the outlet of a source that others rest on, that source is counted with them.
    """
    agencies = _agency_copy(sources, outlets)
    found = [
        *_copies_under_their_agency(_copies(sources), agencies),
        *agencies,
        *_relays(sources, outlets),
        *_strangers(sources, outlets),
    ]
    names = {outlet_key(name): name for name, _, _ in reversed(found)}
    full = {key: _in_full(key, names) for key in names}
    origins = [
        _origin(names[key], [credit for credit in found if full[outlet_key(credit[0])] == key], sources)
        for key in dict.fromkeys(full.values())
    ]
    return tuple(sorted(origins, key=lambda origin: (-len(origin.sources), origin.sources, origin.name)))


def _in_full(key: str, names: Iterable[str]) -> str:
    """The key of the name whose initials `key` are, such as an agency's in its dateline; else `key` itself."""
    return next((name for name in names if " " in name and "".join(word[0] for word in name.split()) == key), key)


def _origin(name: str, resting: Sequence[Credit], sources: Sequence[Source]) -> Origin:
    numbers = {number for _, number, _ in resting}
    numbers |= {
        source.number for source in sources if source.article.outlet and same_outlet(source.article.outlet, name)
    }
    evidence = [sentence for _, _, sentence in resting if sentence]
    one_each = {sentence.source: sentence for sentence in reversed(evidence)}
    chosen = [*one_each.values(), *(sentence for sentence in evidence if sentence not in one_each.values())]
    chosen = sorted(dict.fromkeys(chosen[: max(MOST_EVIDENCE, len(one_each))]), key=lambda s: (s.source, s.index))
    return Origin(
        name=name, sources=tuple(sorted(numbers)), evidence=tuple(Evidence.of(sentence) for sentence in chosen)
    )


# ---------------------------------------------------------------- copies


def _copies(sources: Sequence[Source]) -> list[Credit]:
    """Sources that carry the same text, under the name of the earliest of them."""
    shingles = {source.number: _shingles(source) for source in sources}
    found: list[Credit] = []
    for one, other in combinations(sources, 2):
        mine, theirs = shingles[one.number], shingles[other.number]
        if not mine or not theirs or len(mine & theirs) < COPY * min(len(mine), len(theirs)):
            continue
        first, second = sorted((one, other), key=_published)
        name = first.article.outlet or f"[{first.number}]"
        shared = mine & theirs
        found += [(name, source.number, _first_shared(source, shared)) for source in (first, second)]
    return found


def _copies_under_their_agency(copies: Sequence[Credit], agencies: Sequence[Credit]) -> list[Credit]:
    """Two articles that share a text and credit one agency have it from there, not from each other."""
    names = {outlet_key(name): name for name, _, _ in agencies}
    by_number = {number: names[_in_full(outlet_key(name), names)] for name, number, _ in agencies}
    sharing: dict[str, set[int]] = {}
    for name, number, _ in copies:
        sharing.setdefault(name, set()).add(number)
    moved: list[Credit] = []
    for name, number, sentence in copies:
        credited = {outlet_key(by_number[each]) for each in sharing[name] if each in by_number}
        agency = next((by_number[each] for each in sharing[name] if each in by_number), None)
        everyone = len(credited) == 1 and sharing[name] <= set(by_number)
        moved.append((agency if everyone and agency else name, number, sentence))
    return moved


def _published(source: Source) -> tuple[str, int]:
    """A moment to order copies by; an article of unknown date stands where it was sent."""
    return (str(source.article.published_at or ""), source.number)


def _shingles(source: Source) -> frozenset[int]:
    """Runs of eight words of a source's own text, as hashes that are equal within one call."""
    text = "\n".join(sentence.text for sentence in source.sentences)[:READ_AT_MOST]
    return frozenset(_runs(text))


def _runs(text: str) -> Iterable[int]:
    quoted = find_quotations(text)
    forms: list[str] = []
    at = 0
    for word in read(text):
        while at < len(quoted) and quoted[at].end <= word.start:
            at += 1
        inside = at < len(quoted) and quoted[at].start <= word.start
        if not inside:
            forms.append(word.form)
    return (hash(tuple(forms[start : start + SHINGLE])) for start in range(len(forms) - SHINGLE + 1))


def _first_shared(source: Source, shared: frozenset[int]) -> Sentence | None:
    return next((sentence for sentence in source.sentences if shared.intersection(_runs(sentence.text))), None)


# ---------------------------------------------------------------- agency copy


def _agency_copy(sources: Sequence[Source], outlets: frozenset[str]) -> list[Credit]:
    """Sources that carry an agency's credit in the byline, the first lines or the last."""
    found: list[Credit] = []
    for source in sources:
        name = find_agency(source, outlets=outlets)
        if name:
            found.append((name, source.number, _sentence_naming(source, name, outlets)))
    return found


def find_agency(source: Source, *, outlets: frozenset[str] = AGENCIES) -> str | None:
    """Return the agency whose copy a source is by its own credits, or nothing."""
    article = source.article
    known = {outlet_key(name): canonical(name, AGENCIES | outlets) for name in _agency_names()}
    for author in article.authors:
        name = next(
            (known[key] for part in re.split(r"[/,;|]", author) if (key := outlet_key(part.strip())) in known), None
        )
        if name:
            return name
    return _in_head(article.text[:EDGE], known) or _in_tail(article.text[-EDGE:], known)


def _agency_names() -> list[str]:
    return [name.strip() for entry in AGENCIES for name in entry.split("|") if "Bloomberg" not in name]


def _in_head(head: str, known: dict[str, str]) -> str | None:
    dateline = _DATELINE.search(head)
    if dateline:
        name = dateline.group(1) or dateline.group(2)
        if outlet_key(name) in known or dateline.group(2) or name.isupper():
            return known.get(outlet_key(name), name)
    for match in _LEADING_CREDIT.finditer(head):
        line_start = head.rfind("\n", 0, match.start()) + 1
        key = outlet_key(match.group(1) or match.group(2))
        if key in known and not _PHOTO.search(head[line_start : match.end() + 12]):
            return known[key]
    return None


def _in_tail(tail: str, known: dict[str, str]) -> str | None:
    if _REUTERS_SIGNATURE.search(tail):
        return "Reuters"
    if named_itself := _REPORTING_BY.search(tail):
        return known.get(outlet_key(named_itself.group(1)), named_itself.group(1))
    for line in tail.splitlines():
        words = re.split(r"[^\w\-]+", line)
        runs = {outlet_key(" ".join(words[at : at + size])) for size in (1, 2, 3) for at in range(len(words))}
        named = next((known[key] for key in sorted(runs) if key in known), None)
        alone = outlet_key(line.strip(" ()[].—–-")) in known
        if named and (alone or _CONTRIBUTED.search(line) or re.search(r"\(\s*" + re.escape(named), line)):
            return named
    return None


def _sentence_naming(source: Source, name: str, outlets: frozenset[str]) -> Sentence | None:
    edges = (*source.sentences[:3], *source.sentences[-3:])
    table = AGENCIES | outlets
    return next((s for s in edges if any(same_outlet(m.name, name) for m in find_mentions(s.text, table))), None)


# ---------------------------------------------------------------- relays


def _relays(sources: Sequence[Source], outlets: frozenset[str]) -> list[Credit]:
    """Sources with the sentences in which they credit an outlet other than their own.

    An outlet that one source names as such ("the broadcaster ...") is known in all of them.
    """
    first = _credited(sources, outlets)
    learned = frozenset(name for name, _, _ in first if "|" not in name)
    return _credited(sources, outlets | learned)


def _credited(sources: Sequence[Source], outlets: frozenset[str]) -> list[Credit]:
    found: list[Credit] = []
    for source in sources:
        own = canonical(source.article.outlet or "", outlets)
        for sentence in source.sentences:
            mentions = find_credits(sentence.text, outlets)
            found += [(m.name, source.number, sentence) for m in mentions if not same_outlet(m.name, own)]
    return found


def _strangers(sources: Sequence[Source], outlets: frozenset[str]) -> list[Credit]:
    """Names of no known outlet that two or more sources credit as one credits an outlet."""
    found = [
        (name, source.number, sentence)
        for source in sources
        for sentence in source.sentences
        for name in find_credited_strangers(sentence.text)
        if not find_mentions(name, outlets)
    ]
    crediting: dict[str, set[int]] = {}
    for name, number, _ in found:
        crediting.setdefault(outlet_key(name), set()).add(number)
    return [credit for credit in found if len(crediting[outlet_key(credit[0])]) > 1]
