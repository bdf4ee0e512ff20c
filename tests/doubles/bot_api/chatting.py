"""Methods about chats and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.doubles.bot_api.privacy import member_json
from tests.doubles.bot_api.records import Json
from tests.doubles.bot_api.refusal import bad
from tests.doubles.bot_api.registry import Asked, method

if TYPE_CHECKING:
    from tests.doubles.bot_api.world import World

ACCENT, MAX_REACTIONS = 0, 11


@method("getChat")
def get_chat(world: World, asked: Asked) -> Json:
    chat = world.chat(asked["chat_id"])
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full = {"accent_color_id": ACCENT, "max_reaction_count": MAX_REACTIONS}
    return chat.json() | full | {"accepted_gift_types": dict.fromkeys(gifts, False)}


@method("getChatMember")
def get_chat_member(world: World, asked: Asked) -> Json:
    chat = world.writable(asked["chat_id"])
    user_id = asked["user_id"]
    if user_id == world.bot_json()["id"]:
        return member_json(chat, chat.bot)
    for at, person in enumerate(chat.members):
        if person.id == user_id:
            made: Json = {"user": person.json(), "status": "member"}
            made_by = chat.is_group and at == 0
            return made | {"status": "creator", "is_anonymous": False} if made_by else made
    if user_id in world.people:
        return {"user": world.people[user_id].json(), "status": "left"}
    raise bad("user not found")


@method("getChatMemberCount")
def get_chat_member_count(world: World, asked: Asked) -> int:
    return len(world.writable(asked["chat_id"]).members) + 1


@method("getChatAdministrators")
def get_chat_administrators(world: World, asked: Asked) -> list[Json]:
    chat = world.writable(asked["chat_id"])
    if not chat.is_group:
        raise bad("there are no administrators in the private chat")
    made: list[Json] = [{"user": chat.members[0].json(), "status": "creator", "is_anonymous": False}]
    return made + ([member_json(chat, chat.bot)] if chat.bot == "administrator" else [])


@method("leaveChat")
def leave_chat(world: World, asked: Asked) -> bool:
    chat = world.writable(asked["chat_id"])
    if not chat.is_group:
        raise bad("chat member status can't be changed in private chats")
    chat.bot = "left"
    return True
