"""Tells an article from what stands in its place: a consent notice, a login, a payment, a challenge, an error."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """What on a page besides its text tells what it is."""

    visible: int = 0
    """Characters of text that a reader would see."""


def find_wall(signs: Signs, *, title: str, text: str) -> str:  # noqa: ARG001
    """Return the code of what stands in the article's place, "" where nothing does."""
    return ""
