"""Names that mean the same: "U.S.", "United States" and "American"."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass


@dataclass(frozen=True)
class NameTable:
    """Groups of writings of one name, as config/names.toml has them."""

    groups: tuple[tuple[str, ...], ...] = ()


def parse_names(text: str) -> NameTable:
    """Return the table of a names file (TOML text). Raises `tomllib.TOMLDecodeError`."""
    table = tomllib.loads(text)
    entries = [entry for part in table.values() if isinstance(part, list) for entry in part]
    return NameTable(tuple(tuple(name.strip() for name in entry.split("|")) for entry in entries))
