"""A proxy through which an operator lets all pages be fetched.

It then looks names up and decides which addresses are dialled; here only the text of a link can still be judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Self
from urllib.parse import unquote, urlsplit

import httpcore2

from bot.adapters.web.streams import MeteredStream, NoLocalSockets
from bot.core.errors import LoadError, SettingsError

_PORTS: Final = {"http": 80, "https": 443}
_HOST: Final = re.compile(r"[0-9A-Za-z._-]{1,253}|[0-9A-Fa-f:.]{2,45}")


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where a proxy is, and how we are known to it."""

    scheme: str
    host: str
    port: int
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the proxy that "http(s)://[user:password@]host[:port]" names.

        Raises `ValueError`, which does not show the text.
        """
        try:
            parts = urlsplit(text)
            scheme, host, port = parts.scheme, parts.hostname or "", parts.port
        except ValueError:
            raise ValueError("the address of the proxy cannot be read") from None
        if scheme not in _PORTS or not _HOST.fullmatch(host) or parts.path not in {"", "/"}:
            raise ValueError("the address of the proxy has the form http://host:port")
        if parts.query or parts.fragment or port == 0 or not text.isascii():
            raise ValueError("the address of the proxy has the form http://host:port")
        return cls(
            scheme=scheme,
            host=host,
            port=port or _PORTS[scheme],
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )

    @property
    def place(self) -> str:
        """Host and port, without what is secret."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def described(self) -> httpcore2.Proxy:
        """Return it as the pool wants it."""
        known = (self.user.encode(), self.password.encode()) if self.user or self.password else None
        return httpcore2.Proxy(
            httpcore2.URL(scheme=self.scheme, host=self.host, port=self.port, target="/"),
            auth=known,
            ssl_context=httpcore2.default_ssl_context() if self.scheme == "https" else None,
        )


class ProxyDial(NoLocalSockets):
    """A network backend that dials the proxy and nothing else."""

    def __init__(self, proxy: Proxy, *, dial: httpcore2.AsyncNetworkBackend | None = None) -> None:
        self._proxy = proxy
        self._dial = dial or httpcore2.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is the library's
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Dial the proxy; raises `LoadError`: url_refused for anything else, proxy_down where it does not answer."""
        if (host, port) != (self._proxy.host, self._proxy.port):
            raise LoadError("url_refused")
        try:
            stream = await self._dial.connect_tcp(host, port, timeout, local_address, socket_options)
        except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
            raise LoadError("proxy_down") from None
        return MeteredStream(stream)


async def check_proxy(proxy: Proxy, *, seconds: float = 5.0) -> None:
    """Connect to the proxy once; raises `SettingsError("proxy_down", host)` where nobody answers there."""
    try:
        stream = await ProxyDial(proxy).connect_tcp(proxy.host, proxy.port, seconds)
    except LoadError:
        raise SettingsError("proxy_down", host=proxy.place) from None
    await stream.aclose()
