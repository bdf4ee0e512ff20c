"""The commands a person types. What is heavy is imported by the command that needs it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer

if TYPE_CHECKING:
    from bot.core.models import Brief
    from bot.flows.brief import Wish
    from bot.ports import Texts
    from bot.settings import Settings

OK, FAILED, MISUSED, INTERRUPTED = 0, 1, 2, 130

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
) -> None:
    """Summarise articles, each claim with its sentences."""
    if not sources:
        _misuse("brief-needs-sources")
    if as_json and as_markdown:
        _misuse("brief-one-form")
    if language is not None and not _is_language(language):
        _misuse("brief-unknown-language", language=language[:40])
    from bot.flows.brief import Wish

    _answer(sources, wish=Wish(length=length, language=language), form=_form(as_json, as_markdown))


@cli.command()
def demo(as_json: AsJson = False, as_markdown: AsMarkdown = False) -> None:
    """Show an example that needs no model and no network."""
    if as_json and as_markdown:
        _misuse("brief-one-form")
    from bot.flows.brief import Wish
    from bot.loading import SAMPLES

    _answer(list(SAMPLES), wish=Wish(), form=_form(as_json, as_markdown), samples=True)


@cli.command()
def extract(
    source: Annotated[str, typer.Argument(help="A link, a file, or - for standard input.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="Print all of it as one line of JSON.")] = False,
) -> None:
    """Show what would be read of an article, and what is cut out of it and why."""
    import asyncio

    from bot.app import open_texts
    from bot.core.errors import FootnoteError
    from bot.flows.brief import NothingReadError

    texts = open_texts("en")
    try:
        typer.echo(asyncio.run(_extract(source, as_json=as_json, texts=texts)))
    except NothingReadError:  # the reason has been told as progress
        raise typer.Exit(FAILED) from None
    except FootnoteError as error:
        _fail(texts.say(f"error-{error.code}", **error.params))
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


@cli.command()
def run() -> None:
    """Run the Telegram bot."""
    import asyncio

    from bot.app import open_texts
    from bot.core.errors import FootnoteError

    try:
        asyncio.run(_run())
    except FootnoteError as error:
        _fail(open_texts("en").say(f"error-{error.code}", **error.params))
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None


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

Form = Literal["plain", "json", "markdown"]


def _form(as_json: bool, as_markdown: bool) -> Form:
    return "json" if as_json else "markdown" if as_markdown else "plain"


def _answer(sources: list[str], *, wish: Wish, form: Form, samples: bool = False) -> None:
    import asyncio

    from bot.app import open_texts
    from bot.core.errors import FootnoteError
    from bot.flows.brief import NothingReadError
    from bot.settings import read_settings

    texts = open_texts("en")
    try:
        settings = read_settings()
        pasted = _read_pasted(texts) if "-" in sources else b""
        briefs = asyncio.run(_make(sources, wish=wish, settings=settings, samples=samples, texts=texts, pasted=pasted))
    except NothingReadError as error:
        if error.left_out:
            typer.echo(texts.say("not-tried", count=len(error.left_out)), err=True)
        _fail(texts.say("nothing-read", count=len(error.failures)))
    except FootnoteError as error:
        _fail(texts.say(f"error-{error.code}", **error.params))
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    wanted = settings.interface_language
    for number, each in enumerate(briefs):
        if number and form != "json":
            typer.echo()
        typer.echo(_rendered(each, form=form, texts=open_texts(each.language if wanted == "auto" else wanted)))


def _read_pasted(texts: Texts) -> bytes:
    """Read standard input here and not in a thread, so that an interruption ends it."""
    from bot.adapters.reading.loaders import MAX_UPLOAD

    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        typer.echo(texts.say("paste-now"), err=True)
    return sys.stdin.buffer.read(MAX_UPLOAD + 1)


async def _run() -> None:
    from bot.adapters.logs import open_logs
    from bot.settings import read_settings

    settings = read_settings()
    open_logs(level=settings.log_level, secrets=settings.secret_words)
    from bot.running import run as run_bot

    await run_bot(settings, tell=lambda line: typer.echo(line))


async def _extract(source: str, *, as_json: bool, texts: Texts) -> str:
    """Return what would be read, rendered; raises `NothingReadError` where nothing would."""
    from contextlib import AsyncExitStack

    from bot import extracting
    from bot.app import open_means
    from bot.core.errors import LoadError
    from bot.core.message.notes import explain
    from bot.core.models import LoadFailure
    from bot.flows.brief import NothingReadError
    from bot.flows.gather import gather
    from bot.loading import RoutingLoader, item_of
    from bot.settings import read_settings
    from bot.terminal import TerminalProgress

    settings = read_settings()
    pasted = _read_pasted(texts) if source == "-" else b""
    async with open_means(settings, pasted=pasted) as means:
        progress = TerminalProgress(texts, wanted=1)
        read = await gather(
            (item_of(source),),
            progress=progress,
            loader=means.loader,
            languages=means.languages,
            limits=means.limits,
            compute=means.prepare,
        )
    if read.articles:
        return extracting.as_json(read.articles[0]) if as_json else extracting.as_text(read.articles[0], texts)
    if source == "-" or read.failures[0].code != "feed":
        raise NothingReadError(read.failures, read.left_out)
    try:
        async with AsyncExitStack() as stack:
            feed = await RoutingLoader(settings, stack).feed(item_of(source))
    except LoadError as error:
        _fail(explain(LoadFailure(given=source, code=error.code, params=error.params), texts))
    return extracting.feed_as_json(feed) if as_json else extracting.feed_as_text(feed)


async def _make(
    sources: list[str], *, wish: Wish, settings: Settings, samples: bool, texts: Texts, pasted: bytes
) -> tuple[Brief, ...]:
    from bot.app import open_means
    from bot.flows.brief import make_briefs
    from bot.loading import item_of
    from bot.terminal import TerminalProgress

    async with open_means(settings, samples=samples, pasted=pasted) as means:
        progress = TerminalProgress(texts, wanted=min(len(set(sources)), settings.max_articles))
        return await make_briefs([item_of(each) for each in sources], wish=wish, means=means, progress=progress)


def _rendered(brief: Brief, *, form: Form, texts: Texts) -> str:
    if form == "json":
        return brief.model_dump_json()
    from bot.core.message import markdown, plain
    from bot.core.message.brief import compose

    document = compose(brief, texts)
    return markdown.render(document) if form == "markdown" else plain.render(document, width=_width())


def _width() -> int:
    import shutil

    return max(40, min(100, shutil.get_terminal_size().columns))


def _is_language(tag: str) -> bool:
    import re

    return len(tag) <= 35 and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", tag) is not None


def _misuse(message: str, **params: object) -> NoReturn:
    from bot.app import open_texts

    typer.echo(open_texts("en").say(message, **params), err=True)
    raise typer.Exit(MISUSED)


def _fail(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(FAILED)
