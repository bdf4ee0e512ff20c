"""Words that judge what they tell, as config/neutrality.toml lists them by language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lexicon:
    """Beginnings of loaded words by language, case folded."""

    loaded: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def stems(self) -> frozenset[str]:
        """The loaded words of all languages."""
        return frozenset(stem for stems in self.loaded.values() for stem in stems)


def parse_lexicon(text: str) -> Lexicon:
    """Return the lexicon of a neutrality file (TOML text). Raises `tomllib.TOMLDecodeError`."""
    loaded = tomllib.loads(text).get("loaded", {})
    return Lexicon({language: frozenset(stems) for language, stems in loaded.items()})
