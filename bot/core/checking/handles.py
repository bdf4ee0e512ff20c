"""Addresses, mentions, commands and tags: what a claim offers a reader to open stands in what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.checking.statement import Statement, cleaned

_AROUND = "\"'“”‘’„‚«»‹›()[]{}<>.,;:!?…*_`|。、」「"
_HANDLE = re.compile(
    r"\S*[^\W_]\.[^\W\d_]{2}\S*"  # port.example: a dot with two letters behind it
    r"|\S*[A-Za-z]://\S*"
    r"|[@#]\w+\S*"
    r"|/[A-Za-z_]\S*"
)
_LONGEST = 5_000
"""Characters of a sentence that are read."""


def foreign_handles(statement: Statement) -> tuple[str, ...]:
    """Return the addresses, mentions, commands and tags of a claim that stand nowhere near what it cites.

    They stand in the cited sentences, beside them, in the headline, or are the article's outlet or its address. Names
    that are written like an address with a capital letter ("Node.js") are left to the check of names.
    """
    handles = tuple(dict.fromkeys(_handles(statement.text)))
    if not handles:
        return ()
    known = " ".join(_known(statement)).casefold()
    return tuple(each for each in handles if each.casefold() not in known)


def _handles(text: str) -> Iterator[str]:
    for word in text.split():
        bare = word.strip(_AROUND)
        if _HANDLE.fullmatch(bare) and not bare[0].isupper():
            yield bare


def _known(statement: Statement) -> Iterator[str]:
    for passage in statement.passages:
        yield from (cleaned(sentence.text[:_LONGEST]) for sentence in passage.window)
        yield from (passage.source.article.outlet or "", passage.source.article.url or "")
