"""The one door to the network for links that people send: every connection is judged at the moment it is dialled.

The guard sits below HTTP and TLS: host names, certificates and cookies stay natural above it, and whoever opens a
connection, a redirect or a reused pool included, comes through `connect_tcp`. A name is looked up once for each
connection, every answer is checked, and the checked address itself is dialled, so that a second answer never counts.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpcore2

from bot.adapters.web.lookups import Lookups
from bot.adapters.web.streams import MeteredStream, NoLocalSockets
from bot.core.errors import LoadError
from bot.core.links import WEB_PORTS, is_public

Address = IPv4Address | IPv6Address
Resolve = Callable[[str], Awaitable[tuple[str, ...]]]


class Guard(NoLocalSockets):
    """A network backend that dials only public addresses, the allowed networks, and the allowed ports."""

    def __init__(
        self,
        *,
        resolve: Resolve | None = None,
        dial: httpcore2.AsyncNetworkBackend | None = None,
        allow_networks: tuple[str, ...] = (),
        ports: Collection[int] = WEB_PORTS,
    ) -> None:
        self._resolve = resolve or Lookups()
        self._dial = dial or httpcore2.AnyIOBackend()
        self._networks = tuple(ip_network(network) for network in allow_networks)
        self._ports = frozenset(ports)

    def judge(self, host: str, port: int) -> None:
        """Judge what can be judged of a target before it is dialled; raises `LoadError("url_refused")`."""
        if port not in self._ports:
            raise LoadError("url_refused")
        for address in _literal(host):
            self._checked(address)

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is the library's
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Dial `host` at an address that was checked, one of each family in turn.

        Raises `LoadError`: url_refused where one answer is not public, unreachable where there is none.
        """
        self.judge(host, port)
        addresses = await self._checked_addresses(host, timeout)
        share = timeout / len(addresses) if timeout else None
        for address in addresses[:-1]:
            try:
                stream = await self._dial.connect_tcp(str(address), port, share, local_address, socket_options)
                return MeteredStream(stream)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        stream = await self._dial.connect_tcp(str(addresses[-1]), port, share, local_address, socket_options)
        return MeteredStream(stream)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    async def _checked_addresses(self, host: str, seconds: float | None) -> tuple[Address, ...]:
        """The first address of each family, after all of them were checked."""
        try:
            async with asyncio.timeout(seconds):
                answers = _literal(host) or await self._resolve(host)
        except TimeoutError:
            raise LoadError("unreachable") from None
        if not answers:
            raise LoadError("unreachable")
        first_of_family: dict[int, Address] = {}
        for answer in answers:
            address = self._checked(answer)
            first_of_family.setdefault(address.version, address)
        return tuple(first_of_family.values())

    def _checked(self, answer: str) -> Address:
        try:
            address = ip_address(answer)
        except ValueError:
            raise LoadError("url_refused") from None
        if not is_public(address) and not any(address in network for network in self._networks):
            raise LoadError("url_refused")
        return address


def _literal(host: str) -> tuple[str, ...]:
    try:
        return (str(ip_address(host)),)
    except ValueError:
        return ()
