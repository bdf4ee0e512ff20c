"""Names and terms in quotation marks: «Заречная», „Seeadler“, 「海鳥」 are nobody's speech."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from bot.core.checking.quotation_marks import quotations
from bot.core.checking.wording import pieces, wording_of
from bot.core.models import Source

_MOST_WORDS = 4
_MOST_SIGNS = 12
"""Signs of a name in a script without spaces."""
_INFLECTED = frozenset("de ru uk be pl cs sk sl hr sr bg lt lv fi et hu tr el ar he hi".split())
"""Languages in which a name has other endings in another sentence; "a promise" and "promised" are two things."""
_ENDING = 3
"""Letters by which two forms of one word may differ at the end."""
_SHORTEST_STEM = 3
_LONGEST = 200_000
"""Characters of an article that are searched."""
_LONGEST_NAME = 120
"""Characters of a name."""
_MOST_MARKED = 1_000
"""Quotations of an article that are compared with a name."""
_TRIES = 50
"""Places with the same beginning that are looked at."""


def is_name_in(words: str, source: Source) -> bool:
    """Tell whether quoted words are a name or a term of an article and not speech.

    They are if they are at most four words (twelve signs in a script without spaces) that begin with a capital letter
    where the script has them, and stand together somewhere in the article: as all that is between two marks, or,
    inside a sentence, as a name with capital letters. A quotation in small letters must be cited. In languages
    with cases the words may end otherwise there. German writes all nouns with capitals, so one word is no name there.
    """
    wanted = pieces(words)
    if len(wanted) != 1 or not _is_short(wanted[0], words) or wanted[0][0][0].islower():
        return False
    article = source.article
    text, inflected = article.text[:_LONGEST], article.language in _INFLECTED
    if any(_alike(wanted[0], marked, inflected) for marked in _marked(text)):
        return True
    if not _is_capitalised(wanted[0]) or (article.language == "de" and len(wanted[0]) == 1):
        return False
    starts = {sentence.span.start for sentence in source.sentences}
    return any(place not in starts for place in _places(wanted[0], text, inflected))


def _is_short(wanted: tuple[str, ...], words: str) -> bool:
    signs = all(len(word) == 1 and ord(word) > 0x2E80 for word in wanted if word[0].isalpha())
    return len(words.strip()) <= _MOST_SIGNS if signs else len(wanted) <= _MOST_WORDS


@lru_cache(maxsize=8)
def _marked(text: str) -> tuple[tuple[str, ...], ...]:
    """Return what stands between two marks in an article, where it is short; read once for all its claims."""
    short = (each for each in quotations(text) if not each.open_end and each.end - each.start <= _LONGEST_NAME)
    return tuple(wording_of(text[each.start : each.end]).words for each in islice(short, _MOST_MARKED))


def _alike(wanted: tuple[str, ...], found: tuple[str, ...], inflected: bool) -> bool:
    same = len(wanted) == len(found)
    return same and all(_is_form(one, other, inflected) for one, other in zip(wanted, found, strict=True))


def _is_form(one: str, other: str, inflected: bool) -> bool:
    """Tell whether two words are one, or two forms of one with the same beginning."""
    one, other = one.casefold(), other.casefold()
    if one == other or not inflected:
        return one == other
    shared = max(_SHORTEST_STEM, max(len(one), len(other)) - _ENDING)
    return len(one) >= shared <= len(other) and one[:shared] == other[:shared]


def _is_capitalised(words: tuple[str, ...]) -> bool:
    longer = [word for word in words if len(word) > _ENDING] or list(words)
    return all(word[0].isupper() for word in longer) and words[0][0].isupper()


def _places(wanted: tuple[str, ...], text: str, inflected: bool) -> Iterator[int]:
    """Yield where the words stand with their capital letters, as offsets; a few dozen places at most."""
    beginning, at = wanted[0][:_SHORTEST_STEM], -1
    for _ in range(_TRIES):
        at = text.find(beginning, at + 1)
        if at < 0:
            return
        found = wording_of(text[at : at + _LONGEST_NAME]).words[: len(wanted)]
        if not text[at - 1 : at].isalnum() and _is_capitalised(found) and _alike(wanted, found, inflected):
            yield at
