"""How far the checks can be trusted: `python -m tests.evals` prints two tables.

Table A says what the checks catch of errors that were planted in drafts of the committed stories, and how often they
object to what is true. Table B says what writers draft and what is shown of it. docs/evaluation.md says how to read
them.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.core.models import Brief
from bot.settings import read_settings
from tests.doubles.local_model import model_file
from tests.doubles.stories import STORIES
from tests.evals.planted import REPLIES as JUDGED
from tests.evals.planted import (
    Result,
    alarms,
    authors,
    by_class,
    examine_all,
    read_all,
    recorded_opinions,
    with_opinions,
)
from tests.evals.tables import (
    ALARM_HEAD,
    PLANTED_HEAD,
    WRITER_HEAD,
    Form,
    alarm_rows,
    markdown,
    plain,
    planted_rows,
    writer_rows,
)
from tests.evals.writers import Row, extractive_row, recorded_by, rows, sources_of, tell_extractively, tell_recorded


@dataclass(frozen=True)
class Evaluation:
    """All that is measured in one run."""

    results: tuple[Result, ...]
    judged_by: tuple[str, ...]
    rows: tuple[Row, ...]

    def table_of_errors(self, form: Form) -> str:
        """Return table A: the planted errors, class by class, and who judged."""
        return f"{form(PLANTED_HEAD, planted_rows(by_class(self.results)))}\n\n{self._judges()}"

    def table_of_alarms(self, form: Form) -> str:
        """Return the second half of table A: what is said against true claims, story by story."""
        return form(ALARM_HEAD, alarm_rows(alarms(self.results)))

    def table_of_writers(self, form: Form) -> str:
        """Return table B."""
        return f"{form(WRITER_HEAD, writer_rows(self.rows))}\n\n{self._reasons()}"

    def _judges(self) -> str:
        asked = [each for each in self.results if each.opinion]
        if len(asked) < len(self.results):
            return f"The judge is not measured: {len(asked)} of {len(self.results)} claims have a recorded opinion."
        return f"The judge's replies are by: {'; '.join(self.judged_by)}."

    def _reasons(self) -> str:
        told = [
            f"{row.writer}: withheld for {', '.join(f'{code} {count}' for code, count in row.reasons) or 'nothing'}"
            + (f"; in {row.not_used} of {row.stories} stories nothing of it was used" if row.not_used else "")
            for row in self.rows
            if row.withheld is not None
        ]
        return "\n".join(f"{line}." for line in told)


async def evaluate(*, local: bool = False, live: bool = False, pending: Path | None = None) -> Evaluation:
    """Return what is measured: the repeatable rows, and those of a local or a live model where they are asked for."""
    briefs = await tell_extractively()
    claims, sources = read_all(languages_of(briefs)), sources_of(briefs)
    said = await recorded_opinions(claims, sources, pending=pending)
    recorded = await tell_recorded()
    made = [extractive_row(briefs.values()), *rows("recorded replies", recorded_by(recorded), recorded)]
    if local or live:
        from tests.evals.live import live_rows, local_rows

        made += await local_rows() if local else ()
        made += await live_rows(read_settings(), briefs) if live else ()
    results = with_opinions(examine_all(claims, sources), said)
    return Evaluation(results=results, judged_by=authors(JUDGED), rows=tuple(made))


def languages_of(briefs: dict[str, Brief]) -> dict[str, str]:
    """Return the language in which each story is answered."""
    wanted = {story.name: story.language for story in STORIES}
    return {name: wanted[name] or brief.language for name, brief in briefs.items()}


def report(evaluation: Evaluation, form: Form) -> str:
    """Return both tables under their names."""
    return "\n\n".join(
        [
            "**What the checks catch.**",
            evaluation.table_of_errors(form),
            "**What they say against true claims.**",
            evaluation.table_of_alarms(form),
            "**What writers do.**",
            evaluation.table_of_writers(form),
        ]
    )


def list_results(evaluation: Evaluation) -> str:
    """Return the planted errors that code misses and the true claims that it objects to, one a line."""
    wrong = [each for each in evaluation.results if each.caught == each.claim.is_true]
    return "\n".join(
        f"{each.claim.story} {each.claim.kind} {' '.join(each.codes)} {each.opinion or ''}: {each.claim.draft.text}"
        for each in wrong
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.evals", description=main.__doc__)
    parser.add_argument("--markdown", action="store_true", help="as the README shows it")
    parser.add_argument("--list", action="store_true", help="name the misses and the false alarms of code")
    parser.add_argument("--local", action="store_true", help="with the small local model; takes minutes")
    parser.add_argument(
        "--live", action="store_true", help="with the model of the OPENAI_* settings, and a control arm"
    )
    parser.add_argument("--pending", type=Path, metavar="FOLDER", help="write the judge's open requests there")
    given = parser.parse_args(arguments)
    if given.local and model_file() is None:
        parser.error("no local model: uv sync --group local-model")
    if given.live and not read_settings().has_model:
        parser.error("no model: set OPENAI_MODEL, and OPENAI_API_KEY or OPENAI_BASE_URL")
    evaluation = asyncio.run(evaluate(local=given.local, live=given.live, pending=given.pending))
    print(report(evaluation, markdown if given.markdown else plain))
    if given.list:
        print("\n" + list_results(evaluation))


if __name__ == "__main__":
    main()
