"""What is asked of a model, as messages: the stable part first, then the articles as labelled data.

Article text cannot leave its place. Each sentence is one line behind a label that this module wrote, and what in it
looks like a label, a delimiter or a chat template's control word is defused (`quarantine.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from bot.core.errors import SettingsError
from bot.core.models import Article, DraftBrief, FailedClaim, Length, Source, WritingRequest
from bot.core.writing.language_names import name_language
from bot.core.writing.prompt_file import Prompt, fill
from bot.core.writing.quarantine import defused, neutralised, shortened

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KINDS = {"web": "web page", "file": "file", "pasted": "pasted text"}
LEFT_OUT = "(...)"

_TITLE, _OUTLET, _AUTHOR, _WORDS, _PROBLEM = 300, 80, 80, 200, 600
_AUTHORS = 5

_BRIEF = ("brief", frozenset({"today", "language", "max_claims", "length", "count", "articles"}))
_REPAIR = ("repairs", frozenset({"count", "claims"}))

Role = Literal["system", "user", "assistant"]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a chat."""

    role: Role
    content: str


def check_prompts(prompt: Prompt, repair: Prompt) -> None:
    """Raise `SettingsError` ("prompt_invalid") where two prompts are not what this module can fill in."""
    for checked, (schema, variables) in ((prompt, _BRIEF), (repair, _REPAIR)):
        if (checked.schema, checked.variables) != (schema, variables):
            raise SettingsError("prompt_invalid", prompt=checked.id, reason="another schema or other variables")
    if not prompt.system or not set(get_args(Length)) <= prompt.tables.get("length", {}).keys():
        raise SettingsError("prompt_invalid", prompt=prompt.id, reason="no system part or a length without words")
    if "other" not in repair.tables.get("finding", {}):
        raise SettingsError("prompt_invalid", prompt=repair.id, reason="no words for other findings")


def ask_for_brief(request: WritingRequest, prompt: Prompt) -> tuple[Message, ...]:
    """Return the messages that ask for a draft; the first is the same for every request."""
    values = {
        "today": _day(request.today),
        "language": name_language(request.language),
        "max_claims": str(request.max_claims),
        "length": prompt.tables["length"][request.length],
        "count": str(len(request.sources)),
        "articles": "\n\n".join(map(show_source, request.sources)),
    }
    return Message("system", prompt.system), Message("user", fill(prompt.user, values))


def ask_for_repair(
    request: WritingRequest, *, prompt: Prompt, repair: Prompt, draft: DraftBrief, failed: tuple[FailedClaim, ...]
) -> tuple[Message, ...]:
    """Return the messages that ask for second tries: the first request, the draft, and what failed in it.

    The beginning is the first request unchanged, so that a server which keeps prefixes reads only what is new.
    """
    claims = "\n".join(line for claim in failed for line in _explained(claim, repair))
    values = {"count": str(len(failed)), "claims": claims}
    # What a model wrote goes back as JSON without a "<": a chat template must not find its own marks in it.
    written = draft.model_dump_json().replace("<", "\\u003c")
    return (
        *ask_for_brief(request, prompt),
        Message("assistant", written),
        Message("user", fill(repair.user, values)),
    )


def ask_again(messages: tuple[Message, ...], *, prompt: Prompt, reply: str, problem: str) -> tuple[Message, ...]:
    """Return the messages that ask for the same once more after a `reply` that could not be read."""
    again = fill(prompt.again, {"problem": shortened(problem, _PROBLEM)})
    return *messages, Message("assistant", defused(reply)), Message("user", again)


def show_source(source: Source) -> str:
    """Return a source as the model sees it: a header, then one labelled line per sentence."""
    lines = [f'<article number="{source.number}">', *_header(source), *_body(source), "</article>"]
    return "\n".join(lines)


def day_of(article: Article) -> str:
    """Return the day of publication as a model sees it, with its weekday."""
    return _day(article.published_at) if article.published_at else "not known"


def _header(source: Source) -> Iterator[str]:
    article = source.article
    yield f"outlet: {shortened(article.outlet or '', _OUTLET) or 'not known'}"
    title = source.headline.text if source.headline else article.title or ""
    yield f"title [{source.number}.0], never evidence: {shortened(title, _TITLE) or 'none'}"
    yield f"published: {day_of(article)}"
    authors = "; ".join(filter(None, (shortened(author, _AUTHOR) for author in article.authors[:_AUTHORS])))
    yield f"author: {authors or 'not named'}"
    yield f"kind: {KINDS[article.medium]}"


def _body(source: Source) -> Iterator[str]:
    paragraph: int | None = None
    index = 0
    for sentence in source.sentences:
        text = neutralised(sentence.text)
        if not text:
            continue
        if sentence.paragraph != paragraph:
            yield ""
        if sentence.index > index + 1:
            yield LEFT_OUT
        yield f"[{sentence.label}] {text}"
        paragraph, index = sentence.paragraph, sentence.index


def _explained(claim: FailedClaim, repair: Prompt) -> Iterator[str]:
    explanations = repair.tables["finding"]
    yield f"Claim {claim.number}: {shortened(claim.draft.text, 2 * _TITLE)}"
    for finding in claim.findings:
        words = shortened(finding.words, _WORDS)
        quoted = f"“{words}”: " if words else ""
        yield f"- {quoted}{explanations.get(finding.code, explanations['other'])}"


def _day(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]}, {day.year:04}-{day.month:02}-{day.day:02}"
