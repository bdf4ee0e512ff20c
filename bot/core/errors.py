"""The error tree: every error of our own carries a code and parameters, and the edges turn them into sentences.

FootnoteError
├── SettingsError    the operator must change a setting
├── UsageError       the person asked for something that cannot be done as asked
├── LoadError        one source cannot be read (adapters raise it, flows turn it into a `LoadFailure`)
├── WriterError      the model gave nothing that can be used
├── DeliveryError    a message did not reach its chat, or nobody knows whether it did
├── OverloadError    a piece of work took more than it may
└── StoreError       the database cannot be used
"""

from __future__ import annotations

from functools import partial


class FootnoteError(Exception):
    """`code` is the id of the sentence a person reads; `params` fill it; the cause, if any, is for the operator."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.params.items())
        return f"{self.code}({shown})"

    def __reduce__(self) -> tuple[partial[FootnoteError], tuple[()]]:
        # An exception is pickled as its class and `args`, but the parameters are keyword-only.
        return partial(type(self), self.code, **self.params), ()


class SettingsError(FootnoteError):
    """A setting is missing or wrong."""


class UsageError(FootnoteError):
    """What was asked for makes no sense as asked."""


class LoadError(FootnoteError):
    """A link, file or text cannot be read as an article."""


class WriterError(FootnoteError):
    """The model's answer cannot be used; the extractive writer takes over.

    Codes: refused, truncated, filtered, malformed, unavailable, timed_out, quota, unauthorised, rejected,
    too_long, withheld, budget.
    """


class DeliveryError(FootnoteError):
    """A call to the chat platform failed.

    Codes: blocked (nobody reads there any more), gone (the message to edit or answer is not there), moved(chat: the
    chat has another id), rejected(reason: the call itself is wrong, and will be for ever), flooded(seconds: later, and
    it was not done), unreachable (it was not done), unknown (it may have been done), given_up (unknown
    each time it was tried), unauthorised (the token).
    """


class OverloadError(FootnoteError):
    """A piece of work reached its limit of time, or its process broke down. Code: too_much."""


class StoreError(FootnoteError):
    """The database is missing, broken, in use, or of another version; codes name the sentence for the operator."""
