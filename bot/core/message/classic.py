"""Telegram's classic form: text and entities, no parse mode, cut into as many messages as the limits ask for.

Offsets and lengths count UTF-16 units, as Telegram does. Foreign text is defused, so that nothing in a message is
live but the links made here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

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
    Span,
    Text,
)
from bot.core.message.safety import WORD_JOINER, joints
from bot.core.message.splitting import EntityType, Mark, Part, Piece, insert, pack
from bot.core.models import Entity

MAX_UNITS, MAX_ENTITIES = 4_096, 100


class TextEntity(Entity):
    """The formatting of a range of a message; `url` belongs to "text_link" alone."""

    type: EntityType
    offset: int
    length: int
    url: str | None = None


class Message(Entity):
    """One message as Telegram takes it."""

    text: str
    entities: tuple[TextEntity, ...] = ()


def render(document: Document, *, max_units: int = MAX_UNITS, max_entities: int = MAX_ENTITIES) -> tuple[Message, ...]:
    """Return the document as messages of at most `max_units` UTF-16 units and `max_entities` entities each.

    Messages are cut between lines, then between sentences, then words, then characters; a marker stays with the end
    of its statement. Several are numbered "(2/3)" at their ends, and what folds stands behind all else, so that the
    first message holds what everybody reads. A document without a word gives none.
    """
    pieces = tuple(piece for piece in _pieces(document) if piece.text)
    parts = pack(pieces, max_units=max_units, max_entities=max_entities)
    if len(parts) > 1:
        pieces = tuple(piece for piece in _pieces(_folded_last(document)) if piece.text)
        parts = pack(pieces, max_units=max_units, max_entities=max_entities)
    reserve = 0
    while len(parts) > 1 and reserve < len(_number(len(parts), len(parts))):
        reserve = len(_number(len(parts), len(parts)))
        parts = pack(pieces, max_units=max(1, max_units - reserve), max_entities=max_entities)
    if len(parts) <= 1:
        return tuple(_message(part, number="") for part in parts)
    return tuple(_message(part, number=_number(index, len(parts))) for index, part in enumerate(parts, 1))


def _folded_last(document: Document) -> Document:
    """A stable sort: within what folds and what does not, the order stays."""
    return document.model_copy(
        update={"blocks": tuple(sorted(document.blocks, key=lambda block: isinstance(block, Collapsible)))}
    )


def _number(index: int, count: int) -> str:
    return f"\n\n({index}/{count})"


# ---------------------------------------------------------------- document to pieces


def _pieces(document: Document) -> Iterator[Piece]:
    """Yield the lines of the document, each with the number of line ends before it."""
    before: Block | None = None
    for block in document.blocks:
        gap = _gap(before, block)
        before = block
        if isinstance(block, Collapsible):
            title = Heading(spans=(Text(text=block.title),))
            for line in (title, *block.lines):
                yield _piece(line, document.language, gap=gap, frame="expandable_blockquote")
                gap = 1
        else:
            yield _piece(block, document.language, gap=gap, frame="blockquote" if isinstance(block, Quote) else None)


def _gap(before: Block | None, block: Block) -> int:
    """Lists stand close together and directly below their title; all else is set apart by an empty line."""
    if before is None:
        return 0
    if isinstance(before, Heading):
        return 1
    return 1 if isinstance(block, Numbered | Bullet | Entry) and type(before) is type(block) else 2


def _piece(line: Line, language: str, *, gap: int, frame: EntityType | None) -> Piece:
    bullet = _bullet(line)
    text, marks, kept = bullet, [], [(0, len(bullet) + 1)]
    statement_end = len(bullet)
    for before, span, after in line.enclosed():
        words = span.label if isinstance(span, Citation) else span.text
        start, text = len(text), text + before + words + after
        if isinstance(span, Citation):
            # A marker of the evidence stays with the sentence behind it, any other with the statement before it.
            kept.append((start + 1, len(text) + 3) if span.here else (statement_end, len(text)))
        elif span.text.strip():
            statement_end = len(text.rstrip())
        marks += _marks(span, start, len(text))
    if isinstance(line, Heading):
        marks.append(Mark(start=0, end=len(text), type="bold"))
    piece = Piece(
        text=text, marks=tuple(marks), kept=tuple(kept), gap=gap, frame=frame, leads=isinstance(line, Heading)
    )
    piece = insert(piece, joints(text), WORD_JOINER).slice(0, 2 * len(text))
    mark = lead(text, language)
    return insert(piece, [0], mark) if mark else piece


def _bullet(line: Line) -> str:
    if isinstance(line, Numbered):
        return f"{line.number}. "
    if isinstance(line, Entry):
        return f"[{line.source}] "
    return "• " if isinstance(line, Bullet) else ""


def _marks(span: Span, start: int, end: int) -> list[Mark]:
    if isinstance(span, Link | Citation):
        return [Mark(start=start, end=end, type="text_link", url=span.url)] if span.url else []
    if isinstance(span, Bold):
        return [Mark(start=start, end=end, type="bold")]
    return [Mark(start=start, end=end, type="italic")] if isinstance(span, Italic) else []


# ---------------------------------------------------------------- pieces to messages


def _message(part: Part, *, number: str) -> Message:
    text, marks, frames = "", list[Mark](), list[Mark]()
    for index, piece in enumerate(part):
        text += "\n" * piece.gap if index else ""
        start, text = len(text), text + piece.text
        marks += [replace(mark, start=mark.start + start, end=mark.end + start) for mark in piece.marks]
        runs_on = index > 0 and part[index - 1].frame == piece.frame
        if piece.frame:
            first = frames.pop().start if runs_on else start
            frames.append(Mark(start=first, end=len(text), type=piece.frame))
    drawn = sorted((*frames, *marks), key=lambda mark: (mark.start, -mark.end))
    return Message(text=text + number, entities=_entities(text, drawn))


def _entities(text: str, marks: Sequence[Mark]) -> tuple[TextEntity, ...]:
    """Count the marks' places in UTF-16 units."""
    offsets = [0, *accumulate(2 if char > "\uffff" else 1 for char in text)]
    return tuple(
        TextEntity(
            type=mark.type, offset=offsets[mark.start], length=offsets[mark.end] - offsets[mark.start], url=mark.url
        )
        for mark in marks
    )
