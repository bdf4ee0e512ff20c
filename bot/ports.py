"""What the flows and the chat need from outside, each as narrow as its use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import ParamSpec, Protocol, TypeVar

from bot.core.access import Access
from bot.core.delivering import Button, Delivery, Sending
from bot.core.judging import Compared, Judged, Pair, Question
from bot.core.message.classic import Message
from bot.core.models import (
    Article,
    Brief,
    DraftBrief,
    FailedClaim,
    LoadFailure,
    Rewritten,
    Usage,
    WritingRequest,
    Written,
)
from bot.core.pages import KeptPage, Page, Validators
from bot.core.repeats import EarlierBrief
from bot.core.reports import Report, ShownBrief
from bot.core.requests import Item, Link, Request
from bot.core.updates import ReceivedUpdate
from bot.core.usage import Outcome, Totals

P = ParamSpec("P")
T = TypeVar("T")

# ---------------------------------------------------------------- making a brief


class Loader(Protocol):
    """Reads one thing that a person sent: a link, a file, or pasted text."""

    async def load(self, item: Item) -> Article:
        """Return the article; raise `LoadError` where it cannot be read."""


class Feeds(Protocol):
    """Tells which articles a feed holds."""

    async def newest(self, link: Link) -> tuple[Link, ...]:
        """Return the links of the newest articles of a feed, as many as `link` asks for; raise `LoadError`."""


class Fetch(Protocol):
    """Opens links on the public web, and only there."""

    async def fetch(self, url: str, *, validators: Validators | None = None) -> Page:
        """Return the page behind a link; with `validators` it may be `unchanged`; raise `LoadError`."""


class Pages(Protocol):
    """Public pages that were read before, shared by all chats; what was pasted or uploaded is never among them."""

    async def find(self, url: str) -> KeptPage | None:
        """Return the page that was found at this address, or that calls it its canonical one."""

    async def find_body(self, digest: str, *, edition: str) -> KeptPage | None:
        """Return a page that was read from the same bytes by the same edition of the reading code."""

    async def keep(self, page: KeptPage, *, addresses: Sequence[str]) -> None:
        """Keep a page under each of these addresses, in place of what was there."""


class Writer(Protocol):
    """Drafts a brief from labelled sentences."""

    async def write(self, request: WritingRequest) -> Written:
        """Return a draft; raise `WriterError` where nothing usable comes."""

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: tuple[FailedClaim, ...]) -> Rewritten:
        """Return second tries at the failed claims; raise `WriterError` where nothing usable comes."""


class Judge(Protocol):
    """Reads claims once more beside the sentences they cite, knowing nothing of who wrote them."""

    async def judge(self, questions: tuple[Question, ...]) -> Judged:
        """Return what the sentences say of each claim; raise `WriterError` where nothing usable comes."""

    async def compare(self, pairs: tuple[Pair, ...]) -> Compared:
        """Return which pairs of versions cannot both be true; raise `WriterError` where nothing usable comes."""


class Texts(Protocol):
    """The sentences that people read, by id."""

    def say(self, message: str, /, **params: object) -> str:
        """Return the sentence `message` with its parameters filled in."""


class Languages(Protocol):
    """Tells which language a text is in."""

    def identify(self, text: str) -> str:
        """Return a BCP 47 primary subtag, "und" where the text gives no clue."""


class Progress(Protocol):
    """Hears what a brief is waiting for; a terminal prints it, a chat edits a message."""

    def read(self, given: str, outcome: Article | LoadFailure, /) -> None:
        """One of the things that were sent has been read, or not."""

    def writing(self, articles: int, /) -> None:
        """The model has been asked to write about so many articles."""

    def checking(self, claims: int, /) -> None:
        """So many drafted claims are being checked."""

    def repairing(self, claims: int, /) -> None:
        """So many claims failed a check and were sent back."""


class Compute(Protocol):
    """Does work that would hold up everything else: at once in a command, in another process in a bot."""

    async def __call__(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what `work` returns, and raise what it raises; `OverloadError` where it takes too long."""


class Meter(Protocol):
    """Counts tokens against the day's cap: an estimate before each call, the truth after it."""

    async def reserve(self, tokens: int, /) -> int:
        """Return a reservation of so many tokens; raise `WriterError("budget")` where the day has fewer left."""

    async def settle(self, reservation: int, usage: Usage | None, /) -> None:
        """Put what a call cost in place of its estimate; None leaves the estimate, where nobody knows the cost."""


# ---------------------------------------------------------------- the chat


class Messenger(Protocol):
    """Says something in a chat. Raises `DeliveryError`; what it says of the outcome is in its code."""

    async def send(
        self,
        chat_id: int,
        message: Message,
        *,
        reply_to: int | None = None,
        only_as_reply: bool = False,
        buttons: Sequence[Button] = (),
    ) -> int:
        """Send a message and return its id.

        An answered message that is gone is no error, unless the message makes sense only as its answer.
        """

    async def edit(self, chat_id: int, message_id: int, message: Message, *, buttons: Sequence[Button] = ()) -> None:
        """Put other words into a message of our own; the same words again are no error."""

    async def react(self, chat_id: int, message_id: int, emoji: str | None) -> None:
        """Set our reaction to a message, or take it away; where reactions are not possible, nothing happens."""

    async def show_buttons(self, chat_id: int, message_id: int, rows: Sequence[Sequence[Button]]) -> None:
        """Put other buttons under a message of our own; where that is not possible, those that are there stay."""

    async def take_buttons(self, chat_id: int, message_id: int) -> None:
        """Take the buttons off a message of our own; where that is not possible, they stay."""

    async def answer_tap(self, tap_id: str, text: str = "") -> None:
        """End the waiting of a tapped button, with a short notice; an answer that comes too late does no harm."""


# ---------------------------------------------------------------- what is kept


class Requests(Protocol):
    """The requests and what became of them."""

    async def add(self, request: Request, *, updates: Sequence[int] = ()) -> bool:
        """Keep a request, and its updates as done, in one transaction; False where it was there before."""

    async def begin(self, request_id: str, *, now: datetime) -> int:
        """Mark a request as being worked on and return which attempt this is, from 1."""

    async def finish(
        self, request_id: str, *, outcome: Outcome, fault: str | None, now: datetime, has_offer: bool = False
    ) -> None:
        """Mark a request as ended; its items are forgotten, and only after a while where a button stands for them."""

    async def unfinished(self) -> tuple[Request, ...]:
        """Return the requests that were not ended, in their order."""


class History(Protocol):
    """What became of messages that were sent before."""

    async def find(self, chat_id: int, message_id: int) -> str | None:
        """Return the state of the request that began with a message ("new", "working", "ended"), if there is one."""

    async def earlier_brief(self, request: Request) -> EarlierBrief | None:
        """Return the newest brief of the same subject that the same chat was given before `request`, if it is kept.

        One that fell short, because the model's work could not be used, is none.
        """

    async def offered(self, chat_id: int, message_id: int) -> Request | None:
        """Return the request that began with a message, if its brief can be asked for once more."""


class Updates(Protocol):
    """The platform's updates, each kept from the moment it came until it was dealt with."""

    async def receive(self, updates: Sequence[ReceivedUpdate], *, now: datetime) -> tuple[int, ...]:
        """Keep updates in one transaction and return the ids of those that are new, in order."""

    async def finish(self, update_ids: Sequence[int]) -> None:
        """Mark updates as dealt with; what they held is forgotten."""

    async def unfinished(self) -> tuple[ReceivedUpdate, ...]:
        """Return the updates nobody dealt with, in their order."""

    async def next_offset(self, *, since: datetime | None = None) -> int | None:
        """Return the id after the newest update that came after `since`, None where there was none."""


class Library(Protocol):
    """Briefs and the articles they are made of."""

    async def keep(self, request_id: str, briefs: Sequence[Brief], *, parts: Sequence[int] = (), now: datetime) -> None:
        """Keep the briefs of a request, and each article once.

        `parts` says with which message of the answer each brief begins, from 0.
        """


class Shelf(Protocol):
    """Finds a brief again by where it was shown."""

    async def shown(self, chat_id: int, message_id: int) -> ShownBrief | None:
        """Return the brief that a message of ours shows, or shows a part of, if it is kept."""

    async def newest(self, chat_id: int) -> ShownBrief | None:
        """Return the brief that a chat was given last, if it is kept."""


class Reports(Protocol):
    """What readers called wrong."""

    async def add(self, report: Report) -> bool:
        """Keep a report; False where the same person has reported the same claim before."""


class Outgoing(Protocol):
    """A row for each message that goes out, so that nobody has to guess whether it did."""

    async def add(self, sending: Sending, *, now: datetime) -> int:
        """Keep a row in the state "new" and return its id."""

    async def mark(self, row: int, state: Delivery, *, message_id: int | None = None, now: datetime) -> None:
        """Change the state of a row."""

    async def sent(self, request_id: str) -> dict[int, int]:
        """Return the ids of the messages of a request that were sent, by part, the newest of each."""


class Accounts(Protocol):
    """What was used, for the owner to see."""

    async def totals(self, *, since: date, until: date) -> Totals:
        """Return what was asked and spent on the days from `since` to `until`, both included."""


class Doors(Protocol):
    """Who may use the bot."""

    async def access(self) -> Access:
        """Return the owner, whether the bot is open, and the listed chats."""

    async def claim(self, owner_id: int) -> None:
        """Make somebody the owner."""

    async def set_open(self, is_open: bool, /) -> None:
        """Open the bot to everyone, or close it."""

    async def list_chat(self, chat_id: int, *, listed: bool) -> None:
        """Put a chat on the list, or take it off."""


class Notices(Protocol):
    """What is said once a day at most."""

    async def first(self, name: str, day: date) -> bool:
        """Tell whether this is the first time on that day, and remember it."""

    async def forget(self, name: str, day: date) -> None:
        """Take it back: what was to be said did not arrive."""


class Chats(Protocol):
    """The chats the bot is in."""

    async def set_reachable(self, chat_id: int, *, reachable: bool, now: datetime) -> None:
        """Remember whether a chat takes messages from us."""

    async def move(self, old: int, new: int) -> None:
        """Write a chat's new id everywhere, in one transaction."""
