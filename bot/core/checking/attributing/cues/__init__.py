"""The words by which each language says that somebody said something."""

from __future__ import annotations

from bot.core.checking.attributing.cues.arabic import ARABIC
from bot.core.checking.attributing.cues.english import ENGLISH
from bot.core.checking.attributing.cues.french import FRENCH
from bot.core.checking.attributing.cues.german import GERMAN
from bot.core.checking.attributing.cues.russian import RUSSIAN
from bot.core.checking.attributing.cues.spanish import SPANISH
from bot.core.checking.attributing.cues.table import Cues

__all__ = ["CUES", "Cues"]

CUES = {"en": ENGLISH, "de": GERMAN, "es": SPANISH, "fr": FRENCH, "ru": RUSSIAN, "ar": ARABIC}
"""Cues by language."""
