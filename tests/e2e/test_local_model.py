"""The whole path against a real, weak model: wire, schema, checks and floor hold, whatever it writes.

The model is too small for this work and what it writes differs from run to run, so none of its text is asserted.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.openai_llm.endpoint import Endpoint, Exchange
from bot.core.models import DraftBrief
from bot.core.writing.prompting import Message
from bot.core.writing.schema import strict_schema
from tests.doubles.local_model import LocalModel, local_model, model_file

pytestmark = [
    pytest.mark.local_model,
    pytest.mark.skipif(model_file() is None, reason="no local-model: uv sync --group local-model"),
]

ROOT = Path(__file__).parents[2]
SAMPLES = [str(ROOT / "bot" / "samples" / name) for name in ("northern-ledger.txt", "ellery-courier.html")]
LABEL = re.compile(r"[0-9]{1,2}\.[0-9]{1,4}")

# Without a limit a weak model repeats itself until its context is full; the bias lets it end a list and a sentence.
PATIENT = {
    "FOOTNOTE_MODEL_TIMEOUT": "180",
    "FOOTNOTE_MODEL_DEADLINE": "200",
    "FOOTNOTE_MODEL_INPUT_BUDGET": "1200",
    "FOOTNOTE_REPAIR_ROUNDS": "1",
    "FOOTNOTE_REQUEST_EXTRA": json.dumps(
        {"max_tokens": 600, "temperature": 0, "logit_bias": [["}],", 3], ["}]", 3], ['."', 3]]}
    ),
}
UNFINISHED = {"FOOTNOTE_REQUEST_EXTRA": json.dumps({"max_tokens": 12})}
"""The shortest complete brief has more tokens."""


@pytest.fixture(scope="module")
def model() -> Iterator[LocalModel]:
    with local_model() as started:
        yield started


def footnote(model: LocalModel, *args: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command line with `model` as its endpoint, in a folder without settings."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=600,
        cwd=cwd,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONIOENCODING": "utf-8",
            "OPENAI_BASE_URL": model.base_url,
            "OPENAI_API_KEY": model.key,
            "OPENAI_MODEL": model.name,
            **PATIENT,
            **env,
        },
        check=False,
    )
    shown = subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in shown.stdout + shown.stderr
    assert model.key not in shown.stdout + shown.stderr
    return shown


def only_brief(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """Return the one brief that was printed, once all holds of it that holds of every brief."""
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    brief: dict[str, Any] = json.loads(line)
    assert brief["claims"]
    assert all(stated["evidence"] for stated in statements(brief))
    texts = {source["number"]: source["article"]["text"] for source in brief["sources"]}
    for cited in evidence(brief):
        span = cited["span"]
        assert cited["text"]
        assert texts[cited["source"]][span["start"] : span["end"]] == cited["text"]
    return brief


def statements(brief: dict[str, Any]) -> list[dict[str, Any]]:
    versions = [version for difference in brief["differences"] for version in difference["versions"]]
    return [*brief["claims"], *versions]


def evidence(brief: dict[str, Any]) -> list[dict[str, Any]]:
    return [cited for shown in (*statements(brief), *brief["origins"]) for cited in shown["evidence"]]


def test_doctor_says_that_the_endpoint_answers(model: LocalModel, tmp_path: Path) -> None:
    done = footnote(model, "doctor", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    assert f"{model.name} at 127.0.0.1 answers, in the form json_schema" in done.stdout


def test_doctor_says_that_the_key_is_wrong(model: LocalModel, tmp_path: Path) -> None:
    done = footnote(model, "doctor", cwd=tmp_path, OPENAI_API_KEY="sk-wrong-0123456789")
    assert done.returncode == 1
    assert "it did not accept the key" in done.stdout
    assert "sk-wrong-0123456789" not in done.stdout + done.stderr


async def test_the_schema_holds_the_model_to_labels(model: LocalModel) -> None:
    question = Message("user", "Name three fruits and say in a sentence what you like about each.")
    endpoint = Endpoint(
        base_url=model.base_url,
        api_key=model.key,
        model=model.name,
        timeout=180,
        extra={"max_tokens": 80, "temperature": 0},
        trust_env=False,
    )
    try:
        reply = await endpoint.complete(
            (question,), name="brief", schema=strict_schema(DraftBrief), exchange=Exchange(200, retries=False)
        )
    finally:
        await endpoint.aclose()
    assert endpoint.reply_format == "json_schema"
    assert re.match(r'\s*\{\s*"claims"', reply.text)
    cited = [label for found in re.findall(r'"evidence"\s*:\s*\[([^\]]*)\]', reply.text) for label in found.split(",")]
    assert cited
    assert all(LABEL.fullmatch(label.strip().strip('"')) for label in cited), cited


def test_a_weak_model_makes_a_checked_brief_or_the_floor_says_why(model: LocalModel, tmp_path: Path) -> None:
    done = footnote(model, "brief", "--json", "--length", "short", *SAMPLES, cwd=tmp_path)
    assert "Writing about 2 articles" in done.stderr
    brief = only_brief(done)
    receipt = brief["receipt"]
    if receipt["writer"] == "model":
        assert (receipt["model"], receipt["fault"]) == (model.name, None)
        assert receipt["prompt"].startswith("brief/")
        assert receipt["checks"]
        assert receipt["usage"]["output_tokens"] > 0
        assert all(claim["quoted_from"] is None for claim in brief["claims"])
    else:
        assert receipt["fault"] in {"truncated", "malformed", "withheld", "timed_out"}
        assert all(claim["text"] == claim["evidence"][0]["text"] for claim in brief["claims"])


def test_a_draft_that_breaks_off_ends_in_the_floor_and_the_reader_is_told(model: LocalModel, tmp_path: Path) -> None:
    done = footnote(model, "brief", "--length", "short", *SAMPLES, cwd=tmp_path, **UNFINISHED)
    assert done.returncode == 0, done.stderr
    assert "its answer broke off" in " ".join(done.stdout.split())
    assert "Sources" in done.stdout


def test_a_context_too_small_for_the_request_ends_in_the_floor(tmp_path: Path) -> None:
    with local_model(context=1024) as model:
        doctor = footnote(model, "doctor", cwd=tmp_path)
        done = footnote(model, "brief", "--json", *SAMPLES, cwd=tmp_path)
    assert doctor.returncode == 0, doctor.stdout
    brief = only_brief(done)
    assert (brief["receipt"]["writer"], brief["receipt"]["fault"]) == ("extractive", "too_long")
