"""How well differences between sources are told from what only looks like one: `python -m tests.evals.differences`.

It measures on the pairs of tests/data/differences what the bot would show of each: with code alone, and with a writer
that proposes every pair as a difference and a judge who says whether both versions can be true. The judge's replies are
recorded ones; without them that row says "not measured". `--pending FOLDER` writes the requests to answer.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.core.checking.statement import resolve
from bot.core.checking.verdict import check_draft
from bot.core.compare import find_differences
from bot.core.errors import WriterError
from bot.core.judging import Pair
from bot.core.merging import confirm
from bot.core.models import Difference, DraftBrief, DraftDifference, DraftVersion, Source
from bot.ports import Judge
from tests.doubles.model_endpoint import ModelEndpoint
from tests.doubles.recorded_replies import RecordedReplies
from tests.doubles.stories import open_judge, open_writer
from tests.evals.claims import knowledge, source_of

FOLDER = Path(__file__).parent.parent / "data" / "differences"
PAIRS = FOLDER / "pairs.jsonl"
REPLIES = FOLDER / "replies"


@dataclass(frozen=True)
class Case:
    """Two short articles, the versions that a writer might draft from them, and whether they are a difference."""

    id: str
    kind: str
    differs: bool
    sources: tuple[Source, ...]
    draft: DraftDifference
    language: str
    """The language of the drafted versions."""
    reason: str


@dataclass(frozen=True)
class Score:
    """What was shown of the cases."""

    shown: frozenset[str]
    real: frozenset[str]

    @property
    def precision(self) -> float:
        """Share of what was shown that is a difference; 1 where nothing was shown."""
        return len(self.shown & self.real) / len(self.shown) if self.shown else 1.0

    @property
    def recall(self) -> float:
        """Share of the differences that was shown."""
        return len(self.shown & self.real) / len(self.real)


def read_cases(path: Path = PAIRS) -> tuple[Case, ...]:
    """Return the cases of a file, one a line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_case(json.loads(line)) for line in lines)


def find(case: Case) -> tuple[Difference, ...]:
    """Return what code alone shows of a case."""
    return find_differences(case.sources)


def find_with_judge(case: Case, *, exclusive: frozenset[int] | None) -> tuple[Difference, ...]:
    """Return what is shown of a case whose versions a writer drafted; `exclusive` is what the judge says of them."""
    draft = DraftBrief(claims=[], differences=[case.draft], origins=[], headline="")
    checked = check_draft(draft, case.sources, language=case.language, knowledge=knowledge())
    judged = exclusive if checked.differences else frozenset()
    shown, _ = confirm(find(case), checked.differences, exclusive=judged)
    return shown


def ask(case: Case) -> Pair:
    """Return what the judge is asked of a case: the versions beside their sentences, as in a brief with one of them."""
    versions = tuple(
        resolve(version.text, version.evidence, case.sources, language=case.language) for version in case.draft.versions
    )
    return Pair(number=0, versions=versions)


def score(shown: Mapping[str, bool], cases: Iterable[Case]) -> Score:
    """Return the score of what was shown, by the ids of the cases."""
    return Score(
        shown=frozenset(name for name, is_shown in shown.items() if is_shown),
        real=frozenset(case.id for case in cases if case.differs),
    )


async def judge_all(cases: Sequence[Case], judge: Judge) -> dict[str, frozenset[int]]:
    """Return what the judge says of each case, by id; a case that it does not answer is left out."""
    said: dict[str, frozenset[int]] = {}
    for case in cases:
        try:
            said[case.id] = (await judge.compare((ask(case),))).exclusive
        except WriterError:
            continue
    return said


def _case(row: Mapping[str, object]) -> Case:
    articles = row["articles"]
    assert isinstance(articles, list)
    sources = tuple(_source(article, number) for number, article in enumerate(articles, 1))
    versions = [
        DraftVersion(evidence=[f"{number}.{article['cited']}"], text=article["draft"])
        for number, article in enumerate(articles, 1)
    ]
    language = str(row["language"])
    return Case(
        id=str(row["id"]),
        kind=str(row["kind"]),
        differs=bool(row["differs"]),
        sources=sources,
        draft=DraftDifference(versions=versions),
        language=language,
        reason=str(row["reason"]),
    )


def _source(article: Mapping[str, object], number: int) -> Source:
    sentences = article["sentences"]
    assert isinstance(sentences, list)
    made = source_of(sentences, "", language=str(article["language"]), number=number)
    known = {"outlet": article["outlet"], "published_at": datetime.fromisoformat(str(article["published_at"]))}
    return made.model_copy(update={"article": made.article.model_copy(update=known)})


# ---------------------------------------------------------------- the command


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table; with `--pending FOLDER` write the requests that no reply is recorded for."""
    parser = argparse.ArgumentParser(prog="python -m tests.evals.differences", description=main.__doc__)
    parser.add_argument("--pending", type=Path, metavar="FOLDER", help="write the requests without a reply there")
    parser.add_argument("--list", action="store_true", help="name the false alarms and the misses")
    options = parser.parse_args(arguments)
    cases = read_cases()
    print(f"{len(cases)} pairs, {sum(case.differs for case in cases)} of them real differences")
    _print_score("code alone", score({case.id: bool(find(case)) for case in cases}, cases), cases, options.list)
    said = asyncio.run(_recorded(cases, options.pending))
    if len(said) < len(cases):
        print(f"with recorded judge replies: not measured ({len(said)} of {len(cases)} requests answered)")
        return
    shown = {case.id: bool(find_with_judge(case, exclusive=said[case.id])) for case in cases}
    _print_score(f"with recorded judge replies by {_by()}", score(shown, cases), cases, options.list)


async def _recorded(cases: Sequence[Case], pending: Path | None) -> dict[str, frozenset[int]]:
    """What the recorded replies say, asked for as the bot asks; the requests carry no label and no order."""
    endpoint = ModelEndpoint(RecordedReplies(REPLIES, pending=pending))
    endpoint.__enter__()
    try:
        writer = open_writer(endpoint)
        said = await judge_all(cases, open_judge(writer))
        await writer.model.aclose()
    finally:
        endpoint.close()
    return said


def _by() -> str:
    authors = {json.loads(path.read_text(encoding="utf-8"))["by"] for path in REPLIES.glob("*.json")}
    return "; ".join(sorted(authors))


def _print_score(name: str, scored: Score, cases: Sequence[Case], listing: bool) -> None:
    right, all_shown = len(scored.shown & scored.real), len(scored.shown)
    print(f"{name}: precision {scored.precision:.0%} ({right}/{all_shown}), ", end="")
    print(f"recall {scored.recall:.0%} ({right}/{len(scored.real)})")
    if not listing:
        return
    kinds = {case.id: case.kind for case in cases}
    for what, ids in (("false alarm", scored.shown - scored.real), ("missed", scored.real - scored.shown)):
        for name in sorted(ids):
            print(f"   {what}: {name} ({kinds[name]})")
    missed = Counter(kinds[name] for name in scored.real - scored.shown)
    print("   missed by kind: " + ", ".join(f"{kind} {count}" for kind, count in sorted(missed.items())))


if __name__ == "__main__":
    main()
