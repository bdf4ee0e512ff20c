"""Who repeats whom: copies of one text, agency copy, and sentences that credit another outlet.

Ten articles that rest on one report are one origin. An article may relay one thing and witness another, so every origin
comes with the sentences that say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from bot.core.agencies import find_agency
from bot.core.copies import find_copies
from bot.core.models import Evidence, Origin, Sentence, Source
from bot.core.outlets import AGENCIES, canonical, find_mentions, in_full, outlet_key, same_outlet, with_names
from bot.core.relays import find_credited_strangers, find_credits

MOST_EVIDENCE = 3


class Resting(NamedTuple):
    """The name of what a source rests on, the source's number, and the sentence that says so where one does."""

    name: str
    source: int
    sentence: Sentence | None


def find_origins(
    sources: Sequence[Source], *, outlets: frozenset[str] = AGENCIES, agencies: frozenset[str] = AGENCIES
) -> tuple[Origin, ...]:
    """Return the origins that the sources rest on, the one behind most of them first.

    `outlets` are entries as in config/outlets.toml: a name, then other writings of it, parted by " | "; `agencies` are
    those of them whose copy others print. Where an origin is itself the outlet of a source that others rest on, that
    source is counted with them.
    """
    wire = find_wire(sources, outlets=outlets, agencies=agencies)
    found = [*_copied(sources, wire), *wire, *find_relays(sources, outlets=outlets)]
    names = {outlet_key(name): name for name, _, _ in reversed(found)}
    full = {key: in_full(key, names) for key in names}
    origins = [
        _origin(names[key], [each for each in found if full[outlet_key(each.name)] == key], sources)
        for key in dict.fromkeys(full.values())
    ]
    return tuple(sorted(origins, key=lambda origin: (-len(origin.sources), origin.sources, origin.name)))


def _origin(name: str, resting: Sequence[Resting], sources: Sequence[Source]) -> Origin:
    numbers = {each.source for each in resting}
    numbers |= {
        source.number for source in sources if source.article.outlet and same_outlet(source.article.outlet, name)
    }
    evidence = [each.sentence for each in resting if each.sentence]
    one_each = {sentence.source: sentence for sentence in reversed(evidence)}
    chosen = [*one_each.values(), *(sentence for sentence in evidence if sentence not in one_each.values())]
    chosen = sorted(dict.fromkeys(chosen[: max(MOST_EVIDENCE, len(one_each))]), key=lambda s: (s.source, s.index))
    return Origin(
        name=name, sources=tuple(sorted(numbers)), evidence=tuple(Evidence.of(sentence) for sentence in chosen)
    )


# ---------------------------------------------------------------- copies and agency copy


def _copied(sources: Sequence[Source], wire: Sequence[Resting]) -> list[Resting]:
    """Sources that carry one text, under the name of the earliest, or of the agency that all of them credit."""
    found: list[Resting] = []
    for earlier, later, shared in find_copies(sources):
        name = earlier.article.outlet or f"[{earlier.number}]"
        found += [Resting(name, each.number, at) for each, at in zip((earlier, later), shared, strict=True)]
    return _under_their_agency(found, wire)


def _under_their_agency(copies: Sequence[Resting], wire: Sequence[Resting]) -> list[Resting]:
    """Two articles that share a text and credit one agency have it from there, not from each other."""
    names = {outlet_key(each.name): each.name for each in wire}
    by_number = {each.source: names[in_full(outlet_key(each.name), names)] for each in wire}
    sharing: dict[str, set[int]] = {}
    for each in copies:
        sharing.setdefault(each.name, set()).add(each.source)
    moved: list[Resting] = []
    for each in copies:
        credited = {outlet_key(by_number[one]) for one in sharing[each.name] if one in by_number}
        agency = next((by_number[one] for one in sharing[each.name] if one in by_number), None)
        everyone = len(credited) == 1 and sharing[each.name] <= set(by_number)
        moved.append(each._replace(name=agency) if everyone and agency else each)
    return moved


def find_wire(
    sources: Sequence[Source], *, outlets: frozenset[str] = AGENCIES, agencies: frozenset[str] = AGENCIES
) -> tuple[Resting, ...]:
    """Return the sources that carry an agency's credit in the byline, the first lines or the last."""
    named = [(source, find_agency(source, outlets=outlets, agencies=agencies)) for source in sources]
    return tuple(Resting(name, each.number, _sentence_naming(each, name, outlets)) for each, name in named if name)


def _sentence_naming(source: Source, name: str, outlets: frozenset[str]) -> Sentence | None:
    edges = (*source.sentences[:3], *source.sentences[-3:])
    table = AGENCIES | outlets
    return next((s for s in edges if any(same_outlet(m.name, name) for m in find_mentions(s.text, table))), None)


# ---------------------------------------------------------------- relays


def find_relays(sources: Sequence[Source], *, outlets: frozenset[str] = AGENCIES) -> tuple[Resting, ...]:
    """Return the sentences in which sources credit an outlet other than their own.

    An outlet that one source names as such ("the broadcaster ...") is known in all of them. A name that sounds like no
    outlet is one where two sources credit it.
    """
    first = _credited(sources, outlets)
    return (*_credited(sources, with_names(outlets, [each.name for each in first])), *_strangers(sources, outlets))


def _credited(sources: Sequence[Source], outlets: frozenset[str]) -> list[Resting]:
    found: list[Resting] = []
    for source in sources:
        own = canonical(source.article.outlet or "", outlets)
        for sentence in source.sentences:
            names = [each.name for each in find_credits(sentence.text, outlets)]
            found += [Resting(name, source.number, sentence) for name in names if not same_outlet(name, own)]
    return found


def _strangers(sources: Sequence[Source], outlets: frozenset[str]) -> list[Resting]:
    """Names of no known outlet that two or more sources credit as one credits an outlet."""
    found = [
        Resting(name, source.number, sentence)
        for source in sources
        for sentence in source.sentences
        for name in find_credited_strangers(sentence.text)
        if not find_mentions(name, outlets)
    ]
    crediting: dict[str, set[int]] = {}
    for name, number, _ in found:
        crediting.setdefault(outlet_key(name), set()).add(number)
    return [each for each in found if len(crediting[outlet_key(each.name)]) > 1]
