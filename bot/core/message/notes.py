"""The small print of a reply: what could not be read, who wrote it, what was checked and what was withheld."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.core.message.document import Bullet, Italic, Paragraph, Text
from bot.core.message.safety import clip, show
from bot.core.message.words import Words, listed
from bot.core.models import Brief, LoadFailure

MAX_GIVEN, MAX_PARAM = 80, 200
"""Code points shown of what a person sent, and of a parameter of a failure."""


def notes(brief: Brief, words: Words) -> tuple[Bullet | Paragraph, ...]:
    """Return a line for each thing a reader must know about how this reply came to be."""
    failures = [Bullet(spans=(Text(text=explain(failure, words)),)) for failure in brief.failures]
    return (*failures, *(Paragraph(spans=(Text(text=line),)) for line in _lines(brief, words)))


def explain(failure: LoadFailure, words: Words) -> str:
    """Return one sentence that says what could not be read, why, and what to do next."""
    params = {
        name: clip(show(value), limit=MAX_PARAM) if isinstance(value, str) else value
        for name, value in failure.params.items()
    }
    reason = words.say(f"failure-{failure.code}", **params)
    given = words.say("standard-input") if failure.given == "-" else clip(show(failure.given), limit=MAX_GIVEN)
    return words.say("failure", given=given, reason=reason)


def closing(brief: Brief, words: Words) -> Paragraph:
    """Return the last line: what was checked, and what was withheld and why."""
    said = [_checked(brief, words)]
    reasons = Counter(one.findings[0].code if one.findings else "other" for one in brief.withheld)
    for code, count in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0])):
        said.append(words.say(f"withheld-{code.replace('.', '-')}", count=count))
    if not reasons and brief.receipt.writer == "model":
        said.append(words.say("withheld-none"))
    return Paragraph(spans=(Italic(text=" ".join(said)),))


def _checked(brief: Brief, words: Words) -> str:
    if brief.receipt.writer == "extractive":
        return words.say("checked-verbatim", count=len(brief.claims))
    count = len(brief.claims) + len(brief.withheld)
    if not brief.receipt.checks:
        return words.say("checked-nothing", count=count)
    checks = [words.say(f"check-{check}") for check in brief.receipt.checks]
    return words.say("checked", count=count, checks=listed(words, checks))


def _lines(brief: Brief, words: Words) -> Iterator[str]:
    receipt = brief.receipt
    if brief.left_out:
        names = [clip(show(given), limit=MAX_GIVEN) for given in brief.left_out]
        yield words.say("left-out", count=len(names), names=listed(words, names))
    if receipt.writer == "extractive" and receipt.fault in {None, "no_model"}:
        yield words.say("no-model")
    elif receipt.writer == "extractive":
        yield words.say("model-failed", reason=words.say(f"fault-{receipt.fault}"))
    if receipt.shortened:
        numbers = [words.say("marker", number=number) for number in sorted(receipt.shortened)]
        yield words.say("shortened", count=len(numbers), numbers=listed(words, numbers))
