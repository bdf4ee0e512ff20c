"""The one place where what can go wrong on the wire becomes a `LoadError`."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import httpcore2
import httpx2

from bot.core.errors import LoadError

_TIMED_OUT = (TimeoutError, httpcore2.TimeoutException, httpx2.TimeoutException)
_REFUSED = (httpcore2.UnsupportedProtocol, httpx2.UnsupportedProtocol, httpx2.InvalidURL)
# A server that breaks HTTP, ends too early or sends broken gzip did not deliver the page either.
_UNREACHABLE = (
    OSError,
    httpcore2.NetworkError,
    httpcore2.ProtocolError,
    httpcore2.ProxyError,
    httpx2.StreamError,
    httpx2.TransportError,
    zlib.error,
)


@contextmanager
def as_load_errors() -> Iterator[None]:
    """Turn the errors of httpx2, httpcore2 and the sockets below into `LoadError`, the cause kept for the operator.

    Codes: timed_out, url_refused, unreachable.
    """
    try:
        yield
    except _TIMED_OUT as error:
        raise LoadError("timed_out") from error
    except _REFUSED as error:
        raise LoadError("url_refused") from error
    except _UNREACHABLE as error:
        raise LoadError("unreachable") from error
