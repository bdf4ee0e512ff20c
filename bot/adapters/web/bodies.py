"""Reads the body of an answer, counted as it comes over the wire and as it is decoded."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import Iterator
from typing import Final

import httpx2

from bot.adapters.web.contents import Content
from bot.adapters.web.streams import MeteredStream
from bot.core.errors import LoadError

MAX_PIECES: Final = 50_000
"""A body in chunks of a byte costs a second of work for every 25,000 of them, whatever its size."""
_PIECES_AT_ONCE: Final = 64
_START: Final = 8
_STEP: Final = 262_144
_GZIP_BEGINS: Final = 0x1F


async def read_body(response: httpx2.Response, content: Content, *, page_bytes: int, document_bytes: int) -> bytes:
    """Return the decoded body; what is no document has the limit of a page.

    Raises `LoadError`: too_large(limit), unreachable where compressed data ends too early; `zlib.error` where it is
    broken.
    """
    most = page_bytes if content.form == "page" else document_bytes
    if _announced(response) > most:
        raise LoadError("too_large", limit=most)
    _meter(response).allow(most)
    decode = Gunzip() if content.is_gzip else _Plain()
    body, wire, pieces = bytearray(), 0, 0

    def check() -> None:
        limit = document_bytes if content.is_document(bytes(body[:_START])) else page_bytes
        if max(len(body), wire) > limit or pieces > MAX_PIECES:
            raise LoadError("too_large", limit=limit)

    async for part in response.aiter_raw():
        wire, pieces = wire + len(part), pieces + 1
        for piece in decode(part):
            body += piece
            check()
            if len(piece) == _STEP:
                await asyncio.sleep(0)  # a kilobyte on the wire may hold a megabyte
        check()  # also where nothing came of it
        if pieces % _PIECES_AT_ONCE == 0:
            await asyncio.sleep(0)  # the parser of HTTP yields to nobody while it has chunks
    if not decode.is_complete:
        raise LoadError("unreachable")
    return bytes(body)


def _announced(response: httpx2.Response) -> int:
    """Bytes on the wire; a length that is no number of reasonable size announces nothing."""
    given = response.headers.get("content-length", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 19 else 0


def _meter(response: httpx2.Response) -> MeteredStream:
    stream = response.extensions.get("network_stream")
    if not isinstance(stream, MeteredStream):
        raise TypeError("the answer came over a connection that nobody counts")
    return stream


class _Plain:
    """What came is what is meant."""

    is_complete: Final = True

    def __call__(self, part: bytes) -> Iterator[bytes]:
        yield part


class Gunzip:
    """Decodes gzip (RFC 1952), all members of it, in steps of bounded size; what follows the last is ignored."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._begun = False
        self._over = False

    @property
    def is_complete(self) -> bool:
        """Whether the last member has come to its end; nothing at all is complete too."""
        return self._member.eof or not self._begun

    def __call__(self, part: bytes) -> Iterator[bytes]:
        """Yield what more can be decoded with `part`; raises `zlib.error`."""
        full = False
        while (part or full) and not self._over:
            if self._member.eof:
                self._over = not part or part[0] != _GZIP_BEGINS
                if self._over:
                    return
                self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._begun = True
            piece = self._member.decompress(part, _STEP)
            full = len(piece) == _STEP  # there may be more though all input is used up
            part = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if piece:
                yield piece
