"""The live arm against the strict endpoint: the same model writes with our prompt, judges, and is asked plainly."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings, read_settings
from tests.doubles.chat_request import ChatRequest
from tests.doubles.model_endpoint import ModelEndpoint
from tests.doubles.stories import STORIES
from tests.evals.live import live_rows
from tests.evals.writers import tell_extractively

PAIR = [story for story in STORIES if story.name == "pair"]
DRAFT = {
    "claims": [
        {"evidence": ["1.4"], "attribution": "auditors", "text": "Auditors put the overcharges at $1.3 million."},
        {"evidence": ["1.4"], "attribution": "auditors", "text": "Auditors put the overcharges at $9.9 million."},
    ],
    "differences": [],
    "origins": [],
    "headline": "Bus app charged riders twice",
}
PLAIN = {"summary": "Auditors put the overcharges at $1.3 million [1]. Riders lost $77 million [2]. It is a scandal."}


def answer(request: ChatRequest) -> dict[str, Any]:
    match request.schema_name.partition("-")[0]:
        case "brief":
            return DRAFT
        case "judge":
            return {"claims": [{"number": 1, "problem": None, "verdict": "supported"}]}
        case "control":
            return PLAIN
        case _:
            return {"claims": []}


def settings_for(endpoint: ModelEndpoint) -> Settings:
    given = {"OPENAI_BASE_URL": endpoint.base_url, "OPENAI_API_KEY": endpoint.key, "OPENAI_MODEL": endpoint.model}
    return read_settings(**given)


async def test_a_live_model_is_measured_beside_the_same_model_asked_plainly() -> None:
    briefs = await tell_extractively(PAIR)
    with ModelEndpoint(answer) as endpoint:
        drafted, shown, control = await live_rows(settings_for(endpoint), briefs, stories=PAIR)
        asked = {request.schema_name.partition("-")[0] for request in endpoint.requests}
    assert asked >= {"brief", "judge", "control"}
    assert all(endpoint.model in row.by for row in (drafted, shown, control))
    assert (drafted.tally.claims, drafted.tally.stray_figures) == (2, 1)
    assert (shown.tally.claims, shown.tally.stray_figures, shown.withheld) == (1, 0, 1)
    assert dict(shown.reasons)["numbers.unsupported"] == 1
    assert (control.tally.claims, control.tally.uncited, control.tally.stray_figures) == (3, 1, 1)


async def test_a_story_of_which_no_plain_summary_comes_is_counted() -> None:
    briefs = await tell_extractively(PAIR)

    def silent(request: ChatRequest) -> dict[str, Any]:
        return {"summary": ""} if request.schema_name.startswith("control") else answer(request)

    with ModelEndpoint(silent) as endpoint:
        *_, control = await live_rows(settings_for(endpoint), briefs, stories=PAIR)
    assert (control.tally.claims, control.not_used) == (0, 1)
