"""Addresses, mentions, commands, tags and markup: what could come alive in a claim stands in what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.checking.statement import Statement, cleaned

_AROUND = "\"'“”‘’„‚«»‹›()[]{}<>.,;:!?…*_`|。、」「"
_HANDLE = re.compile(
    r"(?!\d+\.[^\W\d_]+\Z)\S*[^\W_]\.[^\W\d_]{2}\S*"  # port.example, not "12.Mai": a dot with two letters behind it
    r"|\S*[A-Za-z]://\S*"
    r"|[@#]\w*[^\W\d_]\S*"
    r"|/[A-Za-z_]\S*"
    r"|[^\W_]+_\w+"  # what a mention is without its sign
)
_TAG = re.compile(r"</?[A-Za-z][^\s<>]*>?")
_LONGEST = 5_000
"""Characters of a sentence that are read."""


def foreign_handles(statement: Statement) -> tuple[str, ...]:
    """Return the addresses, mentions, commands, tags and markup of a claim that do not stand in the sentences it cites.

    The article's own outlet and address may be named too. A sentence beside the cited ones is not enough: what a page
    wants opened often stands right behind what it reports. Names that are written like an address with a capital
    letter ("Node.js") are left to the check of names.
    """
    handles = tuple(dict.fromkeys(_handles(statement.text)))
    if not handles:
        return ()
    known = " ".join(_known(statement)).casefold()
    return tuple(each for each in handles if each.casefold() not in known)


def _handles(text: str) -> Iterator[str]:
    for word in text.split():
        tags, bare = _TAG.findall(word), word.strip(_AROUND)
        yield from tags
        if not tags and _HANDLE.fullmatch(bare) and not bare[0].isupper():
            yield bare


def _known(statement: Statement) -> Iterator[str]:
    for passage in statement.passages:
        yield from (cleaned(sentence.text[:_LONGEST]) for sentence in passage.cited)
        yield from (passage.source.article.outlet or "", passage.source.article.url or "")
