"""Time from a message to the first sign, with many chats writing at once: `python -m tests.benchmarks.first_sign`.

Aim: the 95th percentile of 50 chats is under 1 s. A sign is the first call of the bot in that chat (a reaction or a
message). Also printed: when the summaries were there, and the same with each chat sending two texts.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from tests.doubles.bot_api import BotApi
from tests.e2e.bot_process import BotProcess
from tests.e2e.pages import CRANE, CRANE_TOO, text_of


def main() -> None:
    """Measure and print."""
    chats = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    with BotApi() as api, tempfile.TemporaryDirectory() as folder:
        settings = {"FOOTNOTE_LOG_LEVEL": "info", "FOOTNOTE_BURST_SECONDS": "1.0"}
        with BotProcess(api, Path(folder), settings=settings) as bot:
            owner = bot.owner(api, open_to_all=True)
            owner.says(text_of(CRANE))
            owner.hears("Sources", timeout=60)
            for round_number in range(3):
                _round(api, chats, round_number)


def _round(api: BotApi, chats: int, number: int) -> None:
    people = [api.user(f"Reader {number}-{n}") for n in range(chats)]
    began = time.monotonic()
    for person in people:
        person.says(text_of(CRANE))
        person.says(text_of(CRANE_TOO))
    said = time.monotonic() - began
    for person in people:
        person.hears("Sources", timeout=300)
    done = time.monotonic() - began
    signs = [_first_call(api, person.id) - began for person in people]
    p95 = quantiles(signs, n=20)[-1]
    print(
        f"{chats} chats, said within {said:.2f} s: first sign after {median(signs):.2f} s (median), {p95:.2f} s (p95), "
        f"{max(signs):.2f} s (worst); all {chats} summaries after {done:.1f} s"
    )


def _first_call(api: BotApi, chat_id: int) -> float:
    return min(call.time for call in api.calls if str(call.params.get("chat_id")) == str(chat_id))


if __name__ == "__main__":
    main()
