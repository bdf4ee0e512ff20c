"""No secret reaches standard error, by whatever way it tries."""

import json
import logging
import os
import re
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.logs import REDACTED, RedactingFormatter, Redactor, redact

ROOT = Path(__file__).parent.parent.parent
TOKEN = "7654321:" + "AAE-x_y" * 5
KEY = "sk-proj/made+up=for tests"
DATABASE = "postgresql://editor:p%40ss%2Fword@db.example/footnote"
SECRETS = (TOKEN, KEY, DATABASE)
TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00"

# ---------------------------------------------------------------- redacting a text


@pytest.mark.parametrize(
    "form",
    [
        TOKEN,
        TOKEN.partition(":")[2],
        quote(TOKEN, safe=""),
        quote(TOKEN, safe="").replace("%3A", "%3a"),
        TOKEN.upper(),
        KEY,
        quote(KEY),
        quote(KEY, safe=""),
        quote_plus(KEY),
        repr(KEY),
        DATABASE,
        "p%40ss%2Fword",
        "p@ss/word",
    ],
)
def test_a_secret_is_taken_out_in_every_form(form: str) -> None:
    clean = Redactor(SECRETS).redact(f"before {form} after")
    assert form.strip("'") not in clean
    assert clean.startswith("before ")
    assert clean.endswith(" after")
    assert REDACTED in clean


@pytest.mark.parametrize("written", [repr, json.dumps, lambda text: text.encode("unicode_escape").decode()])
def test_a_secret_with_quotes_and_backslashes_is_taken_out_as_programs_write_it(written: Callable[[str], str]) -> None:
    hidden = 'it\'s "so"\\here\t\u00e9'
    assert Redactor([hidden]).redact(f"[{written(hidden)}]").strip("[]'\"") == REDACTED.strip("[]")


def test_a_bot_token_is_known_by_its_looks() -> None:
    assert redact(f"https://api.telegram.org/bot{TOKEN}/getMe") == f"https://api.telegram.org/bot{REDACTED}/getMe"
    assert redact("at 12:30 in 654321:short") == "at 12:30 in 654321:short"


def test_what_is_no_secret_stays() -> None:
    text = "sent message 17 to chat -1001234567890 in 0.25 s"
    assert Redactor(["", "in", TOKEN]).redact(text) == text


@given(
    secret=st.text(min_size=8, max_size=40).filter(lambda text: text.strip() == text),
    before=st.text(max_size=20),
    after=st.text(max_size=20),
)
def test_no_secret_of_any_kind_survives_in_a_record(secret: str, before: str, after: str) -> None:
    try:
        raise ValueError(f"{before}{secret}{after}")
    except ValueError:
        line = RedactingFormatter(Redactor([secret])).format(_record("%s", secret, exc_info=sys.exc_info()))
    assert secret not in line.replace(REDACTED, "")


def _record(message: str, *args: object, exc_info: object = None) -> logging.LogRecord:
    return logging.LogRecord("bot.x", logging.INFO, __file__, 1, message, args, exc_info)  # type: ignore[arg-type]


def _lines(message: str, *args: object, exc_info: object = None) -> list[str]:
    return RedactingFormatter(Redactor(SECRETS)).format(_record(message, *args, exc_info=exc_info)).split("\n")


# ---------------------------------------------------------------- the form of a record


def test_a_record_says_when_how_grave_and_where() -> None:
    (line,) = _lines("sent %d messages", 3)
    assert re.fullmatch(rf"{TIME} info bot\.x: sent 3 messages", line)


@pytest.mark.parametrize("char", ["\n", "\r", "\x85", "\u2028", "\x1b", "\x00", "\u202e", "\ud800"])
def test_a_record_is_one_line_without_control_codes(char: str) -> None:
    (line,) = _lines("said %s", f"one{char}2026-01-01 error bot: two")
    assert char not in line
    assert "one\\" in line


def test_a_traceback_stands_indented_below_so_that_nothing_in_it_passes_for_a_record() -> None:
    try:
        raise ValueError("first\n2026-01-01T00:00:00.000+00:00 error bot: forged\x1b[2J")
    except ValueError:
        first, *rest = _lines("it failed", exc_info=sys.exc_info())
    assert re.fullmatch(rf"{TIME} info bot\.x: it failed", first)
    assert len(rest) > 3
    assert all(line.startswith("    ") for line in rest)
    assert not any("\x1b" in line for line in rest)


def test_arguments_that_do_not_fit_lose_nothing_but_themselves() -> None:
    (line,) = _lines("sent %d", TOKEN)
    assert "sent %d" in line
    assert TOKEN not in line


# ---------------------------------------------------------------- a whole process

PREAMBLE = """
    import asyncio, gc, json, logging, os, sys, threading, traceback, warnings
    from bot.adapters.logs import open_logs
    TOKEN, KEY, DATABASE = {secrets!r}
    open_logs(level={level!r}, secrets=(TOKEN, KEY, DATABASE))
    log = logging.getLogger("bot.test")
"""


def stderr_of(script: str, *, level: str = "debug") -> str:
    """Run a script in a process of its own and return what it wrote to standard error."""
    program = textwrap.dedent(PREAMBLE).format(secrets=SECRETS, level=level) + textwrap.dedent(script)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "program.py"  # a file, so that tracebacks can quote its lines
        path.write_text(program, encoding="utf-8")
        command, environment = [sys.executable, str(path)], {**os.environ, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout == ""
    return done.stderr


def is_clean(written: str) -> bool:
    hidden = [TOKEN, TOKEN.partition(":")[2], KEY, quote(KEY, safe=""), DATABASE, "p%40ss%2Fword", "p@ss/word"]
    return not any(secret in written for secret in hidden)


PLACES = {
    "the message": "log.info(f'at {TOKEN}')",
    "an argument": "log.info('at %s with %r', TOKEN, KEY)",
    "an object's repr": """
        class Bot:
            def __repr__(self): return f"Bot[token={TOKEN}]"
        log.info("%s and %s", Bot(), [Bot()])
    """,
    "an exception": """
        try: raise ValueError(f"cannot reach {DATABASE}")
        except ValueError: log.exception("failed")
    """,
    "its cause": """
        try:
            try: raise OSError(f"https://api.telegram.org/bot{TOKEN}/getMe")
            except OSError as cause: raise ValueError("no") from cause
        except ValueError: log.exception("failed")
    """,
    "its context": """
        try:
            try: raise OSError(TOKEN)
            except OSError: raise ValueError(KEY)
        except ValueError: log.exception("failed")
    """,
    "a note": """
        try:
            error = ValueError("no"); error.add_note(f"with {TOKEN}"); raise error
        except ValueError: log.exception("failed")
    """,
    "a group": """
        try: raise ExceptionGroup(TOKEN, [ValueError(KEY), OSError(DATABASE)])
        except ExceptionGroup: log.exception("failed")
    """,
    "the source line": f"""
        try: str(1 / 0) + {TOKEN!r}
        except ZeroDivisionError: log.exception("failed")
    """,
    "the stack": """
        def sevenhundred(token): log.info("here", stack_info=True)
        sevenhundred(TOKEN)
        log.info(TOKEN, stack_info=True)
    """,
    "the extra of a record": "log.info('x %(token)s', {'token': TOKEN})",
    "the name of a logger": "logging.getLogger('bot.' + TOKEN).error('x')",
    "a library's warning": "logging.getLogger('httpx').warning('POST https://x/bot%s/getMe', TOKEN)",
    "arguments that do not fit": "log.info('%d %d', TOKEN)",
    "a message that cannot be written": """
        class Bad:
            def __repr__(self): raise RuntimeError(TOKEN)
            __str__ = __repr__
        log.info(Bad()); log.info("%s", Bad())
    """,
    "a warning": "warnings.warn(f'deprecated: {TOKEN}')",
    "an uncaught exception": "raise SystemError(f'{TOKEN} {KEY}')",
    "an uncaught exception below another": """
        try: raise ValueError(TOKEN)
        finally: raise OSError(KEY)
    """,
    "a thread": """
        def work(): raise ValueError(TOKEN)
        thread = threading.Thread(target=work); thread.start(); thread.join()
    """,
    "a finaliser": """
        class Late:
            def __repr__(self): return TOKEN
            def __del__(self): raise ValueError(KEY)
        Late(); gc.collect()
    """,
    "a task that nobody awaits": """
        async def work(token): raise ValueError(token)
        async def main():
            task = asyncio.create_task(work(TOKEN), name=f"task {KEY}")
            await asyncio.sleep(0.01); del task; gc.collect()
        asyncio.run(main())
    """,
    "a callback of the loop": """
        def call(token): raise ValueError(token)
        async def main():
            asyncio.get_running_loop().call_soon(call, TOKEN)
            await asyncio.sleep(0.01)
        asyncio.run(main())
    """,
    "an escaped form": "log.info(json.dumps({'url': DATABASE, 'key': KEY}) + repr(KEY.encode()))",
}


@pytest.mark.parametrize("place", PLACES)
def test_a_secret_does_not_get_out(place: str) -> None:
    script = PLACES[place]
    written = stderr_of(script)
    assert is_clean(written)
    assert written, "something was logged"
    assert REDACTED in written or place in {"a message that cannot be written", "arguments that do not fit"}


def test_libraries_are_held_at_warnings_even_when_one_looks_closely() -> None:
    written = stderr_of("""
        names = ["httpx", "httpx2", "httpcore.http11", "httpcore2", "openai._base_client", "telegram.Bot", "asyncio",
                 "telegram.ext.ExtBot", "aiosqlite", "sqlalchemy.engine.Engine", "pebble", "alembic.runtime", "else"]
        for name in names:
            logging.getLogger(name).setLevel(logging.DEBUG)  # as a library may do by itself
            logging.getLogger(name).debug("what somebody wrote")
            logging.getLogger(name).info("what somebody wrote")
            logging.getLogger(name).warning("heard %s", name)
        log.debug("our own")
    """)
    assert "what somebody wrote" not in written
    assert written.count("heard") == 13
    assert "our own" in written


def test_whole_answers_of_telegram_are_not_logged() -> None:
    written = stderr_of("""
        from telegram.error import TelegramError
        from telegram.request import BaseRequest
        try: BaseRequest.parse_json_payload(b'{"text": "what somebody wrote"')
        except TelegramError: pass
        log.info("done")
    """)
    assert "what somebody wrote" not in written
    assert "done" in written


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        ("debug", ["debug", "info", "warning", "error"]),
        ("info", ["info", "warning", "error"]),
        ("warning", ["warning", "error"]),
        ("error", ["error"]),
    ],
)
def test_a_level_lets_through_what_is_as_grave(level: str, shown: list[str]) -> None:
    written = stderr_of(
        """
        for level in ("debug", "info", "warning", "error"):
            getattr(log, level)("a record")
            getattr(logging.getLogger("library"), level)("a record")
        """,
        level=level,
    )
    own = re.findall(r"(\w+) bot\.test: a record", written)
    others = re.findall(r"(\w+) library: a record", written)
    assert own == shown
    assert others == [each for each in shown if each in ("warning", "error")]


def test_opening_twice_writes_everything_once() -> None:
    assert stderr_of("open_logs(level='info', secrets=()); log.info('once')").count("once") == 1


def test_an_interrupt_is_no_error_with_a_traceback() -> None:
    written = stderr_of("raise KeyboardInterrupt")
    assert "Traceback" not in written
    assert "interrupted" in written
