"""Long sources cut down to what fits: each keeps its most telling sentences, in their order and under their labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from bot.core.models import Sentence, Source

_LABEL_TOKENS = 7
"""Brackets, label and line end; twelve single digits and marks at worst, about six as a rule."""
_SOURCE_TOKENS = 160
"""Delimiters, outlet, title, date and authors, at the lengths to which the prompt cuts them."""

# Tokens per character, on the safe side: measured on news prose, at least what o200k takes and about what cl100k does,
# which is up to three times too many for a newer vocabulary outside of the Latin script.
_WEIGHTS = (
    (re.compile(r"[A-Za-z]"), 0.33),
    (re.compile(r"[0-9]"), 0.70),
    (re.compile(r"[\u00c0-\u024f\u1e00-\u1eff]"), 1.00),
    (re.compile(r"[\u0370-\u03ff]"), 1.05),
    (re.compile(r"[\u0400-\u052f]"), 0.50),
    (re.compile(r"[\u0590-\u06ff]"), 1.05),
    (re.compile(r"[\u0900-\u0dff\u0e00-\u0fff]"), 1.20),
    (re.compile(r"[\u3040-\u30ff\uac00-\ud7af]"), 1.30),
    (re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]"), 1.40),
    (re.compile(r"\s"), 0.10),
    (re.compile(r"[!-/:-@\[-`{-~\u2010-\u2027\u3000-\u303f]"), 1.00),
)
_OTHER = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Sources within a budget; `shortened` are the numbers of those that lost sentences."""

    sources: tuple[Source, ...]
    shortened: tuple[int, ...]
    tokens: int


def estimate_tokens(text: str) -> int:
    """Return about how many tokens `text` costs, rather too many than too few; no tokenizer is at hand offline."""
    counted, tokens = 0, 0.0
    for pattern, weight in _WEIGHTS:
        found = len(pattern.findall(text))
        counted += found
        tokens += found * weight
    return ceil(tokens + (len(text) - counted) * _OTHER)


def estimate_source(source: Source) -> int:
    """Return about how many tokens a source costs in a prompt, its header and labels included."""
    return _SOURCE_TOKENS + sum(map(_cost, source.sentences))


def fit(sources: Sequence[Source], *, budget: int, rank: Callable[[Source], Sequence[float]]) -> Fitted:
    """Return `sources` reduced to about `budget` input tokens, none of them left out.

    `rank` gives one number per sentence of a source, higher for more telling. Each source may use an equal share of
    the budget, and what short sources leave is shared out among the long ones. A source without a single sentence
    that fits its share keeps none. Numbers and labels stay as they were.
    """
    costs = [estimate_source(source) for source in sources]
    shares = _share(costs, budget)
    kept = tuple(
        source if cost <= share else _reduced(source, share - _SOURCE_TOKENS, rank(source))
        for source, cost, share in zip(sources, costs, shares, strict=True)
    )
    return Fitted(
        sources=kept,
        shortened=tuple(new.number for new, old in zip(kept, sources, strict=True) if new is not old),
        tokens=sum(map(estimate_source, kept)),
    )


def _cost(sentence: Sentence) -> int:
    return _LABEL_TOKENS + estimate_tokens(sentence.text)


def _share(costs: Sequence[int], budget: int) -> list[int]:
    """Fill from the cheapest up: who needs less than an equal share of what is left leaves the rest to the others."""
    shares = [0] * len(costs)
    left = budget
    order = sorted(range(len(costs)), key=lambda at: costs[at])
    for position, at in enumerate(order):
        shares[at] = min(costs[at], max(0, left) // (len(order) - position))
        left -= shares[at]
    return shares


def _reduced(source: Source, share: int, ranks: Sequence[float]) -> Source:
    if len(ranks) != len(source.sentences):
        raise ValueError("rank gives one number per sentence")
    best_first = sorted(range(len(ranks)), key=lambda at: (-ranks[at], at))
    chosen: set[int] = set()
    for at in best_first:
        cost = _cost(source.sentences[at])
        if cost <= share:
            chosen.add(at)
            share -= cost
    kept = tuple(sentence for at, sentence in enumerate(source.sentences) if at in chosen)
    return Source(number=source.number, article=source.article, headline=source.headline, sentences=kept)
