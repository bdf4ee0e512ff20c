"""What was said and called, in lines that a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.doubles.bot_api.chats import Chat
    from tests.doubles.bot_api.records import Message

SHOWN = 20
WIDTH = 300


@dataclass(slots=True, eq=False)
class Call:
    """One call of the bot; times are those of the monotonic clock, in seconds."""

    method: str
    params: Mapping[str, Any]
    time: float
    connection: int
    """Number of the connection that carried it."""
    status: int | None = None
    """Of the answer; nothing as long as there is none."""
    result: Any = None
    error: str | None = None
    """The description of the answer."""
    fault: str | None = None
    """The fault that the test asked for."""
    refused: bool = False
    """Whether the bot was wrong to make this call."""
    provoked: bool = False
    """Whether the test wanted it to be refused."""
    ended: float | None = None
    files: Mapping[str, str] = field(default_factory=dict)
    """Names of files that came along, by their field."""

    def __str__(self) -> str:
        given = ", ".join(f"{name}={_short(value)}" for name, value in self.params.items())
        answer = self.error or ("-> " + _short(self.result) if self.status else "(not answered)")
        return f"{self.method}({given}) {self.status or ''} {answer}{f' [{self.fault}]' if self.fault else ''}"


def chat_transcript(chat: Chat) -> str:
    """All that stands in a chat, a line for each message."""
    head = f"{chat.kind} chat {chat.id} {chat.title}".rstrip()
    lines = [_line(message) for message in chat.log] or ["  (empty)"]
    return "\n".join([head, *lines])


def call_lines(calls: Iterable[Call]) -> str:
    """The last calls, a line for each."""
    return "\n".join(f"  {call}" for call in list(calls)[-SHOWN:]) or "  (none)"


def _line(message: Message) -> str:
    who = "bot" if message.by_bot else getattr(message.sender, "name", "service")
    marks = [f"answers #{message.reply_to}"] if message.reply_to is not None else []
    marks += [f"edited {message.edited}x"] if message.edited else []
    marks += ["deleted"] if message.deleted else []
    marks += message.reactions
    said = message.text or "(" + ", ".join(message.extra) + ")"
    buttons = "".join(f" [{button.text}]" for button in message.buttons)
    return f"  #{message.id} {who}: {said}{buttons}" + (f"  ({'; '.join(marks)})" if marks else "")


def _short(value: Any) -> str:
    said = repr(value)
    return said if len(said) <= WIDTH else said[: WIDTH - 1] + "…"
