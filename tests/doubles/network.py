"""A network made of a table of names: what is dialled is written down, and answered as the table's rules say."""

from __future__ import annotations

import ssl
from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import unquote

import httpcore2


class Names:
    """A stub resolver. Rules are "addresses by comma", with ";" between the answers of one lookup and the next."""

    def __init__(self, rules: dict[str, str]) -> None:
        self._rules = rules
        self.lookups: defaultdict[str, int] = defaultdict(int)

    async def __call__(self, host: str) -> tuple[str, ...]:
        wildcards = (rule for rule in self._rules if rule.startswith("*.") and host.endswith(rule[1:]))
        turns = self._rules.get(host, self._rules.get(next(wildcards, ""), "")).split(";")
        turn = turns[min(self.lookups[host], len(turns) - 1)]
        self.lookups[host] += 1
        return tuple(address for address in turn.split(",") if address)


class Dialled(httpcore2.AsyncNetworkBackend):
    """Connects to nothing; `addresses` is what would have been dialled."""

    def __init__(self, *, dead: Iterable[str] = ()) -> None:
        self.addresses: list[tuple[str, int]] = []
        self.streams: list[AnsweringStream] = []
        self._dead = frozenset(dead)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        self.addresses.append((host, port))
        if host in self._dead:
            raise httpcore2.ConnectError("nobody there")
        self.streams.append(AnsweringStream())
        return self.streams[-1]


class AnsweringStream(httpcore2.AsyncNetworkStream):
    """One connection to a site that knows /302/<target>, /chain/<hops>, /loop, /refresh/<target> and else a page."""

    def __init__(self) -> None:
        self._asked = b""
        self._answer = b""
        self.tls: ssl.SSLContext | None = None
        self.server_name: str | None = None

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> httpcore2.AsyncNetworkStream:
        self.tls, self.server_name = ssl_context, server_hostname
        return self

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109
        self._asked += buffer
        if self._asked.endswith(b"\r\n\r\n"):
            self._answer = _answer(self._asked.split(b" ")[1].decode("ascii"))

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109
        part, self._answer = self._answer[:max_bytes], self._answer[max_bytes:]
        return part

    async def aclose(self) -> None:
        return None


def _answer(path: str) -> bytes:
    _, rule, rest = f"{path}//".split("/", 2)
    target = unquote(rest.removesuffix("//").removesuffix("/"))
    if rule in {"301", "302", "307", "308"}:
        return _reply(f"{rule} Moved", f"Location: {target}\r\n")
    if rule == "loop":
        return _reply("302 Found", "Location: /loop\r\n")
    if rule == "chain" and target != "0":
        return _reply("302 Found", f"Location: /chain/{int(target) - 1}\r\n")
    refresh = f'<meta http-equiv="refresh" content="0; url={target}">' if rule == "refresh" else ""
    return _reply("200 OK", f"Refresh: 0; url={target}\r\n" if refresh else "", f"<html>{refresh}page</html>")


def _reply(status: str, headers: str, body: str = "") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\nConnection: close\r\n"
    return f"{head}{headers}\r\n{body}".encode("latin-1")
