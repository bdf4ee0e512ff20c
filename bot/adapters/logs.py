"""What the bot writes down for its operator: one line for each event on standard error, with no secret in it.

Secrets get into logs by way of others: an HTTP client logs addresses with the token in them, an exception quotes what
it could not connect to. So everything that reaches standard error through Python is redacted at the last moment.
"""

from __future__ import annotations

import contextlib
import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from types import TracebackType
from typing import Final
from urllib.parse import quote, quote_plus, unquote, urlsplit

REDACTED: Final = "[redacted]"
OWN: Final = "bot"
OTHERS: Final = (
    "aiosqlite", "alembic", "asyncio", "httpcore", "httpcore2", "httpx", "httpx2", "openai", "pebble", "sqlalchemy",
    "telegram",
)  # fmt: skip
"""They log addresses, prompts and what people write, at least at the levels below a warning."""
SILENT: Final = ("telegram.request",)
"""At the level of an error it logs whole answers, with what people wrote in them; the error itself is raised too."""
_SHAPE: Final = r"[0-9]{6,}(?::|%3A)[A-Za-z0-9_-]{30,}"
_SHORTEST_SECRET: Final = 4
_LOGGER = logging.getLogger("bot.logs")


class Redactor:
    """Takes secrets out of a text, in whatever form they are usually written; those below 4 characters stay."""

    def __init__(self, secrets: Collection[str] = ()) -> None:
        forms = {form for secret in secrets for form in _forms(secret) if len(form) >= _SHORTEST_SECRET}
        longest_first = sorted(forms, key=len, reverse=True)
        self._pattern = re.compile("|".join([*map(re.escape, longest_first), _SHAPE]), re.IGNORECASE)

    def redact(self, text: str) -> str:
        """Return `text` without the secrets and without anything that looks like a bot token."""
        return self._pattern.sub(REDACTED, text)


def redact(text: str, *, secrets: Collection[str] = ()) -> str:
    """Return `text` without `secrets` and without anything that looks like a bot token."""
    return Redactor(secrets).redact(text)


def _forms(secret: str) -> Iterator[str]:
    for part in (secret, *_parts(secret)):
        yield part
        yield from (quote(part), quote(part, safe=""), quote_plus(part))
        yield from (repr(part)[1:-1], json.dumps(part)[1:-1], part.encode("unicode_escape").decode("ascii"))


def _parts(secret: str) -> Iterator[str]:
    """Yield what of a secret is secret by itself: what follows the bot's id, the password in an address."""
    if re.fullmatch(_SHAPE, secret):
        yield secret.partition(":")[2]
    try:
        password = urlsplit(secret).password
    except ValueError:
        return
    if password:
        yield password
        yield unquote(password)


class RedactingFormatter(logging.Formatter):
    """Writes "time level logger: message", and tracebacks indented below it."""

    def __init__(self, redactor: Redactor) -> None:
        super().__init__()
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line, with more only for a traceback or a stack."""
        at = datetime.fromtimestamp(record.created, tz=UTC).isoformat(timespec="milliseconds")
        line = f"{at} {record.levelname.lower()} {_printable(record.name)}: {_printable(_message(record))}"
        return self._redactor.redact("\n".join([line, *_below(record)]))


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except Exception as error:
        return f"{record.msg!r} with arguments that do not fit ({type(error).__name__})"


def _below(record: logging.LogRecord) -> Iterator[str]:
    """Yield the lines of the traceback and the stack; indented, none of them can pass for a record of its own."""
    text = ""
    if record.exc_info and record.exc_info[0] is not None:
        text += "".join(traceback.format_exception(*record.exc_info))
    elif record.exc_text:
        text += record.exc_text
    if record.stack_info:
        text += f"\n{record.stack_info}"
    for line in re.split(r"\r\n|\n", text):
        if line.strip():
            yield f"    {_printable(line)}"


def _printable(text: str) -> str:
    """Return `text` with line ends, control codes and invisible characters spelled out."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in text)


class _StandardError(logging.StreamHandler):  # type: ignore[type-arg]
    """Writes to standard error, and of a record that cannot be written no more than that."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the signature is the library's
        """Say so, if even that is possible; the library's own message would show the record unredacted."""
        with contextlib.suppress(Exception):
            sys.stderr.write(f"a record of {_printable(record.name)} could not be logged\n")


def open_logs(*, level: str, secrets: Collection[str]) -> Redactor:
    """Send all logs to standard error, redacted, and with them what Python itself would write there.

    `level` is "debug", "info", "warning" or "error" and holds for the bot's own loggers; those of libraries stay at
    warnings or above. Uncaught errors of the process, its threads, its event loop and its finalisers are logged.
    Nothing is undone at the end: what goes wrong last is redacted too. Returns what redacts.
    """
    redactor = Redactor(secrets)
    own = logging.getLevelNamesMapping()[level.upper()]
    others = max(own, logging.WARNING)
    handler = _StandardError()
    handler.setFormatter(RedactingFormatter(redactor))
    handler.addFilter(lambda record: record.levelno >= (own if _is_own(record.name) else others))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(others)
    logging.getLogger(OWN).setLevel(own)
    for name in OTHERS:
        logging.getLogger(name).setLevel(others)
    for name in SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    logging.captureWarnings(True)
    _watch_for_the_uncaught()
    return redactor


def _is_own(name: str) -> bool:
    return name == OWN or name.startswith(f"{OWN}.")


def _watch_for_the_uncaught() -> None:
    # The event loop needs no hook: it logs what nobody caught.
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_of_thread
    sys.unraisablehook = _log_unraisable


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        _LOGGER.error("interrupted")
        return
    _LOGGER.critical("an error that nobody caught", exc_info=(kind, error, trace))


def _log_of_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_type is SystemExit:
        return
    error = args.exc_value if args.exc_value is not None else args.exc_type()
    _LOGGER.error("an error that nobody caught in a thread", exc_info=(args.exc_type, error, args.exc_traceback))


def _log_unraisable(unraisable: sys.UnraisableHookArgs) -> None:
    error = unraisable.exc_value if unraisable.exc_value is not None else unraisable.exc_type()
    _LOGGER.error(
        "%s: %r",
        unraisable.err_msg or "an error where none can be raised",
        unraisable.object,
        exc_info=(unraisable.exc_type, error, unraisable.exc_traceback),
    )
