"""The control arm: the same model with a plain prompt, as somebody would ask it who has no Footnote.

Its text is cut after each run of marks like [1][2]; what stands before a run is one statement, which rests on the whole
of each article that it names. A statement without a mark rests on nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from bot.core.checking.statement import Passage, Statement
from bot.core.models import Sentence, Source
from bot.core.writing.language_names import name_language
from bot.core.writing.prompt_file import Prompt, fill, parse_prompt
from bot.core.writing.prompting import Message
from tests.evals.measures import nearest

if TYPE_CHECKING:
    from bot.adapters.openai_llm.model import Model

PROMPT = Path(__file__).with_name("control.md")
LONGEST = 20_000
"""Characters of a summary that are read."""
_MARKS = re.compile(r"(?:\s{0,3}\[[0-9]{1,2}(?:\s?,\s?[0-9]{1,2}){0,8}\]){1,9}[.。]?")
_NUMBER = re.compile("[0-9]{1,2}")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")


class PlainSummary(BaseModel):
    """What the model answers: one text with marks in it."""

    model_config = ConfigDict(extra="forbid")

    summary: str


def read_control_prompt() -> Prompt:
    """Return the plain prompt."""
    return parse_prompt(PROMPT.read_text(encoding="utf-8"), name="control", version="v1")


async def summarise(sources: Sequence[Source], model: Model, *, language: str) -> str:
    """Return the model's plain summary; raise `WriterError` where nothing usable comes."""
    prompt = read_control_prompt()
    articles = "\n\n".join(_article(source) for source in sources)
    asked = Message("user", fill(prompt.user, {"articles": articles, "language": name_language(language)}))
    reply, _ = await model.ask((asked,), prompt=prompt, form=PlainSummary)
    return reply.summary[:LONGEST]


def statements_in(summary: str, sources: Sequence[Source], *, language: str) -> tuple[Statement, ...]:
    """Return the statements of a plain summary, each beside the articles that it names.

    As cited sentences stand those with most of its words, one of each article, so that a speaker or a doubt can be
    looked for; numbers and quotations are looked for in the whole article.
    """
    by_number = {source.number: source for source in sources}
    return tuple(
        _statement(text, [by_number[number] for number in numbers if number in by_number], numbers, language)
        for text, numbers in _marked(summary)
    )


def _marked(summary: str) -> Iterable[tuple[str, tuple[int, ...]]]:
    """The sentences of a text, with the marks behind each; those before one without a mark have none."""
    at = 0
    for marks in _MARKS.finditer(summary):
        *bare, last = [each for each in _SENTENCE_END.split(summary[at : marks.start()]) if each.strip()] or [""]
        yield from ((each.strip(), ()) for each in bare)
        if last.strip():
            yield last.strip(), tuple(dict.fromkeys(int(each) for each in _NUMBER.findall(marks.group())))
        at = marks.end()
    yield from ((each.strip(), ()) for each in _SENTENCE_END.split(summary[at:]) if each.strip())


def _statement(text: str, cited: Sequence[Source], numbers: Sequence[int], language: str) -> Statement:
    return Statement(
        text=text,
        labels=tuple(str(number) for number in numbers),
        passages=tuple(WholeArticle(source, _alike(text, source)) for source in cited),
        language=language,
    )


class WholeArticle(Passage):
    """A passage of which everything is beside what is cited: a mark like [1] names an article and no sentence."""

    @property
    def window(self) -> tuple[Sentence, ...]:
        """All sentences of the article, and its headline."""
        headline = (self.source.headline,) if self.source.headline else ()
        return (*headline, *self.source.sentences)


def _alike(text: str, source: Source) -> tuple[Sentence, ...]:
    place = nearest(text, [sentence.text for sentence in source.sentences])
    return () if place is None else (source.sentences[place],)


def _article(source: Source) -> str:
    article = source.article
    body = " ".join(sentence.text for sentence in source.sentences)
    return f"[{source.number}] {article.outlet or ''}: {article.title or ''}\n{body}"
