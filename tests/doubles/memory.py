"""The ports of the chat in memory: a room in which the bot speaks, and books that are not kept on a disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.core.access import Access
from bot.core.delivering import Button, Delivery, Sending
from bot.core.errors import DeliveryError
from bot.core.message.classic import Message
from bot.core.models import Brief
from bot.core.receipts import KeptBrief
from bot.core.repeats import EarlierBrief, subject_of
from bot.core.reports import Report, ShownBrief
from bot.core.requests import Request
from bot.core.updates import ReceivedUpdate
from bot.core.usage import Outcome, Totals


@dataclass
class Shown:
    """One message of the bot as it stands now; `history` are its texts from the first on."""

    chat_id: int
    message: Message
    reply_to: int | None
    buttons: tuple[Button, ...] = ()
    history: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.message.text


class Room:
    """A `Messenger` that keeps what was said. `faults` are raised in turn, by method, before or after it is done."""

    def __init__(self) -> None:
        self.messages: dict[int, Shown] = {}
        self.reactions: list[tuple[int, int, str | None]] = []
        self.deleted = 0
        self.faults: defaultdict[str, list[tuple[str, DeliveryError]]] = defaultdict(list)
        self.calls: list[str] = []
        self.taps: list[str] = []
        self.notices: list[str] = []

    def fail(self, method: str, error: DeliveryError, *, when: str = "before") -> None:
        self.faults[method].append((when, error))

    def delete(self, number: int) -> None:
        """Delete a message, as a person may."""
        del self.messages[number]
        self.deleted += 1

    @property
    def texts(self) -> list[str]:
        return [shown.text for shown in self.messages.values()]

    async def send(
        self,
        chat_id: int,
        message: Message,
        *,
        reply_to: int | None = None,
        only_as_reply: bool = False,
        buttons: Sequence[Button] = (),
    ) -> int:
        late = self._fault("send")
        if only_as_reply and reply_to not in self.messages:
            raise DeliveryError("gone")
        number = 100 + len(self.messages) + self.deleted
        self.messages[number] = Shown(chat_id, message, reply_to, tuple(buttons), [message.text])
        if late:
            raise late
        return number

    async def edit(self, chat_id: int, message_id: int, message: Message, *, buttons: Sequence[Button] = ()) -> None:
        late = self._fault("edit")
        if message_id not in self.messages:
            raise DeliveryError("gone")
        shown = self.messages[message_id]
        shown.message, shown.buttons = message, tuple(buttons)
        shown.history.append(message.text)
        if late:
            raise late

    async def react(self, chat_id: int, message_id: int, emoji: str | None) -> None:
        self._fault("react")
        self.reactions.append((chat_id, message_id, emoji))

    async def show_buttons(self, chat_id: int, message_id: int, rows: Sequence[Sequence[Button]]) -> None:
        self._fault("show_buttons")
        self.messages[message_id] = replace(
            self.messages[message_id], buttons=tuple(one for row in rows for one in row)
        )

    async def take_buttons(self, chat_id: int, message_id: int) -> None:
        self._fault("take_buttons")
        self.messages[message_id] = replace(self.messages[message_id], buttons=())

    async def answer_tap(self, tap_id: str, text: str = "") -> None:
        self._fault("answer_tap")
        self.taps.append(tap_id)
        self.notices += [text] if text else []

    def _fault(self, method: str) -> DeliveryError | None:
        self.calls.append(method)
        if not self.faults[method]:
            return None
        when, error = self.faults[method].pop(0)
        if when == "before":
            raise error
        return error


@dataclass
class Row:
    """What is known of one outgoing message."""

    sending: Sending
    states: list[Delivery]
    message_id: int | None = None


class Books:
    """All ports of "what is kept", in memory."""

    def __init__(self, *, owner: int | None = 1) -> None:
        self.rows: list[Row] = []
        self.open_requests: dict[str, Request] = {}
        self.asked: dict[str, Request] = {}
        self.ended_at: dict[str, datetime] = {}
        self.attempts: defaultdict[str, int] = defaultdict(int)
        self.ends: dict[str, tuple[Outcome, str | None]] = {}
        self.kept: dict[str, tuple[Brief, ...]] = {}
        self.parts: dict[str, tuple[int, ...]] = {}
        self.reports: list[Report] = []
        self.noticed: set[tuple[str, date]] = set()
        self.rules = Access(owner_id=owner)
        self.unreachable: set[int] = set()
        self.moves: list[tuple[int, int]] = []
        self.done_updates: list[int] = []
        self.received: dict[int, ReceivedUpdate] = {}
        self.states: dict[tuple[int, int], str] = {}

    async def add(
        self, what: Sending | Request | Report, *, now: datetime | None = None, updates: Sequence[int] = ()
    ) -> int:
        if isinstance(what, Report):
            is_new = what.once not in {report.once for report in self.reports}
            self.reports += [what] if is_new else []
            return is_new
        if isinstance(what, Sending):
            self.rows.append(Row(what, ["new"]))
            return len(self.rows) - 1
        self.done_updates += updates
        if what.id in self.attempts or what.id in self.asked:
            return False
        self.open_requests[what.id] = self.asked[what.id] = what
        self.states[(what.chat_id, what.message_id)] = "new"
        return True

    async def mark(self, row: int, state: Delivery, *, message_id: int | None = None, now: datetime) -> None:
        self.rows[row].states.append(state)
        self.rows[row].message_id = message_id or self.rows[row].message_id

    async def sent(self, request_id: str) -> dict[int, int]:
        rows = [row for row in self.rows if row.sending.request_id == request_id and row.states[-1] == "sent"]
        return {row.sending.part: row.message_id for row in rows if row.message_id is not None}

    async def begin(self, request_id: str, *, now: datetime) -> int:
        self.attempts[request_id] += 1
        return self.attempts[request_id]

    async def finish(
        self, request_id: str, *, outcome: Outcome, fault: str | None, now: datetime, has_offer: bool = False
    ) -> None:
        assert request_id not in self.ends, "a request ends once"
        self.ends[request_id], self.ended_at[request_id] = (outcome, fault), now
        self.open_requests.pop(request_id, None)

    async def unfinished(self) -> tuple[Request, ...]:
        return tuple(self.open_requests.values())

    async def find(self, chat_id: int, message_id: int) -> str | None:
        return self.states.get((chat_id, message_id))

    async def earlier_brief(self, request: Request) -> EarlierBrief | None:
        subject, names = subject_of(request), [*self.asked]
        before = names[: names.index(request.id)] if request.id in names else []
        for name in reversed(before):
            same = self.asked[name].chat_id == request.chat_id and subject_of(self.asked[name]) == subject
            if subject and same and self.ends.get(name) == ("answered", None) and self.kept.get(name):
                return EarlierBrief(request_id=name, answered_at=self.ended_at[name])
        return None

    async def offered(self, chat_id: int, message_id: int) -> Request | None:
        for name, request in self.asked.items():
            is_known = name in self.open_requests or self.ends.get(name, ("", None))[0] == "repeated"
            if (request.chat_id, request.message_id) == (chat_id, message_id) and subject_of(request):
                return request if is_known else None
        return None

    async def keep(self, request_id: str, briefs: Sequence[Brief], *, parts: Sequence[int] = (), now: datetime) -> None:
        self.kept[request_id], self.parts[request_id] = tuple(briefs), tuple(parts)

    async def shown(self, chat_id: int, message_id: int) -> ShownBrief | None:
        for row in self.rows:
            name = row.sending.request_id or ""
            if (row.sending.chat_id, row.message_id) == (chat_id, message_id) and self.kept.get(name):
                begun = [place for place, part in enumerate(self.parts[name]) if part <= row.sending.part]
                return ShownBrief(request_id=name, place=begun[-1], brief=KeptBrief.of(self.kept[name][begun[-1]]))
        return None

    async def newest(self, chat_id: int) -> ShownBrief | None:
        rows = [row for row in self.rows if row.sending.chat_id == chat_id and row.message_id]
        found = [await self.shown(chat_id, row.message_id or 0) for row in rows]
        return next((one for one in reversed(found) if one), None)

    async def first(self, name: str, day: date) -> bool:
        is_first = (name, day) not in self.noticed
        self.noticed.add((name, day))
        return is_first

    async def forget(self, name: str, day: date) -> None:
        self.noticed.discard((name, day))

    async def access(self) -> Access:
        return self.rules

    async def claim(self, owner_id: int) -> None:
        self.rules = self.rules.model_copy(update={"owner_id": owner_id})

    async def set_open(self, is_open: bool, /) -> None:
        self.rules = self.rules.model_copy(update={"is_open": is_open})

    async def list_chat(self, chat_id: int, *, listed: bool) -> None:
        changed = self.rules.listed | {chat_id} if listed else self.rules.listed - {chat_id}
        self.rules = self.rules.model_copy(update={"listed": changed})

    async def set_reachable(self, chat_id: int, *, reachable: bool, now: datetime) -> None:
        (self.unreachable.discard if reachable else self.unreachable.add)(chat_id)

    async def move(self, old: int, new: int) -> None:
        self.moves.append((old, new))

    async def totals(self, *, since: date, until: date) -> Totals:
        return Totals(requests=len(self.attempts))


class UpdateBooks:
    """The `Updates` port in memory."""

    def __init__(self) -> None:
        self.finished: list[int] = []

    async def receive(self, updates: Sequence[ReceivedUpdate], *, now: datetime) -> tuple[int, ...]:
        return tuple(update.update_id for update in updates)

    async def finish(self, update_ids: Sequence[int]) -> None:
        self.finished += update_ids

    async def unfinished(self) -> tuple[ReceivedUpdate, ...]:
        return ()

    async def next_offset(self, *, since: datetime | None = None) -> int | None:
        return None
