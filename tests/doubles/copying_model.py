"""A model that copies: its claims are sentences of the articles as they stand, so that every check passes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.doubles.chat_request import ChatRequest
from tests.doubles.model_endpoint import Answer

_LINE = re.compile(r"^\[(\d+)\.(\d+)\] (.+)$", re.MULTILINE)


def sentences(request: ChatRequest) -> list[tuple[str, str]]:
    """The labelled sentences of a request: label and text."""
    text = request.messages[-1][1]
    return [(f"{source}.{index}", words) for source, index, words in _LINE.findall(text) if index != "0"]


def copy_sentences(request: ChatRequest) -> dict[str, Any]:
    """A draft whose claims are the first sentences of the sources."""
    if "repair" in request.schema_name:
        return {"claims": []}
    claims = [{"evidence": [label], "attribution": None, "text": words} for label, words in sentences(request)[:6]]
    return {"claims": claims, "differences": [], "origins": [], "headline": "What the articles say"}


def claiming(*texts: str) -> Callable[[ChatRequest], Answer]:
    """A model that claims `texts` of the first sentence, whatever it says."""

    def answer(request: ChatRequest) -> Answer:
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
