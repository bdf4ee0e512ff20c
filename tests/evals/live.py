"""Models that really write: the small local one, and any endpoint of the settings beside a control arm.

Nothing here is recorded or repeatable: what is printed holds for one run, and the row names the model that wrote it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from bot.adapters.openai_llm.model import Model
from bot.adapters.openai_llm.writer import OpenAIWriter
from bot.app import open_models, read_prompt
from bot.core.errors import WriterError
from bot.core.models import Brief
from bot.settings import Settings
from tests.doubles.local_model import local_model
from tests.doubles.stories import STORIES, Bounds, Story
from tests.evals.claims import knowledge
from tests.evals.control import statements_in, summarise
from tests.evals.measures import measure, total
from tests.evals.writers import Row, rows, tell_all

if TYPE_CHECKING:
    from collections.abc import Mapping

SMALL = Bounds(input_budget=1_200, repair_rounds=1, length="short")
"""What a model of 135 million parameters can hold and do."""
# Without a limit a weak model repeats itself until its context is full; the bias lets it end a list and a sentence.
_EXTRA: Mapping[str, object] = json.loads(
    '{"max_tokens": 600, "temperature": 0, "logit_bias": [["}],", 3], ["}]", 3], [".\\"", 3]]}'
)
_PATIENCE = {"timeout": 180.0, "deadline": 400.0}


async def local_rows(stories: Sequence[Story] = STORIES) -> tuple[Row, ...]:
    """Return the rows of the small local model; takes minutes. Raises `LocalModelError` where it does not start."""
    with local_model() as server:
        model = Model(
            base_url=server.base_url,
            api_key=server.key,
            model=server.name,
            timeout=_PATIENCE["timeout"],
            deadline=_PATIENCE["deadline"],
            extra=_EXTRA,
            trust_env=False,
        )
        writer = OpenAIWriter(model, prompt=read_prompt("brief", "v1"), repair_prompt=read_prompt("repair", "v2"))
        try:
            told = await tell_all(writer, stories=stories, bounds=SMALL)
        finally:
            await model.aclose()
    return rows("local model", f"{server.name} (llama.cpp)", told)


async def live_rows(
    settings: Settings, briefs: Mapping[str, Brief], *, stories: Sequence[Story] = STORIES
) -> tuple[Row, ...]:
    """Return the rows of the model that the settings name, judged as they say, and of the same model asked plainly.

    `briefs` are those of the stories by any writer: the control arm reads the same sources.
    """
    bounds = Bounds(input_budget=settings.model_input_budget, repair_rounds=settings.repair_rounds)
    async with AsyncExitStack() as stack:
        models = open_models(settings, stack)
        told = await tell_all(models.writer, models.judge, stories=stories, bounds=bounds)
        control = await _control_row(models.writer.model, briefs, stories)
    judged_by = f", judged by {models.judge.model.name}" if models.judge else ", without a judge"
    return (*rows("live model", f"{models.writer.model.name}{judged_by}", told), control)


async def _control_row(model: Model, briefs: Mapping[str, Brief], stories: Sequence[Story]) -> Row:
    tallies, unanswered = [], 0
    for story in stories:
        brief = briefs[story.name]
        try:
            summary = await summarise(brief.sources, model, language=story.language or brief.language)
        except WriterError:
            summary = ""
        said = statements_in(summary, brief.sources, language=story.language or brief.language)
        unanswered += not said
        tallies += [measure(statement, knowledge=knowledge()) for statement in said]
    return Row("control, a plain prompt", model.name, "shown", total(tallies), len(stories), not_used=unanswered)
