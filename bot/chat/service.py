"""What the handlers share: the ways to say something, and the means of a brief."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from bot.chat.gate import Gate
from bot.core.usage import Prices
from bot.flows.dispatch import Dispatch
from bot.ports import Accounts, Chats, History, Notices, Reports, Requests, Shelf, Texts, Updates


@dataclass(frozen=True)
class Service:
    """Everything a handler may use, and nothing else."""

    gate: Gate
    dispatch: Dispatch
    requests: Requests
    history: History
    shelf: Shelf
    reports: Reports
    updates: Updates
    notices: Notices
    accounts: Accounts
    chats: Chats
    texts: Callable[[str], Texts]
    report_key: bytes
    """Without it no report leads back to whoever made it."""
    now: Callable[[], datetime]
    today: Callable[[], date]
    daily_tokens: int | None
    """The day's cap of tokens, 0 for none; None where no model is configured."""
    prices: Prices
