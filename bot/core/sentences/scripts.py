"""Tells by whose rules a text is read: the language it is said to be in, unless its script says otherwise."""

from __future__ import annotations

import re

_TAG = re.compile(r"([a-zA-Z]{2,3})(?:[-_][a-zA-Z0-9]{1,8}){0,8}")
_SEEN = 4_000
"""Code points that are looked at."""

_LETTERS = {
    "en": re.compile("[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "zh": re.compile("[\u3040-\u30ff\u3400-\u9fff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "hi": re.compile("[\u0900-\u097f]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "el": re.compile("[\u0370-\u03ff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "hy": re.compile("[\u0530-\u058f]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "te": re.compile("[\u0c00-\u0c7f]"),
    "th": re.compile("[\u0e00-\u0e7f]"),
    "my": re.compile("[\u1000-\u109f]"),
    "ka": re.compile("[\u10a0-\u10ff]"),
    "am": re.compile("[\u1200-\u137f]"),
}
"""A script under the language whose rules serve for it where nothing more is known."""

_KIN = {
    "ru": "ru uk be bg sr mk kk ky mn tg tt",
    "zh": "zh ja yue wuu",
    "ar": "ar fa ur ps ckb ug sd",
    "hi": "hi mr ne sa mai bho",
    "he": "he yi",
    "bn": "bn as",
}
"""Languages that are written in the script above."""

_KANA = re.compile("[\u3040-\u30ff]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")


def resolve(language: str, text: str) -> str:
    """Return the primary subtag to read `text` by: that of `language` where the text is in one of its scripts.

    A wrong, unknown or "und" tag gives way to the script; text without letters is read as English.
    """
    said = _TAG.fullmatch(language)
    subtag = said.group(1).lower() if said else "und"
    sample = text[:_SEEN]
    script = max(_LETTERS, key=lambda name: len(_LETTERS[name].findall(sample)))
    foreign = {name for kin in _KIN.values() for name in kin.split()} | _LETTERS.keys() - {"en"}
    fits = subtag in _KIN.get(script, script).split() if script != "en" else subtag not in foreign
    return subtag if fits and subtag not in ("und", "mul", "zxx", "mis") else _closest(script, sample)


def _closest(script: str, sample: str) -> str:
    if script == "zh" and 20 * len(_KANA.findall(sample)) > len(sample):
        return "ja"
    if script == "ru" and 50 * len(_UKRAINIAN.findall(sample)) > len(sample):
        return "uk"
    return script
