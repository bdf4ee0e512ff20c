"""Requests, from when they are asked until long after they have ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, cast

from pydantic import ValidationError
from sqlalchemy import Connection, Update, select, update

from bot.adapters.store.database import Database
from bot.adapters.store.stored import as_text
from bot.adapters.store.tables import briefs, exists, put, requests
from bot.adapters.store.updates import finish_updates
from bot.core.errors import StoreError
from bot.core.repeats import EarlierBrief, is_fresh, subject_of
from bot.core.requests import Request
from bot.core.usage import Outcome

State = Literal["new", "working", "ended"]


class RequestRows:
    """Implements the ports `Requests` and `History`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, request: Request, *, updates: Sequence[int] = ()) -> bool:
        """Keep a request, and its updates as done, in one transaction; False where it was there before."""

        def insert(connection: Connection) -> bool:
            finish_updates(connection, updates)
            return put(
                connection,
                requests,
                request_id=request.id,
                chat_id=request.chat_id,
                message_id=request.message_id,
                request=as_text(request),
                asked_at=request.asked_at,
                state="new",
                attempts=0,
                subject=subject_of(request),
            )

        return await self._database.write(insert)

    async def begin(self, request_id: str, *, now: datetime) -> int:
        """Mark a request as being worked on and return which attempt this is, from 1.

        Raises `StoreError("store_row_missing")` for a request that is not there, or has ended.
        """
        begun = _open_one(request_id).values(state="working", attempts=requests.c.attempts + 1, begun_at=now)

        def mark(connection: Connection) -> int:
            attempt: int | None = connection.scalar(begun.returning(requests.c.attempts))
            if attempt is None:
                raise StoreError("store_row_missing", table=requests.name)
            return attempt

        return await self._database.write(mark)

    async def finish(
        self, request_id: str, *, outcome: Outcome, fault: str | None, now: datetime, has_offer: bool = False
    ) -> None:
        """Mark a request as ended; the first end stands.

        Its items are forgotten. Those that a button stands for are links, and are forgotten with time (`retention`).
        """
        ended = _open_one(request_id).values(state="ended", outcome=outcome, fault=fault, ended_at=now)
        if not has_offer:
            ended = ended.values(request=None)

        def mark(connection: Connection) -> None:
            if not connection.execute(ended).rowcount and not exists(connection, requests, request_id=request_id):
                raise StoreError("store_row_missing", table=requests.name)

        await self._database.write(mark)

    async def unfinished(self) -> tuple[Request, ...]:
        """Return the requests that were not ended, in the order in which they were asked.

        One that an older version wrote in a form that cannot be read any more is ended as failed, so that it is
        counted among the faults instead of stopping the bot each time it starts.
        """
        wanted = (
            select(requests.c.request_id, requests.c.chat_id, requests.c.request, requests.c.asked_at)
            .where(requests.c.state != "ended")
            .order_by(requests.c.asked_at, requests.c.id)
        )
        found = []
        for row in await self._database.read(lambda connection: connection.execute(wanted).all()):
            try:
                request = Request.model_validate_json(row.request)
            except ValidationError:
                await self.finish(row.request_id, outcome="failed", fault="store_outdated", now=row.asked_at)
                continue
            found.append(request.model_copy(update={"chat_id": row.chat_id}))
        return tuple(found)

    async def find(self, chat_id: int, message_id: int) -> State | None:
        """Return what became of the request that a message made, None where it made none."""
        newest = (
            select(requests.c.state)
            .where(requests.c.chat_id == chat_id, requests.c.message_id == message_id)
            .order_by(requests.c.id.desc())
            .limit(1)
        )
        return cast("State | None", await self._database.read(lambda connection: connection.scalar(newest)))

    async def earlier_brief(self, request: Request) -> EarlierBrief | None:
        """Return the newest brief of the same subject that the same chat was given before `request`, if it is kept.

        One that fell short, because the model's work could not be used, is none.
        """
        subject, same = subject_of(request), requests.alias()
        if subject is None:
            return None
        this = select(same.c.id).where(same.c.request_id == request.id).scalar_subquery()
        is_kept = select(briefs.c.number).where(briefs.c.request_id == requests.c.request_id).exists()
        wanted = (
            select(requests.c.request_id, requests.c.ended_at)
            .where(requests.c.chat_id == request.chat_id, requests.c.subject == subject)
            .where(requests.c.id < this, requests.c.outcome == "answered", requests.c.fault.is_(None), is_kept)
            .order_by(requests.c.id.desc())
            .limit(1)
        )
        row = await self._database.read(lambda connection: connection.execute(wanted).one_or_none())
        return EarlierBrief(request_id=row.request_id, answered_at=row.ended_at) if row else None

    async def offered(self, chat_id: int, message_id: int) -> Request | None:
        """Return the request of a message whose links are known and whose brief can be asked for once more.

        Of all that began with the message it is the first: the others were asked for with its button.
        """
        first = (
            select(requests.c.request)
            .where(requests.c.chat_id == chat_id, requests.c.message_id == message_id, requests.c.subject.is_not(None))
            .order_by(requests.c.id)
            .limit(1)
        )
        text = await self._database.read(lambda connection: connection.scalar(first))
        try:
            request = Request.model_validate_json(text) if text else None
        except ValidationError:
            return None
        return request.model_copy(update={"chat_id": chat_id}) if request and not is_fresh(request) else None


def _open_one(request_id: str) -> Update:
    return update(requests).where(requests.c.request_id == request_id, requests.c.state != "ended")
