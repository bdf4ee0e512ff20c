"""What the bot says, through the Bot API: text with entities, never a parse mode, never a preview."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyParameters,
)
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.adapters.bot_api.again import NOT_DONE, NOT_DONE_OR_HARMLESS, Again
from bot.adapters.bot_api.faults import is_unmodified
from bot.core.delivering import Button
from bot.core.errors import DeliveryError
from bot.core.message.classic import Message

_BUTTONS_IN_ROW: Final = 2
_LOGGER = logging.getLogger(__name__)


class BotMessenger:
    """Sends, edits and reacts. Raises `DeliveryError`; a message whose fate is unknown is never sent again here."""

    def __init__(self, bot: ExtBot[Any], *, again: Again | None = None) -> None:
        self._bot = bot
        self._again = again or Again()

    async def send(
        self,
        chat_id: int,
        message: Message,
        *,
        reply_to: int | None = None,
        only_as_reply: bool = False,
        buttons: Sequence[Button] = (),
    ) -> int:
        """Send a message and return its id (`sendMessage`).

        An answered message that is gone is no error, unless the message makes sense only as its answer.
        """
        reply = None
        if reply_to is not None:
            reply = ReplyParameters(reply_to, allow_sending_without_reply=not only_as_reply)

        async def call() -> int:
            sent = await self._bot.send_message(chat_id, reply_parameters=reply, **_content(message, buttons))
            return sent.message_id

        return await self._again(call, after=NOT_DONE)

    async def edit(self, chat_id: int, message_id: int, message: Message, *, buttons: Sequence[Button] = ()) -> None:
        """Put other words into a message of ours (`editMessageText`); buttons that are not given again go away."""

        async def call() -> None:
            try:
                await self._bot.edit_message_text(chat_id=chat_id, message_id=message_id, **_content(message, buttons))
            except BadRequest as error:
                if not is_unmodified(error):
                    raise

        await self._again(call, after=NOT_DONE_OR_HARMLESS)

    async def react(self, chat_id: int, message_id: int, emoji: str | None) -> None:
        """Set our reaction, or take it away (`setMessageReaction`); where it is not allowed, nothing happens."""
        reaction = [ReactionTypeEmoji(emoji)] if emoji else []
        await self._courtesy("reaction", lambda: self._bot.set_message_reaction(chat_id, message_id, reaction=reaction))

    async def show_buttons(self, chat_id: int, message_id: int, rows: Sequence[Sequence[Button]]) -> None:
        """Put other buttons under a message of ours (`editMessageReplyMarkup`); where that fails, the old ones stay."""
        markup = InlineKeyboardMarkup([[_key(button) for button in row] for row in rows if row])
        await self._courtesy(
            "keyboard",
            lambda: self._bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id, reply_markup=markup),
        )

    async def take_buttons(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a message of ours (`editMessageReplyMarkup`); where that fails, they stay."""
        await self._courtesy(
            "button", lambda: self._bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id)
        )

    async def answer_tap(self, callback_id: str, text: str = "") -> None:
        """End the waiting of a tapped button (`answerCallbackQuery`); an answer that comes too late does no harm."""
        await self._courtesy("answer to a tap", lambda: self._bot.answer_callback_query(callback_id, text=text or None))

    async def _courtesy(self, name: str, call: Callable[[], Awaitable[object]]) -> None:
        try:
            await self._again(call, after=NOT_DONE_OR_HARMLESS)
        except DeliveryError as fault:
            if fault.code not in {"rejected", "gone"}:
                raise
            _LOGGER.debug("a %s was refused: %s", name, fault)


def _content(message: Message, buttons: Sequence[Button]) -> dict[str, Any]:
    return {
        "text": message.text,
        "entities": [
            MessageEntity(type=entity.type, offset=entity.offset, length=entity.length, url=entity.url)
            for entity in message.entities
        ],
        "reply_markup": _keyboard(buttons),
        "link_preview_options": LinkPreviewOptions(is_disabled=True),
    }


def _keyboard(buttons: Sequence[Button]) -> InlineKeyboardMarkup | None:
    keys = [_key(button) for button in buttons]
    rows = [keys[start : start + _BUTTONS_IN_ROW] for start in range(0, len(keys), _BUTTONS_IN_ROW)]
    return InlineKeyboardMarkup(rows) if rows else None


def _key(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(button.label, callback_data=button.data)
