"""`footnote reports`: what readers called wrong, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from bot.commands.ending import told_errors, width
from bot.core.message.safety import show
from bot.core.message.words import listed

if TYPE_CHECKING:
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
        show(receipt.claim.text),
    ]
    outlets = {credit.number: show(credit.outlet or "") for credit in receipt.credits}
    for evidence in receipt.claim.evidence:
        quoted = texts.say("quote-open") + show(evidence.text) + texts.say("quote-close")
        told.append(
            texts.say(
                "reports-sentence", label=evidence.label, outlet=outlets.get(evidence.source) or "–", quoted=quoted
            )
        )
    passed = listed(texts, [texts.say(f"check-{check}") for check in receipt.passed])
    told.append(texts.say("reports-checks", checks=passed or "–"))
    how = receipt.receipt
    told.append(
        texts.say("reports-made", model=show(how.model or "") or how.writer, prompt=show(how.prompt or "") or "–")
    )
    told.append(texts.say("reports-judge", model=show(how.judge or "") or "–"))
    for place, line in enumerate(told):
        yield from textwrap.wrap(
            line, width(), initial_indent="  " if place else "", subsequent_indent="    " if place else "  "
        )
