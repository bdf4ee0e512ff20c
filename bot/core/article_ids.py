"""The id of an article: made of its text alone, so that a changed text does not pass for the one that was read."""

from __future__ import annotations

import hashlib


def article_id(text: str) -> str:
    """Return the first 16 hexadecimal digits of the text's SHA-256; the text has no lone surrogates."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
