"""CPU of starting and of one brief, as ratios: `python -m tests.benchmarks.start_up [ARTICLE ...]`.

Prints the median of five runs each. Gates: `footnote --help` at most 10 times `python -c pass`; a brief of two pasted
articles without a model at most 1 s beyond what importing its modules takes.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median

PAIR = Path(__file__).parent.parent / "data" / "stories" / "pair"
IMPORTS = (
    "import bot.app, bot.terminal, bot.settings, bot.flows.brief, bot.core.message.brief, bot.core.message.plain, "
    "bot.core.message.markdown, py3langid"
)
RUNS = 5


def cpu_of(*command: str) -> float:
    """Return the median CPU seconds of a command and its children."""
    return median(_once(command) for _ in range(RUNS))


def _once(command: tuple[str, ...]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure and print."""
    articles = sys.argv[1:] or [str(path) for path in sorted(PAIR.glob("*.txt"))]
    python = sys.executable
    nothing = cpu_of(python, "-c", "pass")
    help_page = cpu_of(python, "-m", "bot", "--help")
    imports = cpu_of(python, "-c", IMPORTS)
    brief = cpu_of(python, "-m", "bot", "brief", *articles)
    print(f"python -c pass           {nothing:.3f} s")
    print(f"footnote --help          {help_page:.3f} s   {help_page / nothing:.1f} times")
    print(f"imports of a brief       {imports:.3f} s")
    print(f"brief of {len(articles)} articles      {brief:.3f} s   {brief - imports:.3f} s beyond imports")


if __name__ == "__main__":
    main()
