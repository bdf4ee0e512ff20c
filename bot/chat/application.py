"""Wires the handlers to updates: which update goes where, and nothing more."""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ExtBot,
    MessageHandler,
    filters,
)

from bot.chat.commands import Commands
from bot.chat.order import ChatOrder
from bot.chat.reception import Reception
from bot.core.errors import DeliveryError
from bot.flows.faults import trace

logger = logging.getLogger(__name__)

Handle = Callable[[Update], Coroutine[Any, Any, None]]
App = Application[Any, Any, Any, Any, Any, Any]
Context = CallbackContext[Any, Any, Any, Any]
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""Kinds of update that are asked for (Bot API: getUpdates)."""


def build_application(bot: ExtBot[Any], *, commands: Commands, reception: Reception) -> App:
    """Return an application that handles what is put into its `update_queue`; fetching updates is not its work."""
    application = ApplicationBuilder().bot(bot).updater(None).concurrent_updates(ChatOrder(reception.done)).build()
    fresh, edited = filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    # What somebody else wrote and the person only passed on is no command of theirs.
    own = fresh & ~filters.FORWARDED & ~filters.VIA_BOT
    private = filters.ChatType.PRIVATE
    application.add_handler(ChatMemberHandler(_calling(commands.membership), ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(CallbackQueryHandler(_calling(commands.tap)))
    for name, handle in (
        ("start", commands.start),
        ("help", commands.help),
        ("stop", commands.stop),
        ("why", commands.why),
        ("usage", commands.usage),
        ("access", commands.access),
    ):
        application.add_handler(CommandHandler(name, _calling(handle), filters=own))
    application.add_handler(MessageHandler(fresh & private, _calling(_admitted(commands, reception.take))))
    application.add_handler(
        MessageHandler(edited & private & ~filters.COMMAND, _calling(_admitted(commands, reception.amend)))
    )
    application.add_error_handler(_write_down)
    return application


def _admitted(commands: Commands, handle: Handle) -> Handle:
    async def guarded(update: Update) -> None:
        if await commands.admits(update):
            await handle(update)

    return guarded


def _calling(handle: Handle) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    async def call(update: Update, _context: Context) -> None:
        await handle(update)

    return call


async def _write_down(update: object, context: Context) -> None:
    """A handler that fails fails for one update; the next one is another matter."""
    number = update.update_id if isinstance(update, Update) else None
    error = context.error
    if isinstance(error, DeliveryError):
        logger.warning("update %s: not delivered: %s", number, error.code)
    elif error is not None:
        logger.error("update %s: %s", number, trace(error))
