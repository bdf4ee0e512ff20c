"""What a check found, as a sentence."""

from __future__ import annotations

from bot.core.message.words import Words

FINDINGS = frozenset(
    {
        "citations.unknown_label", "citations.headline", "citations.none", "citations.too_many", "citations.too_long",
        "citations.elsewhere", "numbers.unsupported", "quotations.altered", "quotations.speaker",
        "quotations.unbalanced", "names.unknown", "attribution.dropped", "attribution.dropped_plain",
        "attribution.other", "attribution.plural", "attribution.hedge", "neutrality.loaded", "neutrality.verb",
        "clarity.leans", "clarity.undated", "clarity.two_facts", "support.partial", "support.still_partial",
        "support.contradicted", "support.unsupported", "comparison.unconfirmed",
    }
)  # fmt: skip
"""Codes that have a sentence of their own; what was stored by another version may know others."""
DOUBTS = frozenset(
    {"names.transliterated", "names.elsewhere", "attribution.limiting", "attribution.negation", "citations.thin"}
)


def explain_finding(code: str, words: Words) -> str:
    """Return what a finding has against a claim."""
    return words.say("finding-" + (code.replace(".", "-") if code in FINDINGS else "other"))


def explain_doubt(code: str, words: Words) -> str:
    """Return what a judge was asked to look at."""
    return words.say("doubt-" + (code.replace(".", "-") if code in DOUBTS else "other"))
