"""/why and the button "This is wrong": what a claim rests on, and what readers say against it."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import CallbackQuery, InlineKeyboardButton, MaybeInaccessibleMessage, Message

from bot.chat.reading import language_of
from bot.chat.service import Service
from bot.core.delivering import Button, Sending
from bot.core.offers import read_offer
from bot.core.receipts import receipt_of
from bot.core.reports import Choice, ShownBrief, closed, opened, report_of
from bot.flows.why import Asked, explain

MOST_DIGITS = 4
"""Digits of a claim's number that are read; more cannot be one."""


class Receipts:
    """Accounts for claims; whether somebody may ask is decided before."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def why(self, message: Message, *, own_id: int) -> None:
        """Answer /why with the receipt of a claim; `own_id` is the bot's."""
        language = language_of(message.from_user.language_code if message.from_user else None)
        answered = message.reply_to_message
        asked = Asked(
            chat_id=message.chat.id,
            number=_number(message.text or ""),
            message_id=answered.message_id if answered else None,
            is_ours=answered is None or (answered.from_user is not None and answered.from_user.id == own_id),
        )
        texts = self._service.texts(language)
        parts = await explain(asked, shelf=self._service.shelf, texts=texts, language=language)
        for part in parts:
            sending = Sending(chat_id=message.chat.id)
            await self._service.dispatch.send(sending, part, reply_to=message.message_id)

    async def tap(self, query: CallbackQuery, under: MaybeInaccessibleMessage, choice: Choice | int) -> None:
        """Open or close the choice of claims, or take down which of them is wrong."""
        texts = self._service.texts(language_of(query.from_user.language_code))
        shown = await self._service.shelf.shown(under.chat.id, under.message_id)
        if shown is None:
            await self._service.dispatch.answer_tap(query.id, texts.say("report-gone"))
            return
        others = _others(under)
        if choice == "choose":
            rows = opened(others, count=len(shown.brief.claims), cancel=texts.say("report-cancel"))
            said = texts.say("report-which")
        else:
            rows = closed(others, label=texts.say("report-button"))
            said = "" if choice == "cancel" else texts.say(await self._note(shown, choice, query.from_user.id))
        await self._service.dispatch.answer_tap(query.id, said)
        if _data_under(under) != [button.data for row in rows for button in row]:
            await self._service.dispatch.show_buttons(under.chat.id, under.message_id, rows)

    async def _note(self, shown: ShownBrief, number: int, person_id: int) -> str:
        """Keep the report of a claim; return the id of the sentence that says so."""
        receipt = receipt_of(shown.brief, number)
        if receipt is None:
            return "chat-button-old"
        key, now = self._service.report_key, self._service.now()
        is_new = await self._service.reports.add(report_of(shown, receipt, person_id=person_id, key=key, now=now))
        return "report-noted" if is_new else "report-known"


def _number(text: str) -> int | None:
    """Return the number behind a command, in the digits of any script."""
    words = text.split(maxsplit=2)[1:2]
    digits = words[0].removeprefix("#").rstrip(".?)") if words else ""
    return int(digits) if digits.isdecimal() and len(digits) <= MOST_DIGITS else None


def _others(under: MaybeInaccessibleMessage) -> Sequence[Button]:
    """Return the buttons under a message that offer something else."""
    return [
        Button(label=key.text, data=key.callback_data)
        for key in _keys(under)
        if key.text and isinstance(key.callback_data, str) and read_offer(key.callback_data)
    ]


def _data_under(under: MaybeInaccessibleMessage) -> list[object]:
    return [key.callback_data for key in _keys(under)]


def _keys(under: MaybeInaccessibleMessage) -> Sequence[InlineKeyboardButton]:
    """Return the buttons under a message; of one out of reach nobody knows them."""
    markup = under.reply_markup if isinstance(under, Message) else None
    return [key for row in markup.inline_keyboard for key in row] if markup else []
