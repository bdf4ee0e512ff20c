"""The second model as a person meets it: what it refuses is withheld, and a brief and the doctor say who it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.doubles.chat_request import ChatRequest
from tests.doubles.copying_model import judged
from tests.doubles.model_endpoint import Answer, ModelEndpoint, always
from tests.doubles.model_faults import Fault
from tests.e2e.test_command_line import CHESS, footnote, write

WINNER = "A pupil of eleven won the national chess cup in Tolby on Sunday, the chess federation announced."
READING_ROOM = "The school in Tolby will name its reading room after the champion, the headmaster said."


def settings(endpoint: ModelEndpoint, **changes: str) -> dict[str, str]:
    given = {"OPENAI_BASE_URL": endpoint.base_url, "OPENAI_API_KEY": endpoint.key, "OPENAI_MODEL": "scribe-1"}
    return {**given, **changes}


def drafted() -> dict[str, Any]:
    claims = [("1.1", WINNER), ("1.2", READING_ROOM)]
    return {
        "claims": [{"evidence": [label], "attribution": None, "text": text} for label, text in claims],
        "differences": [],
        "origins": [],
        "headline": "Pupil of eleven wins the national chess cup",
    }


class Desk:
    """A script that drafts, judges as told, and gives up what is sent back."""

    def __init__(self, judge: Answer | None = None) -> None:
        self._judge = judge
        self.asked: list[tuple[str, str]] = []

    def __call__(self, request: ChatRequest) -> Answer:
        self.asked.append((request.body["model"], request.schema_name))
        if (agreed := judged(request)) is not None:
            return self._judge or agreed
        return {"claims": []} if "repair" in request.schema_name else drafted()


def refusing(*verdicts: tuple[str | None, str]) -> dict[str, Any]:
    return {"claims": [{"number": n, "problem": p, "verdict": v} for n, (p, v) in enumerate(verdicts, 1)]}


def brief(desk: Desk, folder: Path, *options: str, **changes: str) -> str:
    story = write(folder, "chess.txt", CHESS)
    with ModelEndpoint(desk, models=("scribe-1", "judge-1")) as endpoint:
        done = footnote("brief", *options, story, **settings(endpoint, **changes))
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_model_that_writes_reads_once_more_and_the_receipt_says_so(tmp_path: Path) -> None:
    desk = Desk()
    told = json.loads(brief(desk, tmp_path, "--json"))
    assert desk.asked == [("scribe-1", "brief-v1"), *[("scribe-1", "judge-v1")] * 2]  # the claims, then the headline
    assert [claim["support"] for claim in told["claims"]] == ["supported", "supported"]
    receipt = told["receipt"]
    assert (receipt["judge"], receipt["judge_prompt"], receipt["judge_fault"]) == ("scribe-1", "judge/v1", None)
    assert receipt["checks"][-1] == "support"
    assert receipt["usage"]["calls"] == 3


def test_another_model_can_read_once_more(tmp_path: Path) -> None:
    desk = Desk()
    told = json.loads(brief(desk, tmp_path, "--json", FOOTNOTE_JUDGE_MODEL="judge-1"))
    assert desk.asked == [("scribe-1", "brief-v1"), *[("judge-1", "judge-v1")] * 2]
    assert (told["receipt"]["model"], told["receipt"]["judge"]) == ("scribe-1", "judge-1")


def test_without_a_second_model_none_is_asked_and_the_reader_is_told(tmp_path: Path) -> None:
    desk = Desk()
    shown = " ".join(brief(desk, tmp_path, FOOTNOTE_JUDGE_MODEL="none").split())
    assert desk.asked == [("scribe-1", "brief-v1")]
    assert "No second model compared them with their sentences." in shown


def test_what_it_refuses_is_withheld_and_not_sent_back(tmp_path: Path) -> None:
    desk = Desk(refusing((None, "supported"), ("another room", "contradicted")))
    shown = " ".join(brief(desk, tmp_path).split())
    assert "pupil of eleven" in shown
    assert READING_ROOM not in shown
    assert "1 statement withheld" in shown
    assert [name for _, name in desk.asked] == ["brief-v1", "judge-v1", "judge-v1"]


def test_what_it_finds_partial_goes_back_with_its_note(tmp_path: Path) -> None:
    note = "“in Tolby” is not said of the school"
    desk = Desk(refusing((None, "supported"), (note, "partial")))
    story = write(tmp_path, "chess.txt", CHESS)
    with ModelEndpoint(desk, models=("scribe-1",)) as endpoint:
        footnote("brief", story, **settings(endpoint, FOOTNOTE_REPAIR_ROUNDS="1"))
        [repair] = [request for request in endpoint.requests if request.schema_name == "repair-v2"]
    assert f"- “{note}”: " in repair.messages[-1][1]


def test_one_that_fails_takes_nothing_away_and_the_reader_is_told(tmp_path: Path) -> None:
    desk = Desk(Fault("unauthorised"))
    shown = " ".join(brief(desk, tmp_path, FOOTNOTE_JUDGE_MODEL="judge-1").split())
    assert READING_ROOM in shown
    assert "The second model compared none of them with their sentences:" in shown


class TestDoctor:
    def test_the_second_model_is_named_and_asked_once_where_it_is_the_one_that_writes(self) -> None:
        with ModelEndpoint(always({"ready": True}), models=("scribe-1",)) as endpoint:
            done = footnote("doctor", **settings(endpoint))
        assert done.returncode == 0
        assert "scribe-1 compares each statement with its sentences once more" in " ".join(done.stdout.split())
        assert endpoint.count == 1

    def test_another_one_is_asked_too(self) -> None:
        with ModelEndpoint(always({"ready": True}), models=("scribe-1", "judge-1")) as endpoint:
            done = footnote("doctor", **settings(endpoint, FOOTNOTE_JUDGE_MODEL="judge-1"))
        assert done.returncode == 0
        assert "judge-1 at 127.0.0.1 answers" in " ".join(done.stdout.split())
        assert [request.body["model"] for request in endpoint.requests] == ["scribe-1", "judge-1"]

    def test_one_that_is_not_there_is_a_problem_with_a_name(self) -> None:
        with ModelEndpoint(always({"ready": True}), models=("scribe-1",)) as endpoint:
            done = footnote("doctor", **settings(endpoint, FOOTNOTE_JUDGE_MODEL="judge-9"))
        shown = " ".join(done.stdout.split())
        assert done.returncode == 1
        assert "judge-9 at 127.0.0.1 cannot be used" in shown
        assert "FOOTNOTE_JUDGE_MODEL" in shown
        assert "It offers: scribe-1" in shown

    def test_none_is_no_problem(self) -> None:
        with ModelEndpoint(always({"ready": True}), models=("scribe-1",)) as endpoint:
            done = footnote("doctor", **settings(endpoint, FOOTNOTE_JUDGE_MODEL="none"))
        assert done.returncode == 0
        assert 'FOOTNOTE_JUDGE_MODEL is "none"' in " ".join(done.stdout.split())

    def test_without_a_model_nothing_is_said_of_a_second_one(self) -> None:
        assert "second model" not in footnote("doctor").stdout

    @pytest.mark.parametrize("name", ["FOOTNOTE_JUDGE_PROMPT", "FOOTNOTE_COMPARE_PROMPT"])
    def test_a_prompt_that_is_not_there_is_a_problem(self, name: str) -> None:
        done = footnote("doctor", **{name: "v99"})
        assert done.returncode == 1
        assert "v99" in done.stdout

    def test_a_name_with_a_space_is_a_wrong_setting(self) -> None:
        done = footnote("doctor", FOOTNOTE_JUDGE_MODEL="two words")
        assert done.returncode == 1
        assert "FOOTNOTE_JUDGE_MODEL" in done.stdout
