"""`footnote check`: all that code alone can say of a brief, said once more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from bot.commands.ending import FAILED, misuse, read_pasted, told_errors
from bot.core.message.safety import clip, show
from bot.core.message.verdicts import explain_finding

if TYPE_CHECKING:
    from bot.core.rechecking import Flaw, Rechecked
    from bot.ports import Texts

MOST_WORDS = 120
"""Code points shown of the words in question."""


def check(path: str) -> None:
    """Print a line for each claim of the briefs in a file, and for whatever else does not hold."""
    from bot.app import open_texts, read_knowledge
    from bot.core.rechecking import parse_briefs, recheck

    texts = open_texts("en")
    with told_errors(texts):
        briefs, knowledge, failed = parse_briefs(_written(path, texts)), read_knowledge(), 0
        for number, stored in enumerate(briefs, 1):
            if len(briefs) > 1:
                headline = clip(show(stored.brief.headline), limit=MOST_WORDS)
                typer.echo(texts.say("recheck-brief", number=number, headline=headline))
            parts = recheck(stored, knowledge=knowledge)
            failed += sum(bool(part.flaws) for part in parts)
            for line in _lines(parts, texts):
                typer.echo(line)
    typer.echo(texts.say("recheck-all-hold") if not failed else texts.say("recheck-some-fail"))
    if failed:
        raise typer.Exit(FAILED)


def _written(path: str, texts: Texts) -> bytes:
    """Return the file, or as much of it as shows that it is too large."""
    from bot.core.rechecking import MOST_BYTES

    if path == "-":
        return read_pasted(texts, most=MOST_BYTES, asks="recheck-paste-now")
    try:
        with open(path, "rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        misuse("recheck-unreadable", path=show(path), reason=error.strerror or type(error).__name__)
    except ValueError as error:
        misuse("recheck-unreadable", path=show(path), reason=type(error).__name__)


def _lines(parts: Sequence[Rechecked], texts: Texts) -> Iterator[str]:
    """Claims in their order, each with a line; of the rest what does not hold."""
    claims = sorted({part.number for part in parts if part.kind == "claim"})
    for number in claims:
        same = [part for part in parts if part.kind == "claim" and part.number == number]
        flaws = [_told(flaw, texts) for part in same for flaw in part.flaws]
        remarks = [_told(remark, texts) for part in same for remark in part.remarks]
        if flaws:
            yield texts.say("recheck-failed", number=number, flaws="; ".join(flaws))
        elif remarks:
            yield texts.say("recheck-remark", number=number, remarks="; ".join(remarks))
        else:
            yield texts.say("recheck-ok", number=number)
    for part in parts:
        if part.kind != "claim" and part.flaws:
            flaws = [_told(flaw, texts) for flaw in part.flaws]
            name = texts.say(f"recheck-part-{part.kind}", number=part.number)
            yield texts.say("recheck-part-failed", name=name, flaws="; ".join(flaws))


def _told(flaw: Flaw, texts: Texts) -> str:
    code = flaw.code
    said = texts.say(code.replace(".", "-")) if code.startswith("recheck.") else explain_finding(code, texts)
    words = clip(show(flaw.words), limit=MOST_WORDS)
    if not words:
        return texts.say("recheck-flaw", code=code, said=said)
    quoted = texts.say("quote-open") + words + texts.say("quote-close")
    return texts.say("recheck-flaw-words", code=code, said=said, quoted=quoted)
