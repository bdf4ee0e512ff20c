"""What a request comes to, before anybody has seen it: messages, the buttons under them, and how it ended."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bot.core.delivering import Button
from bot.core.message.brief import compose
from bot.core.message.classic import Message, render
from bot.core.message.document import Document, Paragraph, Text
from bot.core.message.notes import explain
from bot.core.models import Brief, LoadFailure
from bot.core.offers import count_newest, offer_data
from bot.core.reports import report_button
from bot.core.requests import Request
from bot.core.usage import Outcome
from bot.flows.brief import NothingReadError
from bot.ports import Texts


@dataclass(frozen=True)
class Answer:
    """What a request comes to, before anybody has seen it."""

    outcome: Outcome
    messages: tuple[Message, ...] = ()
    briefs: tuple[Brief, ...] = ()
    fault: str | None = None
    parts: tuple[int, ...] = ()
    """With which of the messages each brief begins."""
    buttons: Mapping[int, Sequence[Button]] = field(default_factory=dict)
    """Under each of the messages, by its place."""
    has_offer: bool = False
    """A button under the answer stands for what was asked."""


def say(texts: Texts, message: str, /, **params: object) -> Message:
    """Return one of our own sentences as a message; `params` are numbers and words of ours."""
    return Message(text=texts.say(message, **params))


def shown(
    briefs: Sequence[Brief], offers: tuple[Button, ...], *, texts: Texts, words: Callable[[Brief], Texts]
) -> Answer:
    """Return briefs as messages: under the last of each the button that calls a claim wrong, offers under the last."""
    messages: list[Message] = []
    parts: list[int] = []
    buttons: dict[int, tuple[Button, ...]] = {}
    for brief in briefs:
        parts.append(len(messages))
        messages += render(compose(brief, words(brief)))
        buttons[len(messages) - 1] = (report_button(texts.say("report-button")),) if brief.claims else ()
    buttons[len(messages) - 1] = (*offers, *buttons[len(messages) - 1])
    fault = next((brief.receipt.fault for brief in briefs if brief.receipt.fault), None)
    return Answer(
        "answered",
        tuple(messages),
        tuple(briefs),
        fault,
        parts=tuple(parts),
        buttons=buttons,
        has_offer=bool(offers),
    )


def offers_under(request: Request, failures: Sequence[LoadFailure], texts: Texts) -> tuple[Button, ...]:
    """Return the buttons that offer more than was asked for."""
    count = count_newest(request, failures)
    if not count:
        return ()
    return (Button(label=texts.say("chat-feed-button", count=count), data=offer_data("feed", request.message_id)),)


def reasons(error: NothingReadError, texts: Texts) -> tuple[Message, ...]:
    """Say why nothing could be read, a line for each thing; what was sent is foreign text and is shown as such."""
    lines = [explain(failure, texts) for failure in error.failures]
    if error.left_out:
        lines.append(texts.say("not-tried", count=len(error.left_out)))
    return render(Document(language="und", blocks=tuple(Paragraph(spans=(Text(text=line),)) for line in lines)))
