"""CPU of reading a page, as a ratio to trafilatura alone: `python -m tests.benchmarks.reading [FOLDER | FILE ...]`.

Reads the self-written pages of `tests/data/pages`, or HTML files (`.html`, `.html.gz`) given by name or folder. Gate:
the median of reading a page, with all that it says about itself, is at most 1.5 times trafilatura's alone; aim 1.0.
"""

from __future__ import annotations

import gzip
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from statistics import median

from trafilatura import bare_extraction

from bot.adapters.reading.page import read_html

PAGES = Path(__file__).parent.parent / "data" / "pages"
RUNS = 3


def main() -> None:
    """Measure and print."""
    pages = [_text_of(file) for file in _files(sys.argv[1:] or [str(PAGES)])]
    ours = [_cpu_of(read_html, html) for html in pages]
    theirs = [
        _cpu_of(lambda html: bare_extraction(html, with_metadata=True, include_comments=False), html) for html in pages
    ]
    for name, times in (("this project", ours), ("trafilatura", theirs)):
        slow = sorted(times)[min(len(times) - 1, len(times) * 99 // 100)]
        print(f"{name:13s} CPU ms a page: median {median(times) * 1e3:.1f}, 99th percentile {slow * 1e3:.1f}")
    print(f"{len(pages)} pages, ratio of the medians {median(ours) / median(theirs):.2f}")


def _files(names: Iterable[str]) -> Iterator[Path]:
    for path in map(Path, names):
        yield from sorted(path.glob("*.html*")) if path.is_dir() else [path]


def _text_of(file: Path) -> str:
    body = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
    return body.decode("utf-8", errors="replace")


def _cpu_of(read: Callable[[str], object], html: str) -> float:
    """Return the CPU seconds of the quickest of several runs."""
    return min(_once(read, html) for _ in range(RUNS))


def _once(read: Callable[[str], object], html: str) -> float:
    before = time.process_time()
    read(html)
    return time.process_time() - before


if __name__ == "__main__":
    main()
