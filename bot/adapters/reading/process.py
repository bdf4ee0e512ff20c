"""The reading process: untrusted bytes in on standard input, a small JSON out, inside limits of time and memory.

Parsers of HTML can be made to run for minutes by a page of one megabyte, and no library ends them. So they run in a
process of their own, where the system ends them and nothing of value is near: no secret in the environment, no file
that can be written.

In: one line of JSON, `{"kind": "page" | "text", "charset": ..., "url": ...}`, then the bytes. Out: the fields of an
`Extract`, `{"text": ...}` for text, or `{"code": ..., "params": {...}}` for a `LoadError`.
"""

from __future__ import annotations

import contextlib
import json
import sys
from dataclasses import asdict
from typing import Any, Final

from bot.adapters.reading.decoding import decode
from bot.core.errors import LoadError

MAX_CHARACTERS: Final = 200_000
"""A longer text is no article."""


def read(kind: str, body: bytes, *, charset: str | None, url: str) -> dict[str, Any]:
    """Return the fields of one page or text; raises `LoadError`: binary, too_long(characters, limit)."""
    html = decode(body, declared=charset)
    if kind == "text":
        return {"text": checked_length(html)}
    from bot.adapters.reading.extraction import extract

    found = extract(html, url)
    checked_length(found.text)
    return asdict(found)


def checked_length(text: str) -> str:
    """Return `text`; raises `LoadError("too_long", characters, limit)`."""
    if len(text) > MAX_CHARACTERS:
        raise LoadError("too_long", characters=len(text), limit=MAX_CHARACTERS)
    return text


def limit(cpu_seconds: int, memory_bytes: int) -> None:
    """Let the system end this process beyond its limits, as far as the system knows such limits."""
    if sys.platform == "win32":
        return
    import resource

    for which, amount in (
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (amount, amount))


def main() -> None:
    """Read one request, answer it, end."""
    cpu_seconds, memory_bytes = (int(argument) for argument in sys.argv[1:3])
    request = json.loads(sys.stdin.buffer.readline())
    if request["kind"] == "page":
        import trafilatura  # noqa: F401 - its import is not the page's fault, and costs most of a second

    limit(cpu_seconds, memory_bytes)
    body = sys.stdin.buffer.read()
    try:
        answer = read(request["kind"], body, charset=request["charset"], url=request["url"])
    except LoadError as error:
        answer = {"code": error.code, "params": error.params}
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
