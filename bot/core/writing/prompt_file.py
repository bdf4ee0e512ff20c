"""A prompt as it stands in a file: front matter, then the parts that become messages.

    ---
    schema: brief
    variables: today articles
    length short: only what a reader must know
    ---
    --- system
    What never changes from request to request comes first, so that a server can keep it.
    --- user
    Today is {{today}}. {{articles}}
    --- again
    Your reply could not be read: {{problem}}.

A line of front matter with two words before the colon ("length short", "finding numbers.unsupported") is an entry of
a table; the tables are words that are sent too, so they belong to the version of the prompt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.errors import SettingsError

PARTS = ("system", "user", "again")
_NAME = re.compile(r"[a-z][a-z0-9]{0,29}")
_VERSION = re.compile(r"v[1-9][0-9]{0,3}")
_VARIABLE = re.compile(r"\{\{([a-z_]{1,30})\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One version of a prompt; `tables` holds the worded choices of its front matter, by table and key."""

    name: str
    version: str
    schema: str
    variables: frozenset[str]
    system: str
    user: str
    again: str
    tables: Mapping[str, Mapping[str, str]]

    @property
    def id(self) -> str:
        """Name and version as a receipt gives them: "brief/v1"."""
        return f"{self.name}/{self.version}"

    @property
    def schema_name(self) -> str:
        """The name under which the schema is sent: it says which prompt asked, "brief-v1"."""
        return f"{self.name}-{self.version}"


def parse_prompt(text: str, *, name: str, version: str) -> Prompt:
    """Return the prompt that stands in a file's `text`.

    Raises `SettingsError` ("prompt_invalid", with the prompt and the reason) where the file breaks the form: a
    variable used and not named, or named and not used; a variable in the part that must stay the same; a part missing.
    """
    if not _NAME.fullmatch(name) or not _VERSION.fullmatch(version):
        raise SettingsError("prompt_invalid", prompt=f"{name}/{version}", reason="name or version")
    try:
        fields, tables, parts = _split(text.replace("\r\n", "\n"))
        variables = frozenset(fields.get("variables", "").split())
        _check(fields, variables, parts)
    except ValueError as error:
        raise SettingsError("prompt_invalid", prompt=f"{name}/{version}", reason=str(error)) from None
    return Prompt(
        name=name,
        version=version,
        schema=fields["schema"],
        variables=variables,
        system=parts.get("system", ""),
        user=parts["user"],
        again=parts["again"],
        tables=tables,
    )


def fill(template: str, values: Mapping[str, str]) -> str:
    """Return `template` with its variables replaced in one pass: a value that looks like a variable stays as it is."""
    return _VARIABLE.sub(lambda found: values[found[1]], template)


def _split(text: str) -> tuple[dict[str, str], dict[str, dict[str, str]], dict[str, str]]:
    lines = text.split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        raise ValueError("front matter between two lines of --- is missing")
    end = lines.index("---", 1)
    fields: dict[str, str] = {}
    tables: dict[str, dict[str, str]] = {}
    for line in filter(None, lines[1:end]):
        key, colon, value = line.partition(": ")
        table, _, entry = key.partition(" ")
        if not colon:
            raise ValueError(f"front matter line {line[:40]!r}")
        target = tables.setdefault(table, {}) if entry else fields
        target[entry or key] = value.strip()
    return fields, tables, _parts(lines[end + 1 :])


def _parts(lines: list[str]) -> dict[str, str]:
    parts: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in lines:
        if line.startswith("--- "):
            part = line[4:].strip()
            if part not in PARTS or part in parts:
                raise ValueError(f"part {part[:20]!r}")
            current = parts.setdefault(part, [])
        elif current is not None:
            current.append(line)
        elif line.strip():
            raise ValueError("text before the first part")
    return {part: "\n".join(body).strip() for part, body in parts.items()}


def _check(fields: Mapping[str, str], variables: frozenset[str], parts: Mapping[str, str]) -> None:
    if not fields.get("schema"):
        raise ValueError("schema is missing")
    if not parts.get("user") or not parts.get("again"):
        raise ValueError("a part is missing or empty")
    if _VARIABLE.search(parts.get("system", "")):
        raise ValueError("a variable in the part that stays the same")
    used = frozenset(_VARIABLE.findall(parts["user"]))
    if used != variables:
        raise ValueError(f"variables {' '.join(sorted(used ^ variables))}")
    if set(_VARIABLE.findall(parts["again"])) != {"problem"}:
        raise ValueError("the part to ask again says the problem")
