"""A process that fetches one page with the real fetcher and says what that cost: `bomb_child.py URL PORT LIMITS`.

Prints one line of JSON: the `code` it was refused with ("" where it was not), the `params`, the length of the `body`,
and `extra`, the bytes of memory that the process held at most beyond what it held before.
"""

import asyncio
import json
import sys
from pathlib import Path

from bot.adapters.web.fetch import Fetcher, FetchLimits
from bot.adapters.web.turns import Turns
from bot.core.errors import LoadError


def _count_anew() -> int:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _held_at_most()


def _held_at_most() -> int:
    """Bytes of memory the process held at most since the kernel was told to count anew (proc(5), VmHWM).

    The usual figure, `ru_maxrss`, begins with that of the process which started this one.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


async def main(url: str, port: int, limits: FetchLimits) -> None:
    fetcher = Fetcher(allow_networks=("127.0.0.1/32",), ports={port}, limits=limits, turns=Turns(interval=0))
    async with fetcher:
        await fetcher.fetch(f"http://127.0.0.1:{port}/small")  # what any first page costs is not the bomb's
        before = _count_anew()
        code, params, body = "", {}, 0
        try:
            body = len((await fetcher.fetch(url)).body)
        except LoadError as error:
            code, params = error.code, error.params
        extra = _held_at_most() - before
    sys.stdout.write(json.dumps({"code": code, "params": params, "body": body, "extra": extra}))


asyncio.run(main(sys.argv[1], int(sys.argv[2]), FetchLimits(**json.loads(sys.argv[3]))))
