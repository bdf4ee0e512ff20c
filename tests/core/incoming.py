"""Messages as a chat sends them, and long pastes cut as Telegram's clients cut them."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any

from hypothesis import strategies as st

from bot.core.models import Span
from bot.core.requests import ForwardOrigin, Incoming, MarkedLink

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LIMIT = 4_096
_ids = count(1)


def message(text: str = "", **changes: Any) -> Incoming:
    """A message after all others made before it."""
    given = {"chat_id": 7, "sender_id": 7, "message_id": next(_ids), "sent_at": NOW, "text": text}
    return Incoming(**{**given, **changes})


def with_links(text: str, **changes: Any) -> Incoming:
    """A message in which "<words|address>" is a link under words and "<address>" one that shows its address."""
    plain, links = "", []
    for part in re.split(r"(<[^>]*>)", text):
        words, _, url = part[1:-1].partition("|") if part.startswith("<") else (part, "", "")
        if part.startswith("<"):
            links.append(MarkedLink(span=Span(start=len(plain), end=len(plain) + len(words)), url=url or words))
        plain += words
    return message(plain, links=tuple(links), **changes)


def origin(outlet: str | None = None, url: str | None = None, sent_at: datetime | None = NOW) -> ForwardOrigin:
    return ForwardOrigin(outlet=outlet, url=url, sent_at=sent_at)


def words(number: int, word: str = "boat") -> str:
    return " ".join([word] * number)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


# ---------------------------------------------------------------- clients
# Each tells where a text that does not fit is cut; texts here have no characters of two units, so that places are
# units. White space at the cut is lost, as in the real ones.


def _desktop(text: str) -> int:
    """The last place of the best kind in the second half: blank line, line end, sentence end, clause end, space."""
    window = range(LIMIT // 2 + 1, LIMIT + 1)
    for pattern in (r"\n(?=\n)", r"\n", r"(?<=[.!?])\s", r"(?<=[,;:])\s", r"\s"):
        places = [match.start() for match in re.finditer(pattern, text) if match.start() in window]
        if places:
            return places[-1]
    return LIMIT


def _android(text: str) -> int:
    """Blank line nearest to the end, else line end farthest from it, else full stop, else space, in 300 units."""
    start = LIMIT - 300
    tail = text[start:LIMIT]
    blanks = [match.end() - 1 for match in re.finditer(r"\n\n", tail)]
    lines = [match.start() for match in re.finditer(r"\n", tail)]
    stops = [match.end() - 1 for match in re.finditer(r"\.\s", tail)]
    spaces = [match.start() for match in re.finditer(r"\s", tail)]
    for places in (blanks[-1:], lines[:1], stops[-1:], spaces[-1:]):
        if places:
            return start + places[0]
    return LIMIT


def _ios(text: str) -> int:
    """After the last line end or full stop."""
    return max(text.rfind("\n", 0, LIMIT), text.rfind(".", 0, LIMIT)) + 1 or LIMIT


def _web(text: str) -> int:
    return text.rfind(" ", 0, LIMIT) + 1 or LIMIT


def _plain(text: str) -> int:
    """At the last line end, else at the last space: what a simple client would do."""
    return (text.rfind("\n", 0, LIMIT) + 1) or (text.rfind(" ", 0, LIMIT) + 1) or LIMIT


CLIENTS: dict[str, Callable[[str], int]] = {
    "desktop": _desktop,
    "android": _android,
    "ios": _ios,
    "web": _web,
    "plain": _plain,
}


def cut(text: str, client: str) -> list[str]:
    """The texts of the messages in which a client sends a text."""
    parts = []
    rest = text.strip()
    while units(rest) > LIMIT:
        at = CLIENTS[client](rest)
        parts.append(rest[:at].strip())
        rest = rest[at:].strip()
    return [*parts, rest]


# ---------------------------------------------------------------- articles

_WORDS = (
    "the harbour council said on Monday that boats may wait outside port until a pilot comes aboard Aldersund and"
    " residents of Ostrava near 40 million crowns were paid for quay walls iPhone mayor's well-known 12 überall город"
).split()
_SENTENCES = st.tuples(st.lists(st.sampled_from(_WORDS), min_size=5, max_size=30), st.sampled_from("....?!")).map(
    lambda pair: "The " + " ".join(pair[0]) + pair[1]
)
_PARAGRAPHS = st.lists(_SENTENCES, min_size=1, max_size=5).map(" ".join)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Articles of 4,100 to 16,000 units with a title, in paragraphs by lines or by blank lines."""
    gap = draw(st.sampled_from(["\n", "\n\n"]))
    paragraphs = draw(st.lists(_PARAGRAPHS, min_size=4, max_size=9))
    wanted = draw(st.integers(4_100, 16_000))
    text = "Harbour opens after two years of work"
    turn = 0
    while len(text) < wanted:
        text += gap + paragraphs[turn % len(paragraphs)]
        turn += 1
    return text
