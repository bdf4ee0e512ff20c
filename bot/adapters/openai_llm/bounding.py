"""Replies end where they are larger than any that can be used."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import cast

import httpx2

from bot.adapters.openai_llm.faults import TooLargeError

MOST_BYTES = 8_000_000


class _BoundedStream(httpx2.AsyncByteStream):
    """A response body that ends with an error once it is larger than any reply we can use."""

    def __init__(self, stream: httpx2.AsyncByteStream) -> None:
        self._stream = stream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        seen = 0
        async for chunk in self._stream:
            seen += len(chunk)
            if seen > MOST_BYTES:
                raise TooLargeError
            yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


async def bound(response: httpx2.Response) -> None:
    """Let the body of a response be read up to the limit (a response hook of httpx2)."""
    if response.headers.get("content-encoding", "identity") != "identity":
        # We asked for none; counting bytes says nothing about what they unpack to.
        raise TooLargeError
    response.stream = _BoundedStream(cast(httpx2.AsyncByteStream, response.stream))
