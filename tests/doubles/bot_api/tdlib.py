"""Telegram's own parser, offline: what becomes live in a text, what it makes of markup and of entities.

The server of the Bot API runs the same code, so its sentences are the ones a bot gets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from tdjson import td_execute

from tests.doubles.bot_api.refusal import bad

Entity = dict[str, Any]
"""As the Bot API writes it: type, offset and length in UTF-16 units, and what belongs to the type."""

KINDS = {
    "mention": "Mention",
    "hashtag": "Hashtag",
    "cashtag": "Cashtag",
    "bot_command": "BotCommand",
    "url": "Url",
    "email": "EmailAddress",
    "phone_number": "PhoneNumber",
    "bold": "Bold",
    "italic": "Italic",
    "underline": "Underline",
    "strikethrough": "Strikethrough",
    "spoiler": "Spoiler",
    "blockquote": "BlockQuote",
    "expandable_blockquote": "ExpandableBlockQuote",
    "code": "Code",
    "pre": "Pre",
    "text_link": "TextUrl",
    "text_mention": "MentionName",
    "custom_emoji": "CustomEmoji",
    "date_time": "DateTime",
}
NAMES = {f"textEntityType{name}": kind for kind, name in KINDS.items()} | {"textEntityTypePreCode": "pre"}
MODES = {
    "html": {"@type": "textParseModeHTML"},
    "markdown": {"@type": "textParseModeMarkdown", "version": 1},
    "markdownv2": {"@type": "textParseModeMarkdown", "version": 2},
}
OPAQUE = frozenset({"text_link", "text_mention", "code", "pre", "url"})
"""Inside of these nothing becomes live by itself."""
_MARKS = re.compile(r"[*_~|`\[\]()]")


def detect(text: str) -> list[Entity]:
    """What Telegram makes live by itself: links, mentions, commands, tags, addresses."""
    return _entities(_run("getTextEntities", text=text)["entities"])


def parse(text: str, mode: str) -> tuple[str, list[Entity]]:
    """Return the text and entities of markup; raise `RefusedError` with the parser's sentence."""
    parsed = _run("parseTextEntities", text=text, parse_mode=MODES[mode])
    return str(parsed["text"]), _entities(parsed["entities"])


def clean(text: str) -> str:
    """The text without what the server takes out; the ends are not trimmed. Empty when it is white space alone."""
    return str(_run("getMarkdownText", text=_formatted(text, ()))["text"])


def settle(text: str, entities: Sequence[Entity]) -> list[Entity]:
    """Return the entities as the server keeps them; raise `RefusedError` where it takes none of them.

    The call would also read Markdown, so its signs are masked by letters of the same length.
    """
    masked = _MARKS.sub("x", text)
    return _entities(_run("parseMarkdown", text=_formatted(masked, entities))["entities"])


def find_quote(text: str, quote: str, position: int) -> int | None:
    """Where a quote stands in the text, in UTF-16 units."""
    asked = {"text": _formatted(text, ()), "quote": _formatted(quote, ()), "quote_position": position}
    found = _execute("searchQuote", **asked)
    return int(found["position"]) if found["@type"] == "foundPosition" else None


def units(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(text: str, entity: Mapping[str, Any]) -> str:
    """The part of a text that an entity covers."""
    raw = text.encode("utf-16-le")
    return raw[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")


def touch(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entities share a unit of text."""
    ends = one["offset"] + one["length"], other["offset"] + other["length"]
    return bool(one["offset"] < ends[1] and other["offset"] < ends[0])


def ordered(entities: Sequence[Entity]) -> list[Entity]:
    """Entities in the order in which the server names them: by place, the longer first."""
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def _formatted(text: str, entities: Sequence[Entity]) -> dict[str, Any]:
    return {"@type": "formattedText", "text": text, "entities": [_to_td(entity) for entity in entities]}


def _to_td(entity: Entity) -> dict[str, Any]:
    kind: dict[str, Any] = {"@type": f"textEntityType{KINDS[entity['type']]}"}
    match entity["type"]:
        case "text_link":
            kind["url"] = entity.get("url", "")
        case "text_mention":
            kind["user_id"] = entity.get("user", {}).get("id", 0)
        case "custom_emoji":
            kind["custom_emoji_id"] = entity.get("custom_emoji_id", "0")
        case "pre" if entity.get("language"):
            kind |= {"@type": "textEntityTypePreCode", "language": entity["language"]}
        case "date_time":
            kind["unix_time"] = entity.get("unix_time", 0)
    return {"@type": "textEntity", "offset": entity["offset"], "length": entity["length"], "type": kind}


def _entities(given: Sequence[Mapping[str, Any]]) -> list[Entity]:
    return [_from_td(entity) for entity in given if entity["type"]["@type"] in NAMES]


def _from_td(entity: Mapping[str, Any]) -> Entity:
    kind = entity["type"]
    made: Entity = {"type": NAMES[kind["@type"]], "offset": entity["offset"], "length": entity["length"]}
    match made["type"]:
        case "text_link":
            made["url"] = kind["url"]
        case "text_mention":
            made["user"] = {"id": kind["user_id"]}
        case "pre" if "language" in kind:
            made["language"] = kind["language"]
        case "date_time":
            made["unix_time"] = kind["unix_time"]
    return made


def _run(name: str, **given: Any) -> dict[str, Any]:
    answer = _execute(name, **given)
    if answer["@type"] == "error":
        raise bad(answer["message"])
    return answer


def _execute(name: str, **given: Any) -> dict[str, Any]:
    _quiet()
    request = json.dumps({"@type": name} | given, ensure_ascii=True).encode()
    return dict(json.loads(td_execute(request) or b"{}"))


@cache
def _quiet() -> None:
    td_execute(json.dumps({"@type": "setLogVerbosityLevel", "new_verbosity_level": 0}).encode())
