"""Who is let in. One process serves a bot, so the rules are read once and kept up with our own changes to them."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import Callable

from bot.core.access import Access
from bot.ports import Doors


class Gate:
    """Access as the database and the settings have it, and the one-time code that makes somebody the owner."""

    def __init__(self, doors: Doors, *, allowed: frozenset[int], code: Callable[[], str]) -> None:
        """`allowed` are chats listed in the settings; `code` makes an unguessable code of [A-Za-z0-9_-]."""
        self._doors = doors
        self._allowed = allowed
        self._make_code = code
        self._code: str | None = None
        self._known: Access | None = None
        self._changing = asyncio.Lock()

    async def access(self) -> Access:
        """Return the rules as they stand."""
        async with self._changing:
            if self._known is None:
                stored = await self._doors.access()
                self._known = stored.model_copy(update={"listed": stored.listed | self._allowed})
            return self._known

    async def offer(self) -> str | None:
        """Return a code that makes its bearer the owner, once; None where there is an owner."""
        if (await self.access()).owner_id is not None:
            return None
        self._code = self._make_code()
        return self._code

    async def claim(self, code: str, person_id: int) -> bool:
        """Make a person the owner if the code is right, and forget the code."""
        async with self._changing:
            if self._code is None or not hmac.compare_digest(code.encode("utf-8", "replace"), self._code.encode()):
                return False
            await self._doors.claim(person_id)
            self._code = self._known = None
            return True

    async def set_open(self, is_open: bool, /) -> None:
        """Open the bot to everyone, or close it."""
        async with self._changing:
            await self._doors.set_open(is_open)
            self._known = None

    async def list_chat(self, chat_id: int, *, listed: bool) -> bool:
        """Put a chat on the list, or take it off; False where the settings list it and it stays."""
        async with self._changing:
            await self._doors.list_chat(chat_id, listed=listed)
            self._known = None
        return listed or chat_id not in self._allowed
