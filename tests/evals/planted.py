"""What the checks catch: drafts of the committed stories in which about half of the claims have one planted error.

Each claim of tests/data/planted/<story>.jsonl is checked as a writer's draft would be, and read by a judge whose
replies are recorded. The judge is asked about every claim, caught by code or not, in an order that tells nothing, and
without the doubts that code would point out: so a recorded reply still answers its request when a check changes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.core.checking.examining import LENIENT
from bot.core.checking.statement import resolve
from bot.core.checking.verdict import check_draft
from bot.core.errors import WriterError
from bot.core.judging import Question, batches
from bot.core.models import DraftBrief, DraftClaim, Source, Support
from bot.ports import Judge
from tests.doubles.model_endpoint import ModelEndpoint
from tests.doubles.recorded_replies import RecordedReplies
from tests.doubles.stories import ROOT, STORIES, open_judge, open_writer
from tests.evals.claims import knowledge

FOLDER = ROOT.parent / "planted"
REPLIES = FOLDER / "replies"
TRUE = "true"
CLASSES = (
    "number", "unit", "date", "name_foreign", "name_same", "quote_word", "quote_invented", "attribution", "hedge",
    "limiting", "negation", "relation", "wrong_label", "cross_source", "loaded", "two_facts", "leans", "undated",
)  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """A drafted claim of a story, and what is wrong with it: one of `CLASSES`, or `TRUE` where nothing is."""

    story: str
    language: str
    """The language of the claim."""
    draft: DraftClaim
    kind: str
    note: str

    @property
    def is_true(self) -> bool:
        return self.kind == TRUE

    @property
    def key(self) -> str:
        """A hash of story, labels and text: the claim without its label, in an order that tells nothing."""
        told = json.dumps([self.story, self.draft.evidence, self.draft.text], ensure_ascii=False)
        return sha256(told.encode()).hexdigest()


@dataclass(frozen=True)
class Result:
    """What became of a claim: the codes of its findings, and what the judge said where one was asked."""

    claim: Planted
    codes: tuple[str, ...]
    opinion: Support | None = None

    @property
    def caught(self) -> bool:
        """Whether code objects; the claim goes back to its writer."""
        return bool(self.codes)

    @property
    def lost(self) -> bool:
        """Whether it would be withheld if no repair helped; some findings only ask for better words."""
        return not set(self.codes) <= LENIENT

    @property
    def judged_wrong(self) -> bool:
        return self.opinion not in {None, "supported"}


@dataclass(frozen=True)
class Count:
    """Of `n` claims: those that code objects to, would withhold, and those that code or the judge objects to."""

    name: str
    n: int
    code: int
    lost: int
    either: int | None
    """None where not every one of the claims was judged."""


def read_planted(story: str, *, language: str, folder: Path = FOLDER) -> tuple[Planted, ...]:
    """Return the planted claims of a story; raise `ValueError` for a class that is none."""
    lines = (folder / f"{story}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_planted(json.loads(line), story, language) for line in lines)


def _planted(row: Mapping[str, object], story: str, language: str) -> Planted:
    kind = str(row["class"])
    if kind not in (TRUE, *CLASSES):
        raise ValueError(f"{story}: no class {kind!r}")
    fields = {name: row[name] for name in ("evidence", "attribution", "text")}
    return Planted(story, language, DraftClaim.model_validate(fields), kind, str(row["note"]))


def examine_all(claims: Iterable[Planted], sources: Mapping[str, tuple[Source, ...]]) -> tuple[Result, ...]:
    """Return what code says of each claim, each checked as a draft of its own; `sources` by story."""
    return tuple(Result(claim, _codes(claim, sources[claim.story])) for claim in claims)


def _codes(claim: Planted, sources: tuple[Source, ...]) -> tuple[str, ...]:
    draft = DraftBrief(claims=[claim.draft], differences=[], origins=[], headline="")
    verdict = check_draft(draft, sources, language=claim.language, knowledge=knowledge())
    return tuple(sorted({finding.code for failed in verdict.failed for finding in failed.findings}))


async def judge_all(
    claims: Sequence[Planted], sources: Mapping[str, tuple[Source, ...]], judge: Judge
) -> dict[str, Support]:
    """Return what the judge says of the claims, by key; those of a request that it does not answer are left out."""
    said: dict[str, Support] = {}
    for batch in batches_of(claims, sources):
        asked = tuple(question for _, question in batch)
        try:
            judged = await judge.judge(asked)
        except WriterError:
            continue
        keys = {question.number: claim.key for claim, question in batch}
        said |= {keys[opinion.number]: opinion.verdict for opinion in judged.opinions}
    return said


def batches_of(
    claims: Sequence[Planted], sources: Mapping[str, tuple[Source, ...]]
) -> tuple[tuple[tuple[Planted, Question], ...], ...]:
    """Return the claims as the judge is asked about them: story by story, shuffled, about ten in a request."""
    made = []
    for story in dict.fromkeys(claim.story for claim in claims):
        shuffled = sorted((claim for claim in claims if claim.story == story), key=lambda claim: claim.key)
        questions = [_question(number, claim, sources[story]) for number, claim in enumerate(shuffled, 1)]
        by_number = dict(enumerate(shuffled, 1))
        made += [tuple((by_number[each.number], each) for each in batch) for batch in batches(questions)]
    return tuple(made)


def _question(number: int, claim: Planted, sources: tuple[Source, ...]) -> Question:
    draft = claim.draft
    statement = resolve(draft.text, draft.evidence, sources, language=claim.language, attribution=draft.attribution)
    return Question(number=number, statement=statement)


def with_opinions(results: Iterable[Result], said: Mapping[str, Support]) -> tuple[Result, ...]:
    """Return the results with what the judge said of their claims."""
    return tuple(Result(each.claim, each.codes, said.get(each.claim.key)) for each in results)


def count(name: str, results: Sequence[Result]) -> Count:
    """Return the counts of some results; of code and judge only where every one of them was judged."""
    judged = all(each.opinion for each in results)
    return Count(
        name=name,
        n=len(results),
        code=sum(each.caught for each in results),
        lost=sum(each.lost for each in results),
        either=sum(each.caught or each.judged_wrong for each in results) if judged else None,
    )


def by_class(results: Sequence[Result]) -> tuple[Count, ...]:
    """Return the counts of each class of error, then of all of them."""
    wrong = [each for each in results if not each.claim.is_true]
    kinds = [count(kind, [each for each in wrong if each.claim.kind == kind]) for kind in CLASSES]
    return (*(each for each in kinds if each.n), count("all errors", wrong))


def alarms(results: Sequence[Result]) -> tuple[Count, ...]:
    """Return the counts of the true claims in each language, then of all of them."""
    right = [each for each in results if each.claim.is_true]
    languages = sorted({each.claim.language for each in right})
    counts = [count(tag, [each for each in right if each.claim.language == tag]) for tag in languages]
    return (*counts, count("all true claims", right))


# ---------------------------------------------------------------- recorded opinions


async def recorded_opinions(
    claims: Sequence[Planted], sources: Mapping[str, tuple[Source, ...]], *, pending: Path | None = None
) -> dict[str, Support]:
    """Return what the recorded judge says; requests without a reply are written to the folder `pending`."""
    endpoint = ModelEndpoint(RecordedReplies(REPLIES, pending=pending))
    endpoint.__enter__()
    try:
        writer = open_writer(endpoint)
        said = await judge_all(claims, sources, open_judge(writer))
        await writer.model.aclose()
    finally:
        # Not through __exit__: a request without a recording is a defect of a test, and here only "not measured".
        endpoint.close()
    return said


def authors(folder: Path = REPLIES, *, prompts: Sequence[str] = ("judge",)) -> tuple[str, ...]:
    """Return who wrote the recorded replies of a folder to these prompts, each once."""
    recordings = (json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json")))
    return tuple(sorted({each["by"] for each in recordings if each["prompt"].partition("-")[0] in prompts}))


def read_all(languages: Mapping[str, str]) -> tuple[Planted, ...]:
    """Return the planted claims of every story; `languages` are those of the replies, by story."""
    return tuple(claim for story in STORIES for claim in read_planted(story.name, language=languages[story.name]))
