"""Quoted utterances, and whether two outlets quote one utterance in different words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.core.comparing.figure_words import ORDINALS, SMALL
from bot.core.comparing.meanings import is_empty, moods
from bot.core.comparing.statements import LONGEST, UNNAMED, Statement, understand
from bot.core.models import Sentence, Source, Span
from bot.core.words import Word, read, root

SHORTEST = 6
"""Words of the shortest quotation that is compared."""
EDGE_WORDS = 4
"""Words before the first, or after the last shared word that may be other words for the same."""
MOST_WORDS = 150
MOST_UTTERANCES = 60
SHARED_BY_SPEAKER = 0.5
"""Share of the shorter quotation's words that the longer has in the same order, where the same person is named."""
SHARED = 0.7
"""The same, where one or both do not say who speaks."""
SHARED_TELLING = 4
SHARED_CLOSELY = 0.75
"""The share from which two telling words in common are enough, in a quotation of mostly small words."""
_SHORT_FORMS = {"s": "is", "re": "are", "ve": "have", "ll": "will", "d": "would", "m": "am"}
_BEFORE_IS = frozenset("it that there here what he she who where how".split())
_ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th)$")
_ABOUT = frozenset("about regarding concerning uber sobre acerca sur о об про".split())
TOPIC_WORDS = 3
_PARTED = re.compile(r"\.\.\.|…|\[[^\]]*\]")


@dataclass(frozen=True)
class Utterance:
    """Quoted words: their text without the marks, their words, and who is named as saying them."""

    sentence: Sentence
    text: str
    words: tuple[Word, ...]
    """Words with places in `text`; a short form ("there's") counts as its two words, both in its place."""
    speakers: frozenset[str]
    telling: frozenset[str]
    topics: frozenset[str]
    """What the sentence says that it was said about."""

    @property
    def source(self) -> int:
        return self.sentence.source

    @property
    def forms(self) -> tuple[str, ...]:
        return tuple(word.form for word in self.words)

    @property
    def running(self) -> str:
        """The folded words in a row, for finding one quotation in another."""
        return " " + " ".join(self.forms) + " "


def find_utterances(source: Source) -> tuple[Utterance, ...]:
    """Return the quotations of a source that are long enough to be compared."""
    found: list[Utterance] = []
    for sentence in source.sentences:
        statement = understand(sentence.text)
        speakers = frozenset().union(*statement.speakers) - UNNAMED
        for span in statement.quotations:
            text = span.of(sentence.text)
            words = _spell_out(text)
            if SHORTEST <= len(words) <= MOST_WORDS:
                found.append(Utterance(sentence, text, words, speakers, _telling(words), _topics(statement)))
    return tuple(found[:MOST_UTTERANCES])


def is_altered(one: Utterance, other: Utterance) -> float:
    """Return how surely two quotations are one utterance in different words, else 0.

    A shorter quotation, one that goes on, one with an ellipsis or with words in square brackets is not altered.
    """
    if one.speakers and other.speakers and not one.speakers & other.speakers:
        return 0.0
    if one.topics and other.topics and not one.topics & other.topics:
        return 0.0
    if _PARTED.search(one.text) or _PARTED.search(other.text):
        return 0.0
    telling = len(one.telling & other.telling)
    if telling < SHARED_TELLING // 2:
        return 0.0
    pairs = _common(one.words, other.words)
    share = len(pairs) / min(len(one.words), len(other.words))
    same_speaker = bool(one.speakers & other.speakers)
    if telling < SHARED_TELLING and share < SHARED_CLOSELY:
        return 0.0
    if len(pairs) < SHORTEST or share < (SHARED_BY_SPEAKER if same_speaker else SHARED):
        return 0.0
    framed = _framed(one.words, other.words, pairs)
    return share if _differs_inside(one.words, other.words, framed) else 0.0


def contrast(one: Utterance, other: Utterance) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return where each has other words; what only one quotes at its beginning or end is not marked."""
    pairs = _framed(one.words, other.words, _common(one.words, other.words))
    gaps = [(a, b, c, d) for (a, c), (b, d) in pairwise(pairs)]
    return _marked(one.words, [(a, b) for a, b, _, _ in gaps]), _marked(other.words, [(c, d) for _, _, c, d in gaps])


def _spell_out(text: str) -> tuple[Word, ...]:
    """The words of a quotation, English short forms as two words in one place."""
    words: list[Word] = []
    for word in read(text[:LONGEST]):
        written = text[word.start : word.end].lower().replace("’", "'")
        words += [word._replace(form=form) for form in _spelled_out(written)] or [word]
    return tuple(words)


def _spelled_out(written: str) -> tuple[str, ...]:
    """The two words that a short form stands for; nothing where it is none."""
    if written == "cannot":
        return "can", "not"
    if written.endswith("n't"):
        return {"won't": "will", "can't": "can"}.get(written, written[:-3]), "not"
    stem, mark, ending = written.partition("'")
    verb = _SHORT_FORMS.get(ending, "") if mark else ""
    return (stem, verb) if verb and (ending != "s" or stem in _BEFORE_IS) else ()


def _topics(statement: Statement) -> frozenset[str]:
    """The telling words right after an "about" outside the quotations."""
    starts = [
        at
        for at, word in enumerate(statement.words)
        if word.form in _ABOUT and not any(span.start <= word.start < span.end for span in statement.quotations)
    ]
    return frozenset(item.key for item in statement.items for at in starts if at < item.place <= at + TOPIC_WORDS)


def _telling(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(root(word.form) for word in words if _tells(word))


def _tells(word: Word) -> bool:
    return word.spaceless or word.number or (len(word.form) > 3 and not is_empty(word.form))


def _common(one: Sequence[Word], other: Sequence[Word]) -> list[tuple[int, int]]:
    """The longest row of words that both have in the same order, as pairs of indexes; the latest where rows tie."""
    mine, theirs = [_same(word.form) for word in one], [_same(word.form) for word in other]
    best = [[0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for i, left in enumerate(mine, 1):
        for j, right in enumerate(theirs, 1):
            best[i][j] = best[i - 1][j - 1] + 1 if left == right else max(best[i - 1][j], best[i][j - 1])
    pairs: list[tuple[int, int]] = []
    i, j = len(mine), len(theirs)
    while i and j:
        if mine[i - 1] == theirs[j - 1]:
            i, j = i - 1, j - 1
            pairs.append((i, j))
        elif best[i - 1][j] > best[i][j - 1] or (
            best[i - 1][j] == best[i][j - 1]
            and _steps_back(mine, i, theirs[j - 1]) < _steps_back(theirs, j, mine[i - 1])
        ):
            i -= 1
        else:
            j -= 1
    return _without_stragglers(pairs[::-1], one, last=(len(one) - 1, len(other) - 1))


@lru_cache(maxsize=20_000)
def _same(form: str) -> str:
    """What a word counts as in comparing: numbers in words and digits are one."""
    bare = _ORDINAL_ENDING.sub("", form)
    value = SMALL.get(form, SMALL.get(bare, ORDINALS.get(form)))
    if value is not None:
        return str(value)
    return bare if bare.isdigit() else root(form)


def _steps_back(words: Sequence[str], end: int, word: str) -> int:
    """How many words before the one at `end - 1` a word stands, as far as one looks."""
    return next((steps for steps in range(1, EDGE_WORDS + 1) if words[max(0, end - 1 - steps)] == word), EDGE_WORDS + 1)


def _without_stragglers(
    pairs: list[tuple[int, int]], words: Sequence[Word], *, last: tuple[int, int]
) -> list[tuple[int, int]]:
    """The pairs without small words apart from the rest at an end, unless both quotations begin or end so."""
    while len(pairs) > 1 and pairs[-1] != last and _is_straggler(pairs[-2], pairs[-1], words[pairs[-1][0]]):
        pairs = pairs[:-1]
    while len(pairs) > 1 and pairs[0] != (0, 0) and _is_straggler(pairs[0], pairs[1], words[pairs[0][0]]):
        pairs = pairs[1:]
    return pairs


def _is_straggler(before: tuple[int, int], after: tuple[int, int], word: Word) -> bool:
    return not _tells(word) and after[0] - before[0] > 1 and after[1] - before[1] > 1


def _differs_inside(one: Sequence[Word], other: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether, between words that both have, one has other words in place of the other's, or a "not" more.

    Words that only one of them has are a shortening, which is no alteration.
    """
    for (mine_from, theirs_from), (mine_to, theirs_to) in pairwise(pairs):
        mine, theirs = one[mine_from + 1 : mine_to], other[theirs_from + 1 : theirs_to]
        if mine and theirs and any(_tells(word) for word in (*mine, *theirs)):
            return True
        if any("negation" in moods(word.form) for word in (*mine, *theirs)):
            return True
    return False


def _framed(one: Sequence[Word], other: Sequence[Word], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs, with an imagined pair around a few words with which both begin, or end, in their own way."""
    (mine_first, theirs_first), (mine_last, theirs_last) = pairs[0], pairs[-1]
    tails = (len(one) - 1 - mine_last, len(other) - 1 - theirs_last)
    before = [(-1, -1)] if min(mine_first, theirs_first) > 0 and max(mine_first, theirs_first) <= EDGE_WORDS else []
    after = [(len(one), len(other))] if min(tails) > 0 and max(tails) <= EDGE_WORDS else []
    return [*before, *pairs, *after]


def _marked(words: Sequence[Word], gaps: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """Where the words between two shared ones stand."""
    return tuple(_stretch(words[a + 1], words[b - 1]) for a, b in gaps if b - a > 1)


def _stretch(first: Word, last: Word) -> Span:
    """From one word to another; the outer characters of spaceless pairs belong to the shared words beside them."""
    inner = 1 if first.spaceless and last.spaceless and last.end - first.start > 2 else 0
    return Span(start=first.start + inner, end=last.end - inner)
