"""A model that copies: its claims are sentences of the articles as they stand, so that every check passes.

As a judge it agrees to everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.doubles.chat_request import ChatRequest
from tests.doubles.model_endpoint import Answer

_ASKED = re.compile(r'^<(claim|pair) number="(\d+)">$', re.MULTILINE)
_LINE = re.compile(r"^\[(\d+)\.(\d+)\] (.+)$", re.MULTILINE)


def sentences(request: ChatRequest) -> list[tuple[str, str]]:
    """The labelled sentences of a request: label and text."""
    text = request.messages[-1][1]
    return [(f"{source}.{index}", words) for source, index, words in _LINE.findall(text) if index != "0"]


def judged(request: ChatRequest, verdict: str = "supported", problem: str | None = None) -> dict[str, Any] | None:
    """The reply of a judge that says the same of each claim; None where it is not a judge that is asked."""
    numbers = [int(number) for kind, number in _ASKED.findall(request.messages[-1][1]) if kind == "claim"]
    claims = [{"number": number, "problem": problem, "verdict": verdict} for number in numbers]
    return {"claims": claims} if claims else None


def compared(request: ChatRequest, verdict: str = "exclusive") -> dict[str, Any] | None:
    """The reply of a judge that says the same of each pair of versions; None where it is asked for none."""
    numbers = [int(number) for kind, number in _ASKED.findall(request.messages[-1][1]) if kind == "pair"]
    pairs = [{"number": number, "problem": None, "verdict": verdict} for number in numbers]
    return {"pairs": pairs} if pairs else None


def copy_sentences(request: ChatRequest) -> dict[str, Any]:
    """A draft whose claims are the first sentences of the sources."""
    if reply := judged(request) or compared(request):
        return reply
    if "repair" in request.schema_name:
        return {"claims": []}
    claims = [{"evidence": [label], "attribution": None, "text": words} for label, words in sentences(request)[:6]]
    return {"claims": claims, "differences": [], "origins": [], "headline": "What the articles say"}


def claiming(*texts: str) -> Callable[[ChatRequest], Answer]:
    """A model that claims `texts` of the first sentence, whatever it says."""

    def answer(request: ChatRequest) -> Answer:
        if reply := judged(request) or compared(request):
            return reply
        if "repair" in request.schema_name:
            return {"claims": []}
        label = sentences(request)[0][0]
        claims = [{"evidence": [label], "attribution": None, "text": text} for text in texts]
        return {"claims": claims, "differences": [], "origins": [], "headline": texts[0]}

    return answer


class Switch:
    """A script that a test changes while the bot runs."""

    def __init__(self) -> None:
        self.script: Callable[[ChatRequest], Answer] = copy_sentences

    def __call__(self, request: ChatRequest) -> Answer:
        return self.script(request)
