"""Names written in another alphabet, compared by their consonants: "Хальворсен" and "Halvorsen".

Letters become the usual Latin ones: Cyrillic and Greek as English newspapers write them, Arabic and Hebrew by their
consonants. Sounds that languages exchange fall into one class each: b and p, t and d, f and v, k and g, all hissing
sounds. Vowels, w, y and h are left out, because Arabic and Hebrew write few of them and Russian others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from bot.core.name_forms import folded

_PAIRS = """
    а=a б=b в=v г=g ґ=g д=d е=e є=ye ж=zh з=z и=i і=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh
    щ=sh ъ= ы=y ь= э=e ю=yu я=ya ј=y љ=l њ=n ћ=ch ђ=dj џ=dj
    α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=kh ψ=ps ω=o
    ا= ب=b ت=t ث=th ج=j ح= خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه= و= ي=
    ة= ى= ء= پ=p چ=ch ژ=zh گ=g ک=k ی=
    א= ב=b ג=g ד=d ה= ו= ז=z ח=kh ט=t י= כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע= פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t
"""
_LATIN = str.maketrans({pair[0]: pair[2:] for pair in _PAIRS.split()})
_WITH_VOWELS = re.compile("[a-z\u0370-\u03ff\u0400-\u052f]+")
_SOUNDS = (
    (re.compile("shch|tsch|dzh|sch|tch|sh|zh|ch|ts|tz|cz|sz|dj|c(?=[eiy])|[zj]"), "s"),
    (re.compile("x"), "ks"),
    (re.compile("ph|v"), "f"),
    (re.compile("kh|gh|ck|[qgc]"), "k"),
    (re.compile("th|dh|d"), "t"),
    (re.compile("p"), "b"),
)
_NOT_HEARD = re.compile("[^bfklmnrst]+")
_TWICE = re.compile(r"(.)\1+")
_LONGEST = 40
"""Letters of a name that are compared."""
_TELLING = 3
"""Consonants that make a name without its vowels one of few."""
_LOOSE = 4
"""Consonants from which on one of them may be missing."""


class Soundalikes:
    """Names by how they sound; made once for the names of an article."""

    def __init__(self, names: Iterable[str]) -> None:
        """Read names as they are compared (`name_forms.key_of`)."""
        found: dict[str, set[str]] = {}
        for name in names:
            for sound in _neighbours(consonants(name)):
                found.setdefault(sound, set()).add(name)
        self._by_sound: Mapping[str, set[str]] = found

    def has(self, name: str) -> bool:
        """Tell whether a name may be the transliteration of one of these."""
        return any(
            sounds_like(name, other)
            for sound in _neighbours(consonants(name))
            for other in sorted(self._by_sound.get(sound, ()))[:50]
        )


def sounds_like(one: str, other: str) -> bool:
    """Tell whether two names may be one in two alphabets.

    With vowels on both sides a third of the letters may differ; else three consonants must be the same, and of four one
    may be missing.
    """
    heard, also = consonants(one), consonants(other)
    loose = min(len(heard), len(also)) >= _LOOSE
    if not heard or not also or distance(heard, also) > (1 if loose else 0):
        return False
    if _WITH_VOWELS.fullmatch(one) and _WITH_VOWELS.fullmatch(other):
        latin, too = romanised(one), romanised(other)
        return distance(latin, too) <= max(1, max(len(latin), len(too)) // 3)
    return min(len(heard), len(also)) >= _TELLING


def romanised(name: str) -> str:
    """Return a name in Latin letters, without case and accents."""
    return folded(name[:_LONGEST]).translate(_LATIN).replace("dzh", "j")


def consonants(name: str) -> str:
    """Return the classes of the consonants of a name, in order."""
    heard = romanised(name)
    for letters, sound in _SOUNDS:
        heard = letters.sub(sound, heard)
    return _TWICE.sub(r"\1", _NOT_HEARD.sub("", heard))


def distance(one: str, other: str) -> int:
    """Return how many letters are to be changed, added or taken away to get from one text to the other."""
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        left, row = row, [at]
        for place, wanted in enumerate(other, 1):
            row.append(min(left[place] + 1, row[-1] + 1, left[place - 1] + (letter != wanted)))
    return row[-1]


def _neighbours(sound: str) -> Iterator[str]:
    """Yield a sound and, where it is long enough, all that lack one of its consonants."""
    if sound:
        yield sound
    if len(sound) >= _LOOSE:
        yield from {sound[:at] + sound[at + 1 :] for at in range(len(sound))}
