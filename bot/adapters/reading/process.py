"""The reading process: untrusted bytes in on standard input, small JSON out, inside limits of time and memory.

Parsers of HTML can be made to run for minutes by a page of one megabyte, and no library ends them. So they run in a
process of their own, where the system ends them and nothing of value is near: no secret in the environment, no file
that can be written. It reads one thing after the other until its input ends.

In, for each: one line of JSON, `{"form": ..., "charset": ..., "url": ..., "length": ...}`, then so many bytes. Out,
one line each: the fields of that form, or `{"code": ..., "params": {...}}` for a `LoadError`.
"""

from __future__ import annotations

import contextlib
import json
import math
import sys
import time
from typing import Any, BinaryIO, Final

from bot.adapters.reading.decoding import decode
from bot.adapters.reading.forms import FORMS
from bot.core.errors import LoadError

MAX_CHARACTERS: Final = 200_000
"""A longer text is no article."""


def read(form: str, body: bytes, *, charset: str | None, url: str) -> dict[str, Any]:
    """Return the fields of one page, file or text.

    Raises `LoadError`: binary, too_long(characters, limit), and what the form's own reader raises.
    """
    if form == "text":
        return {"text": checked_length(decode(body, declared=charset))}
    fields = FORMS[form].load()(body, charset=charset, url=url)
    answer = fields.model_dump()
    checked_length("\n".join(line["text"] for line in answer.get("lines", ())))
    return answer


def checked_length(text: str) -> str:
    """Return `text`; raises `LoadError("too_long", characters, limit)`."""
    if len(text) > MAX_CHARACTERS:
        raise LoadError("too_long", characters=len(text), limit=MAX_CHARACTERS)
    return text


def limit(cpu_seconds: int, memory_bytes: int) -> None:
    """Let the system end this process beyond its limits, as far as the system knows such limits.

    The limit of CPU time counts from now; called again, it counts anew.
    """
    if sys.platform == "win32":
        return
    import resource

    spent = math.ceil(time.process_time())
    for which, amount in (
        (resource.RLIMIT_CPU, spent + cpu_seconds),
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            hard = resource.getrlimit(which)[1] if which == resource.RLIMIT_CPU else amount
            resource.setrlimit(which, (amount, hard))


def serve(source: BinaryIO, sink: BinaryIO, *, cpu_seconds: int, memory_bytes: int) -> None:
    """Answer requests until there are no more; a library's own failure ends the process, which says enough."""
    while line := source.readline():
        request = json.loads(line)
        form = request["form"]
        if form in FORMS:
            FORMS[form].load()  # an import is not the page's fault, and costs most of a second
        body = source.read(request["length"])
        limit(cpu_seconds, memory_bytes)
        try:
            answer = read(form, body, charset=request["charset"], url=request["url"])
        except LoadError as error:
            answer = {"code": error.code, "params": error.params}
        sink.write(json.dumps(answer).encode("ascii") + b"\n")
        sink.flush()


def main() -> None:
    """Serve standard input and output with the limits that the command line names, one form's libraries loaded."""
    cpu_seconds, memory_bytes = (int(argument) for argument in sys.argv[1:3])
    if sys.argv[3] in FORMS:
        FORMS[sys.argv[3]].load()
    serve(sys.stdin.buffer, sys.stdout.buffer, cpu_seconds=cpu_seconds, memory_bytes=memory_bytes)


if __name__ == "__main__":
    main()
