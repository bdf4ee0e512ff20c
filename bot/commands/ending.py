"""How a command ends: its exit codes, and the sentence that says why."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.ports import Texts

OK, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130


def misuse(message: str, **params: object) -> NoReturn:
    """End with a sentence about how the command was called."""
    from bot.app import open_texts

    typer.echo(open_texts("en").say(message, **params), err=True)
    raise typer.Exit(MISUSED)


def fail(sentence: str) -> NoReturn:
    """End with a sentence about what went wrong."""
    typer.echo(sentence, err=True)
    raise typer.Exit(FAILED)


@contextmanager
def told_errors(texts: Texts) -> Iterator[None]:
    """Turn what goes wrong within into a sentence and an exit code."""
    from bot.core.errors import FootnoteError, UsageError

    try:
        yield
    except FootnoteError as error:
        typer.echo(texts.say(f"error-{error.code}", **error.params), err=True)
        raise typer.Exit(MISUSED if isinstance(error, UsageError) else FAILED) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


def read_pasted(texts: Texts, *, most: int, asks: str = "paste-now") -> bytes:
    """Return what standard input holds, up to `most` bytes and one more; a person at a terminal is asked for it.

    It is read here and not in a thread, so that an interruption ends it.
    """
    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        typer.echo(texts.say(asks), err=True)
    return sys.stdin.buffer.read(most + 1)


def width() -> int:
    """Return how many columns a text may take."""
    import shutil

    return max(40, min(100, shutil.get_terminal_size().columns))
