"""What a call to a model will take, estimated before it is made: its messages, its schema, and room for the reply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.core.writing.fitting import estimate_tokens

REPLY_TOKENS = 1_500
"""Room for a reply without a limit: drafts about two to four articles take 930 to 1,920 by `estimate_tokens`."""
_MESSAGE_TOKENS = 8
"""Role and delimiters around a message."""
_LIMITS = ("max_completion_tokens", "max_tokens")


def estimate_call(texts: Iterable[str], *, extra: Mapping[str, object], longest_reply: int = 0) -> int:
    """Return about how many tokens a call takes, read and written together, rather too many than too few.

    `texts` are all that the model reads, the schema among them. `extra` are further fields of the request: where they
    limit the reply, the limit is taken, the larger one where there are two, as servers differ in which they heed.
    Without a limit there is room for `longest_reply`, the tokens of the longest reply so far: models that think before
    they write take many times what they show.
    """
    read = sum(_MESSAGE_TOKENS + estimate_tokens(text) for text in texts)
    limits = [limit for name in _LIMITS if (limit := _positive(extra.get(name)))]
    return read + max(limits, default=max(REPLY_TOKENS, longest_reply))


def _positive(value: object) -> int | None:
    """A server may take -1 for no limit."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None
