"""Undoes what mail and terminals do to a text: lines broken at a fixed width, marks of quoting. Offsets stay."""

from __future__ import annotations

import re

_QUOTED_MAIL = re.compile(r"^(?:> ?)+", re.MULTILINE)


def unwrap(text: str) -> str:
    """Return text whose lines were broken at a fixed width with those breaks as spaces: same length, same offsets.

    A paragraph is taken for broken where its lines are about equally long and most go on with a small letter.
    """
    blocks = re.split(r"(\n[ \t]*\n)", text)
    return "".join(_joined(block) for block in blocks)


def _joined(block: str) -> str:
    lines = block.split("\n")
    if len(lines) < 2 or not all(40 <= len(line) <= 110 for line in lines[:-1]):
        return block
    going_on = sum(line.lstrip()[:1].islower() or line.lstrip()[:1].isdigit() for line in lines[1:])
    return block.replace("\n", " ") if going_on >= (len(lines) - 1) / 2 else block


def unquote(text: str) -> str:
    """Return text with the marks of quoted mail at the beginning of lines as spaces: same length, same offsets."""
    return _QUOTED_MAIL.sub(lambda match: " " * len(match.group()), text) if _QUOTED_MAIL.search(text) else text
