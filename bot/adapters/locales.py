"""The interface's sentences from Fluent files, one file for each language, English where a language lacks one.

Fluent can wrap every value it fills in with invisible direction marks. That is switched off (`use_isolating=False`):
a reply is built of typed spans, which carry their own marks where a name runs against its line, and a terminal or a
search in a chat would trip over marks around every number.
"""

from __future__ import annotations

import re
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from bot.core.errors import FootnoteError

FALLBACK = "en"
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")


class MissingTextError(FootnoteError, KeyError):
    """No language file has a sentence with this id: a defect of ours, never of what a person sent."""


class BrokenTextError(FootnoteError):
    """A language file cannot be read, or a sentence lacks one of its parameters."""


class Locales:
    """The `Texts` of one language; `folder` holds <language>.ftl files and always an English one."""

    def __init__(self, folder: Path, *, language: str = FALLBACK) -> None:
        """Read the files; raise `BrokenTextError` where one has a mistake in it."""
        files = [folder / f"{name}.ftl" for name in _wanted(language)]
        self._bundles = [_read(path) for path in files if path.is_file()]
        if not (folder / f"{FALLBACK}.ftl").is_file():
            raise BrokenTextError("text_unreadable", language=FALLBACK)

    def say(self, message: str, /, **params: object) -> str:
        """Return the sentence; raise `MissingTextError` or `BrokenTextError` where it cannot be said in full."""
        for bundle in self._bundles:
            if not bundle.has_message(message):
                continue
            pattern = bundle.get_message(message).value
            if pattern is None:
                continue
            said, faults = bundle.format_pattern(pattern, dict(params))
            if faults or not isinstance(said, str):
                raise BrokenTextError("text_broken", id=message)
            return said
        raise MissingTextError("text_missing", id=message)


def _wanted(language: str) -> tuple[str, ...]:
    """Return the names of the files to look in: "pt-BR" reads pt-BR, then pt, then English."""
    if not _TAG.fullmatch(language):
        return (FALLBACK,)
    tag = language.replace("_", "-")
    return tuple(dict.fromkeys((tag, tag.split("-")[0].lower(), FALLBACK)))


def _read(path: Path) -> FluentBundle:
    resource = FluentResource(path.read_text(encoding="utf-8"))
    names = [entry.id.name for entry in resource.body if isinstance(entry, ast.Message)]
    if any(isinstance(entry, ast.Junk) for entry in resource.body) or len(names) != len(set(names)):
        raise BrokenTextError("text_unreadable", language=path.stem)
    bundle = FluentBundle([path.stem, FALLBACK], use_isolating=False)
    bundle.add_resource(resource)
    return bundle
