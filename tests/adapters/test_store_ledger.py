"""Tokens against the day's cap, exact however many ask at once, and the sums for the owner."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.store import Database, FaultRows, Ledger, RequestRows, open_database
from bot.core.errors import StoreError, WriterError
from bot.core.models import Usage
from bot.core.usage import Totals
from tests.adapters.store_cases import NOW, TODAY, a_request, url_of


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(url_of(tmp_path / "footnote.db")) as opened:
        yield opened


def ledger(database: Database, *, cap: int = 0, today: date = TODAY) -> Ledger:
    return Ledger(database, cap=cap, today=lambda: today, now=lambda: NOW, model="any")


async def totals(database: Database, day: date = TODAY) -> Totals:
    return await ledger(database).totals(since=day, until=day)


async def granted(meter: Ledger, tokens: int) -> bool:
    try:
        await meter.reserve(tokens)
    except WriterError as error:
        if error.code != "budget":
            raise
        return False
    return True


# ---------------------------------------------------------------- the cap


async def test_fifty_who_reserve_at_once_get_what_the_cap_allows_and_no_more(database: Database) -> None:
    meter = ledger(database, cap=1000)
    assert sum(await asyncio.gather(*(granted(meter, 70) for _ in range(50)))) == 1000 // 70
    assert (await totals(database)).tokens == 70 * (1000 // 70)


async def test_the_last_token_may_be_reserved_and_no_further_one(database: Database) -> None:
    meter = ledger(database, cap=100)
    assert await granted(meter, 101) is False
    assert await granted(meter, 100) is True
    assert await granted(meter, 1) is False
    assert await granted(meter, 0) is True


async def test_no_cap_is_no_limit(database: Database) -> None:
    meter = ledger(database, cap=0)
    assert await granted(meter, 10**12) is True
    assert await granted(meter, 10**12) is True


async def test_what_a_call_cost_takes_the_place_of_its_estimate(database: Database) -> None:
    meter = ledger(database, cap=100)
    reservation = await meter.reserve(90)
    assert await granted(meter, 20) is False
    await meter.settle(reservation, Usage(input_tokens=50, output_tokens=30, calls=1))
    assert await granted(meter, 20) is True
    assert await granted(meter, 1) is False


async def test_a_call_may_cost_more_than_was_reserved_and_then_less_is_left(database: Database) -> None:
    meter = ledger(database, cap=100)
    await meter.settle(await meter.reserve(10), Usage(input_tokens=200, calls=1))
    assert await granted(meter, 1) is False


async def test_the_estimate_of_a_call_whose_cost_nobody_knows_counts(database: Database) -> None:
    meter = ledger(database, cap=100)
    await meter.settle(await meter.reserve(90), None)
    assert await granted(meter, 20) is False
    assert (await totals(database)).reserved == 90


async def test_another_day_has_a_budget_of_its_own_and_a_late_settlement_counts_for_the_day_of_the_call(
    database: Database,
) -> None:
    tomorrow = TODAY + timedelta(days=1)
    reservation = await ledger(database, cap=100).reserve(90)
    assert await granted(ledger(database, cap=100, today=tomorrow), 95) is True
    await ledger(database, today=tomorrow).settle(reservation, Usage(input_tokens=40, calls=1))
    assert ((await totals(database)).tokens, (await totals(database, tomorrow)).tokens) == (40, 95)


async def test_what_was_reserved_is_counted_after_a_restart(tmp_path: Path) -> None:
    url = url_of(tmp_path / "twice.db")
    async with open_database(url) as database:
        await ledger(database).settle(await ledger(database).reserve(9), Usage(input_tokens=20, output_tokens=5))
        await ledger(database).reserve(40)
    async with open_database(url) as database:
        assert await granted(ledger(database, cap=100), 36) is False
        assert await granted(ledger(database, cap=100), 35) is True


async def test_a_reservation_below_nought_cannot_make_room(database: Database) -> None:
    with pytest.raises(ValueError, match="from 0"):
        await ledger(database, cap=100).reserve(-50)


async def test_what_was_never_reserved_cannot_be_settled(database: Database) -> None:
    with pytest.raises(StoreError, match="store_row_missing"):
        await ledger(database).settle(1, Usage())


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = url_of(tmp_path_factory.mktemp("ledger") / "footnote.db")

    async def make() -> None:
        async with open_database(url):
            pass

    asyncio.run(make())
    return url


days = (date(2000, 1, 1) + timedelta(days=number) for number in count())
"""A day of its own for each example, in one database."""
tokens = st.integers(0, 60)
steps = st.lists(
    st.one_of(
        st.tuples(st.just("reserve"), tokens),
        st.tuples(st.just("settle"), st.integers(0, 20), st.builds(Usage, input_tokens=tokens, output_tokens=tokens)),
        st.tuples(st.just("settle"), st.integers(0, 20), st.none()),
    ),
    max_size=25,
)


@given(cap=st.integers(0, 200), steps=steps)
def test_after_any_order_of_reserving_and_settling_the_sum_is_right(
    empty: str, cap: int, steps: list[tuple[object, ...]]
) -> None:
    asyncio.run(_follow(empty, cap=cap, steps=steps))


async def _follow(url: str, *, cap: int, steps: list[tuple[object, ...]]) -> None:
    """Go through the steps beside a plain dictionary that says what must be counted for each reservation."""
    day = next(days)
    counted: dict[int, int] = {}
    open_ones: list[int] = []
    async with open_database(url) as database:
        meter = ledger(database, cap=cap, today=day)
        for step in steps:
            if step[0] == "reserve":
                wanted = int(str(step[1]))
                fits = not cap or sum(counted.values()) + wanted <= cap
                try:
                    reservation = await meter.reserve(wanted)
                except WriterError:
                    assert not fits
                    continue
                assert fits
                assert reservation not in counted
                counted[reservation] = wanted
                open_ones.append(reservation)
            elif open_ones:
                reservation = open_ones.pop(int(str(step[1])) % len(open_ones))
                cost = step[2]
                await meter.settle(reservation, cost)  # type: ignore[arg-type]
                if isinstance(cost, Usage):
                    counted[reservation] = cost.input_tokens + cost.output_tokens
        assert (await totals(database, day)).tokens == sum(counted.values())


# ---------------------------------------------------------------- the sums


@pytest.fixture
def far_east() -> Iterator[None]:
    """A machine whose clock is eleven hours ahead of UTC."""
    was = os.environ.get("TZ")
    os.environ["TZ"] = "XXX-11"
    time.tzset()
    yield
    if was is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = was
    time.tzset()


async def test_totals_tell_what_was_asked_how_it_ended_and_what_went_wrong(database: Database) -> None:
    rows = RequestRows(database)
    ends = [("answered", None), ("answered", "budget"), ("failed", "too_much"), ("nothing_read", None)]
    for message_id, (outcome, fault) in enumerate(ends):
        await rows.add(a_request(message_id))
        await rows.finish(f"50:{message_id}", outcome=outcome, fault=fault, now=NOW)  # type: ignore[arg-type]
    await rows.add(a_request(99))
    for _ in range(3):
        await FaultRows(database).count("budget", TODAY)
    await FaultRows(database).count("budget", TODAY - timedelta(days=1))
    meter = ledger(database)
    await meter.settle(await meter.reserve(5), Usage(input_tokens=100, output_tokens=20, calls=1))
    await meter.settle(await meter.reserve(5), Usage(input_tokens=11, output_tokens=2, calls=1))
    await meter.settle(await meter.reserve(7), None)
    await meter.reserve(13)
    assert await totals(database) == Totals(
        requests=5,
        outcomes={"answered": 2, "failed": 1, "nothing_read": 1},
        faults={"budget": 4, "too_much": 1},
        usage=Usage(input_tokens=111, output_tokens=22, calls=2),
        reserved=20,
    )


async def test_days_without_anything_have_totals_of_nought(database: Database) -> None:
    assert await totals(database) == Totals()


async def test_the_first_and_the_last_day_are_both_counted(database: Database) -> None:
    for number in range(-2, 3):
        day = TODAY + timedelta(days=number)
        await RequestRows(database).add(a_request(10 + number, asked_at=NOW + timedelta(days=number)))
        await ledger(database, today=day).reserve(10 ** (number + 2))
        await FaultRows(database).count("paywall", day)
    told = await ledger(database).totals(since=TODAY - timedelta(days=1), until=TODAY + timedelta(days=1))
    assert (told.requests, told.reserved, told.faults) == (3, 1110, {"paywall": 3})


async def test_a_request_belongs_to_the_day_on_the_clock_of_this_machine(database: Database, far_east: None) -> None:
    # 14 March begins there at 13:00 UTC on the 13th, and ends at 13:00 UTC on the 14th.
    for message_id, (day, hour, minute) in enumerate([(13, 12, 59), (13, 13, 0), (14, 12, 59), (14, 13, 0)]):
        asked_at = datetime(2026, 3, day, hour, minute, tzinfo=UTC)
        await RequestRows(database).add(a_request(message_id, asked_at=asked_at))
    assert (await totals(database, date(2026, 3, 14))).requests == 2
