"""A small file of each form that is read, to try an installed wheel: `python -m tests.doubles.sample_files FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.adapters.printed import docx, paragraph, pdf, rows

TITLE = "A second ferry line opens in March"
STORY = (
    "The harbour board said on Tuesday that the second ferry line will open in March, later than planned.",
    "The board expects four thousand passengers a day, and the city pays a third of what the ships cost.",
)


def main(folder: Path) -> None:
    """Write the files into a folder, which is made."""
    folder.mkdir(parents=True)
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    item = f"<item><title>{TITLE}</title><link>https://post.example/1</link></item>"
    written = {
        "story.pdf": pdf(rows(TITLE, "", *STORY)),
        "story.docx": docx(paragraph(TITLE, style="Title"), *(paragraph(text) for text in STORY)),
        "story.html": f"<html><body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>".encode(),
        "story.md": "\n\n".join([f"# {TITLE}", *STORY]).encode(),
        "story.txt": "\n\n".join([TITLE, *STORY]).encode("utf-16"),
        "feed.xml": f"<rss version='2.0'><channel><title>The second ferry line</title>{item}</channel></rss>".encode(),
    }
    for name, content in written.items():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
