"""The menu of commands that the chat app shows (Bot API: setMyCommands); who may give them is decided elsewhere."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.ports import Texts

logger = logging.getLogger(__name__)

EVERYBODYS = ("help", "why", "stop")
OWNERS = ("help", "why", "stop", "usage", "access")
LANGUAGES = ("es", "de", "ru", "ar")
"""Languages that have a menu of their own; all others see the English one."""


async def set_menu(bot: Bot, texts: Callable[[str], Texts]) -> None:
    """Put everybody's commands into the menu; one that is missing is no reason to stop."""
    try:
        await bot.set_my_commands(_menu(texts("en"), EVERYBODYS))
        for language in LANGUAGES:
            await bot.set_my_commands(_menu(texts(language), EVERYBODYS), language_code=language)
    except TelegramError as error:
        logger.warning("the menu of commands could not be set: %s", type(error).__name__)


async def set_owners_menu(bot: Bot, owner_id: int, texts: Callable[[str], Texts]) -> None:
    """Show the owner their own commands too."""
    scope = BotCommandScopeChat(owner_id)
    try:
        await bot.set_my_commands(_menu(texts("en"), OWNERS), scope=scope)
        for language in LANGUAGES:
            await bot.set_my_commands(_menu(texts(language), OWNERS), scope=scope, language_code=language)
    except TelegramError as error:
        logger.warning("the owner's menu could not be set: %s", type(error).__name__)


def _menu(texts: Texts, names: Sequence[str]) -> list[BotCommand]:
    return [BotCommand(name, texts.say(f"command-{name}")) for name in names]
