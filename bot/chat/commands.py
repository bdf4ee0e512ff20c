"""What people ask of the bot itself: help, access, usage. Each answer is one short message."""

from __future__ import annotations

import logging
import re

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message, Update

from bot.chat.menu import set_owners_menu
from bot.chat.reading import language_of
from bot.chat.receipts import Receipts
from bot.chat.reception import TAKEN_UP, Reception
from bot.chat.service import Service
from bot.core.access import Access
from bot.core.delivering import Button, Sending
from bot.core.message.accounts import tell_usage
from bot.core.message.classic import Message as Text
from bot.core.offers import Offer, read_offer
from bot.core.reports import Choice, read_choice
from bot.flows.answers import say
from bot.ports import Texts

logger = logging.getLogger(__name__)

OPEN, CLOSE = "v1:access:open", "v1:access:close"
_CHAT = re.compile(r"-?[1-9][0-9]{0,15}")


class Commands:
    """Answers commands and taps; who may give them is decided here."""

    def __init__(self, service: Service, reception: Reception) -> None:
        self._service = service
        self._reception = reception
        self._receipts = Receipts(service)

    async def start(self, update: Update) -> None:
        """Greet, or make the owner whoever brings the code from the terminal."""
        message = _message(update)
        code = _rest(message)
        person = message.from_user.id if message.from_user else 0
        if code and message.chat.type == "private" and await self._service.gate.claim(code, person):
            logger.info("the bot has an owner")
            await self._say(message, "chat-owner")
            await set_owners_menu(message.get_bot(), person, self._service.texts)
        elif await self.admits(update):
            await self._say(message, "chat-help")

    async def help(self, update: Update) -> None:
        """Explain the bot in five lines."""
        if await self.admits(update):
            await self._say(_message(update), "chat-help")

    async def stop(self, update: Update) -> None:
        """End what is being done."""
        if await self.admits(update):
            await self._reception.stop(_message(update))

    async def why(self, update: Update) -> None:
        """Tell what a statement of a brief rests on."""
        if await self.admits(update):
            message = _message(update)
            await self._receipts.why(message, own_id=message.get_bot().id)

    async def usage(self, update: Update) -> None:
        """Tell the owner what was asked and spent."""
        message = _message(update)
        if not await self._is_owners(update):
            return
        today = self._service.today()
        totals = [
            await self._service.accounts.totals(since=since, until=today) for since in (today, today.replace(day=1))
        ]
        told = tell_usage(
            today=totals[0],
            month=totals[1],
            cap=self._service.daily_tokens,
            prices=self._service.prices,
            words=self._texts(message),
        )
        await self._send(message, Text(text=told))

    async def access(self, update: Update) -> None:
        """Show the owner who is served, or change it."""
        message = _message(update)
        if not await self._is_owners(update):
            return
        match _rest(message).split():
            case []:
                await self._show_access(message)
            case ["add" | "remove" as what, chat] if _CHAT.fullmatch(chat):
                await self._list(message, int(chat), listed=what == "add")
            case ["open" | "close" as what]:
                await self._service.gate.set_open(what == "open")
                await self._show_access(message)
            case _:
                await self._say(message, "access-usage")

    async def tap(self, update: Update) -> None:
        """Do what a button says; one of another time or in other hands does nothing."""
        query = update.callback_query
        if query is None:
            return
        offered, choice = read_offer(query.data or ""), read_choice(query.data or "")
        if query.message is not None and (offered is not None or choice is not None):
            await self._served(query, query.message, offered=offered, choice=choice, update_id=update.update_id)
        elif query.data in {OPEN, CLOSE}:
            await self._service.dispatch.answer_tap(query.id)
            await self._change_access(query)
        else:
            await self._service.dispatch.answer_tap(query.id, self._tappers_texts(query).say("chat-button-old"))

    async def membership(self, update: Update) -> None:
        """Remember whether a chat takes messages from us, and end its work where it does not."""
        changed = update.my_chat_member
        if changed is None:
            return
        reachable = changed.new_chat_member.status not in {"kicked", "left"}
        await self._service.chats.set_reachable(changed.chat.id, reachable=reachable, now=self._service.now())
        if not reachable:
            await self._reception.end(changed.chat.id)

    async def admits(self, update: Update) -> bool:
        """Tell whether who sent an update is served here; a stranger is told so, once a day."""
        chat, person = update.effective_chat, update.effective_user
        if chat is None or person is None or person.is_bot:
            return False
        rules = await self._service.gate.access()
        if rules.admits(chat_id=chat.id, person_id=person.id):
            return True
        message = update.effective_message
        if message is not None and await self._service.notices.first(f"stranger-{chat.id}", self._service.today()):
            await self._say(message, "chat-stranger" if rules.owner_id else "chat-unclaimed", id=str(chat.id))
        return False

    # ---------------------------------------------------------------- parts

    async def _is_owners(self, update: Update) -> bool:
        """Tell whether the owner asks, in private; anybody else gets what a stranger or a guest gets."""
        message = _message(update)
        rules = await self._service.gate.access()
        if message.from_user and rules.is_owner(message.from_user.id) and message.chat.type == "private":
            return True
        if await self.admits(update):
            await self._say(message, "chat-owners-only")
        return False

    async def _served(
        self,
        query: CallbackQuery,
        under: MaybeInaccessibleMessage,
        *,
        offered: tuple[Offer, int] | None,
        choice: Choice | int | None,
        update_id: int,
    ) -> None:
        """Do what a button under an answer says for whoever is served in this chat."""
        chat, person = under.chat.id, query.from_user.id
        if not (await self._service.gate.access()).admits(chat_id=chat, person_id=person):
            told = self._tappers_texts(query).say("chat-stranger", id=str(chat))
            await self._service.dispatch.answer_tap(query.id, told)
        elif offered is not None:
            await self._take_up(query, under, offered, update_id=update_id)
        elif choice is not None:
            await self._receipts.tap(query, under, choice)

    async def _take_up(
        self, query: CallbackQuery, under: MaybeInaccessibleMessage, offered: tuple[Offer, int], *, update_id: int
    ) -> None:
        """Do what a button offers, and take it away once that has begun."""
        texts, dispatch = self._tappers_texts(query), self._service.dispatch
        chat, person = under.chat.id, query.from_user.id
        offer, asked = offered
        said = await self._reception.take_up(offer, chat, asked, asker_id=person, update_id=update_id)
        await dispatch.answer_tap(query.id, texts.say(said))
        if said == TAKEN_UP:
            await dispatch.take_buttons(chat, under.message_id)

    async def _change_access(self, query: CallbackQuery) -> None:
        rules = await self._service.gate.access()
        if query.message is None or not rules.is_owner(query.from_user.id):
            return
        await self._service.gate.set_open(query.data == OPEN)
        await self._redraw(query)

    async def _list(self, message: Message, chat_id: int, *, listed: bool) -> None:
        changed = await self._service.gate.list_chat(chat_id, listed=listed)
        said = ("access-added" if listed else "access-removed") if changed else "access-in-settings"
        await self._say(message, said, id=str(chat_id))

    async def _show_access(self, message: Message) -> None:
        texts, rules = self._texts(message), await self._service.gate.access()
        await self._send(message, _rules(rules, texts), buttons=(_button(rules, texts),))

    async def _redraw(self, query: CallbackQuery) -> None:
        if query.message is None:
            return
        texts = self._tappers_texts(query)
        rules = await self._service.gate.access()
        await self._service.dispatch.edit(
            query.message.chat.id, query.message.message_id, _rules(rules, texts), buttons=(_button(rules, texts),)
        )

    def _tappers_texts(self, query: CallbackQuery) -> Texts:
        return self._service.texts(language_of(query.from_user.language_code))

    def _texts(self, message: Message) -> Texts:
        return self._service.texts(language_of(message.from_user.language_code if message.from_user else None))

    async def _say(self, message: Message, text: str, **params: object) -> None:
        await self._send(message, say(self._texts(message), text, **params))

    async def _send(self, message: Message, text: Text, *, buttons: tuple[Button, ...] = ()) -> None:
        sending = Sending(chat_id=message.chat.id)
        await self._service.dispatch.send(sending, text, buttons=buttons)


def _rules(rules: Access, texts: Texts) -> Text:
    who = texts.say("access-open") if rules.is_open else texts.say("access-closed", count=len(rules.listed))
    return Text(text=f"{who}\n{texts.say('access-usage')}")


def _button(rules: Access, texts: Texts) -> Button:
    if rules.is_open:
        return Button(label=texts.say("access-button-close"), data=CLOSE)
    return Button(label=texts.say("access-button-open"), data=OPEN)


def _message(update: Update) -> Message:
    message = update.message
    assert message is not None  # noqa: S101 - command handlers see nothing else
    return message


def _rest(message: Message) -> str:
    """Return what stands behind a command, at most a line of it."""
    return " ".join((message.text or "").split()[1:])[:100]
