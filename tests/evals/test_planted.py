"""The planted claims are what their README says, and are counted as it says."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from bot.core.models import DraftClaim, Support
from tests.doubles.stories import STORIES
from tests.evals import __main__ as evaluation
from tests.evals.planted import (
    CLASSES,
    FOLDER,
    TRUE,
    Planted,
    Result,
    alarms,
    batches_of,
    by_class,
    count,
    examine_all,
    judge_all,
    read_all,
    read_planted,
    with_opinions,
)
from tests.evals.writers import sources_of, tell_extractively

LANGUAGES = {story.name: story.language or story.name.rsplit("-", 1)[-1] for story in STORIES} | {"pair": "en"}
WANTED = {*CLASSES, TRUE}


@cache
def claims() -> tuple[Planted, ...]:
    return read_all(LANGUAGES)


def result(kind: str, *codes: str, opinion: Support | None = None, language: str = "en") -> Result:
    draft = DraftClaim(evidence=["1.1"], attribution=None, text=f"{kind} {codes}")
    return Result(Planted("pair", language, draft, kind, ""), codes, opinion)


@pytest.mark.parametrize("story", [story.name for story in STORIES])
def test_every_story_has_true_claims_and_one_error_in_each_of_the_others(story: str) -> None:
    told = read_planted(story, language=LANGUAGES[story])
    assert 14 <= len(told) <= 18
    assert 7 <= sum(claim.is_true for claim in told) <= 10
    assert all(claim.note for claim in told)
    assert len({claim.key for claim in told}) == len(told)


def test_every_class_of_error_is_planted_somewhere() -> None:
    assert {claim.kind for claim in claims()} == WANTED


def test_a_class_that_is_none_is_refused(tmp_path: Path) -> None:
    row = {"evidence": ["1.1"], "attribution": None, "text": "A.", "class": "typo", "note": "-"}
    (tmp_path / "pair.jsonl").write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(ValueError, match="typo"):
        read_planted("pair", language="en", folder=tmp_path)


async def test_every_planted_claim_cites_sentences_that_exist_in_the_language_of_the_reply() -> None:
    briefs = await tell_extractively()
    sources = sources_of(briefs)
    assert {name: LANGUAGES[name] for name in briefs} == evaluation.languages_of(briefs)
    for claim in claims():
        citable = {label for source in sources[claim.story] for label in source.by_label}
        assert set(claim.draft.evidence) <= citable, claim.draft.text


async def test_the_judge_is_shown_all_claims_shuffled_and_no_label() -> None:
    sources = sources_of(await tell_extractively([story for story in STORIES if story.name == "pair"]))
    told = tuple(claim for claim in claims() if claim.story == "pair")
    asked = batches_of(told, sources)
    assert sorted(claim.key for batch in asked for claim, _ in batch) == sorted(claim.key for claim in told)
    assert all(len(batch) <= 10 for batch in asked)
    relabelled = [replace(claim, kind=CLASSES[place % 3], note="") for place, claim in enumerate(reversed(told))]
    assert [question for batch in batches_of(relabelled, sources) for _, question in batch] == [
        question for batch in asked for _, question in batch
    ]
    assert all(not question.doubts for batch in asked for _, question in batch)


async def test_opinions_come_back_to_the_claims_they_were_asked_about() -> None:
    from bot.core.judging import Compared, Judged, Opinion, Pair, Question

    class Strict:
        async def judge(self, questions: tuple[Question, ...]) -> Judged:
            return Judged(
                tuple(
                    Opinion(each.number, "contradicted" if "billion" in each.statement.text else "supported")
                    for each in questions
                )
            )

        async def compare(self, pairs: tuple[Pair, ...]) -> Compared:
            raise AssertionError(pairs)

    sources = sources_of(await tell_extractively([story for story in STORIES if story.name == "pair"]))
    told = tuple(claim for claim in claims() if claim.story == "pair")
    results = with_opinions(examine_all(told, sources), await judge_all(told, sources, Strict()))
    refused = [each.claim.draft.text for each in results if each.judged_wrong]
    assert refused == [claim.draft.text for claim in told if "billion" in claim.draft.text]
    assert len(refused) == 1


def test_an_error_is_caught_by_code_or_by_the_judge() -> None:
    counted = count(
        "number",
        [
            result("number", "numbers.unsupported", opinion="supported"),
            result("number", opinion="contradicted"),
            result("number", opinion="supported"),
        ],
    )
    assert (counted.n, counted.code, counted.either) == (3, 1, 2)


def test_what_not_every_claim_was_asked_of_the_judge_is_not_measured() -> None:
    assert count("number", [result("number", opinion="partial"), result("number")]).either is None


def test_a_finding_that_only_asks_for_better_words_loses_no_claim() -> None:
    counted = count("en", [result(TRUE, "clarity.two_facts"), result(TRUE, "names.unknown")])
    assert (counted.code, counted.lost) == (2, 1)


def test_errors_are_counted_by_class_and_alarms_by_language() -> None:
    results = [result("number", "numbers.unsupported"), result("hedge"), result(TRUE), result(TRUE, language="de")]
    assert [(each.name, each.n, each.code) for each in by_class(results)] == [
        ("number", 1, 1),
        ("hedge", 1, 0),
        ("all errors", 2, 1),
    ]
    assert [(each.name, each.n) for each in alarms(results)] == [("de", 1), ("en", 1), ("all true claims", 2)]


def test_nothing_in_the_folder_is_left_out() -> None:
    assert {path.stem for path in FOLDER.glob("*.jsonl")} == {story.name for story in STORIES}
