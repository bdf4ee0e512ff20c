"""Names of foreigners in Japanese: "ジョン・スミス" has a dot between its parts, which other words never have."""

from __future__ import annotations

import re

from bot.core.checking.naming.vocabulary import Vocabulary

_NAME = re.compile("[\u30a1-\u30f4\u30fc]+(?:[・=＝][\u30a1-\u30f4\u30fc]+)+")
_DOT = re.compile("[・=＝]")


def unknown_names(text: str, vocabularies: tuple[Vocabulary, ...]) -> tuple[str, ...]:
    """Return the names in katakana of which no part stands in any of the texts."""
    return tuple(
        name.group()
        for name in _NAME.finditer(text)
        if not any(each.has_text(part) for part in _DOT.split(name.group()) for each in vocabularies)
    )
