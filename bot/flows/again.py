"""The same links again in one chat: where their brief stands is shown, and a new one is offered."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.core.delivering import Button, Sending
from bot.core.errors import DeliveryError
from bot.core.message.classic import Message
from bot.core.offers import offer_data
from bot.core.repeats import is_fresh, tell_age
from bot.core.requests import Request
from bot.flows.dispatch import Dispatch
from bot.ports import History, Texts

logger = logging.getLogger(__name__)


async def point_back(request: Request, *, history: History, dispatch: Dispatch, texts: Texts, now: datetime) -> bool:
    """Answer a request with the brief that its chat was given before; tell whether that was done.

    It is not where a new brief is wanted or was begun, and where the earlier one cannot be answered any more, or nobody
    knows whether the pointer arrived: then the brief is made, rather twice than not at all.
    """
    earlier = None if is_fresh(request) else await history.earlier_brief(request)
    if earlier is None or await dispatch.outgoing.sent(request.id):
        return False
    pointer = f"{request.id}:pointer"
    if await dispatch.outgoing.sent(pointer):
        return True
    parts = await dispatch.outgoing.sent(earlier.request_id)
    if not parts:
        return False
    pointed = Sending(chat_id=request.chat_id, request_id=pointer)
    message = _told(now - earlier.answered_at, texts)
    button = Button(label=texts.say("chat-again-button"), data=offer_data("again", request.message_id))
    try:
        sent = await dispatch.send(pointed, message, reply_to=parts[min(parts)], only_as_reply=True, buttons=[button])
    except DeliveryError as error:
        logger.info("request %s: the earlier brief cannot be pointed at: %s", request.id, error.code)
        return False
    return sent is not None


def _told(age: timedelta, texts: Texts) -> Message:
    sentence, params = tell_age(age)
    return Message(text=texts.say(sentence, **params))
