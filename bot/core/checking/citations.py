"""C1: every claim cites one to three sentences per source, and all of them exist."""

from __future__ import annotations

from bot.core.checking.statement import Statement
from bot.core.models import Finding

MOST_PER_SOURCE = 3
LONGEST = 400
"""Characters of a claim; a claim is one fact in one paragraph."""


def check(statement: Statement) -> tuple[Finding, ...]:
    """Return what is wrong with the labels and the shape of a statement.

    Codes: citations.unknown_label, citations.headline (a headline is no evidence), citations.none,
    citations.too_many, citations.too_long (also where there is no text, or more than one paragraph).
    """
    return (*_labels(statement), *_amount(statement), *_shape(statement))


def _labels(statement: Statement) -> list[Finding]:
    known = {sentence.label for sentence in statement.cited}
    findings = []
    for label in statement.labels:
        if label in known:
            continue
        code = "headline" if label.endswith(".0") else "unknown_label"
        findings.append(_finding(code, label))
    return findings


def _amount(statement: Statement) -> list[Finding]:
    if not statement.labels:
        return [_finding("none")]
    return [
        _finding("too_many", " ".join(sentence.label for sentence in passage.cited[MOST_PER_SOURCE:]))
        for passage in statement.passages
        if len(passage.cited) > MOST_PER_SOURCE
    ]


def _shape(statement: Statement) -> list[Finding]:
    text = statement.text
    if len(text) > LONGEST or "\n" in text or not any(char.isalnum() for char in text):
        return [_finding("too_long")]
    return []


def _finding(code: str, words: str = "") -> Finding:
    return Finding(check="citations", code=f"citations.{code}", words=words)
