"""`footnote extract`: what would be read of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from bot.commands.ending import FAILED, fail, read_pasted, told_errors

if TYPE_CHECKING:
    from bot.ports import Texts


def extract(source: str, *, as_json: bool) -> None:
    """Print what would be read of `source`, or which articles a feed has."""
    import asyncio

    from bot.app import open_texts
    from bot.flows.brief import NothingReadError

    texts = open_texts("en")
    with told_errors(texts):
        try:
            typer.echo(asyncio.run(_extract(source, as_json=as_json, texts=texts)))
        except NothingReadError:  # the reason has been told as progress
            raise typer.Exit(FAILED) from None


async def _extract(source: str, *, as_json: bool, texts: Texts) -> str:
    """Return what would be read, rendered; raises `NothingReadError` where nothing would."""
    from contextlib import AsyncExitStack

    from bot import extracting
    from bot.adapters.reading.loaders import MAX_UPLOAD
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
    pasted = read_pasted(texts, most=MAX_UPLOAD) if source == "-" else b""
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
        fail(explain(LoadFailure(given=source, code=error.code, params=error.params), texts))
    return extracting.feed_as_json(feed) if as_json else extracting.feed_as_text(feed)
