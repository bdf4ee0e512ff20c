"""Reads briefs as `footnote brief --json` prints them, without believing how they say their articles were cut.

The file may come from anybody: whatever is too large, too deep or of the wrong shape is no brief.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from bot.core.errors import UsageError
from bot.core.models import Article, Brief, Evidence, Sentence, Source
from bot.core.rechecking.flaws import Stored
from bot.core.sentences import label

MOST_BYTES: Final = 20_000_000
_MOST: Final = {"sources": 20, "claims": 20, "differences": 20, "origins": 200, "also_quoted": 500}
"""Parts that a brief may have: more than any that this program makes."""
_MOST_EVIDENCE: Final = 100
"""Sentences that one part may rest on."""
_LONGEST: Final = 1_000_000
"""Characters of an article."""
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_SENTENCES: Final = TypeAdapter(tuple[Sentence, ...])


def parse_briefs(written: bytes) -> tuple[Stored, ...]:
    """Return the briefs in a file of one or more JSON objects, in their order.

    Raises `UsageError`: brief_too_large(limit) in megabytes, no_brief(number) for the first object that is none, or
    for number 1 where the file is no JSON at all.
    """
    if len(written) > MOST_BYTES:
        raise UsageError("brief_too_large", limit=MOST_BYTES // 1_000_000)
    found = tuple(_objects(written))
    if not found:
        raise UsageError("no_brief", number=1)
    return tuple(_stored(each, number) for number, each in enumerate(found, 1))


def _objects(written: bytes) -> Iterator[object]:
    decoder, at, number = json.JSONDecoder(), 0, 1
    try:
        text = written.decode("utf-8-sig")
        while (at := _next(text, at)) < len(text):
            told, at = decoder.raw_decode(text, at)
            yield told
            number += 1
    except (ValueError, RecursionError):
        raise UsageError("no_brief", number=number) from None


def _next(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _stored(told: object, number: int) -> Stored:
    try:
        return _read(told)
    except (ValidationError, KeyError, TypeError, ValueError, RecursionError):
        raise UsageError("no_brief", number=number) from None


def _read(told: object) -> Stored:
    if not isinstance(told, dict) or any(len(told.get(name, ())) > most for name, most in _MOST.items()):
        raise ValueError("a brief has a few parts")
    cut = [_source(each) for each in told["sources"]]
    brief = Brief.model_validate({**told, "sources": tuple(source for source, _, _ in cut)})
    numbers = [source.number for source in brief.sources]
    if not numbers or len(set(numbers)) < len(numbers) or any(len(each) > _MOST_EVIDENCE for each in _evidence(brief)):
        raise ValueError("sources have numbers of their own, and parts of a brief rest on a few sentences")
    return Stored(brief=brief, cuts=tuple((headline, sentences) for _, headline, sentences in cut))


def _source(told: dict[str, Any]) -> tuple[Source, Sentence | None, tuple[Sentence, ...]]:
    """Return a source cut anew, and the headline and the sentences that it was written down with."""
    article = Article.model_validate(told["article"])
    article.text.encode("utf-8")  # half a character, which JSON can smuggle in, was in no article
    if len(article.text) > _LONGEST or set(told) != set(Source.model_fields) or type(told["number"]) is not int:
        raise ValueError("a source is a numbered article and its sentences")
    headline = Sentence.model_validate(told["headline"]) if told["headline"] is not None else None
    return label(article, number=told["number"]), headline, _SENTENCES.validate_python(told["sentences"])


def _evidence(brief: Brief) -> Iterator[tuple[Evidence, ...]]:
    yield from (each.evidence for each in brief.claims)
    yield from (version.evidence for each in brief.differences for version in each.versions)
    yield from (each.evidence for each in brief.origins)
