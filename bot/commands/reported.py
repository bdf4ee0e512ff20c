"""`footnote reports`: what readers called wrong, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from bot.commands.ending import told_errors, width
from bot.core.message.safety import show
from bot.core.message.words import listed

if TYPE_CHECKING:
    from bot.core.receipts import ClaimReceipt
    from bot.core.reports import Report
    from bot.ports import Texts


def print_reports(*, as_json: bool) -> None:
    """Print the reports of the database, whether a bot is running or not."""
    import asyncio

    from bot.adapters.store import read_reports
    from bot.app import open_texts
    from bot.settings import read_settings

    texts = open_texts("en")
    with told_errors(texts):
        reports = asyncio.run(read_reports(read_settings().database_url.get_secret_value()))
    if as_json:
        for report in reports:
            typer.echo(report.model_dump_json())
        return
    for number, report in enumerate(reports):
        if number:
            typer.echo()
        typer.echo("\n".join(_lines(report, texts)))
    if not reports:
        typer.echo(texts.say("reports-none"))


def _lines(report: Report, texts: Texts) -> Iterator[str]:
    import textwrap

    receipt = report.receipt
    told = [
        texts.say("reports-claim", moment=f"{report.reported_at:%Y-%m-%d %H:%M} UTC", number=receipt.number),
        *_claimed(receipt, texts),
        *_checked(receipt, texts),
    ]
    for place, line in enumerate(told):
        yield from textwrap.wrap(
            line, width(), initial_indent="  " if place else "", subsequent_indent="    " if place else "  "
        )


def _claimed(receipt: ClaimReceipt, texts: Texts) -> Iterator[str]:
    """The statement, the summary that it stands in, and the sentences that it rests on."""
    if headline := show(receipt.headline):
        yield texts.say("reports-headline", quoted=_quoted(headline, texts))
    yield show(receipt.claim.text)
    outlets = {credit.number: show(credit.outlet or "") for credit in receipt.credits}
    for evidence in receipt.claim.evidence:
        quoted = _quoted(show(evidence.text), texts)
        if outlet := outlets.get(evidence.source):
            yield texts.say("reports-sentence-of", label=evidence.label, outlet=outlet, quoted=quoted)
        else:
            yield texts.say("reports-sentence", label=evidence.label, quoted=quoted)


def _checked(receipt: ClaimReceipt, texts: Texts) -> Iterator[str]:
    """What it passed, and which models wrote it and looked at it."""
    passed = listed(texts, [texts.say(f"check-{check}") for check in receipt.passed])
    yield texts.say("reports-checks", checks=passed) if passed else texts.say("reports-no-checks")
    how = receipt.receipt
    if how.writer == "extractive":
        yield texts.say("reports-verbatim")
        return
    model, prompt, judge = (show(name or "") for name in (how.model, how.prompt, how.judge))
    if not model:
        yield texts.say("reports-made-unnamed")
    elif not prompt:
        yield texts.say("reports-made-unprompted", model=model)
    else:
        yield texts.say("reports-made", model=model, prompt=prompt)
    yield texts.say("reports-judge", model=judge) if judge else texts.say("reports-no-judge")


def _quoted(text: str, texts: Texts) -> str:
    return texts.say("quote-open") + text + texts.say("quote-close")
