"""Entities as text: what is stored of a request and of a brief, and how it is read again.

A brief holds each of its articles whole and, cut into sentences, once more. Stored, it names its articles by a key and
its sentences by their place; the article stands in a row of its own, and once it is deleted its words are gone. What
the claims rest on, and whose it is, stays with the brief.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from bot.core.models import Article, Brief, Entity, Sentence, Source
from bot.core.receipts import Credit, KeptBrief

_CREDIT = "credit"
"""Where a stored source says whose it is; briefs of before do not."""


def storable(text: str) -> str:
    """Return a text without lone surrogates, which JSON can smuggle into a str and no database takes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def as_text(entity: Entity) -> str:
    """Return an entity as JSON."""
    return _json(entity.model_dump(mode="json"))


def key_of(article: str) -> str:
    """Return the key of an article's JSON: `Article.id` is of its text alone, and copies differ in all the rest."""
    return hashlib.sha256(article.encode("utf-8")).hexdigest()


def take_apart(brief: Brief) -> tuple[str, dict[str, str]]:
    """Return a brief as JSON without its articles, and the articles as JSON by key."""
    told = brief.model_dump(mode="json", exclude={"sources"})
    articles = {}
    told["sources"] = []
    for source in brief.sources:
        article = as_text(source.article)
        articles[key_of(article)] = article
        told["sources"].append(_source_without_words(source, key_of(article)))
    return _json(told), articles


def keys_in(brief: str) -> tuple[str, ...]:
    """Return the keys of the articles that a stored brief needs."""
    return tuple(source["article"] for source in json.loads(brief)["sources"])


def put_together(brief: str, articles: Mapping[str, str]) -> Brief | None:
    """Return the brief that was taken apart; None where an article is gone or the form is one of an older version."""
    told = json.loads(brief)
    try:
        sources = tuple(_source(source, articles[source["article"]]) for source in told["sources"])
        return Brief.model_validate({**told, "sources": sources})
    except (KeyError, ValidationError):
        return None


def outline(brief: str) -> KeptBrief | None:
    """Return what is left of a stored brief without its articles; None where the form is one of an older version."""
    told = json.loads(brief)
    try:
        kept = {name: told[name] for name in ("headline", "language", "claims", "receipt")}
        whose = [each.get(_CREDIT, {"number": each["number"]}) for each in told["sources"]]
        return KeptBrief.model_validate({**kept, "credits": whose})
    except (KeyError, ValidationError):
        return None


def _source_without_words(source: Source, key: str) -> dict[str, Any]:
    told = source.model_dump(mode="json", exclude={"article", "sentences", "headline"})
    return {
        **told,
        "article": key,
        _CREDIT: Credit.of(source).model_dump(mode="json"),
        "headline": _place(source.headline) if source.headline else None,
        "sentences": [_place(sentence) for sentence in source.sentences],
    }


def _place(sentence: Sentence) -> dict[str, Any]:
    return sentence.model_dump(mode="json", exclude={"text"})


def _source(told: Mapping[str, Any], stored: str) -> Source:
    article = Article.model_validate_json(stored)
    headline = _sentence(told["headline"], article) if told["headline"] else None
    sentences = tuple(_sentence(place, article) for place in told["sentences"])
    words = {"article": article, "headline": headline, "sentences": sentences}
    return Source.model_validate({name: value for name, value in told.items() if name != _CREDIT} | words)


def _sentence(place: Mapping[str, Any], article: Article) -> Sentence:
    span = place["span"]
    return Sentence.model_validate({**place, "text": article.text[span["start"] : span["end"]]})


def _json(data: object) -> str:
    return storable(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
