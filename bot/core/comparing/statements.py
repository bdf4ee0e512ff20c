"""What a sentence states, in the few terms in which two sentences can be compared without understanding them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.core.comparing.figure_words import ORDINALS
from bot.core.comparing.figures import Dates, Figure, reckon
from bot.core.comparing.items import Item, find_items, find_names
from bot.core.comparing.meanings import meaning, moods
from bot.core.models import Span
from bot.core.quoted import find_quotations
from bot.core.words import Word, fold, read

LONGEST = 1_500
"""Characters of a sentence that are read; no statement is longer."""
LOCATED_WITHIN = 2
MOST_ITEMS = 60
"""Telling words of a sentence that are looked at; a longer one is no sentence."""
SPEAKER_WORDS = 6
UNNAMED = frozenset({"?"})
"""The speaker of a sentence that says no more than "he said"."""
_ASIDE = re.compile(
    r",\s(?:which|who|whose|where|wobei|wodurch|lo que|el cual|la cual|quien|ce qui|dont|котор\w{1,4}|что)"
    r"\s[^.!?]*+[.!?]?\W*+$",
    re.IGNORECASE,
)
ASIDE_AFTER = 6
"""Words before a closing relative clause from which the clause counts as an aside, such as ", which ..."."""
_CLAUSE = re.compile(r"[,;:!?()\"“”„«»「」—–]")
_SPACELESS_NEGATION = re.compile(r"[不没沒未无無勿莫]|ない|なかった|ません|ずに|않|못")
_BEFORE_SPEAKER = frozenset(fold(form) for form in "according segun selon zufolge laut angaben словам данным".split())
_PRONOUNS = frozenset("he she they this these er sie dies ella ellos il elle ils он она они".split())
_AND = frozenset("and und y e et и with mit con avec с или or oder o ou as".split())
_BY = frozenset("by von durch par por".split())
_PASSIVE = frozenset("was were wurde wurden fue fueron ete был была было были".split())
PASSIVE_WITHIN = 4
_AT = frozenset("in at near on bei im am auf en cerca dans près sur в на при у под во".split())
_WAS = frozenset({"wurde", "wurden"})
_WITHOUT = frozenset("without ohne sin sans без".split())


@dataclass(frozen=True)
class Statement:
    """A sentence, read for comparing."""

    text: str
    words: tuple[Word, ...]
    items: tuple[Item, ...]
    figures: tuple[Figure, ...]
    dates: Dates
    moods: frozenset[str]
    negations: int
    speakers: tuple[frozenset[str], ...]
    """The keys of each one whom the sentence names as saying something."""
    quotations: tuple[Span, ...]
    meanings: frozenset[str]
    spaceless: bool
    without: frozenset[str]
    years: tuple[Figure, ...]
    ordinals: frozenset[int]
    """Which of several it speaks of: the first quarter, the second reading."""

    @cached_property
    def keys(self) -> tuple[str, ...]:
        return tuple(item.key for item in self.items)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its keys, each once."""
        return frozenset(self.keys)

    @cached_property
    def first_places(self) -> Mapping[str, int]:
        """Where each of its first `MOST_ITEMS` telling words stands first, by key."""
        places: dict[str, int] = {}
        for item in self.items[:MOST_ITEMS]:
            places.setdefault(item.key, item.place)
        return places

    @property
    def leaning(self) -> bool:
        """Whether it begins with a pronoun, so that only the sentence before it tells whom it is about."""
        return bool(self.words) and self.words[0].form in _PRONOUNS

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(item.key for item in self.items if item.name)

    def coordinated(self, one: int, other: int) -> bool:
        """Whether two of its words stand side by side as equals ("A and B"), with no deed between them."""
        first, second = sorted((one, other))
        between = self.words[first + 1 : second]
        return len(between) <= 4 and (not between or any(word.form in _AND for word in between))

    def undergoes(self, figure: Figure) -> bool:
        """Whether something was done to what a number of it counts, as in "12 people were treated", by nobody named."""
        after = [word.form for word in self.words if word.start >= figure.end][:PASSIVE_WITHIN]
        return not _PASSIVE.isdisjoint(after) and not any(word.form in _BY for word in self.words)

    def located(self, place: int) -> bool:
        """Whether a word stands after an "in" or "at", which says where it happened and not who did it."""
        return any(word.form in _AT for word in self.words[max(0, place - LOCATED_WITHIN) : place])

    def passive(self, one: int, other: int) -> bool:
        """Whether a "by" stands between two of its words, which turns their roles around."""
        first, second = sorted((one, other))
        return any(word.form in _BY for word in self.words[first + 1 : second])


def main_part(text: str) -> str:
    """Return a sentence without its closing relative clause (", which ..."), which is an aside to what it states."""
    aside = _ASIDE.search(text[:LONGEST])
    before = text[: aside.start()] if aside else text
    return before if len(before.split()) >= ASIDE_AFTER else text


def understand(text: str, known_names: frozenset[str] = frozenset()) -> Statement:
    """Read one sentence; `known_names` are folded words that the sources capitalise inside their sentences."""
    text = text[:LONGEST]
    words = read(text)
    reckoning = reckon(text, words)
    quotations = find_quotations(text)
    is_name = find_names(text, words, known_names=known_names)
    items = find_items(words, is_name, taken=reckoning.taken)
    outside = [at for at, word in enumerate(words) if not _within(word, quotations)]
    return Statement(
        text=text,
        words=words,
        items=items,
        figures=reckoning.figures,
        dates=reckoning.dates,
        moods=_moods(text, words),
        negations=_negations(text, words),
        speakers=_speakers(text, words, items=items, outside=outside),
        quotations=quotations,
        meanings=frozenset(name for word in words if (name := meaning(word.form))),
        spaceless=2 * sum(word.spaceless for word in words) > len(words),
        without=_without(text, words, items),
        years=reckoning.years,
        ordinals=frozenset(ORDINALS[word.form] for word in words if word.form in ORDINALS),
    )


def gather_names(texts: Collection[str]) -> frozenset[str]:
    """Return the folded words that `texts` write with a capital where no sentence begins."""
    found: set[str] = set()
    for text in texts:
        words = read(text[:LONGEST])
        if sum(word.capital for word in words) <= 0.5 * len(words):
            found.update(word.form for at, word in enumerate(words) if at and word.capital)
    return frozenset(found)


def _within(word: Word, spans: Sequence[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)


def _moods(text: str, words: Sequence[Word]) -> frozenset[str]:
    """What its words do to the statement; "some 40" and "in all" say nothing of a part or a whole.

    German "wurde" is the past, "würde" is not: folding has made them one.
    """
    found: set[str] = set()
    for at, word in enumerate(words):
        if word.form in _WAS and "ü" not in text[word.start : word.end].lower():
            continue
        before_number = at + 1 < len(words) and words[at + 1].number
        idiom = word.form == "all" and at > 0 and words[at - 1].form in ("in", "at", "of")
        found |= moods(word.form) - ({"some"} if before_number else set()) - ({"all"} if idiom else set())
    return frozenset(found - {"negation"})


def _negations(text: str, words: Sequence[Word]) -> int:
    count = len(_SPACELESS_NEGATION.findall(text))
    for at, word in enumerate(words):
        if word.form == "no" and at + 1 < len(words) and words[at + 1].number:
            continue
        count += "negation" in moods(word.form) or word.form.endswith("n't")
    return min(count, 3)


def _without(text: str, words: Sequence[Word], items: Sequence[Item]) -> frozenset[str]:
    """The keys that a "without" takes away."""
    places = [at for at, word in enumerate(words) if word.form in _WITHOUT]
    return frozenset(
        item.key
        for item in items
        for at in places
        if at < item.place <= at + 2 and not _CLAUSE.search(text[words[at].end : words[item.place].start])
    )


def _speakers(
    text: str, words: Sequence[Word], *, items: Sequence[Item], outside: Sequence[int]
) -> tuple[frozenset[str], ...]:
    """The keys of each one whom the sentence names as saying something; none where it says all itself.

    A speaker whom it does not name ("she said") is `UNNAMED`.
    """
    telling = {item.place: item.key for item in items if item.key != "=say"}
    places = set(outside)
    found: list[frozenset[str]] = []
    for at in outside:
        if meaning(words[at].form) != "say":
            continue
        runs = [_run(text, words, at=at, step=1), _run(text, words, at=at, step=-1)]
        if words[at].form not in _BEFORE_SPEAKER:
            runs.reverse()
        keys = (frozenset(telling[place] for place in run if place in telling and place in places) for run in runs)
        found.append(next((run for run in keys if run), UNNAMED))
    return tuple(found)


def _run(text: str, words: Sequence[Word], *, at: int, step: int) -> list[int]:
    """The words next to a verb of saying, as far as its clause goes."""
    run: list[int] = []
    place = at + step
    while 0 <= place < len(words) and len(run) < SPEAKER_WORDS:
        low, high = sorted((place, place - step))
        if _CLAUSE.search(text[words[low].end : words[high].start]) or words[place].form in (
            "that",
            "dass",
            "que",
            "что",
        ):
            break
        run.append(place)
        place += step
    return run
