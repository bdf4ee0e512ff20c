"""Why a claim is in a brief: its receipt, found by the message that shows the brief."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.message.classic import Message, render
from bot.core.message.receipt import compose_receipt
from bot.core.receipts import receipt_of
from bot.core.reports import ShownBrief
from bot.ports import Shelf, Texts


@dataclass(frozen=True)
class Asked:
    """What somebody wants to know: of which chat, of which message, of which claim."""

    chat_id: int
    number: int | None
    """None where none was named that could be one."""
    message_id: int | None = None
    """The message that the question answers, None where it answers none."""
    is_ours: bool = True
    """Whether that message is one of our own."""


async def explain(asked: Asked, *, shelf: Shelf, texts: Texts, language: str) -> tuple[Message, ...]:
    """Return the receipt of a claim, or the sentence that says what is missing; `language` is that of `texts`.

    Without a message the brief that the chat was given last is meant.
    """
    if asked.number is None or not asked.is_ours:
        return _said(texts, "why-usage")
    found = await _find(asked, shelf)
    if found is None:
        return _said(texts, "why-nothing" if asked.message_id is None else "why-gone")
    receipt = receipt_of(found.brief, asked.number)
    if receipt is None:
        return _said(texts, "why-range", count=len(found.brief.claims))
    return render(compose_receipt(receipt, texts, language=language))


async def _find(asked: Asked, shelf: Shelf) -> ShownBrief | None:
    if asked.message_id is None:
        return await shelf.newest(asked.chat_id)
    return await shelf.shown(asked.chat_id, asked.message_id)


def _said(texts: Texts, message: str, **params: object) -> tuple[Message, ...]:
    return (Message(text=texts.say(message, **params)),)
