"""The connection to the Bot API: one client for calls, one for the long poll that waits beside them."""

from __future__ import annotations

import os
import re
import ssl
from collections.abc import Sequence
from typing import Any, Final

import httpx
from telegram import LinkPreviewOptions
from telegram.error import InvalidToken, TelegramError
from telegram.ext import BaseRateLimiter, Defaults, ExtBot
from telegram.request import HTTPXRequest

from bot.adapters.bot_api.faults import fault_of, is_unauthorised
from bot.core.errors import SettingsError

_POOL: Final = 64
_CONNECT_SECONDS: Final = 10.0
ANSWER_SECONDS: Final = 30.0
"""How long Telegram may take for an answer; it takes seconds for a message to a busy group."""
_QUEUE_SECONDS: Final = 30.0
"""How long a call may wait for a free connection; the library's single second fails in every busy moment."""
_TOKEN: Final = re.compile(r"[0-9]{6,}:[A-Za-z0-9_-]{30,}")


class FootnoteBot(ExtBot[None]):
    """The library's bot, which can also hand out updates as they came."""

    __slots__ = ()

    async def get_raw_updates(
        self, *, offset: int | None, wait_seconds: int, allowed_updates: Sequence[str], limit: int = 100
    ) -> Any:
        """Return the result of `getUpdates` before anything in it is parsed; raises `TelegramError`.

        Telegram answers as soon as there is an update, and with none after `wait_seconds`.

        The library parses all updates of a poll at once, so that one it does not know would keep the others away.
        """
        return await self._post(
            "getUpdates",
            {"offset": offset, "timeout": wait_seconds, "limit": limit, "allowed_updates": list(allowed_updates)},
            read_timeout=wait_seconds + _CONNECT_SECONDS,
        )


def open_bot(
    *, token: str, api: str, limiter: BaseRateLimiter[None] | None, answer_seconds: float = ANSWER_SECONDS
) -> FootnoteBot:
    """Return a bot for the Bot API at the address `api`; nothing is connected yet.

    Proxies come from the environment (HTTPS_PROXY, ALL_PROXY, NO_PROXY). Messages have no parse mode and no previews.
    """
    # The library's own switch for durations; without it each of them comes with a deprecation warning.
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    address = api.rstrip("/")
    # One for both kinds of connection: reading the certificates takes as long as loading a library.
    tls = httpx.create_ssl_context()
    return FootnoteBot(
        token=token,
        base_url=lambda token: f"{address}/bot{token}",
        base_file_url=lambda token: f"{address}/file/bot{token}",
        request=_connections(_POOL, answer_seconds, tls),
        get_updates_request=_connections(1, answer_seconds, tls),
        defaults=Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)),
        rate_limiter=limiter,
    )


async def connect(bot: FootnoteBot) -> None:
    """Ask Telegram who the bot is, after which `bot.username` is known.

    Raises `SettingsError`: token_rejected, or telegram_api_wrong where no Bot API answers at the address; and
    `DeliveryError` where the network is at fault: unreachable, unknown, flooded.
    """
    try:
        await bot.initialize()
    except InvalidToken as error:
        # 404 is what Telegram says to a token of the wrong shape, and any other server to everything.
        wrong = is_unauthorised(error) or not _TOKEN.fullmatch(bot.token)
        raise SettingsError("token_rejected" if wrong else "telegram_api_wrong") from None
    except TelegramError as error:
        raise fault_of(error) from error


def _connections(size: int, answer_seconds: float, tls: ssl.SSLContext) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=size,
        connect_timeout=_CONNECT_SECONDS,
        read_timeout=answer_seconds,
        write_timeout=answer_seconds,
        pool_timeout=_QUEUE_SECONDS,
        httpx_kwargs={"verify": tls},
    )
