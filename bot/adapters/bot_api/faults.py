"""The one place where what python-telegram-bot raises becomes a `DeliveryError`.

`BadRequest` is a subclass of `NetworkError`, and the message of an `InvalidToken` may hold the token; so classes are
looked at in order, and of a message only the words before anything quoted are kept.
"""

from __future__ import annotations

import math
import re
from datetime import timedelta
from typing import Final

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.core.errors import DeliveryError

# Raised before a byte of the call is on its way; a refused tunnel and a failed handshake are among them.
_NEVER_MADE: Final = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
_GONE: Final = re.compile(
    r"message (?:to (?:edit|react|be replied)|with the specified identifier) not found|message_id_invalid"
    r"|repl(?:y|ied) message not found|message can't be edited|message not found"
)
_FLOODED: Final = re.compile(r"too many requests(?:: retry after (\d{1,6}))?")
_TOO_LARGE: Final = "request entity too large"
_MAX_REASON: Final = 60


def fault_of(error: Exception) -> DeliveryError:
    """Return the `DeliveryError` for what a call raised; what is not foreseen may have been done: unknown.

    Bot API, "Making requests" and "ResponseParameters".
    """
    match error:
        case DeliveryError():
            return error
        case RetryAfter():
            return DeliveryError("flooded", seconds=math.ceil(wait_of(error)))
        case ChatMigrated():
            return DeliveryError("moved", chat=error.new_chat_id)
        case Forbidden():
            return DeliveryError("blocked")
        case BadRequest():
            return _bad_request(error)
        case InvalidToken() | EndPointNotFound():
            return DeliveryError("unauthorised") if is_unauthorised(error) else rejected("not found")
        case NetworkError():
            return _network(error)
    return DeliveryError("unknown")


def is_unauthorised(error: BaseException) -> bool:
    """Tell whether Telegram refused the token: 401, which the library mixes with 404 (no such method)."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, InvalidToken) and cause.message.casefold().startswith("unauthorized"):
            return True
        cause = cause.__cause__
    return False


def wait_of(error: RetryAfter) -> float:
    """Return the seconds after which Telegram takes the call; the library gives a number or a `timedelta`."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def is_unmodified(error: Exception) -> bool:
    """Tell whether an edit was refused because the message reads like that already."""
    return isinstance(error, BadRequest) and "message is not modified" in error.message.casefold()


def rejected(description: str) -> DeliveryError:
    """Return the fault of a wrong call; its reason is the first clause of `description` as one word."""
    clause = re.split(r"[:;,(\"“”«`<]|'(?!\w)|(?<!\w)'|https?://", description, maxsplit=1)[0]
    words = re.findall(r"[a-z0-9]+", clause.casefold().replace("'", ""))
    return DeliveryError("rejected", reason="_".join(words)[:_MAX_REASON] or "bad_request")


def _bad_request(error: BadRequest) -> DeliveryError:
    if _GONE.search(error.message.casefold()):
        return DeliveryError("gone")
    return rejected(error.message)


def _network(error: TelegramError) -> DeliveryError:
    if isinstance(error.__cause__, _NEVER_MADE):
        return DeliveryError("unreachable")
    flooded = _FLOODED.match(error.message.casefold())
    if flooded:
        return DeliveryError("flooded", seconds=int(flooded.group(1) or 1))
    if error.message.casefold().startswith(_TOO_LARGE):
        return rejected(_TOO_LARGE)
    return DeliveryError("unknown")
