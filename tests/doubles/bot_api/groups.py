"""Groups: what their members do with the bot and with the group itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.doubles.bot_api import privacy
from tests.doubles.bot_api.chats import Chat
from tests.doubles.bot_api.records import Json, Message

if TYPE_CHECKING:
    from tests.doubles.bot_api.people import Person
    from tests.doubles.bot_api.world import World

FIRST_BASIC = 4_100_000_000
FIRST_SUPERGROUP = 1_004_100_000_000


class Group(Chat):
    """A group or supergroup; its first member made it and is its administrator."""

    def __init__(self, world: World, title: str, members: Sequence[Person], *, supergroup: bool) -> None:
        assert members, "a group has members"
        with world.changed:
            number = (FIRST_SUPERGROUP if supergroup else FIRST_BASIC) + world.number()
            super().__init__(world, -number, "supergroup" if supergroup else "group", title=title)
            self.members = list(members)
            world.chats[self.id] = self

    def announce(self) -> None:
        """Tell the bot that it was put into the group."""
        with self.world.changed:
            self.bot = "left"
            self._membership("member")
            self._service({"new_chat_members": [self.world.bot_json()]})

    def promotes_bot(self) -> None:
        """Make the bot an administrator: it gets every message from now on."""
        self._membership("administrator")

    def demotes_bot(self) -> None:
        self._membership("member")

    def restricts_bot(self) -> None:
        """Take the right to write from the bot."""
        self._membership("restricted")

    def removes_bot(self) -> None:
        self._membership("kicked")

    def another_bot_speaks(self, text: str = "Hello") -> None:
        """Let another bot speak, unseen by ours: commands for no bot in particular are its own now."""
        with self.world.changed:
            self.log.append(Message(id=self.next_id(), chat=self, sender=None, date=self.world.now(), text=text))
            self.other_bot_spoke_last = True
            self.world.changed.notify_all()

    def opens_topic(self, name: str) -> int:
        """Make the group a forum with one more topic; return its thread."""
        with self.world.changed:
            self.is_forum = True
            message = self._service({"forum_topic_created": {"name": name, "icon_color": 7322096}})
            self.topics[message.id] = name
            return message.id

    def closes_topic(self, thread: int) -> None:
        self.closed_topics.add(thread)

    def deletes_topic(self, thread: int) -> None:
        del self.topics[thread]

    def migrates(self) -> Group:
        """Become a supergroup; return it. The old group is closed and names the new one."""
        assert self.kind == "group", "only a basic group becomes a supergroup"
        with self.world.changed:
            new = Group(self.world, self.title, self.members, supergroup=True)
            new.bot = self.bot
            self._service({"migrate_to_chat_id": new.id})
            new._service({"migrate_from_chat_id": self.id})
            self.moved_to = new
            return new

    def _membership(self, status: str) -> None:
        with self.world.changed:
            self.world.tell("my_chat_member", privacy.change_membership(self, self.members[0], status))

    def _service(self, extra: Json) -> Message:
        """A message that nobody wrote; the bot always gets it."""
        made = Message(id=self.next_id(), chat=self, sender=self.members[0], date=self.world.now(), extra=extra)
        self.log.append(made)
        self.world.tell("message", made.json())
        return made
