"""The two tables of the evaluation, as text for a terminal or as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.evals.measures import Tally
from tests.evals.planted import Count
from tests.evals.writers import Row

NONE = "–"
Cells = Sequence[str]

PLANTED_HEAD = ("planted error", "claims", "caught by code", "caught by code or judge")
ALARM_HEAD = ("true claims in", "claims", "sent back by code", "of these lost if not repaired", "code or judge")
WRITER_HEAD = (
    "writer, and who wrote the replies", "which claims", "claims", "withheld", "figures not there",
    "quotations altered", "foreign names", "speaker kept", "doubt kept", "loaded words per 1,000",
    "labels that exist", "claims that cite nothing",
)  # fmt: skip


def planted_rows(counts: Sequence[Count]) -> list[Cells]:
    """Return the cells of the classes of errors."""
    return [(each.name.replace("_", " "), str(each.n), _of(each.code, each.n), _judged(each)) for each in counts]


def alarm_rows(counts: Sequence[Count]) -> list[Cells]:
    """Return the cells of the true claims."""
    return [(each.name, str(each.n), _of(each.code, each.n), str(each.lost), _judged(each)) for each in counts]


def writer_rows(rows: Sequence[Row]) -> list[Cells]:
    """Return the cells of what writers did; each row names who wrote the replies."""
    return [_writer(row) for row in rows]


def _writer(row: Row) -> Cells:
    tally = row.tally
    per_thousand = f"{1000 * tally.loaded / tally.words:.1f}" if tally.words else NONE
    withheld = NONE if row.withheld is None else _of(row.withheld, tally.claims + row.withheld)
    return (
        f"{row.writer} ({row.by})",
        row.what,
        str(tally.claims),
        withheld,
        _share(tally, "stray_figures", "figures"),
        _share(tally, "altered", "quotations"),
        _share(tally, "foreign", "named"),
        _share(tally, "speaker_kept", "attributed"),
        _share(tally, "doubt_kept", "doubtful"),
        per_thousand,
        _share(tally, "valid_labels", "labels"),
        _of(tally.uncited, tally.claims),
    )


def _share(tally: Tally, part: str, whole: str) -> str:
    return _of(getattr(tally, part), getattr(tally, whole))


def _of(part: int, whole: int) -> str:
    """A share with what it is a share of: sets are small, and a percentage alone hides that."""
    return f"{part}/{whole} ({100 * part / whole:.0f} %)" if whole else NONE


def _judged(count: Count) -> str:
    return "not measured" if count.either is None else _of(count.either, count.n)


# ---------------------------------------------------------------- forms

Form = Callable[[Cells, Sequence[Cells]], str]


def markdown(head: Cells, rows: Sequence[Cells]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def plain(head: Cells, rows: Sequence[Cells]) -> str:
    """Return a table as lines for a terminal: a writer's row has more cells than a line is wide, so each is a block."""
    if len(head) > 6:
        return "\n\n".join(_block(head, row) for row in rows)
    widths = [max(len(cells[at]) for cells in (head, *rows)) for at in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
        for cells in (head, *rows)
    )


def _block(head: Cells, row: Cells) -> str:
    width = max(len(name) for name in head)
    title = f"{row[0]}: {row[1]}"
    return "\n".join([title, *(f"  {name.ljust(width)}  {cell}" for name, cell in zip(head[2:], row[2:], strict=True))])
