"""What readers say is wrong: which claim, with the receipt that lets somebody judge it later.

A report names nobody. Who reported what is known as a keyed hash alone, so that one person reports a claim once, and
two reports of one person cannot be told to be of one person.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final, Literal

from bot.core.delivering import Button
from bot.core.models import Entity
from bot.core.receipts import ClaimReceipt, KeptBrief

Choice = Literal["choose", "cancel"]

CHOOSE: Final = "v1:wrong"
_CANCEL: Final = "v1:wrong:0"
_DATA: Final = re.compile(r"v1:wrong(?::(0|[1-9][0-9]?))?", re.ASCII)
_IN_ROW: Final = 5
"""Numbers beside each other; a telephone shows eight narrow buttons at most."""
_DIGITS: Final = 32
"""Hexadecimal digits of a hash: 128 bits, which do not meet by chance."""


class ShownBrief(Entity):
    """A brief as it was given: the answer, or a part of the answer, to a request."""

    request_id: str
    place: int
    """Its place among the briefs of the request, from 0."""
    brief: KeptBrief


class Report(Entity):
    """A claim that a reader calls wrong."""

    reported_at: datetime
    once: str
    """The same for the same claim reported by the same person, and for nothing else."""
    brief: str
    """The same for all claims of one brief; it does not tell the chat."""
    receipt: ClaimReceipt


def report_of(shown: ShownBrief, receipt: ClaimReceipt, *, person_id: int, key: bytes, now: datetime) -> Report:
    """Return the report of a claim by a person; `key` is a secret without which no hash leads back to them."""
    brief = f"{shown.request_id}\n{shown.place}"
    return Report(
        reported_at=now,
        once=_hashed(key, f"{brief}\n{receipt.number}\n{person_id}"),
        brief=_hashed(key, brief),
        receipt=receipt,
    )


def report_key(secret: str) -> bytes:
    """Return a key for hashes that is of no use for anything else."""
    return hmac.digest(secret.encode("utf-8"), b"footnote reports", hashlib.sha256)


def _hashed(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode("utf-8"), hashlib.sha256).hex()[:_DIGITS]


# ---------------------------------------------------------------- the button and what it opens


def read_choice(data: str) -> Choice | int | None:
    """Return what a button of a report says: "choose", "cancel" or a claim's number; None for any other button."""
    found = _DATA.fullmatch(data)
    if found is None:
        return None
    if found[1] is None:
        return "choose"
    return int(found[1]) or "cancel"


def report_button(label: str) -> Button:
    """Return the button that says that something is wrong."""
    return Button(label=label, data=CHOOSE)


def closed(others: Sequence[Button], *, label: str) -> tuple[tuple[Button, ...], ...]:
    """Return a row of buttons: what else is offered, and the one that says that something is wrong."""
    return ((*others, report_button(label)),)


def opened(others: Sequence[Button], *, count: int, cancel: str) -> tuple[tuple[Button, ...], ...]:
    """Return rows of buttons: what else is offered, a number for each of `count` claims, and the way back."""
    numbers = [Button(label=str(number), data=f"{CHOOSE}:{number}") for number in range(1, count + 1)]
    rows = [tuple(numbers[start : start + _IN_ROW]) for start in range(0, count, _IN_ROW)]
    return (*((tuple(others),) if others else ()), *rows, (Button(label=cancel, data=_CANCEL),))
