"""Looks for what tells a wall from an article: forms, frames, scripts. Runs in the reading process only."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from bot.core.walls import Signs


def read_signs(tree: LexborHTMLParser, url: str) -> Signs:  # noqa: ARG001
    """Return the signs of a page whose scripts are still there."""
    return Signs(visible=len(tree.body.text()) if tree.body else 0)
