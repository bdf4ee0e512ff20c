"""The printed tables, and the one that the README publishes."""

from __future__ import annotations

from pathlib import Path

from tests.evals.__main__ import Evaluation, evaluate, report
from tests.evals.measures import Tally
from tests.evals.planted import Count
from tests.evals.tables import WRITER_HEAD, alarm_rows, markdown, plain, planted_rows, writer_rows
from tests.evals.writers import Row

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- evaluation begins -->", "<!-- evaluation ends -->"
NOT_REPEATABLE = ("| local model", "local model:")


def test_a_share_says_what_it_is_a_share_of() -> None:
    [cells] = planted_rows([Count("quote_word", n=8, code=6, lost=6, either=7)])
    assert list(cells) == ["quote word", "8", "6/8 (75 %)", "7/8 (88 %)"]


def test_what_was_not_judged_says_so() -> None:
    [cells] = alarm_rows([Count("de", n=8, code=1, lost=0, either=None)])
    assert list(cells) == ["de", "8", "1/8 (12 %)", "0", "not measured"]


def test_each_row_of_a_writer_names_who_wrote_the_replies() -> None:
    row = Row("live model", "a-model", "shown", Tally(claims=9, figures=4, stray_figures=1), stories=8, withheld=1)
    [cells] = writer_rows([row])
    assert cells[:5] == ("live model (a-model)", "shown", "9", "1/10 (10 %)", "1/4 (25 %)")
    assert len(cells) == len(WRITER_HEAD)


def test_nothing_of_nothing_is_no_percentage() -> None:
    [cells] = writer_rows([Row("x", "y", "drafted", Tally(), stories=1)])
    assert set(cells[3:]) == {"–"}


def test_a_table_has_as_many_cells_in_every_line() -> None:
    lines = markdown(("a", "b"), [("1", "2"), ("3", "4")]).splitlines()
    assert lines == ["| a | b |", "| --- | --- |", "| 1 | 2 |", "| 3 | 4 |"]


def test_a_wide_table_is_told_in_blocks_on_a_terminal() -> None:
    told = plain(WRITER_HEAD, writer_rows([Row("x", "y", "drafted", Tally(claims=3), stories=1)]))
    assert told.startswith("x (y): drafted\n")
    assert all(len(line) < 100 for line in told.splitlines())


def test_why_claims_were_withheld_is_told_and_where_nothing_was_used() -> None:
    rows = (
        Row("x", "y", "drafted", Tally(claims=3), stories=2),
        Row("x", "y", "shown", Tally(), stories=2, withheld=3, reasons=(("names.unknown", 3),), not_used=2),
    )
    told = Evaluation(results=(), judged_by=(), rows=rows).table_of_writers(plain)
    assert told.endswith("x: withheld for names.unknown 3; in 2 of 2 stories nothing of it was used.")


async def test_the_readme_publishes_what_the_command_prints() -> None:
    published = README.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0].strip().splitlines()
    printed = report(await evaluate(), markdown).splitlines()
    assert [line for line in published if not line.startswith(NOT_REPEATABLE)] == printed, (
        "run python -m tests.evals --markdown (with --local for the row of the local model) and paste it"
    )
