"""What is asked and spent: reservations against the day's cap, and the sums for the owner."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Connection, case, func, select, update

from bot.adapters.store.database import Database
from bot.adapters.store.tables import add_up, faults, requests, usage
from bot.core.errors import StoreError, WriterError
from bot.core.models import Usage
from bot.core.usage import Totals

_IS_SETTLED = usage.c.state == "settled"
_ESTIMATE = case((_IS_SETTLED, 0), else_=usage.c.estimate)


class Ledger:
    """Implements the ports `Meter` and `Accounts`; a day is what `today` says when the tokens are reserved."""

    def __init__(
        self, database: Database, *, cap: int, today: Callable[[], date], now: Callable[[], datetime], model: str
    ) -> None:
        self._database = database
        self._cap = cap
        self._today = today
        self._now = now
        self._model = model

    async def reserve(self, tokens: int, /) -> int:
        """Return a reservation of so many tokens; raise `WriterError("budget")` where the day has fewer left.

        A cap of 0 is no limit. The day's sum is taken and added to in one transaction, so that those who reserve at
        the same time cannot pass the cap together.
        """
        if tokens < 0:
            raise ValueError("tokens are counted from 0")
        day, now = self._today(), self._now()
        row = usage.insert().values(
            day=day, model=self._model, state="reserved", estimate=tokens, input_tokens=0, output_tokens=0, calls=0,
            reserved_at=now,
        )  # fmt: skip

        def insert(connection: Connection) -> int:
            if self._cap and _spent(connection, day) + tokens > self._cap:
                raise WriterError("budget")
            return int(connection.execute(row.returning(usage.c.id)).scalar_one())

        return await self._database.write(insert)

    async def settle(self, reservation: int, cost: Usage | None, /) -> None:
        """Put what a call cost in place of its estimate; None leaves the estimate, where nobody knows the cost."""
        row = update(usage).where(usage.c.id == reservation).values(settled_at=self._now())
        if cost is None:
            row = row.values(state="unknown")
        else:
            row = row.values(
                state="settled", input_tokens=cost.input_tokens, output_tokens=cost.output_tokens, calls=cost.calls
            )

        def settle(connection: Connection) -> None:
            if not connection.execute(row).rowcount:
                raise StoreError("store_row_missing", table=usage.name)

        await self._database.write(settle)

    async def totals(self, *, since: date, until: date) -> Totals:
        """Return what was asked and spent on the days from `since` to `until`, both included."""
        return await self._database.read(lambda connection: _totals(connection, since=since, until=until))


class FaultRows:
    """How often something went wrong that is no fault of one request."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count(self, code: str, day: date) -> None:
        """Add one to the times that a code came up on a day."""
        await self._database.write(lambda connection: add_up(connection, faults, "times", day=day, code=code))


def _spent(connection: Connection, day: date) -> int:
    cost = func.sum(usage.c.input_tokens + usage.c.output_tokens + _ESTIMATE)
    return int(connection.scalar(select(cost).where(usage.c.day == day)) or 0)


def _totals(connection: Connection, *, since: date, until: date) -> Totals:
    spent = select(
        func.sum(usage.c.input_tokens), func.sum(usage.c.output_tokens), func.sum(usage.c.calls), func.sum(_ESTIMATE)
    ).where(usage.c.day.between(since, until))
    read, written, calls, reserved = (int(number or 0) for number in connection.execute(spent).one())
    asked = (requests.c.asked_at >= _midnight(since)) & (requests.c.asked_at < _midnight(until + timedelta(days=1)))
    outcomes = _counted(connection, requests.c.outcome, asked)
    failed = _counted(connection, requests.c.fault, asked)
    counted = select(faults.c.code, func.sum(faults.c.times)).where(faults.c.day.between(since, until))
    for code, times in connection.execute(counted.group_by(faults.c.code)):
        failed[code] = failed.get(code, 0) + int(times)
    return Totals.model_validate(
        {
            "requests": connection.scalar(select(func.count()).select_from(requests).where(asked)),
            "outcomes": outcomes,
            "faults": failed,
            "usage": Usage(input_tokens=read, output_tokens=written, calls=calls),
            "reserved": reserved,
        }
    )


def _counted(connection: Connection, column: ColumnElement[str | None], asked: ColumnElement[bool]) -> dict[str, int]:
    found = select(column, func.count()).where(asked, column.is_not(None)).group_by(column)
    return {str(value): int(number) for value, number in connection.execute(found)}


def _midnight(day: date) -> datetime:
    """Return the instant at which a day begins on the clock of this machine."""
    return datetime.combine(day, time.min).astimezone()
