"""Loaders for what is at hand: a file, and standard input."""

from __future__ import annotations

import asyncio
import errno
import stat
from pathlib import Path
from typing import BinaryIO, Final

from bot.adapters.reading.fields import FeedFields
from bot.adapters.reading.kinds import MAX_DOCUMENT
from bot.adapters.reading.reader import Reader
from bot.core.errors import LoadError
from bot.core.models import Article

MAX_UPLOAD: Final = MAX_DOCUMENT
"""Bytes that are taken in of any file; what kind it is decides how many of them are read (`kinds.check_size`)."""
_ABSENT: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL})


class FileLoader:
    """Reads files by their path."""

    def __init__(self, reader: Reader, *, max_bytes: int = MAX_UPLOAD) -> None:
        self._reader = reader
        self._max_bytes = max_bytes

    async def load(self, given: str) -> Article:
        """Return the article in the file at the path `given`.

        Raises `LoadError`: not_found, is_folder, unreadable, too_large(limit), and those of `Reader.read`.
        """
        body = await asyncio.to_thread(_read_file, given, self._max_bytes)
        return await self._reader.read(body, given=given, medium="file", name=Path(given).name)

    async def feed(self, given: str) -> FeedFields:
        """Return the entries of the feed in a file; raises `LoadError` like `load`."""
        body = await asyncio.to_thread(_read_file, given, self._max_bytes)
        return await self._reader.read_feed(body, charset=None, url="")


class PastedLoader:
    """Reads one text that comes in on a stream, such as standard input."""

    def __init__(self, reader: Reader, stream: BinaryIO, *, max_bytes: int = MAX_UPLOAD) -> None:
        self._reader = reader
        self._stream = stream
        self._max_bytes = max_bytes

    async def load(self, given: str) -> Article:
        """Return what the stream holds, to its end; raises `LoadError` like `FileLoader`."""
        body = await asyncio.to_thread(self._stream.read, self._max_bytes + 1)
        return await self._reader.read(_checked_size(body, self._max_bytes), given=given, medium="pasted")


def _read_file(path: str, max_bytes: int) -> bytes:
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            raise LoadError("is_folder")
        if not stat.S_ISREG(mode):  # a pipe or a device may never end
            raise LoadError("unreadable")
        with Path(path).open("rb") as file:
            return _checked_size(file.read(max_bytes + 1), max_bytes)
    except OSError as error:
        raise LoadError("not_found" if error.errno in _ABSENT else "unreadable") from error
    except ValueError:  # a path with a zero byte
        raise LoadError("not_found") from None


def _checked_size(body: bytes, max_bytes: int) -> bytes:
    if len(body) > max_bytes:
        raise LoadError("too_large", limit=max_bytes)
    return body
