"""What the SDK raises, as a `WriterError`: what passes with time, what cost nothing, and how long to hold off.

A message of an SDK error may repeat the key or the prompt. Nothing of it is kept but a status and short plain words.
"""

from __future__ import annotations

import contextlib
import email.utils
import logging
import math
import re
import time
from collections.abc import Callable, Iterator, Mapping

import httpx2
import openai

from bot.core.errors import WriterError

logger = logging.getLogger(__name__)

Clock = Callable[[], float]

PASSING_STATUSES = frozenset({408, 409, 429})
QUOTA_WORDS = frozenset(
    {"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "insufficient_balance", "quota_exceeded"}
)
FORMAT_WORDS = (
    "response_format", "json_schema", "json schema", "json_object", "structured output", "parse grammar", "xgrammar",
    "guided_json",
)  # fmt: skip
LENGTH_WORDS = frozenset({"context_length_exceeded", "exceed_context_size_error"})
FILTER_DETAILS = frozenset({"reasons", "flagged_input", "patterns"})
"""What OpenRouter adds, in `metadata`, to a 403 that is about the text of a request and not about the key."""
REFUSALS = frozenset({"quota", "unauthorised"})
"""Codes of what will be refused again until somebody does something about it."""
UNSENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.ProxyError, httpx2.UnsupportedProtocol)
"""What happens before there is a connection to send a request over."""
_PLAIN_WORD = re.compile(r"[a-z]{2,24}(?:[_.][a-z]{1,24}){0,4}")


class TooLargeError(Exception):
    """A reply has more bytes than any brief needs."""


class Pause:
    """Keeps everybody from asking for `seconds` after a refusal; then one request at a time may try. 0 never pauses."""

    def __init__(self, seconds: float, *, clock: Clock) -> None:
        self._seconds = seconds
        self._clock = clock
        self._refused: str | None = None
        self._until = 0.0
        self._is_trying = False

    def check(self) -> None:
        """Raise the `WriterError` of the refusal where a request would not be let through now."""
        if self._refused and (self._is_trying or self._clock() < self._until):
            raise WriterError(self._refused, reason="paused")

    @contextlib.contextmanager
    def passage(self) -> Iterator[None]:
        """Let one request through, or raise as `check` does; what it raises may begin the next pause."""
        self.check()
        is_trial = self._refused is not None
        self._is_trying |= is_trial
        try:
            yield
        except Exception as error:
            self._note(fault_of(error).code)
            raise
        else:
            # A request that was under way all along may have been refused meanwhile, and begun another pause.
            if is_trial and self._clock() >= self._until:
                self._refused = None
        finally:
            if is_trial:
                self._is_trying = False

    def _note(self, code: str) -> None:
        if code in REFUSALS and self._seconds > 0:
            self._refused = code
            self._until = self._clock() + self._seconds
            logger.warning("the endpoint refuses requests (%s); none for %.0f s", code, self._seconds)


def fault_of(error: Exception, *, wait: float | None = None) -> WriterError:
    """Return the `WriterError` for what a call raised; anything not foreseen is a malformed answer."""
    if isinstance(error, WriterError):
        return error
    if isinstance(error, openai.APITimeoutError | TimeoutError):
        return WriterError("timed_out")
    if isinstance(error, openai.APIConnectionError):
        return WriterError("unavailable", reason="no connection")
    if isinstance(error, openai.APIStatusError):
        return WriterError(_code(error), **_details(error, wait))
    return WriterError("malformed", reason=type(error).__name__)


def passes(error: BaseException) -> bool:
    """Tell whether the same request may succeed a little later."""
    if isinstance(error, openai.APIConnectionError | TimeoutError):
        return True
    if not isinstance(error, openai.APIStatusError) or _code(error) == "quota":
        return False
    return error.status_code in PASSING_STATUSES or error.status_code >= 500


def cost_nothing(error: Exception) -> bool:
    """Tell whether the request was certainly not processed: it was never sent, or answered with an error."""
    if isinstance(error, openai.APIConnectionError):
        return isinstance(error.__cause__, UNSENT)
    return isinstance(error, openai.APIStatusError)


def refuses_format(error: BaseException) -> bool:
    """Tell whether the server does not know the form of reply that was asked for."""
    if not isinstance(error, openai.APIStatusError) or error.status_code not in {400, 422, 501}:
        return False
    said = f"{error.param or ''} {str(error.body)[:2000]}".lower()
    return any(word in said for word in FORMAT_WORDS)


def asked_wait(error: BaseException | None) -> float:
    """Return the seconds for which the server asks us to wait, 0 where it asks for nothing, `inf` for nonsense."""
    if not isinstance(error, openai.APIStatusError):
        return 0.0
    headers = error.response.headers
    milliseconds = _seconds(headers.get("retry-after-ms"), 1000)
    return milliseconds if milliseconds is not None else _seconds(headers.get("retry-after"), 1) or 0.0


def _seconds(value: str | None, divisor: int) -> float | None:
    if value is None:
        return None
    try:
        seconds = float(value) / divisor
    except ValueError:
        return _until(value)
    return max(0.0, seconds)  # in this order also 0 for "nan"


def _until(value: str) -> float | None:
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError, OverflowError):
        return None


def _code(error: openai.APIStatusError) -> str:
    status, words = error.status_code, _words(error)
    if status == 402 or words & QUOTA_WORDS:
        return "quota"
    if "content_filter" in words or (status == 403 and _blames_text(error)):
        return "filtered"
    if status in {401, 403}:
        return "unauthorised"
    if words & LENGTH_WORDS:
        return "too_long"
    return "unavailable" if status in PASSING_STATUSES or status >= 500 else "rejected"


def _blames_text(error: openai.APIStatusError) -> bool:
    """Tell whether a text is refused: one article must not keep the model from everybody else."""
    metadata = error.body.get("metadata") if isinstance(error.body, Mapping) else None
    return isinstance(metadata, Mapping) and not FILTER_DETAILS.isdisjoint(metadata)


def _words(error: openai.APIStatusError) -> set[str]:
    body = error.body if isinstance(error.body, Mapping) else {}
    return {
        word.lower() for word in (error.code, error.type, body.get("code"), body.get("type")) if isinstance(word, str)
    }


def _details(error: openai.APIStatusError, wait: float | None) -> dict[str, str | int]:
    details: dict[str, str | int] = {"status": error.status_code}
    for name, word in (("reason", error.code or error.type), ("parameter", error.param)):
        if isinstance(word, str) and _PLAIN_WORD.fullmatch(word):
            details[name] = word
    if wait:
        details["wait"] = min(math.ceil(min(wait, 1e9)), 10**9)
    return details
