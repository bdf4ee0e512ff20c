"""Files that people send: fetched from Telegram into memory, within limits, and never by an address that surfaces."""

from __future__ import annotations

from typing import Any, Final

from telegram import File
from telegram.ext import ExtBot

from bot.adapters.bot_api.again import NOT_DONE_OR_HARMLESS, Again
from bot.core.errors import DeliveryError, LoadError
from bot.core.requests import Upload

TELEGRAM_LIMIT: Final = 20_000_000
"""Bytes; larger files are not given to bots (Bot API, `getFile`: 20 MB)."""


class BotFiles:
    """Fetches the files of messages."""

    def __init__(self, bot: ExtBot[Any], *, again: Again | None = None) -> None:
        self._bot = bot
        self._again = again or Again()

    async def download(self, upload: Upload, *, max_bytes: int) -> bytes:
        """Return the bytes of a file.

        Raises `LoadError`: upload_too_large (Telegram does not hand it out), too_large(limit) in bytes, upload_gone
        (deleted, or the link to it is too old), upload_failed (the network).
        """
        _check(upload.size, max_bytes)
        try:
            file = await self._again(lambda: self._bot.get_file(upload.file_id), after=NOT_DONE_OR_HARMLESS)
            _check(file.file_size, max_bytes)
            body = await self._again(lambda: _bytes(file), after=NOT_DONE_OR_HARMLESS)
        except DeliveryError as fault:
            raise _load_error(fault) from fault
        _check(len(body), max_bytes)
        return body


async def _bytes(file: File) -> bytes:
    # A Bot API server that runs in "local mode" answers with a path on its own disk; such files are not read.
    if not (file.file_path or "").startswith(("http://", "https://")):
        raise DeliveryError("gone")
    return bytes(await file.download_as_bytearray())


def _check(size: int | None, max_bytes: int) -> None:
    if size is None:
        return
    if size > TELEGRAM_LIMIT:
        raise LoadError("upload_too_large", limit=TELEGRAM_LIMIT)
    if size > max_bytes:
        raise LoadError("too_large", limit=max_bytes)


def _load_error(fault: DeliveryError) -> LoadError:
    if fault.code == "rejected" and fault.params.get("reason") == "file_is_too_big":
        return LoadError("upload_too_large", limit=TELEGRAM_LIMIT)
    # "Not found" is a refusal like any other.
    return LoadError("upload_gone" if fault.code in {"rejected", "gone"} else "upload_failed")
