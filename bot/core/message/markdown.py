"""The reply as CommonMark, every foreign character escaped: no link, image, HTML or heading but our own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.message.direction import lead
from bot.core.message.document import (
    Block,
    Bold,
    Bullet,
    Citation,
    Collapsible,
    Document,
    Entry,
    Heading,
    Italic,
    Line,
    Link,
    Numbered,
    Quote,
    Text,
)
from bot.core.message.safety import defuse

EVIDENCE = "+"
"""The bullet of the lines of evidence."""
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>()#+!|~&=-]")
_ORDINAL = re.compile(r"(?<=\A\d)\.|\A(\d{2,9})\.")
_ENTITY_LIKE = re.compile(r"&(?=#?\w+;)")


def render(document: Document) -> str:
    """Return the document as CommonMark; markers link to the article's sentence or to their place in the evidence."""
    return _blocks(document.blocks, document.language) + "\n"


def _blocks(blocks: Sequence[Block], language: str, *, bullet: str = "*") -> str:
    shown: list[str] = []
    before: Block | None = None
    for block in blocks:
        if before is not None:
            listed = isinstance(block, Numbered | Bullet | Entry) and type(before) is type(block)
            shown.append("\n" if listed else "\n\n")
        before = block
        if isinstance(block, Collapsible):
            # Shown in full: what unfolds needs HTML, which many readers of Markdown drop.
            shown.append(_blocks((Heading(spans=(Text(text=block.title),)), *block.lines), language, bullet=EVIDENCE))
        else:
            shown.append(_line(block, language, bullet=bullet))
    return "".join(shown)


def _line(line: Line, language: str, *, bullet: str) -> str:
    text = "".join(span.label if isinstance(span, Citation) else span.text for span in line.spans)
    shown = "".join(
        _citation(span) if isinstance(span, Citation) else _words(span, before, after)
        for before, span, after in line.enclosed()
    )
    # Foreign text that begins "2024." would open a list of its own.
    return _opening(line, bullet) + lead(text, language) + _ORDINAL.sub(r"\1\\.", shown.strip(" "))


def _opening(line: Line, bullet: str) -> str:
    if isinstance(line, Heading):
        return "#" * line.level + " "
    if isinstance(line, Numbered):
        # A list of evidence has gaps, and a numbered list of Markdown counts on by itself.
        return f"{bullet} {line.number}\\. " if bullet == EVIDENCE else f"{line.number}. "
    if isinstance(line, Entry):
        return f"- \\[{line.source}\\] "
    if isinstance(line, Quote):
        return "> "
    # Three kinds of bullets, so that neighbouring lists never run into one.
    return f"{bullet} " if isinstance(line, Bullet) else ""


def _citation(citation: Citation) -> str:
    label = _escape(citation.label)
    if citation.url:
        return f"[{label}]({_destination(citation.url)})"
    if citation.place is None:
        return label
    return f'<a id="{citation.place}"></a>{label}' if citation.here else f"[{label}](#{citation.place})"


def _words(span: Text, before: str, after: str) -> str:
    text = _escape(span.text)
    core = text.strip(" ")
    if not core:
        return before + text + after
    shown = before + core + after
    if isinstance(span, Link):
        shown = f"[{shown}]({_destination(span.url)})"
    elif isinstance(span, Bold | Italic):
        mark = "**" if isinstance(span, Bold) else "*"
        shown = f"{mark}{shown}{mark}"
    # Emphasis may not begin or end with a space.
    return text.replace(core, shown, 1)


def _escape(text: str) -> str:
    """Escape what means something in Markdown; defused, because many readers link bare addresses and names."""
    return _SPECIAL.sub(r"\\\g<0>", defuse(text))


def _destination(url: str) -> str:
    url = _ENTITY_LIKE.sub("&amp;", url)
    return f"<{url}>" if "(" in url or ")" in url else url
