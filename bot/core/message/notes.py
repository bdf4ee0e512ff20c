"""The small print of a reply: what could not be read, who wrote it, what was checked and what was withheld."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.core.message.direction import runs_against, runs_right_to_left
from bot.core.message.document import Bullet, Italic, Paragraph, Text
from bot.core.message.safety import clip, show
from bot.core.message.words import Words, listed
from bot.core.models import Brief, LoadFailure, Withheld
from bot.core.receipts import remarks_of
from bot.core.text_lines import count_words, story_of

MAX_GIVEN, MAX_PARAM = 80, 200
"""Code points shown of what a person sent, and of a parameter of a failure."""
MAX_LEFT_OUT = 30
"""Names that are shown of what was left out."""
_LEADS = frozenset({"feed", "repeated"})
"""What was read, and is no failure to read."""
_TOLD_BY_CODE = frozenset({"citations", "numbers", "quotations"})
_TOLD_APART = frozenset({"attribution.hedge", "support.contradicted"})
"""Codes with a sentence of their own; of the other checks each has one sentence."""
_HOLDER = 0xE000
"""Foreign words are put into a sentence as this and the next characters, which no shown text has."""
_HOLDERS = re.compile("([\ue000-\uf8ff])")


def notes(brief: Brief, words: Words) -> tuple[Bullet | Paragraph, ...]:
    """Return a line for each thing a reader must know about how this reply came to be."""
    failures = [Bullet(spans=_told(failure, words, brief.language)) for failure in brief.failures]
    quoted = [Paragraph(spans=_also_quoted(brief, words))] if brief.also_quoted else []
    left_out = [Paragraph(spans=_left_out(brief, words))] if brief.left_out else []
    return (*quoted, *failures, *left_out, *(Paragraph(spans=(Text(text=line),)) for line in _lines(brief, words)))


def explain(failure: LoadFailure, words: Words) -> str:
    """Return one sentence that says what could not be read, why, and what to do next."""
    return "".join(span.text for span in _told(failure, words, "und"))


def _told(failure: LoadFailure, words: Words, language: str) -> tuple[Text, ...]:
    foreign: list[str] = []
    # A kind is a word of ours, and decides which sentence is said.
    params = {
        name: _hold(clip(show(value), limit=MAX_PARAM), foreign) if isinstance(value, str) and name != "kind" else value
        for name, value in failure.params.items()
    }
    reason = words.say(f"failure-{failure.code}", **params)
    pasted = failure.given == "-"
    given = words.say("standard-input") if pasted else _hold(clip(show(failure.given), limit=MAX_GIVEN), foreign)
    lead = f"failure-lead-{failure.code}" if failure.code in _LEADS else "failure"
    return _filled(words.say(lead, given=given, reason=reason), foreign, language)


def _left_out(brief: Brief, words: Words) -> tuple[Text, ...]:
    foreign: list[str] = []
    names = [_hold(clip(show(given), limit=MAX_GIVEN), foreign) for given in brief.left_out[:MAX_LEFT_OUT]]
    every = len(names) == len(brief.left_out)
    told = listed(words, names) if every else words.say("list-separator").join([*names, "…"])
    said = words.say("left-out", count=len(brief.left_out), names=told)
    return _filled(said, foreign, brief.language)


def _also_quoted(brief: Brief, words: Words) -> tuple[Text, ...]:
    """Return the line that names whom the sources quote and the summary does not, each with its source's marker."""
    foreign: list[str] = []
    names = [
        f"{_hold(clip(show(each.name), limit=MAX_GIVEN), foreign)} {words.say('marker', number=each.evidence.source)}"
        for each in brief.also_quoted
    ]
    said = words.say("also-quoted", names=words.say("list-separator").join(names))
    return _filled(said, foreign, brief.language)


def _hold(value: str, foreign: list[str]) -> str:
    """Put a foreign word aside and return the character that holds its place."""
    foreign.append(value)
    return chr(_HOLDER + len(foreign) - 1)


def _filled(said: str, foreign: Sequence[str], language: str) -> tuple[Text, ...]:
    """Return a sentence with the foreign words in their places, shut off where the directions would mix.

    An address ends in signs without a direction ("/"), which a right-to-left line would draw at its other end.
    """
    turned = runs_right_to_left(language)
    spans: list[Text] = []
    for part in _HOLDERS.split(said):
        if _HOLDERS.match(part):
            word = foreign[ord(part) - _HOLDER]
            spans.append(Text(text=word, isolated=turned or runs_against(word, language)))
        elif part:
            spans.append(Text(text=part))
    return tuple(spans)


def closing(brief: Brief, words: Words) -> Paragraph:
    """Return the last line: what was checked, what is shown in spite of it, and what was withheld and why."""
    said = [_checked(brief, words), *_unjudged(brief, words), *_forgiven(brief, words), *_withheld(brief, words)]
    return Paragraph(spans=(Italic(text=" ".join(said)),))


def _withheld(brief: Brief, words: Words) -> Iterator[str]:
    by_model = brief.receipt.writer == "model"
    reasons = Counter(_reason(one) for one in brief.withheld)
    told = [
        words.say(f"withheld-{reason}", count=count)
        for reason, count in sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    if told:
        # Where sentences of the sources are shown instead, it must be clear whose statements those were.
        first, *others = told
        yield first if by_model else words.say("withheld-draft", withheld=first)
        yield from others
    elif by_model:
        yield words.say("withheld-none")


def _reason(withheld: Withheld) -> str:
    """Return the end of the sentence's id: what a reader wants to know is less than what the writer was told."""
    if withheld.is_difference:
        return "comparison"
    if not withheld.findings:
        return "other"
    code = withheld.findings[0].code
    check = code.partition(".")[0]
    return code.replace(".", "-") if check in _TOLD_BY_CODE or code in _TOLD_APART else check


def _unjudged(brief: Brief, words: Words) -> Iterator[str]:
    """Say that no second model read the claims, or not all of them, where a model wrote them."""
    receipt = brief.receipt
    if receipt.writer != "model" or "support" in receipt.checks:
        return
    if not receipt.judge_fault:
        yield words.say("not-judged")
        return
    is_silent = receipt.judge is None and not any(claim.support for claim in brief.claims)
    told = "none-judged" if is_silent else "not-all-judged"
    yield words.say(told, reason=words.say(f"fault-{receipt.judge_fault}"))


def _forgiven(brief: Brief, words: Words) -> Iterator[str]:
    """Say how many claims are shown in spite of what a check found."""
    if count := sum(bool(remarks_of(claim)) for claim in brief.claims):
        yield words.say("forgiven", count=count)


def _checked(brief: Brief, words: Words) -> str:
    if brief.receipt.writer == "extractive":
        return words.say("checked-verbatim", count=len(brief.claims))
    count = len(brief.claims) + sum(not one.is_difference for one in brief.withheld)
    if not brief.receipt.checks:
        return words.say("checked-nothing", count=count)
    checks = [words.say(f"check-{check}") for check in brief.receipt.checks]
    return words.say("checked", count=count, checks=listed(words, checks))


def _lines(brief: Brief, words: Words) -> Iterator[str]:
    receipt = brief.receipt
    if receipt.writer == "extractive" and receipt.fault in {None, "no_model"}:
        yield words.say("no-model")
    elif receipt.writer == "extractive":
        yield words.say("model-failed", reason=words.say(f"fault-{receipt.fault}"))
    if receipt.shortened:
        numbers = [words.say("marker", number=number) for number in sorted(receipt.shortened)]
        yield words.say("shortened", count=len(numbers), numbers=listed(words, numbers))
    for source in brief.sources:
        number = words.say("marker", number=source.number)
        if source.article.access == "open_part":
            yield words.say("open-part", number=number, words=count_words(story_of(source.article)))
        if source.article.pages_unread:
            yield words.say("pages-unread", number=number, pages=source.article.pages_unread)
