"""The words of a message on their way in: markup or entities, cleaned, trimmed, checked, with what becomes live."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from tests.doubles.bot_api import tdlib
from tests.doubles.bot_api.refusal import bad
from tests.doubles.bot_api.tdlib import KINDS, Entity

MAX_UNITS, MAX_CAPTION, MAX_ENTITIES, MAX_BYTES = 4_096, 1_024, 100, 1 << 15
BLANK = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs that look like nothing."""
FOUND = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})
"""Only the server makes these."""
SPACES = " \t\n\r"


@dataclass(frozen=True, slots=True)
class Words:
    """Text with all its entities, and those of them that nobody sent."""

    text: str
    entities: list[Entity]
    live: list[Entity]


def read_words(text: str, *, mode: str | None, entities: Sequence[Entity] | None, max_units: int = MAX_UNITS) -> Words:
    """Return the words as they stand in the chat.

    Raises `RefusedError` where the server refuses them, and where it would silently change their formatting.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise bad("text is too long")
    if mode and entities:
        raise bad("parse_mode and entities exclude each other")
    sent = list(entities or ())
    if mode:
        if mode.lower() not in tdlib.MODES:
            raise bad("unsupported parse_mode")
        text, sent = tdlib.parse(text, mode.lower())
    else:
        _check_kinds(sent)
    if len(sent) > MAX_ENTITIES:
        raise bad(f"the server would drop the entities after the first {MAX_ENTITIES}")
    kept = _settled(text, sent)
    text, kept = _trimmed(tdlib.clean(text), kept)
    if _is_invisible(text):
        raise bad("text must be non-empty")
    if tdlib.units(text) > max_units:
        raise bad("message is too long" if max_units == MAX_UNITS else "message caption is too long")
    opaque = [entity for entity in kept if entity["type"] in tdlib.OPAQUE]
    live = [found for found in tdlib.detect(text) if not any(tdlib.touch(found, other) for other in opaque)]
    return Words(text, tdlib.ordered([*kept, *live]), live)


def _check_kinds(sent: Sequence[Entity]) -> None:
    for entity in sent:
        if entity["type"] not in KINDS:
            raise bad("can't parse MessageEntity: Unsupported type specified")
        if entity["type"] == "text_link" and "url" not in entity:
            raise bad("can't parse MessageEntity: Can't find field \"url\"")
        if entity["type"] in FOUND or entity["length"] == 0:
            raise bad(f"the server would drop an entity: {entity['type']} of {entity['length']}")


def _settled(text: str, sent: Sequence[Entity]) -> list[Entity]:
    """The entities that the server keeps, when these are the ones that were sent."""
    kept = tdlib.settle(text, sent)
    if tdlib.units(tdlib.clean(text)) == tdlib.units(text) and _paint(text, sent) != _paint(text, kept):
        raise bad("the server would change the entities: they overlap, or block quotes are nested")
    return kept


def _paint(text: str, entities: Sequence[Entity]) -> list[list[str]]:
    """What applies to each unit that is not white space; merging and splitting do not show."""
    raw = text.encode("utf-16-le", "surrogatepass")
    seen = [raw[at : at + 2].decode("utf-16-le", "surrogatepass") not in SPACES for at in range(0, len(raw), 2)]
    painted: list[list[str]] = [[] for _ in seen]
    for entity in entities:
        for at in range(entity["offset"], entity["offset"] + entity["length"]):
            painted[at] += [entity["type"]] if seen[at] else []
    return [sorted(kinds) for kinds in painted]


def _trimmed(text: str, entities: Sequence[Entity]) -> tuple[str, list[Entity]]:
    """Take white space from both ends and move the entities along."""
    lead = tdlib.units(text) - tdlib.units(text.lstrip(SPACES))
    text = text.strip(SPACES)
    end = tdlib.units(text)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - lead)
        stop = min(end, entity["offset"] + entity["length"] - lead)
        moved += [entity | {"offset": start, "length": stop - start}] if stop > start else []
    return text, moved


def _is_invisible(text: str) -> bool:
    return all(char.isspace() or char in BLANK or unicodedata.category(char) in ("Cf", "Cc") for char in text)
