"""What the flows need from outside, each as narrow as its use."""

from __future__ import annotations

from typing import Protocol

from bot.core.models import (
    Article,
    DraftBrief,
    FailedClaim,
    LoadFailure,
    Rewritten,
    WritingRequest,
    Written,
)


class Loader(Protocol):
    """Reads one thing that a person sent: a link, a file's name, or pasted text."""

    async def load(self, given: str) -> Article:
        """Return the article; raise `LoadError` where it cannot be read."""


class Writer(Protocol):
    """Drafts a brief from labelled sentences."""

    async def write(self, request: WritingRequest) -> Written:
        """Return a draft; raise `WriterError` where nothing usable comes."""

    async def repair(self, request: WritingRequest, *, draft: DraftBrief, failed: tuple[FailedClaim, ...]) -> Rewritten:
        """Return second tries at the failed claims; raise `WriterError` where nothing usable comes."""


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

    def repairing(self, claims: int, /) -> None:
        """So many claims failed a check and were sent back."""
