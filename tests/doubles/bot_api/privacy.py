"""What reaches the bot: privacy mode in groups, and changes of its own membership."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.doubles.bot_api import tdlib
from tests.doubles.bot_api.records import Json, Message

if TYPE_CHECKING:
    from tests.doubles.bot_api.chats import Chat
    from tests.doubles.bot_api.people import Person

ADDRESSED = re.compile(r"/\w+(?:@(\w+))?$")


def reaches_bot(message: Message) -> bool:
    """Whether Telegram hands a person's message to the bot (Bots: privacy mode)."""
    chat = message.chat
    if not chat.is_group:
        return chat.bot != "kicked"
    if chat.bot not in ("member", "administrator", "restricted"):
        return False
    if chat.bot == "administrator" or not chat.world.privacy or message.sender is None:
        return True
    return _answers_bot(message) or _is_meant(message)


def _answers_bot(message: Message) -> bool:
    answered = message.chat.find(message.reply_to)
    return answered is not None and answered.by_bot


def _is_meant(message: Message) -> bool:
    """A command for this bot, one for any bot unless another one spoke last, or a mention of its name."""
    username = message.chat.world.username.lower()
    for entity in message.entities:
        said = tdlib.cut(message.text, entity)
        if entity["type"] == "bot_command" and (found := ADDRESSED.fullmatch(said)):
            to = found[1]
            if to.lower() == username if to else not message.chat.other_bot_spoke_last:
                return True
        if entity["type"] == "mention" and said.lower() == f"@{username}":
            return True
    return False


def change_membership(chat: Chat, by: Person, status: str) -> Json:
    """Set what the bot is in a chat; return the ChatMemberUpdated of the Bot API."""
    before, chat.bot = chat.bot, status  # type: ignore[assignment]
    return {
        "chat": chat.json(),
        "from": by.json(),
        "date": chat.world.now(),
        "old_chat_member": member_json(chat, before),
        "new_chat_member": member_json(chat, status),
    }


def member_json(chat: Chat, status: str) -> Json:
    """The ChatMember of the Bot API for the bot."""
    made: Json = {"user": chat.world.bot_json(), "status": status}
    if status == "kicked":
        return made | {"until_date": 0}
    if status == "administrator":
        return made | {"can_be_edited": False, "is_anonymous": False} | dict.fromkeys(RIGHTS, False)
    if status == "restricted":
        return made | {"is_member": True, "until_date": 0} | dict.fromkeys(PERMISSIONS, False)
    return made


RIGHTS = (
    "can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members can_promote_members "
    "can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories "
    "can_send_welcome_messages"
).split()
PERMISSIONS = (
    "can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos can_send_video_notes "
    "can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews can_react_to_messages "
    "can_edit_tag can_change_info can_invite_users can_pin_messages can_manage_topics"
).split()
