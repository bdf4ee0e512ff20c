"""What a brief is waiting for, told on the error stream, a line each."""

from __future__ import annotations

import typer

from bot.core.message.notes import explain
from bot.core.message.safety import clip, show
from bot.core.models import Article, LoadFailure
from bot.core.text_lines import count_words, story_of
from bot.ports import Texts


class TerminalProgress:
    """The `Progress` of the command line."""

    def __init__(self, texts: Texts, *, wanted: int) -> None:
        self._texts = texts
        self._wanted = wanted
        self._done = 0

    def read(self, _given: str, outcome: Article | LoadFailure, /) -> None:
        """One of the things that were sent has been read, or not."""
        self._done += 1
        self._wanted = max(self._wanted, self._done)
        self._say(f"[{self._done}/{self._wanted}] " + self._outcome(outcome))

    def writing(self, articles: int, /) -> None:
        """The model has been asked to write about so many articles."""
        self._say(self._texts.say("progress-writing", count=articles))

    def checking(self, _claims: int, /) -> None:
        """So many drafted claims are being checked, which is done before a line about it could be read."""

    def repairing(self, claims: int, /) -> None:
        """So many claims failed a check and were sent back."""
        self._say(self._texts.say("progress-repairing", count=claims))

    def _outcome(self, outcome: Article | LoadFailure) -> str:
        if isinstance(outcome, LoadFailure):
            return explain(outcome, self._texts)
        name = clip(show(outcome.title or outcome.outlet or outcome.given), limit=70)
        return self._texts.say("progress-read", name=name, words=count_words(story_of(outcome)))

    @staticmethod
    def _say(line: str) -> None:
        typer.echo(line, err=True)
