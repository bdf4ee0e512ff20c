"""`footnote brief` and `footnote demo`: briefs of what was named, or the receipt of one of their claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import typer

from bot.commands.ending import fail, read_pasted, told_errors, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.core.models import Brief
    from bot.flows.brief import Wish
    from bot.ports import Texts
    from bot.settings import Settings

Form = Literal["plain", "json", "markdown"]


def answer(sources: list[str], *, wish: Wish, form: Form, samples: bool = False, why: int | None = None) -> None:
    """Print the briefs of these sources, or where `why` is a number the receipts of the claims with it."""
    import asyncio

    from bot.app import open_texts
    from bot.flows.brief import NothingReadError
    from bot.settings import read_settings

    texts = open_texts("en")
    with told_errors(texts):
        settings = read_settings()
        pasted = _pasted(texts) if "-" in sources else b""
        try:
            briefs = asyncio.run(
                _make(sources, wish=wish, settings=settings, samples=samples, texts=texts, pasted=pasted)
            )
        except NothingReadError as error:
            if error.left_out:
                typer.echo(texts.say("not-tried", count=len(error.left_out)), err=True)
            fail(texts.say("nothing-read", count=len(error.failures)))
    if why is None:
        _print([_rendered(each, form=form, texts=_words(each, settings)) for each in briefs], form=form)
    else:
        _explain(briefs, why, form=form, settings=settings)


def _explain(briefs: Sequence[Brief], number: int, *, form: Form, settings: Settings) -> None:
    """Print the receipts; of several stories those that have a claim with this number."""
    from bot.app import open_texts
    from bot.core.receipts import KeptBrief, receipt_of, with_neighbours

    found = [(each, receipt_of(KeptBrief.of(each), number)) for each in briefs]
    receipts = [(brief, with_neighbours(receipt, brief)) for brief, receipt in found if receipt]
    if not receipts:
        count = max(len(each.claims) for each in briefs)
        fail(open_texts("en").say("brief-no-claim", number=number, count=count))
    if form == "json":
        for _, receipt in receipts:
            typer.echo(receipt.model_dump_json())
        return
    from bot.core.message import markdown, plain
    from bot.core.message.receipt import compose_receipt

    documents = [
        compose_receipt(receipt, _words(brief, settings), language=brief.language) for brief, receipt in receipts
    ]
    render = markdown.render if form == "markdown" else lambda document: plain.render(document, width=width())
    _print([render(document) for document in documents], form=form)


def _print(rendered: Sequence[str], *, form: Form) -> None:
    for number, each in enumerate(rendered):
        if number and form != "json":
            typer.echo()
        typer.echo(each)


def _words(brief: Brief, settings: Settings) -> Texts:
    """Return the words around a brief: in its own language, unless the operator wants another."""
    from bot.app import open_texts

    wanted = settings.interface_language
    return open_texts(brief.language if wanted == "auto" else wanted)


def _pasted(texts: Texts) -> bytes:
    from bot.adapters.reading.loaders import MAX_UPLOAD

    return read_pasted(texts, most=MAX_UPLOAD)


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
    return markdown.render(document) if form == "markdown" else plain.render(document, width=width())
