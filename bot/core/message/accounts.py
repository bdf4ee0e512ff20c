"""What the owner is told of requests, tokens, cost and faults: a few short lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from bot.core.message.words import Words, listed
from bot.core.usage import Outcome, Prices, Totals

WRITER_FAULTS = frozenset(
    {
        "refused", "truncated", "filtered", "malformed", "unavailable", "timed_out", "quota", "unauthorised",
        "rejected", "too_long", "withheld", "budget",
    }
)  # fmt: skip

ANSWERED: Final[tuple[Outcome, ...]] = ("answered", "repeated")


def tell_usage(*, today: Totals, month: Totals, cap: int | None, prices: Prices, words: Words) -> str:
    """Return the account of today and of this month.

    `cap` is the tokens a day may cost, 0 for no limit, None where there is no model that could cost any.
    """
    return "\n".join(_lines(today, month, cap, prices, words))


def _lines(today: Totals, month: Totals, cap: int | None, prices: Prices, words: Words) -> Iterator[str]:
    answered = [sum(totals.outcomes.get(one, 0) for one in ANSWERED) for totals in (today, month)]
    yield words.say("usage-requests", today=today.requests, month=month.requests)
    yield words.say("usage-answered", today=answered[0], month=answered[1])
    yield words.say("usage-tokens", today=today.tokens, month=month.tokens)
    if cap is None:
        yield words.say("usage-no-model")
    elif cap:
        yield words.say("usage-cap", cap=cap, left=max(0, cap - today.tokens))
    else:
        yield words.say("usage-no-cap")
    costs = [prices.cost(totals.usage) for totals in (today, month)]
    if costs[0] is not None and costs[1] is not None:
        yield words.say("usage-cost", today=costs[0], month=costs[1], currency=prices.currency)
    yield from _faults(today, words)


def _faults(today: Totals, words: Words) -> Iterator[str]:
    counted: Counter[str] = Counter()
    for code, count in today.faults.items():
        counted[_named(code)] += count
    if not counted:
        yield words.say("usage-no-faults")
        return
    told = [words.say("usage-fault", reason=_reason(name, words), count=count) for name, count in counted.most_common()]
    yield words.say("usage-faults", faults=listed(words, told))


def _reason(name: str, words: Words) -> str:
    reason = words.say(f"fault-{name}")
    return words.say("usage-model", reason=reason) if name in WRITER_FAULTS - {"budget"} else reason


def _named(code: str) -> str:
    if code in WRITER_FAULTS or code == "too_much":
        return code
    return "delivery" if code.startswith("delivery_") else "internal"
