"""What a judge is asked, as messages: the stable part first, then each text beside the sentences it cites, as data.

Every line begins with a word that this module wrote, and what stands behind it is defused as in `prompting.py`, so that
no sentence can pass for evidence, for another claim or for an instruction. Neither who wrote a claim nor in which order
the articles were sent can be seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.checking.datelines import published
from bot.core.checking.statement import Passage, Statement
from bot.core.errors import SettingsError
from bot.core.judging import Pair, Question
from bot.core.models import Doubt, Source
from bot.core.writing.prompt_file import Prompt, fill
from bot.core.writing.prompting import LEFT_OUT, Message, day_of
from bot.core.writing.quarantine import neutralised, shortened

MOST_DOUBTS = 6
_NEIGHBOUR, _OUTLET, _WORDS = 400, 80, 200
_VERSIONS = "ABCD"
_UNDATED = "9999"

_JUDGE = ("opinions", frozenset({"count", "claims"}))
_COMPARE = ("comparisons", frozenset({"count", "pairs"}))


def check_judge_prompts(judge: Prompt, compare: Prompt) -> None:
    """Raise `SettingsError` ("prompt_invalid") where two prompts are not what this module can fill in."""
    for checked, (schema, variables) in ((judge, _JUDGE), (compare, _COMPARE)):
        if (checked.schema, checked.variables) != (schema, variables):
            raise SettingsError("prompt_invalid", prompt=checked.id, reason="another schema or other variables")
        if not checked.system:
            raise SettingsError("prompt_invalid", prompt=checked.id, reason="no system part")
    if "other" not in judge.tables.get("look", {}):
        raise SettingsError("prompt_invalid", prompt=judge.id, reason="no words for other doubts")


def ask_for_judgement(questions: Sequence[Question], prompt: Prompt) -> tuple[Message, ...]:
    """Return the messages that ask for an opinion on each claim; claims are numbered by their place, from 1."""
    claims = [_claim(place, question, prompt) for place, question in enumerate(questions, 1)]
    values = {"count": str(len(questions)), "claims": "\n\n".join(claims)}
    return Message("system", prompt.system), Message("user", fill(prompt.user, values))


def ask_for_comparison(pairs: Sequence[Pair], prompt: Prompt) -> tuple[Message, ...]:
    """Return the messages that ask whether both versions can be true; pairs are numbered by their place, from 1."""
    shown = [_pair(place, pair) for place, pair in enumerate(pairs, 1)]
    values = {"count": str(len(pairs)), "pairs": "\n\n".join(shown)}
    return Message("system", prompt.system), Message("user", fill(prompt.user, values))


def _claim(place: int, question: Question, prompt: Prompt) -> str:
    looks = prompt.tables["look"]
    lines = [
        f'<claim number="{place}">',
        f"claim: {neutralised(question.statement.text)}",
        *_evidence(question.statement),
        *(_look(doubt, looks.get(doubt.code, looks["other"])) for doubt in question.doubts[:MOST_DOUBTS]),
        "</claim>",
    ]
    return "\n".join(lines)


def _pair(place: int, pair: Pair) -> str:
    lines = [f'<pair number="{place}">']
    for name, version in zip(_VERSIONS, pair.versions, strict=False):
        lines += [f"version {name}: {neutralised(version.text)}", *_evidence(version)]
    return "\n".join([*lines, "</pair>"])


def _look(doubt: Doubt, question: str) -> str:
    words = shortened(doubt.words, _WORDS)
    return f"look at: “{words}”: {question}" if words else f"look at: {question}"


def _evidence(statement: Statement) -> Iterator[str]:
    """Sources by their day and text, so that the same evidence makes the same request."""
    for passage in sorted(statement.passages, key=_day_and_text):
        article = passage.source.article
        yield f"outlet: {shortened(article.outlet or '', _OUTLET) or 'not known'}"
        yield f"published: {_published(passage.source)}"
        yield from _sentences(passage)


def _published(source: Source) -> str:
    """The day that the article is known by, or that its first sentence opens with: the writer may use either."""
    opened = published(source, "") if source.article.published_at is None else None
    if opened is None:
        return day_of(source.article)
    day = opened.days[0]
    return (
        f"{day.year:04}-{day.month:02}-{day.day:02}"
        if opened.year_known
        else f"{day.month:02}-{day.day:02}, year not known"
    )


def _sentences(passage: Passage) -> Iterator[str]:
    sentences = passage.source.sentences
    labels = {sentence.label for sentence in passage.cited}
    cited = [place for place, sentence in enumerate(sentences) if sentence.label in labels]
    shown = sorted({at for place in cited for at in (place - 1, place, place + 1) if 0 <= at < len(sentences)})
    before = shown[0] - 1
    for at in shown:
        if at > before + 1:
            yield LEFT_OUT
        before = at
        is_cited, text = sentences[at].label in labels, sentences[at].text
        if seen := neutralised(text) if is_cited else shortened(text, _NEIGHBOUR):
            yield f"{'cited' if is_cited else 'near'}: {seen}"


def _day_and_text(passage: Passage) -> tuple[str, str]:
    published = passage.source.article.published_at
    return published.isoformat()[:10] if published else _UNDATED, passage.source.article.text
