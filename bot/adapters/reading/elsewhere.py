"""What is said of a page that holds no article of its own and only leads to another one."""

from __future__ import annotations

from functools import partial
from typing import cast

from bot.core.errors import FootnoteError, LoadError


class ElsewhereError(LoadError):
    """A link, short or wrapped, leads to another page; the loader goes on there.

    To whoever does not follow it, it says what it is: no_article. `target` is unchecked, and no part of the message.
    """

    def __init__(self, target: str) -> None:
        super().__init__("no_article")
        self.target = target

    def __reduce__(self) -> tuple[partial[FootnoteError], tuple[()]]:
        return cast("partial[FootnoteError]", partial(type(self), self.target)), ()
