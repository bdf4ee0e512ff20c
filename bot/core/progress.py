"""What a request is waiting for, as its chat is told, and how often that may change in front of a reader."""

from __future__ import annotations

from typing import Final, Literal, Self

from pydantic import Field

from bot.core.models import Entity

Stage = Literal["waiting", "reading", "writing", "checking", "repairing"]

GAPS: Final = (1.0, 1.5, 2.0, 3.0, 3.0, 3.0, 5.0)
"""Seconds from each change of the message to the next; the last holds from then on. That is 4 edits in the first ten
seconds and 15 in the first minute: Telegram slows a chat down at about one message a second, a group at about 20 a
minute, and counts edits as messages."""


class ProgressState(Entity):
    """How far a request has come; each transition returns the next state."""

    stage: Stage = "waiting"
    total: int = Field(default=0, ge=0)
    """Things that were sent."""
    done: int = Field(default=0, ge=0)
    """Those of them that were looked at."""
    articles: int = Field(default=0, ge=0)
    """Those of them that could be read; while one story is written, the articles of that story."""
    claims: int = Field(default=0, ge=0)

    def reading(self, total: int) -> Self:
        """So many things are being read."""
        return self.model_copy(update={"stage": "reading", "total": max(total, 0), "done": 0, "articles": 0})

    def read(self, ok: bool) -> Self:
        """One of them has been read, or not; once a story is being written this changes nothing."""
        if self.stage not in {"waiting", "reading"}:
            return self
        done = self.done + 1
        articles = self.articles + 1 if ok else self.articles
        return self.model_copy(
            update={"stage": "reading", "done": done, "total": max(self.total, done), "articles": articles}
        )

    def writing(self, articles: int) -> Self:
        """The model has been asked to write about so many articles."""
        return self.model_copy(update={"stage": "writing", "articles": max(articles, 0)})

    def checking(self, claims: int) -> Self:
        """So many drafted claims are being checked."""
        return self.model_copy(update={"stage": "checking", "claims": max(claims, 0)})

    def repairing(self, claims: int) -> Self:
        """So many claims failed a check and were sent back."""
        return self.model_copy(update={"stage": "repairing", "claims": max(claims, 0)})

    def message(self) -> tuple[str, dict[str, int]]:
        """Return the id of the sentence that tells it, and its parameters."""
        if self.stage == "waiting":
            return "chat-waiting", {}
        if self.stage == "writing":
            return "chat-writing", {"articles": self.articles}
        if self.stage != "reading":
            return f"chat-{self.stage}", {"claims": self.claims}
        # What was read is compared before the model is asked; with one article there is nothing to compare.
        if self.done >= self.total and self.articles > 1:
            return "chat-comparing", {"articles": self.articles}
        return "chat-reading", {"total": self.total, "done": self.done}


def next_edit(last: float | None, now: float, *, edits: int) -> float:
    """Return when the message may change next, in seconds of the clock that `last` and `now` are read from.

    `last` is when it was sent or changed, None where it was not yet; `edits` counts the changes so far.
    """
    if last is None:
        return now
    return max(now, last + GAPS[min(max(edits, 0), len(GAPS) - 1)])
