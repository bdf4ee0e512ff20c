"""From a request in a chat to its answer there: a sign at once, progress, the briefs or the reason why there are none.

What was answered before is answered with where that stands.

A request ends in exactly one of the outcomes of `core.usage`; one that is cancelled stays open, to be taken up again.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.core.delivering import Sending
from bot.core.errors import DeliveryError, FootnoteError, OverloadError, StoreError
from bot.core.message.classic import Message
from bot.core.models import Brief
from bot.core.progress import ProgressState
from bot.core.requests import Request
from bot.core.usage import Outcome
from bot.flows.again import point_back
from bot.flows.answers import Answer, offers_under, reasons, say, shown
from bot.flows.brief import Means, NothingReadError, Wish, make_briefs
from bot.flows.cancelling import carry_through
from bot.flows.dispatch import Dispatch
from bot.flows.faults import trace
from bot.flows.live_progress import LiveProgress
from bot.flows.reply import PASSING, Reply
from bot.ports import Doors, History, Library, Notices, Requests, Texts

logger = logging.getLogger(__name__)

MOST_ATTEMPTS = 5
"""Times a request is taken up: one that ends the process each time would end it for ever."""
PAUSES = (3.0, 12.0, 30.0, *(60.0,) * 10)
"""Seconds between tries to deliver an answer while the platform is away; ten minutes in all."""
STORE_PAUSES = (1.0, 5.0, 15.0)
"""Seconds between tries to write down that a request has ended."""
OWNERS_FAULTS = frozenset({"budget", "quota", "unauthorised"})
"""What only the owner can mend, and is told of once a day."""


@dataclass(frozen=True)
class Answering:
    """What an answer is made with."""

    means: Means
    dispatch: Dispatch
    requests: Requests
    history: History
    library: Library
    notices: Notices
    doors: Doors
    texts: Callable[[str], Texts]
    """The interface's sentences, by language."""
    words: Callable[[Brief], Texts]
    """The words around a brief."""
    now: Callable[[], datetime]
    turns: asyncio.Semaphore
    """Bounds the requests that are worked on at the same time."""
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    errands: set[asyncio.Task[None]] = field(default_factory=set)
    """What goes on beside answers; here only so that it is not forgotten."""


async def answer(request: Request, *, with_: Answering) -> None:
    """Answer a request, whatever happens; raises `StoreError` alone, and only before anything was answered.

    It can be cancelled while it is worked out, and while the platform is away; an answer on its way is carried to its
    end. One that cannot be delivered for ten minutes stays open, to be taken up at the next start.
    """
    reply = Reply(request, with_.dispatch)
    try:
        found = await _worked_out(request, reply=reply, with_=with_)
    except DeliveryError as error:
        found = Answer("undelivered", fault=f"delivery_{error.code}")
    except StoreError:
        raise
    except Exception as error:
        logger.error("request %s broke: %s", request.id, trace(error))
        found = Answer("failed", (say(with_.texts(request.language), "chat-broken"),), fault=type(error).__name__)
    for pause in (*PAUSES, None):
        # Half an answer helps nobody.
        is_given, is_cancelled = await carry_through(_given(found, request, reply=reply, with_=with_))
        if is_given:
            return
        if is_cancelled:
            raise asyncio.CancelledError
        if pause is not None:
            await with_.sleep(pause)
    logger.warning("request %s stays open: its answer could not be delivered", request.id)


async def abandon(request: Request, *, with_: Answering) -> bool:
    """End a request that a person stopped; tell whether they can see that where it was being answered."""
    reply = Reply(request, with_.dispatch)
    await reply.find()
    with contextlib.suppress(DeliveryError):
        await reply.replace(say(with_.texts(request.language), "chat-stopped"))
    await with_.requests.finish(request.id, outcome="stopped", fault=None, now=with_.now())
    await with_.dispatch.react(request.chat_id, request.message_id, None)
    return reply.is_seen


# ---------------------------------------------------------------- working it out


async def _worked_out(request: Request, *, reply: Reply, with_: Answering) -> Answer:
    texts = with_.texts(request.language)
    if await point_back(request, history=with_.history, dispatch=with_.dispatch, texts=texts, now=with_.now()):
        return Answer("repeated", has_offer=True)
    waits = with_.turns.locked()
    wanted = sum(getattr(item, "newest", 0) or 1 for item in dict.fromkeys(request.items))
    to_read = min(wanted, with_.means.limits.articles)
    reading = ProgressState().reading(to_read)
    await reply.open(_told(ProgressState() if waits else reading, texts))
    async with with_.turns:
        if await with_.requests.begin(request.id, now=with_.now()) > MOST_ATTEMPTS:
            return Answer("failed", (say(texts, "chat-broken"),), fault="attempts")
        if waits:
            await reply.show(_told(reading, texts))
        return await _summarised(request, reading, reply=reply, with_=with_)


async def _summarised(request: Request, state: ProgressState, *, reply: Reply, with_: Answering) -> Answer:
    texts = with_.texts(request.language)

    async def show(now: ProgressState) -> None:
        await reply.show(_told(now, texts))

    try:
        async with LiveProgress(state, show) as progress:
            wish = Wish(length=request.length)
            briefs = await make_briefs(request.items, wish=wish, means=with_.means, progress=progress)
    except NothingReadError as error:
        told, offers = reasons(error, texts), offers_under(request, error.failures, texts)
        return Answer("nothing_read", told, buttons={len(told) - 1: offers}, has_offer=bool(offers))
    except OverloadError as error:
        return Answer("nothing_read", (say(texts, f"error-{error.code}"),), fault=error.code)
    offers = offers_under(request, [failure for brief in briefs for failure in brief.failures], texts)
    return shown(briefs, offers, texts=texts, words=with_.words)


def _told(state: ProgressState, texts: Texts) -> Message:
    message, params = state.message()
    return say(texts, message, **params)


# ---------------------------------------------------------------- giving it


async def _given(found: Answer, request: Request, *, reply: Reply, with_: Answering) -> bool:
    """Deliver an answer and end its request; False where it cannot be delivered now."""
    outcome, fault = found.outcome, found.fault
    # Kept first: whoever taps at once is not told that there is nothing.
    is_kept = await _kept(request, found, with_=with_)
    try:
        if found.messages:
            await reply.conclude(found.messages, buttons=found.buttons)
    except DeliveryError as error:
        logger.warning("request %s: its answer could not be delivered: %s", request.id, error.code)
        if error.code in PASSING:
            return False
        outcome, fault = "undelivered", f"delivery_{error.code}"
    await _ended(request, found, outcome=outcome, fault=fault, is_kept=is_kept, with_=with_)
    await with_.dispatch.react(request.chat_id, request.message_id, None)
    receipts = [brief.receipt for brief in found.briefs]
    faults = OWNERS_FAULTS & {fault for each in receipts for fault in (each.fault, each.judge_fault) if fault}
    if faults:
        # Nobody who asked has to wait for the owner's chat.
        errand = asyncio.create_task(_tell_owner(sorted(faults), with_=with_))
        with_.errands.add(errand)
        errand.add_done_callback(with_.errands.discard)
    return True


async def _kept(request: Request, found: Answer, *, with_: Answering) -> bool:
    """Keep the briefs of an answer; False where the store fails, which is no reason not to give it."""
    try:
        await _keep(request, found, with_=with_)
    except StoreError as error:
        logger.error("the briefs of request %s cannot be kept now: %s", request.id, error)
        return False
    return True


async def _keep(request: Request, found: Answer, *, with_: Answering) -> None:
    if found.briefs:
        await with_.library.keep(request.id, found.briefs, parts=found.parts, now=with_.now())


async def _ended(
    request: Request, found: Answer, *, outcome: Outcome, fault: str | None, is_kept: bool, with_: Answering
) -> None:
    """Keep the books on an answer that was given; a store that fails does not have it given once more."""
    for pause in (*STORE_PAUSES, None):
        try:
            if not is_kept:
                await _keep(request, found, with_=with_)
            is_kept = True
            await with_.requests.finish(
                request.id, outcome=outcome, fault=fault, now=with_.now(), has_offer=found.has_offer
            )
        except StoreError as error:
            logger.error("request %s was answered, which cannot be kept: %s", request.id, error)
        else:
            return
        if pause is not None:
            await with_.sleep(pause)


async def _tell_owner(faults: Sequence[str], *, with_: Answering) -> None:
    """Tell the owner what only they can mend, once a day."""
    for fault in faults:
        owner, name, today = (await with_.doors.access()).owner_id, f"owner-{fault}", with_.means.today()
        if owner is None or not await with_.notices.first(name, today):
            continue
        try:
            await with_.dispatch.send(Sending(chat_id=owner), say(with_.texts("en"), name))
        except FootnoteError as error:
            logger.warning("the owner could not be told: %s", error.code)
            await with_.notices.forget(name, today)
