"""CPU of `footnote run` until it is ready, against the import of its big libraries: `python -m tests.benchmarks.ready`.

Gate: ready within 1.3 times the CPU of importing openai, telegram.ext and SQLAlchemy. Both are measured in turns on
the same machine, the median of five each: at the first start, which makes the database, and at later ones; with and
without a model. Linux only: the CPU of a running process is read from /proc.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from tests.doubles.bot_api import BotApi
from tests.doubles.model_endpoint import ModelEndpoint, always
from tests.e2e.bot_process import BotProcess

BIG = "import openai, telegram.ext, sqlalchemy; print('ready', flush=True); input()"
RUNS = 5


def main() -> None:
    """Measure and print."""
    # As for a user: Python keeps the compiled form of what it has imported once.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with BotApi() as api, ModelEndpoint(always({})) as model:
        _imports()
        with tempfile.TemporaryDirectory() as folder:
            _started(api, Path(folder), model)
        figures: dict[str, list[float]] = {}
        for _ in range(RUNS):
            figures.setdefault("imports", []).append(_imports())
            for name, endpoint in (("without a model", None), ("with a model", model)):
                with tempfile.TemporaryDirectory() as folder:
                    for start in ("first start", "later start"):
                        spent = _started(api, Path(folder), endpoint)
                        figures.setdefault(f"{start} {name}", []).append(spent)
    imports = median(figures["imports"])
    for name, spent in figures.items():
        print(f"{name:28} {median(spent):.2f} s   {median(spent) / imports:.2f} times the imports")


def _imports() -> float:
    process = subprocess.Popen([sys.executable, "-c", BIG], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    spent = _cpu(process.pid)
    process.communicate(b"\n")
    return spent


def _started(api: BotApi, folder: Path, model: ModelEndpoint | None) -> float:
    bot = BotProcess(api, folder, model=model, settings={"FOOTNOTE_LOG_LEVEL": "info"})
    bot.start()
    bot.until_ready()
    spent = _cpu(bot.process.pid)
    bot.stop()
    return spent


def _cpu(pid: int) -> float:
    """Seconds of user and system time of a process, all its threads included (proc(5), stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
