"""Language tags as pages declare them."""

from __future__ import annotations

import re
from typing import Final

_TAG: Final = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8}){0,4}", re.IGNORECASE)
_NONE: Final = frozenset({"und", "mul", "zxx", "mis"})
_PRIMARY: Final = {
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "nld": "nl",
    "dut": "nl", "rus": "ru", "ukr": "uk", "pol": "pl", "tur": "tr", "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja",
    "kor": "ko", "swe": "sv", "dan": "da", "nor": "no", "fin": "fi", "ces": "cs", "cze": "cs", "iw": "he", "in": "id",
    "ji": "yi", "cn": "zh", "jp": "ja", "kr": "ko", "gr": "el", "ua": "uk", "cz": "cs",
}  # fmt: skip
"""Three letters where two are meant (ISO 639-2), codes no longer used, and countries that are taken for languages."""


def primary_of(tag: str) -> str:
    """Return the BCP 47 primary language subtag of a tag, "de" of "de-AT" or "de_AT"; "" where there is none."""
    found = _TAG.fullmatch(tag.strip())
    code = found[1].lower() if found else ""
    return "" if code in _NONE else _PRIMARY.get(code, code)
