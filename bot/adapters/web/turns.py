"""Leaves sites in peace: few connections to one at once, a pause between them, and none while it asks for quiet."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from bot.core.errors import LoadError

LONGEST_REST: Final = 600.0
"""Seconds; a site that asks for more quiet is asked again after these."""
MAX_SITES: Final = 1_000


@dataclass(slots=True)
class _Site:
    places: asyncio.Semaphore
    gate: asyncio.Lock = field(default_factory=asyncio.Lock)
    next_start: float = 0.0
    rests_until: float = 0.0
    users: int = 0


class Turns:
    """Who may connect to a site, and when; first come, first served. At most `MAX_SITES` idle sites are remembered."""

    def __init__(
        self,
        *,
        interval: float = 0.5,
        at_once: int = 2,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`interval` are the seconds between two starts at one site, `at_once` how many may be there together."""
        self._interval = interval
        self._at_once = at_once
        self._clock = clock
        self._sleep = sleep
        self._sites: OrderedDict[str, _Site] = OrderedDict()

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Wait for a turn at a site and hold it; raises `LoadError("http_status", status=429)` while the site rests."""
        site = self._entered(name)
        try:
            self._refuse_at_rest(site)
            async with site.places:
                await self._until_start(site)
                yield
        finally:
            site.users -= 1
            self._forget_the_oldest()

    def rest(self, name: str, seconds: float) -> None:
        """Leave a site alone for so long, though not longer than `LONGEST_REST`; called while holding a turn there."""
        if name in self._sites:
            self._sites[name].rests_until = self._clock() + min(max(seconds, 0.0), LONGEST_REST)

    def _entered(self, name: str) -> _Site:
        site = self._sites.setdefault(name, _Site(places=asyncio.Semaphore(self._at_once)))
        self._sites.move_to_end(name)
        site.users += 1
        return site

    async def _until_start(self, site: _Site) -> None:
        """The next start is fixed only by who starts: a wait that is cancelled takes nothing from the others."""
        async with site.gate:
            self._refuse_at_rest(site)
            wait = site.next_start - self._clock()
            if wait > 0:
                await self._sleep(wait)
                self._refuse_at_rest(site)
            site.next_start = self._clock() + self._interval

    def _refuse_at_rest(self, site: _Site) -> None:
        if self._clock() < site.rests_until:
            raise LoadError("http_status", status=429)

    def _forget_the_oldest(self) -> None:
        while len(self._sites) > MAX_SITES and not next(iter(self._sites.values())).users:
            self._sites.popitem(last=False)
