"""Data that decisions need and an operator may change: outlets, names and loaded words."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.core.lexicon import Lexicon
from bot.core.name_table import NameTable
from bot.core.outlets import AGENCIES


@dataclass(frozen=True)
class Knowledge:
    """What the files of the folder `config` say."""

    outlets: frozenset[str] = frozenset()
    """Names of outlets and agencies, as `find_origins` wants them."""
    agencies: frozenset[str] = AGENCIES
    """Those of them whose copy other outlets print."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    names: NameTable = field(default_factory=NameTable)

    @property
    def loaded(self) -> frozenset[str]:
        """Beginnings of words that judge what they tell, in any language."""
        return self.lexicon.stems
