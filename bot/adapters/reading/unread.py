"""What is said of a page that holds no article, where a copy of it may be had elsewhere."""

from __future__ import annotations

from bot.core.errors import LoadError


class UnreadError(LoadError):
    """A page holds no article; to whoever does not try its copies, it is the `LoadError` of its code.

    `url` is where the page was found, "" for a file; `copies` are links that the page itself names, unchecked. Neither
    is part of the message.
    """

    def __init__(self, code: str, *, url: str = "", copies: tuple[str, ...] = (), **params: str | int) -> None:
        super().__init__(code, **params)
        self.url = url
        self.copies = copies
