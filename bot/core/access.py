"""Who is served: the owner, listed chats, and everybody once the owner has opened the bot."""

from __future__ import annotations

from bot.core.models import Entity


class Access(Entity):
    """The access rules as they stand; `listed` holds ids of chats, which for a private chat is that of the person."""

    owner_id: int | None = None
    is_open: bool = False
    listed: frozenset[int] = frozenset()

    def is_owner(self, person_id: int) -> bool:
        """Tell whether this person owns the bot."""
        return self.owner_id is not None and person_id == self.owner_id

    def admits(self, *, chat_id: int, person_id: int) -> bool:
        """Tell whether a person is served in a chat; the owner is, wherever they write."""
        return self.is_owner(person_id) or self.is_open or chat_id in self.listed
