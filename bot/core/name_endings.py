"""Endings that one name takes in other sentences: "Merkels", "Москвой", "Texans"."""

from __future__ import annotations

_SHORTEST = 3
_SHORTEST_LATIN = 4
_ROMANCE = ("s", "es", "a", "o", "as", "os", "e")
_SLAVIC_LATIN = tuple(
    "a e i o u y em om ami ach ech owi ovi ego eho emu omu ow ov iem im ym ymi imi iej ej mu ou us".split()
)
_CYRILLIC = tuple(
    "а е и о у ы ю я ь ь ой ои еи ем ом ам ям ах ях ами ями ого его ому ему ым им ых их ыи ии ая яя ое ее ые ие ую юю "
    "ыми ими ью ия ию иеи ов ев ова еву ову овыи ове ови еви ем ям".split()
)
_ENDINGS: dict[str, tuple[str, ...]] = {
    "en": ("s", "es"),
    "de": tuple("s es n en ns e er ern ers em in innen isch ische ischen ischer isches ischem".split()),
    "nl": tuple("s se e en er ers".split()),
    "sv": tuple("s n en et ns ens ets sk ska".split()),
    "da": tuple("s n en et ns ens ets sk ske".split()),
    "nb": tuple("s n en et ns ens ets sk ske".split()),
    "no": tuple("s n en et ns ens ets sk ske".split()),
    "fr": ("s", "e", "es", "x"),
    "es": _ROMANCE,
    "pt": _ROMANCE,
    "it": ("s", "i", "e", "a", "o"),
    "ca": _ROMANCE,
    "gl": _ROMANCE,
    "pl": _SLAVIC_LATIN,
    "cs": _SLAVIC_LATIN,
    "sk": _SLAVIC_LATIN,
    "hr": _SLAVIC_LATIN,
    "sl": _SLAVIC_LATIN,
    "bs": _SLAVIC_LATIN,
    "sr": (*_SLAVIC_LATIN, *_CYRILLIC),
    "ru": _CYRILLIC,
    "uk": _CYRILLIC,
    "be": _CYRILLIC,
    "bg": _CYRILLIC,
    "mk": _CYRILLIC,
}
CERTAIN = frozenset(_ENDINGS)
"""Languages whose endings stand here: elsewhere a name that is not found may only be inflected."""
UNCASED = frozenset("ar he fa ur ps ckb yi ja zh ko th lo km my hi bn mr ne ta te kn ml gu pa si ka am".split())
"""Languages without capital letters."""

_OF_PEOPLE = tuple("n ns an ans ian ians ean eans ese i is ish er ers ic ism ist ists".split())
_OF_PLACES = ("a", "o", "y", "e")


def language_of(tag: str, text: str) -> str:
    """Return the language to go by: where none is known, that of most texts in the script of `text`."""
    primary = tag.split("-")[0].lower()
    if primary != "und":
        return primary
    return "ru" if any("\u0400" <= char <= "\u04ff" for char in text[:200]) else "en"


def stems(key: str, language: str) -> frozenset[str]:
    """Return the word itself and what is left of it without each ending that its language gives to names."""
    if key.isupper():
        return frozenset((key,))
    shortest = _SHORTEST if key[:1] >= "\u0370" else _SHORTEST_LATIN
    bare = (key.removesuffix(ending) for ending in _ENDINGS.get(language, ()) if key.endswith(ending))
    return frozenset((key, *(stem for stem in bare if len(stem) >= shortest)))


def inhabitants(key: str) -> frozenset[str]:
    """Return the English places whose inhabitants a word may name, by what is left without endings: "texan"."""
    return _without(key, _OF_PEOPLE)


def place_stems(key: str) -> frozenset[str]:
    """Return an English place as `inhabitants` names it: "canada" and "canadian" share "canad"."""
    return frozenset((key,)) | _without(key, _OF_PLACES)


def _without(key: str, endings: tuple[str, ...]) -> frozenset[str]:
    bare = (key.removesuffix(ending) for ending in endings if key.endswith(ending))
    return frozenset(stem for stem in bare if len(stem) >= _SHORTEST_LATIN)
