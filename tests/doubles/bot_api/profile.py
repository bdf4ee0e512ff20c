"""Methods about how the bot presents itself: commands, name, descriptions."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from tests.doubles.bot_api.records import Json
from tests.doubles.bot_api.refusal import bad
from tests.doubles.bot_api.registry import Asked, Method, method

if TYPE_CHECKING:
    from tests.doubles.bot_api.world import World

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
MAX_COMMANDS, MAX_DESCRIPTION = 100, 256
TEXTS = {"Name": ("name", 64), "Description": ("description", 512), "ShortDescription": ("short_description", 120)}


@method("setMyCommands")
def set_my_commands(world: World, asked: Asked) -> bool:
    commands = asked["commands"]
    if len(commands) > MAX_COMMANDS:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not COMMAND.fullmatch(command["command"]):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= MAX_DESCRIPTION:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    world.profile[_place(asked, "commands")] = commands
    return True


@method("getMyCommands")
def get_my_commands(world: World, asked: Asked) -> list[Json]:
    return list(world.profile.get(_place(asked, "commands"), []))


@method("deleteMyCommands")
def delete_my_commands(world: World, asked: Asked) -> bool:
    world.profile.pop(_place(asked, "commands"), None)
    return True


def _set(field: str, limit: int) -> Method:
    def change(world: World, asked: Asked) -> bool:
        text = asked.get(field, "")
        if len(text) > limit:
            raise bad(f"bot {field.replace('_', ' ')} must be at most {limit} characters long")
        world.profile[_place(asked, field)] = text
        return True

    return change


def _get(field: str) -> Method:
    def read(world: World, asked: Asked) -> Json:
        known = world.profile.get(_place(asked, field)) or world.profile.get((field, "", ""), "")
        return {field: known}

    return read


for _name, (_field, _limit) in TEXTS.items():
    method(f"setMy{_name}")(_set(_field, _limit))
    method(f"getMy{_name}")(_get(_field))


def _place(asked: Asked, what: str) -> tuple[str, str, str]:
    language = asked.get("language_code") or ""
    if language and not LANGUAGE.fullmatch(language):
        raise bad("invalid language code specified")
    scope: Any = asked.get("scope") or {"type": "default"}
    return what, "" if scope == {"type": "default"} else json.dumps(scope, sort_keys=True), language
