"""The commands a person types. What is heavy is imported by the command that needs it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

from bot.commands.ending import FAILED, INTERRUPTED, OK, misuse, told_errors

if TYPE_CHECKING:
    from bot.commands.briefs import Form

cli = typer.Typer(
    name="footnote",
    help="Turn articles into one summary in which every claim is footnoted to the sentence that says it.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

AsJson = Annotated[bool, typer.Option("--json", help="Print the whole brief as one line of JSON per story.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]
Length = Literal["short", "standard", "long"]


def main() -> None:
    """Run the command line; the process ends with 0, 1 (nothing to show), 2 (bad use) or 130 (interrupted)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    code: int | str | None = OK
    try:
        cli()
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as error:
        _end_unwritten(error)
    try:
        if sys.stdout is None:
            sys.exit(code or FAILED)
        sys.stdout.flush()
    except OSError as error:
        _end_unwritten(error)
    sys.exit(code)


def _end_unwritten(error: OSError) -> NoReturn:
    """A reader that has gone away is told nothing; a full disk is. What is still buffered can go nowhere."""
    import contextlib
    import os

    with contextlib.suppress(OSError):
        if not isinstance(error, BrokenPipeError) and sys.stderr is not None:
            sys.stderr.write("The output could not be written.\n")
            sys.stderr.flush()
    os._exit(FAILED)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"footnote {version('footnote-bot')}")
        raise typer.Exit


@cli.callback()
def _root(
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_show_version, is_eager=True)
    ] = False,
) -> None:
    """Options that stand before a command."""


@cli.command()
def brief(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...", help="Links, files (PDF, DOCX, HTML, Markdown, text), - for standard input."
        ),
    ] = None,
    as_json: AsJson = False,
    as_markdown: AsMarkdown = False,
    language: Annotated[
        str | None, typer.Option(help="Language of the summary, such as en or pt-BR; needs a model.")
    ] = None,
    length: Annotated[Length, typer.Option(help="How much to tell.")] = "standard",
    why: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Show what statement N rests on, and how it was checked.")
    ] = None,
) -> None:
    """Summarise articles, each claim with its sentences."""
    if not sources:
        misuse("brief-needs-sources")
    if language is not None and not _is_language(language):
        misuse("brief-unknown-language", language=language[:40])
    form = _form(as_json, as_markdown)
    from bot.commands.briefs import answer
    from bot.flows.brief import Wish

    answer(sources, wish=Wish(length=length, language=language), form=form, why=why)


@cli.command()
def demo(as_json: AsJson = False, as_markdown: AsMarkdown = False) -> None:
    """Show an example that needs no model and no network."""
    form = _form(as_json, as_markdown)
    from bot.commands.briefs import answer
    from bot.flows.brief import Wish
    from bot.loading import SAMPLES

    answer(list(SAMPLES), wish=Wish(), form=form, samples=True)


@cli.command()
def check(
    path: Annotated[
        str,
        typer.Argument(
            metavar="BRIEF.json", help="What brief --json printed, or - for standard input.", show_default=False
        ),
    ],
) -> None:
    """Check a stored brief once more: no model, no network."""
    from bot.commands import rechecks

    rechecks.check(path)


@cli.command()
def extract(
    source: Annotated[str, typer.Argument(help="A link, a file, or - for standard input.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print all of it as one line of JSON.")] = False,
) -> None:
    """Show what would be read of an article, and what is cut out of it and why."""
    from bot.commands import extracts

    extracts.extract(source, as_json=as_json)


@cli.command()
def run() -> None:
    """Run the Telegram bot."""
    import asyncio

    from bot.app import open_texts

    with told_errors(open_texts("en")):
        asyncio.run(_run())


@cli.command()
def reports(
    as_json: Annotated[bool, typer.Option("--json", help="Print each report as one line of JSON.")] = False,
) -> None:
    """List what readers of the bot called wrong, newest first."""
    from bot.commands.reported import print_reports

    print_reports(as_json=as_json)


@cli.command()
def doctor() -> None:
    """Check all that a brief and the bot need."""
    import asyncio

    from bot.doctor import examine

    findings = asyncio.run(examine())
    for finding in findings:
        typer.echo(f"{'ok      ' if finding.ok else 'problem '}{finding.subject}: {finding.sentence}")
    if not all(finding.ok for finding in findings):
        raise typer.Exit(FAILED)


# ---------------------------------------------------------------- what the commands share


def _form(as_json: bool, as_markdown: bool) -> Form:
    if as_json and as_markdown:
        misuse("brief-one-form")
    return "json" if as_json else "markdown" if as_markdown else "plain"


async def _run() -> None:
    from bot.adapters.logs import open_logs
    from bot.settings import read_settings

    settings = read_settings()
    open_logs(level=settings.log_level, secrets=settings.secret_words)
    from bot.running import run as run_bot

    await run_bot(settings, tell=lambda line: typer.echo(line))


def _is_language(tag: str) -> bool:
    import re

    return len(tag) <= 35 and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) is not None
